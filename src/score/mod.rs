//! The panel in; every mark with its reason, every total, out. A bloc is marked at once.
//!
//! `figures` are what a rule sees, `measure` turns a year's end and start into an increment, `rules` mark,
//! `difficulty` weighs, `criterion` decides which of several marks counts, `node` and `totals` fold the tree. At mid-year
//! `period` takes the share of a plan that is due, and `midyear` reviews every plan of the year. `tally` is what is kept of it
//! all when the next bloc has its turn.
//! A missing value leaves the member incomplete, unless its compact says otherwise; it is never zero by itself.

mod criterion;
mod difficulty;
mod figures;
mod measure;
mod midyear;
mod node;
mod period;
mod plans;
pub mod rules;
mod tally;
mod totals;

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{
    BlocPanel, BlocScores, Counted, Mark, MarkState, MemberPanel, MemberScores, NodeState, PanelRow, Scoring, Status,
};

pub use tally::tally;

/// Marks a bloc.
pub fn score(bloc: usize, panel: &BlocPanel, scoring: &Scoring) -> Noted<BlocScores> {
    let mut notes = Vec::new();
    let compact = scoring.compact_of(bloc);
    let members = &panel.members;
    let mut columns: Vec<Vec<Mark>> = Vec::new();
    let mut mixed = false;
    for index in 0..compact.criteria.len() {
        let marks = criterion::marks(bloc, index, panel, scoring, &mut notes);
        mixed |= mixes(bloc, index, &marks, scoring, &mut notes);
        columns.push(marks);
    }
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    let marks: Vec<Vec<Mark>> =
        members.iter().map(|_| columns.iter_mut().filter_map(Iterator::next).collect()).collect();
    let folds = totals::totals(compact, &scoring.blocs[bloc].groups(), &marks);
    let scored = members.iter().zip(marks).zip(folds).map(|((member, marks), fold)| {
        let sound = member.handed_in && !member.spoiled && !in_doubt(member, &marks);
        let nothing_yet = fold.state == NodeState::Out && marks.iter().any(|mark| mark.state == MarkState::NotYet);
        let unranked = sound && (fold.state == NodeState::Unranked || nothing_yet);
        let complete = sound && fold.state == NodeState::Whole;
        MemberScores { marks, fields: fold.fields, total: fold.total, because: fold.because, complete, unranked }
    });
    let members: Vec<_> = scored.collect();
    too_little(bloc, &members, panel, scoring, &mut notes);
    estimates(bloc, panel, scoring, &mut notes);
    let review = scoring.half.as_ref().map(|half| midyear::review(bloc, &members, panel, scoring, half));
    Noted { output: BlocScores { members, mixed, review }, notes }
}

/// Whether a figure that could not be read would have made a mark: no policy for what is missing makes up for it.
fn in_doubt(member: &MemberPanel, marks: &[Mark]) -> bool {
    let unread = |row: &PanelRow| row.mark_faulty || row.observed.iter().any(|observed| observed.faulty);
    let made = |mark: &Mark| mark.state == MarkState::Missing || mark.counted == Counted::GroupMean;
    member.rows.iter().zip(marks).any(|(row, mark)| unread(row) && made(mark))
}

/// Names the members of whom too much is missing for the compact's own way of going on.
fn too_little(bloc: usize, scored: &[MemberScores], panel: &BlocPanel, scoring: &Scoring, notes: &mut Vec<Diagnostic>) {
    let (compact, configured) = (scoring.compact_of(bloc), &scoring.blocs[bloc]);
    for (member, scores) in scored.iter().enumerate() {
        let handed = &panel.members[member];
        let lacking: Vec<usize> =
            (0..compact.criteria.len()).filter(|index| scores.marks[*index].state == MarkState::Missing).collect();
        let quiet = lacking.iter().all(|index| compact.tolerates(*index)) && !in_doubt(handed, &scores.marks);
        if scores.complete || scores.unranked || !handed.handed_in || lacking.is_empty() || !quiet {
            continue;
        }
        let criteria = lacking.iter().map(|index| compact.criteria[*index].id.clone()).collect();
        let note = Diagnostic::new(Fault::TooLittleData { criteria }, Place::Run).bloc(&configured.id);
        notes.push(note.member(&configured.members[member].name));
    }
}

/// Two bases are never merged silently: whether the stage that counts differs between members.
fn mixes(bloc: usize, criterion: usize, marks: &[Mark], scoring: &Scoring, notes: &mut Vec<Diagnostic>) -> bool {
    let compact = scoring.compact_of(bloc);
    let bases: BTreeSet<Option<usize>> = marks
        .iter()
        .filter_map(|mark| match mark.counted {
            Counted::Nothing | Counted::GroupMean => None,
            Counted::Computed => Some(None),
            Counted::Stage(stage) => Some(Some(stage)),
        })
        .collect();
    if bases.len() < 2 || compact.mixed_stages {
        return false;
    }
    let names: Vec<_> = bases.iter().map(|base| base.map_or("computed", |stage| compact.stages[stage].key())).collect();
    let fault = Diagnostic::new(Fault::MixedStages { counts: names.join(", ") }, Place::Run);
    notes.push(fault.bloc(&scoring.blocs[bloc].id).criterion(&compact.criteria[criterion].id));
    true
}

fn estimates(bloc: usize, panel: &BlocPanel, scoring: &Scoring, notes: &mut Vec<Diagnostic>) {
    let configured = &scoring.blocs[bloc];
    for (member, handed) in panel.members.iter().enumerate() {
        for (criterion, row) in scoring.compact_of(bloc).criteria.iter().zip(&handed.rows) {
            for observed in row.observed.iter().filter(|observed| observed.status != Status::Official) {
                let Some(source) = &observed.source else { continue };
                let status = observed.status.name();
                let fault = Diagnostic::new(
                    Fault::EstimateUsed { status: status.to_owned() },
                    Place::Cell(source.cell.clone()),
                );
                let fault =
                    fault.found(source.raw.clone()).bloc(&configured.id).member(&configured.members[member].name);
                notes.push(fault.criterion(&criterion.id));
            }
        }
    }
}
