//! One criterion of a member, or the shared sheets, of two runs in; what they say otherwise out.

use std::sync::Arc;

use super::changes::{FigureChange, SheetChange, StageChange, StateChange};
use super::pairs::{CriterionPair, Id};
use crate::diag::{Lang, Sentence};
use crate::model::{Compact, Criterion, Input, Observed, PanelRow, Rows, Shared, StageMark};
use crate::wording::diff as words;

/// A criterion of a member in both runs.
pub struct Case<'a> {
    /// In the earlier run.
    pub old: Option<(&'a Criterion, &'a PanelRow)>,
    /// In the later run.
    pub new: Option<(&'a Criterion, &'a PanelRow)>,
    /// How the one is found in the other.
    pub pair: Option<&'a CriterionPair>,
    /// The earlier compact reads it in the later files.
    pub again: bool,
    /// The compacts.
    pub compacts: (&'a Compact, &'a Compact),
}

impl Case<'_> {
    /// Values that are others now, by the key of their input.
    pub fn figures(&self) -> Vec<FigureChange> {
        let all = |side: Option<(&Criterion, &PanelRow)>| -> Vec<(Input, Observed)> {
            let inputs = side.into_iter().flat_map(|(criterion, row)| criterion.inputs.iter().zip(&row.observed));
            inputs.map(|(input, observed)| (input.clone(), observed.clone())).collect()
        };
        let (old, new) = (all(self.old), all(self.new));
        let find = |list: &[(Input, Observed)], key: &str| {
            list.iter().find(|(input, _)| input.key() == key).map(|(_, observed)| observed.clone())
        };
        let mut changed = Vec::new();
        for (input, before) in &old {
            let after = find(&new, &input.key());
            if !after.as_ref().is_some_and(|after| alike(before, after)) {
                changed.push(FigureChange { input: input.clone(), before: Some(before.clone()), after });
            }
        }
        for (input, after) in new {
            if find(&old, &input.key()).is_none() {
                changed.push(FigureChange { input, before: None, after: Some(after) });
            }
        }
        changed
    }

    /// Marks of persons that are others now, by the id of their stage.
    pub fn stages(&self) -> Vec<StageChange> {
        let mark = |compact: &Compact, side: Option<(&Criterion, &PanelRow)>, id: &str| {
            let stage = compact.stages.iter().position(|stage| stage.id == id)?;
            side?.1.marks.iter().find(|mark| mark.stage == stage).cloned()
        };
        let (old, new) = self.compacts;
        let further = new.stages.iter().filter(|stage| old.stages.iter().all(|known| known.id != stage.id));
        let changed = old.stages.iter().chain(further).filter_map(|stage| {
            let (before, after) = (mark(old, self.old, &stage.id), mark(new, self.new, &stage.id));
            let points = |given: &Option<StageMark>| given.as_ref().map(|given| given.points);
            let same = points(&before) == points(&after);
            (!same).then(|| StageChange { stage: stage.clone(), before, after })
        });
        changed.collect()
    }
}

/// Whether two values say the same; where they stand does not matter.
fn alike(one: &Observed, other: &Observed) -> bool {
    one.datum == other.datum && one.status == other.status && one.faulty == other.faulty
}

/// The shared sheets that can be relied on now and could not, or the other way round.
pub fn sheet_states(before: &Shared, after: &Shared) -> Vec<StateChange> {
    let all = [
        ("opinions", before.opinions.state, after.opinions.state),
        ("classification", before.classifications.state, after.classifications.state),
        ("registration", before.registrations.state, after.registrations.state),
        ("ballot", before.ballots.state, after.ballots.state),
        ("decisions", before.decisions.state, after.decisions.state),
    ];
    let changed = all.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(sheet, before, after)| StateChange { sheet, before, after }).collect()
}

/// What the shared sheets say of a member otherwise.
pub fn said_otherwise(before: (&Shared, Id), after: (&Shared, Id)) -> Vec<SheetChange> {
    let all: [(&'static str, [Vec<Sentence>; 2]); 5] = [
        (
            "opinions",
            [before, after].map(|(shared, member)| said(&shared.opinions, member, |row| row.member, words::opinion)),
        ),
        (
            "classification",
            [before, after]
                .map(|(shared, member)| said(&shared.classifications, member, |row| row.member, words::class)),
        ),
        (
            "registration",
            [before, after]
                .map(|(shared, member)| said(&shared.registrations, member, |row| row.member, words::registration)),
        ),
        (
            "ballot",
            [before, after].map(|(shared, member)| said(&shared.ballots, member, |row| row.member, words::ballot)),
        ),
        (
            "decisions",
            [before, after].map(|(shared, member)| said(&shared.decisions, member, |row| row.member, words::decision)),
        ),
    ];
    let plain = |list: &[Sentence]| -> Vec<String> { list.iter().map(|one| one(Lang::Vi)).collect() };
    let changed = all.into_iter().filter(|(_, [before, after])| plain(before) != plain(after));
    changed.map(|(sheet, [before, after])| SheetChange { sheet, before, after }).collect()
}

/// What the rows of a sheet say of a member.
fn said<T: Clone + Send + Sync + 'static>(
    sheet: &Rows<T>,
    member: Id,
    of: fn(&T) -> Id,
    words: fn(&T, Lang) -> String,
) -> Vec<Sentence> {
    let own = sheet.rows.iter().filter(|row| of(row) == member).cloned();
    own.map(|row| -> Sentence { Arc::new(move |lang| words(&row, lang)) }).collect()
}
