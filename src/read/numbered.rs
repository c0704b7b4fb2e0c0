//! A grid in; the yearly forms on it out, by their titles and the row that numbers their columns.
//!
//! Offices word the three levels of these headers in their own ways, but all number the columns alike: `1 2 3 …
//! 7 (6:3) …`. The number is what a column is; the texts above it, and the number as it stands, are kept beside it.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::header::HEADER_WITHIN;
use super::heads::{Heads, Path, Texts};
use crate::model::{Content, Dictionary, Heading, SheetKind, Status, Table, TableColumn, TableRow, fold};
use crate::wording::recognition::{AWARDS_FORM_TITLES, FUND_FORM_TITLES};

/// The forms: what their titles hold, and how many columns they have.
const FORMS: [(SheetKind, &[&str], u8); 2] =
    [(SheetKind::AwardsForm, AWARDS_FORM_TITLES, 17), (SheetKind::FundForm, FUND_FORM_TITLES, 12)];

/// Texts that a row must have to be the first of a header.
const TEXTS_OF_A_HEADER: usize = 3;

/// A title: its row, the kind of form it is of, and how many columns that has.
type Title = (u32, SheetKind, u8);

/// Every yearly form of a sheet.
pub fn forms(grid: &Grid) -> Vec<Table> {
    if !grid.rows.values().any(|cells| FORMS.iter().any(|(.., count)| numbers(cells, *count).is_some())) {
        return Vec::new();
    }
    let titles: Vec<_> = grid.rows.iter().filter_map(|(row, cells)| title(*row, cells)).collect();
    let ends = titles.iter().skip(1).map(|(row, ..)| *row).chain([u32::MAX]);
    titles.iter().zip(ends).filter_map(|(title, end)| form(grid, *title, end)).collect()
}

fn title(row: u32, cells: &BTreeMap<u32, Content>) -> Option<Title> {
    let texts = cells.values().filter(|content| matches!(content, Content::Text(_)));
    let folded: Vec<_> = texts.map(|content| fold(&content.raw())).collect();
    let holds = |titles: &[&str]| folded.iter().any(|text| titles.iter().any(|title| text.contains(title)));
    FORMS.iter().find(|(_, titles, _)| holds(titles)).map(|(kind, _, count)| (row, *kind, *count))
}

fn form(grid: &Grid, (title, kind, count): Title, end: u32) -> Option<Table> {
    let within = title + 1..end.min(title + HEADER_WITHIN);
    let (index, numbers) =
        grid.rows.range(within).find_map(|(row, cells)| numbers(cells, count).map(|numbers| (*row, numbers)))?;
    let texts = |row: &u32| grid.rows[row].values().filter(|content| matches!(content, Content::Text(_))).count();
    let top = grid.rows.range(title + 1..index).map(|(row, _)| *row).find(|row| texts(row) >= TEXTS_OF_A_HEADER)?;
    let mut paths: BTreeMap<u32, Path> = BTreeMap::new();
    let unknown = Dictionary::default();
    let texts = Texts::of(grid, top..index, &unknown);
    let mut heads = Heads::new(&texts, top, index - top);
    while let Some((column, path)) = heads.step() {
        paths.insert(column, path);
    }
    let columns = (1_u8..).zip(&numbers).map(|(number, column)| {
        let above = paths.get(column).into_iter().flatten().map(|text| text.said.to_owned());
        let said = above.chain([grid.rows[&index][column].raw()]).collect();
        TableColumn { index: *column, heading: Heading::Numbered(number), status: Status::Official, over: None, said }
    });
    let columns: Vec<_> = columns.collect();
    let head = grid.rows.range(..top).flat_map(|(row, cells)| {
        let texts = cells.iter().filter(|(_, content)| matches!(content, Content::Text(_)));
        texts.map(|(column, content)| (grid.cell(*row, *column), content.raw()))
    });
    let below = grid.rows.range(index + 1..end).filter(|(_, cells)| self::numbers(cells, count).is_none());
    let rows = below.map(|(row, cells)| {
        let cells = columns.iter().map(|column| cells.get(&column.index).cloned()).collect();
        TableRow { row: *row, cells }
    });
    let rows: Vec<_> = rows.filter(|row: &TableRow| row.cells.iter().any(Option::is_some)).collect();
    Some(Table { kind, sheet: grid.sheet.clone(), stamp: None, head: head.collect(), columns, rows })
}

/// The columns of a row that numbers them from 1 to `count`.
fn numbers(cells: &BTreeMap<u32, Content>, count: u8) -> Option<Vec<u32>> {
    if cells.len() != usize::from(count) {
        return None;
    }
    let mut columns = Vec::new();
    for (wanted, (column, content)) in (1_u8..).zip(cells) {
        let raw = content.raw();
        let bare = raw.trim_start_matches(['(', '[']);
        let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
        let behind = bare[digits.len()..].trim_start();
        let sign = behind.is_empty() || behind.starts_with(['(', ')', '[', ']', '=', ':', '.']);
        if !sign || digits.parse() != Ok(wanted) {
            return None;
        }
        columns.push(*column);
    }
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::{forms, numbers};
    use crate::model::{Content, Heading, SheetKind};
    use crate::read::grid::Grid;

    #[test]
    fn columns_are_numbered_from_one_without_a_gap() {
        let row = |texts: &[&str]| {
            let mut grid = Grid::new("a.xlsx", "b");
            (0..).zip(texts).for_each(|(column, text)| grid.put_text(0, column, text));
            grid.rows.remove(&0).unwrap()
        };
        assert_eq!(numbers(&row(&["1", "(2)", "3 (2:1)"]), 3), Some(vec![0, 1, 2]));
        assert_eq!(numbers(&row(&["1", "2", "3=1+2"]), 3), Some(vec![0, 1, 2]));
        for other in [&["1", "2", "4"][..], &["1", "2"], &["1", "2", "3", "4"], &["A", "B", "1"], &["1", "2", "31"]] {
            assert_eq!(numbers(&row(other), 3), None, "{other:?}");
        }
    }

    #[test]
    fn two_forms_on_one_sheet_are_two_tables() {
        let mut grid = Grid::new("a.xlsx", "b");
        for (first, title, count) in [(0, super::AWARDS_FORM_TITLES[0], 17_u32), (20, super::FUND_FORM_TITLES[0], 12)] {
            grid.put_text(first, 0, &title.to_uppercase());
            ["a", "b", "c"].into_iter().zip(0..).for_each(|(text, column)| grid.put_text(first + 2, column, text));
            (0..count).for_each(|column| grid.put(first + 3, column, Content::Number((column + 1).into())));
            grid.put(first + 4, 2, Content::Number(5.into()));
        }
        let found = forms(&grid);
        let kinds: Vec<_> = found.iter().map(|table| (table.kind, table.columns.len(), table.rows.len())).collect();
        assert_eq!(kinds, [(SheetKind::AwardsForm, 17, 1), (SheetKind::FundForm, 12, 1)]);
        assert_eq!(found[0].columns[2].heading, Heading::Numbered(3));
        assert_eq!(found[0].columns[2].said, ["c", "3"]);
    }
}
