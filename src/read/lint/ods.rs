//! The content of an ods in; the facts of its sheets, in their order, out; or why it is not read.
//!
//! The reading library takes such a file whole, repeats what is said to be repeated and does not end where the content
//! does not, so that all of this is looked at before it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{At, Facts, Zip, part};
use crate::diag::{Fault, Measure};

/// The most that a cell with something to be told of is repeated for, each way.
const MOST_REPEATED: u32 = 1_000;

/// The facts of every sheet.
///
/// # Errors
/// `damaged-workbook` where the content breaks off; `too-large`.
pub fn facts(zip: &mut Zip) -> Result<Vec<Facts>, Fault> {
    let text = part(zip, "content.xml").ok_or_else(broken)?;
    let mut reader = Reader::from_str(&text);
    let (mut walk, mut depth, mut last) = (Walk::default(), 0_u32, String::new());
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Eof if depth == 0 && last == "document-content" => break,
            Event::Eof => return Err(broken()),
            Event::Start(start) => {
                depth += 1;
                walk.begin(&start)?;
            }
            Event::Empty(start) => {
                walk.begin(&start)?;
                walk.end(start.name().as_ref())?;
            }
            Event::End(end) => {
                depth = depth.checked_sub(1).ok_or_else(broken)?;
                walk.end(end.name().as_ref())?;
                if depth == 0 {
                    end.local_name().as_ref().clone_into(&mut last);
                }
            }
            Event::Text(text) => walk.letters(text.chars().count() as u64)?,
            Event::GeneralRef(_) => walk.letters(1)?,
            Event::CData(_) => walk.odd(),
            _ => {}
        }
    }
    Ok(walk.sheets)
}

fn broken() -> Fault {
    Fault::DamagedWorkbook { reason: String::new() }
}

/// What is being read, and how much of everything there was.
#[derive(Default)]
struct Walk {
    sheets: Vec<Facts>,
    row: u32,
    column: u32,
    /// How often the row is repeated.
    rows: u32,
    cell: Option<Cell>,
    /// How deep the reading is in notes, and in drawings that hang on the cell.
    notes: u32,
    drawings: u32,
    /// The last row and the last column of the sheet with content.
    end: (u64, u64),
    boxes: u64,
    repeated_letters: u64,
}

struct Cell {
    at: At,
    kind: String,
    letters: u64,
    repeated: u64,
    /// Its text is what stands in it, not what an attribute says.
    of_text: bool,
}

