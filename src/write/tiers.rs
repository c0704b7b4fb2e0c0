//! In: a sheet, and heads over one to three levels with the cells they span. Out: the header of an official form, its
//! columns numbered in the row below, frozen and repeated on every page.

use rust_xlsxwriter::XlsxError;

use super::book::{Look, Shape};
use super::sheet::Sheet;
use super::text;
use crate::diag::Text;

/// A head: first row, first column, last row, last column, counted from 0 within the header; and its words.
pub(super) type Head = ([u16; 4], Text);

/// Writes the header and the row of numbers; so many columns stay in view.
pub(super) fn header(sheet: &mut Sheet, heads: &[Head], numbers: &[&str], frozen: u16) -> Result<(), XlsxError> {
    let first = sheet.row;
    let heights = heights(sheet, heads);
    for (height, row) in heights.iter().zip(first..) {
        sheet.worksheet.set_row_height(row, sheet.face.height(*height, 4.0))?;
    }
    let format = &sheet.formats.header;
    for ([top, left, bottom, right], said) in heads {
        let (top, bottom) = (first + u32::from(*top), first + u32::from(*bottom));
        let said = text::clean(said.say(sheet.lang));
        if (top, left) == (bottom, right) {
            sheet.worksheet.write_string_with_format(top, *left, said, format)?;
        } else {
            sheet.worksheet.merge_range(top, *left, bottom, *right, &said, format)?;
        }
    }
    sheet.row = first + u32::try_from(heights.len()).unwrap_or_default();
    let format = sheet.formats.cell(Look::Plain, Shape::Middle);
    for (number, column) in numbers.iter().zip(0_u16..) {
        sheet.worksheet.write_string_with_format(sheet.row, column, *number, format)?;
    }
    let count =
        numbers.iter().zip(0..).map(|(said, column)| sheet.lines(said, sheet.width(column, column), false)).max();
    sheet.worksheet.set_row_height(sheet.row, sheet.face.height(count.unwrap_or(1), 4.0))?;
    sheet.row += 1;
    sheet.worksheet.set_freeze_panes(sheet.row, frozen)?;
    sheet.worksheet.set_repeat_rows(first, sheet.row - 1)?;
    Ok(())
}

/// Lines of each level: as many as its own heads need, the last one more where a head over several levels needs more.
fn heights(sheet: &Sheet, heads: &[Head]) -> Vec<u32> {
    let levels = heads.iter().map(|([.., bottom, _], _)| usize::from(*bottom) + 1).max().unwrap_or(1);
    let mut heights = vec![1; levels];
    let lines = |left: u16, right: u16, said: Text| sheet.lines(said.say(sheet.lang), sheet.width(left, right), true);
    for ([top, left, _, right], said) in heads.iter().filter(|([top, _, bottom, _], _)| top == bottom) {
        let own = &mut heights[usize::from(*top)];
        *own = (*own).max(lines(*left, *right, *said));
    }
    for ([top, left, bottom, right], said) in heads.iter().filter(|([top, _, bottom, _], _)| top < bottom) {
        let there: u32 = heights[usize::from(*top)..=usize::from(*bottom)].iter().sum();
        heights[usize::from(*bottom)] += lines(*left, *right, *said).saturating_sub(there);
    }
    heights
}
