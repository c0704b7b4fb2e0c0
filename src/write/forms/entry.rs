//! What may be typed into the open cells of a form: each cell refuses what could not be read back, and each criterion
//! explains its rule.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Note, Worksheet, XlsxError,
};

use crate::diag::{Lang, Text};
use crate::model::{Assignment, Criterion, Input, InputKind};
use crate::wording::form as words;
use crate::write::text::clean;

/// Row and column of a cell.
type At = (u32, u16);

/// The most characters of a list in a cell's rule.
const LONGEST_LIST: usize = 250;

fn refuse(rule: DataValidation, said: &str, lang: Lang) -> Result<DataValidation, XlsxError> {
    let short: String = said.chars().take(220).collect();
    rule.ignore_blank(true)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(words::REFUSED.say(lang))?
        .set_error_message(short)
}

fn put(sheet: &mut Worksheet, (row, column): At, rule: &DataValidation) -> Result<(), XlsxError> {
    sheet.add_data_validation(row, column, row, column, rule)?;
    Ok(())
}

/// A figure: a number, a count, a date or one of the rule's words; and the words for what was not assigned or did
/// not arise, where the compact knows them.
pub(super) fn guard_figure(
    sheet: &mut Worksheet,
    at: At,
    criterion: &Criterion,
    input: &Input,
    lang: Lang,
) -> Result<(), XlsxError> {
    let mut instead: Vec<&str> = Vec::new();
    if criterion.assignment == Assignment::PerMember || input.optional {
        instead.push(words::NOT_ASSIGNED);
    }
    if criterion.not_arising.is_some() || input.optional {
        instead.push(words::NOT_ARISING);
    }
    let cell = address(at);
    let or = |test: String| {
        let words = instead.iter().map(|word| format!("{cell}=\"{word}\""));
        let tests: Vec<String> = std::iter::once(test).chain(words).collect();
        Formula::new(format!("=OR({})", tests.join(",")))
    };
    let (rule, said) = match &input.kind {
        InputKind::Number => (DataValidation::new().allow_custom(or(format!("ISNUMBER({cell})"))), words::A_NUMBER),
        InputKind::Count => (DataValidation::new().allow_custom(or(whole(&cell))), words::A_COUNT),
        InputKind::Date => (DataValidation::new().allow_custom(or(day(&cell))), words::A_DATE),
        InputKind::Word(groups) => {
            let own = groups.iter().filter_map(|group| group.first()).map(String::as_str).chain(instead);
            return guard_choice(sheet, at, &own.collect::<Vec<_>>(), lang);
        }
    };
    put(sheet, at, &refuse(rule, said.say(lang), lang)?)
}

/// A mark: from the least that the criterion can give to its maximum.
pub(super) fn guard_mark(sheet: &mut Worksheet, at: At, criterion: &Criterion, lang: Lang) -> Result<(), XlsxError> {
    let lowest = rust_decimal::prelude::ToPrimitive::to_f64(&criterion.kernel.lowest()).unwrap_or_default();
    let range = DataValidationRule::Between(lowest, criterion.maximum.to_f64());
    let [from, to] = [criterion.kernel.lowest(), criterion.maximum.decimal()].map(|number| lang.number(number));
    let rule = DataValidation::new().allow_decimal_number(range);
    put(sheet, at, &refuse(rule, &words::mark_range(lang, &from, &to), lang)?)
}

/// The test that a cell holds a whole number from 0.
fn whole(cell: &str) -> String {
    format!("IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),FALSE)")
}

/// The test that a cell holds a day of this century.
fn day(cell: &str) -> String {
    format!("IF(ISNUMBER({cell}),AND({cell}>=36526,{cell}<73415),FALSE)")
}

fn address((row, column): At) -> String {
    format!("{}{}", crate::diag::column_letters(u32::from(column)), row + 1)
}

/// A number of ballots or people.
pub(super) fn guard_count(sheet: &mut Worksheet, at: At, lang: Lang) -> Result<(), XlsxError> {
    let rule = DataValidation::new().allow_custom(Formula::new(format!("={}", whole(&address(at)))));
    put(sheet, at, &refuse(rule, words::A_COUNT.say(lang), lang)?)
}

/// A day.
pub(super) fn guard_day(sheet: &mut Worksheet, at: At, lang: Lang) -> Result<(), XlsxError> {
    let rule = DataValidation::new().allow_custom(Formula::new(format!("={}", day(&address(at)))));
    put(sheet, at, &refuse(rule, words::A_DATE.say(lang), lang)?)
}

/// One of a few words; any text where they are too long for a cell's list or hold its separator.
pub(super) fn guard_choice(sheet: &mut Worksheet, at: At, choices: &[&str], lang: Lang) -> Result<(), XlsxError> {
    if choices.join(",").chars().count() > LONGEST_LIST || choices.iter().any(|word| word.contains(',')) {
        return Ok(());
    }
    put(sheet, at, &refuse(DataValidation::new().allow_list_strings(choices)?, words::A_WORD.say(lang), lang)?)
}

/// The status of the figure.
pub(super) fn guard_status(sheet: &mut Worksheet, at: At, lang: Lang) -> Result<(), XlsxError> {
    let list = words::STATUSES.map(|status: Text| status.say(lang));
    put(sheet, at, &refuse(DataValidation::new().allow_list_strings(&list)?, words::A_STATUS.say(lang), lang)?)
}

/// The compact's own words for how a criterion is scored, else those of its rule.
pub(super) fn explain(
    sheet: &mut Worksheet,
    (row, column): At,
    criterion: &Criterion,
    lang: Lang,
) -> Result<(), XlsxError> {
    let summary = criterion.rule.entry().summary.say(lang);
    let said = if criterion.guide.is_empty() { summary } else { criterion.guide.as_str() };
    let note = Note::new(clean(said)).set_author("").add_author_prefix(false).set_width(300).set_height(110);
    sheet.insert_note(row, column, &note)?;
    Ok(())
}
