//! The tree of a compact: its fields, how a node combines what stands below it, and what it does where something
//! below has no mark.

use rust_decimal::Decimal;

use super::Points;

/// What a field is to the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Part of the scale.
    Scale,
    /// Outside the scale, added, under its own cap.
    Bonus,
    /// Outside the scale, deducted, down to its own floor.
    Penalty,
}

/// How a node makes its points out of its children's. Other than in a sum a child enters as its share of its own
/// maximum, and the node's points are that combination of its own maximum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Combine {
    /// The sum; the children's maxima are their weights.
    #[default]
    Sum,
    /// The weighted arithmetic mean of the shares.
    Mean,
    /// The weighted geometric mean of the shares.
    Geometric,
    /// The least share.
    Min,
}

/// Which mean over the members of a group stands in for what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeanOf {
    /// Of the inputs, before the rule marks them.
    Raw,
    /// Of the marks.
    Normalised,
    /// Of the points of the field as a whole; its criteria stay missing.
    Node,
}

/// What a node does where a child has no mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// The member is incomplete and its bloc provisional.
    #[default]
    Incomplete,
    /// The member is not ranked; the others' ranks are final.
    Unranked,
    /// It counts as zero, because the signed text says so.
    Zero,
    /// It is left out and the other weights are brought to the whole, while at least this share of them
    /// (numerator, denominator) is there.
    Skip(Decimal, Decimal),
    /// The mean over the members of the member's own group that have it.
    GroupMean(MeanOf),
}

/// How a node is combined, and what it does with what is missing.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// How.
    pub combine: Combine,
    /// What with missing children.
    pub missing: Missing,
    /// The words of the compact that say so; printed under every table they bear on.
    pub basis: String,
}

/// A field of a compact, or a group within a field.
#[derive(Clone, Debug)]
pub struct Field {
    /// As in scoring.toml.
    pub id: String,
    /// For printing.
    pub name: String,
    /// Index of the field it belongs to.
    pub parent: Option<usize>,
    /// What it is to the scale.
    pub kind: FieldKind,
    /// The most it can give.
    pub maximum: Points,
    /// The least it can give: zero, or the floor of a penalty field.
    pub minimum: Points,
    /// Its weight among its siblings where their parent takes a mean.
    pub weight: Decimal,
    /// How it is made.
    pub node: Node,
}
