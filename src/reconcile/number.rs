//! Text in; the number it writes, in the Vietnamese or the plain convention, out.
//!
//! `1.234,5` and `1,234.5` say which they are; `1.234` alone does not, and then the other texts of its column
//! decide. What nothing decides is a fault, never a guess.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use crate::model::Convention;

/// The most characters that a number may have.
const LONGEST: usize = 24;

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number, and the convention it proves.
    Number(Decimal, Option<Convention>),
    /// A number in either convention: Vietnamese, plain.
    Either(Decimal, Decimal),
    /// No number.
    No,
}

impl Reading {
    /// The number in a convention; where the text proves one by itself, the convention need not be known.
    pub fn under(&self, convention: Option<Convention>) -> Option<Decimal> {
        match (self, convention) {
            (Self::Number(value, _), _)
            | (Self::Either(value, _), Some(Convention::Vietnamese))
            | (Self::Either(_, value), Some(Convention::Plain)) => Some(*value),
            (Self::Either(..), None) | (Self::No, _) => None,
        }
    }
}

/// Text with digits and signs of double width made plain, every space and dash of one kind, nothing invisible,
/// in small letters.
pub fn narrowed(text: &str) -> String {
    let visible = text.chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}'));
    let plain = visible.map(|c| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let plain: String = plain.flat_map(char::to_lowercase).nfc().collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads one text; a percent sign or a unit behind it is left to the caller.
pub fn read(text: &str) -> Reading {
    let text = narrowed(text);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let digits = digits.trim_start();
    let of_a_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    if digits.len() > LONGEST || !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(of_a_number) {
        return Reading::No;
    }
    let number = |decimal: char| plain(digits, decimal).and_then(|plain| format!("{sign}{plain}").parse().ok());
    let (vietnamese, plain): (Option<Decimal>, Option<Decimal>) = (number(','), number('.'));
    match (vietnamese, plain) {
        (Some(vietnamese), Some(plain)) if vietnamese == plain => Reading::Number(plain, None),
        (Some(vietnamese), Some(plain)) => Reading::Either(vietnamese, plain),
        (Some(vietnamese), None) => Reading::Number(vietnamese, Some(Convention::Vietnamese)),
        (None, Some(plain)) => Reading::Number(plain, Some(Convention::Plain)),
        (None, None) => Reading::No,
    }
}

/// The digits with a point before the decimals, if they are a number whose decimal sign is `decimal`.
fn plain(digits: &str, decimal: char) -> Option<String> {
    let (whole, part) = digits.split_once(decimal).map_or((digits, None), |(whole, part)| (whole, Some(part)));
    if part.is_some_and(|part| part.is_empty() || !part.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let group = match decimal {
        _ if whole.contains(' ') => ' ',
        ',' => '.',
        _ => ',',
    };
    let groups: Vec<_> = whole.split(group).collect();
    let (first, others) = groups.split_first()?;
    let digits = groups.iter().all(|group| group.chars().all(|c| c.is_ascii_digit()));
    let grouped = others.is_empty()
        || (1..=3).contains(&first.len()) && !first.starts_with('0') && others.iter().all(|group| group.len() == 3);
    if !digits || !grouped || first.is_empty() {
        return None;
    }
    Some(part.map_or_else(|| groups.concat(), |part| format!("{}.{part}", groups.concat())))
}

#[cfg(test)]
mod tests {
    use super::{Reading, narrowed, read};
    use crate::model::Convention;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn proves(text: &str, value: &str, convention: Option<Convention>) {
        assert_eq!(read(text), Reading::Number(value.parse().unwrap(), convention), "{text}");
    }

    #[test]
    fn both_conventions() {
        proves("1.234,5", "1234.5", Some(Convention::Vietnamese));
        proves("1,234.5", "1234.5", Some(Convention::Plain));
        proves("92,50", "92.50", Some(Convention::Vietnamese));
        proves("1.300.000", "1300000", Some(Convention::Vietnamese));
        proves("1 300 000", "1300000", None);
        proves("1\u{A0}300\u{202F}000,5", "1300000.5", Some(Convention::Vietnamese));
        proves("-0,5", "-0.5", Some(Convention::Vietnamese));
        proves("\u{2212} 57", "-57", None);
        proves("+57", "57", None);
        proves("0.125", "0.125", Some(Convention::Plain));
        proves("\u{FF11}\u{FF12}\u{FF0C}\u{FF15}", "12.5", Some(Convention::Vietnamese));
        proves("5\u{200B}7", "57", None);
    }

    #[test]
    fn what_could_be_either_is_said_to_be() {
        assert_eq!(read("4.500"), Reading::Either(4500.into(), "4.500".parse().unwrap()));
        assert_eq!(read("91,350"), Reading::Either("91.350".parse().unwrap(), 91350.into()));
    }

    #[test]
    fn what_is_no_number() {
        let texts = [
            "",
            "-",
            "NaN",
            "inf",
            "1e999",
            "khoảng 52",
            "57 60",
            "1 2",
            "12 34",
            "3.4593.1",
            "1.23.456",
            ",5",
            "57,",
            "5.",
            "1,2,3",
            "1.234,567,8",
            "0.123.456",
            "1 234.567.8",
            "57%",
            "--5",
            "1234567890123456789012345",
        ];
        for text in texts {
            assert_eq!(read(text), Reading::No, "{text}");
        }
    }

    /// The number as an office of the convention writes it.
    fn written(number: Decimal, convention: Convention, grouped: bool) -> String {
        let text = number.to_string();
        let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let (group, decimal) = if convention == Convention::Vietnamese { ('.', ',') } else { (',', '.') };
        let mut out = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if grouped && index > 0 && (whole.len() - index) % 3 == 0 {
                out.push(group);
            }
            out.push(digit);
        }
        let part = part.map(|part| format!("{decimal}{part}")).unwrap_or_default();
        format!("{sign}{out}{part}")
    }

    fn config() -> ProptestConfig {
        let seed = proptest::test_runner::RngSeed::Fixed(20_231_215);
        ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: seed, ..ProptestConfig::default() }
    }

    fn convention() -> impl Strategy<Value = Convention> {
        prop_oneof![Just(Convention::Vietnamese), Just(Convention::Plain)]
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn what_is_written_reads_back(
            digits in -1_000_000_000_000_000_i64..=1_000_000_000_000_000,
            places in 0_u32..=4,
            convention in convention(),
            grouped: bool,
        ) {
            let number = Decimal::new(digits, places);
            let text = written(number, convention, grouped);
            prop_assert_eq!(read(&text).under(Some(convention)), Some(number), "{}", text);
        }

        #[test]
        fn no_text_panics_and_one_convention_has_one_number(text in "[-+0-9., \u{A0}\u{FF10}-\u{FF19}%a-zà-ỹ]{0,30}") {
            let reading = read(&text);
            for convention in [Convention::Vietnamese, Convention::Plain] {
                if let (Some(value), Reading::Number(only, Some(proved))) = (reading.under(Some(convention)), &reading) {
                    prop_assert_eq!(value, *only);
                    prop_assert_eq!(reading.under(Some(*proved)), Some(value));
                }
                if let Some(value) = reading.under(Some(convention)) {
                    let again = written(value, convention, false);
                    prop_assert_eq!(read(&again).under(Some(convention)), Some(value), "{}", text);
                }
            }
            if let Reading::Either(vietnamese, plain) = reading {
                prop_assert_ne!(vietnamese, plain);
            }
        }

        #[test]
        fn a_number_has_the_digits_of_its_text_and_no_others(
            text in "[-+\u{2212}]? ?[0-9\u{FF10}-\u{FF19}]{1,4}([.,\u{A0} ][0-9]{1,4}){0,5}",
        ) {
            let plain = |text: &str| narrowed(text).chars().filter(char::is_ascii_digit).collect::<String>();
            let reading = read(&text);
            for convention in [Convention::Vietnamese, Convention::Plain] {
                if let Some(value) = reading.under(Some(convention)) {
                    let (said, found) = (plain(&text), plain(&value.to_string()));
                    prop_assert_eq!(said.trim_start_matches('0'), found.trim_start_matches('0'), "{}", text);
                    let minus = text.starts_with(['-', '\u{2212}']);
                    prop_assert!(minus || !value.is_sign_negative(), "{}", text);
                }
            }
        }

        #[test]
        fn any_text_at_all(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
