//! SDG Index 2023: index, goal, indicator; equal weights at each level. An indicator without data is left out of its
//! goal; a goal without a score takes the mean of the country's region ("Goal 1 Regional Score" and so on in its data).

use rust_decimal::{Decimal, RoundingStrategy};
use thidua::CATALOGUE;

use super::{as_it_is, compact, decimal, members, score, table, toml};

const ROOT: &str = "scale = 100\ncombine = \"mean\"";

/// A published score to six decimals.
fn six(score: &str) -> Decimal {
    decimal(score).round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero)
}

/// A goal that is the mean of what is below it.
fn goal(number: usize, missing: &str) -> String {
    format!("id = \"g{number}\"\nname = \"g{number}\"\nmaximum = 100\ncombine = \"mean\"\nmissing = {{ {missing} }}")
}

/// All 166 scores to six decimals and all ranks; 59 countries lack the score of one goal or two.
#[test]
fn a_goal_without_a_score_takes_the_mean_of_the_region() {
    let rows = table(include_str!("sdg-2023.csv"));
    let goals: Vec<String> = (1..=17).map(|number| goal(number, "treat = \"group-mean\", of = \"node\"")).collect();
    let ids: Vec<(String, String)> = (1..=17).map(|number| (format!("g{number}"), format!("s{number}"))).collect();
    let as_it_is = as_it_is(100);
    let criteria: Vec<_> =
        ids.iter().map(|(field, id)| (field.as_str(), id.as_str(), "100", "1", as_it_is.as_str())).collect();
    let compact = compact(ROOT, &goals.iter().map(String::as_str).collect::<Vec<_>>(), &criteria);
    let members: Vec<String> =
        rows.iter().map(|row| format!("name = \"{}\", group = \"{}\"", row[0], row[1])).collect();
    let columns: Vec<_> = ids.iter().zip(3..).map(|((_, id), column)| (id.as_str(), column)).collect();
    let places = "{ criterion = \"none\", total = 6 }";
    let found = score(&CATALOGUE, &toml(&compact, &members, places), &rows, &columns);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(decimal(&found.totals[member]), six(&row[2]), "{}", row[0]);
        assert_eq!(found.ranks[member], u32::try_from(member + 1).ok(), "{}", row[0]);
    }
    let lacking = rows.iter().filter(|row| row.iter().any(String::is_empty)).count();
    assert_eq!((lacking, rows.len(), found.provisional), (59, 166, false));
}

/// The first three countries from the 98 indicators: all 17 goals to six decimals, the scores 86.8, 86.0 and 85.7.
#[test]
fn an_indicator_without_data_is_left_out_of_its_goal() {
    let indicators = table(include_str!("sdg-2023-indicators.csv"));
    let goals: Vec<String> = (1..=17).map(|number| goal(number, "treat = \"skip\", available = \"1/2\"")).collect();
    let ids: Vec<(String, &str)> = indicators.iter().map(|row| (format!("g{}", row[0]), row[1].as_str())).collect();
    let as_it_is = as_it_is(100);
    let criteria: Vec<_> = ids.iter().map(|(field, id)| (field.as_str(), *id, "100", "1", as_it_is.as_str())).collect();
    let compact = compact(ROOT, &goals.iter().map(String::as_str).collect::<Vec<_>>(), &criteria);
    let rows: Vec<Vec<String>> =
        (2..5).map(|country| indicators.iter().map(|row| row[country].clone()).collect()).collect();
    let columns: Vec<_> = ids.iter().map(|(_, id)| *id).zip(0..).collect();
    let one = "{ criterion = \"none\", field = 6, total = 1 }";
    let found = score(&CATALOGUE, &toml(&compact, &members(3), one), &rows, &columns);
    let published = table(include_str!("sdg-2023.csv"));
    for (member, row) in published.iter().take(3).enumerate() {
        for (goal, score) in found.fields[member].iter().zip(&row[3..]) {
            assert_eq!(decimal(goal), six(score), "{}", row[0]);
        }
    }
    assert_eq!(
        found.totals.iter().map(|total| decimal(total)).collect::<Vec<_>>(),
        ["86.8", "86", "85.7"].map(decimal)
    );
    assert_eq!(found.ranks, [1, 2, 3].map(Some));
    assert!(found.marks[0].contains(&"missing".to_owned()) && !found.provisional);
}

/// Goal 7 of four countries from its figures, between the report's lower bounds and optima: emissions per output are
/// better low.
#[test]
fn figures_to_scores_to_the_goal() {
    let rows = table(include_str!("sdg-2023-goal-7.csv"));
    let between = |low: &str, high: &str, direction: &str| {
        format!(
            "rule = \"goalposts\"\nparams = {{ low = {low}, high = {high}, beyond = \"clip\", direction = \"{direction}\" }}"
        )
    };
    let rules = [
        ("elecac", between("9.1", "100", "higher")),
        ("cleanfuel", between("2", "100", "higher")),
        ("co2twh", between("0", "5.9", "lower")),
        ("renewcon", between("3", "55", "higher")),
    ];
    let criteria: Vec<_> = rules.iter().map(|(id, rule)| ("g7", *id, "100", "1", rule.as_str())).collect();
    let compact = compact(ROOT, &[&goal(7, "treat = \"skip\", available = \"1/2\"")], &criteria);
    let columns: Vec<_> = rules.iter().map(|(id, _)| *id).zip(1..).collect();
    let found = score(&CATALOGUE, &toml(&compact, &members(4), "{ criterion = 3, total = 6 }"), &rows, &columns);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(found.marks[member], row[5..9], "{}", row[0]);
        assert_eq!(found.totals[member], row[9], "{}", row[0]);
    }
}
