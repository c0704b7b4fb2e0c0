//! What the linter of scoring.toml says before a file is read: each fault by itself, and all of them at once.

use thidua::diag::Place;

use crate::harness::SCORING;
use crate::lab::faults;

/// The codes of a text, with the line each stands on.
fn codes(text: &str) -> Vec<(&'static str, usize)> {
    let line = |place: &Place| match place {
        Place::Toml { start, .. } => text[..*start].lines().count().max(1),
        _ => 0,
    };
    faults(text).iter().map(|fault| (fault.fault.code(), line(&fault.place))).collect()
}

/// The small scoring.toml with one thing changed.
fn changed(from: &str, to: &str) -> String {
    assert!(SCORING.contains(from), "{from}");
    SCORING.replacen(from, to, 1)
}

#[test]
fn the_small_file_is_clean() {
    assert_eq!(codes(SCORING), []);
}

#[test]
fn each_fault_by_its_code() {
    let cases = [
        ("schema = 1", "schema = 2".to_owned(), "bad-value"),
        ("year = 2023", "year = \"2023\"".to_owned(), "bad-value"),
        ("as_of = 2023-12-15", "as_of = \"15/12/2023\"".to_owned(), "bad-value"),
        ("period = \"year\"", "period = \"quarter\"".to_owned(), "bad-value"),
        ("issuer =", "isuer =".to_owned(), "unknown-key"),
        ("scale = 100", "scale = 101".to_owned(), "maxima-do-not-add-up"),
        ("maximum = 50", "maximum = 50.125".to_owned(), "bad-value"),
        ("maximum = 80", "maximum = 81".to_owned(), "maxima-do-not-add-up"),
        ("id = \"II\"", "id = \"i\"".to_owned(), "duplicate-id"),
        ("id = \"II\"", "id = \"lpt1\"".to_owned(), "bad-id"),
        ("name = \"Giải ngân\"", "name = \"THU  ngân sách\"".to_owned(), "alike-names"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\nparent = \"III\"".to_owned(), "unknown-reference"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\nparent = \"I\"".to_owned(), "field-cycle"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\ncombine = \"median\"".to_owned(), "bad-value"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\nweight = 0".to_owned(), "bad-value"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\nmissing = { treat = \"zero\" }".to_owned(), "bad-value"),
        ("name = \"Kinh tế\"", "name = \"Kinh tế\"\nmissing = { treat = \"skip\" }".to_owned(), "bad-value"),
        ("at_least = 0", "at_least = 95".to_owned(), "bad-value"),
        ("at_least = 90", "at_least = 101".to_owned(), "bad-value"),
        ("at_least = 90", "at_least = 90\ngate = { criteria = [\"IX\"] }".to_owned(), "unknown-reference"),
        ("at_least = 90", "at_least = 90\ngate = { criteria = [\"I.1\"], met = 2 }".to_owned(), "bad-value"),
        ("break_by = []", "break_by = [\"field:IX\"]".to_owned(), "bad-value"),
        ("break_by = []", "break_by = [\"names\"]".to_owned(), "bad-value"),
        ("stages = [\"council\",", "stages = [\"council\", \"council\",".to_owned(), "bad-value"),
        ("stages = [\"council\",", "stages = [\"council\", \"second\",".to_owned(), "unknown-reference"),
        ("[[compact]]", "[[stage]]\nid = \"second\"\nname = \"\"\n[[compact]]".to_owned(), "bad-value"),
        ("[[compact]]", "[[heading]]\ncolumn = \"actuals\"\nwords = []\n[[compact]]".to_owned(), "unknown-reference"),
        (
            "[[compact]]",
            "[[heading]]\ncolumn = \"actual\"\nwords = [\"Kế hoạch\"]\n[[compact]]".to_owned(),
            "bad-value",
        ),
        ("compact = \"nho\"", "compact = \"to\"".to_owned(), "unknown-reference"),
        ("aliases = [\"ĐV Hai\"]", "aliases = [\"đơn vị ba\"]".to_owned(), "alike-names"),
        ("aliases = [\"ĐV Hai\"]", "women = \"172%\"".to_owned(), "bad-value"),
        ("applies_to = [\"k1\", \"k2\"]", "applies_to = [\"k1\", \"k3\"]".to_owned(), "unknown-reference"),
        ("bloc_vote = \"2/3\"", "bloc_vot = \"2/3\"".to_owned(), "unknown-key"),
    ];
    for (from, to, code) in cases {
        let found = codes(&changed(from, &to));
        assert!(found.iter().any(|(found, _)| *found == code), "{to}: {found:?}");
    }
}

