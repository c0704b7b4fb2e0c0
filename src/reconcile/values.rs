//! A cell's content in; what it means for an input, or what is wrong with it, out.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::number::narrowed;
use super::quantity::{Number, number};
use crate::diag::Fault;
use crate::model::{Content, Convention, Criterion, Datum, InputKind, Kp, Status, Value, fold};
use crate::wording::recognition::{DATE_WORDS, ERRORS, KP, NO_FIGURE, NOT_ARISING, NOT_ASSIGNED, STATUSES};

/// The row whose number is a coefficient, not a figure of the criterion.
const COEFFICIENT: &str = "difficulty";

/// What may stand in a cell.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub kind: &'a InputKind,
    pub unit: &'a str,
    /// Further units and how many of the criterion's each is.
    pub scales: &'a [(String, Decimal)],
    pub least: Option<Decimal>,
    pub most: Option<Decimal>,
    /// What the letters KP mean.
    pub kp: Option<Kp>,
    pub convention: Option<Convention>,
    /// The unit that the row states, where it is not the criterion's, and its scale.
    pub row_unit: Option<(&'a str, Decimal)>,
}

/// A number without a unit, such as a mark or a count of ballots.
pub const PURE: Wanted = Wanted {
    kind: &InputKind::Number,
    unit: "",
    scales: &[],
    least: None,
    most: None,
    kp: None,
    convention: None,
    row_unit: None,
};

impl<'a> Wanted<'a> {
    /// For an input of a criterion.
    pub fn of(criterion: &'a Criterion, input: usize, kp: Option<Kp>, convention: Option<Convention>) -> Self {
        let input = &criterion.inputs[input];
        let own = input.row != COEFFICIENT;
        Self {
            kind: &input.kind,
            unit: if own { &criterion.unit } else { "" },
            scales: if own { &criterion.scales } else { &[] },
            least: criterion.least.filter(|_| own),
            most: criterion.most.filter(|_| own),
            kp,
            convention,
            row_unit: None,
        }
    }
}

/// What a cell means, and what to note beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    pub datum: Datum,
    /// The status that the cell itself gives to its figure.
    pub status: Status,
    pub notes: Vec<Fault>,
}

impl Meaning {
    fn bare(datum: Datum) -> Self {
        Self { datum, ..Self::default() }
    }
}

impl From<Number> for Meaning {
    fn from(number: Number) -> Self {
        Self { datum: Datum::Known(Value::Number(number.value)), status: number.status, notes: number.notes }
    }
}

/// What a cell means for an input.
///
/// # Errors
/// The fault of a cell that is not what the input takes.
pub fn datum(content: Option<&Content>, wanted: &Wanted) -> Result<Meaning, Fault> {
    let Some(content) = content else { return Ok(Meaning::default()) };
    if let InputKind::Word(groups) = wanted.kind
        && let Ok(word) = word(content, groups)
    {
        return Ok(Meaning::bare(Datum::Known(Value::Word(word))));
    }
    if let Some(special) = special(content, wanted.kp)? {
        return Ok(Meaning::bare(special));
    }
    match wanted.kind {
        InputKind::Number => number(content, wanted).map(Meaning::from),
        InputKind::Count => {
            let number = number(content, wanted)?;
            if number.value.is_sign_negative() && !number.value.is_zero() || !number.value.normalize().fract().is_zero()
            {
                return Err(Fault::NumberOutOfRange {});
            }
            Ok(number.into())
        }
        InputKind::Date => {
            date(content).map(|date| Meaning::bare(Datum::Known(Value::Date(date)))).ok_or(Fault::NotADate {})
        }
        InputKind::Word(groups) => word(content, groups).map(|word| Meaning::bare(Datum::Known(Value::Word(word)))),
    }
}

/// What stands in a cell in the place of a value: words for nothing, nothing yet, not for this member.
///
/// # Errors
/// `error-cell`, `unsaved-formula`, or `either-of-two` where nothing says which of its two meanings the letters have.
pub fn special(content: &Content, kp: Option<Kp>) -> Result<Option<Datum>, Fault> {
    let text = match content {
        Content::Text(text) => text,
        Content::Error(error) if error.parse::<f64>().is_ok() => return Err(Fault::NumberOutOfRange {}),
        Content::Error(_) => return Err(Fault::ErrorCell {}),
        Content::Unsaved => return Err(Fault::UnsavedFormula {}),
        _ => return Ok(None),
    };
    let folded = fold(text);
    let is = |words: &[&str]| words.contains(&folded.as_str());
    if ERRORS.iter().any(|error| folded.starts_with(error)) {
        return Err(Fault::ErrorCell {});
    }
    Ok(match kp {
        _ if is(NOT_ASSIGNED) => Some(Datum::NotAssigned),
        _ if is(NOT_ARISING) => Some(Datum::NotArising),
        _ if folded.is_empty() || is(NO_FIGURE) => Some(Datum::Missing),
        _ if folded != KP => None,
        Some(Kp::NotAssigned) => Some(Datum::NotAssigned),
        Some(Kp::NotArising) => Some(Datum::NotArising),
        None => return Err(Fault::EitherOfTwo {}),
    })
}

