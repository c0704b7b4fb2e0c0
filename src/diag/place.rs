//! Where a value or a fault stands: a cell, a line of a file, a flag, or the whole run.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A sheet of a file; shared by all its cells.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SheetRef {
    /// Path under the inputs folder, with `/`.
    pub file: String,
    /// The sheet's name; empty for csv.
    pub sheet: String,
}

/// What is shared, as it is told to another process: by itself.
pub mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Tells it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<T: Serialize, S: Serializer>(shared: &Arc<T>, to: S) -> Result<S::Ok, S::Error> {
        T::serialize(shared, to)
    }

    /// Hears it, shared with nobody yet.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Arc<T>, D::Error> {
        T::deserialize(from).map(Arc::new)
    }
}

/// One cell; row and column count from 0 and are shown as Excel shows them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellRef {
    /// The sheet.
    #[serde(with = "shared")]
    pub sheet: Arc<SheetRef>,
    /// 0-based row.
    pub row: u32,
    /// 0-based column.
    pub column: u32,
}

impl CellRef {
    /// `E14`.
    pub fn address(&self) -> String {
        format!("{}{}", column_letters(self.column), self.row + 1)
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        if self.sheet.sheet.is_empty() {
            write!(out, "{}!{}", self.sheet.file, self.address())
        } else {
            write!(out, "{}!{}!{}", self.sheet.file, self.sheet.sheet, self.address())
        }
    }
}

/// The letters of a 0-based column: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// Where a fault stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// The run as a whole.
    Run,
    /// An argument of the command line.
    Argument(String),
    /// A file or folder.
    File(String),
    /// A span of a configuration file, in bytes of its text.
    Toml {
        /// The file's name as given.
        file: String,
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A sheet.
    Sheet(#[serde(with = "shared")] Arc<SheetRef>),
    /// A cell.
    Cell(CellRef),
}

impl Place {
    /// The input file it stands in.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::File(file) => Some(file),
            Self::Sheet(sheet) => Some(&sheet.file),
            Self::Cell(cell) => Some(&cell.sheet.file),
            Self::Run | Self::Argument(_) | Self::Toml { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_as_excel_names_them() {
        let named: Vec<_> = [0, 25, 26, 701, 702].map(column_letters).into();
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
