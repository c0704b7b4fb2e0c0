//! A compact's policy: rounding, stages, which mark counts, ties, classes. A key of the compact stands before that of
//! the run.

use std::collections::BTreeMap;

use super::super::file::{self, File};
use super::Checker;
use super::tree::{part, points};
use crate::diag::Fault;
use crate::model::{Catalogue, Class, Compact, Gate, Stage, StagePolicy, TieKey, TieRank, TieTarget, fold};
use crate::wording::config as words;

/// Fills in the policy of a compact.
pub fn policy(
    file: &File,
    written: &file::Compact,
    compact: &mut Compact,
    catalogue: &Catalogue,
    checker: &mut Checker,
) {
    if let Some(rounding) = written.rounding.as_ref().or(file.rounding.as_ref()) {
        compact.mark_places = rounding.criterion.get().0;
        compact.field_places = rounding.field.as_ref().and_then(|places| places.get().0);
        compact.total_places = rounding.total.get().0;
    } else {
        missing("rounding", written, checker);
    }
    let policies = [("computed", StagePolicy::Computed), ("stages", StagePolicy::Stages)];
    match written.counts.as_ref().or(file.counts.as_ref()) {
        Some(counts) => {
            compact.policy = checker.word(counts, &policies, words::COUNTS).unwrap_or(StagePolicy::Computed);
        }
        None => missing("counts", written, checker),
    }
    match written.not_assigned.as_ref().or(file.not_assigned.as_ref()) {
        Some(word) => {
            compact.rescale =
                checker.word(word, &[("rescale", true), ("keep", false)], words::NOT_ASSIGNED).unwrap_or_default();
        }
        None => missing("not_assigned", written, checker),
    }
    match written.ties.as_ref().or(file.ties.as_ref()) {
        Some(ties) => ties_of(ties, compact, catalogue, checker),
        None => missing("ties", written, checker),
    }
    classes(written, compact, checker);
}

fn missing(key: &str, written: &file::Compact, checker: &mut Checker) {
    checker.fault(Fault::MissingKey { key: key.to_owned() }, written.id.span(), written.id.get());
}

/// The stages of a compact, out of those that may be named.
pub fn stages(file: &File, written: &file::Compact, all: &[Stage], checker: &mut Checker) -> Vec<Stage> {
    let Some(listed) = written.stages.as_ref().or(file.stages.as_ref()) else {
        missing("stages", written, checker);
        return Vec::new();
    };
    let ids: Vec<_> = all.iter().map(|stage| stage.id.as_str()).collect();
    let mut stages: Vec<Stage> = Vec::new();
    for stage in listed {
        let Some(index) = checker.refer(stage, &ids) else { continue };
        if stages.iter().any(|earlier| earlier.id == *stage.get()) {
            checker.bad(stage, words::STAGES);
        } else {
            stages.push(all[index].clone());
        }
    }
    if listed.is_empty() {
        checker.bad(&written.id, words::STAGES);
    }
    stages
}

fn ties_of(ties: &file::Ties, compact: &mut Compact, catalogue: &Catalogue, checker: &mut Checker) {
    let ranks = [("competition", TieRank::Competition), ("dense", TieRank::Dense)];
    compact.tie_rank = checker.word(&ties.rank, &ranks, words::TIE_RANK).unwrap_or(TieRank::Competition);
    compact.rank_on_full =
        checker.word(&ties.on, &[("rounded", false), ("full", true)], words::TIE_ON).unwrap_or_default();
    for written in &ties.break_by {
        match tie_key(written.get(), compact, catalogue) {
            Some(key) => compact.tie_keys.push(key),
            None => checker.bad(written, words::TIE_KEY),
        }
    }
}

fn tie_key(written: &str, compact: &Compact, catalogue: &Catalogue) -> Option<TieKey> {
    let (name, id) = written.split_once(':').map_or((written, None), |(name, id)| (name, Some(id)));
    let by = catalogue.tie_breaks.iter().find(|way| way.name == name)?;
    let target = match (by.target, id) {
        (TieTarget::Nothing, None) => 0,
        (TieTarget::Field, Some(id)) => compact.fields.iter().position(|field| field.id == id)?,
        (TieTarget::Criterion, Some(id)) => compact.criterion(id)?,
        _ => return None,
    };
    Some(TieKey { by, target })
}

fn classes(written: &file::Compact, compact: &mut Compact, checker: &mut Checker) {
    for class in &written.class {
        let at_least = points(&class.at_least, checker);
        if compact.classes.last().is_some_and(|higher| higher.at_least <= at_least) {
            checker.bad(&class.at_least, words::CLASS_ORDER);
        }
        if at_least > compact.scale {
            checker.bad(&class.at_least, words::CLASS_REACH);
        }
        let gate = class.gate.as_ref().map(|gate| gate_of(gate, compact, checker));
        compact.classes.push(Class { name: class.name.clone(), at_least, gate });
    }
}

fn gate_of(written: &file::Gate, compact: &Compact, checker: &mut Checker) -> Gate {
    let ids: Vec<_> = compact.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let criteria: Vec<_> = written.criteria.iter().filter_map(|id| checker.refer(id, &ids)).collect();
    let met = written.met.as_ref().map_or(criteria.len(), |met| *met.get());
    if let Some(at) = written.met.as_ref().filter(|at| *at.get() > written.criteria.len()) {
        checker.bad(at, words::GATE_MET);
    }
    Gate { criteria, met, within: written.within.as_ref().and_then(|at| part(at, checker)) }
}

/// Two criteria of one field with the same label could not be told apart in a form.
pub fn alike(written: &file::Compact, checker: &mut Checker) {
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for criterion in &written.criterion {
        let key = (criterion.field.get().clone(), fold(criterion.name.get()));
        if let Some(first) = seen.insert(key, criterion.id.get().clone()) {
            let fault = Fault::AlikeNames { first, second: criterion.id.get().clone() };
            checker.fault(fault, criterion.name.span(), criterion.name.get());
        }
    }
}
