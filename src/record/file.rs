//! ket-qua.json as written: what is read back of it. Keys that only people or other programs read are left out.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::shared::SharedRecord;

/// A whole run.
#[derive(Debug, Deserialize)]
pub struct Record {
    /// The year that was scored.
    pub year: u16,
    /// The day its figures stood at.
    pub as_of: NaiveDate,
    /// SHA-256 of its scoring.toml.
    pub scoring_sha256: String,
    /// Its blocs with their orders.
    pub blocs: Vec<BlocRecord>,
    /// Its members with every value and mark.
    pub members: Vec<MemberRecord>,
    /// What was proposed.
    pub proposals: Vec<ProposalRecord>,
    /// The shared sheets; absent in sets of programs that did not write them yet.
    #[serde(default)]
    pub shared: Option<SharedRecord>,
}

/// What the history of members needs of a run: everything but values and marks.
#[derive(Debug, Deserialize)]
pub(super) struct Outline {
    pub(super) year: u16,
    pub(super) period: String,
    pub(super) compacts: Vec<CompactRecord>,
    pub(super) blocs: Vec<BlocRecord>,
}

/// A compact.
#[derive(Debug, Deserialize)]
pub(super) struct CompactRecord {
    pub(super) id: String,
    pub(super) scale: Decimal,
}

/// A bloc.
#[derive(Debug, Deserialize)]
pub struct BlocRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id of its compact.
    pub compact: String,
    /// Its order was not final.
    pub provisional: bool,
    /// Its members in order.
    pub standings: Vec<StandingRecord>,
}

/// A member's place.
#[derive(Debug, Deserialize)]
pub struct StandingRecord {
    /// Its name.
    pub member: String,
    /// Its rank, where it had one.
    pub rank: Option<u32>,
    /// Its total, where it was whole.
    pub total: Option<Decimal>,
    /// The name of its class.
    pub class: Option<String>,
}

/// All of a member.
#[derive(Debug, Deserialize)]
pub struct MemberRecord {
    /// The id of its bloc.
    pub bloc: String,
    /// Its name.
    pub name: String,
    /// Whether any file named it.
    pub handed_in: bool,
    /// Its inputs could be read but not trusted.
    #[serde(default)]
    pub spoiled: bool,
    /// Its marks, one for each criterion.
    pub marks: Vec<MarkRecord>,
}

/// All of a member for one criterion.
#[derive(Debug, Deserialize)]
pub struct MarkRecord {
    /// The id of the criterion.
    pub criterion: String,
    /// The mark that counted.
    pub mark: Option<Decimal>,
    /// What was read for it.
    pub inputs: Vec<InputRecord>,
    /// The marks that persons gave.
    pub stages: Vec<StageRecord>,
    /// A mark of a person was read with a fault.
    #[serde(default)]
    pub mark_faulty: bool,
    /// The evidence beside it.
    #[serde(default)]
    pub evidence: Option<String>,
}

/// A value.
#[derive(Debug, Deserialize)]
pub struct InputRecord {
    /// The row below the criterion; empty for the criterion's own.
    pub row: String,
    /// Plan or actual.
    pub column: ColumnRecord,
    /// What stood there.
    pub kind: KindRecord,
    /// The value, where there is one.
    pub value: Option<String>,
    /// How final it was.
    pub status: StatusRecord,
    /// It was read with a fault.
    pub faulty: bool,
    /// Its cell.
    pub source: Option<SourceRecord>,
}

/// A column of a form.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRecord {
    /// Plan.
    Plan,
    /// Actual.
    Actual,
}

/// What may stand in a cell.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum KindRecord {
    /// A number.
    Number,
    /// A date.
    Date,
    /// A word.
    Word,
    /// Nothing.
    Missing,
    /// "Not assigned".
    NotAssigned,
    /// "Nothing arose".
    NotArising,
}

/// How final a value is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum StatusRecord {
    /// Official.
    Official,
    /// An estimate.
    Estimate,
    /// A forecast.
    Forecast,
}

/// A cell and its text.
#[derive(Debug, Deserialize)]
pub struct SourceRecord {
    /// Path under the inputs folder.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Such as `E14`.
    pub cell: String,
    /// The text there; none for a row of a shared sheet.
    #[serde(default)]
    pub raw: String,
}

/// A mark that a person gave.
#[derive(Debug, Deserialize)]
pub struct StageRecord {
    /// The id of the stage.
    pub stage: String,
    /// The points.
    pub mark: Decimal,
    /// Its cell.
    pub source: SourceRecord,
}

/// What was proposed for a member and an award.
#[derive(Debug, Deserialize)]
pub struct ProposalRecord {
    /// The id of the award.
    pub award: String,
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// Whether a seat was proposed for it.
    pub proposed: bool,
    /// It shared the last seat with others.
    pub tied: bool,
    /// What it depended on, in both languages.
    pub conditions: Vec<serde_json::Value>,
}
