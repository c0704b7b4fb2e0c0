//! The shared sheets as ket-qua.json records them: their types, and from them the sheets of the panel, or nothing where
//! a row is not whole.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::file::SourceRecord;
use crate::diag::CellRef;
use crate::model::{
    Ballot, BallotLevel, Classification, DecidingBody, Decision, Opinion, OpinionState, Registration, Rows, Scoring,
    Shared, SharedState,
};

/// The shared sheets.
#[derive(Debug, Deserialize)]
pub struct SharedRecord {
    /// Opinions.
    pub opinions: SheetRecord<OpinionRecord>,
    /// The yearly classification.
    pub classification: SheetRecord<ClassificationRecord>,
    /// The registration of titles.
    pub registration: SheetRecord<RegistrationRecord>,
    /// Ballots.
    pub ballot: SheetRecord<BallotRecord>,
    /// Decisions.
    pub decisions: SheetRecord<DecisionRecord>,
    /// A file of unknown kind had been rejected.
    pub unknown_rejected: bool,
}

/// A shared sheet.
#[derive(Debug, Deserialize)]
pub struct SheetRecord<T> {
    /// Whether it could be relied on.
    pub state: SheetState,
    /// Its rows.
    pub rows: Vec<T>,
}

/// Whether a shared sheet could be relied on.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum SheetState {
    /// Not expected and not there.
    NotExpected,
    /// There and whole.
    Present,
    /// Expected but not there, or not whole.
    Unreliable,
}

/// An opinion.
#[derive(Debug, Deserialize)]
pub struct OpinionRecord {
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// How far it had got.
    pub state: OpinionStateRecord,
    /// What it was about.
    pub content: String,
    /// The body that gave it.
    pub body: String,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Its cell.
    pub source: SourceRecord,
}

/// How far an opinion had got.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum OpinionStateRecord {
    /// Concluded.
    Concluded,
    /// Under examination.
    Pending,
    /// No objection.
    Clear,
}

/// A class of the year.
#[derive(Debug, Deserialize)]
pub struct ClassificationRecord {
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// The collective's class.
    pub government: String,
    /// The party organisation's class.
    pub party: String,
    /// The unions' class.
    pub unions: String,
    /// Discipline; none where the sheet did not speak of it.
    pub discipline: Option<String>,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Its cell.
    pub source: SourceRecord,
}

/// A registration.
#[derive(Debug, Deserialize)]
pub struct RegistrationRecord {
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// What was registered.
    pub titles: Vec<String>,
    /// The ids of the awards among it.
    pub awards: Vec<String>,
    /// Its document.
    pub document: String,
    /// Its date as written.
    pub date: String,
    /// Its cell.
    pub source: SourceRecord,
}

/// A ballot.
#[derive(Debug, Deserialize)]
pub struct BallotRecord {
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// The id of the award; none where the sheet named none.
    pub award: Option<String>,
    /// Its round.
    pub round: u32,
    /// Whose ballot it was.
    pub level: LevelRecord,
    /// Those entitled to vote.
    pub entitled: Decimal,
    /// Yes votes.
    pub yes: Decimal,
    /// Answers in writing.
    pub written: Decimal,
    /// Its cell.
    pub source: SourceRecord,
}

/// Whose ballot it was.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LevelRecord {
    /// The bloc's members'.
    Bloc,
    /// The council's.
    Council,
}

/// A decision.
#[derive(Debug, Deserialize)]
pub struct DecisionRecord {
    /// The id of the bloc.
    pub bloc: String,
    /// The member's name.
    pub member: String,
    /// The id of the award.
    pub award: String,
    /// The body.
    pub body: String,
    /// Whether it proposed the member.
    pub proposed: bool,
    /// Why.
    pub reason: String,
    /// Number of its minutes.
    pub minutes: String,
    /// Their date as written.
    pub date: String,
    /// Its cell.
    pub source: SourceRecord,
}

/// Where a cell of the record stands.
type CellOf<'a> = dyn FnMut(&SourceRecord) -> Option<CellRef> + 'a;

