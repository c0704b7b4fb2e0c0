//! A compact's policy and tree: references, cycles, kinds, and maxima that add up.

use rust_decimal::Decimal;

use super::super::file::{self, At, File, Number};
use super::{Checker, criterion};
use crate::diag::Fault;
use crate::model::{Catalogue, Class, Compact, Field, FieldKind, Points, Stage, StagePolicy, TieKey, TieRank};
use crate::wording::config as words;

/// The most points any maximum may be.
const MOST: i64 = 1_000_000;

/// All compacts; none for one whose parts could not be made out.
pub fn compacts(file: &File, catalogue: &Catalogue, checker: &mut Checker) -> Vec<Option<Compact>> {
    checker.ids(file.compact.iter().map(|compact| &compact.id));
    file.compact.iter().map(|written| compact(file, written, catalogue, checker)).collect()
}

/// Points within the range of a scale, or a fault.
pub fn points(at: &At<Number>, checker: &mut Checker) -> Points {
    let value = at.get().0;
    if value.abs() > Decimal::from(MOST) {
        let expected = words::SCALE_RANGE;
        let fault = Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
        checker.fault(fault, at.span(), &value.to_string());
        return Points::ZERO;
    }
    Points::rounded(value, None).unwrap_or_default()
}

fn compact(file: &File, written: &file::Compact, catalogue: &Catalogue, checker: &mut Checker) -> Option<Compact> {
    checker.ids(written.field.iter().map(|field| &field.id));
    checker.ids(written.criterion.iter().map(|criterion| &criterion.id));
    let before = checker.faults();
    let fields = fields(written, checker)?;
    let criteria: Vec<_> =
        written.criterion.iter().filter_map(|entry| criterion::criterion(entry, &fields, catalogue, checker)).collect();
    let scale = points(&written.scale, checker);
    let mut compact = Compact {
        id: written.id.get().clone(),
        title: written.title.clone(),
        scale,
        sample: written.sample,
        fields,
        criteria,
        mark_places: None,
        total_places: None,
        stages: Vec::new(),
        policy: StagePolicy::Computed,
        mixed_stages: written.mixed_stages.or(file.mixed_stages).unwrap_or(false),
        rescale: false,
        tie_rank: TieRank::Competition,
        rank_on_full: false,
        tie_keys: Vec::new(),
        classes: Vec::new(),
    };
    policy(file, written, &mut compact, checker);
    classes(written, &mut compact, checker);
    if checker.faults() == before {
        sums(written, &compact, checker);
    }
    Some(compact)
}

fn fields(written: &file::Compact, checker: &mut Checker) -> Option<Vec<Field>> {
    let ids: Vec<_> = written.field.iter().map(|field| field.id.get().as_str()).collect();
    let kinds = [("scale", FieldKind::Scale), ("bonus", FieldKind::Bonus), ("penalty", FieldKind::Penalty)];
    let mut fields = Vec::new();
    for entry in &written.field {
        let parent = entry.parent.as_ref().map(|parent| checker.refer(parent, &ids));
        let kind =
            entry.kind.as_ref().map_or(Some(FieldKind::Scale), |kind| checker.word(kind, &kinds, words::FIELD_KIND));
        let maximum = points(&entry.maximum, checker);
        let minimum = entry.minimum.as_ref().map_or(Points::ZERO, |minimum| points(minimum, checker));
        let penalty = kind == Some(FieldKind::Penalty);
        if penalty != (minimum < Points::ZERO) || penalty != (maximum == Points::ZERO) {
            let expected = if penalty { words::PENALTY_FIELD } else { words::POSITIVE };
            let fault = Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
            checker.fault(fault, entry.maximum.span(), &entry.maximum.get().0.to_string());
        }
        let (id, name) = (entry.id.get().clone(), entry.name.clone());
        fields.push(Field {
            id,
            name,
            parent: parent.flatten(),
            kind: kind.unwrap_or(FieldKind::Scale),
            maximum,
            minimum,
        });
    }
    for (index, entry) in written.field.iter().enumerate() {
        if let Some(chain) = cycle(&fields, index) {
            checker.fault(Fault::FieldCycle { chain }, entry.id.span(), entry.id.get());
            return None;
        }
    }
    Some(fields)
}

fn cycle(fields: &[Field], start: usize) -> Option<Vec<String>> {
    let mut chain = vec![fields[start].id.clone()];
    let mut at = start;
    while let Some(parent) = fields[at].parent {
        chain.push(fields[parent].id.clone());
        if parent == start {
            return Some(chain);
        }
        if chain.len() > fields.len() {
            return None;
        }
        at = parent;
    }
    None
}

