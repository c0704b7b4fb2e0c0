//! What goes back to each member after the appraisal: its own marks, those that count, the difference, the reason, and
//! room for its explanation. Of a plan of 100, 90 give 45 of 50 points; the member gave itself 50, 30 and 20.

use calamine::Data;

use crate::harness::{Cell, SCORING, World, rows};
use crate::workbooks::sheet;

const HAI: &str = "k1/phieu-cham-diem/don-vi-hai.xlsx";

fn notice(world: &World, file: &str) -> Vec<Vec<Data>> {
    sheet(world, file, "Thông báo")
}

fn said(rows: &[Vec<Data>]) -> String {
    rows.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn row<'a>(rows: &'a [Vec<Data>], code: &str) -> &'a [Data] {
    rows.iter().find(|row| row[0] == *code).unwrap()
}

#[test]
fn a_notice_holds_both_marks_the_difference_the_reason_and_room_for_an_answer() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let rows = notice(&world, HAI);
    let all = said(&rows);
    for part in [
        "THÔNG BÁO KẾT QUẢ THẨM ĐỊNH ĐIỂM THI ĐUA NĂM 2023",
        "Kính gửi: Đơn vị Hai",
        "Ủy ban nhân dân tỉnh Mẫu thông báo kết quả thẩm định điểm thi đua năm 2023 của đơn vị (Khối một) như sau:",
        "gửi lại trước ngày ..... tháng ..... năm ......",
        "THỦ TRƯỞNG ĐƠN VỊ",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    let heads: Vec<_> = row(&rows, "Mã").iter().map(ToString::to_string).collect();
    let expected = ["Mã", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch", "Lý do"];
    assert_eq!(heads[..7], expected);
    assert_eq!(heads[7], "Ý kiến giải trình của đơn vị");
    let first = row(&rows, "I.1");
    assert_eq!(first[2..6], [50.0, 50.0, 45.0, -5.0].map(Data::Float));
    assert!(first[6].to_string().contains("90"), "{first:?}");
    assert_eq!(first[7], Data::Empty);
    let total = rows.iter().find(|row| row[1] == "TỔNG ĐIỂM").unwrap();
    assert_eq!(total[2..6], [100.0, 100.0, 90.0, -10.0].map(Data::Float));
}

#[test]
fn a_notice_of_a_provisional_result_says_so_and_of_nothing_received_too() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    assert_eq!(world.run(&[]).code, 1);
    let own = notice(&world, HAI);
    let all = said(&own);
    assert!(all.contains("Kết quả tạm tính đến ngày 15/12/2023") && all.contains("Chưa có số liệu"), "{all}");
    assert!(row(&own, "I.1")[3..6].iter().all(|cell| !matches!(cell, Data::Float(_))), "a missing mark is no zero");
    let other = said(&notice(&world, "k1/phieu-cham-diem/don-vi-mot.xlsx"));
    assert!(other.contains("Kết quả tạm tính đến ngày 15/12/2023"), "{other}");
}

#[test]
fn a_notice_changes_with_its_own_member_only() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs/2023-tong-ket/k1/phieu-cham-diem");
    let mut own = rows(90.0);
    own[0][4] = Cell::Number(49.0);
    world.form("k1/hai", "k1", "Đơn vị Hai", &own);
    assert_eq!(world.run(&[]).code, 0);
    let after = world.files("outputs/2023-tong-ket/k1/phieu-cham-diem");
    let changed: Vec<_> = before.iter().zip(&after).filter(|(old, new)| old != new).map(|(old, _)| &old.0).collect();
    assert_eq!(changed, ["don-vi-hai.xlsx"]);
}

#[test]
fn mid_year_there_is_no_appraisal_to_give_notice_of() {
    let world = World::whole();
    world.scoring(&SCORING.replace("period = \"year\"", "period = \"half\""));
    let ended = world.run(&[]);
    let files = world.files("outputs");
    assert!(files.iter().any(|(name, _)| name.ends_with("xep-hang_k1_2023.xlsx")), "{}", ended.stderr);
    assert!(!files.iter().any(|(name, _)| name.contains("phieu-cham-diem")));
}
