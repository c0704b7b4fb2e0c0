//! Figures and marks changed at random, in the yellow cells of a workbook and in the panel alike: what the workbook then
//! comes to is what the engine says of the changed panel.

use std::fs;
use std::path::Path;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use fastrand::Rng;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use thidua::diag::Lang;
use thidua::model::{
    Assignment, Column, Criterion, Datum, InputKind, MarkState, MemberScores, Panel, Points, Ranking, Results, Scoring,
    Value, round,
};
use thidua::wording::{headings, live, stage};

use crate::silent::patched;

/// What is changed: a member, a criterion, and what stands there then.
#[derive(Clone, Debug)]
struct Change {
    member: usize,
    criterion: usize,
    to: To,
}

#[derive(Clone, Debug)]
enum To {
    /// The input of this index.
    Input(usize, Datum),
    /// The mark of this index among those given.
    Mark(usize, Points),
}

/// The rows of a live sheet: code, kind, and a column for each member.
pub struct Rows {
    cells: Range<Data>,
}

impl Rows {
    pub fn of(book: &mut Xlsx<impl std::io::BufRead + std::io::Seek>, sheet: &str) -> Self {
        Self { cells: book.worksheet_range(sheet).unwrap() }
    }

    pub fn said(&self, row: u32, column: u32) -> String {
        self.cells.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
    }

    /// The row of which these columns say this.
    #[track_caller]
    pub fn row(&self, said: &[(u32, &str)]) -> u32 {
        let last = self.cells.end().unwrap().0;
        let found = (0..=last).find(|row| said.iter().all(|(column, said)| self.said(*row, *column) == *said));
        found.unwrap_or_else(|| panic!("no row {said:?}"))
    }

    /// The column under a member's name.
    pub fn column(&self, member: &str) -> u32 {
        let (rows, columns) = self.cells.end().unwrap();
        let mut all = (0..=rows).flat_map(|row| (0..=columns).map(move |column| (row, column)));
        all.find(|(row, column)| self.said(*row, *column) == member).unwrap_or_else(|| panic!("{member}")).1
    }

    fn at(&self, row: u32, column: u32) -> Data {
        self.cells.get_value((row, column)).cloned().unwrap_or_default()
    }
}

/// Changes that a clerk could make, some alike for two members that tie.
pub struct Trial {
    pub panel: Panel,
    changes: Vec<Change>,
    bloc: usize,
}

impl Trial {
    /// So many changes to a bloc.
    pub fn new(scoring: &Scoring, panel: &Panel, bloc: usize, count: usize, rng: &mut Rng) -> Self {
        let mut trial = Self { panel: panel.clone(), changes: Vec::new(), bloc };
        while trial.changes.len() < count {
            let members = trial.panel.blocs[bloc].members.len();
            let (member, criterion) = (rng.usize(..members), rng.usize(..scoring.compact_of(bloc).criteria.len()));
            let twin = Some(member + 1).filter(|twin| member % 4 == 2 && *twin < members);
            for to in change(&trial.panel, (bloc, member), criterion, scoring, rng) {
                if let Some(member) = twin.filter(|twin| trial.has(*twin, criterion, &to)) {
                    trial.make(Change { member, criterion, to: to.clone() });
                }
                trial.make(Change { member, criterion, to });
            }
        }
        trial
    }

    /// Whether a member has what would be changed.
    fn has(&self, member: usize, criterion: usize, to: &To) -> bool {
        let row = &self.panel.blocs[self.bloc].members[member].rows[criterion];
        match to {
            To::Input(input, _) => !row.observed[*input].faulty,
            To::Mark(mark, _) => row.marks.len() > *mark,
        }
    }

    fn make(&mut self, change: Change) {
        let row = &mut self.panel.blocs[self.bloc].members[change.member].rows[change.criterion];
        match change.to.clone() {
            To::Input(input, datum) => row.observed[input].datum = datum,
            To::Mark(mark, points) => row.marks[mark].points = points,
        }
        self.changes.push(change);
    }

