//! The inputs folder in; every file's recognised tables, cells with their addresses, out.
//!
//! `find` lists the files, `workbook` and `text` lift the cells, `header` sees what a sheet is by its headings.
//! A file that cannot be read is a fault that names it; the others go on.

mod find;
mod grid;
mod header;
mod heads;
mod legacy;
mod text;
mod workbook;

use std::path::Path;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{Dictionary, Document, SheetCopy, sha256};

pub use find::find;

/// The largest file that is read.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Reads files in parallel; their order is kept.
pub fn read(
    inputs: &Path,
    files: &[String],
    dictionary: &Dictionary,
    done: &(dyn Fn() + Sync),
) -> Noted<Vec<Document>> {
    let each: Vec<_> = files
        .par_iter()
        .map(|file| {
            let document = document(inputs, file, dictionary);
            done();
            document
        })
        .collect();
    let (documents, notes): (Vec<_>, Vec<Vec<_>>) = each.into_iter().unzip();
    Noted { output: documents, notes: notes.concat() }
}

/// The sheets of a file as they are, for giving them back; none where it cannot be read.
pub fn copies(inputs: &Path, file: &str) -> Vec<SheetCopy> {
    let mut unused = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    let grids = grids(inputs, file, &mut unused).unwrap_or_default();
    grids.into_iter().map(|grid| SheetCopy { sheet: grid.sheet, rows: grid.rows, merges: grid.merges }).collect()
}

fn document(inputs: &Path, file: &str, dictionary: &Dictionary) -> (Document, Vec<Diagnostic>) {
    let mut document = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    let mut notes = Vec::new();
    match grids(inputs, file, &mut document) {
        Err(fault) => notes.push(Diagnostic::new(fault, Place::File(file.to_owned()))),
        Ok(grids) => {
            for mut grid in grids {
                notes.extend(legacy::decode(&mut grid));
                match header::table(&grid, dictionary) {
                    Err(fault) => notes.push(fault),
                    Ok(Some(table)) => document.tables.push(table),
                    Ok(None) => {
                        let sheet = Place::Sheet(grid.sheet.clone());
                        let left_out = || Diagnostic::new(Fault::SheetLeftOut {}, sheet);
                        notes.push(legacy::suspected(&grid).unwrap_or_else(left_out));
                    }
                }
            }
            if document.tables.is_empty() && notes.iter().all(|note| note.fault == Fault::SheetLeftOut {}) {
                notes = vec![Diagnostic::new(Fault::NoKnownTable {}, Place::File(file.to_owned()))];
            }
        }
    }
    (document, notes)
}

fn grids(inputs: &Path, file: &str, document: &mut Document) -> Result<Vec<grid::Grid>, Fault> {
    let path = inputs.join(file);
    let damaged = |reason: String| Fault::DamagedWorkbook { reason };
    let size = std::fs::metadata(&path).map_err(|error| damaged(error.to_string()))?.len();
    document.size = size;
    if size == 0 {
        return Err(Fault::EmptyFile {});
    }
    if size > MOST_BYTES {
        return Err(Fault::TooLarge { limit: format!("{} MiB", MOST_BYTES / 1024 / 1024) });
    }
    let bytes = std::fs::read(&path).map_err(|error| damaged(error.to_string()))?;
    document.sha256 = sha256(&bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return workbook::grids(file, bytes);
    }
    if !Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        let content =
            if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<') { "HTML/XML" } else { "text" };
        return Err(Fault::WrongContent { content: content.to_owned() });
    }
    text::grid(file, &bytes).map(|grid| vec![grid])
}
