//! What the office programs make of the outputs; needs `LibreOffice`, poppler and openpyxl, which `.ci/run` installs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{World, run_in};

fn sample() -> World {
    let world = World::empty();
    let outputs = world.root.join("outputs");
    let ended = run_in(Path::new(env!("CARGO_MANIFEST_DIR")), &["--quiet", "--outputs", outputs.to_str().unwrap()]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    world
}

fn workbooks(world: &World) -> Vec<PathBuf> {
    let names = world.files("outputs/2023-tong-ket").into_iter().map(|(name, _)| name);
    let books: Vec<_> = names.filter(|name| name.ends_with(".xlsx")).collect();
    assert_eq!(books.iter().filter(|name| !name.contains("phieu-cham-diem")).count(), 6, "{books:?}");
    books.iter().map(|name| world.root.join("outputs/2023-tong-ket").join(name)).collect()
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn every_workbook_prints_with_nothing_cut_to_hashes() {
    let world = sample();
    let folder = world.root.join("pdf");
    let profile = format!("-env:UserInstallation=file://{}", world.root.join("profile").display());
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(&folder).args(workbooks(&world));
    assert!(soffice.output().unwrap().status.success());
    for book in workbooks(&world) {
        let pdf = folder.join(book.with_extension("pdf").file_name().unwrap());
        let text =
            Command::new("pdftotext").args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]).output().unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        assert!(text.contains("SỐ LIỆU MINH HỌA"), "{}", pdf.display());
        assert!(!text.contains("###"), "{}", pdf.display());
    }
    let leader = fs::read(folder.join("xep-hang_khoi-vhxh_2023.pdf")).unwrap();
    assert!(leader.starts_with(b"%PDF"));
}

#[test]
#[ignore = "needs Python and openpyxl"]
fn openpyxl_reads_every_workbook_and_finds_the_totals_as_numbers() {
    let world = sample();
    let script = "import sys, openpyxl\n\
        for path in sys.argv[1:]:\n\
        \x20   book = openpyxl.load_workbook(path)\n\
        \x20   cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]\n\
        \x20   assert sum(isinstance(value, (int, float)) for value in cells) > 20, path\n";
    let run = Command::new("python3").args(["-c", script]).args(workbooks(&world)).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
