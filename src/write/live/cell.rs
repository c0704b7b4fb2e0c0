//! What a cell of the live sheets holds: a value to be changed, or a formula with the engine's number as its result.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    /// Nothing.
    Nothing,
    /// A number.
    Number(Decimal),
    /// Text.
    Text(String),
    /// A day.
    Date(NaiveDate),
}

impl Shown {
    /// A whole number.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(Decimal::from(count))
    }

    /// 1 or 0.
    pub(super) fn flag(holds: bool) -> Self {
        Self::count(usize::from(holds))
    }
}

/// A formula without `=`, and its result.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Formed {
    /// The formula.
    pub(super) formula: String,
    /// What the engine found.
    pub(super) shown: Shown,
}

impl Formed {
    /// A formula and what it comes to.
    pub(super) fn new(formula: String, shown: Shown) -> Self {
        Self { formula, shown }
    }
}
