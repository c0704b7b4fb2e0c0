//! The extension point of scoring: a rule declares its parameters once and binds them into a kernel.
//!
//! The declaration of parameters feeds the linter (with carets), the JSON schema, the forms and `thidua rules`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Evidence, Input, InputKind, Output, PlanKind, Refusal, Requirement, TieBreak, Worked};
use crate::diag::Text;

/// One entry of the rule catalogue, as `thidua rules` prints it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// One line: what the rule is for.
    pub summary: Text,
    /// The formula, with M maximum, T plan, A actual, r = A/T.
    pub formula: &'static str,
    /// A worked example with its numbers.
    pub example: Text,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// The kind of a parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// Points: any number, a million at most either side of zero.
    Points,
    /// A number above zero, a million at most, or a share such as `0.01` or `"1%"`.
    Share,
    /// A whole number from 1.
    Count,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A date.
    Date,
    /// A list of words.
    Words,
    /// A list of tables, each with some of these keys.
    Tables(&'static [&'static str]),
}

/// The most that points, shares and limits may be, either side of zero.
const LARGEST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl ParamKind {
    /// Whether a value as written is of this kind.
    pub fn admits(self, value: &toml::Value) -> bool {
        match self {
            Self::Points => !value.is_str() && number_of(value).is_some_and(|number| number.abs() <= LARGEST),
            Self::Share => number_of(value).is_some_and(|number| number > Decimal::ZERO && number <= LARGEST),
            Self::Count => value.as_integer().is_some_and(|count| (1..=1_000_000).contains(&count)),
            Self::Choice(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Self::Date => value.as_datetime().is_some_and(|moment| moment.date.is_some()),
            Self::Words => {
                value.as_array().is_some_and(|list| !list.is_empty() && list.iter().all(toml::Value::is_str))
            }
            Self::Tables(keys) => value.as_array().is_some_and(|list| {
                let known = |table: &toml::Table| table.keys().all(|key| keys.contains(&key.as_str()));
                !list.is_empty() && list.iter().all(|item| item.as_table().is_some_and(known))
            }),
        }
    }
}

/// One parameter of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its key in scoring.toml.
    pub key: &'static str,
    /// What may stand there.
    pub kind: ParamKind,
    /// Whether it must be given.
    pub required: bool,
    /// What it means.
    pub doc: Text,
}

impl Param {
    /// A parameter that must be given.
    pub const fn required(key: &'static str, kind: ParamKind, vi: &'static str, en: &'static str) -> Self {
        Self { key, kind, required: true, doc: Text { vi, en } }
    }

    /// A parameter that may be left out.
    pub const fn optional(key: &'static str, kind: ParamKind, vi: &'static str, en: &'static str) -> Self {
        Self { key, kind, required: false, doc: Text { vi, en } }
    }
}

