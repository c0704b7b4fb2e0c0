//! What the sheets that all members share say: opinions, classification, registration, ballots, decisions.

use rust_decimal::Decimal;

use super::Scoring;
use crate::diag::CellRef;

/// How far an opinion has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpinionState {
    /// Concluded: the member is excluded.
    Concluded,
    /// Under examination: not considered yet.
    Pending,
    /// No objection.
    Clear,
}

/// One row of the table of opinions.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// Bloc and member.
    pub member: (usize, usize),
    /// How far it has got.
    pub state: OpinionState,
    /// What it is about.
    pub content: String,
    /// The body that gave it.
    pub body: String,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Where it stands.
    pub cell: CellRef,
}

/// One row of the yearly classification.
#[derive(Clone, Debug)]
pub struct Classification {
    /// Bloc and member.
    pub member: (usize, usize),
    /// The collective's class, as written.
    pub government: String,
    /// The party organisation's class, as written; empty where blank.
    pub party: String,
    /// The unions' and associations' class, as written; empty where blank.
    pub unions: String,
    /// The discipline of the year, as written; empty where there was none, none where the sheet does not speak of it.
    pub discipline: Option<String>,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Where it stands.
    pub cell: CellRef,
}

/// One row of the registration of titles.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Bloc and member.
    pub member: (usize, usize),
    /// What was registered, as written.
    pub titles: Vec<String>,
    /// Which of scoring.toml's awards are among it.
    pub awards: Vec<usize>,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Where it stands.
    pub cell: CellRef,
}

/// Whose ballot it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BallotLevel {
    /// The bloc's members.
    Bloc,
    /// The council.
    Council,
}

/// One row of a ballot.
#[derive(Clone, Debug)]
pub struct Ballot {
    /// Bloc and member voted on.
    pub member: (usize, usize),
    /// The award voted on; none where the sheet names none.
    pub award: Option<usize>,
    /// Whose ballot.
    pub level: BallotLevel,
    /// Round, from 1.
    pub round: u32,
    /// Members entitled to vote: the base of the share.
    pub entitled: Decimal,
    /// Yes votes, those of absent members in writing included.
    pub yes: Decimal,
    /// Absent members who answered in writing.
    pub written: Decimal,
    /// Where it stands.
    pub cell: CellRef,
}

/// The body that decides after the points are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecidingBody {
    /// The bloc's meeting.
    Bloc,
    /// The standing office.
    Office,
    /// The council.
    Council,
}

impl DecidingBody {
    /// All of them, in the order they decide.
    pub const ALL: [Self; 3] = [Self::Bloc, Self::Office, Self::Council];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bloc => "bloc",
            Self::Office => "office",
            Self::Council => "council",
        }
    }
}

/// One row of the decisions of a body.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Bloc and member.
    pub member: (usize, usize),
    /// The award.
    pub award: usize,
    /// The body.
    pub body: DecidingBody,
    /// Whether it proposes the member.
    pub proposed: bool,
    /// Why; empty where blank.
    pub reason: String,
    /// Number of its minutes.
    pub minutes: String,
    /// Their date as written.
    pub date: String,
    /// Where it stands.
    pub cell: CellRef,
}

/// Whether a shared sheet can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharedState {
    /// Not expected and not there.
    #[default]
    NotExpected,
    /// There and whole.
    Present,
    /// Expected but not there, or there but not whole: nothing unconditional may rest on it.
    Unreliable,
}

/// The rows of one kind of shared sheet, and whether they can be relied on.
#[derive(Clone, Debug)]
pub struct Rows<T> {
    /// The rows that could be read.
    pub rows: Vec<T>,
    /// Whether they are all.
    pub state: SharedState,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), state: SharedState::default() }
    }
}

impl<T> Rows<T> {
    /// The rows, none while the sheet cannot be relied on.
    pub fn reliable(&self) -> &[T] {
        if self.state == SharedState::Present { &self.rows } else { &[] }
    }
}

/// The shared sheets.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Opinions.
    pub opinions: Rows<Opinion>,
    /// Classifications.
    pub classifications: Rows<Classification>,
    /// Registrations of titles.
    pub registrations: Rows<Registration>,
    /// Ballots.
    pub ballots: Rows<Ballot>,
    /// Decisions of the bodies.
    pub decisions: Rows<Decision>,
    /// A file of unknown kind was rejected: it may have been any of these.
    pub unknown_rejected: bool,
}

impl Shared {
    /// The last round of a level in which a member was voted on for an award; for any award where none is asked for.
    ///
    /// A ballot that names no award is of those that go to the leaders of a bloc; one among the winners of another award
    /// is voted on by its name.
    pub fn ballot(
        &self,
        scoring: &Scoring,
        member: (usize, usize),
        level: BallotLevel,
        award: Option<usize>,
    ) -> Option<&Ballot> {
        let unnamed = award.is_none_or(|award| scoring.awards[award].from.is_none());
        let of = |ballot: &&Ballot| {
            let same = award.is_none() || ballot.award == award || ballot.award.is_none() && unnamed;
            ballot.member == member && ballot.level == level && same
        };
        self.ballots.rows.iter().filter(of).max_by_key(|ballot| (ballot.award.is_some(), ballot.round))
    }

    /// Yes votes in the bloc's last ballot; none without a ballot that can be relied on.
    pub fn votes(&self, scoring: &Scoring, member: (usize, usize)) -> Option<Decimal> {
        let ballot = self.ballot(scoring, member, BallotLevel::Bloc, None);
        ballot.filter(|_| self.ballots.state == SharedState::Present).map(|ballot| ballot.yes)
    }

    /// What a body decided of a member and an award.
    pub fn decision(&self, member: (usize, usize), award: usize, body: DecidingBody) -> Option<&Decision> {
        let of = |own: &&Decision| own.member == member && own.award == award && own.body == body;
        self.decisions.reliable().iter().find(of)
    }
}
