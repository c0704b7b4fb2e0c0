//! Differences, places and values in; the few letters by which a table shows them out.

use crate::compare::{Cause, FigureChange, Offer, Part};
use crate::diag::{Lang, Text};
use crate::model::{Column, Datum, Observed, Points, SharedState, StageMark, Status, Value};
use crate::wording::diff as words;

/// `+4,5`, with a sign.
pub fn signed(points: Points, lang: Lang) -> String {
    let said = lang.number(points.decimal());
    if points > Points::ZERO { format!("+{said}") } else { said }
}

/// Points, or that there are none.
pub fn or(points: Option<Points>, otherwise: Text, lang: Lang) -> String {
    points.map_or_else(|| otherwise.say(lang).to_owned(), |points| lang.number(points.decimal()))
}

/// What a cause did to a number: its difference, what came or went, or nothing.
pub fn by(parts: &[Part], cause: Cause, lang: Lang) -> String {
    let Some(part) = parts.iter().find(|part| part.causes.contains(&cause)) else { return "-".to_owned() };
    if part.causes.last() != Some(&cause) {
        return words::TOGETHER.say(lang).to_owned();
    }
    match (part.points(), part.from, part.to) {
        (Some(points), ..) => signed(points, lang),
        (None, None, Some(points)) => format!("→ {}", lang.number(points.decimal())),
        (None, Some(points), None) => format!("{} →", lang.number(points.decimal())),
        (None, ..) => "-".to_owned(),
    }
}

/// What a cause is called.
pub fn cause(cause: Cause) -> Text {
    match cause {
        Cause::Program => words::BY_PROGRAM,
        Cause::Data => words::BY_DATA,
        Cause::Stages => words::BY_STAGES,
        Cause::Compact => words::BY_COMPACT,
    }
}

/// Several causes, without repeating one.
pub fn causes(list: &[Cause], lang: Lang) -> String {
    words::causes(&list.iter().map(|one| cause(*one)).collect::<Vec<_>>(), lang)
}

/// What is proposed.
pub fn offer(offer: Offer) -> Text {
    match offer {
        Offer::No => words::NOT_PROPOSED,
        Offer::Tied => words::TIED,
        Offer::Conditional => words::CONDITIONAL,
        Offer::Yes => words::PROPOSED,
    }
}

/// Whether a shared sheet can be relied on.
pub fn sheet_state(state: SharedState) -> Text {
    match state {
        SharedState::NotExpected => words::NOT_EXPECTED,
        SharedState::Present => words::RELIABLE,
        SharedState::Unreliable => words::UNRELIABLE,
    }
}

/// The name of an input: its column, and its row where that is not the criterion's own.
pub fn input(change: &FigureChange, lang: Lang) -> String {
    let column = match change.input.column {
        Column::Plan => words::PLAN.say(lang),
        Column::Actual => words::ACTUAL.say(lang),
    };
    match &change.input.label {
        Some((vi, en)) => format!("{} ({column})", lang.pick(vi, en)),
        None => column.to_owned(),
    }
}

/// A value with its status, where one of the two is not official.
pub fn value(observed: Option<&Observed>, with_status: bool, lang: Lang) -> String {
    let Some(observed) = observed else { return words::NOT_ASKED.say(lang).to_owned() };
    let said = match &observed.datum {
        _ if observed.faulty => words::UNCLEAR.say(lang).to_owned(),
        Datum::Known(Value::Number(number)) => lang.number(*number),
        Datum::Known(Value::Date(date)) => lang.date(*date),
        Datum::Known(Value::Word(word)) => word.clone(),
        Datum::Missing => words::NOTHING.say(lang).to_owned(),
        Datum::NotAssigned => words::NOT_ASSIGNED.say(lang).to_owned(),
        Datum::NotArising => words::NOT_ARISING.say(lang).to_owned(),
    };
    if with_status && matches!(observed.datum, Datum::Known(_)) {
        let status = match observed.status {
            Status::Official => words::OFFICIAL,
            Status::Estimate => words::ESTIMATE,
            Status::Forecast => words::FORECAST,
        };
        return format!("{said} ({})", status.say(lang));
    }
    said
}

/// Whether one of two values is not official.
pub fn unofficial(change: &FigureChange) -> bool {
    let sides = [&change.before, &change.after];
    sides.into_iter().flatten().any(|side| side.status != Status::Official)
}

/// The cells of a value before and after; one alone where both are the same.
pub fn cells(before: Option<String>, after: Option<String>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before != after => format!(" [{before} → {after}]"),
        (_, Some(cell)) | (Some(cell), None) => format!(" [{cell}]"),
        (None, None) => String::new(),
    }
}

/// The cell of a value.
pub fn cell_of(observed: Option<&Observed>) -> Option<String> {
    observed?.source.as_ref().map(|source| source.cell.to_string())
}

/// The cell of a mark.
pub fn cell_of_mark(mark: Option<&StageMark>) -> Option<String> {
    mark.map(|mark| mark.source.cell.to_string())
}
