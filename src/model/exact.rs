//! Exact decimal arithmetic: half-up rounding, ratios to 12 decimals, fractions written as text.

use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals to which every ratio or difference is rounded before steps, comparisons and bands, so that a
/// spreadsheet's binary arithmetic meets ours.
const RATIO_PLACES: u32 = 12;

/// Rounds half away from zero, as the spreadsheet function ROUND does.
pub fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// `part / whole` to 12 decimals; `None` when `whole` is zero or the quotient too large.
pub fn ratio(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_div(whole).map(to_ratio)
}

/// To as many decimals as every ratio has.
pub fn to_ratio(value: Decimal) -> Decimal {
    round(value, RATIO_PLACES)
}

/// `maximum · part / whole`, multiplied before it is divided, so that a terminating result is exact.
pub fn share(maximum: Decimal, part: Decimal, whole: Decimal) -> Option<Decimal> {
    maximum.checked_mul(part)?.checked_div(whole)
}

/// A share in percent with two decimals; with more where two would round it onto a plainer number, so that 99.9999 %
/// never reads as 100 % beside a band that ends below 100 %.
pub fn as_percent(share: Decimal) -> Option<Decimal> {
    let exact = share.checked_mul(Decimal::ONE_HUNDRED)?;
    let faithful =
        |places: &u32| round(exact, *places) == exact || round(exact, *places).normalize().scale() == *places;
    Some(round(exact, [2, 4, 6, 8].into_iter().find(faithful).unwrap_or(10)))
}

/// A share in percent with two decimals; with more where two would put it on one of these levels that it is not at.
pub fn percent_beside(share: Decimal, levels: &[Decimal]) -> Option<Decimal> {
    let exact = share.checked_mul(Decimal::ONE_HUNDRED)?;
    let on_a_level = |shown: Decimal| levels.iter().any(|level| *level * Decimal::ONE_HUNDRED == shown);
    let shown = [2, 4, 6, 8, 10].map(|places| round(exact, places));
    shown.into_iter().find(|shown| *shown == exact || !on_a_level(*shown)).or(Some(exact))
}

/// A quotient with all its 28 digits; `None` when the divisor is zero.
pub fn divide(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_div(whole)
}

/// Reads `4/5`, `20%` or `0.8` as (numerator, denominator).
pub fn fraction(text: &str) -> Option<(Decimal, Decimal)> {
    let text = text.trim();
    let (top, bottom) = if let Some((top, bottom)) = text.split_once('/') {
        (top.trim().parse().ok()?, bottom.trim().parse().ok()?)
    } else if let Some(percent) = text.strip_suffix('%') {
        (percent.trim().parse().ok()?, Decimal::ONE_HUNDRED)
    } else {
        (text.parse().ok()?, Decimal::ONE)
    };
    (bottom > Decimal::ZERO && top >= Decimal::ZERO).then_some((top, bottom))
}

/// The decimal of a binary cell's 15 significant digits, which is what a spreadsheet shows; `None` if not finite.
pub fn decimal_of_binary(value: f64) -> Option<Decimal> {
    if !value.is_finite() || value.abs() > 1e15 {
        return None;
    }
    short(value).or_else(|| by_digits(value))
}

fn by_digits(value: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{value:.14e}")).ok().map(|decimal| decimal.normalize())
}

/// Places of decimals that are seen without writing the number out.
const SEEN: i32 = 4;

/// The decimal of few places that reads as this very number, if there is one. It has 15 digits at most, and no other such
/// decimal reads as the same number, so it is what its 15 digits say.
#[allow(clippy::float_cmp, clippy::cast_possible_truncation, reason = "whole numbers below 2^53, which are exact")]
fn short(value: f64) -> Option<Decimal> {
    (0..=SEEN).find_map(|places| {
        let scale = 10_f64.powi(places);
        let whole = (value * scale).round();
        let same = whole.abs() < 1e15 && whole / scale == value;
        same.then(|| Decimal::new(whole as i64, places.unsigned_abs()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_digits_of_a_binary_cell() {
        assert_eq!(decimal_of_binary(57.000_000_000_000_01), Some(Decimal::from(57)));
        assert_eq!(decimal_of_binary(0.1 + 0.2), Some(Decimal::new(3, 1)));
        assert_eq!(decimal_of_binary(f64::NAN), None);
        assert_eq!(decimal_of_binary(1_300_000.0), Some(Decimal::from(1_300_000)));
        assert_eq!(decimal_of_binary(-0.000_012_5), Some("-0.0000125".parse().unwrap()));
    }

    #[test]
    fn a_short_decimal_is_what_the_digits_say() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut seen = 0;
        for _ in 0..200_000 {
            let digits = random.u32(0..=15);
            let whole = random.i64(-(10_i64.pow(digits))..=10_i64.pow(digits));
            let near = whole as f64 / 10_f64.powi(random.i32(0..=6));
            for value in [near, f64::from_bits(near.to_bits() ^ 1), f64::from_bits(near.to_bits() ^ 6)] {
                let said = short(value);
                assert!(said.is_none() || said == by_digits(value), "{value:?}: {said:?}");
                assert_eq!(
                    decimal_of_binary(value).map(|own| own.to_string()),
                    by_digits(value).map(|own| own.to_string())
                );
                seen += usize::from(said.is_some());
            }
        }
        assert!(seen > 100_000, "{seen}");
    }

    #[test]
    fn a_share_is_exact_when_it_terminates() {
        let mark = share("30.015".parse().unwrap(), Decimal::ONE, Decimal::from(3)).unwrap();
        assert_eq!(round(mark, 2).to_string(), "10.01");
    }

    #[test]
    fn a_percentage_never_stands_on_a_level_it_is_not_at() {
        let levels = [Decimal::ONE, Decimal::new(5, 1)];
        let shown = |share: &str| percent_beside(share.parse().unwrap(), &levels).unwrap().normalize().to_string();
        assert_eq!(
            ["0.99996", "0.499999", "0.5", "0.614035", "0.4998"].map(shown),
            ["99.996", "49.9999", "50", "61.4", "49.98"]
        );
    }

    #[test]
    fn fractions_as_written() {
        assert_eq!(fraction("4/5"), Some((Decimal::from(4), Decimal::from(5))));
        assert_eq!(fraction("20%"), Some((Decimal::from(20), Decimal::from(100))));
        assert_eq!(fraction("1/0"), None);
        assert_eq!(fraction("x"), None);
    }
}
