//! One bloc in every format and in another layout: the same results, but for where each figure came from.
//!
//! `tests/data/formats/khoi.xls` and `khoi.ods` were made by `LibreOffice` from the workbook that [`table`] lays out;
//! `THIDUA_UPDATE=1 cargo test --test thidua make_the_formats -- --ignored` makes them again.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::harness::{Cell, World, number, text};

/// The bloc k1: members down, criteria across.
fn table() -> Vec<Vec<Cell>> {
    let mut sheet = vec![vec![text("BẢNG TỔNG HỢP NĂM 2023")], vec![text("Cụm/Khối: k1")]];
    sheet.push(["TT", "Đơn vị", "I.1. Thu ngân sách", "", "I.2. Giải ngân", "II.1. Tuyên truyền"].map(head).to_vec());
    sheet.push(["", "", "Thực hiện", "Điểm tự chấm", "Thực hiện", "Điểm khối chấm"].map(head).to_vec());
    for (place, (name, actual, given)) in
        [("Đơn vị Một", 98.25, 15.5), ("Đơn vị Hai", 90.5, 14.0), ("Đơn vị Ba", 80.125, 13.25)].into_iter().enumerate()
    {
        let mut row = vec![number(place as f64 + 1.0), text(name)];
        row.extend([actual, 40.0, 100.0, given].map(number));
        sheet.push(row);
    }
    sheet
}

fn head(text: &str) -> Cell {
    if text.is_empty() { Cell::Blank } else { Cell::Text(text.to_owned()) }
}

/// The same with its columns in another order, its header three rows lower, names decomposed and decimal commas.
fn rearranged() -> Vec<Vec<Cell>> {
    let mut sheet = table();
    for row in sheet.iter_mut().skip(2) {
        row.resize(6, Cell::Blank);
        let old = row.clone();
        *row = [0, 5, 1, 4, 2, 3].map(|at| old[at].clone()).to_vec();
    }
    for cell in sheet.iter_mut().skip(4).flatten() {
        match cell {
            Cell::Number(number) => *cell = Cell::Text(number.to_string().replace('.', ",")),
            Cell::Text(said) => *said = said.nfd().collect(),
            Cell::Blank => {}
        }
    }
    let lower = [vec![text("ỦY BAN NHÂN DÂN TỈNH MẪU")], vec![], vec![]];
    lower.into_iter().chain(sheet).collect()
}

/// As lines of csv.
fn csv() -> String {
    let cell = |cell: Option<&Cell>| match cell {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let line = |row: &Vec<Cell>| (0..6).map(|at| cell(row.get(at))).collect::<Vec<_>>().join(",");
    table().iter().map(line).collect::<Vec<_>>().join("\n")
}

fn kept(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats").join(file)
}

/// What the run makes of the bloc in a file, without where each figure came from.
fn results(put: impl Fn(&World)) -> Value {
    let world = World::whole();
    for file in ["k1/mot.xlsx", "k1/hai.xlsx", "k1/ba.xlsx"] {
        world.remove(file);
    }
    put(&world);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let mut results = world.results();
    for key in ["faults", "files", "inputs"] {
        results.as_object_mut().unwrap().remove(key);
    }
    without_sources(&mut results);
    results
}

fn without_sources(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove("source");
            entries.remove("raw");
            entries.values_mut().for_each(without_sources);
        }
        Value::Array(list) => list.iter_mut().for_each(without_sources),
        _ => {}
    }
}

#[test]
fn one_bloc_in_every_format_and_layout() {
    let plain = results(|world| world.sheet("k1/khoi.xlsx", "Tổng hợp", &table()));
    let totals: Vec<_> =
        plain["blocs"][0]["standings"].as_array().unwrap().iter().map(|own| own["total"].clone()).collect();
    assert_eq!(totals, ["94.63", "89.25", "83.31"]);
    for file in ["khoi.xls", "khoi.ods"] {
        let bytes = fs::read(kept(file)).unwrap();
        assert_eq!(results(|world| world.bytes(&format!("k1/{file}"), &bytes)), plain, "{file}");
    }
    assert_eq!(results(|world| world.bytes("k1/khoi.csv", csv().as_bytes())), plain, "csv");
    assert_eq!(results(|world| world.sheet("k1/khoi.xlsx", "Tổng hợp", &rearranged())), plain, "rearranged");
}

#[test]
#[ignore = "needs LibreOffice; with THIDUA_UPDATE set it makes tests/data/formats anew"]
fn make_the_formats() {
    let world = World::empty();
    world.sheet("khoi.xlsx", "Tổng hợp", &table());
    let plain = results(|world| world.sheet("k1/khoi.xlsx", "Tổng hợp", &table()));
    let folder = if std::env::var_os("THIDUA_UPDATE").is_some() { kept("") } else { world.root.join("made") };
    let profile = format!("-env:UserInstallation=file://{}", world.root.join("profile").display());
    for format in ["xls", "ods"] {
        let mut soffice = Command::new("soffice");
        soffice.args([&profile, "--headless", "--convert-to", format, "--outdir"]).arg(&folder);
        assert!(soffice.arg(world.root.join("inputs/khoi.xlsx")).output().unwrap().status.success());
        let bytes = fs::read(folder.join(format!("khoi.{format}"))).unwrap();
        assert_eq!(results(|world| world.bytes(&format!("k1/khoi.{format}"), &bytes)), plain, "{format}");
    }
}
