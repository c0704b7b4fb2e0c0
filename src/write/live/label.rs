//! In: a row of a live sheet. Out: what stands before its values: code, name, kind and number, and how many decimals its
//! values show.

use super::Live;
use super::cell::{Formed, Shown};
use super::grid::{Branch, Key, Page};
use super::plan::Band;
use super::tree::{self, Child};
use crate::diag::Text;
use crate::model::{Column, Combine, Status};
use crate::wording::{headings, live as words};
use crate::write::book::Shape;
use crate::write::text::capital;
use crate::write::view::View;

/// What stands before the values of a row.
#[derive(Default)]
pub(super) struct Told {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) unit: String,
}

/// Title and hint of a sheet.
pub(super) fn titles(page: Page) -> (Text, Text) {
    match page {
        Page::Marks => (words::MARKS_TITLE, words::MARKS_HINT),
        Page::Criteria => (words::CRITERIA_TITLE, words::CRITERIA_HINT),
        Page::Data => (words::DATA_TITLE, words::DATA_HINT),
        Page::Steps => (words::STEPS_TITLE, words::STEPS_HINT),
    }
}

/// A heading over rows.
pub(super) fn band(view: View, band: Band) -> String {
    let said = match band {
        Band::Field(field) => {
            let field = &view.compact().fields[field];
            return format!("{}. {}", field.id, field.name);
        }
        Band::Members => words::MEMBERS,
        Band::Results => words::RESULTS,
        Band::CriterionSteps => words::CRITERION_STEPS,
        Band::TreeSteps => words::TREE_STEPS,
        Band::RankSteps => words::RANK_STEPS,
        Band::Whole => words::WHOLE,
    };
    said.say(view.lang).to_owned()
}

/// What a row is.
pub(super) fn of(live: &Live, key: Key) -> Told {
    let (view, lang) = (live.view, live.view.lang);
    let compact = view.compact();
    let criterion = |index: usize, what: Text| {
        let own = &compact.criteria[index];
        Told { code: own.id.clone(), name: own.name.clone(), kind: what.say(lang).to_owned(), ..Told::default() }
    };
    let branch = |of: Branch, what: Text| Told { kind: what.say(lang).to_owned(), ..node(view, of) };
    let child = |of: Branch, position: usize, what: Text| {
        let told = match tree::children(compact, of)[position] {
            Child::Criterion(index) => criterion(index, what),
            Child::Field(field) => branch(Branch::Field(field), what),
        };
        Told { kind: what.say(lang).to_owned(), ..told }
    };
    let whole = |what: Text| Told { name: what.say(lang).to_owned(), ..Told::default() };
    let key_label = |index: usize| compact.tie_label(&compact.tie_keys[index], lang);
    match key {
        Key::Group => whole(words::GROUP),
        Key::Sound => whole(words::SOUND),
        Key::Votes => whole(words::VOTES),
        Key::Women => whole(words::WOMEN),
        Key::Eligible => whole(words::ELIGIBLE),
        Key::Official => whole(words::OFFICIAL),
        Key::Input(index, input) => handed_in(view, index, input),
        Key::Stage(index, stage) => {
            let own = &compact.criteria[index];
            let first =
                own.inputs.is_empty() && tree::stages(compact, index, &view.stages_present()).first() == Some(&stage);
            let name = if first { own.name.clone() } else { String::new() };
            Told { code: own.id.clone(), name, kind: capital(&view.stage(stage)), ..Told::default() }
        }
        Key::Filled(index, input) => Told { kind: words::FILLED.say(lang).to_owned(), ..handed_in(view, index, input) },
        Key::Change(index) => criterion(index, words::CHANGE),
        Key::ByRule(index) => criterion(index, words::BY_RULE),
        Key::BeforeFill(index) => criterion(index, words::BEFORE),
        Key::Exceeded(index) => criterion(index, words::EXCEEDED),
        Key::Met(index) => criterion(index, words::MET),
        Key::Near(_, index) => criterion(index, words::NEAR),
        Key::Mark(index) | Key::Maximum(index) => {
            Told { kind: compact.criteria[index].rule.name().to_owned(), ..criterion(index, words::BY_RULE) }
        }
        Key::Difficulty(index) => criterion(index, words::DIFFICULTY),
        Key::ExceededCount => whole(words::EXCEEDED_COUNT),
        Key::FilledField(field) => branch(Branch::Field(field), words::FILLED),
        Key::Value(of, position) => child(of, position, words::VALUE),
        Key::Weight(of, position) => child(of, position, words::WEIGHS),
        Key::Log(of, position) => child(of, position, words::LOGARITHM),
        Key::Before(of) => branch(of, words::BEFORE),
        Key::Assigned(of) => branch(of, words::ASSIGNED),
        Key::Full => whole(words::FULL),
        Key::RankByTotal => whole(words::RANK_BY_TOTAL),
        Key::TieValue(index) => Told { name: words::tie_value(&key_label(index), lang), ..Told::default() },
        Key::RankAfter(index) => Told { name: words::rank_after(&key_label(index), lang), ..Told::default() },
        Key::Field(field) | Key::FieldMaximum(field) => node(view, Branch::Field(field)),
        Key::Scale => whole(words::SCALE),
        Key::Scaled => whole(words::SCALED),
        Key::Bonus => whole(headings::BONUS),
        Key::Penalty => whole(headings::PENALTY),
        Key::Total => whole(headings::TOTAL),
        Key::Rank => whole(headings::RANK),
        Key::Tie => whole(words::TIE),
        Key::Class => whole(headings::CLASS),
        Key::Order => whole(words::ORDER),
        Key::RankOfEligible => whole(words::RANK_OF_ELIGIBLE),
        Key::WholeScale => whole(words::WHOLE_SCALE),
        Key::Threshold(index) => Told { name: words::threshold(&compact.classes[index].name, lang), ..Told::default() },
        Key::Parameter(index, number) => parameter(view, index, number),
    }
}

