//! Published tables, expressed as compacts, to their published digits. Each file of data names its source.

#[path = "published/power.rs"]
mod power;

use std::fmt::Write;

use rust_decimal::Decimal;
use thidua::CATALOGUE;
use thidua::model::{Catalogue, Rule};

use crate::lab::{Found, Lab, text};

/// The rows of a table, without its source and its heading.
fn table(csv: &str) -> Vec<Vec<String>> {
    let rows = csv.split_once('\n').unwrap().1;
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Members by number, so that any name may stand in a table.
fn members(count: usize) -> Vec<String> {
    (0..count).map(|member| format!("M{member}")).collect()
}

/// A compact of criteria under fields: field, id, maximum, weight, rule with its parameters.
fn compact(root: &str, fields: &[&str], criteria: &[(&str, &str, &str, &str, &str)]) -> String {
    let mut out = format!("{root}\n");
    for field in fields {
        write!(out, "[[compact.field]]\n{field}\n").unwrap();
    }
    for (field, id, maximum, weight, rule) in criteria {
        write!(
            out,
            "[[compact.criterion]]\nid = \"{id}\"\nfield = \"{field}\"\nname = \"{id}\"\nmaximum = {maximum}\n\
             weight = {weight}\n{rule}\n"
        )
        .unwrap();
    }
    out
}

/// Scores a table: for each criterion, the column of its figures.
fn score(catalogue: &'static Catalogue, toml: &str, rows: &[Vec<String>], columns: &[(&str, usize)]) -> Found {
    let mut lab = Lab::with(catalogue, toml);
    for (member, row) in rows.iter().enumerate() {
        for (criterion, column) in columns {
            lab.put(member, criterion, "actual", &row[*column]);
        }
    }
    lab.run()
}

const THREE: &str = "{ criterion = \"none\", total = 3 }";
const COMPETITION: &str = "{ rank = \"competition\", on = \"rounded\", break_by = [] }";

fn toml(compact: &str, members: &[String], rounding: &str) -> String {
    text(compact, &members.iter().map(String::as_str).collect::<Vec<_>>(), rounding, COMPETITION)
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Three levels (index, dimension, indicator), goalposts with caps, a logarithm, a mean inside a geometric mean, three
/// decimals, ranks on the rounded value. The printed figures are rounded, so only countries whose value follows from
/// them are in the table: 62 of those that were tried.
#[test]
fn human_development_index_2021() {
    let rows = table(include_str!("published/hdi-2021.csv"));
    let goalposts = |low: &str, high: &str, rest: &str| {
        format!("rule = \"goalposts\"\nparams = {{ low = {low}, high = {high}, beyond = \"clip\"{rest} }}")
    };
    let fields = ["health", "education", "income"]
        .map(|id| format!("id = \"{id}\"\nname = \"{id}\"\nmaximum = 1\ncombine = \"mean\""));
    let [life, expected, mean, income] = [
        goalposts("20", "85", ""),
        goalposts("0", "18", ""),
        goalposts("0", "15", ""),
        goalposts("100", "75000", ", scale = \"log\""),
    ];
    let compact = compact(
        "scale = 1\ncombine = \"geometric\"",
        &fields.each_ref().map(String::as_str),
        &[
            ("health", "life", "1", "1", &life),
            ("education", "expected", "1", "1", &expected),
            ("education", "mean", "1", "1", &mean),
            ("income", "gni", "1", "1", &income),
        ],
    );
    let toml = toml(&compact, &members(rows.len()), THREE);
    let found = score(&CATALOGUE, &toml, &rows, &[("life", 1), ("expected", 2), ("mean", 3), ("gni", 4)]);
    assert_eq!(rows.len(), 62);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(decimal(&found.totals[member]), decimal(&row[5]), "{}", row[0]);
        let better = rows.iter().filter(|other| decimal(&other[5]) > decimal(&row[5])).count();
        assert_eq!(found.ranks[member], Some(u32::try_from(better + 1).unwrap()), "{}", row[0]);
        let printed = |other: &Vec<String>| other[6].parse::<u32>().unwrap();
        let shares = |other: &&Vec<String>| other[5] == row[5];
        assert!(rows.iter().filter(shares).all(|other| printed(other) == printed(row)), "{}", row[0]);
    }
}

#[test]
fn human_development_ranks_2021() {
    let rows = table(include_str!("published/hdi-2021-ranks.csv"));
    let compact = compact(
        "scale = 1",
        &["id = \"I\"\nname = \"I\"\nmaximum = 1"],
        &[("I", "hdi", "1", "1", "rule = \"goalposts\"\nparams = { low = 0, high = 1, beyond = \"refuse\" }")],
    );
    let toml = toml(&compact, &members(rows.len()), THREE);
    let found = score(&CATALOGUE, &toml, &rows, &[("hdi", 1)]);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(found.ranks[member], Some(row[2].parse().unwrap()), "{}", row[0]);
    }
}