/// The shared sheets of the panel.
pub fn shared(record: &SharedRecord, scoring: &Scoring, cell: &mut CellOf) -> Option<Shared> {
    let members = members(scoring);
    let member = |bloc: &str, name: &str| members.get(&(bloc, name)).copied();
    let award = |id: &str| scoring.awards.iter().position(|award| award.id == id);
    Some(Shared {
        opinions: rows(&record.opinions, |row| {
            Some(opinion(row, member(&row.bloc, &row.member)?, cell(&row.source)?))
        })?,
        classifications: rows(&record.classification, |row| {
            Some(classification(row, member(&row.bloc, &row.member)?, cell(&row.source)?))
        })?,
        registrations: rows(&record.registration, |row| {
            Some(Registration {
                member: member(&row.bloc, &row.member)?,
                titles: row.titles.clone(),
                awards: row.awards.iter().map(|id| award(id)).collect::<Option<_>>()?,
                document: row.document.clone(),
                date: row.date.clone(),
                cell: cell(&row.source)?,
            })
        })?,
        ballots: rows(&record.ballot, |row| {
            let award = match &row.award {
                Some(id) => Some(award(id)?),
                None => None,
            };
            Some(ballot(row, member(&row.bloc, &row.member)?, award, cell(&row.source)?))
        })?,
        decisions: rows(&record.decisions, |row| {
            decision(row, member(&row.bloc, &row.member)?, award(&row.award)?, cell(&row.source)?)
        })?,
        unknown_rejected: record.unknown_rejected,
    })
}

fn rows<R, T>(sheet: &SheetRecord<R>, of: impl FnMut(&R) -> Option<T>) -> Option<Rows<T>> {
    let state = match sheet.state {
        SheetState::NotExpected => SharedState::NotExpected,
        SheetState::Present => SharedState::Present,
        SheetState::Unreliable => SharedState::Unreliable,
    };
    Some(Rows { rows: sheet.rows.iter().map(of).collect::<Option<_>>()?, state })
}

fn opinion(row: &OpinionRecord, member: (usize, usize), cell: CellRef) -> Opinion {
    let state = match row.state {
        OpinionStateRecord::Concluded => OpinionState::Concluded,
        OpinionStateRecord::Pending => OpinionState::Pending,
        OpinionStateRecord::Clear => OpinionState::Clear,
    };
    let (content, body) = (row.content.clone(), row.body.clone());
    Opinion { member, state, content, body, document: row.document.clone(), date: row.date.clone(), cell }
}

fn classification(row: &ClassificationRecord, member: (usize, usize), cell: CellRef) -> Classification {
    Classification {
        member,
        government: row.government.clone(),
        party: row.party.clone(),
        unions: row.unions.clone(),
        discipline: row.discipline.clone(),
        document: row.document.clone(),
        date: row.date.clone(),
        cell,
    }
}

fn ballot(row: &BallotRecord, member: (usize, usize), award: Option<usize>, cell: CellRef) -> Ballot {
    let level = match row.level {
        LevelRecord::Bloc => BallotLevel::Bloc,
        LevelRecord::Council => BallotLevel::Council,
    };
    Ballot { member, award, level, round: row.round, entitled: row.entitled, yes: row.yes, written: row.written, cell }
}

fn decision(row: &DecisionRecord, member: (usize, usize), award: usize, cell: CellRef) -> Option<Decision> {
    let body = DecidingBody::ALL.into_iter().find(|body| body.name() == row.body)?;
    let (reason, minutes, date) = (row.reason.clone(), row.minutes.clone(), row.date.clone());
    Some(Decision { member, award, body, proposed: row.proposed, reason, minutes, date, cell })
}

/// All members by the id of their bloc and their name.
fn members(scoring: &Scoring) -> BTreeMap<(&str, &str), (usize, usize)> {
    let blocs = scoring.blocs.iter().enumerate();
    let all = blocs.flat_map(|(index, bloc)| {
        let members = bloc.members.iter().enumerate();
        members.map(move |(number, member)| ((bloc.id.as_str(), member.name.as_str()), (index, number)))
    });
    all.collect()
}
