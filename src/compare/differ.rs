//! One criterion of a member, or the shared sheets, of two runs in; what they say otherwise out.

use std::sync::Arc;

use super::changes::{FigureChange, SheetChange, StageChange, StateChange};
use super::pairs::{CriterionPair, Id};
use crate::diag::{Lang, Sentence};
use crate::model::{Ballot, Classification, Compact, Criterion, Input, Observed, Opinion, PanelRow, Shared, StageMark};
use crate::wording::{award, diff as words};

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
        ("opinions", before.opinions_state, after.opinions_state),
        ("classification", before.classification_state, after.classification_state),
        ("ballot", before.ballot_state, after.ballot_state),
    ];
    let changed = all.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(sheet, before, after)| StateChange { sheet, before, after }).collect()
}

/// What the shared sheets say of a member otherwise.
pub fn said_otherwise(before: (&Shared, Id), after: (&Shared, Id)) -> Vec<SheetChange> {
    let opinions = |(shared, member): (&Shared, Id)| {
        let own = shared.opinions.iter().filter(move |row| row.member == member).cloned();
        own.map(|row: Opinion| -> Sentence { Arc::new(move |lang| award::ground(lang, &row)) }).collect()
    };
    let classes = |(shared, member): (&Shared, Id)| {
        let own = shared.classifications.iter().filter(move |row| row.member == member).cloned();
        own.map(|row: Classification| -> Sentence {
            Arc::new(move |lang| words::class(&row.government, &row.party, lang))
        })
        .collect()
    };
    let ballots = |(shared, member): (&Shared, Id)| {
        let own = shared.ballots.iter().filter(move |row| row.member == member).cloned();
        own.map(|row: Ballot| -> Sentence { Arc::new(move |lang| words::ballot(&row, lang)) }).collect()
    };
    let all: [(&'static str, Vec<Sentence>, Vec<Sentence>); 3] = [
        ("opinions", opinions(before), opinions(after)),
        ("classification", classes(before), classes(after)),
        ("ballot", ballots(before), ballots(after)),
    ];
    let said = |list: &[Sentence]| -> Vec<String> { list.iter().map(|one| one(Lang::Vi)).collect() };
    let changed = all.into_iter().filter(|(_, before, after)| said(before) != said(after));
    changed.map(|(sheet, before, after)| SheetChange { sheet, before, after }).collect()
}
