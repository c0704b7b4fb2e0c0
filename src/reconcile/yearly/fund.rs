//! The fund lists in; every amount in millions of dong with what it came from or went to, and the rows in doubt, out.

use rust_decimal::Decimal;

use super::super::Work;
use super::super::columns::{Conventions, conventions};
use super::super::quantity::number;
use super::super::units;
use super::super::values::{PURE, Wanted};
use super::{is_total, unreadable, year};
use crate::diag::{Diagnostic, Fault, Place, Text};
use crate::model::{FundEntry, FundItem, FundList, Heading, SheetKind, Table, TableRow, fold};
use crate::wording::recognition::YEAR_WORDS;
use crate::wording::yearly as words;

/// Reads all lists; none where there is no list.
pub fn list(tables: &[&Table], work: &mut Work) -> Option<FundList> {
    let mut list = (!tables.is_empty()).then(FundList::default)?;
    for table in tables {
        let conventions = conventions(table, work);
        let titled = titled(table);
        for row in table.rows.iter().filter(|row| is_entry(table, row)) {
            match entry(table, row, (&conventions, titled), work) {
                Ok(entry) => list.entries.push(entry),
                Err(doubt) => {
                    work.note(doubt);
                    list.left_out += 1;
                }
            }
        }
    }
    Some(list)
}

fn is_entry(table: &Table, row: &TableRow) -> bool {
    let texts = [Heading::Order, Heading::Member, Heading::FundItem].map(|heading| table.text(row, heading));
    !texts[2].is_empty() && !texts.iter().any(|text| is_total(text)) && row.cells.iter().flatten().count() >= 2
}

fn entry(
    table: &Table,
    row: &TableRow,
    (conventions, titled): (&Conventions, Option<i32>),
    work: &mut Work,
) -> Result<FundEntry, Diagnostic> {
    let doubt = |expected: Text, heading: Heading| {
        let there = table.column(heading).map_or(Heading::FundItem, |_| heading);
        unreadable(SheetKind::FundList, expected, table.cell_of(row, there), table.text(row, heading))
    };
    let item = item(&table.text(row, Heading::FundItem)).ok_or_else(|| doubt(words::AN_ITEM, Heading::FundItem))?;
    let said = table.text(row, Heading::BudgetYear);
    let year = if said.is_empty() { titled } else { year(&said) };
    let year = year.ok_or_else(|| doubt(words::A_BUDGET_YEAR, Heading::BudgetYear))?;
    let amount = || doubt(words::AN_AMOUNT, Heading::Amount);
    let unit = unit(table, row).ok_or_else(|| doubt(words::AN_AMOUNT_UNIT, Heading::Amount))?;
    let scale = units::scale(&unit, words::MILLIONS, &[]);
    let scale = scale.ok_or_else(|| doubt(words::AN_AMOUNT_UNIT, Heading::Amount))?;
    let content = table.at(row, Heading::Amount).ok_or_else(amount)?;
    let wanted = Wanted { unit: &unit, convention: conventions.of(table, Heading::Amount), ..PURE };
    let read = number(content, &wanted).map_err(|_| amount())?;
    let value = units::converted(read.value, scale).filter(|value| *value >= Decimal::ZERO).ok_or_else(amount)?;
    let cell = table.cell_of(row, Heading::Amount);
    let csv = table.sheet.sheet.is_empty();
    for note in read.notes.into_iter().filter(|note| !csv || !matches!(note, Fault::NumberAsText { .. })) {
        work.note(Diagnostic::new(note, Place::Cell(cell.clone())).found(content.raw()));
    }
    Ok(FundEntry { holder: table.text(row, Heading::Member), item, amount: value, year, cell })
}

/// What money came from or went to; a word for income in front of spending, or the other way round, is none.
fn item(text: &str) -> Option<FundItem> {
    let folded = fold(text);
    let of = |text: &str| words::FUND_ITEMS.iter().find(|(_, known)| known.contains(&text)).map(|(item, _)| *item);
    let behind = |before: &[&str]| before.iter().filter_map(|word| folded.strip_prefix(word)).find_map(of);
    let income = |item: &FundItem| FundItem::ALL[..FundItem::INCOME].contains(item);
    of(&folded)
        .or_else(|| behind(words::BEFORE_INCOME).filter(income))
        .or_else(|| behind(words::BEFORE_SPENDING).filter(|item| !income(item)))
}

/// The unit of the amounts: of the row, of the heading, of the whole sheet.
fn unit(table: &Table, row: &TableRow) -> Option<String> {
    let own = table.text(row, Heading::Unit);
    if !own.is_empty() {
        return Some(own);
    }
    let column = &table.columns[table.column(Heading::Amount)?];
    let within = |text: &String| Some(text.split_once('(')?.1.split_once(')')?.0.trim().to_owned());
    let behind_words = |text: &str| {
        let (before, after) = text.split_once(':')?;
        let line = words::UNIT_LINES.contains(&fold(before).trim_start_matches('('));
        line.then(|| after.trim().trim_end_matches(')').to_owned())
    };
    let of_heading = column.said.iter().rev().find_map(within);
    let of_heading = of_heading.map(|unit| behind_words(&unit).unwrap_or(unit));
    of_heading.or_else(|| table.head.iter().find_map(|(_, text)| behind_words(text)))
}

/// The year that the lines above the table name, if they name one.
pub(super) fn titled(table: &Table) -> Option<i32> {
    let mut years = table.head.iter().flat_map(|(_, text)| {
        let folded = fold(text);
        let behind = YEAR_WORDS.iter().flat_map(|word| {
            let behind = folded.match_indices(word).map(|(at, word)| folded[at + word.len()..].trim_start().to_owned());
            behind.collect::<Vec<_>>()
        });
        behind.filter_map(|rest| year(rest.get(..4)?)).collect::<Vec<_>>()
    });
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::item;
    use crate::model::FundItem;

    #[test]
    fn items_as_offices_write_them() {
        for (text, is) in [
            ("Thu từ ngân sách nhà nước", Some(FundItem::Budget)),
            ("Nguồn khác", Some(FundItem::OtherIncome)),
            ("Chi tiền thưởng", Some(FundItem::Money)),
            ("Chi khác", Some(FundItem::OtherSpending)),
            ("Khác", None),
            ("Chi ngân sách nhà nước", None),
            ("Thu tiền thưởng", None),
        ] {
            assert_eq!(item(text), is, "{text}");
        }
    }
}
