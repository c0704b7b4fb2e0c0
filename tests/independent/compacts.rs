//! Compacts at random: one to three fields of the scale, some with fields below them, bonus and penalty beside them.

use fastrand::Rng;

use super::rules;
use super::scorer::number::{Q, least, part, rounded, whole};
use super::scorer::rules::Rule;
use super::scorer::{Arising, Combine, Compact, Criterion, Field, Key, Kind, Measure, Missing};

/// One of a list.
pub fn one<T: Clone>(rng: &mut Rng, list: &[T]) -> T {
    list[rng.usize(..list.len())].clone()
}

/// True so many times in a hundred.
pub fn chance(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(..100) < percent
}

/// A compact.
pub fn compact(rng: &mut Rng) -> Compact {
    let mut compact = Compact {
        scale: whole(0),
        combine: Combine::Sum,
        missing: missing(rng),
        fields: Vec::new(),
        criteria: Vec::new(),
        mark_places: one(rng, &[Some(2), Some(2), Some(2), Some(1), Some(0), Some(3), None]),
        field_places: one(rng, &[None, None, Some(2), Some(1)]),
        total_places: one(rng, &[Some(2), Some(2), Some(1), Some(0), None]),
        rescale: chance(rng, 70),
        dense: rng.bool(),
        full: chance(rng, 30),
        keys: Vec::new(),
    };
    for _ in 0..rng.usize(1..=3) {
        scale_field(rng, &mut compact, None);
    }
    for kind in [Kind::Bonus, Kind::Penalty] {
        if chance(rng, 35) {
            outside(rng, &mut compact, kind);
        }
    }
    let tops = compact.fields.iter().filter(|field| field.parent.is_none() && field.kind == Kind::Scale);
    compact.scale = tops.map(|field| &field.maximum).sum();
    if compact.rescale && compact.fields.iter().any(|field| field.kind != Kind::Scale) {
        // the engine rounds rescaled points to the places of a total before it adds what stands outside
        let finer = compact.mark_places.zip(compact.total_places).map(|(mark, total)| mark.max(total));
        compact.total_places = finer;
    }
    compact.combine = combine(rng);
    if compact.combine != Combine::Sum {
        compact.scale = one(rng, &[whole(100), whole(1000), part(75, 2)]);
    }
    if compact.combine != Combine::Sum || matches!(compact.missing, Missing::Skip(_)) {
        // the engine rounds the points of the whole scale to the places of a field where they are no plain sum
        compact.field_places = None;
    }
    for _ in 0..rng.usize(..=3) {
        let key = match rng.u32(..3) {
            0 => Key::Field(rng.usize(..compact.fields.len())),
            1 => Key::Criterion(rng.usize(..compact.criteria.len())),
            _ if compact.criteria.iter().any(|one| rules::is_planned_otherwise(&one.rule)) => continue,
            _ => Key::PlansExceeded,
        };
        compact.keys.push(key);
    }
    compact
}

fn combine(rng: &mut Rng) -> Combine {
    one(
        rng,
        &[
            Combine::Sum,
            Combine::Sum,
            Combine::Sum,
            Combine::Sum,
            Combine::Mean,
            Combine::Mean,
            Combine::Min,
            Combine::Geometric,
        ],
    )
}

fn missing(rng: &mut Rng) -> Missing {
    match rng.u32(..10) {
        0..=5 => Missing::Incomplete,
        6 => Missing::Zero,
        // no thirds: the engine takes 1 of 3 for less than a third
        _ => Missing::Skip(one(rng, &[part(1, 2), part(3, 10), part(3, 5), part(1, 4), part(99, 100)])),
    }
}

/// A weight; whole where a geometric mean must be worked out exactly.
fn weight(rng: &mut Rng) -> Q {
    one(rng, &[whole(1), whole(1), whole(2), whole(3)])
}

