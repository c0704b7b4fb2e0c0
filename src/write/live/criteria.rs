//! In: a compact. Out: the sheet of its criteria: maxima, weights and the numbers of its rules, each in a cell that the
//! marks are computed from; and the compact's own words beside them.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::Live;
use super::cell::Shown;
use super::grid::{Branch, Key, NUMBER, Page};
use super::plan::{self, Line};
use super::{label, page, tree};
use crate::model::{Combine, Compact, Field, FieldKind};
use crate::wording::{headings, live as words};
use crate::write::book::{Book, Look, Shape};
use crate::write::sheet::{Sheet, column};

/// Adds the sheet.
pub(super) fn add(book: &mut Book, live: &Live) -> Result<(), XlsxError> {
    let lang = live.view.lang;
    let columns = vec![
        column(headings::CODE.say(lang), 9.0),
        column(headings::CRITERION.say(lang), 46.0),
        column(headings::UNIT.say(lang), 12.0),
        column(words::MAXIMUM.say(lang), 12.0),
        column(words::WEIGHT.say(lang), 10.0),
        column(words::RULE.say(lang), 18.0),
        column(words::GUIDE.say(lang), 48.0),
        column(words::FOLLOWED_BY.say(lang), 20.0),
    ];
    let mut sheet = book.sheet(words::CRITERIA.say(lang), columns)?;
    let (title, hint) = label::titles(Page::Criteria);
    page::begin(&mut sheet, live, title.say(lang), hint.say(lang))?;
    for line in plan::lines(Page::Criteria, live.view) {
        match line {
            Line::Band(band) => sheet.band(&label::band(live.view, band))?,
            Line::Row(key) => row(&mut sheet, live, key)?,
        }
    }
    Ok(())
}

/// The number that a field's points may not pass: its maximum, or the floor of a penalty.
pub(super) fn field_number(field: &Field) -> Decimal {
    if field.kind == FieldKind::Penalty { field.minimum.decimal() } else { field.maximum.decimal() }
}

/// The texts of a row's further columns: unit, rule, the compact's words, who follows it.
fn texts(compact: &Compact, key: Key) -> [String; 4] {
    let Key::Maximum(index) = key else { return <[String; 4]>::default() };
    let criterion = &compact.criteria[index];
    let rule = criterion.rule.name().to_owned();
    [criterion.unit.clone(), rule, criterion.guide.clone(), criterion.source.clone().unwrap_or_default()]
}

fn row(sheet: &mut Sheet, live: &Live, key: Key) -> Result<(), XlsxError> {
    let compact = live.view.compact();
    let told = label::of(live, key);
    let look = match key {
        Key::FieldMaximum(_) => Look::Total,
        Key::Parameter(..) | Key::Difficulty(_) => Look::Further,
        _ => Look::Plain,
    };
    let name = if matches!(key, Key::Difficulty(_)) { &told.kind } else { &told.name };
    let [unit, rule, guide, source] = texts(compact, key);
    let cells = [
        (0, &told.code, Shape::Middle),
        (1, name, Shape::Left),
        (2, &unit, Shape::Middle),
        (5, &rule, Shape::Middle),
        (6, &guide, Shape::Left),
        (7, &source, Shape::Left),
    ];
    let mut lines = 1;
    for (column, said, shape) in cells {
        sheet.put_text(column, said, look, shape)?;
        lines = lines.max(sheet.lines(said, sheet.width(column, column) - 1.5, look == Look::Total));
    }
    page::put_value(sheet, NUMBER, Look::Input, &Shown::Number(number(compact, key)))?;
    match weight(compact, key) {
        Some(weight) => page::put_value(sheet, NUMBER + 1, Look::Input, &Shown::Number(weight))?,
        None => page::put_value(sheet, NUMBER + 1, look, &Shown::Nothing)?,
    }
    sheet.close_row(lines)
}

fn number(compact: &Compact, key: Key) -> Decimal {
    match key {
        Key::Maximum(index) => compact.criteria[index].maximum.decimal(),
        Key::FieldMaximum(field) => field_number(&compact.fields[field]),
        Key::Difficulty(index) => compact.criteria[index].difficulty.unwrap_or_default(),
        Key::Parameter(index, number) => compact.criteria[index].kernel.numbers()[number].1,
        Key::Threshold(class) => compact.classes[class].at_least.decimal(),
        _ => compact.scale.decimal(),
    }
}

/// The weight of what stands below a node that takes a mean.
fn weight(compact: &Compact, key: Key) -> Option<Decimal> {
    let (above, weight) = match key {
        Key::Maximum(index) => (Branch::Field(compact.criteria[index].field), compact.criteria[index].weight),
        Key::FieldMaximum(field) => {
            (compact.fields[field].parent.map_or(Branch::Root, Branch::Field), compact.fields[field].weight)
        }
        _ => return None,
    };
    (tree::node(compact, above).combine != Combine::Sum).then_some(weight)
}
