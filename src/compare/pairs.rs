//! Two runs in; which bloc, member, criterion and input of the later one is which of the earlier, out. Blocs and
//! criteria are found by their ids, members of a bloc by name or alias; nothing is matched by likeness.

use std::collections::BTreeSet;

use super::Side;
use super::snapshot::Key;
use crate::model::{Bloc, Column, Compact, Criterion, Member, MemberPanel, Panel, PanelRow, fold};

/// Bloc and member.
pub type Id = (usize, usize);

/// A criterion in both runs.
#[derive(Clone, Debug)]
pub struct CriterionPair {
    /// Its index in the later compact.
    pub later: usize,
    /// For each of its earlier inputs the later one; none where the later compact does not ask for it, or otherwise.
    pub inputs: Vec<Option<usize>>,
    /// Whether the later figures mean the same under the earlier compact.
    pub figures: bool,
    /// Whether marks that persons gave later mean the same under the earlier compact.
    pub marks: bool,
}

/// What is what.
pub struct Pairs<'a> {
    before: Side<'a>,
    after: Side<'a>,
    /// The later files as the earlier scoring.toml reads them, where that is another one and they can be read so.
    again: Option<&'a Panel>,
    /// For each earlier bloc the later one.
    blocs: Vec<Option<usize>>,
    /// For each earlier member the later one.
    members: Vec<Vec<Option<Id>>>,
    /// For each earlier bloc and criterion the later one.
    criteria: Vec<Vec<Option<CriterionPair>>>,
}

impl<'a> Pairs<'a> {
    /// Looks everything up.
    pub fn new(before: Side<'a>, after: Side<'a>, again: Option<&'a Panel>) -> Self {
        let (earlier, later) = (before.scoring, after.scoring);
        let blocs: Vec<Option<usize>> =
            earlier.blocs.iter().map(|bloc| later.blocs.iter().position(|other| other.id == bloc.id)).collect();
        let members = earlier.blocs.iter().zip(&blocs).map(|(bloc, found)| match found {
            Some(found) => members(bloc, &later.blocs[*found], *found),
            None => vec![None; bloc.members.len()],
        });
        let criteria = blocs.iter().enumerate().map(|(index, found)| {
            let compact = earlier.compact_of(index);
            let pair = |criterion| found.and_then(|found| criterion_pair(criterion, later.compact_of(found)));
            compact.criteria.iter().map(pair).collect()
        });
        Self { before, after, again, members: members.collect(), criteria: criteria.collect(), blocs }
    }

    /// What a later member is called by: the id of its bloc and its earlier name, where it had one.
    pub fn key(&self, later: Id) -> Key {
        let (scoring, (bloc, member)) = match self.earlier(later) {
            Some(earlier) => (self.before.scoring, earlier),
            None => (self.after.scoring, later),
        };
        (scoring.blocs[bloc].id.clone(), scoring.blocs[bloc].members[member].name.clone())
    }

    /// The later bloc.
    pub fn bloc(&self, earlier: usize) -> Option<usize> {
        self.blocs[earlier]
    }

    /// The later member.
    pub fn member(&self, (bloc, member): Id) -> Option<Id> {
        self.members[bloc][member]
    }

    /// An earlier member in the later files as the earlier scoring.toml reads them, if they are of it.
    pub fn member_again(&self, (bloc, member): Id) -> Option<&'a MemberPanel> {
        let found = &self.again?.blocs[bloc].members[member];
        found.handed_in.then_some(found)
    }

    /// One of its criteria, if the member's files have it: a plan alone may come from the register.
    pub fn row_again(&self, member: Id, criterion: usize) -> Option<&'a PanelRow> {
        let row = &self.member_again(member)?.rows[criterion];
        let inputs = &self.before.scoring.compact_of(member.0).criteria[criterion].inputs;
        let mut actuals = row.observed.iter().zip(inputs).filter(|(_, input)| input.column == Column::Actual);
        (actuals.any(|(observed, _)| observed.source.is_some()) || !row.marks.is_empty()).then_some(row)
    }

    /// The earlier member.
    pub fn earlier(&self, later: Id) -> Option<Id> {
        let mut all = self.members.iter().enumerate();
        all.find_map(|(bloc, members)| {
            let member = members.iter().position(|found| *found == Some(later))?;
            Some((bloc, member))
        })
    }

    /// The earlier award of the same id.
    pub fn earlier_award(&self, later: usize) -> Option<usize> {
        let id = &self.after.scoring.awards[later].id;
        self.before.scoring.awards.iter().position(|award| award.id == *id)
    }

    /// The later criterion.
    pub fn criterion(&self, bloc: usize, criterion: usize) -> Option<&CriterionPair> {
        self.criteria[bloc][criterion].as_ref()
    }
}

fn members(bloc: &Bloc, later: &Bloc, index: usize) -> Vec<Option<Id>> {
    let mut found: Vec<Option<usize>> = bloc
        .members
        .iter()
        .map(|member| later.members.iter().position(|other| fold(&other.name) == fold(&member.name)))
        .collect();
    for (number, member) in bloc.members.iter().enumerate() {
        let alike = |(other, candidate): (usize, &Member)| {
            let free = !found.contains(&Some(other));
            (free && !names(candidate).is_disjoint(&names(member))).then_some(other)
        };
        let candidates: Vec<usize> = later.members.iter().enumerate().filter_map(alike).collect();
        if let (None, [one]) = (found[number], &candidates[..]) {
            found[number] = Some(*one);
        }
    }
    found.into_iter().map(|member| member.map(|member| (index, member))).collect()
}

fn names(member: &Member) -> BTreeSet<String> {
    std::iter::once(&member.name).chain(&member.aliases).map(|name| fold(name)).collect()
}

fn criterion_pair(criterion: &Criterion, compact: &Compact) -> Option<CriterionPair> {
    let later = compact.criterion(&criterion.id)?;
    let other = &compact.criteria[later];
    let same = |input: &crate::model::Input| {
        let alike = |found: &crate::model::Input| found.key() == input.key() && found.kind == input.kind;
        other.inputs.iter().position(alike)
    };
    let inputs: Vec<Option<usize>> = criterion.inputs.iter().map(same).collect();
    let figures = inputs.iter().all(Option::is_some) && fold(&criterion.unit) == fold(&other.unit);
    let marks = criterion.maximum == other.maximum && criterion.kernel.lowest() == other.kernel.lowest();
    Some(CriterionPair { later, inputs, figures, marks })
}
