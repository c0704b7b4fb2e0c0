//! A criterion's rows of all members in; the figures its rule sees, out: where the compact takes the group's mean of a
//! missing figure, that mean; where it measures an increment or a reduction, the change.

use super::measure::measured;
use crate::model::{Compact, Criterion, Datum, Evidence, InputKind, MeanOf, Missing, PanelRow, Refusal, Value, divide};

/// What a rule sees of one member.
pub struct Figures {
    /// As handed in, with the group's mean in the place of what is missing.
    pub given: Evidence,
    /// As the rule sees them.
    pub seen: Result<Evidence, Refusal>,
    /// The group whose mean stands in.
    pub filled: Option<String>,
}

/// The figures of every member for one criterion.
pub fn figures(compact: &Compact, index: usize, rows: &[&PanelRow], groups: &[Option<&str>]) -> Vec<Figures> {
    let criterion = &compact.criteria[index];
    let given: Vec<Evidence> = rows.iter().map(|row| evidence(criterion, row)).collect();
    let raw = compact.missing_of(index) == Missing::GroupMean(MeanOf::Raw);
    let figures = (0..rows.len()).map(|member| {
        let filled = if raw { fill(criterion, member, rows[member], &given, groups) } else { None };
        let (given, filled) = match filled {
            Some((evidence, group)) => (evidence, Some(group)),
            None => (given[member].clone(), None),
        };
        Figures { seen: measured(criterion.measure, given.clone()), given, filled }
    });
    figures.collect()
}

fn evidence(criterion: &Criterion, row: &PanelRow) -> Evidence {
    let data =
        criterion.inputs.iter().zip(&row.observed).map(|(input, observed)| (input.key(), observed.datum.clone()));
    Evidence::new(data.collect())
}

/// The member's figures with the mean of its group for each that is missing; none where nothing is missing, where a
/// figure is in doubt, or where nobody of the group has it.
fn fill(
    criterion: &Criterion,
    member: usize,
    row: &PanelRow,
    given: &[Evidence],
    groups: &[Option<&str>],
) -> Option<(Evidence, String)> {
    let group = groups[member]?;
    if row.observed.iter().any(|observed| observed.faulty) {
        return None;
    }
    let mut filled = given[member].clone();
    let mut any = false;
    for input in criterion.inputs.iter().filter(|input| input.kind == InputKind::Number) {
        let key = input.key();
        if *filled.datum(&key) == Datum::Missing {
            let own = (0..given.len()).filter(|other| groups[*other] == Some(group));
            let there: Vec<_> = own.filter_map(|other| given[other].number(&key).ok()).collect();
            let sum = there.iter().try_fold(rust_decimal::Decimal::ZERO, |sum, figure| sum.checked_add(*figure))?;
            filled = filled.with(&key, Datum::Known(Value::Number(divide(sum, there.len().into())?)));
            any = true;
        }
    }
    any.then(|| (filled, group.to_owned()))
}
