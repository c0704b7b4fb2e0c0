//! One bloc and one award in; its seats filled from the top of the ranking, with a reason for each, out.

use std::sync::Arc;

use super::Council;
use crate::diag::{Lang, Sentence};
use crate::model::{Candidate, Eligibility, Outcome, Proposal, Proposals, SharedState, Standing};
use crate::wording::award as words;

/// What is found of one candidate.
pub struct Judgement {
    /// Why it cannot be proposed; empty when it can.
    pub failed: Vec<Sentence>,
    /// What a proposal of it still depends on.
    pub conditions: Vec<Sentence>,
    /// What it meets.
    pub met: Vec<Sentence>,
}

/// A sentence in both languages.
pub fn sentence(of: impl Fn(Lang) -> String + Send + Sync + 'static) -> Sentence {
    Arc::new(of)
}

/// Fills the seats of an award in a bloc.
pub fn propose(council: &Council, award: usize, bloc: usize, proposals: &mut Proposals) {
    let ranking = &council.rankings[bloc];
    let configured = &council.scoring.awards[award];
    let mut seats = configured.seats_for(council.scoring.blocs[bloc].members.len());
    let won = |member: usize| {
        let holds = |proposal: &Proposal| {
            proposal.member == (bloc, member) && proposal.proposed && configured.excludes.contains(&proposal.award)
        };
        proposals.list.iter().any(holds)
    };
    let open: Vec<&Standing> =
        ranking.standings.iter().filter(|standing| standing.rank.is_some() && !won(standing.member)).collect();
    let mut made = Vec::new();
    if let Some(reason) = nothing_proposed(council, bloc) {
        let first = open.first().and_then(|standing| standing.rank);
        made.extend(
            open.iter()
                .filter(|standing| standing.rank == first)
                .map(|standing| refused(award, (bloc, standing.member), vec![reason.clone()])),
        );
        proposals.list.extend(made);
        return;
    }
    for group in open.chunk_by(|a, b| a.rank == b.rank) {
        if seats == 0 {
            break;
        }
        let judged: Vec<_> =
            group.iter().map(|standing| (standing, judge(council, award, bloc, standing, proposals))).collect();
        let (able, unable): (Vec<_>, Vec<_>) =
            judged.into_iter().partition(|(_, judgement)| judgement.failed.is_empty());
        let used = if configured.passes_on { 0 } else { unable.len().min(seats) };
        for (standing, judgement) in unable {
            let mut reasons = judgement.failed;
            reasons.push(if configured.passes_on {
                sentence(words::seat_passes_on)
            } else {
                sentence(words::seat_stays_empty)
            });
            made.push(refused(award, (bloc, standing.member), reasons));
        }
        seats -= used;
        let tied = able.len() > seats;
        for (standing, judgement) in &able {
            made.push(offered(award, (bloc, standing.member), judgement, tied, (able.len(), seats)));
        }
        seats = seats.saturating_sub(able.len());
    }
    proposals.list.extend(made);
}

/// Why nothing at all is proposed in a bloc.
pub fn nothing_proposed(council: &Council, bloc: usize) -> Option<Sentence> {
    let shared = &council.panel.shared;
    if council.rankings[bloc].provisional {
        Some(sentence(words::still_provisional))
    } else if shared.unknown_rejected {
        Some(sentence(words::unknown_file_rejected))
    } else if shared.opinions.state == SharedState::Unreliable {
        Some(sentence(words::no_opinions))
    } else {
        None
    }
}

/// Eligibility and requirements of one candidate.
pub fn judge(council: &Council, award: usize, bloc: usize, standing: &Standing, proposals: &Proposals) -> Judgement {
    let mut judgement = Judgement { failed: Vec::new(), conditions: Vec::new(), met: Vec::new() };
    let (state, grounds) = &proposals.eligibility[bloc][standing.member];
    if *state != Eligibility::Eligible {
        let (state, grounds) = (*state, grounds.clone());
        judgement.failed.push(sentence(move |lang| words::not_eligible(lang, state, &grounds)));
    }
    let candidate = Candidate {
        scoring: council.scoring,
        compact: council.scoring.compact_of(bloc),
        award,
        member: (bloc, standing.member),
        scores: &council.scores.blocs[bloc].members[standing.member],
        standing,
        shared: &council.panel.shared,
    };
    for (requirement, value) in &council.scoring.awards[award].requires {
        match requirement.judge(value, &candidate) {
            Outcome::Met(said) => judgement.met.push(said),
            Outcome::Pending(said) => judgement.conditions.push(said),
            Outcome::Failed(said) => judgement.failed.push(said),
        }
    }
    judgement
}

/// A proposal that is not made.
pub fn refused(award: usize, member: (usize, usize), reasons: Vec<Sentence>) -> Proposal {
    Proposal { award, member, proposed: false, conditions: Vec::new(), reasons, tied: false }
}

/// A proposal, or one among equals for fewer seats.
pub fn offered(
    award: usize,
    member: (usize, usize),
    judgement: &Judgement,
    tied: bool,
    (equals, seats): (usize, usize),
) -> Proposal {
    let mut reasons = judgement.met.clone();
    if tied {
        reasons.push(sentence(move |lang| words::tied_at_the_cut(lang, equals, seats)));
    }
    Proposal { award, member, proposed: !tied, conditions: judgement.conditions.clone(), reasons, tied }
}
