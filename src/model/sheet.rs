//! Sheets as read: cells with their addresses under recognised headings, judged for nothing but their type.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Status;
use crate::diag::{CellRef, SheetRef, shared};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Text, NFC, with its spaces trimmed.
    Text(String),
    /// A number; from a binary cell, its 15 significant digits.
    Number(Decimal),
    /// A number that the cell shows as a percentage: 0.9335 for 93.35 %.
    Percent(Decimal),
    /// A formula whose result was never saved.
    Unsaved,
    /// A cell formatted as a date.
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
    /// An error such as `#REF!`, or a number that is none.
    Error(String),
}

impl Content {
    /// The text a person sees, near enough to find the cell.
    pub fn raw(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Percent(number) => format!("{}%", percent(*number).normalize()),
            Self::Unsaved => String::new(),
            Self::Date(date) => date.format("%d/%m/%Y").to_string(),
            Self::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// A share as a percentage.
pub fn percent(share: Decimal) -> Decimal {
    share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share)
}

/// What a column is, by the words of its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Heading {
    /// TT, or a criterion's code in a form.
    Order,
    /// Content, criterion.
    Label,
    /// Unit.
    Unit,
    /// Plan.
    Plan,
    /// Actual.
    Actual,
    /// Ratio of actual to plan, as stated.
    Ratio,
    /// Maximum.
    Maximum,
    /// Marks of a stage, by its index in `Scoring::stages`.
    Mark(usize),
    /// Figures of a member in a table that does not say what they are.
    Unsaid,
    /// Status of the figure.
    Status,
    /// Evidence or notes.
    Evidence,
    /// Member.
    Member,
    /// Bloc.
    Bloc,
    /// Code of the criterion.
    Code,
    /// Plan at the start of the year.
    PlanAtStart,
    /// Adjusted plan.
    PlanAdjusted,
    /// Document that adjusts it.
    AdjustedBy,
    /// What an opinion is about.
    Matter,
    /// Body that gives it.
    Body,
    /// Its document.
    Document,
    /// Its date.
    Date,
    /// How far it has got.
    State,
    /// What it recommends.
    Recommendation,
    /// Class of the collective.
    Government,
    /// Class of the party organisation.
    Party,
    /// Class of the unions and associations.
    Unions,
    /// Discipline of the year.
    Discipline,
    /// Titles and awards that were registered.
    Registered,
    /// The award a row is about.
    Award,
    /// What a body decided.
    Decided,
    /// Why.
    Reason,
    /// Number of the minutes.
    Minutes,
    /// Round of a ballot.
    Round,
    /// Units entitled to vote.
    EntitledUnits,
    /// Council members entitled to vote.
    EntitledCouncil,
    /// Ballots handed out.
    Issued,
    /// Ballots returned.
    Returned,
    /// Valid ballots.
    Valid,
    /// Invalid ballots.
    Invalid,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Absent members who answered in writing.
    Written,
    /// Those of them who said yes.
    WrittenYes,
    /// Who was commended.
    Recipient,
    /// Whether that is a collective, an enterprise or an individual.
    RecipientKind,
    /// Whether an individual leads or works directly.
    Post,
    /// For what an award was given.
    AwardReason,
    /// Year of the achievement.
    AchievementYear,
    /// What money came from or went to.
    FundItem,
    /// Amount of money.
    Amount,
    /// Year of the budget.
    BudgetYear,
    /// A column of a yearly form, by the number it bears there.
    Numbered(u8),
    /// How a criterion is marked, in a score table.
    Guide,
    /// The body that follows a criterion.
    Source,
    /// What criteria stand under, in a column of its own.
    Group,
}

/// What a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SheetKind {
    /// One member's self-score form.
    Form,
    /// Members down, criteria across.
    BlocTable,
    /// Criteria down, members across.
    BlocTableAcross,
    /// Plan register.
    Register,
    /// Figures of the body that follows a criterion.
    Agency,
    /// Opinions of the bodies concerned.
    Opinions,
    /// Yearly classification.
    Classification,
    /// Registration of titles and awards.
    Registration,
    /// Ballot.
    Ballot,
    /// Decisions of the bloc, the standing office or the council.
    Decisions,
    /// Awards given.
    AwardList,
    /// What came into the fund and left it.
    FundList,
    /// The yearly form of awards, filled in by hand.
    AwardsForm,
    /// The yearly form of the fund, filled in by hand.
    FundForm,
    /// A compact's score table, which holds no member's figures.
    ScoreTable,
}

