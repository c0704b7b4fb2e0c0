//! `leader-relative`: part of the points for reaching the plan, the rest in proportion to the bloc's best excess.
//!
//! e = A/T − 1 to 12 decimals. A < T: base · M · A/T; else base · M + (1 − base) · M · e/most, `most` the largest e of the
//! bloc. Members without a plan (said so, or a plan of 0) stand in a group of their own: M · A over their greatest A.
//! Source: the scoring rules of Quảng Trị's police clusters, article 6.

use rust_decimal::Decimal;

use super::basis::{impossible, not_negative, percent, quotient, too_large, unless};
use super::peers::alone;
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Cells, Column, Datum, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind,
    Reach, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct LeaderRelative;

impl Rule for LeaderRelative {
    fn name(&self) -> &'static str {
        "leader-relative"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "một phần điểm khi đạt kế hoạch, phần còn lại so với đơn vị vượt cao nhất",
                en: "part for reaching the plan, the rest against the best excess",
            },
            formula: "A < T: base·M·r; else base·M + (1 − base)·M·e/e_max, e = r − 1; no plan: M·A/A_max",
            example: Text {
                vi: "M = 10: 341/310 → 7; 500/400 (dẫn đầu) → 10; 250/250 → 5; 270/300 → 4,5; \
                     không giao 150, 100, 75 → 10; 6,67; 5",
                en: "M = 10: 341/310 → 7; 500/400 (leader) → 10; 250/250 → 5; 270/300 → 4.5; \
                     without plan 150, 100, 75 → 10, 6.67, 5",
            },
            source: "scoring rules of the police clusters of Quảng Trị, article 6",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[Param::optional(
            "base",
            ParamKind::Share,
            "phần điểm khi đạt kế hoạch, nhỏ hơn 1 (mặc định 1/2)",
            "the share for reaching the plan, below 1 (default 1/2)",
        )];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let base = args.number("base").unwrap_or(Decimal::new(5, 1));
        if base >= Decimal::ONE {
            let expected = Text { vi: "một tỷ lệ nhỏ hơn 1", en: "a share below 1" };
            return Err(vec![ParamFault::Bad { key: "base", expected }]);
        }
        let at_plan = base.checked_mul(maximum).unwrap_or_default();
        Ok(Box::new(Bound { maximum, at_plan, base: args.number("base") }))
    }
}

struct Bound {
    maximum: Decimal,
    /// Points for reaching the plan.
    at_plan: Decimal,
    /// As written.
    base: Option<Decimal>,
}

/// What a member is measured by.
#[derive(Clone, Copy)]
enum Case {
    /// A plan, the actual and A/T.
    Planned { plan: Decimal, actual: Decimal, ratio: Decimal },
    /// No plan, and the actual.
    Unplanned { actual: Decimal },
}

/// The best of either group; none where the group is empty.
#[derive(Clone, Copy, Default)]
struct Best {
    ratio: Option<Decimal>,
    actual: Option<Decimal>,
}

fn case(evidence: &Evidence) -> Result<Case, Refusal> {
    let actual = evidence.number("actual")?;
    not_negative(actual)?;
    if *evidence.datum("plan") == Datum::NotAssigned {
        return Ok(Case::Unplanned { actual });
    }
    let plan = evidence.number("plan")?;
    if plan < Decimal::ZERO {
        return Err(impossible(
            &format!("kế hoạch {} là số âm", Lang::Vi.number(plan)),
            &format!("the plan {} is negative", Lang::En.number(plan)),
        ));
    }
    if plan.is_zero() {
        return Ok(Case::Unplanned { actual });
    }
    Ok(Case::Planned { plan, actual, ratio: quotient(actual, plan)? })
}

fn best(cases: &[Result<Case, Refusal>]) -> Best {
    cases.iter().flatten().fold(Best::default(), |best, case| match *case {
        Case::Planned { ratio, .. } => Best { ratio: best.ratio.max(Some(ratio)), ..best },
        Case::Unplanned { actual } => Best { actual: best.actual.max(Some(actual)), ..best },
    })
}

impl Bound {
    fn worked(&self, case: Case, best: Best) -> Result<Worked, Refusal> {
        let points = self.points(case, best).ok_or_else(too_large)?;
        let (at_plan, maximum) = (self.at_plan, self.maximum);
        Ok(Worked::new(points, move |lang| {
            let [at_plan, rest, maximum] = [at_plan, maximum - at_plan, maximum].map(|number| lang.number(number));
            match case {
                Case::Unplanned { actual } => {
                    let [actual, most] = [actual, best.actual.unwrap_or_default()].map(|number| lang.number(number));
                    lang.pick(
                        format!("không giao chỉ tiêu, thực hiện {actual}, cao nhất trong nhóm không giao {most}; tính theo tỷ lệ trên {maximum} điểm"),
                        format!("no plan, actual {actual}, the most of those without a plan {most}; in proportion of {maximum} points"),
                    )
                }
                Case::Planned { plan, actual, ratio } => {
                    let reached = percent(lang, ratio);
                    let lead = percent(lang, best.ratio.unwrap_or_default() - Decimal::ONE);
                    let over = percent(lang, ratio - Decimal::ONE);
                    let under = actual < plan;
                    let [plan, actual] = [plan, actual].map(|number| lang.number(number));
                    let (vi, en) = (
                        format!("thực hiện {actual}/kế hoạch {plan}, đạt {reached}"),
                        format!("actual {actual} of plan {plan}, {reached}"),
                    );
                    if under {
                        return lang.pick(
                            format!("{vi}; tính theo tỷ lệ trên {at_plan} điểm"),
                            format!("{en}; in proportion of {at_plan} points"),
                        );
                    }
                    lang.pick(
                        format!("{vi}: {at_plan} điểm; vượt {over}, đơn vị vượt cao nhất {lead}, tính theo tỷ lệ trên {rest} điểm nữa"),
                        format!("{en}: {at_plan} points; {over} above, the best {lead}, in proportion of {rest} points more"),
                    )
                }
            }
        }))
    }

