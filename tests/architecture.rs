//! Imports go one way, crates stay behind their fences, Vietnamese stands in its places, files keep their size.

use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(String, String)> {
    fn list(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() { list(&entry.path(), found) } else { found.push(entry.path()) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    list(&root, &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    found.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The modules a module may name; the layers above the stages may name all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("diag", &["diag"]),
    ("model", &["diag", "model"]),
    ("wording", &["diag", "model", "wording"]),
    ("config", &["config", "diag", "model", "wording"]),
    ("read", &["diag", "model", "read", "wording"]),
    ("reconcile", &["diag", "model", "reconcile", "wording"]),
    ("score", &["diag", "model", "score", "wording"]),
    ("rank", &["diag", "model", "rank", "wording"]),
    ("award", &["award", "diag", "model", "wording"]),
    ("write", &["diag", "model", "wording", "write"]),
    ("record", &["diag", "model", "record", "wording"]),
    ("compare", &["compare", "diag", "model", "record", "wording"]),
    ("cli", &["cli", "diag", "wording"]),
    ("draft", &["diag", "draft", "model", "wording"]),
];

/// A crate and the only places that may name it.
const FENCES: &[(&str, &[&str])] = &[
    ("calamine", &["read/workbook.rs"]),
    ("rust_xlsxwriter", &["write/"]),
    ("plotters", &["write/chart"]),
    ("resvg", &["write/chart"]),
    ("png", &["write/chart/print.rs"]),
    ("polars", &["model/ledger.rs", "rank/", "score/tally.rs"]),
    ("clap", &["cli"]),
    ("csv", &["read/text.rs", "write/outputs/tables"]),
    ("encoding_rs", &["read/text.rs"]),
    // the ranges of native charts are filled in the finished file: the library has no call for it
    ("quick_xml", &["read/lint/", "read/stamp.rs", "write/native/"]),
    // what waits for its turn waits deflated
    ("flate2", &["model/shelf.rs"]),
    ("mimalloc", &["main.rs"]),
    ("rmp_serde", &["model/shelf.rs", "model/told.rs", "read/worker/wire.rs"]),
    ("zip", &["read/archive.rs", "read/lint/", "read/stamp.rs", "write/native/"]),
    ("annotate_snippets", &["wording/render.rs"]),
    ("comfy_table", &["commands/"]),
    ("indicatif", &["commands/console.rs"]),
    ("include_dir", &["commands/init.rs"]),
];

/// Where Vietnamese letters may stand.
const VIETNAMESE: &[&str] = &["wording/", "score/rules/", "award/requirements/", "lib.rs"];

fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod").next().unwrap_or(text)
}

fn is_test(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/") || file.contains("/fixture")
}

#[test]
fn a_stage_never_imports_another_stage() {
    for (file, text) in sources().iter().filter(|(file, _)| !is_test(file)) {
        let module = file.split(['/', '.']).next().unwrap();
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else { continue };
        for line in without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            for named in line.split("crate::").skip(1) {
                let other = named.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
                assert!(other.is_empty() || allowed.contains(&other), "{file} names {other}: {line}");
            }
        }
    }
}

#[test]
fn crates_stay_behind_their_fences() {
    for (file, text) in sources().into_iter().filter(|(file, _)| !is_test(file)) {
        for (name, places) in FENCES {
            let names = |line: &str| {
                !line.trim_start().starts_with("//")
                    && line
                        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':')
                        .any(|word| word.split("::").next() == Some(name) && word.contains("::"))
            };
            let used = without_tests(&text).lines().any(names);
            assert!(!used || places.iter().any(|place| file.starts_with(place)), "{file} uses {name}");
        }
    }
}

#[test]
fn vietnamese_stands_in_its_places_and_is_composed() {
    let accented =
        |c: char| matches!(c, '\u{C0}'..='\u{1B0}' | '\u{1EA0}'..='\u{1EF9}') && !matches!(c, '\u{D7}' | '\u{F7}');
    for (file, text) in sources() {
        assert!(
            !text.contains(['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}']),
            "{file} holds combining marks"
        );
        if is_test(&file) || VIETNAMESE.iter().any(|place| file.starts_with(place)) {
            continue;
        }
        for line in without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert!(!line.contains(accented), "{file}: {line}");
        }
    }
}

/// `rules/mod.rs` says how a rule is added; this keeps it true.
#[test]
fn a_rule_is_one_file_and_two_lines() {
    let sources = sources();
    let is_rule =
        |(file, text): &&(String, String)| file.starts_with("score/rules/") && text.contains("\nimpl Rule for ");
    let mut found = 0;
    for (file, text) in sources.iter().filter(is_rule) {
        let module = file.trim_start_matches("score/rules/").trim_end_matches(".rs");
        let kind = text.split("\nimpl Rule for ").nth(1).unwrap().split(' ').next().unwrap();
        let (as_module, as_type) = (format!("mod {module};"), format!("&{module}::{kind},"));
        let elsewhere = |(other, _): &&(String, String)| other != file && !is_test(other);
        let mut lines = Vec::new();
        for (other, text) in sources.iter().filter(elsewhere) {
            let names = |line: &&str| line.contains(&format!("{module}::{kind}")) || line.trim() == as_module;
            lines.extend(without_tests(text).lines().filter(names).map(|line| (other.as_str(), line.trim())));
        }
        let table = "score/rules/mod.rs";
        assert_eq!(lines, [(table, as_module.as_str()), (table, as_type.as_str())], "{file}");
        found += 1;
    }
    assert_eq!(found, thidua::CATALOGUE.rules.len());
}

#[test]
fn files_keep_their_size() {
    for (file, text) in sources() {
        assert!(text.lines().count() <= 600, "{file} has {} lines", text.lines().count());
        assert!(text.starts_with("//!"), "{file} does not say what it is");
        assert!(!file.contains("util") && !file.contains("helper") && !file.contains("misc"), "{file}");
    }
}
