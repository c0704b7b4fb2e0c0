//! The mid-year review: what half a year is held against, and what came of it.

use rust_decimal::Decimal;

use super::{divide, percent_beside, share, to_ratio};
use crate::diag::Sentence;

/// How a rule holds an actual against the plan of the whole year; what half a year can be held against follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanKind {
    /// In proportion: part of the plan gives part of the mark.
    Gradual,
    /// As a whole, by a threshold, bands or steps: part of a year is no failure, and says nothing yet.
    Whole,
    /// As growth in percent on the same period, which is wanted of any part of the year alike.
    Growth,
    /// As places gained in an index.
    Places,
    /// Not at all.
    Nothing,
}

/// A part of one, exact and as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As written.
    pub text: String,
    /// Numerator.
    pub top: Decimal,
    /// Denominator, above zero.
    pub bottom: Decimal,
}

impl Part {
    /// This part of a whole; none where that is too large.
    pub fn of(&self, whole: Decimal) -> Option<Decimal> {
        share(whole, self.top, self.bottom)
    }

    /// As a ratio.
    pub fn ratio(&self) -> Decimal {
        divide(self.top, self.bottom).map(to_ratio).unwrap_or_default()
    }
}

/// What half a year is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfPlan {
    /// The plan of the year.
    Annual,
    /// The share of it that is due by mid-year.
    Share,
    /// Nothing: the criterion is not assessed before the year's end.
    Later,
}

/// How a criterion is reviewed at mid-year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYear {
    /// What it is held against.
    pub plan: HalfPlan,
    /// The share of the year's plan that is due by mid-year, with [`HalfPlan::Share`].
    pub share: Part,
    /// The part of the year's plan from which on a member is on course.
    pub on_course: Decimal,
    /// The part of the year's plan below which fulfilment is in danger.
    pub at_risk: Decimal,
}

impl HalfYear {
    /// A part of a plan in percent, never on a level that it is not at.
    pub fn percent(&self, part: Decimal) -> Option<Decimal> {
        percent_beside(part, &[Decimal::ONE, self.on_course, self.at_risk])
    }
}

/// The mid-year review as scoring.toml wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Half {
    /// Whether ranks are shown, for reference only.
    pub ranks: bool,
    /// How many of the weakest are named, those that are level with the last of them too.
    pub weakest: usize,
    /// What stands for every criterion that does not say otherwise.
    pub usual: HalfYear,
}

/// The chance of fulfilling a plan, in words and never as a likelihood; the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prospect {
    /// The plan of the year is reached already.
    Reached,
    /// On course.
    OnCourse,
    /// Behind.
    Slow,
    /// It may not be fulfilled.
    AtRisk,
    /// Nothing can be said yet.
    NotYet,
}

impl Prospect {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Reached, Self::OnCourse, Self::Slow, Self::AtRisk, Self::NotYet];

    /// Whether somebody should look after it.
    pub fn behind(self) -> bool {
        matches!(self, Self::Slow | Self::AtRisk)
    }

    /// Its place in [`Prospect::ALL`].
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|known| *known == self).unwrap_or_default()
    }
}

/// One plan of one member after half a year.
#[derive(Clone)]
pub struct PlanLine {
    /// Index of the criterion.
    pub criterion: usize,
    /// The part of a compound; empty for the criterion itself.
    pub row: String,
    /// The plan of the year.
    pub plan: Option<Decimal>,
    /// What of it is due by mid-year, where the review goes by shares.
    pub due: Option<Decimal>,
    /// What was done in six months.
    pub actual: Option<Decimal>,
    /// The part of the year's plan that was reached; of a limit, how much of it is used.
    pub of_plan: Option<Decimal>,
    /// The plan is a limit that must not be passed.
    pub limit: bool,
    /// The same period of the year before.
    pub previous: Option<Decimal>,
    /// What was done as a part of that.
    pub on_previous: Option<Decimal>,
    /// The chance of fulfilment.
    pub prospect: Prospect,
    /// Its arithmetic.
    pub because: Sentence,
}

/// One plan over the members of a bloc.
#[derive(Clone, Debug)]
pub struct BlocLine {
    /// Index of the criterion.
    pub criterion: usize,
    /// The part of a compound; empty for the criterion itself.
    pub row: String,
    /// How many members have each prospect, in the order of [`Prospect::ALL`].
    pub counts: [usize; 5],
    /// The members that are behind, the gravest first.
    pub behind: Vec<(usize, Prospect)>,
    /// The mean of the parts reached, none counted above the whole; none for limits.
    pub mean: Option<Decimal>,
    /// How many members that mean is over.
    pub members: usize,
}

/// One of the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weak {
    /// Index of the line, or of the criterion where marks are compared.
    pub index: usize,
    /// Its place from the bottom, shared by equals: 1, 1, 3.
    pub place: usize,
    /// The part reached.
    pub reached: Decimal,
}

/// The review of one member.
#[derive(Clone, Default)]
pub struct MemberReview {
    /// Its plans, in the order of the compact.
    pub lines: Vec<PlanLine>,
    /// Indices of the lines that are behind, the gravest first.
    pub at_risk: Vec<usize>,
    /// The lines with the lowest part of the plan reached.
    pub weakest: Vec<Weak>,
    /// The criteria without a plan in numbers that have the lowest part of their maximum.
    pub weakest_marks: Vec<Weak>,
}

/// The review of a bloc.
#[derive(Clone, Default)]
pub struct BlocReview {
    /// Members in the order of scoring.toml.
    pub members: Vec<MemberReview>,
    /// The plans of the compact over all members.
    pub lines: Vec<BlocLine>,
    /// Indices of the lines in which somebody is behind, in the order of the compact.
    pub at_risk: Vec<usize>,
    /// The lines with the lowest mean.
    pub weakest: Vec<Weak>,
    /// The criteria without a plan in numbers that have the lowest mean part of their maximum.
    pub weakest_marks: Vec<Weak>,
}
