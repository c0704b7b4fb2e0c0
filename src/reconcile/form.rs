//! One member's self-score form in; its claims out.

use std::collections::{BTreeMap, BTreeSet};

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::columns::conventions;
use super::criteria::{Matcher, RowIs};
use super::figure::{Figure, figure};
use super::members::{Directory, MemberId};
use super::stated;
use super::table::{Cells, claim_cells};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Heading, Scoring, Table, TableRow, fold};
use crate::wording::recognition::{TITLES_WITH_YEAR, YEAR_WORDS};

/// So few rows of another compact may be notes.
const FEWEST_STRANGE_ROWS: usize = 3;

/// Who sent a form.
pub struct Sent {
    pub member: MemberId,
    /// How its name was read, where that is not as scoring.toml has it.
    pub note: Option<Diagnostic>,
}

/// Whose a form is.
///
/// # Errors
/// `wrong-year`, or what keeps the sender from being known; the form is then left out.
pub fn sender(table: &Table, scoring: &Scoring, directory: &Directory) -> Result<Sent, Diagnostic> {
    if let Some(fault) = wrong_year(table, scoring.term.year) {
        return Err(fault);
    }
    match directory.sender(table) {
        Ok((member, named)) => {
            let note = named.map(|(name, (cell, found))| {
                let bloc = &scoring.blocs[member.0];
                let note = Diagnostic::new(Fault::NameReadAs { name }, Place::Cell(cell)).found(found);
                note.bloc(&bloc.id).member(&bloc.members[member.1].name)
            });
            Ok(Sent { member, note })
        }
        Err((fault, cell, name)) => {
            let place = cell.map_or_else(|| Place::Sheet(table.sheet.clone()), Place::Cell);
            Err(Diagnostic::new(fault, place).found(name))
        }
    }
}

/// Takes a member's form into the claims.
pub fn form(table: &Table, member: MemberId, work: &mut Work) {
    let known = identified(table, work.matcher(work.scoring.blocs[member.0].compact));
    if let Some(fault) = other_compact(table, &known, member, work) {
        work.note(fault);
        work.rejected.push(table.sheet.file.clone());
        return;
    }
    if let Some(other) = work.claims.first_form(member, table) {
        let note = work.about(member, "", Fault::TwoForms { other }, Place::Sheet(table.sheet.clone()));
        work.note(note);
        work.claims.sent(member, &table.sheet.file);
        work.claims.spoil(member);
        return;
    }
    work.claims.sent(member, &table.sheet.file);
    if table.stamp.as_ref().is_some_and(|stamp| stamp.form != work.scoring.compact_of(member.0).form_hash()) {
        let note = work.about(member, "", Fault::OutdatedForm {}, Place::Sheet(table.sheet.clone()));
        work.note(note);
    }
    rows(table, &known, member, work);
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

/// A row, and what it is in a compact.
type Known<'a> = (&'a TableRow, RowIs);

fn rows(table: &Table, known: &[Known], member: MemberId, work: &mut Work) {
    let mut seen: BTreeMap<(usize, String), &TableRow> = BTreeMap::new();
    let mut unknown = Vec::new();
    let conventions = conventions(table, work);
    for (row, is) in known {
        let row = *row;
        let (criterion, input_row) = match is {
            RowIs::Criterion(criterion) => (*criterion, String::new()),
            RowIs::InputRow(criterion, input_row) => (*criterion, input_row.clone()),
            RowIs::Field(_) | RowIs::Total => continue,
            RowIs::LabelOfAnother(coded, labelled) => {
                label_of_another(table, row, member, (*coded, *labelled), work);
                continue;
            }
            RowIs::Unknown(coded) => {
                unknown.push((row, *coded));
                continue;
            }
        };
        if let Some(first) = seen.insert((criterion, input_row.clone()), row) {
            two_rows(table, (first, row), member, criterion, work);
            continue;
        }
        let cells = Cells { table, row, conventions: &conventions };
        claim_cells(&cells, member, criterion, &input_row, work);
    }
    stated::check(&stated::Form { table, rows: known, conventions: &conventions, member }, work);
    let last = seen.values().map(|row| row.row).max().unwrap_or_default();
    unknown.retain(|(row, _)| row.row < last || figures(table, row));
    let present: BTreeSet<usize> = seen.keys().map(|(criterion, _)| *criterion).collect();
    extra_rows(table, &unknown, &present, member, work);
}

/// The rows of a form, each with what it is in a compact.
fn identified<'a>(table: &'a Table, mut matcher: Matcher) -> Vec<Known<'a>> {
    let rows = table.rows.iter().map(|row| {
        let (label, code) = (table.text(row, Heading::Label), table.text(row, Heading::Order));
        (row, if matcher.adds_up(&code, &label) { RowIs::Total } else { matcher.next(&code, &label) })
    });
    rows.collect()
}

/// How many rows of a form are criteria of a compact, and how many rows with figures are none.
fn fit(table: &Table, known: &[Known]) -> (usize, usize) {
    let fitting = known.iter().filter(|(_, is)| matches!(is, RowIs::Criterion(_) | RowIs::LabelOfAnother(..))).count();
    let strange = known.iter().filter(|(row, is)| {
        matches!(is, RowIs::Unknown(_)) && figures(table, row) && !table.text(row, Heading::Label).is_empty()
    });
    (fitting, strange.count())
}

/// A form of which most rows are not in the member's compact; the compact that they are in is named.
fn other_compact(table: &Table, known: &[Known], member: MemberId, work: &Work) -> Option<Diagnostic> {
    let (fitting, strange) = fit(table, known);
    if strange < FEWEST_STRANGE_ROWS || strange <= fitting {
        return None;
    }
    let own = work.scoring.blocs[member.0].compact;
    let others = (0..work.scoring.compacts.len()).filter(|other| *other != own);
    let others = others.map(|other| (fit(table, &identified(table, work.matcher(other))), other));
    let best = others.filter(|((fitting, strange), _)| fitting > strange).max_by_key(|((fitting, _), _)| *fitting);
    let other = best.map(|(_, other)| work.scoring.compacts[other].title.clone());
    let fault = Fault::OtherCompact { fitting, rows: fitting + strange, other };
    Some(work.about(member, "", fault, Place::Sheet(table.sheet.clone())))
}

/// Whether a row carries a number where figures and marks stand, unlike the notes and signatures below a table.
fn figures(table: &Table, row: &TableRow) -> bool {
    table.columns.iter().zip(&row.cells).any(|(column, cell)| {
        let valued = matches!(column.heading, Heading::Plan | Heading::Actual | Heading::Mark(_));
        valued
            && cell.as_ref().is_some_and(|content| match content {
                Content::Text(text) => matches!(figure(text), Figure::One(_) | Figure::NotExact),
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
