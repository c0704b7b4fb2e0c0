//! The records of an xls in; the facts of its sheets out.
//!
//! Only a workbook of Excel 97 and later is looked at. Source: [MS-XLS], the records of the globals and of a worksheet.

use std::collections::BTreeMap;

use super::super::ole::{Ole, u16_at, u32_at};
use super::{Facts, PERCENT_FORMATS, Style, legacy_font, shows_percent};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const CELL_FORMAT: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const TEXTS: [u16; 3] = [0x00FD, 0x0204, 0x00D6];
const NUMBERS: [u16; 3] = [0x027E, 0x0203, 0x0006];
const MANY_NUMBERS: u16 = 0x00BD;

/// The version that a workbook of Excel 97 and later begins with.
const VERSION: u16 = 0x0600;

/// The last column of such a sheet.
const MOST_COLUMN: u32 = 255;

/// The font that no file holds: indices above it are one too high.
const NO_FONT: usize = 4;

/// The facts of every sheet; none where the records cannot be followed, which the library then says.
pub fn facts(bytes: &[u8]) -> Option<BTreeMap<String, Facts>> {
    let file = Ole::open(bytes)?;
    let content = file.stream("workbook").or_else(|| file.stream("book"))?;
    let mut begin = Records { bytes: &content, at: 0, depth: 0 };
    let (BEGIN, body) = begin.next()? else { return None };
    if u16_at(body, 0)? != VERSION {
        return None;
    }
    let (sheets, styles) = globals(begin);
    let of = |(name, at): (String, usize)| (name, sheet(Records { bytes: &content, at, depth: 0 }, &styles));
    Some(sheets.into_iter().map(of).collect())
}

/// The records of one part of the workbook, those of embedded charts left out.
struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: u32,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (kind, size) = (u16_at(self.bytes, self.at)?, usize::from(u16_at(self.bytes, self.at + 2)?));
            let body = self.bytes.get(self.at + 4..)?.get(..size)?;
            self.at += 4 + size;
            match kind {
                BEGIN => self.depth += 1,
                END if self.depth <= 1 => return None,
                END => self.depth -= 1,
                _ => {}
            }
            if self.depth <= 1 {
                return Some((kind, body));
            }
        }
    }
}

/// Where each sheet begins, and the cell formats.
fn globals(records: Records) -> (Vec<(String, usize)>, Vec<Style>) {
    let (mut sheets, mut fonts, mut styles) = (Vec::new(), Vec::new(), Vec::new());
    let mut percent: Vec<u32> = PERCENT_FORMATS.to_vec();
    for (kind, body) in records {
        match kind {
            FONT => fonts.push(short_text(body, 14).as_deref().and_then(legacy_font)),
            FORMAT if long_text(body, 2).is_some_and(|code| shows_percent(&code)) => {
                percent.extend(u16_at(body, 0).map(u32::from));
            }
            CELL_FORMAT => {
                let number = |at| u16_at(body, at).unwrap_or_default();
                let font = usize::from(number(0));
                let font = fonts.get(if font > NO_FONT { font - 1 } else { font }).cloned().flatten();
                styles.push(Style { percent: percent.contains(&number(2).into()), font });
            }
            SHEET => sheets.extend(short_text(body, 6).zip(u32_at(body, 0).map(|at| at as usize))),
            _ => {}
        }
    }
    (sheets, styles)
}

fn sheet(records: Records, styles: &[Style]) -> Facts {
    let mut facts = Facts::default();
    for (kind, body) in records {
        let word = |at| u16_at(body, at).map(u32::from);
        let (row, column) = (word(0).unwrap_or_default(), word(2).unwrap_or_default());
        let style = |at| styles.get(word(at)? as usize);
        match kind {
            ROW if word(12).is_some_and(|flags| flags & 0x20 != 0) => facts.hidden_rows.push(row),
            COLUMNS if word(8).is_some_and(|flags| flags & 1 != 0) => {
                facts.hidden_columns.push((row, column.min(MOST_COLUMN)));
            }
            kind if TEXTS.contains(&kind) => {
                facts.fonts.extend(style(4).and_then(|style| Some(((row, column), style.font.clone()?))));
            }
            kind if NUMBERS.contains(&kind) && style(4).is_some_and(|style| style.percent) => {
                facts.percent.insert((row, column));
            }
            MANY_NUMBERS => {
                let cells = (column..).zip((4..body.len().saturating_sub(2)).step_by(6));
                let shown = cells.filter(|(_, at)| style(*at).is_some_and(|style| style.percent));
                facts.percent.extend(shown.map(|(column, _)| (row, column)));
            }
            _ => {}
        }
    }
    facts
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
        let found = facts(FORM).unwrap();
        let own = &found["Bảng tự chấm"];
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
        assert!(facts(&FORM[..1024]).is_none());
    }
}
