//! Tables that no office would write: whatever stands in them, the file that is made passes the linter unless points are
//! missing, and then it is said where.

use std::sync::Arc;

use rust_decimal::Decimal;
use thidua::config::{ScoringText, parse};
use thidua::diag::{CellRef, Fault, SheetRef};
use thidua::draft::draft;
use thidua::model::{Content, Heading, SheetKind, Status, Table, TableColumn, TableRow};
use thidua::{CATALOGUE, model};

const CODES: &[&str] = &[
    "",
    "I",
    "II",
    "III",
    "V",
    "A",
    "B",
    "C",
    "1",
    "2",
    "3",
    "1.",
    "1.1",
    "1.2",
    "1.10",
    "1.1.1",
    "2.a",
    "a",
    "b)",
    "đ)",
    "-",
    "+",
    "27a",
    "Phần I",
    "Mục 2",
    "xyz",
    "IX.3.b",
    "99999999999999999999",
    "i",
    "ii",
    "*",
];
const NAMES: &[&str] = &[
    "",
    "Kinh tế",
    "Thu ngân sách",
    "Điểm thưởng",
    "Điểm trừ (tổng không quá 50)",
    "Điểm thưởng, điểm trừ",
    "Tổng cộng",
    "Cộng",
    "Tỷ lệ hộ nghèo",
    "LĨNH VỰC KHÁC",
    "- Đúng hạn",
    "I. Văn hóa (20 điểm)",
    "1) Giáo dục - 5 điểm",
    "\"\\#",
    "Ghi chú: xem phụ lục",
];
const GUIDES: &[&str] = &[
    "",
    "Theo tỷ lệ thực hiện/kế hoạch",
    "Đạt: 10 điểm; không đạt: 0",
    "Mỗi lần trừ 5 điểm, không quá 10 điểm",
    "Mỗi lần 5 điểm, không quá 10 điểm",
    "Đúng hạn: 10; chậm 1-2 ngày: 5; chậm trên 2 ngày: 0",
    "Từ 95% trở lên: 10; dưới 95%: 0",
    "xuất sắc 10, tốt 5",
    "(((",
    "5 5 5",
    "\u{201C}",
    "…",
    "Không có: 10; mỗi vụ trừ 2 điểm",
    "Huân chương: 10; Bằng khen: 5; không quá 10 điểm",
];
const POINTS: &[&str] = &[
    "",
    "",
    "5",
    "10",
    "10",
    "20",
    "0,125",
    "-10",
    "-40",
    "10 điểm",
    "tối đa 20",
    "x",
    "1.000",
    "0",
    "79228162514264337593543950335",
];

fn table(random: &mut fastrand::Rng) -> Table {
    let sheet = Arc::new(SheetRef { file: "bang.xlsx".to_owned(), sheet: "Sheet1".to_owned() });
    let headings = [Heading::Group, Heading::Order, Heading::Label, Heading::Unit, Heading::Maximum, Heading::Guide];
    let group = random.bool();
    let columns: Vec<_> = (0..)
        .zip(headings)
        .filter(|(_, heading)| group || *heading != Heading::Group)
        .map(|(index, heading)| TableColumn { index, heading, status: Status::Official, over: None, said: Vec::new() })
        .collect();
    let mut cell = |heading: Heading| {
        let list: &[&str] = match heading {
            Heading::Group => &["", "", "", "Kinh tế", "II. Xã hội"],
            Heading::Order => CODES,
            Heading::Label => NAMES,
            Heading::Unit => &["", "%", "lần"],
            Heading::Maximum => POINTS,
            _ => GUIDES,
        };
        let text = list[random.usize(..list.len())];
        match text.parse::<Decimal>() {
            _ if text.is_empty() => None,
            Ok(number) if heading == Heading::Maximum && random.bool() => Some(Content::Number(number)),
            _ => Some(Content::Text(text.to_owned())),
        }
    };
    let rows = (5..5 + 12).map(|row| TableRow { row, cells: columns.iter().map(|own| cell(own.heading)).collect() });
    let rows = rows.collect();
    let title = CellRef { sheet: Arc::clone(&sheet), row: 0, column: 0 };
    let head = vec![(title, "BẢNG ĐIỂM KHỐI THI ĐUA SỐ 1 NĂM 2023".to_owned())];
    Table { kind: SheetKind::ScoreTable, sheet, stamp: None, head, columns, rows }
}

#[test]
fn a_table_of_anything_is_written_as_what_the_linter_takes_or_said_to_lack_points() {
    let mut whole = 0;
    for seed in 0..800 {
        let table = table(&mut fastrand::Rng::with_seed(seed));
        let made = draft(std::slice::from_ref(&table), &CATALOGUE);
        let source = ScoringText { name: "scoring.toml".to_owned(), text: made.text };
        let found: Vec<_> = match parse(&source, &CATALOGUE) {
            Ok(scoring) => {
                let scale: model::Points = scoring.compacts[0].criteria.iter().map(|own| own.maximum).sum();
                assert!(scale >= model::Points::ZERO, "{seed}");
                whole += 1;
                continue;
            }
            Err(found) => found.iter().map(|note| format!("{} {}", note.fault.code(), note.found)).collect(),
        };
        let lacks = made.notes.iter().any(|note| matches!(note.fault, Fault::TableMaximumMissing { .. }));
        assert!(lacks || made.criteria == 0, "{seed}: {found:?}\n{}", source.text);
    }
    assert!(whole > 20, "{whole}");
}
