//! The file as written → [`Scoring`] as meant: everything that can be known to be wrong before a file is read.

mod award;
mod bloc;
mod compact;
mod criterion;
mod exclusion;
mod half;
mod policy;
mod style;
mod tree;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::file::{At, Date, File};
use super::{ScoringText, nearest};
use crate::diag::{Diagnostic, Fault, Place, Text};
use crate::model::{AwardYear, Bloc, Catalogue, Compact, Convention, Missing, Output, Period, Scoring, Sheets, Term};
use crate::wording::config as expected;

/// Gathers faults with their places.
pub struct Checker<'a> {
    source: &'a ScoringText,
    found: Vec<Diagnostic>,
}

impl Checker<'_> {
    /// A place in the file.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::Toml { file: self.source.name.clone(), start: span.start, end: span.end }
    }

    /// The text at a place, its first line.
    pub fn text(&self, span: Range<usize>) -> String {
        self.source.text.get(span).and_then(|text| text.lines().next()).unwrap_or_default().to_owned()
    }

    /// Notes a fault.
    pub fn fault(&mut self, fault: Fault, span: Range<usize>, found: &str) {
        let place = self.place(span);
        self.found.push(Diagnostic::new(fault, place).found(found));
    }

    /// Notes a finished diagnostic.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// How many there are so far.
    pub fn faults(&self) -> usize {
        self.found.len()
    }

    /// Notes a value that is not what is expected there.
    pub fn bad<T: ToString>(&mut self, at: &At<T>, expected: Text) {
        let fault = Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
        self.fault(fault, at.span(), &at.get().to_string());
    }

    /// One of a few words, or a fault.
    pub fn word<T: Copy>(&mut self, at: &At<String>, words: &[(&str, T)], expected: Text) -> Option<T> {
        let found = words.iter().find(|(word, _)| word == at.get()).map(|(_, value)| *value);
        if found.is_none() {
            self.bad(at, expected);
        }
        found
    }

    /// The index a name refers to, or a fault with what is known.
    pub fn refer(&mut self, at: &At<String>, known: &[&str]) -> Option<usize> {
        let index = known.iter().position(|name| name == at.get());
        if index.is_none() {
            let known: Vec<_> = known.iter().map(|name| (*name).to_owned()).collect();
            self.fault(Fault::UnknownReference { nearest: nearest(at.get(), &known), known }, at.span(), at.get());
        }
        index
    }

    /// Checks that ids are well formed and unique, ignoring case.
    pub fn ids<'b>(&mut self, ids: impl Iterator<Item = &'b At<String>>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !well_formed(id.get()) {
                self.fault(Fault::BadId {}, id.span(), id.get());
            }
            if !seen.insert(id.get().to_lowercase()) {
                self.fault(Fault::DuplicateId { id: id.get().clone() }, id.span(), id.get());
            }
        }
    }
}

/// `[a-z0-9][a-z0-9.-]{0,39}`, capitals allowed, and no name that Windows keeps for a device.
fn well_formed(id: &str) -> bool {
    let mut letters = id.chars();
    let first = letters.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let rest = letters.all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    let stem = id.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt");
    first && rest && id.len() <= 40 && !id.ends_with('.') && !device
}

