//! The bytes of a workbook in; the grids of its visible sheets out.
//!
//! xlsx and xlsb are streamed under limits, so that a far cell costs nothing; xls and ods come whole from the
//! reading library. A panic of that library on a damaged file is a fault of the file.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, SheetType, SheetVisible, Sheets, Xls, Xlsb, Xlsx};

use super::container::Book;
use super::grid::Grid;
use super::lint;
use super::quiet::quietly;
use crate::diag::{Diagnostic, Fault, Measure, Place};
use crate::model::{Content, decimal_of_binary};

type Bytes = Cursor<Vec<u8>>;

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
    let facts = lint::facts(kind, &bytes)?;
    let bytes = lint::readable(bytes, facts.as_deref().unwrap_or_default());
    let mut book = opened(kind, bytes)?;
    let sheets = book.sheets_metadata().to_vec();
    Measure::Sheets.check(sheets.len() as u64)?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = sheets.iter().find(|sheet| !seen.insert(sheet.name.to_lowercase())) {
        return Err(Fault::TwoSheets { name: twice.name.clone() });
    }
    if facts.as_ref().is_some_and(|facts| facts.len() != sheets.len()) {
        return Err(Fault::DamagedWorkbook { reason: String::new() });
    }
    let (mut grids, mut notes, mut hidden, mut cells) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (index, sheet) in sheets.into_iter().enumerate() {
        if sheet.visible != SheetVisible::Visible {
            hidden.push(sheet.name);
        } else if sheet.typ == SheetType::WorkSheet {
            let mut grid = Grid::new(file, &sheet.name);
            let own = facts.as_ref().and_then(|facts| facts.get(index));
            own.map_or(Ok(()), |own| lint::relied_on(&grid, own))?;
            fill(&mut grid, &mut book, &mut cells)?;
            notes.extend(own.map(|own| lint::apply(&mut grid, own)).unwrap_or_default());
            Measure::Merges.check(grid.merges.len() as u64)?;
            grids.push(grid);
        }
    }
    if !hidden.is_empty() {
        notes.insert(0, Diagnostic::new(Fault::HiddenSheets { names: hidden }, Place::File(file.to_owned())));
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

/// Reads the cells of a sheet; `cells` counts those of the whole workbook.
fn fill(grid: &mut Grid, book: &mut Sheets<Bytes>, cells: &mut u64) -> Result<(), Fault> {
    let sheet = grid.sheet.clone();
    let name = sheet.sheet.as_str();
    grid.merges = merges(name, book);
    match book {
        Sheets::Xlsx(xlsx) => {
            let mut reader = xlsx.worksheet_cells_reader(name).map_err(|error| refused(&error.to_string()))?;
            while let Some(cell) = reader.next_cell().map_err(|error| refused(&error.to_string()))? {
                put(grid, cell.get_position(), &owned(cell.get_value()), cells)?;
            }
        }
        Sheets::Xlsb(xlsb) => {
            let mut reader = xlsb.worksheet_cells_reader(name).map_err(|error| refused(&error.to_string()))?;
            while let Some(cell) = reader.next_cell().map_err(|error| refused(&error.to_string()))? {
                put(grid, cell.get_position(), &owned(cell.get_value()), cells)?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name).map_err(|error| refused(&error.to_string()))?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let at = |index: usize, first: u32| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(first);
                put(grid, (at(row, first_row), at(column, first_column)), value, cells)?;
            }
        }
    }
    Ok(())
}

/// The merged cells of an xls; those of other formats are facts of a sheet.
fn merges(name: &str, book: &mut Sheets<Bytes>) -> Vec<[u32; 4]> {
    let Sheets::Xls(xls) = book else { return Vec::new() };
    let found = xls.merge_cells_by_sheet_name(name).unwrap_or_default().into_iter();
    let corners = found.map(|found| [found.start.0, found.start.1, found.end.0, found.end.1]);
    corners.filter(|[top, left, bottom, right]| top <= bottom && left <= right).collect()
}

fn owned(value: &DataRef) -> Data {
    Data::from(value.clone())
}

fn put(grid: &mut Grid, (row, column): (u32, u32), value: &Data, cells: &mut u64) -> Result<(), Fault> {
    if matches!(value, Data::Empty) {
        return Ok(());
    }
    *cells += 1;
    Measure::Cells.check(*cells)?;
    Measure::Rows.check(u64::from(row) + 1)?;
    Measure::Columns.check(u64::from(column) + 1)?;
    if let Data::String(text) = value {
        Measure::Letters.check(text.encode_utf16().count() as u64)?;
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
