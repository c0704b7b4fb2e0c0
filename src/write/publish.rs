//! In: files in memory, one after another. Out: a set of outputs that stands whole under its name, or not at all.
//!
//! A [`Claim`] is the outputs folder locked for one run; a [`Draft`] is the set being written aside in `.moi-SET`.
//! Publishing reads every file back and compares it with what was rendered, then writes the note `.swap`, moves the
//! set in place to `ban-luu/SET-N`, moves the draft into place and removes the note (`swap`). Every claim first
//! finishes or undoes a swap that it finds. Where Windows refuses a move because a file is open, the earlier set
//! stays, the fault names the file, and the finished set waits in `SET.moi`: the next claim publishes it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::contents::{files_under, first_altered, folders_under, holds};
use super::disk::{Disk, Machine, NewFile, remove};
use super::record::{FileRecord, Recording};
use super::swap::{self, Refused, Swap};
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
    disk: Box<dyn Disk>,
    /// Sets that waited for their place and took it with this claim.
    arrived: Vec<String>,
    /// Held for its lock; none where the file system knows no locks.
    _lock: File,
}

/// Makes sure, before anything is read, that outputs can be written; finishes or undoes an earlier swap.
///
/// # Errors
/// `outputs-busy` when another run holds the folder, `outputs-unwritable` with the reason.
pub fn prepare(outputs_dir: &Path) -> Result<Claim, Diagnostic> {
    claim(Box::new(Machine), outputs_dir)
}

fn claim(disk: Box<dyn Disk>, outputs_dir: &Path) -> Result<Claim, Diagnostic> {
    disk.make_folder(outputs_dir).map_err(|error| unwritable(outputs_dir, &error))?;
    let path = outputs_dir.join(LOCK);
    let lock = disk.open_lock(&path).map_err(|error| unwritable(&path, &error))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(Diagnostic::new(Fault::OutputsBusy {}, Place::File(shown(outputs_dir))));
        }
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(unwritable(&path, &error)),
    }
    let arrived = swap::recover(disk.as_ref(), outputs_dir);
    let arrived = arrived.map_err(|error| unwritable(&held(outputs_dir), &error))?;
    let claim = Claim { root: outputs_dir.to_owned(), disk, arrived, _lock: lock };
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
        let disk = self.disk.as_ref();
        let made = swap::settle(disk, &self.root)
            .and_then(|()| remove(disk, &folder))
            .and_then(|()| disk.make_folder(&folder));
        made.map_err(|error| unwritable(&folder, &error))?;
        Ok(Draft { claim: self, set: set.to_owned(), folder })
    }
}

/// A file of a set that is being written.
pub(super) struct Opened {
    place: PathBuf,
    file: Box<dyn NewFile>,
    written: Recording,
}

impl Opened {
    /// Writes its next bytes.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.written.add(bytes);
        self.file.write(bytes).map_err(|error| unwritable(&self.place, &error))
    }

    /// Syncs it.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn close(mut self) -> Result<FileRecord, Diagnostic> {
        self.file.sync().map_err(|error| unwritable(&self.place, &error))?;
        Ok(self.written.record())
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
        let mut opened = self.open(&file.path)?;
        opened.add(&file.bytes)?;
        opened.close()
    }

    /// Begins one file.
    ///
    /// # Errors
    /// `outputs-unwritable`.
    pub(super) fn open(&self, path: &str) -> Result<Opened, Diagnostic> {
        let (place, disk) = (self.folder.join(path), self.claim.disk.as_ref());
        let folder = place.parent().map_or(Ok(()), |folder| disk.make_folder(folder));
        let file = folder.and_then(|()| disk.create(&place)).map_err(|error| unwritable(&place, &error))?;
        Ok(Opened { place, file, written: Recording::of(path) })
    }

    /// Puts the set into its place; `false` when the set there already had these very bytes before this claim.
    ///
    /// # Errors
    /// `outputs-unwritable`, `outputs-altered` or `outputs-held`; the earlier set is then where it was.
    pub(super) fn publish(self, files: &[FileRecord]) -> Result<bool, Diagnostic> {
        let (disk, root) = (self.claim.disk.as_ref(), self.claim.root.as_path());
        let current = self.claim.folder(&self.set);
        let unchanged = holds(&current, files);
        if !unchanged {
            self.verify(files)?;
            self.sync().map_err(|error| unwritable(&self.folder, &error))?;
            Swap::next(root, &self.set).run(disk, root).map_err(|refused| self.refused(&current, refused))?;
        }
        // what cannot be removed now a later run removes
        let _ = swap::discard_waiting(disk, root, &self.set);
        let _ = swap::prune(disk, root, &self.set, KEPT);
        Ok(!unchanged || self.claim.arrived.contains(&self.set))
    }

    /// Every file as it was rendered, read back from where it was written, and no other.
    fn verify(&self, files: &[FileRecord]) -> Result<(), Diagnostic> {
        if holds(&self.folder, files) {
            return Ok(());
        }
        let altered =
            first_altered(&self.folder, files).map_or(self.folder.clone(), |file| self.folder.join(&file.path));
        Err(Diagnostic::new(Fault::OutputsAltered {}, Place::File(shown(&altered))))
    }

    /// The names of the files are durable before the note is: each file was synced when it was written.
    fn sync(&self) -> io::Result<()> {
        let disk = self.claim.disk.as_ref();
        folders_under(&self.folder)?.iter().try_for_each(|folder| disk.sync_folder(folder))
    }

    fn refused(&self, current: &Path, refused: Refused) -> Diagnostic {
        match refused {
            Refused::Note(error) => unwritable(&self.claim.root, &error),
            Refused::Move { error, waits: false } => unwritable(&held(current), &error),
            Refused::Move { error, waits: true } => {
                let (reason, waiting) = (error.to_string(), swap::waiting_name(&self.set));
                Diagnostic::new(Fault::OutputsHeld { reason, waiting }, Place::File(shown(&held(current))))
            }
        }
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        // after publishing there is nothing left here; a swap under way still needs the draft, and what cannot be
        // removed the next claim removes
        if !swap::under_way(&self.claim.root) {
            let _ = remove(self.claim.disk.as_ref(), &self.folder);
        }
    }
}

/// A path as it is shown: with `/`.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The outputs cannot be written here.
fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Fault::OutputsUnwritable { reason: error.to_string() }, Place::File(shown(path)))
}

/// The file in a folder that could not be moved which somebody has open, if one can be found; else the folder.
fn held(folder: &Path) -> PathBuf {
    let mut files = files_under(folder).unwrap_or_default().into_iter().map(|(_, path)| path);
    files.find(|path| File::options().append(true).open(path).is_err()).unwrap_or_else(|| folder.to_owned())
}

#[cfg(test)]
mod faults;
#[cfg(test)]
mod refusing;
#[cfg(test)]
mod tests;
