//! The cells of one member's criterion in; claims out. Forms and bloc tables share it.

use rust_decimal::Decimal;

use super::Work;
use super::claims::{Claim, Origin, Said, Slot, is_plan};
use super::columns::Conventions;
use super::marks::claim_mark;
use super::members::MemberId;
use super::units;
use super::values::{Wanted, datum, status};
use crate::diag::{Fault, Place};
use crate::model::{Column, Content, Convention, Datum, Heading, Source, Status, Table, TableRow, Value, fold};

/// A row of a form, with the conventions of its columns.
pub struct Cells<'a> {
    pub table: &'a Table,
    pub row: &'a TableRow,
    pub conventions: &'a Conventions,
}

/// Claims all cells of a form's row.
pub fn claim_cells(cells: &Cells, member: MemberId, criterion: usize, input_row: &str, work: &mut Work) {
    let (table, row) = (cells.table, cells.row);
    if input_row.is_empty() {
        work.claims.place(member, criterion, table.cell_of(row, Heading::Actual));
        work.claims.evidence(member, criterion, table.text(row, Heading::Evidence));
    }
    let status = state_of_figure(table, row, (member, criterion), work);
    let stated = table.text(row, Heading::Unit);
    let unit = row_unit(&stated, cells, member, criterion, work);
    for (position, column) in table.columns.iter().enumerate().filter(|(_, column)| column.over.is_none()) {
        let cell = Cell { table, row, position, status, unit };
        let convention = cells.conventions.at(position);
        match column.heading {
            Heading::Plan => {
                claim_input(&cell, (member, criterion), (input_row, Column::Plan), convention, work);
            }
            Heading::Actual => {
                claim_input(&cell, (member, criterion), (input_row, Column::Actual), convention, work);
            }
            Heading::Mark(stage) if input_row.is_empty() => {
                claim_mark(&cell, (member, criterion), stage, convention, work);
            }
            _ => {}
        }
    }
}

/// What the row and the heading over its actual say of the figure; a word that is no status is a doubt.
pub fn state_of_figure(
    table: &Table,
    row: &TableRow,
    (member, criterion): (MemberId, usize),
    work: &mut Work,
) -> Status {
    let of_column = table.column(Heading::Actual).map(|column| table.columns[column].status).unwrap_or_default();
    let of_row = status(table.at(row, Heading::Status)).unwrap_or_else(|fault| {
        let id = work.scoring.compact_of(member.0).criteria[criterion].id.clone();
        let place = Place::Cell(table.cell_of(row, Heading::Status));
        let found = table.text(row, Heading::Status);
        let fault = work.about(member, &id, fault, place).found(found);
        work.note(fault);
        work.claims.spoil(member);
        Status::Official
    });
    of_row.max(of_column)
}

/// The unit that a row states, where scoring.toml says how many of the criterion's it is; another amount of the
/// currency, of which it does not, is a doubt.
fn row_unit<'a>(
    stated: &'a str,
    cells: &Cells,
    member: MemberId,
    criterion: usize,
    work: &mut Work,
) -> Option<(&'a str, Decimal)> {
    let configured = &work.scoring.compact_of(member.0).criteria[criterion];
    let scale = units::scale(stated, &configured.unit, &configured.scales).filter(|scale| *scale != Decimal::ONE)?;
    if configured.scales.iter().any(|(declared, _)| fold(declared) == fold(stated)) {
        return Some((stated, scale));
    }
    let place = Place::Cell(cells.table.cell_of(cells.row, Heading::Unit));
    let fault = Fault::UnitDiffers { unit: configured.unit.clone() };
    let fault = work.about(member, &configured.id, fault, place).found(stated);
    work.note(fault);
    work.claims.spoil(member);
    None
}

/// One cell of a table.
pub struct Cell<'a> {
    pub table: &'a Table,
    pub row: &'a TableRow,
    pub position: usize,
    pub status: Status,
    /// The unit that the row states, where it is not the criterion's, and its scale.
    pub unit: Option<(&'a str, Decimal)>,
}

impl Cell<'_> {
    /// What stands there.
    pub fn content(&self) -> Option<&Content> {
        self.row.cells[self.position].as_ref()
    }

    /// Whether a note is worth saying: that a number is text is not in a csv file, where every number is.
    pub fn says(&self, note: &Fault) -> bool {
        !self.table.sheet.sheet.is_empty() || !matches!(note, Fault::NumberAsText { .. })
    }

    /// Where it stands, and its text.
    pub fn source(&self) -> Source {
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
    let compact = scoring.compact_of(member.0);
    let configured = &compact.criteria[criterion];
    let Some(input) = configured.inputs.iter().position(|input| input.row == input_row && input.column == column)
    else {
        return;
    };
    let slot = Slot::Input(input);
    let source = cell.source();
    let place = Place::Cell(source.cell.clone());
    let id = if input_row.is_empty() { configured.id.clone() } else { format!("{}:{input_row}", configured.id) };
    let wanted = Wanted { row_unit: cell.unit, ..Wanted::of(configured, input, compact.kp, convention) };
    let said = match datum(cell.content(), &wanted) {
        Err(fault) => {
            let fault = work.about(member, &id, fault, place).found(source.raw.clone());
            work.note(fault);
            Said::Faulty
        }
        Ok(meaning) => {
            for note in meaning.notes.into_iter().filter(|note| cell.says(note)) {
                let note = work.about(member, &id, note, place.clone()).found(source.raw.clone());
                work.note(note);
            }
            let status = if column == Column::Plan { Status::Official } else { cell.status.max(meaning.status) };
            Said::Datum(meaning.datum, status)
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
