//! `steps`: points for reaching the plan, more for every step above it, fewer for every step under it.
//!
//! r ≥ 1: `at_plan` + min(n · gain, cap), n = (r − 1)/step; r < 1: `at_plan` − n · loss, n = (1 − `r)/step_down`, never
//! below 0. Steps are whole (the completed ones) unless `partial = "part"`.
//! Source: compact table A, criteria I.3 and I.5.

use rust_decimal::Decimal;

use super::basis::{no_ratio, percent, quotient, too_large, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, PlanKind,
    Refusal, Rule, Worked, ratio,
};

/// The rule.
pub struct Steps;

const NOT_NEGATIVE: Text = Text { vi: "một số không âm", en: "a number that is not negative" };

const GAINS: Text = Text {
    vi: "không quá `cap`, và lớn hơn 0 khi `cap` lớn hơn 0",
    en: "no more than `cap`, and above 0 where `cap` is",
};

impl Rule for Steps {
    fn name(&self) -> &'static str {
        "steps"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "cộng điểm theo từng bước vượt, trừ điểm theo từng bước hụt",
                en: "points up for each step above the plan, down for each under it",
            },
            formula: "at_plan + min(⌊(r − 1)/step⌋ · gain, cap); under: max(0, at_plan − ⌊(1 − r)/step_down⌋ · loss); at_plan + cap = M",
            example: Text {
                vi: "kế hoạch 4.500, thực hiện 4.725 (105%), bước 1% cộng 0,5, cộng không quá 2: cộng 2",
                en: "plan 4,500, actual 4,725 (105 %), 0.5 for each 1 %, 2 at most: 2 more",
            },
            source: "compacts in use; KPI forms of banks (steps of 5 %)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required("at_plan", ParamKind::Points, "điểm khi đạt 100% kế hoạch", "points at 100 % of the plan"),
            Param::required("step", ParamKind::Share, "bước vượt", "step above"),
            Param::required("gain", ParamKind::Points, "điểm cộng mỗi bước vượt", "points for each step above"),
            Param::required("cap", ParamKind::Points, "cộng không quá", "most that is added"),
            Param::required("step_down", ParamKind::Share, "bước hụt", "step under"),
            Param::required("loss", ParamKind::Points, "điểm trừ mỗi bước hụt", "points for each step under"),
            Param::optional(
                "partial",
                ParamKind::Choice(&["whole", "part"]),
                "chỉ tính bước đủ (mặc định) hay cả phần bước",
                "whole steps only (default) or parts too",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let get = |key: &'static str| {
            let value = args.number(key).filter(|value| *value >= Decimal::ZERO && *value <= Decimal::from(1_000_000));
            value.ok_or_else(|| vec![ParamFault::Bad { key, expected: NOT_NEGATIVE }])
        };
        let (at_plan, gain, cap, loss) = (get("at_plan")?, get("gain")?, get("cap")?, get("loss")?);
        let (step, step_down) = (get("step")?, get("step_down")?);
        if gain > cap || gain.is_zero() && !cap.is_zero() {
            return Err(vec![ParamFault::Bad { key: "gain", expected: GAINS }]);
        }
        let best = at_plan + cap;
        if best != maximum {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound {
            at_plan,
            up: (step, gain, cap),
            down: (step_down, loss),
            whole: args.word("partial") != Some("part"),
        }))
    }
}

struct Bound {
    at_plan: Decimal,
    up: (Decimal, Decimal, Decimal),
    down: (Decimal, Decimal),
    whole: bool,
}

