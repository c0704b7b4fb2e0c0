//! What several rules compare: the ratio, the excess or the difference of actual and plan, and the refusals they share.

use rust_decimal::Decimal;

use crate::diag::Lang;
use crate::model::{Args, Cells, Column, Evidence, Input, InputKind, Refusal, as_percent, ratio};

/// What a band or a step is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A/T.
    Ratio,
    /// A.
    Actual,
    /// A/T − 1.
    Excess,
    /// A − T.
    Difference,
}

/// The words of the parameter `on`.
pub const WORDS: &[&str] = &["ratio", "actual", "excess", "difference"];

impl Basis {
    /// From the parameter `on`.
    pub fn of(args: &Args) -> Option<Self> {
        Some(match args.word("on")? {
            "ratio" => Self::Ratio,
            "actual" => Self::Actual,
            "excess" => Self::Excess,
            "difference" => Self::Difference,
            _ => return None,
        })
    }

    /// The least it can be; none where it can be anything.
    pub fn least(self) -> Option<Decimal> {
        match self {
            Self::Ratio => Some(Decimal::ZERO),
            Self::Excess => Some(Decimal::NEGATIVE_ONE),
            Self::Actual | Self::Difference => None,
        }
    }

    /// The inputs it needs.
    pub fn inputs(self) -> Vec<Input> {
        let actual = Input::own(Column::Actual, InputKind::Number);
        if self == Self::Actual { vec![actual] } else { vec![Input::own(Column::Plan, InputKind::Number), actual] }
    }

    /// Its value.
    ///
    /// # Errors
    /// [`Refusal`] when an input is missing or the plan is zero where it divides.
    pub fn value(self, evidence: &Evidence) -> Result<Decimal, Refusal> {
        let actual = evidence.number("actual")?;
        match self {
            Self::Actual => Ok(actual),
            Self::Difference => actual.checked_sub(evidence.number("plan")?).ok_or_else(too_large),
            Self::Ratio => quotient(actual, evidence.number("plan")?),
            Self::Excess => Ok(quotient(actual, evidence.number("plan")?)? - Decimal::ONE),
        }
    }

    /// Its value as a formula, `NA()` taking the place of `then` where there is none.
    pub fn formula(self, cells: &dyn Cells, then: impl Fn(&str) -> String) -> String {
        let actual = cells.input("actual");
        if self == Self::Actual {
            return then(&actual);
        }
        let plan = cells.input("plan");
        let ratio = format!("ROUND({actual}/{plan},12)");
        match self {
            Self::Ratio => unless(&no_ratio(&actual, &plan), &then(&ratio)),
            Self::Excess => unless(&no_ratio(&actual, &plan), &then(&format!("ROUND({ratio}-1,12)"))),
            Self::Actual | Self::Difference => then(&format!("ROUND({actual}-{plan},12)")),
        }
    }

    /// A value on this basis as it is shown: a percentage or a number.
    pub fn shown(self, lang: Lang, value: Decimal) -> String {
        match self {
            Self::Ratio | Self::Excess => percent(lang, value),
            Self::Actual | Self::Difference => lang.number(value),
        }
    }

    /// The value in words: what was compared, with its numbers.
    pub fn say(self, evidence: &Evidence, value: Decimal) -> impl Fn(Lang) -> String + Clone + Send + Sync + use<> {
        let numbers = (evidence.number("actual").unwrap_or_default(), evidence.number("plan").unwrap_or_default());
        move |lang| {
            let [actual, plan] = [numbers.0, numbers.1].map(|number| lang.number(number));
            match self {
                Self::Actual => lang.pick(format!("thực hiện {actual}"), format!("actual {actual}")),
                Self::Ratio => {
                    let percent = percent(lang, value);
                    lang.pick(
                        format!("thực hiện {actual}/kế hoạch {plan}, đạt {percent}"),
                        format!("actual {actual} of plan {plan}, {percent}"),
                    )
                }
                Self::Excess => {
                    let percent = percent(lang, value.abs());
                    let under = value < Decimal::ZERO;
                    let (vi, en) = if under { ("hụt", "under") } else { ("vượt", "above") };
                    lang.pick(
                        format!("thực hiện {actual}/kế hoạch {plan}, {vi} {percent}"),
                        format!("actual {actual} of plan {plan}, {percent} {en}"),
                    )
                }
                Self::Difference => {
                    let gap = lang.number(value);
                    lang.pick(
                        format!("thực hiện {actual}, kế hoạch {plan}, chênh lệch {gap}"),
                        format!("actual {actual}, plan {plan}, difference {gap}"),
                    )
                }
            }
        }
    }
}

