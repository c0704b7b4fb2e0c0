//! In: one bloc and the results of earlier years. Out: each member's part of the scale year by year, as a line with its
//! figures and ranks; the units it came out of stand below it on rows of their own, for their lines are not its own.

use plotters::style::RGBColor;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::canvas::{Anchor, Canvas, Pen, line_height};
use super::members::Look;
use super::page::{Page, as_of};
use super::palette::{BAR, BOLD, EDGE, FAINT, FINE, GRID, LEFT, SMALL, WIDTH, accent};
use super::picture::Drawing;
use crate::model::{History, Past};
use crate::wording::{chart as words, headings};
use crate::write::view::View;

/// Years shown, this one among them.
const YEARS: usize = 5;
/// Height of the years' numbers.
const HEAD: i32 = 30;
/// Letters of a name in one line, and its lines, at most.
const NAME: i32 = LEFT - EDGE - 20;
const LINES: usize = 3;

/// What stands in one year.
struct Point {
    year: usize,
    percent: Option<Decimal>,
    said: String,
}

/// A member, or a unit it came out of.
struct Row {
    name: Vec<String>,
    below: Vec<String>,
    former: bool,
    leads: Option<RGBColor>,
    points: Vec<Point>,
    look: Look,
    height: i32,
}

/// The drawing; none without results of any earlier year.
pub(in crate::write) fn years(view: View, history: &History) -> Result<Option<Drawing>, String> {
    let earlier = &history.years[history.years.len().saturating_sub(YEARS - 1)..];
    let mut shown: Vec<u16> = earlier.to_vec();
    shown.push(view.results.scoring.term.year);
    let rows = rows(view, history, &shown);
    let told = || rows.iter().flat_map(|row| &row.points).filter_map(|point| point.percent);
    let Some((least, most)) = told().min().zip(told().max()).filter(|_| !earlier.is_empty()) else { return Ok(None) };
    let scale = words::years_scale(&view.lang.number(least), &view.lang.number(most), view.lang);
    let said = [words::YEARS_NOTE.say(view.lang).to_owned(), scale, as_of(view.brief())];
    let (least, most) = (least.to_f64().unwrap_or_default(), most.to_f64().unwrap_or_default());
    let page = Page::new(view.brief(), words::years_chart(view.lang), &said)?;
    let height = HEAD + rows.iter().map(|row| row.height).sum::<i32>();
    let described = rows.iter().map(|row| in_words(row, &shown));
    page.drawing(height, described, |canvas, top| {
        for (index, year) in shown.iter().enumerate() {
            canvas.write((x(index, shown.len()), top + HEAD / 2), Anchor::Middle, BOLD, &year.to_string())?;
        }
        let mut y = top + HEAD;
        for row in &rows {
            if !row.former {
                canvas.stroke((EDGE, y), (WIDTH - EDGE, y), GRID)?;
            }
            row.paint(canvas, y, shown.len(), (least, most))?;
            y += row.height;
        }
        canvas.stroke((EDGE, y), (WIDTH - EDGE, y), GRID)
    })
    .map(Some)
}

/// Where a year stands.
fn x(index: usize, years: usize) -> i32 {
    let (index, years) = (i32::try_from(index).unwrap_or(0), i32::try_from(years).unwrap_or(1).max(1));
    LEFT + (WIDTH - EDGE - LEFT) * (2 * index + 1) / (2 * years)
}

fn rows(view: View, history: &History, shown: &[u16]) -> Vec<Row> {
    let standings = &view.ranking().standings;
    let look = Look::of(standings.len());
    let mut rows = Vec::new();
    for standing in standings {
        let member = standing.member;
        let leads = view.leads(standing);
        let predecessors = &view.bloc().members[member].predecessors;
        let came = (!predecessors.is_empty()).then(|| headings::came_out_of(&predecessors.join(", "), view.lang));
        for (index, (name, past)) in history.lines(view.index, member).into_iter().enumerate() {
            let own = index == 0;
            let mut points: Vec<Point> = past.iter().filter_map(|past| point(view, past, shown)).collect();
            points.extend(own.then(|| now(view, member, shown.len() - 1)));
            if points.is_empty() {
                continue;
            }
            let said = if own { view.name(member).to_owned() } else { words::former(name, view.lang) };
            let pen = if own && leads { look.bold } else { look.body };
            let name = pen.wrap_within(&said, if own { NAME } else { NAME - 20 }, LINES);
            let below = came.iter().filter(|_| own).flat_map(|said| FINE.wrap_within(said, NAME, 2)).collect();
            rows.push(row(&look, (name, below), points, (!own, (own && leads).then(|| accent(view)))));
        }
    }
    rows
}

