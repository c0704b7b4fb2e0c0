//! What the bloc's meeting, the standing office and the council decided in; the proposals with those decisions beside
//! them, and what is doubtful about a change, out.

use super::Council;
use super::seats::{refused, sentence};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Decided, DecidingBody, Decision, Eligibility, Proposal, Proposals};
use crate::wording::award as words;

/// Adds every decision to its proposal; a member decided on that the points did not bring up gets a line of its own.
pub fn add(council: &Council, proposals: &mut Proposals, notes: &mut Vec<Diagnostic>) {
    let decisions = council.common.shared.decisions.reliable();
    for decision in decisions {
        let known = proposals.list.iter().any(|own| own.award == decision.award && own.member == decision.member);
        if !known {
            proposals.list.push(brought_up(council, decision));
        }
    }
    for proposal in &mut proposals.list {
        let mut before = proposal.proposed;
        for body in DecidingBody::ALL {
            let Some(decision) = council.common.shared.decision(proposal.member, proposal.award, body) else {
                continue;
            };
            let changed = decision.proposed != before;
            let excluded = proposals.eligibility[proposal.member.0][proposal.member.1].state != Eligibility::Eligible;
            notes.extend(doubt(council, decision, changed, excluded));
            before = decision.proposed;
            proposal.decided.push(Decided { decision: decision.clone(), changed });
        }
    }
}

fn brought_up(council: &Council, decision: &Decision) -> Proposal {
    let rank = council.rankings[decision.member.0].of(decision.member.1).and_then(|standing| standing.rank);
    let said = sentence(move |lang| words::outside_the_seats(lang, rank));
    refused(decision.award, decision.member, vec![said])
}

/// A change without its reason; a member proposed although it is not considered.
fn doubt(council: &Council, decision: &Decision, changed: bool, excluded: bool) -> Option<Diagnostic> {
    let fault = if changed && decision.reason.trim().is_empty() {
        Fault::ChangeWithoutReason {}
    } else if decision.proposed && excluded {
        Fault::ProposedThoughNotConsidered {}
    } else {
        return None;
    };
    let bloc = &council.scoring.blocs[decision.member.0];
    let note = Diagnostic::new(fault, Place::Cell(decision.cell.clone()));
    Some(note.bloc(&bloc.id).member(&bloc.members[decision.member.1].name))
}
