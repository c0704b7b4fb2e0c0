//! In: pieces of files from blocs in any order. Out: the files, with the pieces in the order of the blocs.

use std::collections::BTreeMap;

use super::publish::{Draft, Opened};
use super::record::FileRecord;
use crate::diag::Diagnostic;
use crate::model::{Growing, Rendered};

/// The files of a set that grow.
#[derive(Default)]
pub(super) struct GrowingFiles {
    files: BTreeMap<String, (Opened, Vec<u8>)>,
    /// The bloc whose pieces are next.
    next: usize,
    /// Pieces of blocs behind it.
    early: BTreeMap<usize, Vec<Rendered>>,
}

impl GrowingFiles {
    /// Begins a file.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn begin(&mut self, draft: &Draft, file: Growing) -> Result<(), Diagnostic> {
        let mut opened = draft.open(&file.path)?;
        opened.add(&file.head)?;
        self.files.insert(file.path, (opened, file.tail));
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
                if let Some((file, _)) = self.files.get_mut(&piece.path) {
                    file.add(&piece.bytes)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the files.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn end(self) -> Result<Vec<FileRecord>, Diagnostic> {
        let ended = self.files.into_values().map(|(mut file, tail)| {
            file.add(&tail)?;
            file.close()
        });
        ended.collect()
    }
}
