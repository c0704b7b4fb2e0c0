//! In: ranges of a workbook's cells, and notes. Out: charts that the office program draws from them, and the finished
//! workbook with what those cells hold told to viewers that do not calculate, and with all notes.

mod bars;
mod caches;
mod cells;
mod notes;
mod package;
mod reference;
mod walk;

use rust_xlsxwriter::XlsxError;

pub(super) use bars::{Bars, WIDTH, fields, totals};
pub(super) use notes::Notes;
use package::Package;

/// Adds to the bytes of a workbook what the library leaves out: the notes, and what the cells under charts hold. All
/// other parts stay as they are.
///
/// # Errors
/// A part that is not as the library writes it.
pub(super) fn finish(bytes: Vec<u8>, notes: &Notes) -> Result<Vec<u8>, XlsxError> {
    let mut package = Package::new(&bytes)?;
    let mut parts = notes.parts(&mut package)?;
    parts.extend(caches::filled(&mut package)?);
    if parts.is_empty() { Ok(bytes) } else { package.with(&parts) }
}
