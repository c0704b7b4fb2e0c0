//! The number of a row as offices write it in; what kind of numbering it is, and where it stands in its list, out.

use super::token::number;
use crate::model::{Content, fold};
use crate::wording::draft::CODE_WORDS;

/// The most letters of one segment.
const LONGEST: usize = 5;

/// Letters in the order of Vietnamese lists, the crossed d among them.
const LETTERS: [&str; 2] = ["abcd\u{111}eghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz"];

/// A kind of numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A column of its own for what stands above.
    Group,
    /// `A`, `B`.
    Upper,
    /// `I`, `II`.
    Roman,
    /// No number at all.
    Bare,
    /// `1`, `2`.
    Arabic,
    /// `1.2.3`: so many segments.
    Dotted(usize),
    /// `a`, `b`.
    Lower,
    /// `i`, `ii`.
    LowerRoman,
    /// `-`, `+`, `*`.
    Bullet(char),
}

impl Kind {
    /// What stands higher in a list comes first.
    pub fn rank(self) -> usize {
        match self {
            Self::Group => 0,
            Self::Upper | Self::Roman => 1,
            Self::Bare => 2,
            Self::Arabic => 3,
            Self::Dotted(segments) => 3 + segments,
            Self::Lower | Self::LowerRoman => 20,
            Self::Bullet('-') => 30,
            Self::Bullet(_) => 31,
        }
    }
}

/// The number of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// As written.
    pub written: String,
    /// Its segments: `1.2a` has three.
    pub segments: Vec<String>,
    /// What kinds of numbering it may be of, the likelier first, and its place in each; a bullet has none.
    pub readings: Vec<(Kind, Option<u32>)>,
}

impl Code {
    /// No number.
    pub fn bare() -> Self {
        Self { written: String::new(), segments: Vec::new(), readings: vec![(Kind::Bare, None)] }
    }

    /// Whether it has no number of its own: none, or a bullet.
    pub fn is_plain(&self) -> bool {
        self.segments.is_empty()
    }

    /// Whether it begins a list.
    pub fn begins(&self) -> bool {
        self.readings.iter().any(|(kind, place)| *place == Some(1) || matches!(kind, Kind::Bullet(_)))
    }

    /// Whether a letter stands right behind a number, as in `27a`.
    pub fn is_inserted(&self) -> bool {
        self.segments.len() > 1 && !self.written.trim_end_matches('.').contains('.')
    }
}

/// Reads what stands in the column of numbers; none where it is no number.
pub fn code(content: &Content) -> Option<Code> {
    match content {
        Content::Date(date) => read(&date.format("%-d.%-m").to_string()),
        other => read(&other.raw()),
    }
}

/// Reads a number.
pub fn read(text: &str) -> Option<Code> {
    let folded = fold(text);
    let bare = CODE_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let start = text.chars().count() - bare.chars().count().min(text.chars().count());
    let written = text.trim().to_owned();
    let capital = text.chars().skip(start).any(char::is_uppercase);
    let close = |c: char| c.is_whitespace() || matches!(c, '.' | ')' | ':' | '/' | '(');
    let tight: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    if let [bullet] = tight.chars().collect::<Vec<_>>()[..]
        && matches!(bullet, '-' | '+' | '*' | '\u{2022}' | '\u{25CF}')
    {
        return Some(Code { written, segments: Vec::new(), readings: vec![(Kind::Bullet(bullet), None)] });
    }
    let segments: Vec<String> = tight.trim_matches(close).split('.').flat_map(apart).collect();
    let sound = |segment: &String| {
        let count = segment.chars().count();
        let digits = segment.chars().all(|c| c.is_ascii_digit());
        (1..=LONGEST).contains(&count)
            && (digits || count == 1 && segment.chars().all(char::is_alphabetic) || roman(segment).is_some())
    };
    if segments.is_empty() || !segments.iter().all(sound) {
        return None;
    }
    let readings = readings(&segments, capital);
    (!readings.is_empty()).then_some(Code { written, segments, readings })
}

