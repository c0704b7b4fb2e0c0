//! In: one bloc. Out: every mark of every member with plan, actual, reason and the cells it was read from.

use rust_xlsxwriter::XlsxError;

use crate::diag::{CellRef, Lang, Text};
use crate::model::{Column as Place, Criterion, Datum, Mark, MarkState, Observed, PanelRow, Status, Value};
use crate::wording::{headings as words, midyear};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let stages = view.stages_present();
    let mut sheet = book.sheet(words::DETAIL.say(lang), columns(view, &stages))?;
    let title = words::detail_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    sheet.header(2)?;
    for standing in &view.ranking().standings {
        for index in 0..view.compact().criteria.len() {
            criterion(&mut sheet, view, standing.member, index, &stages)?;
        }
    }
    sheet.filter()
}

fn columns(view: View, stages: &[usize]) -> Vec<Column> {
    let lang = view.lang;
    let say = |text: Text| text.say(lang);
    let mut columns = vec![
        column(say(words::MEMBER), 18.0),
        column(say(words::CODE), 12.0),
        column(say(words::CRITERION), 28.0),
        column(say(words::UNIT), 9.5),
        column(say(words::PLAN), 12.5),
        column(say(words::ACTUAL), 12.5),
        column(say(words::MAXIMUM), 8.5),
    ];
    columns.extend(stages.iter().map(|stage| column(capital(&view.stage(*stage)), 9.0)));
    columns.extend([
        column(say(words::BY_RULE), 9.5),
        column(say(words::COUNTED), 9.5),
        column(say(words::BECAUSE), 38.0),
        column(say(words::SOURCE), 26.0),
        column(say(words::STATUS), 12.0),
    ]);
    columns
}

/// A criterion's own row, and a row for each further input.
fn criterion(sheet: &mut Sheet, view: View, member: usize, index: usize, stages: &[usize]) -> Result<(), XlsxError> {
    let (criterion, mark) = (&view.compact().criteria[index], &view.member(member).marks[index]);
    let places = view.compact().mark_places;
    let row = view.panel().members.get(member).and_then(|member| member.rows.get(index));
    let own = Inputs { criterion, row, suffix: "", lang: view.lang };
    let mut cells = vec![
        Cell::Text(view.name(member).to_owned()),
        Cell::Text(criterion.id.clone()),
        Cell::Text(criterion.name.clone()),
        Cell::Mark(criterion.unit.clone()),
        own.cell(Place::Plan),
        own.cell(Place::Actual),
        Cell::points(criterion.maximum, None),
    ];
    cells.extend(stages.iter().map(|stage| Cell::points_or_dash(view.stage_mark(member, index, *stage), places)));
    cells.extend([
        Cell::points_or_dash(mark.computed, places),
        match mark.state {
            MarkState::Given(points) => Cell::points(points, places),
            MarkState::Out | MarkState::NotYet | MarkState::Missing => Cell::dash(),
        },
        Cell::Text(capital(&(mark.because)(view.lang))),
        Cell::Text(own.sources(true)),
        Cell::Text(status(mark, &own, view.lang)),
    ]);
    sheet.cells(Look::Plain, &cells)?;
    for suffix in suffixes(criterion) {
        let further = Inputs { suffix, ..own };
        sheet.cells(Look::Further, &further_cells(view, member, &further, stages.len()))?;
    }
    Ok(())
}

fn further_cells(view: View, member: usize, inputs: &Inputs, stages: usize) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Text(view.name(member).to_owned()),
        Cell::Text(format!("{}:{}", inputs.criterion.id, inputs.suffix)),
        Cell::Text(inputs.label()),
        Cell::Blank,
        inputs.cell(Place::Plan),
        inputs.cell(Place::Actual),
    ];
    cells.extend((0..stages + 4).map(|_| Cell::Blank));
    cells.extend([Cell::Text(inputs.sources(false)), Cell::Text(inputs.statuses().join("; "))]);
    cells
}

/// The rows that stand under a criterion, in order.
fn suffixes(criterion: &Criterion) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for input in criterion.inputs.iter().filter(|input| !input.row.is_empty()) {
        if !found.contains(&input.row.as_str()) {
            found.push(&input.row);
        }
    }
    found
}

