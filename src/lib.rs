//! `thidua` scores and ranks the members of emulation clusters and blocs (cụm, khối thi đua) from the
//! spreadsheets they hand in, by the compact they signed, and proposes the leaders for the Emulation Flag.
//!
//! # The pipeline
//! ```text
//! scoring.toml → config;   read → reconcile → score → rank → award → write
//! diag ← model ← { config, read, reconcile, score, rank, award, write } ← lib.rs ← main.rs
//! ```
//! Data flows one way and a stage never imports another stage; `tests/architecture.rs` keeps it so.
//! - [`config`]: scoring.toml → [`model::Scoring`], or every fault with its line and caret
//! - [`read`]: files → [`model::Document`], cells with their addresses under recognised headings
//! - [`reconcile`]: documents → [`model::Panel`], who said what of which criterion, from which cell
//! - [`score`]: panel → [`model::Scores`], every mark with its reason, exact points, totals; mid-year the review
//! - [`rank`]: scores → [`model::Ranking`], ties left as ties
//! - [`award`]: rankings → [`model::Proposals`], with grounds, votes and shares
//! - [`mod@write`]: results → the set of outputs, whole or not at all
//!
//! Beside them stand [`record`] (earlier results read back: for [`compare`], and for the years before) and [`compare`]
//! (what differs between two runs, and why).
//! [`mod@draft`] stands beside the stages: an office's score table → the text of a scoring.toml.
//!
//! [`gather`] is everything up to the panel; [`engine`] is score, rank and award, without I/O. The commands
//! stand above them. A rule, a requirement of an award or an output is one new file and two lines in its table
//! ([`score::rules`], [`award::requirements`], [`write::OUTPUTS`]); the tables meet in [`CATALOGUE`].

pub mod award;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod config;
pub mod diag;
pub mod draft;
pub mod model;
pub mod rank;
pub mod read;
pub mod reconcile;
pub mod record;
pub mod score;
pub mod wording;
pub mod write;

use std::path::Path;

use config::ScoringText;
use diag::{Diagnostic, Fault, Limits, Place};
use model::{Catalogue, Document, Panel, Results, Scoring};
use read::Readers;

/// The tables that scoring.toml may name entries of.
pub static CATALOGUE: Catalogue = Catalogue {
    rules: score::rules::RULES,
    requirements: award::requirements::REQUIREMENTS,
    outputs: write::OUTPUTS,
    tie_breaks: rank::TIE_BREAKS,
};

/// What was read, before anything is scored.
pub struct Gathered {
    /// scoring.toml as meant.
    pub scoring: Scoring,
    /// What was handed in.
    pub panel: Panel,
    /// What was found on the way.
    pub notes: Vec<Diagnostic>,
}

/// Reads scoring.toml and the inputs, by whom `readers` says; `seen` is told the number of files, then of each file read.
///
/// # Errors
/// Faults of scoring.toml, or those that refuse the inputs; the text of scoring.toml is returned for their carets.
pub fn gather(
    scoring: &Path,
    inputs: &Path,
    readers: &Readers,
    seen: &(dyn Fn(Step) + Sync),
) -> (ScoringText, Result<Gathered, Vec<Diagnostic>>) {
    let scoring_folder = scoring.parent().unwrap_or(Path::new(""));
    let (text, scoring) = config::load(scoring, &CATALOGUE);
    (text, scoring.and_then(|configured| collect(configured, (scoring_folder, inputs), readers, seen)))
}

/// What the inputs come to under another scoring.toml, for [`compare`]; its findings are not wanted.
///
/// # Errors
/// Those that refuse the inputs.
pub fn read_under(scoring: &Scoring, inputs: &Path, readers: &Readers) -> Result<Panel, Vec<Diagnostic>> {
    let found = read::find(inputs).map_err(|fault| vec![fault])?;
    let documents = read::read((inputs, &found.output), (&scoring.dictionary, &scoring.limits), readers, &|| {});
    reconcile::reconcile(&documents.output, scoring).map(|panel| panel.output)
}

/// How far the reading has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many files were found.
    Found(usize),
    /// One more file was read.
    Read,
}

fn collect(
    scoring: Scoring,
    (folder, inputs): (&Path, &Path),
    readers: &Readers,
    seen: &(dyn Fn(Step) + Sync),
) -> Result<Gathered, Vec<Diagnostic>> {
    let history = scoring.history.as_ref().map(|named| record::history(&folder.join(named), &scoring));
    let history = history.transpose().map_err(|fault| vec![fault])?;
    let found = read::find(inputs).map_err(|fault| vec![fault])?;
    seen(Step::Found(found.output.len()));
    let mut notes = found.notes;
    let documents =
        read::read((inputs, &found.output), (&scoring.dictionary, &scoring.limits), readers, &|| seen(Step::Read));
    notes.extend(documents.notes);
    let mut panel = match reconcile::reconcile(&documents.output, &scoring) {
        Ok(panel) => panel,
        Err(refused) => {
            notes.extend(refused);
            diag::sort(&mut notes);
            return Err(notes);
        }
    };
    notes.extend(panel.notes);
    if let Some(history) = history {
        panel.output.history = Some(history.output);
        notes.extend(history.notes);
    }
    diag::sort(&mut notes);
    Ok(Gathered { scoring, panel: panel.output, notes })
}

/// Scores, ranks and proposes: pure, callable again on changed inputs.
///
/// # Errors
/// `render-failed` with what the table library said; no input can cause it.
pub fn engine<'a>(scoring: &'a Scoring, panel: &'a Panel) -> Result<(Results<'a>, Vec<Diagnostic>), Diagnostic> {
    let refused = |reason: String| Diagnostic::new(Fault::RenderFailed { reason }, Place::Run);
    let scored = score::score(panel, scoring).map_err(refused)?;
    let rankings = rank::rank(&scored.output, &panel.shared, scoring).map_err(refused)?;
    let proposed = award::award(scoring, panel, &scored.output, &rankings);
    let mut notes = scored.notes;
    notes.extend(proposed.notes);
    let yearly = award::yearly(scoring, &panel.yearly);
    notes.extend(yearly.notes);
    let (proposals, yearly) = (proposed.output, yearly.output);
    Ok((Results { scoring, panel, scores: scored.output, rankings, proposals, yearly }, notes))
}

/// Checks files alone: the faults of reading them, without putting them together.
pub fn lift(inputs: &Path, files: &[String], readers: &Readers) -> diag::Noted<Vec<Document>> {
    read::read((inputs, files), (&wording::columns::dictionary(), &Limits::default()), readers, &|| {})
}
