//! In: a worksheet and the widths of its columns. Out: the parts that every blank sheet has: letterhead, titles, header,
//! signatures, and a page that prints one sheet wide with its header repeated.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::looks::Looks;
use crate::diag::Lang;
use crate::wording::headings as words;
use crate::write::face::LINE;
use crate::write::text::{clean, lines};

/// Rows left for signature and seal.
const SIGNATURE_ROWS: u32 = 5;
/// Paper size A4.
const A4: u8 = 9;

/// A blank sheet in the making.
pub(super) struct Page<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) looks: &'a Looks,
    pub(super) lang: Lang,
    widths: &'a [f64],
    /// The next row.
    pub(super) row: u32,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        looks: &'a Looks,
        widths: &'a [f64],
        lang: Lang,
    ) -> Result<Self, XlsxError> {
        sheet
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer("&C&\"Times New Roman,Regular\"&11&P/&N");
        for (column, width) in (0_u16..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self { sheet, looks, lang, widths, row: 0 })
    }

    fn last(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The last column of the left part of a row that is parted in two.
    fn middle(&self) -> u16 {
        let half = self.widths.iter().sum::<f64>() * 0.45;
        let mut so_far = 0.0;
        let passed = self.widths.iter().position(|width| {
            so_far += width;
            so_far >= half
        });
        u16::try_from(passed.unwrap_or_default()).unwrap_or_default().min(self.last().saturating_sub(1))
    }

    fn width(&self, from: u16, to: u16) -> f64 {
        self.widths[usize::from(from)..=usize::from(to)].iter().sum()
    }

    fn span(&mut self, from: u16, to: u16, said: &str, look: &Format) -> Result<u32, XlsxError> {
        let said = clean(said);
        if from < to {
            self.sheet.merge_range(self.row, from, self.row, to, &said, look)?;
        } else {
            self.sheet.write_string_with_format(self.row, from, &said, look)?;
        }
        Ok(lines(&said, self.width(from, to), true))
    }

    fn halves(&mut self, left: (&str, &Format), right: (&str, &Format)) -> Result<(), XlsxError> {
        let (middle, last) = (self.middle(), self.last());
        let high = self.span(0, middle, left.0, left.1)?.max(self.span(middle + 1, last, right.0, right.1)?);
        self.height(high)?;
        self.row += 1;
        Ok(())
    }

    /// Makes the current row as high as so many lines need.
    pub(super) fn height(&mut self, lines: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, f64::from(lines.max(1)) * LINE + 4.0)?;
        Ok(())
    }

    /// The body above and the body itself on the left, the nation and its motto on the right.
    pub(super) fn letterhead(&mut self, parent: &str, body: &str) -> Result<(), XlsxError> {
        let looks = self.looks;
        let [nation, motto] = [words::NATION, words::MOTTO].map(|said| said.say(self.lang));
        let (first, second) = if parent.is_empty() { (body, "") } else { (parent, body) };
        let first_look = if parent.is_empty() { &looks.letterhead_bold } else { &looks.letterhead };
        self.halves((&first.to_uppercase(), first_look), (nation, &looks.letterhead_bold))?;
        self.halves((&second.to_uppercase(), &looks.letterhead_bold), (motto, &looks.motto))
    }

    /// The title, with some air around it.
    pub(super) fn title(&mut self, said: &str) -> Result<(), XlsxError> {
        let high = self.span(0, self.last(), said, &self.looks.title)?;
        self.sheet.set_row_height(self.row, f64::from(high.max(1)) * LINE + 14.0)?;
        self.row += 1;
        Ok(())
    }

    /// A line over all columns.
    pub(super) fn line(&mut self, said: &str, look: &Format) -> Result<(), XlsxError> {
        let high = self.span(0, self.last(), said, look)?;
        self.height(high)?;
        self.row += 1;
        Ok(())
    }

    /// The header of the table, frozen with so many columns and repeated on every page.
    pub(super) fn header(&mut self, headings: &[&str], frozen: u16) -> Result<(), XlsxError> {
        let high = headings.iter().zip(self.widths).map(|(said, width)| lines(said, *width, true)).max();
        for (column, said) in (0_u16..).zip(headings) {
            self.sheet.write_string_with_format(self.row, column, *said, &self.looks.header)?;
        }
        self.height(high.unwrap_or(1))?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, frozen)?;
        Ok(())
    }

    /// Place and date to be filled in, who made the sheet and who signs it.
    pub(super) fn signatures(&mut self, signer: &str, how: &str) -> Result<(), XlsxError> {
        let looks = self.looks;
        self.row += 1;
        self.halves(("", &looks.signed), (&words::dateline("", self.lang), &looks.dateline))?;
        self.halves((words::MADE_BY.say(self.lang), &looks.letterhead_bold), (signer, &looks.letterhead_bold))?;
        self.halves(("", &looks.signed), (how, &looks.signed))?;
        self.row += SIGNATURE_ROWS;
        self.sheet.set_print_area(0, 0, self.row, self.last())?;
        Ok(())
    }
}
