//! The cells of one member's criterion in; claims out. Forms and bloc tables share it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Work;
use super::claims::{Claim, Origin, Said, Slot, is_plan};
use super::criteria::Matcher;
use super::members::MemberId;
use super::number::{Convention, convention};
use super::values::{datum, number, status};
use super::written::status_in_front;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Column, Content, Datum, Heading, Points, Source, Status, Table, TableRow, Value, fold};
use crate::wording::recognition::{EITHER_OF_TWO, TOTAL_ROWS};

/// A row of a form, with the conventions of its plan and actual columns.
pub struct Cells<'a> {
    pub table: &'a Table,
    pub row: &'a TableRow,
    pub conventions: [Option<Convention>; 2],
}

/// Claims all cells of a form's row.
pub fn claim_cells(cells: &Cells, member: MemberId, criterion: usize, input_row: &str, work: &mut Work) {
    let (table, row) = (cells.table, cells.row);
    if input_row.is_empty() {
        work.claims.place(member, criterion, table.cell_of(row, Heading::Actual));
        work.claims.evidence(member, criterion, table.text(row, Heading::Evidence));
    }
    let status = state(table, row, member, criterion, work);
    for (position, column) in table.columns.iter().enumerate().filter(|(_, column)| column.over.is_none()) {
        let cell = Cell { table, row, position, status };
        match column.heading {
            Heading::Plan => {
                claim_input(&cell, (member, criterion), (input_row, Column::Plan), cells.conventions[0], work);
            }
            Heading::Actual => {
                claim_input(&cell, (member, criterion), (input_row, Column::Actual), cells.conventions[1], work);
            }
            Heading::Mark(stage) if input_row.is_empty() => claim_mark(&cell, (member, criterion), stage, work),
            _ => {}
        }
    }
}

fn state(table: &Table, row: &TableRow, member: MemberId, criterion: usize, work: &mut Work) -> Status {
    status(table.at(row, Heading::Status)).unwrap_or_else(|fault| {
        let id = work.scoring.compact_of(member.0).criteria[criterion].id.clone();
        let place = Place::Cell(table.cell_of(row, Heading::Status));
        let found = table.text(row, Heading::Status);
        let fault = work.about(member, &id, fault, place).found(found);
        work.note(fault);
        work.claims.spoil(member);
        Status::Official
    })
}

/// One cell of a table.
pub struct Cell<'a> {
    pub table: &'a Table,
    pub row: &'a TableRow,
    pub position: usize,
    pub status: Status,
}

impl Cell<'_> {
    fn content(&self) -> Option<&Content> {
        self.row.cells[self.position].as_ref()
    }

    fn source(&self) -> Source {
        Source {
            cell: self.table.cell(self.row, self.position),
            raw: self.content().map(Content::raw).unwrap_or_default(),
        }
    }
}

/// Claims a plan or an actual, and reports what is wrong with it.
pub fn claim_input(
    cell: &Cell,
    (member, criterion): (MemberId, usize),
    (input_row, column): (&str, Column),
    convention: Option<Convention>,
    work: &mut Work,
) {
    let scoring = work.scoring;
    let configured = &scoring.compact_of(member.0).criteria[criterion];
    let Some(input) = configured.inputs.iter().position(|input| input.row == input_row && input.column == column)
    else {
        return;
    };
    let slot = Slot::Input(input);
    let source = cell.source();
    let place = Place::Cell(source.cell.clone());
    let id = if input_row.is_empty() { configured.id.clone() } else { format!("{}:{input_row}", configured.id) };
    let (content, status, noted) = understood(cell, work);
    let said = match datum(content.as_ref(), &configured.inputs[input].kind, &configured.unit, convention) {
        Err(fault) => {
            let fault = work.about(member, &id, fault, place).found(source.raw.clone());
            work.note(fault);
            Said::Faulty
        }
        Ok((datum, note)) => {
            let csv = cell.table.sheet.sheet.is_empty();
            if let Some(note) = note.filter(|note| !(noted || csv && matches!(note, Fault::NumberAsText { .. }))) {
                let note = work.about(member, &id, note, place.clone()).found(source.raw.clone());
                work.note(note);
            }
            if let (Datum::Known(Value::Number(number)), true) = (&datum, noted) {
                let fault = Fault::StatusInCell { read: number.normalize().to_string() };
                let note = work.about(member, &id, fault, place).found(source.raw.clone());
                work.note(note);
            }
            Said::Datum(datum, if column == Column::Plan { Status::Official } else { status })
        }
    };
    if is_plan(scoring, member.0, criterion, slot) && (scoring.expects.register || !scoring.own_plans) {
        if let Said::Datum(datum, _) = &said {
            compare_plan(datum, &source, (member, criterion, input), &id, work);
        }
        return;
    }
    if matches!(said, Said::Datum(Datum::NotAssigned, _))
        && scoring.expects.register
        && !assigned_away(member, criterion, work)
    {
        let cell = registered_cell(member, criterion, work);
        let fault = work.about(
            member,
            &id,
            Fault::AssignmentContradicts { register_cell: cell },
            Place::Cell(source.cell.clone()),
        );
        work.note(fault.found(source.raw.clone()));
        work.claims.add(member, criterion, slot, Claim { origin: Origin::Member, said: Said::Faulty, source });
        return;
    }
    if cell.content().is_some() || !matches!(said, Said::Datum(Datum::Missing, _)) {
        work.claims.add(member, criterion, slot, Claim { origin: Origin::Member, said, source });
    } else {
        work.claims.blank(member, criterion, slot, source);
    }
}

