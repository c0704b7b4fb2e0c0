//! Marks and totals of a bloc, and the results of a whole run.

use std::ops::Deref;

use rust_decimal::Decimal;

use super::{
    BlocPanel, BlocReview, BlocTally, Common, Compact, Panel, Points, Proposals, Ranking, Scoring, YearlyForms,
};
use crate::diag::Sentence;

/// Whether a criterion has a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// It has one.
    Given(Points),
    /// Not assigned to this member, or nothing arose and that counts as out: no mark and not missing.
    Out,
    /// Mid-year: the rule can say nothing before the year's end. No mark, not missing and not failed.
    NotYet,
    /// No mark, and one is needed: the member is incomplete.
    Missing,
}

impl MarkState {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Given(_) => "given",
            Self::Out => "out",
            Self::NotYet => "not-yet",
            Self::Missing => "missing",
        }
    }

    /// Whether there is a mark, or one ought to be there.
    pub fn needed(self) -> bool {
        matches!(self, Self::Given(_) | Self::Missing)
    }
}

/// Which of several marks counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The rule's.
    Computed,
    /// A person's, of this stage of the compact.
    Stage(usize),
    /// The mean of the member's group, in place of a missing one.
    GroupMean,
    /// None.
    Nothing,
}

impl Counted {
    /// The stable name, a stage by its id; none where none counted.
    pub fn name(self, compact: &Compact) -> Option<&str> {
        match self {
            Self::Computed => Some("computed"),
            Self::Stage(stage) => compact.stages.get(stage).map(|stage| stage.id.as_str()),
            Self::GroupMean => Some("group-mean"),
            Self::Nothing => None,
        }
    }
}

/// The mark of one member for one criterion.
#[derive(Clone)]
pub struct Mark {
    /// The mark that counts.
    pub state: MarkState,
    /// Which it is.
    pub counted: Counted,
    /// What the rule computed, counted or not.
    pub computed: Option<Points>,
    /// Why.
    pub because: Sentence,
    /// Whether a plan there was is exceeded; for the tie key.
    pub exceeded: bool,
    /// Whether a plan there was is reached; for the requirement of awards.
    pub plan_met: Option<bool>,
    /// By what share of its plan the actual falls short, zero where it is reached; none where that cannot be said.
    pub shortfall: Option<Decimal>,
    /// What of its plans in numbers was reached by the year's end: its own, or those of its parts in their order.
    pub plans: Vec<PlanReached>,
}

impl Mark {
    /// What was done as a part of the criterion's own plan in numbers; none where it has none, or mid-year.
    pub fn of_plan(&self) -> Option<Decimal> {
        self.plans.iter().find(|plan| plan.row.is_empty())?.part
    }
}

/// What of a plan in numbers was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanReached {
    /// The part of a compound; empty for the criterion itself.
    pub row: String,
    /// What was done as a part of the plan; none where a figure is missing or the plan is zero.
    pub part: Option<Decimal>,
    /// The plan is a limit that must not be passed.
    pub limit: bool,
}

impl PlanReached {
    /// Whether the plan is fulfilled: reached, or kept where it is a limit.
    pub fn met(&self) -> Option<bool> {
        self.part.map(|part| if self.limit { part <= Decimal::ONE } else { part >= Decimal::ONE })
    }
}

/// Whether a node of the tree has points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeState {
    /// It has.
    #[default]
    Whole,
    /// Nothing below it was assigned or arose.
    Out,
    /// Something below it is missing, and the compact does not say how to go on.
    Missing,
    /// Something below it is missing, and the compact says that the member is then not ranked.
    Unranked,
}

/// The points of a field.
#[derive(Clone, Default)]
pub struct FieldTotal {
    /// Points under its cap; of what there is, where something is missing.
    pub points: Points,
    /// The maximum of what was assigned.
    pub assigned: Points,
    /// Whether the points are whole.
    pub state: NodeState,
    /// How they were made, where they are no plain sum.
    pub because: Option<Sentence>,
}

/// The total of a member.
#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    /// Points of the scale fields.
    pub got: Points,
    /// Maximum of the assigned criteria of the scale.
    pub assigned: Points,
    /// Points of the scale, brought to the whole scale where the compact says so.
    pub scaled: Points,
    /// Bonus under its cap.
    pub bonus: Points,
    /// Penalty, zero or less, under its cap.
    pub penalty: Points,
    /// Scaled + bonus + penalty, rounded as the compact says.
    pub total: Points,
    /// The same, rounded to nine decimals only.
    pub full: Points,
}

/// Marks and total of one member.
#[derive(Clone)]
pub struct MemberScores {
    /// One for each criterion.
    pub marks: Vec<Mark>,
    /// One for each field.
    pub fields: Vec<FieldTotal>,
    /// The total; of the marks there are, when incomplete.
    pub total: Total,
    /// How the scale's points were made, where they are no plain sum.
    pub because: Option<Sentence>,
    /// Everything needed is there and nothing handed in is in doubt.
    pub complete: bool,
    /// Something is missing and the compact says that the member is then not ranked; the others' ranks are final.
    pub unranked: bool,
}

/// Marks and totals of one bloc.
#[derive(Clone, Default)]
pub struct BlocScores {
    /// Members in the order of scoring.toml.
    pub members: Vec<MemberScores>,
    /// The stage that counts differs between members of a criterion although the compact does not allow it.
    pub mixed: bool,
    /// The mid-year review; none at the year's end.
    pub review: Option<BlocReview>,
}

/// Marks and totals of all blocs.
#[derive(Clone)]
pub struct Scores {
    /// One for each bloc.
    pub blocs: Vec<BlocScores>,
}

/// All there is of one bloc.
#[derive(Clone, Default)]
pub struct BlocResults {
    /// What was handed in.
    pub panel: BlocPanel,
    /// Marks and totals.
    pub scores: BlocScores,
}

/// What a run found out, but for the panels and the marks of its blocs.
pub struct Run<'a> {
    /// scoring.toml as meant.
    pub scoring: &'a Scoring,
    /// What was handed in that is no bloc's alone.
    pub common: &'a Common,
    /// What is kept of each bloc.
    pub tallies: Vec<BlocTally>,
    /// One for each bloc.
    pub rankings: Vec<Ranking>,
    /// What is put to the council.
    pub proposals: Proposals,
    /// The two yearly forms.
    pub yearly: YearlyForms,
}

/// Everything a run found out, all blocs at hand; what `explain` and `diff` read.
pub struct Results<'a> {
    /// What is no bloc's alone, and what is kept of each.
    pub run: Run<'a>,
    /// What was handed in.
    pub panel: &'a Panel,
    /// Marks and totals.
    pub scores: Scores,
}

impl<'a> Deref for Results<'a> {
    type Target = Run<'a>;

    fn deref(&self) -> &Run<'a> {
        &self.run
    }
}
