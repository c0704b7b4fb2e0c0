//! The parts of an xlsx in; the facts of its sheets out.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{At, Facts, Style, Zip, legacy_font, part, shows_percent};

/// The most columns a run of hidden ones is followed for.
const MOST_COLUMNS: u32 = 1_024;

/// The facts of every sheet.
pub fn facts(zip: &mut Zip) -> BTreeMap<String, Facts> {
    let (Some(book), Some(relations)) = (part(zip, "xl/workbook.xml"), part(zip, "xl/_rels/workbook.xml.rels")) else {
        return BTreeMap::new();
    };
    let targets = targets(&relations);
    let styles = part(zip, "xl/styles.xml").map(|styles| styles_of(&styles)).unwrap_or_default();
    let mut found = BTreeMap::new();
    for (name, id) in sheets(&book) {
        let Some(path) = targets.get(&id) else { continue };
        let Some(text) = part(zip, path) else { continue };
        found.insert(name, Facts { part: path.clone(), ..sheet(&text, &styles) });
    }
    found
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

fn sheets(book: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    elements(book, |name, start| {
        if name == "sheet" {
            found.extend(attribute(start, "name").zip(attribute(start, "id")));
        }
    });
    found
}

fn targets(relations: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    elements(relations, |name, start| {
        if name == "Relationship"
            && let Some((id, target)) = attribute(start, "Id").zip(attribute(start, "Target"))
        {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            found.insert(id, path);
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
    at: Option<At>,
    kind: String,
    style: u32,
    formula: bool,
    value: String,
    /// Something stands in it that no program writes there.
    odd: bool,
}

fn sheet(text: &str, styles: &[Style]) -> Facts {
    let mut facts = Facts::default();
    let mut reader = Reader::from_str(text);
    let (mut cell, mut in_value, mut seen) = (Cell::default(), false, BTreeSet::new());
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "c" => {
                cell = begun(&start);
            }
            Event::Start(start) if start.local_name().as_ref() == "v" => in_value = true,
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "f" => {
                (cell.formula, cell.odd) = (true, cell.odd || !cell.value.is_empty());
            }
            Event::Start(start) | Event::Empty(start) => outer(&start, &mut facts),
            Event::Text(text) if in_value => cell.value.push_str(&text),
            Event::CData(_) | Event::GeneralRef(_) if in_value => {
                cell.odd |= cell.kind != "str" && cell.kind != "e";
                cell.value.push('?');
            }
            Event::End(end) if end.local_name().as_ref() == "v" => in_value = false,
            Event::End(end) if end.local_name().as_ref() == "c" => {
                judge(std::mem::take(&mut cell), styles, &mut seen, &mut facts);
            }
            _ => {}
        }
    }
    facts
}

fn begun(start: &BytesStart) -> Cell {
    Cell {
        at: attribute(start, "r").and_then(|address| place(&address)),
        kind: attribute(start, "t").unwrap_or_default(),
        style: attribute(start, "s").and_then(|style| style.parse().ok()).unwrap_or_default(),
        ..Cell::default()
    }
}

fn outer(start: &BytesStart, facts: &mut Facts) {
    let hidden = || matches!(attribute(start, "hidden").as_deref(), Some("1" | "true"));
    let number = |name: &str| attribute(start, name).and_then(|number| number.parse::<u32>().ok())?.checked_sub(1);
    match start.local_name().as_ref() {
        "row" if hidden() => facts.hidden_rows.extend(number("r")),
        "col" if hidden() => {
            let run = number("min").zip(number("max"));
            facts.hidden_columns.extend(run.map(|(first, last)| (first, last.min(first.saturating_add(MOST_COLUMNS)))));
        }
        _ => {}
    }
}

fn judge(cell: Cell, styles: &[Style], seen: &mut BTreeSet<At>, facts: &mut Facts) {
    let Some(at) = cell.at else { return };
    let index = cell.kind != "s" || cell.value.is_empty() || cell.value.trim().parse::<u32>().is_ok();
    if !seen.insert(at) || cell.odd || !index {
        facts.odd.get_or_insert(at);
    }
    let style = styles.get(cell.style as usize);
    match cell.kind.as_str() {
        "s" | "str" | "inlineStr" => {
            facts.fonts.extend(style.and_then(|style| Some((at, style.font.clone()?))));
        }
        "e" => {
            facts.errors.insert(at, cell.value);
        }
        "" | "n" if cell.formula && cell.value.trim().is_empty() => {
            facts.unsaved.insert(at);
        }
        "" | "n" if style.is_some_and(|style| style.percent) => {
            facts.percent.insert(at);
        }
        _ => {}
    }
}

/// The place of an address such as `E14`.
fn place(address: &str) -> Option<At> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
