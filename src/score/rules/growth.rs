//! `growth`: points by growth on the same period of the year before, against a target.
//!
//! g = A/P − 1 to 12 decimals (lower is better: 1 − A/P); mark = M · min(g/target, 1), 0 where nothing grew. The target
//! is the parameter, or the plan column in percent.
//! Source: the 2023 plan of Kon Tum, indicator 1, and the report on its first half (BC 220/BC-UBND, 05/7/2023).

use rust_decimal::Decimal;

use super::basis::{impossible, not_negative, percent, positive_plan, too_large, unless};
use super::direction::{DIRECTION, Direction};
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, PlanKind,
    Reach, Refusal, Rule, Worked, divide, ratio, share,
};

/// The rule.
pub struct Growth;

const BEFORE: Text = Text { vi: "Cùng kỳ năm trước", en: "Same period last year" };

impl Rule for Growth {
    fn name(&self) -> &'static str {
        "growth"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo mức tăng so với cùng kỳ năm trước",
                en: "points by growth on the same period last year",
            },
            formula: "M · min(g/target, 1), g = A/P − 1; 0 where g ≤ 0; lower is better: g = 1 − A/P",
            example: Text {
                vi: "GRDP 6 tháng tăng 6,80%, kế hoạch 10%: được 68% của M",
                en: "GRDP of a half year up 6.80 %, plan 10 %: 68 % of M",
            },
            source: "BC 220/BC-UBND of Kon Tum (05/7/2023)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional(
                "target",
                ParamKind::Share,
                "mức tăng được điểm tối đa (nếu không ghi: cột kế hoạch, tính bằng %)",
                "growth for the maximum (else the plan column, in percent)",
            ),
            DIRECTION,
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound { maximum, target: args.number("target"), direction: Direction::of(args) }))
    }
}

struct Bound {
    maximum: Decimal,
    target: Option<Decimal>,
    direction: Direction,
}

impl Bound {
    fn target(&self, evidence: &Evidence) -> Result<Decimal, Refusal> {
        if let Some(target) = self.target {
            return Ok(target);
        }
        let plan = evidence.number("plan")?;
        positive_plan(plan)?;
        divide(plan, Decimal::ONE_HUNDRED).filter(|target| !target.is_zero()).ok_or_else(too_large)
    }

    fn grown_formula(&self, cells: &dyn Cells) -> String {
        let ratio = format!("ROUND({}/{},12)", cells.input("actual"), cells.input("previous:actual"));
        format!("ROUND({},12)", self.direction.beyond_worst_formula(&ratio, "1", "1"))
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let plan = self.target.is_none().then(|| Input::own(Column::Plan, InputKind::Number));
        let own = Input::own(Column::Actual, InputKind::Number);
        let before = Input::row("previous", Column::Actual, InputKind::Number, BEFORE);
        plan.into_iter().chain([own, before]).collect()
    }

    fn plan_kind(&self) -> PlanKind {
        PlanKind::Growth
    }

    fn fewer_is_better(&self) -> bool {
        self.direction == Direction::Lower
    }

    fn against_plan(&self, evidence: &Evidence) -> Option<Reach> {
        if self.target.is_some() {
            return None;
        }
        let (target, actual) = (self.target(evidence).ok()?, evidence.number("actual").ok()?);
        let before = evidence.number("previous:actual").ok().filter(|before| *before > Decimal::ZERO)?;
        let change = ratio(actual, before)? - Decimal::ONE;
        let grown = if self.direction == Direction::Lower { -change } else { change };
        Some(Reach { reached: grown, wanted: target, base: target })
    }

    fn plan_formula(&self, cells: &dyn Cells) -> Option<[String; 3]> {
        if self.target.is_some() {
            return None;
        }
        let target = format!("({}/100)", cells.input("plan"));
        let grown = format!("IF({}>0,{},NA())", cells.input("previous:actual"), self.grown_formula(cells));
        Some([grown, format!("IF({target}>0,{target},NA())"), target])
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let (target, actual) = (self.target(evidence)?, evidence.number("actual")?);
        let before = evidence.number("previous:actual")?;
        not_negative(actual)?;
        if before <= Decimal::ZERO {
            return Err(impossible(
                &format!("số cùng kỳ là {}, không tính được mức tăng", Lang::Vi.number(before)),
                &format!("the figure of the year before is {}, there is no growth on it", Lang::En.number(before)),
            ));
        }
        let change = ratio(actual, before).ok_or_else(too_large)? - Decimal::ONE;
        let grown = if self.direction == Direction::Lower { -change } else { change };
        let points = share(self.maximum, grown.clamp(Decimal::ZERO, target), target).ok_or_else(too_large)?;
        let maximum = self.maximum;
        Ok(Worked::new(points, move |lang| {
            let [actual, before, maximum] = [actual, before, maximum].map(|number| lang.number(number));
            let (by, wanted) = (percent(lang, change.abs()), percent(lang, target));
            let (vi, en) = if change < Decimal::ZERO { ("giảm", "down") } else { ("tăng", "up") };
            lang.pick(
                format!("thực hiện {actual}, cùng kỳ {before}, {vi} {by}; mức tính {wanted}, trên {maximum} điểm"),
                format!("actual {actual}, same period {before}, {en} {by}; target {wanted}, out of {maximum} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        self.target.map(|target| ("target".to_owned(), target)).into_iter().collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (actual, before) = (cells.input("actual"), cells.input("previous:actual"));
        let (target, refused) = if self.target.is_some() {
            (cells.number("target"), format!("OR({actual}<0,{before}<=0)"))
        } else {
            let plan = cells.input("plan");
            (format!("({plan}/100)"), format!("OR({actual}<0,{before}<=0,{plan}<=0)"))
        };
        let points = format!("{}*MIN(MAX({},0),{target})/{target}", cells.maximum(), self.grown_formula(cells));
        Some(unless(&refused, &points))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, impossible, marks};

    #[test]
    fn growth_against_its_target() {
        let now = |actual| [("plan", "10"), ("actual", actual), ("previous:actual", "200")];
        for (actual, points) in [("213.6", "68"), ("220", "100"), ("500", "100"), ("200", "0"), ("150", "0")] {
            marks("growth", "100", "", &now(actual), points);
        }
        marks("growth", "100", "direction = 'lower'", &now("190"), "50");
        marks("growth", "100", "target = '5%'", &now("205")[1..], "50");
        let fallen = because("growth", "100", "", &now("150"));
        assert_eq!(fallen.0, "thực hiện 150, cùng kỳ 200, giảm 25%; mức tính 10%, trên 100 điểm");
    }

    #[test]
    fn no_growth_on_nothing() {
        let before = |before| [("plan", "10"), ("actual", "5"), ("previous:actual", before)];
        assert!(impossible("growth", "100", "", &before("0")).0.contains("cùng kỳ là 0"));
        impossible("growth", "100", "", &[("plan", "0"), ("actual", "5"), ("previous:actual", "4")]);
    }
}
