//! A second scorer: a compact as TOML and figures in, marks and totals out, in exact fractions that are rounded only
//! where the compact says, and where every ratio or difference is (12 decimals) before it is compared.
//!
//! Written from the catalogue (`thidua rules`) and the tables of practice; it shares no code with the library, so that
//! the two agree only where both are right.

mod rules;

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

pub use rules::{mark_bloc, rounded};

/// An exact number.
pub type Exact = BigRational;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    Number(Exact),
    /// Days since some day.
    Day(i64),
    Word(String),
    NotAssigned,
    NotArising,
}

/// The figures of a member for one criterion, by input; what is not there is missing.
pub type Figures = BTreeMap<String, Figure>;

/// A whole number.
pub fn whole(number: i64) -> Exact {
    Exact::from_integer(BigInt::from(number))
}

/// A number as TOML or a test writes it: `12.5`, `"1%"`, `"3/5"`.
pub fn exact(text: &str) -> Exact {
    if let Some((top, bottom)) = text.split_once('/') {
        return exact(top) / exact(bottom);
    }
    if let Some(percent) = text.strip_suffix('%') {
        return exact(percent) / whole(100);
    }
    let (digits, places) = text.split_once('.').map_or((text.to_owned(), 0), |(before, after)| {
        (format!("{before}{after}"), u32::try_from(after.len()).unwrap())
    });
    Exact::new(digits.parse().unwrap_or_else(|_| panic!("{text}")), BigInt::from(10).pow(places))
}

/// Half away from zero.
pub fn round(number: &Exact, places: u32) -> Exact {
    let scale = Exact::from_integer(BigInt::from(10).pow(places));
    let half = Exact::new(BigInt::one(), BigInt::from(2));
    let up = (number.abs() * &scale + half).floor() / scale;
    if number.is_negative() { -up } else { up }
}

/// As it is compared: 12 decimals.
pub fn compared(number: &Exact) -> Exact {
    round(number, 12)
}

/// How a node is made of its children.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    Sum,
    Mean,
    Least,
}

/// What a node does without a child.
#[derive(Clone, Debug, PartialEq)]
pub enum Without {
    Incomplete,
    Zero,
    Skip(Exact),
}

/// A node of the tree; criteria are named by their place among the marks.
#[derive(Clone, Debug)]
pub struct Branch {
    pub maximum: Exact,
    pub weight: Exact,
    pub way: Way,
    pub without: Without,
    pub criteria: Vec<usize>,
    pub branches: Vec<Branch>,
}

/// A mark or what is known of a branch.
#[derive(Clone, Debug, PartialEq)]
pub enum Got {
    Points { points: Exact, assigned: Exact },
    Out,
    Missing,
}

/// The maximum and the weight of each criterion.
pub type Leaves = [(Exact, Exact)];

/// What a branch comes to, and its maximum so far as assigned.
pub fn fold(branch: &Branch, leaves: &Leaves, marks: &[Got]) -> (Got, Exact) {
    let own = branch.criteria.iter().map(|leaf| {
        let (maximum, weight) = &leaves[*leaf];
        (marks[*leaf].clone(), maximum.clone(), weight.clone())
    });
    let below = branch.branches.iter().map(|below| {
        let (got, assigned) = fold(below, leaves, marks);
        (got, assigned, below.weight.clone())
    });
    let children: Vec<(Got, Exact, Exact)> = own.chain(below).filter(|(got, ..)| *got != Got::Out).collect();
    let all_assigned: Exact = children.iter().map(|(_, assigned, _)| assigned.clone()).sum();
    if children.is_empty() {
        return (Got::Out, Exact::zero());
    }
    let weigh = |(_, assigned, weight): &(Got, Exact, Exact)| {
        if branch.way == Way::Sum { assigned.clone() } else { weight.clone() }
    };
    let missing = |child: &&(Got, Exact, Exact)| child.0 == Got::Missing;
    let all: Exact = children.iter().map(weigh).sum();
    let there: Exact = children.iter().filter(|child| !missing(child)).map(weigh).sum();
    let lacking = children.iter().any(|child| missing(&child));
    let used: Vec<(Exact, Exact, Exact)> = children
        .iter()
        .filter_map(|child| match (&child.0, &branch.without) {
            (Got::Points { points, assigned }, _) => Some((points.clone(), assigned.clone(), weigh(child))),
            (Got::Missing, Without::Zero) => Some((Exact::zero(), child.1.clone(), weigh(child))),
            _ => None,
        })
        .collect();
    let allowed = match &branch.without {
        _ if !lacking => true,
        Without::Incomplete => false,
        Without::Zero => true,
        Without::Skip(floor) => !used.is_empty() && &there / &all >= *floor,
    };
    if !allowed {
        return (Got::Missing, all_assigned);
    }
    let points = match branch.way {
        Way::Sum => {
            let points: Exact = used.iter().map(|(points, ..)| points.clone()).sum();
            let used: Exact = used.iter().map(|(_, assigned, _)| assigned.clone()).sum();
            if used == all { points } else { &all * points / used }
        }
        Way::Mean => {
            let weights: Exact = used.iter().map(|(.., weight)| weight.clone()).sum();
            let parts: Exact = used.iter().map(|(points, assigned, weight)| points / assigned * weight).sum();
            &branch.maximum * parts / weights
        }
        Way::Least => used.iter().map(|(points, assigned, _)| points / assigned).min().unwrap() * &branch.maximum,
    };
    let assigned = if branch.way == Way::Sum { all } else { branch.maximum.clone() };
    // points are whole numbers of a thousand-millionth
    (Got::Points { points: round(&points, 9), assigned: assigned.clone() }, assigned)
}

/// The total on the whole scale, rounded; none where something is missing, or nothing was assigned.
pub fn total(root: &Branch, leaves: &Leaves, marks: &[Got], places: u32) -> Option<Exact> {
    match fold(root, leaves, marks).0 {
        Got::Points { points, assigned } if assigned < root.maximum && assigned.is_positive() => {
            Some(round(&(&root.maximum * points / assigned), places))
        }
        Got::Points { points, .. } => Some(round(&points, places)),
        Got::Out | Got::Missing => None,
    }
}

/// Competition ranks of those who have a total.
pub fn ranks(totals: &[Option<Exact>]) -> Vec<Option<u32>> {
    let better = |own: &Exact| totals.iter().flatten().filter(|other| *other > own).count();
    totals.iter().map(|own| own.as_ref().map(|own| u32::try_from(better(own) + 1).unwrap())).collect()
}
