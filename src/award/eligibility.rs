//! The table of opinions in; per member one of three states, with its grounds, out.

use std::sync::Arc;

use crate::diag::Lang;
use crate::model::{Eligibility, Ground, Opinion, OpinionState, Scoring, Shared};
use crate::wording::award as words;

/// All members, by bloc.
pub fn all(scoring: &Scoring, shared: &Shared) -> Vec<Vec<(Eligibility, Vec<Ground>)>> {
    let member = |bloc: usize, member: usize| {
        let opinions = shared
            .opinions
            .rows
            .iter()
            .filter(move |opinion| opinion.member == (bloc, member) && opinion.state != OpinionState::Clear);
        let opinions: Vec<_> = opinions.collect();
        let state = if opinions.iter().any(|opinion| opinion.state == OpinionState::Concluded) {
            Eligibility::Excluded
        } else if opinions.is_empty() {
            Eligibility::Eligible
        } else {
            Eligibility::Deferred
        };
        (state, opinions.into_iter().map(ground).collect())
    };
    scoring
        .blocs
        .iter()
        .enumerate()
        .map(|(bloc, configured)| (0..configured.members.len()).map(|index| member(bloc, index)).collect())
        .collect()
}

fn ground(opinion: &Opinion) -> Ground {
    let opinion = opinion.clone();
    Ground { sentence: Arc::new(move |lang: Lang| words::ground(lang, &opinion)) }
}
