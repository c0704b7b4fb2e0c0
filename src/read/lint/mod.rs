//! The bytes of a workbook in; what the reading library does not tell of its cells out: formulas whose result was never
//! saved, percentages, fonts of before Unicode, errors it does not know, hidden rows and columns, merged cells, cells that
//! no program writes so; or why the library is not to read it, as what it would cost in memory or time has no bound.
//!
//! The library reads the values; this pass adds facts, by the number of the sheet and the place of the cell.

mod ods;
mod xls;
mod xlsb;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::container::Book;
use super::grid::{Grid, LegacyFont};
use crate::diag::{Diagnostic, Fault, Measure, Place};
use crate::model::{Content, Legacy};

/// Errors that the reading library knows; one of another name makes it refuse the whole sheet.
const KNOWN_ERRORS: &[&str] = &["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/// Row and column, 0-based.
type At = (u32, u32);

/// What is known of a sheet beside its values.
#[derive(Debug, Default)]
pub struct Facts {
    /// The part of the archive it stands in.
    part: String,
    percent: BTreeSet<At>,
    /// Texts in a font of before Unicode.
    fonts: BTreeMap<At, LegacyFont>,
    unsaved: BTreeSet<At>,
    /// Formulas that come to zero in a file of a program that may never have calculated them.
    zeros: Vec<At>,
    errors: BTreeMap<At, String>,
    /// A cell that is not as a spreadsheet program writes it: its value cannot be relied on.
    odd: Option<At>,
    hidden_rows: Vec<u32>,
    /// First and last of each run.
    hidden_columns: Vec<(u32, u32)>,
    /// Merged cells, except of an xls: first row, first column, last row, last column.
    merges: Vec<[u32; 4]>,
}

/// What a cell's format says of it.
#[derive(Clone, Debug, Default)]
struct Style {
    percent: bool,
    font: Option<LegacyFont>,
}

/// The number formats that a program brings along and that show a percentage.
const PERCENT_FORMATS: [u32; 2] = [9, 10];

/// Whether a number format shows a percentage: a sign outside of quotes.
fn shows_percent(code: &str) -> bool {
    code.split('"').step_by(2).any(|shown| shown.contains('%'))
}

/// The font, where it is one whose letters stand at other places than Unicode's: `.VnTime`, `VNI-Times` and their kin.
fn legacy_font(name: &str) -> Option<LegacyFont> {
    let plain = name.trim().to_lowercase();
    let encoding = match () {
        () if plain.starts_with(".vn") => Legacy::Tcvn3,
        () if plain.starts_with("vni-") || plain.starts_with("vni ") => Legacy::Vni,
        () => return None,
    };
    Some(LegacyFont { encoding, name: name.trim().to_owned() })
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The facts of every sheet in the workbook's order; none at all of a workbook of before Excel 97.
///
/// # Errors
/// Why the library is not to read it: `too-large`, `damaged-workbook`.
pub fn facts(book: Book, bytes: &[u8]) -> Result<Option<Vec<Facts>>, Fault> {
    let broken = || Fault::DamagedWorkbook { reason: String::new() };
    if book == Book::Xls {
        return xls::facts(bytes);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    match book {
        Book::Ods => ods::facts(&mut zip),
        Book::Xlsb => xlsb::facts(&mut zip),
        Book::Xlsx | Book::Xls => xlsx::facts(&mut zip),
    }
    .map(Some)
}

/// The name that a part has in the archive; the reading library looks for it but for case and the way of its slashes.
fn path_of(zip: &Zip, name: &str) -> String {
    let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
    let sought = plain(name);
    let found = zip.file_names().flatten().find(|own| plain(own) == sought);
    found.map_or_else(|| name.to_owned(), std::borrow::Cow::into_owned)
}

/// The bytes of a part; none where it is not there or too large.
fn bytes_of(zip: &mut Zip, name: &str) -> Option<Vec<u8>> {
    let path = path_of(zip, name);
    let file = zip.by_name(&path).ok().filter(|file| file.size() <= Measure::Part.most())?;
    let mut bytes = Vec::new();
    file.take(Measure::Part.most()).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The text of a part; none where it is not there, too large or no text.
fn part(zip: &mut Zip, name: &str) -> Option<String> {
    String::from_utf8(bytes_of(zip, name)?).ok()
}

/// The same archive with the errors that the library does not know under the name of one that it does.
pub fn readable(bytes: Vec<u8>, facts: &[Facts]) -> Vec<u8> {
    let unknown = |own: &Facts| own.errors.values().any(|error| !KNOWN_ERRORS.contains(&error.as_str()));
    if !facts.iter().any(unknown) {
        return bytes;
    }
    rewritten(&bytes, facts).unwrap_or(bytes)
}

fn rewritten(bytes: &[u8], facts: &[Facts]) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let name = zip.by_index(index).ok()?.name().ok()?.into_owned();
        let Some(own) = facts.iter().find(|own| own.part == name) else {
            out.raw_copy_file(zip.by_index(index).ok()?).ok()?;
            continue;
        };
        let mut text = part(&mut zip, &name)?;
        for error in own.errors.values().filter(|error| !KNOWN_ERRORS.contains(&error.as_str())) {
            text = text.replace(&format!(">{error}</"), ">#N/A</");
        }
        out.start_file(name, SimpleFileOptions::default()).ok()?;
        out.write_all(text.as_bytes()).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

/// Looks for a cell of a sheet whose value cannot be relied on.
///
/// # Errors
/// `odd-cell`, with the first one.
pub fn relied_on(grid: &Grid, facts: &Facts) -> Result<(), Fault> {
    match facts.odd {
        Some((row, column)) => Err(Fault::OddCell { cell: grid.cell(row, column) }),
        None => Ok(()),
    }
}

/// Puts the facts of a sheet into its grid; what a reader of the findings should know.
pub fn apply(grid: &mut Grid, facts: &Facts) -> Vec<Diagnostic> {
    for (row, column) in &facts.unsaved {
        grid.put(*row, *column, Content::Unsaved);
    }
    for ((row, column), error) in &facts.errors {
        grid.put(*row, *column, Content::Error(error.clone()));
    }
    grid.fonts.clone_from(&facts.fonts);
    for (row, column) in &facts.percent {
        if let Some(Content::Number(number)) = grid.rows.get(row).and_then(|cells| cells.get(column)) {
            let number = *number;
            grid.put(*row, *column, Content::Percent(number));
        }
    }
    grid.merges.extend(&facts.merges);
    hidden(grid, facts).into_iter().chain(zeros(grid, facts)).collect()
}

fn zeros(grid: &Grid, facts: &Facts) -> Option<Diagnostic> {
    let (row, column) = *facts.zeros.first()?;
    let place = Place::Cell(grid.cell(row, column));
    Some(Diagnostic::new(Fault::FormulaZero { cells: facts.zeros.len() }, place))
}

/// Rows and columns with content that a reader of the sheet does not see.
fn hidden(grid: &Grid, facts: &Facts) -> Option<Diagnostic> {
    let rows = facts.hidden_rows.iter().filter(|row| grid.rows.contains_key(row)).map(|row| (row + 1).to_string());
    let rows: Vec<String> = rows.collect();
    let last_column =
        grid.rows.values().filter_map(|cells| cells.keys().next_back()).max().copied().unwrap_or_default();
    let filled = |column: &u32| grid.rows.values().any(|cells| cells.contains_key(column));
    let columns =
        facts.hidden_columns.iter().flat_map(|(first, last)| *first..=(*last).min(last_column)).filter(filled);
    let columns: Vec<String> = columns.map(crate::diag::column_letters).collect();
    let any = !rows.is_empty() || !columns.is_empty();
    any.then(|| Diagnostic::new(Fault::HiddenCells { rows, columns }, Place::Sheet(grid.sheet.clone())))
}
