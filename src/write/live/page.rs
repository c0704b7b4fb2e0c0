//! In: the rows of a live sheet. Out: the sheet: what each row is in the first columns, then a cell for each member.

use rust_xlsxwriter::{Formula, XlsxError};

use super::cell::Shown;
use super::grid::{FIRST, Key, NUMBER, Page, TOP};
use super::label;
use super::plan::{self, Line};
use super::{Live, formed};
use crate::wording::{headings, live as words};
use crate::write::book::{Book, Look, Shape};
use crate::write::letterhead;
use crate::write::sheet::{Column, Sheet, column, excel_date};
use crate::write::text;

/// Width of a member's column, in digits.
const MEMBER: f64 = 13.0;
/// Members beside each other on a page.
const PAGE_MEMBERS: usize = 14;

/// Adds one of the sheets with a column for each member.
pub(super) fn add(book: &mut Book, live: &Live, page: Page) -> Result<(), XlsxError> {
    let lang = live.view.lang;
    let name = words::pages(lang)[page as usize];
    let mut columns = columns(live, page);
    // titles stand on the first page, however many there are beside each other
    let further = columns.split_off(columns.len().min(usize::from(FIRST) + PAGE_MEMBERS));
    let mut sheet = book.sheet(name, columns)?;
    let (title, hint) = label::titles(page);
    let pages = live.view.bloc().members.len().div_ceil(PAGE_MEMBERS);
    // the columns of numbers are on every page, those of members on one each
    let last = if pages > 1 { NUMBER } else { sheet.last() };
    titles(&mut sheet, live, title.say(lang), (hint.say(lang), last))?;
    sheet.widen(further)?;
    sheet.header(NUMBER)?;
    if pages > 1 {
        let pages = u16::try_from(pages).unwrap_or(u16::MAX);
        sheet.worksheet.set_print_fit_to_pages(pages, 0).set_repeat_columns(0, FIRST - 1)?;
    }
    for line in plan::lines(page, live.view) {
        match line {
            Line::Band(band) => sheet.band(&label::band(live.view, band))?,
            Line::Row(key) => row(&mut sheet, live, page, key)?,
        }
    }
    Ok(())
}

/// Titles and header of a live sheet; its rows begin at [`TOP`].
pub(super) fn begin(sheet: &mut Sheet, live: &Live, title: &str, hint: &str) -> Result<(), XlsxError> {
    let last = sheet.last();
    titles(sheet, live, title, (hint, last))?;
    sheet.header(NUMBER)
}

/// Titles over all columns, and the hint over those up to the last it may take.
fn titles(sheet: &mut Sheet, live: &Live, title: &str, (hint, last): (&str, u16)) -> Result<(), XlsxError> {
    let (view, compact) = (live.view, live.view.compact());
    // a formula that shows nothing has no result; the library would write 0
    sheet.worksheet.set_formula_result_default("");
    letterhead::titles(sheet, title, &letterhead::about(view.bloc(), compact), compact.sample)?;
    let (lines, format) = (sheet.lines(hint, sheet.width(0, last), false), &sheet.formats.sentence);
    sheet.span(0, last, hint, format)?;
    sheet.close_row(lines)?;
    sheet.row = TOP - 1;
    Ok(())
}

fn columns(live: &Live, page: Page) -> Vec<Column> {
    let lang = live.view.lang;
    let (kind, number) = match page {
        Page::Data => (words::KIND, headings::UNIT),
        Page::Steps => (words::KIND, words::WEIGHT),
        Page::Marks | Page::Criteria => (words::RULE, headings::MAXIMUM),
    };
    let mut columns = vec![
        column(headings::CODE.say(lang), 9.0),
        column(headings::CRITERION.say(lang), 36.0),
        column(kind.say(lang), 15.0),
        column(number.say(lang), 10.0),
    ];
    columns.extend(live.view.bloc().members.iter().map(|member| column(member.name.clone(), MEMBER)));
    columns
}

