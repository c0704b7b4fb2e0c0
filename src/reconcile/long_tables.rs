//! The tables of the bodies that follow a criterion in; their figures, which come before members', out.

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::columns::{Conventions, conventions};
use super::criteria::by_id;
use super::marks;
use super::register::bloc;
use super::table::state_of_figure;
use super::values::{Wanted, datum};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Column, Datum, Heading, Source, Stage, Table, TableRow, fold};

/// Takes an agency's table into the claims.
pub fn agency(table: &Table, work: &mut Work) {
    let conventions = conventions(table, work);
    for row in &table.rows {
        let (name, code) = (table.text(row, Heading::Member), table.text(row, Heading::Code));
        if code.is_empty() || fold(&name).is_empty() {
            continue;
        }
        let member = match work.directory.member(&name, bloc(table, row, work)) {
            Ok(member) => member,
            Err(fault) => {
                work.note(Diagnostic::new(fault, Place::Cell(table.cell_of(row, Heading::Member))).found(name));
                continue;
            }
        };
        let compact = work.scoring.compact_of(member.0);
        let (id, input_row) = code.split_once(':').unwrap_or((&code, ""));
        let Some(criterion) = by_id(compact, id) else {
            let place = Place::Cell(table.cell_of(row, Heading::Code));
            let fault = work.about(member, "", Fault::ExtraRow {}, place).found(code);
            work.note(fault);
            continue;
        };
        let line = Line { table, row, conventions: &conventions };
        figure(&line, (member, criterion), input_row, work);
        mark(&line, (member, criterion), work);
    }
}

type Target = (super::members::MemberId, usize);

/// A row of the table, with the conventions of its columns.
struct Line<'a> {
    table: &'a Table,
    row: &'a TableRow,
    conventions: &'a Conventions,
}

fn figure(line: &Line, (member, criterion): Target, input_row: &str, work: &mut Work) {
    let Line { table, row, conventions } = line;
    let compact = work.scoring.compact_of(member.0);
    let configured = &compact.criteria[criterion];
    let slot = configured.inputs.iter().position(|input| input.row == input_row && input.column == Column::Actual);
    let (Some(input), Some(content)) = (slot, table.at(row, Heading::Actual)) else { return };
    let source = Source { cell: table.cell_of(row, Heading::Actual), raw: content.raw() };
    let state = state_of_figure(table, row, (member, criterion), work);
    let wanted = Wanted::of(configured, input, compact.kp, conventions.of(table, Heading::Actual));
    let about = |fault: Fault, work: &Work| {
        work.about(member, &configured.id, fault, Place::Cell(source.cell.clone())).found(source.raw.clone())
    };
    let said = match datum(Some(content), &wanted) {
        Ok(meaning) if meaning.datum == Datum::Missing => return,
        Ok(meaning) => {
            let csv = table.sheet.sheet.is_empty();
            let said = |note: &Fault| !csv || !matches!(note, Fault::NumberAsText { .. });
            for note in meaning.notes.into_iter().filter(said) {
                let note = about(note, work);
                work.note(note);
            }
            Said::Datum(meaning.datum, state.max(meaning.status))
        }
        Err(fault) => {
            let fault = about(fault, work);
            work.note(fault);
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Input(input), Claim { origin: Origin::Agency, said, source });
}

fn mark(line: &Line, (member, criterion): Target, work: &mut Work) {
    let Line { table, row, conventions } = line;
    let compact = work.scoring.compact_of(member.0);
    let heading = Heading::Mark(Stage::AGENCY);
    let stage = compact.stages.iter().position(|stage| stage.id == Stage::KNOWN[Stage::AGENCY]);
    let (Some(stage), Some(content)) = (stage, table.at(row, heading)) else { return };
    let configured = &compact.criteria[criterion];
    let source = Source { cell: table.cell_of(row, heading), raw: content.raw() };
    let said = match marks::mark(content, configured, compact, conventions.of(table, heading)) {
        Ok(None) => return,
        Ok(Some((points, _))) => Said::Mark(points),
        Err(fault) => {
            let place = Place::Cell(source.cell.clone());
            let fault = work.about(member, &configured.id, fault, place).found(source.raw.clone());
            work.note(fault);
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Stage(stage), Claim { origin: Origin::Agency, said, source });
}
