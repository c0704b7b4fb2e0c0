//! Every rule of the catalogue with parameters to try it by: rule, maximum, parameters in TOML.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use thidua::CATALOGUE;
use thidua::model::{Args, Kernel};

/// At least one for every rule, and one for every way a rule may go.
pub const CASES: &[(&str, &str, &str)] = &[
    ("proportional", "20", ""),
    ("proportional", "11", "cap = 1.1\nat_plan = 10"),
    ("proportional", "10", "floor = '50%'"),
    ("proportional", "10", "lower = 'ratio'"),
    ("proportional", "12", "lower = 'ratio'\ncap = '6/5'\nfloor = '80%'"),
    ("proportional", "10", "lower = 'linear'\nfloor = '1/4'"),
    ("proportional", "10", "lower = 'ceiling'"),
    ("threshold", "60", "op = '>='\nelse = 'proportional'"),
    ("threshold", "35", "op = '>'\nelse = 'zero'"),
    ("steps", "60", "at_plan = 54\nstep = '1%'\ngain = 1\ncap = 6\nstep_down = '1%'\nloss = 1"),
    ("steps", "12", "at_plan = 10\nstep = '5%'\ngain = 0.5\ncap = 2\nstep_down = '2.5%'\nloss = 0.75"),
    ("steps", "12", "at_plan = 10\nstep = '1/3'\ngain = 1\ncap = 2\nstep_down = '1%'\nloss = 1\npartial = 'part'"),
    (
        "bands",
        "1.5",
        "on = 'ratio'\nbands = [{above = 0.95, points = 1.5}, {from = 0.75, to = 0.95, points = 1}, \
         {from = 0.5, below = 0.75, points = 0.5}, {below = 0.5, points = 0}]",
    ),
    ("bands", "10", "on = 'actual'\nbands = [{from = 0, below = 5, points = 10}, {from = 5, to = 10, points = 4}]"),
    (
        "bands",
        "10",
        "on = 'excess'\nbands = [{from = 0.05, points = 10}, {from = 0, below = 0.05, points = 8}, {below = 0, points = 1}]",
    ),
    (
        "bands",
        "15",
        "on = 'difference'\nbands = [{from = 0, points = 15}, {from = -0.2, below = 0, points = 10}, {below = -0.2, points = 0}]",
    ),
    (
        "deduction-bands",
        "70",
        "bands = [{from = 0, to = 0, deduct = 0}, {above = 0, to = 5, deduct = 10}, {above = 5, to = 10, deduct = 25}, \
         {above = 10, deduct = 'all'}]",
    ),
    (
        "deduction-bands",
        "10",
        "on = 'ratio'\nbands = [{from = 1, deduct = 0}, {from = 0.9, below = 1, deduct = 2.5}, {below = 0.9, deduct = 'all'}]",
    ),
    ("leader-relative", "10", ""),
    ("leader-relative", "15", "base = '3/5'"),
    ("growth", "100", ""),
    ("growth", "12", "target = '5%'\ndirection = 'lower'"),
    ("rank-change", "40", ""),
    ("rank-change", "40", "target = 5"),
    (
        "compound",
        "10",
        "combine = 'weights'\nparts = [{id = 'a', name = 'a', weight = '3/5', rule = 'proportional'}, \
         {id = 'b', name = 'b', weight = '2/5', rule = 'bands', params = {on = 'ratio', bands = [{from = 1, points = 4}, {below = 1, points = 1}]}}]",
    ),
    (
        "compound",
        "40",
        "combine = 'mean'\nparts = [{id = 'a', name = 'a', rule = 'rank-change', params = {target = 5}}, \
         {id = 'b', name = 'b', rule = 'proportional'}]",
    ),
    (
        "compound",
        "10",
        "combine = 'min'\nparts = [{id = 'a', name = 'a', rule = 'proportional'}, {id = 'b', name = 'b', rule = 'min-max', params = {alike = 'half'}}]",
    ),
    (
        "compound",
        "10",
        "combine = 'all'\nparts = [{id = 'a', name = 'a', rule = 'threshold', params = {op = '>=', else = 'proportional'}}, {id = 'b', name = 'b', rule = 'proportional'}]",
    ),
    ("pass-fail", "2", ""),
    ("pass-fail", "3", "pass = ['rồi', 'xong']\nfail = ['chưa \"xong\"']"),
    (
        "levels",
        "25",
        "levels = [{word = 'xuất sắc', points = 25, aliases = ['XS']}, {word = 'tốt', points = 20}, {word = 'không', points = 0}]",
    ),
    ("deduct", "25", "each = 2.5"),
    ("checklist", "30", "items = 7"),
    ("count", "15", "points = 2.5\nlimit = 15"),
    ("balance", "10", "bonus = 3\npenalty = 5\nmin = -10\nmax = 10"),
    ("balance", "0", "penalty = 10\nmin = -40"),
    (
        "titles-held",
        "15",
        "mode = 'sum'\nlimit = 15\ntitles = [{id = 'order', name = 'order', points = 10}, {id = 'flag', name = 'flag', points = 5}]",
    ),
    (
        "titles-held",
        "10",
        "mode = 'best'\nlimit = 10\ntitles = [{id = 'order', name = 'order', points = 10}, {id = 'flag', name = 'flag', points = 5}]",
    ),
    ("lateness", "2", "late = [{days = 0, points = 2}, {days = 2, points = 1.5}, {days = 5, points = 1}]\nbeyond = 0"),
    ("lateness", "2", "due = 2023-03-10\nlate = [{days = 0, points = 2}, {days = 10, points = 0.5}]\nbeyond = 0.25"),
    ("entered", "10", ""),
    ("goalposts", "100", "low = 20\nhigh = 85\nbeyond = 'clip'"),
    ("goalposts", "10", "low = -5\nhigh = 5\nbeyond = 'refuse'\ndirection = 'lower'"),
    ("goalposts", "100", "low = 1\nhigh = 7500\nbeyond = 'clip'\nscale = 'log'"),
    ("min-max", "10", "alike = 'half'"),
    ("min-max", "10", "alike = 'refuse'\ndirection = 'lower'"),
    ("min-max", "10", "alike = 'full'"),
    ("min-max", "10", "alike = 'zero'"),
    ("z-score", "10", "deviation = 'population'\nspan = 2"),
    ("z-score", "10", "deviation = 'sample'\nspan = '3/2'\ndirection = 'lower'"),
    ("rank-share", "10", ""),
    ("rank-share", "10", "direction = 'lower'"),
    ("percent-rank", "10", ""),
    ("percent-rank", "10", "direction = 'lower'"),
    ("ratio-to-best", "10", ""),
    ("ratio-to-best", "10", "direction = 'lower'"),
];

/// A case bound, ready to mark.
#[track_caller]
pub fn kernel((rule, maximum, params): (&str, &str, &str)) -> Box<dyn Kernel> {
    let table: toml::Table = toml::from_str(params).unwrap_or_else(|fault| panic!("{rule} {params}: {fault}"));
    let args = Args { values: table.into_iter().collect() };
    let found = CATALOGUE.rule(rule).unwrap_or_else(|| panic!("{rule}"));
    let misfits = found
        .params()
        .iter()
        .filter(|param| args.values.get(param.key).map_or(param.required, |value| !param.kind.admits(value)));
    assert_eq!(misfits.count(), 0, "{rule} {params}");
    found.bind(&args, decimal(maximum), &CATALOGUE).unwrap_or_else(|faults| panic!("{rule} {params}: {faults:?}"))
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn every_rule_has_a_case() {
    let tried: BTreeSet<_> = CASES.iter().map(|(rule, ..)| *rule).collect();
    let known: BTreeSet<_> = CATALOGUE.rules.iter().map(|rule| rule.name()).collect();
    assert_eq!(tried, known);
}
