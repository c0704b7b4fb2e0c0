//! A plan in numbers and a member's figures in; what was done as a part of that plan, out. It marks nothing.
//!
//! part = A/T to 12 decimals. Growth and places gained are held against the growth and the places that are wanted.

use rust_decimal::Decimal;

use super::figures::Figures;
use crate::model::{Evidence, Kernel, PlanKind, PlanReached, ratio};

/// What a member reached of the plans of a criterion; nothing of figures that its group's mean stands in for.
pub fn reached(planned: &[(&str, &dyn Kernel)], own: &Figures) -> Vec<PlanReached> {
    let seen = own.seen.as_ref().ok().filter(|_| own.filled.is_none());
    let of_plan = |(row, kernel): &(&str, &dyn Kernel)| {
        let part = seen.and_then(|seen| match *row {
            "" => part(*kernel, seen),
            row => part(*kernel, &seen.part(row)),
        });
        PlanReached { row: (*row).to_owned(), part, limit: is_limit(*kernel) }
    };
    planned.iter().map(of_plan).collect()
}

/// What was done as a part of the plan; none where a figure is missing or nothing can be a part of such a plan.
pub fn part(kernel: &dyn Kernel, seen: &Evidence) -> Option<Decimal> {
    if is_of_year(kernel) {
        let (actual, plan) = (seen.number("actual").ok()?, seen.number("plan").ok()?);
        return ratio(actual, plan).filter(|_| plan > Decimal::ZERO);
    }
    let reach = kernel.against_plan(seen)?;
    ratio(reach.reached, reach.wanted)
}

/// Whether the plan is a figure of the year itself, and not growth or places gained on an earlier one.
pub fn is_of_year(kernel: &dyn Kernel) -> bool {
    matches!(kernel.plan_kind(), PlanKind::Gradual | PlanKind::Whole)
}

/// Whether the plan is a limit that must not be passed.
pub fn is_limit(kernel: &dyn Kernel) -> bool {
    is_of_year(kernel) && kernel.fewer_is_better()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::part;
    use crate::CATALOGUE;
    use crate::model::{Args, Datum, Evidence, Kernel, Value};

    fn bound(rule: &str, params: &str) -> Box<dyn Kernel> {
        let values: toml::Table = params.parse().unwrap();
        let args = Args { values: values.into_iter().collect() };
        CATALOGUE.rule(rule).unwrap().bind(&args, Decimal::TEN, &CATALOGUE).unwrap()
    }

    fn of(rule: &str, params: &str, figures: &[(&str, &str)]) -> Option<String> {
        let number = |text: &str| Datum::Known(Value::Number(text.parse().unwrap()));
        let seen = Evidence::new(figures.iter().map(|(key, text)| ((*key).to_owned(), number(text))).collect());
        part(bound(rule, params).as_ref(), &seen).map(|part| part.normalize().to_string())
    }

    /// Kon Tum's half year of 2023, indicator 10: 92.50 of 93.35; and what cannot be a part of anything.
    #[test]
    fn a_figure_is_a_part_of_its_plan_and_never_of_nothing() {
        assert_eq!(of("proportional", "", &[("plan", "93.35"), ("actual", "92.5")]), Some("0.990894483128".to_owned()));
        assert_eq!(of("proportional", "", &[("plan", "0"), ("actual", "3")]), None);
        assert_eq!(of("proportional", "", &[("plan", "3")]), None);
    }

    /// Kon Tum's half year of 2023, indicator 1: it grew by 6.80 % of 10 % wanted, which is 68 % of the plan.
    #[test]
    fn growth_is_a_part_of_the_growth_that_is_wanted() {
        let figures = [("plan", "10"), ("actual", "106.8"), ("previous:actual", "100")];
        assert_eq!(of("growth", "", &figures), Some("0.68".to_owned()));
    }
}
