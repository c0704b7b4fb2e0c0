//! The parts of an xlsx in; the facts of its sheets, in the workbook's order, out.
//!
//! The sheets and the places of their cells are found as the reading library finds them, so that a fact stands where the
//! library puts the value.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{At, Facts, Style, Zip, bytes_of, legacy_font, part, path_of, shows_percent};
use crate::diag::{Fault, Measure};
use crate::model::MADE_BY;

/// The types of cells there are.
const KINDS: &[&str] = &["", "n", "s", "str", "b", "e", "d", "inlineStr"];
/// One past the last row and column of a sheet.
const GRID: At = (1_048_576, 16_384);

/// The facts of every sheet.
///
/// # Errors
/// `too-large` where there are more texts than are read.
pub fn facts(zip: &mut Zip) -> Result<Vec<Facts>, Fault> {
    texts(zip)?;
    let relations = part(zip, "_rels/.rels").unwrap_or_default();
    let main = targets(&relations).into_values().find(|(_, kind)| kind.ends_with("/officeDocument"));
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |(target, _)| target);
    let main = main.strip_prefix('/').unwrap_or(&main);
    let (folder, name) = main.rfind('/').map_or(("", main), |at| main.split_at(at + 1));
    let (Some(book), Some(relations)) = (part(zip, main), part(zip, &format!("{folder}_rels/{name}.rels"))) else {
        return Ok(Vec::new());
    };
    let targets = targets(&relations);
    let styles = part(zip, &format!("{folder}styles.xml")).map(|styles| styles_of(&styles)).unwrap_or_default();
    let calculated = calculated(zip, folder);
    let of = |id: String| {
        let (target, _) = targets.get(&id)?;
        let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
        let text = part(zip, &path)?;
        let mut facts = Facts { part: path_of(zip, &path), ..sheet(&text, &styles) };
        if calculated {
            facts.zeros.clear();
        }
        Some(facts)
    };
    Ok(sheets(&book).into_iter().map(of).map(Option::unwrap_or_default).collect())
}

/// Whether a program that calculates saved the file: Excel keeps the order of its formulas, LibreOffice says its name,
/// and this program its own mark.
fn calculated(zip: &mut Zip, folder: &str) -> bool {
    let ordered = zip.file_names().flatten().any(|name| name.eq_ignore_ascii_case(&format!("{folder}calcChain.xml")));
    let own = format!("name=\"{MADE_BY}\"");
    ordered
        || part(zip, "docProps/app.xml").is_some_and(|said| said.contains("<Application>LibreOffice"))
        || part(zip, "docProps/custom.xml").is_some_and(|said| said.contains(&own))
}

/// Counts the texts that the cells share, and looks at how many there are said to be, for which room is made at once.
fn texts(zip: &mut Zip) -> Result<(), Fault> {
    let of_texts = |name: &str| name.to_lowercase().ends_with("sharedstrings.xml");
    let names: Vec<String> = zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    for name in names.iter().filter(|name| of_texts(name)) {
        let bytes = bytes_of(zip, name).unwrap_or_default();
        let said = String::from_utf8_lossy(&bytes);
        let (mut reader, mut count) = (Reader::from_str(&said), 0);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Eof => break,
                Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                    "sst" => {
                        let said = attribute(&start, "uniqueCount").and_then(|count| count.parse().ok());
                        Measure::Texts.check(said.unwrap_or_default())?;
                    }
                    "si" => {
                        count += 1;
                        Measure::Texts.check(count)?;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }
    Ok(())
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.local_name().as_ref() == name)?;
    let text = quick_xml::escape::unescape(&found.value).ok()?;
    Some(text.into_owned())
}

/// Every element of a text with its name.
fn elements(text: &str, mut each: impl FnMut(&str, &BytesStart)) {
    let mut reader = Reader::from_str(text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => each(start.local_name().as_ref(), &start),
            Event::Eof => break,
            _ => {}
        }
    }
}

/// The relations of the sheets, in their order.
fn sheets(book: &str) -> Vec<String> {
    let mut found = Vec::new();
    elements(book, |name, start| {
        if name == "sheet" {
            found.push(attribute(start, "id").unwrap_or_default());
        }
    });
    found
}

