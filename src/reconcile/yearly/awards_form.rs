//! A yearly form of awards, filled in by hand, in; its rows, and where they do not add up, out.
//!
//! Columns are named by their numbers: 3 all awards, 5 individuals, 6, 10, 14, 16 the awards by reason, 7 and 11 their
//! ratios (`6:3`, `10:3`), 8, 9 and 12, 13 the individuals among 6 and 10. What stands in no cell is checked nowhere.

use rust_decimal::Decimal;

use super::super::Work;
use super::super::figure::{Figure, figure};
use super::super::number::Reading;
use super::super::quantity::number;
use super::super::values::{PURE, Wanted};
use super::awards::labelled;
use super::fund::titled;
use super::{Line, is_line, is_part, is_total, label, numbered, total_row, unreadable, valued};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Heading, SheetKind, StatedRow, Table, TableRow, divide, round};
use crate::wording::yearly as words;

/// All awards.
const ALL: u8 = 3;
/// Individuals.
const INDIVIDUALS: u8 = 5;
/// Awards by reason.
const REASONS: [u8; 4] = [6, 10, 14, 16];
/// Ratios, each with the column it is of.
const RATIOS: [(u8, u8); 2] = [(7, 6), (11, 10)];
/// Leaders and direct workers, each pair with the column it is a part of.
const POSTS: [([u8; 2], u8); 2] = [([8, 9], 6), ([12, 13], 10)];
/// Columns of counts.
const COUNTS: [u8; 13] = [3, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 17];

/// Checks a form; its rows, where it says its year.
pub fn check(table: &Table, work: &mut Work) -> Vec<StatedRow> {
    let mut lines = Vec::new();
    for row in table.rows.iter().filter(|row| is_line(table, row, &COUNTS)) {
        let total = is_total(&label(table, row));
        let counts = COUNTS.iter().filter_map(|column| count(table, row, *column, work).map(|count| (*column, count)));
        let line = Line { row, total, part: is_part(table, row), numbers: counts.collect() };
        reasons(table, &line, work);
        ratios(table, &line, work);
        parts(table, &line, work);
        lines.push(line);
    }
    total_row(table, &lines, &COUNTS, work);
    let Some(year) = titled(table) else { return Vec::new() };
    lines.iter().filter_map(|line| stated(table, line, year)).collect()
}

/// A row as it is compared with what the award list comes to; none for a form of award of its own.
fn stated(table: &Table, line: &Line, year: i32) -> Option<StatedRow> {
    let form = if line.total { None } else { Some(labelled(&label(table, line.row))?) };
    let counts = line.numbers.iter().map(|(column, count)| {
        let cell = table.cell_of(line.row, Heading::Numbered(*column));
        (*column, *count, cell)
    });
    Some(StatedRow { year, form, counts: counts.collect() })
}

/// A count of awards; text that can be a whole number in one way only is that number.
fn count(table: &Table, row: &TableRow, column: u8, work: &mut Work) -> Option<Decimal> {
    let content = numbered(table, row, column)?;
    let whole = |value: &Decimal| value.fract().is_zero() && !value.is_sign_negative();
    let read = match content {
        Content::Number(value) => Some(*value),
        Content::Text(text) => match figure(text) {
            Figure::One(one) if one.unit.is_empty() => match one.reading {
                Reading::Number(value, _) => Some(value),
                Reading::Either(vietnamese, plain) => [vietnamese, plain].into_iter().find(whole),
                Reading::No => None,
            },
            _ => None,
        },
        _ => None,
    };
    let read = read.filter(whole);
    if read.is_none() {
        let cell = table.cell_of(row, Heading::Numbered(column));
        work.note(unreadable(SheetKind::AwardsForm, words::AN_AWARD_COUNT, cell, content.raw()));
    }
    read
}

