//! In: the computed form of the fund. Out: its sheet of twelve numbered columns in millions of dong; sums are live
//! formulas with the engine's own results.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, column_letters};
use crate::model::{FundForm, FundRow, OutputContext};
use crate::wording::yearly as words;
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::tiers;

/// Widths of the columns, in digits.
const WIDTHS: [f64; 12] = [5.5, 28.0, 13.5, 13.0, 13.0, 14.0, 15.0, 14.0, 13.5, 13.5, 12.0, 14.0];

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext, form: &FundForm) -> Result<(), XlsxError> {
    let (lang, term) = (context.lang, context.results.scoring.term);
    let widths: Vec<Column> = WIDTHS.iter().map(|width| column("", *width)).collect();
    let mut sheet = book.sheet(words::FUND_SHEET.say(lang), widths)?;
    letterhead::heading(&mut sheet)?;
    letterhead::titles(&mut sheet, &words::fund_title(term, lang), words::IN_MILLIONS.say(lang), false)?;
    if form.left_out > 0 {
        let format = &sheet.formats.notice;
        sheet.line(&words::left_out(form.left_out, term.year, lang), format, true)?;
    }
    sheet.gap();
    tiers::header(&mut sheet, &words::FUND_HEADS, &words::FUND_NUMBERS, 2)?;
    let first = sheet.row;
    let amounts = form.rows.iter().flat_map(|row| row.by.iter().flatten());
    let places = amounts.map(|amount| amount.normalize().scale()).max().unwrap_or_default();
    for (index, row) in form.rows.iter().enumerate() {
        let total = index + 1 == form.rows.len();
        let cells = cells(row, (index, total, places), (first, sheet.row), lang);
        sheet.cells(if total { Look::Total } else { Look::Plain }, &cells)?;
    }
    if form.other_years > 0 {
        sheet.sentence(&words::other_years(form.other_years, lang))?;
    }
    letterhead::signatures(&mut sheet, None)
}

/// The twelve cells of a row; `first` is the first row of the table, 0-based, `here` this one.
fn cells(
    row: &FundRow,
    (index, total, places): (usize, bool, u32),
    (first, here): (u32, u32),
    lang: Lang,
) -> Vec<Cell> {
    let at = |column: u32| format!("{}{}", column_letters(column), here + 1);
    let amount = |column: u32, value: Option<Decimal>| {
        let letter = column_letters(column);
        let above = format!("=SUM({letter}{}:{letter}{here})", first + 1);
        match value {
            Some(value) if total && index > 0 => Cell::Formula(above, value, places),
            Some(value) => Cell::Number(value, places),
            None => Cell::Blank,
        }
    };
    // sums of decimals are rounded to the decimals there are: a spreadsheet adds in binary
    let sum = |formula: String, value: Decimal| Cell::Formula(format!("=ROUND({formula},{places})"), value, places);
    let (number, name) = match (total, row.holder.as_str()) {
        (true, _) => (Cell::Blank, words::ALL_ROWS.say(lang)),
        (false, "") => (Cell::Count(index + 1), words::ONE_FUND.say(lang)),
        (false, holder) => (Cell::Count(index + 1), holder),
    };
    vec![
        number,
        Cell::Text(name.to_owned()),
        sum(format!("SUM({}:{})", at(3), at(5)), row.income),
        amount(3, row.by[0]),
        amount(4, row.by[1]),
        amount(5, row.by[2]),
        sum(format!("SUM({}:{})", at(7), at(10)), row.spent),
        amount(7, row.by[3]),
        amount(8, row.by[4]),
        amount(9, row.by[5]),
        amount(10, row.by[6]),
        sum(format!("{}-{}", at(2), at(6)), row.left),
    ]
}
