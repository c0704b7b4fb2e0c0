//! Figures at random, most of them exactly on an edge of their rule, or a ten-thousandth beside it.

use fastrand::Rng;
use num_traits::{One, Signed, Zero};

use super::compacts::{chance, one};
use super::rules::DUE;
use super::scorer::number::{Q, part, rounded, ten, whole};
use super::scorer::rules::{Band, Join, Lower, On, Rule};
use super::scorer::{Cell, Compact, Criterion, Measure, Row};

/// The rows of one to eight members.
pub fn bloc(rng: &mut Rng, compact: &Compact) -> Vec<Vec<Row>> {
    let places = compact.mark_places.unwrap_or(4);
    let blanks = if rng.bool() { 0 } else { 4 };
    (0..rng.usize(1..=8))
        .map(|_| compact.criteria.iter().map(|criterion| row(rng, criterion, places, blanks)).collect())
        .collect()
}

fn row(rng: &mut Rng, criterion: &Criterion, places: u32, blanks: u32) -> Row {
    let mut row = Row::new();
    fill(rng, &criterion.rule, &criterion.maximum, places, "", &mut row);
    if criterion.measure != Measure::Value {
        let baseline = one(rng, &[whole(28), part(145, 10), Q::zero()]);
        if let Some(Cell::Number(actual)) = row.get("actual").cloned() {
            let up = criterion.measure == Measure::Increment;
            let now = if up { &baseline + actual } else { &baseline - actual };
            row.insert("actual".to_owned(), Cell::Number(now));
        }
        row.insert("baseline:actual".to_owned(), Cell::Number(baseline));
    }
    if let Some(most) = &criterion.difficulty {
        let coefficient = one(rng, &[Q::one(), part(11, 10), most.clone(), most.clone()]);
        row.insert("difficulty:actual".to_owned(), Cell::Number(coefficient));
    }
    for cell in row.values_mut() {
        if chance(rng, blanks) {
            *cell = Cell::Blank;
        }
    }
    if criterion.per_member && chance(rng, 25) {
        for key in ["plan", "actual"].into_iter().filter(|key| row.contains_key(*key)).collect::<Vec<_>>() {
            row.insert(key.to_owned(), Cell::NotAssigned);
        }
    } else if criterion.not_arising.is_some()
        && row.contains_key("actual")
        // "no plan" beside "nothing arose" gives no mark in the engine, whatever the compact says of what did not arise
        && row.get("plan") != Some(&Cell::NotAssigned)
        && chance(rng, 25)
    {
        row.insert("actual".to_owned(), Cell::NotArising);
    }
    row
}

/// A value that is often one of the edges.
fn near(rng: &mut Rng, edges: &[Q]) -> Q {
    let step = part(1, 10_000);
    match rng.u32(..100) {
        0..=59 => rounded(&one(rng, edges), 4),
        60..=66 => rounded(&one(rng, edges), 4) + step,
        67..=73 => rounded(&one(rng, edges), 4) - step,
        74..=77 => Q::zero(),
        78..=80 => whole(-rng.i64(1..100)),
        81..=84 => whole(rng.i64(0..1_000_000_000)),
        _ => Q::new(rng.i64(0..2_000_000).into(), ten(rng.u32(..=4)).to_integer()),
    }
}

/// A mark that lies half way between two, as a share of what it is out of.
fn halves(rng: &mut Rng, m: &Q, places: u32) -> Vec<Q> {
    let half = |rng: &mut Rng| {
        let mark = rounded(&(m * part(rng.i64(1..1000), 1000)), places) + part(1, 2) / ten(places);
        mark / m
    };
    (0..2).map(|_| half(rng)).collect()
}

