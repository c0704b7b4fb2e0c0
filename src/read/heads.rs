//! The texts of a header in; what each column is out.
//!
//! A text stands for its own column and, where it is merged or the cells beside it are blank, for those to its right,
//! until another text of its level or of a level above it.

use super::grid::Grid;
use crate::model::{Dictionary, Heading, Status, fold};

/// The texts above a column from top to bottom, each with the column it stands in.
pub type Path<'a> = Vec<(u32, &'a str)>;

/// The columns of a header from left to right.
pub struct Heads<'a> {
    grid: &'a Grid,
    top: u32,
    next: u32,
    last: u32,
    above: Vec<Option<(u32, &'a str)>>,
}

impl<'a> Heads<'a> {
    /// Of the header of `levels` rows from `top`.
    pub fn new(grid: &'a Grid, top: u32, levels: u32) -> Self {
        let ends = (top..top + levels).filter_map(|row| grid.rows.get(&row)?.keys().next_back());
        let last = ends.max().copied().unwrap_or_default();
        Self { grid, top, next: 0, last, above: vec![None; levels as usize] }
    }

    /// The next column that has a text of its own, and the texts above it.
    pub fn step(&mut self) -> Option<(u32, Path<'a>)> {
        while self.next <= self.last {
            let column = self.next;
            self.next += 1;
            let mut own = false;
            for (level, row) in (self.top..).take(self.above.len()).enumerate() {
                if let Some(text) = self.grid.text(row, column) {
                    self.above[level] = Some((column, text));
                    self.above[level + 1..].fill(None);
                    own = true;
                }
            }
            if own {
                return Some((column, self.above.iter().flatten().copied().collect()));
            }
        }
        None
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
    let joined: Vec<_> = path.iter().map(|(_, text)| *text).collect();
    if let Some((heading, status)) = dictionary.meaning_joined(&joined) {
        return Some(Recognised { heading, status, over: None });
    }
    let figures = |(_, text): &(u32, &str)| {
        dictionary.meaning(text).filter(|(heading, _)| {
            matches!(heading, Heading::Plan | Heading::Actual | Heading::Status | Heading::Evidence | Heading::Mark(_))
        })
    };
    let member = path.iter().rposition(|(_, text)| dictionary.is_member(&fold(text)));
    if member.is_some() {
        let titled = || title().map(|heading| (heading, Status::Official));
        let said = path.iter().rev().find_map(figures).or_else(titled);
        let (heading, status) = said.unwrap_or((Heading::Unsaid, Status::Official));
        return Some(Recognised { heading, status, over: member });
    }
    let (heading, status) = dictionary.meaning(path.last()?.1)?;
    let first = path[0].1;
    let criterion = path.len() > 1
        && figures(path.last()?).is_some()
        && dictionary.meaning(first).is_none()
        && first.contains(['.', ':']);
    Some(Recognised { heading, status, over: criterion.then_some(0) })
}
