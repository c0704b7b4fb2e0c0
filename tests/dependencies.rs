//! The crates that are built into the program: their licences, what none of them may be, which are there twice; all from
//! Cargo.lock and what cargo has on this machine, without a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// `.config/dependencies.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    platforms: Vec<String>,
    licences: BTreeSet<String>,
    banned: BTreeMap<String, Vec<String>>,
    tolerated: BTreeMap<String, String>,
    duplicates: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Built {
    name: String,
    version: String,
    licence: String,
}

impl Built {
    /// Whether this is the crate of that name, or one that goes on from it behind a dash.
    fn is(&self, name: &str) -> bool {
        self.name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn allowed() -> Allowed {
    toml::from_str(&fs::read_to_string(root().join(".config/dependencies.toml")).unwrap()).unwrap()
}

/// The crates that a build for a platform, or this one, compiles; the tests' own left out.
fn built(platform: Option<&str>) -> BTreeSet<Built> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["tree", "--offline", "--locked", "--edges", "normal,build", "--prefix", "none"]);
    command
        .args(["--format", "{p}|{l}"])
        .args(platform.map(|platform| format!("--target={platform}")))
        .current_dir(root());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let mut words = package.split(' ');
        let (name, version) = (words.next()?.to_owned(), words.next()?.to_owned());
        Some(Built { name, version, licence: licence.trim_end_matches(" (*)").to_owned() })
    };
    text.lines().filter_map(line).collect()
}

/// Whether an expression of licences can be met with those allowed: `OR` and `/` leave the choice, `AND` does not.
fn met(expression: &str, licences: &BTreeSet<String>) -> bool {
    let expression = expression.trim();
    let mut depth = 0_i32;
    let mut parts = vec![(String::new(), "")];
    for word in expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").split_whitespace() {
        depth += i32::from(word == "(") - i32::from(word == ")");
        match word {
            "OR" | "AND" if depth == 0 => parts.push((String::new(), if word == "OR" { "OR" } else { "AND" })),
            other => {
                let part = &mut parts.last_mut().unwrap().0;
                part.push(' ');
                part.push_str(other);
            }
        }
    }
    if let [(one, _)] = parts.as_slice() {
        let one = one.trim();
        let within = one.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        return within.map_or_else(|| licences.contains(one), |within| met(within, licences));
    }
    // AND binds more than OR does
    let mut choices = vec![true];
    for (part, joined) in &parts {
        if *joined == "OR" {
            choices.push(true);
        }
        *choices.last_mut().unwrap() &= met(part, licences);
    }
    choices.contains(&true)
}

#[test]
fn expressions_of_licences_are_read_as_they_are_meant() {
    let licences = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("Unlicense/MIT", true),
        ("Apache-2.0 / MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("(MIT OR GPL-3.0-only) AND Zlib", true),
        ("(MIT OR Zlib) AND GPL-3.0-only", false),
        ("GPL-3.0-only AND MIT OR Zlib", true),
        ("Zlib OR GPL-3.0-only AND MIT", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("", false),
    ] {
        assert_eq!(met(expression, &licences), expected, "{expression}");
    }
}

/// Licences, bans and duplicates of what is built for a platform, or for this one.
#[track_caller]
fn hold(platform: Option<&str>) {
    let (allowed, crates) = (allowed(), built(platform));
    assert!(crates.len() > 150, "{} crates", crates.len());
    let refused: Vec<_> = crates.iter().filter(|of| !met(&of.licence, &allowed.licences)).collect();
    assert!(refused.is_empty(), "licences: {refused:#?}");
    let (tolerated, others): (Vec<_>, Vec<_>) = crates.iter().partition(|of| allowed.tolerated.contains_key(&of.name));
    for of in others {
        let banned = allowed.banned.iter().find(|(_, names)| names.iter().any(|name| of.is(name)));
        assert!(banned.is_none(), "{of:?} is of the kind {:?}", banned.map(|(kind, _)| kind));
    }
    let tolerated: BTreeSet<_> = tolerated.into_iter().map(|of| &of.name).collect();
    assert!(tolerated.into_iter().eq(allowed.tolerated.keys()), "some are tolerated for nothing");
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for of in &crates {
        versions.entry(&of.name).or_default().insert(&of.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    assert!(versions.keys().copied().eq(allowed.duplicates.keys()), "there twice: {versions:?}");
    assert!(allowed.tolerated.values().chain(allowed.duplicates.values()).all(|why| !why.is_empty()));
}

#[test]
fn what_is_built_for_this_machine() {
    hold(None);
}

#[test]
#[ignore = "needs the crates of other platforms: cargo fetch"]
fn what_is_built_for_every_platform() {
    let platforms = allowed().platforms;
    assert!(platforms.len() >= 2);
    for platform in &platforms {
        hold(Some(platform));
    }
}

fn toml_of(file: &str) -> toml::Table {
    toml::from_str(&fs::read_to_string(root().join(file)).unwrap()).unwrap()
}

/// The packages of a lock file, and what each needs.
fn locked(file: &str) -> BTreeMap<(String, String), Vec<String>> {
    let lock = toml_of(file);
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let packages = lock["package"].as_array().unwrap().iter().map(|package| {
        let needs = package.get("dependencies").and_then(toml::Value::as_array);
        let needs = needs.into_iter().flatten().map(text).collect();
        ((text(&package["name"]), text(&package["version"])), needs)
    });
    packages.collect()
}

/// The fuzz targets have a lock of their own, which `tests/fuzz/run` does not change.
#[test]
fn the_fuzz_targets_are_built_with_the_crates_of_the_program() {
    let (own, fuzzed) = (locked("Cargo.lock"), locked("tests/fuzz/Cargo.lock"));
    let manifest = toml_of("Cargo.toml");
    let program = ("thidua".to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    let tests_alone = &manifest["dev-dependencies"];
    let needed = own[&program].iter().filter(|name| tests_alone.get(name.as_str()).is_none());
    assert!(needed.eq(&fuzzed[&program]), "make tests/fuzz/Cargo.lock anew: {:?}", fuzzed[&program]);
    let theirs_alone = ["arbitrary", "libfuzzer-sys", "thidua-fuzz"];
    let others = fuzzed.keys().filter(|of| !own.contains_key(of) && !theirs_alone.contains(&of.0.as_str()));
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

/// Every crate of Cargo.lock, whether it is built or not, comes from the one registry and has its checksum.
#[test]
fn every_crate_comes_from_the_registry() {
    let lock = toml_of("Cargo.lock");
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 200);
    for package in packages.iter().filter(|package| package["name"].as_str() != Some("thidua")) {
        let source = package.get("source").and_then(toml::Value::as_str);
        assert_eq!(source, Some("registry+https://github.com/rust-lang/crates.io-index"), "{package:?}");
        assert!(
            package.get("checksum").and_then(toml::Value::as_str).is_some_and(|sum| sum.len() == 64),
            "{package:?}"
        );
    }
}