/// A number and the letter behind it.
fn apart(segment: &str) -> Vec<String> {
    let digits = segment.find(|c: char| !c.is_ascii_digit()).unwrap_or(segment.len());
    let (number, letter) = segment.split_at(digits);
    let letter = letter.trim_end_matches(')');
    if number.is_empty() || letter.is_empty() || letter.chars().count() > 1 {
        return vec![segment.trim_end_matches(')').to_owned()];
    }
    vec![number.to_owned(), letter.to_owned()]
}

fn readings(segments: &[String], capital: bool) -> Vec<(Kind, Option<u32>)> {
    let [only] = segments else {
        let last = segments.last().map(String::as_str).unwrap_or_default();
        return vec![(Kind::Dotted(segments.len()), place(last))];
    };
    if only.chars().all(|c| c.is_ascii_digit()) {
        return vec![(Kind::Arabic, place(only))];
    }
    let (roman_kind, letter_kind) = if capital { (Kind::Roman, Kind::Upper) } else { (Kind::LowerRoman, Kind::Lower) };
    let as_roman = roman(only).map(|value| (roman_kind, Some(value)));
    let as_letters = (only.chars().count() == 1)
        .then(|| LETTERS.map(|order| order.chars().position(|c| only.starts_with(c))))
        .into_iter()
        .flatten()
        .flatten()
        .map(|place| (letter_kind, u32::try_from(place + 1).ok()));
    let mut found: Vec<_> = as_letters.collect();
    found.dedup();
    match as_roman {
        Some(reading) if capital && reading.1.is_some_and(|value| value < 40) => found.insert(0, reading),
        Some(reading) => found.push(reading),
        None => {}
    }
    found
}

/// The place of a segment in its list.
fn place(segment: &str) -> Option<u32> {
    if segment.chars().all(|c| c.is_ascii_digit()) {
        return number(segment).and_then(|number| number.try_into().ok());
    }
    let [letters, _] = LETTERS;
    let place = letters.chars().position(|c| segment.starts_with(c))?;
    u32::try_from(place + 1).ok()
}

/// The value of Roman digits in small letters.
fn roman(text: &str) -> Option<u32> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let digits: Option<Vec<u32>> = text.chars().map(value).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let signed = digits.iter().enumerate().map(|(at, digit)| {
        let less = digits.get(at + 1).is_some_and(|next| next > digit);
        if less { -i64::from(*digit) } else { i64::from(*digit) }
    });
    u32::try_from(signed.sum::<i64>()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Kind, read};

    #[test]
    fn numbers_as_offices_write_them() {
        let first = |text: &str| read(text).map(|code| code.readings[0]);
        assert_eq!(first("IV."), Some((Kind::Roman, Some(4))));
        assert_eq!(first("B"), Some((Kind::Upper, Some(2))));
        assert_eq!(first("1."), Some((Kind::Arabic, Some(1))));
        assert_eq!(first("\u{111})"), Some((Kind::Lower, Some(5))));
        assert_eq!(first("-"), Some((Kind::Bullet('-'), None)));
        assert_eq!(first("1.2.3"), Some((Kind::Dotted(3), Some(3))));
        assert_eq!(read("2. b)").unwrap().segments, ["2", "b"]);
        assert_eq!(read("27a").unwrap().segments, ["27", "a"]);
        assert!(read("27a").unwrap().is_inserted() && !read("1.a)").unwrap().is_inserted());
        assert_eq!(read("Tiêu chí số 6a").unwrap().segments, ["6", "a"]);
        assert_eq!(read("Phần I").unwrap().readings[0], (Kind::Roman, Some(1)));
        for text in ["Ghi chú: 1", "tt", "LĨNH VỰC", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_are_roman_digits_too_have_both_readings() {
        let code = read("V").unwrap();
        assert!(
            code.readings.contains(&(Kind::Roman, Some(5))) && code.readings.iter().any(|own| own.0 == Kind::Upper)
        );
    }
}
