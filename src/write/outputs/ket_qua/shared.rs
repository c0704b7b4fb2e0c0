//! In: the run. Out: the shared sheets in ket-qua.json: whether each can be relied on, and its rows with their cells.

use serde_json::{Value as Json, json};

use super::marks::cell;
use crate::model::{
    Ballot, BallotLevel, Classification, Decision, Opinion, OpinionState, Registration, Rows, Run, SharedState,
};

/// All shared sheets.
pub(super) fn shared(results: &Run) -> Json {
    let shared = &results.common.shared;
    let opinion = |row: &Opinion| {
        let state = match row.state {
            OpinionState::Concluded => "concluded",
            OpinionState::Pending => "pending",
            OpinionState::Clear => "clear",
        };
        json!({
            "state": state, "content": row.content, "body": row.body, "document": row.document, "date": row.date,
            "source": cell(&row.cell),
        })
    };
    let classification = |row: &Classification| {
        json!({
            "government": row.government, "party": row.party, "unions": row.unions, "discipline": row.discipline,
            "document": row.document, "date": row.date, "source": cell(&row.cell),
        })
    };
    let registration = |row: &Registration| {
        json!({
            "titles": row.titles, "awards": row.awards.iter().map(|own| award(results, *own)).collect::<Vec<_>>(),
            "document": row.document, "date": row.date, "source": cell(&row.cell),
        })
    };
    let ballot = |row: &Ballot| {
        let level = match row.level {
            BallotLevel::Bloc => "bloc",
            BallotLevel::Council => "council",
        };
        let [entitled, yes, written] = [row.entitled, row.yes, row.written].map(|count| count.normalize().to_string());
        json!({
            "award": row.award.map(|own| award(results, own)), "round": row.round, "level": level, "entitled": entitled,
            "yes": yes, "written": written, "source": cell(&row.cell),
        })
    };
    let decision = |row: &Decision| {
        json!({
            "award": award(results, row.award), "body": row.body.name(), "proposed": row.proposed, "reason": row.reason,
            "minutes": row.minutes, "date": row.date, "source": cell(&row.cell),
        })
    };
    json!({
        "opinions": sheet(results, &shared.opinions, |row| row.member, &opinion),
        "classification": sheet(results, &shared.classifications, |row| row.member, &classification),
        "registration": sheet(results, &shared.registrations, |row| row.member, &registration),
        "ballot": sheet(results, &shared.ballots, |row| row.member, &ballot),
        "decisions": sheet(results, &shared.decisions, |row| row.member, &decision),
        "unknown_rejected": shared.unknown_rejected,
    })
}

/// A sheet: whether it can be relied on, and its rows, each beginning with its bloc and its member.
fn sheet<T>(results: &Run, of: &Rows<T>, member: fn(&T) -> (usize, usize), said: &dyn Fn(&T) -> Json) -> Json {
    let state = match of.state {
        SharedState::NotExpected => "not-expected",
        SharedState::Present => "present",
        SharedState::Unreliable => "unreliable",
    };
    let rows = of.rows.iter().map(|row| {
        let (bloc, member) = named(results, member(row));
        let mut entry = json!({ "bloc": bloc, "member": member });
        if let (Some(entry), Json::Object(rest)) = (entry.as_object_mut(), said(row)) {
            entry.extend(rest);
        }
        entry
    });
    json!({ "state": state, "rows": rows.collect::<Vec<_>>() })
}

/// An award's id.
fn award<'a>(results: &'a Run, award: usize) -> &'a str {
    &results.scoring.awards[award].id
}

/// A bloc's id and a member's name.
fn named<'a>(results: &'a Run, (bloc, member): (usize, usize)) -> (&'a str, &'a str) {
    let bloc = &results.scoring.blocs[bloc];
    (&bloc.id, &bloc.members[member].name)
}
