//! In: the rows of marks and ranks. Out: the trial table: the members in the order of their totals, every cell looked up
//! by its place, so that the table sorts itself.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, XlsxError};

use super::Live;
use super::cell::{Formed, Shown};
use super::grid::{Key, Page, letters};
use super::{label, page, tree};
use crate::model::{FieldKind, Points};
use crate::wording::{headings, live as words};
use crate::write::book::{Book, Look};
use crate::write::native::{self, Bars};
use crate::write::sheet::{Column, Sheet, column};

/// The name of the members' names.
const MEMBERS: &str = "DonVi";
/// The name of the members' places in the table.
const PLACES: &str = "ThuTu";
/// The columns before those that are looked up: place and member.
const BEFORE: u16 = 2;
/// Width of the members' names.
const NAME: f64 = 26.0;
/// Pixels between the two charts.
const BETWEEN: u32 = 40;
/// Members whose table and charts stand on one page.
const ON_ONE_PAGE: usize = 12;
/// Decimals of points that the compact does not round.
const FULL: u32 = 9;

/// A column that is looked up: what its row is called in formulas, its heading and width, and its decimals.
struct Looked {
    name: String,
    key: Key,
    heading: String,
    width: f64,
}

/// Adds the sheet, and the names that its formulas use.
pub(super) fn add(book: &mut Book, live: &Live) -> Result<(), XlsxError> {
    let lang = live.view.lang;
    let looked = looked(live);
    for column in &looked {
        book.name(&column.name, &live.grid.absolute(column.key))?;
    }
    book.name(PLACES, &live.grid.absolute(Key::Order))?;
    book.name(MEMBERS, &live.grid.header(Page::Marks))?;
    let mut columns: Vec<Column> = vec![column(words::PLACE.say(lang), 5.0), column(headings::MEMBER.say(lang), NAME)];
    columns.extend(looked.iter().map(|looked| column(looked.heading.clone(), looked.width)));
    columns.extend([
        column(words::BEHIND.say(lang), 10.0),
        column(words::CHANGED.say(lang), 11.0),
        column(words::LEADING.say(lang), 11.0),
    ]);
    let mut sheet = book.sheet(words::TRIAL.say(lang), columns)?;
    page::begin(&mut sheet, live, words::TRIAL_TITLE.say(lang), words::TRIAL_HINT.say(lang))?;
    let first = sheet.row;
    for (place, standing) in live.view.ranking().standings.iter().enumerate() {
        row(&mut sheet, live, &looked, place, standing.member)?;
    }
    charts(&mut sheet, live, &looked, first)
}

/// Draws the table's totals and fields below it.
fn charts(sheet: &mut Sheet, live: &Live, looked: &[Looked], first: u32) -> Result<(), XlsxError> {
    let (view, lang) = (live.view, live.view.lang);
    let term = view.results.scoring.term;
    let trial = words::TRIAL_CHART.say(lang);
    let titles = [headings::totals_chart(term, lang), headings::fields_chart(term, lang)]
        .map(|title| format!("{title} ({trial})"));
    let name = words::TRIAL.say(lang);
    let places = view.compact().total_places.unwrap_or(2);
    let style = &view.results.scoring.style;
    let (font, leader) = (style.font.name(), Color::RGB(style.accent.number()));
    let rows = (first, sheet.row - 1);
    let bars = |title| Bars { sheet: name, rows, names: 1, places, font, leader, title, alt: title };
    let columns = |wanted: &dyn Fn(Key) -> bool| {
        let found = (BEFORE..).zip(looked).filter(|(_, looked)| wanted(looked.key));
        found.map(|(column, _)| column).collect::<Vec<_>>()
    };
    let leaders = BEFORE + u16::try_from(looked.len()).unwrap_or_default() + 2;
    let (totals, fields) = (columns(&|key| key == Key::Total), columns(&|key| matches!(key, Key::Field(_))));
    let Some(total) = totals.first() else { return Ok(()) };
    let headings: Vec<String> = looked.iter().take(fields.len()).map(|looked| looked.heading.clone()).collect();
    // a fifteenth of the bar has room for a number, less has not
    let least = view.compact().scale.decimal() / Decimal::from(15);
    let least = least.to_u32().unwrap_or_default();
    let drawn = [
        native::totals(bars(&titles[0]), *total, (!view.ranking().provisional).then_some(leaders)),
        native::fields(bars(&titles[1]), (first - 1, &headings), &fields, least),
    ];
    let below = sheet.row + 1;
    if view.bloc().members.len() > ON_ONE_PAGE {
        sheet.worksheet.set_page_breaks(&[below])?;
    }
    let [totals, fields] = drawn;
    sheet.worksheet.insert_chart(below, 0, &totals)?;
    sheet.worksheet.insert_chart_with_offset(below, 0, &fields, native::WIDTH + BETWEEN, 0)?;
    Ok(())
}

