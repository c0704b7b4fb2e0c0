//! The scores in; the order of every bloc out. Ties are broken by the listed keys only, else they stay ties.

mod order;
mod ties;

pub use ties::TIE_BREAKS;

use crate::model::{
    BlocScores, Compact, Gate, MemberScores, Points, Ranking, Scoring, Shared, Standing, TieCase, TieState,
};

/// Ranks a bloc.
///
/// # Errors
/// What polars says, if it refuses a column of levels.
pub fn rank(bloc: usize, scores: &BlocScores, shared: &Shared, scoring: &Scoring) -> Result<Ranking, String> {
    ranking(bloc, scores, shared, scoring).map_err(|error| error.to_string())
}

fn ranking(
    bloc: usize,
    scores: &BlocScores,
    shared: &Shared,
    scoring: &Scoring,
) -> polars::prelude::PolarsResult<Ranking> {
    let compact = scoring.compact_of(bloc);
    let whole: Vec<usize> = (0..scores.members.len()).filter(|member| scores.members[*member].complete).collect();
    let totals: Vec<Points> = whole.iter().map(|member| ranked_total(compact, &scores.members[*member])).collect();
    let keys: Vec<Vec<Option<i64>>> =
        whole.iter().map(|member| ties::keys(compact, &case(bloc, *member, scores, shared, scoring))).collect();
    let levels = order::levels(&totals, &keys);
    let ranks = order::ranks(&levels.of, compact.tie_rank)?;
    let mut standings: Vec<Standing> = whole
        .iter()
        .enumerate()
        .map(|(index, member)| {
            let (class, held_back) = class(compact, &scores.members[*member]);
            let (total, rank, tie) = (totals[index], Some(ranks[index]), levels.ties[index]);
            Standing { member: *member, total, rank, tie, class, held_back }
        })
        .collect();
    standings.sort_by_key(|standing| (standing.rank, standing.member));
    let left_out = (0..scores.members.len()).filter(|member| !scores.members[*member].complete);
    standings.extend(left_out.map(|member| Standing {
        member,
        total: scores.members[member].total.total,
        rank: None,
        tie: TieState::Alone,
        class: None,
        held_back: None,
    }));
    let provisional = scores.mixed || scores.members.iter().any(|member| !member.complete && !member.unranked);
    if let Some(half) = &scoring.half {
        unclass(&mut standings, half.ranks);
    }
    Ok(Ranking { bloc, standings, provisional })
}

fn case<'a>(bloc: usize, member: usize, scores: &'a BlocScores, shared: &Shared, scoring: &'a Scoring) -> TieCase<'a> {
    let votes = shared.votes(scoring, (bloc, member));
    TieCase { member: &scoring.blocs[bloc].members[member], scores: &scores.members[member], votes }
}

/// Mid-year there are no classes, and no order unless it is asked for: everybody stands as in scoring.toml.
fn unclass(standings: &mut [Standing], ranks: bool) {
    if !ranks {
        standings.sort_by_key(|standing| standing.member);
    }
    for standing in standings {
        (standing.class, standing.held_back) = (None, None);
        if !ranks {
            (standing.rank, standing.tie) = (None, TieState::Alone);
        }
    }
}

fn ranked_total(compact: &Compact, scores: &MemberScores) -> Points {
    if compact.rank_on_full { scores.total.full } else { scores.total.total }
}

/// The first class whose threshold the total reaches, what exceeds the scale not counted, and whose gate is passed;
/// and the highest class that the points alone would give, where a gate keeps the member from it.
fn class(compact: &Compact, scores: &MemberScores) -> (Option<usize>, Option<usize>) {
    let capped = scores.total.total.min(compact.scale);
    let mut reached = (0..compact.classes.len()).filter(|index| capped >= compact.classes[*index].at_least);
    let first = reached.clone().next();
    let given = reached.find(|index| compact.classes[*index].gate.as_ref().is_none_or(|gate| passes(gate, scores)));
    (given, first.filter(|first| Some(*first) != given))
}

/// Whether enough of the gate's plans are reached and the others fall short by no more than they may.
fn passes(gate: &Gate, scores: &MemberScores) -> bool {
    let met = |criterion: &&usize| scores.marks[**criterion].plan_met == Some(true);
    let near = |criterion: &usize| match (gate.within, scores.marks[*criterion].shortfall) {
        (Some(within), Some(shortfall)) => shortfall <= within,
        (Some(_), None) => scores.marks[*criterion].plan_met == Some(true),
        (None, _) => true,
    };
    gate.criteria.iter().filter(met).count() >= gate.met && gate.criteria.iter().all(near)
}
