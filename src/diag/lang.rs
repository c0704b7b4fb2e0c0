//! The two languages of every output, and how each writes a number and a date.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A sentence made when it is written, in the language asked for; never stored as text.
pub type Sentence = Arc<dyn Fn(Lang) -> String + Send + Sync>;

/// The language of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The words in `lang`.
    pub fn say(self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

impl Lang {
    /// One of two values, by language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    /// `1.234,5` in Vietnamese, `1,234.5` in English; no trailing zeros, nothing rounded.
    pub fn number(self, value: Decimal) -> String {
        self.digits(&value.normalize().to_string())
    }

    /// The same with exactly `places` decimals; the value must already be rounded to them.
    pub fn fixed(self, value: Decimal, places: u32) -> String {
        let mut value = value;
        value.rescale(places.max(value.normalize().scale()));
        self.digits(&value.to_string())
    }

    fn digits(self, plain: &str) -> String {
        let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
        let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
        let (group, point) = self.pick(('.', ','), (',', '.'));
        let mut out = String::with_capacity(plain.len() + whole.len() / 3);
        out.push_str(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if !part.is_empty() {
            out.push(point);
            out.push_str(part);
        }
        out
    }

    /// `31/12/2023` in both languages, as the documents print it.
    pub fn date(self, date: NaiveDate) -> String {
        date.format("%d/%m/%Y").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;
    use rust_decimal::Decimal;

    #[test]
    fn numbers_follow_the_language() {
        let value = Decimal::new(123_456_750, 2);
        assert_eq!(Lang::Vi.number(value), "1.234.567,5");
        assert_eq!(Lang::En.fixed(value, 2), "1,234,567.50");
        assert_eq!(Lang::Vi.number(Decimal::new(-5, 1)), "-0,5");
    }
}
