//! Tables as offices lay them out: members across, headers printed again, two tables, two columns, notes below.

use crate::harness::{Cell, World, number, rows, text};

/// The small world's bloc k1 in one table with criteria down and members across, under this title and these heads.
fn across(world: &World, title: &str, heads: &[&[&str]], figures: &[(&str, &str, &[f64])]) {
    for file in ["k1/mot.xlsx", "k1/hai.xlsx", "k1/ba.xlsx"] {
        world.remove(file);
    }
    let mut sheet = vec![vec![text(title)], vec![text("Cụm/Khối: k1")], vec![]];
    sheet.extend(
        heads.iter().map(|row| row.iter().map(|head| if head.is_empty() { Cell::Blank } else { text(head) }).collect()),
    );
    for (code, label, own) in figures {
        let mut row = vec![text(code), text(label)];
        row.extend(own.iter().map(|figure| number(*figure)));
        sheet.push(row);
    }
    world.sheet("k1/tong-hop.xlsx", "Tổng hợp", &sheet);
}

fn totals(world: &World) -> Vec<String> {
    let results = world.results();
    let bloc = results["blocs"].as_array().unwrap().iter().find(|bloc| bloc["id"] == "k1").unwrap().clone();
    let of = |name: &str| {
        let standing = bloc["standings"].as_array().unwrap().iter().find(|standing| standing["member"] == name);
        standing.unwrap()["total"].as_str().unwrap_or("none").to_owned()
    };
    ["Đơn vị Một", "Đơn vị Hai", "Đơn vị Ba"].map(of).to_vec()
}

#[test]
fn members_across_with_what_the_figures_are_below_their_names() {
    let world = World::whole();
    let heads: &[&[&str]] = &[
        &["TT", "Tiêu chí", "Đơn vị Một", "", "ĐV Hai", "", "Đơn vị Ba", ""],
        &["", "", "Thực hiện", "Điểm khối chấm", "Thực hiện", "Điểm khối chấm", "Thực hiện", "Điểm khối chấm"],
    ];
    let figures: &[(&str, &str, &[f64])] = &[
        ("I", "Kinh tế", &[]),
        ("1", "Thu ngân sách", &[98.0, 0.0, 90.0, 0.0, 80.0, 0.0]),
        ("2", "Giải ngân", &[100.0, 0.0, 100.0, 0.0, 100.0, 0.0]),
        ("II", "Phong trào", &[]),
        ("1", "Tuyên truyền", &[0.0, 15.0, 0.0, 15.0, 0.0, 15.0]),
        ("", "Tổng cộng", &[0.0, 100.0, 0.0, 100.0, 0.0, 100.0]),
    ];
    across(&world, "BẢNG TỔNG HỢP NĂM 2023", heads, figures);
    let ended = world.run(&[]);
    assert_eq!(totals(&world), ["94", "90", "85"], "{}", ended.stderr);
}

#[test]
fn members_across_with_what_the_figures_are_in_the_title() {
    let world = World::whole();
    let heads: &[&[&str]] = &[&["TT", "Tiêu chí", "Đơn vị Một", "ĐV Hai", "Đơn vị Ba"]];
    let figures: &[(&str, &str, &[f64])] = &[("II", "Phong trào", &[]), ("1", "Tuyên truyền", &[15.0, 14.0, 13.0])];
    across(&world, "BẢNG TỔNG HỢP ĐIỂM KHỐI CHẤM NĂM 2023", heads, figures);
    let ended = world.run(&["--lang", "en"]);
    assert!(!ended.stderr.contains("II.1"), "{}", ended.stderr);
    assert!(ended.stderr.contains("I.1") && ended.stderr.contains("missing-value"), "{}", ended.stderr);
}

#[test]
fn members_across_with_figures_that_say_nothing_are_refused() {
    let world = World::whole();
    let heads: &[&[&str]] = &[&["TT", "Tiêu chí", "Đơn vị Một", "ĐV Hai", "Đơn vị Ba"]];
    across(&world, "BẢNG TỔNG HỢP NĂM 2023", heads, &[("1", "Tuyên truyền", &[15.0, 14.0, 13.0])]);
    let ended = world.run(&[]);
    let said = "lỗi[figures-unsaid]: bảng có cột của từng đơn vị nhưng không nói số liệu trong cột là gì";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    assert!(ended.stderr.contains("inputs/k1/tong-hop.xlsx, trang `Tổng hợp`, ô C4"), "{}", ended.stderr);
}

