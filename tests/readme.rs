//! The README's two commands, the schema beside scoring.toml, and the rules page.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn there_are_exactly_two_set_up_commands_and_ci_runs_them() {
    let readme = read("README.md");
    let commands: Vec<_> =
        readme.split("```sh\n").skip(1).filter_map(|block| block.split("```").next()).flat_map(str::lines).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test --release"]);
    let ci = read(".ci/run");
    assert!(commands.iter().all(|command| ci.contains(command)));
}

#[test]
fn the_schema_is_the_one_the_types_make() {
    let made = thidua::config::schema(&thidua::CATALOGUE);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".config/scoring.schema.json");
    if std::env::var_os("THIDUA_UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), made, "THIDUA_UPDATE=1 cargo test --release writes it anew");
}

#[test]
fn the_page_of_rules_is_the_one_the_catalogue_makes() {
    let page = thidua::commands::rules_page();
    let readme = read("README.md");
    let (before, rest) = readme.split_once("<!-- rules -->\n").unwrap();
    let (found, after) = rest.split_once("<!-- /rules -->").unwrap();
    if std::env::var_os("THIDUA_UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        fs::write(path, format!("{before}<!-- rules -->\n{page}<!-- /rules -->{after}")).unwrap();
        return;
    }
    assert_eq!(found, page, "THIDUA_UPDATE=1 cargo test --release writes it anew");
}
