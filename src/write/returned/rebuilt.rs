//! One sheet as it came in; the same rebuilt out: its values at the same addresses, the faulty cells coloured and noted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Note, Worksheet, XlsxError};

use super::{HIGHEST, LINE, Looks, Returned};
use crate::diag::{Lang, Place, Verdict};
use crate::model::{Content, SheetCopy};
use crate::wording::{faults, returned as words};
use crate::write::text::{capital, clean, lines};

/// The widest column of a rebuilt sheet.
const WIDEST: f64 = 45.0;

impl Returned<'_> {
    /// The gravest finding and all that is said of each cell of a sheet.
    fn marked(&self, copy: &SheetCopy, lang: Lang) -> BTreeMap<(u32, u32), (Verdict, String)> {
        let mut marked: BTreeMap<(u32, u32), (Verdict, String)> = BTreeMap::new();
        for note in self.notes {
            let Place::Cell(cell) = &note.place else { continue };
            if cell.sheet != copy.sheet {
                continue;
            }
            let said = faults::said_of(note, lang);
            let said = format!("{}\n{}", capital(&said.message), capital(&said.mend));
            let entry = marked.entry((cell.row, cell.column)).or_insert((note.verdict(), String::new()));
            entry.0 = entry.0.min(note.verdict());
            entry.1 = if entry.1.is_empty() { said } else { format!("{}\n\n{said}", entry.1) };
        }
        marked
    }

    pub(super) fn rebuild(
        &self,
        sheet: &mut Worksheet,
        copy: &SheetCopy,
        looks: &Looks,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        sheet.set_header(format!("&C&\"Times New Roman,Bold\"&11{}", words::REBUILT.say(lang)));
        let marked = self.marked(copy, lang);
        let look = |at: (u32, u32)| match marked.get(&at) {
            Some((Verdict::Warning, _)) => &looks.yellow,
            Some(_) => &looks.red,
            None => &looks.value,
        };
        let mut covered = BTreeSet::new();
        for [top, left, bottom, right] in &copy.merges {
            let (first, last) = (u16::try_from(*left), u16::try_from(*right));
            let (Ok(first), Ok(last)) = (first, last) else { continue };
            let apart = (*top..=*bottom).all(|row| (*left..=*right).all(|column| covered.insert((row, column))));
            if apart && (top, left) != (bottom, right) {
                sheet.merge_range(*top, first, *bottom, last, "", look((*top, *left)))?;
            }
        }
        for (row, cells) in &copy.rows {
            for (column, content) in cells {
                put(sheet, (*row, *column), content, look((*row, *column)))?;
            }
        }
        for ((row, column), (_, said)) in &marked {
            let Ok(place) = u16::try_from(*column) else { continue };
            if !copy.rows.get(row).is_some_and(|cells| cells.contains_key(column)) {
                sheet.write_blank(*row, place, look((*row, *column)))?;
            }
            let note = Note::new(clean(said)).set_author("").add_author_prefix(false).set_width(320).set_height(140);
            sheet.insert_note(*row, place, &note)?;
        }
        let widths = widths(copy);
        for (column, width) in &widths {
            sheet.set_column_width(*column, *width)?;
        }
        for (row, cells) in &copy.rows {
            let high = |(column, content): (&u32, &Content)| {
                let width = widths.get(&u16::try_from(*column).ok()?)?;
                Some(lines(&content.raw(), *width, false))
            };
            let most = cells.iter().filter(|(column, _)| !merged(copy, *row, **column)).filter_map(high).max();
            sheet.set_row_height(*row, (f64::from(most.unwrap_or(1)) * LINE + 2.0).min(HIGHEST))?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u32), content: &Content, look: &Format) -> Result<(), XlsxError> {
    let Ok(column) = u16::try_from(column) else { return Ok(()) };
    match content {
        Content::Number(number) => {
            sheet.write_number_with_format(row, column, number.to_f64().unwrap_or_default(), look)?
        }
        Content::Percent(share) => {
            let look = look.clone().set_num_format("0.00%");
            sheet.write_number_with_format(row, column, share.to_f64().unwrap_or_default(), &look)?
        }
        Content::Unsaved => sheet.write_blank(row, column, look)?,
        Content::Bool(truth) => sheet.write_boolean_with_format(row, column, *truth, look)?,
        Content::Date(date) => {
            let year = u16::try_from(date.year()).unwrap_or(1900);
            let month = u8::try_from(date.month()).unwrap_or(1);
            let day = ExcelDateTime::from_ymd(year, month, u8::try_from(date.day()).unwrap_or(1))?;
            sheet.write_datetime_with_format(row, column, day, &look.clone().set_num_format("dd/mm/yyyy"))?
        }
        Content::Text(text) | Content::Error(text) => sheet.write_string_with_format(row, column, clean(text), look)?,
    };
    Ok(())
}

fn merged(copy: &SheetCopy, row: u32, column: u32) -> bool {
    let holds =
        |[top, left, bottom, right]: &[u32; 4]| (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column);
    copy.merges.iter().any(holds)
}

/// Widths that show the usual content of each column.
fn widths(copy: &SheetCopy) -> BTreeMap<u16, f64> {
    let mut widths: BTreeMap<u16, f64> = BTreeMap::new();
    for (row, cells) in &copy.rows {
        for (column, content) in cells.iter().filter(|(column, _)| !merged(copy, *row, **column)) {
            let Ok(column) = u16::try_from(*column) else { continue };
            let longest = content.raw().lines().map(|line| line.chars().count()).max().unwrap_or_default();
            let width = widths.entry(column).or_insert(6.0);
            *width = width.max(longest as f64 * 1.1 + 2.0).min(WIDEST);
        }
    }
    widths
}