fn row(sheet: &mut Sheet, live: &Live, page: Page, key: Key) -> Result<(), XlsxError> {
    let told = label::of(live, key);
    let look = look(key);
    for (column, said) in [(0, &told.code), (1, &told.name), (2, &told.kind)] {
        let shape = if column == 1 { Shape::Left } else { Shape::Middle };
        sheet.put_text(column, said, look, shape)?;
    }
    number(sheet, live, page, key, &told)?;
    let mut highest = 1;
    for member in 0..live.view.bloc().members.len() {
        let column = FIRST + u16::try_from(member).unwrap_or(u16::MAX - FIRST);
        if let Some(shown) = live.value(member, key) {
            put_value(sheet, column, input_look(live, member, key), &shown)?;
            if let Some(source) = live.source(member, key) {
                sheet.put_note(column, &source)?;
            }
        } else {
            let formed = formed(live.at(page, member), key);
            if let Shown::Text(said) = &formed.shown {
                highest = highest.max(sheet.lines(said, MEMBER, look == Look::Total));
            }
            put_formula(sheet, column, look, &formed.formula, &formed.shown, label::shape(live, key))?;
        }
    }
    let lines = [(1, &told.name), (2, &told.kind)]
        .map(|(column, said)| sheet.lines(said, sheet.width(column, column), look == Look::Total));
    sheet.close_row(lines[0].max(lines[1]).max(highest))
}

/// The number of a row: its maximum, weight or unit.
fn number(sheet: &mut Sheet, live: &Live, page: Page, key: Key, told: &label::Told) -> Result<(), XlsxError> {
    let look = look(key);
    if let Some(formed) = label::number(live, page, key) {
        return put_formula(sheet, NUMBER, look, &formed.formula, &formed.shown, Shape::Number(0));
    }
    sheet.put_text(NUMBER, &told.unit, look, Shape::Middle)
}

fn look(key: Key) -> Look {
    match key {
        Key::Field(_) | Key::Scale | Key::Total | Key::Rank => Look::Total,
        _ => Look::Plain,
    }
}

fn input_look(live: &Live, member: usize, key: Key) -> Look {
    match key {
        Key::Official => Look::Plain,
        Key::Input(criterion, input) if label::unofficial(live, member, criterion, input) => Look::Unofficial,
        _ => Look::Input,
    }
}

/// Writes a value that is there to be changed.
pub(super) fn put_value(sheet: &mut Sheet, column: u16, look: Look, shown: &Shown) -> Result<(), XlsxError> {
    match shown {
        Shown::Nothing => sheet.put_blank(column, look, Shape::Number(0)),
        Shown::Number(number) => sheet.put_number(column, *number, look, Shape::Number(0)),
        Shown::Text(said) => sheet.put_text(column, said, look, Shape::Middle),
        Shown::Date(day) => excel_date(*day).map_or(Ok(()), |date| sheet.put(column, date, look, Shape::Date)),
    }
}

/// Writes a formula with its result.
pub(super) fn put_formula(
    sheet: &mut Sheet,
    column: u16,
    look: Look,
    formula: &str,
    shown: &Shown,
    shape: Shape,
) -> Result<(), XlsxError> {
    let (result, shape) = match shown {
        Shown::Nothing | Shown::Date(_) => (String::new(), shape),
        Shown::Number(number) => (number.normalize().to_string(), shape),
        Shown::Text(said) => (text::clean(said), if said == "-" { shape } else { Shape::Middle }),
    };
    sheet.put(column, Formula::new(formula).set_result(result), look, shape)
}

/// Writes a formula of text that is read from the left.
pub(super) fn put_text_formula(sheet: &mut Sheet, column: u16, formula: &str, said: &str) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(text::clean(said));
    sheet.put(column, formula, Look::Plain, Shape::Left)
}

/// Writes a place.
pub(super) fn put_count(sheet: &mut Sheet, column: u16, count: usize) -> Result<(), XlsxError> {
    sheet.put(column, u32::try_from(count).unwrap_or(u32::MAX), Look::Plain, Shape::Count)
}
