//! In: the whole run. Out: `du-lieu-may/standings.csv`, `marks.csv` and `faults.csv`: one line a place, a mark, a
//! finding, the same in every language.
//!
//! UTF-8 without a mark at its head, which many readers take for a part of the first column's name; a comma between
//! columns, a decimal point, ISO dates, nothing where there is no value.

mod table;

use crate::diag::{CellRef, Diagnostic, Lang, Text};
use crate::model::{
    BlocResults, Column, Criterion, Datum, MarkState, Observed, Output, OutputContext, PanelRow, Pieces, Points,
    Rendered, Run, Standing, Value,
};
use crate::wording::{faults, tables as words};
use crate::write::manifest;
use crate::write::sheets::review as findings;
use crate::write::view::View;
use table::{Field, Table, flag, number, text, word};

/// Findings that are written at once.
const AT_ONCE: usize = 1000;

/// The results as tables for machines.
pub(super) struct Tables;

impl Output for Tables {
    fn name(&self) -> &'static str {
        "tables"
    }

    fn doc(&self) -> Text {
        words::TABLES
    }

    fn of_run(&self, context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let bytes = standings(context.results).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path: path("standings"), bytes }])
    }

    fn heads(&self, _context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let heads = [("marks", words::MARKS), ("faults", words::FAULTS)].into_iter().map(|(name, columns)| {
            let bytes = Table::new(columns).and_then(Table::bytes).map_err(|error| error.to_string())?;
            Ok(Rendered { path: path(name), bytes })
        });
        heads.collect()
    }

    /// The findings, in the order they are shown.
    fn tails(&self, context: &OutputContext, pieces: &mut dyn Pieces) -> Result<(), String> {
        for notes in context.notes.chunks(AT_ONCE) {
            let bytes = found(notes).map_err(|error| error.to_string())?;
            pieces.add(&path("faults"), &bytes);
        }
        Ok(())
    }

    fn of_bloc(&self, context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<Rendered>, String> {
        let bytes = marks(View::new(context, bloc, own)).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path: path("marks"), bytes }])
    }
}

fn path(name: &str) -> String {
    format!("{}/{name}.csv", manifest::FOLDER)
}

fn standings(results: &Run) -> csv::Result<Vec<u8>> {
    let mut table = Table::new(words::STANDINGS)?;
    for (bloc, ranking) in results.rankings.iter().enumerate() {
        for own in &ranking.standings {
            table.row(&standing(results, bloc, own))?;
        }
    }
    table.bytes()
}

fn standing(results: &Run, bloc: usize, standing: &Standing) -> [Field; 17] {
    let (scoring, compact) = (results.scoring, results.scoring.compact_of(bloc));
    let own = &results.tallies[bloc].members[standing.member];
    let whole = |points| own.complete.then_some(points);
    let class = standing.class.and_then(|class| compact.classes.get(class)).map(|class| class.name.as_str());
    [
        number(Some(scoring.term.year)),
        word(Some(scoring.term.period.name())),
        text(Some(&scoring.blocs[bloc].id)),
        text(Some(&scoring.blocs[bloc].name)),
        text(Some(&compact.id)),
        number(Some(compact.scale.decimal())),
        text(Some(&scoring.blocs[bloc].members[standing.member].name)),
        number(standing.rank),
        number(whole(own.total.scaled.decimal())),
        number(whole(own.total.bonus.decimal())),
        number(whole(own.total.penalty.decimal())),
        number(whole(standing.total.decimal())),
        word(Some(standing.tie.name())),
        text(class),
        flag(Some(own.complete)),
        flag(Some(results.rankings[bloc].provisional)),
        flag(Some(scoring.half.is_some())),
    ]
}

fn marks(view: View) -> csv::Result<Vec<u8>> {
    let mut table = Table::further();
    for member in 0..view.bloc().members.len() {
        for criterion in 0..view.compact().criteria.len() {
            table.row(&mark(view, member, criterion))?;
        }
    }
    table.bytes()
}

fn mark(view: View, member: usize, index: usize) -> [Field; 20] {
    let compact = view.compact();
    let (criterion, mark) = (&compact.criteria[index], &view.member(member).marks[index]);
    let given = if let MarkState::Given(points) = mark.state { Some(points.decimal()) } else { None };
    let row = view.panel().members.get(member).and_then(|panel| panel.rows.get(index));
    let [plan, actual] = [Column::Plan, Column::Actual].map(|column| own(criterion, row, column));
    let source = actual.and_then(|actual| actual.source.as_ref()).map(|source| &source.cell);
    [
        number(Some(view.results.scoring.term.year)),
        text(Some(&view.bloc().id)),
        text(Some(view.name(member))),
        text(Some(&compact.fields[criterion.field].id)),
        text(Some(&criterion.id)),
        text(Some(&criterion.name)),
        text(Some(&criterion.unit)),
        number(Some(criterion.maximum.decimal())),
        word(Some(mark.state.name())),
        number(given),
        text(mark.counted.name(compact)),
        number(mark.computed.map(Points::decimal)),
        flag(mark.plan_met),
        value(plan),
        value(actual),
        word(actual.map(|actual| actual.datum.recorded().0)),
        word(actual.map(|actual| actual.status.name())),
        text(source.map(|cell| cell.sheet.file.as_str())),
        text(source.map(|cell| cell.sheet.sheet.as_str())),
        word(source.map(CellRef::address).as_deref()),
    ]
}

/// What stands in a criterion's own row.
fn own<'a>(criterion: &Criterion, row: Option<&'a PanelRow>, column: Column) -> Option<&'a Observed> {
    let own = criterion.inputs.iter().position(|input| input.row.is_empty() && input.column == column);
    row?.observed.get(own?)
}

/// A value; nothing where there is none.
fn value(observed: Option<&Observed>) -> Field {
    match observed.map(|observed| &observed.datum) {
        Some(datum @ Datum::Known(Value::Word(_))) => text(datum.recorded().1.as_deref()),
        Some(datum) => number(datum.recorded().1),
        None => Field::Nothing,
    }
}

fn found(notes: &[Diagnostic]) -> csv::Result<Vec<u8>> {
    let mut table = Table::further();
    for note in notes {
        table.row(&finding(note))?;
    }
    table.bytes()
}

fn finding(note: &Diagnostic) -> [Field; 15] {
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| faults::said_of(note, lang));
    let (file, sheet, cell) = findings::place(&note.place);
    [
        word(Some(note.fault.code())),
        word(Some(manifest::verdict(note.verdict()))),
        text(note.about.bloc.as_deref()),
        text(note.about.member.as_deref()),
        text(note.about.criterion.as_deref()),
        text(file),
        text(sheet),
        text(cell.as_deref()),
        text(Some(&note.found)),
        text(Some(&vi.message)),
        text(Some(&en.message)),
        text(Some(&vi.expected)),
        text(Some(&en.expected)),
        text(Some(&vi.mend)),
        text(Some(&en.mend)),
    ]
}