/// The cells that a rule looks at.
fn fill(rng: &mut Rng, rule: &Rule, m: &Q, places: u32, prefix: &str, row: &mut Row) {
    let plan = match rng.u32(..100) {
        0..=2 => Q::zero(),
        // a negative limit that nothing at all is above is fully kept for the engine where less is better by ratio
        3 if !matches!(rule, Rule::Proportional { lower: Some(Lower::Ratio), .. }) => whole(-5),
        _ => one(
            rng,
            &[
                whole(100),
                whole(3),
                whole(7),
                whole(4500),
                whole(360),
                part(9335, 100),
                part(3, 4),
                part(123_456, 10_000),
                part(9_999_999_999_999, 10_000),
            ],
        ),
    };
    let halves = if m.is_zero() { Vec::new() } else { halves(rng, m, places) };
    let mut put = |key: &str, cell: Cell| {
        row.insert(format!("{prefix}{key}"), cell);
    };
    let small = |rng: &mut Rng, most: i64| Cell::Number(whole(rng.i64(0..=most)));
    match rule {
        Rule::Proportional { .. } | Rule::Threshold { .. } | Rule::Steps { .. } => {
            let mut edges: Vec<Q> = shares(rule, rng).iter().map(|share| &plan * share).collect();
            edges.extend(halves.iter().map(|half| match rule {
                Rule::Proportional { lower: Some(Lower::Ratio), .. } => &plan / half,
                Rule::Proportional { lower: Some(Lower::Linear), .. } => &plan * (whole(2) - half),
                Rule::Proportional { cap: Some(cap), .. } => &plan * half * cap,
                _ => &plan * half,
            }));
            put("actual", Cell::Number(near(rng, &edges)));
            put("plan", Cell::Number(plan));
        }
        Rule::Bands { on, bands } | Rule::DeductionBands { on, bands } => {
            put("actual", Cell::Number(near(rng, &edges(*on, bands, &plan))));
            if *on != On::Actual {
                put("plan", Cell::Number(plan));
            }
        }
        Rule::RankChange { target } => {
            let target = target.clone().unwrap_or_else(|| {
                put("plan", Cell::Number(whole(5)));
                whole(5)
            });
            let before = whole(rng.i64(20..60));
            let gains = [target.clone(), target - whole(1), whole(2), Q::zero(), whole(-3), whole(10)];
            put("actual", Cell::Number(&before - one(rng, &gains)));
            put("previous:actual", Cell::Number(before));
        }
        Rule::Compound { join, parts } => {
            for part in parts {
                fill(rng, &part.rule, m, places, &format!("{prefix}{}:", part.id), row);
                if *join == Join::Mean && matches!(part.rule, Rule::RankChange { .. }) && chance(rng, 10) {
                    row.insert(format!("{}:actual", part.id), Cell::NotArising);
                }
            }
        }
        Rule::PassFail => put("actual", Cell::Word(one(rng, &["Đạt", "Không đạt"]))),
        Rule::Levels { .. } => put("actual", Cell::Word(one(rng, &["Tốt", "Khá", "Kém"]))),
        Rule::Deduct { .. } | Rule::Count { .. } => put("actual", small(rng, 9)),
        Rule::Checklist { items } => put("actual", small(rng, *items)),
        Rule::Balance { bonus, penalty, .. } => {
            let both = bonus.is_some() && penalty.is_some();
            for key in if both { &["bonus:actual", "penalty:actual"][..] } else { &["actual"] } {
                put(key, small(rng, 4));
            }
        }
        Rule::Titles { titles, .. } => {
            for (id, _) in titles {
                put(&format!("{id}:actual"), small(rng, 2));
            }
        }
        Rule::Lateness { due, .. } => {
            put("actual", Cell::Day(DUE + rng.i32(-2..=9)));
            if due.is_none() {
                put("plan", Cell::Day(DUE));
            }
        }
        // a mark given to more places than the compact rounds to is kept by the engine as it was given, although design
        // section 8 has every mark rounded: left out until that is decided
        Rule::Entered => put("given", Cell::Number(rounded(&(m * part(rng.i64(0..=200), 200)), places))),
        _ => against_others(rng, rule, &halves, &mut put),
    }
}

/// The cells of a rule that looks at the bloc, at the same period or at fixed ends.
fn against_others(rng: &mut Rng, rule: &Rule, halves: &[Q], put: &mut impl FnMut(&str, Cell)) {
    match rule {
        Rule::LeaderRelative { .. } => {
            let shares = [whole(1), part(11, 10), part(5, 4), part(9, 10), part(1, 2)];
            let plan = one(rng, &[whole(300), whole(310), whole(250), part(775, 10), Q::zero()]);
            // a plan of zero is none, yet the tie key `plans-exceeded` of the engine counts it: said in words instead
            let unplanned = !plan.is_positive();
            let edges = shares.map(|share| if plan.is_zero() { whole(100) * share } else { &plan * share });
            put("actual", Cell::Number(near(rng, &edges)));
            put("plan", if unplanned { Cell::NotAssigned } else { Cell::Number(plan) });
        }
        Rule::Growth { target, lower } => {
            let planned = one(rng, &[whole(10), part(65, 10), whole(3)]);
            let before = one(rng, &[whole(100), part(7732, 10), whole(3), part(123_456, 10_000), Q::zero()]);
            let target = target.clone().unwrap_or_else(|| {
                put("plan", Cell::Number(planned.clone()));
                planned / whole(100)
            });
            let sign = if *lower { whole(-1) } else { Q::one() };
            let shares = [Q::one(), halves[0].clone(), halves[1].clone(), Q::zero(), whole(2)];
            let edges = shares.map(|share| &before * (Q::one() + &sign * &target * share));
            put("actual", Cell::Number(near(rng, &edges)));
            put("previous:actual", Cell::Number(before));
        }
        Rule::Goalposts { low, high, .. } => {
            let inner = halves.iter().map(|half| low + (high - low) * half);
            let edges: Vec<Q> = inner.chain([low.clone(), high.clone(), (low + high) / whole(2)]).collect();
            put("actual", Cell::Number(near(rng, &edges)));
        }
        _ => {
            let pool = [whole(10), whole(20), whole(20), whole(30), part(125, 10), whole(40), whole(80), Q::zero()];
            put("actual", Cell::Number(near(rng, &pool)));
        }
    }
}

/// Shares of the plan at which something changes.
fn shares(rule: &Rule, rng: &mut Rng) -> Vec<Q> {
    let mut shares = vec![Q::one(), Q::one(), whole(2)];
    match rule {
        Rule::Proportional { cap, floor, lower, .. } => {
            shares.extend(cap.iter().cloned());
            shares.extend(floor.iter().map(|floor| match lower {
                Some(Lower::Ratio) => Q::one() / floor,
                Some(Lower::Linear) => whole(2) - floor,
                _ => floor.clone(),
            }));
        }
        Rule::Steps { step, step_down, .. } => {
            shares.extend((0..2).map(|_| Q::one() + step * whole(rng.i64(1..12))));
            shares.extend((0..2).map(|_| Q::one() - step_down * whole(rng.i64(1..12))));
            shares.extend([Q::one() + step * part(5, 2), Q::one() - step_down * part(7, 2)]);
        }
        _ => {}
    }
    shares
}

/// The actuals at which one band ends and the next begins.
fn edges(on: On, bands: &[Band], plan: &Q) -> Vec<Q> {
    let cuts = bands.iter().filter_map(|band| band.to.as_ref()).map(|(cut, _)| cut);
    cuts.map(|cut| match on {
        On::Ratio => plan * cut,
        On::Actual => cut.clone(),
        On::Excess => plan * (Q::one() + cut),
        On::Difference => plan + cut,
    })
    .collect()
}