/// The form of Đơn vị Hai from these rows, without a bloc and member line of its own.
fn form(world: &World, below_the_head: Vec<Vec<Cell>>) {
    let mut sheet = vec![vec![text("Tên đơn vị: Đơn vị Hai")], vec![text("Cụm/Khối: k1")], header()];
    sheet.extend(below_the_head);
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet);
}

fn header() -> Vec<Cell> {
    ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"].map(text).to_vec()
}

fn lines() -> Vec<Vec<Cell>> {
    let mut lines = vec![vec![text("I"), text("Kinh tế")]];
    lines.extend(rows(90.0).into_iter().map(Vec::from));
    lines
}

#[test]
fn a_header_printed_again_is_left_out() {
    let world = World::whole();
    let mut sheet = lines();
    sheet.insert(2, header());
    form(&world, sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, totals(&world)[1].as_str()), (0, "90"), "{}", ended.stderr);
}

#[test]
fn a_second_table_is_refused() {
    let world = World::whole();
    let mut sheet = lines();
    sheet.push(vec![]);
    let moved = |row: Vec<Cell>| [vec![Cell::Blank], row].concat();
    sheet.push(moved(header()));
    sheet.extend(lines().into_iter().map(moved));
    form(&world, sheet);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let said = "lỗi[two-tables]: trang này có hai bảng: một bảng bắt đầu ở ô A3, một bảng ở ô B10";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
}

#[test]
fn a_second_column_under_one_heading_is_refused_when_it_has_figures() {
    let world = World::whole();
    let with = |figure: Cell| {
        let mut sheet = lines();
        sheet[1].extend([Cell::Blank, figure]);
        let mut whole = vec![vec![text("Tên đơn vị: Đơn vị Hai")], vec![text("Cụm/Khối: k1")], header()];
        whole[2].push(text("Thực hiện"));
        whole.extend(sheet);
        world.sheet("k1/hai.xlsx", "Tự chấm", &whole);
        world.run(&[])
    };
    let ended = with(number(95.0));
    let said = "lỗi[two-columns]: hai cột có cùng tiêu đề, ở ô D3 và ô H3; không rõ lấy cột nào";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(with(Cell::Blank).code, 0);
}

#[test]
fn a_table_may_begin_anywhere_and_notes_may_stand_below_it() {
    let world = World::whole();
    let blank = || vec![Cell::Blank, Cell::Blank, Cell::Blank];
    let mut sheet = vec![vec![text("Tên đơn vị: Đơn vị Hai")], vec![text("Cụm/Khối: k1")]];
    sheet.extend([vec![], vec![], [blank(), header()].concat()]);
    sheet.push([blank(), ["A", "B", "1", "2", "3", "4", "5"].map(text).to_vec()].concat());
    sheet.extend(lines().into_iter().map(|row| [blank(), row].concat()));
    sheet.push(
        [blank(), vec![Cell::Blank, text("TỔNG CỘNG"), Cell::Blank, Cell::Blank, number(100.0), number(15.0)]].concat(),
    );
    sheet.push([blank(), vec![Cell::Blank, text("Ghi chú: số liệu đến ngày 15/12/2023")]].concat());
    sheet.push([blank(), vec![Cell::Blank, Cell::Blank, Cell::Blank, text("..., ngày 15 tháng 12 năm 2023")]].concat());
    sheet.push([blank(), vec![Cell::Blank, text("NGƯỜI LẬP BIỂU"), Cell::Blank, text("THỦ TRƯỞNG ĐƠN VỊ")]].concat());
    sheet.push([blank(), vec![Cell::Blank, text("Nguyễn Văn A"), Cell::Blank, text("Trần Thị B")]].concat());
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, totals(&world)[1].as_str()), (0, "90"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("hai.xlsx"), "{}", ended.stderr);
}
