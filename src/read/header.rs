//! A grid in; the table its headings announce out, or none.
//!
//! The header stands within the first 50 rows, over one to three levels; the kind of sheet is the one whose
//! required headings are all there, the most headings winning, then the higher row. A header printed again on a later
//! page is left out; a second table, or a second column with figures under one heading, is a fault: which one is meant
//! cannot be known.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::heads::{Heads, Recognised, Texts, recognise};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Dictionary, Heading, SheetKind, Table, TableColumn, TableRow, fold};

pub(super) const HEADER_WITHIN: u32 = 50;
pub(super) const MOST_LEVELS: u32 = 3;

/// Headings that a row must carry to be looked at as the header of a second table.
const HEADINGS_OF_A_HEADER: usize = 3;

/// What each kind of sheet must have; the more particular kinds first.
pub(super) const KINDS: &[(SheetKind, &[Heading])] = &[
    (SheetKind::Ballot, &[Heading::Member, Heading::Returned, Heading::Yes]),
    (SheetKind::Register, &[Heading::Member, Heading::Code, Heading::PlanAtStart]),
    (SheetKind::Opinions, &[Heading::Member, Heading::Body, Heading::State]),
    (SheetKind::Classification, &[Heading::Member, Heading::Government, Heading::Party]),
    (SheetKind::Decisions, &[Heading::Member, Heading::Decided, Heading::Minutes]),
    (SheetKind::Registration, &[Heading::Member, Heading::Registered]),
    (SheetKind::Agency, &[Heading::Member, Heading::Code, Heading::Actual]),
    (SheetKind::Form, &[Heading::Label, Heading::Actual, Heading::Maximum]),
    (SheetKind::Form, &[Heading::Label, Heading::Plan, Heading::Actual]),
    (SheetKind::AwardList, &[Heading::Award, Heading::Recipient, Heading::AwardReason, Heading::AchievementYear]),
    (SheetKind::FundList, &[Heading::FundItem, Heading::Amount]),
];

/// What a form of criteria that are all marked by people has, besides marks.
const MARKED: &[Heading] = &[Heading::Order, Heading::Label, Heading::Maximum];

/// The header of a table: its kind, its rows and its columns, those of figures that stand there twice included.
struct Header {
    kind: SheetKind,
    row: u32,
    levels: u32,
    columns: Vec<TableColumn>,
}

impl Header {
    fn below(&self) -> u32 {
        self.row + self.levels
    }
}

/// The table of a sheet.
///
/// # Errors
/// `two-tables`, `two-columns`, `figures-unsaid`, with the cell.
pub fn table(grid: &Grid, dictionary: &Dictionary) -> Result<Option<Table>, Diagnostic> {
    table_of(grid, dictionary, kind)
}

/// What the columns of a header are the columns of.
pub(super) type KindOf = fn(&[TableColumn]) -> Option<SheetKind>;

/// The table of a sheet that is of one of these kinds.
///
/// # Errors
/// As [`table`].
pub(super) fn table_of(grid: &Grid, dictionary: &Dictionary, kind: KindOf) -> Result<Option<Table>, Diagnostic> {
    let texts = header_texts(grid, dictionary);
    let within = grid.rows.range(..HEADER_WITHIN).map(|(row, _)| *row);
    let best = within
        .filter_map(|row| header(&texts, row, kind))
        .max_by_key(|header| (header.columns.len(), std::cmp::Reverse(header.levels), std::cmp::Reverse(header.row)));
    let Some(header) = best else { return Ok(None) };
    let again = again(grid, &header, dictionary, kind)?;
    let columns = distinct(grid, &header)?;
    let head = grid.rows.range(..header.row).flat_map(|(row, cells)| {
        cells.iter().filter_map(|(column, content)| match content {
            Content::Text(text) => Some((grid.cell(*row, *column), text.clone())),
            _ => None,
        })
    });
    let head = head.collect();
    let rows = rows_below(grid, header.below(), &columns, &again);
    Ok(Some(Table { kind: header.kind, sheet: grid.sheet.clone(), stamp: None, head, columns, rows }))
}

/// The texts that a header may be made of.
pub(super) fn header_texts<'a>(grid: &'a Grid, dictionary: &'a Dictionary) -> Texts<'a> {
    Texts::of(grid, 0..HEADER_WITHIN + MOST_LEVELS - 1, dictionary)
}

/// The best header that begins in a row.
fn header(texts: &Texts, row: u32, kind: KindOf) -> Option<Header> {
    let of = |levels: u32| {
        let columns = columns(texts, row, levels);
        kind(&columns).map(|kind| Header { kind, row, levels, columns })
    };
    (1..=MOST_LEVELS).filter_map(of).max_by_key(|header| (header.columns.len(), std::cmp::Reverse(header.levels)))
}

