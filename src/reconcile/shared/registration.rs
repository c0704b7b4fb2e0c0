//! A row of the registration of titles in; what was registered, and which of scoring.toml's awards are among it, out.
//!
//! A cell may hold several titles, one a line or between semicolons.

use super::{Line, Work};
use crate::diag::Diagnostic;
use crate::model::{Heading, Registration};
use crate::wording::shared as words;

pub(super) fn registration(line: &Line, work: &Work) -> Result<Registration, Diagnostic> {
    let said = line.text(Heading::Registered);
    let titles: Vec<String> =
        said.split([';', '\n']).map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()).collect();
    if titles.is_empty() {
        return Err(line.unreadable(words::A_REGISTRATION, Heading::Registered));
    }
    let mut awards: Vec<usize> = titles.iter().filter_map(|title| work.scoring.award_named(title)).collect();
    awards.sort_unstable();
    awards.dedup();
    Ok(Registration {
        member: line.member,
        titles,
        awards,
        document: line.text(Heading::Document),
        date: line.text(Heading::Date),
        cell: line.cell(Heading::Registered),
    })
}
