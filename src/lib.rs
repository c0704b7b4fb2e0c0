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
//! A run goes bloc by bloc: [`collect`] reads and files everything, [`marked`] scores and ranks one bloc, [`proposed`] is
//! what no bloc can say alone, and the outputs ask for bloc after bloc once more ([`by_bloc`]). [`gather`] and [`engine`] do
//! the same with all blocs at hand, for the commands that compare. Only reading and writing do I/O. The commands stand above
//! them. A rule, a requirement of an award or an output is one new file and two lines in its table
//! ([`score::rules`], [`award::requirements`], [`write::OUTPUTS`]); the tables meet in [`CATALOGUE`].

pub mod award;
pub mod by_bloc;
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

use std::fmt::Display;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use config::ScoringText;
use diag::{Diagnostic, Fault, Limits, Noted, Place};
use model::{
    BlocPanel, BlocScores, BlocTally, Catalogue, Common, Document, Panel, Ranking, Results, Run, Scores, Scoring,
    Shared, Told, bloc_by_bloc,
};
use read::Readers;
use reconcile::{Filing, Intake};

/// The tables that scoring.toml may name entries of.
pub static CATALOGUE: Catalogue = Catalogue {
    rules: score::rules::RULES,
    requirements: award::requirements::REQUIREMENTS,
    outputs: write::OUTPUTS,
    tie_breaks: rank::TIE_BREAKS,
};

/// What was read and filed, before any bloc has had its turn.
pub struct Collected {
    /// scoring.toml as meant.
    pub scoring: Scoring,
    /// What was handed in.
    pub intake: Intake,
    /// What was found on the way.
    pub notes: Vec<Diagnostic>,
}

/// What was read, before anything is scored.
pub struct Gathered {
    /// scoring.toml as meant.
    pub scoring: Scoring,
    /// What was handed in.
    pub panel: Panel,
    /// What was found on the way.
    pub notes: Vec<Diagnostic>,
}

/// How far a run has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many files were found.
    Found(usize),
    /// One more file was read.
    Read,
}

/// Reads scoring.toml and the inputs, by whom `readers` says; so many forms are held as they are, those beyond wait
/// packed. `seen` is told the number of files, then of each file read.
///
/// # Errors
/// Faults of scoring.toml, or those that refuse the inputs; the text of scoring.toml is returned for their carets.
pub fn collect(
    scoring: &Path,
    inputs: &Path,
    (readers, open): (&Readers, usize),
    seen: &(dyn Fn(Step) + Sync),
) -> (ScoringText, Result<Collected, Vec<Diagnostic>>) {
    let scoring_folder = scoring.parent().unwrap_or(Path::new(""));
    let (text, scoring) = config::load(scoring, &CATALOGUE);
    (text, scoring.and_then(|configured| filed(configured, (scoring_folder, inputs), (readers, open), seen)))
}

fn filed(
    scoring: Scoring,
    (folder, inputs): (&Path, &Path),
    readers: (&Readers, usize),
    seen: &(dyn Fn(Step) + Sync),
) -> Result<Collected, Vec<Diagnostic>> {
    let history = scoring.history.as_ref().map(|named| record::history(&folder.join(named), &scoring));
    let history = history.transpose().map_err(|fault| vec![fault])?;
    let Noted { output: mut intake, mut notes } = intake(&scoring, inputs, readers, seen)?;
    if let Some(history) = history {
        intake.common.history = Some(history.output);
        notes.extend(history.notes);
    }
    Ok(Collected { scoring, intake, notes })
}

/// Finds, reads and files everything below the inputs folder.
fn intake(
    scoring: &Scoring,
    inputs: &Path,
    (readers, open): (&Readers, usize),
    seen: &(dyn Fn(Step) + Sync),
) -> Result<Noted<Intake>, Vec<Diagnostic>> {
    let found = read::find(inputs).map_err(|fault| vec![fault])?;
    seen(Step::Found(found.output.len()));
    let mut notes = found.notes;
    let filing = Filing::new(scoring, open);
    let take = |index, document| {
        filing.take(index, document);
        seen(Step::Read);
    };
    notes.extend(read::read((inputs, &found.output), (&scoring.dictionary, &scoring.limits), readers, &take));
    match Intake::of(filing, scoring) {
        Ok(intake) => {
            notes.extend(intake.notes);
            Ok(Noted { output: intake.output, notes })
        }
        Err(refused) => {
            notes.extend(refused);
            diag::sort(&mut notes);
            Err(notes)
        }
    }
}

/// As [`collect`], with every bloc's panel at once.
///
/// # Errors
/// As [`collect`].
pub fn gather(
    scoring: &Path,
    inputs: &Path,
    readers: &Readers,
    seen: &(dyn Fn(Step) + Sync),
) -> (ScoringText, Result<Gathered, Vec<Diagnostic>>) {
    let (text, collected) = collect(scoring, inputs, (readers, usize::MAX), seen);
    let gathered = collected.and_then(|Collected { scoring, intake, mut notes }| {
        let panel = panel(&scoring, intake)?;
        notes.extend(panel.notes);
        diag::sort(&mut notes);
        Ok(Gathered { scoring, panel: panel.output, notes })
    });
    (text, gathered)
}

