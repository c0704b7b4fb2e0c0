//! Opinions, the exclusions of scoring.toml and what the compact asks of every member in; per member one of three states,
//! with its grounds and what is still awaited, out.
//!
//! What is concluded or not met excludes, what is under examination defers; a sheet that is still to come leaves the
//! member eligible under a condition. Score and rank are shown all the same.

use std::sync::Arc;

use super::Council;
use crate::diag::{Lang, Sentence};
use crate::model::{Consideration, Eligibility, OpinionState, Outcome};
use crate::wording::award as words;

/// All members, by bloc.
pub fn all(council: &Council) -> Vec<Vec<Consideration>> {
    let blocs = council.scoring.blocs.iter().enumerate();
    blocs.map(|(bloc, own)| (0..own.members.len()).map(|member| consider(council, (bloc, member))).collect()).collect()
}

fn consider(council: &Council, member: (usize, usize)) -> Consideration {
    let mut found = Consideration { state: Eligibility::Eligible, grounds: Vec::new(), conditions: Vec::new() };
    for (excluded, ground) in opinions(council, member).into_iter().chain(exclusions(council, member)) {
        found.add(excluded, ground);
    }
    let Some(standing) = council.rankings[member.0].of(member.1) else { return found };
    let compact = council.scoring.compact_of(member.0);
    let candidate = council.candidate(None, member.0, standing);
    for (requirement, value) in &compact.eligibility {
        match requirement.judge(value, &candidate) {
            Outcome::Met(_) => {}
            Outcome::Pending(said) => found.conditions.push(said),
            Outcome::Failed(said) => {
                let basis = compact.eligibility_basis.clone();
                found.add(true, Arc::new(move |lang| words::gate(lang, &said(lang), &basis)));
            }
        }
    }
    found
}

impl Consideration {
    fn add(&mut self, excluded: bool, ground: Sentence) {
        let state = if excluded { Eligibility::Excluded } else { Eligibility::Deferred };
        if self.state != Eligibility::Excluded {
            self.state = state;
        }
        self.grounds.push(ground);
    }
}

fn opinions(council: &Council, member: (usize, usize)) -> Vec<(bool, Sentence)> {
    let opinions = council.common.shared.opinions.rows.iter();
    let own = opinions.filter(|opinion| opinion.member == member && opinion.state != OpinionState::Clear);
    own.map(|opinion| {
        let excluded = opinion.state == OpinionState::Concluded;
        let opinion = opinion.clone();
        let ground: Sentence = Arc::new(move |lang: Lang| words::ground(lang, &opinion));
        (excluded, ground)
    })
    .collect()
}

fn exclusions(council: &Council, member: (usize, usize)) -> Vec<(bool, Sentence)> {
    let own = council.scoring.exclusions.iter().filter(|exclusion| exclusion.member == member);
    own.map(|exclusion| {
        let declared = exclusion.clone();
        let ground: Sentence = Arc::new(move |lang: Lang| words::declared_ground(lang, &declared));
        (exclusion.excluded, ground)
    })
    .collect()
}
