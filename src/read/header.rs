//! A grid in; the table its headings announce out, or none.
//!
//! The header stands within the first 50 rows, over one to three levels; the kind of sheet is the one whose
//! required headings are all there, the most headings winning, then the higher row.

use std::collections::BTreeMap;

use super::grid::Grid;
use crate::model::{Content, Dictionary, Heading, SheetKind, Table, TableColumn, TableRow, fold};

const HEADER_WITHIN: u32 = 50;
const MOST_LEVELS: u32 = 3;

/// What each kind of sheet must have; the more particular kinds first.
const KINDS: &[(SheetKind, &[Heading])] = &[
    (SheetKind::Ballot, &[Heading::Member, Heading::Returned, Heading::Yes]),
    (SheetKind::Register, &[Heading::Member, Heading::Code, Heading::PlanAtStart]),
    (SheetKind::Opinions, &[Heading::Member, Heading::Body, Heading::State]),
    (SheetKind::Classification, &[Heading::Member, Heading::Government, Heading::Party]),
    (SheetKind::Agency, &[Heading::Member, Heading::Code, Heading::Actual]),
    (SheetKind::Form, &[Heading::Order, Heading::Label, Heading::Actual, Heading::Maximum]),
];

/// The table of a sheet.
pub fn table(grid: &Grid, dictionary: &Dictionary) -> Option<Table> {
    let rows = grid.rows.range(..HEADER_WITHIN).map(|(row, _)| *row);
    let candidates = rows.flat_map(|row| (1..=MOST_LEVELS).map(move |levels| (row, levels)));
    let announced = candidates.filter_map(|(row, levels)| {
        let columns = columns(grid, row, levels, dictionary);
        kind(&columns).map(|kind| (kind, row, levels, columns))
    });
    let (kind, row, levels, columns) = announced
        .max_by_key(|(_, row, levels, columns)| (columns.len(), std::cmp::Reverse(*levels), std::cmp::Reverse(*row)))?;
    let head = grid.rows.range(..row).flat_map(|(row, cells)| {
        cells.iter().filter_map(|(column, content)| match content {
            Content::Text(text) => Some((grid.cell(*row, *column), text.clone())),
            _ => None,
        })
    });
    let head = head.collect();
    let rows = rows_below(grid, row + levels, &columns);
    Some(Table { kind, sheet: grid.sheet.clone(), head, columns, rows })
}

fn kind(columns: &[TableColumn]) -> Option<SheetKind> {
    let has = |heading: &Heading| columns.iter().any(|column| column.heading == *heading && column.over.is_none());
    if has(&Heading::Member) && columns.iter().any(|column| column.over.is_some()) {
        return Some(SheetKind::BlocTable);
    }
    KINDS.iter().find(|(_, required)| required.iter().all(has)).map(|(kind, _)| *kind)
}

/// The recognised columns of a header of `levels` rows from `top`.
fn columns(grid: &Grid, top: u32, levels: u32, dictionary: &Dictionary) -> Vec<TableColumn> {
    let bottom = top + levels - 1;
    let mut found: BTreeMap<u32, TableColumn> = BTreeMap::new();
    let last =
        (top..=bottom).filter_map(|row| grid.rows.get(&row)?.keys().next_back()).max().copied().unwrap_or_default();
    let mut above: Vec<Option<(u32, String)>> = vec![None; levels as usize];
    for column in 0..=last {
        let mut own = Vec::new();
        for (level, row) in (top..=bottom).enumerate() {
            if let Some(text) = grid.text(row, column) {
                above[level] = Some((column, text.to_owned()));
                above[level + 1..].fill(None);
                own.push(text.to_owned());
            }
        }
        if own.is_empty() {
            continue;
        }
        let path: Vec<_> = above.iter().flatten().map(|(_, text)| text.clone()).collect();
        if let Some((heading, over)) = recognise(&path, dictionary) {
            let over = over.then(|| {
                let start = above[0].as_ref().map_or(column, |(start, _)| *start);
                (path[0].clone(), grid.cell(top, start))
            });
            found.insert(column, TableColumn { index: column, heading, over });
        }
    }
    distinct(found.into_values().collect())
}

/// The heading a path of texts from top to bottom stands for, and whether its top names something else above it.
fn recognise(path: &[String], dictionary: &Dictionary) -> Option<(Heading, bool)> {
    let heading = |text: &str| heading(text, dictionary);
    let joined = path.join(" ");
    if let Some(heading) = heading(&joined) {
        return Some((heading, false));
    }
    let bottom = heading(path.last()?)?;
    let data =
        matches!(bottom, Heading::Plan | Heading::Actual | Heading::Status | Heading::Evidence | Heading::Mark(_));
    let over = path.len() > 1 && data && heading(&path[0]).is_none() && path[0].contains(['.', ':']);
    Some((bottom, over))
}

fn heading(text: &str, dictionary: &Dictionary) -> Option<Heading> {
    let folded = fold(text);
    let bare = folded.split(" (").next().unwrap_or_default();
    dictionary.heading(&folded).or_else(|| dictionary.heading(bare))
}

/// Only the first column under each heading, so that a second table beside the first changes nothing.
fn distinct(columns: Vec<TableColumn>) -> Vec<TableColumn> {
    let mut kept: Vec<TableColumn> = Vec::new();
    for column in columns {
        let over = |column: &TableColumn| column.over.as_ref().map(|(text, _)| text.clone());
        if !kept.iter().any(|earlier| earlier.heading == column.heading && over(earlier) == over(&column)) {
            kept.push(column);
        }
    }
    kept
}

fn rows_below(grid: &Grid, first: u32, columns: &[TableColumn]) -> Vec<TableRow> {
    let rows = grid.rows.range(first..).map(|(row, cells)| {
        let cells = columns.iter().map(|column| cells.get(&column.index).cloned()).collect();
        TableRow { row: *row, cells }
    });
    let mut rows: Vec<_> = rows.filter(|row: &TableRow| row.cells.iter().any(Option::is_some)).collect();
    if rows.first().is_some_and(is_index_row) {
        rows.remove(0);
    }
    rows
}

/// The row under a header that numbers its columns: `A B 1 2 3=2/1` or `(1) (2)`.
fn is_index_row(row: &TableRow) -> bool {
    let short = |content: &Content| {
        let raw = content.raw();
        raw.chars().count() <= 10
            && raw.chars().all(|c| c.is_ascii_alphanumeric() && !c.is_lowercase() || "()=/:+-*%x ".contains(c))
    };
    let filled: Vec<_> = row.cells.iter().flatten().collect();
    let label = filled.get(1).is_none_or(|second| short(second) && second.raw().chars().count() <= 4);
    filled.len() >= 3 && label && filled.iter().all(|content| short(content))
}
