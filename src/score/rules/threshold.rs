//! `threshold`: the maximum when the plan is reached (or passed), else in proportion or nothing.
//!
//! mark = M if A op T, else M · min(A/T, 1) or 0. With `>` a value equal to the plan does not pass; where the
//! compact then counts by proportion it still gives M · T/T = M ("bằng hoặc thấp hơn: theo tỷ lệ").
//! A plan of zero is refused: every actual would reach it.
//! Source: the 2023 plan of Kon Tum: "từ 10 % trở lên", "trên 57".

use rust_decimal::Decimal;

use super::basis::{no_ratio, not_negative, percent, positive_plan, quotient, too_large, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, PlanKind,
    Refusal, Rule, Worked, share,
};

/// The rule.
pub struct Threshold;

impl Rule for Threshold {
    fn name(&self) -> &'static str {
        "threshold"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "đạt mức kế hoạch thì được điểm tối đa", en: "the maximum when the plan is reached"
            },
            formula: "M if A ≥ T (or A > T), else M · min(r, 1) or 0; a plan of 0 is refused",
            example: Text {
                vi: "từ 10% trở lên: 10,00 được M; trên 57 với `else = \"zero\"`: 57,0 được 0",
                en: "10 % or more: 10.00 gives M; above 57 with `else = \"zero\"`: 57.0 gives 0",
            },
            source: "Công văn 147/UBND-NC of Kon Tum (18/01/2023), indicators 1 and 2",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required(
                "op",
                ParamKind::Choice(&[">=", ">"]),
                "đạt khi thực hiện >= hoặc > kế hoạch",
                "reached when the actual is >= or > the plan",
            ),
            Param::required(
                "else",
                ParamKind::Choice(&["proportional", "zero"]),
                "chưa đạt: theo tỷ lệ hoặc 0 điểm",
                "else: in proportion, or zero",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound {
            maximum,
            strict: args.word("op") == Some(">"),
            proportional: args.word("else") == Some("proportional"),
        }))
    }
}

struct Bound {
    maximum: Decimal,
    strict: bool,
    proportional: bool,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        [Column::Plan, Column::Actual].map(|column| Input::own(column, InputKind::Number)).into()
    }

    fn plan_kind(&self) -> PlanKind {
        PlanKind::Whole
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let (plan, actual) = (evidence.number("plan")?, evidence.number("actual")?);
        if plan.is_zero() {
            positive_plan(plan)?;
        }
        let (maximum, sign) = (self.maximum, if self.strict { ">" } else { "≥" });
        if if self.strict { actual > plan } else { actual >= plan } {
            return Ok(Worked::new(maximum, move |lang| {
                let [actual, plan, maximum] = [actual, plan, maximum].map(|number| lang.number(number));
                lang.pick(
                    format!("thực hiện {actual} {sign} kế hoạch {plan}: đạt, {maximum} điểm"),
                    format!("actual {actual} {sign} plan {plan}: reached, {maximum} points"),
                )
            }));
        }
        if !self.proportional {
            return Ok(Worked::new(Decimal::ZERO, move |lang| {
                let [actual, plan] = [actual, plan].map(|number| lang.number(number));
                lang.pick(
                    format!("thực hiện {actual} không {sign} kế hoạch {plan}: 0 điểm"),
                    format!("actual {actual} not {sign} plan {plan}: 0 points"),
                )
            }));
        }
        positive_plan(plan)?;
        not_negative(actual)?;
        let ratio = quotient(actual, plan)?;
        let points = share(maximum, actual, plan).ok_or_else(too_large)?;
        Ok(Worked::new(points.min(maximum), move |lang| {
            let [actual, plan, maximum] = [actual, plan, maximum].map(|number| lang.number(number));
            let reached = percent(lang, ratio);
            lang.pick(
                format!("thực hiện {actual} không {sign} kế hoạch {plan}, đạt {reached}: tính theo tỷ lệ trên {maximum} điểm"),
                format!("actual {actual} not {sign} plan {plan}, {reached}: in proportion out of {maximum} points"),
            )
        }))
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (actual, plan, maximum) = (cells.input("actual"), cells.input("plan"), cells.maximum());
        let sign = if self.strict { ">" } else { ">=" };
        let short = if self.proportional {
            unless(&no_ratio(&actual, &plan), &format!("{maximum}*{actual}/{plan}"))
        } else {
            "0".to_owned()
        };
        Some(unless(&format!("{plan}=0"), &format!("IF({actual}{sign}{plan},{maximum},{short})")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{impossible, marks};

    #[test]
    fn a_plan_of_zero_gives_nobody_the_maximum() {
        for otherwise in ["zero", "proportional"] {
            let params = format!("op = '>='\nelse = '{otherwise}'");
            impossible("threshold", "35", &params, &[("plan", "0"), ("actual", "5")]);
        }
    }

    #[test]
    fn equal_to_a_plan_that_must_be_passed_counts_by_proportion() {
        marks("threshold", "35", "op = '>'\nelse = 'proportional'", &[("plan", "57"), ("actual", "57.0")], "35");
        marks("threshold", "35", "op = '>'\nelse = 'proportional'", &[("plan", "57"), ("actual", "51.3")], "31.5");
    }
}