/// A rule's complaint about its own parameters; the linter adds the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamFault {
    /// The parameter's value is not what it must be.
    Bad { key: &'static str, expected: Text },
    /// A value between two bands falls in neither.
    Gap { key: &'static str, below: String, above: String },
    /// A value falls in two bands.
    Overlap { key: &'static str, below: String, above: String },
    /// No value can fall in this band.
    Unreachable { key: &'static str, band: String },
    /// The best this can give is not the maximum.
    OutOfReach { best: Decimal },
}

/// The day of a date as TOML has it; none for a time without a day.
pub fn toml_day(date: toml::value::Datetime) -> Option<NaiveDate> {
    let day = date.date?;
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
}

/// A rule's parameters as written, each already of its declared kind.
#[derive(Clone, Debug, Default)]
pub struct Args {
    /// By key.
    pub values: BTreeMap<String, toml::Value>,
}

impl Args {
    /// A number; text such as `"1%"` or `"1/3"` counts as one.
    pub fn number(&self, key: &str) -> Option<Decimal> {
        number_of(self.values.get(key)?)
    }

    /// A number that ratios are compared with, to as many decimals as those have: `"1/3"` is what 1 of 3 comes to.
    pub fn threshold(&self, key: &str) -> Option<Decimal> {
        self.number(key).map(super::to_ratio)
    }

    /// A word.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.values.get(key)?.as_str()
    }

    /// A date.
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        toml_day(*self.values.get(key)?.as_datetime()?)
    }

    /// A list of tables.
    pub fn tables(&self, key: &str) -> Vec<Args> {
        let list = self.values.get(key).and_then(toml::Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(toml::Value::as_table)
            .map(|table| Args { values: table.iter().map(|(key, value)| (key.clone(), value.clone())).collect() })
            .collect()
    }

    /// A list of words.
    pub fn words(&self, key: &str) -> Vec<String> {
        let list = self.values.get(key).and_then(toml::Value::as_array);
        list.into_iter().flatten().filter_map(toml::Value::as_str).map(str::to_owned).collect()
    }
}

/// The decimal of a TOML number or of a fraction in text.
fn number_of(value: &toml::Value) -> Option<Decimal> {
    match value {
        toml::Value::Integer(number) => Some(Decimal::from(*number)),
        toml::Value::Float(number) => number.is_finite().then(|| number.to_string().parse().ok()).flatten(),
        toml::Value::String(text) => super::fraction(text).and_then(|(top, bottom)| super::divide(top, bottom)),
        _ => None,
    }
}

/// Where a formula finds its numbers in a workbook: a cell holds a number, a date, a word or nothing.
pub trait Cells {
    /// The cell of an input of this member, by its key.
    fn input(&self, key: &str) -> String;
    /// The cells of an input of all members of the bloc, by its key.
    fn column(&self, key: &str) -> String;
    /// The cell of the criterion's maximum.
    fn maximum(&self) -> String;
    /// The cell of a number that [`Kernel::numbers`] names.
    fn number(&self, name: &str) -> String;
    /// The condition under which an optional input of this member is said not to be there.
    fn absent(&self, key: &str) -> String {
        format!("{}=\"\"", self.input(key))
    }
}

/// A way of marking a criterion; one file per rule under `score/rules`.
pub trait Rule: Sync {
    /// The name in scoring.toml: kebab-case.
    fn name(&self) -> &'static str;
    /// The catalogue entry.
    fn entry(&self) -> Entry;
    /// Whether it stands among the advanced rules: out of blank configurations and of the catalogue's first page.
    fn advanced(&self) -> bool {
        false
    }
    /// The parameters.
    fn params(&self) -> &'static [Param];
    /// The rule with its parameters and the criterion's maximum, ready to mark.
    ///
    /// # Errors
    /// Every [`ParamFault`] found.
    fn bind(&self, args: &Args, maximum: Decimal, catalogue: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>>;
}

/// What was reached of what a plan wants, the more the better, and what a shortfall is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// What was reached.
    pub reached: Decimal,
    /// What the plan wants.
    pub wanted: Decimal,
    /// The plan itself.
    pub base: Decimal,
}

/// A rule bound to a criterion.
pub trait Kernel: Send + Sync {
    /// The inputs it needs, in the order they stand in a form. None for a mark given by a person.
    fn inputs(&self) -> Vec<Input>;

    /// Whether the mark is computed; `false` for `entered`, where a person's mark counts.
    fn computes(&self) -> bool {
        true
    }

    /// The lowest mark it can give.
    fn lowest(&self) -> Decimal {
        Decimal::ZERO
    }

    /// Whether a bigger actual is worse, for colours and explanations only.
    fn fewer_is_better(&self) -> bool {
        false
    }

    /// Whether it holds the actual against a member's plan in numbers.
    fn has_plan(&self) -> bool {
        self.inputs().iter().any(|input| input.key() == "plan" && input.kind == InputKind::Number)
    }

    /// How the actual is held against the plan of a year; what a mid-year review makes of it follows from that.
    fn plan_kind(&self) -> PlanKind {
        if self.has_plan() { PlanKind::Gradual } else { PlanKind::Nothing }
    }

    /// The rules of its parts, by the names of their rows; none for a rule that has no parts.
    fn parts(&self) -> Vec<(&str, &dyn Kernel)> {
        Vec::new()
    }

    /// How far the member's own plan was reached, for gates, ties and explanations; none where there is no such plan.
    fn against_plan(&self, evidence: &Evidence) -> Option<Reach> {
        let (plan, actual) = (evidence.number("plan").ok()?, evidence.number("actual").ok()?);
        let (reached, wanted) = if self.fewer_is_better() { (plan, actual) } else { (actual, plan) };
        Some(Reach { reached, wanted, base: plan })
    }

    /// The mark of one member.
    ///
    /// # Errors
    /// [`Refusal`] when an input is missing or the rule cannot mark it.
    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal>;

    /// The numbers among its parameters that a workbook holds in cells of their own: `cap`, `bands.2.points`.
    fn numbers(&self) -> Vec<(String, Decimal)> {
        Vec::new()
    }

    /// The mark before it is rounded, as a formula without `=` that Excel 2016 and LibreOffice both evaluate:
    /// every ratio or difference rounded to 12 decimals, `NA()` where the rule refuses; inputs are taken to be there.
    /// None for a mark given by a person.
    fn formula(&self, _cells: &dyn Cells) -> Option<String> {
        None
    }

    /// How far the plan was reached, as [`Kernel::against_plan`] has it, in formulas: reached, wanted, and the plan
    /// itself. An error where one of them cannot be said; none where the rule holds nothing against a plan.
    fn plan_formula(&self, cells: &dyn Cells) -> Option<[String; 3]> {
        let takes = |key: &str| {
            self.inputs()
                .iter()
                .any(|input| input.key() == key && matches!(input.kind, InputKind::Number | InputKind::Count))
        };
        let (plan, actual) =
            (takes("plan").then(|| cells.input("plan"))?, takes("actual").then(|| cells.input("actual"))?);
        let (reached, wanted) = if self.fewer_is_better() { (plan.clone(), actual) } else { (actual, plan.clone()) };
        Some([reached, wanted, plan])
    }

    /// The marks of a whole bloc, in order; rules that compare members with each other override this.
    fn mark_bloc(&self, members: &[Evidence]) -> Vec<Result<Worked, Refusal>> {
        members.iter().map(|evidence| self.mark(evidence)).collect()
    }
}

/// The tables that scoring.toml may name entries of, handed to `config` so that it imports no other stage.
#[derive(Clone, Copy)]
pub struct Catalogue {
    /// Scoring rules.
    pub rules: &'static [&'static dyn Rule],
    /// Requirements of awards.
    pub requirements: &'static [&'static dyn Requirement],
    /// Outputs.
    pub outputs: &'static [&'static dyn Output],
    /// Ways to break a tie.
    pub tie_breaks: &'static [TieBreak],
}

impl Catalogue {
    /// The rule of a name.
    pub fn rule(&self, name: &str) -> Option<&'static dyn Rule> {
        self.rules.iter().copied().find(|rule| rule.name() == name)
    }
}
