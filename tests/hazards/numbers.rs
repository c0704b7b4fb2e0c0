//! Rows 44 and 51 to 62, as far as a figure is concerned: what is no number, a date, an error, a formula without a result,
//! more than there can be. Rows 42 to 50 are whole in `figures`.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{checked, mark_is, ods, ods_form, says, silent, under, with_actual, with_file, with_xml};
use crate::binary::{error, form_rows, xls, xls_error, xls_form, xlsb};
use crate::harness::{Cell, World, number, text};
use crate::silent::patched;

const D8: &str = "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell D8";

#[test]
fn row_44_a_percent_sign_where_no_percentage_is_due() {
    says(
        &with_actual(text("93,35%")),
        1,
        "percent-not-expected",
        "lỗi[percent-not-expected]: ô ghi phần trăm nhưng số liệu này tính bằng `tỷ đồng`\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `93,35%`\n  cần:      một số theo đơn vị `tỷ đồng`\n\ncách sửa: ghi số theo `tỷ đồng` vào ô D8; ô đang định dạng phần trăm thì đổi về General (Tổng quát)",
        D8,
    );
    let percent = under(with_actual(text("90,00%")), "unit = \"tỷ đồng\"", "unit = \"%\"");
    says(
        &percent,
        0,
        "number-as-text",
        "lưu ý[number-as-text]: số ghi dưới dạng chữ, đã đọc là 90\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `90,00%`\n\ncách sửa: kiểm tra 90 có đúng không; nếu sai thì gõ lại ô D8 thành số",
        D8,
    );
    mark_is(&percent, 0, Some("45"));
}

#[test]
fn rows_51_and_52_nothing_is_no_zero() {
    says(
        &with_actual(text("-")),
        1,
        "missing-value",
        "lỗi[missing-value]: chưa có số liệu thực hiện\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `-`\n  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc `Không phát sinh` nếu giao ước cho phép\n\ncách sửa: bổ sung số liệu vào cột thực hiện của tiêu chí rồi chạy lại; ô trống không được tính là 0",
        D8,
    );
    says(
        &with_actual(Cell::Blank),
        1,
        "missing-value",
        "lỗi[missing-value]: chưa có số liệu thực hiện\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc `Không phát sinh` nếu giao ước cho phép\n\ncách sửa: bổ sung số liệu vào cột thực hiện của tiêu chí rồi chạy lại; ô trống không được tính là 0",
        D8,
    );
    for none in ["–", "N/A", "không có", "...", "…", "\u{A0}"] {
        mark_is(&with_actual(text(none)), 1, None);
    }
    mark_is(&with_actual(number(0.0)), 0, Some("0"));
}

