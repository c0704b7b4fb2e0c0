//! Rows 63, 65, 67 to 73 and 78: which sheet, which table, which row of it.

use rust_xlsxwriter::{Format, Workbook};

use super::{checked, mark_is, ods, says, silent, unranked, with_file};
use crate::binary::{self, xls, xls_number, xls_text};
use crate::harness::{Cell, World, number, rows, text};

fn heads() -> Vec<Cell> {
    ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"].map(text).to_vec()
}

fn above() -> Vec<Vec<Cell>> {
    vec![vec![text("Tên đơn vị: Đơn vị Hai")], vec![text("Cụm/Khối: k1")]]
}

fn lines() -> Vec<Vec<Cell>> {
    let mut lines = vec![vec![text("I"), text("Kinh tế")]];
    lines.extend(rows(90.0).into_iter().map(Vec::from));
    lines
}

/// The form of Đơn vị Hai from these rows.
fn form(sheet: &[Vec<Cell>]) -> World {
    let world = World::whole();
    world.sheet("k1/hai.xlsx", "Tự chấm", sheet);
    world
}

/// A workbook of the form of Đơn vị Hai on each of these sheets, hidden or not.
fn sheets(named: &[(&str, bool)]) -> World {
    let mut book = Workbook::new();
    for (index, (name, hidden)) in named.iter().enumerate() {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap().set_hidden(*hidden);
        let whole = [above(), vec![heads()], lines()].concat();
        for (row, cells) in (0..).zip(&whole) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Text(said) => drop(sheet.write(row, column, said).unwrap()),
                    Cell::Number(number) => drop(sheet.write(row, column, *number + index as f64).unwrap()),
                    Cell::Blank => {}
                }
            }
        }
    }
    with_file("k1/hai.xlsx", &book.save_to_buffer().unwrap())
}

#[test]
fn row_63_hidden_sheets() {
    let world = sheets(&[("Tự chấm", false), ("Nháp", true), ("Năm trước", true)]);
    says(
        &world,
        0,
        "hidden-sheets",
        "lưu ý[hidden-sheets]: trang bị ẩn không được đọc: `Nháp` và `Năm trước`\n  --> inputs/k1/hai.xlsx\n\ncách sửa: nếu trang có số liệu cần tính thì bỏ ẩn (Unhide) rồi lưu lại; nếu không thì không cần làm gì",
        "--> inputs/k1/hai.xlsx",
    );
    mark_is(&world, 0, Some("45"));
    let first = sheets(&[("Tự chấm", false), ("Nháp", true)]);
    silent(&first, 0, "two-forms");
}

#[test]
fn row_65_two_sheets_that_may_be_meant() {
    let world = sheets(&[("Tự chấm", false), ("Tự chấm (2)", false)]);
    says(
        &world,
        1,
        "two-forms",
        "lỗi[two-forms]: số liệu của đơn vị được gửi hai lần: hai Bảng tự chấm điểm, hoặc hai chỗ trong một bảng\n  --> inputs/k1/hai.xlsx, trang `Tự chấm (2)` (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  cần:      mỗi đơn vị một bản; bản kia: `k1/hai.xlsx!Tự chấm`\n\ncách sửa: hỏi đơn vị bản nào là bản cuối cùng, xóa bản còn lại hoặc chuyển ra khỏi thư mục đầu vào rồi chạy lại",
        "--> inputs/k1/hai.xlsx, sheet `Tự chấm (2)` (bloc `k1`, member `Đơn vị Hai`)",
    );
    unranked(&world);
}

