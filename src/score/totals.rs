//! The marks of a bloc in; field totals under their caps, and every member's grand total, out.
//!
//! total = scale + bonus + penalty; where criteria were not assigned and the compact says so, the scale part is
//! got · scale / assigned (domain: 312 of 340 assigned points → 917.65 on 1,000). `node` folds one node of the tree.

use super::node::{Child, Folded, fold};
use crate::diag::Sentence;
use crate::model::{
    Compact, FieldKind, FieldTotal, Mark, MarkState, MeanOf, Missing, NodeState, Points, Total, divide, share,
};

/// One member's field totals in the order of the compact's fields, its total, and whether that is whole.
pub struct Folds {
    pub fields: Vec<FieldTotal>,
    pub total: Total,
    pub state: NodeState,
    pub because: Option<Sentence>,
}

/// Folds the marks of all members of a bloc; `groups` names each member's group.
pub fn totals(compact: &Compact, groups: &[Option<&str>], marks: &[Vec<Mark>]) -> Vec<Folds> {
    let mut fields = vec![vec![FieldTotal::default(); compact.fields.len()]; marks.len()];
    for index in deepest_first(compact) {
        let field = &compact.fields[index];
        let children: Vec<Vec<Child>> =
            marks.iter().zip(&fields).map(|(marks, fields)| children(compact, index, marks, fields)).collect();
        let folded = across(&field.node, field.maximum, groups, children, compact.field_places);
        for (fields, folded) in fields.iter_mut().zip(folded) {
            let points = Points::rounded(folded.points.decimal(), compact.field_places).unwrap_or_default();
            let points = match field.kind {
                FieldKind::Scale => points,
                FieldKind::Bonus => points.min(field.maximum),
                FieldKind::Penalty => points.max(field.minimum),
            };
            let Folded { assigned, state, because, .. } = folded;
            fields[index] = FieldTotal { points, assigned, state, because };
        }
    }
    let tops: Vec<usize> =
        compact.top_fields().filter(|index| compact.fields[*index].kind == FieldKind::Scale).collect();
    let children = fields.iter().map(|fields| tops.iter().map(|top| child(compact, *top, fields)).collect()).collect();
    let roots = across(&compact.root, compact.scale, groups, children, None);
    fields.into_iter().zip(roots).map(|(fields, root)| whole(compact, fields, root)).collect()
}

/// Folds one node for all members, with the means of their groups where the compact takes those.
fn across(
    node: &crate::model::Node,
    maximum: Points,
    groups: &[Option<&str>],
    mut children: Vec<Vec<Child>>,
    places: Option<u32>,
) -> Vec<Folded> {
    let means = |state: &dyn Fn(usize) -> Option<Points>, member: usize| group_mean(groups, member, state);
    if node.missing == Missing::GroupMean(MeanOf::Normalised) {
        let there: Vec<Vec<Option<Points>>> =
            children.iter().map(|own| own.iter().map(Child::given).collect()).collect();
        for (member, own) in children.iter_mut().enumerate() {
            for (index, child) in own.iter_mut().enumerate().filter(|(_, child)| child.state == NodeState::Missing) {
                if let Some(mean) = means(&|other| there[other].get(index).copied().flatten(), member) {
                    child.fill(mean);
                }
            }
        }
    }
    let mut folded: Vec<Folded> = children.iter().map(|own| fold(node, maximum, own, places)).collect();
    if node.missing == Missing::GroupMean(MeanOf::Node) {
        let there: Vec<Option<Points>> =
            folded.iter().map(|folded| (folded.state == NodeState::Whole).then_some(folded.points)).collect();
        for (member, own) in folded.iter_mut().enumerate().filter(|(_, own)| own.state == NodeState::Missing) {
            if let (Some(mean), Some(group)) = (means(&|other| there[other], member), groups[member]) {
                own.replace(mean, maximum, group);
            }
        }
    }
    folded
}

/// The mean over the other members of a member's group that have a value.
pub fn group_mean(groups: &[Option<&str>], member: usize, value: &dyn Fn(usize) -> Option<Points>) -> Option<Points> {
    let group = groups[member]?;
    let there: Vec<Points> =
        (0..groups.len()).filter(|other| groups[*other] == Some(group)).filter_map(value).collect();
    let sum = there.iter().copied().sum::<Points>();
    Points::rounded(divide(sum.decimal(), there.len().into())?, None)
}

fn children(compact: &Compact, field: usize, marks: &[Mark], fields: &[FieldTotal]) -> Vec<Child> {
    let own = compact.criteria.iter().zip(marks).filter(|(criterion, _)| criterion.field == field);
    let own = own.map(|(criterion, mark)| {
        let (points, state) = match mark.state {
            MarkState::Given(points) => (points, NodeState::Whole),
            MarkState::Out | MarkState::NotYet => (Points::ZERO, NodeState::Out),
            MarkState::Missing => (Points::ZERO, NodeState::Missing),
        };
        let assigned = if state == NodeState::Out { Points::ZERO } else { criterion.maximum };
        Child { id: criterion.id.clone(), weight: criterion.weight, points, assigned, state }
    });
    let below = (0..compact.fields.len()).filter(|index| compact.fields[*index].parent == Some(field));
    own.chain(below.map(|index| child(compact, index, fields))).collect()
}

fn child(compact: &Compact, field: usize, fields: &[FieldTotal]) -> Child {
    let (configured, folded) = (&compact.fields[field], &fields[field]);
    Child {
        id: configured.id.clone(),
        weight: configured.weight,
        points: folded.points,
        assigned: folded.assigned,
        state: folded.state,
    }
}

fn deepest_first(compact: &Compact) -> Vec<usize> {
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(parent) = compact.fields[at].parent {
            (at, depth) = (parent, depth + 1);
        }
        depth
    };
    let mut order: Vec<_> = (0..compact.fields.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(depth(*index)));
    order
}

fn whole(compact: &Compact, fields: Vec<FieldTotal>, root: Folded) -> Folds {
    let outside = |kind: FieldKind| compact.top_fields().filter(move |index| compact.fields[*index].kind == kind);
    let sum = |kind: FieldKind| outside(kind).map(|index| fields[index].points).sum::<Points>();
    let (bonus, penalty) = (sum(FieldKind::Bonus), sum(FieldKind::Penalty));
    let states = outside(FieldKind::Bonus).chain(outside(FieldKind::Penalty)).map(|index| fields[index].state);
    let state = states.fold(root.state, |worst, state| match (worst, state) {
        (NodeState::Missing, _) | (_, NodeState::Missing) => NodeState::Missing,
        (NodeState::Unranked, _) | (_, NodeState::Unranked) => NodeState::Unranked,
        _ => NodeState::Whole,
    });
    let (got, assigned) = (root.points, root.assigned);
    let rescaled = |places: Option<u32>| {
        let part = compact.rescale && assigned < compact.scale && assigned > Points::ZERO;
        let brought = part.then(|| share(compact.scale.decimal(), got.decimal(), assigned.decimal())).flatten();
        brought.and_then(|value| Points::rounded(value, places)).unwrap_or(got)
    };
    let scaled = rescaled(compact.total_places);
    let full = rescaled(None) + bonus + penalty;
    let total = Points::rounded(full.decimal(), compact.total_places).unwrap_or_default();
    let total = Total { got, assigned, scaled, bonus, penalty, total, full };
    Folds { fields, total, state, because: root.because }
}
