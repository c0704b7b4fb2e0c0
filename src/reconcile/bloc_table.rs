//! A bloc's table with members down and criteria across in; claims out.

use std::collections::BTreeMap;

use super::Work;
use super::columns::{Conventions, conventions};
use super::criteria::by_id;
use super::marks::claim_mark;
use super::members::MemberId;
use super::table::{Cell, claim_input};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Column, Heading, Table, TableRow, fold};
use crate::wording::recognition::TOTAL_ROWS;

/// Takes the table into the claims.
pub fn bloc_table(table: &Table, work: &mut Work) {
    let scoring = work.scoring;
    let bloc = work.directory.bloc_of(table);
    let conventions = conventions(table, work);
    let mut rows: BTreeMap<MemberId, String> = BTreeMap::new();
    for row in &table.rows {
        let name = table.text(row, Heading::Member);
        let folded = fold(&name);
        if folded.is_empty() {
            continue;
        }
        let place = Place::Cell(table.cell_of(row, Heading::Member));
        let member = match work.directory.member(&name, bloc) {
            Ok(member) => member,
            Err(fault) => {
                let signature = row.cells.iter().flatten().count() < 3;
                let total = TOTAL_ROWS.iter().any(|word| folded.starts_with(word));
                if !signature && !total {
                    work.note(Diagnostic::new(fault, place).found(name));
                }
                continue;
            }
        };
        if let Some(first) = rows.insert(member, table.cell_of(row, Heading::Member).address()) {
            let fault = Fault::TwoForms { other: first };
            let bloc = &scoring.blocs[member.0];
            work.note(Diagnostic::new(fault, place).found(name).bloc(&bloc.id).member(&bloc.members[member.1].name));
            work.claims.spoil(member);
            continue;
        }
        work.claims.sent(member, &table.sheet.file);
        bloc_row(table, row, member, &conventions, work);
    }
}

fn bloc_row(table: &Table, row: &TableRow, member: MemberId, conventions: &Conventions, work: &mut Work) {
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    for (position, column) in table.columns.iter().enumerate() {
        let Some((over, cell)) = &column.over else { continue };
        let code = over.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
        let (id, input_row) = code.split_once(':').unwrap_or((code, ""));
        let Some(criterion) = by_id(compact, id) else {
            let fault = work.about(member, "", Fault::ExtraRow {}, Place::Cell(cell.clone())).found(over.clone());
            if rows_first(table, row) {
                work.note(fault);
            }
            continue;
        };
        let cell = Cell { table, row, position, status: table.columns[position].status, unit: None };
        match column.heading {
            Heading::Plan => {
                claim_input(&cell, (member, criterion), (input_row, Column::Plan), conventions.at(position), work);
            }
            Heading::Actual => {
                if input_row.is_empty() {
                    work.claims.place(member, criterion, table.cell(row, position));
                }
                claim_input(&cell, (member, criterion), (input_row, Column::Actual), conventions.at(position), work);
            }
            Heading::Mark(stage) => {
                work.claims.place(member, criterion, table.cell(row, position));
                claim_mark(&cell, (member, criterion), stage, conventions.at(position), work);
            }
            _ => {}
        }
    }
}

fn rows_first(table: &Table, row: &TableRow) -> bool {
    table.rows.first().is_some_and(|first| first.row == row.row)
}
