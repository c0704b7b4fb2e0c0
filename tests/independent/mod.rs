//! The engine against a scorer written from the documents alone, on random compacts whose figures sit on edges.
//!
//! `scorer` knows nothing of the library; `compacts`, `rules` and `figures` make a case from a seed; `written` writes it
//! as TOML and as cells. A difference panics with the seed, so that it can be made again.

mod compacts;
mod figures;
mod parameters;
mod rules;
mod scorer;
mod written;

use fastrand::Rng;

use crate::lab::Lab;
use scorer::number::{Q, digits};
use scorer::{Combine, Compact, Kind, Row, Scored, State, score};

/// How many compacts a run compares; the marks of all, fields, totals and ranks of those where nothing is open.
const COMPACTS: u64 = 4_000;

#[test]
fn differential_against_the_independent_scorer() {
    let one = std::env::var("INDEPENDENT_SEED").ok().and_then(|seed| seed.parse().ok());
    let seeds = one.map_or(0..COMPACTS, |seed| seed..seed + 1);
    let (mut marks, mut given, mut settled, mut different) = (0, 0, 0, Vec::new());
    for seed in seeds {
        let mut rng = Rng::with_seed(seed);
        let compact = compacts::compact(&mut rng);
        let bloc = figures::bloc(&mut rng, &compact);
        let scored = score(&compact, &bloc);
        marks += scored.iter().map(|member| member.marks.len()).sum::<usize>();
        given += scored.iter().flat_map(|member| &member.marks).filter(|mark| matches!(mark, State::Points(_))).count();
        let open = scored.iter().any(|member| is_open(&compact, member));
        settled += usize::from(!open);
        different.extend(compare(seed, &compact, &bloc, &scored, open));
    }
    if let Some(first) = different.first() {
        panic!("{} compacts differ; the first is {first}", different.len());
    }
    assert!(one.is_some() || settled >= 3_000, "only {settled} compacts were compared in full");
    assert!(one.is_some() || given * 4 > marks * 3, "only {given} of {marks} marks had points");
}

/// Scores the same bloc with the engine; the case and all that differs, if anything does. Where something is open the marks
/// alone are compared.
fn compare(seed: u64, compact: &Compact, bloc: &[Vec<Row>], scored: &[Scored], open: bool) -> Option<String> {
    let text = written::toml(compact, bloc.len());
    let mut lab = Lab::new(&text);
    for (member, rows) in bloc.iter().enumerate() {
        for (criterion, row) in compact.criteria.iter().zip(rows) {
            for (key, cell) in row {
                written::put(&mut lab, member, &criterion.id, key, cell);
            }
        }
    }
    let found = lab.run();
    let combined = compact.fields.iter().map(|field| field.combine).chain([compact.combine]);
    let roots = combined.into_iter().any(|combine| combine == Combine::Geometric);
    let mut differences = Vec::new();
    for (member, own) in scored.iter().enumerate() {
        let mut note = |what: &str, engine: &str, second: &str| {
            if engine != second && !(roots && within_a_root(engine, second)) {
                differences.push(format!("member {member}, {what}: the engine {engine}, the scorer {second}"));
            }
        };
        for (index, criterion) in compact.criteria.iter().enumerate() {
            note(&format!("mark of {}", criterion.id), &found.marks[member][index], &state(&own.marks[index]));
        }
        for (index, field) in compact.fields.iter().enumerate().filter(|_| !open) {
            note(&format!("points of {}", field.id), &found.fields[member][index], &state(&own.fields[index]));
        }
        let total = own.total.as_ref().map_or("incomplete".to_owned(), |(rounded, _)| shown(rounded));
        if open {
            continue;
        }
        note("total", &found.totals[member], &total);
        note("rank", &format!("{:?}", found.ranks[member]), &format!("{:?}", own.rank));
    }
    if differences.is_empty() {
        return None;
    }
    let figures: Vec<String> = bloc.iter().enumerate().map(|(member, rows)| listed(member, compact, rows)).collect();
    let reasons = found.because.iter().map(|reasons| format!("{reasons:?}")).collect::<Vec<_>>();
    let (figures, reasons, differences) = (figures.join("\n"), reasons.join("\n"), differences.join("\n"));
    Some(format!("seed {seed}\n{text}\n{figures}\n{reasons}\n{differences}"))
}

/// Whether the documents leave open what becomes of a member: nothing of the scale is assigned to it, and the engine's
/// total is then zero, not none.
fn is_open(compact: &Compact, member: &Scored) -> bool {
    let mut tops = compact.fields.iter().zip(&member.fields).filter(|(field, _)| field.parent.is_none());
    tops.all(|(field, state)| field.kind != Kind::Scale || *state == State::Out)
}

/// Whether two numbers are as near as a root in binary arithmetic comes, in the ninth decimal.
fn within_a_root(one: &str, other: &str) -> bool {
    let parsed = |text: &str| text.parse::<f64>().ok();
    parsed(one).zip(parsed(other)).is_some_and(|(one, other)| (one - other).abs() < 2.5e-9)
}

fn listed(member: usize, compact: &Compact, rows: &[Row]) -> String {
    let row = |(criterion, row): (&scorer::Criterion, &Row)| {
        let cells: Vec<String> = row.iter().map(|(key, cell)| format!("{key}={}", written::cell(cell))).collect();
        format!("{}[{}]", criterion.id, cells.join(" "))
    };
    format!("{member}: {}", compact.criteria.iter().zip(rows).map(row).collect::<Vec<_>>().join(" "))
}

fn state(state: &State) -> String {
    match state {
        State::Points(points) => shown(points),
        State::Missing => "missing".to_owned(),
        State::Out => "out".to_owned(),
    }
}

fn shown(points: &Q) -> String {
    digits(points).unwrap_or_else(|| points.to_string())
}
