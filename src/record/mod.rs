//! The types of ket-qua.json. In: an earlier set of outputs. Out: its results as they were written ([`Record`]), its
//! scoring.toml to the letter, and what was handed in then ([`panel`]), so that the engine can score it again; and,
//! of a folder of earlier years, what each member reached ([`history`]).
//!
//! `file` and `shared` are the shape as written, `panel` gives it back its types, `history` looks members up in many of them.
//! Keys are only ever added to the shape while its schema stays; a schema that is not known is a fault, never a guess.

mod file;
mod history;
mod panel;
mod shared;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diag::{Diagnostic, Fault, Place, Text};
use crate::model::{Panel, Scoring, sha256};
use crate::wording::record as words;

pub use file::{BlocRecord, MarkRecord, MemberRecord, ProposalRecord, Record, StandingRecord};
pub use history::history;

/// The schema that this program writes and reads.
const SCHEMA: u64 = 1;
/// The results within a set of outputs.
const RESULTS: &str = "ket-qua.json";
/// The folder of what is for machines within a set.
const FOLDER: &str = "du-lieu-may";

/// An earlier set of outputs.
#[derive(Debug)]
pub struct Earlier {
    /// Its ket-qua.json as it was named or found.
    pub path: String,
    /// What it says.
    pub record: Record,
    /// The scoring.toml it was made by: the path and the text.
    pub scoring: (String, String),
}

/// Opens an earlier set: its folder, or its ket-qua.json with scoring.toml beside it.
///
/// # Errors
/// `results-missing` or `results-unfit`, with what to do.
pub fn open(path: &Path) -> Result<Earlier, Diagnostic> {
    let Some(found) = find(path) else {
        let named = path.display().to_string();
        return Err(Diagnostic::new(Fault::ResultsMissing {}, Place::Argument(named)));
    };
    let shown = shown(&found);
    let record: Record = read(&found).map_err(|reason| unfit(&shown, reason))?;
    let beside = found.with_file_name("scoring.toml");
    let text = std::fs::read(&beside).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let text = text.ok_or_else(|| unfit(&shown, words::no_scoring()))?;
    if sha256(text.as_bytes()) != record.scoring_sha256 {
        return Err(unfit(&shown, words::other_scoring()));
    }
    let scoring = (self::shown(&beside), text);
    Ok(Earlier { path: shown, record, scoring })
}

/// What was handed in when an earlier set was made, in the shape of its own scoring.toml.
///
/// # Errors
/// `results-unfit` where it is not whole.
pub fn panel(earlier: &Earlier, scoring: &Scoring) -> Result<Panel, Diagnostic> {
    panel::panel(&earlier.record, scoring).ok_or_else(|| unfit(&earlier.path, words::not_whole()))
}

fn unfit(path: &str, reason: Reason) -> Diagnostic {
    let (reason_vi, reason_en) = reason;
    Diagnostic::new(Fault::ResultsUnfit { reason_vi, reason_en }, Place::File(path.to_owned()))
}

/// Why a file is of no use, in both languages.
type Reason = (String, String);

fn find(path: &Path) -> Option<PathBuf> {
    let places = [path.join(FOLDER).join(RESULTS), path.join(RESULTS), path.to_owned()];
    places.into_iter().find(|place| place.is_file())
}

/// A path with `/`, as it is shown.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The version alone, of any file that has one.
#[derive(Deserialize)]
struct Head {
    schema: u64,
}

/// A file of a known schema, as far as the type asked for goes.
fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Reason> {
    let said = |text: Text| (text.vi.to_owned(), text.en.to_owned());
    let bytes = std::fs::read(path).map_err(|error| words::unreadable(&error.to_string()))?;
    let head: Head = serde_json::from_slice(&bytes).map_err(|_| said(words::NO_RESULTS))?;
    if head.schema != SCHEMA {
        return Err(words::other_schema(head.schema, SCHEMA));
    }
    serde_json::from_slice(&bytes).map_err(|error| words::damaged(&error.to_string()))
}
