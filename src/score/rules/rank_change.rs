//! `rank-change`: places gained in an outside index against the target; a lower rank is better.
//!
//! gained = rank before − rank now; mark = M · min(gained/target, 1), 0 when nothing is gained.
//! Source: the 2023 plan of Kon Tum, indicator 13: 52 → 48 of 5 places is 80 %.

use rust_decimal::Decimal;

use super::basis::{impossible, positive_plan, too_large, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, PlanKind,
    Reach, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct RankChange;

const BEFORE: Text = Text { vi: "Thứ hạng kỳ trước", en: "Rank before" };

impl Rule for RankChange {
    fn name(&self) -> &'static str {
        "rank-change"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "số bậc tăng của một chỉ số so với số bậc kế hoạch",
                en: "places gained in an index against the target",
            },
            formula: "M · min((before − now)/target, 1); 0 if nothing is gained",
            example: Text {
                vi: "hạng 52 lên 48, kế hoạch tăng 5 bậc: 4/5 = 80% của M",
                en: "from 52 to 48 with a target of 5: 4/5 = 80 % of M",
            },
            source: "Công văn 147/UBND-NC of Kon Tum (18/01/2023), indicator 13",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[Param::optional(
            "target",
            ParamKind::Points,
            "số bậc kế hoạch tăng (nếu không ghi: lấy ở cột kế hoạch)",
            "places to gain (else the plan column)",
        )];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let target = args.number("target");
        if target.is_some_and(|target| target <= Decimal::ZERO) {
            return Err(vec![ParamFault::Bad {
                key: "target",
                expected: Text { vi: "một số lớn hơn 0", en: "a number above 0" },
            }]);
        }
        Ok(Box::new(Bound { maximum, target }))
    }
}

struct Bound {
    maximum: Decimal,
    target: Option<Decimal>,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.target.is_none() {
            inputs.push(Input::own(Column::Plan, InputKind::Number));
        }
        inputs.push(Input::own(Column::Actual, InputKind::Count));
        inputs.push(Input::row("previous", Column::Actual, InputKind::Count, BEFORE));
        inputs
    }

    fn plan_kind(&self) -> PlanKind {
        PlanKind::Places
    }

    fn against_plan(&self, evidence: &Evidence) -> Option<Reach> {
        if self.target.is_some() {
            return None;
        }
        let target = evidence.number("plan").ok()?;
        let gained = evidence.number("previous:actual").ok()? - evidence.number("actual").ok()?;
        Some(Reach { reached: gained, wanted: target, base: target })
    }

    fn plan_formula(&self, cells: &dyn Cells) -> Option<[String; 3]> {
        if self.target.is_some() {
            return None;
        }
        let (now, before, target) = (cells.input("actual"), cells.input("previous:actual"), cells.input("plan"));
        Some([format!("({before}-{now})"), target.clone(), target])
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let target = self.target.map_or_else(|| evidence.number("plan"), Ok)?;
        let (now, before) = (evidence.number("actual")?, evidence.number("previous:actual")?);
        positive_plan(target)?;
        if now < Decimal::ONE || before < Decimal::ONE {
            return Err(impossible("thứ hạng phải từ 1 trở lên", "a rank is 1 or more"));
        }
        let gained = before - now;
        let counted = gained.clamp(Decimal::ZERO, target);
        let points = share(self.maximum, counted, target).ok_or_else(too_large)?;
        let (maximum, lost) = (self.maximum, -gained);
        Ok(Worked::new(points, move |lang| {
            let [now, before, gained, target, maximum] =
                [now, before, gained, target, maximum].map(|number| lang.number(number));
            if lost > Decimal::ZERO {
                let lost = lang.number(lost);
                return lang.pick(
                    format!("từ hạng {before} đến hạng {now}, giảm {lost} bậc, kế hoạch tăng {target} bậc: 0 điểm"),
                    format!("from rank {before} to {now}, {lost} places lost, {target} to gain: 0 points"),
                );
            }
            lang.pick(
                format!("từ hạng {before} đến hạng {now}, tăng {gained}/{target} bậc, trên {maximum} điểm"),
                format!("from rank {before} to {now}, {gained} of {target} places gained, out of {maximum} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        self.target.map(|target| ("target".to_owned(), target)).into_iter().collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let target = if self.target.is_some() { cells.number("target") } else { cells.input("plan") };
        let (now, before) = (cells.input("actual"), cells.input("previous:actual"));
        let points = format!("{}*MIN(MAX({before}-{now},0),{target})/{target}", cells.maximum());
        Some(unless(&format!("OR({target}<=0,{now}<1,{before}<1)"), &points))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, impossible};

    #[test]
    fn gained_and_lost_are_said_as_such() {
        let moved = |now| [("actual", now), ("previous:actual", "52")];
        let gained = because("rank-change", "100", "target = 5", &moved("48"));
        assert_eq!(gained.0, "từ hạng 52 đến hạng 48, tăng 4/5 bậc, trên 100 điểm");
        let lost = because("rank-change", "100", "target = 5", &moved("53"));
        assert_eq!(lost.0, "từ hạng 52 đến hạng 53, giảm 1 bậc, kế hoạch tăng 5 bậc: 0 điểm");
        impossible("rank-change", "100", "target = 5", &moved("0"));
        impossible("rank-change", "100", "", &[("plan", "0"), ("actual", "48"), ("previous:actual", "52")]);
    }
}
