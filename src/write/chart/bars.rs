//! In: one bloc. Out: its totals as ranked bars, the best on top, on an axis from zero.

use super::axis::{Axis, NUMBERS};
use super::canvas::{Anchor, Canvas};
use super::members::{Members, Row, total};
use super::page::{Page, basis};
use super::palette::{BAR, BOLD, FAINT, LEFT, accent};
use super::picture::Drawing;
use crate::wording::headings as words;
use crate::write::view::View;

/// The drawing.
pub(in crate::write) fn totals(view: View) -> Result<Drawing, String> {
    let title = words::totals_chart(view.results.scoring.term, view.lang);
    let page = Page::new(view.brief(), title, &basis(view.brief()))?;
    let (members, axis) = (Members::of(view), axis(view));
    let height = NUMBERS + members.height();
    page.drawing(height, members.described(), |canvas, top| {
        ground(canvas, view, &members, &axis, top + NUMBERS)?;
        members.each(canvas, top + NUMBERS, |_, row, y| bar(canvas, view, &members, &axis, (row, y)))?;
        canvas.stroke((LEFT, top + NUMBERS), (LEFT, top + height), FAINT)
    })
}

/// The axis of totals: to the best of them, or to the whole scale.
pub(super) fn axis(view: View) -> Axis {
    let best = view.ranking().standings.iter().filter(|standing| view.whole(standing));
    Axis::from_zero(best.map(|standing| standing.total.to_f64()).fold(view.compact().scale.to_f64(), f64::max))
}

/// The lines behind the rows; where nobody has a total, that.
pub(super) fn ground(canvas: &Canvas, view: View, members: &Members, axis: &Axis, top: i32) -> Result<(), String> {
    if members.any_whole() {
        return axis.grid(canvas, (top, top + members.height()), view.lang);
    }
    canvas.write((LEFT, top - 16), Anchor::Left, BOLD, words::NO_BARS.say(view.lang))
}

fn bar(canvas: &Canvas, view: View, members: &Members, axis: &Axis, (row, y): (&Row, i32)) -> Result<(), String> {
    if !view.whole(row.standing) {
        return members.lacking(canvas, row, y);
    }
    let (half, end) = (members.look.half, axis.x(row.standing.total.to_f64()));
    canvas.fill((LEFT, y - half), (end, y + half), if view.leads(row.standing) { accent(view) } else { BAR })?;
    canvas.label((end + 8, y), members.pen(row.standing), &total(view, row.standing))
}
