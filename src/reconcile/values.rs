//! A cell's content in; what it means for an input, or what is wrong with it, out.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::number::{Convention, Reading, read};
use super::written::{inexact, scaled};
use crate::diag::Fault;
use crate::model::{Content, Datum, InputKind, Status, Value, fold, percent};
use crate::wording::recognition::{EITHER_OF_TWO, NO_FIGURE, NOT_ARISING, NOT_ASSIGNED, STATUSES};

/// The largest number any figure may be, either way.
const MOST: i64 = 1_000_000_000_000_000;

/// A meaning, and the fault to note beside it where the cell needed a conversion.
pub type Meaning = Result<(Datum, Option<Fault>), Fault>;

/// What a cell means for an input of a kind.
///
/// # Errors
/// The fault of a cell that is not what the input takes.
pub fn datum(content: Option<&Content>, kind: &InputKind, unit: &str, convention: Option<Convention>) -> Meaning {
    let Some(content) = content else { return Ok((Datum::Missing, None)) };
    if let Content::Error(_) = content {
        return Err(Fault::ErrorCell {});
    }
    if *content == Content::Unsaved {
        return Err(Fault::UnsavedFormula {});
    }
    let folded = fold(&content.raw());
    let is_text = matches!(content, Content::Text(_));
    if is_text && NOT_ASSIGNED.contains(&folded.as_str()) {
        return Ok((Datum::NotAssigned, None));
    }
    if is_text && NOT_ARISING.contains(&folded.as_str()) {
        return Ok((Datum::NotArising, None));
    }
    if is_text && folded == EITHER_OF_TWO {
        return Err(Fault::EitherOfTwo {});
    }
    if is_text && (NO_FIGURE.contains(&folded.as_str()) || folded.is_empty()) {
        return Ok((Datum::Missing, None));
    }
    match kind {
        InputKind::Number => {
            number(content, unit, convention).map(|(value, note)| (Datum::Known(Value::Number(value)), note))
        }
        InputKind::Count => {
            let (value, note) = number(content, unit, convention)?;
            if value.is_sign_negative() && !value.is_zero() || !value.normalize().fract().is_zero() {
                return Err(Fault::NumberOutOfRange {});
            }
            Ok((Datum::Known(Value::Number(value)), note))
        }
        InputKind::Date => date(content).map(|date| (Datum::Known(Value::Date(date)), None)).ok_or(Fault::NotADate {}),
        InputKind::Word(groups) => word(content, groups).map(|word| (Datum::Known(Value::Word(word)), None)),
    }
}

/// The number of a cell.
///
/// # Errors
/// `not-a-number`, `ambiguous-number`, `number-out-of-range`.
pub fn number(
    content: &Content,
    unit: &str,
    convention: Option<Convention>,
) -> Result<(Decimal, Option<Fault>), Fault> {
    let not = || Fault::NotANumber { unit: unit.to_owned() };
    let (value, note) = match content {
        Content::Number(value) => (*value, None),
        Content::Percent(share) if unit.contains('%') => (percent(*share), None),
        Content::Percent(_) => return Err(Fault::PercentNotExpected { unit: unit.to_owned() }),
        Content::Unsaved => return Err(Fault::UnsavedFormula {}),
        Content::Date(_) => return Err(Fault::DateNotNumber {}),
        Content::Text(text) => {
            let text = narrow(text);
            if inexact(&text) {
                return Err(Fault::InexactNumber {});
            }
            if let Some((digits, by)) = scaled(&text, unit) {
                let value = of_text(digits, "", convention)?.checked_mul(by).ok_or(Fault::NumberOutOfRange {})?;
                let read = value.normalize().to_string();
                (value, Some(Fault::UnitInCell { read, unit: unit.to_owned() }))
            } else {
                let value = of_text(&text, unit, convention)?;
                (value, Some(Fault::NumberAsText { read: value.normalize().to_string() }))
            }
        }
        _ => return Err(not()),
    };
    if value.abs() > Decimal::from(MOST) {
        return Err(Fault::NumberOutOfRange {});
    }
    Ok((value, note))
}

/// Digits and letters of double width made plain, no-break spaces made spaces.
fn narrow(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        c => c,
    };
    text.chars().filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}')).map(plain).collect()
}

fn of_text(text: &str, unit: &str, convention: Option<Convention>) -> Result<Decimal, Fault> {
    let not = || Fault::NotANumber { unit: unit.to_owned() };
    let digits = match text.trim().strip_suffix('%') {
        Some(digits) if unit.contains('%') => digits,
        Some(_) => return Err(not()),
        None => text,
    };
    match (read(digits), convention) {
        (Reading::Number(value, _), _)
        | (Reading::Either(value, _), Some(Convention::Vietnamese))
        | (Reading::Either(_, value), Some(Convention::Plain)) => Ok(value),
        (Reading::Either(vietnamese, plain), None) => Err(Fault::AmbiguousNumber {
            readings: vec![vietnamese.normalize().to_string(), plain.normalize().to_string()],
        }),
        (Reading::No, _) => Err(not()),
    }
}

/// A date cell, or text such as `28/02/2023`.
pub fn date(content: &Content) -> Option<NaiveDate> {
    match content {
        Content::Date(date) => Some(*date),
        Content::Text(text) => ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"].iter().find_map(|shape| {
            let date = NaiveDate::parse_from_str(text.trim(), shape).ok()?;
            (2000..=2100).contains(&chrono::Datelike::year(&date)).then_some(date)
        }),
        _ => None,
    }
}

fn word(content: &Content, groups: &[Vec<String>]) -> Result<String, Fault> {
    let folded = fold(&content.raw());
    let group = groups.iter().find(|group| group.iter().any(|word| fold(word) == folded));
    group.and_then(|group| group.first().cloned()).ok_or_else(|| Fault::UnknownWord {
        accepted: groups.iter().filter_map(|group| group.first().cloned()).collect(),
    })
}

/// The status a cell gives to the figure beside it.
///
/// # Errors
/// `unknown-word` with the words there are.
pub fn status(content: Option<&Content>) -> Result<Status, Fault> {
    let folded = content.map(|content| fold(&content.raw())).unwrap_or_default();
    STATUSES.iter().find(|(word, _)| *word == folded).map(|(_, status)| *status).ok_or_else(|| Fault::UnknownWord {
        accepted: STATUSES.iter().skip(1).map(|(word, _)| (*word).to_owned()).collect(),
    })
}
