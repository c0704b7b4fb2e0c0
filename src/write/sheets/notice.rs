//! In: one member. Out: the notice of its marks after appraisal: every criterion with the member's own mark, the mark that
//! counts, the difference and the reason, room for its explanation, and where to send it.

use rust_xlsxwriter::XlsxError;

use super::card::in_short;
use super::comparison::{Pair, marks};
use super::fields::bound;
use crate::diag::{Lang, Text};
use crate::wording::{form, headings as words, sheets};
use crate::write::book::{Book, Look, Shape};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Lines for what the member has to say.
const ANSWER_ROWS: u32 = 5;
/// Their height with the signature below them, in points.
const ANSWER_LINES: u32 = 12;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View, member: usize) -> Result<(), XlsxError> {
    let (lang, scoring) = (view.lang, view.results.scoring);
    let mut sheet = book.sheet(sheets::NOTICE.say(lang), columns(view))?;
    letterhead::heading(&mut sheet)?;
    let format = &sheet.formats.body;
    sheet.span(0, 1, sheets::NOTICE_NUMBER.say(lang), format)?;
    sheet.row += 1;
    let title = sheets::notice_title(scoring.term, lang);
    letterhead::titles(&mut sheet, &title, "", view.compact().sample)?;
    opening(&mut sheet, view, member)?;
    sheet.header(2)?;
    for index in 0..view.compact().fields.len() {
        sheet.cells(Look::Total, &of_field(view, member, index))?;
        let own = view.compact().criteria.iter().enumerate().filter(|(_, criterion)| criterion.field == index);
        for (number, _) in own {
            sheet.cells(Look::Plain, &cells(view, member, number))?;
        }
    }
    sheet.cells(Look::Total, &total(view, member))?;
    if let Some(notes) =
        view.ranking().of(member).map(|standing| view.notes(standing)).filter(|notes| !notes.is_empty())
    {
        sheet.sentence(&sheets::remark(&notes, lang))?;
    }
    sheet.sentence(&words::as_of(&lang.date(scoring.as_of), lang))?;
    sheet.sentence(sheets::ROOM.say(lang))?;
    letterhead::signatures(&mut sheet, None)?;
    answer(&mut sheet, lang)
}

fn columns(view: View) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(view.lang), width);
    vec![
        say(words::CODE, 8.5),
        say(words::CRITERION, 42.0),
        say(words::MAXIMUM, 9.0),
        say(sheets::SELF_MARK, 10.0),
        say(view.mark_heading(), 10.0),
        say(words::DIFFERENCE, 10.0),
        say(sheets::REASON, 44.0),
        say(sheets::EXPLANATION, 34.0),
    ]
}

/// To whom it goes, what it is about, and the result in one line.
fn opening(sheet: &mut Sheet, view: View, member: usize) -> Result<(), XlsxError> {
    let (lang, scoring) = (view.lang, view.results.scoring);
    let bold = &sheet.formats.subtitle;
    sheet.line(&sheets::to_member(view.name(member), lang), bold, true)?;
    for said in view.caveats() {
        sheet.line(&said, bold, true)?;
    }
    sheet.sentence(&sheets::notice_opening(&scoring.style.issuer, scoring.term, &view.bloc().name, lang))?;
    match view.ranking().of(member) {
        Some(standing) => sheet.band(&in_short(view, standing)),
        None => Ok(()),
    }
}

fn of_field(view: View, member: usize, index: usize) -> Vec<Cell> {
    let field = &view.compact().fields[index];
    vec![
        Cell::Text(field.id.clone()),
        Cell::Text(field.name.clone()),
        bound(field),
        Cell::Blank,
        Cell::points_or_dash(view.field(member, index), view.compact().mark_places),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
    ]
}

fn cells(view: View, member: usize, index: usize) -> Vec<Cell> {
    let criterion = &view.compact().criteria[index];
    let mut cells = vec![
        Cell::Text(criterion.id.clone()),
        Cell::Text(criterion.name.clone()),
        Cell::points(criterion.maximum, None),
    ];
    cells.extend(marks(view, &Pair::of(view, member, index)));
    cells.extend([Cell::Text(capital(&(view.member(member).marks[index].because)(view.lang))), Cell::Blank]);
    cells
}

fn total(view: View, member: usize) -> Vec<Cell> {
    let compact = view.compact();
    vec![
        Cell::Blank,
        Cell::Text(sheets::TOTAL_ROW.say(view.lang).to_owned()),
        Cell::points(compact.scale, None),
        Cell::points_or_dash(view.self_total(member), compact.mark_places),
        Cell::points_or_dash(view.total(member), compact.total_places),
        Cell::difference_or_dash(view.over_self_total(member), compact.total_places),
        Cell::Blank,
        Cell::Blank,
    ]
}

/// Room for what the member has to say as a whole, and for its signature.
fn answer(sheet: &mut Sheet, lang: Lang) -> Result<(), XlsxError> {
    let (bold, italic) = (&sheet.formats.body_bold, &sheet.formats.dateline);
    sheet.keep_together(sheet.face.height(ANSWER_LINES, 0.0))?;
    sheet.band(sheets::ANSWER.say(lang))?;
    let last = sheet.last();
    let blank = sheet.formats.cell(Look::Plain, Shape::Left);
    sheet.worksheet.merge_range(sheet.row, 0, sheet.row + ANSWER_ROWS - 1, last, "", blank)?;
    sheet.row += ANSWER_ROWS;
    let first = last.saturating_sub(1);
    sheet.gap();
    for (said, format) in [
        (words::dateline("", lang).as_str(), italic),
        (form::SIGNER.say(lang), bold),
        (form::SIGNED_AND_SEALED.say(lang), italic),
    ] {
        sheet.span(first, last, said, format)?;
        sheet.row += 1;
    }
    Ok(())
}
