//! In: one bloc. Out: its live sheets: the trial table, and behind it marks, criteria, data and steps, all formulas with
//! the engine's numbers as their results. Who changes a yellow cell in a spreadsheet program sees the order follow.
//!
//! `plan` lists the rows of each sheet and `grid` knows where they stand; `criterion`, `node`, `result`, `order` and
//! `gate` make the formulas; `page`, `criteria` and `trial` write them. Mid-year there are none: what is due of a plan
//! is no rule of the compact's.

mod cell;
mod child;
mod criteria;
mod criterion;
mod gate;
mod grid;
mod input;
mod label;
mod node;
mod order;
mod page;
mod plan;
mod result;
mod tree;
mod trial;

use rust_xlsxwriter::XlsxError;

use super::book::Book;
use super::view::View;
use crate::model::{FieldKind, Points};
use crate::wording::live as words;
use cell::{Formed, Shown};
use criterion::Own;
use grid::{At, Branch, Grid, Key, Page};
use node::Fold;
use result::Outcome;

/// The live sheets of a bloc.
pub(super) struct Live<'a> {
    view: View<'a>,
    grid: Grid,
}

impl<'a> Live<'a> {
    /// Where everything will stand; none mid-year, or for a bloc without members.
    pub(super) fn of(view: View<'a>) -> Option<Self> {
        let year = view.results.scoring.half.is_none();
        (year && !view.bloc().members.is_empty()).then(|| Self { view, grid: Grid::new(view) })
    }

    /// Marks, totals and ranks: a row for each criterion, a column for each member.
    pub(super) fn marks(&self, book: &mut Book) -> Result<(), XlsxError> {
        page::add(book, self, Page::Marks)
    }

    /// The sorted table.
    pub(super) fn trial(&self, book: &mut Book) -> Result<(), XlsxError> {
        trial::add(book, self)
    }

    /// The compact: maxima, weights and parameters.
    pub(super) fn criteria(&self, book: &mut Book) -> Result<(), XlsxError> {
        criteria::add(book, self)
    }

    /// What was handed in, and the steps on the way.
    pub(super) fn data(&self, book: &mut Book) -> Result<(), XlsxError> {
        page::add(book, self, Page::Data)?;
        if plan::lines(Page::Steps, self.view).is_empty() {
            return Ok(());
        }
        page::add(book, self, Page::Steps)
    }

    fn at(&self, page: Page, member: usize) -> At<'_> {
        At { grid: &self.grid, view: self.view, page, member }
    }

    /// The value of a cell that is there to be changed; none for a formula.
    fn value(&self, member: usize, key: Key) -> Option<Shown> {
        let (view, at) = (self.view, self.at(Page::Data, member));
        let own = &view.bloc().members[member];
        let handed = view.panel().members.get(member);
        Some(match key {
            Key::Group => own.group.clone().map_or(Shown::Nothing, Shown::Text),
            Key::Sound => {
                Shown::flag(handed.is_some_and(|handed| handed.handed_in && !handed.spoiled) && !self.doubted(member))
            }
            Key::Votes => {
                let votes = view.results.common.shared.votes(view.results.scoring, (view.index, member));
                votes.map_or(Shown::Nothing, Shown::Number)
            }
            Key::Women => own.women.map_or(Shown::Nothing, Shown::Number),
            Key::Eligible => Outcome { at }.eligible(),
            Key::Official => Outcome { at }.total().shown,
            Key::Input(index, input) => Own { at, index }.handed_in(input),
            Key::Stage(index, stage) => {
                let mark = view.stage_mark(member, index, stage).map(Points::decimal);
                mark.map_or(Shown::Nothing, Shown::Number)
            }
            _ => return None,
        })
    }

    /// Whether a member is left out of the order though all its points are there: something of it is in doubt.
    fn doubted(&self, member: usize) -> bool {
        let scores = self.view.member(member);
        let at = self.at(Page::Marks, member);
        !scores.complete && !scores.unranked && matches!(Outcome { at }.scale().shown, Shown::Number(_))
    }

    /// The cell that a value was read from, and the text there where that is another.
    fn source(&self, member: usize, key: Key) -> Option<String> {
        let rows = &self.view.panel().members.get(member)?.rows;
        let source = match key {
            Key::Input(index, input) => rows.get(index)?.observed.get(input)?.source.as_ref(),
            Key::Stage(index, stage) => {
                rows.get(index)?.marks.iter().find(|mark| mark.stage == stage).map(|mark| &mark.source)
            }
            _ => None,
        }?;
        Some(words::read_from(&source.cell.to_string(), &source.raw))
    }

    /// What a member's cell of a row shows.
    fn shown(&self, member: usize, key: Key) -> Shown {
        self.value(member, key).unwrap_or_else(|| formed(self.at(Page::Marks, member), key).shown)
    }
}

/// The formula of a cell.
fn formed(at: At, key: Key) -> Formed {
    let own = |index: usize| Own { at, index };
    let fold = |branch: Branch| Fold { at, branch };
    let outcome = Outcome { at };
    match key {
        Key::Filled(index, input) => own(index).filled(input),
        Key::Change(index) => own(index).change(),
        Key::ByRule(index) => own(index).by_rule(),
        Key::BeforeFill(index) => own(index).before_fill(),
        Key::Mark(index) => own(index).mark(),
        Key::Exceeded(index) => order::exceeded(at, index),
        Key::ExceededCount => order::exceeded_count(at),
        Key::Met(index) => gate::met(at, index),
        Key::Near(class, index) => gate::near(at, class, index),
        Key::FilledField(field) => fold(Branch::Root).filled_field(field),
        Key::Value(branch, child) => fold(branch).value(child),
        Key::Weight(branch, child) => fold(branch).weight(child),
        Key::Log(branch, child) => fold(branch).log(child),
        Key::Before(branch) => fold(branch).before(),
        Key::Assigned(branch) => fold(branch).assigned(),
        Key::Field(field) => fold(Branch::Field(field)).points(),
        Key::Scale => outcome.scale(),
        Key::Scaled => outcome.scaled(),
        Key::Bonus => outcome.outside(FieldKind::Bonus),
        Key::Penalty => outcome.outside(FieldKind::Penalty),
        Key::Total => outcome.total(),
        Key::Full => outcome.full(),
        Key::RankByTotal => order::rank_by_total(at),
        Key::TieValue(index) => order::tie_value(at, index),
        Key::RankAfter(index) => order::rank_after(at, index),
        Key::Rank => outcome.rank(),
        Key::Tie => outcome.tie(),
        Key::Class => outcome.class(),
        Key::Order => outcome.order(),
        Key::RankOfEligible => outcome.rank_of_eligible(),
        other => Formed::new(at.number(other), Shown::Nothing),
    }
}
