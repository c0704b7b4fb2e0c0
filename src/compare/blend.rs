//! Two panels in; the earlier one with the later one's data, and its later stages where asked, out, in the earlier shape.
//!
//! What cannot be carried over, because the later compact does not ask for it or asks otherwise, stays as it was: its
//! whole change then falls to the compact. So the parts of a difference add up whatever has changed.

use super::Side;
use super::pairs::{CriterionPair, Pairs};
use crate::model::{Panel, PanelRow, Scoring, Shared, Stage, StageMark};

/// What is taken of the later run.
#[derive(Clone, Copy)]
pub struct Take {
    /// Marks of the stages after the members' own, and the shared sheets, as well as the data.
    pub stages: bool,
}

/// Puts the panels together.
pub fn blend(before: Side, after: Side, pairs: &Pairs, take: Take) -> Panel {
    let mut panel = before.panel.clone();
    for (bloc, members) in panel.blocs.iter_mut().enumerate() {
        for (member, own) in members.members.iter_mut().enumerate() {
            let Some((later_bloc, later)) = pairs.member((bloc, member)) else { continue };
            let found = &after.panel.blocs[later_bloc].members[later];
            (own.handed_in, own.spoiled) = (found.handed_in, found.spoiled);
            for (criterion, row) in own.rows.iter_mut().enumerate() {
                if let Some(pair) = pairs.criterion(bloc, criterion) {
                    let stages = Stages::new((before.scoring, bloc), (after.scoring, later_bloc));
                    carry(row, &found.rows[pair.later], pair, &stages, take);
                }
            }
        }
    }
    if take.stages {
        panel.shared = shared(&after.panel.shared, pairs);
    }
    panel
}

/// The stages of the compacts of a bloc.
struct Stages<'a> {
    earlier: &'a [Stage],
    later: &'a [Stage],
}

impl<'a> Stages<'a> {
    fn new(before: (&'a Scoring, usize), after: (&'a Scoring, usize)) -> Self {
        Self { earlier: &before.0.compact_of(before.1).stages, later: &after.0.compact_of(after.1).stages }
    }

    /// A later mark as the earlier compact knows its stage.
    fn as_earlier(&self, mark: &StageMark) -> Option<StageMark> {
        let id = &self.later[mark.stage].id;
        let stage = self.earlier.iter().position(|stage| stage.id == *id)?;
        Some(StageMark { stage, ..mark.clone() })
    }

    /// Whether a mark is the member's own.
    fn own(&self, mark: &StageMark) -> bool {
        self.earlier[mark.stage].id == Stage::KNOWN[Stage::SELF]
    }
}

fn carry(row: &mut PanelRow, found: &PanelRow, pair: &CriterionPair, stages: &Stages, take: Take) {
    if pair.figures {
        for (observed, later) in row.observed.iter_mut().zip(&pair.inputs) {
            if let Some(later) = later {
                *observed = found.observed[*later].clone();
            }
        }
    }
    if pair.marks {
        let (own, given): (Vec<_>, Vec<_>) =
            found.marks.iter().filter_map(|mark| stages.as_earlier(mark)).partition(|mark| stages.own(mark));
        row.marks.retain(|mark| !stages.own(mark));
        if take.stages {
            row.marks = given;
            row.mark_faulty = found.mark_faulty;
        }
        row.marks.extend(own);
    }
}

/// The later shared sheets, of the members that there were.
fn shared(later: &Shared, pairs: &Pairs) -> Shared {
    let mut shared = later.clone();
    shared.opinions.retain_mut(|row| keep(&mut row.member, pairs));
    shared.classifications.retain_mut(|row| keep(&mut row.member, pairs));
    shared.ballots.retain_mut(|row| keep(&mut row.member, pairs));
    shared
}

fn keep(member: &mut (usize, usize), pairs: &Pairs) -> bool {
    let earlier = pairs.earlier(*member);
    *member = earlier.unwrap_or(*member);
    earlier.is_some()
}
