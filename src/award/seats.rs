//! One bloc and one award in; its seats filled from the top of the ranking, with a reason for each, and the sentence to
//! be read out where the first is not considered, out.

use std::sync::Arc;

use super::Council;
use super::across::allowed;
use crate::diag::{Lang, Sentence};
use crate::model::{Eligibility, Outcome, Proposal, Proposals, Quota, QuotaBase, SharedState, Standing, Statement};
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
    let open = open(council, award, bloc, proposals);
    if let Some(reason) = nothing_proposed(council, bloc) {
        let first = open.first().and_then(|standing| standing.rank);
        let leaders = open.iter().filter(|standing| standing.rank == first);
        let made: Vec<_> =
            leaders.map(|standing| refused(award, (bloc, standing.member), vec![reason.clone()])).collect();
        proposals.list.extend(made);
        return;
    }
    let configured = &council.scoring.awards[award];
    let mut seats = seats_of(council, award, bloc, proposals);
    let (mut made, mut passed_over) = (Vec::new(), Vec::new());
    for group in open.chunk_by(|a, b| a.rank == b.rank) {
        if seats == 0 {
            break;
        }
        let judged: Vec<_> =
            group.iter().map(|standing| (*standing, judge(council, award, bloc, standing, proposals))).collect();
        let (able, unable): (Vec<_>, Vec<_>) =
            judged.into_iter().partition(|(_, judgement)| judgement.failed.is_empty());
        let used = if configured.passes_on { 0 } else { unable.len().min(seats) };
        for (standing, judgement) in unable {
            let mut reasons = judgement.failed;
            passed_over.push((standing, reasons.clone()));
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
    let heirs: Vec<_> = open
        .iter()
        .filter(|standing| made.iter().any(|own| own.member.1 == standing.member && (own.proposed || own.tied)))
        .copied()
        .collect();
    for (standing, reasons) in passed_over {
        let said = passed(council, (award, bloc), standing, reasons, &heirs);
        proposals.statements.push(Statement { award, bloc, sentence: said });
    }
    proposals.list.extend(made);
}

/// The ranked members of a bloc that do not hold an award which excludes this one, best first.
fn open<'a>(council: &Council<'a>, award: usize, bloc: usize, proposals: &Proposals) -> Vec<&'a Standing> {
    let excludes = &council.scoring.awards[award].excludes;
    let won = |member: usize| {
        let holds = |own: &Proposal| own.member == (bloc, member) && own.proposed && excludes.contains(&own.award);
        proposals.list.iter().any(holds)
    };
    let standings = council.rankings[bloc].standings.iter();
    standings.filter(|standing| standing.rank.is_some() && !won(standing.member)).collect()
}

/// The seats of an award in a bloc: their number by the bloc's size, or a share of its members.
fn seats_of(council: &Council, award: usize, bloc: usize, proposals: &Proposals) -> usize {
    let configured = &council.scoring.awards[award];
    let members = council.scoring.blocs[bloc].members.len();
    match &configured.quota {
        Some(quota) if configured.seats.is_empty() => allowed(quota, base(council, award, bloc, quota, proposals)),
        _ => configured.seats_for(members),
    }
}

/// What a bloc's share is taken of.
fn base(council: &Council, award: usize, bloc: usize, quota: &Quota, proposals: &Proposals) -> usize {
    match quota.base {
        QuotaBase::Members | QuotaBase::Proposed => council.scoring.blocs[bloc].members.len(),
        QuotaBase::Standing => {
            let open = open(council, award, bloc, proposals);
            let meets = |standing: &&&Standing| judge(council, award, bloc, standing, proposals).failed.is_empty();
            open.iter().filter(meets).count()
        }
    }
}

/// The sentence on a member whose turn it was and who is not proposed: who it is, why, and where the seat goes.
fn passed(
    council: &Council,
    (award, bloc): (usize, usize),
    standing: &Standing,
    reasons: Vec<Sentence>,
    heirs: &[&Standing],
) -> Sentence {
    let configured = &council.scoring.awards[award];
    let members = &council.scoring.blocs[bloc].members;
    let name = |standing: &Standing| (members[standing.member].name.clone(), standing.rank.unwrap_or_default());
    let next = heirs.iter().find(|heir| heir.rank >= standing.rank).map(|heir| heir.rank);
    let heirs: Vec<_> = heirs.iter().filter(|heir| Some(heir.rank) == next).map(|heir| name(heir)).collect();
    let (own, title, passes_on) = (name(standing), configured.title.clone(), configured.passes_on);
    sentence(move |lang| {
        let why: Vec<String> = reasons.iter().map(|reason| reason(lang)).collect();
        words::passed_over(lang, &own, &title, &why.join("; "), passes_on.then_some(&heirs[..]))
    })
}

/// Why nothing at all is proposed in a bloc.
pub fn nothing_proposed(council: &Council, bloc: usize) -> Option<Sentence> {
    let shared = &council.common.shared;
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
pub fn judge<'a>(
    council: &Council<'a>,
    award: usize,
    bloc: usize,
    standing: &'a Standing,
    proposals: &Proposals,
) -> Judgement {
    let found = &proposals.eligibility[bloc][standing.member];
    let mut judgement = Judgement { failed: Vec::new(), conditions: found.conditions.clone(), met: Vec::new() };
    if found.state != Eligibility::Eligible {
        let (state, grounds) = (found.state, found.grounds.clone());
        judgement.failed.push(sentence(move |lang| words::not_eligible(lang, state, &grounds)));
    }
    let member = (bloc, standing.member);
    let configured = &council.scoring.awards[award];
    for other in &configured.presupposes {
        let holds = proposals.list.iter().any(|own| own.member == member && own.award == *other && own.proposed);
        let title = council.scoring.awards[*other].title.clone();
        if holds {
            judgement.met.push(sentence(move |lang| words::holds(lang, &title)));
        } else {
            judgement.failed.push(sentence(move |lang| words::holds_not(lang, &title)));
        }
    }
    let candidate = council.candidate(Some(award), bloc, standing);
    for (requirement, value) in &configured.requires {
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
    Proposal { award, member, proposed: false, conditions: Vec::new(), reasons, tied: false, decided: Vec::new() }
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
    let conditions = judgement.conditions.clone();
    Proposal { award, member, proposed: !tied, conditions, reasons, tied, decided: Vec::new() }
}