fn row(
    look: &Look,
    (name, below): (Vec<String>, Vec<String>),
    points: Vec<Point>,
    (former, leads): (bool, Option<RGBColor>),
) -> Row {
    let least = line_height(FINE) + rise(*look) + if look.is_fine() { 8 } else { 16 };
    let height = least.max(look.height(name.len() + below.len()));
    Row { name, below, former, leads, points, look: *look, height }
}

/// Height of a line's own space, below its figures.
fn rise(look: Look) -> i32 {
    if look.is_fine() { 14 } else { 26 }
}

fn point(view: View, past: &Past, shown: &[u16]) -> Option<Point> {
    let year = shown.iter().position(|year| *year == past.year)?;
    let special = past.provisional || past.bloc.0 != view.bloc().id;
    Some(Point {
        year,
        percent: past.percent(),
        said: figures(view, past.percent(), (past.rank, past.members), special),
    })
}

fn now(view: View, member: usize, year: usize) -> Point {
    let scores = view.member(member);
    let total = scores.complete.then_some(scores.total.total);
    let percent = Past::percent_of(total, view.compact().scale);
    let rank = view.ranking().of(member).and_then(|standing| standing.rank);
    let of = (rank, view.bloc().members.len());
    Point { year, percent, said: figures(view, percent, of, view.ranking().provisional) }
}

/// `92,53% (2/10)`, with an asterisk where it is provisional or of another bloc; a dash where there is no total.
fn figures(view: View, percent: Option<Decimal>, (rank, members): (Option<u32>, usize), special: bool) -> String {
    let Some(percent) = percent else { return "-".to_owned() };
    let rank = rank.map_or_else(String::new, |rank| format!(" ({rank}/{members})"));
    format!("{}%{rank}{}", view.lang.fixed(percent, 2), if special { "*" } else { "" })
}

fn in_words(row: &Row, shown: &[u16]) -> String {
    let points = row.points.iter().map(|point| format!("{} {}", shown[point.year], point.said));
    format!("{}: {}", row.name.join(" "), points.collect::<Vec<_>>().join(", "))
}

impl Row {
    fn paint(&self, canvas: &Canvas, top: i32, years: usize, (least, most): (f64, f64)) -> Result<(), String> {
        let pen = match (self.former, self.leads.is_some()) {
            (true, _) => Pen { colour: FAINT, ..FINE },
            (_, true) => self.look.bold,
            _ => self.look.body,
        };
        let rise = rise(self.look);
        let lines = i32::try_from(self.name.len()).unwrap_or(1) * line_height(pen);
        let below = i32::try_from(self.below.len()).unwrap_or(0) * line_height(FINE);
        let first = top + (self.height - lines - below) / 2;
        let left = if self.former { EDGE + 20 } else { EDGE };
        if let Some(colour) = self.leads {
            canvas.triangle((EDGE - 12, first + line_height(pen) / 2), 7, colour)?;
        }
        canvas.write_lines((left, first + lines / 2), Anchor::Left, pen, &self.name)?;
        let came = Pen { colour: SMALL.colour, ..FINE };
        canvas.write_lines((left, first + lines + below / 2), Anchor::Left, came, &self.below)?;
        let figures = top + (self.height - line_height(FINE) - rise) / 2 + line_height(FINE) / 2;
        let base = figures + line_height(FINE) / 2 + rise;
        let place = |percent: Decimal| {
            let part = (percent.to_f64().unwrap_or_default() - least) / (most - least).max(0.01);
            #[allow(clippy::cast_possible_truncation)]
            let up = (part.clamp(0.0, 1.0) * f64::from(rise - 6)).round() as i32;
            base - 3 - up
        };
        let at = |point: &Point| Some((x(point.year, years), place(point.percent?)));
        for pair in self.points.windows(2).filter(|pair| pair[1].year == pair[0].year + 1) {
            if let (Some(from), Some(to)) = (at(&pair[0]), at(&pair[1])) {
                canvas.thick(from, to, FAINT)?;
            }
        }
        for point in &self.points {
            canvas.write(
                (x(point.year, years), figures),
                Anchor::Middle,
                Pen { colour: pen.colour, ..FINE },
                &point.said,
            )?;
            if let Some(at) = at(point) {
                let now = point.year + 1 == years;
                canvas.dot(at, 4, self.leads.filter(|_| now).unwrap_or(BAR))?;
            }
        }
        Ok(())
    }
}
