//! Changes in; one JSON object out, in words that no language changes.

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use crate::compare::{BlocChange, Cause, Changes, CriterionChange, MemberChange, Offer, Part, Place};
use crate::diag::{CellRef, Lang};
use crate::model::{Column, Datum, Figures, Observed, Points, SharedState, StageMark, Value};
use crate::record::Earlier;

/// The whole comparison.
pub fn report(earlier: &Earlier, changes: &Changes) -> Json {
    let proposals = changes.proposals.iter().map(|change| {
        json!({
            "award": change.award, "bloc": change.bloc, "member": change.member,
            "before": offer(change.before), "after": offer(change.after), "by": causes(&change.by),
        })
    });
    let sheets = changes
        .sheets
        .iter()
        .map(|change| json!({ "sheet": change.sheet, "before": state(change.before), "after": state(change.after) }));
    json!({
        "equal": changes.none(), "earlier": earlier.path, "earlier_year": earlier.record.year,
        "earlier_as_of": earlier.record.as_of.to_string(),
        "scoring_changed": changes.other_scoring, "scored_otherwise_by_this_program": changes.by_program(),
        "blocs": changes.blocs.iter().map(bloc).collect::<Vec<_>>(),
        "sheets": sheets.collect::<Vec<_>>(), "proposals": proposals.collect::<Vec<_>>(),
    })
}

fn bloc(bloc: &BlocChange) -> Json {
    json!({
        "id": bloc.id, "figures": { "before": bloc.figures.0.map(figures), "after": bloc.figures.1.map(figures) },
        "members": bloc.members.iter().map(member).collect::<Vec<_>>(),
    })
}

fn figures(figures: Figures) -> Json {
    json!({ "values": figures.values, "estimates": figures.estimates, "forecasts": figures.forecasts })
}

fn member(member: &MemberChange) -> Json {
    let sheets = member.sheets.iter().map(|change| {
        let said = |list: &[crate::diag::Sentence]| -> Vec<Json> {
            list.iter().map(|one| json!({ "vi": one(Lang::Vi), "en": one(Lang::En) })).collect()
        };
        json!({ "sheet": change.sheet, "before": said(&change.before), "after": said(&change.after) })
    });
    json!({
        "name": member.name, "earlier_name": member.earlier_name,
        "before": member.before.as_ref().map(place), "after": member.after.as_ref().map(place),
        "rank_by": causes(&member.rank_by), "parts": parts(&member.parts),
        "criteria": member.criteria.iter().map(criterion).collect::<Vec<_>>(), "sheets": sheets.collect::<Vec<_>>(),
    })
}

fn place(place: &Place) -> Json {
    json!({ "total": place.total.map(points), "rank": place.rank, "class": place.class })
}

fn criterion(criterion: &CriterionChange) -> Json {
    let values = criterion.figures.iter().map(|change| {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let difference = before.zip(after).and_then(|(before, after)| difference(before, after));
        json!({
            "row": change.input.row,
            "column": match change.input.column { Column::Plan => "plan", Column::Actual => "actual" },
            "before": before.map(observed), "after": after.map(observed),
            "difference": difference.map(|difference| difference.normalize().to_string()),
        })
    });
    let stages = criterion.stages.iter().map(|change| {
        let mark = |given: &StageMark| json!({ "mark": points(given.points), "source": cell(&given.source.cell) });
        json!({
            "stage": change.stage.id, "before": change.before.as_ref().map(mark), "after": change.after.as_ref().map(mark),
        })
    });
    json!({
        "criterion": criterion.id, "before": criterion.before.map(points), "after": criterion.after.map(points),
        "parts": parts(&criterion.parts), "values": values.collect::<Vec<_>>(), "stages": stages.collect::<Vec<_>>(),
        "by_other_members": criterion.by_others, "inseparable": criterion.inseparable,
    })
}

fn parts(parts: &[Part]) -> Vec<Json> {
    let all = parts.iter().map(|part| {
        json!({
            "by": causes(&part.causes), "from": part.from.map(points), "to": part.to.map(points),
            "points": part.points().map(points),
        })
    });
    all.collect()
}

fn observed(observed: &Observed) -> Json {
    let (kind, value) = observed.datum.recorded();
    json!({
        "kind": kind, "value": value, "faulty": observed.faulty,
        "status": observed.status.name(),
        "source": observed.source.as_ref().map(|source| cell(&source.cell)),
    })
}

/// The difference of two values, where both are numbers.
pub fn difference(before: &Observed, after: &Observed) -> Option<Decimal> {
    match (&before.datum, &after.datum) {
        (Datum::Known(Value::Number(before)), Datum::Known(Value::Number(after))) => after.checked_sub(*before),
        _ => None,
    }
}

fn cell(cell: &CellRef) -> Json {
    json!({ "file": cell.sheet.file, "sheet": cell.sheet.sheet, "cell": cell.address() })
}

fn points(points: Points) -> String {
    points.decimal().to_string()
}

fn causes(causes: &[Cause]) -> Vec<&'static str> {
    let name = |cause: &Cause| match cause {
        Cause::Program => "program",
        Cause::Data => "data",
        Cause::Stages => "stages",
        Cause::Compact => "compact",
    };
    causes.iter().map(name).collect()
}

fn offer(offer: Offer) -> &'static str {
    match offer {
        Offer::No => "no",
        Offer::Tied => "tied",
        Offer::Conditional => "conditional",
        Offer::Yes => "yes",
    }
}

fn state(state: SharedState) -> &'static str {
    match state {
        SharedState::NotExpected => "not-expected",
        SharedState::Present => "present",
        SharedState::Unreliable => "unreliable",
    }
}