/// A plan register in which the names of bloc and member are merged over the member's two rows, or are not.
fn register(merged: bool) -> World {
    let world = World::whole();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Cụm, khối", "Đơn vị", "Mã tiêu chí", "Kế hoạch đầu năm"]).unwrap();
    let members =
        [("k1", "Đơn vị Một"), ("k1", "Đơn vị Hai"), ("k1", "Đơn vị Ba"), ("k2", "Đơn vị Một"), ("k2", "Đơn vị Bốn")];
    for (row, (bloc, member)) in (1..).step_by(2).zip(members) {
        if merged {
            sheet.merge_range(row, 0, row + 1, 0, bloc, &Format::new()).unwrap();
            sheet.merge_range(row, 1, row + 1, 1, member, &Format::new()).unwrap();
        } else {
            sheet.write(row, 0, bloc).unwrap().write(row, 1, member).unwrap().write(row + 1, 0, bloc).unwrap();
        }
        for (row, code) in [(row, "I.1"), (row + 1, "I.2")] {
            sheet.write(row, 2, code).unwrap().write(row, 3, 100).unwrap();
        }
    }
    world.bytes("chung/dang-ky.xlsx", &book.save_to_buffer().unwrap());
    world
}

#[test]
fn row_67_a_name_merged_over_several_rows() {
    assert_eq!(checked(&register(true), &[]).0, 0, "{}", checked(&register(true), &[]).1);
    mark_is(&register(true), 0, Some("45"));
    says(
        &register(false),
        3,
        "name-left-blank",
        "lỗi[name-left-blank]: dòng có số liệu nhưng ô B3 để trống tên đơn vị, nên không rõ là của đơn vị nào\n  --> inputs/chung/dang-ky.xlsx, trang `Sheet1`, ô B3\n  cần:      tên đơn vị ở từng dòng, hoặc một ô tên gộp qua các dòng của đơn vị\n\ncách sửa: ghi tên đơn vị vào ô B3 và các ô trống bên dưới rồi lưu lại",
        "--> inputs/chung/dang-ky.xlsx, sheet `Sheet1`, cell B3",
    );
}

