//! Human Development Index 2021: index, dimension, indicator; goalposts with caps, a logarithm, a mean inside a
//! geometric mean, three decimals, ranks shared on the rounded value.

use rust_decimal::Decimal;
use thidua::CATALOGUE;

use super::{THREE, as_it_is, compact, decimal, members, score, table, toml};

/// The values of a table with its figures in columns 1 to 4, each moved by so many halves of its last printed digit.
fn values(rows: &[Vec<String>], halves: i64) -> Vec<Decimal> {
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
    let moved = |figure: &String| {
        let figure = decimal(figure);
        (figure + Decimal::new(5 * halves, figure.scale() + 1)).to_string()
    };
    let moved: Vec<Vec<String>> = rows.iter().map(|row| row[1..5].iter().map(moved).collect()).collect();
    let columns = [("life", 0), ("expected", 1), ("mean", 2), ("gni", 3)];
    let found = score(&CATALOGUE, &toml(&compact, &members(rows.len()), THREE), &moved, &columns);
    found.totals.iter().map(|total| decimal(total)).collect()
}

/// The five rows of the series without rounding that were at hand.
#[test]
fn unrounded_figures_give_the_published_digits() {
    let rows = table(include_str!("hdi-2021-unrounded.csv"));
    for (row, value) in rows.iter().zip(values(&rows, 0)) {
        assert_eq!(value, decimal(&row[5]), "{}", row[0]);
    }
    assert!(rows.iter().any(|row| row[0] == "Viet Nam" && row[5] == "0.703"));
}

/// The printed figures are rounded: 109 of the 191 values follow from them, the other 82 come out one thousandth off.
/// Every published value lies between what the figures give half a digit lower and half a digit higher.
#[test]
fn printed_figures_enclose_every_published_value() {
    let rows = table(include_str!("hdi-2021.csv"));
    let (low, printed, high) = (values(&rows, -1), values(&rows, 0), values(&rows, 1));
    let mut exact = 0;
    for (country, row) in rows.iter().enumerate() {
        let value = decimal(&row[5]);
        assert!((low[country]..=high[country]).contains(&value), "{}", row[0]);
        assert!((printed[country] - value).abs() <= decimal("0.001"), "{}", row[0]);
        exact += usize::from(printed[country] == value);
    }
    assert_eq!((exact, rows.len()), (109, 191));
}

/// All 191 ranks: 1, 2, …, 13, 13, 15, …
#[test]
fn ranks_are_shared_on_the_rounded_value() {
    let rows = table(include_str!("hdi-2021.csv"));
    let as_it_is = as_it_is(1);
    let field = "id = \"I\"\nname = \"I\"\nmaximum = 1";
    let compact = compact("scale = 1", &[field], &[("I", "hdi", "1", "1", &as_it_is)]);
    let found = score(&CATALOGUE, &toml(&compact, &members(rows.len()), THREE), &rows, &[("hdi", 5)]);
    for (member, row) in rows.iter().enumerate() {
        assert_eq!(found.ranks[member], Some(row[6].parse().unwrap()), "{}", row[0]);
    }
}
