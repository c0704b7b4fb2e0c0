//! In: the mid-year review of one bloc. Out: its entry in ket-qua.json: every plan of every member, what is behind, what
//! is weakest; and how a criterion is reviewed.

use serde_json::{Value as Json, json};

use super::sentence;
use crate::model::{BlocLine, Criterion, HalfPlan, HalfYear, MemberReview, PlanLine, Prospect, Weak};
use crate::write::midyear::{Midyear, key};

/// How a criterion is reviewed; null at the year's end.
pub(super) fn half(criterion: &Criterion) -> Option<Json> {
    criterion.half.as_ref().map(levels)
}

fn levels(half: &HalfYear) -> Json {
    json!({
        "plans": match half.plan { HalfPlan::Annual => "annual", HalfPlan::Share => "share", HalfPlan::Later => "later" },
        "share": half.share.text, "on_course": number(half.on_course), "at_risk": number(half.at_risk),
    })
}

/// The review of a bloc.
pub(super) fn review(midyear: Midyear) -> Json {
    let review = midyear.review;
    let members = review.members.iter().enumerate().map(|(index, own)| member(midyear, index, own));
    json!({
        "bloc": midyear.view.bloc().id, "usual": levels(&midyear.half.usual), "named": midyear.half.weakest,
        "members": members.collect::<Vec<_>>(),
        "plans": review.lines.iter().map(|line| bloc_line(midyear, line)).collect::<Vec<_>>(),
        "behind": codes(midyear, review.at_risk.iter().map(|index| &review.lines[*index]).map(|line| (line.criterion, line.row.as_str()))),
        "weakest": weak(&review.weakest, |index| (review.lines[index].criterion, review.lines[index].row.as_str()), midyear),
        "weakest_marks": weak(&review.weakest_marks, |index| (index, ""), midyear),
    })
}

fn member(midyear: Midyear, index: usize, review: &MemberReview) -> Json {
    let lines = &review.lines;
    json!({
        "member": midyear.view.name(index),
        "plans": lines.iter().map(|own| line(midyear, own)).collect::<Vec<_>>(),
        "behind": codes(midyear, review.at_risk.iter().map(|index| (lines[*index].criterion, lines[*index].row.as_str()))),
        "weakest": weak(&review.weakest, |index| (lines[index].criterion, lines[index].row.as_str()), midyear),
        "weakest_marks": weak(&review.weakest_marks, |index| (index, ""), midyear),
    })
}

fn line(midyear: Midyear, line: &PlanLine) -> Json {
    json!({
        "criterion": midyear.criterion(line.criterion).id, "row": line.row,
        "plan": line.plan.map(number), "due": line.due.map(number), "actual": line.actual.map(number),
        "of_plan": line.of_plan.map(number), "limit": line.limit,
        "previous": line.previous.map(number), "of_previous": line.on_previous.map(number),
        "prospect": key(line.prospect), "because": sentence(&line.because),
    })
}

fn bloc_line(midyear: Midyear, line: &BlocLine) -> Json {
    let counts = Prospect::ALL.map(|prospect| (key(prospect).to_owned(), json!(line.counts[prospect.index()])));
    let behind = line
        .behind
        .iter()
        .map(|(member, prospect)| json!({ "member": midyear.view.name(*member), "prospect": key(*prospect) }));
    json!({
        "criterion": midyear.criterion(line.criterion).id, "row": line.row,
        "counts": counts.into_iter().collect::<serde_json::Map<_, _>>(),
        "behind": behind.collect::<Vec<_>>(), "mean": line.mean.map(number), "members": line.members,
    })
}

fn codes<'a>(midyear: Midyear, of: impl Iterator<Item = (usize, &'a str)>) -> Vec<String> {
    of.map(|of| midyear.code(of)).collect()
}

fn weak<'a>(weakest: &[Weak], of: impl Fn(usize) -> (usize, &'a str), midyear: Midyear) -> Vec<Json> {
    let entry = |weak: &Weak| json!({ "place": weak.place, "criterion": midyear.code(of(weak.index)), "reached": number(weak.reached) });
    weakest.iter().map(entry).collect()
}

fn number(number: rust_decimal::Decimal) -> String {
    number.normalize().to_string()
}
