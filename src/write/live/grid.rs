//! In: a bloc and its compact. Out: where every value of the live sheets stands: a row for each input, mark, field and
//! step, a column for each member, the same on every sheet; and the references that formulas are made of.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::plan::{self, Line};
use crate::model::Criterion;
use crate::wording::live as words;
use crate::write::view::View;

/// The column of the first member.
pub(super) const FIRST: u16 = 4;
/// The column of a row's own number: a maximum, a weight, a parameter.
pub(super) const NUMBER: u16 = 3;
/// The first row of values, counted from 0: titles and the header stand above.
pub(super) const TOP: u32 = 6;

/// No member in particular, and what its formulas have for letters of a column.
const ANY: usize = usize::MAX;
const ANY_COLUMN: &str = "\u{1}";

/// A live sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Page {
    /// Marks, totals and ranks.
    Marks,
    /// The compact: maxima, weights and parameters.
    Criteria,
    /// What was handed in.
    Data,
    /// Steps on the way.
    Steps,
}

/// A node of the tree: a field, or the whole scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Branch {
    /// The whole scale.
    Root,
    /// A field.
    Field(usize),
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// The group of a member.
    Group,
    /// Whether what a member handed in can be relied on: 1 or 0.
    Sound,
    /// Yes votes in the bloc.
    Votes,
    /// The share of women.
    Women,
    /// Whether a member may be considered.
    Eligible,
    /// The total of the official table.
    Official,
    /// An input of a criterion.
    Input(usize, usize),
    /// A mark of a stage for a criterion.
    Stage(usize, usize),

    /// An input with the group's mean where it is missing.
    Filled(usize, usize),
    /// What the actual gained or lost.
    Change(usize),
    /// What the rule computes, where a person's mark goes first.
    ByRule(usize),
    /// The mark before the group's mean stands in.
    BeforeFill(usize),
    /// Whether a criterion's plan is exceeded: 1 or 0.
    Exceeded(usize),
    /// How many plans are exceeded.
    ExceededCount,
    /// Whether a gate's plan is reached: 1 or 0.
    Met(usize),
    /// Whether a gate's plan is reached or missed by no more than it may: 1 or 0.
    Near(usize, usize),
    /// A field with the group's mean where it is missing.
    FilledField(usize),
    /// What a child counts with in its node.
    Value(Branch, usize),
    /// What a child weighs in its node.
    Weight(Branch, usize),
    /// The logarithm of what a child counts with.
    Log(Branch, usize),
    /// A node before the group's mean stands in.
    Before(Branch),
    /// The part of a node's maximum that is assigned.
    Assigned(Branch),
    /// The total as it is ranked, where that is not the rounded one.
    Full,
    /// The rank by the total alone.
    RankByTotal,
    /// What a tie key looks at.
    TieValue(usize),
    /// The rank after a tie key.
    RankAfter(usize),

    /// The mark that counts.
    Mark(usize),
    /// The points of a field.
    Field(usize),
    /// The points of the scale.
    Scale,
    /// The same, brought to the whole scale.
    Scaled,
    /// Bonus.
    Bonus,
    /// Penalty.
    Penalty,
    /// Total.
    Total,
    /// Rank.
    Rank,
    /// How a tie ended.
    Tie,
    /// Class.
    Class,
    /// Place in the sorted table.
    Order,
    /// Rank among those that may be considered.
    RankOfEligible,

    /// A criterion in the table of the compact.
    Maximum(usize),
    /// A field in the table of the compact.
    FieldMaximum(usize),
    /// The most that a difficulty coefficient may be.
    Difficulty(usize),
    /// A parameter of a criterion.
    Parameter(usize, usize),
    /// The scale.
    WholeScale,
    /// From which total on a class is given.
    Threshold(usize),
}

/// Where everything stands.
pub(super) struct Grid {
    rows: BTreeMap<Key, (Page, u32)>,
    /// What the cells of each sheet are called on another one before their own address: `'Sheet'!`.
    sheets: [String; 4],
    /// The letters of each column.
    columns: Vec<String>,
    /// The names of the numbers of each criterion's rule, in their order.
    parameters: Vec<Vec<String>>,
    /// The formulas of rules on the sheets where they stand, for no member in particular.
    rules: RefCell<BTreeMap<(Page, usize), String>>,
}

impl Grid {
    /// The rows of all four sheets.
    pub(super) fn new(view: View) -> Self {
        let pages = [Page::Marks, Page::Criteria, Page::Data, Page::Steps];
        let rows = pages.into_iter().flat_map(|page| {
            let numbered = (TOP..).zip(plan::lines(page, view));
            numbered.filter_map(move |(row, line)| match line {
                Line::Row(key) => Some((key, (page, row))),
                Line::Band(_) => None,
            })
        });
        let named = |criterion: &Criterion| criterion.kernel.numbers().into_iter().map(|(name, _)| name).collect();
        let members = u16::try_from(view.bloc().members.len()).unwrap_or(u16::MAX - FIRST);
        Self {
            rows: rows.collect(),
            sheets: words::pages(view.lang).map(|name| format!("'{name}'!")),
            columns: (0..FIRST + members).map(letters).collect(),
            parameters: view.compact().criteria.iter().map(named).collect(),
            rules: RefCell::default(),
        }
    }

    /// Whether a row is there.
    pub(super) fn has(&self, key: Key) -> bool {
        self.rows.contains_key(&key)
    }

