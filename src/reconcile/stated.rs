//! What a form states of itself in: totals, ratios, maxima; what does not agree with its own figures out.

use rust_decimal::Decimal;

use super::Work;
use super::columns::Conventions;
use super::criteria::RowIs;
use super::figure::{Figure, figure};
use super::integrity::comparable;
use super::members::MemberId;
use super::quantity::number;
use super::values::{PURE, Wanted, datum, special};
use crate::diag::{Fault, Place};
use crate::model::{
    Column, Combine, Content, Datum, Field, FieldKind, Heading, Table, TableRow, Value, percent, round,
};

/// Marks are written with two decimals; a total may be that much off.
const HALF_A_HUNDREDTH: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// What the binary arithmetic of a spreadsheet may be off.
const BINARY_NOISE: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// A member's form and what its rows are.
pub struct Form<'a> {
    pub table: &'a Table,
    pub rows: &'a [(&'a TableRow, RowIs)],
    pub conventions: &'a Conventions,
    pub member: MemberId,
}

/// Notes what disagrees; nothing of it counts.
pub fn check(form: &Form, work: &mut Work) {
    for (position, column) in form.table.columns.iter().enumerate() {
        if matches!(column.heading, Heading::Mark(_)) && column.over.is_none() {
            totals(form, position, work);
        }
    }
    for (row, is) in form.rows {
        if let RowIs::Criterion(criterion) = is {
            maximum(form, row, *criterion, work);
            ratio(form, row, *criterion, work);
        }
    }
}

/// The marks of one column, added up from the top.
#[derive(Default)]
struct Sums {
    all: Decimal,
    scale: Decimal,
    since: Decimal,
    marks: usize,
}

/// Each row of a total against the sums it may be meant to be; a field's row against the marks within it.
fn totals(form: &Form, position: usize, work: &mut Work) {
    let compact = work.scoring.compact_of(form.member.0);
    let nodes = compact.fields.iter().map(|field| &field.node).chain([&compact.root]);
    if nodes.into_iter().any(|node| node.combine != Combine::Sum) {
        return;
    }
    let mark = |row: &TableRow| -> Option<Option<Decimal>> {
        let Some(content) = &row.cells[position] else { return Some(None) };
        if matches!(special(content, compact.kp), Ok(Some(_))) {
            return Some(None);
        }
        let wanted = Wanted { convention: form.conventions.at(position), ..PURE };
        number(content, &wanted).ok().map(|number| Some(number.value))
    };
    let mut sums = Sums::default();
    let mut of_fields = vec![Decimal::ZERO; compact.fields.len()];
    let mut stated = Vec::new();
    for (row, is) in form.rows {
        let Some(value) = mark(row) else { return };
        match (is, value) {
            (RowIs::Criterion(criterion), Some(value)) => {
                let field = compact.criteria[*criterion].field;
                for above in within(&compact.fields, field) {
                    of_fields[above] += value;
                }
                sums.all += value;
                sums.since += value;
                sums.marks += 1;
                if compact.fields[field].kind == FieldKind::Scale {
                    sums.scale += value;
                }
            }
            (RowIs::Field(field), value) => {
                sums.since = Decimal::ZERO;
                stated.extend(value.map(|value| (*row, value, *field)));
            }
            (RowIs::Total, Some(value)) => {
                let sum = [sums.all, sums.scale, sums.since];
                if sums.marks > 0 && sum.iter().all(|sum| (value - sum).abs() >= HALF_A_HUNDREDTH) {
                    differs(form, row, position, sums.all, work);
                }
                sums.since = Decimal::ZERO;
            }
            _ => {}
        }
    }
    for (row, value, field) in stated {
        if of_fields[field] != Decimal::ZERO && (value - of_fields[field]).abs() >= HALF_A_HUNDREDTH {
            differs(form, row, position, of_fields[field], work);
        }
    }
}

/// A field and those it stands in.
fn within(fields: &[Field], field: usize) -> Vec<usize> {
    let mut chain = vec![field];
    while let Some(above) = chain.last().and_then(|field| fields[*field].parent).filter(|above| !chain.contains(above))
    {
        chain.push(above);
    }
    chain
}

