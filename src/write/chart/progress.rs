//! In: the mid-year review of one bloc. Out: the part of every plan of the year that six months reached, as bars with a
//! mark where a plan is on course; of several members their mean. A limit that must not be passed has no bar.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::{Axis, NUMBERS};
use super::canvas::{Anchor, Canvas};
use super::legend::{Legend, Sign};
use super::members::Look;
use super::page::{Page, as_of};
use super::palette::{ACCENT, BAR, BOLD, EDGE, FAINT, INK, LEFT, WIDTH};
use super::picture::Drawing;
use crate::model::BlocLine;
use crate::wording::{headings, midyear as words};
use crate::write::midyear::Midyear;

/// Letters of a name in one line, at most.
const NAME: i32 = LEFT - EDGE - 14;
/// Lines of a name, at most.
const LINES: usize = 5;

/// One plan's row.
struct Row<'a> {
    line: &'a BlocLine,
    name: Vec<String>,
    height: i32,
    on_course: Decimal,
}

/// The drawing.
pub(in crate::write) fn progress(midyear: Midyear) -> Result<Drawing, String> {
    let view = midyear.view;
    let title = headings::progress_chart(view.results.scoring.term, view.lang);
    let page = Page::new(view, title, &said_below(midyear))?;
    let (look, rows) = rows(midyear);
    // a whole plan is the end of the axis
    let axis = Axis::stepped(0.0, 20.0, 5);
    let legend = legend(midyear);
    let start = legend.height + NUMBERS;
    let height = start + rows.iter().map(|row| row.height).sum::<i32>();
    let described = rows.iter().map(|row| format!("{}: {}", row.name.join(" "), shown(midyear, row.line)));
    page.drawing(height, described, |canvas, top| {
        legend.paint(canvas, top)?;
        axis.grid(canvas, (top + start, top + height), view.lang)?;
        let mut y = top + start;
        for row in &rows {
            canvas.write_lines((EDGE, y + row.height / 2), Anchor::Left, look.body, &row.name)?;
            bar(canvas, midyear, (&look, &axis), row, y + row.height / 2)?;
            y += row.height;
        }
        if rows.is_empty() {
            canvas.write((EDGE, top + start - 14), Anchor::Left, BOLD, words::NO_PROGRESS.say(view.lang))?;
        }
        canvas.stroke((LEFT, top + start), (LEFT, top + height), FAINT)
    })
}

fn rows(midyear: Midyear) -> (Look, Vec<Row>) {
    let lines: Vec<&BlocLine> = midyear.review.lines.iter().filter(|line| line.mean.is_some()).collect();
    let look = Look::of(lines.len());
    let rows = lines.into_iter().map(|line| {
        let of = (line.criterion, line.row.as_str());
        let name = look.body.wrap_within(&format!("{} {}", midyear.code(of), midyear.label(of)), NAME, LINES);
        let on_course = midyear.levels(line.criterion).on_course;
        Row { line, height: look.height(name.len()), name, on_course }
    });
    (look, rows.collect())
}

fn bar(canvas: &Canvas, midyear: Midyear, (look, axis): (&Look, &Axis), row: &Row, y: i32) -> Result<(), String> {
    let Some(mean) = row.line.mean else { return Ok(()) };
    let behind = mean < row.on_course;
    let (end, half) = (x(axis, mean), look.half - 2);
    if end > LEFT {
        canvas.fill((LEFT, y - half), (end, y + half), if behind { ACCENT } else { BAR })?;
    }
    let pen = if behind { look.bold } else { look.body };
    let mark = x(axis, row.on_course);
    let said = shown(midyear, row.line);
    // a percentage that would stand on the mark is moved behind it
    let over = (end..end + 12 + pen.width(&said)).contains(&mark);
    canvas.label((if over { mark } else { end } + 8, y), pen, &said)?;
    canvas.fill((mark - 1, y - half - 4), (mark + 1, y + half + 4), INK)
}

fn shown(midyear: Midyear, line: &BlocLine) -> String {
    let half = midyear.levels(line.criterion);
    let levels = [Decimal::ONE, half.on_course, half.at_risk];
    words::percent_of_plan(midyear.view.lang, line.mean.unwrap_or_default(), &levels)
}

fn legend(midyear: Midyear) -> Legend {
    let entries = [
        (Sign::Tick, words::ON_COURSE_MARK),
        (Sign::Fill(BAR), words::BAR_ON_COURSE),
        (Sign::Fill(ACCENT), words::BAR_BEHIND),
    ];
    let entries = entries.into_iter().map(|(sign, said)| (sign, said.say(midyear.view.lang).to_owned()));
    Legend::new(entries.collect(), WIDTH)
}

fn x(axis: &Axis, part: Decimal) -> i32 {
    axis.x(part.to_f64().unwrap_or_default() * 100.0)
}

fn said_below(midyear: Midyear) -> Vec<String> {
    let mut said = midyear.policy();
    if midyear.review.members.len() > 1 {
        said.push(words::MEAN.say(midyear.view.lang).to_owned());
    }
    said.push(as_of(midyear.view));
    said
}
