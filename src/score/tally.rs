//! A bloc's panel and marks in; what is kept of them out, the sums by field from the long table of its marks.

use std::sync::Arc;

use crate::model::{
    BlocPanel, BlocScores, BlocTally, Compact, Counted, Lack, Ledger, LedgerCriterion, LedgerRow, Mark, MarkState,
    MarkTally, MemberPanel, MemberScores, MemberTally, RollUp, Scoring, Status,
};

/// What is kept of a bloc.
///
/// # Errors
/// What polars says, if it refuses the long table.
pub fn tally(bloc: usize, panel: &BlocPanel, scores: &BlocScores, scoring: &Scoring) -> Result<BlocTally, String> {
    let compact = scoring.compact_of(bloc);
    let members = panel.members.iter().zip(&scores.members);
    Ok(BlocTally {
        members: members.map(|(panel, scores)| member(compact, panel, scores)).collect(),
        mixed: scores.mixed,
        given: given(compact, scores),
        fields: fields(bloc, compact, scores).map_err(|error| error.to_string())?,
        review: scores.review.clone().map(Arc::new),
    })
}

fn member(compact: &Compact, panel: &MemberPanel, scores: &MemberScores) -> MemberTally {
    let lacking = scores.marks.iter().enumerate().filter(|(_, mark)| mark.state == MarkState::Missing);
    let missing = lacking.map(|(index, mark)| {
        let inputs = compact.criteria[index].inputs.iter().zip(&panel.rows[index].observed);
        let own = inputs.filter(|(input, _)| input.row.is_empty());
        let own = own.map(|(_, observed)| (observed.status, observed.faulty));
        let observed = own.filter(|said| *said != (Status::Official, false)).collect();
        Lack { criterion: index, because: panel.handed_in.then(|| Arc::clone(&mark.because)), observed }
    });
    MemberTally {
        fields: scores.fields.clone(),
        total: scores.total,
        complete: scores.complete,
        unranked: scores.unranked,
        handed_in: panel.handed_in,
        figures: panel.figures(compact),
        marks: scores.marks.iter().map(mark).collect(),
        missing: missing.collect(),
    }
}

fn mark(mark: &Mark) -> MarkTally {
    let given = matches!(mark.state, MarkState::Given(_));
    MarkTally { needed: mark.state.needed(), given, plan_met: mark.plan_met }
}

/// The marks that count, by who gave them.
fn given(compact: &Compact, scores: &BlocScores) -> Vec<usize> {
    let mut counts = vec![0; compact.stages.len() + 1];
    for mark in scores.members.iter().flat_map(|member| &member.marks) {
        match (mark.state, mark.counted) {
            (MarkState::Given(_), Counted::Computed | Counted::GroupMean) => counts[0] += 1,
            (MarkState::Given(_), Counted::Stage(stage)) => counts[stage + 1] += 1,
            _ => {}
        }
    }
    counts
}

fn fields(bloc: usize, compact: &Compact, scores: &BlocScores) -> polars::prelude::PolarsResult<Vec<RollUp>> {
    let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let criteria = compact.criteria.iter().enumerate().map(|(index, criterion)| {
        let field = number(compact.top_of(criterion.field));
        LedgerCriterion { bloc: number(bloc), criterion: number(index), field }
    });
    let rows = scores.members.iter().enumerate().flat_map(|(member, scores)| {
        scores.marks.iter().enumerate().map(move |(criterion, mark)| LedgerRow {
            bloc: number(bloc),
            member: number(member),
            criterion: number(criterion),
            mark: if let MarkState::Given(points) = mark.state { Some(points) } else { None },
            missing: mark.state == MarkState::Missing,
        })
    });
    Ledger::new(&rows.collect::<Vec<_>>(), &criteria.collect::<Vec<_>>())?.roll_up()
}
