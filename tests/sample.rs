//! The shipped sample: complete, whole, and equal to a calculation that shares no code with the library.
//!
//! The expectations in tests/sample/data come from tests/sample/totals.py: fractions and rules of its own, keyed
//! by criterion, over the raw numbers that the inputs were made from.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use crate::harness::{World, run_in};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One run of the sample, shared by the tests.
pub fn sample() -> &'static (World, Value) {
    static RUN: OnceLock<(World, Value)> = OnceLock::new();
    RUN.get_or_init(|| {
        let world = World::empty();
        let outputs = world.root.join("outputs");
        let ended = run_in(root(), &["--outputs", outputs.to_str().unwrap()]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let results = world.results();
        (world, results)
    })
}

fn records(file: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(root().join("tests/sample/data").join(file)).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| heads.iter().cloned().zip(record.unwrap().iter().map(str::to_owned)).collect())
        .collect()
}

/// A number without its trailing zeros, so that 12.50 and 12.5 are the same.
fn plain(number: &str) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number.to_owned() }
}

fn member<'a>(results: &'a Value, bloc: &str, name: &str) -> &'a Value {
    let members = results["members"].as_array().unwrap();
    members
        .iter()
        .find(|member| member["bloc"] == bloc && member["name"] == name)
        .unwrap_or_else(|| panic!("{bloc} {name}"))
}

#[test]
fn every_file_of_every_bloc_is_written() {
    let (world, _) = sample();
    let names: Vec<String> = world.files("outputs/2023-tong-ket").into_iter().map(|(name, _)| name).collect();
    let mut expected = vec![
        "tong-hop_2023.xlsx".to_owned(),
        "bieu-tong-hop-khen-thuong_2023.xlsx".to_owned(),
        "du-lieu-may/ket-qua.json".to_owned(),
        "du-lieu-may/manifest.json".to_owned(),
        "du-lieu-may/scoring.toml".to_owned(),
    ];
    for bloc in ["cum-tn-dhmt", "khoi-vhxh", "cum-huyen-1", "cum-huyen-2"] {
        expected.push(format!("{bloc}/xep-hang_{bloc}_2023.xlsx"));
        let charts = ["diem-tong", "diem-linh-vuc", "khoang-cach", "ma-tran-diem", "ke-hoach-thuc-hien"];
        // the second cluster of districts handed in one table without marks of its own
        let own = (bloc != "cum-huyen-2").then_some("tu-cham-tham-dinh");
        for chart in charts.into_iter().chain(own) {
            expected.extend(["png", "svg"].map(|ending| format!("{bloc}/bieu-do/{chart}.{ending}")));
        }
    }
    for file in &expected {
        assert!(names.contains(file), "{file} is not in {names:?}");
    }
}

