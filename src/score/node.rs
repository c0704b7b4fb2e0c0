//! The children of one node of the tree in; its points, what of it was assigned, and how they were made, out.
//!
//! A sum adds points. A mean, a geometric mean or the least child work on shares (points / maximum) and give that
//! share of the node's own maximum. Source of the means and of leaving out what is missing: OECD/JRC Handbook on
//! Constructing Composite Indicators (2008), steps 3 and 6.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::Arc;

use crate::diag::{Lang, Sentence};
use crate::model::{Combine, Missing, Node, NodeState, Points, decimal_of_binary, divide, share};
use crate::wording::score as words;

/// A criterion or field below a node.
pub struct Child {
    pub id: String,
    pub weight: Decimal,
    pub points: Points,
    /// Its maximum, so far as assigned.
    pub assigned: Points,
    pub state: NodeState,
}

impl Child {
    /// Its points, if it has any.
    pub fn given(&self) -> Option<Points> {
        (self.state == NodeState::Whole).then_some(self.points)
    }

    /// Gives it the mean of its group.
    pub fn fill(&mut self, mean: Points) {
        (self.points, self.state) = (mean, NodeState::Whole);
    }

    /// What it counts with: nothing where it is missing, whatever part of it is there.
    fn counted(&self) -> Points {
        if self.state == NodeState::Missing { Points::ZERO } else { self.points }
    }

    fn share(&self) -> Option<Decimal> {
        divide(self.counted().decimal(), self.assigned.decimal())
    }
}

/// A node's points.
pub struct Folded {
    pub points: Points,
    pub assigned: Points,
    pub state: NodeState,
    pub because: Option<Sentence>,
}

impl Folded {
    /// The mean of the group in place of what could not be folded.
    pub fn replace(&mut self, mean: Points, maximum: Points, group: &str) {
        let group = group.to_owned();
        self.because = Some(Arc::new(move |lang: Lang| words::group_mean_of_node(lang, &group)));
        (self.points, self.assigned, self.state) = (mean, maximum, NodeState::Whole);
    }
}

/// Folds the children of a node of this maximum.
pub fn fold(node: &Node, maximum: Points, children: &[Child], places: Option<u32>) -> Folded {
    let there: Vec<&Child> = children.iter().filter(|child| child.state == NodeState::Whole).collect();
    let lacking: Vec<&Child> = children.iter().filter(|child| child.state == NodeState::Missing).collect();
    let assigned = children.iter().map(|child| child.assigned).sum();
    let sum = there.iter().map(|child| child.points).sum();
    let whole = if node.combine == Combine::Sum || children.is_empty() { assigned } else { maximum };
    let bare = |state| Folded { points: sum, assigned: whole, state, because: None };
    if children.iter().any(|child| child.state == NodeState::Unranked) {
        return bare(NodeState::Unranked);
    }
    if there.is_empty() && lacking.is_empty() {
        return Folded { assigned: Points::ZERO, ..bare(NodeState::Out) };
    }
    let weigh = |children: &[&Child]| children.iter().map(|child| weight(node.combine, child)).sum::<Decimal>();
    let (mut used, lost) = (there, weigh(&lacking));
    let (kept, all) = (weigh(&used), weigh(&used) + lost);
    let available = divide(kept, all).unwrap_or_default();
    match node.missing {
        _ if lacking.is_empty() => {}
        Missing::Unranked => return bare(NodeState::Unranked),
        Missing::Zero => used.extend(&lacking),
        Missing::Skip(top, bottom) if kept * bottom >= top * all && !used.is_empty() => {}
        Missing::Incomplete | Missing::GroupMean(_) | Missing::Skip(..) => return bare(NodeState::Missing),
    }
    let combined = combined(node.combine, maximum, assigned, &used);
    let points = combined.and_then(|points| Points::rounded(points, places));
    let Some(points) = points else { return bare(NodeState::Missing) };
    Folded { points, assigned: whole, state: NodeState::Whole, because: because(node, &lacking, used.len(), available) }
}

/// What a child weighs: its maximum in a sum, else its weight.
fn weight(combine: Combine, child: &Child) -> Decimal {
    if combine == Combine::Sum { child.assigned.decimal() } else { child.weight }
}

fn combined(combine: Combine, maximum: Points, assigned: Points, used: &[&Child]) -> Option<Decimal> {
    let maximum = maximum.decimal();
    let weights: Decimal = used.iter().map(|child| child.weight).sum();
    match combine {
        Combine::Sum => {
            let points = used.iter().map(|child| child.counted()).sum::<Points>();
            let there = used.iter().map(|child| child.assigned).sum::<Points>();
            if there == assigned {
                return Some(points.decimal());
            }
            share(assigned.decimal(), points.decimal(), there.decimal())
        }
        Combine::Mean => {
            let parts = used.iter().map(|child| child.share()?.checked_mul(child.weight));
            share(maximum, parts.sum::<Option<Decimal>>()?, weights)
        }
        Combine::Geometric => {
            let parts = used.iter().map(|child| Some(libm::log(child.share()?.to_f64()?) * child.weight.to_f64()?));
            let logarithm = parts.sum::<Option<f64>>()? / weights.to_f64()?;
            decimal_of_binary(libm::exp(logarithm))?.checked_mul(maximum)
        }
        Combine::Min => used.iter().map(|child| child.share()).min()??.checked_mul(maximum),
    }
}

/// How the points were made; nothing for a plain sum of everything.
fn because(node: &Node, lacking: &[&Child], used: usize, available: Decimal) -> Option<Sentence> {
    if node.combine == Combine::Sum && lacking.is_empty() {
        return None;
    }
    let ids = lacking.iter().map(|child| child.id.clone()).collect::<Vec<_>>().join(", ");
    let (combine, missing, basis) = (node.combine, node.missing, node.basis.clone());
    Some(Arc::new(move |lang: Lang| {
        let made = words::combined(lang, combine, used);
        if ids.is_empty() {
            made
        } else {
            format!("{made}; {}", words::treated(lang, missing, &ids, available, &basis))
        }
    }))
}
