//! The content of an ods in; the facts of its sheets out.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Facts, Zip, part};

/// The most that a cell or row is repeated for.
const MOST_REPEATED: u32 = 1_000;

/// The facts of every sheet.
pub fn facts(zip: &mut Zip) -> BTreeMap<String, Facts> {
    let Some(text) = part(zip, "content.xml") else { return BTreeMap::new() };
    let mut found: BTreeMap<String, Facts> = BTreeMap::new();
    let (mut name, mut row, mut column, mut rows) = (String::new(), 0_u32, 0_u32, 1_u32);
    let mut reader = Reader::from_str(&text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                "table" => {
                    (name, row) = (attribute(&start, "name").unwrap_or_default(), 0);
                    found.entry(name.clone()).or_default();
                }
                "table-row" => {
                    (column, rows) = (0, repeated(&start, "number-rows-repeated"));
                    if matches!(attribute(&start, "visibility").as_deref(), Some("collapse" | "filter")) {
                        let own = found.entry(name.clone()).or_default();
                        own.hidden_rows.extend((row..row.saturating_add(rows)).take(MOST_REPEATED as usize));
                    }
                    row = row.saturating_add(rows);
                }
                "table-cell" | "covered-table-cell" => {
                    let columns = repeated(&start, "number-columns-repeated");
                    if let Some(own) = found.get_mut(&name) {
                        let first = row.saturating_sub(rows);
                        for at in first..first.saturating_add(rows.min(MOST_REPEATED)) {
                            cell(&start, at, column..column.saturating_add(columns.min(MOST_REPEATED)), own);
                        }
                    }
                    column = column.saturating_add(columns);
                }
                _ => {}
            },
            _ => {}
        }
    }
    found
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

fn repeated(start: &BytesStart, name: &str) -> u32 {
    attribute(start, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

fn cell(start: &BytesStart, row: u32, columns: std::ops::Range<u32>, facts: &mut Facts) {
    let kind = attribute(start, "value-type").unwrap_or_default();
    let places = columns.map(|column| (row, column));
    if kind == "percentage" {
        facts.percent.extend(places);
    } else if kind.is_empty() && attribute(start, "formula").is_some() {
        facts.unsaved.extend(places);
    }
}
