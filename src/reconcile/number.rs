//! Text in; the number it writes, in the Vietnamese or the plain convention, out.
//!
//! `1.234,5` and `1,234.5` say which they are; `1.234` alone does not, and then the other texts of its column
//! decide. What nothing decides is a fault, never a guess.

use rust_decimal::Decimal;

/// Which sign stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// Decimal comma, dots between thousands.
    Vietnamese,
    /// Decimal point, commas between thousands.
    Plain,
}

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

/// Reads one text; a percent sign behind it is left to the caller.
pub fn read(text: &str) -> Reading {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = packed.strip_prefix(['-', '\u{2212}']).map_or(("", packed.as_str()), |rest| ("-", rest));
    if digits.is_empty() || digits.len() > 24 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Reading::No;
    }
    if !digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
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
    let group = if decimal == ',' { '.' } else { ',' };
    let (whole, part) = digits.split_once(decimal).map_or((digits, None), |(whole, part)| (whole, Some(part)));
    if part.is_some_and(|part| part.is_empty() || !part.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let groups: Vec<_> = whole.split(group).collect();
    let grouped =
        groups.len() == 1 || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let leading_zero = groups.len() > 1 && groups[0].starts_with('0');
    if !grouped || leading_zero || whole.is_empty() {
        return None;
    }
    Some(part.map_or_else(|| groups.concat(), |part| format!("{}.{part}", groups.concat())))
}

/// The convention that the texts of a column prove; none when they prove none, or both.
pub fn convention<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Convention> {
    let mut proved = None;
    for text in texts {
        if let Reading::Number(_, Some(convention)) = read(text.trim_end_matches('%')) {
            if proved.is_some_and(|earlier| earlier != convention) {
                return None;
            }
            proved = Some(convention);
        }
    }
    proved
}

#[cfg(test)]
mod tests {
    use super::{Convention, Reading, convention, read};

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
        proves("-0,5", "-0.5", Some(Convention::Vietnamese));
        proves("0.125", "0.125", Some(Convention::Plain));
    }

    #[test]
    fn what_could_be_either_is_said_to_be() {
        assert_eq!(read("4.500"), Reading::Either(4500.into(), "4.500".parse().unwrap()));
        assert_eq!(read("khoảng 52"), Reading::No);
        assert_eq!(read("NaN"), Reading::No);
        assert_eq!(read("1e999"), Reading::No);
        assert_eq!(read(""), Reading::No);
    }

    #[test]
    fn a_column_decides() {
        assert_eq!(convention(["4.500", "92,5"].into_iter()), Some(Convention::Vietnamese));
        assert_eq!(convention(["4.500", "92,5", "92.55"].into_iter()), None);
    }
}
