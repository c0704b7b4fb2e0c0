//! A sheet's grid in; the same with the texts decoded that were typed in a font of before Unicode, and what was done.
//!
//! A cell is decoded when its font is such a one, unless the sheet shows that the font was left over. A column is
//! decoded when more of its words can be spelt under one encoding than under the other and than as they stand. What
//! nothing proves is left as it is.

use std::collections::BTreeMap;

use super::grid::{Grid, LegacyFont};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Legacy, has_letters_beyond_legacy, may_be_legacy, spellable};

/// Words that must be spellable before a column is decoded.
const ENOUGH: usize = 2;

/// A cell's place.
type At = (u32, u32);

/// Decodes what is proved; one finding for each proof.
pub fn decode(grid: &mut Grid) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for (font, cells) in typed_in(grid) {
        notes.extend(decoded(grid, font.encoding, &cells, Some(font.name)));
    }
    for (encoding, columns) in proved(grid) {
        let all = grid.rows.iter().flat_map(|(row, own)| own.keys().map(move |column| (*row, *column)));
        let cells: Vec<At> = all.filter(|(_, column)| columns.contains(column)).collect();
        notes.extend(decoded(grid, encoding, &cells, None));
    }
    notes
}

/// Decodes those of the cells that can be in this encoding.
fn decoded(grid: &mut Grid, encoding: Legacy, cells: &[At], font: Option<String>) -> Option<Diagnostic> {
    let (mut count, mut first) = (0, None);
    for (row, column) in cells {
        let Some(text) = grid.text(*row, *column).filter(|text| may_be_legacy(text)).map(str::to_owned) else {
            continue;
        };
        let decoded = encoding.decode(&text);
        first.get_or_insert_with(|| (grid.cell(*row, *column), text, decoded.clone()));
        grid.put_text(*row, *column, &decoded);
        count += 1;
    }
    let (cell, text, decoded) = first?;
    let fault = Fault::LegacyDecoded { encoding: encoding.name().to_owned(), decoded, cells: count, font };
    Some(Diagnostic::new(fault, Place::Cell(cell)).found(text))
}

/// The cells of each font of before Unicode that is not left over from an earlier text: nothing stands in it that it has
/// no letters for, and more words can be spelt in it than as they stand, unless none can.
fn typed_in(grid: &Grid) -> Vec<(LegacyFont, Vec<At>)> {
    let mut found: Vec<(LegacyFont, Vec<At>)> = Vec::new();
    for (at, font) in &grid.fonts {
        match found.iter_mut().find(|(own, _)| own == font) {
            Some((_, cells)) => cells.push(*at),
            None => found.push((font.clone(), vec![*at])),
        }
    }
    let foreign = |(row, column): &At| grid.text(*row, *column).is_some_and(has_letters_beyond_legacy);
    found.retain(|(font, cells)| {
        let texts = || cells.iter().filter_map(|(row, column)| grid.text(*row, *column));
        let plain = spelt(texts(), str::to_owned);
        !cells.iter().any(foreign) && (plain == 0 || spelt(texts(), |word| font.encoding.decode(word)) > plain)
    });
    found
}

/// How many words of texts that can be legacy are spelt rightly once they are decoded.
fn spelt<'a>(texts: impl Iterator<Item = &'a str>, decode: impl Fn(&str) -> String) -> usize {
    let words = texts.filter(|text| may_be_legacy(text)).flat_map(words).filter(|word| !word.is_ascii());
    words.filter(|word| spellable(&decode(word))).count()
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
    let texts = || texts.iter().copied();
    let plain = spelt(texts(), str::to_owned);
    let [tcvn3, vni] = [Legacy::Tcvn3, Legacy::Vni].map(|encoding| spelt(texts(), |word| encoding.decode(word)));
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
    use super::super::grid::{Grid, LegacyFont};
    use super::{decode, encoding};
    use crate::model::Legacy;

    fn grid(texts: &[(&str, Option<Legacy>)]) -> Grid {
        let mut grid = Grid::new("a.xlsx", "a");
        for (row, (text, encoding)) in (0..).zip(texts) {
            grid.put_text(row, row, text);
            let font = encoding.map(|encoding| LegacyFont { encoding, name: "x".to_owned() });
            grid.fonts.extend(font.map(|font| ((row, row), font)));
        }
        grid
    }

    #[test]
    fn the_font_proves_a_single_word() {
        let mut found = grid(&[("§T", Some(Legacy::Tcvn3)), ("Teá", Some(Legacy::Vni)), ("§T", None)]);
        let notes = decode(&mut found);
        assert_eq!([0, 1, 2].map(|at| found.text(at, at).unwrap()), ["ĐT", "Tế", "§T"]);
        assert_eq!(notes.len(), 2);
    }

    #[test]
    fn a_font_that_was_left_over_proves_nothing() {
        let mut found = grid(&[("Đơn vị", Some(Legacy::Tcvn3)), ("có", Some(Legacy::Tcvn3))]);
        assert!(decode(&mut found).is_empty());
        assert_eq!(found.text(1, 1), Some("có"));
        let mut found = grid(&[("không", Some(Legacy::Tcvn3))]);
        assert!(decode(&mut found).is_empty(), "{:?}", found.text(0, 0));
    }

    #[test]
    fn a_column_proves_its_encoding() {
        assert_eq!(encoding(&["§¬n vÞ thµnh viªn", "Së Y tÕ"]), Some(Legacy::Tcvn3));
        assert_eq!(encoding(&["Ñôn vò thaønh vieân", "Sôû Y teá"]), Some(Legacy::Vni));
        assert_eq!(encoding(&["không có", "lên kế hoạch"]), None);
        assert_eq!(encoding(&["không", "còn"]), None);
        assert_eq!(encoding(&["Café"]), None);
    }
}
