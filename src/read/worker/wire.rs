//! What a run and its reading processes tell each other: one thing at a time in `MessagePack`, behind its length, which
//! is bounded.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Limits};
use crate::model::{Dictionary, Document, Told};

/// The longest that is heard, in bytes: more than the texts of a file under its limits come to.
const LONGEST: u32 = 256 << 20;

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
    pub document: Document<Told>,
    /// What was noted of it.
    pub notes: Vec<Diagnostic>,
    /// The process has used so much memory that it ends now.
    pub spent: bool,
}

/// Tells something.
///
/// # Errors
/// Those of the pipe; or it has more bytes than a length can say.
pub fn tell(to: &mut impl Write, what: &impl Serialize) -> io::Result<()> {
    let bytes = rmp_serde::to_vec(what).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// What comes through a pipe.
pub enum Heard<T> {
    /// Whole.
    Said(T),
    /// Longer than is heard, or nothing that we tell.
    Flood,
    /// The other end is gone.
    Ended,
}

/// Hears what is told next.
pub fn hear<T: DeserializeOwned>(from: &mut impl Read) -> Heard<T> {
    let mut length = [0; 4];
    if from.read_exact(&mut length).is_err() {
        return Heard::Ended;
    }
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Heard::Flood;
    }
    let mut bytes = Vec::new();
    match from.by_ref().take(length.into()).read_to_end(&mut bytes) {
        Ok(read) if read == length as usize => rmp_serde::from_slice(&bytes).map_or(Heard::Flood, Heard::Said),
        _ => Heard::Ended,
    }
}
