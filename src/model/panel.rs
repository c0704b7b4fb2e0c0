//! What was handed in, after reconciliation: per bloc, member and criterion, every value with its cell.

use rust_decimal::Decimal;

use super::{Datum, Points, YearlyLists};
use crate::diag::CellRef;

/// How final a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Official.
    #[default]
    Official,
    /// Estimate.
    Estimate,
    /// Forecast.
    Forecast,
}

/// The cell a value was read from, and the text there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The cell.
    pub cell: CellRef,
    /// The text or number as it stands there.
    pub raw: String,
}

/// One input of one member.
#[derive(Clone, Debug, Default)]
pub struct Observed {
    /// What it says.
    pub datum: Datum,
    /// Where it stands.
    pub source: Option<Source>,
    /// How final it is.
    pub status: Status,
    /// A fault has already been reported for it, so that it is not reported as missing too.
    pub faulty: bool,
}

/// A mark that a person gave.
#[derive(Clone, Debug)]
pub struct StageMark {
    /// Index into the compact's stages.
    pub stage: usize,
    /// Points.
    pub points: Points,
    /// Where it stands.
    pub source: Source,
}

/// All of one member for one criterion.
#[derive(Clone, Debug, Default)]
pub struct PanelRow {
    /// Where the criterion's own row stands.
    pub place: Option<CellRef>,
    /// One for each of the criterion's inputs, in order.
    pub observed: Vec<Observed>,
    /// Marks by stage.
    pub marks: Vec<StageMark>,
    /// A mark given by a person was read with a fault.
    pub mark_faulty: bool,
    /// The evidence or note beside it.
    pub evidence: String,
}

/// All of one member.
#[derive(Clone, Debug, Default)]
pub struct MemberPanel {
    /// One for each criterion of the compact.
    pub rows: Vec<PanelRow>,
    /// Whether any file named it.
    pub handed_in: bool,
    /// Its inputs cannot be trusted although they can be read (two forms, a row of another compact).
    pub spoiled: bool,
}

/// All members of a bloc, in the order of scoring.toml.
#[derive(Clone, Debug, Default)]
pub struct BlocPanel {
    /// Members.
    pub members: Vec<MemberPanel>,
}

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
    /// The party organisation's class, as written.
    pub party: String,
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
    /// Whose ballot.
    pub level: BallotLevel,
    /// Round, from 1.
    pub round: u32,
    /// Members entitled to vote: the base of the share.
    pub entitled: Decimal,
    /// Yes votes.
    pub yes: Decimal,
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

/// The shared sheets.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Opinions.
    pub opinions: Vec<Opinion>,
    /// State of the table of opinions.
    pub opinions_state: SharedState,
    /// Classifications.
    pub classifications: Vec<Classification>,
    /// State of the classification.
    pub classification_state: SharedState,
    /// Ballots.
    pub ballots: Vec<Ballot>,
    /// State of the ballots.
    pub ballot_state: SharedState,
    /// A file of unknown kind was rejected: it may have been any of these.
    pub unknown_rejected: bool,
}

impl Shared {
    /// The last round of a level in which a member was voted on.
    pub fn ballot(&self, member: (usize, usize), level: BallotLevel) -> Option<&Ballot> {
        self.ballots
            .iter()
            .filter(|ballot| ballot.member == member && ballot.level == level)
            .max_by_key(|ballot| ballot.round)
    }
}

/// A file that was found in the inputs, for the sources sheet and the manifest.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Path under the inputs folder.
    pub file: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// What its sheets are, by name of sheet and kind; empty when rejected.
    pub sheets: Vec<(String, &'static str)>,
    /// The members it speaks of.
    pub members: Vec<(usize, usize)>,
    /// It was left out.
    pub rejected: bool,
}

/// All that was handed in.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// One for each bloc of scoring.toml.
    pub blocs: Vec<BlocPanel>,
    /// Shared sheets.
    pub shared: Shared,
    /// Awards given and the fund.
    pub yearly: YearlyLists,
    /// Files.
    pub submissions: Vec<Submission>,
}
