//! In: one member. Out: its entry in ket-qua.json: total, fields, and each mark with its reason, inputs and cells.

use serde_json::{Value as Json, json};

use super::{figures, points, sentence};
use crate::diag::CellRef;
use crate::model::{Column, Datum, Eligibility, Input, MarkState, NodeState, Observed, Results, Source, Status};

/// A member with its total, its fields and every mark.
pub(super) fn member(results: &Results, (bloc, member): (usize, usize)) -> Json {
    let compact = results.scoring.compact_of(bloc);
    let scores = &results.scores.blocs[bloc].members[member];
    let panel = results.panel.blocs[bloc].members.get(member);
    let fields = compact.fields.iter().zip(&scores.fields).map(|(field, total)| {
        let state = match total.state {
            NodeState::Whole => "whole",
            NodeState::Out => "out",
            NodeState::Missing => "missing",
            NodeState::Unranked => "unranked",
        };
        json!({
            "field": field.id, "points": points(total.points), "assigned": points(total.assigned), "state": state,
            "because": total.because.as_ref().map(sentence),
        })
    });
    let total = &scores.total;
    let eligibility = results.proposals.eligibility.get(bloc).and_then(|bloc| bloc.get(member));
    json!({
        "bloc": results.scoring.blocs[bloc].id,
        "name": results.scoring.blocs[bloc].members[member].name,
        "handed_in": panel.is_some_and(|member| member.handed_in),
        "spoiled": panel.is_some_and(|member| member.spoiled),
        "complete": scores.complete, "unranked": scores.unranked,
        "figures": figures(panel.map(|member| member.figures(compact)).unwrap_or_default()),
        "total": {
            "got": points(total.got), "assigned": points(total.assigned), "scaled": points(total.scaled),
            "bonus": points(total.bonus), "penalty": points(total.penalty),
            "total": points(total.total), "full": points(total.full),
            "because": scores.because.as_ref().map(sentence),
        },
        "fields": fields.collect::<Vec<_>>(),
        "eligibility": eligibility.map(|own| match own.state {
            Eligibility::Eligible => "eligible", Eligibility::Deferred => "deferred", Eligibility::Excluded => "excluded",
        }),
        "grounds": eligibility.map(|own| own.grounds.iter().map(sentence).collect::<Vec<_>>()),
        "marks": (0..compact.criteria.len()).map(|index| mark(results, (bloc, member), index)).collect::<Vec<_>>(),
    })
}

fn mark(results: &Results, (bloc, member): (usize, usize), index: usize) -> Json {
    let compact = results.scoring.compact_of(bloc);
    let (criterion, mark) = (&compact.criteria[index], &results.scores.blocs[bloc].members[member].marks[index]);
    let row = results.panel.blocs[bloc].members.get(member).and_then(|member| member.rows.get(index));
    let counts = if let MarkState::Given(given) = mark.state { Some(points(given)) } else { None };
    let inputs = criterion.inputs.iter().enumerate();
    let stages = row.into_iter().flat_map(|row| &row.marks).map(|given| {
        json!({
            "stage": compact.stages.get(given.stage).map(|stage| &stage.id), "mark": points(given.points),
            "source": source(&given.source),
        })
    });
    json!({
        "criterion": criterion.id, "state": mark.state.name(), "mark": counts, "counted": mark.counted.name(compact),
        "computed": mark.computed.map(points),
        "because": sentence(&mark.because),
        "plan_met": mark.plan_met,
        "inputs": inputs.map(|(at, given)| input(given, row.and_then(|row| row.observed.get(at)))).collect::<Vec<_>>(),
        "stages": stages.collect::<Vec<_>>(), "mark_faulty": row.is_some_and(|row| row.mark_faulty),
        "evidence": row.map(|row| row.evidence.as_str()).filter(|evidence| !evidence.is_empty()),
    })
}

fn input(input: &Input, observed: Option<&Observed>) -> Json {
    let (kind, value) = observed.map_or(&Datum::Missing, |observed| &observed.datum).recorded();
    let status = observed.map_or(Status::Official, |observed| observed.status);
    json!({
        "row": input.row,
        "column": match input.column { Column::Plan => "plan", Column::Actual => "actual" },
        "kind": kind, "value": value,
        "status": status.name(),
        "faulty": observed.is_some_and(|observed| observed.faulty),
        "source": observed.and_then(|observed| observed.source.as_ref()).map(source),
    })
}

fn source(source: &Source) -> Json {
    let mut at = cell(&source.cell);
    at["raw"] = source.raw.as_str().into();
    at
}

/// Where something stands.
pub(super) fn cell(cell: &CellRef) -> Json {
    json!({ "file": cell.sheet.file, "sheet": cell.sheet.sheet, "cell": cell.address() })
}
