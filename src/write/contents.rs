//! In: a folder with a set of outputs. Out: what stands in it, and whether that is what was written.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::record::{FileRecord, hash_file};

/// All files below a folder by their path within it, with `/`; what office programs and file managers leave
/// beside open files does not count.
pub(super) fn files_under(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                folders.push((format!("{path}/"), entry.path()));
            } else if !left_behind(&name) {
                files.push((path, entry.path()));
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// A folder and all folders below it, the innermost first.
pub(super) fn folders_under(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = vec![folder.to_owned()];
    let mut next = 0;
    while let Some(folder) = folders.get(next).cloned() {
        next += 1;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            }
        }
    }
    folders.reverse();
    Ok(folders)
}

fn left_behind(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.") || matches!(name, "Thumbs.db" | "desktop.ini" | ".DS_Store")
}

/// Whether a folder holds these files with these bytes and no others.
pub(super) fn holds(folder: &Path, files: &[FileRecord]) -> bool {
    let Ok(found) = files_under(folder) else { return false };
    let found: BTreeMap<_, _> = found.into_iter().collect();
    found.len() == files.len()
        && files.par_iter().all(|file| found.get(&file.path).is_some_and(|path| hash_matches(path, file)))
}

fn hash_matches(path: &Path, file: &FileRecord) -> bool {
    hash_file(path).is_ok_and(|hash| hash == file.sha256)
}

/// The first of these files that does not stand in the folder with its bytes.
pub(super) fn first_altered<'a>(folder: &Path, files: &'a [FileRecord]) -> Option<&'a FileRecord> {
    files.par_iter().find_first(|file| !hash_matches(&folder.join(&file.path), file))
}
