//! In: the font of scoring.toml and its size. Out: how wide its letters and how high its lines are, in the measures of
//! workbooks.

use crate::model::{Font, Style};

/// Height of a line at the usual size, in points.
pub(super) const LINE: f64 = 16.5;
/// The size that the row heights of the usual look are made for, in points.
const USUAL: f64 = 13.0;
/// How much wider than Times, in digits, the widest of a hundred names and sentences is set: bold Verdana's.
const WIDER: f64 = 1.06;

/// More lines than any row holds.
const MOST_LINES: u32 = 60;

/// A font at a size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    /// The font.
    pub(super) font: Font,
    /// Its size in points.
    pub(super) size: u16,
}

impl Face {
    /// That of scoring.toml.
    pub(super) fn of(style: &Style) -> Self {
        Self { font: style.font, size: style.font_size }
    }

    /// The height of so many lines in points, with this much at the edges.
    pub(super) fn height(self, lines: u32, edges: f64) -> f64 {
        (LINE * f64::from(self.size) / USUAL).mul_add(f64::from(lines), edges)
    }

    /// How many lines a row of this height holds.
    pub(super) fn most_lines(self, highest: f64) -> u32 {
        (1..=MOST_LINES).take_while(|lines| self.height(*lines, 4.0) <= highest).last().unwrap_or(1)
    }

    /// The width that is left for letters of Times in a cell of so many digits of this font.
    pub(super) fn room(self, width: f64) -> f64 {
        if self.font == Font::Times { width } else { width / WIDER }
    }

    /// The height of an empty row in pixels.
    pub(super) fn row_pixels(self) -> u32 {
        u32::from(self.size) * 22 / 13
    }

    /// The width of an untouched column in pixels, as the workbook library knows it for a digit's width.
    pub(super) fn column_pixels(self) -> u32 {
        match self.size {
            ..=10 => 56,
            11 => 64,
            12 | 13 => 72,
            _ => 80,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Face;
    use crate::model::{Font, Style};

    #[test]
    fn the_library_knows_a_column_width_for_every_size() {
        for size in Style::FONT_SIZES {
            let face = Face { font: Font::Times, size };
            let mut book = rust_xlsxwriter::Workbook::new();
            let format = rust_xlsxwriter::Format::new();
            assert!(book.set_default_format(&format, face.row_pixels(), face.column_pixels()).is_ok(), "{size}");
        }
    }

    #[test]
    fn rows_grow_with_the_letters() {
        let usual = Face::of(&Style::default());
        assert!((usual.height(2, 4.0) - 37.0).abs() < 1e-9);
        assert_eq!((usual.row_pixels(), usual.column_pixels()), (22, 72));
        let small = Face { size: 10, ..usual };
        assert!(small.height(2, 4.0) < 30.0 && small.row_pixels() == 16);
        assert!(Face { font: Font::Verdana, ..usual }.room(20.0) < 19.0);
    }
}
