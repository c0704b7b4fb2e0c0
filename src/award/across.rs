//! An award among the winners of another: its share with the arithmetic in words, the best by share of scale or as
//! declared. A share that is exceeded is a warning with the arithmetic, never a cut.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Council;
use super::seats::{judge, nothing_proposed, offered, refused, sentence};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Award, Compare, Proposals, Quota, QuotaBase, QuotaCheck, QuotaRounding, ratio, reach, round};
use crate::wording::award as words;

/// Proposes among the winners of `from`.
pub fn propose(council: &Council, award: usize, proposals: &mut Proposals, notes: &mut Vec<Diagnostic>) {
    let configured = &council.scoring.awards[award];
    let (Some(from), Some(quota)) = (configured.from, &configured.quota) else { return };
    let winners: Vec<_> = proposals
        .list
        .iter()
        .filter(|proposal| proposal.award == from && proposal.proposed)
        .map(|proposal| proposal.member)
        .collect();
    let base = match quota.base {
        QuotaBase::Proposed => winners.len(),
        QuotaBase::Standing => standing(council, from, proposals),
        QuotaBase::Members => {
            reach(&council.scoring.awards, from).iter().map(|bloc| council.scoring.blocs[*bloc].members.len()).sum()
        }
    };
    let allowed = allowed(quota, base);
    let mut seats = configured.seats.first().map_or(allowed, |seats| seats.n);
    let compared = |member: &(usize, usize)| reached(council, configured.compare, *member);
    let mut ranked: Vec<_> = winners.iter().map(|member| (compared(member), *member)).collect();
    ranked.sort_by_key(|(reached, member)| (std::cmp::Reverse(*reached), *member));
    let mut made = Vec::new();
    for group in ranked.chunk_by(|a, b| a.0 == b.0) {
        let mut able = Vec::new();
        for (reached, member) in group {
            let Some(standing) = council.rankings[member.0].of(member.1) else { continue };
            let mut judgement = judge(council, award, member.0, standing, proposals);
            if let Some(reason) = nothing_proposed(council, member.0) {
                judgement.failed.push(reason);
            }
            let (reached, compare) = (*reached, configured.compare);
            judgement.met.insert(0, sentence(move |lang| words::compared(lang, compare, reached)));
            if judgement.failed.is_empty() {
                able.push((*member, judgement));
            } else {
                made.push(refused(award, *member, judgement.failed));
            }
        }
        let (count, tied) = (able.len(), able.len() > seats && seats > 0);
        for (member, judgement) in able {
            made.push(if seats == 0 {
                refused(award, member, vec![judgement.met[0].clone(), sentence(words::seats_filled)])
            } else {
                offered(award, member, &judgement, tied, (count, seats))
            });
        }
        seats = seats.saturating_sub(count);
    }
    let proposed = made.iter().filter(|proposal| proposal.proposed).count();
    proposals.list.extend(made);
    check(configured, (award, quota), (proposed, base, allowed), proposals, notes);
}

fn check(
    configured: &Award,
    (award, quota): (usize, &Quota),
    (proposed, base, allowed): (usize, usize, usize),
    proposals: &mut Proposals,
    notes: &mut Vec<Diagnostic>,
) {
    let written = quota.clone();
    let said = sentence(move |lang| words::quota(lang, &written, proposed, base, allowed));
    proposals.checks.push(QuotaCheck { award, proposed, base, allowed, sentence: said });
    if proposed > allowed {
        let fault = Fault::ShareExceeded {
            proposed: proposed.to_string(),
            standing: base.to_string(),
            share: quota.text.clone(),
            allowed: allowed.to_string(),
        };
        notes.push(Diagnostic::new(fault, Place::Run).found(configured.title.clone()));
    }
}

/// The seats that a share of a base allows.
pub fn allowed(quota: &Quota, base: usize) -> usize {
    let exact = Decimal::from(base) * quota.share.0 / quota.share.1;
    let whole = match quota.rounding {
        QuotaRounding::Down => exact.floor(),
        QuotaRounding::Nearest => round(exact, 0),
        QuotaRounding::Up => exact.ceil(),
    };
    whole.to_usize().unwrap_or_default()
}

/// How many members of the blocs of an award are eligible and meet its standard, whatever its seats.
fn standing(council: &Council, award: usize, proposals: &Proposals) -> usize {
    let blocs = reach(&council.scoring.awards, award);
    let meets = |bloc: usize| {
        let ranked = council.rankings[bloc].standings.iter().filter(|standing| standing.rank.is_some());
        ranked.filter(|standing| judge(council, award, bloc, standing, proposals).failed.is_empty()).count()
    };
    blocs.iter().map(|bloc| meets(*bloc)).sum()
}

/// What a winner is compared by: the percentage of its scale, to nine decimals, or its total.
fn reached(council: &Council, compare: Compare, (bloc, member): (usize, usize)) -> Decimal {
    let total = council.tallies[bloc].members[member].total.total.decimal();
    match compare {
        Compare::Total => total,
        Compare::ShareOfScale => {
            let share = ratio(total, council.scoring.compact_of(bloc).scale.decimal()).unwrap_or_default();
            share * Decimal::ONE_HUNDRED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_the_documents() {
        let quota = |rounding| Quota {
            text: String::new(),
            share: (1.into(), 5.into()),
            base: QuotaBase::Proposed,
            rounding,
            basis: String::new(),
        };
        let all = |base| {
            [QuotaRounding::Down, QuotaRounding::Nearest, QuotaRounding::Up]
                .map(|rounding| allowed(&quota(rounding), base))
        };
        assert_eq!(all(48), [9, 10, 10]);
        assert_eq!(all(24), [4, 5, 5]);
        assert_eq!(all(3), [0, 1, 1]);
    }
}
