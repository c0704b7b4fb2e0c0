//! A compact's tree: its fields, how each is made of its parts, what happens where a part is missing, and maxima that
//! add up.

use rust_decimal::Decimal;

use super::super::file::{self, At, Number};
use super::Checker;
use crate::diag::Fault;
use crate::model::{Combine, Compact, Field, FieldKind, MeanOf, Missing, Node, Points, divide, fraction};
use crate::wording::config as words;

/// The most points any maximum may be.
const MOST: i64 = 1_000_000;

/// Points within the range of a scale, or a fault.
pub fn points(at: &At<Number>, checker: &mut Checker) -> Points {
    let value = at.get().0;
    if value.abs() > Decimal::from(MOST) {
        checker.bad(at, words::SCALE_RANGE);
        return Points::ZERO;
    }
    Points::rounded(value, None).unwrap_or_default()
}

/// A part of one, from a fraction in text.
pub fn part(at: &At<String>, checker: &mut Checker) -> Option<Decimal> {
    let share = fraction(at.get()).and_then(|(top, bottom)| divide(top, bottom));
    let share = share.filter(|share| (Decimal::ZERO..=Decimal::ONE).contains(share));
    if share.is_none() {
        checker.bad(at, words::A_PART);
    }
    share
}

/// A weight, 1 where none is written.
pub fn weight(at: Option<&At<Number>>, checker: &mut Checker) -> Decimal {
    let Some(at) = at else { return Decimal::ONE };
    if at.get().0 <= Decimal::ZERO || at.get().0 > Decimal::from(MOST) {
        checker.bad(at, words::A_WEIGHT);
        return Decimal::ONE;
    }
    at.get().0
}

/// How the total is made.
pub fn root(written: &file::Compact, checker: &mut Checker) -> Node {
    node(written.combine.as_ref(), written.missing.as_ref(), None, checker)
}

/// The fields; none where one stands below itself.
pub fn fields(written: &file::Compact, root: &Node, checker: &mut Checker) -> Option<Vec<Field>> {
    let ids: Vec<_> = written.field.iter().map(|field| field.id.get().as_str()).collect();
    let mut fields = Vec::new();
    for entry in &written.field {
        let parent = entry.parent.as_ref().and_then(|parent| checker.refer(parent, &ids));
        fields.push(field(entry, parent, checker));
    }
    for (index, entry) in written.field.iter().enumerate() {
        if let Some(chain) = cycle(&fields, index) {
            checker.fault(Fault::FieldCycle { chain }, entry.id.span(), entry.id.get());
            return None;
        }
    }
    let plain = Node::default();
    for index in shallowest_first(&fields) {
        let (entry, kind) = (&written.field[index], fields[index].kind);
        let above = match fields[index].parent {
            Some(parent) => fields[parent].node.clone(),
            None if kind == FieldKind::Scale => root.clone(),
            None => plain.clone(),
        };
        fields[index].node = node(entry.combine.as_ref(), entry.missing.as_ref(), Some(&above), checker);
        if let Some(combine) = entry.combine.as_ref().filter(|_| kind != FieldKind::Scale) {
            checker.bad(combine, words::SUM_OUTSIDE_THE_SCALE);
        }
    }
    Some(fields)
}

fn field(entry: &file::Field, parent: Option<usize>, checker: &mut Checker) -> Field {
    let kinds = [("scale", FieldKind::Scale), ("bonus", FieldKind::Bonus), ("penalty", FieldKind::Penalty)];
    let kind = entry.kind.as_ref().map_or(Some(FieldKind::Scale), |kind| checker.word(kind, &kinds, words::FIELD_KIND));
    let maximum = points(&entry.maximum, checker);
    let minimum = entry.minimum.as_ref().map_or(Points::ZERO, |minimum| points(minimum, checker));
    let penalty = kind == Some(FieldKind::Penalty);
    if penalty != (minimum < Points::ZERO) || penalty != (maximum == Points::ZERO) {
        checker.bad(&entry.maximum, if penalty { words::PENALTY_FIELD } else { words::POSITIVE });
    }
    Field {
        id: entry.id.get().clone(),
        name: entry.name.clone(),
        parent,
        kind: kind.unwrap_or(FieldKind::Scale),
        maximum,
        minimum,
        weight: weight(entry.weight.as_ref(), checker),
        node: Node::default(),
    }
}

