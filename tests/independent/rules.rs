//! Rules at random, with parameters that a compact may have.

use fastrand::Rng;
use num_traits::{One, Zero};

use super::compacts::{chance, one};
use super::scorer::number::{Q, digits, part, whole};
use super::scorer::rules::{Alike, Band, Join, Lower, On, Part, Rule};

/// A day in March 2023.
pub const DUE: i32 = 738_590;

/// Whether a measure may stand before the rule.
pub fn measures(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Proportional { .. }
            | Rule::Threshold { .. }
            | Rule::Steps { .. }
            | Rule::Bands { .. }
            | Rule::DeductionBands { .. }
            | Rule::Goalposts { .. }
            | Rule::MinMax { .. }
            | Rule::RankShare { .. }
    )
}

/// Whether the criterion's own row is what the rule looks at, so that it can say "not assigned".
pub fn has_own_row(rule: &Rule) -> bool {
    // a member without a plan has a mark under leader-relative: the two meanings of the words would meet
    let other = matches!(rule, Rule::LeaderRelative { .. } | Rule::Compound { .. } | Rule::Balance { .. });
    !other && !matches!(rule, Rule::Titles { .. } | Rule::Entered)
}

/// Whether the plan is of another kind than the actual: places to gain beside a rank, growth beside a level. The engine's
/// tie key `plans-exceeded` compares the two as they stand.
pub fn is_planned_otherwise(rule: &Rule) -> bool {
    matches!(rule, Rule::RankChange { target: None } | Rule::Growth { target: None, .. })
}

/// A rule that gives the maximum at best.
pub fn rule(rng: &mut Rng, m: &Q, bonus: bool) -> Rule {
    let lower = chance(rng, 30);
    match rng.u32(..32) {
        0..=4 => proportional(rng, m),
        5..=6 => Rule::Threshold { strict: rng.bool(), zero: rng.bool() },
        7..=9 => steps(rng, m),
        10..=12 => bands(rng, m),
        13..=14 => deduction_bands(rng, m),
        15 => Rule::RankChange { target: rng.bool().then(|| one(rng, &[whole(5), whole(3), whole(7)])) },
        16..=17 => compound(rng),
        18 => Rule::PassFail,
        19 => Rule::Levels { levels: vec![("Tốt", m.clone()), ("Khá", m / whole(2)), ("Kém", Q::zero())] },
        20 => one(rng, &[Rule::Deduct { each: part(1333, 1000) }, Rule::Deduct { each: m / whole(4) }]),
        21 => Rule::Checklist { items: one(rng, &[3, 7, 4, 16]) },
        22 => Rule::Count { points: one(rng, &[m / whole(4), part(7, 10), part(335, 1000)]) },
        23 => Rule::Balance {
            bonus: Some(one(rng, &[m / whole(2), part(1005, 1000)])),
            penalty: rng.bool().then(|| part(25, 10)),
            min: if bonus && rng.bool() { whole(-5) } else { Q::zero() },
        },
        24 => {
            let titles = vec![("cp", m.clone()), ("bo", m / whole(2)), ("tinh", part(335, 1000))];
            Rule::Titles { best: rng.bool(), titles }
        }
        25 => {
            let late = vec![(0, m.clone()), (3, m / whole(2)), (7, m / whole(4))];
            Rule::Lateness { due: rng.bool().then_some(DUE), late, beyond: Q::zero() }
        }
        26 => Rule::Entered,
        // no third as base: it has 28 digits in the engine and its marks may fall short of a half
        27 => Rule::LeaderRelative { base: one(rng, &[None, Some(part(6, 10)), Some(part(1, 4))]) },
        28 => {
            Rule::Growth { target: one(rng, &[None, Some(part(1, 10)), Some(part(65, 1000)), Some(part(1, 3))]), lower }
        }
        29 => {
            let (low, high) = one(rng, &[(whole(20), whole(85)), (whole(1), whole(4)), (part(5, 2), whole(75_000))]);
            Rule::Goalposts { low, high, log: chance(rng, 30), refuse: rng.bool(), lower }
        }
        30 => one(
            rng,
            &[
                Rule::MinMax { alike: Alike::Full, lower },
                Rule::MinMax { alike: Alike::Half, lower },
                Rule::MinMax { alike: Alike::Zero, lower },
                Rule::MinMax { alike: Alike::Refuse, lower },
                Rule::ZScore { sample: false, span: whole(2), lower },
                Rule::ZScore { sample: true, span: part(3, 2), lower },
            ],
        ),
        _ => compared(rng, lower),
    }
}

fn compared(rng: &mut Rng, lower: bool) -> Rule {
    one(rng, &[Rule::RankShare { lower }, Rule::PercentRank { lower }, Rule::RatioToBest { lower }])
}

