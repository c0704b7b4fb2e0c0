//! scoring.toml in; [`Scoring`] as meant, or every fault with its line and caret, out.
//!
//! `file` is the shape as written (`value` its values, `style` the looks), `shape` holds the text against it, `check` turns it into the
//! shape as meant, `params` checks what rules are given, `schema` makes the JSON schema for editors from the same
//! declarations.

mod check;
mod file;
mod params;
mod schema;
mod shape;
mod style;
mod value;

use std::path::Path;

use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Catalogue, Scoring, sha256};

pub use schema::schema;

/// The configuration's text by the name it is shown under, for the renderer of faults.
#[derive(Clone, Debug, Default)]
pub struct ScoringText {
    /// Name as given.
    pub name: String,
    /// Text.
    pub text: String,
}

/// Reads and checks scoring.toml.
///
/// # Errors
/// Every fault found; all are of the verdict that exits with 2.
pub fn load(path: &Path, catalogue: &Catalogue) -> (ScoringText, Result<Scoring, Vec<Diagnostic>>) {
    let name = path.display().to_string();
    let text = match std::fs::read(path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.utf8_error().to_string()))
    {
        Ok(text) => text,
        Err(reason) => {
            let fault = Diagnostic::new(Fault::ScoringUnreadable { reason }, Place::File(name.clone()));
            return (ScoringText { name, text: String::new() }, Err(vec![fault]));
        }
    };
    let source = ScoringText { name, text };
    let scoring = parse(&source, catalogue);
    (source, scoring)
}

/// Checks the text of a scoring.toml.
///
/// # Errors
/// As [`load`].
pub fn parse(source: &ScoringText, catalogue: &Catalogue) -> Result<Scoring, Vec<Diagnostic>> {
    let faults = shape::faults(source, &schema::of_the_types());
    if !faults.is_empty() {
        return Err(faults);
    }
    let file: file::File = toml::from_str(&source.text).map_err(|error| vec![shape_fault(source, &error)])?;
    let hash = sha256(source.text.as_bytes());
    check::scoring(&file, source, hash, catalogue)
}

/// What the TOML reader says, as one of our faults.
fn shape_fault(source: &ScoringText, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let place = Place::Toml { file: source.name.clone(), start: span.start, end: span.end };
    let found = source.text.get(span).unwrap_or_default().lines().next().unwrap_or_default().to_owned();
    let message = error.message();
    let ticked: Vec<String> = message.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let fault = if message.starts_with("unknown field") && !ticked.is_empty() {
        let known = ticked[1..].to_vec();
        Fault::UnknownKey { nearest: nearest(&ticked[0], &known), known }
    } else if message.starts_with("missing field") && !ticked.is_empty() {
        Fault::MissingKey { key: ticked[0].clone() }
    } else if message.starts_with("invalid type")
        || message.starts_with("invalid value")
        || message.starts_with("expected a number")
    {
        Fault::WrongShape { reason: message.to_owned() }
    } else {
        Fault::TomlSyntax { reason: message.to_owned() }
    };
    Diagnostic::new(fault, place).found(found)
}

/// The known word most like `word`, if any is alike enough to suggest.
fn nearest(word: &str, known: &[String]) -> Option<String> {
    let limit = (word.chars().count() / 3).clamp(1, 4);
    let near = known.iter().map(|candidate| (strsim::osa_distance(word, candidate), candidate));
    near.filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.clone())
}
