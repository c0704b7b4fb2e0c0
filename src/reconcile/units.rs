//! The unit written beside a number and the criterion's unit in; how many of the criterion's it is, out.
//!
//! Only exact facts: the same unit, a scale that scoring.toml declares, or powers of ten of the same thing.

use rust_decimal::Decimal;

use crate::model::fold;
use crate::wording::recognition::{CURRENCY, MAGNITUDES};

/// How many of the criterion's units one of the written unit is; none where that is not known.
pub fn scale(written: &str, unit: &str, declared: &[(String, Decimal)]) -> Option<Decimal> {
    let (written, own) = (fold(written), fold(unit));
    if written.is_empty() {
        return None;
    }
    if written == own || written == "%" && own.contains('%') {
        return Some(Decimal::ONE);
    }
    if let Some((_, scale)) = declared.iter().find(|(name, _)| fold(name) == written) {
        return Some(*scale);
    }
    let (written, own) = (amount(&written)?, amount(&own).filter(|own| !own.of.contains('%'))?);
    let same = written.of.is_empty() || written.of == own.of || own.of.strip_prefix(&written.of).is_some_and(per);
    (same && !own.of.is_empty()).then(|| power_of_ten(i64::from(written.power) - i64::from(own.power))).flatten()
}

/// Whether what a longer unit adds is only what it is an amount per, which a row leaves out without a doubt.
fn per(rest: &str) -> bool {
    rest.starts_with('/')
}

/// A number of one unit in another; none where it has too many digits to be exact.
pub fn converted(number: Decimal, scale: Decimal) -> Option<Decimal> {
    let product = number.checked_mul(scale)?;
    (product.checked_div(scale)? == number).then(|| product.normalize())
}

/// A power of ten, and what it is an amount of.
struct Amount {
    power: u32,
    of: String,
}

/// Of a folded unit; none where it says thousands of thousands of thousands.
fn amount(folded: &str) -> Option<Amount> {
    let mut words = folded.split([' ', '.']).filter(|word| !word.is_empty()).peekable();
    let (mut power, mut magnitudes) = (0, 0);
    let mut of = String::new();
    while let Some((_, by)) = words.peek().and_then(|word| MAGNITUDES.iter().find(|(known, _)| known == word)) {
        (power, magnitudes) = (power + by, magnitudes + 1);
        if words.next().is_some_and(|word| CURRENCY.contains(&word)) {
            CURRENCY[0].clone_into(&mut of);
            break;
        }
    }
    for word in words {
        let (noun, per) = word.split_once('/').map_or((word, None), |(noun, per)| (noun, Some(per)));
        let noun = if CURRENCY.contains(&noun) { CURRENCY[0] } else { noun };
        let space = if of.is_empty() { "" } else { " " };
        of = per.map_or_else(|| format!("{of}{space}{noun}"), |per| format!("{of}{space}{noun}/{per}"));
    }
    (magnitudes <= 2).then_some(Amount { power, of })
}

fn power_of_ten(power: i64) -> Option<Decimal> {
    let places = u32::try_from(power.abs()).ok().filter(|places| *places <= 18)?;
    let tens = 10_i64.checked_pow(places)?;
    if power < 0 { Some(Decimal::new(1, places)) } else { Some(Decimal::from(tens)) }
}

#[cfg(test)]
mod tests {
    use super::{converted, scale};
    use rust_decimal::Decimal;

    fn is(written: &str, unit: &str, expected: Option<&str>) {
        let expected = expected.map(|text| text.parse::<Decimal>().unwrap());
        assert_eq!(scale(written, unit, &[]).map(|scale| scale.normalize()), expected, "{written} in {unit}");
    }

    #[test]
    fn powers_of_ten_of_the_same_thing() {
        is("nghìn", "lượt khách", Some("1000"));
        is("nghìn lượt khách", "triệu lượt khách", Some("0.001"));
        is("triệu đồng", "triệu đồng/người/năm", Some("1"));
        is("tỷ đồng", "tỷ đồng", Some("1"));
        is("Tỉ đồng", "tỷ đồng", Some("1"));
        is("nghìn tỷ", "tỷ đồng", Some("1000"));
        is("nghìn tỷ đồng", "triệu đồng", Some("1000000"));
        is("triệu đồng", "tỷ đồng", Some("0.001"));
        is("tr.đồng", "tỷ đồng", Some("0.001"));
        is("tr. đồng", "triệu đồng", Some("1"));
        is("trđ", "triệu đồng", Some("1"));
        is("nghìn", "triệu đồng", Some("0.001"));
        is("đồng", "tỷ đồng", Some("0.000000001"));
        is("triệu", "triệu đồng/người/năm", Some("1"));
        is("triệu đồng/người/năm", "triệu đồng/người/năm", Some("1"));
        is("triệu đồng/hộ", "triệu đồng/người/năm", None);
        is("%", "% quá hạn", Some("1"));
    }

    #[test]
    fn what_is_no_exact_fact_is_not_known() {
        is("lượt khách", "người", None);
        is("triệu", "", None);
        is("nghìn lượt", "lượt khách", None);
        is("nghìn", "%", None);
        is("usd", "tỷ đồng", None);
        is("nghìn nghìn tỷ đồng", "tỷ đồng", None);
        is("đồng tỷ", "tỷ đồng", None);
        is("%", "tỷ đồng", None);
        is("", "tỷ đồng", None);
        let declared = [("nghìn".to_owned(), Decimal::ONE_THOUSAND)];
        assert_eq!(scale("Nghìn", "lượt khách", &declared), Some(Decimal::ONE_THOUSAND));
    }

    #[test]
    fn conversion_is_exact_or_none() {
        let of = |number: &str, scale: &str| converted(number.parse().unwrap(), scale.parse().unwrap());
        assert_eq!(of("4.5", "1000"), Some(4500.into()));
        assert_eq!(of("900", "0.001"), Some("0.9".parse().unwrap()));
        assert_eq!(of("0.1234567890123456789", "0.0000000000001"), None);
    }
}
