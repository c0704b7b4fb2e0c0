//! The text of a cell in; its parts out: the figure, the unit behind it, what says that it is not official yet; or why
//! there is no one number in it.

use super::number::{Reading, narrowed, read};
use crate::model::{Status, fold};
use crate::wording::recognition::{
    NOT_EXACT_BEFORE, NOT_EXACT_BEHIND, NOT_EXACT_SIGNS, RANGE, REACHED, STATUS_BEFORE, WORDS_OF_LEVELS,
};

/// What a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// One number.
    One(One),
    /// A bound, a range or an approximation.
    NotExact,
    /// A word of yes, no or a level.
    Word,
    /// Anything else.
    No,
}

/// A number with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One {
    /// What its digits say.
    pub reading: Reading,
    /// What a word beside it makes of it.
    pub status: Option<Status>,
    /// What stands behind it; empty for nothing.
    pub unit: String,
}

/// Takes a text apart.
pub fn figure(text: &str) -> Figure {
    let text = narrowed(text);
    if WORDS_OF_LEVELS.contains(&fold(&text).as_str()) {
        return Figure::Word;
    }
    let (status, rest) = status(&text);
    if not_exact(rest) {
        return Figure::NotExact;
    }
    let (digits, unit) = split(rest);
    let reading = read(digits);
    let exponent = unit.strip_prefix('e').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_unit = unit.is_empty() || unit.starts_with(|c: char| c.is_alphabetic() || c == '%') && !exponent;
    if reading == Reading::No || !is_unit {
        return Figure::No;
    }
    Figure::One(One { reading, status, unit: unit.to_owned() })
}

/// The number in front and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    let of_a_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '+');
    let end = text.find(|c| !of_a_number(c)).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    (digits.trim(), unit.trim())
}

/// A word of status in front, or behind in brackets, and the rest.
fn status(text: &str) -> (Option<Status>, &str) {
    for (word, status) in STATUS_BEFORE {
        let apart = |rest: &&str| rest.starts_with([' ', ':']) || starts_as_number(rest);
        if let Some(rest) = text.strip_prefix(word).filter(apart) {
            return (Some(*status), rest.trim_start_matches([':', ' ']));
        }
        let behind = text.strip_suffix(')').and_then(|rest| rest.trim_end().strip_suffix(word));
        if let Some(rest) = behind.and_then(|rest| rest.trim_end().strip_suffix('(')) {
            return (Some(*status), rest.trim_end());
        }
    }
    (None, text)
}

fn starts_as_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether a number is there, but with a bound, a range or an approximation.
fn not_exact(text: &str) -> bool {
    let reached = |text: &str| text.strip_prefix(REACHED).unwrap_or_default().trim_start().to_owned();
    let after_reached = reached(text);
    for text in [text, after_reached.as_str()] {
        let sign = text.trim_start_matches(NOT_EXACT_SIGNS).trim_start();
        if sign.len() < text.len() && starts_as_number(sign) {
            return true;
        }
        let words = NOT_EXACT_BEFORE.iter().filter_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
        if words.into_iter().any(|rest| starts_as_number(rest) || starts_as_number(&reached(rest)) || not_exact(rest)) {
            return true;
        }
    }
    let (digits, behind) = split(text);
    let bounded = NOT_EXACT_BEHIND.iter().any(|word| fold(behind).ends_with(word));
    bounded && read(digits) != Reading::No || digits.len() > 1 && digits.ends_with('+') || is_range(text)
}

fn is_range(text: &str) -> bool {
    let ends = RANGE.iter().flat_map(|between| {
        let places = text.match_indices(between).filter(|(at, _)| *at > 0);
        places.map(|(at, between)| (&text[..at], &text[at + between.len()..]))
    });
    let number = |text: &str| {
        let (digits, unit) = split(text.trim());
        let unit = unit.is_empty() || unit.starts_with(|c: char| c.is_alphabetic() || c == '%');
        unit && read(digits) != Reading::No
    };
    ends.into_iter().any(|(low, high)| number(low) && number(high))
}

#[cfg(test)]
mod tests {
    use super::{Figure, figure};
    use crate::model::Status;
    use proptest::prelude::*;

    #[test]
    fn bounds_ranges_and_approximations_are_no_numbers() {
        let texts = [
            "trên 57",
            "≥ 57",
            ">57",
            ">= 57",
            "< 3",
            "≤3",
            "~57",
            "57-60",
            "57 – 60",
            "57 đến 60",
            "từ 57 đến 60 %",
            "ít nhất 57",
            "khoảng 52",
            "Gần 60",
            "khoảng 4.500 tỷ",
            "đạt trên 95%",
            "trên 95 %",
            "57 trở lên",
            "10% trở lên",
            "57+",
            "± 2",
            "57 ± 2",
            "không quá 3",
            "xấp xỉ 99,5",
            "ước khoảng 57",
            "ước đạt trên 57",
            "hơn 1.200 người",
            "57% - 60%",
            "Dưới 2",
            "khoảng trên 57",
        ];
        for text in texts {
            assert_eq!(figure(text), Figure::NotExact, "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers_and_other_text_is_neither() {
        for text in ["x", "X", "v", "có", "Đạt", "không đạt", "Không", "TỐT", "\u{2713}"] {
            assert_eq!(figure(text), Figure::Word, "{text}");
        }
        let other = [
            "",
            "-",
            "đang thống kê",
            "theo báo cáo",
            "57/60",
            "(57)",
            "57; 60",
            "3-5-2023",
            "1e999",
            "ước",
            "trên",
            "ước đạt",
        ];
        for text in other {
            assert_eq!(figure(text), Figure::No, "{text}");
        }
    }

    #[test]
    fn status_and_unit_around_a_number() {
        let parts = |text: &str| match figure(text) {
            Figure::One(one) => (one.reading.under(None).unwrap().to_string(), one.status, one.unit),
            other => panic!("{text}: {other:?}"),
        };
        let (estimate, forecast) = (Some(Status::Estimate), Some(Status::Forecast));
        for text in ["ước 57", "Ước đạt 57", "ước thực hiện: 57", "57 (ước)", "57 (ước đạt)", "ước TH 57", "dự ước 57"]
        {
            assert_eq!(parts(text), ("57".into(), estimate, String::new()), "{text}");
        }
        assert_eq!(parts("dự kiến 60"), ("60".into(), forecast, String::new()));
        assert_eq!(parts("ước 4,5 nghìn tỷ"), ("4.5".into(), estimate, "nghìn tỷ".into()));
        assert_eq!(parts("93,35%"), ("93.35".into(), None, "%".into()));
        assert_eq!(parts("93,35 %"), ("93.35".into(), None, "%".into()));
        assert_eq!(parts("75tr.đồng"), ("75".into(), None, "tr.đồng".into()));
        assert_eq!(parts("-2,5"), ("-2.5".into(), None, String::new()));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 2_000,
            failure_persistence: None,
            rng_seed: proptest::test_runner::RngSeed::Fixed(4),
            ..ProptestConfig::default()
        })]

        #[test]
        fn no_text_panics(text in any::<String>(), near in "(ước |khoảng |≥|đạt )?[0-9.,-]{0,6}( ?(-|đến|±) ?)?[0-9%]{0,3}( tỷ| \\(ước\\))?") {
            let _ = (figure(&text), figure(&near));
        }
    }
}
