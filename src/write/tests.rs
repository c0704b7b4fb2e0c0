//! The whole set, written and read back.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};

use super::fixture::{Case, World};
use super::{Claim, Published, prepare, write};
use crate::diag::{Diagnostic, Lang};

const PLAIN: Case = Case { members: 0, incomplete: false, empty: false, tie: false, sample: false, wide: false };
const CASES: [(&str, Case); 5] = [
    ("two", Case { members: 2, ..PLAIN }),
    ("nine", Case { members: 9, incomplete: true, sample: true, ..PLAIN }),
    ("thirty", Case { members: 30, tie: true, sample: true, ..PLAIN }),
    ("none", Case { members: 4, empty: true, ..PLAIN }),
    ("sixty", Case { members: 60, incomplete: true, tie: true, sample: true, ..PLAIN }),
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

/// Writes what a world holds.
fn written(world: &World, lang: Lang, claim: &Claim) -> Result<Published, Diagnostic> {
    world.tell(lang, |context| write(context, &|_| Ok(world.bloc()), claim, &|| {}))
}

fn cells(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn every_case_is_written_in_both_languages_and_a_second_run_changes_nothing() {
    for (name, case) in CASES {
        let folder = Folder::new(name);
        let world = World::new(case);
        for lang in [Lang::Vi, Lang::En] {
            let claim = prepare(&folder.0).unwrap();
            let first = written(&world, lang, &claim).unwrap();
            assert!(first.changed);
            // a notice for every member; totals and fields always, gaps, self-marks, the matrix and plans where there is
            // anything to show
            let charts = if case.empty { 4 } else { 12 };
            assert_eq!(first.files.len(), 9 + charts + case.members);
            assert!(first.files.iter().all(|file| file.size > 0 && first.folder.join(&file.path).is_file()));
            if lang == Lang::Vi {
                let again = written(&World::new(case), lang, &claim).unwrap();
                assert!(!again.changed, "{name}");
                assert_eq!(first.files, again.files);
            }
        }
    }
}

#[test]
fn the_ranking_holds_numbers_as_numbers_and_text_as_text() {
    let folder = Folder::new("numbers");
    let world = World::new(CASES[2].1);
    let claim = prepare(&folder.0).unwrap();
    let set = written(&world, Lang::En, &claim).unwrap();
    let book = set.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx");
    let ranking = cells(&book, "Ranking");
    let header = ranking.iter().position(|row| row[0] == "No.").unwrap();
    let first = &ranking[header + 1];
    let total = ranking[header].iter().position(|cell| *cell == "Total after appraisal").unwrap();
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
    let set = written(&world, Lang::En, &claim).unwrap();
    let ranking = cells(&set.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx"), "Ranking");
    let all: Vec<_> = ranking.iter().flatten().map(ToString::to_string).collect();
    assert!(!all.iter().any(|cell| cell.contains('\u{25B2}')));
    assert!(all.iter().any(|cell| cell.starts_with("Provisional result as of 15/12/2023; still missing: ")));
    let header = ranking.iter().position(|row| row[0] == "No.").unwrap();
    let last = &ranking[header + 9];
    assert!(last[2..].iter().all(|cell| !matches!(cell, Data::Float(_))), "{last:?}");
}

/// The texts of a sheet made of one row of two columns, column by column; and how many rows there are.
fn columns_of(said: [&str; 2], look: super::book::Look) -> (Vec<String>, usize) {
    use super::book::Book;
    use super::sheet::{Cell, column};
    let bytes = World::new(CASES[0].1).tell(Lang::En, |context| {
        let mut book = Book::new(context, "x").unwrap();
        let mut sheet = book.sheet("x", vec![column("a", 10.0), column("b", 12.0)]).unwrap();
        sheet.cells(look, &[Cell::Text(said[0].to_owned()), Cell::Mark(said[1].to_owned())]).unwrap();
        book.bytes().unwrap()
    });
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("x").unwrap();
    let text = |column: usize| {
        let cells = range.rows().map(|row| row[column].to_string());
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
    };
    (vec![text(0), text(1)], range.height())
}

#[test]
fn a_text_too_high_for_any_row_goes_on_in_rows_below() {
    let long = "reason after reason and so on".repeat(60).replace("onreason", "on reason");
    let (texts, rows) = columns_of([&long, "short"], super::book::Look::Leader);
    assert_eq!(texts, [long.as_str(), "short"]);
    assert!(rows > 5, "{rows}");
    let (texts, rows) = columns_of(["one line", "two"], super::book::Look::Plain);
    assert_eq!((texts, rows), (vec!["one line".to_owned(), "two".to_owned()], 1));
}

#[test]
fn signatures_never_stand_on_a_page_without_rows_of_their_table() {
    let folder = Folder::new("signatures");
    let claim = prepare(&folder.0).unwrap();
    let set = written(&World::new(CASES[4].1), Lang::En, &claim).unwrap();
    let book = set.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx");
    let ranking = cells(&book, "Ranking");
    let header = ranking.iter().position(|row| row[0] == "No.").unwrap();
    let mut archive = zip::ZipArchive::new(fs::File::open(&book).unwrap()).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    // the first of the last three of sixty rows begins the page, and the page is scaled so that it does
    let begins = header + 58;
    assert_eq!(ranking[begins][0], Data::Float(58.0));
    assert!(sheet.contains(&format!("<brk id=\"{begins}\"")) && !sheet.contains("fitToPage"), "{begins}");
    let few = written(&World::new(CASES[0].1), Lang::En, &claim).unwrap();
    let few = few.folder.join("khoi-vhxh/xep-hang_khoi-vhxh_2023.xlsx");
    let mut archive = zip::ZipArchive::new(fs::File::open(few).unwrap()).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    assert!(!sheet.contains("<brk ") && sheet.contains("fitToPage"));
}

#[test]
fn the_manifest_lists_every_other_file_and_the_record_is_json() {
    let folder = Folder::new("machines");
    let world = World::new(CASES[1].1);
    let claim = prepare(&folder.0).unwrap();
    let set = written(&world, Lang::Vi, &claim).unwrap();
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
