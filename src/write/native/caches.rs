//! In: the parts of a finished workbook. Out: its native charts, with every range of them told what its cells hold: `rust_xlsxwriter` does so for constants and leaves the ranges over formulas empty, and a viewer that does not
//! calculate would draw nothing.

use std::fmt::Write;
use std::ops::Range;

use quick_xml::escape::partial_escape;
use rust_xlsxwriter::XlsxError;

use super::cells::{Held, Sheets};
use super::package::Package;
use super::walk::{Told, walk};

/// What a range of a chart is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    /// Lengths: always numbers.
    Lengths,
    /// A name: always text.
    Name,
    /// What stands along an axis: text if any of it is.
    Labels,
}

/// A range of a chart, in its XML.
struct Slot {
    span: Range<usize>,
    drawn: Drawn,
    formula: String,
    code: String,
}

/// The charts of a workbook with their caches filled.
///
/// # Errors
/// A part that is no XML; the library writes none.
pub(super) fn filled(package: &mut Package) -> Result<Vec<(String, String)>, XlsxError> {
    let charts = package.charts();
    if charts.is_empty() {
        return Ok(Vec::new());
    }
    let sheets = Sheets::of(package)?;
    let mut read = Vec::new();
    for name in charts {
        let xml = package.text(&name)?;
        let mut slots = slots(&xml)?;
        slots.retain(|slot| sheets.resolve(&slot.formula).is_some());
        read.push((name, xml, slots));
    }
    let all = read.iter().flat_map(|(_, _, slots)| slots);
    let ranges: Vec<_> = all.filter_map(|slot| sheets.resolve(&slot.formula)).collect();
    let mut found = sheets.read(package, &ranges)?.into_iter();
    let filled = read.iter().map(|(name, xml, slots)| {
        let new = slots.iter().zip(&mut found).map(|(slot, cells)| (slot.span.clone(), element(slot, &cells)));
        (name.clone(), with(xml, new))
    });
    Ok(filled.collect())
}

/// The ranges of a chart, in their order.
fn slots(xml: &str) -> Result<Vec<Slot>, XlsxError> {
    let mut slots: Vec<Slot> = Vec::new();
    walk(xml, |path, span, told| {
        let names: Vec<_> = path.iter().map(String::as_str).collect();
        match (names.as_slice(), told) {
            ([.., parent, "numRef" | "strRef"], Told::Start(_)) => {
                let drawn = match *parent {
                    "cat" | "xVal" => Drawn::Labels,
                    "tx" => Drawn::Name,
                    _ => Drawn::Lengths,
                };
                slots.push(Slot { span, drawn, formula: String::new(), code: String::new() });
            }
            ([.., "numRef" | "strRef"], Told::End) => {
                if let Some(slot) = slots.last_mut() {
                    slot.span.end = span.end;
                }
            }
            ([.., "numRef" | "strRef", "f"], Told::Text(said)) => {
                if let Some(slot) = slots.last_mut() {
                    slot.formula.push_str(said);
                }
            }
            ([.., "formatCode"], Told::Text(said)) => {
                if let Some(slot) = slots.last_mut() {
                    slot.code.push_str(said);
                }
            }
            _ => {}
        }
    })?;
    Ok(slots)
}

/// A text with some spans of it replaced.
fn with(text: &str, replaced: impl Iterator<Item = (Range<usize>, String)>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (span, new) in replaced {
        out.push_str(&text[from..span.start]);
        out.push_str(&new);
        from = span.end;
    }
    out.push_str(&text[from..]);
    out
}

/// A range with what its cells hold.
fn element(slot: &Slot, cells: &[Option<Held>]) -> String {
    let texts = match slot.drawn {
        Drawn::Lengths => false,
        Drawn::Name => true,
        Drawn::Labels => cells.iter().any(|held| matches!(held, Some(Held::Text(_)))),
    };
    let mut points = String::new();
    for (place, held) in cells.iter().enumerate() {
        let said = match held {
            Some(Held::Number(said)) => said,
            Some(Held::Text(said) | Held::Error(said)) if texts => said,
            // what is no number has no length, not even zero
            _ => continue,
        };
        let _ = write!(points, "<c:pt idx=\"{place}\"><c:v>{}</c:v></c:pt>", partial_escape(said.as_str()));
    }
    let (formula, count) = (partial_escape(slot.formula.as_str()), cells.len());
    if texts {
        return format!(
            "<c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{points}</c:strCache></c:strRef>"
        );
    }
    let code = if slot.code.is_empty() { "General" } else { slot.code.as_str() };
    format!(
        "<c:numRef><c:f>{formula}</c:f><c:numCache><c:formatCode>{}</c:formatCode>\
         <c:ptCount val=\"{count}\"/>{points}</c:numCache></c:numRef>",
        partial_escape(code)
    )
}

#[cfg(test)]
mod tests;