/// A cell's content without the word for its status in front, that status, and whether there was such a word; `KP` as
/// the compact means it.
fn understood(cell: &Cell, work: &Work) -> (Option<Content>, Status, bool) {
    let Some(Content::Text(text)) = cell.content() else { return (cell.content().cloned(), cell.status, false) };
    if fold(text) == EITHER_OF_TWO
        && let Some(word) = work.scoring.either_of_two
    {
        return (Some(Content::Text(word.to_owned())), cell.status, false);
    }
    match status_in_front(text) {
        Some((status, rest)) => (Some(Content::Text(rest.to_owned())), status.max(cell.status), true),
        None => (Some(Content::Text(text.clone())), cell.status, false),
    }
}

/// What the register says of a criterion, under any of its inputs.
fn registered<'a>(member: MemberId, criterion: usize, work: &'a Work) -> Option<&'a Claim> {
    let inputs = work.scoring.compact_of(member.0).criteria[criterion].inputs.len();
    (0..inputs).find_map(|input| work.claims.registered(member, criterion, Slot::Input(input)))
}

fn assigned_away(member: MemberId, criterion: usize, work: &Work) -> bool {
    registered(member, criterion, work).is_some_and(|claim| matches!(claim.said, Said::Datum(Datum::NotAssigned, _)))
}

fn registered_cell(member: MemberId, criterion: usize, work: &Work) -> String {
    registered(member, criterion, work).map_or_else(|| "-".to_owned(), |claim| claim.source.cell.to_string())
}

/// The register's plan rules; a member's other plan is listed, and one on another scale is a doubt.
fn compare_plan(
    stated: &Datum,
    source: &Source,
    (member, criterion, input): (MemberId, usize, usize),
    id: &str,
    work: &mut Work,
) {
    let Some(registered) = work.claims.registered(member, criterion, Slot::Input(input)) else { return };
    let Said::Datum(register, _) = &registered.said else { return };
    if stated == register || *stated == Datum::Missing {
        return;
    }
    let (value, cell) = (registered.source.raw.clone(), registered.source.cell.to_string());
    let (register, place) = (register.clone(), Place::Cell(source.cell.clone()));
    let fault = match (stated, &register) {
        (Datum::Known(Value::Number(own)), Datum::Known(Value::Number(plan))) if other_scale(*own, *plan) => {
            work.claims.spoil(member);
            Fault::ScaleInDoubt { registered: value, register_cell: cell }
        }
        (Datum::NotAssigned, Datum::Known(_)) | (Datum::Known(_), Datum::NotAssigned) => {
            work.claims.spoil(member);
            Fault::AssignmentContradicts { register_cell: cell }
        }
        _ => Fault::PlanDiffers { registered: value, register_cell: cell },
    };
    let fault = work.about(member, id, fault, place).found(source.raw.clone());
    work.note(fault);
}

/// Whether two plans differ by a power of ten.
fn other_scale(own: Decimal, plan: Decimal) -> bool {
    let (Some(up), Some(down)) = (own.checked_div(plan), plan.checked_div(own)) else { return false };
    let power = |quotient: Decimal| {
        let mut rest = quotient.normalize();
        while rest >= Decimal::TEN {
            rest /= Decimal::TEN;
        }
        rest.normalize() == Decimal::ONE
    };
    power(up) || power(down)
}