/// Target and type of each relation, by its id.
fn targets(relations: &str) -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    elements(relations, |name, start| {
        if name == "Relationship"
            && let Some((id, target)) = attribute(start, "Id").zip(attribute(start, "Target"))
        {
            found.insert(id, (target, attribute(start, "Type").unwrap_or_default()));
        }
    });
    found
}

/// The cell formats, by index.
fn styles_of(styles: &str) -> Vec<Style> {
    let (mut custom, mut fonts, mut found) = (BTreeSet::from(super::PERCENT_FORMATS), Vec::new(), Vec::new());
    let mut section = String::new();
    elements(styles, |name, start| match name {
        "numFmt" => {
            let code = attribute(start, "formatCode").unwrap_or_default();
            if shows_percent(&code) {
                custom.extend(attribute(start, "numFmtId").and_then(|id| id.parse::<u32>().ok()));
            }
        }
        "fonts" | "cellXfs" | "cellStyleXfs" | "cellStyles" | "dxfs" => name.clone_into(&mut section),
        "font" if section == "fonts" => fonts.push(None),
        "name" if section == "fonts" => {
            if let Some(last) = fonts.last_mut() {
                *last = attribute(start, "val").as_deref().and_then(legacy_font);
            }
        }
        "xf" if section == "cellXfs" => {
            let number = |key: &str| attribute(start, key).and_then(|id| id.parse::<u32>().ok()).unwrap_or_default();
            let font = fonts.get(number("fontId") as usize).cloned().flatten();
            found.push(Style { percent: custom.contains(&number("numFmtId")), font });
        }
        _ => {}
    });
    found
}

/// A cell as it is being read.
#[derive(Default)]
struct Cell {
    at: At,
    /// One of [`KINDS`], or none that there is.
    kind: Option<&'static str>,
    style: u32,
    formula: bool,
    /// How many values it has, and the text of the last.
    values: u32,
    value: String,
    /// Something stands in it that no program writes there.
    odd: bool,
}

/// A sheet as it is being read.
struct Walk<'a> {
    facts: Facts,
    styles: &'a [Style],
    /// Where a cell stands that does not say it.
    next: At,
    last: Option<At>,
    cell: Option<Cell>,
    in_value: bool,
}

fn sheet(text: &str, styles: &[Style]) -> Facts {
    let facts = Facts::default();
    let mut walk = Walk { facts, styles, next: (0, 0), last: None, cell: None, in_value: false };
    let mut reader = Reader::from_str(text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) => walk.begin(&start),
            Event::Empty(start) => {
                walk.begin(&start);
                walk.end(start.local_name().as_ref());
            }
            Event::End(end) => walk.end(end.local_name().as_ref()),
            Event::Text(text) if walk.in_value => walk.value(&text),
            Event::GeneralRef(_) if walk.in_value => walk.reference(),
            Event::CData(_) | Event::Comment(_) | Event::PI(_) if walk.in_value => walk.odd(),
            _ => {}
        }
    }
    walk.facts
}

