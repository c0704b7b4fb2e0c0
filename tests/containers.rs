//! Files that are not what their names say, or that cannot be opened: named for what they are, everyone else is ranked.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::harness::{Ended, SCORING, World, rows};
use crate::ole::ole;

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

/// A workbook kept in `tests/data/containers`; how it was made stands there.
fn kept(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/containers").join(name)).unwrap()
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
    left_out("k1/hai.xls", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n", &not("một trang web (HTML)"));
    left_out("k1/hai.xls", b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n", &not("bảng tính DIF đời cũ"));
    left_out("k1/hai.xls", &ole(&[("WordDocument", b"x")], &[]), &not("văn bản Word"));
    left_out("k1/hai.xlsx", &archive(&[("word/document.xml", "<x/>")]), &not("văn bản Word"));
    left_out("k1/hai.xlsx", &archive(&[("a.txt", "x")]), &not("tệp nén ZIP"));
}

#[test]
fn passwords_of_every_kind_are_seen() {
    for (name, bytes) in [
        ("k1/hai.xlsx", kept("locked.xlsx")),
        ("k1/hai.xls", kept("locked.xls")),
        ("k1/hai.xls", kept("xor.xls")),
        ("k1/hai.ods", kept("locked.ods")),
        ("k1/hai.xlsb", kept("locked.xlsx")),
    ] {
        let ended = left_out(name, &bytes, "lỗi[password-protected]: tệp có đặt mật khẩu");
        assert!(ended.stderr.contains("xóa mật khẩu, lưu rồi chạy lại"), "{}", ended.stderr);
        assert!(!ended.stderr.to_lowercase().contains("codepage"), "{}", ended.stderr);
    }
}

/// A report often has a Word document embedded in its sheet, or speaks of what would give a locked file away.
#[test]
fn what_is_embedded_in_a_workbook_does_not_make_it_something_else() {
    let form = kept("form.xls");
    let begins = form.windows(4).position(|window| window == [9, 8, 16, 0]).unwrap();
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = ole(&[("Workbook", &form[begins..])], &[("WordDocument", b"x"), ("Contents", &wide)]);
    read_all_the_same("k1/hai.xls", |_| bytes.clone(), "");
}

#[test]
fn every_format_is_read() {
    for (name, of) in [("k1/hai.xls", "form.xls"), ("k1/hai.ods", "form.ods")] {
        read_all_the_same(name, |_| kept(of), "");
    }
    let said = "bên trong là xls, đã đọc theo nội dung";
    read_all_the_same("k1/hai.xlsx", |_| kept("form.xls"), said);
    read_all_the_same("k1/Đơn vị Hai, TP. Mẫu", |_| kept("form.xls"), said);
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
    left_out("k1/hai.csv", b"a,b\nc,d\ne\n", "lỗi[ragged-csv]: dòng 3 của tệp csv có số cột khác các dòng trên");
    left_out(
        "k1/hai.csv",
        b"a,b\nc,\"d\ne,f\n",
        "lỗi[unclosed-quote]: dấu ngoặc kép mở ở dòng 2 của tệp csv không có dấu đóng",
    );
    left_out(
        "k1/hai.csv",
        b"a,b;c\nd,e;f\n",
        "lỗi[ambiguous-separator]: tệp csv có thể ngăn cách các ô bằng `,` hoặc `;`, cách nào số cột cũng đều nhau",
    );
    left_out("k1/hai.csv", b"TT,H\xE0 N\xF5i\n1,2\n", "lỗi[not-utf8]");
    left_out("k1/hai.xlsx", b"a\0b", "bên trong là loại không nhận ra được");
    left_out("k1/hai.csv", b"a,b\nc,d\0\n", "lỗi[binary-in-text]: dòng 2 của tệp csv");
}

/// Text as Windows-1258 has it: letters with circumflex, breve or horn, and the tones as marks behind them.
pub fn windows_1258(text: &str) -> Vec<u8> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let apart = |letter: char| {
        let (tones, base): (Vec<char>, Vec<char>) = letter.nfd().partition(|mark| TONES.contains(mark));
        base.into_iter().nfc().chain(tones).collect::<Vec<_>>()
    };
    let text: String = text.nfc().flat_map(apart).collect();
    let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(&text);
    assert!(!lost, "{text}");
    bytes.into_owned()
}

#[test]
fn csv_in_windows_1258_is_read_where_scoring_toml_says_so() {
    let bytes = windows_1258(&csv(','));
    left_out("k1/hai.csv", &bytes, "lỗi[not-utf8]: tệp csv không theo bảng mã UTF-8");
    let world = World::whole();
    assert!(SCORING.contains("\n[inputs]\n"));
    world.scoring(&SCORING.replacen("[inputs]\n", "[inputs]\nencoding = \"windows-1258\"\n", 1));
    let mark = |world: &World| world.results()["members"][1]["marks"][0]["mark"].as_str().map(str::to_owned);
    assert_eq!(world.run(&[]).code, 0);
    let before = mark(&world).unwrap();
    world.remove("k1/hai.xlsx");
    world.bytes("k1/hai.csv", &bytes);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let said = "tệp csv được đọc với mã Windows-1258, các ô ngăn cách bằng `,`";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(mark(&world), Some(before));
}

#[test]
fn macros_are_not_run_and_do_not_stand_in_the_way() {
    let macros = |bytes: Vec<u8>| {
        changed(&bytes, |name, text| match name {
            "[Content_Types].xml" => text.replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            ),
            _ => text,
        })
    };
    read_all_the_same("k1/hai.xlsm", macros, "");
    read_all_the_same("k1/hai.xlsx", macros, "");
}

