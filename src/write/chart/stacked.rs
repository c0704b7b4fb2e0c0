//! In: one bloc. Out: its totals as bars of the top fields of the scale, in the order of the ranking.
//!
//! Neighbouring colours differ in lightness, so that a grey print still shows the parts; bonus and penalty
//! are said beside the total.

use super::axis::{Axis, NUMBERS};
use super::bars::{axis, ground};
use super::canvas::{Anchor, Canvas, Pen};
use super::legend::{Legend, Sign};
use super::members::{Members, Row, total};
use super::page::{Page, basis};
use super::palette::{EDGE, FAINT, LEFT, PAPER, RIGHT, SMALL, WIDTH, fill, on};
use super::picture::Drawing;
use crate::model::{Field, FieldKind, Points};
use crate::wording::headings as words;
use crate::write::view::View;

/// Letters of what stands beside a total.
const BESIDE: Pen = Pen { size: 12.0, ..SMALL };

/// The drawing.
pub(in crate::write) fn fields(view: View) -> Result<Drawing, String> {
    let title = words::fields_chart(view.results.scoring.term, view.lang);
    let page = Page::new(view.brief(), title, &basis(view.brief()))?;
    let (members, fields) = (Members::of(view), view.top_fields(FieldKind::Scale));
    let axis = axis(view).between(LEFT, RIGHT.min(WIDTH - EDGE - room(view, &members)));
    let entries = fields.iter().enumerate();
    let entries =
        entries.map(|(index, field)| (Sign::Fill(fill(index)), heading(view, &view.compact().fields[*field])));
    let legend = Legend::new(if members.any_whole() { entries.collect() } else { Vec::new() }, WIDTH);
    let start = legend.height + NUMBERS;
    page.drawing(start + members.height(), members.described(), |canvas, top| {
        legend.paint(canvas, top)?;
        ground(canvas, view, &members, &axis, top + start)?;
        members.each(canvas, top + start, |_, row, y| bar(canvas, &members, &axis, (row, y), (view, &fields)))?;
        canvas.stroke((LEFT, top + start), (LEFT, top + start + members.height()), FAINT)
    })
}

/// `I. Economy (400)`.
pub(super) fn heading(view: View, field: &Field) -> String {
    format!("{}. {} ({})", field.id, field.name, view.lang.number(field.maximum.decimal()))
}

fn bar(
    canvas: &Canvas,
    members: &Members,
    axis: &Axis,
    (row, y): (&Row, i32),
    (view, fields): (View, &[usize]),
) -> Result<(), String> {
    if !view.whole(row.standing) {
        return members.lacking(canvas, row, y);
    }
    let (member, half) = (row.standing.member, members.look.half);
    let (mut from, mut sum) = (LEFT, Points::ZERO);
    for (index, field) in fields.iter().enumerate() {
        let points = view.member(member).fields[*field].points;
        sum = sum + points;
        let to = axis.x(sum.to_f64());
        if to > from {
            canvas.fill((from, y - half), (to, y + half), fill(index))?;
            let label = view.lang.number(points.decimal());
            let pen = Pen { colour: on(fill(index)), size: SMALL.size.min(members.look.body.size), ..SMALL };
            if pen.width(&label) + 4 <= to - from {
                canvas.write((i32::midpoint(from, to), y), Anchor::Middle, pen, &label)?;
            }
            if index > 0 {
                canvas.stroke((from, y - half), (from, y + half), PAPER)?;
            }
        }
        from = from.max(to);
    }
    label(canvas, view, members, row, (from + 8, y))
}

/// The total, and below or beside it what makes it differ from the sum of the parts.
fn label(canvas: &Canvas, view: View, members: &Members, row: &Row, (x, y): (i32, i32)) -> Result<(), String> {
    let (pen, said) = (members.pen(row.standing), total(view, row.standing));
    let beside = beside(view, row.standing.member);
    if beside.is_empty() {
        return canvas.label((x, y), pen, &said);
    }
    if members.look.is_fine() {
        canvas.label((x, y), pen, &said)?;
        return canvas.label((x + pen.width(&said) + 4, y), BESIDE, &beside);
    }
    canvas.label((x, y - 8), pen, &said)?;
    canvas.label((x, y + 9), BESIDE, &beside)
}

/// The widest label.
fn room(view: View, members: &Members) -> i32 {
    let whole = members.rows.iter().filter(|row| view.whole(row.standing));
    let widths = whole.map(|row| {
        let total = members.look.bold.width(&total(view, row.standing));
        let beside = BESIDE.width(&beside(view, row.standing.member));
        8 + if members.look.is_fine() { total + 4 + beside } else { total.max(beside) }
    });
    widths.max().unwrap_or_default()
}

/// What makes the total differ from the sum of the parts.
fn beside(view: View, member: usize) -> String {
    let (total, lang) = (&view.member(member).total, view.lang);
    let mut said = Vec::new();
    if total.scaled != total.got {
        said.push(words::beside_rescaled(&lang.number(total.scaled.decimal()), lang));
    }
    if total.bonus != Points::ZERO {
        said.push(words::beside_bonus(&lang.number(total.bonus.decimal()), lang));
    }
    if total.penalty != Points::ZERO {
        said.push(words::beside_penalty(&lang.number((-total.penalty).decimal()), lang));
    }
    said.join("; ")
}
