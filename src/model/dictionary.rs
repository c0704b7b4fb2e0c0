//! The words by which columns are recognised: the program's own, and those that scoring.toml adds.

use std::collections::BTreeSet;

use super::{Heading, fold};

/// Words as they look after folding, each with the heading it stands for.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    words: Vec<(String, Heading)>,
    members: BTreeSet<String>,
    /// Whether csv that is no UTF-8 is Windows-1258.
    pub windows_1258: bool,
}

impl Dictionary {
    /// The heading of a folded text.
    pub fn heading(&self, folded: &str) -> Option<Heading> {
        self.words.iter().find(|(word, _)| word == folded).map(|(_, heading)| *heading)
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

    /// Adds a word; `false` when it stands for another heading already.
    pub fn add(&mut self, word: &str, heading: Heading) -> bool {
        let folded = fold(word);
        if let Some(known) = self.heading(&folded) {
            return known == heading;
        }
        self.words.push((folded, heading));
        true
    }
}
