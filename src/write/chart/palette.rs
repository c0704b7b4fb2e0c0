//! In: nothing. Out: the sizes, colours and letters of every chart, in one place, so that all have one look.

use plotters::style::RGBColor;

use super::canvas::Pen;
use crate::write::colours::{self, PARTS, is_dark};
use crate::write::view::View;

/// Width of a picture in pixels; one with many columns is wider.
pub(super) const WIDTH: i32 = 1200;
/// Free space at the edges.
pub(super) const EDGE: i32 = 36;
/// Where the bars start.
pub(super) const LEFT: i32 = 350;
/// Where the longest bar may end; the values stand to the right of it.
pub(super) const RIGHT: i32 = 1010;

pub(super) const INK: RGBColor = rgb(colours::INK);
pub(super) const FAINT: RGBColor = RGBColor(0x66, 0x66, 0x66);
pub(super) const GRID: RGBColor = rgb(colours::GRID);
pub(super) const RED: RGBColor = RGBColor(0xB0, 0x00, 0x00);
pub(super) const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
/// The colour of what falls short.
pub(super) const ACCENT: RGBColor = RGBColor(0xC5, 0x5A, 0x11);
/// A bar's or a mark's colour.
pub(super) const BAR: RGBColor = rgb(colours::BAR);
/// A range behind marks.
pub(super) const RANGE: RGBColor = RGBColor(0xE3, 0xEA, 0xF2);

/// Shades of a share from the whole downwards, each darker than the one before.
pub(super) const SHADES: [RGBColor; 6] = [
    RGBColor(0xF3, 0xF7, 0xFB),
    RGBColor(0xD3, 0xE2, 0xF1),
    RGBColor(0xA6, 0xC6, 0xE3),
    RGBColor(0x6C, 0x9C, 0xC9),
    RGBColor(0x3A, 0x6E, 0xA5),
    RGBColor(0x1B, 0x35, 0x5A),
];

const fn pen(size: f64, bold: bool, colour: RGBColor) -> Pen {
    Pen { size, bold, colour }
}

pub(super) const TITLE: Pen = pen(26.0, true, INK);
pub(super) const SUBTITLE: Pen = pen(17.0, false, INK);
pub(super) const WARNING: Pen = pen(17.0, true, RED);
pub(super) const BODY: Pen = pen(16.0, false, INK);
pub(super) const BOLD: Pen = pen(16.0, true, INK);
pub(super) const SMALL: Pen = pen(14.0, false, FAINT);
/// As small, to be read as the body is.
pub(super) const NOTE: Pen = pen(14.0, false, INK);
/// Letters of a picture with many rows.
pub(super) const FINE: Pen = pen(13.0, false, INK);
pub(super) const FINE_BOLD: Pen = pen(13.0, true, INK);
/// Numbers in narrow cells.
pub(super) const TINY: Pen = pen(11.0, false, INK);

/// A leader's colour, as scoring.toml has it.
pub(super) fn accent(view: View) -> RGBColor {
    let own = view.results.scoring.style.accent;
    RGBColor(own.red, own.green, own.blue)
}

/// The colour of the part of this number.
pub(super) fn fill(index: usize) -> RGBColor {
    rgb(PARTS[index % PARTS.len()])
}

/// Black or white, whichever is read better on a colour.
pub(super) fn on(colour: RGBColor) -> RGBColor {
    if is_dark(number(colour)) { PAPER } else { INK }
}

const fn rgb(colour: u32) -> RGBColor {
    let [_, red, green, blue] = colour.to_be_bytes();
    RGBColor(red, green, blue)
}

fn number(RGBColor(red, green, blue): RGBColor) -> u32 {
    u32::from_be_bytes([0, red, green, blue])
}

#[cfg(test)]
mod tests {
    use plotters::style::RGBColor;

    use super::{ACCENT, BAR, PAPER, SHADES, fill, number, on};
    use crate::write::colours::{self, PARTS};

    fn lightness(colour: RGBColor) -> u32 {
        colours::lightness(number(colour))
    }

    /// Neighbouring parts, and the steps of a scale, stay apart without their colours.
    #[test]
    fn a_grey_print_shows_every_edge() {
        let parts: Vec<RGBColor> = (0..PARTS.len()).map(fill).collect();
        for pair in parts.windows(2).chain([[parts[7], parts[0]].as_slice()]) {
            assert!(lightness(pair[0]).abs_diff(lightness(pair[1])) >= 40, "{pair:?}");
        }
        for pair in SHADES.windows(2) {
            assert!(lightness(pair[0]) >= lightness(pair[1]) + 18, "{pair:?}");
        }
        assert!(lightness(BAR) > lightness(ACCENT) + 10 && lightness(PAPER) == 255);
    }

    /// Letters on a ground differ from it by 90 of 255 at least.
    #[test]
    fn letters_are_read_on_every_ground() {
        let parts: Vec<RGBColor> = (0..PARTS.len()).map(fill).collect();
        for ground in parts.iter().chain(&SHADES) {
            assert!(lightness(*ground).abs_diff(lightness(on(*ground))) >= 90, "{ground:?}");
        }
    }
}
