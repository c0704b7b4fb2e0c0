//! One plan of one member in; how much of it six months reached, and what can be said of its fulfilment, out.
//!
//! part = A/T of the year's plan, to 12 decimals; on course from `on_course` on, in danger under `at_risk`. A limit (fewer
//! is better) that is kept is on course; passed, it is behind at best, and by shares one that the whole year's limit is
//! passed of cannot be kept any more. Source: the half-year report of Kon Tum (BC 220/BC-UBND, 05/7/2023), which gives
//! each figure as a part of the plan of the year.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{Sentence, Text};
use crate::model::{
    Criterion, Datum, Evidence, HalfPlan, HalfYear, Kernel, Measure, PlanKind, PlanLine, Prospect, Reach, ratio,
};
use crate::score::plans::{is_limit, is_of_year, part};
use crate::wording::midyear::{self as words, Level};

type Judged = (Prospect, Sentence);

/// One plan: of a criterion, or of one of its parts; `given` as handed in, `seen` as its rule sees it.
pub fn line(
    (index, criterion): (usize, &Criterion),
    (row, kernel): (&str, &dyn Kernel),
    given: &Evidence,
    seen: &Evidence,
) -> PlanLine {
    let [given, seen] = [given, seen].map(|all| if row.is_empty() { all.clone() } else { all.part(row) });
    let number = |key: &str| seen.number(key).ok();
    let (plan, actual, previous) = (number("plan"), number("actual"), number("previous:actual"));
    let kind = kernel.plan_kind();
    let of_year = is_of_year(kernel);
    let limit = is_limit(kernel);
    let due = criterion.period_share().filter(|_| of_year).and_then(|share| share.of(plan?));
    let reach = kernel.against_plan(&seen).filter(|_| !of_year);
    let of_plan = part(kernel, &seen);
    let on_previous = actual.zip(previous.filter(|before| kind != PlanKind::Places && *before > Decimal::ZERO));
    let case = Case { criterion, kernel, given: &given, plan, actual, due, reach, of_plan, limit };
    let (prospect, because) = case.judged();
    PlanLine {
        criterion: index,
        row: row.to_owned(),
        plan,
        due,
        actual,
        of_plan,
        limit,
        previous,
        on_previous: on_previous.and_then(|(actual, before)| ratio(actual, before)),
        prospect,
        because,
    }
}

struct Case<'a> {
    criterion: &'a Criterion,
    kernel: &'a dyn Kernel,
    given: &'a Evidence,
    plan: Option<Decimal>,
    actual: Option<Decimal>,
    due: Option<Decimal>,
    /// What growth or places gained come to, against what is wanted.
    reach: Option<Reach>,
    of_plan: Option<Decimal>,
    limit: bool,
}

impl Case<'_> {
    fn judged(&self) -> Judged {
        let Some(half) = &self.criterion.half else { return not_yet(words::PUT_OFF) };
        if half.plan == HalfPlan::Later {
            return not_yet(words::PUT_OFF);
        }
        for (datum, said) in [(Datum::NotAssigned, words::NOT_ASSIGNED), (Datum::NotArising, words::NOT_ARISING)] {
            if ["plan", "actual"].iter().any(|key| *self.given.datum(key) == datum) {
                return not_yet(said);
            }
        }
        let Some(plan) = self.plan else { return not_yet(words::NO_PLAN) };
        let Some(actual) = self.actual else { return not_yet(words::NO_ACTUAL) };
        match self.kernel.plan_kind() {
            PlanKind::Growth | PlanKind::Places => self.compared(half),
            _ if self.limit => self.within(half, plan, actual),
            _ => self.towards(half, plan, actual),
        }
    }

    /// So much of a plan that is to be reached.
    fn towards(&self, half: &HalfYear, plan: Decimal, actual: Decimal) -> Judged {
        let Some(part) = self.of_plan else { return not_yet(words::NO_RATIO) };
        let level = level(half, part);
        let share = self.due.map(|_| half.share.clone());
        let measured = self.measured();
        said(level, move |lang| {
            let due = share.as_ref().map(|share| format!("{}; ", words::due(lang, plan, share)));
            let measured = measured.map(|ends| format!("{}; ", words::measured(lang, ends)));
            let parts = [due, measured].into_iter().flatten().collect::<String>();
            format!("{parts}{}", words::towards(lang, actual, plan, part, level))
        })
    }

    /// A limit that is kept or passed.
    fn within(&self, half: &HalfYear, limit: Decimal, actual: Decimal) -> Judged {
        if let Some(due) = self.due {
            let share = half.share.clone();
            let prospect = match actual {
                kept if kept <= due => Prospect::OnCourse,
                used if used <= limit => Prospect::Slow,
                _ => Prospect::AtRisk,
            };
            let because = move |lang| words::within_share(lang, actual, limit, (&share, due));
            return (prospect, Arc::new(because));
        }
        if actual <= limit {
            return (Prospect::OnCourse, Arc::new(move |lang| words::kept(lang, actual, limit)));
        }
        let part = ratio(limit, actual).unwrap_or_default();
        let danger = part < half.at_risk;
        let prospect = if danger { Prospect::AtRisk } else { Prospect::Slow };
        let at_risk = half.at_risk;
        (prospect, Arc::new(move |lang| words::passed(lang, actual, limit, (part, at_risk))))
    }

    /// Growth, or places in an index.
    fn compared(&self, half: &HalfYear) -> Judged {
        let Some((part, reach)) = self.of_plan.zip(self.reach) else { return not_yet(words::NO_COMPARISON) };
        let growth = self.kernel.plan_kind() == PlanKind::Growth;
        let mut level = level(half, part);
        if growth && level.prospect == Prospect::Reached {
            // it is wanted of the whole year, and the second half may take it back
            level.prospect = Prospect::OnCourse;
        }
        said(level, move |lang| words::compared(lang, (reach.reached, reach.wanted), growth, part, level))
    }

    /// End and start of an increment, start and end of a reduction.
    fn measured(&self) -> Option<(Measure, Decimal, Decimal)> {
        let ends = ("actual", "baseline:actual");
        let (from, to) = match self.criterion.measure {
            Measure::Value => return None,
            Measure::Increment => ends,
            Measure::Reduction => (ends.1, ends.0),
        };
        Some((self.criterion.measure, self.given.number(from).ok()?, self.given.number(to).ok()?))
    }
}

fn level(half: &HalfYear, part: Decimal) -> Level {
    let (on_course, at_risk) = (half.on_course, half.at_risk);
    let prospect = match part {
        whole if whole >= Decimal::ONE => Prospect::Reached,
        part if part >= on_course => Prospect::OnCourse,
        part if part >= at_risk => Prospect::Slow,
        _ => Prospect::AtRisk,
    };
    Level { prospect, on_course, at_risk }
}

fn said(level: Level, because: impl Fn(crate::diag::Lang) -> String + Send + Sync + 'static) -> Judged {
    (level.prospect, Arc::new(because))
}

fn not_yet(said: Text) -> Judged {
    (Prospect::NotYet, Arc::new(move |lang| said.say(lang).to_owned()))
}
