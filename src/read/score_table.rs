//! A grid in; the score table of a compact on it, if there is one, and which of its columns are not read, out.
//!
//! Where a file is said to hold a score table, names and points are enough. Among the inputs a sheet is known as one only
//! where it says how criteria are marked, has nobody's figures, and every column is understood, so that a form with a
//! heading of its own is still asked about.

use super::grid::Grid;
use super::header::{HEADER_WITHIN, MOST_LEVELS, columns, header_texts, table_of};
use super::heads::Heads;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Dictionary, Heading, SheetKind, Table, TableColumn};

fn has(columns: &[TableColumn], heading: Heading) -> bool {
    columns.iter().any(|column| column.heading == heading && column.over.is_none())
}

fn kind(columns: &[TableColumn]) -> Option<SheetKind> {
    (has(columns, Heading::Label) && has(columns, Heading::Maximum)).then_some(SheetKind::ScoreTable)
}

/// The score table of a sheet, with a note of the columns that are not read.
///
/// # Errors
/// `two-tables`, `two-columns`, with the cell.
pub fn table(mut grid: Grid, dictionary: &Dictionary) -> Result<Option<(Table, Option<Diagnostic>)>, Diagnostic> {
    let Some(found) = table_of(&grid, dictionary, kind)? else { return Ok(None) };
    let common = |column: &&TableColumn| matches!(column.heading, Heading::Unit | Heading::Guide | Heading::Source);
    let common: Vec<u32> = found.columns.iter().filter(common).map(|column| column.index).collect();
    for [top, left, bottom, _] in std::mem::take(&mut grid.merges) {
        let content = grid.rows.get(&top).and_then(|cells| cells.get(&left)).cloned();
        if let Some(content) = content.filter(|_| common.contains(&left)) {
            (top + 1..=bottom).for_each(|row| grid.put(row, left, content.clone()));
        }
    }
    let unread = unread(&grid, &found.columns, dictionary);
    let note = (!unread.is_empty())
        .then(|| Diagnostic::new(Fault::ColumnsLeftOut { names: unread }, Place::Sheet(grid.sheet.clone())));
    Ok(table_of(&grid, dictionary, kind)?.map(|table| (table, note)))
}

/// The headings of a table that mean nothing to the program, or nothing in a score table.
fn unread(grid: &Grid, known: &[TableColumn], dictionary: &Dictionary) -> Vec<String> {
    let places = |columns: &[TableColumn]| columns.iter().map(|own| (own.index, own.heading)).collect::<Vec<_>>();
    let texts = header_texts(grid, dictionary);
    let header = headers(grid).find(|(top, levels)| places(&columns(&texts, *top, *levels)) == places(known));
    let Some((top, levels)) = header else { return Vec::new() };
    let used = |column: u32| {
        known.iter().any(|own| {
            own.index == column
                && !matches!(own.heading, Heading::Plan | Heading::Actual | Heading::Mark(_) | Heading::Ratio)
        })
    };
    let mut heads = Heads::new(&texts, top, levels);
    let mut names = Vec::new();
    while let Some((column, path)) = heads.step() {
        if !used(column) {
            let text = path.last().map(|text| text.said.split_whitespace().collect::<Vec<_>>().join(" "));
            names.extend(text);
        }
    }
    names
}

/// Where a header may begin, and over how many rows.
fn headers(grid: &Grid) -> impl Iterator<Item = (u32, u32)> + '_ {
    let rows = grid.rows.range(..HEADER_WITHIN).map(|(row, _)| *row);
    rows.flat_map(|top| (1..=MOST_LEVELS).map(move |levels| (top, levels)))
}

/// Whether a sheet among the inputs is a score table beyond doubt.
pub fn is_one(grid: &Grid, dictionary: &Dictionary) -> bool {
    let texts = header_texts(grid, dictionary);
    headers(grid).any(|(top, levels)| {
        let columns = columns(&texts, top, levels);
        let figures = columns.iter().any(|own| matches!(own.heading, Heading::Actual | Heading::Mark(_)));
        let mut heads = Heads::new(&texts, top, levels);
        let mut understood = true;
        while let Some((column, _)) = heads.step() {
            understood &= columns.iter().any(|known| known.index == column);
        }
        understood && !figures && kind(&columns).is_some() && has(&columns, Heading::Guide)
    })
}
