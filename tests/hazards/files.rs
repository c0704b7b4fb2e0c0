//! Rows 1 to 17 and 22 to 26: files that are no spreadsheets, that are not what they are called, that are not whole, that
//! are not to be opened.

use std::fs;

use thidua::diag::{Diagnostic, Fault, Lang, Place};
use thidua::wording::render::{Sources, render};

use super::{archive, checked, form, kept, says, silent, with_file};
use crate::harness::{SCORING, World};
use crate::silent::patched;

#[test]
fn row_1_inputs_missing_or_empty() {
    let world = World::empty();
    fs::remove_dir_all(world.root.join("inputs")).unwrap();
    for _ in 0..2 {
        says(
            &world,
            3,
            "no-inputs",
            "lỗi[no-inputs]: không có bảng tính nào trong thư mục đầu vào\n  --> inputs\n  cần:      tệp .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv do các đơn vị gửi\n\ncách sửa: chép tệp của các đơn vị vào thư mục này rồi chạy lại, hoặc chỉ thư mục khác bằng `--inputs THƯ_MỤC`; gõ `thidua form` để tạo mẫu trống gửi các đơn vị",
            "--> inputs",
        );
        fs::create_dir_all(world.root.join("inputs")).unwrap();
    }
    world.bytes("doc/thu.docx", b"x");
    assert_eq!(checked(&world, &[]).0, 3);
}

#[test]
fn row_2_an_empty_file() {
    says(
        &with_file("k1/hai.xlsx", b""),
        1,
        "empty-file",
        "lỗi[empty-file]: tệp trống, không có byte nào\n  --> inputs/k1/hai.xlsx\n  cần:      một bảng tính có số liệu\n\ncách sửa: mở lại tệp gốc, lưu rồi chép lại vào thư mục đầu vào; tệp từ thư điện tử hay ổ đồng bộ thì tải lại cho đủ",
        "--> inputs/k1/hai.xlsx",
    );
    for name in ["k1/hai.xls", "k1/hai.ods", "k1/hai.csv", "k1/hai.xlsb"] {
        assert!(checked(&with_file(name, b""), &[]).1.contains("lỗi[empty-file]: tệp trống"), "{name}");
    }
}

