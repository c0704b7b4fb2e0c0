//! The inputs folder in; every file's recognised tables, cells with their addresses, out.
//!
//! `find` lists the files, `workbook` and `text` lift the cells, `header` sees what a sheet is by its headings,
//! `numbered` sees the yearly forms by their titles and numbered columns.
//! A file that cannot be read is a fault that names it; the others go on.

mod almost;
mod archive;
mod container;
mod find;
mod grid;
mod header;
mod heads;
mod legacy;
mod lint;
mod merged;
mod numbered;
mod ole;
mod quiet;
mod score_table;
mod stamp;
mod text;
mod workbook;
pub mod worker;

use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Fault, Limits, Measure, Noted, Place, Verdict};
use crate::model::{Dictionary, Document, SheetCopy, Stamp, Table, Told, sha256};

use container::{Container, container};
pub use find::find;
pub use worker::Readers;

/// Reads files in parallel, by whom it is said, and hands over what each holds, with its index among the files, as
/// soon as it is known and in any order. Returned are the notes, in the order of the files.
pub fn read(
    (inputs, files): (&Path, &[String]),
    (dictionary, limits): (&Dictionary, &Limits),
    readers: &Readers,
    take: &(dyn Fn(usize, Document<Told>) + Sync),
) -> Vec<Diagnostic> {
    let here = |file: &str| {
        let (document, notes) = limits.bound(|| document(inputs, file, dictionary));
        (document.into(), notes)
    };
    match readers {
        Readers::Workers(workers) => worker::read(workers, (inputs, files), (dictionary, limits), &here, take),
        Readers::Here => {
            let read = files.par_iter().enumerate().flat_map_iter(|(index, file)| {
                let (document, notes) = here(file);
                take(index, document);
                notes
            });
            read.collect()
        }
    }
}

/// The sheets of a file as they are, for giving them back; none where it cannot be read.
pub fn copies(inputs: &Path, file: &str) -> Vec<SheetCopy> {
    let mut unused = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    let sheets = grids(inputs, file, &Dictionary::default(), &mut unused).unwrap_or_default();
    sheets.grids.into_iter().map(|grid| SheetCopy { sheet: grid.sheet, rows: grid.rows, merges: grid.merges }).collect()
}

/// The score tables of one file, said to hold a compact's; the others of its sheets are passed over.
///
/// # Errors
/// What keeps the file from being read, or `no-score-table`.
pub fn score_tables(folder: &Path, file: &str, dictionary: &Dictionary) -> Result<Noted<Vec<Table>>, Vec<Diagnostic>> {
    let whole = || Place::File(file.to_owned());
    let mut unused = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    let sheets = grids(folder, file, dictionary, &mut unused);
    let Sheets { grids, mut notes, .. } = sheets.map_err(|fault| vec![Diagnostic::new(fault, whole())])?;
    let mut tables = Vec::new();
    for mut grid in grids {
        notes.extend(legacy::decode(&mut grid));
        if let Some((table, note)) = score_table::table(grid, dictionary).map_err(|fault| vec![fault])? {
            tables.push(table);
            notes.extend(note);
        }
    }
    if tables.is_empty() {
        return Err(vec![Diagnostic::new(Fault::NoScoreTable {}, whole())]);
    }
    Ok(Noted { output: tables, notes })
}

/// What a file of a folder holds.
pub fn document(inputs: &Path, file: &str, dictionary: &Dictionary) -> (Document, Vec<Diagnostic>) {
    let mut document = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    let sheets = grids(inputs, file, dictionary, &mut document);
    let (tables, notes) = tables(file, sheets, dictionary);
    (Document { tables, ..document }, notes)
}

/// What a file of this name with these bytes holds; nothing on the disk is looked at.
pub fn document_of(file: &str, bytes: Vec<u8>, dictionary: &Dictionary) -> (Document, Vec<Diagnostic>) {
    let (sha256, size) = (sha256(&bytes), bytes.len() as u64);
    let (tables, notes) = tables(file, grids_of(file, bytes, dictionary), dictionary);
    (Document { file: file.to_owned(), sha256, size, tables }, notes)
}

/// The tables of a file's sheets, and everything that was noted of it.
fn tables(file: &str, sheets: Result<Sheets, Fault>, dictionary: &Dictionary) -> (Vec<Table>, Vec<Diagnostic>) {
    let Sheets { grids, mut notes, stamp } = match sheets {
        Err(fault) => {
            let place = match &fault {
                Fault::OddCell { cell } => Place::Cell(cell.clone()),
                _ => Place::File(file.to_owned()),
            };
            return (Vec::new(), vec![Diagnostic::new(fault, place)]);
        }
        Ok(sheets) => sheets,
    };
    let (mut tables, mut almost) = (Vec::new(), None);
    for mut grid in grids {
        notes.extend(legacy::decode(&mut grid));
        let forms = numbered::forms(&grid);
        if !forms.is_empty() {
            tables.extend(forms);
            continue;
        }
        match header::table(&grid, dictionary) {
            Err(fault) => notes.push(fault),
            Ok(Some(mut table)) => match merged::named(&grid, &mut table) {
                Err(fault) => notes.push(fault),
                Ok(()) => tables.push(Table { stamp: stamp.clone(), ..table }),
            },
            Ok(None) if score_table::is_one(&grid, dictionary) => {
                notes.push(Diagnostic::new(Fault::ScoreTableSeen {}, Place::Sheet(grid.sheet.clone())));
                let table = score_table::table(grid, dictionary).ok().flatten();
                tables.extend(table.map(|(table, _)| table));
            }
            Ok(None) => {
                almost = almost.or_else(|| almost::almost(&grid, dictionary));
                let sheet = Place::Sheet(grid.sheet.clone());
                let left_out = || Diagnostic::new(Fault::SheetLeftOut {}, sheet);
                notes.push(legacy::suspected(&grid).unwrap_or_else(left_out));
            }
        }
    }
    if tables.is_empty() && notes.iter().all(|note| note.verdict() != Verdict::File) {
        notes.retain(|note| note.fault != Fault::SheetLeftOut {});
        let nothing = || Diagnostic::new(Fault::NoKnownTable {}, Place::File(file.to_owned()));
        notes.push(almost.unwrap_or_else(nothing));
    }
    (tables, notes)
}

