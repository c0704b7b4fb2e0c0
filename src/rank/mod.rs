//! The scores in; the order of every bloc out. Ties are broken by the listed keys only, else they stay ties.

mod order;
mod ties;

use crate::model::{
    BlocScores, Compact, MemberScores, Period, Points, Ranking, Scores, Scoring, Shared, Standing, TieState,
};

/// Ranks all blocs.
///
/// # Errors
/// What polars says, if it refuses a column of levels.
pub fn rank(scores: &Scores, shared: &Shared, scoring: &Scoring) -> Result<Vec<Ranking>, String> {
    let blocs = scores.blocs.iter().enumerate();
    blocs.map(|(bloc, scores)| ranking(bloc, scores, shared, scoring).map_err(|error| error.to_string())).collect()
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
        whole.iter().map(|member| ties::keys(compact, (bloc, *member), &scores.members[*member], shared)).collect();
    let levels = order::levels(&totals, &keys);
    let ranks = order::ranks(&levels.of, compact.tie_rank)?;
    let mut standings: Vec<Standing> = whole
        .iter()
        .enumerate()
        .map(|(index, member)| Standing {
            member: *member,
            total: totals[index],
            rank: Some(ranks[index]),
            tie: levels.ties[index],
            class: class(compact, &scores.members[*member]),
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
    }));
    let provisional = scores.mixed || scores.members.iter().any(|member| !member.complete);
    if scoring.term.period == Period::Half {
        unrank(&mut standings);
    }
    Ok(Ranking { bloc, standings, provisional })
}

/// Mid-year there is no order: everybody stands as in scoring.toml.
fn unrank(standings: &mut [Standing]) {
    standings.sort_by_key(|standing| standing.member);
    for standing in standings {
        *standing = Standing { rank: None, tie: TieState::Alone, class: None, ..*standing };
    }
}

fn ranked_total(compact: &Compact, scores: &MemberScores) -> Points {
    if compact.rank_on_full { scores.total.full } else { scores.total.total }
}

/// The first class whose threshold the total reaches, what exceeds the scale not counted.
fn class(compact: &Compact, scores: &MemberScores) -> Option<usize> {
    let capped = scores.total.total.min(compact.scale);
    compact.classes.iter().position(|class| capped >= class.at_least)
}
