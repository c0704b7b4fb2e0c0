//! At mid-year, where the compact goes by shares: the evidence with the plan of the year in; with what of it is due out.

use super::rules::too_large;
use crate::model::{Criterion, Datum, Evidence, PlanKind, Refusal, Value, Worked};
use crate::wording::midyear as words;

/// The evidence a rule sees: each plan that a part of the year can be held against replaced by its share.
///
/// # Errors
/// [`Refusal::Impossible`] where a share is too large.
pub fn due(criterion: &Criterion, mut evidence: Evidence) -> Result<Evidence, Refusal> {
    let Some(share) = criterion.period_share() else { return Ok(evidence) };
    for key in keys(criterion) {
        if let Ok(plan) = evidence.number(&key) {
            let due = share.of(plan).ok_or_else(too_large)?;
            evidence = evidence.with(&key, Datum::Known(Value::Number(due)));
        }
    }
    Ok(evidence)
}

/// The plans of which a part is due by mid-year: growth and places in an index are wanted as they are.
fn keys(criterion: &Criterion) -> Vec<String> {
    let kinds = [PlanKind::Gradual, PlanKind::Whole];
    let planned = criterion.planned().into_iter().filter(|(_, kernel)| kinds.contains(&kernel.plan_kind()));
    planned.map(|(row, _)| if row.is_empty() { "plan".to_owned() } else { format!("{row}:plan") }).collect()
}

/// The same mark with the share said before its reason.
pub fn explained(criterion: &Criterion, evidence: &Evidence, worked: Worked) -> Worked {
    let Some(share) = criterion.period_share().cloned() else { return worked };
    let plans: Vec<_> = keys(criterion).iter().filter_map(|key| evidence.number(key).ok()).collect();
    let because = worked.because;
    Worked::new(worked.points, move |lang| {
        let said = match plans[..] {
            [plan] => words::due(lang, plan, &share),
            _ => words::all_due(lang, &share),
        };
        format!("{said}; {}", because(lang))
    })
}
