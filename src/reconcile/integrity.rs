//! What members say, side by side, in; what is out of proportion with the plan, the other members or last year, out.

use rust_decimal::Decimal;

use super::Work;
use super::members::MemberId;
use crate::diag::{Fault, Place};
use crate::model::{BlocPanel, Column, Criterion, Datum, InputKind, Measure, Observed, Value};

/// A percentage so many times what stands beside it may be a part of one, or a hundred times too much.
const PERCENT_APART: i64 = 50;

/// The key of last year's figure, behind that of the part it is of.
const LAST_YEAR: &str = "previous:actual";

/// No percentage is so large without a doubt.
const LARGEST_PERCENT: i64 = 1000;

/// A number so many times its neighbours' may be in another unit.
const UNITS_APART: i64 = 500;

/// A figure within so many times its registered plan is no slip.
const NEAR_THE_PLAN: i64 = 20;

/// Fewer other members than these show no proportion.
const FEWEST_OTHERS: usize = 2;

/// Members' figures that differ by more than this have no common size.
const OF_ONE_SIZE: i64 = 30;

/// Shorter numbers are the same in two years by chance.
const DIGITS_THAT_TELL: usize = 3;

/// Notes what is out of proportion in a bloc; a percentage whose scale is in doubt does not count.
pub fn check(bloc: usize, panel: &mut BlocPanel, work: &mut Work) {
    let criteria = &work.scoring.compact_of(bloc).criteria;
    for (criterion, configured) in criteria.iter().enumerate() {
        for (input, wanted) in configured.inputs.iter().enumerate() {
            let proportionate = wanted.kind == InputKind::Number && wanted.column == Column::Actual;
            if proportionate {
                let slot = Slot { bloc, criterion, input, configured };
                if configured.unit.contains('%') {
                    percent(&slot, panel, work);
                } else {
                    far(&slot, panel, work);
                }
                unchanged(&slot, panel, work);
            }
        }
    }
}

/// An actual of a criterion, of all members of a bloc.
struct Slot<'a> {
    bloc: usize,
    criterion: usize,
    input: usize,
    configured: &'a Criterion,
}

impl Slot<'_> {
    fn observed<'p>(&self, panel: &'p BlocPanel, member: usize, input: usize) -> &'p Observed {
        &panel.members[member].rows[self.criterion].observed[input]
    }

    fn values(&self, panel: &BlocPanel) -> Vec<Option<Decimal>> {
        (0..panel.members.len()).map(|member| value(self.observed(panel, member, self.input))).collect()
    }

    /// The plan on the same row, where it is a plan of the same thing.
    fn plan(&self, panel: &BlocPanel, member: usize) -> Option<Decimal> {
        if !comparable(self.configured) {
            return None;
        }
        let row = &self.configured.inputs[self.input].row;
        let own = |input: &crate::model::Input| input.row == *row && input.column == Column::Plan;
        let input = self.configured.inputs.iter().position(own)?;
        value(self.observed(panel, member, input)).filter(|plan| !plan.is_zero())
    }

    fn note(&self, fault: Fault, panel: &BlocPanel, member: usize, work: &mut Work) {
        let Some(source) = self.observed(panel, member, self.input).source.clone() else { return };
        let id: MemberId = (self.bloc, member);
        let note = work.about(id, &self.configured.id, fault, Place::Cell(source.cell)).found(source.raw);
        work.note(note);
    }
}

/// Whether plan and actual measure the same: not where the plan is of a change.
pub fn comparable(criterion: &Criterion) -> bool {
    let last_year = criterion.inputs.iter().any(|input| input.key().ends_with(LAST_YEAR));
    criterion.measure == Measure::Value && !last_year
}

fn value(observed: &Observed) -> Option<Decimal> {
    match observed.datum {
        Datum::Known(Value::Number(value)) => Some(value),
        _ => None,
    }
}

/// The sizes of the other members' figures that are not zero, in order; none where there are too few.
fn others(values: &[Option<Decimal>], member: usize) -> Option<Vec<Decimal>> {
    let others = values.iter().enumerate().filter(|(other, _)| *other != member).filter_map(|(_, value)| *value);
    let mut others: Vec<_> = others.filter(|value| !value.is_zero()).map(|value| value.abs()).collect();
    others.sort();
    (others.len() >= FEWEST_OTHERS).then_some(others)
}

