//! The records of an xls in; the facts of its sheets, in the workbook's order, out; or why it is not read.
//!
//! The reading library takes such a file whole and makes room for a sheet as a box, so that the sizes are looked at
//! before it; facts are told of a workbook of Excel 97 and later. Source: [MS-XLS], the records of the globals and of a
//! worksheet.

use std::collections::BTreeSet;

use super::super::ole::{Ole, u16_at, u32_at};
use super::{At, Facts, PERCENT_FORMATS, Style, legacy_font, shows_percent};
use crate::diag::{Fault, Measure};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const CELL_FORMAT: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const SIZE: u16 = 0x0200;
const TRUTH_OR_ERROR: u16 = 0x0205;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const SHARED_TEXT: u16 = 0x00FD;
const TEXTS: [u16; 3] = [SHARED_TEXT, 0x0204, 0x00D6];
const NUMBERS: [u16; 3] = [0x027E, 0x0203, 0x0006];
const MANY_NUMBERS: u16 = 0x00BD;

/// The version that a workbook of Excel 97 and later begins with.
const VERSION: u16 = 0x0600;

/// The last column of such a sheet.
const MOST_COLUMN: u32 = 255;

/// The font that no file holds: indices above it are one too high.
const NO_FONT: usize = 4;

/// The facts of every sheet; none of a workbook of before Excel 97.
///
/// # Errors
/// `damaged-workbook` where the records cannot be followed; `too-large`.
pub fn facts(bytes: &[u8]) -> Result<Option<Vec<Facts>>, Fault> {
    let broken = || Fault::DamagedWorkbook { reason: String::new() };
    let file = Ole::open(bytes).ok_or_else(broken)?;
    let name = ["workbook", "book"].into_iter().find(|name| file.has(name)).ok_or_else(broken)?;
    let content = file.stream(name).filter(|_| file.is_first(name)).ok_or_else(broken)?;
    let all = globals(Records { bytes: &content, at: 0, depth: None });
    Measure::Sheets.check(all.sheets.len() as u64)?;
    let (mut found, mut boxes) = (Vec::new(), 0_u64);
    for at in &all.sheets {
        let walked = sheet(Records { bytes: &content, at: *at, depth: Some(0) }, &all);
        boxes = boxes.saturating_add(walked.room.ok_or_else(broken)?);
        Measure::Box.check(boxes)?;
        found.push(walked.facts);
    }
    Ok((all.version == Some(VERSION)).then_some(found))
}

/// The records of one part of the workbook.
struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How deep the reading is in embedded charts, which are left out; none where there can be none.
    depth: Option<u32>,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (kind, size) = (u16_at(self.bytes, self.at)?, usize::from(u16_at(self.bytes, self.at + 2)?));
            let body = self.bytes.get(self.at + 4..)?.get(..size)?;
            self.at += 4 + size;
            match (kind, &mut self.depth) {
                (BEGIN, Some(depth)) => *depth += 1,
                (END, None | Some(..=1)) => return None,
                (END, Some(depth)) => *depth -= 1,
                _ => {}
            }
            if self.depth.is_none_or(|depth| depth <= 1) {
                return Some((kind, body));
            }
        }
    }
}

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    version: Option<u16>,
    /// Where each sheet begins.
    sheets: Vec<usize>,
    styles: Vec<Style>,
    /// How many texts the cells share.
    texts: Option<u32>,
}

fn globals(records: Records) -> Globals {
    let (mut found, mut fonts) = (Globals::default(), Vec::new());
    let mut percent: Vec<u32> = PERCENT_FORMATS.to_vec();
    for (kind, body) in records {
        match kind {
            BEGIN => found.version = found.version.or(u16_at(body, 0)),
            FONT => fonts.push(short_text(body, 14).as_deref().and_then(legacy_font)),
            FORMAT if long_text(body, 2).is_some_and(|code| shows_percent(&code)) => {
                percent.extend(u16_at(body, 0).map(u32::from));
            }
            CELL_FORMAT => {
                let number = |at| u16_at(body, at).unwrap_or_default();
                let font = usize::from(number(0));
                let font = fonts.get(if font > NO_FONT { font - 1 } else { font }).cloned().flatten();
                found.styles.push(Style { percent: percent.contains(&number(2).into()), font });
            }
            SHARED_TEXTS => found.texts = u32_at(body, 4),
            SHEET => found.sheets.extend(u32_at(body, 0).map(|at| at as usize)),
            _ => {}
        }
    }
    found
}

/// A sheet as it is being read.
#[derive(Default)]
struct Walk {
    facts: Facts,
    seen: BTreeSet<At>,
    /// The rows and columns that the sheet says it has.
    said: Option<u64>,
    /// The first and the last of the rows and columns with a cell.
    corners: Option<(At, At)>,
}

/// The facts of a sheet, and the room that is made for it; none where it says that it ends before it begins.
struct Walked {
    facts: Facts,
    room: Option<u64>,
}

