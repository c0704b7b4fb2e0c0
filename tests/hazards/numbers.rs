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
    says(&with_actual(text("93,35%")), 1, "percent-not-expected", "@", D8);
    let percent = under(with_actual(text("90,00%")), "unit = \"tỷ đồng\"", "unit = \"%\"");
    says(&percent, 0, "number-as-text", "@", D8);
    mark_is(&percent, 0, Some("45"));
}

#[test]
fn rows_51_and_52_nothing_is_no_zero() {
    says(&with_actual(text("-")), 1, "missing-value", "@", D8);
    says(&with_actual(Cell::Blank), 1, "missing-value", "@", D8);
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
    for (row, code, label) in [(3, "I.1", "Thu ngân sách"), (4, "I.2", "Giải ngân"), (5, "II.1", "Tuyên truyền")] {
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
    says(&dated(1900, 2, 14), 1, "date-not-a-number", "@", D4);
    says(&dated(2023, 5, 3), 1, "date-not-a-number", "@", D4);
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
    says(&far, 1, "number-out-of-range", "@", D4);
}

#[test]
fn row_56_errors_in_every_format() {
    says(&with_xml("<c r=\"D8\" t=\"e\"><v>#REF!</v></c>"), 1, "error-cell", "@", D8);
    for error in ["#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"] {
        let (exit, said) = checked(&with_xml(&format!("<c r=\"D8\" t=\"e\"><v>{error}</v></c>")), &[]);
        assert!(exit == 1 && said.contains("lỗi[error-cell]") && said.contains(&format!("tìm thấy: `{error}`")), "{said}");
    }
    let xls = with_file("k1/hai.xls", &xls(&[xls_form(xls_error(3, 3, 0x07))]));
    says(&xls, 1, "error-cell", "@", "--> inputs/k1/hai.xls, sheet `a`, cell D4");
    let xlsb = with_file("k1/hai.xlsb", &xlsb(&form_rows(error(3, 0x2A))));
    says(&xlsb, 1, "error-cell", "@", "--> inputs/k1/hai.xlsb, sheet `Tự chấm`, cell D4");
    let cell = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let ods = with_file("k1/hai.ods", &ods(&ods_form(cell)));
    says(&ods, 1, "error-cell", "@", "--> inputs/k1/hai.ods, sheet `Tự chấm`, cell D4");
}

#[test]
fn row_57_errors_of_new_names_cost_their_cell_alone() {
    says(&with_xml("<c r=\"D8\" t=\"e\"><v>#SPILL!</v></c>"), 1, "error-cell", "@", D8);
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

const UNSAVED: &str = "@unsaved";

#[test]
fn row_59_a_zero_that_may_never_have_been_calculated() {
    let zero = "<c r=\"D8\"><f>45*2</f><v>0</v></c>";
    says(&with_xml(zero), 0, "formula-zero", "@", D8);
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
    says(&with_xml("<c r=\"D8\"><v>1e999</v></c>"), 1, "number-out-of-range", "@", D8);
    for odd in ["NaN", "inf", "-inf", "1e308"] {
        mark_is(&with_xml(&format!("<c r=\"D8\"><v>{odd}</v></c>")), 1, None);
    }
    says(&with_actual(text("1e999")), 1, "not-a-number", "@", D8);
    for odd in ["NaN", "inf", "1e308", "Infinity"] {
        mark_is(&with_actual(text(odd)), 1, None);
    }
    let ods = with_file("k1/hai.ods", &ods(&ods_form("<table:table-cell office:value-type=\"float\" office:value=\"NaN\"/>")));
    let (exit, said) = checked(&ods, &[]);
    assert!(exit == 1 && said.contains("lỗi[number-out-of-range]"), "{said}");
}

#[test]
fn row_61_what_is_no_count() {
    let counted = |cell: Cell| {
        under(with_actual(cell), "rule = \"proportional\"", "rule = \"count\"\nparams = { points = 1, limit = 50 }")
    };
    says(&counted(number(1.5)), 1, "number-out-of-range", "@", D8);
    let far = with_actual(text("1.000.000.000.000.001"));
    says(&far, 1, "number-out-of-range", "@", D8);
}

/// What stands for a truth is not taken for a one.
#[test]
fn row_62_truths_in_every_format() {
    says(&with_xml("<c r=\"D8\" t=\"b\"><v>1</v></c>"), 1, "word-for-number", "@", D8);
    let cell = "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>";
    let (exit, said) = checked(&with_file("k1/hai.ods", &ods(&ods_form(cell))), &[]);
    assert!(exit == 1 && said.contains("lỗi[word-for-number]"), "{said}");
}
