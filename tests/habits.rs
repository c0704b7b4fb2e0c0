//! One form in the habits of several offices: what a person reads without doubt is read, what is not is asked.

use crate::harness::{Cell, World, number, rows, text};

/// The form of Đơn vị Hai in place of the plain one, which comes to 45 + 30 + 15.
fn handed_in(sheet: &[Vec<Cell>]) -> World {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.sheet("k1/tu cham.xlsx", "Biểu 01", sheet);
    world
}

fn line(said: &[&str]) -> Vec<Cell> {
    said.iter().map(|said| if said.is_empty() { Cell::Blank } else { text(said) }).collect()
}

fn marks(world: &World) -> Vec<String> {
    let results = world.results();
    let members = results["members"].as_array().unwrap();
    let own = members.iter().find(|own| own["bloc"] == "k1" && own["name"] == "Đơn vị Hai").unwrap();
    own["marks"].as_array().unwrap().iter().map(|mark| mark["mark"].as_str().unwrap_or("none").to_owned()).collect()
}

#[test]
fn own_words_over_the_columns_and_the_name_in_the_letterhead() {
    for (name, read_as) in [("ĐƠN VỊ HAI", false), ("UBND ĐV HAI", true)] {
        let world = handed_in(&[
            line(&["", "ỦY BAN NHÂN DÂN TỈNH MẪU\n", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
            line(&["", name]),
            line(&["", "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2023"]),
            line(&["", "(Kèm theo Báo cáo số 12/BC-UBND)"]),
            line(&[
                "",
                "Số thứ tự",
                "Tiêu chí thi đua",
                "Đơn vị đo",
                "Chỉ tiêu giao năm 2023",
                "Kết quả thực hiện năm 2023 (lũy kế)",
                "Tỷ lệ so với KH (%)",
                "Thang điểm",
                "Đơn vị tự chấm điểm",
                "Cụm thi đua chấm",
                "Hồ sơ minh chứng",
            ]),
            line(&["", "I", "Kinh tế"]),
            line(&["", "1", "Thu ngân sách", "tỷ đồng", "100 tỷ", "90,0 tỷ đồng", "90,0", "50", "45"]),
            line(&["", "2", "Giải ngân", "tỷ đồng", "100", "100", "100", "30", "30"]),
            line(&["", "II", "Phong trào"]),
            line(&["", "1", "Tuyên truyền", "", "", "", "", "20", "16", "15"]),
            line(&["", "", "TỔNG CỘNG", "", "", "", "", "100", "91"]),
        ]);
        let ended = world.run(&[]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert_eq!(marks(&world), ["45", "30", "15"], "{}", ended.stderr);
        assert_eq!(ended.stderr.contains("[name-read-as]"), read_as, "{}", ended.stderr);
    }
}

#[test]
fn the_year_and_estimates_over_a_column() {
    let heads = |actual: &str| {
        let mut sheet = vec![line(&["Tên đơn vị: Đơn vị Hai"])];
        sheet.push(line(&["TT", "Nội dung", "Kế hoạch năm 2023", actual, "Điểm chuẩn", "Điểm khối chấm"]));
        sheet.push(line(&["I", "Kinh tế"]));
        for (code, label, actual, mark) in [("1", "Thu ngân sách", 90.0, 50.0), ("2", "Giải ngân", 100.0, 30.0)] {
            sheet.push(vec![text(code), text(label), number(100.0), number(actual), number(mark)]);
        }
        sheet.push(line(&["II", "Phong trào"]));
        sheet.push(vec![text("1"), text("Tuyên truyền"), Cell::Blank, Cell::Blank, number(20.0), number(15.0)]);
        sheet
    };
    for (actual, status) in [
        ("Thực hiện năm 2023", None),
        ("Ước thực hiện năm 2023", Some("ước")),
        ("Ước TH 2023", Some("ước")),
        ("Dự kiến thực hiện cả năm 2023", Some("dự kiến")),
    ] {
        let world = handed_in(&heads(actual));
        let ended = world.run(&["--verbose"]);
        assert_eq!(
            (ended.code, marks(&world)),
            (0, ["45", "30", "15"].map(str::to_owned).to_vec()),
            "{}",
            ended.stderr
        );
        let told = ended.stderr.matches("lưu ý[estimate-used]").count();
        assert_eq!(told, if status.is_some() { 2 } else { 0 }, "{actual}: {}", ended.stderr);
        let said = format!("số liệu {} được dùng để tính điểm", status.unwrap_or_default());
        assert!(status.is_none() || ended.stderr.contains(&said), "{actual}: {}", ended.stderr);
    }
    // the figures of another year are no figures of this one
    let world = handed_in(&heads("Thực hiện năm 2022"));
    let ended = world.run(&[]);
    assert_eq!(
        (ended.code, marks(&world)),
        (1, ["none", "none", "15"].map(str::to_owned).to_vec()),
        "{}",
        ended.stderr
    );
    assert_eq!(ended.stderr.matches("lỗi[missing-value]: chưa có số liệu thực hiện").count(), 2, "{}", ended.stderr);
}

#[test]
fn a_form_without_a_column_of_numbers_or_of_maxima() {
    let mut sheet = vec![line(&["Tên đơn vị: Đơn vị Hai"]), line(&["Nội dung", "KH", "TH", "Điểm khối chấm"])];
    sheet.push(line(&["Kinh tế"]));
    sheet.push(vec![text("Thu ngân sách"), number(100.0), number(90.0)]);
    sheet.push(vec![text("Giải ngân"), number(100.0), number(100.0)]);
    sheet.push(line(&["Phong trào"]));
    sheet.push(vec![text("Tuyên truyền"), Cell::Blank, Cell::Blank, number(15.0)]);
    let world = handed_in(&sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, marks(&world)), (0, ["45", "30", "15"].map(str::to_owned).to_vec()), "{}", ended.stderr);
}

#[test]
fn a_letterhead_that_names_another_than_the_file_names_nobody() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    let mut sheet = vec![
        line(&["ĐƠN VỊ HAI"]),
        line(&["TT", "Nội dung", "KH", "TH", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"]),
    ];
    sheet.extend(rows(90.0).into_iter().map(Vec::from));
    world.sheet("k1/Đơn vị Ba.xlsx", "Biểu 01", &sheet);
    let ended = world.run(&[]);
    assert!(
        ended.stderr.contains("lỗi[two-forms]") || ended.stderr.contains("lỗi[member-not-named]"),
        "{}",
        ended.stderr
    );
    assert_eq!(ended.code, 1);
}

#[test]
fn headings_that_are_not_understood_are_named_with_what_to_declare() {
    let world = handed_in(&[
        line(&["Tên đơn vị: Đơn vị Hai"]),
        line(&["TT", "Nội dung", "Mức phấn đấu", "Con số đạt", "Điểm tự chấm"]),
        line(&["1", "Thu ngân sách", "100", "90", "50"]),
    ]);
    let ended = world.run(&[]);
    let said = "lỗi[headings-unknown]: không hiểu các tiêu đề cột `Mức phấn đấu` và `Con số đạt`; đã hiểu `TT`, `Nội dung` và `Điểm tự chấm`, nên không rõ đây là bảng gì\n  \
                --> inputs/k1/tu cham.xlsx, trang `Biểu 01`, ô C2\n  \
                cần:      một dòng tiêu đề có thêm `thực hiện` và `điểm tối đa`\n\n\
                cách sửa: sửa tiêu đề cột theo biểu mẫu do `thidua form` tạo; hoặc khai chữ của cơ quan trong scoring.toml bằng ba dòng `[[heading]]`, `column = \"...\"`, `words = [\"Mức phấn đấu\"]`\n";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    let english = world.run(&["--lang", "en"]).stderr;
    assert!(english.contains("error[headings-unknown]") && english.contains("sheet `Biểu 01`, cell C2"), "{english}");
}
