//! The mid-year review: what six months are held against, from when on a plan is on course, and where that differs for
//! one criterion.

use rust_decimal::Decimal;

use super::super::file::{self, At, File};
use super::Checker;
use crate::model::{
    Column, Half, HalfPlan, HalfYear, Input, InputKind, Kernel, Measure, Part, PlanKind, fraction, to_ratio,
};
use crate::wording::config as words;
use crate::wording::recognition::SAME_PERIOD;

/// The row of the same period of the year before.
const PREVIOUS: &str = "previous";

/// How many of the weakest are named, unless scoring.toml says otherwise.
const WEAKEST: usize = 3;

/// The most that may be named.
const MOST_WEAKEST: usize = 20;

/// The review as `[half]` has it. Its faults are found at the year's end too, where it is of no effect.
pub struct Review {
    half: Half,
    same_period: bool,
    in_force: bool,
}

impl Review {
    /// The review of a run; none at the year's end.
    pub fn of_run(self) -> Option<Half> {
        self.in_force.then_some(self.half)
    }
}

/// Checks `[half]`.
pub fn review(file: &File, in_force: bool, checker: &mut Checker) -> Review {
    Review { half: half(file, checker), same_period: file.half.same_period, in_force }
}

fn half(file: &File, checker: &mut Checker) -> Half {
    let written = &file.half;
    let plans = [("annual", HalfPlan::Annual), ("share", HalfPlan::Share)];
    let plan = written.plans.as_ref().and_then(|word| checker.word(word, &plans, words::HALF_PLANS));
    let share = written.share.as_ref().and_then(|at| part(at, checker)).unwrap_or_else(one_half);
    let on_course = written.on_course.as_ref().and_then(|at| level(at, checker)).unwrap_or_else(|| share.ratio());
    let at_risk = written.at_risk.as_ref().and_then(|at| level(at, checker)).unwrap_or_else(|| four_fifths(on_course));
    if let Some(at) = written.at_risk.as_ref().or(written.on_course.as_ref()).filter(|_| at_risk > on_course) {
        checker.bad(at, words::HALF_LEVELS);
    }
    let weakest = written.weakest.as_ref().map_or(WEAKEST, |at| *at.get());
    if let Some(at) = written.weakest.as_ref().filter(|_| !(1..=MOST_WEAKEST).contains(&weakest)) {
        checker.bad(at, words::HALF_WEAKEST);
    }
    let usual = HalfYear { plan: plan.unwrap_or(HalfPlan::Annual), share, on_course, at_risk };
    Half { ranks: written.ranks, weakest, usual }
}

/// How one criterion is reviewed, and the row that this adds to its forms; neither at the year's end.
pub fn of_criterion(
    written: &file::Criterion,
    kernel: &dyn Kernel,
    measure: Measure,
    review: &Review,
    checker: &mut Checker,
) -> (Option<HalfYear>, Option<Input>) {
    let own = year(written, kernel, &review.half.usual, checker);
    let same = same_period(written, kernel, measure, review.same_period, checker);
    (review.in_force.then_some(own), same.filter(|_| review.in_force))
}

fn year(written: &file::Criterion, kernel: &dyn Kernel, usual: &HalfYear, checker: &mut Checker) -> HalfYear {
    let shared = shareable(kernel);
    let mut own = usual.clone();
    if own.plan == HalfPlan::Share && !shared {
        own.plan = HalfPlan::Annual;
    }
    let Some(written) = &written.half else { return own };
    let plans = [("annual", HalfPlan::Annual), ("share", HalfPlan::Share), ("later", HalfPlan::Later)];
    if let Some(word) = &written.plans {
        own.plan = checker.word(word, &plans, words::HALF_PLANS_OF_CRITERION).unwrap_or(own.plan);
        if own.plan == HalfPlan::Share && !shared {
            checker.bad(word, words::HALF_SHARE_RULE);
        }
    }
    let levels = [&written.share, &written.on_course, &written.at_risk];
    let planned = has_plan(kernel) && own.plan != HalfPlan::Later;
    if let Some(at) = levels.into_iter().flatten().next().filter(|_| !planned) {
        checker.bad(at, words::HALF_LEVELS_RULE);
    }
    if let Some(share) = written.share.as_ref().and_then(|at| part(at, checker)) {
        own.on_course = share.ratio();
        own.at_risk = four_fifths(own.on_course);
        own.share = share;
    }
    if let Some(on_course) = written.on_course.as_ref().and_then(|at| level(at, checker)) {
        (own.on_course, own.at_risk) = (on_course, four_fifths(on_course));
    }
    own.at_risk = written.at_risk.as_ref().and_then(|at| level(at, checker)).unwrap_or(own.at_risk);
    if let Some(at) = levels.into_iter().flatten().next_back().filter(|_| own.at_risk > own.on_course) {
        checker.bad(at, words::HALF_LEVELS);
    }
    own
}

fn has_plan(kernel: &dyn Kernel) -> bool {
    kernel.has_plan() || kernel.parts().iter().any(|(_, part)| part.has_plan())
}

/// Whether a share of its plan is due by mid-year: growth and places in an index are wanted as they are.
fn shareable(kernel: &dyn Kernel) -> bool {
    let own =
        |kernel: &dyn Kernel| kernel.has_plan() && matches!(kernel.plan_kind(), PlanKind::Gradual | PlanKind::Whole);
    own(kernel) || kernel.parts().iter().any(|(_, part)| own(*part))
}

/// The row of the same period of the year before, where it is wanted and the rule has none of its own.
fn same_period(
    written: &file::Criterion,
    kernel: &dyn Kernel,
    measure: Measure,
    usually: bool,
    checker: &mut Checker,
) -> Option<Input> {
    let inputs = kernel.inputs();
    let numeric = |input: &Input| matches!(input.kind, InputKind::Number | InputKind::Count);
    let own_actual = inputs.iter().any(|input| input.key() == "actual" && numeric(input));
    let possible = own_actual && measure == Measure::Value && inputs.iter().all(|input| input.row != PREVIOUS);
    let wanted = match written.half.as_ref().and_then(|half| half.same_period.as_ref()) {
        Some(at) if *at.get() && !possible => {
            checker.bad(at, words::HALF_SAME_PERIOD);
            false
        }
        Some(at) => *at.get(),
        None => usually && possible && kernel.has_plan(),
    };
    wanted.then(|| Input::row(PREVIOUS, Column::Actual, InputKind::Number, SAME_PERIOD))
}

fn one_half() -> Part {
    Part { text: "1/2".to_owned(), top: Decimal::ONE, bottom: Decimal::TWO }
}

fn four_fifths(of: Decimal) -> Decimal {
    to_ratio(of * Decimal::new(8, 1))
}

/// A part above zero and one at most, exact.
fn part(at: &At<String>, checker: &mut Checker) -> Option<Part> {
    let read = fraction(at.get()).filter(|(top, bottom)| *top > Decimal::ZERO && top <= bottom);
    if read.is_none() {
        checker.bad(at, words::HALF_SHARE);
    }
    read.map(|(top, bottom)| Part { text: at.get().trim().to_owned(), top, bottom })
}

/// A level that parts of the plan are held against.
fn level(at: &At<String>, checker: &mut Checker) -> Option<Decimal> {
    part(at, checker).map(|part| part.ratio())
}
