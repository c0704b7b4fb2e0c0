//! A cell's content in; its number in the criterion's unit, with what was converted or decided, or why there is none, out.

use rust_decimal::Decimal;

use super::figure::{Figure, One, figure};
use super::number::Reading;
use super::units;
use super::values::Wanted;
use crate::diag::Fault;
use crate::model::{Content, Status, percent};

/// The largest number any figure may be, either way.
const MOST: i64 = 1_000_000_000_000_000;

/// The number of a cell.
#[derive(Debug)]
pub struct Number {
    pub value: Decimal,
    pub status: Status,
    pub notes: Vec<Fault>,
}

/// Reads the number of a cell.
///
/// # Errors
/// Why there is none: `not-a-number`, `inexact-number`, `word-for-number`, `ambiguous-number`, `unit-not-declared`,
/// `number-out-of-range`, `outside-limits`.
pub fn number(content: &Content, wanted: &Wanted) -> Result<Number, Fault> {
    let unit = || wanted.unit.to_owned();
    let number = match content {
        Content::Number(value) => {
            let (value, note) = scaled(*value, wanted.row_unit, wanted)?;
            Number { value, status: Status::Official, notes: note.into_iter().collect() }
        }
        Content::Text(text) => match figure(text) {
            Figure::One(one) => of_text(&one, wanted)?,
            Figure::NotExact => return Err(Fault::InexactNumber {}),
            Figure::Word => return Err(Fault::WordForNumber { unit: unit() }),
            Figure::No => return Err(Fault::NotANumber { unit: unit() }),
        },
        Content::Bool(_) => return Err(Fault::WordForNumber { unit: unit() }),
        Content::Percent(share) if wanted.unit.contains('%') => {
            Number { value: percent(*share), status: Status::Official, notes: Vec::new() }
        }
        Content::Percent(_) => return Err(Fault::PercentNotExpected { unit: unit() }),
        Content::Unsaved => return Err(Fault::UnsavedFormula {}),
        Content::Error(error) if error.parse::<f64>().is_ok() => return Err(Fault::NumberOutOfRange {}),
        Content::Error(_) => return Err(Fault::ErrorCell {}),
        Content::Date(_) => return Err(Fault::DateNotNumber {}),
    };
    if number.value.abs() > Decimal::from(MOST) {
        return Err(Fault::NumberOutOfRange {});
    }
    let within =
        wanted.least.is_none_or(|least| number.value >= least) && wanted.most.is_none_or(|most| number.value <= most);
    if !within {
        let show = |limit: Option<Decimal>| limit.map(|limit| limit.normalize().to_string()).unwrap_or_default();
        return Err(Fault::OutsideLimits { least: show(wanted.least), most: show(wanted.most), unit: unit() });
    }
    Ok(number)
}

fn of_text(one: &One, wanted: &Wanted) -> Result<Number, Fault> {
    let value = match (&one.reading, one.reading.under(wanted.convention)) {
        (_, Some(value)) => value,
        (Reading::Either(vietnamese, plain), None) => {
            let readings = vec![vietnamese.normalize().to_string(), plain.normalize().to_string()];
            return Err(Fault::AmbiguousNumber { readings });
        }
        _ => return Err(Fault::NotANumber { unit: wanted.unit.to_owned() }),
    };
    let (value, mut notes) = if one.unit.is_empty() {
        let (value, note) = scaled(value, wanted.row_unit, wanted)?;
        (value, note.into_iter().collect::<Vec<_>>())
    } else {
        let undeclared = || match (one.unit.as_str(), wanted.unit.to_owned()) {
            ("%", unit) => Fault::PercentNotExpected { unit },
            (written, unit) => Fault::UnitNotDeclared { unit, written: written.to_owned() },
        };
        let scale = units::scale(&one.unit, wanted.unit, wanted.scales).ok_or_else(undeclared)?;
        let value = units::converted(value, scale).ok_or(Fault::NumberOutOfRange {})?;
        let (read, unit) = (value.normalize().to_string(), wanted.unit.to_owned());
        let in_cell = (one.unit != "%").then_some(Fault::UnitInCell { read, unit });
        (value, in_cell.into_iter().collect())
    };
    let read = value.normalize().to_string();
    let status = one.status.unwrap_or_default();
    notes.extend(one.status.map(|_| Fault::StatusInCell { read: read.clone() }));
    if notes.is_empty() {
        notes.push(Fault::NumberAsText { read });
    }
    Ok(Number { value, status, notes })
}

/// A number in the criterion's unit, and what was converted.
fn scaled(value: Decimal, stated: Option<(&str, Decimal)>, wanted: &Wanted) -> Result<(Decimal, Option<Fault>), Fault> {
    let Some((written, scale)) = stated.filter(|(_, scale)| *scale != Decimal::ONE) else { return Ok((value, None)) };
    let converted = units::converted(value, scale).ok_or(Fault::NumberOutOfRange {})?;
    let (read, unit) = (converted.to_string(), wanted.unit.to_owned());
    Ok((converted, Some(Fault::UnitConverted { read, unit, written: written.to_owned() })))
}