/// The visible sheets of a file, what was noted of how it was read, and its stamp.
#[derive(Default)]
struct Sheets {
    grids: Vec<grid::Grid>,
    notes: Vec<Diagnostic>,
    stamp: Option<Stamp>,
}

/// Reads a file, whatever its name says it is.
fn grids(inputs: &Path, file: &str, dictionary: &Dictionary, document: &mut Document) -> Result<Sheets, Fault> {
    let bytes = whole(&inputs.join(file), document)?;
    document.sha256 = sha256(&bytes);
    grids_of(file, bytes, dictionary)
}

/// Reads the bytes of a file.
fn grids_of(file: &str, bytes: Vec<u8>, dictionary: &Dictionary) -> Result<Sheets, Fault> {
    let ending = Path::new(file).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let other = |content: &str| {
        Diagnostic::new(Fault::OtherEnding { content: content.to_owned() }, Place::File(file.to_owned()))
    };
    match container(&bytes) {
        Container::Workbook(book) => {
            let endings = book.endings();
            let note = (!endings.contains(&ending.as_str())).then(|| other(endings[0]));
            let stamp = stamp::stamp(&bytes);
            let (grids, said) = workbook::grids(file, book, bytes)?;
            Ok(Sheets { grids, notes: note.into_iter().chain(said).collect(), stamp })
        }
        Container::Locked => Err(Fault::PasswordProtected {}),
        Container::Damaged(reason) => Err(Fault::DamagedWorkbook { reason }),
        Container::Refused(fault) => Err(fault),
        Container::Other(content) => Err(Fault::WrongContent { content: content.to_owned() }),
        Container::Text => {
            let read = text::grid(file, &bytes, dictionary.windows_1258);
            let named = ending == "csv";
            match read {
                Err(fault @ Fault::TooLarge { .. }) => Err(fault),
                Err(Fault::BinaryInText { .. }) if !named => Err(Fault::WrongContent { content: String::new() }),
                Err(_) if !named => Err(Fault::WrongContent { content: "text".to_owned() }),
                Err(fault) => Err(fault),
                Ok((grid, note)) => {
                    let ending = (!named).then(|| other("csv"));
                    Ok(Sheets { grids: vec![grid], notes: note.into_iter().chain(ending).collect(), stamp: None })
                }
            }
        }
    }
}

/// All bytes of a regular file of bearable size that does not change while it is read; nothing else is opened.
fn whole(path: &Path, document: &mut Document) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: io::Error| Fault::UnreadableFile { reason: error.to_string() };
    let itself = fs::symlink_metadata(path).map_err(unreadable)?;
    if itself.is_dir() {
        fs::read_dir(path).map_err(unreadable)?;
    }
    if !itself.is_file() {
        return Err(Fault::NotAFile {});
    }
    document.size = itself.len();
    if itself.len() == 0 {
        return Err(Fault::EmptyFile {});
    }
    Measure::File.check(itself.len())?;
    let bytes = fs::read(path).map_err(unreadable)?;
    let after = fs::symlink_metadata(path).map_err(|_| Fault::ChangedWhileRead {})?;
    unchanged((itself.len(), itself.modified().ok()), (after.len(), after.modified().ok()), bytes)
}

/// The bytes read, if the file was of one length and one time before and after, and that length was read.
fn unchanged(before: State, after: State, bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    if before == after && bytes.len() as u64 == before.0 { Ok(bytes) } else { Err(Fault::ChangedWhileRead {}) }
}

/// Length and time of the last change.
type State = (u64, Option<SystemTime>);

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::unchanged;
    use crate::diag::Fault;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_refused() {
        let (now, later) = (SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH + Duration::from_secs(1));
        let read = |before, after| unchanged(before, after, b"abc".to_vec());
        assert_eq!(read((3, Some(now)), (3, Some(now))), Ok(b"abc".to_vec()));
        for (before, after) in
            [((3, Some(now)), (3, Some(later))), ((3, Some(now)), (4, Some(now))), ((2, Some(now)), (2, Some(now)))]
        {
            assert_eq!(read(before, after), Err(Fault::ChangedWhileRead {}));
        }
    }
}
