//! What the engine proposes to the council: it proposes, never confers, and never chooses between equals.

use super::{Compact, Decision, MemberTally, Scoring, Shared, Standing};
use crate::diag::{Sentence, Text};

/// Whether a member may be considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eligibility {
    /// Considered.
    Eligible,
    /// Not yet: somebody's conclusion is awaited.
    Deferred,
    /// Not considered.
    Excluded,
}

/// Whether a member may be considered, and what that rests on.
#[derive(Clone)]
pub struct Consideration {
    /// One of three states.
    pub state: Eligibility,
    /// Why it is deferred or excluded, each with its document and date; empty where it is eligible.
    pub grounds: Vec<Sentence>,
    /// What every proposal of it still depends on.
    pub conditions: Vec<Sentence>,
}

/// What a requirement says of a member.
#[derive(Clone)]
pub enum Outcome {
    /// Met; how, with the numbers.
    Met(Sentence),
    /// Cannot be said yet; what is awaited.
    Pending(Sentence),
    /// Not met; why.
    Failed(Sentence),
}

/// What a requirement sees.
pub struct Candidate<'a> {
    /// scoring.toml as meant.
    pub scoring: &'a Scoring,
    /// The bloc's compact.
    pub compact: &'a Compact,
    /// Index of the award; none where the compact asks whether the member may be considered at all.
    pub award: Option<usize>,
    /// Bloc and member.
    pub member: (usize, usize),
    /// Its total, and what is kept of its marks.
    pub tally: &'a MemberTally,
    /// Its place.
    pub standing: &'a Standing,
    /// The shared sheets.
    pub shared: &'a Shared,
}

/// A requirement of an award; one file each under `award/requirements`.
pub trait Requirement: Sync {
    /// Its key under `requires` in scoring.toml.
    fn name(&self) -> &'static str;
    /// What it means and what value it takes.
    fn doc(&self) -> Text;
    /// Whether the value is one it can take, for every compact it applies to.
    ///
    /// # Errors
    /// What was expected.
    fn check(&self, value: &toml::Value, compacts: &[&Compact]) -> Result<(), Text>;
    /// Judges a member.
    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome;
}

/// What is proposed for one member and one award.
#[derive(Clone)]
pub struct Proposal {
    /// Index of the award.
    pub award: usize,
    /// Bloc and member.
    pub member: (usize, usize),
    /// Whether a seat is proposed for it.
    pub proposed: bool,
    /// What it still depends on; empty for an unconditional proposal.
    pub conditions: Vec<Sentence>,
    /// Why, or why not.
    pub reasons: Vec<Sentence>,
    /// It shares the last seat with others: the council decides.
    pub tied: bool,
    /// What the bodies decided after that, in their order.
    pub decided: Vec<Decided>,
}

/// What a body decided of a proposal.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// It differs from what stood before it.
    pub changed: bool,
}

impl Proposal {
    /// Whether it stands after the last decision.
    pub fn stands(&self) -> bool {
        self.decided.last().map_or(self.proposed, |last| last.decision.proposed)
    }
}

/// The arithmetic of a share, for the council.
#[derive(Clone)]
pub struct QuotaCheck {
    /// Index of the award.
    pub award: usize,
    /// How many are proposed.
    pub proposed: usize,
    /// The base.
    pub base: usize,
    /// How many the share allows.
    pub allowed: usize,
    /// The arithmetic in words.
    pub sentence: Sentence,
}

/// All proposals of a run.
#[derive(Clone, Default)]
pub struct Proposals {
    /// Per bloc and member: whether it may be considered, and why not.
    pub eligibility: Vec<Vec<Consideration>>,
    /// Proposals and refusals, by award, bloc and rank.
    pub list: Vec<Proposal>,
    /// Shares.
    pub checks: Vec<QuotaCheck>,
    /// What became of a seat whose first is not considered, to be read out in the meeting.
    pub statements: Vec<Statement>,
    /// By bloc, the places of its proposals in the list.
    pub by_bloc: Vec<Vec<usize>>,
}

/// A sentence to be read out, on one award of one bloc.
#[derive(Clone)]
pub struct Statement {
    /// Index of the award.
    pub award: usize,
    /// Index of the bloc.
    pub bloc: usize,
    /// The sentence.
    pub sentence: Sentence,
}

impl Proposals {
    /// The same, with the proposals of each of so many blocs looked up.
    #[must_use]
    pub fn indexed(mut self, blocs: usize) -> Self {
        self.by_bloc = vec![Vec::new(); blocs];
        for (index, proposal) in self.list.iter().enumerate() {
            self.by_bloc[proposal.member.0].push(index);
        }
        self
    }

    /// The proposals of one bloc.
    pub fn of_bloc(&self, bloc: usize) -> impl Iterator<Item = &Proposal> {
        self.by_bloc.get(bloc).into_iter().flatten().map(|index| &self.list[*index])
    }
}