/// A rule of one file, in a catalogue of its own.
static ATHLETICS: Catalogue = Catalogue {
    rules: &[&power::Power as &dyn Rule],
    requirements: CATALOGUE.requirements,
    outputs: CATALOGUE.outputs,
    tie_breaks: CATALOGUE.tie_breaks,
};

#[test]
fn decathlon() {
    let rows = table(include_str!("published/decathlon.csv"));
    let events = [
        ("25.4347", "18", "1.81", "yes"),
        ("0.14354", "220", "1.4", "no"),
        ("51.39", "1.5", "1.05", "no"),
        ("0.8465", "75", "1.42", "no"),
        ("1.53775", "82", "1.81", "yes"),
        ("5.74352", "28.5", "1.92", "yes"),
        ("12.91", "4", "1.1", "no"),
        ("0.2797", "100", "1.35", "no"),
        ("10.14", "7", "1.08", "no"),
        ("0.03768", "480", "1.85", "yes"),
    ];
    let rules = events
        .map(|(a, b, c, run)| format!("rule = \"power\"\nparams = {{ a = {a}, b = {b}, c = {c}, run = \"{run}\" }}"));
    let ids: Vec<String> = (1..=10).map(|event| format!("e{event}")).collect();
    let criteria: Vec<_> =
        ids.iter().zip(&rules).map(|(id, rule)| ("I", id.as_str(), "1400", "1", rule.as_str())).collect();
    let compact = compact("scale = 14000", &["id = \"I\"\nname = \"I\"\nmaximum = 14000"], &criteria);
    let columns: Vec<_> = ids.iter().zip(1..).map(|(id, column)| (id.as_str(), column)).collect();
    let found = score(&ATHLETICS, &toml(&compact, &members(rows.len()), THREE), &rows, &columns);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(found.totals[member], row[11], "{}: {:?}", row[0], found.marks[member]);
    }
    // the marks of the world record, as published with it
    assert_eq!(found.marks[0], ["963", "1010", "851", "850", "889", "1007", "882", "1051", "918", "705"]);
}

