//! Rankings and shared sheets in; proposals with their grounds out. The engine proposes, never confers,
//! and never chooses between equals.
//!
//! `eligibility` says who may be considered, `seats` fills the seats of a bloc's award, `across` proposes among
//! the winners of another award, `decisions` puts beside them what the bodies decided, `yearly` makes the two yearly
//! forms of what was given. A requirement is one file under `requirements` and two lines in its table.

mod across;
mod decisions;
mod eligibility;
pub mod requirements;
mod seats;
mod yearly;

use crate::diag::{Diagnostic, Noted};
use crate::model::{BlocTally, Candidate, Common, Period, Proposals, Ranking, Scoring, Standing};

pub use yearly::yearly;

/// What every part of this stage reads.
pub(crate) struct Council<'a> {
    pub scoring: &'a Scoring,
    pub common: &'a Common,
    pub tallies: &'a [BlocTally],
    pub rankings: &'a [Ranking],
}

impl<'a> Council<'a> {
    /// What a requirement sees of a member, for an award or for none.
    pub fn candidate(&self, award: Option<usize>, bloc: usize, standing: &'a Standing) -> Candidate<'a> {
        Candidate {
            scoring: self.scoring,
            compact: self.scoring.compact_of(bloc),
            award,
            member: (bloc, standing.member),
            tally: &self.tallies[bloc].members[standing.member],
            standing,
            shared: &self.common.shared,
        }
    }
}

/// Proposes for every award, in the order of scoring.toml; for none mid-year.
pub fn award(scoring: &Scoring, common: &Common, tallies: &[BlocTally], rankings: &[Ranking]) -> Noted<Proposals> {
    let council = Council { scoring, common, tallies, rankings };
    let mut proposals = Proposals { eligibility: eligibility::all(&council), ..Proposals::default() };
    let mut notes: Vec<Diagnostic> = Vec::new();
    if scoring.term.period == Period::Half {
        return Noted { output: proposals, notes };
    }
    for (index, award) in scoring.awards.iter().enumerate() {
        if award.from.is_some() {
            across::propose(&council, index, &mut proposals, &mut notes);
        } else {
            for bloc in &award.applies_to {
                seats::propose(&council, index, *bloc, &mut proposals);
            }
        }
    }
    decisions::add(&council, &mut proposals, &mut notes);
    Noted { output: proposals.indexed(scoring.blocs.len()), notes }
}
