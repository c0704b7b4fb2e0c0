//! The stages that a compact may name and the words by which columns are recognised: the program's and scoring.toml's.

use super::super::file::{At, File};
use super::Checker;
use crate::model::{Dictionary, Heading, Stage};
use crate::wording::config as words;
use crate::wording::recognition;

/// The stages known, then those declared, and the dictionary with their headings.
pub fn stages(file: &File, checker: &mut Checker) -> (Vec<Stage>, Dictionary) {
    let mut stages: Vec<_> = Stage::KNOWN.iter().map(|id| Stage { id: (*id).to_owned(), name: None }).collect();
    let mut dictionary = recognition::dictionary();
    checker.ids(file.stage.iter().map(|stage| &stage.id));
    for written in &file.stage {
        let id = written.id.get();
        let index = stages.iter().position(|stage| stage.id == *id).unwrap_or(stages.len());
        let vi = written.name.clone();
        let en = written.name_en.clone().unwrap_or_else(|| vi.clone());
        if vi.trim().is_empty() || en.trim().is_empty() {
            checker.bad(&written.id, words::STAGE_NAME);
        }
        let named = Stage { id: id.clone(), name: Some((vi, en)) };
        if index < stages.len() {
            stages[index] = named;
        } else {
            stages.push(named);
        }
        add(&written.headings, Heading::Mark(index), &mut dictionary, checker);
    }
    if let Some(encoding) = &file.inputs.encoding {
        dictionary.windows_1258 =
            checker.word(encoding, &[("windows-1258", true)], words::ENCODING).unwrap_or_default();
    }
    if *file.period.get() == "half" {
        for phrase in recognition::WORDS_OF_HALF {
            dictionary.add_silent(phrase);
        }
    }
    for phrase in recognition::words_of_year(*file.year.get()) {
        dictionary.add_silent(&phrase);
    }
    headings(file, &mut dictionary, checker);
    (stages, dictionary)
}

/// The offices' own words for a column.
fn headings(file: &File, dictionary: &mut Dictionary, checker: &mut Checker) {
    let names: Vec<_> = recognition::headings().map(|(name, ..)| *name).collect();
    let meant: Vec<_> = recognition::headings().map(|(_, heading, _)| *heading).collect();
    for written in &file.heading {
        if let Some(index) = checker.refer(&written.column, &names) {
            add(&written.words, meant[index], dictionary, checker);
        }
    }
}

fn add(own: &[At<String>], heading: Heading, dictionary: &mut Dictionary, checker: &mut Checker) {
    for word in own {
        if word.get().trim().is_empty() || !dictionary.add(word.get(), heading) {
            checker.bad(word, words::HEADING_WORD);
        }
    }
}
