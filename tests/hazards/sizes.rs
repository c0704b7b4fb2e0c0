//! Rows 11 and 18 to 21: files whose reading would cost more memory or time than there is; each is refused by the limit
//! that it passes, and the others are read.

use super::{archive, checked, form, kept, ods, ods_of, says, with_file, with_xml};
use crate::binary::{size, xls, xls_number};
use crate::silent::patched;

/// The file of these bytes is refused at once, everybody else is read, and the reader says this.
#[track_caller]
fn refused(name: &str, bytes: &[u8], said: &str) {
    let (exit, all) = checked(&with_file(name, bytes), &[]);
    assert!(exit == 1 && all.contains(said) && all.contains(&format!("inputs/{name}")), "{said}\n{all}");
    assert_eq!(all.matches("[nothing-handed-in]").count(), 1, "{all}");
}

#[test]
fn row_11_a_gigabyte_of_csv_is_not_opened() {
    let world = with_file("k1/hai.csv", b"x");
    let file = std::fs::OpenOptions::new().write(true).open(world.root.join("inputs/k1/hai.csv")).unwrap();
    file.set_len(1 << 30).unwrap();
    says(
        &world,
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: dung lượng 1.024 MiB\n  --> inputs/k1/hai.csv\n  cần:      không quá 20 MiB\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.csv",
    );
}

#[test]
fn row_11_csv_of_many_rows_or_columns() {
    let lines = "a,b\n".repeat(200_001);
    says(
        &with_file("k1/hai.csv", lines.as_bytes()),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một trang có tới 200.001 dòng\n  --> inputs/k1/hai.csv\n  cần:      không quá 200.000 dòng mỗi trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.csv",
    );
    let commas = ",".repeat(1 << 20);
    says(
        &with_file("k1/hai.csv", commas.as_bytes()),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một trang có tới 1.048.577 cột\n  --> inputs/k1/hai.csv\n  cần:      không quá 1.024 cột mỗi trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.csv",
    );
    let letters = format!("a,b\nc,{}\n", "d".repeat(32_768));
    says(
        &with_file("k1/hai.csv", letters.as_bytes()),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một ô có tới 32.768 ký tự\n  --> inputs/k1/hai.csv\n  cần:      không quá 32.767 ký tự mỗi ô\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.csv",
    );
    let whole = format!("a,b\nc,{}\n", "d".repeat(32_767));
    assert!(!checked(&with_file("k1/hai.csv", whole.as_bytes()), &[]).1.contains("[too-large]"));
}

