//! Points as integers of 10⁻⁹: sums, caps and ties are exact and NaN cannot occur.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number of points, in units of 10⁻⁹ of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

/// Decimal places of a unit.
const PLACES: u32 = 9;

/// Decimals to which a value is rounded first: a quotient carries 28 digits, so a half that comes of thirds may lie
/// 10⁻²⁴ under itself. No quotient of figures of 15 digits lies this near a half without being one.
const GUARD: u32 = 20;

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// From a decimal, rounded half away from zero to `places` (at most 9); `None` beyond ±9·10⁹ points.
    pub fn rounded(value: Decimal, places: Option<u32>) -> Option<Self> {
        let rounded = super::round(super::round(value, GUARD), places.unwrap_or(PLACES).min(PLACES));
        (rounded * Decimal::from(10_i64.pow(PLACES))).to_i64().map(Self)
    }

    /// From units of 10⁻⁹.
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// Units of 10⁻⁹.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The same number as a decimal, exactly.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, PLACES).normalize()
    }

    /// The nearest binary number, for a cell or a chart.
    pub fn to_f64(self) -> f64 {
        self.decimal().to_f64().unwrap_or_default()
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Points {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Points;
    use rust_decimal::Decimal;

    #[test]
    fn a_half_rounds_away_from_zero_in_decimal() {
        let cases = [("1.005", "1.01"), ("2.675", "2.68"), ("-1.005", "-1.01"), ("0.1", "0.1")];
        for (given, expected) in cases {
            let points = Points::rounded(given.parse::<Decimal>().unwrap(), Some(2)).unwrap();
            assert_eq!(points.decimal().to_string(), expected);
        }
    }

    #[test]
    fn a_half_that_comes_of_thirds_is_a_half() {
        let third = Decimal::ONE / Decimal::from(3);
        for (factor, expected) in [("0.045", "0.02"), ("37.515", "12.51"), ("0.0449999999999999", "0.01")] {
            let points = Points::rounded(third * factor.parse::<Decimal>().unwrap(), Some(2)).unwrap();
            assert_eq!(points.decimal().to_string(), expected);
        }
    }

    #[test]
    fn tenths_add_up_exactly() {
        let tenth = |n| Points::rounded(Decimal::new(n, 1), None).unwrap();
        assert_eq!(tenth(1) + tenth(2), tenth(3));
    }
}
