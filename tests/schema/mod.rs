//! ket-qua.json against its schema: every run's is valid, every planted fault is refused, no key of the schema is
//! without an example, and the page about them is the one the schema makes.

mod page;
mod validator;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::harness::{SCORING, World, file, number, rows, sample_set, text};
use validator::{Found, places, validate};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(root(".config/ket-qua.schema.json")).unwrap()).unwrap()
}

fn read(world: &World, set: &str) -> Value {
    let path = world.root.join("outputs").join(set).join("du-lieu-may/ket-qua.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The results of the shipped sample, in both languages.
fn sample() -> &'static [Value; 2] {
    static RUN: OnceLock<[Value; 2]> = OnceLock::new();
    let read = |lang| serde_json::from_slice(file(sample_set(lang), "ket-qua.json")).unwrap();
    RUN.get_or_init(|| ["vi", "en"].map(read))
}

/// A small run with what the sample lacks: a gate, tie keys, stages by name, registrations, decisions, earlier years, findings.
fn rich() -> World {
    let world = World::whole();
    let earlier = json!({
        "schema": 1, "year": 2022, "period": "year", "compacts": [{ "id": "c", "scale": "100" }],
        "blocs": [{ "id": "k1", "name": "Khối một", "compact": "c", "provisional": false, "standings": [
            { "member": "Đơn vị Một", "rank": 1, "total": "91.5", "tie": "alone", "class": null },
            { "member": "Đơn vị Hai", "rank": null, "total": null, "tie": "alone", "class": null },
        ] }],
    });
    fs::create_dir_all(world.root.join("lich-su")).unwrap();
    fs::write(world.root.join("lich-su/2022.json"), earlier.to_string()).unwrap();
    let gate = "at_least = 90\ngate = { criteria = [\"I.1\", \"I.2\"], met = 1, within = \"15%\" }";
    let scoring = SCORING
        .replacen("[inputs]", "history = \"lich-su\"\n\n[inputs]", 1)
        .replacen("at_least = 90", gate, 1)
        .replacen("break_by = []", "break_by = [\"field:I\"]", 1)
        .replacen("rule = \"proportional\"", "rule = \"proportional\"\ndifficulty = 1.2", 1)
        .replacen("[[compact]]", "[[stage]]\nid = \"council\"\nname = \"Hội đồng chấm\"\n\n[[compact]]", 1);
    world.scoring(&scoring);
    let heads = ["TT", "Cụm, khối", "Đơn vị", "Danh hiệu đăng ký", "Văn bản số"].map(text).to_vec();
    let row = vec![number(1.0), text("k1"), text("Đơn vị Một"), text("Cờ thi đua"), text("3/ĐK")];
    world.sheet("chung/dang-ky-danh-hieu.xlsx", "Đăng ký", &[heads, row]);
    let heads = ["TT", "Cụm, khối", "Đơn vị", "Đề nghị", "Lý do", "Biên bản số", "Ngày"].map(text).to_vec();
    let row = ["1", "k1", "Đơn vị Một", "Không", "chưa đủ hồ sơ", "12/BB", "10/12/2023"].map(text).to_vec();
    world.sheet("chung/suy-ton.xlsx", "Bảng", &[vec![text("KẾT QUẢ SUY TÔN NĂM 2023")], vec![], heads, row]);
    assert!([0, 1].contains(&world.run(&[]).code));
    world
}

/// The small world at mid-year, one member far behind.
fn half() -> World {
    let world = World::whole();
    world.form("k1/ba", "k1", "Đơn vị Ba", &rows(20.0));
    world.scoring(&SCORING.replacen("period = \"year\"", "period = \"half\"", 1));
    assert!([0, 1].contains(&world.run(&[]).code));
    world
}

#[test]
fn every_runs_results_are_valid_and_no_key_is_without_an_example() {
    let (schema, mut found) = (schema(), Found::default());
    let small = [read(&rich(), "2023-tong-ket"), read(&half(), "2023-so-ket")];
    for run in sample().iter().chain(&small) {
        validate(&schema, run, &mut found);
    }
    assert_eq!(found.faults, [""; 0]);
    let without: Vec<_> = places(&schema).into_iter().filter(|place| !found.seen.contains(place)).collect();
    assert_eq!(without, [""; 0]);
}

/// Places in the results and what is planted there; `None` takes the key away.
fn planted() -> Vec<(&'static str, &'static str, Option<Value>)> {
    vec![
        ("", "schema", Some(json!(2))),
        ("", "year", None),
        ("", "extra", Some(json!(1))),
        ("", "period", Some(json!("quarter"))),
        ("", "as_of", Some(json!("15/12/2023"))),
        ("", "scoring_sha256", Some(json!("abc"))),
        ("/blocs/0", "provisional", Some(Value::Null)),
        ("/blocs/0/standings/0", "total", Some(json!(948.42))),
        ("/blocs/0/standings/0", "total", Some(json!("948,42"))),
        ("/blocs/0/standings/0", "total", Some(json!("NaN"))),
        ("/blocs/0/standings/0", "rank", Some(json!(0))),
        ("/blocs/0/standings/0", "tie", Some(json!("shared"))),
        ("/members/0/total", "scaled", Some(Value::Null)),
        ("/members/0/marks/0", "state", Some(json!("zero"))),
        ("/members/0/marks/0", "because", Some(json!("vì"))),
        ("/members/0/marks/0/because", "en", None),
        ("/members/0/marks/0/inputs/0", "status", Some(json!("final"))),
        ("/members/0/marks/0/inputs/0/source", "cell", Some(json!("e14"))),
        ("/compacts/0/rounding", "total", Some(json!(10))),
        ("/compacts/0/criteria/0", "half", Some(json!({ "plans": "annual" }))),
        ("/shared/opinions", "state", Some(json!("lost"))),
        ("/yearly_forms/0", "sheet", Some(json!("fund"))),
        ("/faults/0/message", "vi", Some(Value::Null)),
    ]
}

/// Results with one fault planted.
fn with(results: &Value, (place, key, planted): &(&str, &str, Option<Value>)) -> Value {
    let mut results = results.clone();
    let object = results.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
    match planted {
        Some(value) => assert_ne!(object.insert((*key).to_owned(), value.clone()).as_ref(), Some(value)),
        None => assert!(object.remove(*key).is_some()),
    }
    results
}

#[test]
fn every_planted_fault_is_refused() {
    let (schema, results) = (schema(), &sample()[0]);
    for fault in planted() {
        let mut found = Found::default();
        validate(&schema, &with(results, &fault), &mut found);
        assert_eq!(found.faults.len(), 1, "{fault:?}: {:?}", found.faults);
    }
}

#[test]
fn the_set_carries_its_schema() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let carried = fs::read(world.root.join("outputs/2023-tong-ket/du-lieu-may/ket-qua.schema.json")).unwrap();
    assert_eq!(carried, fs::read(root(".config/ket-qua.schema.json")).unwrap());
}

