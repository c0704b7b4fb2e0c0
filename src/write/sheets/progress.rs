//! In: the mid-year review of a bloc. Out: every plan of the year against six months, member by member: how much of it
//! was reached, how that compares with the same period, and the chance of fulfilment with its arithmetic.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::model::{HalfYear, PlanKind, PlanLine};
use crate::wording::{headings, midyear as words};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::midyear::{Midyear, prospect};
use crate::write::sheet::{Cell, Column, column};
use crate::write::view::View;

/// Decimals of a percentage, at least.
const PLACES: u32 = 2;

/// Which of the columns that not every review needs are there.
#[derive(Clone, Copy)]
struct Shown {
    due: bool,
    previous: bool,
}

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View, midyear: Midyear) -> Result<(), XlsxError> {
    let lang = view.lang;
    let lines = || midyear.review.members.iter().flat_map(|member| &member.lines);
    let shown =
        Shown { due: lines().any(|line| line.due.is_some()), previous: lines().any(|line| line.previous.is_some()) };
    let mut sheet = book.sheet(words::PROGRESS.say(lang), columns(midyear, shown))?;
    letterhead::heading(&mut sheet)?;
    let title = headings::progress_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    sheet.header(3)?;
    for (member, review) in midyear.review.members.iter().enumerate().filter(|(_, review)| !review.lines.is_empty()) {
        sheet.band(view.name(member))?;
        for (index, line) in review.lines.iter().enumerate() {
            sheet.cells(Look::Plain, &cells((view, midyear), shown, (member, index), line))?;
        }
    }
    if lines().next().is_none() {
        sheet.nothing(words::NO_PLANS)?;
    }
    for said in midyear.policy() {
        sheet.sentence(&said)?;
    }
    let without = view.compact().criteria.iter().filter(|criterion| criterion.planned().is_empty()).count();
    if without > 0 {
        sheet.sentence(&words::without_plan(lang, without))?;
    }
    sheet.sentence(&headings::as_of(&lang.date(view.results.scoring.as_of), lang))?;
    letterhead::signatures(&mut sheet, Some(view.bloc()))
}

fn columns(midyear: Midyear, shown: Shown) -> Vec<Column> {
    let lang = midyear.view.lang;
    let say = |text: crate::diag::Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![
        say(headings::NUMBER, 5.5),
        say(headings::CODE, 8.0),
        say(words::INDICATOR, 36.0),
        say(headings::UNIT, 10.0),
        say(words::PLAN_OF_YEAR, 12.0),
    ];
    columns.extend(shown.due.then(|| say(words::DUE, 12.0)));
    columns.extend([say(words::SIX_MONTHS, 12.0), say(words::OF_PLAN, 13.0)]);
    if shown.previous {
        columns.extend([say(words::PREVIOUS, 12.0), say(words::ON_PREVIOUS, 12.0)]);
    }
    columns.extend([say(words::PROSPECT, 18.0), say(words::BASIS, 44.0)]);
    columns
}

fn cells(
    (view, midyear): (View, Midyear),
    shown: Shown,
    (member, index): (usize, usize),
    line: &PlanLine,
) -> Vec<Cell> {
    let lang = view.lang;
    let of = (line.criterion, line.row.as_str());
    let plan = match line.plan {
        // growth is planned in percent, whatever the unit of the figures
        Some(plan) if midyear.kind(line) == PlanKind::Growth => Cell::Mark(format!("{}%", lang.number(plan))),
        plan => number(plan),
    };
    let mut cells = vec![
        Cell::Count(index + 1),
        Cell::Text(midyear.code(of)),
        Cell::Text(midyear.label(of)),
        Cell::Mark(midyear.criterion(line.criterion).unit.clone()),
        plan,
    ];
    cells.extend(shown.due.then(|| number(line.due)));
    cells.extend([number(line.actual), percent(line.of_plan, midyear.levels(line.criterion))]);
    if shown.previous {
        cells.extend([number(line.previous), percent(line.on_previous, midyear.levels(line.criterion))]);
    }
    cells.extend([Cell::Mark(prospect(line.prospect, lang)), Cell::Text(midyear.because(view.panel(), member, line))]);
    cells
}

fn number(number: Option<Decimal>) -> Cell {
    number.map_or_else(Cell::dash, |number| Cell::Number(number, 0))
}

/// A part in percent, never on a level that it is not at.
pub(super) fn percent(part: Option<Decimal>, half: &HalfYear) -> Cell {
    part.and_then(|part| half.percent(part)).map_or_else(Cell::dash, |percent| Cell::Number(percent, PLACES))
}
