//! The floor: the libraries alone, on all cores. In: the forms, or the workbooks that were written. Out: seconds and cells.
//!
//! The reading makes the calls that the program makes, and keeps every cell. The writing takes the cells of the bloc's
//! workbooks, read beforehand and not timed, and writes them again, formulas with their results, in two plain formats.

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Instant;

use calamine::{Data, Reader, Xlsx};
use rayon::prelude::*;
use rust_xlsxwriter::{Format, FormatBorder, Formula, Workbook, XlsxError};
use thidua::write::PACKED;

use super::run::worked;

type Failure = Box<dyn Error + Send + Sync>;
type Kept = Vec<((u32, u32), Data)>;
type Opened = Xlsx<Cursor<Vec<u8>>>;

/// What a loop came to.
#[derive(Clone, Copy, Debug)]
pub struct Looped {
    pub seconds: f64,
    /// Seconds that processors worked.
    pub worked: f64,
    pub cells: u64,
}

/// A loop being timed.
struct Clock {
    started: Instant,
    worked: f64,
}

impl Clock {
    fn start() -> Self {
        Self { started: Instant::now(), worked: worked() }
    }

    fn stop(&self, cells: u64) -> Looped {
        Looped { seconds: self.started.elapsed().as_secs_f64(), worked: worked() - self.worked, cells }
    }
}

/// The workbooks below a folder, in order.
pub fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let (folders, files): (Vec<_>, Vec<_>) = entries.map(|entry| entry.path()).partition(|path| path.is_dir());
    let books = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
    let mut found: Vec<_> = books.chain(folders.iter().flat_map(|folder| workbooks(folder))).collect();
    found.sort();
    found
}

/// Reads every cell of every workbook below a folder.
pub fn read(folder: &Path) -> Result<Looped, Failure> {
    let files = workbooks(folder);
    let clock = Clock::start();
    let cells: Result<Vec<u64>, Failure> = files.par_iter().map(|file| Ok(kept(file)?.len() as u64)).collect();
    Ok(clock.stop(cells?.iter().sum()))
}

fn open(file: &Path) -> Result<Opened, Failure> {
    Ok(Xlsx::new(Cursor::new(fs::read(file)?))?)
}

fn kept(file: &Path) -> Result<Kept, Failure> {
    let mut book = open(file)?;
    let mut kept = Vec::new();
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            kept.push((cell.get_position(), Data::from(cell.get_value().clone())));
        }
    }
    Ok(kept)
}

/// A cell to be written again.
enum Again {
    Text(String),
    Number(f64),
    Formula(String, String),
}

/// A sheet to be written again.
struct Sheet {
    name: String,
    cells: Vec<(u32, u16, Again)>,
}

/// Writes the workbooks below `from` again, into `to`.
pub fn write(from: &Path, to: &Path) -> Result<Looped, Failure> {
    let books: Result<Vec<_>, Failure> = workbooks(from).par_iter().map(|file| sheets(file)).collect();
    let books = books?;
    fs::create_dir_all(to)?;
    let clock = Clock::start();
    books.par_iter().enumerate().try_for_each(|(index, sheets)| -> Result<(), Failure> {
        fs::write(to.join(format!("{index}.xlsx")), book(sheets)?)?;
        Ok(())
    })?;
    Ok(clock.stop(books.iter().flatten().map(|sheet| sheet.cells.len() as u64).sum()))
}

fn sheets(file: &Path) -> Result<Vec<Sheet>, Failure> {
    let mut book = open(file)?;
    book.sheet_names().into_iter().map(|name| sheet(&mut book, name)).collect()
}

fn sheet(book: &mut Opened, name: String) -> Result<Sheet, Failure> {
    let (values, formulas) = (book.worksheet_range(&name)?, book.worksheet_formula(&name)?);
    let (top, left) = values.start().unwrap_or_default();
    let mut cells = Vec::new();
    for (row, column, value) in values.cells() {
        let (row, column) = (u32::try_from(row)? + top, u32::try_from(column)? + left);
        let formula = formulas.get_value((row, column)).filter(|formula| !formula.is_empty());
        let again = match (formula, value) {
            (Some(formula), value) => Again::Formula(formula.clone(), value.to_string()),
            (None, Data::Empty) => continue,
            (None, Data::Int(number)) => Again::Number(number.to_string().parse()?),
            (None, Data::Float(number)) => Again::Number(*number),
            (None, Data::DateTime(day)) => Again::Number(day.as_f64()),
            (None, other) => Again::Text(other.to_string()),
        };
        cells.push((row, u16::try_from(column)?, again));
    }
    Ok(Sheet { name, cells })
}

fn book(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let text = Format::new().set_font_name("Times New Roman").set_text_wrap().set_border(FormatBorder::Thin);
    let number = Format::new().set_font_name("Times New Roman").set_num_format("#,##0.00");
    let mut book = Workbook::new();
    book.set_zip_compression_level(PACKED);
    for own in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&own.name)?;
        for (row, column, cell) in &own.cells {
            match cell {
                Again::Text(said) => sheet.write_string_with_format(*row, *column, said, &text)?,
                Again::Number(value) => sheet.write_number_with_format(*row, *column, *value, &number)?,
                Again::Formula(formula, result) => {
                    let formula = Formula::new(formula).set_result(result);
                    sheet.write_formula_with_format(*row, *column, formula, &number)?
                }
            };
        }
    }
    book.save_to_buffer()
}
