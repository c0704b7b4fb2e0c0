//! In: the whole run. Out: `du-lieu-may/ket-qua.json`, for machines, the same in every language, and beside it its
//! JSON schema and scoring.toml to the letter: together a complete run, which `record` reads and the engine scores again.
//! Every entry of a list stands on a line of its own; the members come bloc by bloc.
//!
//! Numbers are text with a decimal point, exact to the last digit; what is absent is `null`; keys keep their order;
//! members, criteria and stages are named by what scoring.toml calls them. `schema` changes when a key changes its meaning.

mod compact;
mod history;
mod marks;
mod review;
mod shared;
mod yearly;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::diag::{Diagnostic, Lang, Sentence, Text};
use crate::model::{
    BlocResults, Decided, Figures, Output, OutputContext, Pieces, Points, Proposal, QuotaCheck, Rendered, RollUp, Run,
    Standing, Statement, Tail,
};
use crate::wording::{faults, headings as words};
use crate::write::brief::Brief;
use crate::write::manifest;
use crate::write::midyear::Midyear;
use crate::write::sheets::review as findings;
use crate::write::view::View;

/// Version of the shape.
const SCHEMA: u32 = 1;

/// The shape of the file, for those who read it.
static SHAPE: &str = include_str!("../../../.config/ket-qua.schema.json");

/// The results for machines.
pub(super) struct KetQua;

impl Output for KetQua {
    fn name(&self) -> &'static str {
        "ket-qua"
    }

    fn doc(&self) -> Text {
        words::KET_QUA
    }

    fn of_run(&self, context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let text = context.results.scoring.text.clone().into_bytes();
        let file = |name: &str, bytes| Rendered { path: format!("{}/{name}", manifest::FOLDER), bytes };
        Ok(vec![file("ket-qua.schema.json", SHAPE.as_bytes().to_vec()), file("scoring.toml", text)])
    }

    fn heads(&self, context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let bytes = head(context.results).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path: path(), bytes }])
    }

    fn tails(&self, context: &OutputContext, pieces: &mut dyn Pieces) -> Result<(), String> {
        tail(context, &mut Tail::of(path(), pieces)).map_err(|error| error.to_string())
    }

    /// Its members, one on a line.
    fn of_bloc(&self, context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<Rendered>, String> {
        let view = View::new(context, bloc, own);
        let first = context.results.scoring.blocs.iter().position(|bloc| !bloc.members.is_empty());
        let mut bytes = Vec::new();
        for member in 0..view.bloc().members.len() {
            bytes.extend_from_slice(separator(first == Some(bloc) && member == 0));
            serde_json::to_writer(&mut bytes, &marks::member(view, member)).map_err(|error| error.to_string())?;
        }
        Ok(vec![Rendered { path: path(), bytes }])
    }
}

fn path() -> String {
    format!("{}/ket-qua.json", manifest::FOLDER)
}

/// Everything before the members.
fn head(results: &Run) -> io::Result<Vec<u8>> {
    let scoring = results.scoring;
    let head = json!({
        "schema": SCHEMA, "year": scoring.term.year, "period": scoring.term.period.name(), "as_of": scoring.as_of.to_string(), "scoring_sha256": scoring.hash,
    });
    let mut out = head.to_string().into_bytes();
    out.pop();
    list(&mut out, "compacts", scoring.compacts.iter().map(compact::compact))?;
    list(&mut out, "blocs", (0..scoring.blocs.len()).map(|index| bloc(results, index)))?;
    let fields = results.tallies.iter().flat_map(|tally| &tally.fields);
    list(&mut out, "roll_up", fields.map(|entry| rolled(results, entry)))?;
    open(&mut out, "members")?;
    Ok(out)
}

/// Everything behind the members.
fn tail(context: &OutputContext, out: &mut impl Write) -> io::Result<()> {
    let results = context.results;
    let (scoring, proposals) = (results.scoring, &results.proposals);
    out.write_all(CLOSED)?;
    write!(out, ",\n\"shared\": {}", shared::shared(results))?;
    let briefs = (0..scoring.blocs.len()).map(|index| Brief::new(context, index));
    list(out, "review", briefs.filter_map(Midyear::of).map(review::review))?;
    list(out, "proposals", proposals.list.iter().map(|entry| proposal(results, entry)))?;
    list(out, "statements", proposals.statements.iter().map(|own| statement(results, own)))?;
    list(out, "shares", proposals.checks.iter().map(|entry| share(results, entry)))?;
    let lists = &results.common.yearly;
    list(out, "awards_given", lists.awards.iter().flat_map(|list| &list.given).map(yearly::award))?;
    list(out, "fund_entries", lists.fund.iter().flat_map(|list| &list.entries).map(yearly::entry))?;
    list(out, "yearly_forms", yearly::forms(&results.yearly).into_iter())?;
    list(out, "faults", context.notes.iter().map(fault))?;
    if let Some(history) = &results.common.history {
        list(out, "history", history::members(results, history))?;
    }
    out.write_all(b"\n}\n")
}

