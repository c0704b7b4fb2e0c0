//! Whole texts of a cell's fault and of a span's fault, in both languages.

use std::sync::Arc;

use super::{SHOWN, Sources, render, summary};
use crate::diag::{CellRef, Diagnostic, Fault, Lang, Place, SheetRef};

const SCORING: &str = "schema = 1\n\n[[compact.criterion]]\nname = \"Giường bệnh\"\nid = \"I.3\" # bệnh\nrule = \"proportionnal\"\nmaximum = 60\n";

fn sources() -> Sources {
    let texts = [("scoring.toml".to_owned(), SCORING.to_owned())].into();
    Sources { texts, inputs: "inputs".to_owned(), colour: false }
}

fn of_a_cell() -> Diagnostic {
    let sheet = SheetRef { file: "so-y-te.xlsx".to_owned(), sheet: "Bảng tự chấm".to_owned() };
    let place = Place::Cell(CellRef { sheet: Arc::new(sheet), row: 13, column: 4 });
    Diagnostic::new(Fault::NotANumber { unit: "tỷ đồng".to_owned() }, place)
        .found("khoảng 52")
        .member("Sở Y tế")
        .criterion("I.3")
}

fn of_a_span() -> Diagnostic {
    let start = SCORING.find("\"proportionnal\"").unwrap();
    let place = Place::Toml { file: "scoring.toml".to_owned(), start, end: start + 15 };
    let fault = Fault::UnknownRule {
        nearest: Some("proportional".to_owned()),
        known: ["bands", "entered", "proportional"].map(str::to_owned).into(),
    };
    Diagnostic::new(fault, place).found("proportionnal").criterion("I.3")
}

#[test]
fn a_fault_of_a_cell() {
    let vi = "\
lỗi[not-a-number]: số liệu của tiêu chí là chữ, không phải số
  --> inputs/so-y-te.xlsx, trang `Bảng tự chấm`, ô E14 (đơn vị `Sở Y tế`, tiêu chí `I.3`)
  tìm thấy: `khoảng 52`
  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc ô để trống nếu chưa có số liệu

cách sửa: chỉ ghi con số vào ô E14; nếu là số ước tính thì ghi thêm `ước` ở cột tình trạng số liệu
";
    assert_eq!(render(&of_a_cell(), &sources(), Lang::Vi), vi);
    let en = "\
error[not-a-number]: the value of a criterion is text, not a number
  --> inputs/so-y-te.xlsx, sheet `Bảng tự chấm`, cell E14 (member `Sở Y tế`, criterion `I.3`)
  found:    `khoảng 52`
  expected: a number in `tỷ đồng`, or an empty cell where there is no figure

hint: leave only the figure in cell E14; for an estimate, write `ước` in the status column
";
    assert_eq!(render(&of_a_cell(), &sources(), Lang::En), en);
}

#[test]
fn a_fault_of_a_span() {
    let vi = "\
lỗi[unknown-rule]: không có quy tắc chấm điểm tên này
 --> scoring.toml:6:8
  |
6 | rule = \"proportionnal\"
  |        ^^^^^^^^^^^^^^^ chỗ này
  về:       tiêu chí `I.3`
  cần:      `bands`, `entered` hoặc `proportional`

cách sửa: ý bạn là `proportional`? gõ `thidua rules` để xem các quy tắc và tham số của từng quy tắc
";
    assert_eq!(render(&of_a_span(), &sources(), Lang::Vi), vi);
}

#[test]
fn a_span_outside_the_text_still_names_the_file() {
    let place = Place::Toml { file: "khac.toml".to_owned(), start: 5, end: 900 };
    let text = render(&Diagnostic::new(Fault::BadId {}, place), &sources(), Lang::En);
    assert!(text.contains("--> khac.toml\n"), "{text}");
    for (start, end) in [(0, 9000), (9000, 9001), (41, 42), (48, 49), (60, 50)] {
        let place = Place::Toml { file: "scoring.toml".to_owned(), start, end };
        let text = render(&Diagnostic::new(Fault::BadId {}, place), &sources(), Lang::Vi);
        assert!(text.contains("--> scoring.toml"), "{text}");
    }
}

#[test]
fn control_characters_and_line_breaks_are_not_passed_on() {
    let note = of_a_cell().found("a\u{1b}[31m\nb");
    let text = render(&note, &sources(), Lang::Vi);
    assert!(!text.contains('\u{1b}') && text.lines().count() == 6, "{text}");
}

#[test]
fn a_long_list_is_cut_and_counted() {
    let notes = vec![of_a_cell(); 23];
    let text = summary(&notes, &sources(), SHOWN, Lang::Vi);
    assert_eq!(text.matches("not-a-number").count(), 20);
    assert!(text.ends_with("còn 3 phát hiện nữa chưa in ra; thêm `--verbose` để in hết\ntổng cộng: 23 lỗi, 0 lưu ý\n"));
    assert_eq!(summary(&[], &sources(), SHOWN, Lang::Vi), "");
}

#[test]
fn every_fault_renders_in_both_languages() {
    for fault in crate::wording::faults::tests::examples() {
        for lang in [Lang::Vi, Lang::En] {
            let note = Diagnostic::new(fault.clone(), Place::Run);
            let text = render(&note, &sources(), lang);
            let word = text.split('[').next().unwrap();
            assert!(["lỗi", "lưu ý", "bỏ qua", "error", "warning", "skipped"].contains(&word), "{text}");
        }
    }
}