/// Checks the whole file.
pub fn scoring(
    file: &File,
    source: &ScoringText,
    hash: String,
    catalogue: &Catalogue,
) -> Result<Scoring, Vec<Diagnostic>> {
    let mut checker = Checker { source, found: Vec::new() };
    if *file.schema.get() != 1 {
        checker.bad(&file.schema, expected::SCHEMA_ONE);
    }
    if !(2000..=2100).contains(file.year.get()) {
        checker.bad(&file.year, expected::A_YEAR);
    }
    let periods = [("year", Period::Year), ("half", Period::Half)];
    let period = checker.word(&file.period, &periods, expected::A_PERIOD).unwrap_or(Period::Year);
    let as_of = day(&file.as_of, &mut checker).unwrap_or_default();
    let (stages, mut dictionary) = words::stages(file, &mut checker);
    let review = half::review(file, period == Period::Half, &mut checker);
    let compacts = compact::compacts(file, &stages, &review, catalogue, &mut checker);
    let blocs = bloc::blocs(file, &mut checker);
    for member in blocs.iter().flat_map(|bloc| &bloc.members) {
        [&member.name].into_iter().chain(&member.aliases).for_each(|name| dictionary.add_member(name));
    }
    grouped(file, &compacts, &blocs, &mut checker);
    let awards = award::awards(file, &compacts, &blocs, catalogue, &mut checker);
    let exclusions = exclusion::exclusions(file, &blocs, &mut checker);
    let expects = expects(file, &mut checker);
    let outputs = outputs(file, catalogue, &mut checker);
    let style = style::style(file, &mut checker);
    let numbers = file.inputs.numbers.as_ref().and_then(|word| {
        let known = [Convention::Vietnamese, Convention::Plain].map(|known| (known.name(), known));
        checker.word(word, &known, expected::NUMBERS)
    });
    if let Some(folder) = file.history.as_ref().filter(|folder| folder.get().trim().is_empty()) {
        checker.bad(folder, expected::HISTORY);
    }
    let count_awards_by = file.inputs.count_awards_by.as_ref().and_then(|word| {
        let known = [AwardYear::Decision, AwardYear::Achievement].map(|known| (known.name(), known));
        checker.word(word, &known, expected::COUNT_AWARDS_BY)
    });
    if !checker.found.is_empty() {
        crate::diag::sort(&mut checker.found);
        return Err(checker.found);
    }
    let compacts = compacts.into_iter().flatten().collect();
    Ok(Scoring {
        term: Term { year: *file.year.get(), period },
        half: review.of_run(),
        as_of,
        style,
        stages,
        dictionary,
        compacts,
        blocs,
        awards,
        exclusions,
        expects,
        own_plans: file.inputs.own_plans,
        numbers,
        count_awards_by,
        outputs,
        hash,
        text: source.text.clone(),
        history: file.history.as_ref().map(|folder| folder.get().clone()),
    })
}

/// A compact that takes the mean of a group needs every member's.
fn grouped(file: &File, compacts: &[Option<Compact>], blocs: &[Bloc], checker: &mut Checker) {
    for (written, bloc) in file.bloc.iter().zip(blocs) {
        let Some(Some(compact)) = compacts.get(bloc.compact) else { continue };
        let nodes = compact.fields.iter().map(|field| &field.node).chain([&compact.root]);
        let means = nodes.into_iter().any(|node| matches!(node.missing, Missing::GroupMean(_)));
        for member in written.member.iter().filter(|member| means && member.group.is_none()) {
            checker.bad(&member.name, expected::GROUPS);
        }
    }
}

/// A day, or a fault.
fn day(at: &At<Date>, checker: &mut Checker) -> Option<NaiveDate> {
    let day = crate::model::toml_day(at.get().0);
    if day.is_none() {
        let expected = expected::A_DATE;
        let fault = Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
        checker.fault(fault, at.span(), &at.get().0.to_string());
    }
    day
}

fn expects(file: &File, checker: &mut Checker) -> Sheets {
    let mut sheets = Sheets::default();
    for sheet in &file.inputs.expects {
        match sheet.get().as_str() {
            "plan-register" => sheets.register = true,
            "opinions" => sheets.opinions = true,
            "classification" => sheets.classification = true,
            "registration" => sheets.registration = true,
            "ballot" => sheets.ballot = true,
            _ => checker.bad(sheet, expected::EXPECTS),
        }
    }
    sheets
}

fn outputs(file: &File, catalogue: &Catalogue, checker: &mut Checker) -> Vec<&'static dyn Output> {
    let names: Vec<_> = catalogue.outputs.iter().map(|output| output.name()).collect();
    match &file.outputs {
        None => catalogue.outputs.to_vec(),
        Some(wanted) => {
            wanted.iter().filter_map(|name| checker.refer(name, &names)).map(|index| catalogue.outputs[index]).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::well_formed;

    #[test]
    fn ids_are_safe_as_file_names() {
        assert!(["I.3", "cum-1", "a"].into_iter().all(well_formed));
        assert!(["", "..", "a/b", "con", "COM1", "LPT9.x", "a b", "-a", "a."].into_iter().all(|id| !well_formed(id)));
    }
}
