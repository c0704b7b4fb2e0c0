//! From rows to marks: what is not assigned, what did not arise, measures, coefficients, and rounding.

use num_traits::{One, Signed};

use super::figures::{number, part_of};
use super::number::{Q, least, rounded};
use super::rules::{Lower, On, Rule};
use super::{Arising, Cell, Compact, Criterion, Measure, Row, State, blocs};

/// The marks of a bloc, by member.
pub fn bloc(compact: &Compact, bloc: &[Vec<Row>]) -> Vec<Vec<State>> {
    let mut marks = vec![Vec::new(); bloc.len()];
    for (index, criterion) in compact.criteria.iter().enumerate() {
        let rows: Vec<&Row> = bloc.iter().map(|member| &member[index]).collect();
        let states: Vec<Option<State>> = rows.iter().map(|row| without_a_rule(criterion, row)).collect();
        let measured = rows
            .iter()
            .zip(&states)
            .map(|(row, state)| state.is_none().then(|| measured(criterion, row)))
            .collect::<Vec<_>>();
        let points = blocs::bloc(&criterion.rule, &criterion.maximum, &measured);
        for (member, (state, points)) in states.into_iter().zip(points).enumerate() {
            let computed = || points.and_then(|points| harder(criterion, points, rows[member]));
            let state = state.unwrap_or_else(|| computed().map_or(State::Missing, State::Points));
            marks[member].push(match state {
                State::Points(points) => State::Points(rounded(&points, compact.mark_places.unwrap_or(9))),
                other => other,
            });
        }
    }
    marks
}

/// The state of a criterion that is not assigned or where nothing arose.
fn without_a_rule(criterion: &Criterion, row: &Row) -> Option<State> {
    let own = |cell: &Cell| row.get("actual") == Some(cell) || row.get("plan") == Some(cell);
    if criterion.per_member && own(&Cell::NotAssigned) {
        return Some(State::Out);
    }
    let nothing = match &criterion.rule {
        Rule::Compound { parts, .. } => parts.iter().all(|part| part_of(row, part.id).is_none()),
        _ => row.get("actual") == Some(&Cell::NotArising),
    };
    if nothing {
        return match criterion.not_arising {
            Some(Arising::Full) => Some(State::Points(criterion.maximum.clone())),
            Some(Arising::Out) => Some(State::Out),
            None => Some(State::Missing),
        };
    }
    None
}

/// The row with its actual measured against the baseline.
fn measured(criterion: &Criterion, row: &Row) -> Row {
    let mut row = row.clone();
    if criterion.measure != Measure::Value {
        let (actual, baseline) = (number(&row, "actual"), number(&row, "baseline:actual"));
        let change = actual.zip(baseline).map(|(actual, baseline)| actual - baseline);
        let change = if criterion.measure == Measure::Reduction { change.map(|change| -change) } else { change };
        row.insert("actual".to_owned(), change.map_or(Cell::Blank, Cell::Number));
    }
    row
}

/// The mark times the member's coefficient, the maximum at most.
fn harder(criterion: &Criterion, points: Q, row: &Row) -> Option<Q> {
    let Some(most) = &criterion.difficulty else { return Some(points) };
    let coefficient = number(row, "difficulty:actual")?;
    let allowed = coefficient >= Q::one() && coefficient <= *most;
    allowed.then(|| least(points * coefficient, criterion.maximum.clone()))
}

/// How many plans a member exceeds.
pub fn exceeded(compact: &Compact, rows: &[Row]) -> usize {
    compact.criteria.iter().zip(rows).filter(|(criterion, row)| exceeds(criterion, row).unwrap_or(false)).count()
}

fn exceeds(criterion: &Criterion, row: &Row) -> Option<bool> {
    let row = measured(criterion, row);
    let (plan, actual) = (number(&row, "plan")?, number(&row, "actual")?);
    Some(match &criterion.rule {
        Rule::Proportional { lower: Some(Lower::Ratio | Lower::Linear | Lower::Ceiling), .. } => actual < plan,
        Rule::Bands { on: On::Actual, .. } | Rule::DeductionBands { on: On::Actual, .. } => false,
        Rule::Proportional { .. } | Rule::Threshold { .. } | Rule::Steps { .. } | Rule::Bands { .. } => actual > plan,
        Rule::DeductionBands { .. } => actual < plan,
        Rule::LeaderRelative { .. } => plan.is_positive() && actual > plan,
        _ => false,
    })
}
