//! A yearly form of the fund, filled in by hand, in; where it does not add up, and how its numbers were read, out.
//!
//! Offices write both `344.190` and `131,3` in one row. A row is understood only where one reading of its texts, and no
//! other, makes each total the sum of its parts; that this was the proof is said. Which columns are parts of which is
//! what the form says: behind the column's number (`3 (4+5+6)`, `12=3-7`), else by a heading that begins a group.

use rust_decimal::Decimal;

use super::super::Work;
use super::super::figure::{Figure, figure};
use super::super::number::Reading;
use super::{Line, is_line, is_part, is_total, label, numbered, total_row, unreadable};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Convention, Heading, SheetKind, Table, TableRow, fold};
use crate::wording::recognition::PART_OF_ABOVE;
use crate::wording::yearly as words;

/// The first column of an amount.
const FIRST: u8 = 3;

/// A column and its parts.
struct Sum {
    column: u8,
    /// Those that are taken off with `false`.
    parts: Vec<(u8, bool)>,
    /// Whether they are all its parts: what a heading calls "of which" need not be.
    all: bool,
}

/// An amount of a row, in every way it can be read.
struct Amount {
    column: u8,
    raw: String,
    /// With the convention that is proved or supposed; none where there is no question.
    readings: Vec<(Decimal, Option<Convention>)>,
}

/// Checks a form.
pub fn check(table: &Table, work: &mut Work) {
    let sums = sums(table);
    let last = u8::try_from(table.columns.len()).unwrap_or(u8::MAX);
    let amounts_of: Vec<u8> = (FIRST..=last).collect();
    let mut lines = Vec::new();
    for row in table.rows.iter().filter(|row| is_line(table, row, &amounts_of)) {
        let mut amounts: Vec<_> = (FIRST..=last).filter_map(|column| amount(table, row, column, work)).collect();
        for sum in &sums {
            settle(table, row, sum, &mut amounts, work);
        }
        for amount in amounts.iter().filter(|amount| amount.readings.len() > 1) {
            doubt(table, row, amount, work);
        }
        let numbers = amounts.iter().filter(|amount| amount.readings.len() == 1);
        let numbers = numbers.map(|amount| (amount.column, amount.readings[0].0)).collect();
        lines.push(Line { row, total: is_total(&label(table, row)), part: is_part(table, row), numbers });
    }
    if lines.iter().filter(|line| !line.total).count() > 0 {
        total_row(table, &lines, &amounts_of, work);
    }
}

