//! Two panels in; the earlier one with the later one's data, and its later stages where asked, out, in the earlier shape.
//!
//! What the later compact does not ask for, or asks otherwise, is taken as the earlier compact reads it in the later
//! files; where it does not stand there either it stays as it was, and its whole change falls to the compact. So the
//! parts of a difference add up whatever has changed.

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
            own.handed_in = found.handed_in;
            // what one reading alone refuses is no fault of the data
            own.spoiled = found.spoiled && pairs.member_again((bloc, member)).is_none_or(|again| again.spoiled);
            let stages = Stages::new((before.scoring, bloc), (after.scoring, later_bloc));
            for (criterion, row) in own.rows.iter_mut().enumerate() {
                let pair = pairs.criterion(bloc, criterion);
                let again = pairs.row_again((bloc, member), criterion);
                let later = pair.map(|pair| (&found.rows[pair.later], pair));
                figures(row, later.filter(|(_, pair)| pair.figures), again);
                marks(row, later.filter(|(_, pair)| pair.marks), again, &stages, take);
            }
        }
    }
    if take.stages {
        panel.common.shared = shared(&after.panel.common.shared, pairs);
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

/// The later figures: as the later run has them where they mean the same, else as the earlier compact reads them.
fn figures(row: &mut PanelRow, later: Option<(&PanelRow, &CriterionPair)>, again: Option<&PanelRow>) {
    match (later, again) {
        (Some((found, pair)), _) => {
            for (observed, later) in row.observed.iter_mut().zip(&pair.inputs) {
                if let Some(later) = later {
                    *observed = found.observed[*later].clone();
                }
            }
        }
        (None, Some(again)) => row.observed.clone_from(&again.observed),
        (None, None) => {}
    }
}

/// The later marks of persons, in the same way: the members' own, and those of later stages where asked.
fn marks(
    row: &mut PanelRow,
    later: Option<(&PanelRow, &CriterionPair)>,
    again: Option<&PanelRow>,
    stages: &Stages,
    take: Take,
) {
    let (found, faulty): (Vec<StageMark>, bool) = match (later, again) {
        (Some((found, _)), _) => {
            (found.marks.iter().filter_map(|mark| stages.as_earlier(mark)).collect(), found.mark_faulty)
        }
        (None, Some(again)) => (again.marks.clone(), again.mark_faulty),
        (None, None) => return,
    };
    let (own, given): (Vec<_>, Vec<_>) = found.into_iter().partition(|mark| stages.own(mark));
    row.marks.retain(|mark| !stages.own(mark));
    if take.stages {
        row.marks = given;
        row.mark_faulty = faulty;
    }
    row.marks.extend(own);
}

/// The later shared sheets, of the members and awards that there were.
fn shared(later: &Shared, pairs: &Pairs) -> Shared {
    let mut shared = later.clone();
    shared.opinions.rows.retain_mut(|row| keep(&mut row.member, pairs));
    shared.classifications.rows.retain_mut(|row| keep(&mut row.member, pairs));
    shared.registrations.rows.retain_mut(|row| {
        row.awards = row.awards.iter().filter_map(|later| pairs.earlier_award(*later)).collect();
        keep(&mut row.member, pairs)
    });
    shared.ballots.rows.retain_mut(|row| {
        let named = row.award;
        row.award = named.and_then(|later| pairs.earlier_award(later));
        keep(&mut row.member, pairs) && named.is_some() == row.award.is_some()
    });
    shared.decisions.rows.retain_mut(|row| {
        let award = pairs.earlier_award(row.award);
        row.award = award.unwrap_or(row.award);
        keep(&mut row.member, pairs) && award.is_some()
    });
    shared
}

fn keep(member: &mut (usize, usize), pairs: &Pairs) -> bool {
    let earlier = pairs.earlier(*member);
    *member = earlier.unwrap_or(*member);
    earlier.is_some()
}
