//! Exact rational numbers: read from text, rounded only where asked, written as plain decimals.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// A rational number.
pub type Q = BigRational;

/// A whole number.
pub fn whole(number: i64) -> Q {
    Q::from_integer(BigInt::from(number))
}

/// `top / bottom`.
pub fn part(top: i64, bottom: i64) -> Q {
    Q::new(BigInt::from(top), BigInt::from(bottom))
}

/// Ten to a power.
pub fn ten(power: u32) -> Q {
    Q::from_integer(BigInt::from(10).pow(power))
}

/// Rounded half away from zero.
pub fn rounded(number: &Q, places: u32) -> Q {
    let ten = ten(places);
    let scaled = number * &ten;
    let half = part(1, 2);
    let nearest = if scaled.is_negative() { (scaled - half).ceil() } else { (scaled + half).floor() };
    nearest / ten
}

/// Rounded as every ratio and difference is before it is compared.
pub fn twelve(number: &Q) -> Q {
    rounded(number, 12)
}

/// The digits of a number that ends; none for one that does not.
pub fn digits(number: &Q) -> Option<String> {
    let places = (0..=40).find(|places| (number * ten(*places)).is_integer())?;
    let units = (number.abs() * ten(places)).to_integer().to_string();
    let width = places as usize + 1;
    let padded = format!("{units:0>width$}");
    let (before, after) = padded.split_at(padded.len() - places as usize);
    let sign = if number.is_negative() { "-" } else { "" };
    Some(if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") })
}

/// The smaller.
pub fn least(one: Q, other: Q) -> Q {
    if other < one { other } else { one }
}

/// The greater.
pub fn most(one: Q, other: Q) -> Q {
    if other > one { other } else { one }
}

/// The square root of a number that is not negative, to 40 decimals, by Newton's method on integers.
pub fn root(number: &Q) -> Q {
    let scaled = (number * ten(80)).to_integer();
    Q::new(scaled.sqrt(), ten(40).to_integer())
}

/// The natural logarithm of a number above zero, to some 35 decimals.
pub fn logarithm(number: &Q) -> Q {
    let (two, one) = (whole(2), Q::one());
    let (mut rest, mut doublings) = (number.clone(), 0_i64);
    while rest > part(4, 3) {
        (rest, doublings) = (rest / &two, doublings + 1);
    }
    while rest < part(2, 3) {
        (rest, doublings) = (rest * &two, doublings - 1);
    }
    series(&rest) + whole(doublings) * series(&(two * one))
}

/// The logarithm near one: 2 · (t + t³/3 + t⁵/5 + …) with t = (x − 1)/(x + 1), in units of 10⁻⁴⁰.
fn series(number: &Q) -> Q {
    let unit = ten(40).to_integer();
    let t = ((number - Q::one()) / (number + Q::one()) * ten(40)).to_integer();
    let square = &t * &t / &unit;
    let (mut power, mut sum, mut odd) = (t.clone(), t, 3_i64);
    loop {
        power = &power * &square / &unit;
        if power.is_zero() {
            return Q::new(sum * BigInt::from(2), unit);
        }
        sum += &power / BigInt::from(odd);
        odd += 2;
    }
}
