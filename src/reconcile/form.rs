//! One member's self-score form in; its claims out.

use std::collections::{BTreeMap, BTreeSet};

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::criteria::{Matcher, RowIs};
use super::members::MemberId;
use super::number::{self, convention};
use super::stated;
use super::table::{Cells, claim_cells};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Heading, Table, TableRow, fold};
use crate::wording::recognition::{SUBTOTAL, TITLES_WITH_YEAR, TOTAL_ROWS, YEAR_WORDS};

/// Takes a form into the claims.
pub fn form(table: &Table, work: &mut Work) {
    if let Some(fault) = wrong_year(table, work.scoring.term.year) {
        work.note(fault);
        work.rejected.push(table.sheet.file.clone());
        return;
    }
    let member = match work.directory.sender(table) {
        Ok((member, named)) => {
            if let Some((name, (cell, found))) = named {
                let bloc = &work.scoring.blocs[member.0];
                let note = Diagnostic::new(Fault::NameReadAs { name }, Place::Cell(cell)).found(found);
                work.note(note.bloc(&bloc.id).member(&bloc.members[member.1].name));
            }
            member
        }
        Err((fault, cell, name)) => {
            let place = cell.map_or_else(|| Place::Sheet(table.sheet.clone()), Place::Cell);
            work.note(Diagnostic::new(fault, place).found(name));
            work.rejected.push(table.sheet.file.clone());
            return;
        }
    };
    if let Some(other) = work.claims.first_form(member, table) {
        let bloc = &work.scoring.blocs[member.0];
        let fault = Diagnostic::new(Fault::TwoForms { other }, Place::Sheet(table.sheet.clone()));
        work.note(fault.bloc(&bloc.id).member(&bloc.members[member.1].name));
        work.claims.sent(member, &table.sheet.file);
        work.claims.spoil(member);
        return;
    }
    work.claims.sent(member, &table.sheet.file);
    if table.stamp.as_ref().is_some_and(|stamp| stamp.form != work.scoring.compact_of(member.0).form_hash()) {
        let bloc = &work.scoring.blocs[member.0];
        let note = Diagnostic::new(Fault::OutdatedForm {}, Place::Sheet(table.sheet.clone()));
        work.note(note.bloc(&bloc.id).member(&bloc.members[member.1].name));
    }
    rows(table, member, work);
}

/// A title that names another year than the one that is scored.
fn wrong_year(table: &Table, year: u16) -> Option<Diagnostic> {
    for (cell, text) in &table.head {
        let folded = fold(text);
        if !TITLES_WITH_YEAR.iter().any(|title| folded.starts_with(title)) {
            continue;
        }
        let words: Vec<_> = folded.split(|c: char| !c.is_alphanumeric()).collect();
        let said =
            words.windows(2).find(|pair| YEAR_WORDS.contains(&pair[0])).and_then(|pair| pair[1].parse::<u16>().ok());
        if let Some(said) = said.filter(|said| *said != year) {
            let fault = Fault::WrongYear { year: year.to_string() };
            return Some(Diagnostic::new(fault, Place::Cell(cell.clone())).found(said.to_string()));
        }
    }
    None
}

fn rows(table: &Table, member: MemberId, work: &mut Work) {
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    let mut matcher = Matcher::new(compact);
    let mut seen: BTreeMap<(usize, String), &TableRow> = BTreeMap::new();
    let mut unknown = Vec::new();
    let conventions = [Heading::Plan, Heading::Actual].map(|heading| {
        let texts = table.rows.iter().filter_map(|row| match table.at(row, heading) {
            Some(Content::Text(text)) => Some(text.as_str()),
            _ => None,
        });
        convention(texts)
    });
    let mut own_marks = Vec::new();
    for row in &table.rows {
        let label = table.text(row, Heading::Label);
        let code = table.text(row, Heading::Order);
        if TOTAL_ROWS.iter().any(|word| fold(&label).starts_with(word) || fold(&code).starts_with(word)) {
            if !is_subtotal(&label, &code) {
                stated::sum(table, row, &own_marks, member, work);
            }
            continue;
        }
        let (criterion, input_row) = match matcher.next(&code, &label) {
            RowIs::Criterion(criterion) => (criterion, String::new()),
            RowIs::InputRow(criterion, input_row) => (criterion, input_row),
            RowIs::Field(_) => continue,
            RowIs::LabelOfAnother(coded, labelled) => {
                label_of_another(table, row, member, (coded, labelled), work);
                continue;
            }
            RowIs::Unknown(coded) => {
                unknown.push((row, coded));
                continue;
            }
        };
        if let Some(first) = seen.insert((criterion, input_row.clone()), row) {
            two_rows(table, (first, row), member, criterion, work);
            continue;
        }
        if input_row.is_empty() {
            own_marks.extend(stated::own_mark(table, row));
            stated::stated_ratio(table, row, member, &compact.criteria[criterion].id, work);
        }
        let cells = Cells { table, row, conventions };
        claim_cells(&cells, member, criterion, &input_row, work);
    }
    let last = seen.values().map(|row| row.row).max().unwrap_or_default();
    unknown.retain(|(row, _)| row.row < last || figures(table, row));
    let present: BTreeSet<usize> = seen.keys().map(|(criterion, _)| *criterion).collect();
    extra_rows(table, &unknown, &present, member, work);
}

