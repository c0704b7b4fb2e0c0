//! What a sentence may point at, and the small words it is built from: lists, numbers, units, lines to paste.

use rust_decimal::Decimal;

use crate::diag::{Diagnostic, Lang, Place};

/// What is said about a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub message: String,
    /// What should stand there; empty where the message says it all.
    pub expected: String,
    /// The next step.
    pub mend: String,
}

impl Said {
    /// From its three parts.
    pub(super) fn new(message: impl Into<String>, expected: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { message: message.into(), expected: expected.into(), mend: mend.into() }
    }
}

/// How many entries of a list are shown.
const LISTED: usize = 12;

/// The language, and what is known of the place.
pub(super) struct Spot<'a> {
    /// The language.
    pub(super) lang: Lang,
    about: Option<&'a Diagnostic>,
}

impl<'a> Spot<'a> {
    /// Nothing is known of the place.
    pub(super) fn nowhere(lang: Lang) -> Self {
        Self { lang, about: None }
    }

    /// The place and the text of a finding.
    pub(super) fn of(diagnostic: &'a Diagnostic, lang: Lang) -> Self {
        Self { lang, about: Some(diagnostic) }
    }

    /// One of two sets of sentences, by language.
    pub(super) fn pick(&self, vi: Said, en: Said) -> Said {
        self.lang.pick(vi, en)
    }

    /// `ô E14`, or "this cell".
    pub(super) fn cell(&self) -> String {
        match self.about.map(|about| &about.place) {
            Some(Place::Cell(cell)) => format!("{} {}", self.lang.pick("ô", "cell"), cell.address()),
            _ => self.lang.pick("ô này", "this cell").to_owned(),
        }
    }

    /// The text found, when there is any.
    pub(super) fn found(&self) -> Option<&'a str> {
        self.about.map(|about| about.found.trim()).filter(|found| !found.is_empty())
    }

    /// The text found in backticks, or other words.
    pub(super) fn found_or(&self, otherwise: &str) -> String {
        self.found().map_or_else(|| otherwise.to_owned(), tick)
    }

    /// The criterion in backticks, or other words.
    pub(super) fn criterion_or(&self, otherwise: &str) -> String {
        let criterion = self.about.and_then(|about| about.about.criterion.as_deref());
        criterion.map_or_else(|| otherwise.to_owned(), tick)
    }

    /// What a library or the system reported, in brackets, or nothing.
    pub(super) fn reported(&self, reason: &str) -> String {
        if reason.is_empty() {
            String::new()
        } else {
            self.lang.pick(format!(" (máy báo: {reason})"), format!(" ({reason})"))
        }
    }

    /// `` `a`, `b` hoặc `c` ``; a long list is cut.
    pub(super) fn or(&self, words: &[String]) -> String {
        self.listed(words, self.lang.pick(" hoặc ", " or "))
    }

    /// `` `a`, `b` và `c` ``; a long list is cut.
    pub(super) fn and(&self, words: &[String]) -> String {
        self.listed(words, self.lang.pick(" và ", " and "))
    }

    fn listed(&self, words: &[String], before_last: &str) -> String {
        let shown: Vec<_> = words.iter().take(LISTED).map(|word| tick(word)).collect();
        let rest = words.len().saturating_sub(LISTED);
        if rest > 0 {
            let more = self.lang.pick(format!("và {rest} tên khác"), format!("and {rest} more"));
            return format!("{} {more}", shown.join(", "));
        }
        match shown.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{}{before_last}{last}", before.join(", "))
            }
            _ => shown.concat(),
        }
    }

    /// A plain decimal as the language writes it; any other text as it is.
    pub(super) fn number(&self, text: &str) -> String {
        text.parse::<Decimal>().map_or_else(|_| text.to_owned(), |number| self.lang.number(number))
    }

    /// "a number in `tỷ đồng`", or "a number" where there is no unit.
    pub(super) fn number_in(&self, unit: &str) -> String {
        if unit.is_empty() {
            self.lang.pick("một số", "a number").to_owned()
        } else {
            self.lang.pick(format!("một số theo đơn vị tính `{unit}`"), format!("a number in `{unit}`"))
        }
    }

    /// "did you mean `x`?" and a separator, or nothing.
    pub(super) fn did_you_mean(&self, nearest: Option<&str>) -> String {
        nearest.map_or_else(String::new, |near| {
            self.lang.pick(format!("ý bạn là `{near}`? "), format!("did you mean `{near}`? "))
        })
    }
}

/// Text in backticks.
pub(super) fn tick(text: &str) -> String {
    format!("`{text}`")
}

/// A line of scoring.toml that makes `name` an alias, indented to be copied.
pub(super) fn alias_line(name: &str) -> String {
    let quoted: String = name
        .chars()
        .filter(|c| !c.is_control())
        .flat_map(|c| if matches!(c, '"' | '\\') { vec!['\\', c] } else { vec![c] })
        .collect();
    format!("\n    aliases = [\"{quoted}\"]")
}
