//! What the rules that compare members with each other share: the actuals of the whole bloc, each member's mark beside
//! them. Who has no actual, or one that the rule refuses, gets no mark and stays out of the comparison.

use rust_decimal::Decimal;

use crate::diag::Lang;
use crate::model::{Cells, Column, Evidence, Input, InputKind, Kernel, Refusal, Worked};

/// The one input of a rule that compares actuals.
pub fn actual() -> Vec<Input> {
    vec![Input::own(Column::Actual, InputKind::Number)]
}

/// The actuals of those who have one.
pub fn actuals(members: &[Evidence]) -> Vec<Decimal> {
    members.iter().filter_map(|evidence| evidence.number("actual").ok()).collect()
}

/// Marks each member that has an actual.
pub fn each(members: &[Evidence], mark: impl Fn(Decimal) -> Result<Worked, Refusal>) -> Vec<Result<Worked, Refusal>> {
    members.iter().map(|evidence| mark(evidence.number("actual")?)).collect()
}

/// The mark of a member that is alone in its bloc.
pub fn alone(kernel: &dyn Kernel, evidence: &Evidence) -> Result<Worked, Refusal> {
    kernel.mark_bloc(std::slice::from_ref(evidence)).pop().unwrap_or(Err(Refusal::Missing("actual".to_owned())))
}

/// A formula for how many members' actuals stand to one's own as the sign says.
pub fn count(cells: &dyn Cells, sign: &str) -> String {
    let (column, actual) = (cells.column("actual"), cells.input("actual"));
    format!("SUMPRODUCT(ISNUMBER({column})*({column}{sign}{actual}))")
}

/// `3 of 8 members` in words.
pub fn of_members(lang: Lang, some: usize, all: usize) -> String {
    lang.pick(format!("{some}/{all} đơn vị"), format!("{some} of {all} members"))
}
