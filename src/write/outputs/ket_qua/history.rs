//! In: the results of earlier years. Out: their entries in ket-qua.json, one for each member, oldest year first.

use serde_json::{Value as Json, json};

use super::points;
use crate::model::{History, Past, Run};

/// Every member with what it, or the units it came out of, reached before.
pub(super) fn members<'a>(results: &'a Run, history: &'a History) -> impl Iterator<Item = Json> + 'a {
    let blocs = results.scoring.blocs.iter().enumerate();
    blocs.flat_map(move |(index, bloc)| {
        bloc.members.iter().enumerate().map(move |(number, member)| {
            let years: Vec<_> = history.of(index, number).iter().map(past).collect();
            json!({ "bloc": bloc.id, "member": member.name, "predecessors": member.predecessors, "years": years })
        })
    })
}

fn past(past: &Past) -> Json {
    json!({
        "year": past.year, "name": past.name, "predecessor": past.predecessor,
        "bloc": past.bloc.0, "bloc_name": past.bloc.1, "members": past.members,
        "rank": past.rank, "total": past.total.map(points), "scale": points(past.scale),
        "share": past.share().map(|share| share.normalize().to_string()), "provisional": past.provisional,
    })
}
