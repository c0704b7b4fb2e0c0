//! In: the mid-year review of one bloc. Out: the part of every plan of the year that six months reached, as bars with a
//! mark where a plan is on course; of several members their mean. A limit that must not be passed has no bar.

use plotters::style::RGBColor;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::canvas::{Anchor, Canvas, Pen, draw, line_height, register_fonts};
use super::frame::{ACCENT, BODY, BOLD, EDGE, FAINT, INK, LEFT, SMALL, WIDTH, grid, paint_titles, titles, x_of};
use super::picture::Picture;
use crate::model::BlocLine;
use crate::wording::{headings, midyear as words};
use crate::write::midyear::Midyear;
use crate::write::text;

/// Colour of a bar that is on course.
const BAR: RGBColor = RGBColor(0x5B, 0x84, 0xB1);
/// Half the thickness of a bar.
const HALF: i32 = 10;
/// Letters of a name in one line, at most.
const NAME: i32 = LEFT - EDGE - 14;
/// The end of the axis: a whole plan.
const WHOLE: f64 = 100.0;
/// The step of the axis.
const STEP: f64 = 20.0;

/// One plan's row.
struct Row<'a> {
    line: &'a BlocLine,
    name: Vec<String>,
    height: i32,
    on_course: Decimal,
}

/// The picture.
pub(in crate::write) fn progress(midyear: Midyear) -> Result<Picture, String> {
    register_fonts()?;
    let view = midyear.view;
    let title = headings::progress_chart(view.results.scoring.term, view.lang);
    let above = titles(view, &title);
    let rows = rows(midyear);
    let head = above.iter().map(|(pen, _)| line_height(*pen)).sum::<i32>() + EDGE;
    let top = head + 62;
    let bottom = top + rows.iter().map(|row| row.height).sum::<i32>();
    let below = SMALL.wrap(&said_below(midyear), WIDTH - 2 * EDGE);
    let foot = i32::try_from(below.len()).unwrap_or(1) * line_height(SMALL);
    let svg = draw((WIDTH, bottom + 26 + foot + EDGE), |canvas| {
        paint_titles(canvas, &above)?;
        legend(canvas, head + 18, midyear)?;
        grid(canvas, (top, bottom), (WHOLE, STEP), view.lang)?;
        let mut y = top;
        for row in &rows {
            canvas.write_lines((EDGE, y + row.height / 2), Anchor::Left, BODY, &row.name)?;
            bar(canvas, midyear, row, y + row.height / 2)?;
            y += row.height;
        }
        if rows.is_empty() {
            canvas.write((LEFT, top - 40), Anchor::Left, BOLD, words::NO_PROGRESS.say(view.lang))?;
        }
        canvas.stroke((LEFT, top), (LEFT, bottom), FAINT)?;
        canvas.write_lines((EDGE, bottom + 26 + foot / 2), Anchor::Left, SMALL, &below)
    })?;
    Picture::of(&svg, &title, &described(midyear, &rows))
}

fn rows(midyear: Midyear) -> Vec<Row> {
    let lines = midyear.review.lines.iter().filter(|line| line.mean.is_some());
    let rows = lines.map(|line| {
        let said =
            format!("{} {}", midyear.code((line.criterion, &line.row)), midyear.label((line.criterion, &line.row)));
        let name = BODY.wrap(&said, NAME);
        let count = i32::try_from(name.len()).unwrap_or(1);
        let on_course = midyear.levels(line.criterion).on_course;
        Row { line, name, height: (count * line_height(BODY) + 12).max(34), on_course }
    });
    rows.collect()
}

fn bar(canvas: &Canvas, midyear: Midyear, row: &Row, y: i32) -> Result<(), String> {
    let Some(mean) = row.line.mean else { return Ok(()) };
    let behind = mean < row.on_course;
    let end = x(mean);
    if end > LEFT {
        canvas.fill((LEFT, y - HALF), (end, y + HALF), if behind { ACCENT } else { BAR })?;
    }
    let pen: Pen = if behind { BOLD } else { BODY };
    let mark = x(row.on_course);
    let said = shown(midyear, row.line);
    // a percentage that would stand on the mark is moved behind it
    let over = (end..end + 12 + pen.width(&said)).contains(&mark);
    canvas.label((if over { mark } else { end } + 8, y), pen, &said)?;
    tick(canvas, mark, y)
}

fn shown(midyear: Midyear, line: &BlocLine) -> String {
    let half = midyear.levels(line.criterion);
    let levels = [Decimal::ONE, half.on_course, half.at_risk];
    words::percent_of_plan(midyear.view.lang, line.mean.unwrap_or_default(), &levels)
}

/// Where a plan is on course.
fn tick(canvas: &Canvas, x: i32, y: i32) -> Result<(), String> {
    canvas.fill((x - 1, y - HALF - 4), (x + 1, y + HALF + 4), INK)
}

fn legend(canvas: &Canvas, y: i32, midyear: Midyear) -> Result<(), String> {
    let lang = midyear.view.lang;
    tick(canvas, EDGE + 6, y)?;
    let pen = Pen { colour: INK, ..SMALL };
    let first = words::ON_COURSE_MARK.say(lang);
    canvas.write((EDGE + 20, y), Anchor::Left, pen, first)?;
    let mut at = EDGE + 20 + pen.width(first) + 30;
    for (colour, said) in [(BAR, words::BAR_ON_COURSE), (ACCENT, words::BAR_BEHIND)] {
        canvas.fill((at, y - 7), (at + 14, y + 7), colour)?;
        canvas.write((at + 22, y), Anchor::Left, pen, said.say(lang))?;
        at += 22 + pen.width(said.say(lang)) + 30;
    }
    Ok(())
}

fn x(part: Decimal) -> i32 {
    x_of(part.to_f64().unwrap_or_default())
}

fn said_below(midyear: Midyear) -> String {
    let lang = midyear.view.lang;
    let mut said = midyear.policy();
    if midyear.review.members.len() > 1 {
        said.push(words::MEAN.say(lang).to_owned());
    }
    said.push(headings::as_of(&lang.date(midyear.view.results.scoring.as_of), lang));
    said.join(" ")
}

/// The picture in words.
fn described(midyear: Midyear, rows: &[Row]) -> String {
    let own = rows.iter().map(|row| format!("{}: {}", row.name.join(" "), shown(midyear, row.line)));
    let said = own.chain([said_below(midyear)]).collect::<Vec<_>>().join("; ");
    text::line(&said)
}
