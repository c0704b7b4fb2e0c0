//! The marks of one member in; field totals under their caps, and the grand total, out.
//!
//! total = scale + bonus + penalty; where criteria were not assigned and the compact says so, the scale part is
//! got · scale / assigned (domain: 312 of 340 assigned points → 917.65 on 1,000).

use crate::model::{Compact, FieldKind, FieldTotal, Mark, MarkState, Points, Total, share};

/// Field totals in the order of the compact's fields, and the total.
pub fn totals(compact: &Compact, marks: &[Mark]) -> (Vec<FieldTotal>, Total) {
    let mut fields = vec![FieldTotal::default(); compact.fields.len()];
    for (criterion, mark) in compact.criteria.iter().zip(marks) {
        let field = &mut fields[criterion.field];
        match mark.state {
            MarkState::Given(points) => field.points = field.points + points,
            MarkState::Missing => {}
            MarkState::Out => continue,
        }
        field.assigned = field.assigned + criterion.maximum;
    }
    for index in deepest_first(compact) {
        let field = &compact.fields[index];
        let capped = match field.kind {
            FieldKind::Scale => fields[index].points,
            FieldKind::Bonus => fields[index].points.min(field.maximum),
            FieldKind::Penalty => fields[index].points.max(field.minimum),
        };
        fields[index].points = capped;
        if let Some(parent) = field.parent {
            fields[parent].points = fields[parent].points + capped;
            fields[parent].assigned = fields[parent].assigned + fields[index].assigned;
        }
    }
    let total = total(compact, &fields);
    (fields, total)
}

fn deepest_first(compact: &Compact) -> Vec<usize> {
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(parent) = compact.fields[at].parent {
            (at, depth) = (parent, depth + 1);
        }
        depth
    };
    let mut order: Vec<_> = (0..compact.fields.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(depth(*index)));
    order
}

fn total(compact: &Compact, fields: &[FieldTotal]) -> Total {
    let of = |kind: FieldKind| {
        let tops = compact.top_fields().filter(move |index| compact.fields[*index].kind == kind);
        tops.map(|index| fields[index])
    };
    let got: Points = of(FieldKind::Scale).map(|field| field.points).sum();
    let assigned: Points = of(FieldKind::Scale).map(|field| field.assigned).sum();
    let bonus: Points = of(FieldKind::Bonus).map(|field| field.points).sum();
    let penalty: Points = of(FieldKind::Penalty).map(|field| field.points).sum();
    let rescaled = |places: Option<u32>| {
        let whole = compact.rescale && assigned < compact.scale && assigned > Points::ZERO;
        let brought = whole.then(|| share(compact.scale.decimal(), got.decimal(), assigned.decimal())).flatten();
        brought.and_then(|value| Points::rounded(value, places)).unwrap_or(got)
    };
    let scaled = rescaled(compact.total_places);
    let total = Points::rounded((scaled + bonus + penalty).decimal(), compact.total_places).unwrap_or_default();
    Total { got, assigned, scaled, bonus, penalty, total, full: rescaled(None) + bonus + penalty }
}
