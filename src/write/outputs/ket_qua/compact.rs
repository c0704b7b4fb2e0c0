//! In: a compact. Out: its entry in ket-qua.json: everything by which its marks, totals, ranks and classes were made.

use serde_json::{Value as Json, json};

use super::{points, review};
use crate::model::{Class, Combine, Compact, FieldKind, MeanOf, Missing, Node, StagePolicy, TieRank, TieTarget};

/// The compact as meant.
pub(super) fn compact(compact: &Compact) -> Json {
    let stages = compact.stages.iter().map(|stage| json!({ "id": stage.id, "name": stage.name }));
    json!({
        "id": compact.id, "title": compact.title, "scale": points(compact.scale), "sample": compact.sample,
        "stages": stages.collect::<Vec<_>>(),
        "counts": match compact.policy { StagePolicy::Computed => "computed", StagePolicy::Stages => "stages" },
        "rounding": { "criterion": compact.mark_places, "field": compact.field_places, "total": compact.total_places },
        "rescale": compact.rescale,
        "total": node(&compact.root),
        "ranks": match compact.tie_rank { TieRank::Competition => "competition", TieRank::Dense => "dense" },
        "ranks_on": if compact.rank_on_full { "full" } else { "rounded" },
        "break_by": tie_keys(compact),
        "fields": fields(compact),
        "criteria": criteria(compact),
        "classes": compact.classes.iter().map(|own| class(compact, own)).collect::<Vec<_>>(),
    })
}

fn node(node: &Node) -> Json {
    let combine = match node.combine {
        Combine::Sum => "sum",
        Combine::Mean => "mean",
        Combine::Geometric => "geometric",
        Combine::Min => "min",
    };
    let (missing, detail) = match node.missing {
        Missing::Incomplete => ("incomplete", None),
        Missing::Unranked => ("unranked", None),
        Missing::Zero => ("zero", None),
        Missing::Skip(top, bottom) => ("skip", Some(format!("{top}/{bottom}"))),
        Missing::GroupMean(MeanOf::Raw) => ("group-mean", Some("raw".to_owned())),
        Missing::GroupMean(MeanOf::Normalised) => ("group-mean", Some("normalised".to_owned())),
        Missing::GroupMean(MeanOf::Node) => ("group-mean", Some("node".to_owned())),
    };
    json!({ "combine": combine, "missing": missing, "missing_detail": detail, "basis": node.basis })
}

fn fields(compact: &Compact) -> Vec<Json> {
    let own = compact.fields.iter().map(|field| {
        json!({
            "id": field.id, "name": field.name, "parent": field.parent.map(|parent| &compact.fields[parent].id),
            "kind": match field.kind {
                FieldKind::Scale => "scale", FieldKind::Bonus => "bonus", FieldKind::Penalty => "penalty",
            },
            "maximum": points(field.maximum), "minimum": points(field.minimum),
            "weight": field.weight.normalize().to_string(), "node": node(&field.node),
        })
    });
    own.collect()
}

fn criteria(compact: &Compact) -> Vec<Json> {
    let own = compact.criteria.iter().map(|criterion| {
        json!({
            "id": criterion.id, "field": compact.fields[criterion.field].id, "name": criterion.name,
            "unit": criterion.unit, "maximum": points(criterion.maximum),
            "weight": criterion.weight.normalize().to_string(), "rule": criterion.rule.name(),
            "difficulty": criterion.difficulty.map(|most| most.normalize().to_string()),
            "source": criterion.source, "half": review::half(criterion),
        })
    });
    own.collect()
}

fn tie_keys(compact: &Compact) -> Vec<String> {
    let named = compact.tie_keys.iter().map(|key| match key.by.target {
        TieTarget::Nothing => key.by.name.to_owned(),
        TieTarget::Field => format!("{}:{}", key.by.name, compact.fields[key.target].id),
        TieTarget::Criterion => format!("{}:{}", key.by.name, compact.criteria[key.target].id),
    });
    named.collect()
}

fn class(compact: &Compact, class: &Class) -> Json {
    let gate = class.gate.as_ref().map(|gate| {
        json!({
            "criteria": gate.criteria.iter().map(|index| &compact.criteria[*index].id).collect::<Vec<_>>(),
            "met": gate.met, "within": gate.within.map(|share| share.normalize().to_string()),
        })
    });
    json!({ "name": class.name, "at_least": points(class.at_least), "gate": gate })
}