/// Whether a row sums one field, not the whole.
fn is_subtotal(label: &str, code: &str) -> bool {
    let text = if label.is_empty() { fold(code) } else { fold(label) };
    text.starts_with(SUBTOTAL)
}

/// Whether a row carries a number where figures and marks stand, unlike the notes and signatures below a table.
fn figures(table: &Table, row: &TableRow) -> bool {
    table.columns.iter().zip(&row.cells).any(|(column, cell)| {
        let valued = matches!(column.heading, Heading::Plan | Heading::Actual | Heading::Mark(_));
        valued
            && cell.as_ref().is_some_and(|content| match content {
                Content::Text(text) => !matches!(number::read(text.trim_end_matches('%')), number::Reading::No),
                _ => true,
            })
    })
}

fn label_of_another(
    table: &Table,
    row: &TableRow,
    member: MemberId,
    (coded, labelled): (usize, usize),
    work: &mut Work,
) {
    let criteria = &work.scoring.compact_of(member.0).criteria;
    let (id, label, other) = (criteria[coded].id.clone(), criteria[coded].name.clone(), criteria[labelled].id.clone());
    let place = Place::Cell(table.cell_of(row, Heading::Label));
    let found = table.text(row, Heading::Label);
    let fault = work.about(member, &id, Fault::LabelOfAnother { label, other }, place).found(found);
    work.note(fault);
    work.claims.spoil(member);
}

fn two_rows(table: &Table, (first, row): (&TableRow, &TableRow), member: MemberId, criterion: usize, work: &mut Work) {
    let id = work.scoring.compact_of(member.0).criteria[criterion].id.clone();
    let other = table.cell_of(first, Heading::Label).address();
    let place = Place::Cell(table.cell_of(row, Heading::Label));
    let found = table.text(row, Heading::Label);
    let fault = work.about(member, &id, Fault::TwoRows { other }, place).found(found);
    work.note(fault);
    work.claims.spoil(member);
}

/// Rows that are not in the compact: a doubt where they carry a value and one of the compact's has no row.
fn extra_rows(
    table: &Table,
    unknown: &[(&TableRow, Option<usize>)],
    present: &BTreeSet<usize>,
    member: MemberId,
    work: &mut Work,
) {
    let scoring = work.scoring;
    let criteria = &scoring.compact_of(member.0).criteria;
    let absent = |criterion: &usize| !present.contains(criterion);
    for (row, coded) in unknown {
        let valued = table.columns.iter().zip(&row.cells).any(|(column, cell)| {
            let valued = matches!(column.heading, Heading::Plan | Heading::Actual | Heading::Mark(_));
            valued && cell.is_some()
        });
        if !valued {
            continue;
        }
        let mate = coded.filter(|coded| absent(coded)).or_else(|| (0..criteria.len()).find(absent));
        let place = Place::Cell(table.cell_of(row, Heading::Label));
        let found = table.text(row, Heading::Label);
        let fault = match mate {
            Some(mate) => {
                let name = format!("{} {}", criteria[mate].id, criteria[mate].name);
                work.claims.add(member, mate, Slot::Stage(0), faulty(table, row));
                work.claims.spoil(member);
                work.about(member, &criteria[mate].id, Fault::RowNotOfTheCompact { mate: name }, place)
            }
            None => work.about(member, "", Fault::ExtraRow {}, place),
        };
        work.note(fault.found(found));
    }
}

fn faulty(table: &Table, row: &TableRow) -> Claim {
    let source =
        crate::model::Source { cell: table.cell_of(row, Heading::Label), raw: table.text(row, Heading::Label) };
    Claim { origin: Origin::Member, said: Said::Faulty, source }
}
