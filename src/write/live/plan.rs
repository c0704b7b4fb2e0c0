//! In: a bloc and its compact. Out: the rows of each live sheet from top to bottom.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::grid::{Key, Page};
use super::tree::{self, Child};
use crate::model::{Cells, Combine, Compact, FieldKind, InputKind, MeanOf, Missing, TieCells};
use crate::write::view::View;

/// A row of a live sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A heading over rows.
    Band(Band),
    /// Values.
    Row(Key),
}

/// What a heading is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    /// The members themselves.
    Members,
    /// A field.
    Field(usize),
    /// Totals and ranks.
    Results,
    /// Steps of criteria.
    CriterionSteps,
    /// Steps of the tree.
    TreeSteps,
    /// Steps of ranks.
    RankSteps,
    /// What belongs to the compact as a whole.
    Whole,
}

/// The rows of a sheet.
pub(super) fn lines(page: Page, view: View) -> Vec<Line> {
    match page {
        Page::Marks => marks(view),
        Page::Criteria => criteria(view),
        Page::Data => data(view),
        Page::Steps => steps(view),
    }
}

fn rows(keys: impl IntoIterator<Item = Key>) -> impl Iterator<Item = Line> {
    keys.into_iter().map(Line::Row)
}

fn data(view: View) -> Vec<Line> {
    let (compact, asked, present) = (view.compact(), Asked::by(view.compact()), view.stages_present());
    let grouped = view.bloc().members.iter().any(|member| member.group.is_some());
    let own = [
        (Key::Group, grouped),
        (Key::Sound, true),
        (Key::Votes, asked.votes.get()),
        (Key::Women, asked.women.get()),
        (Key::Eligible, true),
        (Key::Official, true),
    ];
    let mut lines = vec![Line::Band(Band::Members)];
    lines.extend(rows(own.into_iter().filter(|(_, there)| *there).map(|(key, _)| key)));
    for field in tree::fields(compact) {
        lines.push(Line::Band(Band::Field(field)));
        for criterion in own_criteria(compact, field) {
            lines.extend(rows((0..compact.criteria[criterion].inputs.len()).map(|input| Key::Input(criterion, input))));
            let stages = tree::stages(compact, criterion, &present);
            lines.extend(rows(stages.into_iter().map(|stage| Key::Stage(criterion, stage))));
        }
    }
    lines
}

fn own_criteria(compact: &Compact, field: usize) -> impl Iterator<Item = usize> + '_ {
    (0..compact.criteria.len()).filter(move |index| compact.criteria[*index].field == field)
}

fn marks(view: View) -> Vec<Line> {
    let compact = view.compact();
    let mut lines = Vec::new();
    for field in tree::fields(compact) {
        lines.push(Line::Row(Key::Field(field)));
        lines.extend(rows(own_criteria(compact, field).map(Key::Mark)));
    }
    lines.push(Line::Band(Band::Results));
    let outside = |kind| !tree::outside(compact, kind).is_empty();
    let results = [
        (Key::Scale, true),
        (Key::Scaled, tree::rescales(compact)),
        (Key::Bonus, outside(FieldKind::Bonus)),
        (Key::Penalty, outside(FieldKind::Penalty)),
        (Key::Total, true),
        (Key::Rank, true),
        (Key::Tie, true),
        (Key::Class, !compact.classes.is_empty()),
        (Key::RankOfEligible, true),
        (Key::Order, true),
    ];
    lines.extend(rows(results.into_iter().filter(|(_, there)| *there).map(|(key, _)| key)));
    lines
}

fn criteria(view: View) -> Vec<Line> {
    let compact = view.compact();
    let mut lines = Vec::new();
    for field in tree::fields(compact) {
        lines.push(Line::Row(Key::FieldMaximum(field)));
        for criterion in own_criteria(compact, field) {
            lines.push(Line::Row(Key::Maximum(criterion)));
            let numbers = compact.criteria[criterion].kernel.numbers().len();
            lines.extend(rows((0..numbers).map(|number| Key::Parameter(criterion, number))));
            lines.extend(rows(compact.criteria[criterion].difficulty.map(|_| Key::Difficulty(criterion))));
        }
    }
    lines.push(Line::Band(Band::Whole));
    lines.push(Line::Row(Key::WholeScale));
    lines.extend(rows((0..compact.classes.len()).map(Key::Threshold)));
    lines
}

fn steps(view: View) -> Vec<Line> {
    let parts = [
        (Band::CriterionSteps, criterion_steps(view.compact())),
        (Band::TreeSteps, tree_steps(view.compact())),
        (Band::RankSteps, rank_steps(view.compact())),
    ];
    let full = parts.into_iter().filter(|(_, keys)| !keys.is_empty());
    full.flat_map(|(band, keys)| [Line::Band(band)].into_iter().chain(rows(keys))).collect()
}

