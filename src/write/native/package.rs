//! In: the bytes of a workbook. Out: its parts as text, and the bytes again with some of them replaced.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// How hard a part is packed: notes say much the same, and packing them well takes longer than making them.
const QUICK: i64 = 1;

/// The parts of a workbook.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, XlsxError> {
        Ok(Self { zip: ZipArchive::new(Cursor::new(bytes))? })
    }

    /// The names of its charts.
    pub(super) fn charts(&self) -> Vec<String> {
        let names = self.zip.file_names().flatten().map(Cow::into_owned);
        names.filter(|name| name.starts_with("xl/charts/chart")).collect()
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &str) -> Result<String, XlsxError> {
        let mut part = self.zip.by_name(name)?;
        let mut text = String::with_capacity(usize::try_from(part.size()).unwrap_or_default());
        part.read_to_string(&mut text)?;
        Ok(text)
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// All parts in their order, those of these names with another text; the others are not unpacked.
    pub(super) fn with(mut self, replaced: &[(String, String)]) -> Result<Vec<u8>, XlsxError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.zip.len() {
            let part = self.zip.by_index_raw(index)?;
            let name = part.name()?.into_owned();
            match replaced.iter().find(|(known, _)| *known == name) {
                None => writer.raw_copy_file(part)?,
                Some((_, text)) => {
                    let options = SimpleFileOptions::default()
                        .compression_method(CompressionMethod::Deflated)
                        .compression_level(Some(QUICK))
                        .unix_permissions(0o600)
                        .last_modified_time(part.last_modified().unwrap_or_default());
                    writer.start_file(name, options)?;
                    writer.write_all(text.as_bytes())?;
                }
            }
        }
        Ok(writer.finish()?.into_inner())
    }
}
