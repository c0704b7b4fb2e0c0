//! The bad inputs that a program of this kind must survive, row by row of the list of them: what is said in Vietnamese,
//! whole, what it is called and where it is in English, and how the run ends.
//!
//! [`index`] says of each row of the list where it is shown.

mod cells;
mod criteria;
mod files;
mod index;
mod members;
mod numbers;
mod sizes;
mod tables;

use std::fs;
use std::io::{Cursor, Write};

use crate::harness::{Cell, FormRow, SCORING, World, rows};
use crate::silent::patched;

/// Everything that a check of the world says, and how it ends.
pub fn checked(world: &World, args: &[&str]) -> (i32, String) {
    let ended = world.run(&[&["check", "--verbose"], args].concat());
    (ended.code, ended.stderr + &ended.stdout)
}

/// The whole of a finding: from its level to the end of its mend.
fn finding(said: &str, code: &str) -> Option<String> {
    let at = said.find(&format!("[{code}]"))?;
    let from = said[..at].rfind('\n').map_or(0, |line| line + 1);
    let rest = &said[from..];
    let mend = rest.find("cách sửa:").or_else(|| rest.find("to mend:")).unwrap_or_default();
    let end = rest[mend..].find("\n\n").map_or(rest.len(), |end| mend + end);
    Some(rest[..end].trim_end().to_owned())
}

/// A check of the world ends so, says this of the fault in Vietnamese, and in English calls it and its place so.
#[track_caller]
pub fn says(world: &World, exit: i32, code: &str, vietnamese: &str, place: &str) {
    let (ended, said) = checked(world, &[]);
    let found = finding(&said, code).unwrap_or_else(|| panic!("no {code} in\n{said}"));
    assert_eq!(found, vietnamese, "\n{found}\n");
    assert_eq!(ended, exit, "{said}");
    let (_, english) = checked(world, &["--lang", "en"]);
    let found = finding(&english, code).unwrap_or_else(|| panic!("no {code} in\n{english}"));
    let called = ["error", "warning", "skipped"].iter().any(|level| found.starts_with(&format!("{level}[{code}]: ")));
    assert!(called && found.contains(place), "{place}\n{found}");
}

/// Nothing is said of this kind, and the check ends so.
#[track_caller]
pub fn silent(world: &World, exit: i32, code: &str) {
    let (ended, said) = checked(world, &[]);
    assert!(!said.contains(&format!("[{code}]")), "{said}");
    assert_eq!(ended, exit, "{said}");
}

/// A run gives Đơn vị Hai this mark for I.1, or none.
#[track_caller]
pub fn mark_is(world: &World, exit: i32, mark: Option<&str>) {
    let ended = world.run(&[]);
    assert_eq!(ended.code, exit, "{}", ended.stderr);
    assert_eq!(world.results()["members"][1]["marks"][0]["mark"].as_str(), mark, "{}", ended.stderr);
}

/// A run leaves Đơn vị Hai incomplete and ranks the two others of its bloc.
#[track_caller]
pub fn unranked(world: &World) {
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    for standing in world.results()["blocs"][0]["standings"].as_array().unwrap() {
        assert_eq!(standing["rank"].is_null(), standing["member"] == "Đơn vị Hai", "{}", ended.stderr);
    }
}

/// The small world with these bytes in the place of the form of Đơn vị Hai.
pub fn with_file(name: &str, bytes: &[u8]) -> World {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.bytes(name, bytes);
    world
}

/// The small world with the form of Đơn vị Hai changed; its rows stand from row 8 on.
pub fn with_form(change: impl Fn(&mut Vec<FormRow>)) -> World {
    let world = World::whole();
    let mut form = rows(90.0);
    change(&mut form);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    world
}

/// The small world whose Đơn vị Hai has this as its actual of I.1, in cell D8.
#[allow(clippy::needless_pass_by_value, reason = "a cell is made where it is tried")]
pub fn with_actual(cell: Cell) -> World {
    with_form(|form| form[0][3] = cell.clone())
}

/// The same with the XML of that cell in place of `<c r="D8"><v>90</v></c>`.
pub fn with_xml(cell: &str) -> World {
    patched_world("xl/worksheets/sheet1.xml", "<c r=\"D8\"><v>90</v></c>", cell)
}

/// The small world with a text in one part of the form of Đơn vị Hai changed.
pub fn patched_world(part: &str, from: &str, to: &str) -> World {
    let world = World::whole();
    let path = world.root.join("inputs/k1/hai.xlsx");
    let bytes = patched(&fs::read(&path).unwrap(), part, &|text| text.replace(from, to));
    fs::write(path, bytes).unwrap();
    world
}

/// The small world under a scoring.toml with something replaced.
pub fn under(world: World, from: &str, to: &str) -> World {
    assert!(SCORING.contains(from), "{from}");
    world.scoring(&SCORING.replacen(from, to, 1));
    world
}

/// The bytes of the form of Đơn vị Hai.
pub fn form() -> Vec<u8> {
    let world = World::whole();
    fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap()
}

/// A workbook kept in `tests/data/containers`.
pub fn kept(name: &str) -> Vec<u8> {
    fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/containers").join(name)).unwrap()
}

/// A zip archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An ods of these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    ods_of(&format!("{tables}</office:spreadsheet></office:body></office:document-content>"))
}

/// An ods whose content goes on with this behind the beginning of its body.
pub fn ods_of(rest: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>{rest}"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

/// The form of Đơn vị Hai as tables of an ods, with this cell in D4.
pub fn ods_form(actual: &str) -> String {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |number: &str| format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>");
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"].map(&cell);
    let blank = "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned();
    let rows = [
        row(&[cell("Tên đơn vị: Đơn vị Hai")]),
        row(&[cell("Cụm/Khối: k1")]),
        row(&heads),
        row(&[cell("I.1"), cell("Thu ngân sách"), number("100"), actual.to_owned()]),
        row(&[cell("I.2"), cell("Giải ngân"), number("100"), number("100")]),
        row(&[cell("II.1"), cell("Tuyên truyền"), blank, number("15")]),
    ];
    format!("<table:table table:name=\"Tự chấm\">{}</table:table>", rows.concat())
}