#[test]
fn the_page_of_the_machine_readable_files_is_the_one_the_schema_makes() {
    let made = page::page(&schema());
    let path = root(".config/ket-qua.md");
    if std::env::var_os("THIDUA_UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), made, "THIDUA_UPDATE=1 cargo test --release writes it anew");
}

/// The same by a validator of another hand.
#[test]
#[ignore = "needs Python and jsonschema"]
fn pythons_jsonschema_agrees() {
    let (results, world) = (&sample()[0], rich());
    let mut cases = sample().to_vec();
    cases.extend([read(&world, "2023-tong-ket"), read(&half(), "2023-so-ket")]);
    let valid = cases.len();
    cases.extend(planted().iter().map(|fault| with(results, fault)));
    let path = world.root.join("cases.json");
    fs::write(&path, serde_json::to_vec(&cases).unwrap()).unwrap();
    let script = "import json, sys, jsonschema\n\
        schema = json.load(open(sys.argv[1], encoding='utf-8'))\n\
        jsonschema.Draft7Validator.check_schema(schema)\n\
        own = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())\n\
        print([own.is_valid(case) for case in json.load(open(sys.argv[2], encoding='utf-8'))])\n";
    let files = [root(".config/ket-qua.schema.json"), path];
    let run = Command::new("python3").args(["-c", script]).args(files).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let wanted: Vec<_> = (0..cases.len()).map(|index| if index < valid { "True" } else { "False" }).collect();
    assert_eq!(String::from_utf8(run.stdout).unwrap().trim(), format!("[{}]", wanted.join(", ")));
}
