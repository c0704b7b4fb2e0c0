//! In: the computed form of awards. Out: its sheet of seventeen numbered columns; sums and ratios are live formulas with
//! the engine's own results, so that nothing in it is typed.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, column_letters};
use crate::model::{AwardRow, AwardsForm, OutputContext};
use crate::wording::yearly as words;
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::tiers;

/// Widths of the columns, in digits.
const WIDTHS: [f64; 17] = [5.5, 26.0, 9.5, 9.5, 9.5, 9.5, 10.0, 10.5, 10.0, 9.5, 11.0, 10.5, 10.0, 9.5, 9.5, 9.5, 9.5];
/// Decimals of a ratio.
const RATIO_PLACES: u32 = 1;
/// Decimals of the share of direct workers.
const SHARE_PLACES: u32 = 2;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext, form: &AwardsForm) -> Result<(), XlsxError> {
    let (lang, term) = (context.lang, context.results.scoring.term);
    let widths: Vec<Column> = WIDTHS.iter().map(|width| column("", *width)).collect();
    let mut sheet = book.sheet(words::AWARDS_SHEET.say(lang), widths)?;
    letterhead::heading(&mut sheet)?;
    letterhead::titles(&mut sheet, &words::awards_title(term, lang), "", false)?;
    if form.left_out > 0 {
        let format = &sheet.formats.notice;
        sheet.line(&words::left_out(form.left_out, term.year, lang), format, true)?;
    }
    sheet.gap();
    tiers::header(&mut sheet, &words::AWARDS_HEADS, &words::AWARDS_NUMBERS, 2)?;
    let first = sheet.row;
    for (index, row) in form.rows.iter().enumerate() {
        let look = if row.form.is_some() { Look::Plain } else { Look::Total };
        let cells = cells(row, index, (first, sheet.row), lang);
        sheet.cells(look, &cells)?;
    }
    below(&mut sheet, form, lang)?;
    letterhead::signatures(&mut sheet, None)
}

/// What stands under the table: how its columns hang together, the share of direct workers, by which year it counts.
fn below(sheet: &mut Sheet, form: &AwardsForm, lang: Lang) -> Result<(), XlsxError> {
    sheet.sentence(words::SUM_OF_REASONS.say(lang))?;
    let Some(total) = form.rows.last() else { return Ok(()) };
    let unsaid = |row: &AwardRow| row.all.individuals - row.all.leaders - row.all.direct;
    if unsaid(total) == 0 {
        sheet.sentence(words::SUM_OF_POSTS.say(lang))?;
    }
    for row in &form.rows {
        let Some(percent) = row.direct else { continue };
        let of = row.form.map_or(words::OF_ALL_FORMS.say(lang), |form| words::award_form(form, lang));
        let counts = [row.all.direct, row.all.leaders + row.all.direct, unsaid(row)];
        sheet.sentence(&words::direct_share(of, counts, &lang.fixed(percent, SHARE_PLACES), lang))?;
    }
    let by = words::counted_by(form.by, form.declared, lang);
    let counted = words::years(&form.years, true, lang);
    sheet.sentence(format!("{by} {counted}").trim())?;
    let not_counted = words::years(&form.years, false, lang);
    if !not_counted.is_empty() {
        sheet.sentence(&not_counted)?;
    }
    if form.outside > 0 {
        sheet.sentence(&words::outside(form.outside, lang))?;
    }
    Ok(())
}

/// The seventeen cells of a row; `first` is the first row of the table, 0-based, `here` this one.
fn cells(row: &AwardRow, index: usize, (first, here): (u32, u32), lang: Lang) -> Vec<Cell> {
    let [merit, thematic, foreign, resistance] = row.by;
    let at = |column: u32| format!("{}{}", column_letters(column), here + 1);
    let count = |column: u32, value: usize| {
        let letter = column_letters(column);
        let above = format!("=SUM({letter}{}:{letter}{here})", first + 1);
        if row.form.is_some() { Cell::Number(value.into(), 0) } else { Cell::Formula(above, value.into(), 0) }
    };
    let all = format!("={}+{}+{}+{}", at(5), at(9), at(13), at(15));
    let ratio = |part: u32, percent: Option<Decimal>| {
        let formula = format!("=ROUND(ROUND({}/{},12)*100,{RATIO_PLACES})", at(part), at(2));
        percent.map_or_else(Cell::dash, |percent| Cell::Formula(formula, percent, RATIO_PLACES))
    };
    let (number, name) = match row.form {
        Some(form) => (Cell::Count(index + 1), words::award_form(form, lang)),
        None => (Cell::Blank, words::ALL_ROWS.say(lang)),
    };
    vec![
        number,
        Cell::Text(name.to_owned()),
        Cell::Formula(all, row.all.all.into(), 0),
        count(3, row.enterprises),
        count(4, row.all.individuals),
        count(5, merit.all),
        ratio(5, row.percent[0]),
        count(7, merit.leaders),
        count(8, merit.direct),
        count(9, thematic.all),
        ratio(9, row.percent[1]),
        count(11, thematic.leaders),
        count(12, thematic.direct),
        count(13, foreign.all),
        count(14, foreign.individuals),
        count(15, resistance.all),
        count(16, resistance.individuals),
    ]
}
