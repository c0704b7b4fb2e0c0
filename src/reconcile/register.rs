//! The plan registers in; the plans, which rule over every other, out. A register in doubt refuses the run.

use std::collections::BTreeSet;

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::columns::{Conventions, conventions};
use super::criteria::by_id;
use super::members::MemberId;
use super::values::{Wanted, datum};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Assignment, Column, Content, Datum, Heading, InputKind, Source, Status, Table, TableRow, fold};
use crate::wording::recognition::TOTAL_ROWS;

/// Takes all registers into the claims.
///
/// # Errors
/// `register-missing` for a bloc without one that scoring.toml expects, and every doubt within one.
pub fn register(tables: &[&Table], work: &mut Work) -> Result<(), Vec<Diagnostic>> {
    let mut refused = Vec::new();
    let mut blocs = BTreeSet::new();
    for table in tables {
        let conventions = conventions(table, work);
        for row in &table.rows {
            match plan(table, row, &conventions, work) {
                Ok(Some((bloc, _))) => {
                    blocs.insert(bloc);
                }
                Ok(None) => {}
                Err(fault) => refused.push(fault),
            }
        }
    }
    if work.scoring.expects.register {
        for (index, bloc) in work.scoring.blocs.iter().enumerate() {
            let planned = work
                .scoring
                .compact_of(index)
                .criteria
                .iter()
                .any(|c| c.inputs.iter().any(|input| input.column == Column::Plan));
            if planned && !blocs.contains(&index) {
                refused.push(Diagnostic::new(Fault::RegisterMissing {}, Place::Run).bloc(&bloc.id));
            }
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// The plan of one row; none for a row that is no plan. The latest documented plan counts.
fn plan(
    table: &Table,
    row: &TableRow,
    conventions: &Conventions,
    work: &mut Work,
) -> Result<Option<MemberId>, Diagnostic> {
    let (name, code) = (table.text(row, Heading::Member), table.text(row, Heading::Code));
    if code.is_empty() || fold(&name).is_empty() || TOTAL_ROWS.contains(&fold(&name).as_str()) {
        return Ok(None);
    }
    let at = |heading: Heading| Place::Cell(table.cell_of(row, heading));
    let rejected = |fault: &Fault, heading: Heading, found: String| {
        Diagnostic::new(Fault::RegisterRejected { cause: fault.code().to_owned() }, at(heading)).found(found)
    };
    let bloc = bloc(table, row, work);
    let member = work.directory.member(&name, bloc).map_err(|fault| rejected(&fault, Heading::Member, name))?;
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    let (id, input_row) = code.split_once(':').unwrap_or((&code, ""));
    let Some(criterion) = by_id(compact, id) else {
        return Err(rejected(&Fault::ExtraRow {}, Heading::Code, code));
    };
    let inputs = &compact.criteria[criterion].inputs;
    let of = |column: Column| inputs.iter().position(|input| input.row == input_row && input.column == column);
    let (Some(input), planned) = (of(Column::Plan).or_else(|| of(Column::Actual)), of(Column::Plan).is_some()) else {
        return Err(rejected(&Fault::ExtraRow {}, Heading::Code, code));
    };
    let adjusted = table.at(row, Heading::PlanAdjusted).is_some();
    let heading = if adjusted { Heading::PlanAdjusted } else { Heading::PlanAtStart };
    let content = table.at(row, heading);
    let raw = content.map(Content::raw).unwrap_or_default();
    let configured = &compact.criteria[criterion];
    let mut wanted = Wanted::of(configured, input, compact.kp, conventions.of(table, heading));
    if !planned {
        wanted.kind = &InputKind::Number;
    }
    let datum = datum(content, &wanted).map_err(|fault| rejected(&fault, heading, raw.clone()))?.datum;
    if !planned && datum != Datum::NotAssigned {
        return Ok(Some(member));
    }
    if datum == Datum::NotAssigned && configured.assignment == Assignment::All && !configured.inputs[input].optional {
        return Err(rejected(&Fault::AssignmentNotAllowed {}, heading, raw));
    }
    let source = Source { cell: table.cell_of(row, heading), raw };
    let claim = Claim { origin: Origin::Register, said: Said::Datum(datum, Status::Official), source };
    work.claims.add(member, criterion, Slot::Input(input), claim);
    Ok(Some(member))
}

/// The bloc a row says it is of, else the table's.
pub fn bloc(table: &Table, row: &TableRow, work: &Work) -> Option<usize> {
    let said = table.text(row, Heading::Bloc);
    work.directory.bloc(&said).or_else(|| work.directory.bloc_of(table))
}
