//! The extension point of writing: an output turns finished results into files in memory.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{BlocResults, Run, Submission};
use crate::diag::{Diagnostic, Lang, Text};

/// The property by which a workbook says that this program made it, its formulas with their results; it holds the hash of
/// scoring.toml.
pub const MADE_BY: &str = "scoring-sha256";

/// A file in memory, or the next piece of one that grows.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// Path within the set of outputs, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes pieces of files that grow, as they are made.
pub trait Pieces {
    /// Adds a piece to the file of a path.
    fn add(&mut self, path: &str, bytes: &[u8]);
}

/// Writes to one file that grows, in pieces of some size.
pub struct Tail<'a> {
    path: String,
    pieces: &'a mut dyn Pieces,
    buffer: Vec<u8>,
}

impl<'a> Tail<'a> {
    /// To the file of a path.
    pub fn of(path: String, pieces: &'a mut dyn Pieces) -> Self {
        Self { path, pieces, buffer: Vec::new() }
    }
}

impl Write for Tail<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pieces.add(&self.path, &self.buffer);
        self.buffer.clear();
        Ok(())
    }
}

impl Drop for Tail<'_> {
    fn drop(&mut self) {
        // nothing is written here: the pieces remember what could not be
        let _ = self.flush();
    }
}

/// Bytes of a piece.
const PIECE: usize = 1 << 20;

/// What every output may read.
pub struct OutputContext<'a> {
    /// The results, but for the panels and marks of the blocs.
    pub results: &'a Run<'a>,
    /// All findings, in the order they are shown.
    pub notes: &'a [Diagnostic],
    /// The language.
    pub lang: Lang,
    blocs: Vec<About<'a>>,
}

/// What concerns a bloc.
#[derive(Clone, Default)]
struct About<'a> {
    notes: Vec<&'a Diagnostic>,
    submissions: Vec<&'a Submission>,
}

impl<'a> OutputContext<'a> {
    /// Looks up once what concerns each bloc.
    pub fn new(results: &'a Run<'a>, notes: &'a [Diagnostic], lang: Lang) -> Self {
        let blocs = &results.scoring.blocs;
        let ids: BTreeMap<&str, usize> =
            blocs.iter().enumerate().map(|(index, bloc)| (bloc.id.as_str(), index)).collect();
        let mut about = vec![About::default(); blocs.len()];
        let mut of_one: BTreeMap<&str, usize> = BTreeMap::new();
        for file in &results.common.submissions {
            let mut speaks_of: Vec<usize> = file.members.iter().map(|(bloc, _)| *bloc).collect();
            speaks_of.dedup();
            if let [bloc] = speaks_of[..] {
                of_one.insert(&file.file, bloc);
            }
            for bloc in speaks_of {
                about[bloc].submissions.push(file);
            }
        }
        for note in notes {
            let bloc = match &note.about.bloc {
                Some(id) => ids.get(id.as_str()),
                None => note.place.file().and_then(|file| of_one.get(file)),
            };
            if let Some(bloc) = bloc {
                about[*bloc].notes.push(note);
            }
        }
        Self { results, notes, lang, blocs: about }
    }

    /// The files that were read; of one bloc, those that speak of it.
    pub fn submissions(&self, bloc: Option<usize>) -> Vec<&'a Submission> {
        bloc.map_or_else(
            || self.results.common.submissions.iter().collect(),
            |bloc| self.blocs[bloc].submissions.clone(),
        )
    }

    /// The findings; of one bloc, those about it and those about files that speak of no other.
    pub fn notes(&self, bloc: Option<usize>) -> Vec<&'a Diagnostic> {
        bloc.map_or_else(|| self.notes.iter().collect(), |bloc| self.blocs[bloc].notes.clone())
    }
}

/// One kind of output; one file each under `write/outputs`. It computes nothing and rounds nothing. The errors are what
/// the writing library said.
pub trait Output: Sync {
    /// Its name in scoring.toml: kebab-case.
    fn name(&self) -> &'static str;

    /// What it is.
    fn doc(&self) -> Text;

    /// The files over the whole run.
    ///
    /// # Errors
    /// What the writing library said.
    fn of_run(&self, _context: &OutputContext) -> Result<Vec<Rendered>, String> {
        Ok(Vec::new())
    }

    /// The files that grow bloc by bloc, with what stands before the first bloc's piece.
    ///
    /// # Errors
    /// What the writing library said.
    fn heads(&self, _context: &OutputContext) -> Result<Vec<Rendered>, String> {
        Ok(Vec::new())
    }

    /// Adds what stands behind the last bloc's piece of those that grow.
    ///
    /// # Errors
    /// What the writing library said.
    fn tails(&self, _context: &OutputContext, _pieces: &mut dyn Pieces) -> Result<(), String> {
        Ok(())
    }

    /// The files of a bloc, and its pieces of those that grow.
    ///
    /// # Errors
    /// What the writing library said.
    fn of_bloc(&self, _context: &OutputContext, _bloc: usize, _own: &BlocResults) -> Result<Vec<Rendered>, String> {
        Ok(Vec::new())
    }
}
