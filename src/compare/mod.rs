//! Two runs in; what differs between them, and by what, out.
//!
//! The later run's data, marks of later stages and compact are put in the place of the earlier's one after another, in
//! this order, and the whole is scored each time: so every difference is split into parts that add up to it exactly.
//! 1. [`Cause::Program`]: the earlier run as it was written, and as this program scores it (nothing, as a rule);
//! 2. [`Cause::Data`]: what members and agencies handed in: plans, figures, their status, members' own marks;
//! 3. [`Cause::Stages`]: marks of the stages after that, and opinions, classes and ballots;
//! 4. [`Cause::Compact`]: scoring.toml: rules, maxima, rounding, awards, and who is a member.
//!
//! `pairs` finds a bloc, member, criterion and input of the earlier run in the later, `blend` puts the panels together,
//! `snapshot` is what is compared of each run, `split` parts a difference, `listing` and `differ` find all
//! [`Changes`].

mod blend;
mod changes;
mod differ;
mod listing;
mod pairs;
mod snapshot;
mod split;

use crate::diag::Diagnostic;
use crate::model::{Panel, Results, Scoring};
use crate::record::Record;

pub use changes::{
    BlocChange, Changes, CriterionChange, FigureChange, MemberChange, ProposalChange, SheetChange, StageChange,
    StateChange,
};
pub use snapshot::{Offer, Place};
pub use split::{Cause, Part};

use blend::{Take, blend};
use pairs::Pairs;
use snapshot::Snapshot;

/// The engine: scores, ranks and proposes.
pub type Engine = for<'a> fn(&'a Scoring, &'a Panel) -> Result<(Results<'a>, Vec<Diagnostic>), Diagnostic>;

/// A run: what it was scored by, and what was handed in.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// scoring.toml as meant.
    pub scoring: &'a Scoring,
    /// What was handed in.
    pub panel: &'a Panel,
}

/// What differs between an earlier run, as it was written and as it is scored again, and a later one; `again` are the
/// later files as the earlier scoring.toml reads them, where that is another one.
///
/// # Errors
/// As the engine's.
pub fn compare(
    record: &Record,
    before: Side,
    after: &Results,
    again: Option<&Panel>,
    engine: Engine,
) -> Result<Changes, Diagnostic> {
    let later = Side { scoring: after.scoring, panel: after.panel };
    let pairs = Pairs::new(before, later, again);
    let data = blend(before, later, &pairs, Take { stages: false });
    let both = blend(before, later, &pairs, Take { stages: true });
    let mut states = vec![Snapshot::written(record)];
    for panel in [before.panel, &data, &both] {
        states.push(Snapshot::of(&engine(before.scoring, panel)?.0));
    }
    states.push(Snapshot::renamed(after, &pairs));
    Ok(listing::changes(before, later, &pairs, &states))
}