/// The form of Đơn vị Hai whose actual of I.1, in cell D4, is written by `actual`.
fn written(actual: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> World {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Tên đơn vị: Đơn vị Hai").unwrap().write(1, 0, "Cụm/Khối: k1").unwrap();
    sheet.write_row(2, 0, ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"]).unwrap();
    for (row, code, label) in [(3, "I.1", "Thu ngân sách"), (4, "I.2", "Giải ngân"), (5, "II.1", "Tuyên truyền")]
    {
        sheet.write(row, 0, code).unwrap().write(row, 1, label).unwrap();
    }
    sheet.write(3, 2, 100).unwrap().write(4, 2, 100).unwrap().write(4, 3, 100).unwrap().write(5, 4, 15).unwrap();
    actual(sheet);
    with_file("k1/hai.xlsx", &book.save_to_buffer().unwrap())
}

const D4: &str = "--> inputs/k1/hai.xlsx, sheet `Sheet1`, cell D4";

#[test]
fn rows_53_and_54_numbers_that_became_dates() {
    let dated = |year, month, day| {
        written(move |sheet| {
            let day = ExcelDateTime::from_ymd(year, month, day).unwrap();
            sheet.write_with_format(3, 3, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        })
    };
    says(
        &dated(1900, 2, 14),
        1,
        "date-not-a-number",
        "lỗi[date-not-a-number]: ô đang định dạng ngày tháng trong khi cần một số\n  --> inputs/k1/hai.xlsx, trang `Sheet1`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `14/02/1900`\n  cần:      một số\n\ncách sửa: đổi định dạng ô D4 về General (Tổng quát), xem lại số hiện ra có đúng không rồi lưu lại",
        D4,
    );
    says(
        &dated(2023, 5, 3),
        1,
        "date-not-a-number",
        "lỗi[date-not-a-number]: ô đang định dạng ngày tháng trong khi cần một số\n  --> inputs/k1/hai.xlsx, trang `Sheet1`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `03/05/2023`\n  cần:      một số\n\ncách sửa: đổi định dạng ô D4 về General (Tổng quát), xem lại số hiện ra có đúng không rồi lưu lại",
        D4,
    );
}

#[test]
fn row_55_dates_that_are_none() {
    for serial in [-1.0, 2_958_466.0, 1e300, 45.5] {
        let world = written(|sheet| {
            sheet.write_with_format(3, 3, serial, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        });
        let (exit, said) = checked(&world, &[]);
        assert!(exit == 1 && said.contains("ô D4") && !said.contains("panicked"), "{serial}: {said}");
        mark_is(&world, 1, None);
    }
    let far = written(|sheet| {
        sheet.write_with_format(3, 3, 2_958_466.0, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    });
    says(
        &far,
        1,
        "number-out-of-range",
        "lỗi[number-out-of-range]: con số này nằm ngoài phạm vi dùng được\n  --> inputs/k1/hai.xlsx, trang `Sheet1`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `2958466`\n  cần:      một số mà đơn vị tính của tiêu chí cho phép; đếm số lần, số việc thì là số nguyên từ 0\n\ncách sửa: kiểm tra dấu âm, dấu thập phân và đơn vị tính ở ô D4 rồi gõ lại con số",
        D4,
    );
}

#[test]
fn row_56_errors_in_every_format() {
    says(
        &with_xml("<c r=\"D8\" t=\"e\"><v>#REF!</v></c>"),
        1,
        "error-cell",
        "lỗi[error-cell]: ô mang lỗi công thức của Excel: `#REF!`\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `#REF!`\n  cần:      một giá trị\n\ncách sửa: sửa công thức ở ô D8 hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại",
        D8,
    );
    for error in ["#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"] {
        let (exit, said) = checked(&with_xml(&format!("<c r=\"D8\" t=\"e\"><v>{error}</v></c>")), &[]);
        assert!(
            exit == 1 && said.contains("lỗi[error-cell]") && said.contains(&format!("tìm thấy: `{error}`")),
            "{said}"
        );
    }
    let xls = with_file("k1/hai.xls", &xls(&[xls_form(xls_error(3, 3, 0x07))]));
    says(
        &xls,
        1,
        "error-cell",
        "lỗi[error-cell]: ô mang lỗi công thức của Excel: `#DIV/0!`\n  --> inputs/k1/hai.xls, trang `a`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `#DIV/0!`\n  cần:      một giá trị\n\ncách sửa: sửa công thức ở ô D4 hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại",
        "--> inputs/k1/hai.xls, sheet `a`, cell D4",
    );
    let xlsb = with_file("k1/hai.xlsb", &xlsb(&form_rows(error(3, 0x2A))));
    says(
        &xlsb,
        1,
        "error-cell",
        "lỗi[error-cell]: ô mang lỗi công thức của Excel: `#N/A`\n  --> inputs/k1/hai.xlsb, trang `Tự chấm`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `#N/A`\n  cần:      một giá trị\n\ncách sửa: sửa công thức ở ô D4 hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại",
        "--> inputs/k1/hai.xlsb, sheet `Tự chấm`, cell D4",
    );
    let cell = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let ods = with_file("k1/hai.ods", &ods(&ods_form(cell)));
    says(
        &ods,
        1,
        "error-cell",
        "lỗi[error-cell]: ô mang lỗi công thức của Excel: `#DIV/0!`\n  --> inputs/k1/hai.ods, trang `Tự chấm`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `#DIV/0!`\n  cần:      một giá trị\n\ncách sửa: sửa công thức ở ô D4 hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại",
        "--> inputs/k1/hai.ods, sheet `Tự chấm`, cell D4",
    );
}

#[test]
fn row_57_errors_of_new_names_cost_their_cell_alone() {
    says(
        &with_xml("<c r=\"D8\" t=\"e\"><v>#SPILL!</v></c>"),
        1,
        "error-cell",
        "lỗi[error-cell]: ô mang lỗi công thức của Excel: `#SPILL!`\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `#SPILL!`\n  cần:      một giá trị\n\ncách sửa: sửa công thức ở ô D8 hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại",
        D8,
    );
    for error in ["#CALC!", "Err:508", "#FIELD!", "#BUSY!", "#GETTING_DATA"] {
        let (_, said) = checked(&with_xml(&format!("<c r=\"D8\" t=\"e\"><v>{error}</v></c>")), &[]);
        assert_eq!((said.contains(&format!("tìm thấy: `{error}`")), said.matches("lỗi[").count()), (true, 1), "{said}");
    }
}

#[test]
fn row_58_a_formula_whose_result_was_never_saved() {
    for formula in ["<f>45*2</f>", "<f>45*2</f><v></v>", "<f>[1]Sheet1!A1</f>"] {
        says(&with_xml(&format!("<c r=\"D8\">{formula}</c>")), 1, "unsaved-formula", UNSAVED, D8);
    }
    let text = with_xml("<c r=\"D8\" t=\"str\"><f>B1</f></c>");
    says(&text, 1, "unsaved-formula", UNSAVED, D8);
    mark_is(&with_xml("<c r=\"D8\"><f>45*2</f><v>90</v></c>"), 0, Some("45"));
    let ods = with_file("k1/hai.ods", &ods(&ods_form("<table:table-cell table:formula=\"of:=45*2\"/>")));
    let (_, said) = checked(&ods, &[]);
    assert!(said.contains("lỗi[unsaved-formula]") && said.contains("ô D4"), "{said}");
}

const UNSAVED: &str = "lỗi[unsaved-formula]: ô là công thức nhưng tệp không lưu kết quả\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  cần:      kết quả của công thức, hoặc số gõ thẳng vào ô\n\ncách sửa: mở tệp bằng Excel, chờ tính xong, lưu lại rồi gửi lại; hoặc gõ số vào ô D8";

#[test]
fn row_59_a_zero_that_may_never_have_been_calculated() {
    let zero = "<c r=\"D8\"><f>45*2</f><v>0</v></c>";
    says(
        &with_xml(zero),
        0,
        "formula-zero",
        "lưu ý[formula-zero]: ô công thức có kết quả lưu là 0, nhưng tệp không phải do Excel hay LibreOffice lưu, nên có thể chưa được tính (trang có 1 ô như vậy)\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8\n\ncách sửa: mở tệp bằng Excel, chờ tính xong rồi lưu lại; nếu ô D8 vẫn là 0 thì không cần làm gì",
        D8,
    );
    let office = |from: &str, to: &str| {
        let world = with_xml(zero);
        let path = world.root.join("inputs/k1/hai.xlsx");
        let bytes = patched(&std::fs::read(&path).unwrap(), "docProps/app.xml", &|text| text.replace(from, to));
        std::fs::write(path, bytes).unwrap();
        world
    };
    silent(&office("<Application>Microsoft Excel", "<Application>LibreOffice/7.4"), 0, "formula-zero");
    silent(&with_xml("<c r=\"D8\"><f>45*2</f><v>90</v></c>"), 0, "formula-zero");
    let world = with_xml(zero);
    let path = world.root.join("inputs/k1/hai.xlsx");
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(std::fs::read(&path).unwrap())).unwrap();
    zip.start_file("xl/calcChain.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::fs::write(path, zip.finish().unwrap().into_inner()).unwrap();
    silent(&world, 0, "formula-zero");
}

#[test]
fn row_60_what_is_not_finite() {
    says(
        &with_xml("<c r=\"D8\"><v>1e999</v></c>"),
        1,
        "number-out-of-range",
        "lỗi[number-out-of-range]: con số này nằm ngoài phạm vi dùng được\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `inf`\n  cần:      một số mà đơn vị tính của tiêu chí cho phép; đếm số lần, số việc thì là số nguyên từ 0\n\ncách sửa: kiểm tra dấu âm, dấu thập phân và đơn vị tính ở ô D8 rồi gõ lại con số",
        D8,
    );
    for odd in ["NaN", "inf", "-inf", "1e308"] {
        mark_is(&with_xml(&format!("<c r=\"D8\"><v>{odd}</v></c>")), 1, None);
    }
    says(
        &with_actual(text("1e999")),
        1,
        "not-a-number",
        "lỗi[not-a-number]: số liệu của tiêu chí là chữ, không phải số\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `1e999`\n  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc ô để trống nếu chưa có số liệu\n\ncách sửa: chỉ ghi con số vào ô D8; nếu là số ước tính thì ghi thêm `ước` ở cột tình trạng số liệu",
        D8,
    );
    for odd in ["NaN", "inf", "1e308", "Infinity"] {
        mark_is(&with_actual(text(odd)), 1, None);
    }
    let ods = with_file(
        "k1/hai.ods",
        &ods(&ods_form("<table:table-cell office:value-type=\"float\" office:value=\"NaN\"/>")),
    );
    let (exit, said) = checked(&ods, &[]);
    assert!(exit == 1 && said.contains("lỗi[number-out-of-range]"), "{said}");
}

#[test]
fn row_61_what_is_no_count() {
    let counted = |cell: Cell| {
        under(with_actual(cell), "rule = \"proportional\"", "rule = \"count\"\nparams = { points = 1, limit = 50 }")
    };
    says(
        &counted(number(1.5)),
        1,
        "number-out-of-range",
        "lỗi[number-out-of-range]: con số này nằm ngoài phạm vi dùng được\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `1.5`\n  cần:      một số mà đơn vị tính của tiêu chí cho phép; đếm số lần, số việc thì là số nguyên từ 0\n\ncách sửa: kiểm tra dấu âm, dấu thập phân và đơn vị tính ở ô D8 rồi gõ lại con số",
        D8,
    );
    let far = with_actual(text("1.000.000.000.000.001"));
    says(
        &far,
        1,
        "number-out-of-range",
        "lỗi[number-out-of-range]: con số này nằm ngoài phạm vi dùng được\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `1.000.000.000.000.001`\n  cần:      một số mà đơn vị tính của tiêu chí cho phép; đếm số lần, số việc thì là số nguyên từ 0\n\ncách sửa: kiểm tra dấu âm, dấu thập phân và đơn vị tính ở ô D8 rồi gõ lại con số",
        D8,
    );
}

/// What stands for a truth is not taken for a one.
#[test]
fn row_62_truths_in_every_format() {
    says(
        &with_xml("<c r=\"D8\" t=\"b\"><v>1</v></c>"),
        1,
        "word-for-number",
        "lỗi[word-for-number]: ô chỉ ghi có, không hoặc mức đạt, trong khi tiêu chí này chấm theo con số\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `TRUE`\n  cần:      một số theo đơn vị tính `tỷ đồng`\n\ncách sửa: ghi con số vào ô D8; nếu giao ước chấm tiêu chí này theo đạt, không đạt thì dùng quy tắc `pass-fail` hoặc `levels` trong scoring.toml",
        D8,
    );
    let cell = "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>";
    let (exit, said) = checked(&with_file("k1/hai.ods", &ods(&ods_form(cell))), &[]);
    assert!(exit == 1 && said.contains("lỗi[word-for-number]"), "{said}");
}
