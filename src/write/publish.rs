//! In: files in memory, one after another. Out: a set of outputs that stands whole under its name, or not at all.
//!
//! A [`Claim`] is the outputs folder locked for one run; a [`Draft`] is the set being written aside in `.moi-SET`.
//! Publishing writes the note `.swap`, moves the set in place to `ban-luu/SET-N`, moves the draft into place and
//! removes the note (`swap`). Every claim first finishes or undoes a swap that it finds.
//! Where Windows refuses because a file is open the earlier set stays, the draft is removed, and the fault names
//! the file: the next run writes the same bytes again, so nothing has to wait beside the set.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::record::{FileRecord, hash_file, record};
use super::swap::{self, Swap};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::Rendered;

/// The file that holds the lock.
const LOCK: &str = ".khoa";

/// Earlier sets that are kept.
const KEPT: usize = 5;

/// The outputs folder, locked until this is dropped.
#[derive(Debug)]
pub struct Claim {
    root: PathBuf,
    /// Held for its lock; none where the file system knows no locks.
    _lock: File,
}

/// Makes sure, before anything is read, that outputs can be written; finishes or undoes an earlier swap.
///
/// # Errors
/// `outputs-busy` when another run holds the folder, `outputs-unwritable` with the reason.
pub fn prepare(outputs_dir: &Path) -> Result<Claim, Diagnostic> {
    fs::create_dir_all(outputs_dir).map_err(|error| unwritable(outputs_dir, &error))?;
    let path = outputs_dir.join(LOCK);
    let options = File::options().create(true).write(true).truncate(false).open(&path);
    let lock = options.map_err(|error| unwritable(&path, &error))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(Diagnostic::new(Fault::OutputsBusy {}, Place::File(shown(outputs_dir))));
        }
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(unwritable(&path, &error)),
    }
    swap::recover(outputs_dir).map_err(|error| blocked(outputs_dir, &error))?;
    let claim = Claim { root: outputs_dir.to_owned(), _lock: lock };
    claim.draft("thu")?.put(&Rendered { path: "thu".to_owned(), bytes: b"thu".to_vec() })?;
    Ok(claim)
}

impl Claim {
    /// Where a set stands once it is published.
    pub(super) fn folder(&self, set: &str) -> PathBuf {
        self.root.join(set)
    }

    /// Starts a set aside.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn draft(&self, set: &str) -> Result<Draft<'_>, Diagnostic> {
        let folder = self.root.join(swap::draft_name(set));
        swap::remove(&folder).map_err(|error| unwritable(&folder, &error))?;
        fs::create_dir(&folder).map_err(|error| unwritable(&folder, &error))?;
        Ok(Draft { claim: self, set: set.to_owned(), folder })
    }
}

/// A set being written aside; removed when dropped unpublished.
pub(super) struct Draft<'a> {
    claim: &'a Claim,
    set: String,
    folder: PathBuf,
}

impl Draft<'_> {
    /// Writes one file and syncs it.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn put(&self, file: &Rendered) -> Result<FileRecord, Diagnostic> {
        let path = self.folder.join(&file.path);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            let mut out = File::create_new(&path)?;
            out.write_all(&file.bytes)?;
            out.sync_all()
        });
        written.map_err(|error| unwritable(&path, &error))?;
        Ok(record(&file.path, &file.bytes))
    }

    /// Puts the set into its place; `false` when the set there already has these very bytes.
    ///
    /// # Errors
    /// `outputs-unwritable`; the earlier set is then where it was.
    pub(super) fn publish(self, files: &[FileRecord]) -> Result<bool, Diagnostic> {
        let current = self.claim.folder(&self.set);
        if same(&current, files) {
            return Ok(false);
        }
        swap::sync_folder(&self.folder);
        let swap = Swap::next(&self.claim.root, &self.set);
        swap.run(&self.claim.root).map_err(|error| blocked(&current, &error))?;
        // an earlier set that cannot be removed now is removed by a later run
        let _ = swap::prune(&self.claim.root, &self.set, KEPT);
        Ok(true)
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        // after publishing there is nothing left here; what cannot be removed the next claim removes
        let _ = swap::remove(&self.folder);
    }
}

/// Whether a folder holds these files with these bytes and no others.
fn same(folder: &Path, files: &[FileRecord]) -> bool {
    let Ok(found) = swap::files_under(folder) else { return false };
    let found: BTreeMap<_, _> = found.into_iter().collect();
    found.len() == files.len()
        && files
            .iter()
            .all(|file| found.get(&file.path).is_some_and(|path| hash_file(path).is_ok_and(|hash| hash == file.sha256)))
}

/// A path as it is shown: with `/`.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The outputs cannot be written here.
fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Fault::OutputsUnwritable { reason: error.to_string() }, Place::File(shown(path)))
}

/// A folder could not be moved: the fault names the file in it that somebody has open, if one can be found.
fn blocked(folder: &Path, error: &io::Error) -> Diagnostic {
    let files = swap::files_under(folder).unwrap_or_default();
    let held = files.into_iter().map(|(_, path)| path).find(|path| File::options().append(true).open(path).is_err());
    unwritable(held.as_deref().unwrap_or(folder), error)
}

#[cfg(test)]
mod tests;