/// Everything that scoring needs stands in the outputs: read back and scored again, nothing is different.
#[test]
fn the_outputs_are_a_complete_run_that_scores_to_the_same_results() {
    let (world, _) = sample();
    let set = world.root.join("outputs/2023-tong-ket");
    let ended = run_in(root(), &["diff", set.to_str().unwrap(), "--json"]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let report: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(
        (&report["equal"], &report["scored_otherwise_by_this_program"]),
        (&Value::Bool(true), &Value::Bool(false))
    );
    assert_eq!(report["blocs"][0]["figures"]["before"]["estimates"], 1);
}

#[test]
fn totals_and_ranks_equal_the_independent_calculation() {
    let (_, results) = sample();
    let expected = records("expected-totals.csv");
    assert_eq!(expected.len(), 29);
    for row in &expected {
        let member = member(results, &row["bloc"], &row["member"]);
        assert_eq!(plain(member["total"]["total"].as_str().unwrap()), plain(&row["total"]), "{row:?}");
        let blocs = results["blocs"].as_array().unwrap();
        let bloc = blocs.iter().find(|bloc| bloc["id"] == row["bloc"].as_str()).unwrap();
        let standing = bloc["standings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|standing| standing["member"] == row["member"].as_str())
            .unwrap();
        assert_eq!(standing["rank"].as_u64().unwrap().to_string(), row["rank"], "{row:?}");
    }
}

#[test]
fn every_mark_equals_the_independent_calculation() {
    let (_, results) = sample();
    let expected = records("expected-marks.csv");
    assert!(expected.len() > 700, "{}", expected.len());
    for row in &expected {
        let marks = member(results, &row["bloc"], &row["member"])["marks"].as_array().unwrap();
        let mark = marks.iter().find(|mark| mark["criterion"] == row["criterion"].as_str()).unwrap();
        let given = mark["mark"].as_str().map_or_else(|| mark["state"].as_str().unwrap().to_owned(), plain);
        assert_eq!(given, plain(&row["mark"]), "{row:?} {}", mark["because"]["vi"]);
    }
}

#[test]
fn the_roll_up_counts_every_mark_of_every_field() {
    let (_, results) = sample();
    let expected = records("expected-marks.csv");
    let rolled = results["roll_up"].as_array().unwrap();
    for bloc in ["cum-tn-dhmt", "khoi-vhxh", "cum-huyen-1", "cum-huyen-2"] {
        let marked: u64 =
            rolled.iter().filter(|entry| entry["bloc"] == bloc).map(|entry| entry["marked"].as_u64().unwrap()).sum();
        let given = expected.iter().filter(|row| row["bloc"] == bloc && row["mark"] != "out").count();
        assert_eq!(marked, u64::try_from(given).unwrap(), "{bloc}");
    }
    assert!(rolled.iter().all(|entry| entry["missing"] == 0));
}

#[test]
fn every_mark_has_its_because_and_its_cell() {
    let (_, results) = sample();
    for member in results["members"].as_array().unwrap() {
        for mark in member["marks"].as_array().unwrap() {
            assert!(
                !mark["because"]["vi"].as_str().unwrap().is_empty()
                    && !mark["because"]["en"].as_str().unwrap().is_empty()
            );
            let cells = |key: &str| {
                mark[key].as_array().unwrap().iter().filter(|value| value["source"]["cell"].is_string()).count()
            };
            assert!(cells("inputs") + cells("stages") > 0, "{} {}", member["name"], mark["criterion"]);
        }
    }
}

#[test]
fn somebody_is_deferred_somebody_excluded_and_somebody_tied() {
    let (_, results) = sample();
    let states: Vec<_> =
        results["members"].as_array().unwrap().iter().map(|member| member["eligibility"].as_str().unwrap()).collect();
    assert!(states.contains(&"deferred") && states.contains(&"excluded"));
    let tied = results["blocs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|bloc| bloc["standings"].as_array().unwrap())
        .any(|standing| standing["tie"] == "tied");
    assert!(tied);
    assert!(results["proposals"].as_array().unwrap().iter().any(|proposal| proposal["proposed"] == true));
}

/// Counted over the rows that the shipped lists were made from, by the words that stand in them.
#[test]
fn the_yearly_forms_equal_a_count_over_the_raw_rows() {
    let (_, results) = sample();
    let forms = results["yearly_forms"].as_array().unwrap();
    let given: Vec<_> = records("awards.csv").into_iter().filter(|row| row["date"].starts_with("2023")).collect();
    for (form, words) in [
        ("certificate", "Bằng khen của Chủ tịch"),
        ("fighter", "Chiến sĩ thi đua cấp tỉnh"),
        ("flag", "Cờ thi đua"),
        ("excellent-collective", "Tập thể Lao động"),
    ] {
        let own: Vec<_> = given.iter().filter(|row| row["form"].starts_with(words)).collect();
        let row = forms.iter().find(|row| row["form"] == form).unwrap();
        assert_eq!(row["all"], own.len(), "{form}");
        assert_eq!(row["enterprises"], own.iter().filter(|row| row["kind"] == "doanh nghiệp").count(), "{form}");
        for (reason, words) in
            [("merit", "công trạng"), ("thematic", "chuyên đề đột xuất"), ("foreign", "đối ngoại"), ("resistance", "-")]
        {
            let own: Vec<_> = own.iter().filter(|row| words.contains(row["reason"].as_str())).collect();
            let direct = own.iter().filter(|row| row["post"] == "trực tiếp").count();
            let told = &row["reasons"][reason];
            assert_eq!((&told["all"], &told["direct"]), (&own.len().into(), &direct.into()), "{form} {reason}");
        }
    }
    let total = forms.iter().rfind(|row| row["sheet"] == "awards").unwrap();
    let province = given.iter().filter(|row| !row["form"].contains("Thủ tướng")).count();
    assert!(province > 30 && province < given.len());
    assert_eq!((&total["all"], &total["rows_in_doubt"]), (&province.into(), &Value::from(0)));
    let amounts = records("fund.csv");
    let sum = |income: bool| {
        let words = ["Ngân sách nhà nước", "Tổ chức, cá nhân đóng góp", "Năm trước chuyển sang"];
        let own = amounts.iter().filter(|row| words.contains(&row["item"].as_str()) == income);
        own.map(|row| row["amount"].parse::<rust_decimal::Decimal>().unwrap()).sum::<rust_decimal::Decimal>()
    };
    let total = forms.last().unwrap();
    let told = ["income", "spent", "left"].map(|key| plain(total[key].as_str().unwrap()));
    let expected = [sum(true), sum(false), sum(true) - sum(false)].map(|sum| plain(&sum.to_string()));
    assert_eq!(told, expected);
}

#[test]
fn the_notice_stands_on_every_picture() {
    let (world, _) = sample();
    for (name, bytes) in world.files("outputs/2023-tong-ket").into_iter().filter(|(name, _)| name.ends_with(".svg")) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("<title>") && text.contains("SỐ LIỆU MINH HỌA"), "{name}");
        assert!(!text.contains("<text"), "{name} holds letters that are no outlines");
    }
}

#[test]
fn the_half_year_of_kon_tum_is_marked_and_nobody_is_ranked_or_proposed() {
    let world = World::empty();
    let (half, outputs) = (root().join("tests/sample/half"), world.root.join("outputs"));
    let path = |name: &str| half.join(name).to_str().unwrap().to_owned();
    let ended = run_in(
        root(),
        &["--scoring", &path("scoring.toml"), "--inputs", &path("inputs"), "--outputs", outputs.to_str().unwrap()],
    );
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let text = fs::read_to_string(outputs.join("2023-so-ket/du-lieu-may/ket-qua.json")).unwrap();
    let results: Value = serde_json::from_str(&text).unwrap();
    let marks: Vec<&str> =
        results["members"][0]["marks"].as_array().unwrap().iter().map(|mark| mark["mark"].as_str().unwrap()).collect();
    // 10 · 6.80/10; 10 · 0/3; 10 · 92.50/93.35 = 9.908…; the documents of both numbers stand in kon-tum.csv
    assert_eq!(marks.iter().map(|mark| plain(mark)).collect::<Vec<_>>(), ["6.8", "0", "9.91"]);
    assert_eq!(plain(results["members"][0]["total"]["total"].as_str().unwrap()), "16.71");
    assert!(results["blocs"][0]["standings"][0]["rank"].is_null());
    assert!(results["proposals"].as_array().unwrap().is_empty());
}