/// A/T to 12 decimals.
///
/// # Errors
/// [`Refusal::Impossible`] when the plan is zero or less, or the actual is negative.
pub fn quotient(actual: Decimal, plan: Decimal) -> Result<Decimal, Refusal> {
    positive_plan(plan)?;
    not_negative(actual)?;
    ratio(actual, plan).ok_or_else(too_large)
}

/// The plan must be above zero to divide by it.
///
/// # Errors
/// [`Refusal::Impossible`].
pub fn positive_plan(plan: Decimal) -> Result<(), Refusal> {
    if plan > Decimal::ZERO {
        return Ok(());
    }
    Err(impossible(
        &format!("kế hoạch là {}, không tính được tỷ lệ so với kế hoạch", Lang::Vi.number(plan)),
        &format!("the plan is {}, there is no ratio to it", Lang::En.number(plan)),
    ))
}

/// The actual must not be negative.
///
/// # Errors
/// [`Refusal::Impossible`].
pub fn not_negative(actual: Decimal) -> Result<(), Refusal> {
    if actual >= Decimal::ZERO {
        return Ok(());
    }
    Err(impossible(
        &format!("số thực hiện {} là số âm", Lang::Vi.number(actual)),
        &format!("the actual {} is negative", Lang::En.number(actual)),
    ))
}

/// The condition of a formula under which [`quotient`] refuses.
pub fn no_ratio(actual: &str, plan: &str) -> String {
    format!("OR({plan}<=0,{actual}<0)")
}

/// A formula that gives `NA()` where a condition holds.
pub fn unless(refused: &str, then: &str) -> String {
    format!("IF({refused},NA(),{then})")
}

/// A word as a formula compares it: quotes doubled, no piece above the 255 characters that Excel reads.
pub fn literal(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let pieces = letters.chunks(255).map(|piece| piece.iter().collect::<String>().replace('"', "\"\""));
    pieces.map(|piece| format!("\"{piece}\"")).collect::<Vec<_>>().join("&")
}

/// A refusal in both languages.
pub fn impossible(vi: &str, en: &str) -> Refusal {
    Refusal::Impossible(vi.to_owned(), en.to_owned())
}

/// Figures beyond what a decimal holds.
pub fn too_large() -> Refusal {
    impossible("số liệu quá lớn để tính điểm", "the figures are too large to mark")
}

/// A share as a percentage, with as many decimals as it needs.
pub fn percent(lang: Lang, share: Decimal) -> String {
    as_percent(share).map_or_else(|| lang.number(share), |percent| format!("{}%", lang.number(percent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_never_rounds_onto_an_edge() {
        let said = |share: &str| percent(Lang::Vi, share.parse().unwrap());
        assert_eq!(said("0.990894483128"), "99,09%");
        assert_eq!(said("0.999999"), "99,9999%");
        assert_eq!(said("0.9749999"), "97,49999%");
        assert_eq!(said("1.05"), "105%");
        assert_eq!(said("0.333333333333"), "33,33%");
    }

    #[test]
    fn figures_beyond_a_decimal_are_refused() {
        let figures =
            |key: &str, value| (key.to_owned(), crate::model::Datum::Known(crate::model::Value::Number(value)));
        let evidence = Evidence::new(vec![figures("plan", Decimal::MIN), figures("actual", Decimal::MAX)]);
        assert_eq!(Basis::Difference.value(&evidence), Err(too_large()));
        assert_eq!(quotient(Decimal::MAX, Decimal::new(1, 28)), Err(too_large()));
    }
}
