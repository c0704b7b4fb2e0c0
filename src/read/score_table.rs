//! A grid in; the score table of a compact on it, if there is one, out.
//!
//! A score table has names and points and nobody's figures. Among the inputs it is known only where it says how criteria
//! are marked and every column is understood, so that a form with a heading of its own is still asked about.

use super::grid::Grid;
use super::header::{HEADER_WITHIN, MOST_LEVELS, columns, table_of};
use super::heads::Heads;
use crate::diag::Diagnostic;
use crate::model::{Dictionary, Heading, SheetKind, Table, TableColumn};

fn kind(columns: &[TableColumn]) -> Option<SheetKind> {
    let has = |heading: Heading| columns.iter().any(|column| column.heading == heading && column.over.is_none());
    let figures = columns.iter().any(|column| matches!(column.heading, Heading::Actual | Heading::Mark(_)));
    let points = has(Heading::Label) && has(Heading::Maximum);
    (points && !figures).then_some(SheetKind::ScoreTable)
}

/// The score table of a sheet that is said to hold one.
///
/// # Errors
/// `two-tables`, `two-columns`, with the cell.
pub fn table(mut grid: Grid, dictionary: &Dictionary) -> Result<Option<Table>, Diagnostic> {
    let found = table_of(&grid, dictionary, kind)?;
    let Some(found) = found else { return Ok(None) };
    let common = |column: &&TableColumn| matches!(column.heading, Heading::Unit | Heading::Guide | Heading::Source);
    let common: Vec<u32> = found.columns.iter().filter(common).map(|column| column.index).collect();
    for [top, left, bottom, _] in std::mem::take(&mut grid.merges) {
        let content = grid.rows.get(&top).and_then(|cells| cells.get(&left)).cloned();
        if let Some(content) = content.filter(|_| common.contains(&left)) {
            (top + 1..=bottom).for_each(|row| grid.put(row, left, content.clone()));
        }
    }
    table_of(&grid, dictionary, kind)
}

/// Whether a sheet among the inputs is a score table beyond doubt.
pub fn is_one(grid: &Grid, dictionary: &Dictionary) -> bool {
    let rows = grid.rows.range(..HEADER_WITHIN).map(|(row, _)| *row);
    let understood = |top: u32, levels: u32| {
        let columns = columns(grid, top, levels, dictionary);
        let says_how = columns.iter().any(|column| column.heading == Heading::Guide);
        let mut heads = Heads::new(grid, top, levels);
        let mut all = true;
        while let Some((column, _)) = heads.step() {
            all &= columns.iter().any(|known| known.index == column);
        }
        all && says_how && kind(&columns).is_some()
    };
    rows.into_iter().any(|top| (1..=MOST_LEVELS).any(|levels| understood(top, levels)))
}