/// Six indicators, each against the best, weighted under four criteria; the total against the best total. The
/// indicators are printed with one decimal: four of the 32 totals come out a tenth off for that.
#[test]
fn academic_ranking_of_world_universities_2025() {
    let rows = table(include_str!("published/arwu-2025.csv"));
    let fields = [("education", 10), ("faculty", 40), ("output", 40), ("per-capita", 10)].map(|(id, weight)| {
        format!("id = \"{id}\"\nname = \"{id}\"\nmaximum = 100\nweight = {weight}\ncombine = \"mean\"")
    });
    let best = "rule = \"ratio-to-best\"";
    let compact_ = compact(
        "scale = 100\ncombine = \"mean\"",
        &fields.each_ref().map(String::as_str),
        &[
            ("education", "alumni", "100", "1", best),
            ("faculty", "award", "100", "20", best),
            ("faculty", "hici", "100", "20", best),
            ("output", "n-s", "100", "20", best),
            ("output", "pub", "100", "20", best),
            ("per-capita", "pcp", "100", "1", best),
        ],
    );
    let columns = [("alumni", 2), ("award", 3), ("hici", 4), ("n-s", 5), ("pub", 6), ("pcp", 7)];
    let none = "{ criterion = \"none\", total = \"none\" }";
    let weighted = score(&CATALOGUE, &toml(&compact_, &members(rows.len()), none), &rows, &columns);
    let sums: Vec<Vec<String>> = weighted.totals.into_iter().map(|total| vec![total]).collect();
    let whole = compact("scale = 100", &["id = \"I\"\nname = \"I\"\nmaximum = 100"], &[("I", "sum", "100", "1", best)]);
    let one = "{ criterion = 1, total = 1 }";
    let found = score(&CATALOGUE, &toml(&whole, &members(rows.len()), one), &sums, &[("sum", 0)]);
    let mut off = Vec::new();
    for (member, row) in rows.iter().enumerate() {
        let gap = decimal(&found.totals[member]) - decimal(&row[8]);
        assert!(gap.abs() <= decimal("0.1"), "{}: {} for {}", row[0], found.totals[member], row[8]);
        if !gap.is_zero() {
            off.push(row[1].as_str());
        }
    }
    assert_eq!(off, ["3", "12", "14", "24"]);
}

/// A textbook's decision matrix, one criterion of which is a cost, normalised to two decimals as the book prints it.
#[test]
fn simple_additive_weighting() {
    let rows = table(include_str!("published/saw.csv"));
    let best = "rule = \"ratio-to-best\"";
    let least = "rule = \"ratio-to-best\"\nparams = { direction = \"lower\" }";
    let compact = compact(
        "scale = 1",
        &["id = \"I\"\nname = \"I\"\nmaximum = 1\ncombine = \"mean\""],
        &[
            ("I", "speed", "1", "0.2", best),
            ("I", "range", "1", "0.1", best),
            ("I", "payload", "1", "0.1", best),
            ("I", "cost", "1", "0.1", least),
            ("I", "reliability", "1", "0.2", best),
            ("I", "manoeuvrability", "1", "0.3", best),
        ],
    );
    let toml = toml(&compact, &members(rows.len()), "{ criterion = 2, total = 3 }");
    let columns = [("speed", 1), ("range", 2), ("payload", 3), ("cost", 4), ("reliability", 5), ("manoeuvrability", 6)];
    let found = score(&CATALOGUE, &toml, &rows, &columns);
    for (member, row) in rows.iter().enumerate().filter(|(_, row)| !row[7].is_empty()) {
        assert_eq!(decimal(&found.totals[member]), decimal(&row[7]), "{}", row[0]);
    }
    assert_eq!(found.ranks, [2, 4, 3, 1].map(Some));
}

/// Three levels (total, group, criterion) of police clusters' scoring, with a criterion that was not assigned (KP):
/// 13 of the 15 points assigned are 86.67 %, as the requirement text of that system (2025) works it out.
#[test]
fn points_got_of_points_assigned() {
    let counted = "rule = \"count\"\nparams = { points = 1, limit = 10 }\nassigned = \"per-member\"";
    let five = "rule = \"count\"\nparams = { points = 1, limit = 5 }\nassigned = \"per-member\"";
    let compact = compact(
        "scale = 100\ncombine = \"mean\"\nmissing = { treat = \"skip\", available = \"1/2\" }",
        &[
            "id = \"I\"\nname = \"I\"\nmaximum = 20",
            "id = \"I.1\"\nname = \"I.1\"\nparent = \"I\"\nmaximum = 15",
            "id = \"I.2\"\nname = \"I.2\"\nparent = \"I\"\nmaximum = 5",
        ],
        &[("I.1", "a", "10", "1", counted), ("I.1", "b", "5", "1", five), ("I.2", "c", "5", "1", five)],
    );
    let mut lab = Lab::new(&toml(&compact, &members(1), "{ criterion = 2, total = 2 }"));
    lab.put(0, "a", "actual", "9").put(0, "b", "actual", "4").put(0, "c", "actual", "không giao");
    assert_eq!(lab.run().totals, ["86.67"]);
}
