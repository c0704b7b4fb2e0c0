//! In: one bloc and the results of earlier years. Out: what each member reached year by year, and under it the units
//! it came out of, each on a row of its own: nothing is added up and no mean is taken.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::model::{History, Past, Points};
use crate::wording::headings as words;
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Earlier years on the sheet; ket-qua.json has all.
const YEARS: usize = 4;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View, history: &History) -> Result<(), XlsxError> {
    let lang = view.lang;
    let years = &history.years[history.years.len().saturating_sub(YEARS)..];
    let mut sheet = book.sheet(words::HISTORY.say(lang), columns(view, years))?;
    letterhead::heading(&mut sheet)?;
    let about = letterhead::about(view.bloc(), view.compact());
    letterhead::titles(&mut sheet, &words::history_title(lang), &about, view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    sheet.header(2)?;
    for (number, standing) in view.ranking().standings.iter().enumerate() {
        let rows = rows(view, history, years, (number + 1, standing.member));
        for (index, cells) in rows.into_iter().enumerate() {
            sheet.cells(if index == 0 { Look::Plain } else { Look::Further }, &cells)?;
        }
    }
    if history.years.is_empty() {
        sheet.sentence(words::NO_HISTORY.say(lang))?;
    }
    sheet.sentence(words::HISTORY_NOTE.say(lang))?;
    if years.len() < history.years.len() {
        sheet.sentence(&words::history_cut(years.len(), lang))?;
    }
    letterhead::signatures(&mut sheet, Some(view.bloc()))
}

fn columns(view: View, years: &[u16]) -> Vec<Column> {
    let lang = view.lang;
    let say = |text: crate::diag::Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![say(words::NUMBER, 5.5), say(words::MEMBER, 32.0)];
    for year in years.iter().copied().chain([view.results.scoring.term.year]) {
        for (text, width) in [(words::RANK, 9.0), (words::TOTAL, 10.0), (words::SHARE_OF_SCALE, 10.0)] {
            columns.push(column(words::of_year(text.say(lang), year, lang), width));
        }
    }
    columns.push(say(words::REMARKS, 36.0));
    columns
}

/// What stands in the three columns of a year.
struct Reached {
    rank: Option<u32>,
    members: usize,
    total: Option<Points>,
    percent: Option<Decimal>,
}

/// The member's own row, then one for each unit it came out of, in the order in which they appear.
fn rows(view: View, history: &History, years: &[u16], (number, member): (usize, usize)) -> Vec<Vec<Cell>> {
    let lines = history.lines(view.index, member).into_iter().map(|(name, mut past)| {
        past.retain(|past| years.contains(&past.year));
        (name, past)
    });
    let lines = lines.enumerate().filter(|(index, (_, past))| *index == 0 || !past.is_empty());
    let row = |(index, (name, past)): (usize, (&str, Vec<&Past>))| {
        if index == 0 {
            let first = vec![Cell::Count(number), Cell::Text(view.name(member).to_owned())];
            return row(view, first, years, &past, Some(member));
        }
        row(view, vec![Cell::Blank, Cell::Text(name.to_owned())], years, &past, None)
    };
    lines.map(row).collect()
}

fn row(view: View, mut cells: Vec<Cell>, years: &[u16], past: &[&Past], member: Option<usize>) -> Vec<Cell> {
    let places = view.compact().total_places;
    for year in years {
        let reached = past.iter().find(|past| past.year == *year).map(|past| Reached {
            rank: past.rank,
            members: past.members,
            total: past.total,
            percent: past.percent(),
        });
        cells.extend(of_year(reached, places));
    }
    cells.extend(of_year(member.map(|member| now(view, member)), places));
    cells.push(Cell::Text(capital(&remarks(view, past, member).join("; "))));
    cells
}

fn now(view: View, member: usize) -> Reached {
    let (scores, bloc) = (view.member(member), view.bloc());
    let total = scores.complete.then_some(scores.total.total);
    Reached {
        rank: view.ranking().of(member).and_then(|standing| standing.rank),
        members: bloc.members.len(),
        total,
        percent: Past::percent_of(total, view.compact().scale),
    }
}

fn of_year(reached: Option<Reached>, places: Option<u32>) -> [Cell; 3] {
    let Some(reached) = reached else { return [Cell::dash(), Cell::dash(), Cell::dash()] };
    let rank = reached.rank.map_or_else(Cell::dash, |rank| Cell::Mark(format!("{rank}/{}", reached.members)));
    let percent = reached.percent.map_or_else(Cell::dash, |percent| Cell::Number(percent, 2));
    [rank, Cell::points_or_dash(reached.total, places), percent]
}

fn remarks(view: View, past: &[&Past], member: Option<usize>) -> Vec<String> {
    let mut said = Vec::new();
    match member.map(|member| &view.bloc().members[member].predecessors) {
        None => said.push(words::FORMER_UNIT.say(view.lang).to_owned()),
        Some(predecessors) if !predecessors.is_empty() => {
            said.push(words::came_out_of(&predecessors.join(", "), view.lang));
        }
        Some(_) => {}
    }
    for past in past {
        if past.bloc.0 != view.bloc().id {
            said.push(words::in_another_bloc(past.year, &past.bloc.1, view.lang));
        }
        if past.provisional {
            said.push(words::was_provisional(past.year, view.lang));
        }
        if member.is_some_and(|member| past.name != view.name(member)) {
            said.push(words::was_called(past.year, &past.name, view.lang));
        }
    }
    said
}
