//! The bytes of a workbook in; the grids of its visible sheets out.
//!
//! xlsx and xlsb are streamed under limits, so that a far cell costs nothing; xls and ods come whole from the
//! reading library. A panic of that library on a damaged file is a fault of the file.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, SheetVisible, Sheets, Xls, Xlsb, Xlsx};

use super::container::Book;
use super::grid::Grid;
use super::lint;
use super::quiet::quietly;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, decimal_of_binary};

type Bytes = Cursor<Vec<u8>>;

/// Rows and columns beyond which a sheet is refused.
const MOST_ROWS: u32 = 200_000;
const MOST_COLUMNS: u32 = 1_024;

/// All visible worksheets.
pub fn grids(file: &str, book: Book, bytes: Vec<u8>) -> Result<(Vec<Grid>, Vec<Diagnostic>), Fault> {
    quietly(|| visible(file, book, bytes))
        .unwrap_or_else(|| Err(Fault::DamagedWorkbook { reason: "the file's structure is broken".to_owned() }))
}

fn opened(kind: Book, bytes: Vec<u8>) -> Result<Sheets<Bytes>, Fault> {
    let bytes = Cursor::new(bytes);
    match kind {
        Book::Xlsx => Xlsx::new(bytes).map(Sheets::Xlsx).map_err(|error| refused(&error.to_string())),
        Book::Xlsb => Xlsb::new(bytes).map(Sheets::Xlsb).map_err(|error| refused(&error.to_string())),
        Book::Xls => Xls::new(bytes).map(Sheets::Xls).map_err(|error| refused(&error.to_string())),
        Book::Ods => Ods::new(bytes).map(Sheets::Ods).map_err(|error| refused(&error.to_string())),
    }
}

fn visible(file: &str, kind: Book, bytes: Vec<u8>) -> Result<(Vec<Grid>, Vec<Diagnostic>), Fault> {
    let facts = lint::facts(&bytes);
    let bytes = lint::readable(bytes, &facts);
    let mut book = opened(kind, bytes)?;
    let (names, hidden): (Vec<_>, Vec<_>) =
        book.sheets_metadata().iter().cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
    let mut seen = BTreeSet::new();
    if let Some(twice) = names.iter().find(|sheet| !seen.insert(sheet.name.to_lowercase())) {
        return Err(Fault::TwoSheets { name: twice.name.clone() });
    }
    let mut notes: Vec<Diagnostic> = Vec::new();
    if !hidden.is_empty() {
        let names = hidden.into_iter().map(|sheet| sheet.name).collect();
        notes.push(Diagnostic::new(Fault::HiddenSheets { names }, Place::File(file.to_owned())));
    }
    let mut grids = Vec::new();
    for sheet in &names {
        let mut grid = grid(file, &sheet.name, &mut book)?;
        if let Some(own) = facts.get(&sheet.name) {
            notes.extend(lint::apply(&mut grid, own)?);
        }
        grids.push(grid);
    }
    Ok((grids, notes))
}

fn refused(reason: &str) -> Fault {
    if reason.to_lowercase().contains("password") {
        Fault::PasswordProtected {}
    } else if reason.starts_with("Unrecognized sheet:type") {
        Fault::MacroSheet {}
    } else {
        Fault::DamagedWorkbook { reason: reason.to_owned() }
    }
}

fn grid(file: &str, name: &str, book: &mut Sheets<Bytes>) -> Result<Grid, Fault> {
    let mut grid = Grid::new(file, name);
    grid.merges = merges(name, book);
    match book {
        Sheets::Xlsx(xlsx) => {
            let mut cells = xlsx.worksheet_cells_reader(name).map_err(|error| refused(&error.to_string()))?;
            while let Some(cell) = cells.next_cell().map_err(|error| refused(&error.to_string()))? {
                put(&mut grid, cell.get_position(), &owned(cell.get_value()))?;
            }
        }
        Sheets::Xlsb(xlsb) => {
            let mut cells = xlsb.worksheet_cells_reader(name).map_err(|error| refused(&error.to_string()))?;
            while let Some(cell) = cells.next_cell().map_err(|error| refused(&error.to_string()))? {
                put(&mut grid, cell.get_position(), &owned(cell.get_value()))?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name).map_err(|error| refused(&error.to_string()))?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let at = |index: usize, first: u32| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(first);
                put(&mut grid, (at(row, first_row), at(column, first_column)), value)?;
            }
        }
    }
    Ok(grid)
}

/// The merged cells, where the format and the reading library tell them.
fn merges(name: &str, book: &mut Sheets<Bytes>) -> Vec<[u32; 4]> {
    let found = match book {
        Sheets::Xlsx(xlsx) => xlsx.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(xls) => xls.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    let corners = found.into_iter().map(|found| [found.start.0, found.start.1, found.end.0, found.end.1]);
    corners.filter(|[top, left, bottom, right]| top <= bottom && left <= right).collect()
}

fn owned(value: &DataRef) -> Data {
    Data::from(value.clone())
}

fn put(grid: &mut Grid, (row, column): (u32, u32), value: &Data) -> Result<(), Fault> {
    if matches!(value, Data::Empty) {
        return Ok(());
    }
    if row >= MOST_ROWS || column >= MOST_COLUMNS {
        return Err(Fault::TooLarge { limit: format!("{MOST_ROWS} × {MOST_COLUMNS}") });
    }
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => grid.put_text(row, column, text),
        other => {
            if let Some(content) = content(other) {
                grid.put(row, column, content);
            }
        }
    }
    Ok(())
}

fn content(value: &Data) -> Option<Content> {
    Some(match value {
        Data::Int(number) => Content::Number((*number).into()),
        Data::Float(number) => {
            decimal_of_binary(*number).map_or_else(|| Content::Error(number.to_string()), Content::Number)
        }
        Data::Bool(truth) => Content::Bool(*truth),
        Data::Error(error) => Content::Error(error.to_string()),
        Data::DateTime(stamp) => {
            let serial = stamp.as_f64();
            let date =
                (stamp.is_datetime() && (0.0..2_958_466.0).contains(&serial)).then(|| stamp.as_datetime()).flatten();
            date.map_or_else(|| Content::Error(serial.to_string()), |date| Content::Date(date.date()))
        }
        _ => return None,
    })
}
