//! A cell's text in; what is written around its number out: the status of the figure in front, the unit behind.
//!
//! A unit converts only by its exact scale: thousands, millions and thousand millions of what the criterion counts in.

use rust_decimal::Decimal;

use super::number::{Reading, read};
use crate::model::{Status, fold};
use crate::wording::recognition::{INEXACT, SCALES, STATUS_WORDS};

/// The status that stands in front of a number, and the text behind it.
pub fn status_in_front(text: &str) -> Option<(Status, &str)> {
    let folded = fold(text);
    let (word, status) = STATUS_WORDS.iter().find(|(word, _)| folded.starts_with(&format!("{word} ")))?;
    let rest = text.trim_start();
    let cut: usize = rest.split_whitespace().take(word.split(' ').count()).map(str::len).sum();
    let behind = rest.char_indices().filter(|(_, c)| !c.is_whitespace()).nth(rest[..cut].chars().count());
    let after = rest.split_whitespace().skip(word.split(' ').count()).collect::<Vec<_>>().join(" ");
    let starts = behind.is_some() && after.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let at = rest.find(|c: char| c.is_ascii_digit() || c == '-')?;
    starts.then(|| (*status, &rest[at..]))
}

/// Whether a text says about how much, or between what and what, and no number.
pub fn inexact(text: &str) -> bool {
    let folded = fold(text);
    let rest = INEXACT.iter().find_map(|word| folded.strip_prefix(word));
    let number = |text: &str| !matches!(read(text.trim().trim_end_matches('%')), Reading::No);
    if rest.is_some_and(|rest| rest.chars().any(|c| c.is_ascii_digit())) {
        return true;
    }
    folded.split_once('-').is_some_and(|(low, high)| number(low) && number(high))
}

/// A number's text without the unit behind it, and what the number is multiplied by to be in the criterion's unit;
/// none where no unit stands there, or one that is not of the criterion's kind.
pub fn scaled<'a>(text: &'a str, unit: &str) -> Option<(&'a str, Decimal)> {
    let cut = text.find(|c: char| !(c.is_ascii_digit() || ".,- \u{A0}\u{2212}".contains(c)))?;
    let (number, written) = text.split_at(cut);
    if written.starts_with('%') {
        return None;
    }
    let (own, kind) = scale(&fold(written));
    let (wanted, wanted_kind) = scale(&fold(unit));
    let same = kind.is_empty() || kind == wanted_kind;
    let plain = own == Decimal::ONE && kind.is_empty();
    (same && !plain && !number.trim().is_empty()).then(|| own.checked_div(wanted).map(|by| (number.trim(), by)))?
}

/// The scale that a folded unit begins with, and what it is a scale of: `tỷ đồng` is 10⁹ of `đồng`.
fn scale(unit: &str) -> (Decimal, String) {
    let mut scale = Decimal::ONE;
    let mut rest: Vec<&str> = unit.split(' ').filter(|word| !word.is_empty()).collect();
    while let Some((_, by)) = rest.first().and_then(|word| SCALES.iter().find(|(known, _)| known == word)) {
        scale = scale.checked_mul(Decimal::from(*by)).unwrap_or(scale);
        rest.remove(0);
    }
    (scale, rest.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_number() {
        assert_eq!(status_in_front("ước đạt 57,5"), Some((Status::Estimate, "57,5")));
        assert_eq!(status_in_front("Dự kiến 60"), Some((Status::Forecast, "60")));
        assert_eq!(status_in_front("ước khoảng 60"), None);
        assert_eq!(status_in_front("60"), None);
        for text in ["trên 57", "≥ 57", ">57", "~ 57", "khoảng 52", "57-60", "ít nhất 4%", "gần 162"] {
            assert!(inexact(text), "{text}");
        }
        assert!(!inexact("57") && !inexact("-5"));
    }

    #[test]
    fn units_convert_by_their_exact_scale() {
        let by = |text: &'static str, unit| scaled(text, unit).map(|(number, by)| (number, by.normalize().to_string()));
        let times = |number, by: &str| Some((number, by.to_owned()));
        assert_eq!(by("4.500 tỷ đồng", "tỷ đồng"), times("4.500", "1"));
        assert_eq!(by("4,5 nghìn tỷ", "tỷ đồng"), times("4,5", "1000"));
        assert_eq!(by("900 nghìn", "lượt"), times("900", "1000"));
        assert_eq!(by("52 tr.đồng", "triệu đồng"), None);
        assert_eq!(by("52 triệu đồng", "tỷ đồng"), times("52", "0.001"));
        assert_eq!(by("4000 ha", "tỷ đồng"), None);
        assert_eq!(by("4000", "ha"), None);
    }
}
