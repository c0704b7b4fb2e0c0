//! In: the run. Out: the shared sheets in ket-qua.json: whether each can be relied on, and its rows with their cells.

use serde_json::{Value as Json, json};

use super::marks::cell;
use crate::model::{BallotLevel, OpinionState, Results, SharedState};

/// All shared sheets.
pub(super) fn shared(results: &Results) -> Json {
    let shared = &results.panel.shared;
    let opinions = shared.opinions.iter().map(|row| {
        let (bloc, member) = named(results, row.member);
        json!({
            "bloc": bloc, "member": member,
            "state": match row.state {
                OpinionState::Concluded => "concluded", OpinionState::Pending => "pending", OpinionState::Clear => "clear",
            },
            "content": row.content, "body": row.body, "document": row.document, "date": row.date,
            "source": cell(&row.cell),
        })
    });
    let classifications = shared.classifications.iter().map(|row| {
        let (bloc, member) = named(results, row.member);
        json!({
            "bloc": bloc, "member": member, "government": row.government, "party": row.party, "source": cell(&row.cell),
        })
    });
    let ballots = shared.ballots.iter().map(|row| {
        let (bloc, member) = named(results, row.member);
        json!({
            "bloc": bloc, "member": member, "round": row.round,
            "level": match row.level { BallotLevel::Bloc => "bloc", BallotLevel::Council => "council" },
            "entitled": row.entitled.normalize().to_string(), "yes": row.yes.normalize().to_string(),
            "source": cell(&row.cell),
        })
    });
    json!({
        "opinions": sheet(shared.opinions_state, &opinions.collect::<Vec<_>>()),
        "classification": sheet(shared.classification_state, &classifications.collect::<Vec<_>>()),
        "ballot": sheet(shared.ballot_state, &ballots.collect::<Vec<_>>()),
        "unknown_rejected": shared.unknown_rejected,
    })
}

fn sheet(state: SharedState, rows: &[Json]) -> Json {
    let state = match state {
        SharedState::NotExpected => "not-expected",
        SharedState::Present => "present",
        SharedState::Unreliable => "unreliable",
    };
    json!({ "state": state, "rows": rows })
}

/// A bloc's id and a member's name.
fn named<'a>(results: &'a Results, (bloc, member): (usize, usize)) -> (&'a str, &'a str) {
    let bloc = &results.scoring.blocs[bloc];
    (&bloc.id, &bloc.members[member].name)
}
