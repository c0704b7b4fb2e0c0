//! The order of a bloc.

use super::Points;

/// Whether a rank is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieState {
    /// Nobody else has this total.
    Alone,
    /// Others had this total; the tie key of this index decided.
    Broken(usize),
    /// Others have this total and no key decides: the meeting votes.
    Tied,
}

impl TieState {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Broken(_) => "broken",
            Self::Tied => "tied",
        }
    }
}

/// A member's place.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Index of the member in its bloc.
    pub member: usize,
    /// Total that was ranked.
    pub total: Points,
    /// Rank from 1; none for an incomplete member, and none mid-year unless asked for.
    pub rank: Option<u32>,
    /// Whether it is shared.
    pub tie: TieState,
    /// Index of the class.
    pub class: Option<usize>,
    /// Index of the class that the points alone would give, where a gate keeps the member from it.
    pub held_back: Option<usize>,
}

/// The order of a bloc, best first; incomplete members last, and everybody without ranks, in the order of scoring.toml.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// Index of the bloc.
    pub bloc: usize,
    /// Places.
    pub standings: Vec<Standing>,
    /// A member is missing or incomplete, or stages are mixed.
    pub provisional: bool,
}

impl Ranking {
    /// The place of a member.
    pub fn of(&self, member: usize) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.member == member)
    }
}
