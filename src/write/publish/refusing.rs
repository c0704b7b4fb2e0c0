//! In: which change is to be refused. Out: a disk that makes all others, and counts them; only that it is
//! asked to make something durable is counted, for no test could see whether it did.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::disk::{Disk, Machine, NewFile};

/// What the disk refuses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Refusal {
    /// The change of this number.
    Once(usize),
    /// The change of this number and all after it.
    Onwards(usize),
    /// The second half of the file written with this number, and all files after it.
    Full(usize),
    /// To move a folder of this name, every time.
    Move(&'static str),
    /// Nothing; but a file of this name is written with a bit flipped.
    Flip(&'static str),
}

/// A disk that refuses, and counts the changes asked of it.
#[derive(Clone, Debug)]
pub(super) struct Refusing {
    what: Refusal,
    changes: Arc<AtomicUsize>,
    writes: Arc<AtomicUsize>,
}

impl Refusing {
    pub(super) fn new(what: Refusal) -> Self {
        Self { what, changes: Arc::default(), writes: Arc::default() }
    }

    /// How many changes were asked of it.
    pub(super) fn changes(&self) -> usize {
        self.changes.load(Ordering::Relaxed)
    }

    fn change(&self) -> io::Result<()> {
        let number = self.changes.fetch_add(1, Ordering::Relaxed) + 1;
        match self.what {
            Refusal::Once(at) if number == at => Err(io::ErrorKind::PermissionDenied.into()),
            Refusal::Onwards(from) if number >= from => Err(io::ErrorKind::PermissionDenied.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for Refusing {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.change().and_then(|()| Machine.make_folder(path))
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.change().and_then(|()| Machine.open_lock(path))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.change()?;
        let flips = matches!(self.what, Refusal::Flip(name) if path.ends_with(name));
        Ok(Box::new(RefusingFile { file: Machine.create(path)?, disk: self.clone(), flips }))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.change().and_then(|()| path.is_dir().then_some(()).ok_or_else(|| io::ErrorKind::NotFound.into()))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change()?;
        match self.what {
            Refusal::Move(name) if from.ends_with(name) => Err(io::ErrorKind::PermissionDenied.into()),
            _ => Machine.rename(from, to),
        }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.change().and_then(|()| Machine.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.change().and_then(|()| Machine.remove_folder(path))
    }
}

struct RefusingFile {
    file: Box<dyn NewFile>,
    disk: Refusing,
    flips: bool,
}

impl NewFile for RefusingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.change()?;
        let number = self.disk.writes.fetch_add(1, Ordering::Relaxed) + 1;
        match self.disk.what {
            Refusal::Full(from) if number >= from => {
                self.file.write(&bytes[..bytes.len() / 2])?;
                Err(io::ErrorKind::StorageFull.into())
            }
            _ if self.flips => self.file.write(&bytes.iter().map(|byte| byte ^ 1).collect::<Vec<_>>()),
            _ => self.file.write(bytes),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.change()
    }
}
