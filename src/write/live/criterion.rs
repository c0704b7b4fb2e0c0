//! In: a criterion and a member. Out: the formula of its mark over the cells of what was handed in, with the engine's
//! mark as its result.

use super::cell::{Formed, Shown};
use super::grid::{At, Key};
use super::input::group_mean;
use super::tree;
use crate::model::{Assignment, Cells, Compact, Counted, Criterion, InputKind, Mark, MarkState, NotArising};
use crate::wording::{headings, live as words};

/// A dash: left out for this member.
pub(super) const OUT: &str = "\"-\"";

/// The key of the coefficient among a criterion's inputs.
const COEFFICIENT: &str = "difficulty:actual";

/// One criterion of one member.
#[derive(Clone, Copy)]
pub(super) struct Own<'a> {
    pub(super) at: At<'a>,
    pub(super) index: usize,
}

impl<'a> Own<'a> {
    fn compact(self) -> &'a Compact {
        self.at.view.compact()
    }

    pub(super) fn criterion(self) -> &'a Criterion {
        &self.compact().criteria[self.index]
    }

    fn engine(self) -> &'a Mark {
        &self.at.view.member(self.at.member).marks[self.index]
    }

    /// The mark that counts.
    pub(super) fn mark(self) -> Formed {
        let shown = shown(self.engine());
        if self.at.grid.has(Key::BeforeFill(self.index)) {
            let before = Key::BeforeFill(self.index);
            let mean = group_mean(&self.at, before, 9);
            let places = self.compact().mark_places.unwrap_or(9);
            let own = self.at.cell(before);
            return Formed::new(format!("IF({own}=\"\",IFERROR(ROUND({mean},{places}),\"\"),{own})"), shown);
        }
        Formed::new(self.counted(), shown)
    }

    /// The mark before the group's mean stands in.
    pub(super) fn before_fill(self) -> Formed {
        let mark = self.engine();
        let shown = if mark.counted == Counted::GroupMean { Shown::Nothing } else { shown(mark) };
        Formed::new(self.counted(), shown)
    }

    /// What the rule computes, counted or not.
    pub(super) fn by_rule(self) -> Formed {
        let mark = self.engine();
        let computed = mark.computed.map_or(Shown::Nothing, |points| Shown::Number(points.decimal()));
        let shown = if mark.state == MarkState::Out { shown(mark) } else { computed };
        Formed::new(self.unless_special(self.rule()), shown)
    }

    fn counted(self) -> String {
        let stages = tree::stages(self.compact(), self.index, &[]);
        let given: Vec<String> = stages.into_iter().map(|stage| self.at.cell(Key::Stage(self.index, stage))).collect();
        if tree::two_marks(self.compact(), self.index) {
            let rule = self.at.cell(Key::ByRule(self.index));
            return self.unless_special(first_of(&given, &rule));
        }
        if self.criterion().kernel.computes() {
            return self.unless_special(self.rule());
        }
        self.unless_special(first_of(&given, "\"\""))
    }

    fn rule(self) -> String {
        self.at.rule(self.index, |at| Self { at, ..self }.written_out())
    }

    /// The rule's formula, rounded as the compact says; nothing while an input is missing or the rule refuses.
    fn written_out(self) -> String {
        let Some(formula) = self.criterion().kernel.formula(&self) else { return "\"\"".to_owned() };
        let weighted = match self.position(COEFFICIENT).filter(|_| self.criterion().difficulty.is_some()) {
            Some(input) => {
                let (own, most) = (self.at.cell(self.row(input)), self.at.number(Key::Difficulty(self.index)));
                let maximum = Cells::maximum(&self);
                format!("IF(OR({own}<=0,{own}>{most}),NA(),MIN(({formula})*{own},{maximum}))")
            }
            None => formula,
        };
        let places = self.compact().mark_places.unwrap_or(9);
        let rounded = format!("IFERROR(ROUND({weighted},{places}),\"\")");
        match self.lacking() {
            Some(lacking) => format!("IF({lacking},\"\",{rounded})"),
            None => rounded,
        }
    }

    /// The condition under which an input is missing.
    fn lacking(self) -> Option<String> {
        let (mut numbers, mut words, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for (index, input) in self.criterion().inputs.iter().enumerate() {
            let list = match (&input.kind, input.optional) {
                (_, true) => &mut optional,
                (InputKind::Word(_), false) => &mut words,
                (_, false) => &mut numbers,
            };
            if !list.contains(&self.row(index)) {
                list.push(self.row(index));
            }
        }
        let mut tests = Vec::new();
        if !numbers.is_empty() {
            tests.push(format!("COUNT({})<{}", self.at.ranges(&numbers).join(","), numbers.len()));
        }
        tests.extend(words.iter().map(|row| format!("{}=\"\"", self.at.cell(*row))));
        if !optional.is_empty() {
            let faulty = words::FAULTY.say(self.at.view.lang);
            let blank = |range: &String| format!("COUNTBLANK({range})+COUNTIF({range},\"{faulty}\")");
            let blanks: Vec<String> = self.at.ranges(&optional).iter().map(blank).collect();
            tests.push(format!("{}>0", blanks.join("+")));
        }
        match tests.len() {
            0 => None,
            1 => tests.pop(),
            _ => Some(format!("OR({})", tests.join(","))),
        }
    }

    /// Something else where the criterion was not assigned, or nothing arose.
    fn unless_special(self, usual: String) -> String {
        let special = self.special().into_iter().rev();
        special.fold(usual, |rest, (condition, value)| format!("IF({condition},{value},{rest})"))
    }

    /// The conditions under which a criterion is not assigned or did not arise, and what counts then.
    pub(super) fn special(self) -> Vec<(String, String)> {
        let (criterion, lang) = (self.criterion(), self.at.view.lang);
        let assigned = criterion.assignment == Assignment::PerMember;
        let out = assigned.then(|| (headings::NOT_ASSIGNED, OUT.to_owned()));
        let arising = criterion.not_arising.map(|counts| match counts {
            NotArising::Out => (headings::NOT_ARISING, OUT.to_owned()),
            NotArising::Full => (headings::NOT_ARISING, Cells::maximum(&self)),
        });
        let both = out.into_iter().chain(arising);
        both.filter_map(|(word, value)| Some((self.says(word.say(lang))?, value))).collect()
    }

    /// The condition under which the criterion's own inputs say a word; where it has none, under which all say it.
    fn says(self, word: &str) -> Option<String> {
        let inputs = || self.criterion().inputs.iter().enumerate();
        let key = |(index, _)| Key::Input(self.index, index);
        let count = |keys: &[Key]| {
            let counts: Vec<String> =
                self.at.ranges(keys).iter().map(|range| format!("COUNTIF({range},\"{word}\")")).collect();
            counts.join("+")
        };
        let own: Vec<Key> = inputs().filter(|(_, input)| input.row.is_empty()).map(key).collect();
        if own.is_empty() {
            let all: Vec<Key> = inputs().map(key).collect();
            return (!all.is_empty()).then(|| format!("{}={}", count(&all), all.len()));
        }
        let needed: Vec<Key> = inputs().filter(|(_, input)| input.row.is_empty() && !input.optional).map(key).collect();
        if needed.len() == own.len() {
            return Some(format!("{}>0", count(&own)));
        }
        let alone = format!("AND(COUNT({})=0,{}>0)", self.at.ranges(&own).join(","), count(&own));
        Some(if needed.is_empty() { alone } else { format!("OR({}>0,{alone})", count(&needed)) })
    }
}

/// The first of some cells that holds a number.
fn first_of(cells: &[String], otherwise: &str) -> String {
    cells.iter().rev().fold(otherwise.to_owned(), |rest, cell| format!("IF(ISNUMBER({cell}),{cell},{rest})"))
}

fn shown(mark: &Mark) -> Shown {
    match mark.state {
        MarkState::Given(points) => Shown::Number(points.decimal()),
        MarkState::Out | MarkState::NotYet => Shown::Text("-".to_owned()),
        MarkState::Missing => Shown::Nothing,
    }
}
