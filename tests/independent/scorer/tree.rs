//! From marks to fields and totals; every value of points has nine decimals at most.

use num_traits::{One, Zero};

use super::number::{Q, least, most, rounded, ten};
use super::{Combine, Compact, Kind, Missing, Scored, State};

/// What a child brings to its node.
struct Child {
    state: State,
    /// Its maximum, or what of it was assigned.
    assigned: Q,
    weight: Q,
}

/// A node's points, and the maximum of what was assigned below it.
struct Whole {
    state: State,
    assigned: Q,
}

/// The fields and the total of a member.
pub fn member(compact: &Compact, marks: Vec<State>) -> Scored {
    let mut fields: Vec<Option<Whole>> = compact.fields.iter().map(|_| None).collect();
    for index in 0..compact.fields.len() {
        if fields[index].is_none() {
            field(compact, index, &marks, &mut fields);
        }
    }
    let fields: Vec<Whole> = fields.into_iter().flatten().collect();
    let total = total(compact, &fields);
    let fields = fields.into_iter().map(|field| field.state).collect();
    Scored { marks, fields, total, exceeded: 0, rank: None }
}

/// One field, those below it first.
fn field(compact: &Compact, index: usize, marks: &[State], done: &mut Vec<Option<Whole>>) {
    let this = &compact.fields[index];
    let mut children = Vec::new();
    for (below, child) in compact.fields.iter().enumerate().filter(|(_, child)| child.parent == Some(index)) {
        if done[below].is_none() {
            field(compact, below, marks, done);
        }
        let Some(whole) = &done[below] else { continue };
        children.push(Child {
            state: whole.state.clone(),
            assigned: whole.assigned.clone(),
            weight: child.weight.clone(),
        });
    }
    for (criterion, mark) in compact.criteria.iter().zip(marks).filter(|(criterion, _)| criterion.field == index) {
        let assigned = if *mark == State::Out { Q::zero() } else { criterion.maximum.clone() };
        children.push(Child { state: mark.clone(), assigned, weight: criterion.weight.clone() });
    }
    let mut whole = combined(this.combine, &missing(compact, index), &this.maximum, &children);
    if let State::Points(points) = whole.state {
        let places = compact.field_places.unwrap_or(9);
        let points = rounded(&points, places);
        let points = match this.kind {
            Kind::Scale => points,
            Kind::Bonus => least(points, this.maximum.clone()),
            Kind::Penalty => most(points, this.minimum.clone()),
        };
        whole.state = State::Points(points);
    }
    done[index] = Some(whole);
}

/// What a field does where something is missing: its own word, else what stands above it.
fn missing(compact: &Compact, index: usize) -> Missing {
    let this = &compact.fields[index];
    match (&this.missing, this.parent) {
        (Some(missing), _) => missing.clone(),
        (None, Some(parent)) => missing(compact, parent),
        (None, None) if this.kind == Kind::Scale => compact.missing.clone(),
        (None, None) => Missing::Incomplete,
    }
}

/// Children made one.
fn combined(combine: Combine, missing: &Missing, maximum: &Q, children: &[Child]) -> Whole {
    let assigned: Q = children.iter().map(|child| &child.assigned).sum();
    let in_play: Vec<&Child> = children.iter().filter(|child| child.state != State::Out).collect();
    if in_play.is_empty() {
        return Whole { state: State::Out, assigned };
    }
    let assigned = if combine == Combine::Sum { assigned } else { maximum.clone() };
    let weight = |child: &Child| if combine == Combine::Sum { child.assigned.clone() } else { child.weight.clone() };
    let mut parts: Vec<(Q, Q, Q)> = Vec::new();
    for child in &in_play {
        match (&child.state, missing) {
            (State::Points(points), _) => parts.push((weight(child), points.clone(), child.assigned.clone())),
            (_, Missing::Zero) => parts.push((weight(child), Q::zero(), child.assigned.clone())),
            (_, Missing::Skip(_)) => {}
            (_, Missing::Incomplete) => return Whole { state: State::Missing, assigned },
        }
    }
    let all: Q = in_play.iter().map(|child| weight(child)).sum();
    let there: Q = parts.iter().map(|(weight, _, _)| weight).sum();
    if let Missing::Skip(floor) = missing
        && parts.len() < in_play.len()
        && (parts.is_empty() || there < floor * &all)
    {
        return Whole { state: State::Missing, assigned };
    }
    let shares = parts.iter().map(|(weight, points, assigned)| (weight, points / assigned));
    let points = match combine {
        Combine::Sum if parts.len() == in_play.len() => parts.iter().map(|(_, points, _)| points).sum(),
        Combine::Sum => parts.iter().map(|(_, points, _)| points).sum::<Q>() * all / there,
        Combine::Mean => maximum * shares.map(|(weight, share)| weight * share).sum::<Q>() / there,
        Combine::Min => maximum * shares.map(|(_, share)| share).min().unwrap_or_else(Q::zero),
        Combine::Geometric => maximum * geometric(&shares.collect::<Vec<_>>(), &there),
    };
    Whole { state: State::Points(points), assigned }
}

/// The geometric mean of shares under whole weights: exact where it is a fraction, else to 20 decimals.
fn geometric(shares: &[(&Q, Q)], there: &Q) -> Q {
    let product = shares.iter().fold(Q::one(), |product, (weight, share)| {
        let times = weight.to_integer().try_into().unwrap_or(1);
        product * num_traits::pow(share.clone(), times)
    });
    let degree: u32 = there.to_integer().try_into().unwrap_or(1);
    let fraction = Q::new(product.numer().nth_root(degree), product.denom().nth_root(degree));
    if num_traits::pow(fraction.clone(), degree as usize) == product {
        return fraction;
    }
    let scaled = (product * ten(20 * degree)).to_integer();
    Q::new(scaled.nth_root(degree), ten(20).to_integer())
}

/// The rounded total and the full one; none where something is missing.
fn total(compact: &Compact, fields: &[Whole]) -> Option<(Q, Q)> {
    let top = |kind: Kind| {
        let tops = compact.fields.iter().zip(fields);
        tops.filter(move |(field, _)| field.parent.is_none() && field.kind == kind)
    };
    let child = |(field, whole): (&super::Field, &Whole)| Child {
        state: whole.state.clone(),
        assigned: whole.assigned.clone(),
        weight: field.weight.clone(),
    };
    let scale: Vec<Child> = top(Kind::Scale).map(child).collect();
    let whole = combined(compact.combine, &compact.missing, &compact.scale, &scale);
    let State::Points(points) = whole.state else { return None };
    let mut points = rounded(&points, 9);
    if compact.rescale {
        points = rounded(&(points * &compact.scale / whole.assigned), 9);
    }
    for (_, outside) in top(Kind::Bonus).chain(top(Kind::Penalty)) {
        match &outside.state {
            State::Points(more) => points += more,
            State::Out => {}
            State::Missing => return None,
        }
    }
    Some((rounded(&points, compact.total_places.unwrap_or(9)), points))
}