/// The form of Đơn vị Hai with another part.
fn with_part(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(form())).unwrap();
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, content).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn row_18_zip_bombs() {
    let spaces = vec![b' '; 11 << 20];
    let bomb = with_file("k1/hai.xlsx", &with_part("xl/media/a.xml", &spaces));
    says(
        &bomb,
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một phần được nén 1.028 lần\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 100 lần\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
    let below = vec![b' '; 10 << 20];
    assert_eq!(checked(&with_file("k1/hai.xlsx", &with_part("xl/media/a.xml", &below)), &[]).0, 0);
    let many: Vec<(String, &[u8])> = (0..1_001).map(|number| (format!("xl/{number}.xml"), &b"x"[..])).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")];
    parts.extend(many.iter().map(|(name, content)| (name.as_str(), *content)));
    says(
        &with_file("k1/hai.xlsx", &archive(&parts)),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: bên trong có 1.003 phần\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 1.000 phần\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
}

/// Where an archive's list says how large its part `name` is, unpacked: in its own list and before the part.
fn sizes_of(bytes: &[u8], name: &str) -> Vec<usize> {
    let found = bytes.windows(name.len()).enumerate().filter(|(_, window)| *window == name.as_bytes());
    let places = found.filter_map(|(at, _)| {
        let (entry, header) = (at.checked_sub(46), at.checked_sub(30));
        let listed = entry.filter(|from| bytes[*from..].starts_with(b"PK\x01\x02")).map(|from| from + 24);
        listed.or_else(|| header.filter(|from| bytes[*from..].starts_with(b"PK\x03\x04")).map(|from| from + 22))
    });
    places.collect()
}

#[test]
fn row_18_sizes_that_are_said_or_are_lies() {
    let sheet = "xl/worksheets/sheet1.xml";
    let claimed = |size: u32| {
        let mut bytes = form();
        let places = sizes_of(&bytes, sheet);
        assert_eq!(places.len(), 2);
        for at in places {
            bytes[at..at + 4].copy_from_slice(&size.to_le_bytes());
        }
        with_file("k1/hai.xlsx", &bytes)
    };
    says(
        &claimed(101 << 20),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một phần khi giải nén là 101 MiB\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 100 MiB mỗi phần\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
    let (exit, said) = checked(&claimed(10), &[]);
    assert!(exit == 1 && said.contains("lỗi[damaged-workbook]"), "larger than it says: {said}");
    // three parts of 90 MiB each are too much together, though each is not
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/a.bin", "xl/b.bin", "xl/c.bin"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &[0; 64]).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    for name in ["xl/a.bin", "xl/b.bin", "xl/c.bin"] {
        for at in sizes_of(&bytes, name) {
            bytes[at..at + 4].copy_from_slice(&(90_u32 << 20).to_le_bytes());
            bytes[at - 4..at].copy_from_slice(&(1_u32 << 20).to_le_bytes());
        }
    }
    says(
        &with_file("k1/hai.xlsx", &bytes),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: nội dung khi giải nén là 271 MiB\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 200 MiB\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_18_parts_that_overlap() {
    let mut bytes =
        archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>"), ("xl/workbook.xmk", b"<w/>")]);
    // the last part is said to stand where the one before it does
    let listed: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, four)| four == b"PK\x01\x02").map(|(at, _)| at).collect();
    let place = bytes[listed[1] + 42..listed[1] + 46].to_vec();
    bytes[listed[2] + 42..listed[2] + 46].copy_from_slice(&place);
    says(
        &with_file("k1/hai.xlsx", &bytes),
        1,
        "damaged-workbook",
        "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác\n  --> inputs/k1/hai.xlsx\n\ncách sửa: đóng tệp trong Excel rồi chạy lại; nếu vẫn không được thì mở bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; Excel cũng không mở được thì xin đơn vị gửi lại",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_19_a_cell_far_away() {
    let far =
        "<c r=\"D8\"><v>90</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row><row r=\"1048577\">";
    let world = with_xml(far);
    let (exit, said) = checked(&world, &[]);
    assert!(exit == 1 && said.contains("lỗi[odd-cell]"), "a row that no sheet has: {said}");
    let sheet = "xl/worksheets/sheet1.xml";
    let last = |cell: &str| {
        let end = format!("<row r=\"900000\">{cell}</row></sheetData>");
        with_file("k1/hai.xlsx", &patched(&form(), sheet, &|text| text.replace("</sheetData>", &end)))
    };
    says(
        &last("<c r=\"B900000\"><v>1</v></c>"),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một trang có tới 900.000 dòng\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 200.000 dòng mỗi trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
    assert_eq!(checked(&last("<c r=\"B900000\"/>"), &[]).0, 0, "a blank cell with a format is none");
    let end = "<row r=\"900\"><c r=\"XFD900\"><v>1</v></c></row></sheetData>";
    let wide = patched(&form(), sheet, &|text| text.replace("</sheetData>", end));
    says(
        &with_file("k1/hai.xlsx", &wide),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một trang có tới 16.384 cột\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 1.024 cột mỗi trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_19_texts_that_are_only_said_to_be_many() {
    let many = |text: String| text.replacen("uniqueCount=\"", "uniqueCount=\"99999", 1);
    says(
        &with_file("k1/hai.xlsx", &patched(&form(), "xl/sharedStrings.xml", &many)),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: có tới 9.999.920 đoạn chữ\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 2.000.000 đoạn chữ\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_19_ods_that_repeats_or_never_ends() {
    let number = "office:value-type=\"float\" office:value=\"1\"";
    let row = |repeated: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>")
    };
    let table = |rows: &str| ods(&format!("<table:table table:name=\"a\">{rows}</table:table>"));
    let cells = format!("<table:table-cell {number} table:number-columns-repeated=\"1000\"/>");
    says(
        &with_file("k1/hai.ods", &table(&row(98_304, &cells))),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: các trang có tới 98.304.000 ô (kể cả ô trống)\n  --> inputs/k1/hai.ods\n  cần:      không quá 5.000.000 ô (kể cả ô trống)\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.ods",
    );
    let last = format!("<table:table-cell table:number-columns-repeated=\"16383\"/><table:table-cell {number}/>");
    refused("k1/hai.ods", &table(&row(1, &last).repeat(3_000)), "lỗi[too-large]");
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"2147483647\"/></text:p></table:table-cell>";
    says(
        &with_file("k1/hai.ods", &table(&row(1, spaces))),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một ô có tới 2.147.483.647 ký tự\n  --> inputs/k1/hai.ods\n  cần:      không quá 32.767 ký tự mỗi ô\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.ods",
    );
    let text = format!(
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"1000\"><text:p>{}</text:p></table:table-cell>",
        "a".repeat(30_000)
    );
    refused("k1/hai.ods", &table(&row(100, &text)), "lỗi[too-large]");
    for endless in [
        "<table:table table:name=\"a\"><table:table-row>",
        "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><office:annotation>",
    ] {
        let said =
            "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác\n";
        refused("k1/hai.ods", &ods_of(endless), said);
    }
    // what LibreOffice writes below and beside every sheet is no size
    let blank = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    let form = super::ods_form(&format!("<table:table-cell {number}/>")).replace("</table:table>", blank);
    assert_eq!(checked(&with_file("k1/hai.ods", &ods(&form)), &[]).0, 0);
}

#[test]
fn row_19_xls_that_makes_room_for_what_is_not_there() {
    let far = || vec![xls_number(0, 0, 1.0), xls_number(65_535, 255, 1.0)];
    says(
        &with_file("k1/hai.xls", &xls(&[far()])),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: các trang có tới 16.777.216 ô (kể cả ô trống)\n  --> inputs/k1/hai.xls\n  cần:      không quá 5.000.000 ô (kể cả ô trống)\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xls",
    );
    let said = vec![size((0, 0), (0xFFFF_FFF0, 256)), xls_number(0, 0, 1.0)];
    refused("k1/hai.xls", &xls(&[said]), "lỗi[too-large]");
    let reversed = vec![size((500, 3), (2, 4)), xls_number(0, 0, 1.0)];
    refused("k1/hai.xls", &xls(&[reversed]), "lỗi[damaged-workbook]");
    let part = || vec![xls_number(0, 0, 1.0), xls_number(9_999, 249, 1.0)];
    refused("k1/hai.xls", &xls(&[part(), part(), part()]), "lỗi[too-large]");
}

#[test]
fn row_19_an_ole_file_that_goes_round() {
    let mut bytes = kept("form.xls");
    let table = usize::try_from(u32::from_le_bytes(bytes[0x4C..0x50].try_into().unwrap())).unwrap();
    let directory = u32::from_le_bytes(bytes[0x30..0x34].try_into().unwrap());
    // the directory goes on with itself
    let at = 512 * (table + 1) + 4 * usize::try_from(directory).unwrap();
    bytes[at..at + 4].copy_from_slice(&directory.to_le_bytes());
    for name in ["k1/hai.xls", "k1/hai.xlsx"] {
        refused(name, &bytes, "lỗi[damaged-workbook]");
    }
}

#[test]
fn row_20_a_million_rows() {
    let mut rows = String::new();
    for row in 100..1_000_000 {
        use std::fmt::Write;
        let _ = write!(rows, "<row r=\"{row}\"><c r=\"A{row}\"><v>{}</v></c></row>", row % 7_919 * 31);
    }
    let end = format!("{rows}</sheetData>");
    let bytes = patched(&form(), "xl/worksheets/sheet1.xml", &|text| text.replace("</sheetData>", &end));
    says(
        &with_file("k1/hai.xlsx", &bytes),
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: một trang có tới 200.001 dòng\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 200.000 dòng mỗi trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn row_21_two_thousand_sheets() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for _ in 0..201 {
        book.add_worksheet();
    }
    let world = with_file("k1/hai.xlsx", &book.save_to_buffer().unwrap());
    says(
        &world,
        1,
        "too-large",
        "lỗi[too-large]: tệp lớn hơn mức chương trình đọc: có 201 trang\n  --> inputs/k1/hai.xlsx\n  cần:      không quá 200 trang\n\ncách sửa: xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        "--> inputs/k1/hai.xlsx",
    );
    let sheets: Vec<_> = (0..201).map(|_| vec![xls_number(0, 0, 1.0)]).collect();
    refused("k1/hai.xls", &xls(&sheets), "lỗi[too-large]");
    refused("k1/hai.ods", &ods(&"<table:table table:name=\"a\"/>".repeat(2_000)), "lỗi[too-large]");
}
