//! The texts of a sheet in; what each column of a header is out.
//!
//! A text stands for its own column and, where it is merged or the cells beside it are blank, for those to its right,
//! until another text of its level or of a level above it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::grid::Grid;
use crate::model::{Content, Dictionary, Heading, Status, with_folded};

/// A text that may belong to a header, understood by itself.
pub struct Text<'a> {
    /// The column it stands in.
    pub column: u32,
    /// As it stands there.
    pub said: &'a str,
    /// Whether it may be one heading with texts below it.
    begins: bool,
    meaning: Option<(Heading, Status)>,
    member: bool,
}

/// The texts above a column from top to bottom.
pub type Path<'a> = Vec<&'a Text<'a>>;

/// The texts of some rows. Each is understood once, however many headers there may be that it belongs to.
pub struct Texts<'a> {
    /// Where they stand.
    pub grid: &'a Grid,
    /// Whose words they are understood by.
    pub dictionary: &'a Dictionary,
    rows: BTreeMap<u32, Vec<Text<'a>>>,
}

impl<'a> Texts<'a> {
    /// Of these rows.
    pub fn of(grid: &'a Grid, rows: Range<u32>, dictionary: &'a Dictionary) -> Self {
        let text = |(column, content): (&u32, &'a Content)| {
            let Content::Text(said) = content else { return None };
            Some(with_folded(said, |folded| Text {
                column: *column,
                said,
                begins: dictionary.may_begin(folded),
                meaning: dictionary.meaning_of(folded),
                member: dictionary.is_member(folded),
            }))
        };
        let rows = grid.rows.range(rows).map(|(row, cells)| (*row, cells.iter().filter_map(text).collect()));
        Self { grid, dictionary, rows: rows.collect() }
    }
}

/// The columns of a header from left to right.
pub struct Heads<'a> {
    /// What is still to come of each level.
    rest: Vec<&'a [Text<'a>]>,
    above: Vec<Option<&'a Text<'a>>>,
}

impl<'a> Heads<'a> {
    /// Of the header of `levels` rows from `top`.
    pub fn new(texts: &'a Texts<'a>, top: u32, levels: u32) -> Self {
        let rest = (top..top + levels).map(|row| texts.rows.get(&row).map_or(&[][..], Vec::as_slice));
        Self { rest: rest.collect(), above: vec![None; levels as usize] }
    }

    /// The next column that has a text of its own, and the texts above it.
    pub fn step(&mut self) -> Option<(u32, Path<'a>)> {
        let column = self.rest.iter().filter_map(|rest| rest.first()).map(|text| text.column).min()?;
        for (level, rest) in self.rest.iter_mut().enumerate() {
            if let Some((text, behind)) = rest.split_first().filter(|(text, _)| text.column == column) {
                *rest = behind;
                self.above[level] = Some(text);
                self.above[level + 1..].fill(None);
            }
        }
        Some((column, self.above.iter().flatten().copied().collect()))
    }
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Its heading.
    pub heading: Heading,
    /// What the heading says of the figures.
    pub status: Status,
    /// The level of the member or criterion that its figures are of.
    pub over: Option<usize>,
}

/// What a path of texts says; what a member's figures are is said below or above its name, or else in the title.
pub fn recognise(path: &Path, dictionary: &Dictionary, title: impl Fn() -> Option<Heading>) -> Option<Recognised> {
    if let Some((heading, status)) = joined(path, dictionary) {
        return Some(Recognised { heading, status, over: None });
    }
    let figures = |text: &&Text| {
        text.meaning.filter(|(heading, _)| {
            matches!(heading, Heading::Plan | Heading::Actual | Heading::Status | Heading::Evidence | Heading::Mark(_))
        })
    };
    let member = path.iter().rposition(|text| text.member);
    if member.is_some() {
        let titled = || title().map(|heading| (heading, Status::Official));
        let said = path.iter().rev().find_map(figures).or_else(titled);
        let (heading, status) = said.unwrap_or((Heading::Unsaid, Status::Official));
        return Some(Recognised { heading, status, over: member });
    }
    let (first, last) = (path.first()?, path.last()?);
    let (heading, status) = last.meaning?;
    let criterion =
        path.len() > 1 && figures(last).is_some() && first.meaning.is_none() && first.said.contains(['.', ':']);
    Some(Recognised { heading, status, over: criterion.then_some(0) })
}

/// What the texts of a path mean as one.
fn joined(path: &Path, dictionary: &Dictionary) -> Option<(Heading, Status)> {
    match path.as_slice() {
        [] => None,
        [alone] => alone.meaning,
        [first, ..] if !first.begins => None,
        all => dictionary.meaning_joined(&all.iter().map(|text| text.said).collect::<Vec<_>>()),
    }
}
