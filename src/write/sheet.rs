//! In: columns, headings and rows of cells. Out: one printable sheet: A4 landscape, one page wide, header rows
//! frozen and repeated, page numbers, numbers as numbers and text always as text.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, IntoExcelData, Url, Worksheet, XlsxError};

use super::book::{Formats, Look, Runs, Shape};
use super::face::Face;
use super::native::Notes;
use super::pages::Pages;
use super::text;
use crate::diag::{Lang, Text};
use crate::model::{Points, Scoring};
use crate::wording::headings as words;

/// Rows after which a sheet is cut and the machine-readable file named: nobody reads on, and a workbook is made in memory.
pub(super) const MOST_ROWS: u32 = 20_000;
/// The highest row there can be, in points.
const HIGHEST: f64 = 409.0;
/// Digits by which a column may be made wider for its heading.
const WIDER: u32 = 60;
/// Paper size A4.
const A4: u8 = 9;

/// A column of a table.
pub(super) struct Column {
    /// Heading.
    pub(super) heading: String,
    /// Width in digits.
    pub(super) width: f64,
}

/// A column by its heading and width.
pub(super) fn column(heading: impl Into<String>, width: f64) -> Column {
    Column { heading: heading.into(), width }
}

/// A column that is as wide as its heading needs for so many lines, and at least this wide.
pub(super) fn fitting(heading: impl Into<String>, least: f64, lines: u32) -> Column {
    let heading = heading.into();
    let fits = |width: &f64| text::lines(&heading, *width, true) <= lines;
    let width = (0..WIDER).map(|step| least + f64::from(step)).find(fits).unwrap_or(least + f64::from(WIDER));
    Column { heading, width }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// Text from the left.
    Text(String),
    /// Short text in the middle.
    Mark(String),
    /// A whole number in the middle: a place, a count.
    Count(usize),
    /// A number, with at least so many decimals shown.
    Number(Decimal, u32),
    /// A difference, with a plus where it is above zero and at least so many decimals shown.
    Signed(Decimal, u32),
    /// A formula with its result, at least so many decimals shown.
    Formula(String, Decimal, u32),
    /// A day.
    Date(NaiveDate),
}

impl Cell {
    /// Points with at least so many decimals.
    pub(super) fn points(points: Points, places: Option<u32>) -> Self {
        Self::Number(points.decimal(), places.unwrap_or(0))
    }

    /// Points, or a dash.
    pub(super) fn points_or_dash(points: Option<Points>, places: Option<u32>) -> Self {
        points.map_or_else(Self::dash, |points| Self::points(points, places))
    }

    /// A difference of points, or a dash.
    pub(super) fn difference_or_dash(points: Option<Points>, places: Option<u32>) -> Self {
        points.map_or_else(Self::dash, |points| Self::Signed(points.decimal(), places.unwrap_or(0)))
    }

    /// A dash: no value, and not zero.
    pub(super) fn dash() -> Self {
        Self::Mark("-".to_owned())
    }
}

/// A sheet in the making.
pub(super) struct Sheet<'a> {
    pub(super) worksheet: &'a mut Worksheet,
    pub(super) formats: &'a Formats,
    runs: &'a mut Runs,
    notes: &'a mut Notes,
    pub(super) scoring: &'a Scoring,
    pub(super) lang: Lang,
    pub(super) face: Face,
    pub(super) columns: Vec<Column>,
    /// Which annex an official table is; none where it is no annex.
    pub(super) annex: Option<&'a str>,
    /// Whether it begins with a letterhead.
    pub(super) official: bool,
    /// The next row.
    pub(super) row: u32,
    /// The row of the header that every page repeats.
    pub(super) header: Option<u32>,
    /// Where pages end, and how high their rows are.
    pub(super) pages: Pages,
    cut: bool,
}