/// What the inputs come to under another scoring.toml, for [`compare`]; its findings are not wanted.
///
/// # Errors
/// Those that refuse the inputs.
pub fn read_under(scoring: &Scoring, inputs: &Path, readers: &Readers) -> Result<Panel, Vec<Diagnostic>> {
    let intake = intake(scoring, inputs, (readers, usize::MAX), &|_| {})?;
    panel(scoring, intake.output).map(|panel| panel.output)
}

/// Every bloc's panel.
///
/// # Errors
/// `render-failed`; no input can cause it.
pub fn panel(scoring: &Scoring, mut intake: Intake) -> Result<Noted<Panel>, Vec<Diagnostic>> {
    let handed = bloc_by_bloc(scoring.blocs.len(), |bloc| intake.bloc(bloc, scoring).map_err(unmade));
    let handed = handed.map_err(|fault| vec![fault])?;
    let (mut blocs, mut files, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for handed in handed {
        blocs.push(handed.output.panel);
        files.push(handed.output.files);
        notes.extend(handed.notes);
    }
    intake.submit(&files);
    Ok(Noted { output: Panel { blocs, common: intake.common }, notes })
}

/// No input can cause it.
fn unmade(reason: impl Display) -> Diagnostic {
    Diagnostic::new(Fault::RenderFailed { reason: reason.to_string() }, Place::Run)
}

/// One bloc, scored and ranked.
pub struct Marked {
    /// Marks and totals.
    pub scores: BlocScores,
    /// What is kept of them.
    pub tally: BlocTally,
    /// The order.
    pub ranking: Ranking,
}

/// Scores and ranks a bloc: pure.
///
/// # Errors
/// `render-failed` with what the table library said; no input can cause it.
pub fn marked(bloc: usize, panel: &BlocPanel, scoring: &Scoring, shared: &Shared) -> Result<Noted<Marked>, Diagnostic> {
    let Noted { output: scores, notes } = score::score(bloc, panel, scoring);
    let ranking = rank::rank(bloc, &scores, shared, scoring).map_err(unmade)?;
    let tally = score::tally(bloc, panel, &scores, scoring).map_err(unmade)?;
    Ok(Noted { output: Marked { scores, tally, ranking }, notes })
}

/// What is put to the council, of all blocs together: pure.
pub fn proposed<'a>(
    scoring: &'a Scoring,
    common: &'a Common,
    (tallies, rankings): (Vec<BlocTally>, Vec<Ranking>),
) -> Noted<Run<'a>> {
    let Noted { output: proposals, mut notes } = award::award(scoring, common, &tallies, &rankings);
    let yearly = award::yearly(scoring, &common.yearly);
    notes.extend(yearly.notes);
    Noted { output: Run { scoring, common, tallies, rankings, proposals, yearly: yearly.output }, notes }
}

/// Scores, ranks and proposes: pure, callable again on changed inputs.
///
/// # Errors
/// `render-failed` with what the table library said; no input can cause it.
pub fn engine<'a>(scoring: &'a Scoring, panel: &'a Panel) -> Result<(Results<'a>, Vec<Diagnostic>), Diagnostic> {
    let shared = &panel.common.shared;
    let blocs = bloc_by_bloc(panel.blocs.len(), |bloc| marked(bloc, &panel.blocs[bloc], scoring, shared))?;
    let (mut scores, mut tallies, mut rankings, mut notes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for bloc in blocs {
        scores.push(bloc.output.scores);
        tallies.push(bloc.output.tally);
        rankings.push(bloc.output.ranking);
        notes.extend(bloc.notes);
    }
    let run = proposed(scoring, &panel.common, (tallies, rankings));
    notes.extend(run.notes);
    Ok((Results { run: run.output, panel, scores: Scores { blocs: scores } }, notes))
}

/// Checks files alone: the faults of reading them, without putting them together.
pub fn lift(inputs: &Path, files: &[String], readers: &Readers) -> Noted<Vec<Document>> {
    let found = Mutex::new(Vec::new());
    let take = |index, document| found.lock().unwrap_or_else(PoisonError::into_inner).push((index, document));
    let (dictionary, limits) = (wording::columns::dictionary(), Limits::default());
    let mut notes = read::read((inputs, files), (&dictionary, &limits), readers, &take);
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(index, _): &(usize, Document<Told>)| *index);
    let opened = found.into_iter().map(|(_, Document { file, sha256, size, tables })| {
        let tables = tables.into_iter().filter_map(|table| table.open().map_err(|fault| notes.push(fault)).ok());
        Document { file, sha256, size, tables: tables.collect() }
    });
    let output = opened.collect();
    Noted { output, notes }
}
