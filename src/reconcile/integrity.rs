//! What was handed in, once settled, held against itself: figures that slipped by a thousand, figures that did not
//! move in a year.

use rust_decimal::Decimal;

use super::Work;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{BlocPanel, Column, Datum, Observed, Value, divide};

/// How far a figure must be from its neighbours' to look like a slip of a unit.
const SLIP: i64 = 500;
/// Neighbours without which nothing is compared.
const NEIGHBOURS: usize = 3;

/// Notes what looks wrong; nothing is changed.
pub fn integrity(blocs: &[BlocPanel], work: &mut Work) {
    let mut notes = Vec::new();
    for (bloc, panel) in blocs.iter().enumerate() {
        let compact = work.scoring.compact_of(bloc);
        for (criterion, configured) in compact.criteria.iter().enumerate() {
            for (input, wanted) in configured.inputs.iter().enumerate() {
                let cells: Vec<&Observed> =
                    panel.members.iter().map(|member| &member.rows[criterion].observed[input]).collect();
                if wanted.column == Column::Actual {
                    slips((bloc, &configured.id), &cells, work, &mut notes);
                }
            }
            unchanged(bloc, criterion, panel, work, &mut notes);
        }
    }
    work.notes.extend(notes);
}

fn number(observed: &Observed) -> Option<Decimal> {
    match observed.datum {
        Datum::Known(Value::Number(number)) => Some(number),
        _ => None,
    }
}

/// A figure some thousand times the middle one of its neighbours', or a thousandth of it.
fn slips((bloc, id): (usize, &str), cells: &[&Observed], work: &Work, notes: &mut Vec<Diagnostic>) {
    for (member, observed) in cells.iter().enumerate() {
        let Some(own) = number(observed).filter(|own| !own.is_zero()) else { continue };
        let others = cells.iter().enumerate().filter(|(other, _)| *other != member);
        let mut others: Vec<Decimal> = others.filter_map(|(_, cell)| number(cell)).filter(|n| !n.is_zero()).collect();
        if others.len() < NEIGHBOURS {
            continue;
        }
        others.sort();
        let middle = others[others.len() / 2];
        let far = [divide(own, middle), divide(middle, own)];
        if far.iter().flatten().any(|ratio| *ratio >= Decimal::from(SLIP))
            && let Some(source) = &observed.source
        {
            let fault = Fault::UnitSlip { middle: middle.normalize().to_string() };
            let note = work.about((bloc, member), id, fault, Place::Cell(source.cell.clone()));
            notes.push(note.found(source.raw.clone()));
        }
    }
}

/// An actual equal to that of the year before, digit by digit.
fn unchanged(bloc: usize, criterion: usize, panel: &BlocPanel, work: &Work, notes: &mut Vec<Diagnostic>) {
    let configured = &work.scoring.compact_of(bloc).criteria[criterion];
    let of = |key: &str| configured.inputs.iter().position(|input| input.key() == key);
    let Some((now, before)) = of("actual").zip(of("previous:actual")) else { return };
    for (member, own) in panel.members.iter().enumerate() {
        let cells = &own.rows[criterion].observed;
        let same = number(&cells[now]).zip(number(&cells[before])).is_some_and(|(now, before)| now == before);
        if let Some(source) = cells[now].source.as_ref().filter(|_| same) {
            let fault = Fault::UnchangedFromBefore {};
            let note = work.about((bloc, member), &configured.id, fault, Place::Cell(source.cell.clone()));
            notes.push(note.found(source.raw.clone()));
        }
    }
}
