//! The rules that mark a member against its bloc; a member without a row stands aside.

use num_traits::{One, Signed, Zero};

use super::figures::{joined, number, part_of};
use super::number::{Q, least, logarithm, most, part, root, twelve, whole};
use super::rules::{Alike, Join, Part, Rule, mark};
use super::{Cell, Row};

/// The marks of a bloc before rounding.
pub fn bloc(rule: &Rule, m: &Q, rows: &[Option<Row>]) -> Vec<Option<Q>> {
    let actual = |row: &Option<Row>| number(row.as_ref()?, "actual");
    let actuals: Vec<Option<Q>> = rows.iter().map(actual).collect();
    let there = || actuals.iter().flatten();
    let each = |of: &dyn Fn(&Q) -> Option<Q>| actuals.iter().map(|actual| of(actual.as_ref()?)).collect();
    let count = |fits: &dyn Fn(&Q) -> bool| Q::from_integer(there().filter(|other| fits(other)).count().into());
    let n = count(&|_| true);
    match rule {
        Rule::Compound { join, parts } => compound(*join, parts, m, rows),
        Rule::LeaderRelative { base } => leader(&base.clone().unwrap_or(part(1, 2)), m, rows),
        Rule::Goalposts { low, high, log, refuse, lower } => {
            each(&|actual| goalposts(actual, low, high, *log, *refuse, *lower).map(|x| m * x))
        }
        Rule::MinMax { alike, lower } => {
            let (Some(min), Some(max)) = (there().min().cloned(), there().max().cloned()) else {
                return vec![None; rows.len()];
            };
            each(&|actual| {
                if max == min {
                    return match alike {
                        Alike::Full => Some(m.clone()),
                        Alike::Half => Some(m / whole(2)),
                        Alike::Zero => Some(Q::zero()),
                        Alike::Refuse => None,
                    };
                }
                let above = if *lower { &max - actual } else { actual - &min };
                Some(m * twelve(&above) / twelve(&(&max - &min)))
            })
        }
        Rule::ZScore { sample, span, lower } => {
            let sum: Q = there().sum();
            if n.is_zero() {
                return vec![None; rows.len()];
            }
            let mean = sum / &n;
            let squares: Q = there().map(|actual| (actual - &mean) * (actual - &mean)).sum();
            each(&|actual| {
                if squares.is_zero() {
                    return Some(m / whole(2));
                }
                let spread = root(&(&squares / if *sample { &n - Q::one() } else { n.clone() }));
                let z = twelve(&((actual - &mean) / spread));
                let z = if *lower { -z } else { z };
                Some(m * least(most(part(1, 2) + z / (whole(2) * span), Q::zero()), Q::one()))
            })
        }
        Rule::RankShare { lower } => each(&|actual| {
            let better = count(&|other| if *lower { other < actual } else { other > actual });
            Some(m * (&n - better) / &n)
        }),
        Rule::PercentRank { lower } => each(&|actual| {
            let worse = count(&|other| if *lower { other > actual } else { other < actual });
            (n > Q::one()).then(|| m * worse / (&n - Q::one()))
        }),
        Rule::RatioToBest { lower } => {
            let sound = || there().filter(|actual| !actual.is_negative());
            let best = if *lower { sound().min() } else { sound().max() };
            each(&|actual| {
                let best = best.filter(|_| !actual.is_negative())?;
                match (lower, if *lower { actual } else { best }.is_zero()) {
                    (true, true) => Some(m.clone()),
                    (true, false) => Some(m * best / actual),
                    (false, true) => None,
                    (false, false) => Some(m * actual / best),
                }
            })
        }
        _ => rows.iter().map(|row| mark(rule, m, row.as_ref()?)).collect(),
    }
}

/// A figure between fixed ends, from 0 to 1.
fn goalposts(actual: &Q, low: &Q, high: &Q, log: bool, refuse: bool, lower: bool) -> Option<Q> {
    if refuse && (actual < low || actual > high) {
        return None;
    }
    let actual = least(most(actual.clone(), low.clone()), high.clone());
    let of = |number: &Q| if log { logarithm(number) } else { number.clone() };
    let above = if lower { of(high) - of(&actual) } else { of(&actual) - of(low) };
    let x = above / (of(high) - of(low));
    Some(if log { twelve(&x) } else { x })
}

/// A share of the maximum for the plan, the rest against the best excess; without a plan, against the best figure.
fn leader(base: &Q, m: &Q, rows: &[Option<Row>]) -> Vec<Option<Q>> {
    let figures: Vec<Option<(Q, Q)>> = rows.iter().map(|row| planned(row.as_ref()?)).collect();
    let excess = |(plan, actual): &(Q, Q)| twelve(&(actual / plan - Q::one()));
    let with = figures.iter().flatten().filter(|(plan, _)| plan.is_positive());
    let without = figures.iter().flatten().filter(|(plan, _)| plan.is_zero());
    let best = with.map(excess).max();
    let most = without.map(|(_, actual)| actual.clone()).max();
    let mark = |figures: &Option<(Q, Q)>| {
        let (plan, actual) = figures.as_ref()?;
        if plan.is_zero() {
            let most = most.as_ref()?;
            return Some(if most.is_zero() { Q::zero() } else { m * actual / most });
        }
        if actual < plan {
            return Some(base * m * actual / plan);
        }
        let e = excess(&(plan.clone(), actual.clone()));
        Some(if e.is_zero() { base * m } else { base * m + (Q::one() - base) * m * e / best.as_ref()? })
    };
    figures.iter().map(mark).collect()
}

/// Plan and actual, neither negative; a plan of zero is none.
fn planned(row: &Row) -> Option<(Q, Q)> {
    let plan = if row.get("plan") == Some(&Cell::NotAssigned) { Q::zero() } else { number(row, "plan")? };
    let actual = number(row, "actual")?;
    (!plan.is_negative() && !actual.is_negative()).then_some((plan, actual))
}

/// Each part marked over the bloc, the marks of every member joined.
fn compound(join: Join, parts: &[Part], m: &Q, rows: &[Option<Row>]) -> Vec<Option<Q>> {
    let mut joining: Vec<Option<Vec<Q>>> = rows.iter().map(|row| row.as_ref().map(|_| Vec::new())).collect();
    for part in parts {
        let own: Vec<Option<Row>> = rows.iter().map(|row| part_of(row.as_ref()?, part.id)).collect();
        let whole = if join == Join::Weights { m * &part.weight } else { m.clone() };
        for ((marks, row), mark) in joining.iter_mut().zip(&own).zip(bloc(&part.rule, &whole, &own)) {
            match (row, mark) {
                // only a mean goes on without a part
                (None, _) if join == Join::Mean => {}
                (Some(_), Some(mark)) => marks.iter_mut().for_each(|marks| marks.push(mark.clone())),
                _ => *marks = None,
            }
        }
    }
    joining.into_iter().map(|marks| joined(join, m, &marks?)).collect()
}
