//! In: an input of a criterion and a member. Out: what stands in its cell; where the compact takes the mean of the
//! member's group, or a change, the formula of that; and the cells that a rule's formula is made over.

use rust_decimal::Decimal;

use super::cell::{Formed, Shown};
use super::criterion::Own;
use super::grid::{At, Key};
use crate::model::{Cells, Datum, Measure, Value, divide};
use crate::wording::{headings, live as words};

impl<'a> Own<'a> {
    fn datum(self, input: usize) -> &'a Datum {
        let member = self.at.view.panel().members.get(self.at.member);
        let observed = member.and_then(|member| member.rows.get(self.index)?.observed.get(input));
        observed.map_or(&Datum::Missing, |observed| &observed.datum)
    }

    fn number(self, input: usize) -> Option<Decimal> {
        match self.datum(input) {
            Datum::Known(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn position(self, key: &str) -> Option<usize> {
        self.criterion().inputs.iter().position(|input| input.key() == key)
    }

    /// The row that the rule's input is taken from.
    pub(super) fn row(self, input: usize) -> Key {
        let key = self.criterion().inputs[input].key();
        if key == "actual" && self.at.grid.has(Key::Change(self.index)) {
            return Key::Change(self.index);
        }
        self.raw(input)
    }

    /// The row of an input as handed in, with the group's mean where the compact takes that.
    fn raw(self, input: usize) -> Key {
        let filled = Key::Filled(self.index, input);
        if self.at.grid.has(filled) { filled } else { Key::Input(self.index, input) }
    }

    /// An input with the mean of the member's group where it is missing.
    pub(super) fn filled(self, input: usize) -> Formed {
        let raw = Key::Input(self.index, input);
        let (own, mean) = (self.at.cell(raw), group_mean(&self.at, raw, 12));
        let inputs: Vec<Key> = (0..self.criterion().inputs.len()).map(|input| Key::Input(self.index, input)).collect();
        let faulty = words::FAULTY.say(self.at.view.lang);
        let tests: Vec<String> =
            self.at.ranges(&inputs).iter().map(|range| format!("COUNTIF({range},\"{faulty}\")")).collect();
        let formula =
            format!("IF(AND({own}=\"\",{}=0),IFERROR({mean},\"\"),IF({own}=\"\",\"\",{own}))", tests.join("+"));
        let doubtful = (0..inputs.len()).any(|input| self.faulty(input));
        let shown = match self.datum(input) {
            Datum::Missing if !doubtful => self.filled_number(input).map_or(Shown::Nothing, Shown::Number),
            _ => self.handed_in(input),
        };
        Formed::new(formula, shown)
    }

    fn filled_number(self, input: usize) -> Option<Decimal> {
        let groups = self.at.view.bloc().groups();
        let group = groups.get(self.at.member).copied().flatten()?;
        let others = (0..groups.len()).filter(|other| groups[*other] == Some(group));
        let there: Vec<_> =
            others.filter_map(|member| Own { at: At { member, ..self.at }, ..self }.number(input)).collect();
        divide(there.iter().sum(), there.len().into())
    }

    /// What the actual gained or lost.
    pub(super) fn change(self) -> Formed {
        let inputs = [self.position("actual"), self.position("baseline:actual")];
        let [Some(actual), Some(baseline)] = inputs else { return Formed::new("\"\"".to_owned(), Shown::Nothing) };
        let (more, less) =
            if self.criterion().measure == Measure::Reduction { (baseline, actual) } else { (actual, baseline) };
        let [to, from] = [more, less].map(|input| self.at.cell(self.raw(input)));
        let known = |input: usize| match self.datum(input) {
            Datum::Missing if self.at.grid.has(Key::Filled(self.index, input)) => self.filled_number(input),
            _ => self.number(input),
        };
        let shown = known(more).zip(known(less)).and_then(|(to, from)| to.checked_sub(from));
        Formed::new(
            format!("IF(COUNT({to},{from})<2,\"\",ROUND({to}-{from},12))"),
            shown.map_or(Shown::Nothing, Shown::Number),
        )
    }

    /// Whether an input could not be read.
    pub(super) fn faulty(self, input: usize) -> bool {
        let member = self.at.view.panel().members.get(self.at.member);
        member.and_then(|member| member.rows.get(self.index)?.observed.get(input)).is_some_and(|own| own.faulty)
    }

    /// What stands in an input's cell.
    pub(super) fn handed_in(self, input: usize) -> Shown {
        let lang = self.at.view.lang;
        match self.datum(input) {
            Datum::Known(Value::Number(number)) => Shown::Number(*number),
            Datum::Known(Value::Date(day)) => Shown::Date(*day),
            Datum::Known(Value::Word(word)) => Shown::Text(word.clone()),
            Datum::Missing if self.faulty(input) => Shown::Text(words::FAULTY.say(lang).to_owned()),
            Datum::Missing => Shown::Nothing,
            Datum::NotAssigned => Shown::Text(headings::NOT_ASSIGNED.say(lang).to_owned()),
            Datum::NotArising => Shown::Text(headings::NOT_ARISING.say(lang).to_owned()),
        }
    }
}

impl Cells for Own<'_> {
    fn input(&self, key: &str) -> String {
        self.position(key).map_or_else(|| "NA()".to_owned(), |input| self.at.cell(self.row(input)))
    }

    fn column(&self, key: &str) -> String {
        self.position(key).map_or_else(|| "NA()".to_owned(), |input| self.at.all(self.row(input)))
    }

    fn maximum(&self) -> String {
        self.at.number(Key::Maximum(self.index))
    }

    fn number(&self, name: &str) -> String {
        self.at.grid.parameter(self.index, name).map_or_else(|| "NA()".to_owned(), |key| self.at.number(key))
    }

    fn absent(&self, key: &str) -> String {
        let (own, lang) = (self.input(key), self.at.view.lang);
        let words = [headings::NOT_ASSIGNED, headings::NOT_ARISING].map(|word| word.say(lang));
        format!("OR({own}=\"{}\",{own}=\"{}\")", words[0], words[1])
    }
}

/// The mean of a row over the member's own group, rounded; an error where there is none.
pub(super) fn group_mean(at: &At, row: Key, places: u32) -> String {
    if !at.grid.has(Key::Group) {
        return "NA()".to_owned();
    }
    let (groups, own) = (at.all(Key::Group), at.cell(Key::Group));
    format!("IF({own}=\"\",NA(),ROUND(AVERAGEIF({groups},{own},{}),{places}))", at.all(row))
}
