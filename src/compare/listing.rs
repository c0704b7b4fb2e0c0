//! Two runs and the snapshots between them in; every difference that there is, with its parts, out.

use std::collections::BTreeSet;

use super::Side;
use super::changes::{BlocChange, Changes, CriterionChange, MemberChange, ProposalChange};
use super::differ::{Case, said_otherwise, sheet_states};
use super::pairs::{CriterionPair, Id, Pairs};
use super::snapshot::{Key, Offer, Place, Snapshot};
use super::split::{Cause, Part, STATES, split};
use crate::model::Scoring;

/// Lists them.
pub fn changes(before: Side, after: Side, pairs: &Pairs, states: &[Snapshot]) -> Changes {
    let listing = Listing { before, after, pairs, states };
    let came = (0..after.scoring.blocs.len())
        .filter(|later| (0..before.scoring.blocs.len()).all(|earlier| pairs.bloc(earlier) != Some(*later)));
    let kept = (0..before.scoring.blocs.len()).map(|earlier| listing.bloc(Some(earlier), pairs.bloc(earlier)));
    let blocs = kept.chain(came.map(|later| listing.bloc(None, Some(later)))).collect();
    Changes {
        blocs,
        proposals: listing.proposals(),
        sheets: sheet_states(&before.panel.common.shared, &after.panel.common.shared),
        other_scoring: before.scoring.hash != after.scoring.hash,
    }
}

struct Listing<'a> {
    before: Side<'a>,
    after: Side<'a>,
    pairs: &'a Pairs<'a>,
    states: &'a [Snapshot],
}

