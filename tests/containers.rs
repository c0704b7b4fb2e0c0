//! Files that are not what their names say, or that cannot be opened: named for what they are, everyone else is ranked.

use std::fs;
use std::io::{Cursor, Write};

use crate::harness::{Ended, World, rows};

/// Runs the small world with these bytes as the form of Đơn vị Hai; that member has no figures, the others are ranked.
#[track_caller]
fn left_out(name: &str, bytes: &[u8], said: &str) -> Ended {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.bytes(name, bytes);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(
        ended.stderr.contains(said) && ended.stderr.contains(&format!("inputs/{name}")),
        "{said}\n{}",
        ended.stderr
    );
    let results = world.results();
    for standing in results["blocs"][0]["standings"].as_array().unwrap() {
        assert_eq!(standing["rank"].is_null(), standing["member"] == "Đơn vị Hai", "{}", ended.stderr);
    }
    assert_eq!(world.run(&["--strict"]).code, 3);
    ended
}

/// Runs the small world with the form of Đơn vị Hai under another name; everybody is ranked.
#[track_caller]
fn read_all_the_same(name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>, said: &str) {
    let world = World::whole();
    let bytes = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    world.remove("k1/hai.xlsx");
    world.bytes(name, &change(bytes));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains(said), "{said}\n{}", ended.stderr);
}

/// A zip archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An OLE file that begins as one and names these streams.
fn compound(streams: &[&str], records: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; 1_024];
    bytes[..4].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0]);
    bytes[512..512 + records.len()].copy_from_slice(records);
    for stream in streams {
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    }
    bytes
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    let not = |kind: &str| format!("lỗi[wrong-content]: tên tệp là bảng tính nhưng bên trong là {kind}");
    left_out(
        "k1/hai.xls",
        b"<html><body><table><tr><td>x</td></tr></table></body></html>",
        &not("một trang web (HTML)"),
    );
    left_out(
        "k1/hai.xls",
        b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>",
        &not("bảng tính XML 2003"),
    );
    left_out("k1/hai.xls", b"ID;PWXL;N;E\nC;Y1;X1;K\"x\"\n", &not("bảng tính SYLK đời cũ"));
    left_out("k1/hai.xlsx", b"%PDF-1.7 ...", &not("tài liệu PDF"));
    left_out("k1/hai.xlsx", b"chi la chu", &not("văn bản thường"));
    left_out("k1/hai.xlsx", &archive(&[("word/document.xml", "<x/>")]), &not("văn bản Word"));
    left_out("k1/hai.xlsx", &archive(&[("a.txt", "x")]), &not("tệp nén ZIP"));
}

#[test]
fn passwords_of_every_kind_are_seen() {
    let said = "lỗi[password-protected]";
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let ods = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", manifest),
    ]);
    left_out("k1/hai.ods", &ods, said);
    left_out("k1/hai.xlsx", &compound(&["EncryptionInfo", "EncryptedPackage"], &[]), said);
    let xor = [0x09, 0x08, 4, 0, 0x00, 0x06, 0x05, 0x00, 0x2F, 0x00, 4, 0, 0, 0, 1, 2];
    left_out("k1/hai.xls", &compound(&["Workbook"], &xor), said);
}

#[test]
fn half_a_copy_is_damaged_and_never_half_read() {
    let world = World::whole();
    let whole = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    drop(world);
    for part in [4, whole.len() / 4, whole.len() / 2, whole.len() - 30] {
        left_out("k1/hai.xlsx", &whole[..part], "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ");
    }
    let mut flipped = whole.clone();
    let name = b"xl/worksheets/sheet1.xml";
    let middle = whole.windows(name.len()).position(|window| window == name).unwrap() + 120;
    flipped[middle..middle + 8].iter_mut().for_each(|byte| *byte = !*byte);
    left_out("k1/hai.xlsx", &flipped, "lỗi[damaged-workbook]");
    left_out("k1/hai.xlsx", b"", "lỗi[empty-file]");
}

#[test]
fn a_wrong_ending_is_read_by_content() {
    let same = |bytes| bytes;
    let said = "lưu ý[other-ending]: đuôi tệp không đúng với nội dung: bên trong là xlsx, đã đọc theo nội dung";
    for name in ["k1/hai.xls", "k1/hai.ods", "k1/hai.csv", "k1/hai"] {
        read_all_the_same(name, same, said);
    }
    let world = World::whole();
    fs::rename(world.root.join("inputs/k1/hai.xlsx"), world.root.join("inputs/k1/HAI.XLSX")).unwrap();
    let ended = world.run(&[]);
    assert!(ended.code == 0 && !ended.stderr.contains("other-ending"), "{}", ended.stderr);
}

