//! A row of the yearly classification in; the classes of the collective, its party organisation and its unions, and the
//! discipline of the year, out.

use super::{Line, Work};
use crate::diag::Diagnostic;
use crate::model::{Classification, Heading, fold};
use crate::wording::recognition::NO_DISCIPLINE;
use crate::wording::shared as words;

pub(super) fn classification(line: &Line, _: &Work) -> Result<Classification, Diagnostic> {
    let government = line.text(Heading::Government);
    if government.is_empty() {
        return Err(line.unreadable(words::A_CLASS, Heading::Government));
    }
    let discipline = line.table.column(Heading::Discipline).map(|_| line.text(Heading::Discipline));
    let none = |said: &String| NO_DISCIPLINE.contains(&fold(said).as_str());
    Ok(Classification {
        member: line.member,
        government,
        party: line.text(Heading::Party),
        unions: line.text(Heading::Unions),
        discipline: discipline.map(|said| if none(&said) { String::new() } else { said }),
        document: line.text(Heading::Document),
        date: line.text(Heading::Date),
        cell: line.cell(Heading::Government),
    })
}
