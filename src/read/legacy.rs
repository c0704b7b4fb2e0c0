//! A sheet's grid in; the same with the columns decoded that were typed in a font of before Unicode, and what was done.
//!
//! A column is decoded when more of its words can be spelt under one encoding than under the other and than as they
//! stand. What nothing proves is left as it is.

use std::collections::BTreeMap;

use super::grid::Grid;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Legacy, may_be_legacy, spellable};

/// Words that must be spellable before a column is decoded.
const ENOUGH: usize = 2;

/// Decodes what is proved; one finding for each encoding found.
pub fn decode(grid: &mut Grid) -> Vec<Diagnostic> {
    let mut notes: Vec<Diagnostic> = Vec::new();
    for (encoding, columns) in proved(grid) {
        let mut cells = 0;
        let mut first = None;
        let places: Vec<(u32, u32)> = grid
            .rows
            .iter()
            .flat_map(|(row, own)| own.keys().map(move |column| (*row, *column)))
            .filter(|(_, column)| columns.contains(column))
            .collect();
        for (row, column) in places {
            let Some(text) = grid.text(row, column).filter(|text| may_be_legacy(text)).map(str::to_owned) else {
                continue;
            };
            let decoded = encoding.decode(&text);
            first.get_or_insert_with(|| (grid.cell(row, column), text, decoded.clone()));
            grid.put_text(row, column, &decoded);
            cells += 1;
        }
        if let Some((cell, text, decoded)) = first {
            let fault = Fault::LegacyDecoded { encoding: encoding.name().to_owned(), decoded, cells };
            notes.push(Diagnostic::new(fault, Place::Cell(cell)).found(text));
        }
    }
    notes
}

/// The columns that each encoding is proved for.
fn proved(grid: &Grid) -> Vec<(Legacy, Vec<u32>)> {
    let mut texts: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for cells in grid.rows.values() {
        for (column, content) in cells {
            if let Content::Text(text) = content {
                texts.entry(*column).or_default().push(text);
            }
        }
    }
    let mut found: Vec<(Legacy, Vec<u32>)> = vec![(Legacy::Tcvn3, Vec::new()), (Legacy::Vni, Vec::new())];
    for (column, texts) in texts {
        if let Some(encoding) = encoding(&texts) {
            found.iter_mut().filter(|(own, _)| *own == encoding).for_each(|(_, columns)| columns.push(column));
        }
    }
    found
}

/// The encoding that the words of a column prove.
fn encoding(texts: &[&str]) -> Option<Legacy> {
    let legacy: Vec<&str> = texts.iter().copied().filter(|text| may_be_legacy(text)).collect();
    let spelt = |decode: &dyn Fn(&str) -> String| {
        let words = legacy.iter().flat_map(|text| words(text)).filter(|word| !word.is_ascii());
        words.filter(|word| spellable(&decode(word))).count()
    };
    let plain = spelt(&|word| word.to_owned());
    let [tcvn3, vni] = [Legacy::Tcvn3, Legacy::Vni].map(|encoding| spelt(&|word| encoding.decode(word)));
    match (tcvn3, vni) {
        (tcvn3, vni) if tcvn3 >= ENOUGH && tcvn3 > vni && tcvn3 > plain => Some(Legacy::Tcvn3),
        (tcvn3, vni) if vni >= ENOUGH && vni > tcvn3 && vni > plain => Some(Legacy::Vni),
        _ => None,
    }
}

/// The words of a text; letters of the old fonts stand at places that are signs today.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit())
        .filter(|word| !word.is_empty())
}

/// Whether a sheet holds text that looks like one of these encodings though nothing proves which.
pub fn suspected(grid: &Grid) -> Option<Diagnostic> {
    let texts =
        grid.rows.iter().flat_map(|(row, cells)| cells.iter().map(move |(column, content)| (*row, *column, content)));
    let mut odd = texts.filter_map(|(row, column, content)| match content {
        Content::Text(text) if may_be_legacy(text) => {
            words(text).any(|word| !word.is_ascii() && !spellable(word)).then_some((row, column, text))
        }
        _ => None,
    });
    let (row, column, text) = odd.next()?;
    (odd.count() >= 2)
        .then(|| Diagnostic::new(Fault::LegacyText {}, Place::Cell(grid.cell(row, column))).found(text.clone()))
}

#[cfg(test)]
mod tests {
    use super::encoding;
    use crate::model::Legacy;

    #[test]
    fn a_column_proves_its_encoding() {
        assert_eq!(encoding(&["§¬n vÞ thµnh viªn", "Së Y tÕ"]), Some(Legacy::Tcvn3));
        assert_eq!(encoding(&["Ñôn vò thaønh vieân", "Sôû Y teá"]), Some(Legacy::Vni));
        assert_eq!(encoding(&["không có", "lên kế hoạch"]), None);
        assert_eq!(encoding(&["không", "còn"]), None);
        assert_eq!(encoding(&["Café"]), None);
    }
}