impl Bound {
    /// How many steps a distance holds; none where a decimal cannot say.
    fn count(&self, distance: Decimal, step: Decimal) -> Option<Decimal> {
        let steps = ratio(distance, step)?;
        Some(if self.whole { steps.floor() } else { steps })
    }
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
        let ratio = quotient(actual, plan)?;
        let at_plan = self.at_plan;
        let over = ratio >= Decimal::ONE;
        let (step, steps, change) = if over {
            let (step, gain, cap) = self.up;
            let steps = self.count(ratio - Decimal::ONE, step).ok_or_else(too_large)?;
            (step, steps, steps.checked_mul(gain).unwrap_or(cap).min(cap))
        } else {
            let (step, loss) = self.down;
            let steps = self.count(Decimal::ONE - ratio, step).ok_or_else(too_large)?;
            (step, steps, steps.checked_mul(loss).unwrap_or(at_plan).min(at_plan))
        };
        let points = if over { at_plan + change } else { at_plan - change };
        Ok(Worked::new(points, move |lang| {
            let reached = percent(lang, ratio);
            let step = percent(lang, step);
            let [actual, plan, at_plan, steps, change, points] =
                [actual, plan, at_plan, steps, change, points].map(|number| lang.number(number));
            let head = lang.pick(
                format!("thực hiện {actual}/kế hoạch {plan}, đạt {reached}"),
                format!("actual {actual} of plan {plan}, {reached}"),
            );
            let how = if over {
                lang.pick(
                    format!("{at_plan} điểm, vượt {steps} bước {step} cộng {change}"),
                    format!("{at_plan} points, {steps} steps of {step} above add {change}"),
                )
            } else {
                lang.pick(
                    format!("{at_plan} điểm, hụt {steps} bước {step} trừ {change}"),
                    format!("{at_plan} points, {steps} steps of {step} under take {change} off"),
                )
            };
            format!("{head}; {how}: {points}")
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        let ((step, gain, cap), (step_down, loss)) = (self.up, self.down);
        let numbers = [("step", step), ("gain", gain), ("cap", cap), ("step_down", step_down), ("loss", loss)];
        let numbers = [("at_plan", self.at_plan)].into_iter().chain(numbers);
        numbers.map(|(name, number)| (name.to_owned(), number)).collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (actual, plan) = (cells.input("actual"), cells.input("plan"));
        let [at_plan, step, gain, cap, step_down, loss] =
            ["at_plan", "step", "gain", "cap", "step_down", "loss"].map(|name| cells.number(name));
        let ratio = format!("ROUND({actual}/{plan},12)");
        let steps = |distance: String, step: String| {
            let steps = format!("ROUND(ROUND({distance},12)/{step},12)");
            if self.whole { format!("INT({steps})") } else { steps }
        };
        let over = format!("{at_plan}+MIN({}*{gain},{cap})", steps(format!("{ratio}-1"), step));
        let under = format!("{at_plan}-MIN({}*{loss},{at_plan})", steps(format!("1-{ratio}"), step_down));
        Some(unless(&no_ratio(&actual, &plan), &format!("IF({ratio}>=1,{over},{under})")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, marks};

    const REVENUE: &str = "at_plan = 54\nstep = '1%'\ngain = 1\ncap = 6\nstep_down = '1%'\nloss = 1";

    #[test]
    fn the_sentence_has_every_number() {
        let said = because("steps", "60", REVENUE, &[("plan", "4500"), ("actual", "4725")]);
        let vi = "thực hiện 4.725/kế hoạch 4.500, đạt 105%; 54 điểm, vượt 5 bước 1% cộng 5: 59";
        assert_eq!(said.0, vi);
        assert_eq!(said.1, "actual 4,725 of plan 4,500, 105%; 54 points, 5 steps of 1% above add 5: 59");
    }

    #[test]
    fn parts_of_a_step_count_where_the_compact_says_so() {
        let parts = format!("{REVENUE}\npartial = 'part'");
        marks("steps", "60", &parts, &[("plan", "4500"), ("actual", "4702.5")], "58.5");
        marks("steps", "60", REVENUE, &[("plan", "4500"), ("actual", "4702.5")], "58");
        marks("steps", "60", &parts, &[("plan", "4500"), ("actual", "4432.5")], "52.5");
    }

    #[test]
    fn what_can_never_be_gained_is_refused_and_tiny_steps_do_no_harm() {
        let nothing = "at_plan = 10\nstep = 0.01\ngain = 0\ncap = 6\nstep_down = 0.01\nloss = 1";
        assert!(bind("steps", "10", nothing).is_err() && bind("steps", "16", nothing).is_err());
        let tiny =
            "at_plan = 8\nstep = 0.01\ngain = 1\ncap = 2\nstep_down = '0.0000000000000000000000001'\nloss = 999999";
        marks("steps", "10", tiny, &[("plan", "5"), ("actual", "1")], "0");
    }
}