    /// None where the figures are beyond a decimal.
    fn points(&self, case: Case, best: Best) -> Option<Decimal> {
        match case {
            Case::Unplanned { actual } if actual.is_zero() => Some(Decimal::ZERO),
            Case::Unplanned { actual } => share(self.maximum, actual, best.actual?),
            Case::Planned { plan, actual, .. } if actual < plan => share(self.at_plan, actual, plan),
            Case::Planned { ratio, .. } => {
                let (excess, most) = (ratio - Decimal::ONE, best.ratio? - Decimal::ONE);
                if most.is_zero() {
                    return Some(self.at_plan);
                }
                Some(self.at_plan + share(self.maximum - self.at_plan, excess, most)?)
            }
        }
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let plan = Input { optional: true, ..Input::own(Column::Plan, InputKind::Number) };
        vec![plan, Input::own(Column::Actual, InputKind::Number)]
    }

    fn against_plan(&self, evidence: &Evidence) -> Option<Reach> {
        match case(evidence).ok()? {
            Case::Planned { plan, actual, .. } => Some(Reach { reached: actual, wanted: plan, base: plan }),
            Case::Unplanned { .. } => None,
        }
    }

    fn plan_formula(&self, cells: &dyn Cells) -> Option<[String; 3]> {
        let (plan, actual) = (cells.input("plan"), cells.input("actual"));
        let planned = format!("IF(AND(ISNUMBER({plan}),{plan}<>0),{plan},NA())");
        Some([actual, planned, plan])
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        alone(self, evidence)
    }

    fn mark_bloc(&self, members: &[Evidence]) -> Vec<Result<Worked, Refusal>> {
        let cases: Vec<_> = members.iter().map(case).collect();
        let best = best(&cases);
        cases.into_iter().map(|case| self.worked(case?, best)).collect()
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        self.base.map(|base| ("base".to_owned(), base)).into_iter().collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (plan, actual, maximum) = (cells.input("plan"), cells.input("actual"), cells.maximum());
        let (plans, actuals) = (cells.column("plan"), cells.column("actual"));
        let base = if self.base.is_some() { cells.number("base") } else { "0.5".to_owned() };
        let excess = |ratio: &str| format!("ROUND(ROUND({ratio},12)-1,12)");
        // the greatest of those without an error: a condition that fails divides by zero
        let own = excess(&format!("{actual}/{plan}"));
        let most = excess(&format!("AGGREGATE(14,6,{actuals}/({plans}*({plans}>0)),1)"));
        let unplanned = format!("(1-ISNUMBER({plans})*({plans}<>0))*({plans}<>\"\")*ISNUMBER({actuals})");
        let greatest = format!("AGGREGATE(14,6,{actuals}/({unplanned}),1)");
        let under = format!("{maximum}*{base}*{actual}/{plan}");
        let over = format!("{maximum}*{base}+IF({own}=0,0,{maximum}*(1-{base})*{own}/{most})");
        let planned = format!("IF({actual}<{plan},{under},{over})");
        let alone = format!("IF({actual}=0,0,{maximum}*{actual}/{greatest})");
        let refused = format!("OR({actual}<0,AND(ISNUMBER({plan}),{plan}<0))");
        Some(unless(&refused, &format!("IF(AND(ISNUMBER({plan}),{plan}<>0),{planned},{alone})")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bind, evidence};
    use crate::diag::Lang;
    use crate::model::{Datum, Refusal, round};

    #[test]
    fn the_leader_and_those_behind() {
        let kernel = bind("leader-relative", "10", "").unwrap();
        let met = |(plan, actual)| evidence(&[("plan", plan), ("actual", actual)]);
        let figures = [("310", "341"), ("400", "500"), ("250", "250"), ("300", "270"), ("0", "150"), ("10", "-1")];
        let mut bloc = figures.map(met).to_vec();
        bloc.push(met(("1", "75")).with("plan", Datum::NotAssigned));
        bloc.push(evidence(&[("actual", "75")]));
        let marks = kernel.mark_bloc(&bloc);
        let points = |index: usize| marks[index].as_ref().map(|worked| round(worked.points, 2).normalize().to_string());
        let found = [0, 1, 2, 3, 4, 6].map(|index| points(index).unwrap());
        assert_eq!(found, ["7", "10", "5", "4.5", "10", "5"]);
        assert!(matches!(marks[5], Err(Refusal::Impossible(..))));
        assert_eq!(marks[7].as_ref().unwrap_err(), &Refusal::Missing("plan".to_owned()));
        assert_eq!(
            (marks[0].as_ref().unwrap().because)(Lang::Vi),
            "thực hiện 341/kế hoạch 310, đạt 110%: 5 điểm; vượt 10%, đơn vị vượt cao nhất 25%, tính theo tỷ lệ trên 5 điểm nữa"
        );
        assert!(bind("leader-relative", "10", "base = 1").is_err());
    }

    #[test]
    fn nobody_above_the_plan() {
        let kernel = bind("leader-relative", "10", "base = '3/5'").unwrap();
        let marks = kernel.mark_bloc(&[evidence(&[("plan", "5"), ("actual", "5")])]);
        assert_eq!(marks[0].as_ref().unwrap().points.normalize().to_string(), "6");
    }
}
