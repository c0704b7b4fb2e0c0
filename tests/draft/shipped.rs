//! The wording of the shipped compacts against the rules that stand beside it there.

use rust_decimal::Decimal;

use super::data::{canonical, decimal};
use thidua::CATALOGUE;
use thidua::draft::{Asked, Verdict, propose};

const SCORING: &str = include_str!("../../scoring.toml");

fn criteria() -> Vec<toml::Value> {
    let scoring: toml::Table = toml::from_str(SCORING).unwrap();
    let compacts = scoring["compact"].as_array().unwrap();
    compacts.iter().flat_map(|compact| compact["criterion"].as_array().unwrap()).cloned().collect()
}

fn text<'a>(criterion: &'a toml::Value, key: &str) -> &'a str {
    criterion.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

/// What is taken off at most, for a penalty; the maximum for the others.
fn points(criterion: &toml::Value) -> (Decimal, bool) {
    match criterion.get("params").and_then(|params| params.get("min")) {
        Some(least) => (decimal(least).abs(), true),
        None => (decimal(&criterion["maximum"]), false),
    }
}

fn proposed(criterion: &toml::Value, more: Decimal) -> Verdict {
    let (maximum, penalty) = points(criterion);
    let asked = Asked {
        name: text(criterion, "name"),
        unit: text(criterion, "unit"),
        guide: text(criterion, "guide"),
        maximum: maximum + more,
        penalty,
    };
    propose(&asked, &CATALOGUE)
}

#[test]
fn every_rule_proposed_from_the_shipped_wording_is_the_shipped_rule() {
    let (mut right, mut left) = (0, Vec::new());
    let all = criteria();
    for criterion in &all {
        let name = text(criterion, "name");
        let Ok(proposal) = proposed(criterion, Decimal::ZERO) else {
            left.push(name.to_owned());
            continue;
        };
        assert_eq!(proposal.rule, text(criterion, "rule"), "{name}");
        assert!(criterion.get("measure").is_none(), "{name}");
        assert_eq!(proposal.not_arising, criterion.get("not_arising").and_then(toml::Value::as_str), "{name}");
        if !matches!(proposal.rule, "levels" | "titles-held") && !proposal.params.is_empty() {
            let params: toml::Table = toml::from_str(&format!("x = {}", proposal.params)).unwrap();
            assert_eq!(canonical(&params["x"]), canonical(&criterion["params"]), "{name}");
        }
        right += 1;
    }
    assert!(right * 100 >= all.len() * 85, "{right} of {}; left: {left:#?}", all.len());
}

#[test]
fn no_rule_is_proposed_for_points_that_the_wording_does_not_name() {
    let mut refused = 0;
    for criterion in criteria() {
        let (Ok(proposal), other) = (proposed(&criterion, Decimal::ZERO), proposed(&criterion, Decimal::ONE)) else {
            continue;
        };
        // what names no points of its own fits any
        if proposal.rule == "entered" || !text(&criterion, "guide").contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        assert!(other.is_err(), "{}: {other:?}", text(&criterion, "name"));
        refused += 1;
    }
    assert!(refused > 60, "{refused}");
}
