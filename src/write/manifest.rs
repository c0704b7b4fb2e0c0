//! In: the run and the files written. Out: `du-lieu-may/manifest.json`: what went in and what came out, by hash, and the
//! limits in force: what is larger than those of `read` was refused, a sheet longer than those of `written` was cut.
//!
//! No host, user, absolute path or time: they would break equal bytes.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::record::FileRecord;
use super::sheet::MOST_ROWS;
use super::text::LONGEST;
use crate::diag::{Measure, Verdict};
use crate::model::OutputContext;

/// The folder of what is for machines.
pub(super) const FOLDER: &str = "du-lieu-may";
/// Where the manifest stands in a set.
pub(super) const PATH: &str = "du-lieu-may/manifest.json";
/// Version of the shape.
const SCHEMA: u32 = 1;

/// A file that was read.
#[derive(Serialize)]
struct Input<'a> {
    path: &'a str,
    sha256: &'a str,
    size: u64,
    rejected: bool,
    sheets: Vec<Sheet<'a>>,
}

/// What one of its sheets is.
#[derive(Serialize)]
struct Sheet<'a> {
    name: &'a str,
    kind: &'a str,
}

/// A file that was written.
#[derive(Serialize)]
struct Written<'a> {
    path: &'a str,
    sha256: &'a str,
    size: u64,
}

#[derive(Serialize)]
struct Manifest<'a> {
    #[serde(flatten)]
    run: Json,
    inputs: Vec<Input<'a>>,
    outputs: Vec<Written<'a>>,
}

/// The manifest.
///
/// # Errors
/// What serde says; no results can cause it.
pub(super) fn bytes(context: &OutputContext, files: &[FileRecord]) -> serde_json::Result<Vec<u8>> {
    let inputs = context.results.common.submissions.iter().map(|file| Input {
        path: &file.file,
        sha256: &file.sha256,
        size: file.size,
        rejected: file.rejected,
        sheets: file.sheets.iter().map(|(name, kind)| Sheet { name, kind }).collect(),
    });
    let outputs = files.iter().map(|file| Written { path: &file.path, sha256: &file.sha256, size: file.size });
    let manifest = Manifest { run: run(context), inputs: inputs.collect(), outputs: outputs.collect() };
    let mut bytes = serde_json::to_vec_pretty(&manifest)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What the run was made with and of.
fn run(context: &OutputContext) -> Json {
    let scoring = context.results.scoring;
    let limits = &scoring.limits;
    let measures = Measure::ALL.map(|measure| (measure.name(), limits.most(measure))).into_iter();
    let read = measures.chain([("seconds", limits.seconds), ("memory_mib", limits.memory_mib)]);
    let read = read.map(|(name, most)| (name.to_owned(), json!(most)));
    let mut faults = BTreeMap::new();
    for note in context.notes {
        *faults.entry(verdict(note.verdict())).or_insert(0_u64) += 1;
    }
    json!({
        "schema": SCHEMA,
        "tool": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "year": scoring.term.year,
        "as_of": scoring.as_of.to_string(),
        "lang": context.lang.pick("vi", "en"),
        "scoring_sha256": scoring.hash,
        "counts": {
            "blocs": scoring.blocs.len(),
            "members": scoring.blocs.iter().map(|bloc| bloc.members.len()).sum::<usize>(),
            "inputs": context.results.common.submissions.len(),
            "faults": faults,
        },
        "limits": { "read": read.collect::<Map<_, _>>(), "written": { "rows": MOST_ROWS, "letters_of_a_cell": LONGEST } },
    })
}

/// A verdict's stable name.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Config => "config",
        Verdict::Refused => "refused",
        Verdict::Output => "output",
        Verdict::File => "file",
        Verdict::Member => "member",
        Verdict::Proposal => "proposal",
        Verdict::Warning => "warning",
        Verdict::Skipped => "skipped",
    }
}
