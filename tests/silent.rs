//! Values that a reading library changes or loses without a word, each of which is told: formulas never calculated,
//! parts of XML that it skips, percentages, dates, errors it does not know, what is hidden, what stands twice.

use std::fs;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::harness::{Ended, SCORING, World};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const ACTUAL: &str = "<c r=\"D8\"><v>90</v></c>";

/// The same archive with one part changed.
pub fn patched(bytes: &[u8], part: &str, change: &dyn Fn(String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let name = zip.by_index(index).unwrap().name().unwrap().into_owned();
        if name != part {
            out.raw_copy_file(zip.by_index(index).unwrap()).unwrap();
            continue;
        }
        let mut text = String::new();
        zip.by_index(index).unwrap().read_to_string(&mut text).unwrap();
        let changed = change(text.clone());
        assert_ne!(changed, text, "{text}");
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(changed.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Runs the small world with the sheet of Đơn vị Hai changed.
fn changed(from: &str, to: &str) -> (World, Ended) {
    let world = World::whole();
    let path = world.root.join("inputs/k1/hai.xlsx");
    let bytes = patched(&fs::read(&path).unwrap(), SHEET, &|text| text.replace(from, to));
    fs::write(path, bytes).unwrap();
    let ended = world.run(&[]);
    (world, ended)
}

#[track_caller]
fn told(ended: &Ended, code: i32, said: &[&str]) {
    assert_eq!(ended.code, code, "{}", ended.stderr);
    for part in said {
        assert!(ended.stderr.contains(part), "{part}\n{}", ended.stderr);
    }
}

fn total(world: &World) -> Option<String> {
    let results = world.results();
    let standings = results["blocs"][0]["standings"].as_array().unwrap();
    let own = standings.iter().find(|standing| standing["member"] == "Đơn vị Hai").unwrap();
    own["total"].as_str().map(str::to_owned)
}

#[test]
fn a_formula_that_was_never_calculated_is_no_blank() {
    let (_, ended) = changed(ACTUAL, "<c r=\"D8\"><f>45*2</f></c>");
    let said = "lỗi[unsaved-formula]: ô là công thức nhưng tệp không lưu kết quả";
    told(&ended, 1, &[said, "inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8", "mở tệp bằng Excel, chờ tính xong"]);
    let (world, ended) = changed(ACTUAL, "<c r=\"D8\"><f>45*2</f><v>90</v></c>");
    told(&ended, 0, &[]);
    assert_eq!(total(&world).as_deref(), Some("90"));
}

#[test]
fn cells_that_no_program_writes_so_are_not_believed() {
    let said = "lỗi[odd-cell]: ô D8 được ghi theo cách mà Excel và LibreOffice không ghi";
    for odd in [
        "<c r=\"D8\"><v>90</v><f>45*2</f></c>",
        "<c r=\"D8\"><v><![CDATA[90]]></v></c>",
        "<c r=\"D8\"><v>9&#48;</v></c>",
        "<c r=\"D8\" t=\"s\"><v>abc</v></c>",
        "<c r=\"D8\"><v>90</v></c><c r=\"D8\"><v>80</v></c>",
    ] {
        told(&changed(ACTUAL, odd).1, 1, &[said]);
    }
}

#[test]
fn what_is_no_finite_number_is_an_error() {
    for odd in ["NaN", "1e999"] {
        let (_, ended) = changed(ACTUAL, &format!("<c r=\"D8\"><v>{odd}</v></c>"));
        told(&ended, 1, &["lỗi[", "ô D8"]);
    }
}

#[test]
fn an_error_of_a_new_name_costs_its_cell_and_not_its_sheet() {
    for error in ["#SPILL!", "#CALC!", "Err:508", "#REF!"] {
        let (_, ended) = changed(ACTUAL, &format!("<c r=\"D8\" t=\"e\"><v>{error}</v></c>"));
        told(&ended, 1, &["lỗi[error-cell]", "ô D8", error]);
        assert_eq!(ended.stderr.matches("lỗi[").count(), 1, "{}", ended.stderr);
    }
}

/// A form of Đơn vị Hai made anew, its actual of I.1 written by `actual`, with another look at the workbook at the end.
fn made(
    scoring: &str,
    actual: impl Fn(&mut rust_xlsxwriter::Worksheet),
    more: impl Fn(&mut Workbook),
) -> (World, Ended) {
    let world = World::whole();
    world.scoring(scoring);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Tên đơn vị: Đơn vị Hai").unwrap();
    sheet.write(1, 0, "Cụm/Khối: k1").unwrap();
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"];
    sheet.write_row(2, 0, heads).unwrap();
    for (row, id, label, plan) in
        [(3, "I.1", "Thu ngân sách", 100), (4, "I.2", "Giải ngân", 100), (5, "II.1", "Tuyên truyền", 0)]
    {
        sheet.write(row, 0, id).unwrap().write(row, 1, label).unwrap();
        if plan > 0 {
            sheet.write(row, 2, plan).unwrap().write(row, 3, plan).unwrap();
        } else {
            sheet.write(row, 4, 15).unwrap();
        }
    }
    actual(sheet);
    more(&mut book);
    book.save(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    let ended = world.run(&[]);
    (world, ended)
}

#[test]
fn a_percentage_is_read_once_and_only_where_the_unit_is_one() {
    let percent = |sheet: &mut rust_xlsxwriter::Worksheet| {
        sheet.write_with_format(3, 3, 0.9, &Format::new().set_num_format("0.00%")).unwrap();
    };
    let units = SCORING.replace("unit = \"tỷ đồng\"", "unit = \"%\"");
    let (world, ended) = made(&units, percent, |_| {});
    told(&ended, 0, &[]);
    assert_eq!(total(&world).as_deref(), Some("90"));
    let (_, ended) = made(SCORING, percent, |_| {});
    let said = "lỗi[percent-not-expected]: ô ghi phần trăm nhưng số liệu này tính bằng `tỷ đồng`";
    told(&ended, 1, &[said, "ô D4", "tìm thấy: `90%`"]);
}

#[test]
fn a_number_shown_as_a_date_is_told() {
    let day = |sheet: &mut rust_xlsxwriter::Worksheet| {
        let day = ExcelDateTime::from_ymd(1900, 2, 14).unwrap();
        sheet.write_with_format(3, 3, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    };
    let (_, ended) = made(SCORING, day, |_| {});
    let said = "lỗi[date-not-a-number]: ô đang định dạng ngày tháng trong khi cần một số";
    told(&ended, 1, &[said, "ô D4", "14/02/1900"]);
}

#[test]
fn what_is_hidden_is_told() {
    let (world, ended) = made(
        SCORING,
        |sheet| {
            sheet.set_row_hidden(4).unwrap();
            sheet.set_column_hidden(2).unwrap();
        },
        |book| {
            book.add_worksheet().set_name("Nháp").unwrap().set_hidden(true).write(0, 0, 1).unwrap();
        },
    );
    told(
        &ended,
        0,
        &[
            "lưu ý[hidden-cells]: trang có ô bị ẩn vẫn được đọc: dòng 5; cột C",
            "lưu ý[hidden-sheets]: trang bị ẩn không được đọc: `Nháp`",
        ],
    );
    assert_eq!(total(&world).as_deref(), Some("95"));
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    let world = World::whole();
    let (other, _) = made(
        SCORING,
        |_| {},
        |book| {
            book.add_worksheet().set_name("Sheet9").unwrap();
        },
    );
    let bytes = fs::read(other.root.join("inputs/k1/hai.xlsx")).unwrap();
    let bytes = patched(&bytes, "xl/workbook.xml", &|text| text.replace("name=\"Sheet9\"", "name=\"Sheet1\""));
    world.bytes("k1/hai.xlsx", &bytes);
    told(&world.run(&[]), 1, &["lỗi[two-sheets]: tệp có hai trang cùng tên `Sheet1`, không rõ lấy trang nào"]);
}

/// An ods of one sheet: a percentage, a formula without a result, a hidden row.
#[test]
fn the_same_facts_of_an_ods() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |number: &str| format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>");
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"].map(&cell);
    let world = |actual: &str| {
        let rows = [
            row(&[cell("Tên đơn vị: Đơn vị Hai")]),
            row(&[cell("Cụm/Khối: k1")]),
            row(&heads),
            row(&[cell("I.1"), cell("Thu ngân sách"), number("100"), actual.to_owned()]),
            row(&[cell("I.2"), cell("Giải ngân"), number("100"), number("100")])
                .replace("<table:table-row>", "<table:table-row table:visibility=\"collapse\">"),
            row(&[
                cell("II.1"),
                cell("Tuyên truyền"),
                "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned(),
                number("15"),
            ]),
        ];
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
             xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
             xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
             <table:table table:name=\"Tự chấm\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
            rows.concat()
        );
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content.as_str()),
            ("META-INF/manifest.xml", "<manifest/>"),
        ] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        let world = World::whole();
        world.remove("k1/hai.xlsx");
        world.bytes("k1/hai.ods", &zip.finish().unwrap().into_inner());
        world
    };
    let plain = world(&number("90"));
    told(&plain.run(&[]), 0, &["lưu ý[hidden-cells]: trang có ô bị ẩn vẫn được đọc: dòng 5"]);
    assert_eq!(total(&plain).as_deref(), Some("90"));
    let percent = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.9\"/>";
    told(&world(percent).run(&[]), 1, &["lỗi[percent-not-expected]", "ô D4"]);
    let formula = "<table:table-cell table:formula=\"of:=45*2\"/>";
    told(&world(formula).run(&[]), 1, &["lỗi[unsaved-formula]", "ô D4"]);
}
