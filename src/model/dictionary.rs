//! The words by which columns are recognised: the program's own, and those that scoring.toml adds.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Heading, Status, fold, fold_joined, with_folded};

/// Words as they look after folding, each with the heading it stands for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dictionary {
    words: Vec<(String, Heading)>,
    headings: BTreeMap<String, Heading>,
    members: HashSet<String>,
    /// With a space at either end.
    silent: Vec<String>,
    /// The first words of those.
    silent_begin: HashSet<String>,
    /// Every word of a heading, a silent phrase or a status: a text with another word is no heading.
    vocabulary: HashSet<String>,
    statuses: Vec<(String, Status)>,
    /// Whether csv that is no UTF-8 is Windows-1258.
    pub windows_1258: bool,
}

impl Dictionary {
    /// The heading of a folded text.
    pub fn heading(&self, folded: &str) -> Option<Heading> {
        self.headings.get(folded).copied()
    }

    /// A usual word for a heading.
    pub fn word_of(&self, heading: Heading) -> Option<String> {
        self.words.iter().find(|(_, own)| *own == heading).map(|(word, _)| word.clone())
    }

    /// What a heading's text means, and the status it gives to the figures below it: words in brackets and words that
    /// add nothing, such as the year, are passed over; `Ước thực hiện năm 2023` is the actual, as an estimate.
    pub fn meaning(&self, text: &str) -> Option<(Heading, Status)> {
        with_folded(text, |folded| self.meaning_of(folded))
    }

    /// What texts above each other mean as one.
    pub fn meaning_joined(&self, texts: &[&str]) -> Option<(Heading, Status)> {
        self.meaning_of(&fold_joined(texts))
    }

    /// Whether the first word of a folded text may begin a heading.
    fn begins(&self, folded: &str) -> bool {
        folded.split(' ').next().is_some_and(|word| self.vocabulary.contains(word))
    }

    /// Whether a folded text with others below it may be a heading. Its last word may lack a sign here that it has in
    /// front of the next text.
    pub fn may_begin(&self, folded: &str) -> bool {
        let before_brackets = folded.split(" (").next().unwrap_or_default();
        let (before_last, _) = before_brackets.rsplit_once(' ').unwrap_or_default();
        folded.is_empty()
            || self.begins(folded) && before_last.split(' ').skip(1).all(|word| self.vocabulary.contains(word))
    }

    /// The meaning of a heading's text that is folded.
    pub fn meaning_of(&self, folded: &str) -> Option<(Heading, Status)> {
        // most texts are told from a heading by their first words
        if !self.begins(folded) {
            return None;
        }
        let bare = folded.split(" (").next().unwrap_or_default();
        if !bare.split(' ').all(|word| self.vocabulary.contains(word)) {
            return None;
        }
        if let Some(heading) = self.heading(folded).or_else(|| self.heading(bare)) {
            return Some((heading, Status::Official));
        }
        let spoken = self.spoken(bare);
        self.heading(&spoken).map(|heading| (heading, Status::Official)).or_else(|| {
            let (rest, status) = self
                .statuses
                .iter()
                .find_map(|(word, status)| Some((spoken.strip_prefix(word.as_str())?.strip_prefix(' ')?, *status)))?;
            (self.heading(rest) == Some(Heading::Actual)).then_some((Heading::Actual, status))
        })
    }

    /// A folded text without the words that add nothing.
    fn spoken(&self, folded: &str) -> String {
        if !folded.split(' ').any(|word| self.silent_begin.contains(word)) {
            return folded.to_owned();
        }
        let mut text = format!(" {folded} ");
        for phrase in self.silent.iter().map(String::as_str) {
            if text.contains(phrase) {
                text = text.replace(phrase, " ");
            }
        }
        text.trim().to_owned()
    }

    /// The longest word of a column of figures within a folded text, such as a title: what the figures are.
    pub fn figures_in(&self, folded: &str) -> Option<Heading> {
        let figures = |heading: &Heading| matches!(heading, Heading::Plan | Heading::Actual | Heading::Mark(_));
        let padded = format!(" {folded} ");
        let within = self
            .words
            .iter()
            .filter(|(word, heading)| figures(heading) && word.contains(' ') && padded.contains(&format!(" {word} ")));
        within.max_by_key(|(word, _)| word.chars().count()).map(|(_, heading)| *heading)
    }

    /// Whether a folded text is the name of a member, as a table with members across heads its columns.
    pub fn is_member(&self, folded: &str) -> bool {
        self.members.contains(folded)
    }

    /// Adds a member's name.
    pub fn add_member(&mut self, name: &str) {
        self.members.insert(fold(name));
    }

    /// Adds words that add nothing to a heading; the longer ones first.
    pub fn add_silent(&mut self, phrase: &str) {
        let folded = fold(phrase);
        self.know(&folded);
        self.silent_begin.extend(folded.split(' ').next().map(str::to_owned));
        self.silent.push(format!(" {folded} "));
    }

    /// Adds a word in front of `thực hiện` that says what the figures below it are.
    pub fn add_status(&mut self, word: &str, status: Status) {
        let folded = fold(word);
        self.know(&folded);
        self.statuses.push((folded, status));
    }

    fn know(&mut self, folded: &str) {
        self.vocabulary.extend(folded.split(' ').map(str::to_owned));
    }

    /// Adds a word; `false` when it stands for another heading already.
    pub fn add(&mut self, word: &str, heading: Heading) -> bool {
        let folded = fold(word);
        if let Some(known) = self.heading(&folded) {
            return known == heading;
        }
        self.know(&folded);
        self.headings.insert(folded.clone(), heading);
        self.words.push((folded, heading));
        true
    }
}
