//! The parts of a table and its totals in; every node's points, and what does not add up, out.

use rust_decimal::Decimal;

use super::clause::clauses;
use super::outside::Outside;
use super::points::Stated;
use super::rows::{Row, Total};
use super::tree::{Node, Part};
use crate::diag::{Diagnostic, Fault, Place};
use crate::wording::draft as words;
use crate::wording::guide::Says;

/// Gives every node its points; remarks about totals are returned.
pub fn settled(parts: &mut [Part], totals: &[Total], notes: &mut Vec<Diagnostic>) -> Vec<String> {
    let said: Vec<Decimal> = parts.iter().map(|part| part.node.said().abs()).collect();
    for part in parts.iter_mut() {
        match part.outside {
            None => on_the_scale(&mut part.node, notes),
            Some(outside) => beside_it(&mut part.node, outside, None, notes),
        }
    }
    (1..=totals.len()).filter_map(|count| total(parts, &said, &totals[..count], notes)).collect()
}

fn on_the_scale(node: &mut Node, notes: &mut Vec<Diagnostic>) {
    if node.children.is_empty() {
        if points_of(&node.row).is_none_or(|points| points <= Decimal::ZERO) {
            missing(&mut node.row, notes);
        }
        return;
    }
    let stated = points_of(&node.row);
    let said: Decimal = node.children.iter().map(Node::said).sum();
    let lacking =
        |child: &Node| child.children.is_empty() && points_of(&child.row).is_none_or(|own| own <= Decimal::ZERO);
    let alone = node.children.iter().filter(|child| lacking(child)).count() == 1;
    let rest = stated.map(|stated| stated - node.sum()).filter(|rest| *rest > Decimal::ZERO && alone);
    for child in &mut node.children {
        match rest {
            Some(rest) if lacking(child) => {
                fault_of(&child.row, notes);
                let remark = words::rest_of_field(&child.row.points_at.address());
                child.row.remarks.push(remark);
                child.row.stated = Stated::Points(rest);
            }
            _ => on_the_scale(child, notes),
        }
    }
    let sum = node.sum();
    match stated {
        Some(stated) if stated == said && stated != sum => {
            let cell = node.row.points_at.address();
            node.row.remarks.push(words::sum_follows(stated, sum, &cell));
        }
        Some(stated) if stated != sum => differs(&mut node.row, stated, sum, notes),
        _ => {}
    }
    node.row.stated = Stated::Points(sum);
}

/// Points beyond the scale: a heading may limit them; what is taken off counts without its sign.
fn beside_it(node: &mut Node, outside: Outside, cap: Option<Decimal>, notes: &mut Vec<Diagnostic>) {
    let own = points_of(&node.row).map(|points| points.abs()).filter(|points| !points.is_zero());
    let said = own.or(node.row.limit).or_else(|| most_in(&node.row.guide));
    if node.children.is_empty() {
        let points = said.unwrap_or_else(|| {
            missing(&mut node.row, notes);
            let taken = if outside == Outside::Penalty { Decimal::ONE } else { Decimal::ZERO };
            cap.unwrap_or(taken)
        });
        node.row.stated = Stated::Points(points);
        return;
    }
    for child in &mut node.children {
        beside_it(child, outside, said.or(cap), notes);
    }
    let sum = node.children.iter().filter_map(|child| points_of(&child.row)).sum::<Decimal>();
    if let Some(said) = said.filter(|said| *said > sum) {
        differs(&mut node.row, said, sum, notes);
    }
    node.row.stated = Stated::Points(said.map_or(sum, |said| said.min(sum)));
}

/// The points of a row, where they are a number.
pub fn points_of(row: &Row) -> Option<Decimal> {
    match row.stated {
        Stated::Points(points) => Some(points),
        _ => None,
    }
}

/// The most that a wording says.
fn most_in(guide: &str) -> Option<Decimal> {
    let clauses = clauses(guide).ok()?;
    clauses.iter().find(|clause| clause.says == Says::AtMost)?.points()
}

fn fault_of(row: &Row, notes: &mut Vec<Diagnostic>) {
    let found = match &row.stated {
        Stated::Unclear(text) => text.clone(),
        Stated::Points(points) => points.to_string(),
        Stated::Blank => String::new(),
    };
    let fault = Fault::TableMaximumMissing { name: row.name.clone() };
    notes.push(Diagnostic::new(fault, Place::Cell(row.points_at.clone())).found(found));
}

fn missing(row: &mut Row, notes: &mut Vec<Diagnostic>) {
    fault_of(row, notes);
    row.stated = Stated::Points(Decimal::ZERO);
    row.remarks.push(words::no_points(&row.points_at.address()));
}

fn sum_fault(name: &str, stated: Decimal, sum: Decimal) -> Fault {
    Fault::TableSumDiffers {
        node: name.to_owned(),
        stated: stated.normalize().to_string(),
        sum: sum.normalize().to_string(),
    }
}

fn differs(row: &mut Row, stated: Decimal, sum: Decimal, notes: &mut Vec<Diagnostic>) {
    notes.push(Diagnostic::new(sum_fault(&row.name, stated, sum), Place::Cell(row.points_at.clone())));
    row.remarks.push(words::sum_differs(stated, sum, &row.points_at.address()));
}

/// Holds the last of these totals against what the parts above it say; where it counts the bonus in, the bonus is on the
/// scale.
fn total(parts: &mut [Part], said: &[Decimal], totals: &[Total], notes: &mut Vec<Diagnostic>) -> Option<String> {
    let (last, before) = totals.split_last()?;
    let since = before.last().map_or(0, |total| total.behind);
    let above: Vec<(&Part, Decimal)> =
        parts.iter().zip(said.iter().copied()).filter(|(part, _)| part.node.index < last.behind).collect();
    let sum = |counts: &dyn Fn(&Part) -> bool| -> Decimal {
        above.iter().filter(|(part, _)| counts(part)).map(|(_, said)| *said).sum()
    };
    let scale = sum(&|part| part.outside.is_none());
    let bonus = sum(&|part| part.outside == Some(Outside::Bonus));
    let lately = sum(&|part| part.node.index >= since);
    let one = above.iter().max_by_key(|(part, _)| part.node.index).map(|(_, said)| *said);
    let stated = last.points.abs();
    if stated == scale || stated == lately && since > 0 || Some(stated) == one {
        return None;
    }
    if stated == scale + bonus {
        let counted = |part: &&mut Part| part.node.index < last.behind && part.outside == Some(Outside::Bonus);
        for part in parts.iter_mut().filter(counted) {
            part.outside = None;
            on_the_scale(&mut part.node, notes);
        }
        return None;
    }
    notes.push(Diagnostic::new(sum_fault("", stated, scale), Place::Cell(last.at.clone())));
    Some(words::total_differs(stated, scale, &last.at.address()))
}