    /// The row of a key.
    pub(super) fn row(&self, key: Key) -> Option<(Page, u32)> {
        self.rows.get(&key).copied()
    }

    /// The row of a number of a criterion's rule.
    pub(super) fn parameter(&self, criterion: usize, name: &str) -> Option<Key> {
        let place = self.parameters[criterion].iter().position(|known| known == name)?;
        Some(Key::Parameter(criterion, place))
    }

    /// The members' names on a sheet, as a name of the workbook refers to them.
    pub(super) fn header(&self, page: Page) -> String {
        self.named(page, TOP)
    }

    /// The members' cells of a row as a name of the workbook refers to them.
    pub(super) fn absolute(&self, key: Key) -> String {
        self.row(key).map_or_else(|| "#REF!".to_owned(), |(page, row)| self.named(page, row + 1))
    }

    fn named(&self, page: Page, row: u32) -> String {
        format!("={}${}${row}:${}${row}", self.sheets[page as usize], self.letters(FIRST), self.last())
    }

    fn letters(&self, column: u16) -> &str {
        self.columns.get(usize::from(column)).map_or("", String::as_str)
    }

    /// The letters of the last member's column.
    fn last(&self) -> &str {
        self.columns.last().map_or("", String::as_str)
    }
}

/// A member's formulas on one sheet.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) grid: &'a Grid,
    pub(super) view: View<'a>,
    /// The sheet the formula stands on.
    pub(super) page: Page,
    pub(super) member: usize,
}

impl<'a> At<'a> {
    /// What stands before the address of a cell of a sheet; nothing on the formula's own.
    fn on(&self, page: Page) -> &'a str {
        if page == self.page { "" } else { &self.grid.sheets[page as usize] }
    }

    fn column(&self) -> &'a str {
        if self.member == ANY {
            return ANY_COLUMN;
        }
        self.grid.letters(FIRST + u16::try_from(self.member).unwrap_or(u16::MAX - FIRST))
    }

    /// The formula of a criterion's rule: all members have the same but for their columns, so it is made once.
    pub(super) fn rule(self, criterion: usize, made: impl FnOnce(Self) -> String) -> String {
        let mut rules = self.grid.rules.borrow_mut();
        let any = rules.entry((self.page, criterion)).or_insert_with(|| made(Self { member: ANY, ..self }));
        any.replace(ANY_COLUMN, self.column())
    }

    /// The member's own cell of a row.
    pub(super) fn cell(&self, key: Key) -> String {
        let Some((page, row)) = self.grid.row(key) else { return "#REF!".to_owned() };
        format!("{}{}{}", self.on(page), self.column(), row + 1)
    }

    /// The cells of all members of a row.
    pub(super) fn all(&self, key: Key) -> String {
        let Some((page, row)) = self.grid.row(key) else { return "#REF!".to_owned() };
        let (first, last, row) = (self.grid.letters(FIRST), self.grid.last(), row + 1);
        format!("{}${first}${row}:${last}${row}", self.on(page))
    }

    /// The cells of the members up to this one.
    pub(super) fn up_to(&self, key: Key) -> String {
        let Some((page, row)) = self.grid.row(key) else { return "#REF!".to_owned() };
        format!("{}${}${2}:{3}{2}", self.on(page), self.grid.letters(FIRST), row + 1, self.column())
    }

    /// The number that belongs to a row: a maximum, a weight, a parameter.
    pub(super) fn number(&self, key: Key) -> String {
        self.fixed(key, NUMBER)
    }

    /// The cell to the right of it: a weight in the table of the compact.
    pub(super) fn beside_number(&self, key: Key) -> String {
        self.fixed(key, NUMBER + 1)
    }

    fn fixed(&self, key: Key, column: u16) -> String {
        let Some((page, row)) = self.grid.row(key) else { return "#REF!".to_owned() };
        format!("{}${}${}", self.on(page), self.grid.letters(column), row + 1)
    }

    /// The member's own cells of several rows, neighbours together.
    pub(super) fn ranges(&self, keys: &[Key]) -> Vec<String> {
        self.blocks(keys).into_iter().map(|(page, first, last)| self.block(page, self.column(), first, last)).collect()
    }

    /// The same and the numbers of these rows beside them.
    pub(super) fn with_numbers(&self, keys: &[Key]) -> Vec<(String, String)> {
        let number = format!("${}", self.grid.letters(NUMBER));
        let blocks = self.blocks(keys).into_iter();
        let both = blocks.map(|(page, first, last)| {
            (self.block(page, self.column(), first, last), self.block(page, &number, first, last))
        });
        both.collect()
    }

    fn block(&self, page: Page, column: &str, first: u32, last: u32) -> String {
        let (first, last) = (first + 1, last + 1);
        if first == last {
            format!("{}{column}{first}", self.on(page))
        } else {
            format!("{}{column}{first}:{column}{last}", self.on(page))
        }
    }

    fn blocks(&self, keys: &[Key]) -> Vec<(Page, u32, u32)> {
        let mut blocks: Vec<(Page, u32, u32)> = Vec::new();
        for (page, row) in keys.iter().filter_map(|key| self.grid.row(*key)) {
            match blocks.last_mut() {
                Some((of, _, last)) if *of == page && *last + 1 == row => *last = row,
                _ => blocks.push((page, row, row)),
            }
        }
        blocks
    }
}

/// The letters of a column counted from 0.
pub(super) fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}