fn amount(table: &Table, row: &TableRow, column: u8, work: &mut Work) -> Option<Amount> {
    let content = numbered(table, row, column)?;
    let readings = match content {
        Content::Number(value) => vec![(*value, None)],
        Content::Text(text) => match figure(text) {
            Figure::One(one) if one.unit.is_empty() => match one.reading {
                Reading::Number(value, convention) => vec![(value, convention)],
                Reading::Either(vietnamese, plain) => {
                    vec![(vietnamese, Some(Convention::Vietnamese)), (plain, Some(Convention::Plain))]
                }
                Reading::No => Vec::new(),
            },
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let raw = content.raw();
    if readings.is_empty() {
        let cell = table.cell_of(row, Heading::Numbered(column));
        work.note(unreadable(SheetKind::FundForm, words::AN_AMOUNT, cell, raw));
        return None;
    }
    Some(Amount { column, raw, readings })
}

/// The columns that are sums of others.
fn sums(table: &Table) -> Vec<Sum> {
    let said = (1_u8..).zip(&table.columns).filter_map(|(number, column)| {
        let behind = column.said.last()?.trim_start_matches(['(', '[']).trim_start_matches(char::is_numeric);
        Some(Sum { column: number, parts: terms(behind)?, all: true })
    });
    let said: Vec<Sum> = said.collect();
    if said.is_empty() { grouped(table) } else { said }
}

/// `(4+5+6)`, `=3-7`.
fn terms(text: &str) -> Option<Vec<(u8, bool)>> {
    let bare = text.trim_matches(|c: char| !c.is_ascii_digit());
    let mut terms = Vec::new();
    let (mut digits, mut added) = (String::new(), true);
    for letter in bare.chars().filter(|letter| !matches!(letter, ' ' | '(' | ')')) {
        match letter {
            '0'..='9' => digits.push(letter),
            '+' | '-' => {
                terms.push((digits.parse().ok()?, added));
                (digits, added) = (String::new(), letter == '+');
            }
            _ => return None,
        }
    }
    terms.push((digits.parse().ok()?, added));
    (terms.len() > 1).then_some(terms)
}

/// Groups under one heading of which the first column is headed as their sum, or that stand behind such a column as
/// its parts.
fn grouped(table: &Table) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    let mut open: Option<&str> = None;
    for (number, column) in (1_u8..).zip(&table.columns) {
        let heads = &column.said[..column.said.len().saturating_sub(1)];
        let (Some(group), Some(own)) = (heads.first(), heads.last()) else { continue };
        let (own, above) = (fold(own), fold(group));
        let begins = PART_OF_ABOVE.iter().any(|word| above.starts_with(word));
        let behind = sums.last().is_some_and(|sum| !sum.all && sum.parts.is_empty());
        if words::SUMS.iter().any(|word| own.starts_with(word)) {
            let all = heads.len() > 1;
            sums.push(Sum { column: number, parts: Vec::new(), all });
            open = all.then_some(group);
        } else if open == Some(group) || begins && behind {
            open = Some(group);
            sums.last_mut().into_iter().for_each(|sum| sum.parts.push((number, true)));
        }
    }
    sums.retain(|sum| !sum.parts.is_empty());
    sums
}

/// Finds the one reading by which a column is the sum of its parts, and says so; or that there is none.
fn settle(table: &Table, row: &TableRow, sum: &Sum, amounts: &mut [Amount], work: &mut Work) {
    let place = |column: u8| amounts.iter().position(|amount| amount.column == column);
    let Some(total) = place(sum.column) else { return };
    let terms: Vec<_> = sum.parts.iter().filter_map(|(column, added)| Some((place(*column)?, *added))).collect();
    if terms.is_empty() {
        return;
    }
    let ways: usize = terms.iter().map(|(at, _)| amounts[*at].readings.len()).product();
    let mut fitting: Vec<(usize, Vec<usize>)> = Vec::new();
    for way in 0..ways * amounts[total].readings.len() {
        let mut rest = way;
        let mut take = |at: usize| {
            let count = amounts[at].readings.len();
            let choice = rest % count;
            rest /= count;
            choice
        };
        let own = take(total);
        let choices: Vec<_> = terms.iter().map(|(at, _)| take(*at)).collect();
        let values = terms.iter().zip(&choices).map(|((at, added), choice)| {
            let value = amounts[*at].readings[*choice].0;
            if *added { value } else { -value }
        });
        if values.sum::<Decimal>() == amounts[total].readings[own].0 {
            fitting.push((own, choices));
        }
    }
    match &fitting[..] {
        [(own, choices)] => {
            let chosen: Vec<_> = std::iter::once((total, *own))
                .chain(terms.iter().map(|(at, _)| *at).zip(choices.iter().copied()))
                .collect();
            let open = chosen.iter().any(|(at, _)| amounts[*at].readings.len() > 1);
            for (at, choice) in &chosen {
                amounts[*at].readings = vec![amounts[*at].readings[*choice]];
            }
            understood(table, row, (total, &terms, open), amounts, work);
        }
        [] if sum.all && ways * amounts[total].readings.len() == 1 => {
            let fault = Fault::FundSum {
                column: sum.column.to_string(),
                parts: summands(&terms, amounts),
                sum: added(&terms, amounts).normalize().to_string(),
            };
            let cell = table.cell_of(row, Heading::Numbered(sum.column));
            work.note(Diagnostic::new(fault, Place::Cell(cell)).found(amounts[total].raw.clone()));
        }
        _ => {}
    }
}

/// Says how a row was read, where its texts could be read in another way or are in both conventions.
fn understood(
    table: &Table,
    row: &TableRow,
    (total, terms, open): (usize, &[(usize, bool)], bool),
    amounts: &[Amount],
    work: &mut Work,
) {
    let in_order = std::iter::once(total).chain(terms.iter().map(|(at, _)| *at));
    let written = |convention: Convention| -> Vec<String> {
        let own = in_order.clone().map(|at| &amounts[at]).filter(|own| own.readings[0].1 == Some(convention));
        own.map(|own| format!("{} `{}`", table.cell_of(row, Heading::Numbered(own.column)).address(), own.raw))
            .collect()
    };
    let (plain, vietnamese) = (written(Convention::Plain), written(Convention::Vietnamese));
    if !open && (plain.is_empty() || vietnamese.is_empty()) {
        return;
    }
    let sum = amounts[total].readings[0].0.normalize().to_string();
    let fault = Fault::FundNotations { plain, vietnamese, parts: summands(terms, amounts), sum };
    let cell = table.cell_of(row, Heading::Numbered(amounts[total].column));
    work.note(Diagnostic::new(fault, Place::Cell(cell)).found(amounts[total].raw.clone()));
}

fn summands(terms: &[(usize, bool)], amounts: &[Amount]) -> Vec<String> {
    let value = |(at, added): &(usize, bool)| {
        let value = amounts[*at].readings[0].0.normalize();
        if *added { value } else { -value }.to_string()
    };
    terms.iter().map(value).collect()
}

fn added(terms: &[(usize, bool)], amounts: &[Amount]) -> Decimal {
    terms.iter().map(|(at, added)| if *added { amounts[*at].readings[0].0 } else { -amounts[*at].readings[0].0 }).sum()
}

fn doubt(table: &Table, row: &TableRow, amount: &Amount, work: &mut Work) {
    let readings = amount.readings.iter().map(|(value, _)| value.normalize().to_string()).collect();
    let cell = table.cell_of(row, Heading::Numbered(amount.column));
    work.note(Diagnostic::new(Fault::FundInDoubt { readings }, Place::Cell(cell)).found(amount.raw.clone()));
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn what_a_number_of_a_column_says_it_is_the_sum_of() {
        assert_eq!(terms(" (4+5+6)"), Some(vec![(4, true), (5, true), (6, true)]));
        assert_eq!(terms(" = 3 - 7"), Some(vec![(3, true), (7, false)]));
        assert_eq!(terms(")=(4)+(5)"), Some(vec![(4, true), (5, true)]));
        for none in ["", " (6:3)", " (4)", ")"] {
            assert_eq!(terms(none), None, "{none}");
        }
    }
}
