//! A sheet's cells by row and column, blank ones left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{CellRef, SheetRef};
use crate::model::{Content, Legacy, composed};

/// A font whose letters stand at other places than Unicode's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegacyFont {
    /// What its letters mean.
    pub encoding: Legacy,
    /// As the file names it.
    pub name: String,
}

/// A sheet as a sparse grid.
#[derive(Debug)]
pub struct Grid {
    /// The sheet.
    pub sheet: Arc<SheetRef>,
    /// Cells by row, then column.
    pub rows: BTreeMap<u32, BTreeMap<u32, Content>>,
    /// Merged cells: first row, first column, last row, last column.
    pub merges: Vec<[u32; 4]>,
    /// Texts whose cell is in a font of before Unicode.
    pub fonts: BTreeMap<(u32, u32), LegacyFont>,
}

impl Grid {
    /// An empty sheet.
    pub fn new(file: &str, sheet: &str) -> Self {
        let sheet = SheetRef { file: file.to_owned(), sheet: sheet.to_owned() };
        Self { sheet: Arc::new(sheet), rows: BTreeMap::new(), merges: Vec::new(), fonts: BTreeMap::new() }
    }

    /// Puts a cell in its place.
    pub fn put(&mut self, row: u32, column: u32, content: Content) {
        self.rows.entry(row).or_default().insert(column, content);
    }

    /// Puts text in its place, unless it is blank.
    pub fn put_text(&mut self, row: u32, column: u32, text: &str) {
        let text = composed(text);
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'));
        if !trimmed.is_empty() {
            self.put(row, column, Content::Text(trimmed.to_owned()));
        }
    }

    /// The address of a cell.
    pub fn cell(&self, row: u32, column: u32) -> CellRef {
        CellRef { sheet: Arc::clone(&self.sheet), row, column }
    }

    /// The text of a cell, if it holds text.
    pub fn text(&self, row: u32, column: u32) -> Option<&str> {
        match self.rows.get(&row)?.get(&column)? {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}
