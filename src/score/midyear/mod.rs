//! At mid-year: the panel and the marks of a bloc in; every plan of the year against six months, what is behind and what
//! is weakest, per member and for the bloc, out. It marks nothing.

mod line;
mod weakest;

use rust_decimal::Decimal;

use super::figures::figures;
use crate::model::{
    BlocLine, BlocPanel, BlocReview, Compact, Criterion, Evidence, FieldKind, Half, Mark, MarkState, MemberReview,
    MemberScores, PanelRow, PlanLine, Prospect, Scoring, Weak, ratio,
};
use line::line;
use weakest::weakest;

/// Reviews a bloc.
pub fn review(bloc: usize, scores: &[MemberScores], panel: &BlocPanel, scoring: &Scoring, half: &Half) -> BlocReview {
    let compact = scoring.compact_of(bloc);
    let mut lines: Vec<Vec<PlanLine>> = vec![Vec::new(); scores.len()];
    for index in 0..compact.criteria.len() {
        for (lines, found) in lines.iter_mut().zip(of_criterion(bloc, index, panel, scoring)) {
            lines.extend(found);
        }
    }
    let members: Vec<MemberReview> =
        lines.into_iter().zip(scores).map(|(lines, scores)| member(compact, lines, &scores.marks, half)).collect();
    let lines = across(&members);
    let at_risk = (0..lines.len()).filter(|line| !lines[*line].behind.is_empty()).collect();
    let means = lines.iter().enumerate().filter_map(|(index, line)| Some((index, line.mean?))).collect();
    let (weakest, weakest_marks) = (weakest(means, half.weakest), mean_marks(compact, scores, half.weakest));
    BlocReview { members, lines, at_risk, weakest, weakest_marks }
}

/// The plans of one criterion, for every member.
fn of_criterion(bloc: usize, index: usize, panel: &BlocPanel, scoring: &Scoring) -> Vec<Vec<PlanLine>> {
    let compact = scoring.compact_of(bloc);
    let criterion = &compact.criteria[index];
    let rows: Vec<&PanelRow> = panel.members.iter().map(|member| &member.rows[index]).collect();
    let planned = criterion.planned();
    if planned.is_empty() {
        return vec![Vec::new(); rows.len()];
    }
    let found = figures(compact, index, &rows, &scoring.blocs[bloc].groups());
    let own = found.into_iter().map(|own| {
        // a group's mean in the place of what a member has not handed in is no figure of its own
        let seen = if own.filled.is_some() { Evidence::default() } else { own.seen.unwrap_or_default() };
        let given = if own.filled.is_some() { Evidence::default() } else { own.given };
        planned.iter().map(|(row, kernel)| line((index, criterion), (row, *kernel), &given, &seen)).collect()
    });
    own.collect()
}

fn member(compact: &Compact, lines: Vec<PlanLine>, marks: &[Mark], half: &Half) -> MemberReview {
    let mut at_risk: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].prospect.behind()).collect();
    at_risk.sort_by_key(|index| (std::cmp::Reverse(lines[*index].prospect), *index));
    let reached = lines.iter().enumerate().filter(|(_, line)| !line.limit && line.prospect != Prospect::NotYet);
    let weak = weakest(reached.filter_map(|(index, line)| Some((index, line.of_plan?))).collect(), half.weakest);
    let shares = (0..marks.len()).filter_map(|index| Some((index, of_maximum(compact, index, &marks[index])?)));
    let weakest_marks = weakest(shares.collect(), half.weakest);
    MemberReview { lines, at_risk, weakest: weak, weakest_marks }
}

/// The part of its maximum that a criterion of the scale without a plan in numbers has.
fn of_maximum(compact: &Compact, index: usize, mark: &Mark) -> Option<Decimal> {
    let criterion: &Criterion = &compact.criteria[index];
    let of_scale = compact.fields[compact.top_of(criterion.field)].kind == FieldKind::Scale;
    let MarkState::Given(points) = mark.state else { return None };
    let counts = of_scale && criterion.planned().is_empty();
    ratio(points.decimal(), criterion.maximum.decimal()).filter(|_| counts)
}

fn mean_marks(compact: &Compact, scores: &[MemberScores], count: usize) -> Vec<Weak> {
    let means = (0..compact.criteria.len()).filter_map(|index| {
        let shares = scores.iter().filter_map(|member| of_maximum(compact, index, &member.marks[index]));
        Some((index, mean(&shares.collect::<Vec<_>>())?))
    });
    weakest(means.collect(), count)
}

/// Every plan over the members: all have the same lines.
fn across(members: &[MemberReview]) -> Vec<BlocLine> {
    let first = members.first().map(|member| member.lines.as_slice()).unwrap_or_default();
    let over = |(index, line): (usize, &PlanLine)| {
        let lines: Vec<&PlanLine> = members.iter().filter_map(|member| member.lines.get(index)).collect();
        let mut counts = [0; 5];
        let mut behind = Vec::new();
        for (member, line) in lines.iter().enumerate() {
            counts[line.prospect.index()] += 1;
            if line.prospect.behind() {
                behind.push((member, line.prospect));
            }
        }
        behind.sort_by_key(|(member, prospect)| (std::cmp::Reverse(*prospect), *member));
        let told = lines.iter().filter(|line| !line.limit && line.prospect != Prospect::NotYet);
        let parts: Vec<Decimal> = told.filter_map(|line| line.of_plan.map(|part| part.min(Decimal::ONE))).collect();
        let (criterion, row) = (line.criterion, line.row.clone());
        BlocLine { criterion, row, counts, behind, mean: mean(&parts), members: parts.len() }
    };
    first.iter().enumerate().map(over).collect()
}

fn mean(parts: &[Decimal]) -> Option<Decimal> {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
    ratio(sum, parts.len().into())
}
