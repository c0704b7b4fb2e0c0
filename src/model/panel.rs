//! What was handed in, after reconciliation: per bloc, member and criterion, every value with its cell.

use std::ops::Add;

use serde::{Deserialize, Serialize};

use super::{Column, Compact, Datum, History, Points, Shared, YearlyLists};
use crate::diag::CellRef;

/// How final a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// Official.
    #[default]
    Official,
    /// Estimate.
    Estimate,
    /// Forecast.
    Forecast,
}

impl Status {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Estimate => "estimate",
            Self::Forecast => "forecast",
        }
    }
}

/// The cell a value was read from, and the text there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The cell.
    pub cell: CellRef,
    /// The text or number as it stands there.
    pub raw: String,
}

/// One input of one member.
#[derive(Clone, Debug, Default)]
pub struct Observed {
    /// What it says.
    pub datum: Datum,
    /// Where it stands.
    pub source: Option<Source>,
    /// How final it is.
    pub status: Status,
    /// A fault has already been reported for it, so that it is not reported as missing too.
    pub faulty: bool,
}

/// A mark that a person gave.
#[derive(Clone, Debug)]
pub struct StageMark {
    /// Index into the compact's stages.
    pub stage: usize,
    /// Points.
    pub points: Points,
    /// Where it stands.
    pub source: Source,
}

/// All of one member for one criterion.
#[derive(Clone, Debug, Default)]
pub struct PanelRow {
    /// Where the criterion's own row stands.
    pub place: Option<CellRef>,
    /// One for each of the criterion's inputs, in order.
    pub observed: Vec<Observed>,
    /// Marks by stage.
    pub marks: Vec<StageMark>,
    /// A mark given by a person was read with a fault.
    pub mark_faulty: bool,
    /// The evidence or note beside it.
    pub evidence: String,
}

/// All of one member.
#[derive(Clone, Debug, Default)]
pub struct MemberPanel {
    /// One for each criterion of the compact.
    pub rows: Vec<PanelRow>,
    /// Whether any file named it.
    pub handed_in: bool,
    /// Its inputs cannot be trusted although they can be read (two forms, a row of another compact).
    pub spoiled: bool,
}

/// How many figures there are and how many of them are not final.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Actuals that were read.
    pub values: usize,
    /// Of these, estimates.
    pub estimates: usize,
    /// Of these, forecasts.
    pub forecasts: usize,
}

impl Figures {
    /// Those that are not official.
    pub fn unofficial(self) -> usize {
        self.estimates + self.forecasts
    }
}

impl Add for Figures {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            values: self.values + other.values,
            estimates: self.estimates + other.estimates,
            forecasts: self.forecasts + other.forecasts,
        }
    }
}

impl MemberPanel {
    /// Its actuals under a compact; plans are no figures of the member's.
    pub fn figures(&self, compact: &Compact) -> Figures {
        let read = self.rows.iter().zip(&compact.criteria).flat_map(|(row, criterion)| {
            let inputs = row.observed.iter().zip(&criterion.inputs);
            inputs.filter(|(_, input)| input.column == Column::Actual).map(|(observed, _)| observed)
        });
        let known = read.filter(|observed| matches!(observed.datum, Datum::Known(_)));
        known.fold(Figures::default(), |sum, observed| {
            let [estimates, forecasts] = [Status::Estimate, Status::Forecast].map(|of| (observed.status == of).into());
            sum + Figures { values: 1, estimates, forecasts }
        })
    }
}

/// All members of a bloc, in the order of scoring.toml.
#[derive(Clone, Debug, Default)]
pub struct BlocPanel {
    /// Members.
    pub members: Vec<MemberPanel>,
}

impl BlocPanel {
    /// All members' actuals under their compact.
    pub fn figures(&self, compact: &Compact) -> Figures {
        self.members.iter().fold(Figures::default(), |sum, member| sum + member.figures(compact))
    }
}

/// A file that was found in the inputs, for the sources sheet and the manifest.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Path under the inputs folder.
    pub file: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// What its sheets are, by name of sheet and kind; empty when rejected.
    pub sheets: Vec<(String, &'static str)>,
    /// The members it speaks of.
    pub members: Vec<(usize, usize)>,
    /// It was left out.
    pub rejected: bool,
}

/// All that was handed in.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// One for each bloc of scoring.toml.
    pub blocs: Vec<BlocPanel>,
    /// What is no bloc's alone.
    pub common: Common,
}

/// What was handed in that is no bloc's alone.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// Shared sheets.
    pub shared: Shared,
    /// Awards given and the fund.
    pub yearly: YearlyLists,
    /// Files.
    pub submissions: Vec<Submission>,
    /// What members reached in earlier years, where scoring.toml names a folder of earlier results.
    pub history: Option<History>,
}
