//! A compact: its tree, its criteria, its policy, and whether they fit together.

use super::super::file::{self, File};
use super::half::Review;
use super::tree::{points, sums};
use super::{Checker, award, criterion, policy, tree};
use crate::model::{Catalogue, Compact, Kp, Stage, StagePolicy, TieRank};
use crate::wording::config as words;

/// All compacts; none for one whose parts could not be made out.
pub fn compacts(
    file: &File,
    stages: &[Stage],
    review: &Review,
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Vec<Option<Compact>> {
    checker.ids(file.compact.iter().map(|compact| &compact.id));
    file.compact.iter().map(|written| compact(file, written, stages, review, catalogue, checker)).collect()
}

fn compact(
    file: &File,
    written: &file::Compact,
    stages: &[Stage],
    review: &Review,
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Option<Compact> {
    checker.ids(written.field.iter().map(|field| &field.id));
    checker.ids(written.criterion.iter().map(|criterion| &criterion.id));
    policy::alike(written, checker);
    let before = checker.faults();
    let root = tree::root(written, checker);
    let fields = tree::fields(written, &root, checker)?;
    let criteria: Vec<_> = written
        .criterion
        .iter()
        .filter_map(|entry| criterion::criterion(entry, &fields, review, catalogue, checker))
        .collect();
    let mut compact = Compact {
        id: written.id.get().clone(),
        title: written.title.clone(),
        scale: points(&written.scale, checker),
        sample: written.sample,
        root,
        fields,
        criteria,
        kp: written.kp.as_ref().or(file.inputs.kp.as_ref()).and_then(|word| {
            checker.word(word, &[("not-assigned", Kp::NotAssigned), ("not-arising", Kp::NotArising)], words::KP)
        }),
        mark_places: None,
        field_places: None,
        total_places: None,
        stages: Vec::new(),
        policy: StagePolicy::Computed,
        mixed_stages: written.mixed_stages.or(file.mixed_stages).unwrap_or(false),
        rescale: false,
        tie_rank: TieRank::Competition,
        rank_on_full: false,
        tie_keys: Vec::new(),
        classes: Vec::new(),
        eligibility: Vec::new(),
        eligibility_basis: written.eligibility_basis.clone(),
    };
    compact.stages = policy::stages(file, written, stages, checker);
    policy::policy(file, written, &mut compact, catalogue, checker);
    compact.eligibility = award::requirements(&written.eligibility, &[&compact], catalogue, checker);
    places(written, &compact, checker);
    if checker.faults() == before {
        sums(written, &compact, checker);
    }
    Some(compact)
}

/// A maximum finer than marks are rounded to could not be given, or only by rounding above it.
fn places(written: &file::Compact, compact: &Compact, checker: &mut Checker) {
    let Some(places) = compact.mark_places else { return };
    for entry in &written.criterion {
        let known = compact.criteria.iter().find(|criterion| criterion.id == *entry.id.get());
        let lowest = known.map(|criterion| criterion.kernel.lowest()).unwrap_or_default();
        if entry.maximum.get().0.normalize().scale() > places || lowest.normalize().scale() > places {
            checker.bad(&entry.maximum, words::MAXIMUM_PLACES);
        }
    }
}
