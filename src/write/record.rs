//! In: the bytes of a file. Out: its path, SHA-256 and size, for the manifest and for comparing sets.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::hex;

/// What is known of a written file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileRecord {
    /// Path within the set, with `/`.
    pub path: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
}

/// The record of a file that is being written.
pub(super) struct Recording {
    path: String,
    hasher: Sha256,
    size: u64,
}

impl Recording {
    /// Of a path, without bytes yet.
    pub(super) fn of(path: &str) -> Self {
        Self { path: path.to_owned(), hasher: Sha256::new(), size: 0 }
    }

    /// Its next bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// The record of all of them.
    pub(super) fn record(self) -> FileRecord {
        FileRecord { path: self.path, sha256: hex(&self.hasher.finalize()), size: self.size }
    }
}

/// The hash of a file on disk.
pub(super) fn hash_file(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&buffer[..count]);
    }
}
