//! A scorer written from the documents alone: exact rationals, rounded only where a compact says so.
//!
//! Its types and its rules are its own; it shares nothing with the library, so that what both find is found twice.

pub mod blocs;
pub mod figures;
pub mod marks;
pub mod number;
pub mod ranks;
pub mod rules;
pub mod tree;

use std::collections::BTreeMap;

use number::Q;
use rules::Rule;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number.
    Number(Q),
    /// A day, counted from a fixed one.
    Day(i32),
    /// A word.
    Word(&'static str),
    /// Blank.
    Blank,
    /// Not assigned.
    NotAssigned,
    /// Nothing arose.
    NotArising,
}

/// The cells of one member for one criterion, by key: `plan`, `actual`, `baseline:actual`, and `given` for a mark
/// that a person gave.
pub type Row = BTreeMap<String, Cell>;

/// What the actual measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    Value,
    Increment,
    Reduction,
}

/// What counts where nothing arose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arising {
    Full,
    Out,
}

/// A criterion.
#[derive(Clone, Debug)]
pub struct Criterion {
    pub id: String,
    pub field: usize,
    pub maximum: Q,
    pub weight: Q,
    pub rule: Rule,
    pub measure: Measure,
    pub not_arising: Option<Arising>,
    pub per_member: bool,
    /// The most that the coefficient may be.
    pub difficulty: Option<Q>,
}

/// What a field is to the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Scale,
    Bonus,
    Penalty,
}

/// How parts make a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Combine {
    Sum,
    Mean,
    Geometric,
    Min,
}

/// What happens where a part is missing.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    Incomplete,
    Zero,
    /// Left out while at least this share of the weights is there.
    Skip(Q),
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: String,
    pub parent: Option<usize>,
    pub kind: Kind,
    pub maximum: Q,
    pub minimum: Q,
    pub weight: Q,
    pub combine: Combine,
    /// None: as above it.
    pub missing: Option<Missing>,
}

/// A key that breaks ties.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    Field(usize),
    Criterion(usize),
    PlansExceeded,
}

/// A compact.
#[derive(Clone, Debug)]
pub struct Compact {
    pub scale: Q,
    pub combine: Combine,
    pub missing: Missing,
    pub fields: Vec<Field>,
    pub criteria: Vec<Criterion>,
    pub mark_places: Option<u32>,
    pub field_places: Option<u32>,
    pub total_places: Option<u32>,
    pub rescale: bool,
    pub dense: bool,
    /// Whether ranks follow the full totals.
    pub full: bool,
    pub keys: Vec<Key>,
}

/// The state of a mark or of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Points(Q),
    Missing,
    Out,
}

/// One member, scored.
#[derive(Clone, Debug)]
pub struct Scored {
    pub marks: Vec<State>,
    pub fields: Vec<State>,
    /// The rounded total and the full one; none where incomplete.
    pub total: Option<(Q, Q)>,
    /// How many plans are exceeded.
    pub exceeded: usize,
    pub rank: Option<usize>,
}

/// Scores and ranks a bloc: rows by member, then by criterion.
pub fn score(compact: &Compact, bloc: &[Vec<Row>]) -> Vec<Scored> {
    let marks = marks::bloc(compact, bloc);
    let mut scored: Vec<Scored> = marks.into_iter().map(|marks| tree::member(compact, marks)).collect();
    for (member, rows) in scored.iter_mut().zip(bloc) {
        member.exceeded = marks::exceeded(compact, rows);
    }
    ranks::rank(compact, &mut scored);
    scored
}
