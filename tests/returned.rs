//! `check --return`: what goes back to each sender.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::harness::{World, rows, text};

/// The small world with a word where Đơn vị Hai should have a number, and what goes back.
fn given_back(lang: &[&str]) -> (World, String) {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = text("khoảng 52");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[&["check", "--return", "tra-lai"], lang].concat());
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    (world, ended.stderr)
}

#[test]
fn the_original_comes_with_it_byte_for_byte() {
    let (world, said) = given_back(&[]);
    assert!(said.contains("── Đơn vị Hai: 1 nội dung") && said.contains("1 nơi gửi"), "{said}");
    let files: Vec<_> = world.files("tra-lai/gui-lai-2023");
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["k1/2-don-vi-hai/hai.xlsx", "k1/2-don-vi-hai/noi-dung-can-sua.xlsx"]);
    assert_eq!(files[0].1, fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap());
    assert!(!world.root.join("outputs").join("2023-tong-ket").exists());
}

#[test]
fn its_sheets_are_rebuilt_with_every_value_at_its_address() {
    let (world, _) = given_back(&[]);
    let mut book: Xlsx<_> =
        open_workbook(world.root.join("tra-lai/gui-lai-2023/k1/2-don-vi-hai/noi-dung-can-sua.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Nội dung cần sửa", "Bảng tự chấm"]);
    let mut original: Xlsx<_> = open_workbook(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    let (own, rebuilt) =
        (original.worksheet_range("Bảng tự chấm").unwrap(), book.worksheet_range("Bảng tự chấm").unwrap());
    for (row, column, value) in own.used_cells() {
        let at = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
        assert_eq!(rebuilt.get_value(at), Some(value), "{at:?}");
    }
    let list = book.worksheet_range("Nội dung cần sửa").unwrap();
    let line: Vec<_> = (0..10).map(|column| list.get_value((7, column)).cloned().unwrap_or_default()).collect();
    assert_eq!(line[4], Data::String("D8".to_owned()));
    assert_eq!(line[7], Data::String("khoảng 52".to_owned()));
    assert!(line[6].to_string().contains("không phải là số") || !line[6].to_string().is_empty());
}

#[test]
fn the_same_inputs_give_the_same_bytes_in_either_language() {
    let (world, _) = given_back(&[]);
    let first = world.files("tra-lai/gui-lai-2023");
    assert_eq!(world.run(&["check", "--return", "tra-lai"]).code, 1);
    assert_eq!(world.files("tra-lai/gui-lai-2023"), first);
    let (world, said) = given_back(&["--lang", "en"]);
    assert!(said.contains("what goes back to 1 sender"), "{said}");
    assert!(world.root.join("tra-lai/returns-2023-en/k1/2-don-vi-hai/what-to-mend.xlsx").exists());
}

#[test]
fn a_file_that_names_no_member_goes_back_as_it_is_called() {
    let world = World::whole();
    world.bytes("lac/khong-ro.xlsx", b"PK\x03\x04 nothing");
    assert_eq!(world.run(&["check", "--return", "tra-lai"]).code, 1);
    let names: Vec<_> = world.files("tra-lai/gui-lai-2023").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["tep-khac/lac-khong-ro-xlsx/khong-ro.xlsx", "tep-khac/lac-khong-ro-xlsx/noi-dung-can-sua.xlsx"]);
}
