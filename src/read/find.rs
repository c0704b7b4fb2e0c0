//! The inputs folder in; the spreadsheets in it, by path in byte order, out.

use std::io::Read;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Diagnostic, Fault, Noted, Place};

const ENDINGS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];

/// Every spreadsheet below `inputs`; lock files of a spreadsheet program are skipped and noted.
///
/// # Errors
/// `no-inputs` when the folder is not there, cannot be listed, or holds no spreadsheet.
pub fn find(inputs: &Path) -> Result<Noted<Vec<String>>, Diagnostic> {
    let mut found = Noted { output: Vec::new(), notes: Vec::new() };
    list(inputs, "", &mut found);
    if found.output.is_empty() {
        return Err(Diagnostic::new(Fault::NoInputs {}, Place::File(inputs.display().to_string())));
    }
    found.output.sort_by_cached_key(|file| (file.nfc().collect::<String>(), file.clone()));
    Ok(found)
}

fn list(folder: &Path, prefix: &str, found: &mut Noted<Vec<String>>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let entries: Vec<_> = entries.flatten().collect();
    let names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    for (entry, name) in entries.iter().zip(&names) {
        let Ok(kind) = entry.file_type() else { continue };
        let path = format!("{prefix}{name}");
        if let Some(of) = locked(name) {
            let there = names.iter().any(|other| other != name && other.ends_with(of));
            let fault = if there { Fault::LockFile {} } else { Fault::OnlyLockFile {} };
            found.notes.push(Diagnostic::new(fault, Place::File(path)));
        } else if name.starts_with('.') {
        } else if kind.is_dir() && !is_spreadsheet(name) {
            list(&entry.path(), &format!("{path}/"), found);
        } else if is_spreadsheet(name) && !kind.is_file() {
            found.notes.push(Diagnostic::new(Fault::NotAFile {}, Place::File(path)));
        } else if kind.is_file() && (is_spreadsheet(name) || without_ending(name, &entry.path())) {
            found.output.push(path);
        }
    }
}

/// What the name of a spreadsheet program's lock file says of the file that is open.
fn locked(name: &str) -> Option<&str> {
    name.strip_prefix("~$").or_else(|| name.strip_prefix(".~lock.").map(|rest| rest.trim_end_matches('#')))
}

fn is_spreadsheet(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// A file whose ending was lost but which begins as a workbook does.
fn without_ending(name: &str, path: &Path) -> bool {
    let mut start = [0; 4];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    !name.contains('.') && read.is_ok() && matches!(start, [b'P', b'K', 3, 4] | [0xD0, 0xCF, 0x11, 0xE0])
}
