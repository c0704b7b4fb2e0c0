//! The bytes of an xlsx, ods or xls file in; what the reading library does not tell of its cells out: formulas whose
//! result was never saved, percentages, fonts of before Unicode, errors it does not know, hidden rows and columns, cells
//! that no program writes so.
//!
//! The library reads the values; this pass adds facts, by the name of the sheet and the place of the cell.

mod ods;
mod xls;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::grid::{Grid, LegacyFont};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Legacy};

/// The most of one part that is looked at, in bytes.
const MOST: u64 = 128 << 20;

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
    errors: BTreeMap<At, String>,
    /// A cell that is not as a spreadsheet program writes it: its value cannot be relied on.
    odd: Option<At>,
    hidden_rows: Vec<u32>,
    /// First and last of each run.
    hidden_columns: Vec<(u32, u32)>,
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

/// The facts of every sheet by its name; nothing where the parts cannot be made out, which the library then says.
pub fn facts(bytes: &[u8]) -> BTreeMap<String, Facts> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return xls::facts(bytes).unwrap_or_default() };
    if zip.index_for_name("content.xml").is_some() { ods::facts(&mut zip) } else { xlsx::facts(&mut zip) }
}

/// The text of a part; none where it is not there, too large or no text.
fn part(zip: &mut Zip, name: &str) -> Option<String> {
    let file = zip.by_name(name).ok().filter(|file| file.size() <= MOST)?;
    let mut text = String::new();
    file.take(MOST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// The same archive with the errors that the library does not know under the name of one that it does.
pub fn readable(bytes: Vec<u8>, facts: &BTreeMap<String, Facts>) -> Vec<u8> {
    let unknown = |own: &Facts| own.errors.values().any(|error| !KNOWN_ERRORS.contains(&error.as_str()));
    if !facts.values().any(unknown) {
        return bytes;
    }
    rewritten(&bytes, facts).unwrap_or(bytes)
}

fn rewritten(bytes: &[u8], facts: &BTreeMap<String, Facts>) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let name = zip.by_index(index).ok()?.name().ok()?.into_owned();
        let Some(own) = facts.values().find(|own| own.part == name) else {
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

/// Puts the facts of a sheet into its grid; what a reader of the findings should know.
///
/// # Errors
/// `odd-cell` where a value cannot be relied on.
pub fn apply(grid: &mut Grid, facts: &Facts) -> Result<Vec<Diagnostic>, Fault> {
    if let Some((row, column)) = facts.odd {
        return Err(Fault::OddCell { cell: grid.cell(row, column).to_string() });
    }
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
    Ok(hidden(grid, facts).into_iter().collect())
}

/// Rows and columns with content that a reader of the sheet does not see.
fn hidden(grid: &Grid, facts: &Facts) -> Option<Diagnostic> {
    let rows = facts.hidden_rows.iter().filter(|row| grid.rows.contains_key(row)).map(|row| (row + 1).to_string());
    let rows: Vec<String> = rows.collect();
    let filled = |column: &u32| grid.rows.values().any(|cells| cells.contains_key(column));
    let columns = facts.hidden_columns.iter().flat_map(|(first, last)| *first..=*last).filter(filled);
    let columns: Vec<String> = columns.map(crate::diag::column_letters).collect();
    let any = !rows.is_empty() || !columns.is_empty();
    any.then(|| Diagnostic::new(Fault::HiddenCells { rows, columns }, Place::Sheet(grid.sheet.clone())))
}
