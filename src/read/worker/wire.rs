//! What a run and its reading processes tell each other: a line of JSON at a time, of bounded length.

use std::io::{self, BufRead, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Limits};
use crate::model::{Dictionary, Document};

/// The longest line that is taken, in bytes: more than the texts of a file under its limits come to.
const LONGEST: u64 = 256 << 20;

/// What a reading process is told first.
#[derive(Serialize, Deserialize)]
pub struct Task {
    /// The words of columns' headings.
    pub dictionary: Dictionary,
    /// How large a file may be, and what reading it may cost.
    pub limits: Limits,
}

/// What it tells of a file.
#[derive(Serialize, Deserialize)]
pub struct Answer {
    /// What the file holds.
    pub document: Document,
    /// What was noted of it.
    pub notes: Vec<Diagnostic>,
    /// The process has used so much memory that it ends now.
    pub spent: bool,
}

/// Writes one line.
///
/// # Errors
/// Those of the pipe.
pub fn tell(to: &mut impl Write, what: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(what)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// A line read from a pipe.
pub enum Line<T> {
    /// Whole.
    Said(T),
    /// Longer than is taken, or no line of ours.
    Flood,
    /// The other end is gone.
    Ended,
}

/// Reads one line.
pub fn hear<T: DeserializeOwned>(from: &mut impl BufRead) -> Line<T> {
    let mut line = Vec::new();
    match from.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
        Err(_) | Ok(0) => Line::Ended,
        Ok(_) if line.last() == Some(&b'\n') => serde_json::from_slice(&line).map_or(Line::Flood, Line::Said),
        Ok(read) if read as u64 == LONGEST => Line::Flood,
        Ok(_) => Line::Ended,
    }
}
