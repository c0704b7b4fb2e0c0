//! What a form states of itself, held against its own figures: the sum of the marks and the ratio to the plan.

use rust_decimal::Decimal;

use super::Work;
use super::members::MemberId;
use super::number::{Reading, read};
use crate::diag::{Fault, Place};
use crate::model::{Content, Heading, Stage, Table, TableRow, divide, percent, ratio, round};

fn number(content: Option<&Content>) -> Option<Decimal> {
    match content? {
        Content::Number(number) => Some(*number),
        Content::Percent(share) => Some(percent(*share)),
        Content::Text(text) => match read(text.trim().trim_end_matches('%')) {
            Reading::Number(number, _) | Reading::Either(number, _) => Some(number),
            Reading::No => None,
        },
        _ => None,
    }
}

/// A stated sum of the members' own marks that is not the sum of those above it.
pub fn sum(table: &Table, row: &TableRow, marks: &[Decimal], member: MemberId, work: &mut Work) {
    let heading = Heading::Mark(Stage::SELF);
    let Some(stated) = number(table.at(row, heading)) else { return };
    let sum: Decimal = marks.iter().sum();
    if marks.is_empty() || sum == stated {
        return;
    }
    let fault = Fault::StatedSum { sum: sum.normalize().to_string() };
    let note = work.about(member, "", fault, Place::Cell(table.cell_of(row, heading)));
    work.note(note.found(table.text(row, heading)));
}

/// The member's own mark of a row.
pub fn own_mark(table: &Table, row: &TableRow) -> Option<Decimal> {
    number(table.at(row, Heading::Mark(Stage::SELF)))
}

/// A stated ratio that does not follow from plan and actual, to half a unit of its last digit.
pub fn stated_ratio(table: &Table, row: &TableRow, member: MemberId, id: &str, work: &mut Work) {
    let (Some(stated), Some(plan), Some(actual)) = (
        number(table.at(row, Heading::Ratio)),
        number(table.at(row, Heading::Plan)),
        number(table.at(row, Heading::Actual)),
    ) else {
        return;
    };
    let Some(share) = ratio(actual, plan).filter(|_| plan > Decimal::ZERO) else { return };
    let places = stated.normalize().scale();
    let near = |wanted: Decimal| {
        let half =
            divide(Decimal::ONE, Decimal::from(2_u32)).and_then(|half| half.checked_mul(Decimal::new(1, places)));
        half.is_some_and(|half| (wanted - stated).abs() <= half)
    };
    if near(percent(share)) || near(share) || stated.scale() > 4 {
        return;
    }
    let fault = Fault::StatedRatio { ratio: round(percent(share), 2).normalize().to_string() };
    let note = work.about(member, id, fault, Place::Cell(table.cell_of(row, Heading::Ratio)));
    work.note(note.found(table.text(row, Heading::Ratio)));
}
