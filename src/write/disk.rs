//! In: the changes that publishing makes to files and folders, one at a time. Out: the same, made on the disk.
//!
//! All of them pass here, so that a test can refuse any one of them; reading does not.

use std::fmt::Debug;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How often a folder is tried to be moved on Windows, where virus scanners hold new files for a moment.
const TRIES: u32 = 10;
/// How long is waited between two tries.
const PAUSE: Duration = Duration::from_millis(100);

/// What publishing asks of the file system.
pub(super) trait Disk: Debug + Send + Sync {
    /// Makes a folder and those above it, where they are not there yet.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Opens the file that holds the lock; makes it where it is not there yet.
    fn open_lock(&self, path: &Path) -> io::Result<File>;
    /// Makes a file that was not there.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Makes the names in a folder durable.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Moves a file or folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with everything in it.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// A file that was just made.
pub(super) trait NewFile: Send {
    /// Writes all of the bytes.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes them durable.
    fn sync(&mut self) -> io::Result<()>;
}

/// The file system of the machine.
#[derive(Debug)]
pub(super) struct Machine;

impl Disk for Machine {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        File::options().create(true).write(true).truncate(false).open(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(File::create_new(path)?))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows opens no folders as files and needs no such call; some file systems over the network know none
        if cfg!(windows) {
            return Ok(());
        }
        match File::open(path)?.sync_all() {
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            other => other,
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut moved = fs::rename(from, to);
        for _ in 1..TRIES {
            if !cfg!(windows) || moved.is_ok() {
                break;
            }
            sleep(PAUSE);
            moved = fs::rename(from, to);
        }
        moved
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
}

impl NewFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// Writes a file that was not there, and makes it durable.
pub(super) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.create(path)?;
    file.write(bytes)?;
    file.sync()
}

/// Removes a file or a folder with everything in it; nothing there is no error.
pub(super) fn remove(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() { disk.remove_folder(path) } else { disk.remove_file(path) };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
