//! The shape of what differs between two runs.

use super::snapshot::{Offer, Place};
use super::split::{Cause, Part};
use crate::diag::Sentence;
use crate::model::{Figures, Input, Observed, Points, SharedState, Stage, StageMark};

/// All differences.
pub struct Changes {
    /// All blocs of either run, the earlier run's first.
    pub blocs: Vec<BlocChange>,
    /// Proposals that are others now.
    pub proposals: Vec<ProposalChange>,
    /// Shared sheets that can be relied on now and could not, or the other way round.
    pub sheets: Vec<StateChange>,
    /// scoring.toml is not the same text.
    pub other_scoring: bool,
}

impl Changes {
    /// Whether there is no difference.
    pub fn none(&self) -> bool {
        self.blocs.iter().all(|bloc| bloc.members.is_empty()) && self.proposals.is_empty() && self.sheets.is_empty()
    }

    /// Whether this program scores the earlier run otherwise than it was scored.
    pub fn by_program(&self) -> bool {
        let parts = self.blocs.iter().flat_map(|bloc| &bloc.members).flat_map(|member| &member.parts);
        let mut causes = parts.flat_map(|part| &part.causes);
        causes.any(|cause| *cause == Cause::Program)
    }
}

/// A bloc and its members in which something is different.
pub struct BlocChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many figures there were and are, and how many of them are not final; none where the bloc was or is not.
    pub figures: (Option<Figures>, Option<Figures>),
    /// Members.
    pub members: Vec<MemberChange>,
}

/// A member in which something is different.
pub struct MemberChange {
    /// Its name; the later one.
    pub name: String,
    /// Its earlier name, where that was another.
    pub earlier_name: Option<String>,
    /// Its place before; none for a member that came.
    pub before: Option<Place>,
    /// Its place after; none for a member that left.
    pub after: Option<Place>,
    /// By what its rank changed.
    pub rank_by: Vec<Cause>,
    /// The parts of the difference of its total.
    pub parts: Vec<Part>,
    /// Criteria in which something is different.
    pub criteria: Vec<CriterionChange>,
    /// What the shared sheets say of it otherwise.
    pub sheets: Vec<SheetChange>,
}

/// A criterion of a member in which something is different.
pub struct CriterionChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The mark before.
    pub before: Option<Points>,
    /// The mark after.
    pub after: Option<Points>,
    /// The parts of its difference.
    pub parts: Vec<Part>,
    /// Values that are others now.
    pub figures: Vec<FigureChange>,
    /// Marks of persons that are others now.
    pub stages: Vec<StageChange>,
    /// The data changed its mark, but not its own: the rule compares the members of the bloc.
    pub by_others: bool,
    /// The compact asks otherwise now, so that data and marks could not be told from it.
    pub inseparable: bool,
}

/// A value that is another one now.
pub struct FigureChange {
    /// Which.
    pub input: Input,
    /// Before; none where it was not asked for.
    pub before: Option<Observed>,
    /// After; none where it is not asked for.
    pub after: Option<Observed>,
}

/// A mark of a person that is another one now.
pub struct StageChange {
    /// Of which stage.
    pub stage: Stage,
    /// Before.
    pub before: Option<StageMark>,
    /// After.
    pub after: Option<StageMark>,
}

/// What a shared sheet says of a member otherwise.
pub struct SheetChange {
    /// The sheet's key in scoring.toml.
    pub sheet: &'static str,
    /// What it said.
    pub before: Vec<Sentence>,
    /// What it says.
    pub after: Vec<Sentence>,
}

/// A shared sheet that can be relied on now and could not, or the other way round.
pub struct StateChange {
    /// The sheet's key in scoring.toml.
    pub sheet: &'static str,
    /// Before.
    pub before: SharedState,
    /// After.
    pub after: SharedState,
}

/// A proposal that is another one now.
pub struct ProposalChange {
    /// The id of the award.
    pub award: String,
    /// Its title.
    pub title: String,
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// Before.
    pub before: Offer,
    /// After.
    pub after: Offer,
    /// By what.
    pub by: Vec<Cause>,
}
