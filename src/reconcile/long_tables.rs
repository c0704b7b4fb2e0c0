//! The tables of the bodies that follow a criterion in; their figures, which come before members', out.

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::criteria::Matcher;
use super::register::{bloc, column_convention};
use super::values::{datum, number, status};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Column, Content, Datum, Heading, Points, Source, Stage, Status, Table, TableRow, fold};

/// Takes an agency's table into the claims.
pub fn agency(table: &Table, work: &mut Work) {
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
        let Some(criterion) = Matcher::new(compact).by_code(id) else {
            let place = Place::Cell(table.cell_of(row, Heading::Code));
            let fault = work.about(member, "", Fault::ExtraRow {}, place).found(code);
            work.note(fault);
            continue;
        };
        figure(table, row, (member, criterion), input_row, work);
        mark(table, row, (member, criterion), work);
    }
}

type Target = (super::members::MemberId, usize);

fn figure(table: &Table, row: &TableRow, (member, criterion): Target, input_row: &str, work: &mut Work) {
    let configured = &work.scoring.compact_of(member.0).criteria[criterion];
    let slot = configured.inputs.iter().position(|input| input.row == input_row && input.column == Column::Actual);
    let (Some(input), Some(content)) = (slot, table.at(row, Heading::Actual)) else { return };
    let source = Source { cell: table.cell_of(row, Heading::Actual), raw: content.raw() };
    let convention = column_convention(table, Heading::Actual);
    let state = status(table.at(row, Heading::Status)).unwrap_or(Status::Official);
    let id = configured.id.clone();
    let said = match datum(Some(content), &configured.inputs[input].kind, &configured.unit, convention) {
        Ok((Datum::Missing, _)) => return,
        Ok((datum, _)) => Said::Datum(datum, state),
        Err(fault) => {
            let fault = work.about(member, &id, fault, Place::Cell(source.cell.clone())).found(source.raw.clone());
            work.note(fault);
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Input(input), Claim { origin: Origin::Agency, said, source });
}

fn mark(table: &Table, row: &TableRow, (member, criterion): Target, work: &mut Work) {
    let compact = work.scoring.compact_of(member.0);
    let stage = compact.stages.iter().position(|stage| stage.id == Stage::KNOWN[Stage::AGENCY]);
    let (Some(stage), Some(content)) = (stage, table.at(row, Heading::Mark(Stage::AGENCY))) else { return };
    let configured = &compact.criteria[criterion];
    let source = Source { cell: table.cell_of(row, Heading::Mark(Stage::AGENCY)), raw: content.raw() };
    let points = number(content, "", column_convention(table, Heading::Mark(Stage::AGENCY)))
        .ok()
        .and_then(|(value, _)| Points::rounded(value, None));
    let lowest = Points::rounded(configured.kernel.lowest(), None).unwrap_or_default();
    let said = match points.filter(|points| (lowest..=configured.maximum).contains(points)) {
        Some(points) => Said::Mark(points),
        None if matches!(content, Content::Text(text) if text.trim() == "-") => return,
        None => {
            let (lowest, highest) = (lowest.decimal().to_string(), configured.maximum.decimal().to_string());
            let place = Place::Cell(source.cell.clone());
            let fault = work.about(member, &configured.id, Fault::MarkOutOfRange { lowest, highest }, place);
            work.note(fault.found(source.raw.clone()));
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Stage(stage), Claim { origin: Origin::Agency, said, source });
}
