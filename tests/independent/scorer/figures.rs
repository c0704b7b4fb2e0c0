//! What a rule reads from a row: numbers, days and words, ratios, bands, and the parts of a compound.

use num_traits::{One, Signed, Zero};

use super::number::{Q, twelve, whole};
use super::rules::{Band, Join, Lower, On};
use super::{Cell, Row};

/// The number under a key.
pub fn number(row: &Row, key: &str) -> Option<Q> {
    match row.get(key) {
        Some(Cell::Number(number)) => Some(number.clone()),
        _ => None,
    }
}

pub fn day(row: &Row, key: &str) -> Option<i32> {
    match row.get(key) {
        Some(Cell::Day(day)) => Some(*day),
        _ => None,
    }
}

pub fn word(row: &Row) -> Option<&'static str> {
    match row.get("actual") {
        Some(Cell::Word(word)) => Some(word),
        _ => None,
    }
}

/// A count, which is not negative.
pub fn count(row: &Row, key: &str) -> Option<Q> {
    number(row, key).filter(|count| !count.is_negative())
}

/// A / T, where the plan is above zero and the actual not below it; refused else.
pub fn ratio(actual: &Q, plan: &Q) -> Option<Q> {
    (plan.is_positive() && !actual.is_negative()).then(|| actual / plan)
}

/// A ratio that counts as all where it is all to 12 decimals.
pub fn whole_from(r: Q) -> Q {
    if twelve(&r).is_one() { Q::one() } else { r }
}

/// How much of the plan is reached, one being all of it.
pub fn reached(plan: &Q, actual: &Q, lower: Option<Lower>, cap: &Q) -> Option<Q> {
    let sound = !plan.is_negative() && !actual.is_negative();
    match lower {
        None => ratio(actual, plan),
        Some(Lower::Ratio) if sound && actual.is_zero() => Some(cap.clone()),
        Some(Lower::Ratio) => sound.then(|| plan / actual),
        Some(Lower::Linear) => Some(whole(2) - ratio(actual, plan)?),
        Some(Lower::Ceiling) if actual.is_negative() => None,
        Some(Lower::Ceiling) => Some(if actual <= plan { cap.clone() } else { Q::zero() }),
    }
}

/// The band that the figures fall in.
pub fn band<'a>(on: On, bands: &'a [Band], row: &Row) -> Option<&'a Band> {
    let actual = number(row, "actual")?;
    let plan = || number(row, "plan");
    let value = twelve(&match on {
        On::Actual => actual,
        On::Ratio => ratio(&actual, &plan()?)?,
        On::Excess => ratio(&actual, &plan()?)? - Q::one(),
        On::Difference => actual - plan()?,
    });
    bands.iter().find(|band| {
        let after = band.from.as_ref().is_none_or(|(from, inside)| value > *from || (*inside && value == *from));
        let before = band.to.as_ref().is_none_or(|(to, inside)| value < *to || (*inside && value == *to));
        after && before
    })
}

/// The row of one part alone; none where it was not assigned or did not arise.
pub fn part_of(row: &Row, id: &str) -> Option<Row> {
    let prefix = format!("{id}:");
    let own = row.iter().filter_map(|(key, cell)| Some((key.strip_prefix(&prefix)?.to_owned(), cell.clone())));
    let own: Row = own.collect();
    let out = own.values().any(|cell| matches!(cell, Cell::NotAssigned | Cell::NotArising));
    (!out).then_some(own)
}

/// The marks of the parts that are there, combined.
pub fn joined(join: Join, m: &Q, marks: &[Q]) -> Option<Q> {
    let sum: Q = marks.iter().sum();
    match join {
        Join::Weights => Some(sum),
        Join::Mean => (!marks.is_empty()).then(|| sum / Q::from_integer(marks.len().into())),
        Join::Min => marks.iter().min().cloned(),
        Join::All => {
            (!marks.is_empty()).then(|| if marks.iter().all(|mark| mark == m) { m.clone() } else { Q::zero() })
        }
    }
}
