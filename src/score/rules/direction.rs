//! Which way a rule of comparison looks: whether a bigger or a smaller actual is better.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::model::{Args, Param, ParamKind};

/// The parameter.
pub const DIRECTION: Param = Param::optional(
    "direction",
    ParamKind::Choice(&["higher", "lower"]),
    "cao hơn hay thấp hơn là tốt hơn (mặc định higher)",
    "whether higher or lower is better (default higher)",
);

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A bigger actual.
    Higher,
    /// A smaller actual.
    Lower,
}

impl Direction {
    /// From the parameter `direction`.
    pub fn of(args: &Args) -> Self {
        if args.word("direction") == Some("lower") { Self::Lower } else { Self::Higher }
    }

    /// Greater where the left is better.
    pub fn compare(self, left: Decimal, right: Decimal) -> Ordering {
        match self {
            Self::Higher => left.cmp(&right),
            Self::Lower => right.cmp(&left),
        }
    }

    /// Where a value lies from the worst end: `value − low`, or `high − value` when lower is better.
    pub fn beyond_worst(self, value: Decimal, low: Decimal, high: Decimal) -> Option<Decimal> {
        match self {
            Self::Higher => value.checked_sub(low),
            Self::Lower => high.checked_sub(value),
        }
    }

    /// The same as a formula.
    pub fn beyond_worst_formula(self, value: &str, low: &str, high: &str) -> String {
        match self {
            Self::Higher => format!("({value}-{low})"),
            Self::Lower => format!("({high}-{value})"),
        }
    }

    /// The sign by which a formula finds who is better: `>` or `<`.
    pub fn better(self) -> &'static str {
        match self {
            Self::Higher => ">",
            Self::Lower => "<",
        }
    }

    /// The sign by which a formula finds who is worse.
    pub fn worse(self) -> &'static str {
        match self {
            Self::Higher => "<",
            Self::Lower => ">",
        }
    }
}