fn node(view: View, branch: Branch) -> Told {
    match branch {
        Branch::Root => Told { name: words::SCALE.say(view.lang).to_owned(), ..Told::default() },
        Branch::Field(field) => {
            let field = &view.compact().fields[field];
            Told { code: field.id.clone(), name: field.name.clone(), ..Told::default() }
        }
    }
}

fn handed_in(view: View, index: usize, position: usize) -> Told {
    let own = &view.compact().criteria[index];
    let input = &own.inputs[position];
    let (code, label) = own.row_name(&input.row, view.lang);
    let again = own.inputs[..position].iter().any(|earlier| earlier.row == input.row);
    let name = if again { String::new() } else { label };
    let kind = if input.column == Column::Plan { headings::PLAN } else { headings::ACTUAL };
    let unit = words::input_kind(&input.kind, view.lang).map_or_else(|| own.unit.clone(), str::to_owned);
    Told { code, name, kind: kind.say(view.lang).to_owned(), unit }
}

fn parameter(view: View, index: usize, number: usize) -> Told {
    let own = &view.compact().criteria[index];
    let numbers = own.kernel.numbers();
    let key_of = |number: usize| numbers[number].0.split('.').next().unwrap_or_default();
    let first = (0..number).all(|earlier| key_of(earlier) != key_of(number));
    let doc = own.rule.params().iter().find(|param| first && param.key == key_of(number));
    let name = words::parameter(&numbers[number].0, doc.map_or("", |param| param.doc.say(view.lang)));
    Told { code: own.id.clone(), name, ..Told::default() }
}

/// The number that belongs to a row: its maximum among the marks, its weight among the steps.
pub(super) fn number(live: &Live, page: Page, key: Key) -> Option<Formed> {
    let compact = live.view.compact();
    let at = live.at(page, 0);
    match key {
        Key::Mark(index) => {
            Some(Formed::new(at.number(Key::Maximum(index)), Shown::Number(compact.criteria[index].maximum.decimal())))
        }
        Key::Field(field) => {
            let shown = super::criteria::field_number(&compact.fields[field]);
            Some(Formed::new(at.number(Key::FieldMaximum(field)), Shown::Number(shown)))
        }
        Key::Scale => Some(Formed::new(at.number(Key::WholeScale), Shown::Number(compact.scale.decimal()))),
        Key::Value(branch, position) => {
            let (of, weight) = match tree::children(compact, branch)[position] {
                Child::Criterion(index) => (Key::Maximum(index), compact.criteria[index].weight),
                Child::Field(field) => (Key::FieldMaximum(field), compact.fields[field].weight),
            };
            (tree::node(compact, branch).combine != Combine::Sum)
                .then(|| Formed::new(at.beside_number(of), Shown::Number(weight)))
        }
        _ => None,
    }
}

/// How a row's values look.
pub(super) fn shape(live: &Live, key: Key) -> Shape {
    if counts(key) { Shape::Count } else { Shape::Number(places(live, key)) }
}

/// Decimals that a row's values show at least.
fn places(live: &Live, key: Key) -> u32 {
    let compact = live.view.compact();
    match key {
        Key::Mark(_) | Key::ByRule(_) | Key::BeforeFill(_) | Key::Scale | Key::Bonus | Key::Penalty => {
            compact.mark_places.unwrap_or(2)
        }
        Key::Field(_) | Key::Before(_) | Key::FilledField(_) => {
            compact.field_places.or(compact.mark_places).unwrap_or(2)
        }
        Key::Scaled | Key::Total | Key::Official => compact.total_places.unwrap_or(2),
        Key::Full => 9,
        Key::Value(..) | Key::Log(..) => 6,
        Key::Change(_) | Key::Filled(..) | Key::TieValue(_) => 2,
        _ => 0,
    }
}

/// Whether a row's values are whole numbers in the middle: places, counts, yes or no.
fn counts(key: Key) -> bool {
    matches!(
        key,
        Key::Rank
            | Key::Order
            | Key::RankOfEligible
            | Key::RankByTotal
            | Key::RankAfter(_)
            | Key::Exceeded(_)
            | Key::ExceededCount
            | Key::Met(_)
            | Key::Near(..)
            | Key::Sound
    )
}

/// Whether an input is an estimate or a forecast.
pub(super) fn unofficial(live: &Live, member: usize, criterion: usize, input: usize) -> bool {
    let member = live.view.panel().members.get(member);
    let observed = member.and_then(|member| member.rows.get(criterion)?.observed.get(input));
    observed.is_some_and(|observed| observed.status != Status::Official)
}
