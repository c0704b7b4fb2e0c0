//! A run in, as it is or as it was written; what is compared of it out: totals, places, marks, proposals, by name.

use std::collections::BTreeMap;

use super::pairs::Pairs;
use crate::model::{MarkState, Points, Results};
use crate::record::Record;

/// A bloc's id and a member's name, those of the earlier run for a member that was there.
pub type Key = (String, String);

/// A member's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The total, where it is whole.
    pub total: Option<Points>,
    /// The rank, where there is one.
    pub rank: Option<u32>,
    /// The name of the class.
    pub class: Option<String>,
}

/// What an award comes to for a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offer {
    /// Not proposed.
    #[default]
    No,
    /// One of several equals for fewer seats: the council decides.
    Tied,
    /// Proposed under conditions.
    Conditional,
    /// Proposed.
    Yes,
}

impl Offer {
    fn new(proposed: bool, tied: bool, conditions: usize) -> Self {
        match (proposed, tied) {
            (_, true) => Self::Tied,
            (false, false) => Self::No,
            (true, false) if conditions > 0 => Self::Conditional,
            (true, false) => Self::Yes,
        }
    }
}

/// What is compared of a run.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// Places by member.
    pub places: BTreeMap<Key, Place>,
    /// Marks by member and criterion; nothing under those that are missing or out.
    pub marks: BTreeMap<(Key, String), Points>,
    /// Offers by award and member.
    pub offers: BTreeMap<(String, Key), Offer>,
}

impl Snapshot {
    /// Of a run under its own names.
    pub fn of(results: &Results) -> Self {
        Self::named(results, &|bloc, member| {
            let bloc = &results.scoring.blocs[bloc];
            (bloc.id.clone(), bloc.members[member].name.clone())
        })
    }

    /// Of the later run, its members called what they were called in the earlier.
    pub fn renamed(results: &Results, pairs: &Pairs<'_>) -> Self {
        Self::named(results, &|bloc, member| pairs.key((bloc, member)))
    }

    fn named(results: &Results, name: &dyn Fn(usize, usize) -> Key) -> Self {
        let mut found = Self::default();
        for (bloc, ranking) in results.rankings.iter().enumerate() {
            let compact = results.scoring.compact_of(bloc);
            for standing in &ranking.standings {
                let scores = &results.scores.blocs[bloc].members[standing.member];
                let class = standing.class.and_then(|class| compact.classes.get(class)).map(|class| class.name.clone());
                let total = scores.complete.then_some(standing.total);
                let key = name(bloc, standing.member);
                for (mark, criterion) in scores.marks.iter().zip(&compact.criteria) {
                    if let MarkState::Given(points) = mark.state {
                        found.marks.insert((key.clone(), criterion.id.clone()), points);
                    }
                }
                found.places.insert(key, Place { total, rank: standing.rank, class });
            }
        }
        for proposal in &results.proposals.list {
            let award = results.scoring.awards[proposal.award].id.clone();
            let offer = Offer::new(proposal.proposed, proposal.tied, proposal.conditions.len());
            found.offers.insert((award, name(proposal.member.0, proposal.member.1)), offer);
        }
        found
    }

    /// Of an earlier run, as it was written.
    pub fn written(record: &Record) -> Self {
        let mut found = Self::default();
        let points = |written| Points::rounded(written, None);
        for bloc in &record.blocs {
            for standing in &bloc.standings {
                let (total, class) = (standing.total.and_then(points), standing.class.clone());
                let key = (bloc.id.clone(), standing.member.clone());
                found.places.insert(key, Place { total, rank: standing.rank, class });
            }
        }
        for member in &record.members {
            let key = (member.bloc.clone(), member.name.clone());
            let marks = member.marks.iter().filter_map(|mark| Some((mark.criterion.clone(), points(mark.mark?)?)));
            found.marks.extend(marks.map(|(criterion, mark)| ((key.clone(), criterion), mark)));
        }
        for proposal in &record.proposals {
            let offer = Offer::new(proposal.proposed, proposal.tied, proposal.conditions.len());
            let key = (proposal.bloc.clone(), proposal.member.clone());
            found.offers.insert((proposal.award.clone(), key), offer);
        }
        found
    }
}
