//! In: pieces of files from blocs in any order. Out: the files, with the pieces in the order of the blocs.

use std::collections::BTreeMap;

use super::publish::{Draft, Opened};
use super::record::FileRecord;
use crate::diag::Diagnostic;
use crate::model::{Pieces, Rendered};

/// The files of a set that grow.
#[derive(Default)]
pub(super) struct GrowingFiles {
    files: BTreeMap<String, Opened>,
    /// The bloc whose pieces are next.
    next: usize,
    /// Pieces of blocs behind it.
    early: BTreeMap<usize, Vec<Rendered>>,
    /// The first tail that could not be written.
    refused: Option<Diagnostic>,
}

impl GrowingFiles {
    /// Begins a file with its head.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn begin(&mut self, draft: &Draft, head: Rendered) -> Result<(), Diagnostic> {
        let mut opened = draft.open(&head.path)?;
        opened.add(&head.bytes)?;
        self.files.insert(head.path, opened);
        Ok(())
    }

    /// Whether a path is that of a file that grows.
    pub(super) fn grows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Takes the pieces of a bloc, and writes those whose turn it is.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn give(&mut self, bloc: usize, pieces: Vec<Rendered>) -> Result<(), Diagnostic> {
        self.early.insert(bloc, pieces);
        while let Some(pieces) = self.early.remove(&self.next) {
            self.next += 1;
            for piece in pieces {
                self.files.get_mut(&piece.path).map_or(Ok(()), |file| file.add(&piece.bytes))?;
            }
        }
        Ok(())
    }

    /// Ends the files.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn end(self) -> Result<Vec<FileRecord>, Diagnostic> {
        self.refused.map_or(Ok(()), Err)?;
        self.files.into_values().map(Opened::close).collect()
    }
}

impl Pieces for GrowingFiles {
    fn add(&mut self, path: &str, bytes: &[u8]) {
        if self.refused.is_none() {
            self.refused = self.files.get_mut(path).and_then(|file| file.add(bytes).err());
        }
    }
}