#[test]
fn row_3_text_named_as_a_workbook() {
    let world = with_file("k1/hai.xlsx", "chỉ là chữ\n".as_bytes());
    says(
        &world,
        1,
        "wrong-content",
        "lỗi[wrong-content]: tên tệp là bảng tính nhưng bên trong là văn bản thường\n  --> inputs/k1/hai.xlsx\n  cần:      một bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv\n\ncách sửa: mở tệp bằng Excel, chọn Lưu thành (Save As), loại `Excel Workbook (*.xlsx)`, rồi để tệp mới thay tệp này",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_4_a_web_page_saved_as_xls() {
    let world = with_file("k1/hai.xls", b"<html><body><table><tr><td>x</td></tr></table></body></html>");
    says(
        &world,
        1,
        "wrong-content",
        "lỗi[wrong-content]: tên tệp là bảng tính nhưng bên trong là một trang web (HTML)\n  --> inputs/k1/hai.xls\n  cần:      một bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv\n\ncách sửa: mở tệp bằng Excel, chọn Lưu thành (Save As), loại `Excel Workbook (*.xlsx)`, rồi để tệp mới thay tệp này",
        "--> inputs/k1/hai.xls",
    );
}

#[test]
fn row_5_other_tables_named_xls() {
    let xml = b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>";
    says(
        &with_file("k1/hai.xls", xml),
        1,
        "wrong-content",
        "lỗi[wrong-content]: tên tệp là bảng tính nhưng bên trong là bảng tính XML 2003\n  --> inputs/k1/hai.xls\n  cần:      một bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv\n\ncách sửa: mở tệp bằng Excel, chọn Lưu thành (Save As), loại `Excel Workbook (*.xlsx)`, rồi để tệp mới thay tệp này",
        "--> inputs/k1/hai.xls",
    );
    let sylk = b"ID;PWXL;N;E\nC;Y1;X1;K\"x\"\nE\n";
    says(
        &with_file("k1/hai.xls", sylk),
        1,
        "wrong-content",
        "lỗi[wrong-content]: tên tệp là bảng tính nhưng bên trong là bảng tính SYLK đời cũ\n  --> inputs/k1/hai.xls\n  cần:      một bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv\n\ncách sửa: mở tệp bằng Excel, chọn Lưu thành (Save As), loại `Excel Workbook (*.xlsx)`, rồi để tệp mới thay tệp này",
        "--> inputs/k1/hai.xls",
    );
}

/// The form of Đơn vị Hai as lines of csv.
fn csv(separator: &str) -> String {
    let lines = [
        "Tên đơn vị: Đơn vị Hai||||||",
        "Cụm/Khối: k1||||||",
        "TT|Nội dung|Kế hoạch|Thực hiện|Điểm tự chấm|Điểm khối chấm|Điểm tối đa",
        "I.1|Thu ngân sách|100|90|50||",
        "I.2|Giải ngân|100|100|30||",
        "II.1|Tuyên truyền|||20|15|",
    ];
    lines.map(|line| line.replace('|', separator)).join("\r\n")
}

#[test]
fn rows_5_and_6_read_by_content_whatever_the_name() {
    let world = with_file("k1/hai.xls", csv(",").as_bytes());
    says(
        &world,
        0,
        "other-ending",
        "lưu ý[other-ending]: đuôi tệp không đúng với nội dung: bên trong là csv, đã đọc theo nội dung\n  --> inputs/k1/hai.xls\n\ncách sửa: đổi đuôi tệp thành `.csv` để Excel mở không báo lỗi",
        "--> inputs/k1/hai.xls",
    );
    let world = with_file("k1/hai.ods", &form());
    says(
        &world,
        0,
        "other-ending",
        "lưu ý[other-ending]: đuôi tệp không đúng với nội dung: bên trong là xlsx, đã đọc theo nội dung\n  --> inputs/k1/hai.ods\n\ncách sửa: đổi đuôi tệp thành `.xlsx` để Excel mở không báo lỗi",
        "--> inputs/k1/hai.ods",
    );
    silent(&with_file("k1/HAI.XLSX", &form()), 0, "other-ending");
}

#[test]
fn row_7_separators() {
    let world = with_file("k1/hai.csv", csv(";").as_bytes());
    says(
        &world,
        0,
        "csv-read",
        "lưu ý[csv-read]: tệp csv được đọc với mã UTF-8, các ô ngăn cách bằng `;`\n  --> inputs/k1/hai.csv\n\ncách sửa: không cần làm gì nếu bảng đọc đúng; chắc nhất là gửi tệp .xlsx",
        "--> inputs/k1/hai.csv",
    );
    for text in [format!("sep=;\r\n{}", csv(";")), csv("\t")] {
        let (exit, said) = checked(&with_file("k1/hai.csv", text.as_bytes()), &[]);
        assert!(exit == 0 && said.contains("lưu ý[csv-read]"), "{said}");
    }
    silent(&with_file("k1/hai.csv", csv(",").as_bytes()), 0, "csv-read");
    let world = with_file("k1/hai.csv", b"a,b;c\nd,e;f\n");
    says(
        &world,
        1,
        "ambiguous-separator",
        "lỗi[ambiguous-separator]: tệp csv có thể ngăn cách các ô bằng `,` hoặc `;`, cách nào số cột cũng đều nhau nên không rõ cách nào đúng\n  --> inputs/k1/hai.csv\n  cần:      một dấu ngăn cách\n\ncách sửa: mở tệp gốc bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; hoặc thêm dòng đầu `sep=;` (hay `sep=,`) cho biết dấu ngăn cách",
        "--> inputs/k1/hai.csv",
    );
}

#[test]
fn row_8_every_unicode_is_the_same_table() {
    let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [0xFEFF].into_iter().chain(csv(",").encode_utf16()).flat_map(order).collect()
    };
    let dictionary = thidua::wording::columns::dictionary();
    let read = |bytes: Vec<u8>| format!("{:?}", thidua::read::document_of("a.csv", bytes, &dictionary).0.tables);
    let plain = read(csv(",").into_bytes());
    assert!(plain.contains("Thu ngân sách"));
    for bytes in [format!("\u{FEFF}{}", csv(",")).into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(read(bytes), plain);
    }
}

#[test]
fn row_9_csv_in_another_encoding() {
    let text = b"TT,Ha\xCC N\xF4\xF2i\n1,x\n";
    says(
        &with_file("k1/hai.csv", text),
        1,
        "not-utf8",
        "lỗi[not-utf8]: tệp csv không theo bảng mã UTF-8 nên dấu tiếng Việt đọc không chắc\n  --> inputs/k1/hai.csv\n  cần:      tệp csv UTF-8, hoặc tệp .xlsx\n\ncách sửa: mở bằng Excel, kiểm tra dấu tiếng Việt, chọn Lưu thành, loại `CSV UTF-8 (*.csv)` hoặc `Excel Workbook (*.xlsx)`",
        "--> inputs/k1/hai.csv",
    );
    let mut dictionary = thidua::wording::columns::dictionary();
    dictionary.windows_1258 = true;
    let (_, notes) = thidua::read::document_of("a.csv", text.to_vec(), &dictionary);
    assert!(notes.iter().any(|note| note.fault.code() == "csv-read"), "{notes:?}");
    let world = with_file("k1/hai.csv", b"T\xEAn \xF0\xBDn v\xF2,Ha\xCC N\xF4\xF2i\n1,x\n");
    world.scoring(&SCORING.replacen("[inputs]\n", "[inputs]\nencoding = \"windows-1258\"\n", 1));
    silent(&world, 1, "not-utf8");
}

#[test]
fn row_10_csv_that_is_no_table() {
    says(
        &with_file("k1/hai.csv", b"a,b\nc,d\0\n"),
        1,
        "binary-in-text",
        "lỗi[binary-in-text]: dòng 2 của tệp csv có ký tự không phải chữ (NUL): tệp hỏng hoặc không phải tệp csv\n  --> inputs/k1/hai.csv\n  cần:      tệp chỉ gồm chữ\n\ncách sửa: mở tệp gốc bằng Excel, lưu lại thành `Excel Workbook (*.xlsx)` rồi thay tệp này",
        "--> inputs/k1/hai.csv",
    );
    says(
        &with_file("k1/hai.csv", b"a,b\nc,\"d\ne,f\n"),
        1,
        "unclosed-quote",
        "lỗi[unclosed-quote]: dấu ngoặc kép mở ở dòng 2 của tệp csv không có dấu đóng, nên các dòng sau dính vào một ô\n  --> inputs/k1/hai.csv\n  cần:      mỗi dấu ngoặc kép mở có một dấu đóng\n\ncách sửa: sửa dấu ngoặc kép ở dòng 2; chắc nhất là mở tệp gốc bằng Excel, lưu thành `Excel Workbook (*.xlsx)`",
        "--> inputs/k1/hai.csv",
    );
    says(
        &with_file("k1/hai.csv", b"a,b\nc,d\ne\n"),
        1,
        "ragged-csv",
        "lỗi[ragged-csv]: dòng 3 của tệp csv có số cột khác các dòng trên\n  --> inputs/k1/hai.csv\n  cần:      mọi dòng có cùng số cột\n\ncách sửa: mở bằng Excel, xem dòng 3, sửa rồi lưu lại; chắc nhất là lưu thành `Excel Workbook (*.xlsx)`",
        "--> inputs/k1/hai.csv",
    );
}

#[test]
fn rows_12_and_13_passwords() {
    let world = with_file("k1/hai.xlsx", &kept("locked.xlsx"));
    says(
        &world,
        1,
        "password-protected",
        "lỗi[password-protected]: tệp có đặt mật khẩu\n  --> inputs/k1/hai.xlsx\n  cần:      một tệp mở được mà không cần mật khẩu\n\ncách sửa: mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi chạy lại",
        "--> inputs/k1/hai.xlsx",
    );
    for (name, of) in [("k1/hai.xls", "locked.xls"), ("k1/hai.xls", "xor.xls"), ("k1/hai.ods", "locked.ods")] {
        let (exit, said) = checked(&with_file(name, &kept(of)), &[]);
        assert!(exit == 1 && said.contains("lỗi[password-protected]: tệp có đặt mật khẩu"), "{of}: {said}");
        assert!(!said.to_lowercase().contains("codepage"), "{said}");
    }
}

#[test]
fn row_14_files_of_programs_and_systems() {
    let world = World::whole();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", ".an.xlsx", "x.tmp", "x.crdownload"] {
        world.bytes(&format!("k1/{name}"), b"x");
    }
    world.bytes("k1/~$hai.xlsx", b"x");
    world.bytes("k1/.~lock.hai.xlsx#", b"x");
    let (exit, said) = checked(&world, &[]);
    assert_eq!((exit, said.matches("[lock-file]").count(), said.matches("lưu ý[").count()), (0, 2, 0), "{said}");
    world.bytes("k1/~$nam.xlsx", b"x");
    says(
        &world,
        0,
        "only-lock-file",
        "lưu ý[only-lock-file]: chỉ có tệp tạm, không thấy tệp gốc `nam.xlsx`; tệp gốc có thể đang mở trong Excel, chưa tải xong hoặc chưa chép vào\n  --> inputs/k1/~$nam.xlsx\n\ncách sửa: đóng `nam.xlsx` trong Excel, chép tệp đó vào thư mục đầu vào rồi chạy lại; nếu không còn dùng thì xóa tệp tạm",
        "--> inputs/k1/~$nam.xlsx",
    );
}

