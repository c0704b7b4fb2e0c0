//! What stands in the column of points, or in a name, in; the points it means out.

use rust_decimal::Decimal;

use super::token::number;
use crate::model::{Content, fold};
use crate::wording::draft::{AT_MOST, OFF, POINTS_BEFORE, POINTS_BEHIND};

/// The most points that a scale may have.
const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The points of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Nothing stands there.
    Blank,
    /// Points; below zero where they are taken off.
    Points(Decimal),
    /// What stands there is no number.
    Unclear(String),
}

/// The points of a cell.
pub fn stated(content: Option<&Content>) -> Stated {
    match content {
        None => Stated::Blank,
        Some(Content::Number(number)) if number.abs() <= MOST => Stated::Points(*number),
        Some(Content::Text(text)) if fold(text).trim_matches('-').is_empty() => Stated::Blank,
        Some(Content::Text(text)) => in_words(text).map_or_else(|| Stated::Unclear(text.clone()), Stated::Points),
        Some(other) => Stated::Unclear(other.raw()),
    }
}

/// `20 điểm`, `tối đa 20`, `-5`, `12,5đ`.
fn in_words(text: &str) -> Option<Decimal> {
    let folded = fold(text).replace('\u{2212}', "-");
    let mut rest = folded.trim().trim_start_matches('(').trim_end_matches(')').trim();
    let mut off = false;
    while let Some((word, shorter)) =
        POINTS_BEFORE.iter().find_map(|word| Some((*word, rest.strip_prefix(word)?.trim_start_matches([' ', ':']))))
    {
        off |= word == OFF;
        rest = shorter;
    }
    let (sign, rest) = match rest.strip_prefix('-') {
        Some(rest) => (Decimal::NEGATIVE_ONE, rest),
        None => (if off { Decimal::NEGATIVE_ONE } else { Decimal::ONE }, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let rest = POINTS_BEHIND.iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
    number(rest.trim())
        .filter(|points| *points <= MOST)
        .filter(|_| rest.contains(|c: char| c.is_ascii_digit()))
        .map(|points| points * sign)
}

/// The most that a name says: `(tổng không quá 20)`.
pub fn limit_in(name: &str) -> Option<Decimal> {
    let folded = fold(name);
    let behind = AT_MOST.iter().find_map(|word| folded.split_once(word).map(|(_, behind)| behind.to_owned()))?;
    let digits: String =
        behind.trim_start().chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    number(digits.trim_end_matches(['.', ','])).filter(|points| *points <= MOST && !digits.is_empty())
}

/// A name without the points behind it, and these: `Kinh tế (350 điểm)`, `Kinh tế - 350 điểm`.
pub fn of_name(name: &str) -> (String, Option<Decimal>) {
    if let Some((before, inside)) = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        let said = POINTS_BEHIND.iter().any(|word| fold(inside).ends_with(word));
        if let Some(points) = in_words(inside).filter(|_| said && !before.trim().is_empty()) {
            return (before.trim().to_owned(), Some(points));
        }
    }
    for sign in [" - ", " \u{2013} ", ": "] {
        if let Some((before, behind)) = name.rsplit_once(sign)
            && fold(behind).ends_with(POINTS_BEHIND[0])
            && let Some(points) = in_words(behind)
        {
            return (before.trim().to_owned(), Some(points));
        }
    }
    (name.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::{Stated, limit_in, of_name, stated};
    use crate::model::Content;
    use rust_decimal::Decimal;

    #[test]
    fn points_in_words() {
        let read = |text: &str| stated(Some(&Content::Text(text.to_owned())));
        for (text, points) in [
            ("20 điểm", "20"),
            ("20đ", "20"),
            ("tối đa 20", "20"),
            ("Tối đa: 12,5 điểm", "12.5"),
            ("1.000", "1000"),
            ("0.25", "0.25"),
            ("-40", "-40"),
            ("\u{2212}40", "-40"),
            ("trừ không quá 40", "-40"),
            ("+5", "5"),
        ] {
            assert_eq!(read(text), Stated::Points(points.parse().unwrap()), "{text}");
        }
        for text in ["10-20", "5 điểm/lần", "theo quy định", "x"] {
            assert_eq!(read(text), Stated::Unclear(text.to_owned()));
        }
        assert_eq!(read("-"), Stated::Blank);
    }

    #[test]
    fn points_in_names() {
        let found = |name: &str| of_name(name);
        assert_eq!(found("Kinh tế (350 điểm)"), ("Kinh tế".into(), Some(Decimal::from(350))));
        assert_eq!(found("KINH TẾ - 350 ĐIỂM"), ("KINH TẾ".into(), Some(Decimal::from(350))));
        assert_eq!(found("Tỷ lệ che phủ rừng (có 2 loại cây)").1, None);
        assert_eq!(found("Giảm cả 3 tiêu chí").0, "Giảm cả 3 tiêu chí");
        assert_eq!(limit_in("Điểm thưởng (ngoài 1.000 điểm, tổng không quá 20)"), Some(Decimal::from(20)));
    }
}
