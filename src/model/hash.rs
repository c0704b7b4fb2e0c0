//! Bytes in; their SHA-256 in hexadecimal, which anybody can check with `sha256sum` or `certutil`, out.

use sha2::{Digest, Sha256};

/// The SHA-256 of bytes, in small hexadecimal letters.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in small hexadecimal letters.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