/// A field of the scale with criteria, or with two fields below it and perhaps a criterion of its own.
fn scale_field(rng: &mut Rng, compact: &mut Compact, parent: Option<usize>) {
    let index = compact.fields.len();
    compact.fields.push(Field {
        id: format!("F{index}"),
        parent,
        kind: Kind::Scale,
        maximum: whole(0),
        minimum: whole(0),
        weight: weight(rng),
        combine: combine(rng),
        missing: chance(rng, 8).then(|| missing(rng)),
    });
    let nested = parent.is_none() && chance(rng, 20);
    if nested {
        scale_field(rng, compact, Some(index));
        scale_field(rng, compact, Some(index));
    }
    for _ in 0..if nested { rng.usize(..=1) } else { rng.usize(1..=2) } {
        criterion(rng, compact, index);
    }
    let below = compact.fields.iter().filter(|field| field.parent == Some(index)).map(|field| &field.maximum);
    let own = compact.criteria.iter().filter(|criterion| criterion.field == index).map(|criterion| &criterion.maximum);
    let sum: Q = below.chain(own).sum();
    let sums = compact.fields[index].combine == Combine::Sum;
    compact.fields[index].maximum = if sums { sum } else { one(rng, &[whole(40), whole(100), part(3333, 100)]) };
}

fn outside(rng: &mut Rng, compact: &mut Compact, kind: Kind) {
    let index = compact.fields.len();
    let id = format!("F{index}");
    let (parent, weight, combine) = (None, whole(1), Combine::Sum);
    let missing = chance(rng, 20).then_some(Missing::Zero);
    compact.fields.push(Field { id, parent, kind, maximum: whole(0), minimum: whole(0), weight, combine, missing });
    for _ in 0..rng.usize(1..=2) {
        if kind == Kind::Penalty {
            // no finer than marks are rounded to: a floor of -2.5 and whole marks leave a member at the floor without one
            let min = one(rng, &[whole(-10), whole(-4), whole(-3)]);
            let rule = Rule::Balance {
                bonus: None,
                penalty: Some(one(rng, &[whole(1), part(5, 2), part(335, 1000)])),
                min: min.clone(),
            };
            push(rng, compact, index, whole(0), rule);
            compact.fields[index].minimum += if chance(rng, 70) { min } else { whole(-1) };
        } else {
            criterion(rng, compact, index);
        }
    }
    if kind == Kind::Bonus {
        let own = compact.criteria.iter().filter(|criterion| criterion.field == index);
        let sum: Q = own.map(|criterion| &criterion.maximum).sum();
        compact.fields[index].maximum = least(sum.clone(), one(rng, &[whole(3), whole(10), whole(1000)]));
    }
}

/// A criterion under a rule; its maximum is no finer than marks are rounded.
fn criterion(rng: &mut Rng, compact: &mut Compact, field: usize) {
    let maxima = [
        whole(10),
        whole(20),
        whole(15),
        whole(100),
        whole(1),
        part(15, 2),
        part(1225, 100),
        part(3333, 100),
        part(30_015, 1000),
    ];
    let maximum = loop {
        let maximum = one(rng, &maxima);
        if rounded(&maximum, compact.mark_places.unwrap_or(9)) == maximum {
            break maximum;
        }
    };
    let bonus = compact.fields[field].kind == Kind::Bonus;
    let rule = rules::rule(rng, &maximum, bonus);
    push(rng, compact, field, maximum, rule);
}

fn push(rng: &mut Rng, compact: &mut Compact, field: usize, maximum: Q, rule: Rule) {
    let measured = rules::measures(&rule) && chance(rng, 10);
    let measure = if measured { one(rng, &[Measure::Increment, Measure::Reduction]) } else { Measure::Value };
    let negative = matches!(&rule, Rule::Balance { min, .. } if *min < whole(0));
    let computes = !matches!(rule, Rule::Entered);
    let criterion = Criterion {
        id: format!("c{}", compact.criteria.len()),
        field,
        weight: weight(rng),
        measure,
        not_arising: (computes && chance(rng, 25)).then(|| one(rng, &[Arising::Full, Arising::Out])),
        per_member: rules::has_own_row(&rule) && chance(rng, 30),
        difficulty: (computes && !negative && chance(rng, 7)).then(|| one(rng, &[part(12, 10), whole(2), whole(1)])),
        maximum,
        rule,
    };
    compact.criteria.push(criterion);
}
