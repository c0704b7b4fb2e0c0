//! The words by which columns are recognised: the program's own, and those that scoring.toml adds.

use super::{Heading, fold};

/// Words as they look after folding, each with the heading it stands for.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    words: Vec<(String, Heading)>,
}

impl Dictionary {
    /// The heading of a folded text.
    pub fn heading(&self, folded: &str) -> Option<Heading> {
        self.words.iter().find(|(word, _)| word == folded).map(|(_, heading)| *heading)
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
