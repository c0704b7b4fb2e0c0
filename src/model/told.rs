//! In: a table that was read. Out: the same, as it is or as another process told it; what is told stays closed until
//! somebody asks for its cells.

use std::fmt::Display;
use std::io;

use serde::{Deserialize, Serialize};

use super::{Document, Shelf, Table, Waiting};
use crate::diag::{Diagnostic, Fault, Place};

/// A table of a file that was read.
#[derive(Serialize, Deserialize)]
pub enum Told {
    /// As it is.
    Open(Box<Table>),
    /// As it was told.
    Closed {
        /// [`Table::front`].
        front: Box<Table>,
        /// All of it, in `MessagePack`.
        #[serde(with = "serde_bytes")]
        whole: Vec<u8>,
    },
}

impl Told {
    /// The table, perhaps without its columns and rows.
    pub fn front(&self) -> &Table {
        match self {
            Self::Open(table) => table,
            Self::Closed { front, .. } => front,
        }
    }

    /// The whole table.
    ///
    /// # Errors
    /// `damaged-workbook`: what was told is none; no file can cause it.
    pub fn open(self) -> Result<Table, Diagnostic> {
        match self {
            Self::Open(table) => Ok(*table),
            Self::Closed { front, whole } => rmp_serde::from_slice(&whole).map_err(|error| no_table(&front, error)),
        }
    }

    /// Puts the table among forms that wait.
    ///
    /// # Errors
    /// As [`Told::open`].
    pub fn put_on(self, forms: &Shelf<Table>) -> Result<Waiting<Table>, Diagnostic> {
        match self {
            Self::Open(table) => Ok(forms.put(*table)),
            Self::Closed { front, whole } => forms.put_told(&whole).map_err(|error| no_table(&front, error)),
        }
    }
}

fn no_table(front: &Table, error: impl Display) -> Diagnostic {
    Diagnostic::new(Fault::DamagedWorkbook { reason: error.to_string() }, Place::File(front.sheet.file.clone()))
}

impl From<Document> for Document<Told> {
    fn from(Document { file, sha256, size, tables }: Document) -> Self {
        let tables = tables.into_iter().map(|table| Told::Open(Box::new(table))).collect();
        Self { file, sha256, size, tables }
    }
}

impl Document {
    /// The same with its tables closed, to be told; each is let go of before the next, so that a large file is never held
    /// three times.
    ///
    /// # Errors
    /// What serde says; no file can cause it.
    pub fn closed(self) -> io::Result<Document<Told>> {
        let Self { file, sha256, size, tables } = self;
        let close = |table: Table| {
            let whole = rmp_serde::to_vec(&table).map_err(io::Error::other)?;
            Ok(Told::Closed { front: Box::new(table.front()), whole })
        };
        let tables = tables.into_iter().map(close).collect::<io::Result<_>>()?;
        Ok(Document { file, sha256, size, tables })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Told;
    use crate::diag::{CellRef, Place, SheetRef};
    use crate::model::{Content, SheetKind, Shelf, Table, TableRow};

    fn table() -> Table {
        let sheet = Arc::new(SheetRef { file: "k1/a.csv".to_owned(), sheet: String::new() });
        let head = vec![(CellRef { sheet: Arc::clone(&sheet), row: 0, column: 0 }, "a title".to_owned())];
        let rows = vec![TableRow { row: 3, cells: vec![None, Some(Content::Bool(true))] }];
        Table { kind: SheetKind::Form, sheet, stamp: None, head, columns: Vec::new(), rows }
    }

    fn closed(whole: Vec<u8>) -> Told {
        Told::Closed { front: Box::new(table().front()), whole }
    }

    #[test]
    fn what_was_told_is_the_same_table_wherever_it_waits() {
        let bytes = |table: &Table| rmp_serde::to_vec(table).unwrap();
        let told = bytes(&table());
        assert_eq!(bytes(&closed(told.clone()).open().unwrap()), told);
        let forms = Shelf::new(2);
        let waiting = [Told::Open(Box::new(table())), closed(told.clone()), closed(told.clone())];
        for waiting in waiting.map(|told| told.put_on(&forms).unwrap()) {
            assert_eq!(bytes(&forms.take(&waiting).unwrap()), told);
        }
    }

    #[test]
    fn what_is_no_table_costs_its_file() {
        for fault in [closed(vec![0xC1]).open().err(), closed(vec![0xC1]).put_on(&Shelf::new(1)).err()] {
            assert_eq!(fault.unwrap().place, Place::File("k1/a.csv".to_owned()));
        }
    }
}
