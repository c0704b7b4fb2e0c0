//! In: one bloc. Out: every figure that is an estimate or a forecast, with the mark that rests on it for now.

use rust_xlsxwriter::XlsxError;

use super::inputs::{datum, status};
use crate::diag::{Lang, Text};
use crate::model::{Column as Place, Input, MarkState, Observed};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::view::View;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let mut sheet = book.sheet(sheets::ESTIMATES.say(lang), columns(lang))?;
    let title = sheets::estimates_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    sheet.header(2)?;
    let mut count = 0;
    for (member, panel) in view.panel().members.iter().enumerate() {
        for (index, row) in panel.rows.iter().enumerate() {
            for (input, observed) in view.compact().criteria[index].inputs.iter().zip(&row.observed) {
                let Some(said) = status(observed.status) else { continue };
                count += 1;
                sheet.cells(Look::Plain, &cells(view, (count, member, index), input, observed, said))?;
            }
        }
    }
    if count == 0 {
        sheet.nothing(sheets::NO_ESTIMATES)?;
    }
    sheet.filter()?;
    sheet.sentence(&words::as_of(&lang.date(view.results.scoring.as_of), lang))
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 6.0),
        say(words::MEMBER, 28.0),
        say(words::CODE, 9.0),
        say(words::CRITERION, 42.0),
        say(sheets::FIGURE, 20.0),
        say(sheets::VALUE, 14.0),
        say(words::UNIT, 12.0),
        say(words::STATUS, 18.0),
        say(sheets::COUNTED_NOW, 14.0),
        say(words::SOURCE, 34.0),
    ]
}

fn cells(
    view: View,
    (count, member, index): (usize, usize, usize),
    input: &Input,
    observed: &Observed,
    status: Text,
) -> Vec<Cell> {
    let (lang, criterion) = (view.lang, &view.compact().criteria[index]);
    let column = match input.column {
        Place::Plan => words::PLAN,
        Place::Actual => words::ACTUAL,
    };
    let label = input.label.as_ref().map(|(vi, en)| lang.pick(vi.as_str(), en.as_str())).unwrap_or_default();
    let mark = match view.member(member).marks[index].state {
        MarkState::Given(points) => Some(points),
        MarkState::Out | MarkState::NotYet | MarkState::Missing => None,
    };
    vec![
        Cell::Count(count),
        Cell::Text(view.name(member).to_owned()),
        Cell::Text(criterion.id.clone()),
        Cell::Text(criterion.name.clone()),
        Cell::Text(sheets::figure_of(column.say(lang), label)),
        datum(&observed.datum, lang),
        Cell::Mark(criterion.unit.clone()),
        Cell::Mark(status.say(lang).to_owned()),
        Cell::points_or_dash(mark, view.compact().mark_places),
        Cell::Text(observed.source.as_ref().map(|source| source.cell.to_string()).unwrap_or_default()),
    ]
}