/// What is made of the criterion `I.1`, and what it comes to.
const RULES: &[(&str, &str)] = &[
    ("rule = \"proportionnal\"", "unknown-rule"),
    ("rule = \"proportional\"\nparams = { capp = 1 }", "unknown-parameter"),
    ("rule = \"proportional\"\nparams = { cap = 1.1, at_plan = 50 }", "maximum-out-of-reach"),
    ("rule = \"count\"\nparams = { points = 5 }", "missing-parameter"),
    ("rule = \"count\"\nparams = { points = \"năm\", limit = 50 }", "bad-parameter"),
    ("rule = \"count\"\nparams = { points = 5, limit = 40 }", "maximum-out-of-reach"),
    (
        "rule = \"steps\"\nparams = { at_plan = 40, step = \"1%\", gain = 1, cap = 5, step_down = \"1%\", loss = 1 }",
        "maximum-out-of-reach",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"ratio\", bands = [{ from = 1, points = 50 }, { below = 0.9, points = 0 }] }",
        "band-gap",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"ratio\", bands = [{ from = 1, points = 50 }, { to = 1, points = 0 }] }",
        "band-overlap",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"ratio\", bands = [{ from = 0, points = 50 }, { below = 0, points = 0 }] }",
        "band-unreachable",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"excess\", bands = [{ from = 0, points = 50 }, { from = -0.5, below = 0, points = 0 }] }",
        "band-gap",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"ratio\", bands = [{ from = 0.9, to = 1, points = 50 }, { below = 0.9, points = 0 }] }",
        "band-gap",
    ),
    ("rule = \"proportional\"\nparams = { floor = 1.1 }", "bad-parameter"),
    (
        "rule = \"titles-held\"\nparams = { mode = \"sum\", limit = 50, titles = [{ id = \"a\", name = \"A\", points = 60 }] }",
        "bad-parameter",
    ),
    (
        "rule = \"steps\"\nparams = { at_plan = 45, step = \"1%\", gain = 6, cap = 5, step_down = \"1%\", loss = 1 }",
        "bad-parameter",
    ),
    (
        "rule = \"bands\"\nparams = { on = \"ratio\", bands = [{ from = 1, points = 60 }, { below = 1, points = 0 }] }",
        "maximum-out-of-reach",
    ),
    ("rule = \"entered\"\nmeasure = \"increment\"", "bad-value"),
    ("rule = \"entered\"\ndifficulty = 1.2", "bad-value"),
];

#[test]
fn each_fault_of_a_rule_by_its_code() {
    for (rule, code) in RULES {
        let found = codes(&changed("maximum = 50\nrule = \"proportional\"", &format!("maximum = 50\n{rule}")));
        assert!(found.iter().any(|(found, _)| found == code), "{rule}: {found:?}");
    }
}

#[test]
fn a_group_mean_needs_groups() {
    let text = changed("scale = 100", "scale = 100\nmissing = { treat = \"group-mean\", of = \"raw\" }");
    assert_eq!(codes(&text).len(), 5);
}

#[test]
fn all_shapes_at_once() {
    let text = SCORING
        .replacen("issuer =", "isuer =", 1)
        .replacen("year = 2023", "year = \"2023\"", 1)
        .replacen("maximum = 50", "maximun = 50", 1)
        .replacen("at_least = 90", "at_least = \"90\"", 1)
        .replacen("member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Bốn\" }]", "", 1);
    let mut found = codes(&text);
    found.sort_unstable();
    let expected =
        ["bad-value", "bad-value", "missing-key", "missing-key", "missing-key", "unknown-key", "unknown-key"];
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), expected);
}

#[test]
fn all_meanings_at_once() {
    let text = SCORING
        .replacen("period = \"year\"", "period = \"quarter\"", 1)
        .replacen("rule = \"proportional\"", "rule = \"proportionnal\"", 1)
        .replacen("op = \">=\"", "op = \"=>\"", 1)
        .replacen("compact = \"nho\"", "compact = \"to\"", 1)
        .replacen("bloc_vote = \"2/3\"", "bloc_vote = \"hai phần ba\"", 1)
        .replacen("at_least = 0", "at_least = 95", 1);
    let found: Vec<_> = codes(&text).into_iter().map(|(code, _)| code).collect();
    for code in ["bad-value", "unknown-rule", "bad-parameter", "unknown-reference"] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    assert_eq!(found.iter().filter(|code| **code == "bad-value").count(), 3);
}
