//! A mark in; the mark times the member's difficulty coefficient, the maximum at most, out.
//!
//! Source: the table of 2015 that raised marks of units with a heavy caseload.

use rust_decimal::Decimal;

use super::rules::too_large;
use crate::model::{Criterion, Evidence, Refusal, Worked};
use crate::wording::score as words;

/// The key of the coefficient among a criterion's inputs.
const COEFFICIENT: &str = "difficulty:actual";

/// The mark with the coefficient, where the criterion has one.
///
/// # Errors
/// [`Refusal`] when the coefficient is missing or outside what the compact allows.
pub fn weighted(criterion: &Criterion, given: &Evidence, worked: Worked) -> Result<Worked, Refusal> {
    let Some(most) = criterion.difficulty else { return Ok(worked) };
    let coefficient = given.number(COEFFICIENT)?;
    if coefficient <= Decimal::ZERO || coefficient > most {
        let (vi, en) = words::difficulty_range(&most.normalize().to_string());
        return Err(Refusal::Impossible(vi, en));
    }
    let points = worked.points.checked_mul(coefficient).ok_or_else(too_large)?.min(criterion.maximum.decimal());
    Ok(Worked::new(points, move |lang| {
        let [coefficient, points] = [coefficient, points].map(|number| lang.number(number));
        format!("{}; {}", (worked.because)(lang), words::difficulty(lang, &coefficient, &points))
    }))
}
