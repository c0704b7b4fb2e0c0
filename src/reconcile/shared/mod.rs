//! The shared sheets in: opinions, classification, registration, ballots, decisions; their rows and whether they can be
//! relied on out.
//!
//! A sheet that is expected and missing, or that has one row in doubt, is unreliable as a whole: nothing
//! unconditional may rest on it. One file a sheet; each turns a row that names a member into its entry.

mod ballot;
mod classification;
mod decisions;
mod opinions;
mod registration;

use super::Work;
use super::register::bloc;
use crate::diag::{CellRef, Diagnostic, Fault, Place, Text};
use crate::model::{Heading, Rows, Shared, SharedState, SheetKind, Table, TableRow, fold};
use crate::wording::recognition::TOTAL_ROWS;

/// Reads all shared sheets.
pub fn shared(tables: &[Table], unknown_rejected: bool, work: &mut Work) -> Shared {
    let expects = work.scoring.expects;
    Shared {
        opinions: sheet(tables, SheetKind::Opinions, expects.opinions, work, opinions::opinion),
        classifications: sheet(
            tables,
            SheetKind::Classification,
            expects.classification,
            work,
            classification::classification,
        ),
        registrations: sheet(tables, SheetKind::Registration, expects.registration, work, registration::registration),
        ballots: ballot::all(tables, expects.ballot, work),
        decisions: decisions::all(tables, work),
        unknown_rejected,
    }
}

/// Turns a row of a member into its entry.
type RowReader<T> = fn(&Line, &Work) -> Result<T, Diagnostic>;

/// A row that names a member.
struct Line<'a> {
    kind: SheetKind,
    table: &'a Table,
    row: &'a TableRow,
    member: (usize, usize),
}

impl Line<'_> {
    /// The text under a heading.
    fn text(&self, heading: Heading) -> String {
        self.table.text(self.row, heading)
    }

    /// The cell under a heading.
    fn cell(&self, heading: Heading) -> CellRef {
        self.table.cell_of(self.row, heading)
    }

    /// What stands under a heading is not what is expected there.
    fn unreadable(&self, expected: Text, heading: Heading) -> Diagnostic {
        unreadable(self.kind, expected, self.cell(heading), self.text(heading))
    }
}

fn sheet<T>(tables: &[Table], kind: SheetKind, expected: bool, work: &mut Work, read: RowReader<T>) -> Rows<T> {
    let tables: Vec<_> = tables.iter().filter(|table| table.kind == kind).collect();
    let mut rows = Vec::new();
    let before = work.notes.len();
    for table in &tables {
        rows.extend(entries(table, kind, work, &read));
    }
    let state = if (tables.is_empty() || rows.is_empty() && work.notes.len() == before) && !expected {
        SharedState::NotExpected
    } else if rows.is_empty() || work.notes.len() > before {
        if rows.is_empty() {
            work.note(Diagnostic::new(Fault::SharedSheetMissing { sheet: kind.name().to_owned() }, Place::Run));
        }
        SharedState::Unreliable
    } else {
        SharedState::Present
    };
    Rows { rows, state }
}

/// The entries of a table; a row in doubt is noted.
fn entries<T>(
    table: &Table,
    kind: SheetKind,
    work: &mut Work,
    read: &dyn Fn(&Line, &Work) -> Result<T, Diagnostic>,
) -> Vec<T> {
    let mut found = Vec::new();
    for row in &table.rows {
        if !is_entry(table, row, work) {
            continue;
        }
        let line = member(table, row, kind, work).map(|member| Line { kind, table, row, member });
        match line.and_then(|line| read(&line, work)) {
            Ok(entry) => found.push(entry),
            Err(fault) => work.note(fault),
        }
    }
    found
}

/// The columns that say which member and matter a row is about, filled in on a blank form already.
const ABOUT: &[Heading] = &[
    Heading::Order,
    Heading::Bloc,
    Heading::Member,
    Heading::EntitledUnits,
    Heading::EntitledCouncil,
    Heading::Award,
    Heading::Round,
];

/// A row that names a member and says something of it; not a total, a note, a signature or a line left blank.
fn is_entry(table: &Table, row: &TableRow, work: &Work) -> bool {
    let name = fold(&table.text(row, Heading::Member));
    let known = || work.directory.member(&name, bloc(table, row, work)).is_ok();
    let total = TOTAL_ROWS.iter().any(|word| name.starts_with(word)) && !known();
    let says = table.columns.iter().zip(&row.cells);
    let said = says.filter(|(column, cell)| cell.is_some() && !ABOUT.contains(&column.heading)).count();
    !name.is_empty() && !total && said > 0 && row.cells.iter().flatten().count() >= 3
}

fn member(table: &Table, row: &TableRow, kind: SheetKind, work: &Work) -> Result<(usize, usize), Diagnostic> {
    let name = table.text(row, Heading::Member);
    work.directory.member(&name, bloc(table, row, work)).map_err(|fault| {
        let nearest = match fault {
            Fault::UnknownMember { nearest } => nearest,
            _ => None,
        };
        let fault = Fault::SharedSheetUnknownMember { sheet: kind.name().to_owned(), nearest };
        Diagnostic::new(fault, Place::Cell(table.cell_of(row, Heading::Member))).found(name)
    })
}

fn unreadable(kind: SheetKind, expected: Text, cell: CellRef, found: String) -> Diagnostic {
    let (expected_vi, expected_en) = (expected.vi.to_owned(), expected.en.to_owned());
    let fault = Fault::SharedSheetUnreadable { sheet: kind.name().to_owned(), expected_vi, expected_en };
    Diagnostic::new(fault, Place::Cell(cell)).found(found)
}
