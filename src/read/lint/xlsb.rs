//! The binary parts of an xlsb in; the facts of its sheets, in the workbook's order, out.
//!
//! Source: [MS-XLSB], the records of the workbook, of the styles and of a worksheet. The reading library ends a sheet at a
//! row that no sheet has, and passes over formulas that come to an error.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::ole::{u16_at, u32_at};
use super::{At, Facts, PERCENT_FORMATS, Style, Zip, bytes_of, legacy_font, part, shows_percent};
use crate::diag::{Fault, Measure};

const ROW: u16 = 0x0000;
/// Cells with a value, those of formulas among them.
const CELLS: std::ops::RangeInclusive<u16> = 0x0002..=0x000B;
const ERROR: u16 = 0x0003;
const ERROR_OF_FORMULA: u16 = 0x000B;
const NUMBERS: [u16; 3] = [0x0002, 0x0005, 0x0009];
const TEXTS: [u16; 3] = [0x0006, 0x0007, 0x0008];
const SHARED_TEXT: u16 = 0x0007;
const COLUMNS: u16 = 0x003C;
const MERGED: u16 = 0x00B0;
const SHEET: u16 = 0x009C;
const FORMAT: u16 = 0x002C;
const FONT: u16 = 0x002B;
const CELL_FORMATS: u16 = 0x0269;
const CELL_FORMATS_END: u16 = 0x026A;
const CELL_FORMAT: u16 = 0x002F;
const SHARED_TEXTS: u16 = 0x009F;

/// One past the last row and column of a sheet.
const GRID: At = (1_048_576, 16_384);

/// What an error's byte stands for.
const ERRORS: [(u8, &str); 8] = [
    (0x00, "#NULL!"),
    (0x07, "#DIV/0!"),
    (0x0F, "#VALUE!"),
    (0x17, "#REF!"),
    (0x1D, "#NAME?"),
    (0x24, "#NUM!"),
    (0x2A, "#N/A"),
    (0x2B, "#GETTING_DATA"),
];

/// The facts of every sheet.
///
/// # Errors
/// `too-large` where a sheet has more texts than are read.
pub fn facts(zip: &mut Zip) -> Result<Vec<Facts>, Fault> {
    let (Some(book), Some(relations)) = (bytes_of(zip, "xl/workbook.bin"), part(zip, "xl/_rels/workbook.bin.rels"))
    else {
        return Ok(Vec::new());
    };
    let styles = bytes_of(zip, "xl/styles.bin").map(|styles| styles_of(&styles)).unwrap_or_default();
    let shared = bytes_of(zip, "xl/sharedStrings.bin");
    let texts = shared.and_then(|shared| {
        let (_, body) = Records(&shared).find(|(kind, _)| *kind == SHARED_TEXTS)?;
        u32_at(body, 4)
    });
    Measure::Texts.check(texts.unwrap_or_default().into())?;
    let mut found = Vec::new();
    for (_, body) in Records(&book).filter(|(kind, _)| *kind == SHEET) {
        let Some(id) = text(body, 8).filter(|id| !id.is_empty()) else { continue };
        let sheet = target(&relations, &id).and_then(|target| bytes_of(zip, &format!("xl/{target}")));
        found.push(sheet.map(|sheet| walk(&sheet, &styles, texts.unwrap_or_default())).unwrap_or_default());
    }
    Ok(found)
}

/// The records of a part, as far as they can be followed.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = self.number(2)?;
        let size = self.number(4)?;
        let body = self.0.get(..size)?;
        self.0 = &self.0[size..];
        Some((u16::try_from(kind).ok()?, body))
    }
}

impl Records<'_> {
    /// A number of seven bits a byte, of so many bytes at most.
    fn number(&mut self, most: u32) -> Option<usize> {
        let mut number = 0;
        for place in 0..most {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

/// A text whose length is four bytes.
fn text(body: &[u8], at: usize) -> Option<String> {
    let letters = u32_at(body, at)? as usize;
    let bytes = body.get(at + 4..)?.get(..letters.checked_mul(2)?)?;
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|unit| u16_at(unit, 0)).collect();
    Some(String::from_utf16_lossy(&units))
}

/// Where a relation leads.
fn target(relations: &str, id: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(start) | Event::Empty(start) => {
                let of = |name: &str| {
                    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.as_ref() == name);
                    found.map(|own| own.value.into_owned())
                };
                if of("Id").as_deref() == Some(id) {
                    return of("Target");
                }
            }
            _ => {}
        }
    }
}

/// The cell formats, by index.
fn styles_of(styles: &[u8]) -> Vec<Style> {
    let (mut fonts, mut found, mut of_cells) = (Vec::new(), Vec::new(), false);
    let mut percent: Vec<u32> = PERCENT_FORMATS.to_vec();
    for (kind, body) in Records(styles) {
        let word = |at| u16_at(body, at).map(u32::from);
        match kind {
            FORMAT if text(body, 2).is_some_and(|code| shows_percent(&code)) => percent.extend(word(0)),
            FONT => fonts.push(text(body, 21).as_deref().and_then(legacy_font)),
            CELL_FORMATS => of_cells = true,
            CELL_FORMATS_END => of_cells = false,
            CELL_FORMAT if of_cells => {
                let font = word(4).and_then(|font| fonts.get(font as usize).cloned().flatten());
                found.push(Style { percent: word(2).is_some_and(|format| percent.contains(&format)), font });
            }
            _ => {}
        }
    }
    found
}

fn walk(sheet: &[u8], styles: &[Style], texts: u32) -> Facts {
    let (mut facts, mut row, mut seen) = (Facts::default(), 0, BTreeSet::new());
    for (kind, body) in Records(sheet) {
        let number = |at| u32_at(body, at).unwrap_or_default();
        match kind {
            ROW => {
                row = number(0);
                if row >= GRID.0 {
                    facts.odd.get_or_insert((GRID.0 - 1, 0));
                }
                if body.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    facts.hidden_rows.push(row);
                }
            }
            COLUMNS if u16_at(body, 16).is_some_and(|flags| flags & 1 != 0) => {
                facts.hidden_columns.push((number(0), number(4)));
            }
            MERGED => facts.merges.push([number(0), number(8), number(4), number(12)]),
            kind if CELLS.contains(&kind) => {
                let at = (row, number(0));
                let known = kind != SHARED_TEXT || number(8) < texts;
                if at.1 >= GRID.1 || !known || !seen.insert(at) {
                    facts.odd.get_or_insert(at);
                }
                let style = styles.get((number(4) & 0x00FF_FFFF) as usize);
                match kind {
                    ERROR | ERROR_OF_FORMULA => {
                        let error = ERRORS.iter().find(|(byte, _)| Some(byte) == body.get(8));
                        facts.errors.insert(at, error.map_or("#?", |(_, name)| name).to_owned());
                    }
                    kind if NUMBERS.contains(&kind) && style.is_some_and(|style| style.percent) => {
                        facts.percent.insert(at);
                    }
                    kind if TEXTS.contains(&kind) => {
                        facts.fonts.extend(style.and_then(|style| Some((at, style.font.clone()?))));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    facts
}