/// An agency's table with Đơn vị Hai over two rows, in the format that `write` makes of its cells and of the area.
#[test]
fn row_67_the_same_in_the_other_formats() {
    let table = [
        ["Cụm, khối", "Đơn vị", "Mã tiêu chí", "Thực hiện"],
        ["k1", "Đơn vị Hai", "I.1", "90"],
        ["", "", "I.2", "100"],
    ];
    let value = |said: &str| said.parse::<f64>().ok();
    let of_xls = |merged: bool| {
        let mut sheet = Vec::new();
        for (row, cells) in (0..).zip(table) {
            for (column, said) in (0..).zip(cells).filter(|(_, said)| !said.is_empty()) {
                sheet.push(value(said).map_or_else(|| xls_text(row, column, said), |it| xls_number(row, column, it)));
            }
        }
        let area = |column: u16| [1, 2, column, column].map(u16::to_le_bytes).concat();
        let merges = [&2_u16.to_le_bytes()[..], &area(0), &area(1)].concat();
        sheet.extend(merged.then_some((0x00E5, merges)));
        ("k1/so.xls", xls(&[sheet]))
    };
    let of_xlsb = |merged: bool| {
        let mut sheet = Vec::new();
        for (row, cells) in (0..).zip(table) {
            sheet.push(binary::row(row, false));
            for (column, said) in (0..).zip(cells).filter(|(_, said)| !said.is_empty()) {
                let record = value(said).map_or_else(|| binary::text(column, said), |it| binary::number(column, it, 0));
                sheet.push(record);
            }
        }
        let area = |column: u32| (0x00B0, [1, 2, column, column].map(u32::to_le_bytes).concat());
        ("k1/so.xlsb", binary::xlsb_with(&sheet, if merged { vec![area(0), area(1)] } else { vec![] }))
    };
    let of_ods = |merged: bool| {
        let spanned = if merged { " table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"" } else { "" };
        let cell = |(row, said): (usize, &str)| match value(said) {
            Some(_) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{said}\"/>"),
            None if said.is_empty() => "<table:covered-table-cell/>".to_owned(),
            None if row == 1 && !said.starts_with("I.") => format!(
                "<table:table-cell office:value-type=\"string\"{spanned}><text:p>{said}</text:p></table:table-cell>"
            ),
            None => {
                format!("<table:table-cell office:value-type=\"string\"><text:p>{said}</text:p></table:table-cell>")
            }
        };
        let row = |(row, cells): (usize, [&str; 4])| {
            format!("<table:table-row>{}</table:table-row>", cells.map(|said| cell((row, said))).concat())
        };
        let rows: String = table.into_iter().enumerate().map(row).collect();
        ("k1/so.ods", ods(&format!("<table:table table:name=\"a\">{rows}</table:table>")))
    };
    for make in [&of_xls as &dyn Fn(bool) -> (&'static str, Vec<u8>), &of_xlsb, &of_ods] {
        for merged in [true, false] {
            let world = World::whole();
            let (name, bytes) = make(merged);
            world.bytes(name, &bytes);
            let (exit, said) = checked(&world, &[]);
            let blank = said.contains("lỗi[name-left-blank]");
            assert_eq!((exit, blank), if merged { (0, false) } else { (1, true) }, "{name}, merged {merged}\n{said}");
        }
    }
}

#[test]
fn row_68_a_header_below_a_letterhead() {
    let below = |blank: usize| [above(), vec![vec![]; blank], vec![heads()], lines()].concat();
    for blank in [6, 46, 47] {
        mark_is(&form(&below(blank)), 0, Some("45"));
    }
    says(
        &form(&below(48)),
        1,
        "no-known-table",
        "lỗi[no-known-table]: không nhận ra bảng nào trong tệp\n  --> inputs/k1/hai.xlsx\n  cần:      một bảng có dòng tiêu đề như `Nội dung, chỉ tiêu`, `Kế hoạch`, `Thực hiện`, `Điểm tự chấm` trong 50 dòng đầu\n\ncách sửa: chép số liệu vào mẫu do `thidua form` tạo và giữ nguyên dòng tiêu đề; nếu tệp không phải bảng số liệu thì chuyển ra khỏi thư mục đầu vào",
        "--> inputs/k1/hai.xlsx",
    );
}

#[test]
fn rows_68_and_73_two_tables_on_a_sheet() {
    let moved = |row: Vec<Cell>| [vec![Cell::Blank; 3], row].concat();
    let second: Vec<Vec<Cell>> = [vec![heads()], lines()].concat().into_iter().map(moved).collect();
    let world = form(&[above(), vec![heads()], lines(), second.clone()].concat());
    says(
        &world,
        1,
        "two-tables",
        "lỗi[two-tables]: trang này có hai bảng: một bảng bắt đầu ở ô A3, một bảng ở ô D9\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô D9\n  cần:      mỗi trang một bảng\n\ncách sửa: chuyển bảng thứ hai sang trang khác, hoặc xóa nếu là bảng cũ, rồi chạy lại",
        "--> inputs/k1/hai.xlsx, sheet `Tự chấm`, cell D9",
    );
    mark_is(&form(&[above(), second].concat()), 0, Some("45"));
}

/// The bloc k1 in one table under these two rows of headings.
fn bloc_table(heads: [[&str; 5]; 2]) -> World {
    let world = World::whole();
    for file in ["k1/mot.xlsx", "k1/hai.xlsx", "k1/ba.xlsx"] {
        world.remove(file);
    }
    let head = |said: &str| if said.is_empty() { Cell::Blank } else { text(said) };
    let mut sheet = vec![vec![text("BẢNG TỔNG HỢP NĂM 2023")], vec![text("Cụm/Khối: k1")]];
    sheet.extend(heads.map(|row| row.map(head).to_vec()));
    for name in ["Đơn vị Một", "Đơn vị Hai", "Đơn vị Ba"] {
        sheet.push([vec![text("x"), text(name)], [90.0, 100.0, 15.0].map(number).to_vec()].concat());
    }
    world.sheet("k1/tong-hop.xlsx", "Tổng hợp", &sheet);
    world
}

#[test]
fn row_69_headings_of_two_levels() {
    let whole = [
        ["TT", "Đơn vị", "I.1. Thu ngân sách", "I.2. Giải ngân", "II.1. Tuyên truyền"],
        ["", "", "Thực hiện", "Thực hiện", "Điểm khối chấm"],
    ];
    mark_is(&bloc_table(whole), 0, Some("45"));
    let blank = [whole[0], ["", "", "", "Thực hiện", "Điểm khối chấm"]];
    says(
        &bloc_table(blank),
        1,
        "missing-value",
        "lỗi[missing-value]: chưa có số liệu thực hiện\n  --> cụm, khối `k1`, đơn vị `Đơn vị Một`, tiêu chí `I.1`\n  cần:      một số theo đơn vị tính `tỷ đồng`, hoặc `Không phát sinh` nếu giao ước cho phép\n\ncách sửa: bổ sung số liệu vào cột thực hiện của tiêu chí rồi chạy lại; ô trống không được tính là 0",
        "bloc `k1`, member `Đơn vị Một`, criterion `I.1`",
    );
}

#[test]
fn row_70_what_stands_below_a_table() {
    let below = [
        vec![Cell::Blank, text("Ghi chú: số liệu đến ngày 15/12/2023")],
        vec![Cell::Blank, Cell::Blank, Cell::Blank, text("..., ngày 15 tháng 12 năm 2023")],
        vec![Cell::Blank, text("NGƯỜI LẬP BIỂU"), Cell::Blank, text("THỦ TRƯỞNG ĐƠN VỊ")],
        vec![Cell::Blank, text("Nguyễn Văn A"), Cell::Blank, text("Trần Thị B")],
    ];
    let world = form(&[above(), vec![heads()], lines(), below.to_vec()].concat());
    mark_is(&world, 0, Some("45"));
    // a row with figures is never left out without a word
    let more = vec![text("9"), text("Việc khác"), Cell::Blank, number(3.0)];
    let world = form(&[above(), vec![heads()], lines(), vec![more]].concat());
    says(
        &world,
        0,
        "extra-row",
        "lưu ý[extra-row]: dòng này không phải tiêu chí của giao ước và không được tính\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô B9 (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  tìm thấy: `Việc khác`\n\ncách sửa: không cần làm gì nếu là dòng ghi chú; nếu là một tiêu chí thì sửa mã và tên cho đúng giao ước",
        "--> inputs/k1/hai.xlsx, sheet `Tự chấm`, cell B9",
    );
}

#[test]
fn row_71_rows_that_add_up_others() {
    for label in ["TỔNG CỘNG", "Cộng", "Tổng điểm (I+II)", "Cộng mục I", "Bình quân"] {
        let sum = vec![Cell::Blank, text(label), number(200.0), number(190.0), number(100.0), number(15.0)];
        let world = form(&[above(), vec![heads()], lines(), vec![sum]].concat());
        mark_is(&world, 0, Some("45"));
        let total = world.results()["blocs"][0]["standings"].as_array().unwrap().clone();
        assert!(total.iter().any(|standing| standing["total"] == "90"), "{label}");
    }
    let sum = vec![Cell::Blank, text("TỔNG CỘNG"), Cell::Blank, Cell::Blank, number(99.0)];
    let world = form(&[above(), vec![heads()], lines(), vec![sum]].concat());
    says(
        &world,
        0,
        "stated-sum",
        "lưu ý[stated-sum]: dòng tổng ghi khác tổng các điểm của cột (100)\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô E9 (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  tìm thấy: `99`\n\ncách sửa: xem lại các điểm trong cột và ô E9; chương trình tính theo điểm của từng tiêu chí",
        "--> inputs/k1/hai.xlsx, sheet `Tự chấm`, cell E9",
    );
}

/// A commune may be called as a row of sums begins, and so may a criterion.
#[test]
fn row_71_names_that_begin_as_a_row_of_sums() {
    let world = World::whole();
    let scoring = crate::harness::SCORING.replacen("{ name = \"Đơn vị Ba\" }", "{ name = \"Cộng Hòa\" }", 1).replacen(
        "name = \"Thu ngân sách\"",
        "name = \"Tổng số thu ngân sách\"",
        1,
    );
    world.scoring(&scoring);
    for (file, bloc, member) in [
        ("k1/mot", "k1", "Đơn vị Một"),
        ("k1/hai", "k1", "Đơn vị Hai"),
        ("k2/mot", "k2", "Đơn vị Một"),
        ("k2/bon", "k2", "Đơn vị Bốn"),
    ] {
        let mut form = rows(90.0);
        form[0][1] = text("Tổng số thu ngân sách");
        world.form(file, bloc, member, &form);
    }
    world.remove("k1/ba.xlsx");
    world.opinions(&[("k1", "Cộng Hòa", "không có ý kiến")]);
    let mut sheet = vec![["Đơn vị", "I.1. Thu", "I.2. Giải ngân", "II.1. Tuyên truyền"].map(text).to_vec()];
    sheet.push(vec![Cell::Blank, text("Thực hiện"), text("Thực hiện"), text("Điểm khối chấm")]);
    sheet.push([vec![text("Cộng Hòa")], [80.0, 100.0, 15.0].map(number).to_vec()].concat());
    world.sheet("k1/ba.xlsx", "Tổng hợp", &sheet);
    let register: Vec<Vec<Cell>> =
        std::iter::once(["Cụm, khối", "Đơn vị", "Mã tiêu chí", "Kế hoạch đầu năm"].map(text).to_vec())
            .chain(
                [
                    ("k1", "Đơn vị Một"),
                    ("k1", "Đơn vị Hai"),
                    ("k1", "Cộng Hòa"),
                    ("k2", "Đơn vị Một"),
                    ("k2", "Đơn vị Bốn"),
                ]
                .into_iter()
                .flat_map(|(bloc, member)| {
                    ["I.1", "I.2"].map(|code| vec![text(bloc), text(member), text(code), number(100.0)])
                }),
            )
            .collect();
    world.sheet("chung/dang-ky.xlsx", "Đăng ký", &register);
    let (exit, said) = checked(&world, &[]);
    assert_eq!(exit, 0, "{said}");
    mark_is(&world, 0, Some("45"));
    let standings = world.results()["blocs"][0]["standings"].as_array().unwrap().clone();
    assert!(
        standings.iter().any(|standing| standing["member"] == "Cộng Hòa" && standing["total"] == "85"),
        "{standings:?}"
    );
}

#[test]
fn row_72_a_row_that_numbers_the_columns() {
    for index in [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"], ["A", "B", "1", "2", "3", "4=2/1", "5"]] {
        let world = form(&[above(), vec![heads()], vec![index.map(text).to_vec()], lines()].concat());
        let (exit, said) = checked(&world, &[]);
        assert!(exit == 0 && !said.contains("hai.xlsx"), "{said}");
        mark_is(&world, 0, Some("45"));
    }
}

/// The names of sheets are quoted as they are; what becomes of names in the outputs is shown with those.
#[test]
fn row_78_sheets_of_odd_names() {
    for name in ["History", "Đ'v", "Bảng (2) & <x>", &"d".repeat(31)] {
        let world = World::whole();
        let mut sheet = [above(), vec![heads()], lines()].concat();
        sheet[4][3] = text("đang thống kê");
        world.sheet("k1/hai.xlsx", if name == "History" { "Histor" } else { name }, &sheet);
        let (exit, said) = checked(&world, &[]);
        assert!(exit == 1 && said.contains("[not-a-number]") && said.contains("ô D5"), "{said}");
    }
}
