//! scoring.toml as meant: compacts, blocs, awards and the policy of the run. Plans live in the panel.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{AwardYear, Compact, Dictionary, Half, Output, Requirement, Signer, Style};

/// A stage of marking: one that every compact knows, or one that scoring.toml declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// As in scoring.toml.
    pub id: String,
    /// What scoring.toml calls it, in Vietnamese and English; none where the usual words do.
    pub name: Option<(String, String)>,
}

impl Stage {
    /// The ids that need no declaration, in the order of [`Scoring::stages`].
    pub const KNOWN: [&str; 5] = ["self", "cross", "agency", "appraised", "council"];
    /// Index of the members' own marks in [`Stage::KNOWN`].
    pub const SELF: usize = 0;
    /// Index of the marks of the bodies that follow a criterion in [`Stage::KNOWN`].
    pub const AGENCY: usize = 2;

    /// What a finding names it by: its own name, else its id.
    pub fn key(&self) -> &str {
        self.name.as_ref().map_or(&self.id, |(vi, _)| vi)
    }
}

/// A member of a bloc.
#[derive(Clone, Debug)]
pub struct Member {
    /// For printing.
    pub name: String,
    /// Further spellings it is known by.
    pub aliases: Vec<String>,
    /// The group whose mean may stand in for what it lacks.
    pub group: Option<String>,
    /// The share of women in the collective, for the tie key `women-70`.
    pub women: Option<Decimal>,
    /// Whether it signed the compact.
    pub signed: bool,
    /// When its report was received.
    pub received: Option<NaiveDate>,
    /// The units it came out of, for the results of earlier years.
    pub predecessors: Vec<String>,
}

/// A cluster or a bloc: they differ in the words of their outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingKind {
    /// Cluster.
    Cluster,
    /// Bloc.
    Bloc,
}

/// A bloc and its members.
#[derive(Clone, Debug)]
pub struct Bloc {
    /// As in scoring.toml; also its folder in inputs and outputs.
    pub id: String,
    /// For printing.
    pub name: String,
    /// Cluster or bloc.
    pub kind: HeadingKind,
    /// Index of its compact.
    pub compact: usize,
    /// Index of the head among the members.
    pub head: Option<usize>,
    /// Who signs its tables.
    pub signer: Signer,
    /// Which annex its tables are, where that is not as for all.
    pub annex: Option<String>,
    /// Members in the order of scoring.toml.
    pub members: Vec<Member>,
}

/// Number of seats for blocs of up to so many members.
#[derive(Clone, Copy, Debug)]
pub struct AwardSeats {
    /// Applies to blocs of at most this many members; none for all others.
    pub max_members: Option<usize>,
    /// Seats.
    pub n: usize,
}

/// What a share is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaBase {
    /// Members proposed for the award it builds on.
    Proposed,
    /// Members that are eligible and meet the standard: of that award's blocs, or of the bloc.
    Standing,
    /// All members: of that award's blocs, or of the bloc.
    Members,
}

/// What the winners of several blocs are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The share of its compact's scale that each reached.
    ShareOfScale,
    /// Totals; all compacts must have one scale.
    Total,
}

/// A member that scoring.toml itself defers or excludes.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// Bloc and member.
    pub member: (usize, usize),
    /// Excluded; deferred otherwise.
    pub excluded: bool,
    /// Why.
    pub ground: String,
    /// The body that says so.
    pub body: String,
    /// Its document.
    pub document: String,
    /// Its date.
    pub date: Option<NaiveDate>,
}

/// How a share that is not whole is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaRounding {
    /// Down.
    Down,
    /// To the nearest, half up.
    Nearest,
    /// Up.
    Up,
}

/// A share of a base, rounded as declared.
#[derive(Clone, Debug)]
pub struct Quota {
    /// As written, for printing.
    pub text: String,
    /// Numerator and denominator.
    pub share: (Decimal, Decimal),
    /// What it is a share of.
    pub base: QuotaBase,
    /// How it is rounded.
    pub rounding: QuotaRounding,
    /// The document it rests on.
    pub basis: String,
}