fn proportional(rng: &mut Rng, m: &Q) -> Rule {
    let cap = one(
        rng,
        &[None, None, Some(Q::one()), Some(part(11, 10)), Some(part(12, 10)), Some(part(5, 4)), Some(whole(2))],
    );
    let at_plan = cap.as_ref().map(|cap| m / cap).filter(|at_plan| digits(at_plan).is_some() && rng.bool());
    let floor = chance(rng, 30).then(|| one(rng, &[part(1, 2), part(8, 10), part(1, 3), part(9999, 10_000)]));
    let lower = chance(rng, 40).then(|| one(rng, &[Lower::Ratio, Lower::Linear, Lower::Ceiling]));
    let cap = if lower.is_some() { None } else { cap };
    let at_plan = if lower.is_some() { None } else { at_plan };
    Rule::Proportional { cap, at_plan, floor, lower }
}

fn steps(rng: &mut Rng, m: &Q) -> Rule {
    let sizes = [part(1, 100), part(1, 200), part(25, 1000), part(5, 100), part(3, 1000), part(1, 10)];
    let points = [m / whole(20), m / whole(8), part(133, 1000), part(5, 1000)];
    let cap = m / whole(5);
    Rule::Steps {
        at_plan: m - &cap,
        step: one(rng, &sizes),
        gain: one(rng, &points),
        cap,
        step_down: one(rng, &sizes),
        loss: one(rng, &points),
        partial: rng.bool(),
    }
}

/// Bands one after the other, from below everything to above everything.
fn in_order(rng: &mut Rng, cuts: &[Q], points: Vec<Option<Q>>) -> Vec<Band> {
    let edges: Vec<(Q, bool)> = cuts.iter().map(|cut| (cut.clone(), rng.bool())).collect();
    let band = |(index, points): (usize, Option<Q>)| Band {
        from: (index > 0).then(|| edges[index - 1].clone()),
        to: edges.get(index).map(|(cut, above)| (cut.clone(), !above)),
        points,
    };
    points.into_iter().enumerate().map(band).collect()
}

fn cuts(rng: &mut Rng) -> (On, Vec<Q>) {
    match rng.u32(..4) {
        0 => (On::Ratio, vec![part(1, 2), part(75, 100), one(rng, &[Q::one(), part(95, 100)])]),
        1 => (On::Actual, vec![whole(50), whole(75), part(9501, 100)]),
        2 => (On::Excess, vec![part(-1, 10), Q::zero(), part(5, 100)]),
        _ => (On::Difference, vec![part(-1, 2), part(-1, 5), Q::zero()]),
    }
}

fn bands(rng: &mut Rng, m: &Q) -> Rule {
    let (on, cuts) = cuts(rng);
    let points = [Q::zero(), m / whole(3), m / whole(2), m.clone()].map(Some).to_vec();
    Rule::Bands { on, bands: in_order(rng, &cuts, points) }
}

fn deduction_bands(rng: &mut Rng, m: &Q) -> Rule {
    let (on, cuts) = cuts(rng);
    let points = vec![Some(Q::zero()), Some(m / whole(10)), Some(m / whole(2)), None];
    Rule::DeductionBands { on, bands: in_order(rng, &cuts, points) }
}

/// Parts whose rules take no points of their own, so that any maximum suits them.
fn compound(rng: &mut Rng) -> Rule {
    let join = one(rng, &[Join::Weights, Join::Mean, Join::Min, Join::All]);
    // no thirds: a part of a third of the maximum has 28 digits in the engine, and marks of parts may fall short of a half
    let weights =
        [vec![part(3, 5), part(2, 5)], vec![part(3, 8), part(5, 8)], vec![part(1, 2), part(1, 4), part(1, 4)]];
    let weights = one(rng, &weights);
    let rule = |rng: &mut Rng| {
        one(
            rng,
            &[
                Rule::Proportional { cap: None, at_plan: None, floor: None, lower: None },
                Rule::Proportional { cap: None, at_plan: None, floor: Some(part(1, 2)), lower: Some(Lower::Ratio) },
                Rule::Threshold { strict: false, zero: false },
                Rule::Threshold { strict: true, zero: true },
                Rule::RankChange { target: None },
                Rule::PassFail,
                Rule::Checklist { items: 3 },
                Rule::Growth { target: Some(part(1, 10)), lower: false },
                Rule::MinMax { alike: Alike::Half, lower: false },
                Rule::RankShare { lower: true },
            ],
        )
    };
    let parts = ["a", "b", "c"].into_iter().zip(weights).map(|(id, weight)| Part { id, weight, rule: rule(rng) });
    Rule::Compound { join, parts: parts.collect() }
}
