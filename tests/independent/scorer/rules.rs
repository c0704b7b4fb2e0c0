//! The rules that mark a member by its own figures; none means missing or refused.

use num_traits::{One, Signed, Zero};

use super::Row;
use super::figures::{band, count, day, number, ratio, reached, whole_from, word};
use super::number::{Q, least, most, twelve, whole};

/// How less is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lower {
    Ratio,
    Linear,
    Ceiling,
}

/// What bands are on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    Ratio,
    Actual,
    Excess,
    Difference,
}

/// From and to, each with whether it belongs to the band; open where there is none.
#[derive(Clone, Debug)]
pub struct Band {
    pub from: Option<(Q, bool)>,
    pub to: Option<(Q, bool)>,
    /// Points or a deduction; none deducts all.
    pub points: Option<Q>,
}

/// How the parts of a compound are combined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Join {
    Weights,
    Mean,
    Min,
    All,
}

/// A part of a compound.
#[derive(Clone, Debug)]
pub struct Part {
    pub id: &'static str,
    pub weight: Q,
    pub rule: Rule,
}

/// What equal figures of a whole bloc give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alike {
    Full,
    Half,
    Zero,
    Refuse,
}

/// A rule with its parameters.
#[derive(Clone, Debug)]
pub enum Rule {
    Proportional { cap: Option<Q>, at_plan: Option<Q>, floor: Option<Q>, lower: Option<Lower> },
    Threshold { strict: bool, zero: bool },
    Steps { at_plan: Q, step: Q, gain: Q, cap: Q, step_down: Q, loss: Q, partial: bool },
    Bands { on: On, bands: Vec<Band> },
    DeductionBands { on: On, bands: Vec<Band> },
    RankChange { target: Option<Q> },
    Compound { join: Join, parts: Vec<Part> },
    PassFail,
    Levels { levels: Vec<(&'static str, Q)> },
    Deduct { each: Q },
    Checklist { items: i64 },
    Count { points: Q },
    Balance { bonus: Option<Q>, penalty: Option<Q>, min: Q },
    Titles { best: bool, titles: Vec<(&'static str, Q)> },
    Lateness { due: Option<i32>, late: Vec<(i32, Q)>, beyond: Q },
    Entered,
    LeaderRelative { base: Option<Q> },
    Growth { target: Option<Q>, lower: bool },
    Goalposts { low: Q, high: Q, log: bool, refuse: bool, lower: bool },
    MinMax { alike: Alike, lower: bool },
    ZScore { sample: bool, span: Q, lower: bool },
    RankShare { lower: bool },
    PercentRank { lower: bool },
    RatioToBest { lower: bool },
}

/// The mark before rounding; rules that look at the whole bloc are in `blocs`.
pub fn mark(rule: &Rule, m: &Q, row: &Row) -> Option<Q> {
    let actual = || number(row, "actual");
    let inside = |points: Q| Some(least(most(points, Q::zero()), m.clone()));
    match rule {
        Rule::Proportional { cap, at_plan, floor, lower } => {
            let cap = cap.clone().unwrap_or_else(Q::one);
            let at_plan = at_plan.clone().unwrap_or(m / &cap);
            let r = reached(&number(row, "plan")?, &actual()?, *lower, &cap)?;
            if floor.as_ref().is_some_and(|floor| twelve(&r) < twelve(floor)) {
                return Some(Q::zero());
            }
            inside(at_plan * if twelve(&r) >= cap { cap } else { r })
        }
        Rule::Threshold { strict, zero } => {
            let (plan, actual) = (number(row, "plan").filter(|plan| !plan.is_zero())?, actual()?);
            match (actual > plan || (actual == plan && !strict), zero) {
                (true, _) => Some(m.clone()),
                (false, true) => Some(Q::zero()),
                (false, false) => inside(m * whole_from(ratio(&actual, &plan)?)),
            }
        }
        Rule::Steps { at_plan, step, gain, cap, step_down, loss, partial } => {
            let over = twelve(&(ratio(&actual()?, &number(row, "plan")?)? - Q::one()));
            let steps = |size: &Q| {
                let steps = twelve(&(over.abs() / size));
                if *partial { steps } else { steps.floor() }
            };
            if over.is_negative() {
                inside(at_plan - steps(step_down) * loss)
            } else {
                inside(at_plan + least(steps(step) * gain, cap.clone()))
            }
        }
        Rule::Bands { on, bands } => band(*on, bands, row)?.points.clone(),
        Rule::DeductionBands { on, bands } => {
            let deduction = band(*on, bands, row)?.points.clone().unwrap_or_else(|| m.clone());
            inside(m - deduction)
        }
        Rule::RankChange { target } => {
            let gained = number(row, "previous:actual")? - actual()?;
            let target = target.clone().or_else(|| number(row, "plan"))?;
            target.is_positive().then_some(()).and_then(|()| inside(m * gained / target))
        }
        Rule::PassFail => Some(if word(row)? == "Đạt" { m.clone() } else { Q::zero() }),
        Rule::Levels { levels } => {
            let word = word(row)?;
            levels.iter().find(|(level, _)| *level == word).map(|(_, points)| points.clone())
        }
        Rule::Deduct { each } => inside(m - each * count(row, "actual")?),
        Rule::Checklist { items } => {
            count(row, "actual").filter(|met| *met <= whole(*items)).map(|met| m * met / whole(*items))
        }
        Rule::Count { points } => inside(count(row, "actual")? * points),
        Rule::Balance { bonus, penalty, min } => {
            let both = bonus.is_some() && penalty.is_some();
            let of = |points: &Option<Q>, key| {
                let key = if both { key } else { "actual" };
                points.as_ref().map_or(Some(Q::zero()), |points| Some(count(row, key)? * points))
            };
            let net = of(bonus, "bonus:actual")? - of(penalty, "penalty:actual")?;
            Some(least(most(net, min.clone()), m.clone()))
        }
        Rule::Titles { best, titles } => {
            let mut points = Q::zero();
            for (id, each) in titles {
                let held = count(row, &format!("{id}:actual"))?;
                points = match best {
                    true if held.is_positive() => most(points, each.clone()),
                    true => points,
                    false => points + held * each,
                };
            }
            inside(points)
        }
        Rule::Lateness { due, late, beyond } => {
            let days = day(row, "actual")? - due.or_else(|| day(row, "plan"))?;
            let entry = late.iter().find(|(most, _)| days <= *most);
            Some(entry.map_or_else(|| beyond.clone(), |(_, points)| points.clone()))
        }
        Rule::Growth { target, lower } => {
            let (actual, before) = (actual()?, number(row, "previous:actual")?);
            let target = target.clone().or_else(|| number(row, "plan").map(|plan| plan / whole(100)))?;
            if !before.is_positive() || actual.is_negative() || !target.is_positive() {
                return None;
            }
            let change = actual / before - Q::one();
            inside(m * twelve(&if *lower { -change } else { change }) / target)
        }
        Rule::Entered => number(row, "given"),
        _ => None,
    }
}
