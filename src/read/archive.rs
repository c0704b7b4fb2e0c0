//! The bytes of a zip archive in; whether it is a workbook, and whole, out.
//!
//! Every part is unpacked once, so that its checksum is compared: a workbook is read wholly or not at all.

use std::io::{self, Cursor, Read, Write};

use zip::ZipArchive;
use zip::result::ZipError;

use super::container::{Book, Container};

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The most that all parts together may unpack to, and how that is said.
const MOST_UNPACKED: (u64, &str) = (200 << 20, "200 MiB");
/// The most parts.
const MOST_PARTS: usize = 1_000;

/// What the parts of an archive make it.
pub fn container(bytes: &[u8]) -> Container {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Container::Damaged(String::new()) };
    let kind = kind(&mut zip);
    if !matches!(kind, Container::Workbook(_)) {
        return kind;
    }
    if zip.len() > MOST_PARTS {
        return Container::TooLarge(MOST_UNPACKED.1);
    }
    let mut left = MOST_UNPACKED.0;
    (0..zip.len()).find_map(|index| fault(&mut zip, index, &mut left)).unwrap_or(kind)
}

fn kind(zip: &mut Zip) -> Container {
    let names: Vec<String> = zip.file_names().flatten().map(|name| name.to_lowercase().replace('\\', "/")).collect();
    let has = |name: &str| names.iter().any(|own| own == name);
    let below = |folder: &str| names.iter().any(|own| own.starts_with(folder));
    if has("mimetype") {
        return open_document(zip);
    }
    if has("xl/workbook.bin") {
        return Container::Workbook(Book::Xlsb);
    }
    if has("[content_types].xml") && names.iter().any(|own| own.ends_with("workbook.xml")) {
        return Container::Workbook(Book::Xlsx);
    }
    Container::Other(match () {
        () if below("word/") => "word",
        () if below("ppt/") => "powerpoint",
        () if has("index/document.iwa") => "numbers",
        () => "zip",
    })
}

/// A file of LibreOffice says itself what it is, and its manifest whether its parts are encrypted.
fn open_document(zip: &mut Zip) -> Container {
    let kind = part(zip, "mimetype");
    if !kind.contains("opendocument.spreadsheet") {
        return Container::Other(if kind.contains("opendocument.text") { "odt" } else { "zip" });
    }
    if part(zip, "META-INF/manifest.xml").contains("encryption-data") {
        return Container::Locked;
    }
    Container::Workbook(Book::Ods)
}

/// The text of a small part; nothing where it is not there or is no text.
fn part(zip: &mut Zip, name: &str) -> String {
    const MOST: u64 = 1 << 20;
    let mut text = String::new();
    if let Ok(file) = zip.by_name(name) {
        let _ = file.take(MOST).read_to_string(&mut text);
    }
    text
}

/// What is wrong with a part, if anything is; so many bytes are left to all parts together.
fn fault(zip: &mut Zip, index: usize, left: &mut u64) -> Option<Container> {
    let part = match zip.by_index(index) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Some(Container::Locked),
        Err(error) => return Some(Container::Damaged(error.to_string())),
    };
    let name = part.name().map(|name| name.to_lowercase()).unwrap_or_default();
    let mut looked = DocumentType::default();
    match io::copy(&mut part.take(left.saturating_add(1)), &mut looked) {
        Err(error) => return Some(Container::Damaged(format!("{name}: {error}"))),
        Ok(size) if size > *left => return Some(Container::TooLarge(MOST_UNPACKED.1)),
        Ok(size) => *left -= size,
    }
    let is_xml = matches!(name.rsplit('.').next(), Some("xml" | "rels")) && !name.starts_with("meta-inf/");
    (looked.seen && is_xml).then_some(Container::DocumentType)
}

/// Looks at passing XML for the declaration of a document type.
#[derive(Default)]
struct DocumentType {
    seen: bool,
    end: Vec<u8>,
}

impl Write for DocumentType {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const DECLARED: &[u8] = b"<!DOCTYPE";
        self.end.extend(bytes);
        self.seen |= self.end.windows(DECLARED.len()).any(|window| window == DECLARED);
        self.end.drain(..self.end.len().saturating_sub(DECLARED.len() - 1));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::DocumentType;

    #[test]
    fn a_declaration_is_seen_across_the_seams() {
        for at in 1..30 {
            let text = b"<?xml?>    <!DOCTYPE x [<!ENTITY";
            let mut looked = DocumentType::default();
            looked.write_all(&text[..at]).unwrap();
            looked.write_all(&text[at..]).unwrap();
            assert!(looked.seen, "{at}");
        }
    }
}