/// An award that the engine proposes members for.
pub struct Award {
    /// As in scoring.toml.
    pub id: String,
    /// For printing.
    pub title: String,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// Indices of the blocs whose leaders it is for; empty when it builds on another award.
    pub applies_to: Vec<usize>,
    /// Index of the award among whose winners it is proposed.
    pub from: Option<usize>,
    /// Indices of awards whose winners are not proposed for this one.
    pub excludes: Vec<usize>,
    /// Indices of awards that a member must be proposed for as well.
    pub presupposes: Vec<usize>,
    /// Seats by size of the bloc.
    pub seats: Vec<AwardSeats>,
    /// The share allowed: of the winners of another award, or of a bloc's members where no seats are given.
    pub quota: Option<Quota>,
    /// What the winners of several blocs are compared by.
    pub compare: Compare,
    /// Whether the seat of an ineligible leader passes to the next.
    pub passes_on: bool,
    /// What a member must meet, with each requirement's value.
    pub requires: Vec<(&'static dyn Requirement, toml::Value)>,
}

impl Bloc {
    /// Each member's group.
    pub fn groups(&self) -> Vec<Option<&str>> {
        self.members.iter().map(|member| member.group.as_deref()).collect()
    }
}

/// The blocs whose members an award may be for: its own, or those of the award it builds on.
pub fn reach(awards: &[Award], award: usize) -> &[usize] {
    let own = &awards[award];
    own.from.map_or(&own.applies_to[..], |from| reach(awards, from))
}

impl Award {
    /// Seats for a bloc of so many members.
    pub fn seats_for(&self, members: usize) -> usize {
        let fits = |seats: &&AwardSeats| seats.max_members.is_none_or(|most| members <= most);
        self.seats.iter().find(fits).map_or(0, |seats| seats.n)
    }
}

/// Which shared sheets must be there.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)]
pub struct Sheets {
    /// The plan register.
    pub register: bool,
    /// The table of opinions.
    pub opinions: bool,
    /// The yearly classification.
    pub classification: bool,
    /// The registration of titles.
    pub registration: bool,
    /// The ballots.
    pub ballot: bool,
}

/// Which sign stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// Decimal comma, dots between thousands.
    Vietnamese,
    /// Decimal point, commas between thousands.
    Plain,
}

impl Convention {
    /// The name in scoring.toml.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::Plain => "plain",
        }
    }
}

/// Which review of the year it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The year-end review (tổng kết).
    Year,
    /// The mid-year review (sơ kết 6 tháng): the plan of the year against six months, ranks only for reference and where
    /// they are asked for, no proposals.
    Half,
}

impl Period {
    /// The word of scoring.toml.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Half => "half",
        }
    }
}

/// The year that is reviewed, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The year.
    pub year: u16,
    /// Mid-year or year-end.
    pub period: Period,
}

/// All of scoring.toml.
pub struct Scoring {
    /// What is scored.
    pub term: Term,
    /// How the half year is reviewed; none at the year's end.
    pub half: Option<Half>,
    /// The date the figures stand at; also the date inside the workbooks.
    pub as_of: NaiveDate,
    /// What the outputs print, and how.
    pub style: Style,
    /// All stages that a compact may name: those known, then those declared.
    pub stages: Vec<Stage>,
    /// The words of columns' headings.
    pub dictionary: Dictionary,
    /// Compacts.
    pub compacts: Vec<Compact>,
    /// Blocs.
    pub blocs: Vec<Bloc>,
    /// Awards, those they build on first.
    pub awards: Vec<Award>,
    /// Members that are deferred or excluded whatever the sheets say.
    pub exclusions: Vec<Exclusion>,
    /// Expected shared sheets.
    pub expects: Sheets,
    /// Whether members' own plans count where no register is expected.
    pub own_plans: bool,
    /// How numbers in text are read where their column does not prove it.
    pub numbers: Option<Convention>,
    /// The year by which an award belongs to the yearly form, where scoring.toml says it.
    pub count_awards_by: Option<AwardYear>,
    /// Outputs wanted.
    pub outputs: Vec<&'static dyn Output>,
    /// SHA-256 of scoring.toml and what it includes, in hexadecimal.
    pub hash: String,
    /// scoring.toml to the letter: the outputs carry it, so that they can be scored again.
    pub text: String,
    /// The folder with the results of earlier years, as scoring.toml names it: from its own folder on.
    pub history: Option<String>,
}

impl Scoring {
    /// The compact of a bloc.
    pub fn compact_of(&self, bloc: usize) -> &Compact {
        &self.compacts[self.blocs[bloc].compact]
    }

    /// The award of a title, an alias or an id; none where no award, or more than one, is called so.
    pub fn award_named(&self, name: &str) -> Option<usize> {
        let folded = super::fold(name);
        let called = |award: &Award| {
            let names = [&award.id, &award.title].into_iter().chain(&award.aliases);
            names.into_iter().any(|own| super::fold(own) == folded)
        };
        let mut found = (0..self.awards.len()).filter(|index| called(&self.awards[*index]));
        found.next().filter(|_| found.next().is_none() && !folded.is_empty())
    }

    /// The awards that a bloc's members may be proposed for.
    pub fn awards_of(&self, bloc: usize) -> Vec<usize> {
        (0..self.awards.len()).filter(|award| reach(&self.awards, *award).contains(&bloc)).collect()
    }

    /// Whether ranks are shown: at mid-year only where they are asked for, and for reference.
    pub fn ranks(&self) -> bool {
        self.half.as_ref().is_none_or(|half| half.ranks)
    }

    /// `2023-tong-ket` or `2023-so-ket`, with `-en` behind it for English.
    pub fn set_name(&self, lang: crate::diag::Lang) -> String {
        let review = match self.term.period {
            Period::Year => "tong-ket",
            Period::Half => "so-ket",
        };
        format!("{}-{review}{}", self.term.year, lang.pick("", "-en"))
    }
}
