//! The bytes of a zip archive in; whether it is a workbook, and whole, out.
//!
//! Every part is unpacked once, so that its checksum is compared: a workbook is read wholly or not at all.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Write};

use zip::ZipArchive;
use zip::result::ZipError;

use super::container::{Book, Container};
use crate::diag::{Fault, Measure};

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Parts of this size and more are not squeezed more than a limit; small ones often are.
const LARGE: u64 = 10 << 20;

/// What the parts of an archive make it.
pub fn container(bytes: &[u8]) -> Container {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Container::Damaged(String::new()) };
    let kind = kind(&mut zip);
    if !matches!(kind, Container::Workbook(_)) {
        return kind;
    }
    if let Err(fault) = sizes(&mut zip) {
        return Container::Refused(fault);
    }
    if let Some(name) = twice(bytes, &zip) {
        return Container::Refused(Fault::TwoParts { name });
    }
    if zip.has_overlapping_entries().unwrap_or(true) {
        return Container::Damaged(String::new());
    }
    (0..zip.len()).find_map(|index| fault(&mut zip, index)).unwrap_or(kind)
}

/// Holds what an archive says of its parts against the limits, before any of them is unpacked; unpacking stops where a
/// part is larger than it says.
fn sizes(zip: &mut Zip) -> Result<(), Fault> {
    Measure::Parts.check(zip.len() as u64)?;
    let mut all = 0_u64;
    for index in 0..zip.len() {
        let Ok(part) = zip.by_index_raw(index) else { continue };
        let (size, packed) = (part.size(), part.compressed_size());
        Measure::Part.check(size)?;
        if size > LARGE {
            Measure::Squeezed.check(size / packed.max(1))?;
        }
        all = all.saturating_add(size);
    }
    Measure::Unpacked.check(all)
}

/// A name that two parts have, but for case and the way of the slashes, as the archive's own list has them.
fn twice(bytes: &[u8], zip: &Zip) -> Option<String> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    const FIXED: usize = 46;
    let mut seen = BTreeSet::new();
    let mut rest = bytes.get(usize::try_from(zip.central_directory_start()).ok()?..)?;
    while rest.starts_with(ENTRY) {
        let length = |at: usize| Some(usize::from(u16::from_le_bytes(*rest.get(at..)?.first_chunk()?)));
        let (name, more) = (length(28)?, length(30)? + length(32)?);
        let own = String::from_utf8_lossy(rest.get(FIXED..FIXED + name)?).replace('\\', "/").to_lowercase();
        if !seen.insert(own.clone()) {
            return Some(own);
        }
        rest = rest.get(FIXED + name + more..)?;
    }
    None
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

/// What is wrong with a part, if anything is.
fn fault(zip: &mut Zip, index: usize) -> Option<Container> {
    let part = match zip.by_index(index) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Some(Container::Locked),
        Err(error) => return Some(Container::Damaged(error.to_string())),
    };
    let name = part.name().map(|name| name.to_lowercase()).unwrap_or_default();
    let mut looked = DocumentType::default();
    let most = Measure::Part.most();
    match io::copy(&mut part.take(most + 1), &mut looked) {
        Err(error) => return Some(Container::Damaged(format!("{name}: {error}"))),
        Ok(size) if size > most => return Measure::Part.check(size).err().map(Container::Refused),
        Ok(_) => {}
    }
    let is_xml = matches!(name.rsplit('.').next(), Some("xml" | "rels")) && !name.starts_with("meta-inf/");
    (looked.seen && is_xml).then_some(Container::Refused(Fault::DocumentType {}))
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
        // few texts have the second letter at all, and it is found quickly
        self.seen |= self.end.contains(&DECLARED[1]) && self.end.windows(DECLARED.len()).any(|own| own == DECLARED);
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