fn criterion_steps(compact: &Compact) -> Vec<Key> {
    let mut keys = Vec::new();
    for (index, criterion) in compact.criteria.iter().enumerate() {
        if tree::fills_inputs(compact, index) {
            let numbers = criterion.inputs.iter().enumerate().filter(|(_, input)| input.kind == InputKind::Number);
            keys.extend(numbers.map(|(input, _)| Key::Filled(index, input)));
        }
        keys.extend(tree::changes(criterion).then_some(Key::Change(index)));
        keys.extend(tree::two_marks(compact, index).then_some(Key::ByRule(index)));
        keys.extend(tree::fills_marks(compact, index).then_some(Key::BeforeFill(index)));
    }
    keys
}

fn tree_steps(compact: &Compact) -> Vec<Key> {
    let mut keys = Vec::new();
    for branch in tree::branches(compact) {
        if tree::weighs(compact, branch) {
            let children = tree::children(compact, branch);
            let filled = tree::node(compact, branch).missing == Missing::GroupMean(MeanOf::Normalised);
            let fields = children.iter().filter_map(|child| match child {
                Child::Field(field) if filled => Some(Key::FilledField(*field)),
                _ => None,
            });
            keys.extend(fields);
            keys.extend((0..children.len()).map(|child| Key::Value(branch, child)));
            keys.extend((0..children.len()).map(|child| Key::Weight(branch, child)));
            if tree::node(compact, branch).combine == Combine::Geometric {
                keys.extend((0..children.len()).map(|child| Key::Log(branch, child)));
            }
        }
        keys.extend(tree::averaged(compact, branch).then_some(Key::Before(branch)));
        keys.extend(tree::any_out(compact).then_some(Key::Assigned(branch)));
    }
    keys
}

fn rank_steps(compact: &Compact) -> Vec<Key> {
    let mut keys = Vec::new();
    if Asked::by(compact).exceeded.get() {
        keys.extend((0..compact.criteria.len()).filter(|index| planned(compact, *index)).map(Key::Exceeded));
        keys.push(Key::ExceededCount);
    }
    let gated: BTreeSet<usize> = compact
        .classes
        .iter()
        .filter_map(|class| class.gate.as_ref())
        .flat_map(|gate| &gate.criteria)
        .copied()
        .collect();
    keys.extend(gated.into_iter().map(Key::Met));
    for (index, class) in compact.classes.iter().enumerate() {
        if let Some(gate) = class.gate.as_ref().filter(|gate| gate.within.is_some()) {
            keys.extend(gate.criteria.iter().map(|criterion| Key::Near(index, *criterion)));
        }
    }
    keys.extend(compact.rank_on_full.then_some(Key::Full));
    if !compact.tie_keys.is_empty() {
        keys.push(Key::RankByTotal);
        for key in 0..compact.tie_keys.len() {
            keys.extend([Key::TieValue(key), Key::RankAfter(key)]);
        }
    }
    keys
}

/// Whether a criterion holds its actual against a plan of the member's.
pub(super) fn planned(compact: &Compact, criterion: usize) -> bool {
    compact.criteria[criterion].kernel.plan_formula(&Anywhere).is_some()
}

struct Anywhere;

impl Cells for Anywhere {
    fn input(&self, _: &str) -> String {
        String::new()
    }
    fn column(&self, _: &str) -> String {
        String::new()
    }
    fn maximum(&self) -> String {
        String::new()
    }
    fn number(&self, _: &str) -> String {
        String::new()
    }
}

/// What the tie keys of a compact look at beside marks and totals.
#[derive(Default)]
struct Asked {
    votes: Cell<bool>,
    women: Cell<bool>,
    exceeded: Cell<bool>,
}

impl Asked {
    fn by(compact: &Compact) -> Self {
        let asked = Self::default();
        for key in &compact.tie_keys {
            (key.by.formula)(&asked, key.target);
        }
        asked
    }
}

impl TieCells for Asked {
    fn votes(&self) -> String {
        self.votes.set(true);
        String::new()
    }
    fn field(&self, _: usize) -> String {
        String::new()
    }
    fn criterion(&self, _: usize) -> String {
        String::new()
    }
    fn exceeded(&self) -> String {
        self.exceeded.set(true);
        String::new()
    }
    fn penalty(&self) -> String {
        String::new()
    }
    fn women(&self) -> String {
        self.women.set(true);
        String::new()
    }
}