/// The form of Đơn vị Hai as lines of csv.
fn csv(separator: char) -> String {
    let mut lines = vec![vec!["Tên đơn vị: Đơn vị Hai".to_owned()], vec!["Cụm/Khối: k1".to_owned()]];
    lines.push(
        ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"]
            .map(str::to_owned)
            .into(),
    );
    lines.push(vec!["I".to_owned(), "Kinh tế".to_owned()]);
    for row in rows(90.0) {
        let cells = row.iter().map(|cell| match cell {
            crate::harness::Cell::Text(text) => text.clone(),
            crate::harness::Cell::Number(number) => number.to_string(),
            crate::harness::Cell::Blank => String::new(),
        });
        lines.push(cells.collect());
    }
    let line = |cells: &Vec<String>| {
        (0..7).map(|at| cells.get(at).cloned().unwrap_or_default()).collect::<Vec<_>>().join(&separator.to_string())
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn csv_in_any_encoding_and_with_any_separator() {
    let utf16 =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("k1/hai.csv", csv(',').into_bytes(), ""),
        ("k1/hai.csv", csv(';').into_bytes(), "tệp csv được đọc với mã UTF-8, các ô ngăn cách bằng `;`"),
        ("k1/hai.csv", format!("sep=;\r\n{}", csv(';')).into_bytes(), "các ô ngăn cách bằng `;`"),
        ("k1/hai.csv", utf16(&csv('\t')), "tệp csv được đọc với mã UTF-16LE, các ô ngăn cách bằng dấu tab"),
        ("k1/hai.xlsx", csv(',').into_bytes(), "bên trong là csv, đã đọc theo nội dung"),
    ];
    for (name, bytes, said) in cases {
        read_all_the_same(name, |_| bytes.clone(), said);
    }
    left_out("k1/hai.csv", b"a,b\nc,\"d\ne,f\n", "lỗi[ragged-csv]");
    left_out("k1/hai.csv", b"TT,H\xE0 N\xF5i\n1,2\n", "lỗi[not-utf8]");
    left_out("k1/hai.xlsx", b"a\0b", "bên trong là loại không nhận ra được");
    left_out("k1/hai.csv", b"a,b\nc,d\0\n", "lỗi[binary-in-text]: dòng 2 của tệp csv");
}

#[test]
fn lock_files_are_skipped_and_a_lone_one_is_told() {
    let world = World::whole();
    for name in
        ["k1/~$hai.xlsx", "k1/.DS_Store", "k1/Thumbs.db", "k1/desktop.ini", "k1/hai.xlsx.tmp", "k1/x.crdownload"]
    {
        world.bytes(name, b"x");
    }
    world.bytes("k1/~$nam.xlsx", b"x");
    let ended = world.run(&["--verbose"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("[lock-file]") && ended.stderr.contains("inputs/k1/~$hai.xlsx"), "{}", ended.stderr);
    let said = "lưu ý[only-lock-file]: chỉ có tệp tạm của Excel, không thấy tệp gốc";
    assert!(ended.stderr.contains(said) && ended.stderr.contains("inputs/k1/~$nam.xlsx"), "{}", ended.stderr);
}

#[cfg(unix)]
#[test]
fn links_folders_and_devices_are_never_opened() {
    let world = World::whole();
    let inputs = world.root.join("inputs/k1");
    fs::rename(inputs.join("hai.xlsx"), world.root.join("hai.xlsx")).unwrap();
    std::os::unix::fs::symlink(world.root.join("hai.xlsx"), inputs.join("hai.xlsx")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", inputs.join("zero.csv")).unwrap();
    fs::create_dir(inputs.join("folder.xlsx")).unwrap();
    std::process::Command::new("mkfifo").arg(inputs.join("pipe.xlsx")).status().unwrap();
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let said =
        "lỗi[not-a-regular-file]: đây không phải một tệp thường (là lối tắt, thư mục hoặc thiết bị) nên không mở";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    for name in ["hai.xlsx", "zero.csv", "folder.xlsx", "pipe.xlsx"] {
        assert!(ended.stderr.contains(&format!("inputs/k1/{name}")), "{name}: {}", ended.stderr);
    }
}
