//! In: one bloc. Out: its totals as bars of the top fields of the scale, in the order of the ranking.
//!
//! Neighbouring colours differ in lightness, so that a grey print still shows the parts; bonus and penalty
//! are said beside the total.

use plotters::style::RGBColor;

use super::canvas::{Anchor, Canvas, Pen, line_height};
use super::frame::{BODY, BOLD, EDGE, Frame, INK, LEFT, Row, SMALL, WIDTH};
use super::picture::Picture;
use crate::model::{FieldKind, Points};
use crate::wording::headings as words;
use crate::write::view::View;

/// Fills, dark and light by turns.
const FILLS: [RGBColor; 8] = [
    RGBColor(0x1F, 0x3B, 0x63),
    RGBColor(0x9D, 0xC3, 0xE6),
    RGBColor(0x3E, 0x74, 0xAD),
    RGBColor(0xF4, 0xCC, 0x9F),
    RGBColor(0x8A, 0x4B, 0x1C),
    RGBColor(0xD9, 0xD9, 0xD9),
    RGBColor(0x59, 0x59, 0x59),
    RGBColor(0xB7, 0xD7, 0xA8),
];
const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
/// Half the thickness of a bar.
const HALF: i32 = 13;
/// Side of a box in the legend.
const BOX: i32 = 16;
/// Names longer than this are wrapped in the legend.
const LEGEND_NAME: i32 = 500;

/// An entry of the legend: its place, its fill, its lines.
struct Entry {
    at: (i32, i32),
    fill: RGBColor,
    lines: Vec<String>,
}

/// The picture.
pub(in crate::write) fn fields(view: View) -> Result<Picture, String> {
    let mut frame = Frame::new(view, words::fields_chart(view.results.scoring.term, view.lang))?;
    let fields = view.top_fields(FieldKind::Scale);
    let (entries, height) = legend(view, &fields);
    frame.legend = height;
    frame.picture(
        |canvas, top| entries.iter().try_for_each(|entry| paint_entry(canvas, entry, top)),
        |canvas, row, y| bar(&frame, canvas, row, y, &fields),
    )
}

/// Entries from left to right in as many rows as they need.
fn legend(view: View, fields: &[usize]) -> (Vec<Entry>, i32) {
    let (mut x, mut y, mut tallest) = (EDGE, 18, 0);
    let mut entries = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let field = &view.compact().fields[*field];
        let said = format!("{}. {} ({})", field.id, field.name, view.lang.number(field.maximum.decimal()));
        let lines = SMALL.wrap(&said, LEGEND_NAME);
        let width = lines.iter().map(|line| SMALL.width(line)).max().unwrap_or_default() + BOX + 30;
        if x > EDGE && x + width > WIDTH - EDGE {
            (x, y, tallest) = (EDGE, y + tallest, 0);
        }
        tallest = tallest.max(i32::try_from(lines.len()).unwrap_or(1) * line_height(SMALL) + 8);
        entries.push(Entry { at: (x, y), fill: fill(index), lines });
        x += width;
    }
    (entries, y + tallest)
}

fn paint_entry(canvas: &Canvas, entry: &Entry, top: i32) -> Result<(), String> {
    let (x, y) = (entry.at.0, entry.at.1 + top);
    canvas.fill((x, y - BOX / 2), (x + BOX, y + BOX / 2), entry.fill)?;
    let mut line_y = y;
    for line in &entry.lines {
        canvas.write((x + BOX + 8, line_y), Anchor::Left, Pen { colour: INK, ..SMALL }, line)?;
        line_y += line_height(SMALL);
    }
    Ok(())
}

fn fill(index: usize) -> RGBColor {
    FILLS[index % FILLS.len()]
}

fn bar(frame: &Frame, canvas: &Canvas, row: &Row, y: i32, fields: &[usize]) -> Result<(), String> {
    if !frame.view.whole(row.standing) {
        return frame.lacking(canvas, row, y);
    }
    let (view, member) = (frame.view, row.standing.member);
    let scores = view.member(member);
    let (mut from, mut sum) = (LEFT, Points::ZERO);
    for (index, field) in fields.iter().enumerate() {
        let points = scores.fields[*field].points;
        sum = sum + points;
        let to = frame.x(sum.to_f64());
        if to > from {
            canvas.fill((from, y - HALF), (to, y + HALF), fill(index))?;
            let label = view.lang.number(points.decimal());
            let pen = Pen { colour: on(fill(index)), ..SMALL };
            if pen.width(&label) + 4 <= to - from {
                canvas.write((i32::midpoint(from, to), y), Anchor::Middle, pen, &label)?;
            }
            if index > 0 {
                canvas.stroke((from, y - HALF), (from, y + HALF), PAPER)?;
            }
        }
        from = from.max(to);
    }
    let pen = if view.leads(row.standing) { BOLD } else { BODY };
    let end = from + 8;
    let beside = beside(view, member);
    if beside.is_empty() {
        return canvas.label((end, y), pen, &frame.total(row.standing));
    }
    canvas.label((end, y - 8), pen, &frame.total(row.standing))?;
    canvas.label((end, y + 9), Pen { size: 12.0, ..SMALL }, &beside)
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

/// Black or white, whichever is read better on a fill.
fn on(fill: RGBColor) -> RGBColor {
    let light = u32::from(fill.0) * 299 + u32::from(fill.1) * 587 + u32::from(fill.2) * 114;
    if light > 140_000 { INK } else { PAPER }
}