impl Walk {
    fn begin(&mut self, start: &BytesStart) -> Result<(), Fault> {
        match start.name().as_ref() {
            "table:table" => {
                (self.row, self.column, self.rows, self.end) = (0, 0, 1, (0, 0));
                self.sheets.push(Facts::default());
                Measure::Sheets.check(self.sheets.len() as u64)?;
            }
            "table:table-column" => {
                let columns = repeated(start, "table:number-columns-repeated");
                if is_hidden(start)
                    && let Some(own) = self.sheets.last_mut()
                {
                    own.hidden_columns.push((self.column, self.column.saturating_add(columns).saturating_sub(1)));
                }
                self.column = self.column.saturating_add(columns);
            }
            "table:table-row" => {
                (self.column, self.rows) = (0, repeated(start, "table:number-rows-repeated"));
                if is_hidden(start)
                    && let Some(own) = self.sheets.last_mut()
                {
                    own.hidden_rows.extend((self.row..self.row.saturating_add(self.rows)).take(MOST_REPEATED as usize));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(start)?,
            "office:annotation" => self.notes += 1,
            drawing if drawing.starts_with("draw:") => self.drawings += 1,
            "text:s" => self.letters(attribute(start, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1))?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "table:table" => {
                self.boxes = self.boxes.saturating_add(self.end.0.saturating_mul(self.end.1));
                Measure::Box.check(self.boxes)?;
            }
            "table:table-row" => self.row = self.row.saturating_add(self.rows),
            "table:table-cell" | "table:covered-table-cell" => {
                if let (Some(cell), Some(own)) = (self.cell.take(), self.sheets.last_mut()) {
                    if cell.kind.is_empty() && cell.of_text && cell.letters > 0 {
                        own.odd.get_or_insert(cell.at);
                    }
                    self.repeated_letters =
                        self.repeated_letters.saturating_add(cell.letters.saturating_mul(cell.repeated));
                    Measure::Unpacked.check(self.repeated_letters)?;
                }
            }
            "office:annotation" => self.notes = self.notes.saturating_sub(1),
            drawing if drawing.starts_with("draw:") => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    /// So many letters stand in the cell; the library takes those of a drawing for the cell's own.
    fn letters(&mut self, count: u64) -> Result<(), Fault> {
        let (Some(cell), Some(own)) = (self.cell.as_mut().filter(|_| self.notes == 0), self.sheets.last_mut()) else {
            return Ok(());
        };
        if self.drawings > 0 {
            if cell.kind == "string" && cell.of_text {
                own.odd.get_or_insert(cell.at);
            }
            return Ok(());
        }
        cell.letters = cell.letters.saturating_add(count);
        Measure::Letters.check(cell.letters)
    }

    fn odd(&mut self) {
        if let (Some(own), Some(cell)) = (self.sheets.last_mut(), &self.cell) {
            own.odd.get_or_insert(cell.at);
        }
    }

    fn cell(&mut self, start: &BytesStart) -> Result<(), Fault> {
        let columns = repeated(start, "table:number-columns-repeated");
        let at = (self.row, self.column);
        self.column = self.column.saturating_add(columns);
        let has = |name: &str| attribute(start, name).is_some();
        let kind = attribute(start, "office:value-type").unwrap_or_default();
        self.cell = Some(Cell {
            at,
            kind: kind.clone(),
            letters: 0,
            repeated: u64::from(columns).saturating_mul(self.rows.into()),
            of_text: !has("office:string-value") && !has("table:formula"),
        });
        let Some(own) = self.sheets.last_mut() else { return Ok(()) };
        if !kind.is_empty() || has("table:formula") {
            self.end.0 = self.end.0.max(u64::from(at.0) + u64::from(self.rows));
            self.end.1 = self.end.1.max(u64::from(at.1) + u64::from(columns));
            Measure::Box.check(self.boxes.saturating_add(self.end.0.saturating_mul(self.end.1)))?;
        }
        let numeric = matches!(kind.as_str(), "float" | "percentage" | "currency");
        if numeric != has("office:value") {
            own.odd.get_or_insert(at);
        }
        let spanned = (repeated(start, "table:number-rows-spanned"), repeated(start, "table:number-columns-spanned"));
        if spanned.0 > 1 || spanned.1 > 1 {
            let last = (at.0.saturating_add(spanned.0 - 1), at.1.saturating_add(spanned.1.max(1) - 1));
            own.merges.push([at.0, at.1, last.0, last.1]);
            Measure::Merges.check(own.merges.len() as u64)?;
        }
        let told = kind == "percentage" || kind.is_empty() && has("table:formula");
        if told && columns.max(self.rows) > MOST_REPEATED {
            own.odd.get_or_insert(at);
        } else if told {
            let rows = at.0..at.0.saturating_add(self.rows);
            let places = rows.flat_map(|row| (at.1..at.1.saturating_add(columns)).map(move |column| (row, column)));
            let of: &mut std::collections::BTreeSet<At> =
                if kind == "percentage" { &mut own.percent } else { &mut own.unsaved };
            of.extend(places);
        }
        Ok(())
    }
}

fn is_hidden(start: &BytesStart) -> bool {
    matches!(attribute(start, "table:visibility").as_deref(), Some("collapse" | "filter"))
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

fn repeated(start: &BytesStart, name: &str) -> u32 {
    attribute(start, name).map_or(1, |count| count.parse().unwrap_or(u32::MAX))
}
