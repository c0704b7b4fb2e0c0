//! The first bytes and parts of a file in; what it is, whatever its name, out.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A workbook that can be read, with the endings it may have.
    Workbook(&'static [&'static str]),
    /// A workbook under a password.
    Locked,
    /// Text with cells, perhaps.
    Text,
    /// Something else, by the word that the wording knows.
    Other(&'static str),
    /// A zip archive that is broken or was not copied to its end.
    Damaged,
}

const OOXML: &[&str] = &["xlsx", "xlsm", "xltx", "xltm"];

/// What these bytes are.
pub fn container(bytes: &[u8]) -> Container {
    match bytes {
        [b'P', b'K', 3, 4, ..] => archive(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes),
        [b'%', b'P', b'D', b'F', ..] => Container::Other("pdf"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Container::Other("rtf"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Container::Other("image")
        }
        _ => text(bytes),
    }
}

fn archive(bytes: &[u8]) -> Container {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Container::Damaged };
    let has = |zip: &ZipArchive<_>, name: &str| zip.index_for_name(name).is_some();
    if has(&zip, "xl/workbook.bin") {
        return Container::Workbook(&["xlsb"]);
    }
    if has(&zip, "mimetype") && has(&zip, "content.xml") {
        let manifest = part(&mut zip, "META-INF/manifest.xml");
        let sheet = part(&mut zip, "mimetype").contains("opendocument.spreadsheet");
        return match (sheet, manifest.contains("encryption-data")) {
            (true, true) => Container::Locked,
            (true, false) => Container::Workbook(&["ods"]),
            _ => Container::Other("zip"),
        };
    }
    if zip.file_names().flatten().any(|name| name.starts_with("word/")) {
        return Container::Other("word");
    }
    let types = has(&zip, "[Content_Types].xml");
    if types && zip.file_names().flatten().any(|name| name.to_lowercase().ends_with("workbook.xml")) {
        return Container::Workbook(OOXML);
    }
    Container::Other("zip")
}

/// The text of a small part; nothing where it is not there or is no text.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    const MOST: u64 = 1 << 20;
    let mut text = String::new();
    if let Ok(file) = zip.by_name(name) {
        let _ = file.take(MOST).read_to_string(&mut text);
    }
    text
}

/// An OLE file: its streams are named in UTF-16.
fn compound(bytes: &[u8]) -> Container {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if names("EncryptedPackage") || (names("Workbook") || names("Book")) && passworded(bytes) {
        return Container::Locked;
    }
    if names("WordDocument") {
        return Container::Other("word");
    }
    Container::Workbook(&["xls", "xlt"])
}

/// Whether the workbook's first records, within the first sector of its stream, ask for a password.
fn passworded(bytes: &[u8]) -> bool {
    const SECTOR: usize = 512;
    const FILE_PASS: u16 = 0x2F;
    let begins = |sector: &[u8]| matches!(sector, [0x09, 0x08, _, _, 0x00, 0x05 | 0x06, 0x05, 0x00, ..]);
    bytes.chunks(SECTOR).skip(1).filter(|sector| begins(sector)).any(|sector| {
        let mut at = 0;
        while let Some([kind_low, kind_high, size_low, size_high]) = sector.get(at..at + 4) {
            let kind = u16::from_le_bytes([*kind_low, *kind_high]);
            if kind == FILE_PASS {
                return true;
            }
            at += 4 + usize::from(u16::from_le_bytes([*size_low, *size_high]));
        }
        false
    })
}

fn text(bytes: &[u8]) -> Container {
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Container::Text;
    }
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: String = String::from_utf8_lossy(&start[..start.len().min(2_048)]).trim_start().to_lowercase();
    if start.starts_with("<?xml") || start.starts_with("<workbook") {
        return Container::Other(if start.contains("<html") { "html" } else { "xml" });
    }
    if start.starts_with('<') {
        return Container::Other("html");
    }
    if start.starts_with("id;p") {
        return Container::Other("sylk");
    }
    Container::Text
}

#[cfg(test)]
mod tests {
    use super::{Container, container};

    #[test]
    fn what_is_no_workbook_is_named() {
        assert_eq!(container(b"  <html><table>"), Container::Other("html"));
        assert_eq!(container(b"\xEF\xBB\xBF<?xml version='1.0'?><Workbook xmlns='urn:x'>"), Container::Other("xml"));
        assert_eq!(container(b"ID;PWXL;N;E"), Container::Other("sylk"));
        assert_eq!(container(b"%PDF-1.7"), Container::Other("pdf"));
        assert_eq!(container(b"PK\x03\x04cut off"), Container::Damaged);
        assert_eq!(container(b"TT;x\n"), Container::Text);
    }

    #[test]
    fn a_password_of_either_kind_is_seen() {
        let mut bytes = vec![0; 1_024];
        bytes[..4].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0]);
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let mut open = bytes.clone();
        open.extend(wide("Workbook"));
        assert_eq!(container(&open), Container::Workbook(&["xls", "xlt"]));
        let mut xor = open.clone();
        let records = [0x09, 0x08, 4, 0, 0x00, 0x06, 0x05, 0x00, 0x2F, 0x00, 4, 0, 0, 0, 1, 2];
        xor[512..512 + records.len()].copy_from_slice(&records);
        assert_eq!(container(&xor), Container::Locked);
        bytes.extend(wide("EncryptedPackage"));
        assert_eq!(container(&bytes), Container::Locked);
    }
}