/// All awards are those of the four reasons together.
fn reasons(table: &Table, line: &Line, work: &mut Work) {
    let given: Vec<_> = REASONS.iter().filter_map(|column| Some((*column, line.at(*column)?))).collect();
    if REASONS.iter().any(|column| line.in_doubt(table, *column)) {
        return;
    }
    let sum: Decimal = given.iter().map(|(_, count)| *count).sum();
    let Some(stated) = line.at(ALL).filter(|stated| !given.is_empty() && *stated != sum) else { return };
    let columns: Vec<_> = given.iter().map(|(column, _)| column.to_string()).collect();
    let at = |column: u8| table.cell_of(line.row, Heading::Numbered(column));
    let fault = Fault::AwardColumnsSum {
        columns: columns.join(" + "),
        cells: given.iter().map(|(column, count)| valued(&at(*column), *count)).collect(),
        sum: sum.to_string(),
        stated: stated.to_string(),
        rest: (stated - sum).to_string(),
        individuals: individuals_only(line, sum),
    };
    work.note(Diagnostic::new(fault, Place::Cell(at(ALL))).found(table.text(line.row, Heading::Numbered(ALL))));
}

/// Whether the row itself shows that its columns by reason hold individuals and nobody else: they make up the column
/// of individuals, or leaders and direct workers, who are individuals, make up each of them.
fn individuals_only(line: &Line, sum: Decimal) -> bool {
    if let Some(individuals) = line.at(INDIVIDUALS) {
        return individuals == sum;
    }
    let split = POSTS.iter().filter_map(|(posts, whole)| {
        let posts = posts.map(|post| line.at(post));
        Some(posts[0]? + posts[1]? == line.at(*whole)?)
    });
    let split: Vec<_> = split.collect();
    !split.is_empty() && split.iter().all(|whole| *whole)
}

/// A ratio is what the columns say, to as many decimals as it is given.
fn ratios(table: &Table, line: &Line, work: &mut Work) {
    for (column, part) in RATIOS {
        let Some(content) = numbered(table, line.row, column) else { continue };
        let cell = table.cell_of(line.row, Heading::Numbered(column));
        let Ok(stated) = number(content, &Wanted { unit: "%", ..PURE }) else {
            work.note(unreadable(SheetKind::AwardsForm, words::A_PERCENTAGE, cell, content.raw()));
            continue;
        };
        let (Some(count), Some(all)) = (line.at(part), line.at(ALL)) else { continue };
        let Some(percent) = divide(count * Decimal::ONE_HUNDRED, all) else { continue };
        let places = stated.value.normalize().scale();
        if round(percent, places) == stated.value {
            continue;
        }
        let at = |column: u8| table.cell_of(line.row, Heading::Numbered(column));
        let fault = Fault::AwardRatio {
            column: column.to_string(),
            stated: stated.value.normalize().to_string(),
            part: count.to_string(),
            whole: all.to_string(),
            cells: vec![valued(&at(part), count), valued(&at(ALL), all)],
            percent: round(percent, places.max(1)).normalize().to_string(),
        };
        work.note(Diagnostic::new(fault, Place::Cell(cell)).found(content.raw()));
    }
}

/// A part is never more than its whole.
fn parts(table: &Table, line: &Line, work: &mut Work) {
    let all = [(vec![4, INDIVIDUALS], ALL)].into_iter();
    for (parts, whole) in all.chain(POSTS.map(|(posts, whole)| (posts.to_vec(), whole))) {
        let given: Vec<_> = parts.iter().filter_map(|column| Some((*column, line.at(*column)?))).collect();
        let sum: Decimal = given.iter().map(|(_, count)| *count).sum();
        let Some(stated) = line.at(whole).filter(|stated| sum > *stated) else { continue };
        let columns: Vec<_> = given.iter().map(|(column, _)| column.to_string()).collect();
        let (parts, whole_column) = (columns.join(" + "), whole.to_string());
        let (sum, stated) = (sum.to_string(), stated.to_string());
        let fault = Fault::PartExceedsWhole { parts, whole: whole_column, sum, stated: stated.clone() };
        let cell = table.cell_of(line.row, Heading::Numbered(whole));
        work.note(Diagnostic::new(fault, Place::Cell(cell)).found(stated));
    }
}