fn node(
    combine: Option<&At<String>>,
    missing: Option<&file::Missing>,
    above: Option<&Node>,
    checker: &mut Checker,
) -> Node {
    let ways =
        [("sum", Combine::Sum), ("mean", Combine::Mean), ("geometric", Combine::Geometric), ("min", Combine::Min)];
    let combine = combine.and_then(|word| checker.word(word, &ways, words::COMBINE)).unwrap_or_default();
    match (missing, above) {
        (Some(written), _) => Node { combine, missing: policy(written, checker), basis: written.basis.clone() },
        (None, Some(above)) => Node { combine, ..above.clone() },
        (None, None) => Node { combine, ..Node::default() },
    }
}

fn policy(written: &file::Missing, checker: &mut Checker) -> Missing {
    let means = [("raw", MeanOf::Raw), ("normalised", MeanOf::Normalised), ("node", MeanOf::Node)];
    let word = written.treat.get().as_str();
    for (key, needed) in [(&written.available, "skip"), (&written.of, "group-mean")] {
        if key.is_some() != (word == needed) {
            checker.bad(&written.treat, words::TREAT_KEYS);
        }
    }
    match word {
        "incomplete" => Missing::Incomplete,
        "unranked" => Missing::Unranked,
        "zero" => {
            if written.basis.trim().is_empty() {
                checker.bad(&written.treat, words::ZERO_BASIS);
            }
            Missing::Zero
        }
        "skip" => {
            let floor = written.available.as_ref().and_then(|at| part(at, checker).and(fraction(at.get())));
            floor.map_or(Missing::Incomplete, |(top, bottom)| Missing::Skip(top, bottom))
        }
        "group-mean" => {
            let of = written.of.as_ref().and_then(|word| checker.word(word, &means, words::MEAN_OF));
            Missing::GroupMean(of.unwrap_or(MeanOf::Normalised))
        }
        _ => {
            checker.bad(&written.treat, words::TREAT);
            Missing::Incomplete
        }
    }
}

fn shallowest_first(fields: &[Field]) -> Vec<usize> {
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(parent) = fields[at].parent {
            (at, depth) = (parent, depth + 1);
        }
        depth
    };
    let mut order: Vec<_> = (0..fields.len()).collect();
    order.sort_by_key(|index| depth(*index));
    order
}

fn cycle(fields: &[Field], start: usize) -> Option<Vec<String>> {
    let mut chain = vec![fields[start].id.clone()];
    let mut at = start;
    while let Some(parent) = fields[at].parent {
        chain.push(fields[parent].id.clone());
        if parent == start {
            return Some(chain);
        }
        if chain.len() > fields.len() {
            return None;
        }
        at = parent;
    }
    None
}

/// Sums equal the sum of their parts; caps do not exceed what is under them; no node is empty.
pub fn sums(written: &file::Compact, compact: &Compact, checker: &mut Checker) {
    for (index, field) in compact.fields.iter().enumerate() {
        let groups = || compact.fields.iter().filter(|child| child.parent == Some(index));
        let own = || compact.criteria.iter().filter(|criterion| criterion.field == index);
        if groups().next().is_none() && own().next().is_none() {
            checker.bad(&written.field[index].id, words::EMPTY_FIELD);
            continue;
        }
        let (stated, sum): (Points, Points) = if field.kind == FieldKind::Penalty {
            let lowest = own().map(|own| Points::rounded(own.kernel.lowest(), None).unwrap_or_default());
            (field.minimum, groups().map(|group| group.minimum).chain(lowest).sum())
        } else {
            (field.maximum, groups().map(|group| group.maximum).chain(own().map(|own| own.maximum)).sum())
        };
        let agrees = match field.kind {
            FieldKind::Scale => stated == sum || field.node.combine != Combine::Sum,
            FieldKind::Bonus => stated <= sum,
            FieldKind::Penalty => stated >= sum,
        };
        if !agrees {
            does_not_add_up(&field.id, stated, sum, &written.field[index].maximum, checker);
        }
    }
    let whole = compact.top_fields().filter(|index| compact.fields[*index].kind == FieldKind::Scale);
    let sum = whole.map(|index| compact.fields[index].maximum).sum();
    if compact.scale != sum && compact.root.combine == Combine::Sum {
        does_not_add_up(&compact.id, compact.scale, sum, &written.scale, checker);
    }
}

fn does_not_add_up(node: &str, stated: Points, sum: Points, at: &At<Number>, checker: &mut Checker) {
    let fault = Fault::MaximaDoNotAddUp {
        node: node.to_owned(),
        stated: stated.decimal().to_string(),
        sum: sum.decimal().to_string(),
    };
    checker.fault(fault, at.span(), &at.get().to_string());
}
