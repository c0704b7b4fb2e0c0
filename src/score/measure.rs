//! What the actual of a criterion measures: the value itself, or what it gained or lost since the baseline.

use super::rules::too_large;
use crate::model::{Datum, Evidence, Measure, Refusal, Value, Worked};
use crate::wording::score::{INCREMENT, REDUCTION};

const BASELINE: &str = "baseline:actual";

/// The evidence a rule sees: its actual replaced by the increment or the reduction.
///
/// # Errors
/// [`Refusal::Missing`] when the actual or the baseline is.
pub fn measured(measure: Measure, evidence: Evidence) -> Result<Evidence, Refusal> {
    let (from, to) = match measure {
        Measure::Value => return Ok(evidence),
        Measure::Increment => (BASELINE, "actual"),
        Measure::Reduction => ("actual", BASELINE),
    };
    if !matches!(evidence.datum("actual"), Datum::Known(_)) {
        return Ok(evidence);
    }
    let change = evidence.number(to)?.checked_sub(evidence.number(from)?).ok_or_else(too_large)?;
    Ok(evidence.with("actual", Datum::Known(Value::Number(change))))
}

/// The same mark with the subtraction said before its reason.
pub fn explained(measure: Measure, evidence: &Evidence, worked: Worked) -> Worked {
    let (words, ends) = match measure {
        Measure::Value => return worked,
        Measure::Increment => (INCREMENT, ("actual", BASELINE)),
        Measure::Reduction => (REDUCTION, (BASELINE, "actual")),
    };
    let (Ok(more), Ok(less)) = (evidence.number(ends.0), evidence.number(ends.1)) else { return worked };
    let because = worked.because;
    Worked::new(worked.points, move |lang| {
        let [from, to, change] =
            [more, less, more.checked_sub(less).unwrap_or_default()].map(|number| lang.number(number));
        format!("{} {from} - {to} = {change}; {}", words.say(lang), because(lang))
    })
}
