//! What is kept of a bloc while its panel and its marks are not at hand: totals, counts and what is missing; all that
//! awards and the outputs over several blocs read.

use std::sync::Arc;

use super::{BlocReview, FieldTotal, Figures, RollUp, Status, Total};
use crate::diag::Sentence;

/// What is kept of a bloc.
#[derive(Clone, Default)]
pub struct BlocTally {
    /// Members in the order of scoring.toml.
    pub members: Vec<MemberTally>,
    /// The stage that counts differs between members of a criterion although the compact does not allow it.
    pub mixed: bool,
    /// Marks that count, by who gave them: the rules first, then each stage of the compact.
    pub given: Vec<usize>,
    /// Sums by top field.
    pub fields: Vec<RollUp>,
    /// The mid-year review; none at the year's end.
    pub review: Option<Arc<BlocReview>>,
}

/// What is kept of a member.
#[derive(Clone, Default)]
pub struct MemberTally {
    /// One for each field.
    pub fields: Vec<FieldTotal>,
    /// The total; of the marks there are, when incomplete.
    pub total: Total,
    /// Everything needed is there and nothing handed in is in doubt.
    pub complete: bool,
    /// Something is missing and the compact says that the member is then not ranked.
    pub unranked: bool,
    /// Whether any file named it.
    pub handed_in: bool,
    /// Its actuals, and how many of them are not final.
    pub figures: Figures,
    /// One for each criterion.
    pub marks: Vec<MarkTally>,
    /// Criteria without a mark though one is needed.
    pub missing: Vec<Lack>,
}

/// What is kept of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkTally {
    /// There is one, or one ought to be there.
    pub needed: bool,
    /// There is one.
    pub given: bool,
    /// Whether a plan there was is reached.
    pub plan_met: Option<bool>,
}

impl MarkTally {
    /// One ought to be there and is not.
    pub fn missing(self) -> bool {
        self.needed && !self.given
    }
}

impl BlocTally {
    /// The actuals of all members.
    pub fn figures(&self) -> Figures {
        self.members.iter().fold(Figures::default(), |sum, member| sum + member.figures)
    }
}

/// A criterion for which a member has no mark though one is needed.
#[derive(Clone)]
pub struct Lack {
    /// Index of the criterion.
    pub criterion: usize,
    /// Why; none where the member handed in nothing.
    pub because: Option<Sentence>,
    /// Those figures of its own row that are not final or of which a fault was reported: how final, and whether one was.
    pub observed: Vec<(Status, bool)>,
}
