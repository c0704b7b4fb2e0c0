//! In: the bytes of a file. Out: its path, SHA-256 and size, for the manifest and for comparing sets.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{hex, sha256};

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

/// The record of bytes under a path.
pub(super) fn record(path: &str, bytes: &[u8]) -> FileRecord {
    FileRecord { path: path.to_owned(), sha256: sha256(bytes), size: bytes.len() as u64 }
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