/// A date cell, or text such as `28/02/2023` or its long form with the words for day, month and year.
pub fn date(content: &Content) -> Option<NaiveDate> {
    let text = match content {
        Content::Date(date) => return Some(*date),
        Content::Text(text) => narrowed(text),
        _ => return None,
    };
    let mut text = format!(" {text}");
    for (word, sign) in DATE_WORDS {
        text = text.replace(&format!(" {word} "), sign);
    }
    let packed: String = text.chars().filter(|c| *c != ' ').collect();
    ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"].iter().find_map(|shape| {
        let date = NaiveDate::parse_from_str(&packed, shape).ok()?;
        (2000..=2100).contains(&chrono::Datelike::year(&date)).then_some(date)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Content {
        Content::Text(text.to_owned())
    }

    fn wanted(kind: &InputKind) -> Wanted<'_> {
        Wanted { kind, unit: "tỷ đồng", ..PURE }
    }

    fn read(content: &Content) -> Result<Datum, Fault> {
        datum(Some(content), &wanted(&InputKind::Number)).map(|meaning| meaning.datum)
    }

    #[test]
    fn what_is_no_value_is_told_apart() {
        assert_eq!(datum(None, &wanted(&InputKind::Number)), Ok(Meaning::default()));
        for missing in ["-", "–", "N/A", "không có", "...", "…", "\u{A0}"] {
            assert_eq!(read(&text(missing)), Ok(Datum::Missing), "{missing}");
        }
        assert_eq!(read(&text("0")), Ok(Datum::Known(Value::Number(Decimal::ZERO))));
        assert_eq!(read(&text("Không giao")), Ok(Datum::NotAssigned));
        assert_eq!(read(&text("KHÔNG PHÁT SINH")), Ok(Datum::NotArising));
        assert_eq!(read(&Content::Error("#N/A".to_owned())), Err(Fault::ErrorCell {}));
        for error in ["#N/A", "#REF!", "#DIV/0!", "Err:508"] {
            assert_eq!(read(&text(error)), Err(Fault::ErrorCell {}), "{error}");
        }
        let unit = || "tỷ đồng".to_owned();
        assert_eq!(read(&text("không")), Err(Fault::WordForNumber { unit: unit() }));
        assert_eq!(read(&Content::Bool(true)), Err(Fault::WordForNumber { unit: unit() }));
        assert_eq!(read(&text("KP")), Err(Fault::EitherOfTwo {}));
        for (kp, means) in [(Kp::NotAssigned, Datum::NotAssigned), (Kp::NotArising, Datum::NotArising)] {
            let wanted = Wanted { kp: Some(kp), ..wanted(&InputKind::Number) };
            assert_eq!(datum(Some(&text("kp")), &wanted).unwrap().datum, means);
        }
    }

    #[test]
    fn dates_in_text() {
        let day = NaiveDate::from_ymd_opt(2023, 2, 28);
        let same = [
            "28/02/2023",
            "28/2/2023",
            "28-02-2023",
            "28.2.2023",
            "2023-02-28",
            " 28 / 02 / 2023",
            "Ngày 28/02/2023",
            "ngày 28 tháng 02 năm 2023",
            "28 tháng 2 năm 2023",
            "\u{FF12}\u{FF18}/02/2023",
        ];
        for said in same {
            assert_eq!(date(&text(said)), day, "{said}");
        }
        for none in ["30/02/2023", "28/02/23", "02/28/2023", "tháng 2", "28/02", "45000", "quý I"] {
            assert_eq!(date(&text(none)), None, "{none}");
        }
        assert_eq!(date(&Content::Number(45_000.into())), None);
    }

    #[test]
    fn limits_and_words() {
        let limited =
            Wanted { least: Some(Decimal::ZERO), most: Some(Decimal::ONE_HUNDRED), ..wanted(&InputKind::Number) };
        for outside in ["-0,5", "100,01"] {
            assert!(matches!(number(&text(outside), &limited), Err(Fault::OutsideLimits { .. })), "{outside}");
        }
        assert_eq!(number(&text("100"), &limited).unwrap().value, Decimal::ONE_HUNDRED);
        let groups = InputKind::Word(vec![vec!["Có".to_owned()], vec!["Không".to_owned(), "Không có".to_owned()]]);
        let said = datum(Some(&text("không có")), &wanted(&groups)).unwrap().datum;
        assert_eq!(said, Datum::Known(Value::Word("Không".to_owned())));
        assert_eq!(datum(Some(&text("-")), &wanted(&groups)).unwrap().datum, Datum::Missing);
        let negative = datum(Some(&text("-1")), &wanted(&InputKind::Count));
        assert_eq!(negative, Err(Fault::NumberOutOfRange {}));
    }

    #[test]
    fn what_was_converted_is_noted() {
        let convention = Some(Convention::Vietnamese);
        let wanted = Wanted { convention, ..wanted(&InputKind::Number) };
        let (read, unit) = ("4500".to_owned(), "tỷ đồng".to_owned());
        let converted = number(&text("4,5 nghìn tỷ"), &wanted).unwrap();
        let note = Fault::UnitInCell { read, unit };
        assert_eq!((converted.value, converted.notes), (4500.into(), vec![note.clone()]));
        let same = number(&text("4.500 tỷ đồng"), &wanted).unwrap();
        assert_eq!((same.value, same.notes), (4500.into(), vec![note]));
        let estimate = number(&text("ước 57"), &wanted).unwrap();
        assert_eq!(estimate.status, Status::Estimate);
        assert!(matches!(number(&text("57 lít"), &wanted), Err(Fault::UnitNotDeclared { .. })));
    }
}