/// The inputs of one member on one row of a criterion.
#[derive(Clone, Copy)]
struct Inputs<'a> {
    criterion: &'a Criterion,
    row: Option<&'a PanelRow>,
    suffix: &'a str,
    lang: Lang,
}

impl<'a> Inputs<'a> {
    fn observed(&self) -> impl Iterator<Item = (Place, Option<&'a Observed>)> + use<'a> {
        let (row, suffix) = (self.row, self.suffix);
        let inputs = self.criterion.inputs.iter().enumerate().filter(move |(_, input)| input.row == suffix);
        inputs.map(move |(index, input)| (input.column, row.and_then(|row| row.observed.get(index))))
    }

    fn label(&self) -> String {
        let mut inputs = self.criterion.inputs.iter().filter(|input| input.row == self.suffix);
        let label = inputs.find_map(|input| input.label.as_ref());
        label.map_or_else(String::new, |(vi, en)| self.lang.pick(vi, en).clone())
    }

    /// What stands in a column; nothing where the criterion takes no such value.
    fn cell(&self, place: Place) -> Cell {
        let Some((_, observed)) = self.observed().find(|(column, _)| *column == place) else {
            return Cell::Blank;
        };
        match observed.map_or(&Datum::Missing, |observed| &observed.datum) {
            Datum::Known(Value::Number(number)) => Cell::Number(*number, 0),
            Datum::Known(Value::Date(day)) => Cell::Date(*day),
            Datum::Known(Value::Word(word)) => Cell::Mark(word.clone()),
            Datum::Missing => Cell::dash(),
            Datum::NotAssigned => Cell::Mark(words::NOT_ASSIGNED.say(self.lang).to_owned()),
            Datum::NotArising => Cell::Mark(words::NOT_ARISING.say(self.lang).to_owned()),
        }
    }

    /// The cells it was read from, those of one sheet together; with the marks of persons for the criterion's own row.
    fn sources(&self, with_marks: bool) -> String {
        let values = self.observed().filter_map(|(_, observed)| observed?.source.as_ref());
        let marks = self.row.into_iter().flat_map(|row| &row.marks).filter(|_| with_marks).map(|mark| &mark.source);
        let mut sheets: Vec<(&CellRef, Vec<String>)> = Vec::new();
        for source in values.chain(marks) {
            match sheets.iter_mut().find(|(first, _)| first.sheet == source.cell.sheet) {
                Some((_, addresses)) => addresses.push(source.cell.address()),
                None => sheets.push((&source.cell, vec![source.cell.address()])),
            }
        }
        let said = sheets.iter().map(|(cell, addresses)| {
            let (file, sheet) = (&cell.sheet.file, &cell.sheet.sheet);
            let sheet = if sheet.is_empty() { String::new() } else { format!("!{sheet}") };
            format!("{file}{sheet}!{}", addresses.join(", "))
        });
        said.collect::<Vec<_>>().join("\n")
    }

    fn statuses(&self) -> Vec<&'static str> {
        let mut said = Vec::new();
        for observed in self.observed().filter_map(|(_, observed)| observed) {
            let words = match observed.status {
                Status::Official => None,
                Status::Estimate => Some(words::ESTIMATE),
                Status::Forecast => Some(words::FORECAST),
            };
            let words = words.into_iter().chain(observed.faulty.then_some(words::SEE_REVIEW));
            said.extend(words.map(|words| words.say(self.lang)));
        }
        said.dedup();
        said
    }
}

fn status(mark: &Mark, inputs: &Inputs, lang: Lang) -> String {
    let state = match mark.state {
        MarkState::Given(_) => None,
        MarkState::Out => Some(words::LEFT_OUT),
        MarkState::NotYet => Some(midyear::NOT_YET),
        MarkState::Missing => Some(words::NO_MARK),
    };
    let mut said: Vec<_> = state.map(|words| words.say(lang)).into_iter().chain(inputs.statuses()).collect();
    if inputs.row.is_some_and(|row| row.mark_faulty) {
        said.push(words::SEE_REVIEW.say(lang));
    }
    said.dedup();
    said.join("; ")
}
