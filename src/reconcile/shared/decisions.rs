//! The decisions of the bloc's meeting, the standing office and the council in; what each decided of whom, with the
//! reason, the minutes and the date, out.
//!
//! Whose decisions a table holds is said in its title or the sheet's name; which award, in a column of its own, in the
//! decision itself, or by the bloc having one award only.

use super::{Line, Work, entries, unreadable};
use crate::diag::{CellRef, Diagnostic, Fault, Place};
use crate::model::{DecidingBody, Decision, Heading, Rows, SharedState, SheetKind, Table, fold};
use crate::wording::recognition::{DECIDED_NO, DECIDED_YES, DECIDING_BODIES};
use crate::wording::shared as words;

pub(super) fn all(tables: &[Table], work: &mut Work) -> Rows<Decision> {
    let tables = tables.iter();
    let tables: Vec<_> = tables.filter(|table| table.kind == SheetKind::Decisions).collect();
    let before = work.notes.len();
    let mut rows: Vec<Decision> = Vec::new();
    for table in &tables {
        match body(table) {
            Ok(body) => of_table(table, body, &mut rows, work),
            Err(fault) => work.note(fault),
        }
    }
    let state = match (work.notes.len() > before, rows.is_empty()) {
        (true, _) => SharedState::Unreliable,
        (false, true) => SharedState::NotExpected,
        (false, false) => SharedState::Present,
    };
    Rows { rows, state }
}

fn of_table(table: &Table, body: DecidingBody, rows: &mut Vec<Decision>, work: &mut Work) {
    for own in entries(table, SheetKind::Decisions, work, &|line, work| decision(line, body, work)) {
        match rows.iter().find(|other| same(other, &own)) {
            None => rows.push(own),
            Some(first) if first.proposed == own.proposed => {}
            Some(first) => {
                let fault = Fault::DecisionTwice { other: first.cell.address() };
                let found = said(table, &own);
                work.note(work.about(own.member, "", fault, Place::Cell(own.cell)).found(found));
            }
        }
    }
}

/// What stands in the cell of a decision.
fn said(table: &Table, own: &Decision) -> String {
    let row = table.rows.iter().find(|row| row.row == own.cell.row);
    row.map(|row| table.text(row, Heading::Decided)).unwrap_or_default()
}

fn same(first: &Decision, second: &Decision) -> bool {
    (first.member, first.award, first.body) == (second.member, second.award, second.body)
}

/// The body that a table's title names; the sheet's name where no title does.
fn body(table: &Table) -> Result<DecidingBody, Diagnostic> {
    let named = |text: &str| -> Vec<DecidingBody> {
        let folded = fold(text);
        DECIDING_BODIES.iter().filter(|(words, _)| folded.contains(words)).map(|(_, body)| *body).collect()
    };
    let mut titled: Vec<_> = table.head.iter().flat_map(|(_, text)| named(text)).collect();
    if titled.is_empty() {
        titled = named(&table.sheet.sheet);
    }
    titled.sort_unstable();
    titled.dedup();
    if let [body] = titled[..] {
        return Ok(body);
    }
    let first = table.head.first().map(|(cell, text)| (cell.clone(), text.clone()));
    let top = || CellRef { sheet: table.sheet.clone(), row: 0, column: 0 };
    let (cell, found) = first.unwrap_or_else(|| (top(), table.sheet.sheet.clone()));
    Err(unreadable(SheetKind::Decisions, words::A_DECIDING_BODY, cell, found))
}

fn decision(line: &Line, body: DecidingBody, work: &Work) -> Result<Decision, Diagnostic> {
    let said = fold(&line.text(Heading::Decided));
    let titled = work.scoring.award_named(&line.text(Heading::Decided));
    let proposed = match () {
        () if titled.is_some() || DECIDED_YES.contains(&said.as_str()) => true,
        () if DECIDED_NO.contains(&said.as_str()) => false,
        () => return Err(line.unreadable(words::A_DECISION, Heading::Decided)),
    };
    let column = line.text(Heading::Award);
    let of_bloc = || work.scoring.awards_of(line.member.0);
    let award = match titled {
        Some(award) => award,
        None if !column.is_empty() => {
            let named = work.scoring.award_named(&column);
            named.ok_or_else(|| line.unreadable(words::AN_AWARD, Heading::Award))?
        }
        None => match of_bloc()[..] {
            [only] => only,
            _ => return Err(line.unreadable(words::WHICH_AWARD, Heading::Decided)),
        },
    };
    Ok(Decision {
        member: line.member,
        award,
        body,
        proposed,
        reason: line.text(Heading::Reason),
        minutes: line.text(Heading::Minutes),
        date: line.text(Heading::Date),
        cell: line.cell(Heading::Decided),
    })
}