fn policy(file: &File, written: &file::Compact, compact: &mut Compact, checker: &mut Checker) {
    if let Some(rounding) = written.rounding.as_ref().or(file.rounding.as_ref()) {
        compact.mark_places = rounding.criterion.get().0;
        compact.total_places = rounding.total.get().0;
    } else {
        missing("rounding", written, checker);
    }
    match written.stages.as_ref().or(file.stages.as_ref()) {
        Some(stages) => compact.stages = stages_of(stages, written, checker),
        None => missing("stages", written, checker),
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
        Some(ties) => ties_of(ties, compact, checker),
        None => missing("ties", written, checker),
    }
}

fn missing(key: &str, written: &file::Compact, checker: &mut Checker) {
    checker.fault(Fault::MissingKey { key: key.to_owned() }, written.id.span(), written.id.get());
}

fn stages_of(stages: &[At<String>], written: &file::Compact, checker: &mut Checker) -> Vec<Stage> {
    let mut known: Vec<Stage> = Vec::new();
    for stage in stages {
        let fits = ["self", "cross", "agency", "appraised", "council"].contains(&stage.get().as_str());
        if fits && known.iter().all(|earlier| earlier.id != *stage.get()) {
            known.push(Stage { id: stage.get().clone() });
        } else {
            checker.bad(stage, words::STAGES);
        }
    }
    if stages.is_empty() {
        checker.bad(&written.id, words::STAGES);
    }
    known
}

fn ties_of(ties: &file::Ties, compact: &mut Compact, checker: &mut Checker) {
    let ranks = [("competition", TieRank::Competition), ("dense", TieRank::Dense)];
    compact.tie_rank = checker.word(&ties.rank, &ranks, words::TIE_RANK).unwrap_or(TieRank::Competition);
    compact.rank_on_full =
        checker.word(&ties.on, &[("rounded", false), ("full", true)], words::TIE_ON).unwrap_or_default();
    for key in &ties.break_by {
        let field = |id: &str| compact.fields.iter().position(|field| field.id == id).map(TieKey::Field);
        let parsed = match key.get().split_once(':') {
            None if key.get() == "vote" => Some(TieKey::Vote),
            None if key.get() == "plans-exceeded" => Some(TieKey::PlansExceeded),
            None if key.get() == "fewer-penalties" => Some(TieKey::FewerPenalties),
            Some(("field", id)) => field(id),
            Some(("criterion", id)) => compact.criterion(id).map(TieKey::Criterion),
            _ => None,
        };
        match parsed {
            Some(key) => compact.tie_keys.push(key),
            None => checker.bad(key, words::TIE_KEY),
        }
    }
}

fn classes(written: &file::Compact, compact: &mut Compact, checker: &mut Checker) {
    for class in &written.class {
        let at_least = points(&class.at_least, checker);
        if compact.classes.last().is_some_and(|higher| higher.at_least <= at_least) {
            let expected = words::CLASS_ORDER;
            let fault = Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
            checker.fault(fault, class.at_least.span(), &class.at_least.get().0.to_string());
        }
        compact.classes.push(Class { name: class.name.clone(), at_least });
    }
}

/// Scale fields equal the sum of their children and the scale; caps do not exceed what is under them.
fn sums(written: &file::Compact, compact: &Compact, checker: &mut Checker) {
    for (index, field) in compact.fields.iter().enumerate() {
        let groups = compact.fields.iter().filter(|child| child.parent == Some(index));
        let own = compact.criteria.iter().filter(|criterion| criterion.field == index);
        let (stated, sum) = match field.kind {
            FieldKind::Penalty => {
                let lowest =
                    |kernel: &dyn crate::model::Kernel| Points::rounded(kernel.lowest(), None).unwrap_or_default();
                (
                    field.minimum,
                    groups.map(|group| group.minimum).sum::<Points>() + own.map(|c| lowest(c.kernel.as_ref())).sum(),
                )
            }
            _ => (field.maximum, groups.map(|group| group.maximum).sum::<Points>() + own.map(|c| c.maximum).sum()),
        };
        let agrees = match field.kind {
            FieldKind::Scale => stated == sum,
            FieldKind::Bonus => stated <= sum,
            FieldKind::Penalty => stated >= sum,
        };
        if !agrees {
            does_not_add_up(&field.id, stated, sum, &written.field[index].maximum, checker);
        }
    }
    let whole = compact.top_fields().filter(|index| compact.fields[*index].kind == FieldKind::Scale);
    let sum = whole.map(|index| compact.fields[index].maximum).sum();
    if compact.scale != sum {
        does_not_add_up(&compact.id, compact.scale, sum, &written.scale, checker);
    }
}

fn does_not_add_up(node: &str, stated: Points, sum: Points, at: &At<Number>, checker: &mut Checker) {
    let fault = Fault::MaximaDoNotAddUp {
        node: node.to_owned(),
        stated: stated.decimal().to_string(),
        sum: sum.decimal().to_string(),
    };
    checker.fault(fault, at.span(), &at.get().0.to_string());
}
