//! The whole set, written and read back.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};

use super::fixture::{Case, World};
use super::{prepare, write};
use crate::diag::Lang;

const CASES: [(&str, Case); 5] = [
    ("two", Case { members: 2, incomplete: false, empty: false, tie: false, sample: false }),
    ("nine", Case { members: 9, incomplete: true, empty: false, tie: false, sample: true }),
    ("thirty", Case { members: 30, incomplete: false, empty: false, tie: true, sample: true }),
    ("none", Case { members: 4, incomplete: false, empty: true, tie: false, sample: false }),
    ("sixty", Case { members: 60, incomplete: true, empty: false, tie: true, sample: true }),
];

/// The folder `THIDUA_LOOK` where it is set, to look at what was made; else a temporary one that is removed.
struct Folder(PathBuf, bool);

impl Folder {
    fn new(name: &str) -> Self {
        let kept = std::env::var_os("THIDUA_LOOK").map(|folder| Path::new(&folder).join(name));
        let keep = kept.is_some();
        let temporary = || std::env::temp_dir().join(format!("thidua-write-{}-{name}", std::process::id()));
        let path = kept.unwrap_or_else(temporary);
        let _ = fs::remove_dir_all(&path);
        Self(path, keep)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.1 {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

fn cells(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn every_case_in_both_languages_is_written_and_the_second_run_changes_nothing() {
    for (name, case) in CASES {
        let folder = Folder::new(name);
        let world = World::new(case);
        for lang in [Lang::Vi, Lang::En] {
            let claim = prepare(&folder.0).unwrap();
            let first = world.tell(lang, |context| write(context, &claim)).unwrap();
            assert!(first.changed);
            assert_eq!(first.files.len(), 13);
            assert!(first.files.iter().all(|file| file.size > 0 && first.folder.join(&file.path).is_file()));
            let again = World::new(case).tell(lang, |context| write(context, &claim)).unwrap();
            assert!(!again.changed, "{name}");
            assert_eq!(first.files, again.files);
        }
    }
}

#[test]
fn the_ranking_holds_numbers_as_numbers_and_text_as_text() {
    let folder = Folder::new("numbers");
    let world = World::new(CASES[2].1);
    let claim = prepare(&folder.0).unwrap();
    let set = world.tell(Lang::En, |context| write(context, &claim)).unwrap();
    let book = set.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx");
    let ranking = cells(&book, "Ranking");
    let header = ranking.iter().position(|row| row[0] == "No.").unwrap();
    let first = &ranking[header + 1];
    let total = ranking[header].iter().position(|cell| *cell == "Total").unwrap();
    assert_eq!(first[0], Data::Float(1.0));
    assert_eq!(first[total], Data::Float(970.0));
    assert!(first[1].to_string().starts_with('\u{25B2}'));
    let review = cells(&book, "To review");
    assert!(review.iter().flatten().any(|cell| matches!(cell, Data::String(text) if text == "=HYPERLINK(1)")));
}

#[test]
fn a_provisional_ranking_marks_no_leader_and_no_missing_value_is_a_zero() {
    let folder = Folder::new("provisional");
    let world = World::new(CASES[1].1);
    let claim = prepare(&folder.0).unwrap();
    let set = world.tell(Lang::En, |context| write(context, &claim)).unwrap();
    let ranking = cells(&set.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx"), "Ranking");
    let all: Vec<_> = ranking.iter().flatten().map(ToString::to_string).collect();
    assert!(!all.iter().any(|cell| cell.contains('\u{25B2}')));
    assert!(all.iter().any(|cell| cell.starts_with("Provisional result as of 15/12/2023; still missing: ")));
    let header = ranking.iter().position(|row| row[0] == "No.").unwrap();
    let last = &ranking[header + 9];
    assert!(last[2..].iter().all(|cell| !matches!(cell, Data::Float(_))), "{last:?}");
}

#[test]
fn the_manifest_lists_every_other_file_and_the_record_is_json() {
    let folder = Folder::new("machines");
    let world = World::new(CASES[1].1);
    let claim = prepare(&folder.0).unwrap();
    let set = world.tell(Lang::Vi, |context| write(context, &claim)).unwrap();
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(set.folder.join("du-lieu-may").join(name)).unwrap()).unwrap()
    };
    let manifest = read("manifest.json");
    let listed: Vec<_> = manifest["outputs"].as_array().unwrap().iter().map(|file| file["path"].clone()).collect();
    let others: Vec<_> = set.files.iter().filter(|file| !file.path.ends_with("manifest.json")).collect();
    assert_eq!(listed, others.iter().map(|file| file.path.clone()).collect::<Vec<_>>());
    let record = read("ket-qua.json");
    assert_eq!(record["members"].as_array().unwrap().len(), 9);
    let mark = &record["members"][0]["marks"][2];
    assert_eq!(mark["inputs"][2]["row"], "baseline");
    assert_eq!(mark["inputs"][1]["value"], "1234725.75");
    assert_eq!(mark["inputs"][1]["source"]["cell"], "E13");
    assert_eq!(record["members"][8]["marks"][0]["mark"], serde_json::Value::Null);
    assert_eq!(record["faults"][0]["cell"], "E15");
}

#[test]
fn an_svg_has_outlines_and_a_description_and_no_letters_to_set() {
    let world = World::new(CASES[0].1);
    world.tell(Lang::Vi, |context| {
        let picture = super::chart::totals(super::view::View::new(context, 0)).unwrap();
        assert!(picture.svg.contains("<title>") && picture.svg.contains("<desc>"));
        assert!(!picture.svg.contains("<text"));
        assert!(picture.png.starts_with(b"\x89PNG"));
    });
}