fn differs(form: &Form, row: &TableRow, position: usize, sum: Decimal, work: &mut Work) {
    let fault = Fault::StatedSum { sum: sum.normalize().to_string() };
    let found = row.cells[position].as_ref().map(Content::raw).unwrap_or_default();
    let note = work.about(form.member, "", fault, Place::Cell(form.table.cell(row, position))).found(found);
    work.note(note);
}

/// The maximum that a row states against the compact's.
fn maximum(form: &Form, row: &TableRow, criterion: usize, work: &mut Work) {
    let configured = &work.scoring.compact_of(form.member.0).criteria[criterion];
    let content = form.table.at(row, Heading::Maximum);
    let stated = content.and_then(|content| number(content, &PURE).ok());
    let penal = configured.kernel.lowest().is_sign_negative();
    if let Some(stated) = stated.filter(|stated| !penal && stated.value != configured.maximum.decimal()) {
        let maximum = configured.maximum.decimal().to_string();
        let place = Place::Cell(form.table.cell_of(row, Heading::Maximum));
        let note = work.about(form.member, &configured.id, Fault::MaximumStatedOtherwise { maximum }, place);
        work.note(note.found(content.map_or_else(|| stated.value.to_string(), Content::raw)));
    }
}

/// The ratio that a row states against its own plan and actual.
fn ratio(form: &Form, row: &TableRow, criterion: usize, work: &mut Work) {
    let compact = work.scoring.compact_of(form.member.0);
    let configured = &compact.criteria[criterion];
    let Some(content) = form.table.at(row, Heading::Ratio).filter(|_| comparable(configured)) else {
        return;
    };
    let figure_of = |column: Column, heading: Heading| {
        let own = |input: &crate::model::Input| input.row.is_empty() && input.column == column;
        let input = configured.inputs.iter().position(own)?;
        let wanted = Wanted::of(configured, input, compact.kp, form.conventions.of(form.table, heading));
        match datum(form.table.at(row, heading), &wanted).ok()?.datum {
            Datum::Known(Value::Number(value)) => Some(value),
            _ => None,
        }
    };
    let computed = figure_of(Column::Actual, Heading::Actual)
        .zip(figure_of(Column::Plan, Heading::Plan))
        .and_then(|(actual, plan)| actual.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(plan));
    let (Some(computed), Some(stated)) = (computed, stated(content, form.conventions.of(form.table, Heading::Ratio)))
    else {
        return;
    };
    if !stated.is(computed) {
        let ratio = round(computed, 2).normalize().to_string();
        let place = Place::Cell(form.table.cell_of(row, Heading::Ratio));
        let note = work.about(form.member, &configured.id, Fault::StatedRatio { ratio }, place);
        work.note(note.found(content.raw()));
    }
}

/// A ratio as stated: in percent, or perhaps as a part of one, as a cell with the format of a percentage holds it.
struct Stated {
    value: Decimal,
    percent: bool,
}

impl Stated {
    /// Whether it is this percentage to half a unit of its last printed digit.
    fn is(&self, percentage: Decimal) -> bool {
        let half = Decimal::new(5, self.value.scale().min(26) + 1) + BINARY_NOISE;
        let part = percentage / Decimal::ONE_HUNDRED;
        (self.value - percentage).abs() <= half || !self.percent && (self.value - part).abs() <= half
    }
}

fn stated(content: &Content, convention: Option<crate::model::Convention>) -> Option<Stated> {
    match content {
        Content::Number(value) => Some(Stated { value: *value, percent: false }),
        Content::Percent(share) => Some(Stated { value: percent(*share), percent: true }),
        Content::Text(text) => match figure(text) {
            Figure::One(one) if one.unit.is_empty() || one.unit == "%" => {
                let value = one.reading.under(convention)?;
                Some(Stated { value, percent: !one.unit.is_empty() })
            }
            _ => None,
        },
        _ => None,
    }
}
