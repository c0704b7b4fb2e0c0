//! In: a sheet, the widths of its columns and the heights of its rows. Out: where its printed pages end: at the member
//! whose card begins, and never between a table and the signatures below it.
//!
//! Heights are known to a few points only, so a page is taken to be a little smaller than it is.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_xlsxwriter::XlsxError;

use super::face::Face;
use super::sheet::Sheet;

/// Pixels of a digit and of a column's edges, at 96 to the inch.
const DIGIT_PIXELS: f64 = 9.0;
const EDGE_PIXELS: f64 = 5.0;
/// Paper size A3.
const A3: u8 = 8;
/// Pixels and points between the margins of a page across, less a little: of A4, and of A3.
const A4_ROOM: (f64, f64) = (1020.0, 511.0);
const A3_ROOM: (f64, f64) = (1480.0, 756.0);
/// The least scale of a page, in percent.
const LEAST_SCALE: u16 = 10;
/// Most page breaks of a sheet.
const MOST_BREAKS: usize = 1023;
/// How much higher than a page a sheet may be to be printed smaller on one.
const A_LITTLE: f64 = 1.3;

/// Where the pages of a sheet end.
#[derive(Debug)]
pub(super) struct Pages {
    /// The usual height of a row, in points.
    line: f64,
    /// The heights of rows that are not of the usual height, in points.
    pub(super) heights: BTreeMap<u32, f64>,
    /// The last rows of a table, the very last at the end.
    pub(super) last: [u32; 3],
    breaks: Vec<u32>,
    wide: bool,
    whole_head: bool,
    on_one: bool,
}

impl Pages {
    /// Of a sheet in this face.
    pub(super) fn of(face: Face) -> Self {
        Self {
            line: face.height(1, 0.0),
            heights: BTreeMap::new(),
            last: [0; 3],
            breaks: Vec::new(),
            wide: false,
            whole_head: false,
            on_one: false,
        }
    }

    fn height(&self, rows: Range<u32>) -> f64 {
        let count = f64::from(rows.end.saturating_sub(rows.start));
        let other = self.heights.range(rows).map(|(_, height)| height - self.line);
        count * self.line + other.sum::<f64>()
    }

    /// How much of its page is filled above a row, where every page has room for so many points and begins with the head.
    fn filled(&self, row: u32, room: f64, head: f64) -> f64 {
        let mut filled = 0.0;
        for at in 0..row {
            let height = self.height(at..at + 1);
            if self.breaks.contains(&at) || filled + height > room {
                filled = head;
            }
            filled += height;
        }
        if self.breaks.contains(&row) { head } else { filled }
    }
}

impl Sheet<'_> {
    /// Prints on paper of twice the size.
    pub(super) fn on_a3(&mut self) {
        self.worksheet.set_paper_size(A3);
        self.pages.wide = true;
    }

    /// Repeats everything down to the header on every page.
    pub(super) fn repeat_from_top(&mut self) -> Result<(), XlsxError> {
        self.worksheet.set_repeat_rows(0, self.row.saturating_sub(1))?;
        self.pages.whole_head = true;
        Ok(())
    }

    /// The height of some rows, in points.
    pub(super) fn height_of(&self, rows: Range<u32>) -> f64 {
        self.pages.height(rows)
    }

    /// How many points of height a page has when the sheet is printed as wide as it.
    pub(super) fn room(&self) -> f64 {
        let (_, points) = if self.pages.wide { A3_ROOM } else { A4_ROOM };
        points * 100.0 / f64::from(self.scale())
    }

    /// In percent.
    fn scale(&self) -> u16 {
        let (room, _) = if self.pages.wide { A3_ROOM } else { A4_ROOM };
        let pixels: f64 = self.columns.iter().map(|column| column.width.mul_add(DIGIT_PIXELS, EDGE_PIXELS)).sum();
        let fits = |scale: &u16| pixels * f64::from(*scale) <= room * 100.0;
        (LEAST_SCALE..=100).rev().find(fits).unwrap_or(LEAST_SCALE)
    }

    /// Begins new pages at these rows too. A page that is only fitted by its width would not end where it is told to, so
    /// the sheet is scaled instead.
    pub(super) fn begin_pages(&mut self, rows: &[u32]) -> Result<(), XlsxError> {
        self.pages.breaks.extend(rows);
        self.pages.breaks.sort_unstable();
        self.pages.breaks.truncate(MOST_BREAKS);
        if !self.pages.breaks.is_empty() {
            let scale = self.scale();
            self.worksheet.set_print_scale(scale).set_page_breaks(&self.pages.breaks)?;
        }
        Ok(())
    }

    /// Keeps the last rows of the table and what follows them on one page, so many points still to come among it: by
    /// printing a little smaller where that puts all on one page, else by beginning a page at those rows.
    pub(super) fn keep_together(&mut self, to_come: f64) -> Result<(), XlsxError> {
        let (room, row) = (self.room(), self.row);
        if std::mem::take(&mut self.pages.on_one) {
            self.worksheet.set_print_fit_to_pages(1, 0);
        }
        let Some(header) = self.header else { return Ok(()) };
        let whole = self.height_of(0..row) + to_come;
        if whole <= room {
            return Ok(());
        }
        if self.pages.breaks.is_empty() && whole <= room * A_LITTLE {
            self.worksheet.set_print_fit_to_pages(1, 1);
            self.pages.on_one = true;
            return Ok(());
        }
        let head = self.height_of(if self.pages.whole_head { 0..header + 1 } else { header..header + 1 });
        let [first, _, last] = self.pages.last;
        let block = |from: u32| self.height_of(from..row) + to_come;
        let split = last > header + 1 && self.pages.filled(last, room, head) + block(last) > room;
        let from = [first, last].into_iter().find(|from| *from > header + 1 && head + block(*from) <= room);
        match from {
            Some(from) if split => self.begin_pages(&[from]),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;
    use crate::model::Style;
    use crate::write::face::{Face, LINE};

    #[test]
    fn pages_fill_row_by_row_and_begin_with_the_head() {
        let mut pages = Pages::of(Face::of(&Style::default()));
        pages.heights.insert(2, 40.0);
        assert!((pages.height(0..4) - (3.0 * LINE + 40.0)).abs() < 1e-9);
        // two rows and the high one on the first page, then the head and one row
        assert!((pages.filled(4, 2.0 * LINE + 45.0, 10.0) - (10.0 + LINE)).abs() < 1e-9);
        pages.breaks.push(4);
        assert!((pages.filled(4, 1000.0, 10.0) - 10.0).abs() < 1e-9);
    }
}
