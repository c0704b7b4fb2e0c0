//! A compact in TOML and the figures of its members, scored and ranked in memory, without files.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thidua::config::{ScoringText, parse};
use thidua::diag::{CellRef, Diagnostic, Lang, SheetRef};
use thidua::model::*;
use thidua::{CATALOGUE, engine};

/// One bloc of members under one compact.
pub struct Lab {
    pub scoring: Scoring,
    pub panel: Panel,
}

/// What came out, as text that can be compared.
pub struct Found {
    /// Marks by member and criterion: `19.82`, `missing` or `out`.
    pub marks: Vec<Vec<String>>,
    /// The reason of each mark, in English.
    pub because: Vec<Vec<String>>,
    /// Points of each field; `missing` where something is.
    pub fields: Vec<Vec<String>>,
    /// Totals; `incomplete` or `unranked`.
    pub totals: Vec<String>,
    /// Ranks.
    pub ranks: Vec<Option<u32>>,
    /// Classes by name.
    pub classes: Vec<Option<String>>,
    /// Codes of what was noted.
    pub notes: Vec<&'static str>,
    /// Whether the ranking is provisional.
    pub provisional: bool,
}

/// The head of a scoring.toml; the compact `c` with its id and title, and the bloc, are put around `compact`.
pub fn text(compact: &str, members: &[&str], rounding: &str, ties: &str) -> String {
    let member = |name: &&str| {
        if name.contains('=') { format!("{{ {name} }}") } else { format!("{{ name = \"{name}\" }}") }
    };
    let members = members.iter().map(member).collect::<Vec<_>>().join(", ");
    format!(
        "schema = 1\nyear = 2023\nperiod = \"year\"\nas_of = 2023-12-15\nissuer = \"x\"\n\
         stages = [\"council\", \"appraised\", \"agency\", \"cross\", \"self\"]\ncounts = \"computed\"\n\
         rounding = {rounding}\nnot_assigned = \"rescale\"\nties = {ties}\n\
         [[compact]]\nid = \"c\"\ntitle = \"x\"\n{compact}\n\
         [[bloc]]\nid = \"b\"\nname = \"Bloc\"\nkind = \"bloc\"\ncompact = \"c\"\nmember = [{members}]\n"
    )
}

/// Marks and totals to two decimals, ranks on rounded totals, no tie keys.
pub const TWO: &str = "{ criterion = 2, total = 2 }";
/// No rounding at all.
pub const NONE: &str = "{ criterion = \"none\", total = \"none\" }";
/// Competition ranks without tie keys.
pub const PLAIN: &str = "{ rank = \"competition\", on = \"rounded\", break_by = [] }";

/// Every fault of a text.
pub fn faults(text: &str) -> Vec<Diagnostic> {
    let source = ScoringText { name: "scoring.toml".to_owned(), text: text.to_owned() };
    parse(&source, &CATALOGUE).err().unwrap_or_default()
}

impl Lab {
    /// The compact, with nothing handed in.
    #[track_caller]
    pub fn new(text: &str) -> Self {
        Self::with(&CATALOGUE, text)
    }

    /// The same with a catalogue of one's own.
    #[track_caller]
    pub fn with(catalogue: &'static Catalogue, text: &str) -> Self {
        let source = ScoringText { name: "scoring.toml".to_owned(), text: text.to_owned() };
        let scoring = parse(&source, catalogue).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
        let rows = || {
            let row = |criterion: &Criterion| PanelRow {
                observed: vec![Observed::default(); criterion.inputs.len()],
                ..PanelRow::default()
            };
            scoring.compacts[0].criteria.iter().map(row).collect()
        };
        let member = |_: &Member| MemberPanel { rows: rows(), handed_in: true, spoiled: false };
        let members = scoring.blocs[0].members.iter().map(member).collect();
        let panel = Panel { blocs: vec![BlocPanel { members }], ..Panel::default() };
        Self { scoring, panel }
    }

    /// One criterion `1` of the whole scale under a rule.
    pub fn rule(rule: &str, maximum: &str, params: &str, members: &[&str]) -> Self {
        let compact = format!(
            "scale = {maximum}\nfield = [{{ id = \"I\", name = \"I\", maximum = {maximum} }}]\n\
             [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = {maximum}\nrule = \"{rule}\"\n{params}"
        );
        Self::new(&text(&compact, members, TWO, PLAIN))
    }

