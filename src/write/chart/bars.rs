//! In: one bloc. Out: its totals as ranked bars, the best on top.

use plotters::style::RGBColor;

use super::canvas::{Canvas, Pen};
use super::frame::{ACCENT, BODY, BOLD, Frame, LEFT, Row};
use super::picture::Picture;
use crate::wording::headings as words;
use crate::write::view::View;

/// Colour of a bar.
const BAR: RGBColor = RGBColor(0x5B, 0x84, 0xB1);
/// Half the thickness of a bar.
const HALF: i32 = 12;

/// The picture.
pub(in crate::write) fn totals(view: View) -> Result<Picture, String> {
    let frame = Frame::new(view, words::totals_chart(view.results.scoring.term, view.lang))?;
    frame.picture(|_, _| Ok(()), |canvas, row, y| bar(&frame, canvas, row, y))
}

fn bar(frame: &Frame, canvas: &Canvas, row: &Row, y: i32) -> Result<(), String> {
    if !frame.view.whole(row.standing) {
        return frame.lacking(canvas, row, y);
    }
    let leads = frame.view.leads(row.standing);
    let end = frame.x(row.standing.total.to_f64());
    canvas.fill((LEFT, y - HALF), (end, y + HALF), if leads { ACCENT } else { BAR })?;
    let pen: Pen = if leads { BOLD } else { BODY };
    canvas.label((end + 8, y), pen, &frame.total(row.standing))
}
