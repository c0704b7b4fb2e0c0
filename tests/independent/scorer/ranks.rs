//! From totals to ranks: groups of equals, split by each key that all of a group have.

use super::number::Q;
use super::{Compact, Key, Scored, State};

/// Gives every complete member its rank.
pub fn rank(compact: &Compact, members: &mut [Scored]) {
    let total =
        |member: &Scored| member.total.as_ref().map(|(round, full)| if compact.full { full } else { round }.clone());
    let complete: Vec<usize> = (0..members.len()).filter(|index| members[*index].total.is_some()).collect();
    let mut groups = split(complete, |index| total(&members[index]));
    for key in &compact.keys {
        groups = groups.into_iter().flat_map(|group| split(group, |index| value(key, &members[index]))).collect();
    }
    let (mut places, mut before) = (0, 0);
    for group in groups {
        let rank = if compact.dense { places } else { before } + 1;
        places += 1;
        before += group.len();
        for index in group {
            members[index].rank = Some(rank);
        }
    }
}

/// The group in parts of equal value, the greatest first; whole where somebody has none.
fn split(group: Vec<usize>, value: impl Fn(usize) -> Option<Q>) -> Vec<Vec<usize>> {
    let Some(mut valued) = group.iter().map(|index| Some((value(*index)?, *index))).collect::<Option<Vec<_>>>() else {
        return vec![group];
    };
    valued.sort_by(|one, other| other.0.cmp(&one.0));
    let mut parts: Vec<(Q, Vec<usize>)> = Vec::new();
    for (value, index) in valued {
        match parts.last_mut().filter(|(last, _)| *last == value) {
            Some((_, part)) => part.push(index),
            None => parts.push((value, vec![index])),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

fn value(key: &Key, member: &Scored) -> Option<Q> {
    let points = |state: &State| match state {
        State::Points(points) => Some(points.clone()),
        _ => None,
    };
    match key {
        Key::Field(index) => points(&member.fields[*index]),
        Key::Criterion(index) => points(&member.marks[*index]),
        Key::PlansExceeded => Some(Q::from_integer(member.exceeded.into())),
    }
}