/// The reading library reads nothing of a workbook with such a sheet, so it is named and left out.
#[test]
fn a_sheet_of_old_macros_is_named() {
    let world = World::whole();
    let form = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    drop(world);
    let with_macros = |bytes: Vec<u8>| {
        let bytes = changed(&bytes, |name, text| {
            match name {
            "[Content_Types].xml" => text.replace("</Types>", "<Override PartName=\"/xl/macrosheets/sheet1.xml\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>"),
            "xl/workbook.xml" => text.replace("</sheets>", "<sheet name=\"Macro1\" sheetId=\"9\" r:id=\"rId99\"/></sheets>"),
            "xl/_rels/workbook.xml.rels" => text.replace("</Relationships>", "<Relationship Id=\"rId99\" Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"macrosheets/sheet1.xml\"/></Relationships>"),
            _ => text,
        }
        });
        let sheet = "<?xml version=\"1.0\"?><xm:macrosheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><f>HALT()</f></c></row></sheetData></xm:macrosheet>";
        let mut zip = zip::ZipWriter::new_append(Cursor::new(bytes)).unwrap();
        zip.start_file("xl/macrosheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(sheet.as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    left_out("k1/hai.xlsm", &with_macros(form), "lỗi[macro-sheet]: tệp có trang macro kiểu Excel 4");
}

/// The archive with each of its parts changed.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        let text = change(&name, text);
        parts.push((name, text));
    }
    archive(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// No entity is expanded and nothing outside the file is looked at: the declaration itself refuses it.
#[test]
fn declared_entities_are_refused() {
    let world = World::whole();
    let form = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    drop(world);
    let entity = |n: usize| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
    let laughs = (1..10).map(entity).collect::<Vec<_>>().concat();
    for declared in ["<!ENTITY x SYSTEM \"file:///etc/passwd\">".to_owned(), format!("<!ENTITY l0 \"ha\">{laughs}")] {
        for of in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
            let bytes = changed(&form, |name, text| {
                if name == of { text.replacen("?>", &format!("?><!DOCTYPE x [{declared}]>"), 1) } else { text }
            });
            left_out("k1/hai.xlsx", &bytes, "lỗi[document-type-declared]: tệp có khai báo kiểu tài liệu XML (DOCTYPE)");
        }
    }
}