/// What ends a list.
const CLOSED: &[u8] = b"\n]";

/// What stands before an entry of a list.
fn separator(first: bool) -> &'static [u8] {
    if first { b"\n" } else { b",\n" }
}

fn open(out: &mut impl Write, key: &str) -> io::Result<()> {
    write!(out, ",\n\"{key}\": [")
}

fn list(out: &mut impl Write, key: &str, entries: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    open(out, key)?;
    for (index, entry) in entries.enumerate() {
        out.write_all(separator(index == 0))?;
        serde_json::to_writer(&mut *out, &entry)?;
    }
    out.write_all(CLOSED)
}

fn bloc(results: &Run, index: usize) -> Json {
    let (bloc, compact, ranking) =
        (&results.scoring.blocs[index], results.scoring.compact_of(index), &results.rankings[index]);
    let kept = &results.tallies[index];
    json!({
        "id": bloc.id, "name": bloc.name, "compact": compact.id,
        "provisional": ranking.provisional, "reference_only": results.scoring.half.is_some(), "mixed_stages": kept.mixed,
        "figures": figures(kept.figures()),
        "standings": ranking.standings.iter().map(|entry| standing(results, index, entry)).collect::<Vec<_>>(),
    })
}

/// What a bloc has in a field: the sum of its marks before caps, how many there are and how many are missing.
fn rolled(results: &Run, roll_up: &RollUp) -> Json {
    let (bloc, field) = (roll_up.bloc as usize, roll_up.field as usize);
    json!({
        "bloc": results.scoring.blocs[bloc].id, "field": results.scoring.compact_of(bloc).fields[field].id,
        "sum": points(roll_up.sum), "marked": roll_up.marked, "missing": roll_up.missing,
    })
}

fn standing(results: &Run, bloc: usize, standing: &Standing) -> Json {
    let compact = results.scoring.compact_of(bloc);
    let whole = results.tallies[bloc].members[standing.member].complete;
    json!({
        "member": results.scoring.blocs[bloc].members[standing.member].name,
        "rank": standing.rank, "total": whole.then(|| points(standing.total)),
        "tie": standing.tie.name(), "class": standing.class.and_then(|class| compact.classes.get(class)).map(|class| &class.name),
    })
}

fn proposal(results: &Run, proposal: &Proposal) -> Json {
    let (bloc, member) = proposal.member;
    let bloc = &results.scoring.blocs[bloc];
    json!({
        "award": results.scoring.awards[proposal.award].id, "bloc": bloc.id, "member": bloc.members[member].name,
        "proposed": proposal.proposed, "tied": proposal.tied,
        "conditions": proposal.conditions.iter().map(sentence).collect::<Vec<_>>(),
        "reasons": proposal.reasons.iter().map(sentence).collect::<Vec<_>>(),
        "decided": proposal.decided.iter().map(decided).collect::<Vec<_>>(), "stands": proposal.stands(),
    })
}

fn decided(own: &Decided) -> Json {
    let decision = &own.decision;
    json!({
        "body": decision.body.name(), "proposed": decision.proposed, "changed": own.changed, "reason": decision.reason,
        "minutes": decision.minutes, "date": decision.date, "cell": decision.cell.to_string(),
    })
}

fn statement(results: &Run, own: &Statement) -> Json {
    json!({
        "award": results.scoring.awards[own.award].id, "bloc": results.scoring.blocs[own.bloc].id,
        "sentence": sentence(&own.sentence),
    })
}

fn share(results: &Run, check: &QuotaCheck) -> Json {
    json!({
        "award": results.scoring.awards[check.award].id, "proposed": check.proposed, "base": check.base,
        "allowed": check.allowed, "sentence": sentence(&check.sentence),
    })
}

fn fault(note: &Diagnostic) -> Json {
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| faults::said_of(note, lang));
    let both = |vi: &str, en: &str| json!({ "vi": vi, "en": en });
    let (file, sheet, cell) = findings::place(&note.place);
    json!({
        "code": note.fault.code(), "verdict": manifest::verdict(note.verdict()),
        "file": file, "sheet": sheet, "cell": cell, "found": note.found,
        "bloc": note.about.bloc, "member": note.about.member, "criterion": note.about.criterion,
        "message": both(&vi.message, &en.message), "expected": both(&vi.expected, &en.expected),
        "mend": both(&vi.mend, &en.mend),
    })
}

/// How many actuals there are, and how many of them are not final.
fn figures(figures: Figures) -> Json {
    json!({ "values": figures.values, "estimates": figures.estimates, "forecasts": figures.forecasts })
}

fn points(points: Points) -> String {
    points.decimal().to_string()
}

fn sentence(sentence: &Sentence) -> Json {
    json!({ "vi": sentence(Lang::Vi), "en": sentence(Lang::En) })
}
