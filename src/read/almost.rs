//! A grid without a known table in; the row that looks most like a header, and what of it is not understood, out.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::header::{HEADER_WITHIN, KINDS, MOST_LEVELS, columns, header_texts};
use super::heads::{Heads, Texts};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Dictionary, Heading};

/// Headings that a row must carry to be looked at.
const ENOUGH: usize = 2;

/// A row that may be meant as a header.
struct Candidate {
    top: u32,
    levels: u32,
    /// Its headings, by column.
    known: Vec<(u32, Heading)>,
    missing: Vec<Heading>,
}

/// What of the likeliest header is not understood; none where no row looks like one.
pub fn almost(grid: &Grid, dictionary: &Dictionary) -> Option<Diagnostic> {
    let rows = grid.rows.range(..HEADER_WITHIN).map(|(row, _)| *row);
    let texts = &header_texts(grid, dictionary);
    let all = rows.flat_map(|row| (1..=MOST_LEVELS).filter_map(move |levels| candidate(texts, row, levels)));
    let best = all.max_by_key(|own| {
        (own.known.len(), std::cmp::Reverse(own.missing.len()), std::cmp::Reverse((own.levels, own.top)))
    })?;
    let (mut understood, mut unknown, mut place) = (Vec::new(), Vec::new(), None);
    let mut heads = Heads::new(texts, best.top, best.levels);
    while let Some((column, path)) = heads.step() {
        let text = path.iter().map(|text| text.said.split_whitespace().collect::<Vec<_>>().join(" "));
        let text = text.collect::<Vec<_>>().join(" - ");
        if best.known.iter().any(|(known, _)| *known == column) {
            understood.push(text);
        } else {
            place.get_or_insert(grid.cell(best.top + best.levels - 1, column));
            unknown.push(text);
        }
    }
    let place = place.unwrap_or_else(|| grid.cell(best.top, best.known[0].0));
    let missing = best.missing.iter().filter_map(|heading| dictionary.word_of(*heading)).collect();
    Some(Diagnostic::new(Fault::HeadingsUnknown { understood, unknown, missing }, Place::Cell(place)))
}

fn candidate(texts: &Texts, top: u32, levels: u32) -> Option<Candidate> {
    let found = columns(texts, top, levels);
    let known: Vec<_> = found.iter().map(|column| (column.index, column.heading)).collect();
    let distinct: BTreeSet<Heading> = known.iter().map(|(_, heading)| *heading).collect();
    let lacks = |required: &[Heading]| -> Vec<Heading> {
        required.iter().copied().filter(|heading| !distinct.contains(heading)).collect()
    };
    let fits =
        |required: &&[Heading]| (std::cmp::Reverse(required.len() - lacks(required).len()), lacks(required).len());
    let missing = lacks(KINDS.iter().map(|(_, required)| *required).min_by_key(fits)?);
    (distinct.len() >= ENOUGH).then_some(Candidate { top, levels, known, missing })
}