    /// Puts a value: a number, a date, a word; `không giao` and `không phát sinh` are what they say.
    #[track_caller]
    pub fn put(&mut self, member: usize, criterion: &str, key: &str, value: &str) -> &mut Self {
        let index = self.scoring.compacts[0].criterion(criterion).unwrap_or_else(|| panic!("{criterion}"));
        let inputs = &self.scoring.compacts[0].criteria[index].inputs;
        let input = inputs.iter().position(|input| input.key() == key).unwrap_or_else(|| panic!("{key} of {inputs:?}"));
        self.panel.blocs[0].members[member].rows[index].observed[input].datum = match value {
            "không giao" => Datum::NotAssigned,
            "không phát sinh" => Datum::NotArising,
            _ => Datum::Known(match (value.parse::<Decimal>(), value.parse::<NaiveDate>()) {
                (Ok(number), _) => Value::Number(number),
                (_, Ok(date)) => Value::Date(date),
                _ => Value::Word(value.to_owned()),
            }),
        };
        self
    }

    /// Puts plan and actual.
    #[track_caller]
    pub fn met(&mut self, member: usize, criterion: &str, plan: &str, actual: &str) -> &mut Self {
        self.put(member, criterion, "plan", plan).put(member, criterion, "actual", actual)
    }

    /// Puts a mark that a person gave at a stage.
    pub fn given(&mut self, member: usize, criterion: &str, stage: &str, points: &str) -> &mut Self {
        let compact = &self.scoring.compacts[0];
        let stage = compact.stages.iter().position(|known| known.id == stage).unwrap();
        let index = compact.criterion(criterion).unwrap();
        let points = Points::rounded(points.parse().unwrap(), None).unwrap();
        let sheet = Arc::new(SheetRef { file: "x".to_owned(), sheet: "x".to_owned() });
        let cell = CellRef { sheet, row: 0, column: 0 };
        let source = Source { cell, raw: String::new() };
        self.panel.blocs[0].members[member].rows[index].marks.push(StageMark { stage, points, source });
        self
    }

    /// Scores and ranks.
    pub fn run(&self) -> Found {
        let (results, notes) = engine(&self.scoring, &self.panel).unwrap();
        let scored = &results.scores.blocs[0].members;
        let ranking = &results.rankings[0];
        let of = |member: usize| ranking.of(member).unwrap();
        let classes = &self.scoring.compacts[0].classes;
        Found {
            marks: scored.iter().map(|member| member.marks.iter().map(mark).collect()).collect(),
            because: scored
                .iter()
                .map(|member| member.marks.iter().map(|mark| (mark.because)(Lang::En)).collect())
                .collect(),
            fields: scored.iter().map(|member| member.fields.iter().map(field).collect()).collect(),
            totals: scored.iter().map(total).collect(),
            ranks: (0..scored.len()).map(|member| of(member).rank).collect(),
            classes: (0..scored.len())
                .map(|member| of(member).class.map(|class| classes[class].name.clone()))
                .collect(),
            notes: notes.iter().map(|note| note.fault.code()).collect(),
            provisional: ranking.provisional,
        }
    }
}

fn mark(mark: &Mark) -> String {
    match mark.state {
        MarkState::Given(points) => points.decimal().to_string(),
        MarkState::Missing => "missing".to_owned(),
        MarkState::Out => "out".to_owned(),
        MarkState::NotYet => "not-yet".to_owned(),
    }
}

fn field(field: &FieldTotal) -> String {
    match field.state {
        NodeState::Whole => field.points.decimal().to_string(),
        NodeState::Out => "out".to_owned(),
        NodeState::Missing | NodeState::Unranked => "missing".to_owned(),
    }
}

fn total(scores: &MemberScores) -> String {
    match (scores.complete, scores.unranked) {
        (true, _) => scores.total.total.decimal().to_string(),
        (_, true) => "unranked".to_owned(),
        _ => "incomplete".to_owned(),
    }
}
