//! The bytes of a file in; what it is, whatever its name, out.

use super::archive;
use super::ole::Ole;
use crate::diag::Fault;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// A workbook that can be read.
    Workbook(Book),
    /// A workbook under a password.
    Locked,
    /// Text with cells, perhaps.
    Text,
    /// Something else, by the word that the wording knows.
    Other(&'static str),
    /// Broken or not copied to its end, and what shows it.
    Damaged(String),
    /// A workbook that is not read: too large once it is unpacked, or built as no spreadsheet program builds one.
    Refused(Fault),
}

/// The formats of workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// Excel since 2007.
    Xlsx,
    /// The same in binary.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// LibreOffice's own.
    Ods,
}

impl Book {
    /// The endings such a file may have, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
            Self::Xlsb => &["xlsb"],
            Self::Xls => &["xls", "xlt"],
            Self::Ods => &["ods", "ots"],
        }
    }
}

/// What these bytes are.
pub fn container(bytes: &[u8]) -> Container {
    match bytes {
        [b'P', b'K', 3, 4, ..] => archive::container(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes),
        [9, 0 | 2 | 4, 4 | 6, 0, ..] => Container::Other("old-excel"),
        [b'%', b'P', b'D', b'F', ..] => Container::Other("pdf"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Container::Other("rtf"),
        [b'P', b'K', 5, 6, ..] => Container::Other("zip"),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [0x1F, 0x8B, ..] => Container::Other("archive"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Container::Other("image")
        }
        _ => text(bytes),
    }
}

/// An OLE file, by the streams at its top; what is embedded in it stands deeper.
fn compound(bytes: &[u8]) -> Container {
    let damaged = || Container::Damaged(String::new());
    let Some(file) = Ole::open(bytes) else { return damaged() };
    if file.has("encryptedpackage") || file.has("encryptioninfo") {
        return Container::Locked;
    }
    if let Some(name) = ["workbook", "book"].into_iter().find(|name| file.has(name)) {
        return match file.stream(name) {
            None => damaged(),
            Some(records) if passworded(&records) => Container::Locked,
            Some(_) => Container::Workbook(Book::Xls),
        };
    }
    let others = [("worddocument", "word"), ("powerpoint document", "powerpoint"), ("__properties_version1.0", "mail")];
    Container::Other(others.iter().find(|(stream, _)| file.has(stream)).map_or("", |(_, kind)| kind))
}

/// Whether a workbook's records ask for a password before its first sheet: `FILEPASS`, of whatever method.
fn passworded(records: &[u8]) -> bool {
    const END: u16 = 0x0A;
    const FILE_PASS: u16 = 0x2F;
    let mut at = 0;
    while let Some([kind_low, kind_high, size_low, size_high]) = records.get(at..at + 4) {
        match u16::from_le_bytes([*kind_low, *kind_high]) {
            FILE_PASS => return true,
            END => return false,
            _ => at += 4 + usize::from(u16::from_le_bytes([*size_low, *size_high])),
        }
    }
    false
}

fn text(bytes: &[u8]) -> Container {
    const LOOKED_AT: usize = 4_096;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let start = match start {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start)).into_owned(),
    };
    let start = start.trim_start().to_lowercase();
    if start.starts_with('<') {
        return Container::Other(markup(&start));
    }
    if start.starts_with("mime-version:") {
        return Container::Other("html");
    }
    let mut lines = start.lines();
    match (lines.next(), lines.next()) {
        (Some("table"), Some("0,1")) => Container::Other("dif"),
        (Some(first), _) if first.starts_with("id;p") && start.lines().any(is_sylk_cell) => Container::Other("sylk"),
        _ => Container::Text,
    }
}

fn wide(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| number([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A csv file may begin with `ID;Phòng` as well, but none has cells as SYLK writes them.
fn is_sylk_cell(line: &str) -> bool {
    ["c;x", "c;y", "c;k"].iter().any(|begin| line.starts_with(begin)) && line.contains(";k")
        || line.starts_with("b;y")
        || line.starts_with("b;x")
}

fn markup(start: &str) -> &'static str {
    if ["<html", "<!doctype html", "<table"].iter().any(|tag| start.contains(tag)) {
        "html"
    } else if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        "xml"
    } else if start.contains("opendocument") {
        "fods"
    } else if start.starts_with("<?xml") {
        "other-xml"
    } else {
        "html"
    }
}

#[cfg(test)]
mod tests {
    use super::{Container, container, passworded};

    #[test]
    fn what_is_no_workbook_is_named() {
        let xml =
            b"\xEF\xBB\xBF<?xml version='1.0'?>\r\n<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>";
        for (bytes, kind) in [
            (b"  <html><table>".as_slice(), "html"),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
            (b"\xFF\xFE<\0h\0t\0m\0l\0>\0", "html"),
            (xml, "xml"),
            (b"<?xml version='1.0'?><invoice/>", "other-xml"),
            (b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'>", "fods"),
            (b"ID;PWXL;N;E\r\nC;Y1;X1;K\"x\"\r\nE\r\n", "sylk"),
            (b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "dif"),
            (b"%PDF-1.7", "pdf"),
            (b"Rar!\x1A\x07", "archive"),
            (b"\x09\x04\x06\x00\x00\x00", "old-excel"),
        ] {
            assert_eq!(container(bytes), Container::Other(kind), "{}", String::from_utf8_lossy(bytes));
        }
        assert!(matches!(container(b"PK\x03\x04cut off"), Container::Damaged(_)));
        assert!(matches!(container(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1cut off"), Container::Damaged(_)));
    }

    #[test]
    fn csv_that_begins_as_something_else_stays_text() {
        assert_eq!(container(b"TT;x\n"), Container::Text);
        assert_eq!(container("ID;Phòng;Điểm\n1;Tổ chức;5\n".as_bytes()), Container::Text);
        assert_eq!(container(b"TABLE\n1,2\n"), Container::Text);
    }

    #[test]
    fn a_password_is_asked_for_before_the_first_sheet_only() {
        let begins = [0x09, 0x08, 2, 0, 0, 6];
        let asks = [0x2F, 0, 6, 0, 0, 0, 1, 2, 3, 4];
        let ends = [0x0A, 0, 0, 0];
        assert!(passworded(&[&begins[..], &asks, &ends].concat()));
        assert!(!passworded(&[&begins[..], &ends, &asks].concat()));
        assert!(!passworded(&[0x09, 0x08, 0xFF, 0xFF, 0, 6]));
    }
}