/// The columns in the order of the official table.
fn looked(live: &Live) -> Vec<Looked> {
    let (compact, lang) = (live.view.compact(), live.view.lang);
    let mut columns: Vec<Looked> = Vec::new();
    for (index, field) in tree::outside(compact, FieldKind::Scale).into_iter().enumerate() {
        let own = &compact.fields[field];
        let heading = format!("{}. {} ({})", own.id, own.name, lang.number(own.maximum.decimal()));
        let width = if own.name.chars().count() > 32 { 14.0 } else { 11.0 };
        columns.push(Looked { name: format!("LinhVuc_{}", index + 1), key: Key::Field(field), heading, width });
    }
    let mut add = |name: &str, key: Key, heading: String, width: f64| {
        if live.grid.has(key) {
            columns.push(Looked { name: name.to_owned(), key, heading, width });
        }
    };
    let say = |text: crate::diag::Text| text.say(lang).to_owned();
    let whole = lang.number(compact.scale.decimal());
    add("QuyDoi", Key::Scaled, headings::rescaled_heading(&whole, lang), 10.0);
    add("DiemThuong", Key::Bonus, say(headings::BONUS), 9.0);
    add("DiemTru", Key::Penalty, say(headings::PENALTY), 9.0);
    add("TongDiem", Key::Total, say(headings::TOTAL), 11.0);
    add("ThuHang", Key::Rank, say(headings::RANK), 7.0);
    add("XepLoai", Key::Class, say(headings::CLASS), 15.0);
    add("DongDiem", Key::Tie, say(words::TIE), 22.0);
    add("DuocXet", Key::Eligible, say(words::CONSIDERED), 10.0);
    add("ThuTuXet", Key::RankOfEligible, say(words::RANK_OF_ELIGIBLE), 11.0);
    add("TongChinhThuc", Key::Official, say(words::OFFICIAL), 11.0);
    columns
}

fn row(sheet: &mut Sheet, live: &Live, looked: &[Looked], place: usize, member: usize) -> Result<(), XlsxError> {
    let number = sheet.row + 1;
    let look_up = |name: &str| format!("INDEX({name},MATCH($A{number},{PLACES},0))");
    page::put_count(sheet, 0, place + 1)?;
    let name = live.view.name(member);
    page::put_text_formula(sheet, 1, &look_up(MEMBERS), name)?;
    let mut lines = sheet.lines(name, NAME, false);
    for (column, looked) in (BEFORE..).zip(looked) {
        let shown = live.shown(member, looked.key);
        if let Shown::Text(said) = &shown {
            lines = lines.max(sheet.lines(said, looked.width, false));
        }
        let look = if looked.key == Key::Total { Look::Total } else { Look::Plain };
        let found = look_up(&looked.name);
        // a blank cell that is looked up would be taken for zero; a formula that shows nothing is a text
        let formula = match live.value(member, looked.key) {
            Some(_) => format!("IF({found}=\"\",\"\",{found})"),
            None => found,
        };
        page::put_formula(sheet, column, look, &formula, &shown, label::shape(live, looked.key))?;
    }
    let last = BEFORE + u16::try_from(looked.len()).unwrap_or_default();
    let cell = |key: Key| {
        let column = (BEFORE..).zip(looked).find(|(_, looked)| looked.key == key).map_or(0, |(column, _)| column);
        format!("{}{number}", letters(column))
    };
    let (total, official) = (cell(Key::Total), cell(Key::Official));
    let rank = cell(Key::Rank);
    let further =
        [behind(live, member, &total), changed(live, member, &total, &official), leading(live, member, &total, &rank)];
    for (column, formed) in (last..).zip(further) {
        page::put_formula(sheet, column, Look::Plain, &formed.formula, &formed.shown, label::shape(live, Key::Total))?;
    }
    sheet.close_row(lines)
}

/// Points behind the best total.
fn behind(live: &Live, member: usize, total: &str) -> Formed {
    let formula = format!("IF(ISNUMBER({total}),ROUND(MAX(TongDiem)-{total},{FULL}),\"\")");
    let best = (0..live.view.bloc().members.len()).filter_map(|other| total_of(live, other)).max();
    let gap = total_of(live, member).zip(best).map(|(own, best)| (best - own).decimal());
    Formed::new(formula, gap.map_or(Shown::Nothing, Shown::Number))
}

/// What a trial changed.
fn changed(live: &Live, member: usize, total: &str, official: &str) -> Formed {
    let known = format!("AND(ISNUMBER({total}),ISNUMBER({official}))");
    let formula = format!("IF({known},ROUND({total}-{official},{FULL}),\"\")");
    Formed::new(formula, total_of(live, member).map_or(Shown::Nothing, |_| Shown::count(0)))
}

/// The total of whoever is first, for the chart.
fn leading(live: &Live, member: usize, total: &str, rank: &str) -> Formed {
    let first = live.view.ranking().of(member).is_some_and(|standing| standing.rank == Some(1));
    let shown = total_of(live, member).filter(|_| first).map_or(Shown::Nothing, |total| Shown::Number(total.decimal()));
    Formed::new(format!("IF({rank}=1,{total},\"\")"), shown)
}

fn total_of(live: &Live, member: usize) -> Option<Points> {
    let scores = live.view.member(member);
    scores.complete.then_some(scores.total.total)
}
