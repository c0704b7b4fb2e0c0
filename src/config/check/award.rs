//! Awards: whom they are for, their seats or shares, and what they require.

use super::super::file::{self, At, File, Params};
use super::{Checker, nearest};
use crate::diag::Fault;
use crate::model::{
    Award, AwardSeats, Bloc, Catalogue, Compact, Compare, Quota, QuotaBase, QuotaRounding, Requirement, fraction, reach,
};
use crate::wording::config as words;

/// All awards; `from` and `excludes` name only earlier ones, so that they can be proposed in order.
pub fn awards(
    file: &File,
    compacts: &[Option<Compact>],
    blocs: &[Bloc],
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Vec<Award> {
    checker.ids(file.award.iter().map(|award| &award.id));
    let ids: Vec<_> = file.award.iter().map(|award| award.id.get().as_str()).collect();
    let bloc_ids: Vec<_> = blocs.iter().map(|bloc| bloc.id.as_str()).collect();
    let mut awards: Vec<Award> = Vec::new();
    for (index, written) in file.award.iter().enumerate() {
        let earlier = |at: &At<String>, checker: &mut Checker| {
            let found = checker.refer(at, &ids)?;
            if found >= index {
                checker.bad(at, words::EARLIER_AWARD);
                return None;
            }
            Some(found)
        };
        let from = written.from.as_ref().and_then(|from| earlier(from, checker));
        let excludes = written.excludes.iter().filter_map(|award| earlier(award, checker)).collect();
        let presupposes = written.presupposes.iter().filter_map(|award| earlier(award, checker)).collect();
        let applies_to: Vec<_> = written.applies_to.iter().filter_map(|bloc| checker.refer(bloc, &bloc_ids)).collect();
        let reach = from.map_or_else(|| applies_to.clone(), |from| reach(&awards, from).to_vec());
        let concerned: Vec<_> = reach.iter().filter_map(|bloc| compacts.get(blocs[*bloc].compact)?.as_ref()).collect();
        awards.push(Award {
            id: written.id.get().clone(),
            title: written.title.clone(),
            aliases: written.aliases.clone(),
            applies_to,
            from,
            excludes,
            presupposes,
            seats: seats(written, checker),
            quota: quota(written, checker),
            compare: compare(written, &concerned, checker),
            passes_on: passes_on(written, checker),
            requires: requirements(&written.requires, &concerned, catalogue, checker),
        });
    }
    awards
}

fn seats(written: &file::Award, checker: &mut Checker) -> Vec<AwardSeats> {
    if written.from.is_none() && written.seats.is_empty() && written.share.is_none() {
        checker.bad(&written.id, words::SEATS);
    }
    written.seats.iter().map(|seats| AwardSeats { max_members: seats.max_members, n: seats.n }).collect()
}

/// The share of an award among the winners of another, or of the members of a bloc in place of its seats.
fn quota(written: &file::Award, checker: &mut Checker) -> Option<Quota> {
    if written.from.is_some() != written.applies_to.is_empty() {
        checker.bad(&written.id, words::FROM_OR_APPLIES);
    }
    let parts = (&written.share, &written.base, &written.rounding);
    let (Some(share), Some(base), Some(rounding)) = parts else {
        if written.from.is_some() || parts.0.is_some() {
            checker.bad(&written.id, words::FROM_OR_APPLIES);
        }
        return None;
    };
    let fraction = fraction(share.get());
    if fraction.is_none() {
        checker.bad(share, words::A_FRACTION);
    }
    let bases = [("standing", QuotaBase::Standing), ("members", QuotaBase::Members), ("proposed", QuotaBase::Proposed)];
    let known = if written.from.is_some() { &bases[..] } else { &bases[..2] };
    let roundings = [("down", QuotaRounding::Down), ("nearest", QuotaRounding::Nearest), ("up", QuotaRounding::Up)];
    let base = checker.word(base, known, words::SHARE_BASE);
    let rounding = checker.word(rounding, &roundings, words::SHARE_ROUNDING);
    Some(Quota {
        text: share.get().clone(),
        share: fraction?,
        base: base?,
        rounding: rounding?,
        basis: written.basis.clone(),
    })
}

/// What winners are compared by; totals only where their compacts have one scale.
fn compare(written: &file::Award, compacts: &[&Compact], checker: &mut Checker) -> Compare {
    let ways = [("share-of-scale", Compare::ShareOfScale), ("total", Compare::Total)];
    let Some(word) = &written.compare else { return Compare::ShareOfScale };
    let way = checker.word(word, &ways, words::COMPARE).unwrap_or(Compare::ShareOfScale);
    if way == Compare::Total && compacts.windows(2).any(|pair| pair[0].scale != pair[1].scale) {
        checker.bad(word, words::COMPARE_SCALES);
    }
    way
}

fn passes_on(written: &file::Award, checker: &mut Checker) -> bool {
    let choices = [("pass", true), ("empty", false)];
    let chosen = written.when_ineligible.as_ref().map(|word| checker.word(word, &choices, words::WHEN_INELIGIBLE));
    chosen.flatten().unwrap_or(false)
}

/// What must be met, each with its value.
pub fn requirements(
    written: &Params,
    compacts: &[&Compact],
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Vec<(&'static dyn Requirement, toml::Value)> {
    let known: Vec<_> = catalogue.requirements.iter().map(|requirement| requirement.name().to_owned()).collect();
    let mut bound: Vec<(&'static dyn Requirement, toml::Value)> = Vec::new();
    for (key, value) in &written.0 {
        let Some(index) = known.iter().position(|name| name == key.get_ref()) else {
            let fault = Fault::UnknownKey { nearest: nearest(key.get_ref(), &known), known: known.clone() };
            checker.fault(fault, key.span(), key.get_ref());
            continue;
        };
        let requirement = catalogue.requirements[index];
        match requirement.check(value.get_ref(), compacts) {
            Ok(()) => bound.push((requirement, value.get_ref().clone())),
            Err(expected) => {
                let fault =
                    Fault::BadValue { expected_vi: expected.vi.to_owned(), expected_en: expected.en.to_owned() };
                let found = checker.text(value.span());
                checker.fault(fault, value.span(), &found);
            }
        }
    }
    bound.sort_by_key(|(requirement, _)| known.iter().position(|name| name == requirement.name()));
    bound
}