fn sheet(records: Records, all: &Globals) -> Walked {
    let (mut walk, mut possible) = (Walk::default(), true);
    let latest = all.version == Some(VERSION);
    for (kind, body) in records {
        let word = |at| u16_at(body, at).map(u32::from);
        let (row, column) = (word(0).unwrap_or_default(), word(2).unwrap_or_default());
        let style = |at| all.styles.get(word(at)? as usize);
        match kind {
            SIZE => {
                walk.said = said_size(body);
                possible &= walk.said.is_some();
            }
            ROW if word(12).is_some_and(|flags| flags & 0x20 != 0) => walk.facts.hidden_rows.push(row),
            COLUMNS if word(8).is_some_and(|flags| flags & 1 != 0) => {
                walk.facts.hidden_columns.push((row, column.min(MOST_COLUMN)));
            }
            kind if TEXTS.contains(&kind) => {
                let known = kind != SHARED_TEXT || all.texts.is_none_or(|count| u32_at(body, 6) < Some(count));
                walk.cell((row, column), known);
                walk.facts.fonts.extend(style(4).and_then(|style| Some(((row, column), style.font.clone()?))));
            }
            TRUTH_OR_ERROR => walk.cell((row, column), true),
            kind if NUMBERS.contains(&kind) => {
                walk.cell((row, column), true);
                if style(4).is_some_and(|style| style.percent) {
                    walk.facts.percent.insert((row, column));
                }
            }
            MANY_NUMBERS => {
                for (column, at) in (column..).zip((4..body.len().saturating_sub(2)).step_by(6)) {
                    walk.cell((row, column), true);
                    if style(at).is_some_and(|style| style.percent) {
                        walk.facts.percent.insert((row, column));
                    }
                }
            }
            _ => {}
        }
    }
    let filled = walk.corners.map_or(0, |(first, last)| area(first, (last.0 + 1, last.1 + 1)));
    let facts = if latest { walk.facts } else { Facts::default() };
    Walked { facts, room: possible.then(|| filled.max(walk.said.unwrap_or_default())) }
}

impl Walk {
    /// A cell stands here; one whose text is not there, or that stands here again, cannot be relied on.
    fn cell(&mut self, at: At, known: bool) {
        if !self.seen.insert(at) || !known {
            self.facts.odd.get_or_insert(at);
        }
        let (first, last) = self.corners.unwrap_or((at, at));
        let both = |one: At, other: At, of: fn(u32, u32) -> u32| (of(one.0, other.0), of(one.1, other.1));
        self.corners = Some((both(first, at, u32::min), both(last, at, u32::max)));
    }
}

/// The cells of the box that a sheet says it is; none where its end is before its beginning.
fn said_size(body: &[u8]) -> Option<u64> {
    let (first, end) = if body.len() < 14 {
        let word = |at| u16_at(body, at).map(u32::from);
        ((word(0)?, word(4)?), (word(2)?, word(6)?))
    } else {
        let word = |at| u16_at(body, at).map(u32::from);
        ((u32_at(body, 0)?, word(8)?), (u32_at(body, 4)?, word(10)?))
    };
    let first = (first.0, if first.1 > MOST_COLUMN || end.1 < first.1 { 0 } else { first.1 });
    if end.0 == 0 || end.1 == 0 {
        return Some(1);
    }
    (first.0 < end.0 && first.1 < end.1).then(|| area(first, end))
}

/// The cells from a first one to before an end.
fn area(first: At, end: At) -> u64 {
    u64::from(end.0 - first.0).saturating_mul((end.1 - first.1).into())
}

/// A text whose length is one byte.
fn short_text(body: &[u8], at: usize) -> Option<String> {
    letters(usize::from(*body.get(at)?), body.get(at + 1..)?)
}

/// A text whose length is two bytes.
fn long_text(body: &[u8], at: usize) -> Option<String> {
    letters(usize::from(u16_at(body, at)?), body.get(at + 2..)?)
}

/// So many letters of one byte or of two, as the byte before them says.
fn letters(count: usize, bytes: &[u8]) -> Option<String> {
    let (wide, bytes) = bytes.split_first()?;
    if wide & 1 == 0 {
        return Some(bytes.get(..count)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let units: Vec<u16> = (0..count).map(|index| u16_at(bytes, index * 2)).collect::<Option<_>>()?;
    Some(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::model::Legacy;

    const FORM: &[u8] = include_bytes!("../../../tests/data/fonts/phong-cu.xls");

    #[test]
    fn what_the_library_does_not_tell() {
        let found = facts(FORM).unwrap().unwrap();
        let [own] = &found[..] else { panic!("{found:?}") };
        let fonts: Vec<_> = own.fonts.iter().map(|(at, font)| (*at, font.encoding, font.name.as_str())).collect();
        assert_eq!(fonts, [((6, 1), Legacy::Tcvn3, ".VnTime"), ((8, 1), Legacy::Vni, "VNI-Times")]);
        assert_eq!(own.percent.iter().copied().collect::<Vec<_>>(), [(5, 7)]);
        assert_eq!((own.hidden_rows.as_slice(), own.hidden_columns.as_slice()), (&[9][..], &[(8, 8)][..]));
    }

    #[test]
    fn records_that_break_off_are_no_facts() {
        for length in (0..FORM.len()).step_by(97) {
            let _ = facts(&FORM[..length]);
        }
        assert!(facts(&FORM[..1024]).is_err());
    }
}
