//! The award lists, the fund lists and the yearly forms filled in by hand in; the lists, and what is wrong, out.
//!
//! Every finding here is a warning: these sheets enter no mark, no rank and no proposal, so a doubt in them may hold
//! back none. A row in doubt counts nowhere, and the form made of the list says how many there are.

mod awards;
mod awards_form;
mod fund;
mod fund_form;

use rust_decimal::Decimal;

use super::Work;
use crate::diag::{CellRef, Diagnostic, Fault, Place, Text};
use crate::model::{Content, Heading, SheetKind, Table, TableRow, YearlyLists, fold};
use crate::wording::recognition::{NO_FIGURE, PART_OF_ABOVE, TOTAL_ROWS, YEAR_WORDS};

/// Reads the lists and checks the forms.
pub fn yearly(tables: &[Table], work: &mut Work) -> YearlyLists {
    let of = |kind: SheetKind| -> Vec<&Table> { tables.iter().filter(|table| table.kind == kind).collect() };
    let stated = of(SheetKind::AwardsForm).into_iter().flat_map(|table| awards_form::check(table, work)).collect();
    for table in of(SheetKind::FundForm) {
        fund_form::check(table, work);
    }
    YearlyLists {
        stated,
        awards: awards::list(&of(SheetKind::AwardList), work),
        fund: fund::list(&of(SheetKind::FundList), work),
    }
}

fn unreadable(kind: SheetKind, expected: Text, cell: CellRef, found: String) -> Diagnostic {
    let (expected_vi, expected_en) = (expected.vi.to_owned(), expected.en.to_owned());
    let fault = Fault::YearlyUnreadable { sheet: kind.name().to_owned(), expected_vi, expected_en };
    Diagnostic::new(fault, Place::Cell(cell)).found(found)
}

fn is_total(text: &str) -> bool {
    let folded = fold(text);
    TOTAL_ROWS.iter().any(|word| folded.starts_with(word))
}

/// Whether a cell says that there is nothing.
fn is_blank(content: Option<&Content>) -> bool {
    content.is_none_or(|content| {
        let folded = fold(&content.raw());
        folded.is_empty() || NO_FIGURE.contains(&folded.as_str())
    })
}

/// A year, or the last of several years one after another, as they are written in a cell.
fn year(text: &str) -> Option<i32> {
    let folded = fold(text);
    let bare = YEAR_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let years: Option<Vec<i32>> = bare.split(['-', ',', ';']).map(|part| part.trim().parse().ok()).collect();
    let years = years.filter(|years| years.iter().all(|year| (1900..=2100).contains(year)))?;
    years.windows(2).all(|pair| pair[0] + 1 == pair[1]).then(|| years.last().copied()).flatten()
}

/// What a form says in a column, by its number.
fn numbered<'a>(table: &Table, row: &'a TableRow, number: u8) -> Option<&'a Content> {
    table.at(row, Heading::Numbered(number)).filter(|content| !is_blank(Some(content)))
}

/// A row's label in the form: the second column, or the first in a row that sums.
fn label(table: &Table, row: &TableRow) -> String {
    let [first, second] = [1, 2].map(|number| table.text(row, Heading::Numbered(number)));
    if second.is_empty() { first } else { second }
}

/// Whether a row has something in one of these columns that is, or should be, a figure: it begins with a digit, or the
/// row is numbered or sums others; no note, no signature.
fn is_line(table: &Table, row: &TableRow, columns: &[u8]) -> bool {
    let digit = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let own = digit(&table.text(row, Heading::Numbered(1))) || is_total(&label(table, row));
    columns.iter().filter_map(|column| numbered(table, row, *column)).any(|content| own || digit(&content.raw()))
}

/// Whether a row is a part of the one above it: `1.1`, `- of which …`.
fn is_part(table: &Table, row: &TableRow) -> bool {
    let label = fold(&label(table, row));
    let own = table.text(row, Heading::Numbered(1));
    own.contains('.') || label.starts_with(['-', '+']) || PART_OF_ABOVE.iter().any(|word| label.starts_with(word))
}

/// `F10 = 439`.
fn valued(cell: &CellRef, value: Decimal) -> String {
    format!("{} = {}", cell.address(), value.normalize())
}

/// A row of a form: the numbers that are there, by column.
struct Line<'a> {
    row: &'a TableRow,
    total: bool,
    /// It is a part of the row above it.
    part: bool,
    numbers: Vec<(u8, Decimal)>,
}

impl Line<'_> {
    fn at(&self, column: u8) -> Option<Decimal> {
        self.numbers.iter().find(|(own, _)| *own == column).map(|(_, number)| *number)
    }

    /// Whether something stands in a column that is no number for certain.
    fn in_doubt(&self, table: &Table, column: u8) -> bool {
        self.at(column).is_none() && numbered(table, self.row, column).is_some()
    }
}

/// Compares the row that sums with those above it, column by column.
fn total_row(table: &Table, lines: &[Line], columns: &[u8], work: &mut Work) {
    let Some(total) = lines.iter().find(|line| line.total) else { return };
    for column in columns {
        let above = lines.iter().take_while(|line| !line.total).filter(|line| !line.part);
        if above.clone().any(|line| line.in_doubt(table, *column)) {
            continue;
        }
        let parts: Vec<Decimal> = above.filter_map(|line| line.at(*column)).collect();
        let sum: Decimal = parts.iter().sum();
        let Some(stated) = total.at(*column).filter(|stated| !parts.is_empty() && *stated != sum) else { continue };
        let parts = parts.iter().map(|part| part.normalize().to_string()).collect();
        let fault = Fault::TotalRowSum { column: column.to_string(), parts, sum: sum.normalize().to_string() };
        let cell = table.cell_of(total.row, Heading::Numbered(*column));
        work.note(Diagnostic::new(fault, Place::Cell(cell)).found(stated.normalize().to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn years_as_they_are_written() {
        for (said, is) in [("2022", 2022), ("Năm 2022", 2022), ("2021-2022", 2022), ("2021, 2022", 2022)] {
            assert_eq!(year(said), Some(is), "{said}");
        }
        for none in ["", "22", "2022.5", "2020-2022", "2022-2021", "05/12/2022", "nhiều năm", "3022"] {
            assert_eq!(year(none), None, "{none}");
        }
    }
}
