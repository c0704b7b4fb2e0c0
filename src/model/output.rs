//! The extension point of writing: an output turns finished results into files in memory.

use super::{Results, Submission};
use crate::diag::{Diagnostic, Lang, Text};

/// Whether an output is made once or for every bloc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once a run.
    Run,
    /// Once a bloc.
    Bloc,
}

/// The property by which a workbook says that this program made it, its formulas with their results; it holds the hash of
/// scoring.toml.
pub const MADE_BY: &str = "scoring-sha256";

/// A file in memory.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// Path within the set of outputs, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What every output may read.
pub struct OutputContext<'a> {
    /// The results.
    pub results: &'a Results<'a>,
    /// All findings, in the order they are shown.
    pub notes: &'a [Diagnostic],
    /// The language.
    pub lang: Lang,
}

impl OutputContext<'_> {
    /// The files that were read.
    pub fn submissions(&self) -> &[Submission] {
        &self.results.panel.submissions
    }
}

/// One kind of output; one file each under `write/outputs`.
pub trait Output: Sync {
    /// Its name in scoring.toml: kebab-case.
    fn name(&self) -> &'static str;
    /// What it is.
    fn doc(&self) -> Text;
    /// Once a run or once a bloc.
    fn scope(&self) -> Scope;
    /// The files; `bloc` is given for [`Scope::Bloc`]. It computes nothing and rounds nothing.
    ///
    /// # Errors
    /// What the writing library said.
    fn render(&self, context: &OutputContext, bloc: usize) -> Result<Vec<Rendered>, String>;
}