fn median(sorted: &[Decimal]) -> Decimal {
    let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
    low + (high - low) / Decimal::TWO
}

/// How many times the smaller the larger is; none where one is zero.
fn times(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.abs(), other.abs());
    one.max(other).checked_div(one.min(other))
}

/// A percentage about a hundred times what its plan, or the other members', is.
fn percent(slot: &Slot, panel: &mut BlocPanel, work: &mut Work) {
    let values = slot.values(panel);
    for member in 0..values.len() {
        let Some(own) = values[member].filter(|own| !own.is_zero()) else { continue };
        let plan = slot.plan(panel, member);
        let beside = plan.or_else(|| others(&values, member).map(|others| median(&others)));
        let Some(beside) = beside else { continue };
        if !scale_in_doubt(own.abs(), beside.abs(), slot.configured) {
            continue;
        }
        let fault = Fault::PercentInDoubt { beside: beside.normalize().to_string(), of_plan: plan.is_some() };
        slot.note(fault, panel, member, work);
        let observed = &mut panel.members[member].rows[slot.criterion].observed[slot.input];
        (observed.datum, observed.faulty) = (Datum::Missing, true);
    }
}

fn scale_in_doubt(own: Decimal, beside: Decimal, criterion: &Criterion) -> bool {
    let apart = times(own, beside).is_some_and(|times| times >= PERCENT_APART.into());
    let small = own < beside;
    let meant = if small {
        criterion.kernel.fewer_is_better() || criterion.least.is_some_and(|least| least > Decimal::ZERO)
    } else {
        criterion.most.is_some()
    };
    apart && !meant && (own.min(beside) <= Decimal::ONE || own > LARGEST_PERCENT.into())
}

/// A number thousands of times its neighbours', which would stand among them in another unit.
fn far(slot: &Slot, panel: &BlocPanel, work: &mut Work) {
    let values = slot.values(panel);
    for member in 0..values.len() {
        let Some(own) = values[member].map(|own| own.abs()) else { continue };
        let Some(others) = others(&values, member) else { continue };
        let median = median(&others);
        let alike = |other: &Decimal| times(*other, median).is_some_and(|times| times <= OF_ONE_SIZE.into());
        let (company, all): (Vec<Decimal>, _) = (others.iter().copied().filter(alike).collect(), others.len());
        let near_the_plan = slot.plan(panel, member).and_then(|plan| times(own, plan));
        let planned = work.scoring.expects.register && near_the_plan.is_some_and(|times| times <= NEAR_THE_PLAN.into());
        let apart = times(own, median).is_some_and(|times| times >= UNITS_APART.into());
        if apart && !planned && company.len() * 3 >= all * 2 && among_them(own, &company) {
            let fault = Fault::UnitSlip { middle: median.normalize().to_string() };
            slot.note(fault, panel, member, work);
        }
    }
}

/// Whether a number would stand among others if it were thousands, millions or billions of times less or more.
fn among_them(own: Decimal, others: &[Decimal]) -> bool {
    let (Some(least), Some(most)) = (others.first(), others.last()) else { return false };
    [1_000_i64, 1_000_000, 1_000_000_000].into_iter().any(|unit| {
        let slips = [own.checked_mul(unit.into()), own.checked_div(unit.into())];
        slips.into_iter().flatten().any(|slip| slip * Decimal::TWO >= *least && slip / Decimal::TWO <= *most)
    })
}

/// The actual of this year the same, to the digit, as that of last year.
fn unchanged(slot: &Slot, panel: &BlocPanel, work: &mut Work) {
    let inputs = &slot.configured.inputs;
    let key = inputs[slot.input].key();
    let Some(part) = key.strip_suffix("actual").filter(|part| !part.ends_with("previous:")) else { return };
    let last_year = format!("{part}{LAST_YEAR}");
    let Some(last_year) = inputs.iter().position(|input| input.key() == last_year) else { return };
    for member in 0..panel.members.len() {
        let before = slot.observed(panel, member, last_year);
        let own = slot.observed(panel, member, slot.input);
        let Some(this) = value(own) else { continue };
        let digits = this.normalize().mantissa().unsigned_abs().to_string().len();
        if value(before) == Some(this) && digits >= DIGITS_THAT_TELL {
            slot.note(Fault::UnchangedFromBefore {}, panel, member, work);
        }
    }
}
