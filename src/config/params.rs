//! Parameters as written → [`Args`] of their declared kinds, or every fault with its key's place.

use crate::diag::{Diagnostic, Fault, Text};
use crate::model::{Args, Param, ParamFault, ParamKind, Rule};

use super::check::Checker;
use super::file::{At, Params};
use super::nearest;
use crate::wording::config as words;

/// What a parameter of a kind must be, in words.
fn expected(kind: ParamKind) -> Text {
    match kind {
        ParamKind::Points => words::A_NUMBER,
        ParamKind::Share => words::A_SHARE,
        ParamKind::Count => words::A_COUNT,
        ParamKind::Choice(_) => words::A_CHOICE,
        ParamKind::Date => words::A_DATE,
        ParamKind::Words => words::WORDS,
        ParamKind::Tables(_) => words::TABLES,
    }
}

fn bad(rule: &dyn Rule, param: &Param) -> Fault {
    let mut words = [expected(param.kind).vi.to_owned(), expected(param.kind).en.to_owned()];
    if let ParamKind::Choice(list) | ParamKind::Tables(list) = param.kind {
        for text in &mut words {
            *text = format!("{text}: {}", list.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "));
        }
    }
    let [expected_vi, expected_en] = words;
    Fault::BadParameter { rule: rule.name().to_owned(), key: param.key.to_owned(), expected_vi, expected_en }
}

/// The parameters of `rule`, checked key by key against its declaration.
pub fn args(rule: &dyn Rule, written: &Params, at: &At<String>, checker: &mut Checker) -> Option<Args> {
    let before = checker.faults();
    let known: Vec<_> = rule.params().iter().map(|param| param.key.to_owned()).collect();
    let mut args = Args::default();
    for (key, value) in &written.0 {
        let Some(param) = rule.params().iter().find(|param| param.key == key.get_ref()) else {
            let nearest = nearest(key.get_ref(), &known);
            let fault = Fault::UnknownParameter { rule: rule.name().to_owned(), nearest, known: known.clone() };
            checker.fault(fault, key.span(), key.get_ref());
            continue;
        };
        if param.kind.admits(value.get_ref()) {
            args.values.insert(key.get_ref().clone(), value.get_ref().clone());
        } else {
            let found = checker.text(value.span());
            checker.fault(bad(rule, param), value.span(), &found);
        }
    }
    for param in rule.params().iter().filter(|param| param.required) {
        if !written.0.keys().any(|key| key.get_ref() == param.key) {
            let fault = Fault::MissingParameter { rule: rule.name().to_owned(), key: param.key.to_owned() };
            checker.fault(fault, at.span(), at.get());
        }
    }
    (checker.faults() == before).then_some(args)
}

/// A rule's complaint, put at the parameter it is about.
pub fn place(
    fault: ParamFault,
    rule: &dyn Rule,
    written: &Params,
    at: &At<String>,
    maximum: String,
    checker: &Checker,
) -> Diagnostic {
    let key = match &fault {
        ParamFault::Bad { key, .. }
        | ParamFault::Gap { key, .. }
        | ParamFault::Overlap { key, .. }
        | ParamFault::Unreachable { key, .. } => Some(*key),
        ParamFault::OutOfReach { .. } => None,
    };
    let entry = key.and_then(|key| written.0.iter().find(|(name, _)| name.get_ref() == key));
    let (span, found) =
        entry.map_or((at.span(), at.get().clone()), |(_, value)| (value.span(), checker.text(value.span())));
    let fault = match fault {
        ParamFault::Bad { key, expected } => Fault::BadParameter {
            rule: rule.name().to_owned(),
            key: key.to_owned(),
            expected_vi: expected.vi.to_owned(),
            expected_en: expected.en.to_owned(),
        },
        ParamFault::Gap { below, above, .. } => Fault::BandGap { below, above },
        ParamFault::Overlap { below, above, .. } => Fault::BandOverlap { below, above },
        ParamFault::Unreachable { band, .. } => Fault::BandUnreachable { band },
        ParamFault::OutOfReach { best } => Fault::MaximumOutOfReach { maximum, best: best.normalize().to_string() },
    };
    Diagnostic::new(fault, checker.place(span)).found(found)
}
