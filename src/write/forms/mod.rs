//! scoring.toml and the register's plans in; everything that offices fill in out: one blank self-score workbook per
//! member, and under `chung` the plan registers, the agencies' tables and the sheets for the council.
//!
//! Given cells are locked, cells to fill in are open, coloured and refuse what could not be read back. To add a blank
//! sheet: one function that returns its [`Blank`]s, and its line in `SHARED`.

mod blank;
mod council;
mod entry;
mod figures;
mod looks;
mod page;
mod self_score;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use super::publish::{Claim, Draft};
use super::record::FileRecord;
use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::model::{Panel, Period, Rendered, Scoring, slug};
use blank::Blank;

/// What a blank sheet is made from.
struct Source<'a> {
    scoring: &'a Scoring,
    /// The plans of the register, where there is one.
    panel: Option<&'a Panel>,
    lang: Lang,
}

/// Makes the blank sheets of one kind.
type Maker = for<'a> fn(&Source<'a>) -> Vec<Blank<'a>>;

/// The sheets that all members share; those for the council are of the year-end review.
const SHARED: &[(Option<Period>, Maker)] = &[
    (None, figures::registers),
    (None, figures::agencies),
    (Some(Period::Year), council::opinions),
    (Some(Period::Year), council::classification),
    (Some(Period::Year), council::registration),
    (Some(Period::Year), council::ballots),
    (Some(Period::Year), council::decisions),
];

/// The set's folder.
fn set_name(scoring: &Scoring, lang: Lang) -> String {
    let review = match scoring.term.period {
        Period::Year => "year",
        Period::Half => "half",
    };
    format!("bieu-mau-{}-{review}{}", scoring.term.year, lang.pick("", "-en"))
}

/// Writes all forms; refuses to overwrite an earlier set.
///
/// # Errors
/// `already-exists`, `render-failed`, `outputs-unwritable`.
pub fn forms(
    scoring: &Scoring,
    panel: Option<&Panel>,
    lang: Lang,
    claim: &Claim,
) -> Result<(usize, PathBuf), Diagnostic> {
    let set = set_name(scoring, lang);
    let folder = claim.folder(&set);
    if folder.exists() {
        return Err(Diagnostic::new(Fault::AlreadyExists {}, Place::File(folder.display().to_string())));
    }
    let draft = claim.draft(&set)?;
    let source = Source { scoring, panel, lang };
    let mut files = of_members(&source, &draft)?;
    files.extend(shared(&source, &draft)?);
    files.sort();
    draft.publish(&files)?;
    Ok((files.len(), folder))
}

fn of_members(source: &Source, draft: &Draft) -> Result<Vec<FileRecord>, Diagnostic> {
    let mut files = Vec::new();
    for (bloc, configured) in source.scoring.blocs.iter().enumerate() {
        let mut taken = BTreeSet::new();
        for (member, named) in configured.members.iter().enumerate() {
            let bytes = self_score::workbook(source.scoring, (bloc, member), source.panel, source.lang);
            let bytes = bytes.map_err(|error| failed(&error).bloc(&configured.id).member(&named.name))?;
            let path = format!("{}/{}.xlsx", configured.id, unlike(slug(&named.name), &mut taken));
            files.push(draft.put(&Rendered { path, bytes })?);
        }
    }
    Ok(files)
}

fn shared(source: &Source, draft: &Draft) -> Result<Vec<FileRecord>, Diagnostic> {
    let period = source.scoring.term.period;
    let makers = SHARED.iter().filter(|(only, _)| only.is_none_or(|only| only == period));
    let mut taken = BTreeSet::new();
    let mut files = Vec::new();
    for blank in makers.flat_map(|(_, make)| make(source)) {
        let bytes = blank.workbook(source.scoring, source.lang).map_err(|error| failed(&error).found(&blank.file))?;
        let path = format!("chung/{}.xlsx", unlike(blank.file.clone(), &mut taken));
        files.push(draft.put(&Rendered { path, bytes })?);
    }
    Ok(files)
}

/// A file's name, with a number behind it where another has it.
fn unlike(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut own = name;
    while !taken.insert(own.clone()) {
        own.push_str("-2");
    }
    own
}

fn failed(error: &XlsxError) -> Diagnostic {
    Diagnostic::new(Fault::RenderFailed { reason: error.to_string() }, Place::Run)
}

/// The properties of a workbook, dated by scoring.toml so that the same inputs give the same bytes.
fn properties(scoring: &Scoring) -> Result<DocProperties, XlsxError> {
    let day = scoring.as_of;
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let date = ExcelDateTime::from_ymd(scoring.term.year, part(day.month()), part(day.day()))?;
    Ok(DocProperties::new().set_creation_datetime(&date))
}
