//! One criterion: its field, its rule with parameters bound, and the inputs of its measure.

use rust_decimal::Decimal;

use super::super::file;
use super::super::params::{args, place};
use super::half::{self, Review};
use super::tree::{points, weight};
use super::{Checker, nearest};
use crate::diag::{Fault, Text};
use crate::model::{
    Assignment, Catalogue, Column, Criterion, Field, FieldKind, Input, InputKind, Kernel, Measure, NotArising, Points,
    Rule, fold,
};
use crate::wording::config as words;
use crate::wording::recognition::{BASELINE, DIFFICULTY};

/// The most that one of a unit may be of another.
const LARGEST_SCALE: i64 = 1_000_000_000_000;

/// The criterion as meant; none when its field or rule is not known.
pub fn criterion(
    written: &file::Criterion,
    fields: &[Field],
    review: &Review,
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Option<Criterion> {
    let ids: Vec<_> = fields.iter().map(|field| field.id.as_str()).collect();
    let field = checker.refer(&written.field, &ids);
    let maximum = points(&written.maximum, checker);
    let (rule, kernel) = bound(written, maximum, catalogue, checker)?;
    let field = field?;
    let penal = kernel.lowest().is_sign_negative() && !kernel.lowest().is_zero();
    if penal != (fields[field].kind == FieldKind::Penalty) && !(penal && fields[field].kind == FieldKind::Bonus) {
        checker.bad(&written.rule, words::PENALTY_RANGE);
    }
    if !penal && maximum <= Points::ZERO {
        checker.bad(&written.maximum, words::POSITIVE);
    }
    let (measure, mut inputs) = measured(written, kernel.as_ref(), checker);
    let (half, same_period) = half::of_criterion(written, kernel.as_ref(), measure, review, checker);
    inputs.extend(same_period);
    if let Some(most) = &written.difficulty {
        if penal || !kernel.computes() || most.get().0 < Decimal::ONE || most.get().0 > Decimal::ONE_HUNDRED {
            checker.bad(most, words::DIFFICULTY_RANGE);
        }
        inputs.push(Input::row("difficulty", Column::Actual, InputKind::Number, DIFFICULTY));
    }
    let not_arising = written.not_arising.as_ref().and_then(|word| {
        checker.word(word, &[("full", NotArising::Full), ("out", NotArising::Out)], words::NOT_ARISING)
    });
    let assignment = written
        .assigned
        .as_ref()
        .and_then(|word| checker.word(word, &[("per-member", Assignment::PerMember)], words::ASSIGNED));
    let (scales, least, most) = figures(written, checker);
    Some(Criterion {
        id: written.id.get().clone(),
        field,
        name: written.name.get().clone(),
        aliases: written.aliases.clone(),
        unit: written.unit.clone(),
        scales,
        least,
        most,
        maximum,
        weight: weight(written.weight.as_ref(), checker),
        rule,
        kernel,
        inputs,
        measure,
        difficulty: written.difficulty.as_ref().map(|most| most.get().0),
        not_arising,
        assignment: assignment.unwrap_or(Assignment::All),
        source: written.source.clone(),
        guide: written.guide.clone(),
        half,
    })
}

type Figures = (Vec<(String, Decimal)>, Option<Decimal>, Option<Decimal>);

/// The other units of its figures and the limits they stand within.
fn figures(written: &file::Criterion, checker: &mut Checker) -> Figures {
    let mut scales: Vec<(String, Decimal)> = Vec::new();
    for (unit, scale) in &written.units.0 {
        let named = unit.get_ref();
        let known = std::iter::once(&written.unit).chain(scales.iter().map(|(known, _)| known));
        if fold(named).is_empty() || known.into_iter().any(|known| fold(known) == fold(named)) {
            let Text { vi, en } = words::OTHER_UNIT;
            let fault = Fault::BadValue { expected_vi: vi.to_owned(), expected_en: en.to_owned() };
            checker.fault(fault, unit.span(), named);
        }
        if scale.get().0 <= Decimal::ZERO || scale.get().0 > Decimal::from(LARGEST_SCALE) {
            checker.bad(scale, words::A_SCALE);
        }
        scales.push((named.clone(), scale.get().0));
    }
    let (least, most) = (written.least.as_ref(), written.most.as_ref());
    if let (Some(least), Some(most)) = (least, most)
        && least.get().0 > most.get().0
    {
        checker.bad(most, words::LIMITS);
    }
    (scales, least.map(|least| least.get().0), most.map(|most| most.get().0))
}

type Bound = (&'static dyn Rule, Box<dyn Kernel>);

fn bound(written: &file::Criterion, maximum: Points, catalogue: &Catalogue, checker: &mut Checker) -> Option<Bound> {
    let Some(rule) = catalogue.rule(written.rule.get()) else {
        let known: Vec<_> = catalogue.rules.iter().map(|rule| rule.name().to_owned()).collect();
        let fault = Fault::UnknownRule { nearest: nearest(written.rule.get(), &known), known };
        checker.fault(fault, written.rule.span(), written.rule.get());
        return None;
    };
    let args = args(rule, &written.params, &written.rule, checker)?;
    match rule.bind(&args, maximum.decimal(), catalogue) {
        Ok(kernel) => Some((rule, kernel)),
        Err(faults) => {
            for fault in faults {
                let placed = place(fault, rule, &written.params, &written.rule, maximum.decimal().to_string(), checker);
                checker.add(placed.criterion(written.id.get()));
            }
            None
        }
    }
}

/// The measure, and the kernel's inputs with the baseline a measure needs.
fn measured(written: &file::Criterion, kernel: &dyn Kernel, checker: &mut Checker) -> (Measure, Vec<Input>) {
    let mut inputs = kernel.inputs();
    let Some(word) = &written.measure else { return (Measure::Value, inputs) };
    let measures = [("increment", Measure::Increment), ("reduction", Measure::Reduction)];
    let measure = checker.word(word, &measures, words::MEASURE).unwrap_or(Measure::Value);
    let numeric = |input: &Input| input.key() == "actual" && matches!(input.kind, InputKind::Number | InputKind::Count);
    if !inputs.iter().any(numeric) {
        checker.bad(&written.rule, words::MEASURE_RULE);
    }
    for input in &mut inputs {
        if numeric(input) {
            input.kind = InputKind::Number;
        }
    }
    inputs.push(Input::row("baseline", Column::Actual, InputKind::Number, BASELINE));
    (measure, inputs)
}
