//! Ten events under the power law of the scoring tables, points cut to whole ones, two days, a total.

use thidua::CATALOGUE;
use thidua::model::{Catalogue, Rule};

use super::power::Power;
use super::{THREE, compact, members, score, table, toml};

/// A rule of one file, in a catalogue of its own.
static ATHLETICS: Catalogue = Catalogue {
    rules: &[&Power as &dyn Rule],
    requirements: CATALOGUE.requirements,
    outputs: CATALOGUE.outputs,
    tie_breaks: CATALOGUE.tie_breaks,
};

/// The constants of the tables, in the order of the events.
const EVENTS: [(&str, &str, &str, &str); 10] = [
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

/// All 14 totals, and the four scores after day one that were found in print.
#[test]
fn totals_and_days() {
    let rows = table(include_str!("decathlon.csv"));
    let rules = EVENTS
        .map(|(a, b, c, run)| format!("rule = \"power\"\nparams = {{ a = {a}, b = {b}, c = {c}, run = \"{run}\" }}"));
    let ids: Vec<String> = (1..=10).map(|event| format!("e{event}")).collect();
    let days = ["one"; 5].into_iter().chain(["two"; 5]);
    let criteria: Vec<_> =
        days.zip(&ids).zip(&rules).map(|((day, id), rule)| (day, id.as_str(), "1400", "1", rule.as_str())).collect();
    let fields = ["id = \"one\"\nname = \"one\"\nmaximum = 7000", "id = \"two\"\nname = \"two\"\nmaximum = 7000"];
    let compact = compact("scale = 14000", &fields, &criteria);
    let columns: Vec<_> = ids.iter().zip(1..).map(|(id, column)| (id.as_str(), column)).collect();
    let found = score(&ATHLETICS, &toml(&compact, &members(rows.len()), THREE), &rows, &columns);
    assert_eq!(rows.len(), 14);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(found.totals[member], row[12], "{}: {:?}", row[0], found.marks[member]);
        assert!(row[11].is_empty() || found.fields[member][0] == row[11], "{}: {:?}", row[0], found.fields[member]);
    }
    // the marks of the world record, as published with it
    assert_eq!(found.marks[0], ["963", "1010", "851", "850", "889", "1007", "882", "1051", "918", "705"]);
    // worldathletics.org, 28 August 2015: 1060 points from the 400 metres
    assert_eq!((rows[2][0].as_str(), found.marks[2][4].as_str()), ("Ashton Eaton 2015", "1060"));
}