    /// The same changes in the workbook of the bloc.
    pub fn change(&self, scoring: &Scoring, from: &Path, to: &Path) {
        let mut book: Xlsx<_> = open_workbook(from).unwrap();
        let name = live::DATA.say(Lang::Vi);
        let part = book.sheet_names().iter().position(|sheet| sheet == name).unwrap() + 1;
        let rows = Rows::of(&mut book, name);
        let (bloc, compact) = (&scoring.blocs[self.bloc], scoring.compact_of(self.bloc));
        let bytes = patched(&fs::read(from).unwrap(), &format!("xl/worksheets/sheet{part}.xml"), &|mut xml| {
            for change in &self.changes {
                let criterion = &compact.criteria[change.criterion];
                let (code, kind, value) = match &change.to {
                    To::Input(input, value) => {
                        let input = &criterion.inputs[*input];
                        let kind = if input.column == Column::Plan { headings::PLAN } else { headings::ACTUAL };
                        (criterion.row_name(&input.row, Lang::Vi).0, kind.say(Lang::Vi).to_owned(), value.clone())
                    }
                    To::Mark(mark, points) => {
                        let row = &self.panel.blocs[self.bloc].members[change.member].rows[change.criterion];
                        let stage = &compact.stages[row.marks[*mark].stage];
                        let said = stage::marks(stage, bloc.kind, Lang::Vi);
                        (criterion.id.clone(), capital(&said), Datum::Known(Value::Number(points.decimal())))
                    }
                };
                let row = rows.row(&[(0, &code), (2, &kind)]);
                let column = rows.column(&bloc.members[change.member].name);
                put(&mut xml, &address(row, column), &value);
            }
            xml
        });
        fs::write(to, bytes).unwrap();
    }
}

/// Changes to a mark that stands there, to a value of a criterion, or to whether it is assigned and arose at all.
fn change(
    panel: &Panel,
    (bloc, member): (usize, usize),
    criterion: usize,
    scoring: &Scoring,
    rng: &mut Rng,
) -> Vec<To> {
    let own = &scoring.compact_of(bloc).criteria[criterion];
    let row = &panel.blocs[bloc].members[member].rows[criterion];
    if !row.marks.is_empty() && rng.u8(..3) == 0 {
        let part = Decimal::new(rng.i64(0..=100), 2);
        let points = round(own.maximum.decimal() * part, 2).min(own.maximum.decimal());
        return vec![To::Mark(rng.usize(..row.marks.len()), Points::rounded(points, None).unwrap())];
    }
    if own.inputs.is_empty() || row.observed.iter().any(|observed| observed.faulty) {
        return Vec::new();
    }
    let said = match rng.u8(..16) {
        0 if own.assignment == Assignment::PerMember => Some(Datum::NotAssigned),
        1 if own.not_arising.is_some() => Some(Datum::NotArising),
        _ => None,
    };
    if let Some(said) = said {
        let all = (0..own.inputs.len()).filter(|input| own.inputs[*input].row.is_empty());
        return all.map(|input| To::Input(input, said.clone())).collect();
    }
    let input = rng.usize(..own.inputs.len());
    if own.inputs[input].column == Column::Actual && rng.u8(..20) == 0 {
        return vec![To::Input(input, Datum::Missing)];
    }
    another(own, input, &row.observed[input].datum, rng)
        .into_iter()
        .map(|value| To::Input(input, Datum::Known(value)))
        .collect()
}

