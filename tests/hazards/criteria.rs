//! Rows 31 to 34: the rows of a form that are missing, called otherwise, there twice, or alike under two fields.

use super::{checked, mark_is, says, silent, under, unranked, with_form};
use crate::harness::{Cell, SCORING, World, number, text};

const PLACE: &str = "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell ";

#[test]
fn row_31_a_criterion_without_a_row() {
    let world = with_form(|form| drop(form.remove(0)));
    says(
        &world,
        1,
        "missing-value",
        "lỗi[missing-value]: chưa có số liệu thực hiện\n  --> cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`\n  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc `Không phát sinh` nếu giao ước cho phép\n\ncách sửa: bổ sung số liệu vào cột thực hiện của tiêu chí rồi chạy lại; ô trống không được tính là 0",
        "member `Đơn vị Hai`, criterion `I.1`",
    );
    mark_is(&world, 1, None);
}

#[test]
fn row_32_a_criterion_called_otherwise() {
    let renamed = || with_form(|form| form[0][1] = text("Thu ngân sách trên địa bàn"));
    says(
        &renamed(),
        1,
        "row-not-of-the-compact",
        "lỗi[row-not-of-the-compact]: dòng này có số liệu nhưng không phải tiêu chí nào của giao ước, trong khi bảng thiếu một tiêu chí\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô B8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `Thu ngân sách trên địa bàn`\n  cần:      tên tiêu chí như trong giao ước; tiêu chí đang thiếu: `I.1 Thu ngân sách`\n\ncách sửa: nếu dòng này chính là `I.1 Thu ngân sách` thì sửa tên cho đúng, hoặc thêm dòng sau vào tiêu chí ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):\n    aliases = [\"Thu ngân sách trên địa bàn\"]",
        &format!("{PLACE}B8"),
    );
    mark_is(&renamed(), 1, None);
    let alias = "name = \"Thu ngân sách\"\naliases = [\"Thu ngân sách trên địa bàn\"]";
    mark_is(&under(renamed(), "name = \"Thu ngân sách\"", alias), 0, Some("45"));
    // the letters i and y of one word are one spelling to a person, and two to the program
    let world = with_form(|form| form[1][1] = text("Giải ngâm"));
    assert_eq!(checked(&world, &[]).0, 1);
}

#[test]
fn row_33_a_criterion_twice() {
    let world = with_form(|form| form.insert(1, form[0].clone()));
    says(
        &world,
        1,
        "two-rows",
        "lỗi[two-rows]: một tiêu chí có hai dòng trong cùng bảng\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô B9 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `Thu ngân sách`\n  cần:      mỗi tiêu chí một dòng; dòng kia: `B8`\n\ncách sửa: xóa dòng thừa; nếu là hai tiêu chí khác nhau thì sửa mã và tên cho đúng giao ước",
        &format!("{PLACE}B9"),
    );
    unranked(&world);
}

/// A compact with a criterion of one label under both of its fields.
fn twins() -> String {
    SCORING.replacen("name = \"Tuyên truyền\"", "name = \"Thu ngân sách\"", 1)
}

/// The small world under it, its forms with that label under both.
fn of_twins() -> World {
    let world = World::whole();
    world.scoring(&twins());
    let forms = [
        ("k1/mot", "k1", "Đơn vị Một"),
        ("k1/hai", "k1", "Đơn vị Hai"),
        ("k1/ba", "k1", "Đơn vị Ba"),
        ("k2/mot", "k2", "Đơn vị Một"),
        ("k2/bon", "k2", "Đơn vị Bốn"),
    ];
    for (file, bloc, member) in forms {
        let mut form = crate::harness::rows(90.0);
        form[3][1] = text("Thu ngân sách");
        world.form(file, bloc, member, &form);
    }
    world
}

#[test]
fn row_34_one_label_under_two_fields() {
    let world = of_twins();
    silent(&world, 0, "row-not-of-the-compact");
    mark_is(&world, 0, Some("45"));
}

#[test]
fn row_34_a_label_that_is_under_neither() {
    let world = of_twins();
    let head = ["Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm"].map(text).to_vec();
    let line = |label: &str| vec![text(label), number(100.0), number(90.0), Cell::Blank];
    let sheet = vec![
        vec![text("Tên đơn vị: Đơn vị Hai")],
        vec![text("Cụm/Khối: k1")],
        head,
        line("Thu ngân sách"),
        line("Giải ngân"),
    ];
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet);
    says(
        &world,
        1,
        "row-not-of-the-compact",
        "lỗi[row-not-of-the-compact]: dòng này có số liệu nhưng không phải tiêu chí nào của giao ước, trong khi bảng thiếu một tiêu chí\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô A4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `Thu ngân sách`\n  cần:      tên tiêu chí như trong giao ước; tiêu chí đang thiếu: `I.1 Thu ngân sách`\n\ncách sửa: nếu dòng này chính là `I.1 Thu ngân sách` thì sửa tên cho đúng, hoặc thêm dòng sau vào tiêu chí ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):\n    aliases = [\"Thu ngân sách\"]",
        "--> inputs/k1/hai.xlsx, sheet `Tự chấm`, cell A4",
    );
}
