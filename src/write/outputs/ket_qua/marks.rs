//! In: one member. Out: its entry in ket-qua.json: total, fields, and each mark with its reason, inputs and cells.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{figures, points, sentence};
use crate::diag::{CellRef, Lang, Sentence};
use crate::model::{Column, Datum, Eligibility, Input, MarkState, NodeState, Observed, Source, Status};
use crate::write::view::View;

/// A member with its total, its fields and every mark; the marks are most of the file, and written without a tree.
#[derive(Serialize)]
pub(super) struct Member<'a> {
    #[serde(flatten)]
    own: Json,
    marks: Vec<Mark<'a>>,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the names are the keys of the file")]
struct Mark<'a> {
    criterion: &'a str,
    state: &'a str,
    mark: Option<String>,
    counted: Option<&'a str>,
    computed: Option<String>,
    because: Said,
    plan_met: Option<bool>,
    inputs: Vec<Taken<'a>>,
    stages: Vec<StageMark<'a>>,
    mark_faulty: bool,
    evidence: Option<&'a str>,
}

/// A sentence in both languages.
#[derive(Serialize)]
struct Said {
    vi: String,
    en: String,
}

/// What was taken for an input.
#[derive(Serialize)]
struct Taken<'a> {
    row: &'a str,
    column: &'a str,
    kind: &'a str,
    value: Option<String>,
    status: &'a str,
    faulty: bool,
    source: Option<Origin<'a>>,
}

/// A mark of a person.
#[derive(Serialize)]
struct StageMark<'a> {
    stage: Option<&'a str>,
    mark: String,
    source: Origin<'a>,
}

/// A cell, and what was written in it.
#[derive(Serialize)]
struct Origin<'a> {
    file: &'a str,
    sheet: &'a str,
    cell: String,
    raw: &'a str,
}

/// The entry of a member.
pub(super) fn member(view: View<'_>, member: usize) -> Member<'_> {
    let (compact, scores, panel) = (view.compact(), view.member(member), view.panel().members.get(member));
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
    let eligibility = view.results.proposals.eligibility.get(view.index).and_then(|bloc| bloc.get(member));
    let own = json!({
        "bloc": view.bloc().id,
        "name": view.name(member),
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
    });
    Member { own, marks: (0..compact.criteria.len()).map(|index| mark(view, member, index)).collect() }
}

fn mark(view: View<'_>, member: usize, index: usize) -> Mark<'_> {
    let compact = view.compact();
    let (criterion, mark) = (&compact.criteria[index], &view.member(member).marks[index]);
    let row = view.panel().members.get(member).and_then(|member| member.rows.get(index));
    let counts = if let MarkState::Given(given) = mark.state { Some(points(given)) } else { None };
    let inputs = criterion.inputs.iter().enumerate();
    let stages = row.into_iter().flat_map(|row| &row.marks).map(|given| StageMark {
        stage: compact.stages.get(given.stage).map(|stage| stage.id.as_str()),
        mark: points(given.points),
        source: source(&given.source),
    });
    Mark {
        criterion: &criterion.id,
        state: mark.state.name(),
        mark: counts,
        counted: mark.counted.name(compact),
        computed: mark.computed.map(points),
        because: said(&mark.because),
        plan_met: mark.plan_met,
        inputs: inputs.map(|(at, given)| taken(given, row.and_then(|row| row.observed.get(at)))).collect(),
        stages: stages.collect(),
        mark_faulty: row.is_some_and(|row| row.mark_faulty),
        evidence: row.map(|row| row.evidence.as_str()).filter(|evidence| !evidence.is_empty()),
    }
}

fn taken<'a>(input: &'a Input, observed: Option<&'a Observed>) -> Taken<'a> {
    let (kind, value) = observed.map_or(&Datum::Missing, |observed| &observed.datum).recorded();
    Taken {
        row: &input.row,
        column: match input.column {
            Column::Plan => "plan",
            Column::Actual => "actual",
        },
        kind,
        value,
        status: observed.map_or(Status::Official, |observed| observed.status).name(),
        faulty: observed.is_some_and(|observed| observed.faulty),
        source: observed.and_then(|observed| observed.source.as_ref()).map(source),
    }
}

fn source(source: &Source) -> Origin<'_> {
    let CellRef { sheet, .. } = &source.cell;
    Origin { file: &sheet.file, sheet: &sheet.sheet, cell: source.cell.address(), raw: &source.raw }
}

fn said(sentence: &Sentence) -> Said {
    Said { vi: sentence(Lang::Vi), en: sentence(Lang::En) }
}

/// Where something stands.
pub(super) fn cell(cell: &CellRef) -> Json {
    json!({ "file": cell.sheet.file, "sheet": cell.sheet.sheet, "cell": cell.address() })
}