fn kind(columns: &[TableColumn]) -> Option<SheetKind> {
    let has = |heading: &Heading| columns.iter().any(|column| column.heading == *heading && column.over.is_none());
    if columns.iter().any(|column| column.over.is_some()) {
        if has(&Heading::Member) {
            return Some(SheetKind::BlocTable);
        }
        if has(&Heading::Label) || has(&Heading::Code) {
            return Some(SheetKind::BlocTableAcross);
        }
    }
    let marks = || columns.iter().any(|column| matches!(column.heading, Heading::Mark(_)));
    let named = KINDS.iter().find(|(_, required)| required.iter().all(has)).map(|(kind, _)| *kind);
    named.or_else(|| (MARKED.iter().all(has) && marks()).then_some(SheetKind::Form))
}

/// The recognised columns of a header of `levels` rows from `top`; none where a line above the header, which begins over
/// a column of its own, would be taken for the name of a member or a criterion.
pub(super) fn columns(texts: &Texts, top: u32, levels: u32) -> Vec<TableColumn> {
    let Texts { grid, dictionary, .. } = texts;
    let mut heads = Heads::new(texts, top, levels);
    let mut found: BTreeMap<u32, TableColumn> = BTreeMap::new();
    while let Some((column, path)) = heads.step() {
        let titles = || grid.rows.range(..top).flat_map(|(_, cells)| cells.values());
        let title = || titles().find_map(|content| dictionary.figures_in(&fold(&content.raw())));
        if let Some(Recognised { heading, status, over }) = recognise(&path, dictionary, title) {
            if over.is_some_and(|level| found.get(&path[level].column).is_some_and(|first| first.over.is_none())) {
                return Vec::new();
            }
            let over = over.map(|level| (path[level].said.to_owned(), grid.cell(top, path[level].column)));
            let said = path.into_iter().map(|text| text.said.to_owned()).collect();
            found.insert(column, TableColumn { index: column, heading, status, over, said });
        }
    }
    found.into_values().collect()
}

/// The rows in which the header is printed again.
fn again(grid: &Grid, header: &Header, dictionary: &Dictionary, kind: KindOf) -> Result<Vec<u32>, Diagnostic> {
    let mut rows = Vec::new();
    let mut below = header.below();
    for (row, cells) in grid.rows.range(header.below()..) {
        let means = |content: &&Content| matches!(content, Content::Text(text) if dictionary.meaning(text).is_some());
        let headings = cells.values().filter(means).count();
        if *row < below || headings < HEADINGS_OF_A_HEADER {
            continue;
        }
        let texts = Texts::of(grid, *row..row.saturating_add(MOST_LEVELS), dictionary);
        let Some(second) = self::header(&texts, *row, kind) else { continue };
        let places = |header: &Header| header.columns.iter().map(|own| (own.index, own.heading)).collect::<Vec<_>>();
        if places(&second) != places(header) {
            let first = grid.cell(header.row, header.columns[0].index).address();
            let place = Place::Cell(grid.cell(*row, second.columns[0].index));
            return Err(Diagnostic::new(Fault::TwoTables { first }, place));
        }
        below = second.below();
        rows.extend(*row..below);
    }
    Ok(rows)
}

/// Only the first column under each heading; a second one must be without figures.
fn distinct(grid: &Grid, header: &Header) -> Result<Vec<TableColumn>, Diagnostic> {
    let mut kept: Vec<TableColumn> = Vec::new();
    let place = |column: &TableColumn| grid.cell(header.below() - 1, column.index);
    for column in &header.columns {
        if column.heading == Heading::Unsaid {
            return Err(Diagnostic::new(Fault::FiguresUnsaid {}, Place::Cell(place(column))));
        }
        let over = |column: &TableColumn| column.over.as_ref().map(|(text, _)| fold(text));
        let same = |earlier: &&TableColumn| earlier.heading == column.heading && over(earlier) == over(column);
        match kept.iter().find(same) {
            None => kept.push(column.clone()),
            Some(first) if in_doubt(grid, header, column) => {
                let fault = Fault::TwoColumns { other: place(first).address() };
                return Err(Diagnostic::new(fault, Place::Cell(place(column))));
            }
            Some(_) => {}
        }
    }
    Ok(kept)
}

/// Whether a second column under one heading carries something that may be what is meant.
fn in_doubt(grid: &Grid, header: &Header, column: &TableColumn) -> bool {
    let counts = matches!(
        column.heading,
        Heading::Plan
            | Heading::Actual
            | Heading::Mark(_)
            | Heading::Member
            | Heading::Label
            | Heading::Code
            | Heading::Award
            | Heading::Recipient
            | Heading::AwardReason
            | Heading::AchievementYear
            | Heading::FundItem
            | Heading::Amount
    );
    let of_a_compact =
        header.kind == SheetKind::ScoreTable && matches!(column.heading, Heading::Maximum | Heading::Guide);
    (counts || of_a_compact) && grid.rows.range(header.below()..).any(|(_, cells)| cells.contains_key(&column.index))
}

fn rows_below(grid: &Grid, first: u32, columns: &[TableColumn], again: &[u32]) -> Vec<TableRow> {
    let rows = grid.rows.range(first..).filter(|(row, _)| !again.contains(row)).map(|(row, cells)| {
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