/// Another value that the rule may be given, a number often just at or beside the edge of a band.
fn another(criterion: &Criterion, input: usize, datum: &Datum, rng: &mut Rng) -> Option<Value> {
    let input = &criterion.inputs[input];
    match (&input.kind, datum) {
        (InputKind::Word(groups), _) => Some(Value::Word(rng.choice(groups)?[0].clone())),
        (InputKind::Date, _) => NaiveDate::from_ymd_opt(2023, 3, rng.u32(1..25)).map(Value::Date),
        (InputKind::Count, _) => Some(Value::Number(rng.u32(1..8).into())),
        (InputKind::Number, _) if input.row == "difficulty" => Some(Value::Number(Decimal::new(rng.i64(10..=12), 1))),
        (InputKind::Number, Datum::Known(Value::Number(number))) => {
            let ratio = *rng.choice(&[500, 750, 800, 900, 950, 951, 990, 1000, 1010, 1050, 1300])?;
            Some(Value::Number(round(*number * Decimal::new(ratio, 3), 4)))
        }
        _ => None,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn address(row: u32, column: u32) -> String {
    let column = u16::try_from(column).unwrap();
    format!("{}{}", rust_xlsxwriter::utility::column_number_to_name(column), row + 1)
}

/// Puts a value into a cell, or leaves it blank; its look stays.
pub fn put(xml: &mut String, address: &str, datum: &Datum) {
    let start = xml.find(&format!("<c r=\"{address}\"")).unwrap_or_else(|| panic!("{address}"));
    let open = start + xml[start..].find('>').unwrap();
    let blank = xml[..open].ends_with('/');
    let end = if blank { open + 1 } else { open + xml[open..].find("</c>").unwrap() + 4 };
    assert!(!xml[start..end].contains("<f>"), "{address} is no cell to be changed: {}", &xml[start..end]);
    let style = xml[start..open].split(" s=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let number = |number: &dyn std::fmt::Display| format!("><v>{number}</v></c>");
    let text = |said: &str| {
        let said = said.replace('&', "&amp;").replace('<', "&lt;");
        format!(" t=\"inlineStr\"><is><t>{said}</t></is></c>")
    };
    let rest = match datum {
        Datum::Known(Value::Number(value)) => number(value),
        Datum::Known(Value::Date(day)) => number(&(*day - NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days()),
        Datum::Known(Value::Word(said)) => text(said),
        Datum::NotAssigned => text(headings::NOT_ASSIGNED.say(Lang::Vi)),
        Datum::NotArising => text(headings::NOT_ARISING.say(Lang::Vi)),
        Datum::Missing => "/>".to_owned(),
    };
    xml.replace_range(start..end, &format!("<c r=\"{address}\" s=\"{style}\"{rest}"));
}

/// Where a calculated workbook says something else than the engine: marks, totals, ranks, classes, and the sorted table.
pub fn differences(
    results: &Results,
    bloc: usize,
    book: &mut Xlsx<impl std::io::BufRead + std::io::Seek>,
) -> Vec<String> {
    let compact = results.scoring.compact_of(bloc);
    let marks = Rows::of(book, live::MARKS.say(Lang::Vi));
    let mut different = Vec::new();
    for (member, named) in results.scoring.blocs[bloc].members.iter().enumerate() {
        let scores = &results.scores.blocs[bloc].members[member];
        let standing = results.rankings[bloc].of(member).unwrap();
        let column = marks.column(&named.name);
        let mut hold = |what: &str, row: u32, engine: Option<Decimal>| {
            let found = marks.at(row, column);
            let same = match (engine, &found) {
                (Some(engine), Data::Float(found)) => (engine.to_f64().unwrap() - found).abs() < 1e-9,
                (None, found) => !matches!(found, Data::Float(_) | Data::Int(_) | Data::Error(_)),
                _ => false,
            };
            if !same {
                different.push(format!("{}, {what}: the engine {engine:?}, the workbook {found:?}", named.name));
            }
        };
        for (criterion, mark) in compact.criteria.iter().zip(&scores.marks) {
            let row = marks.row(&[(0, &criterion.id), (1, &criterion.name)]);
            hold(&criterion.id, row, given(mark.state));
        }
        let of = |heading: thidua::diag::Text| marks.row(&[(0, ""), (1, heading.say(Lang::Vi))]);
        hold("total", of(headings::TOTAL), total(scores));
        hold("rank", of(headings::RANK), standing.rank.map(Decimal::from));
        let class = standing.class.map(|class| compact.classes[class].name.clone()).unwrap_or_default();
        let found = if compact.classes.is_empty() { String::new() } else { marks.said(of(headings::CLASS), column) };
        if class != found {
            different.push(format!("{}, class: the engine {class}, the workbook {found}", named.name));
        }
    }
    let order = ordered(results, &results.rankings[bloc], bloc);
    let table = Rows::of(book, live::TRIAL.say(Lang::Vi));
    let first = table.row(&[(0, "1")]);
    let found: Vec<_> = (0..order.len()).map(|place| table.said(first + u32::try_from(place).unwrap(), 1)).collect();
    if order != found {
        different.push(format!("the order: the engine {order:?}, the workbook {found:?}"));
    }
    different
}

fn given(state: MarkState) -> Option<Decimal> {
    match state {
        MarkState::Given(points) => Some(points.decimal()),
        _ => None,
    }
}

fn total(scores: &MemberScores) -> Option<Decimal> {
    scores.complete.then(|| scores.total.total.decimal())
}

fn ordered(results: &Results, ranking: &Ranking, bloc: usize) -> Vec<String> {
    let name = |member: usize| results.scoring.blocs[bloc].members[member].name.clone();
    ranking.standings.iter().map(|standing| name(standing.member)).collect()
}
