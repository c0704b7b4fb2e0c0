//! A bloc's table with criteria down and members across in; claims out.

use std::collections::BTreeMap;

use super::Work;
use super::columns::conventions;
use super::criteria::{Matcher, RowIs};
use super::marks::claim_mark;
use super::members::MemberId;
use super::table::{Cell, claim_input};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Column, Convention, Heading, Table, TableRow};

/// A column of a member's figures.
struct Figures {
    member: MemberId,
    position: usize,
    convention: Option<Convention>,
}

/// Takes the table into the claims.
pub fn across(table: &Table, work: &mut Work) {
    let columns = columns(table, work);
    let mut matchers: BTreeMap<usize, Matcher> = BTreeMap::new();
    let mut seen: BTreeMap<(usize, usize, String), &TableRow> = BTreeMap::new();
    for row in &table.rows {
        let (code, label) = (code(table, row), table.text(row, Heading::Label));
        let blocs: Vec<usize> = columns.iter().map(|own| own.member.0).collect();
        let compact = |bloc: &usize| work.scoring.blocs[*bloc].compact;
        if blocs.iter().all(|bloc| work.matcher(compact(bloc)).adds_up(&code, &label)) {
            continue;
        }
        let mut is: BTreeMap<usize, RowIs> = BTreeMap::new();
        for bloc in blocs {
            let matcher = matchers.entry(bloc).or_insert_with(|| work.matcher(compact(&bloc)));
            is.entry(bloc).or_insert_with(|| matcher.next(&code, &label));
        }
        for own in &columns {
            let (criterion, input_row) = match &is[&own.member.0] {
                RowIs::Criterion(criterion) => (*criterion, ""),
                RowIs::InputRow(criterion, input_row) => (*criterion, input_row.as_str()),
                _ => continue,
            };
            claim(&Claimed { table, row, own }, criterion, input_row, work);
        }
        strange(table, row, is.values(), work);
        for (bloc, is) in is {
            let key = match is {
                RowIs::Criterion(criterion) => (bloc, criterion, String::new()),
                RowIs::InputRow(criterion, input_row) => (bloc, criterion, input_row),
                _ => continue,
            };
            if let Some(first) = seen.insert(key, row) {
                twice(table, (first, row), &columns, bloc, work);
            }
        }
    }
}

fn code(table: &Table, row: &TableRow) -> String {
    let code = table.text(row, Heading::Code);
    if code.is_empty() { table.text(row, Heading::Order) } else { code }
}

/// The columns whose member is known; a finding for each that is in several blocs or in none.
fn columns(table: &Table, work: &mut Work) -> Vec<Figures> {
    let bloc = work.directory.bloc_of(table);
    let conventions = conventions(table, work);
    let mut columns = Vec::new();
    for (position, column) in table.columns.iter().enumerate() {
        let Some((name, cell)) = &column.over else { continue };
        match work.directory.member(name, bloc) {
            Ok(member) => {
                work.claims.sent(member, &table.sheet.file);
                columns.push(Figures { member, position, convention: conventions.at(position) });
            }
            Err(fault) => work.note(Diagnostic::new(fault, Place::Cell(cell.clone())).found(name.clone())),
        }
    }
    columns
}

/// A cell and the member it is of.
struct Claimed<'a> {
    table: &'a Table,
    row: &'a TableRow,
    own: &'a Figures,
}

fn claim(claimed: &Claimed, criterion: usize, input_row: &str, work: &mut Work) {
    let Claimed { table, row, own } = claimed;
    let cell = Cell { table, row, position: own.position, status: table.columns[own.position].status, unit: None };
    let place = table.cell(row, own.position);
    match table.columns[own.position].heading {
        Heading::Plan => {
            claim_input(&cell, (own.member, criterion), (input_row, Column::Plan), own.convention, work);
        }
        Heading::Actual => {
            if input_row.is_empty() {
                work.claims.place(own.member, criterion, place);
            }
            claim_input(&cell, (own.member, criterion), (input_row, Column::Actual), own.convention, work);
        }
        Heading::Mark(stage) if input_row.is_empty() => {
            work.claims.place(own.member, criterion, place);
            claim_mark(&cell, (own.member, criterion), stage, own.convention, work);
        }
        _ => {}
    }
}

/// A row with figures that is no criterion of any compact at hand.
fn strange<'a>(table: &Table, row: &TableRow, mut is: impl Iterator<Item = &'a RowIs>, work: &mut Work) {
    let figures = table.columns.iter().zip(&row.cells).any(|(column, cell)| column.over.is_some() && cell.is_some());
    if figures && is.all(|is| matches!(is, RowIs::Unknown(_) | RowIs::LabelOfAnother(..))) {
        let place = Place::Cell(table.cell_of(row, Heading::Label));
        work.note(Diagnostic::new(Fault::ExtraRow {}, place).found(table.text(row, Heading::Label)));
    }
}

/// A criterion in two rows: whose figures these are is in doubt for all members of the bloc.
fn twice(table: &Table, (first, row): (&TableRow, &TableRow), columns: &[Figures], bloc: usize, work: &mut Work) {
    let other = table.cell_of(first, Heading::Label).address();
    let place = Place::Cell(table.cell_of(row, Heading::Label));
    for own in columns.iter().filter(|own| own.member.0 == bloc) {
        let fault = work.about(own.member, "", Fault::TwoRows { other: other.clone() }, place.clone());
        work.note(fault.found(table.text(row, Heading::Label)));
        work.claims.spoil(own.member);
    }
}