impl Listing<'_> {
    fn bloc(&self, earlier: Option<usize>, later: Option<usize>) -> BlocChange {
        let of = |side: Side, bloc: usize| side.panel.blocs[bloc].figures(side.scoring.compact_of(bloc));
        let figures = (earlier.map(|bloc| of(self.before, bloc)), later.map(|bloc| of(self.after, bloc)));
        let mut members = Vec::new();
        if let Some(bloc) = earlier {
            let own = 0..self.before.scoring.blocs[bloc].members.len();
            members.extend(own.filter_map(|member| self.member((bloc, member), self.pairs.member((bloc, member)))));
        }
        if let Some(bloc) = later {
            let own = (0..self.after.scoring.blocs[bloc].members.len()).map(|member| (bloc, member));
            members.extend(own.filter(|id| self.pairs.earlier(*id).is_none()).map(|id| self.came(id)));
        }
        // as they stand now, those without a place last
        members.sort_by_key(|member| member.after.as_ref().and_then(|place| place.rank).unwrap_or(u32::MAX));
        let bloc = match (later, earlier) {
            (Some(bloc), _) => &self.after.scoring.blocs[bloc],
            (None, bloc) => &self.before.scoring.blocs[bloc.unwrap_or_default()],
        };
        BlocChange { id: bloc.id.clone(), name: bloc.name.clone(), figures, members }
    }

    /// A value in each state.
    fn through<T>(&self, of: impl Fn(&Snapshot) -> Option<T>) -> [Option<T>; STATES] {
        std::array::from_fn(|state| self.states.get(state).and_then(&of))
    }

    fn places(&self, key: &Key) -> (Option<Place>, Option<Place>, Vec<Cause>, Vec<Part>) {
        let (first, last) = (&self.states[0], &self.states[STATES - 1]);
        let ranks = self.through(|state| state.places.get(key)?.rank);
        let parts = split(&self.through(|state| state.places.get(key)?.total));
        (first.places.get(key).cloned(), last.places.get(key).cloned(), moved(&ranks), parts)
    }

    fn came(&self, id: Id) -> MemberChange {
        let (_, after, rank_by, parts) = self.places(&self.pairs.key(id));
        let name = self.after.scoring.blocs[id.0].members[id.1].name.clone();
        let (criteria, sheets) = (Vec::new(), Vec::new());
        MemberChange { name, earlier_name: None, before: None, after, rank_by, parts, criteria, sheets }
    }

    fn member(&self, earlier: Id, later: Option<Id>) -> Option<MemberChange> {
        let bloc = &self.before.scoring.blocs[earlier.0];
        let own = bloc.members[earlier.1].name.clone();
        let key = (bloc.id.clone(), own.clone());
        let (before, after, rank_by, parts) = self.places(&key);
        let Some(later) = later else {
            let (criteria, sheets) = (Vec::new(), Vec::new());
            let gone = MemberChange { name: own, earlier_name: None, before, after, rank_by, parts, criteria, sheets };
            return Some(gone);
        };
        let name = self.after.scoring.blocs[later.0].members[later.1].name.clone();
        let criteria = self.criteria(earlier, later, &key);
        let sheets =
            said_otherwise((&self.before.panel.common.shared, earlier), (&self.after.panel.common.shared, later));
        let same = before == after && parts.is_empty() && criteria.is_empty() && sheets.is_empty() && name == own;
        let earlier_name = (name != own).then_some(own);
        (!same).then_some(MemberChange { name, earlier_name, before, after, rank_by, parts, criteria, sheets })
    }

    fn criteria(&self, earlier: Id, later: Id, key: &Key) -> Vec<CriterionChange> {
        let (old, new) = (self.before.scoring.compact_of(earlier.0), self.after.scoring.compact_of(later.0));
        let rows = |side: Side<'_>, (bloc, member): Id| side.panel.blocs[bloc].members[member].rows.clone();
        let (old_rows, new_rows) = (rows(self.before, earlier), rows(self.after, later));
        let mut found = Vec::new();
        for (index, criterion) in old.criteria.iter().enumerate() {
            let pair = self.pairs.criterion(earlier.0, index);
            let other = pair.map(|pair| (&new.criteria[pair.later], &new_rows[pair.later]));
            let again = self.pairs.row_again(earlier, index).is_some();
            let case = Case { old: Some((criterion, &old_rows[index])), new: other, pair, again, compacts: (old, new) };
            found.extend(self.criterion(&case, key));
        }
        for (criterion, row) in new.criteria.iter().zip(&new_rows) {
            if old.criterion(&criterion.id).is_none() {
                let case =
                    Case { old: None, new: Some((criterion, row)), pair: None, again: false, compacts: (old, new) };
                found.extend(self.criterion(&case, key));
            }
        }
        found
    }

    fn criterion(&self, case: &Case, key: &Key) -> Option<CriterionChange> {
        let criterion = case.new.or(case.old)?.0;
        let at = (key.clone(), criterion.id.clone());
        let marks = self.through(|state| state.marks.get(&at).copied());
        let (parts, figures, stages) = (split(&marks), case.figures(), case.stages());
        if parts.is_empty() && figures.is_empty() && stages.is_empty() {
            return None;
        }
        let by_data = parts.iter().any(|part| part.causes.contains(&Cause::Data));
        let same = |pair: &CriterionPair| {
            (pair.figures || figures.is_empty()) && (pair.marks || stages.is_empty()) || case.again
        };
        let told = case.pair.is_none_or(same);
        Some(CriterionChange {
            id: criterion.id.clone(),
            name: criterion.name.clone(),
            before: marks[0],
            after: marks[STATES - 1],
            by_others: by_data && figures.is_empty() && stages.is_empty(),
            inseparable: !told,
            parts,
            figures,
            stages,
        })
    }

    fn proposals(&self) -> Vec<ProposalChange> {
        let all: BTreeSet<_> = self.states.iter().flat_map(|state| state.offers.keys()).collect();
        let order = |award: &str| {
            let at = |scoring: &Scoring| scoring.awards.iter().position(|known| known.id == award);
            (at(self.after.scoring).unwrap_or(usize::MAX), at(self.before.scoring))
        };
        let changed = all.into_iter().filter_map(|at| {
            let offers = self.states.iter().map(|state| state.offers.get(at).copied().unwrap_or_default());
            let offers: Vec<Offer> = offers.collect();
            let by = moved(&offers);
            let (award, key) = at;
            let (before, after) = (*offers.first()?, *offers.last()?);
            let title = title(award, self.after.scoring).or_else(|| title(award, self.before.scoring));
            let (bloc, member) = (key.0.clone(), self.name_now(key));
            let title = title.unwrap_or_else(|| award.clone());
            (before != after).then(|| ProposalChange { award: award.clone(), title, bloc, member, before, after, by })
        });
        let mut changed: Vec<ProposalChange> = changed.collect();
        changed.sort_by_key(|change| order(&change.award));
        changed
    }

    /// What a member is called now.
    fn name_now(&self, key: &Key) -> String {
        let blocs = self.before.scoring.blocs.iter().enumerate().filter(|(_, bloc)| bloc.id == key.0);
        let found = blocs.filter_map(|(index, bloc)| {
            let member = bloc.members.iter().position(|member| member.name == key.1)?;
            self.pairs.member((index, member))
        });
        let later = found.into_iter().next();
        later
            .map_or_else(|| key.1.clone(), |(bloc, member)| self.after.scoring.blocs[bloc].members[member].name.clone())
    }
}

fn title(award: &str, scoring: &Scoring) -> Option<String> {
    scoring.awards.iter().find(|known| known.id == award).map(|known| known.title.clone())
}

/// The causes by which something became something else.
fn moved<T: PartialEq>(states: &[T]) -> Vec<Cause> {
    let steps = states.windows(2).zip(Cause::ALL);
    steps.filter(|(pair, _)| pair[0] != pair[1]).map(|(_, cause)| cause).collect()
}
