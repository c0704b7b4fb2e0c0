//! A fault at its place, about somebody; and a stage's output together with its notes.

use serde::{Deserialize, Serialize};

use super::{Fault, Place, Verdict};

/// Whom and what a fault concerns, where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Subject {
    /// The bloc's id.
    pub bloc: Option<String>,
    /// The member's configured name.
    pub member: Option<String>,
    /// The criterion's id, or an input row of it (`I.3:baseline`).
    pub criterion: Option<String>,
}

/// One finding: what, where, what was found there, and about whom.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub place: Place,
    /// The text found there; empty when nothing can be shown.
    pub found: String,
    /// About whom.
    pub about: Subject,
}

impl Diagnostic {
    /// A fault at a place.
    pub fn new(fault: Fault, place: Place) -> Self {
        Self { fault, place, found: String::new(), about: Subject::default() }
    }

    /// With the text found at the place.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    /// About a bloc.
    #[must_use]
    pub fn bloc(mut self, bloc: &str) -> Self {
        self.about.bloc = Some(bloc.to_owned());
        self
    }

    /// About a member.
    #[must_use]
    pub fn member(mut self, member: &str) -> Self {
        self.about.member = Some(member.to_owned());
        self
    }

    /// About a criterion or one of its input rows.
    #[must_use]
    pub fn criterion(mut self, criterion: &str) -> Self {
        self.about.criterion = Some(criterion.to_owned());
        self
    }

    /// What this finding does to the run.
    pub fn verdict(&self) -> Verdict {
        self.fault.verdict()
    }
}

/// Puts findings into the order they are shown in: verdict, place, code.
pub fn sort(notes: &mut [Diagnostic]) {
    notes.sort_by(|a, b| {
        (a.verdict(), &a.place, &a.about, a.fault.code()).cmp(&(b.verdict(), &b.place, &b.about, b.fault.code()))
    });
}

/// A stage's output and what it noted on the way.
#[derive(Debug)]
pub struct Noted<T> {
    /// What the stage made.
    pub output: T,
    /// What it found.
    pub notes: Vec<Diagnostic>,
}
