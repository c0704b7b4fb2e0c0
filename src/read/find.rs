//! The inputs folder in; the spreadsheets in it, by path in byte order, out.

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
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with("~$") || name.starts_with(".~lock.") {
            found.notes.push(Diagnostic::new(Fault::LockFile {}, Place::File(path)));
        } else if name.starts_with('.') {
        } else if kind.is_dir() {
            list(&entry.path(), &format!("{path}/"), found);
        } else if kind.is_file() && is_spreadsheet(&name) {
            found.output.push(path);
        }
    }
}

fn is_spreadsheet(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}