impl<'a> Sheet<'a> {
    /// Page, widths and footer.
    pub(super) fn new(
        worksheet: &'a mut Worksheet,
        (formats, runs, notes): (&'a Formats, &'a mut Runs, &'a mut Notes),
        scoring: &'a Scoring,
        lang: Lang,
        columns: Vec<Column>,
    ) -> Result<Self, XlsxError> {
        let face = Face::of(&scoring.style);
        worksheet
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer(format!("&C&\"{},Regular\"&11&P/&N", face.font.name()))
            .set_screen_gridlines(false)
            // an empty text as a result would otherwise be kept as zero
            .set_formula_result_default("");
        for (index, column) in (0_u16..).zip(&columns) {
            worksheet.set_column_width(index, column.width)?;
        }
        Ok(Self {
            worksheet,
            formats,
            runs,
            notes,
            scoring,
            lang,
            face,
            columns,
            annex: None,
            official: false,
            row: 0,
            header: None,
            pages: Pages::of(face),
            cut: false,
        })
    }

    /// More columns to the right of those there are.
    pub(super) fn widen(&mut self, columns: Vec<Column>) -> Result<(), XlsxError> {
        for column in columns {
            let index = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
            self.worksheet.set_column_width(index, column.width)?;
            self.columns.push(column);
        }
        Ok(())
    }

    /// The last column.
    pub(super) fn last(&self) -> u16 {
        u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The width of some columns together, in digits.
    pub(super) fn width(&self, from: u16, to: u16) -> f64 {
        let inside = self.columns.iter().zip(0_u16..).filter(|(_, index)| (from..=to).contains(index));
        inside.map(|(column, _)| column.width).sum()
    }

    /// How many lines a text fills in a cell of so many digits' width.
    pub(super) fn lines(&self, said: &str, width: f64, bold: bool) -> u32 {
        text::lines(said, self.face.room(width), bold)
    }

    /// Text over some columns of the current row; the row is not left.
    pub(super) fn span(&mut self, from: u16, to: u16, said: &str, format: &Format) -> Result<(), XlsxError> {
        let said = text::clean(said);
        if from < to {
            self.worksheet.merge_range(self.row, from, self.row, to, &said, format)?;
        } else {
            self.worksheet.write_string_with_format(self.row, from, said, format)?;
        }
        Ok(())
    }

    /// A line of text over all columns, as high as it needs.
    pub(super) fn line(&mut self, said: &str, format: &Format, bold: bool) -> Result<(), XlsxError> {
        let last = self.last();
        let count = self.lines(said, self.width(0, last), bold);
        self.span(0, last, said, format)?;
        self.height(count, 3.0)?;
        self.row += 1;
        Ok(())
    }

    /// A sentence over or under a table.
    pub(super) fn sentence(&mut self, said: &str) -> Result<(), XlsxError> {
        let format = &self.formats.sentence;
        self.line(said, format, false)
    }

    /// A line over a group of rows of a table.
    pub(super) fn band(&mut self, said: &str) -> Result<(), XlsxError> {
        if self.full()? { Ok(()) } else { self.line(said, &self.formats.band, true) }
    }

    /// Whether a table has the most rows a sheet may have; one line says where the rest is.
    fn full(&mut self) -> Result<bool, XlsxError> {
        if self.row < MOST_ROWS {
            return Ok(false);
        }
        if !std::mem::replace(&mut self.cut, true) {
            self.line(words::CUT.say(self.lang), &self.formats.band, true)?;
        }
        Ok(true)
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.row += 1;
    }

    /// The header of the table: written, frozen with so many columns, repeated on every page.
    pub(super) fn header(&mut self, frozen: u16) -> Result<(), XlsxError> {
        self.header_again()?;
        let header = self.row - 1;
        self.worksheet.set_freeze_panes(self.row, frozen)?;
        self.worksheet.set_repeat_rows(header, header)?;
        self.header = Some(header);
        Ok(())
    }

    /// The header of a further table on the same sheet.
    pub(super) fn header_again(&mut self) -> Result<(), XlsxError> {
        let count = self.columns.iter().map(|column| self.lines(&column.heading, column.width, true)).max();
        for (index, column) in (0_u16..).zip(&self.columns) {
            let said = text::clean(&column.heading);
            self.worksheet.write_string_with_format(self.row, index, said, &self.formats.header)?;
        }
        self.height(count.unwrap_or(1), 5.0)?;
        self.row += 1;
        Ok(())
    }

    /// A line that leads to another file of the set, by its path from here.
    pub(super) fn link(&mut self, path: &str, said: &str) -> Result<(), XlsxError> {
        if self.full()? {
            return Ok(());
        }
        let (last, format) = (self.last(), &self.formats.link);
        self.span(0, last, said, format)?;
        let target = Url::new(format!("file:///{path}")).set_text(text::clean(said));
        self.worksheet.write_url_with_format(self.row, 0, &target, format)?;
        self.height(1, 3.0)?;
        self.row += 1;
        Ok(())
    }

    /// A row of the table.
    pub(super) fn cells(&mut self, look: Look, cells: &[Cell]) -> Result<(), XlsxError> {
        if self.full()? {
            return Ok(());
        }
        let filled = cells.iter().zip(&self.columns).map(|(cell, column)| match cell {
            Cell::Text(said) | Cell::Mark(said) => self.lines(said, room(column, look), look.bold()),
            _ => 1,
        });
        let count = filled.max().unwrap_or(1);
        if count > self.face.most_lines(HIGHEST) {
            return self.parted(look, cells);
        }
        self.pages.last = [self.pages.last[1], self.pages.last[2], self.row];
        for (index, cell) in (0_u16..).zip(cells) {
            self.cell(index, look, cell)?;
        }
        self.height(count, 4.0)?;
        self.row += 1;
        Ok(())
    }

    /// A row of which no single row is high enough for the text: the rest stands in rows below it.
    fn parted(&mut self, look: Look, cells: &[Cell]) -> Result<(), XlsxError> {
        let most = self.face.most_lines(HIGHEST);
        let parts = cells.iter().zip(&self.columns).map(|(cell, column)| {
            let (first, rest) = match cell {
                Cell::Text(said) | Cell::Mark(said) => {
                    text::parted(said, self.face.room(room(column, look)), look.bold(), most)
                }
                other => return (other.clone(), Cell::Blank),
            };
            let of = |said: &str| match cell {
                Cell::Mark(_) => Cell::Mark(said.to_owned()),
                _ => Cell::Text(said.to_owned()),
            };
            (of(first), if rest.is_empty() { Cell::Blank } else { of(rest) })
        });
        let (first, rest): (Vec<_>, Vec<_>) = parts.unzip();
        self.cells(look, &first)?;
        if rest.iter().all(|cell| *cell == Cell::Blank) { Ok(()) } else { self.cells(look, &rest) }
    }

    /// Makes the current row high enough: viewers differ in whether they do it themselves.
    fn height(&mut self, lines: u32, edges: f64) -> Result<(), XlsxError> {
        let height = self.face.height(lines, edges).min(HIGHEST);
        self.worksheet.set_row_height(self.row, height)?;
        self.pages.heights.insert(self.row, height);
        Ok(())
    }

    fn cell(&mut self, column: u16, look: Look, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Blank => self.put_blank(column, look, Shape::Left),
            Cell::Text(said) => self.put_text(column, said, look, Shape::Left),
            Cell::Mark(said) => self.put_text(column, said, look, Shape::Middle),
            Cell::Count(count) => self.put(column, *count as f64, look, Shape::Count),
            Cell::Number(number, places) => self.put_number(column, *number, look, Shape::Number(*places)),
            Cell::Signed(number, places) => self.put_number(column, *number, look, Shape::Signed(*places)),
            Cell::Formula(formula, result, places) => {
                let formula = Formula::new(formula).set_result(result.normalize().to_string());
                self.put(column, formula, look, Shape::Number(*places))
            }
            Cell::Date(day) => match excel_date(*day) {
                Some(date) => self.put(column, date, look, Shape::Date),
                None => self.put_text(column, &self.lang.date(*day), look, Shape::Middle),
            },
        }
    }

    /// What is not empty, in a cell of the current row.
    pub(super) fn put(
        &mut self,
        column: u16,
        value: impl IntoExcelData,
        look: Look,
        shape: Shape,
    ) -> Result<(), XlsxError> {
        self.worksheet.write(self.row, column, value)?;
        self.runs.add(self.worksheet, self.formats, (self.row, column), Formats::slot(look, shape))
    }

    /// Text in a cell of the current row.
    pub(super) fn put_text(&mut self, column: u16, said: &str, look: Look, shape: Shape) -> Result<(), XlsxError> {
        let said = text::clean(said);
        if said.is_empty() { self.put_blank(column, look, shape) } else { self.put(column, said, look, shape) }
    }

    /// An empty cell of the current row.
    pub(super) fn put_blank(&mut self, column: u16, look: Look, shape: Shape) -> Result<(), XlsxError> {
        // a cell that is only formatted does not count for how far a sheet reaches
        if column >= self.last() {
            self.worksheet.write_blank(self.row, column, self.formats.cell(look, shape))?;
            return Ok(());
        }
        self.runs.add(self.worksheet, self.formats, (self.row, column), Formats::slot(look, shape))
    }

    /// A note beside a cell of the current row; one sheet of a workbook may have them.
    pub(super) fn put_note(&mut self, column: u16, said: &str) -> Result<(), XlsxError> {
        self.notes.add(self.worksheet, (self.row, column), text::clean(said))
    }

    /// A number in a cell of the current row, with at least as many decimals as its shape has.
    pub(super) fn put_number(
        &mut self,
        column: u16,
        number: Decimal,
        look: Look,
        shape: Shape,
    ) -> Result<(), XlsxError> {
        let shape = shape.with_at_least(number.normalize().scale());
        match number.to_f64() {
            Some(value) if value.is_finite() => self.put(column, value, look, shape),
            _ => self.put(column, number.to_string(), look, shape),
        }
    }

    /// Makes the current row as high as so many lines need, and leaves it.
    pub(super) fn close_row(&mut self, lines: u32) -> Result<(), XlsxError> {
        self.height(lines, 4.0)?;
        self.row += 1;
        Ok(())
    }

    /// Filter buttons on the header, over the rows written so far.
    pub(super) fn filter(&mut self) -> Result<(), XlsxError> {
        if let Some(header) = self.header.filter(|header| header + 1 < self.row) {
            let last = self.last();
            self.worksheet.autofilter(header, 0, self.row - 1, last)?;
        }
        Ok(())
    }

    /// Says instead of rows that there are none.
    pub(super) fn nothing(&mut self, said: Text) -> Result<(), XlsxError> {
        let format = self.formats.cell(Look::Plain, Shape::Middle);
        self.line(said.say(self.lang), format, false)
    }
}

/// The width of a column that text has in a row of this look.
fn room(column: &Column, look: Look) -> f64 {
    column.width - if look == Look::Further { 1.5 } else { 0.0 }
}

pub(super) fn excel_date(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}
