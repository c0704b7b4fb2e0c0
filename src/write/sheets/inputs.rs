//! In: what one member handed in for one row of a criterion. Out: what the sheets say of it in the same way: its plan and
//! actual, the cells they stand in, how final they are.

use crate::diag::{CellRef, Lang, SheetRef};
use crate::model::{Column as Place, Criterion, Datum, Mark, MarkState, Observed, PanelRow, Status, Value};
use crate::wording::{headings as words, midyear, sheets};
use crate::write::sheet::Cell;
use crate::write::view::View;

/// The inputs of one member on one row of a criterion; the criterion's own row has no suffix.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) row: Option<&'a PanelRow>,
    pub(super) suffix: &'a str,
    pub(super) lang: Lang,
}

impl<'a> Inputs<'a> {
    /// The criterion's own row of a member.
    pub(super) fn own(view: View<'a>, member: usize, index: usize) -> Self {
        let row = view.panel().members.get(member).and_then(|member| member.rows.get(index));
        Self { criterion: &view.compact().criteria[index], row, suffix: "", lang: view.lang }
    }

    /// The rows below it, in order.
    pub(super) fn further(self) -> impl Iterator<Item = Self> {
        self.criterion.input_rows().into_iter().filter(|row| !row.is_empty()).map(move |suffix| Self { suffix, ..self })
    }

    fn observed(&self) -> impl Iterator<Item = (Place, Option<&'a Observed>)> + use<'a> {
        let (row, suffix) = (self.row, self.suffix);
        let inputs = self.criterion.inputs.iter().enumerate().filter(move |(_, input)| input.row == suffix);
        inputs.map(move |(index, input)| (input.column, row.and_then(|row| row.observed.get(index))))
    }

    /// What stands in a column; nothing where the criterion takes no such value.
    pub(super) fn cell(&self, place: Place) -> Cell {
        let Some((_, observed)) = self.observed().find(|(column, _)| *column == place) else {
            return Cell::Blank;
        };
        datum(observed.map_or(&Datum::Missing, |observed| &observed.datum), self.lang)
    }

    /// The cells it was read from, by the numbers of their sheets; with the marks of persons for the criterion's own row.
    pub(super) fn sources(&self, legend: &mut Legend<'a>) -> String {
        let values = self.observed().filter_map(|(_, observed)| observed?.source.as_ref());
        let marks = self.row.into_iter().flat_map(|row| &row.marks).filter(|_| self.suffix.is_empty());
        let mut sheets: Vec<(usize, Vec<String>)> = Vec::new();
        for cell in values.chain(marks.map(|mark| &mark.source)).map(|source| &source.cell) {
            let number = legend.number(cell);
            match sheets.iter_mut().find(|(known, _)| *known == number) {
                Some((_, addresses)) => addresses.push(cell.address()),
                None => sheets.push((number, vec![cell.address()])),
            }
        }
        let said = sheets.iter().map(|(number, addresses)| format!("[{number}] {}", addresses.join(", ")));
        said.collect::<Vec<_>>().join("\n")
    }

    /// Its values that are not final or that a finding concerns, in words.
    pub(super) fn statuses(&self) -> Vec<&'static str> {
        let observed = self.observed().filter_map(|(_, observed)| observed);
        statuses(observed.map(|observed| (observed.status, observed.faulty)), self.lang)
    }

    /// The same with what became of the mark.
    pub(super) fn state(&self, mark: &Mark) -> String {
        let state = match mark.state {
            MarkState::Given(_) => None,
            MarkState::Out => Some(words::LEFT_OUT),
            MarkState::NotYet => Some(midyear::NOT_YET),
            MarkState::Missing => Some(words::NO_MARK),
        };
        let mut said: Vec<_> = state.map(|words| words.say(self.lang)).into_iter().chain(self.statuses()).collect();
        if self.row.is_some_and(|row| row.mark_faulty) {
            said.push(words::SEE_REVIEW.say(self.lang));
        }
        said.dedup();
        said.join("; ")
    }
}

/// A value as a cell holds it.
pub(super) fn datum(datum: &Datum, lang: Lang) -> Cell {
    match datum {
        Datum::Known(Value::Number(number)) => Cell::Number(*number, 0),
        Datum::Known(Value::Date(day)) => Cell::Date(*day),
        Datum::Known(Value::Word(word)) => Cell::Mark(word.clone()),
        Datum::Missing => Cell::dash(),
        Datum::NotAssigned => Cell::Mark(words::NOT_ASSIGNED.say(lang).to_owned()),
        Datum::NotArising => Cell::Mark(words::NOT_ARISING.say(lang).to_owned()),
    }
}

/// What is said of values that are not final or that a finding concerns.
pub(super) fn statuses(observed: impl Iterator<Item = (Status, bool)>, lang: Lang) -> Vec<&'static str> {
    let words = observed
        .flat_map(|(final_or_not, faulty)| status(final_or_not).into_iter().chain(faulty.then_some(words::SEE_REVIEW)));
    let mut said: Vec<_> = words.map(|words| words.say(lang)).collect();
    said.dedup();
    said
}

/// What a status that is not official is called.
pub(super) fn status(status: Status) -> Option<crate::diag::Text> {
    match status {
        Status::Official => None,
        Status::Estimate => Some(words::ESTIMATE),
        Status::Forecast => Some(words::FORECAST),
    }
}

/// The sheets that cells stand in, each under a number, so that a cell is told in a few letters.
#[derive(Default)]
pub(super) struct Legend<'a> {
    sheets: Vec<&'a SheetRef>,
}

impl<'a> Legend<'a> {
    fn number(&mut self, cell: &'a CellRef) -> usize {
        let known = self.sheets.iter().position(|known| **known == *cell.sheet);
        1 + known.unwrap_or_else(|| {
            self.sheets.push(&cell.sheet);
            self.sheets.len() - 1
        })
    }

    /// The line that says which number is which sheet; none where nothing was read.
    pub(super) fn said(&self, lang: Lang) -> Option<String> {
        let list: Vec<String> = self
            .sheets
            .iter()
            .enumerate()
            .map(|(index, sheet)| sheets::reference(index + 1, &sheet.file, &sheet.sheet, lang))
            .collect();
        (!list.is_empty()).then(|| sheets::references(&list, lang))
    }
}
