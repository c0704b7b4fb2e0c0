//! In: a compact. Out: the tree as the live sheets lay it out: what stands below a node, and which nodes need steps of
//! their own on the way to their points.

use super::grid::{Branch, Key};
use crate::model::{
    Assignment, Combine, Compact, Criterion, FieldKind, MeanOf, Measure, Missing, Node, NotArising, StagePolicy,
};

/// What stands below a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Child {
    /// A criterion.
    Criterion(usize),
    /// A field.
    Field(usize),
}

impl Child {
    /// Its row among the marks.
    pub(super) fn key(self) -> Key {
        match self {
            Self::Criterion(criterion) => Key::Mark(criterion),
            Self::Field(field) => Key::Field(field),
        }
    }
}

/// What stands below a node: its criteria, then its fields.
pub(super) fn children(compact: &Compact, branch: Branch) -> Vec<Child> {
    let Branch::Field(field) = branch else {
        let tops = compact.top_fields().filter(|field| compact.fields[*field].kind == FieldKind::Scale);
        return tops.map(Child::Field).collect();
    };
    let criteria = (0..compact.criteria.len()).filter(|index| compact.criteria[*index].field == field);
    let below = (0..compact.fields.len()).filter(|index| compact.fields[*index].parent == Some(field));
    criteria.map(Child::Criterion).chain(below.map(Child::Field)).collect()
}

/// The fields of a compact, each above what stands below it.
pub(super) fn fields(compact: &Compact) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = compact.top_fields().collect();
    open.reverse();
    while let Some(field) = open.pop() {
        found.push(field);
        let below = children(compact, Branch::Field(field)).into_iter().rev();
        open.extend(below.filter_map(|child| if let Child::Field(field) = child { Some(field) } else { None }));
    }
    found
}

/// Every node: the fields, then the scale.
pub(super) fn branches(compact: &Compact) -> Vec<Branch> {
    fields(compact).into_iter().map(Branch::Field).chain([Branch::Root]).collect()
}

/// How a node is combined.
pub(super) fn node(compact: &Compact, branch: Branch) -> &Node {
    match branch {
        Branch::Root => &compact.root,
        Branch::Field(field) => &compact.fields[field].node,
    }
}

/// Whether what a node's children count with and weigh stands in rows of their own.
pub(super) fn weighs(compact: &Compact, branch: Branch) -> bool {
    let node = node(compact, branch);
    let filled = matches!(node.missing, Missing::GroupMean(MeanOf::Normalised))
        && children(compact, branch).iter().any(|child| matches!(child, Child::Field(_)));
    node.combine != Combine::Sum || matches!(node.missing, Missing::Skip(..)) || filled
}

/// Whether the group's mean stands in for a node as a whole.
pub(super) fn averaged(compact: &Compact, branch: Branch) -> bool {
    node(compact, branch).missing == Missing::GroupMean(MeanOf::Node)
}

/// Whether a criterion may be left out for a member.
pub(super) fn may_be_out(criterion: &Criterion) -> bool {
    criterion.assignment == Assignment::PerMember || criterion.not_arising == Some(NotArising::Out)
}

/// Whether anything of the compact may be left out for a member.
pub(super) fn any_out(compact: &Compact) -> bool {
    compact.criteria.iter().any(may_be_out)
}

/// Whether a node or one below it leaves members unranked.
pub(super) fn unranks(compact: &Compact, branch: Branch) -> bool {
    let below = children(compact, branch).into_iter();
    node(compact, branch).missing == Missing::Unranked
        || below.into_iter().any(|child| matches!(child, Child::Field(field) if unranks(compact, Branch::Field(field))))
}

/// Whether the totals of members with less than the whole scale are brought to it.
pub(super) fn rescales(compact: &Compact) -> bool {
    compact.rescale && any_out(compact)
}

/// The stages whose marks are shown for a criterion: all where they count, else those handed in.
pub(super) fn stages(compact: &Compact, criterion: usize, present: &[usize]) -> Vec<usize> {
    let counts = compact.policy == StagePolicy::Stages || !compact.criteria[criterion].kernel.computes();
    if counts { (0..compact.stages.len()).collect() } else { present.to_vec() }
}

/// Whether the rule's mark stands in a row of its own, because a person's goes first.
pub(super) fn two_marks(compact: &Compact, criterion: usize) -> bool {
    compact.policy == StagePolicy::Stages && compact.criteria[criterion].kernel.computes()
}

/// Whether the group's mean stands in for missing inputs of a criterion.
pub(super) fn fills_inputs(compact: &Compact, criterion: usize) -> bool {
    compact.missing_of(criterion) == Missing::GroupMean(MeanOf::Raw)
}

/// Whether the group's mean stands in for a missing mark of a criterion.
pub(super) fn fills_marks(compact: &Compact, criterion: usize) -> bool {
    compact.missing_of(criterion) == Missing::GroupMean(MeanOf::Normalised)
}

/// Whether the rule sees a change instead of the actual.
pub(super) fn changes(criterion: &Criterion) -> bool {
    criterion.measure != Measure::Value
}

/// The fields outside the scale of a kind.
pub(super) fn outside(compact: &Compact, kind: FieldKind) -> Vec<usize> {
    compact.top_fields().filter(|field| compact.fields[*field].kind == kind).collect()
}