/// Claims a mark, within the criterion's range.
pub fn claim_mark(cell: &Cell, (member, criterion): (MemberId, usize), stage: usize, work: &mut Work) {
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    let Some(stage) = compact.stages.iter().position(|known| known.id == scoring.stages[stage].id) else { return };
    let Some(content) = cell.content() else { return };
    let configured = &compact.criteria[criterion];
    let source = cell.source();
    let place = Place::Cell(source.cell.clone());
    let lowest = Points::rounded(configured.kernel.lowest(), None).unwrap_or_default();
    let said = match number(content, "", Some(Convention::Vietnamese)) {
        Err(_)
            if matches!(
                datum(Some(content), &crate::model::InputKind::Number, "", None),
                Ok((Datum::Missing | Datum::NotAssigned | Datum::NotArising, _))
            ) =>
        {
            return;
        }
        Err(fault) => Err(fault),
        Ok((value, _)) => {
            let points = Points::rounded(value, None).unwrap_or_default();
            if points > configured.maximum || points < lowest {
                let (lowest, highest) = (lowest.decimal().to_string(), configured.maximum.decimal().to_string());
                Err(Fault::MarkOutOfRange { lowest, highest })
            } else {
                Ok(points)
            }
        }
    };
    let said = match said {
        Ok(points) => Said::Mark(points),
        Err(fault) => {
            let fault = work.about(member, &configured.id, fault, place).found(source.raw.clone());
            work.note(fault);
            work.claims.spoil(member);
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Stage(stage), Claim { origin: Origin::Member, said, source });
}

/// A bloc's table, members down and criteria across.
pub fn bloc_table(table: &Table, work: &mut Work) {
    let scoring = work.scoring;
    let bloc = work.directory.bloc_of(table);
    let conventions: Vec<_> = (0..table.columns.len())
        .map(|column| {
            convention(table.rows.iter().filter_map(|row| match &row.cells[column] {
                Some(Content::Text(text)) => Some(text.as_str()),
                _ => None,
            }))
        })
        .collect();
    let mut rows: BTreeMap<MemberId, u32> = BTreeMap::new();
    for row in &table.rows {
        let name = table.text(row, Heading::Member);
        let folded = fold(&name);
        if folded.is_empty() || TOTAL_ROWS.iter().any(|word| folded.starts_with(word)) {
            continue;
        }
        let place = Place::Cell(table.cell_of(row, Heading::Member));
        let member = match work.directory.member(&name, bloc) {
            Ok(member) => member,
            Err(fault) => {
                let signature = row.cells.iter().flatten().count() < 3;
                if !signature {
                    work.note(Diagnostic::new(fault, place).found(name));
                }
                continue;
            }
        };
        if let Some(first) = rows.insert(member, row.row) {
            let fault = Fault::TwoForms { other: format!("{}", first + 1) };
            let bloc = &scoring.blocs[member.0];
            work.note(Diagnostic::new(fault, place).found(name).bloc(&bloc.id).member(&bloc.members[member.1].name));
            work.claims.spoil(member);
            continue;
        }
        work.claims.sent(member, &table.sheet.file);
        bloc_row(table, row, member, &conventions, work);
    }
}

fn bloc_row(table: &Table, row: &TableRow, member: MemberId, conventions: &[Option<Convention>], work: &mut Work) {
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    for (position, column) in table.columns.iter().enumerate() {
        let Some((over, cell)) = &column.over else { continue };
        let code = over.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
        let (id, input_row) = code.split_once(':').unwrap_or((code, ""));
        let Some(criterion) = Matcher::new(compact).by_code(id) else {
            let fault = work.about(member, "", Fault::ExtraRow {}, Place::Cell(cell.clone())).found(over.clone());
            if rows_first(table, row) {
                work.note(fault);
            }
            continue;
        };
        let cell = Cell { table, row, position, status: Status::Official };
        match column.heading {
            Heading::Plan => {
                claim_input(&cell, (member, criterion), (input_row, Column::Plan), conventions[position], work);
            }
            Heading::Actual => {
                if input_row.is_empty() {
                    work.claims.place(member, criterion, table.cell(row, position));
                }
                claim_input(&cell, (member, criterion), (input_row, Column::Actual), conventions[position], work);
            }
            Heading::Mark(stage) => {
                work.claims.place(member, criterion, table.cell(row, position));
                claim_mark(&cell, (member, criterion), stage, work);
            }
            _ => {}
        }
    }
}

fn rows_first(table: &Table, row: &TableRow) -> bool {
    table.rows.first().is_some_and(|first| first.row == row.row)
}
