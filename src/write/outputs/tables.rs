//! In: the whole run. Out: `du-lieu-may/standings.csv`, `marks.csv` and `faults.csv`: one line a place, a mark, a
//! finding, the same in every language.
//!
//! UTF-8 without a mark at its head, which many readers take for a part of the first column's name; a comma between
//! columns, a decimal point, ISO dates, nothing where there is no value.

mod table;

use crate::diag::{CellRef, Diagnostic, Lang, Text};
use crate::model::{
    Column, Criterion, Datum, MarkState, MemberPanel, Observed, Output, OutputContext, PanelRow, Points, Rendered,
    Results, Scope, Standing, Value,
};
use crate::wording::{faults, tables as words};
use crate::write::manifest;
use crate::write::sheets::review as findings;
use table::{Field, Table, flag, number, text, word};

/// The results as tables for machines.
pub(super) struct Tables;

impl Output for Tables {
    fn name(&self) -> &'static str {
        "tables"
    }

    fn doc(&self) -> Text {
        words::TABLES
    }

    fn scope(&self) -> Scope {
        Scope::Run
    }

    fn render(&self, context: &OutputContext, _bloc: usize) -> Result<Vec<Rendered>, String> {
        let results = context.results;
        let tables = [("standings", standings(results)), ("marks", marks(results)), ("faults", found(context.notes))];
        let files = tables.into_iter().map(|(name, table)| {
            let bytes = table.map_err(|error| error.to_string())?;
            Ok(Rendered { path: format!("{}/{name}.csv", manifest::FOLDER), bytes })
        });
        files.collect()
    }
}

fn standings(results: &Results) -> csv::Result<Vec<u8>> {
    let mut table = Table::new(words::STANDINGS)?;
    for (bloc, ranking) in results.rankings.iter().enumerate() {
        for own in &ranking.standings {
            table.row(&standing(results, bloc, own))?;
        }
    }
    table.bytes()
}

fn standing(results: &Results, bloc: usize, standing: &Standing) -> [Field; 17] {
    let (scoring, compact) = (results.scoring, results.scoring.compact_of(bloc));
    let own = &results.scores.blocs[bloc].members[standing.member];
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

fn marks(results: &Results) -> csv::Result<Vec<u8>> {
    let mut table = Table::new(words::MARKS)?;
    for (bloc, own) in results.scoring.blocs.iter().enumerate() {
        let compact = results.scoring.compact_of(bloc);
        for member in 0..own.members.len() {
            let panel = results.panel.blocs[bloc].members.get(member);
            for criterion in 0..compact.criteria.len() {
                table.row(&mark(results, (bloc, member), criterion, panel))?;
            }
        }
    }
    table.bytes()
}

fn mark(results: &Results, (bloc, member): (usize, usize), index: usize, panel: Option<&MemberPanel>) -> [Field; 20] {
    let (scoring, compact) = (results.scoring, results.scoring.compact_of(bloc));
    let (criterion, mark) = (&compact.criteria[index], &results.scores.blocs[bloc].members[member].marks[index]);
    let given = if let MarkState::Given(points) = mark.state { Some(points.decimal()) } else { None };
    let row = panel.and_then(|panel| panel.rows.get(index));
    let [plan, actual] = [Column::Plan, Column::Actual].map(|column| own(criterion, row, column));
    let source = actual.and_then(|actual| actual.source.as_ref()).map(|source| &source.cell);
    [
        number(Some(scoring.term.year)),
        text(Some(&scoring.blocs[bloc].id)),
        text(Some(&scoring.blocs[bloc].members[member].name)),
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

/// The findings, in the order they are shown.
fn found(notes: &[Diagnostic]) -> csv::Result<Vec<u8>> {
    let mut table = Table::new(words::FAULTS)?;
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
