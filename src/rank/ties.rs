//! The values of the compact's tie keys for one member; none where a key says nothing of it.

use rust_decimal::prelude::ToPrimitive;

use crate::model::{BallotLevel, Compact, MarkState, MemberScores, Shared, SharedState, TieKey};

/// One value per key of the compact, higher is better.
pub fn keys(compact: &Compact, member: (usize, usize), scores: &MemberScores, shared: &Shared) -> Vec<Option<i64>> {
    let value = |key: &TieKey| match key {
        TieKey::Vote if shared.ballot_state == SharedState::Present => {
            shared.ballot(member, BallotLevel::Bloc)?.yes.to_i64()
        }
        TieKey::Vote => None,
        TieKey::Field(field) => Some(scores.fields[*field].points.units()),
        TieKey::Criterion(criterion) => match scores.marks[*criterion].state {
            MarkState::Given(points) => Some(points.units()),
            MarkState::Out | MarkState::Missing => None,
        },
        TieKey::PlansExceeded => i64::try_from(scores.marks.iter().filter(|mark| mark.exceeded).count()).ok(),
        TieKey::FewerPenalties => Some(scores.total.penalty.units()),
    };
    compact.tie_keys.iter().map(value).collect()
}