/// That such a file is seen is shown where it is read: `read::tests::a_file_that_changes_while_it_is_read_is_refused`.
#[test]
fn row_15_a_file_that_changes_while_it_is_read() {
    let fault = Diagnostic::new(Fault::ChangedWhileRead {}, Place::File("k1/hai.xlsx".to_owned()));
    let sources = Sources { inputs: "inputs".to_owned(), ..Sources::default() };
    let said = render(&fault, &sources, Lang::Vi);
    assert_eq!(
        said.trim_end(),
        "lỗi[changed-while-read]: tệp thay đổi trong lúc đang đọc, có thể đang được đồng bộ hoặc lưu\n  \
         --> inputs/k1/hai.xlsx\n\ncách sửa: chờ đồng bộ xong hoặc đóng tệp trong Excel, rồi chạy lại"
    );
    let said = render(&fault, &sources, Lang::En);
    assert!(said.starts_with("error[changed-while-read]: ") && said.contains("--> inputs/k1/hai.xlsx"), "{said}");
}

#[test]
fn row_16_half_a_download() {
    let bytes = form();
    let world = with_file("k1/hai.xlsx", &bytes[..bytes.len() / 2]);
    says(
        &world,
        1,
        "damaged-workbook",
        "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác\n  --> inputs/k1/hai.xlsx\n\ncách sửa: đóng tệp trong Excel rồi chạy lại; nếu vẫn không được thì mở bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; Excel cũng không mở được thì xin đơn vị gửi lại",
        "--> inputs/k1/hai.xlsx",
    );
    for (name, of) in [("k1/hai.xls", "form.xls"), ("k1/hai.ods", "form.ods")] {
        let bytes = kept(of);
        let (exit, said) = checked(&with_file(name, &bytes[..bytes.len() / 2]), &[]);
        assert!(exit == 1 && said.contains("lỗi[damaged-workbook]") && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn row_17_a_flipped_bit() {
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook>bit</workbook>")];
    for (name, content) in parts {
        zip.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut zip, content).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    let at = bytes.windows(3).position(|window| window == b"bit").unwrap();
    bytes[at] ^= 1;
    says(
        &with_file("k1/hai.xlsx", &bytes),
        1,
        "damaged-workbook",
        "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác (máy báo: xl/workbook.xml: Invalid checksum)\n  --> inputs/k1/hai.xlsx\n\ncách sửa: đóng tệp trong Excel rồi chạy lại; nếu vẫn không được thì mở bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; Excel cũng không mở được thì xin đơn vị gửi lại",
        "--> inputs/k1/hai.xlsx",
    );
}

/// Nothing is expanded and nothing outside of the file is looked at: the declaration alone refuses it.
#[test]
fn row_22_entities() {
    let declared = "?><!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;&x;\">]>";
    let bytes = patched(&form(), "xl/worksheets/sheet1.xml", &|text| text.replacen("?>", declared, 1));
    let world = with_file("k1/hai.xlsx", &bytes);
    says(
        &world,
        1,
        "document-type-declared",
        "lỗi[document-type-declared]: tệp có khai báo kiểu tài liệu XML (DOCTYPE) mà Excel và LibreOffice không bao giờ ghi, nên không đọc\n  --> inputs/k1/hai.xlsx\n  cần:      một tệp do Excel hoặc LibreOffice lưu\n\ncách sửa: chép số liệu sang một tệp Excel mới; nếu không rõ ai đã tạo tệp này thì đừng mở mà báo cho đơn vị gửi",
        "--> inputs/k1/hai.xlsx",
    );
    let content = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y \"ha\">]><office:document-content/>";
    let ods = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ]);
    assert!(checked(&with_file("k1/hai.ods", &ods), &[]).1.contains("lỗi[document-type-declared]"));
}

#[cfg(unix)]
#[test]
fn rows_23_and_24_what_is_no_file() {
    let world = World::whole();
    let at = |name: &str| world.root.join("inputs/k1").join(name);
    fs::create_dir(at("nam.xlsx")).unwrap();
    says(
        &world,
        1,
        "not-a-regular-file",
        "lỗi[not-a-regular-file]: đây không phải một tệp thường (là lối tắt, thư mục hoặc thiết bị) nên không mở\n  --> inputs/k1/nam.xlsx\n  cần:      một tệp bảng tính nằm ngay trong thư mục đầu vào\n\ncách sửa: chép chính tệp đó vào thư mục đầu vào thay cho lối tắt",
        "--> inputs/k1/nam.xlsx",
    );
    fs::remove_dir(at("nam.xlsx")).unwrap();
    std::process::Command::new("mkfifo").arg(at("ong.xlsx")).status().unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("o.ods")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero.csv")).unwrap();
    std::os::unix::fs::symlink("mot.xlsx", at("link.xlsx")).unwrap();
    std::os::unix::fs::symlink("nowhere", at("lost.xls")).unwrap();
    std::os::unix::fs::symlink("round.ods", at("round.ods")).unwrap();
    let (exit, said) = checked(&world, &[]);
    assert_eq!((exit, said.matches("lỗi[not-a-regular-file]").count()), (1, 6), "{said}");
}

/// Root may read anything, so that the program is run as nobody where the tests are run as root.
#[cfg(unix)]
#[test]
fn row_25_a_file_that_the_system_does_not_let_be_read() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let world = World::whole();
    let file = world.root.join("inputs/k1/hai.xlsx");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    let program = world.root.join("program");
    fs::copy(env!("CARGO_BIN_EXE_thidua"), &program).unwrap();
    let run = |lang: &str| {
        let mut command = std::process::Command::new(&program);
        command.args(["check", "--lang", lang]).current_dir(&world.root);
        if fs::read(&file).is_ok() {
            command.uid(65_534);
        }
        let ended = command.output().unwrap();
        (ended.status.code(), String::from_utf8(ended.stderr).unwrap() + &String::from_utf8(ended.stdout).unwrap())
    };
    let (exit, said) = run("vi");
    assert_eq!(exit, Some(1), "{said}");
    let words = "lỗi[unreadable-file]: máy không cho đọc tệp hoặc thư mục này (máy báo: Permission denied (os error 13))\n  --> inputs/k1/hai.xlsx\n\ncách sửa: đóng tệp nếu đang mở ở chương trình khác, kiểm tra quyền đọc (Properties > Security), hoặc chép lại vào thư mục đầu vào rồi chạy lại";
    assert_eq!(super::finding(&said, "unreadable-file").as_deref(), Some(words));
    let (_, said) = run("en");
    let found = super::finding(&said, "unreadable-file").unwrap_or_default();
    assert!(found.starts_with("error[unreadable-file]: ") && found.contains("--> inputs/k1/hai.xlsx"), "{found}");
}

#[test]
fn row_26_macros() {
    let macros = |text: String| {
        text.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    };
    let bytes = patched(&form(), "[Content_Types].xml", &macros);
    let world = with_file("k1/hai.xlsm", &bytes);
    let (exit, said) = checked(&world, &[]);
    assert!(exit == 0 && !said.contains("hai.xlsm"), "{said}");
    let old = |text: String| text.replace("/relationships/worksheet\"", "/relationships/xlMacrosheet\"");
    let bytes = patched(&bytes, "xl/_rels/workbook.xml.rels", &old);
    says(
        &with_file("k1/hai.xlsm", &bytes),
        1,
        "macro-sheet",
        "lỗi[macro-sheet]: tệp có trang macro kiểu Excel 4 (hoặc loại trang không nhận ra được) nên không đọc; không macro nào được chạy\n  --> inputs/k1/hai.xlsm\n  cần:      một tệp chỉ gồm các trang tính\n\ncách sửa: mở bằng Excel, xóa trang macro (có thể đang bị ẩn), lưu thành `Excel Workbook (*.xlsx)` rồi thay tệp này",
        "--> inputs/k1/hai.xlsm",
    );
}
