//! `proportional`: points in proportion to how far the plan was met.
//!
//! mark = `at_plan` · min(A/T, cap); 0 under `floor`. Lower is better: `ratio` T/A, `linear` 2 − A/T, or `ceiling`
//! (full up to the plan, 0 above). The product is taken before the quotient, so a terminating mark is exact.
//! Source: CV 7727/BTP-TĐKT of 24/9/2012.

use rust_decimal::Decimal;

use super::basis::{no_ratio, not_negative, percent, positive_plan, quotient, too_large, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, PlanKind,
    Refusal, Rule, Worked, divide, round, share, to_ratio,
};

/// The rule.
pub struct Proportional;

const UNDER_CAP: Text = Text {
    vi: "không cao hơn tỷ lệ được điểm tối đa (`cap`, mặc định 1)",
    en: "no higher than the ratio that gives the maximum (`cap`, 1 by default)",
};

impl Rule for Proportional {
    fn name(&self) -> &'static str {
        "proportional"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo tỷ lệ thực hiện so với kế hoạch",
                en: "points in proportion to actual against plan",
            },
            formula: "at_plan · min(r, cap), at_plan = M / cap; lower is better: T/A, 2 − r, or M while A ≤ T",
            example: Text {
                vi: "kế hoạch 93,35, thực hiện 92,50, M = 20: đạt 99,09%, được 19,82",
                en: "plan 93.35, actual 92.50, M = 20: 99.09 %, 19.82 points",
            },
            source: "CV 7727/BTP-TĐKT (24/9/2012)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional(
                "cap",
                ParamKind::Share,
                "tỷ lệ cao nhất được tính (mặc định 1)",
                "the highest ratio that counts (default 1)",
            ),
            Param::optional(
                "at_plan",
                ParamKind::Points,
                "điểm khi đạt 100% kế hoạch (mặc định M / cap)",
                "points at 100 % of the plan (default M / cap)",
            ),
            Param::optional("floor", ParamKind::Share, "dưới tỷ lệ này được 0 điểm", "0 points under this ratio"),
            Param::optional(
                "lower",
                ParamKind::Choice(&["ratio", "linear", "ceiling"]),
                "thấp hơn là tốt hơn, cách tính",
                "lower is better, and how",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let cap = args.number("cap").unwrap_or(Decimal::ONE);
        let lower = match args.word("lower") {
            Some("ratio") => Some(Lower::Ratio),
            Some("linear") => Some(Lower::Linear),
            Some(_) => Some(Lower::Ceiling),
            None => None,
        };
        if let Some(at_plan) = args.number("at_plan")
            && at_plan.checked_mul(cap) != Some(maximum)
        {
            return Err(vec![ParamFault::OutOfReach { best: at_plan.checked_mul(cap).unwrap_or(at_plan) }]);
        }
        let floor = args.threshold("floor");
        if floor.is_some_and(|floor| floor > cap) {
            return Err(vec![ParamFault::Bad { key: "floor", expected: UNDER_CAP }]);
        }
        Ok(Box::new(Bound { maximum, cap, floor, lower }))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lower {
    Ratio,
    Linear,
    Ceiling,
}

struct Bound {
    maximum: Decimal,
    cap: Decimal,
    floor: Option<Decimal>,
    lower: Option<Lower>,
}

impl Bound {
    /// Numerator and denominator of the ratio that counts, before floor and cap.
    fn reached(&self, actual: Decimal, plan: Decimal) -> Result<(Decimal, Decimal), Refusal> {
        not_negative(actual)?;
        match self.lower {
            None => positive_plan(plan).map(|()| (actual, plan)),
            Some(Lower::Ceiling) => Ok((if actual <= plan { Decimal::ONE } else { Decimal::ZERO }, Decimal::ONE)),
            Some(Lower::Linear) => {
                positive_plan(plan)?;
                let left = plan.checked_add(plan).ok_or_else(too_large)? - actual;
                Ok((left.max(Decimal::ZERO), plan))
            }
            Some(Lower::Ratio) if plan < Decimal::ZERO => positive_plan(plan).map(|()| (plan, actual)),
            Some(Lower::Ratio) if actual.is_zero() => Ok((self.cap, Decimal::ONE)),
            Some(Lower::Ratio) if plan.is_zero() => Ok((plan, actual)),
            Some(Lower::Ratio) => positive_plan(plan).map(|()| (plan, actual)),
        }
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        [Column::Plan, Column::Actual].map(|column| Input::own(column, InputKind::Number)).into()
    }

    fn plan_kind(&self) -> PlanKind {
        let all_or_nothing = self.floor.is_some() || self.lower == Some(Lower::Ceiling);
        if all_or_nothing { PlanKind::Whole } else { PlanKind::Gradual }
    }

    fn fewer_is_better(&self) -> bool {
        self.lower.is_some()
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let (plan, actual) = (evidence.number("plan")?, evidence.number("actual")?);
        let (top, bottom) = self.reached(actual, plan)?;
        let ratio = quotient(top, bottom)?;
        let too_low = self.floor.is_some_and(|floor| ratio < floor);
        let points = if too_low {
            Decimal::ZERO
        } else if ratio >= to_ratio(self.cap) {
            self.maximum
        } else {
            let exact = self.cap.checked_mul(bottom).and_then(|whole| share(self.maximum, top, whole));
            exact.ok_or_else(too_large)?
        };
        if self.lower == Some(Lower::Ceiling) {
            return Ok(under_ceiling(actual, plan, points));
        }
        let (maximum, cap, floor) = (self.maximum, self.cap, self.floor);
        let at_plan = round(divide(maximum, cap).unwrap_or(maximum), 4);
        Ok(Worked::new(points, move |lang| {
            let [actual, plan, whole, at_plan] = [actual, plan, maximum, at_plan].map(|number| lang.number(number));
            let reached = percent(lang, ratio);
            let head = lang.pick(
                format!("thực hiện {actual}/kế hoạch {plan}, đạt {reached}"),
                format!("actual {actual} of plan {plan}, {reached}"),
            );
            let cap = percent(lang, cap);
            let how = match floor.filter(|_| too_low) {
                Some(floor) => {
                    let floor = percent(lang, floor);
                    lang.pick(format!("dưới mức sàn {floor}: 0 điểm"), format!("under the floor of {floor}: 0 points"))
                }
                None if at_plan == whole => {
                    lang.pick(format!("tính theo tỷ lệ trên {whole} điểm"), format!("in proportion of {whole} points"))
                }
                None => lang.pick(
                    format!("tính theo tỷ lệ trên {at_plan} điểm, tối đa {cap} là {whole} điểm"),
                    format!("in proportion of {at_plan} points, {cap} at most, which is {whole} points"),
                ),
            };
            format!("{head}; {how}")
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        let cap = Some(self.cap).filter(|cap| *cap != Decimal::ONE);
        let numbers = [("cap", cap), ("floor", self.floor)];
        numbers.into_iter().filter_map(|(name, number)| Some((name.to_owned(), number?))).collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (actual, plan, maximum) = (cells.input("actual"), cells.input("plan"), cells.maximum());
        let cap = (self.cap != Decimal::ONE).then(|| cells.number("cap"));
        let per_cap = cap.as_ref().map(|cap| format!("/{cap}")).unwrap_or_default();
        let none = "0".to_owned();
        let capped = |points: String| match (&cap, self.lower) {
            (None, Some(Lower::Ceiling)) => maximum.clone(),
            _ => format!("MIN({points}{per_cap},{maximum})"),
        };
        let floored = |ratio: &str, points: String| match self.floor {
            Some(_) => format!("IF({ratio}<{},{none},{points})", cells.number("floor")),
            None => points,
        };
        let reached = |ratio: &str| floored(&format!("ROUND({ratio},12)"), capped(format!("{maximum}*{ratio}")));
        Some(match self.lower {
            None => unless(&no_ratio(&actual, &plan), &reached(&format!("{actual}/{plan}"))),
            Some(Lower::Linear) => unless(&no_ratio(&actual, &plan), &reached(&format!("MAX(2-{actual}/{plan},0)"))),
            Some(Lower::Ceiling) => {
                let met = floored("1", capped(maximum.clone()));
                unless(&format!("{actual}<0"), &format!("IF({actual}<={plan},{met},0)"))
            }
            Some(Lower::Ratio) => {
                let nothing = floored(cap.as_deref().unwrap_or("1"), maximum.clone());
                let ratio = reached(&format!("{plan}/{actual}"));
                let refused = format!("OR({actual}<0,{plan}<0)");
                unless(&refused, &format!("IF({actual}=0,{nothing},{ratio})"))
            }
        })
    }
}

/// Full up to the plan, nothing above it: nothing is in proportion, and the sentence says so.
fn under_ceiling(actual: Decimal, plan: Decimal, points: Decimal) -> Worked {
    Worked::new(points, move |lang| {
        let (vi, en) = if actual <= plan { ("không vượt", "not above") } else { ("vượt", "above") };
        let [actual, plan, points] = [actual, plan, points].map(|number| lang.number(number));
        lang.pick(
            format!("thực hiện {actual}, {vi} mức {plan}: {points} điểm"),
            format!("actual {actual}, {en} the limit {plan}: {points} points"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, impossible};

    #[test]
    fn the_sentence_leads_to_the_mark() {
        let met = [("plan", "100"), ("actual", "105")];
        let said = because("proportional", "11", "cap = 1.1\nat_plan = 10", &met);
        assert_eq!(
            said.0,
            "thực hiện 105/kế hoạch 100, đạt 105%; tính theo tỷ lệ trên 10 điểm, tối đa 110% là 11 điểm"
        );
        let over = because("proportional", "10", "lower = 'ceiling'", &met);
        assert_eq!(over.1, "actual 105, above the limit 100: 0 points");
    }

    #[test]
    fn a_plan_that_no_ratio_can_be_taken_of_is_refused() {
        for (params, plan, actual) in [("", "0", "5"), ("", "-5", "5"), ("lower = 'ratio'", "-5", "1")] {
            let (vi, _) = impossible("proportional", "10", params, &[("plan", plan), ("actual", actual)]);
            assert!(vi.contains("kế hoạch là"), "{vi}");
        }
        let huge = [("plan", "50000000000000000000000000000"), ("actual", "1")];
        impossible("proportional", "10", "lower = 'linear'", &huge);
    }
}
