//! Clauses that give points by levels in; a table of bands out.

use rust_decimal::Decimal;

use super::clause::Clause;
use super::propose::{Asked, Proposal, Verdict, plain};
use crate::model::fold;
use crate::wording::draft::Doubt;
use crate::wording::guide::{CHANGES, NOTHING_WRONG, PLAN, SHARES_OF_PLANS, Says};

/// A band as scoring.toml writes it.
fn band(ends: &[(&str, Decimal)], what: &str, points: &str) -> String {
    let ends = ends.iter().map(|(key, end)| format!("{key} = {}", plain(*end)));
    let keys: Vec<String> = ends.chain([format!("{what} = {points}")]).collect();
    format!("    {{ {} }},\n", keys.join(", "))
}

fn table(on: &str, bands: &[String]) -> String {
    format!("{{ on = \"{on}\", bands = [\n{}] }}", bands.concat())
}

/// Points by bands of the actual, of the share of the plan reached, or of the distance to it.
pub fn bands(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let of_levels = |clause: &Clause| {
        use Says::{Above, AboveTo, AtPlan, From, FromTo, FromUnder, PlanReached, Reached, Under};
        matches!(clause.says, From | Above | FromUnder | AboveTo | FromTo | Under | Reached | PlanReached | AtPlan)
    };
    if clauses.len() < 2 {
        return None;
    }
    if clauses[1..].iter().any(|clause| matches!(clause.says, Says::ShortTo | Says::ShortAboveTo)) {
        return distance(clauses);
    }
    clauses.iter().all(of_levels).then(|| levels(clauses, asked))
}

fn levels(clauses: &[Clause], asked: &Asked) -> Verdict {
    let guide = fold(asked.guide);
    let plan = guide.contains(PLAN) || clauses.iter().any(|clause| clause.says == Says::PlanReached);
    let percent = clauses.iter().flat_map(levels_of).filter(|(_, percent)| *percent).count();
    let numbers = clauses.iter().map(|clause| levels_of(clause).len()).sum::<usize>();
    if percent != 0 && percent != numbers || plan && percent == 0 || percent > 0 && !plan && !asked.in_percent() {
        return Err(Doubt::PercentOfWhat);
    }
    let name = fold(asked.name);
    if plan && asked.in_percent() && SHARES_OF_PLANS.iter().any(|word| name.contains(word)) {
        return Err(Doubt::PercentOfWhat);
    }
    if plan && CHANGES.iter().any(|word| guide.contains(word) || name.contains(word)) {
        return Err(Doubt::Change);
    }
    let scale = |number: Decimal| if plan { number / Decimal::ONE_HUNDRED } else { number };
    let rows: Vec<String> = clauses
        .iter()
        .map(|clause| {
            let at =
                |index: usize| clause.found.numbers.get(index).map(|(number, _)| scale(*number)).unwrap_or_default();
            let points = plain(clause.points().unwrap_or_default());
            let ends: &[(&str, Decimal)] = match clause.says {
                Says::PlanReached => &[("from", Decimal::ONE)],
                Says::Above => &[("above", at(0))],
                Says::FromUnder => &[("from", at(0)), ("below", at(1))],
                Says::AboveTo => &[("above", at(0)), ("to", at(1))],
                Says::FromTo => &[("from", at(0)), ("to", at(1))],
                Says::Under => &[("below", at(0))],
                _ => &[("from", at(0))],
            };
            band(ends, "points", &points)
        })
        .collect();
    Ok(Proposal::new("bands", table(if plan { "ratio" } else { "actual" }, &rows)))
}

/// The levels of a clause: its numbers but the points.
fn levels_of(clause: &Clause) -> &[(Decimal, bool)] {
    clause.found.numbers.split_last().map_or(&[], |(_, levels)| levels)
}

/// `Plan reached`, then short of it by so many percentage points.
fn distance(clauses: &[Clause]) -> Option<Verdict> {
    let (first, others) = clauses.split_first()?;
    let (last, between) = others.split_last()?;
    let middle = |clause: &Clause| matches!(clause.says, Says::ShortTo | Says::ShortAboveTo);
    if first.says != Says::PlanReached || last.says != Says::ShortBeyond || !between.iter().all(middle) {
        return None;
    }
    let points = |clause: &Clause| plain(clause.points().unwrap_or_default());
    let mut rows = vec![band(&[("from", Decimal::ZERO)], "points", &points(first))];
    let mut furthest = Decimal::ZERO;
    for clause in between {
        let far = levels_of(clause).last().map(|(number, _)| *number)?;
        if clause.says == Says::ShortAboveTo && levels_of(clause)[0].0 != furthest {
            return Some(Err(Doubt::DoesNotFit));
        }
        rows.push(band(&[("from", -far), ("below", -furthest)], "points", &points(clause)));
        furthest = far;
    }
    rows.push(band(&[("below", -furthest)], "points", &points(last)));
    Some(Ok(Proposal::new("bands", table("difference", &rows))))
}

/// The maximum where nothing is wrong, less by bands of what is.
pub fn deduction_bands(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let (full, others) = clauses.split_first()?;
    let nothing_wrong = |word: &String| NOTHING_WRONG.iter().any(|known| fold(word).starts_with(known));
    if full.says != Says::Word || !full.found.words.iter().any(nothing_wrong) {
        return None;
    }
    let of_levels = |clause: &Clause| {
        matches!(clause.says, Says::OffTo | Says::OffAboveTo)
            || clause.says == Says::Above && clause.points() == Some(Decimal::ZERO)
    };
    if others.len() < 2 || !others.iter().all(of_levels) {
        return None;
    }
    if full.points() != Some(asked.maximum) {
        return Some(Err(Doubt::OtherPoints));
    }
    let percent = others.iter().flat_map(levels_of).all(|(_, percent)| *percent);
    if percent != asked.in_percent() {
        return Some(Err(Doubt::PercentOfWhat));
    }
    let mut rows = vec![band(&[("from", Decimal::ZERO), ("to", Decimal::ZERO)], "deduct", "0")];
    for clause in others {
        let levels: Vec<Decimal> = levels_of(clause).iter().map(|(number, _)| *number).collect();
        let off = plain(clause.points().unwrap_or_default());
        rows.push(match (clause.says, levels.as_slice()) {
            (Says::OffTo, [to]) => band(&[("above", Decimal::ZERO), ("to", *to)], "deduct", &off),
            (Says::OffAboveTo, [above, to]) => band(&[("above", *above), ("to", *to)], "deduct", &off),
            (_, [above]) => band(&[("above", *above)], "deduct", "\"all\""),
            _ => return None,
        });
    }
    Some(Ok(Proposal::new("deduction-bands", table("actual", &rows))))
}
