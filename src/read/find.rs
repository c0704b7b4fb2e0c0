//! The inputs folder in; what is to be read in it, by path in byte order, out.
//!
//! Nothing is left out without a word that may be a member's file: what is no regular file, and a folder that cannot be
//! listed, are among what is to be read, and the reading says why they are not.

use std::fs::{DirEntry, File};
use std::io::Read;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::container::{Container, container};
use crate::diag::{Diagnostic, Fault, Measure, Noted, Place};

const ENDINGS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];

/// Endings of unfinished copies and downloads.
const UNFINISHED: &[&str] = &["tmp", "crdownload", "part", "partial", "download"];

/// Endings of copies and templates that somebody laid aside.
const LAID_ASIDE: &[&str] = &["bak", "old", "orig", "xlt", "xltx", "xltm", "ots"];

/// What systems put into any folder.
const OF_THE_SYSTEM: &[&str] = &["thumbs.db", "desktop.ini", "ehthumbs.db"];

/// Every spreadsheet below `inputs`; temporary files of a spreadsheet program are skipped and noted.
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
    let Ok(entries) = std::fs::read_dir(folder) else {
        found.output.extend(prefix.strip_suffix('/').map(str::to_owned));
        return;
    };
    let entries: Vec<DirEntry> = entries.flatten().collect();
    let names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    for (entry, name) in entries.iter().zip(&names) {
        let path = format!("{prefix}{name}");
        if let Some(original) = temporary(name) {
            let there = names.iter().any(|other| alike(other, original));
            let fault = if there { Fault::LockFile {} } else { Fault::OnlyLockFile { file: original.to_owned() } };
            found.notes.push(Diagnostic::new(fault, Place::File(path)));
        } else if is_of_no_concern(name) {
        } else if entry.file_type().is_ok_and(|kind| kind.is_dir()) && !is_spreadsheet(name) {
            list(&entry.path(), &format!("{path}/"), found);
        } else if is_spreadsheet(name) || may_be_one(entry, name) {
            found.output.push(path);
        }
    }
}

fn alike(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.nfc().collect::<String>().to_lowercase();
    plain(one) == plain(other)
}

/// The spreadsheet that a temporary file stands beside.
fn temporary(name: &str) -> Option<&str> {
    let locked = name.strip_prefix("~$").or_else(|| name.strip_prefix(".~lock.")?.strip_suffix('#'));
    let unfinished = || {
        let (name, ending) = name.rsplit_once('.')?;
        UNFINISHED.iter().any(|known| known.eq_ignore_ascii_case(ending)).then_some(name)
    };
    locked.or_else(unfinished).filter(|original| is_spreadsheet(original))
}

fn is_of_no_concern(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || OF_THE_SYSTEM.iter().any(|known| known.eq_ignore_ascii_case(name))
        || UNFINISHED.iter().any(|known| known.eq_ignore_ascii_case(ending(name)))
}

fn is_spreadsheet(name: &str) -> bool {
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending(name)))
}

/// A link to a folder, or a workbook whose ending was lost: `TP. Mẫu` has none, though there is a dot in it.
fn may_be_one(entry: &DirEntry, name: &str) -> bool {
    let path = entry.path();
    match entry.file_type() {
        Err(_) => true,
        Ok(kind) if kind.is_symlink() => std::fs::metadata(&path).map_or(!has_ending(name), |target| target.is_dir()),
        Ok(kind) => {
            let laid_aside = LAID_ASIDE.iter().any(|known| ending(name).eq_ignore_ascii_case(known));
            kind.is_file() && !laid_aside && begins_as_a_workbook(&path) && holds_one(&path, name)
        }
    }
}

/// Whether what stands after the last dot looks as an ending does.
fn has_ending(name: &str) -> bool {
    let ending = ending(name);
    (1..=5).contains(&ending.len()) && ending.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn begins_as_a_workbook(path: &Path) -> bool {
    let mut start = [0; 4];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && matches!(start, [b'P', b'K', 3, 4] | [0xD0, 0xCF, 0x11, 0xE0])
}

/// A document of another program may be under a password too, so its ending is believed.
fn holds_one(path: &Path, name: &str) -> bool {
    let small = std::fs::metadata(path).is_ok_and(|state| state.len() <= Measure::File.most());
    small
        && std::fs::read(path).is_ok_and(|bytes| match container(&bytes) {
            Container::Workbook(_) | Container::Refused(_) => true,
            Container::Locked => !has_ending(name),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::{is_of_no_concern, temporary};

    #[test]
    fn a_temporary_file_names_its_original() {
        assert_eq!(temporary("~$Sở Y tế.xlsx"), Some("Sở Y tế.xlsx"));
        assert_eq!(temporary(".~lock.a.ods#"), Some("a.ods"));
        assert_eq!(temporary("a.xlsx.crdownload"), Some("a.xlsx"));
        assert_eq!(temporary("~$o cao.docx"), None);
        assert_eq!(temporary("a.xlsx"), None);
    }

    #[test]
    fn what_systems_leave_is_of_no_concern() {
        for name in [".DS_Store", "Thumbs.db", "desktop.ini", "~$o cao.docx", "x.tmp", "x.crdownload", "._a.xlsx"] {
            assert!(is_of_no_concern(name), "{name}");
        }
        assert!(!is_of_no_concern("a.xlsx"));
    }
}