impl SheetKind {
    /// The stable name, as in scoring.toml and ket-qua.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "self-score-form",
            Self::BlocTable | Self::BlocTableAcross => "bloc-table",
            Self::Register => "plan-register",
            Self::Agency => "agency-table",
            Self::Opinions => "opinions",
            Self::Classification => "classification",
            Self::Registration => "registration",
            Self::Ballot => "ballot",
            Self::Decisions => "decisions",
            Self::AwardList => "award-list",
            Self::FundList => "fund-list",
            Self::AwardsForm => "awards-form",
            Self::FundForm => "fund-form",
            Self::ScoreTable => "score-table",
        }
    }
}

/// A column under a recognised heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TableColumn {
    /// 0-based column of the sheet.
    pub index: u32,
    /// What it is.
    pub heading: Heading,
    /// What the heading says of its figures, such as that they are estimates.
    pub status: Status,
    /// In a bloc table, the criterion's or the member's heading above it, with its cell.
    pub over: Option<(String, CellRef)>,
    /// The texts of its heading, from top to bottom.
    pub said: Vec<String>,
}

/// A row: contents by column of the table, in the order of `Table::columns`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TableRow {
    /// 0-based row of the sheet.
    pub row: u32,
    /// Contents; none where blank.
    pub cells: Vec<Option<Content>>,
}

/// What a form carries in its properties: whose it is, and of which state of the compact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Id of the bloc.
    pub bloc: String,
    /// The member as scoring.toml named it when the form was made.
    pub member: String,
    /// [`super::Compact::form_hash`] of then.
    pub form: String,
}

impl Stamp {
    /// The names of the properties, in the order of the fields.
    pub const KEYS: [&str; 3] = ["thidua-bloc", "thidua-member", "thidua-form"];
}

/// A recognised table on a sheet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// What it is.
    pub kind: SheetKind,
    /// Where it is.
    #[serde(with = "shared")]
    pub sheet: Arc<SheetRef>,
    /// The stamp of its file.
    pub stamp: Option<Stamp>,
    /// The texts above its header, by row and column.
    pub head: Vec<(CellRef, String)>,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows, in order; rows without any content left out.
    pub rows: Vec<TableRow>,
}

impl Table {
    /// The same without its columns and rows: what it is, and whose.
    #[must_use]
    pub fn front(&self) -> Self {
        let (sheet, stamp, head) = (Arc::clone(&self.sheet), self.stamp.clone(), self.head.clone());
        Self { kind: self.kind, sheet, stamp, head, columns: Vec::new(), rows: Vec::new() }
    }

    /// The position of the first column under a heading.
    pub fn column(&self, heading: Heading) -> Option<usize> {
        self.columns.iter().position(|column| column.heading == heading && column.over.is_none())
    }

    /// The content of a row under a heading.
    pub fn at<'a>(&self, row: &'a TableRow, heading: Heading) -> Option<&'a Content> {
        row.cells[self.column(heading)?].as_ref()
    }

    /// The text under a heading, as a person sees it; empty where blank.
    pub fn text(&self, row: &TableRow, heading: Heading) -> String {
        self.at(row, heading).map(Content::raw).unwrap_or_default()
    }

    /// The cell of a row and a position among the columns.
    pub fn cell(&self, row: &TableRow, column: usize) -> CellRef {
        CellRef { sheet: Arc::clone(&self.sheet), row: row.row, column: self.columns[column].index }
    }

    /// The cell under a heading; the row's first cell where there is no such column.
    pub fn cell_of(&self, row: &TableRow, heading: Heading) -> CellRef {
        self.cell(row, self.column(heading).unwrap_or_default())
    }
}

/// A sheet with all its cells, for giving it back to its sender.
#[derive(Clone, Debug)]
pub struct SheetCopy {
    /// Where it is.
    pub sheet: Arc<SheetRef>,
    /// Contents by row, then column; both 0-based.
    pub rows: BTreeMap<u32, BTreeMap<u32, Content>>,
    /// Merged cells: first row, first column, last row, last column.
    pub merges: Vec<[u32; 4]>,
}

/// A file with its recognised tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document<T = Table> {
    /// Path under the inputs folder, with `/`.
    pub file: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// Tables; empty when the file was left out.
    pub tables: Vec<T>,
}
