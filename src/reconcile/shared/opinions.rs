//! A row of the table of opinions in; the opinion, with its document and date, out.

use super::{Line, Work};
use crate::diag::Diagnostic;
use crate::model::{Heading, Opinion, fold};
use crate::wording::recognition::OPINION_STATES;
use crate::wording::shared as words;

pub(super) fn opinion(line: &Line, _: &Work) -> Result<Opinion, Diagnostic> {
    let said = fold(&line.text(Heading::State));
    let Some((_, state)) = OPINION_STATES.iter().find(|(word, _)| *word == said) else {
        return Err(line.unreadable(words::OPINION_STATE, Heading::State));
    };
    let content = [Heading::Matter, Heading::Label].map(|heading| line.text(heading));
    Ok(Opinion {
        member: line.member,
        state: *state,
        content: content.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
        body: line.text(Heading::Body),
        document: line.text(Heading::Document),
        date: line.text(Heading::Date),
        cell: line.cell(Heading::State),
    })
}