impl Walk<'_> {
    fn begin(&mut self, start: &BytesStart) {
        match (start.local_name().as_ref(), &mut self.cell) {
            ("c", _) => {
                let mut cell = self.begun(start);
                cell.odd |= self.last.is_some_and(|last| cell.at <= last);
                (self.last, self.next) = (Some(cell.at), (self.next.0, cell.at.1.saturating_add(1)));
                self.cell = Some(cell);
            }
            ("v", Some(cell)) => {
                cell.odd |= cell.values > 0 || cell.kind == Some("inlineStr");
                cell.values += 1;
                self.in_value = true;
            }
            ("is", Some(cell)) => cell.odd |= cell.kind != Some("inlineStr") || cell.values > 0,
            ("f", Some(cell)) => (cell.formula, cell.odd) = (true, cell.odd || cell.values > 0),
            (name, None) => self.outside(name, start),
            _ => {}
        }
    }

    /// A cell by its attributes, the first of each name.
    fn begun(&self, start: &BytesStart) -> Cell {
        let [mut place_said, mut kind_said, mut style_said] = [false; 3];
        let mut cell = Cell { at: self.next, kind: Some(""), ..Cell::default() };
        for own in start.attributes().with_checks(false).flatten() {
            let Ok(said) = quick_xml::escape::unescape(&own.value) else { continue };
            match own.key.local_name().as_ref() {
                "r" if !std::mem::replace(&mut place_said, true) => {
                    let place = place(&said);
                    (cell.at, cell.odd) = (place.unwrap_or(self.next), place.is_none());
                }
                "t" if !std::mem::replace(&mut kind_said, true) => {
                    cell.kind = KINDS.iter().copied().find(|kind| *kind == said);
                }
                "s" if !std::mem::replace(&mut style_said, true) => cell.style = said.parse().unwrap_or_default(),
                _ => {}
            }
        }
        cell
    }

    fn outside(&mut self, name: &str, start: &BytesStart) {
        let hidden = || matches!(attribute(start, "hidden").as_deref(), Some("1" | "true"));
        let number = |name: &str| attribute(start, name).and_then(|number| number.parse::<u32>().ok())?.checked_sub(1);
        match name {
            "row" => {
                if let Some(said) = attribute(start, "r") {
                    let row = said.parse::<u32>().ok().and_then(|row| row.checked_sub(1)).filter(|row| *row < GRID.0);
                    let odd = self.next;
                    self.next.0 = row.unwrap_or_else(|| {
                        self.facts.odd.get_or_insert(odd);
                        odd.0
                    });
                }
                if hidden() {
                    self.facts.hidden_rows.push(self.next.0);
                }
            }
            "col" if hidden() => {
                self.facts.hidden_columns.extend(number("min").zip(number("max")));
            }
            "mergeCell" => self.facts.merges.extend(attribute(start, "ref").and_then(|said| corners(&said))),
            _ => {}
        }
    }

    fn value(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.value.push_str(text);
        }
    }

    /// A reference to a letter is at home in a text alone.
    fn reference(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.odd |= !matches!(cell.kind, Some("str" | "e"));
            cell.value.push('?');
        }
    }

    fn odd(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.odd = true;
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" => self.in_value = false,
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.judge(cell);
                }
            }
            "row" => self.next = (self.next.0.saturating_add(1), 0),
            _ => {}
        }
    }

    fn judge(&mut self, cell: Cell) {
        let facts = &mut self.facts;
        let index = || cell.value.bytes().all(|digit| digit.is_ascii_digit());
        let number = || cell.value.is_empty() || cell.value.parse::<f64>().is_ok();
        let fits = match cell.kind {
            Some("s") => index(),
            Some("" | "n") => number(),
            kind => kind.is_some(),
        };
        if cell.odd || !fits {
            facts.odd.get_or_insert(cell.at);
        }
        let style = self.styles.get(cell.style as usize);
        if cell.formula && (cell.values == 0 || cell.value.is_empty() && matches!(cell.kind, Some("" | "n"))) {
            facts.unsaved.insert(cell.at);
            return;
        }
        if cell.formula && cell.value == "0" && matches!(cell.kind, Some("" | "n")) {
            facts.zeros.push(cell.at);
        }
        match cell.kind {
            Some("s" | "str" | "inlineStr") => {
                facts.fonts.extend(style.and_then(|style| Some((cell.at, style.font.clone()?))));
            }
            Some("e") => {
                facts.errors.insert(cell.at, cell.value);
            }
            Some("" | "n") if style.is_some_and(|style| style.percent) => {
                facts.percent.insert(cell.at);
            }
            _ => {}
        }
    }
}

/// The first and the last cell of a range such as `B3:E3`.
fn corners(range: &str) -> Option<[u32; 4]> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some([top, left, bottom, right]).filter(|_| top <= bottom && left <= right)
}

/// The place of an address such as `E14`, where a sheet has it.
fn place(address: &str) -> Option<At> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    let at = (row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?);
    Some(at).filter(|at| at.0 < GRID.0 && at.1 < GRID.1)
}

#[cfg(test)]
mod tests {
    use super::corners;

    #[test]
    fn merged_cells_are_those_of_a_sheet_from_their_first_to_their_last() {
        assert_eq!(corners("B3:E4"), Some([2, 1, 3, 4]));
        assert_eq!(corners("B3"), Some([2, 1, 2, 1]));
        for other in ["E4:B3", "B3:", "B0:E4", "B3:XFE4", "B3:E4:F5", ""] {
            assert_eq!(corners(other), None, "{other}");
        }
    }
}
