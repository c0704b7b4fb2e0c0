//! Small tables that do not add up, or are written in other ways.

use super::{drafted, folder, parsed, scoring};
use crate::harness::{Ended, World};

/// A csv table under a heading of number, name, unit, points and wording.
fn table(title: &str, rows: &[[&str; 5]]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record([title, "", "", "", ""]).unwrap();
    writer.write_record(["TT", "Nội dung", "ĐVT", "Điểm chuẩn", "Cách chấm"]).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn made(rows: &[[&str; 5]]) -> (World, Ended) {
    drafted("bang.csv", &table("BẢNG ĐIỂM THI ĐUA NĂM 2024", rows))
}

/// Ids of the criteria with name, points and rule.
fn criteria(world: &World) -> Vec<[String; 4]> {
    let scoring = parsed(world);
    let own = |criterion: &toml::Value| {
        let text = |key: &str| criterion[key].as_str().unwrap().to_owned();
        [text("id"), text("name"), super::decimal(&criterion["maximum"]).to_string(), text("rule")]
    };
    scoring["compact"][0]["criterion"].as_array().unwrap().iter().map(own).collect()
}

const SCORED: &str = "Đạt: 10 điểm; không đạt: 0 điểm";

#[test]
fn a_group_and_a_total_that_are_no_sums_are_said_with_their_cells() {
    let (world, ended) = made(&[
        ["I", "Kinh tế", "", "30", ""],
        ["1", "Thu ngân sách", "-", "10", SCORED],
        ["2", "Chi ngân sách", "-", "10", SCORED],
        ["II", "Xã hội", "", "10", ""],
        ["1", "Y tế", "-", "10", SCORED],
        ["", "Tổng cộng", "", "45", ""],
    ]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let said = "\
lỗi[table-sum-differs]: `Kinh tế` ghi 30 điểm nhưng các dòng bên dưới cộng lại là 20
  --> bang.csv, ô D3
  cần:      điểm của mục bằng tổng điểm các dòng bên dưới

cách sửa: tệp vừa lập tạm lấy 20; đối chiếu giao ước đã ký, sửa `maximum` ở chỗ ghi `LƯU Ý` hoặc sửa bảng rồi lập lại

lỗi[table-sum-differs]: dòng cộng ghi 45 điểm nhưng các lĩnh vực bên trên cộng lại là 40
  --> bang.csv, ô D8
";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    let text = scoring(&world);
    for remark in [
        "# LƯU Ý: bảng ghi 30 (ô D3) nhưng các dòng bên dưới cộng lại là 20; tạm lấy 20, kiểm tra lại giao ước\n[[compact.field]]\nid = \"I\"",
        "# LƯU Ý: dòng cộng ghi 45 (ô D8) nhưng các dòng bên trên cộng lại là 40; kiểm tra lại giao ước\n[[compact]]",
    ] {
        assert!(text.contains(remark), "{remark}\n{text}");
    }
    assert_eq!(world.run(&["form"]).code, 0);
}

#[test]
fn one_group_that_does_not_add_up_is_named_once() {
    let (world, ended) = made(&[
        ["I", "Kinh tế", "", "50", ""],
        ["1", "Ngân sách", "", "30", ""],
        ["a)", "Thu ngân sách", "-", "10", SCORED],
        ["b)", "Chi ngân sách", "-", "10", SCORED],
        ["2", "Đầu tư", "", "20", ""],
        ["a)", "Giải ngân", "-", "20", "Đạt: 20 điểm; không đạt: 0 điểm"],
        ["", "TỔNG SỐ", "", "50", ""],
    ]);
    assert_eq!(ended.stderr.matches("[table-sum-differs]").count(), 1, "{}", ended.stderr);
    assert!(
        ended.stderr.contains("`Ngân sách` ghi 30 điểm nhưng các dòng bên dưới cộng lại là 20"),
        "{}",
        ended.stderr
    );
    assert!(
        scoring(&world).contains("# LƯU Ý: bảng ghi 50 (ô D3); là 40 vì một mục bên dưới chưa khớp"),
        "{}",
        scoring(&world)
    );
    assert_eq!(world.run(&["form"]).code, 0);
}

#[test]
fn headings_of_both_kinds_are_parted_and_keep_their_numbers() {
    let (world, ended) = made(&[
        ["I", "Chuyên môn", "", "100", ""],
        ["1", "Nhiệm vụ", "", "100", ""],
        ["", "Tổng cộng", "", "100", ""],
        ["II", "Điểm cộng, điểm trừ", "", "", ""],
        ["1", "Điểm cộng", "", "10", ""],
        ["-", "Khen đột xuất", "lần", "10", "Mỗi lần 5 điểm, tối đa 10 điểm"],
        ["2", "Điểm trừ", "", "", ""],
        ["-", "Vi phạm", "vụ", "-20", "Mỗi vụ trừ 5 điểm"],
    ]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let ids: Vec<_> =
        criteria(&world).into_iter().map(|[id, _, points, rule]| format!("{id} {points} {rule}")).collect();
    assert_eq!(ids, ["I.1 100 entered", "II.1.1 10 count", "II.2.1 0 balance"]);
}

#[test]
fn points_that_are_missing_are_what_is_left_or_refused_by_the_linter() {
    let (world, ended) = made(&[
        ["I", "Kinh tế", "", "30", ""],
        ["1", "Thu ngân sách", "-", "10", SCORED],
        ["2", "Chi ngân sách", "-", "", SCORED],
        ["II", "Xã hội", "", "", ""],
        ["1", "Y tế", "-", "5-10", SCORED],
        ["2", "Giáo dục", "-", "10", SCORED],
    ]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    for said in [
        "lỗi[table-maximum-missing]: `Chi ngân sách` không có điểm chuẩn ở ô D5",
        "lỗi[table-maximum-missing]: ô D7 ghi `5-10`, không phải điểm chuẩn của `Y tế`",
        "lỗi[bad-value]",
    ] {
        assert!(ended.stderr.contains(said), "{said}\n{}", ended.stderr);
    }
    let found = criteria(&world);
    assert_eq!(found[1][2], "20");
    assert_eq!(found[2][2], "0");
    let text = scoring(&world);
    assert!(text.contains("# CẦN XÁC NHẬN: bảng không có điểm chuẩn của dòng này (ô D5)"), "{text}");
    assert!(text.contains("# CẦN GHI: bảng không có điểm chuẩn của dòng này (ô D7); ghi điểm vào `maximum`"), "{text}");
}

#[test]
fn a_row_that_stands_there_twice_is_left_out_unless_the_sum_counts_it() {
    let rows = |sum: &'static str| {
        made(&[
            ["I", "Kinh tế", "", sum, ""],
            ["1", "Thu ngân sách", "-", "10", SCORED],
            ["2", "Thu  ngân sách", "-", "10", SCORED],
        ])
    };
    let (world, ended) = rows("10");
    let said = "lỗi[table-row-twice]: ô B5: dòng `Thu ngân sách` đã có ở ô B4, trong cùng một mục";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(criteria(&world).len(), 1);
    let (world, ended) = rows("20");
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    assert!(!ended.stderr.contains("[alike-names]"), "{}", ended.stderr);
    assert_eq!(criteria(&world)[1][1], "Thu ngân sách (dòng lặp lại)");
}

#[test]
fn without_a_year_it_has_to_be_filled_in() {
    let rows = [["1", "Thu ngân sách", "-", "10", SCORED]];
    let (world, ended) = drafted("bang.csv", &table("BẢNG ĐIỂM THI ĐUA", &rows));
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(
        ended.stderr.contains("lỗi[table-year-missing]: phần đầu bảng không nói bảng điểm của năm nào"),
        "{}",
        ended.stderr
    );
    assert!(ended.stderr.contains("thiếu khóa `year`"), "{}", ended.stderr);
    let filled = scoring(&world).replace("# year = 20..", "year = 2024").replace("# as_of = 20..", "as_of = 2024");
    world.scoring(&filled);
    assert_eq!(world.run(&["form"]).code, 0);
}

#[test]
fn names_and_wording_with_any_sign_come_back_as_they_are() {
    let name = "Mô hình \"xanh\\sạch\" # 'đẹp' [1] = {x}";
    let guide = "Theo \"quy chế\"\nđiều 5 \\ khoản 2\t# xem";
    let (world, ended) = made(&[["I", "Kinh tế \"A\"", "", "10", ""], ["1", name, "\"cái\"", "10", guide]]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let own = &parsed(&world)["compact"][0]["criterion"][0];
    assert_eq!(
        (own["name"].as_str(), own["guide"].as_str(), own["unit"].as_str()),
        (Some(name), Some(guide), Some("\"cái\""))
    );
    assert_eq!(parsed(&world)["compact"][0]["field"][0]["name"].as_str(), Some("Kinh tế \"A\""));
}

#[test]
fn answers_and_details_below_a_criterion_are_its_wording() {
    let (world, ended) = made(&[
        ["I", "Phong trào", "", "45", ""],
        ["1", "Gửi báo cáo", "", "20", ""],
        ["", "- Đúng hạn", "", "20", ""],
        ["", "- Chậm 1-3 ngày", "", "10", ""],
        ["", "- Chậm trên 3 ngày", "", "0", ""],
        ["2", "Xếp loại đảng", "", "15", ""],
        ["", "Hoàn thành xuất sắc", "", "15", ""],
        ["", "Hoàn thành tốt", "", "10", ""],
        ["3", "Tai nạn giao thông", "", "10", "Giao ban chấm"],
        ["-", "Số vụ", "", "", ""],
        ["-", "Số người chết", "", "", ""],
    ]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let rules: Vec<String> =
        criteria(&world).into_iter().map(|[_, _, points, rule]| format!("{rule} {points}")).collect();
    assert_eq!(rules, ["lateness 20", "levels 15", "entered 10"]);
    let scoring = parsed(&world);
    let guide = |index: usize| scoring["compact"][0]["criterion"][index]["guide"].as_str().unwrap().to_owned();
    assert_eq!(guide(0), "Đúng hạn: 20\nChậm 1-3 ngày: 10\nChậm trên 3 ngày: 0");
    assert_eq!(guide(2), "Giao ban chấm\nGồm: Số vụ; Số người chết");
}

#[test]
fn a_flat_table_and_a_column_of_fields() {
    let (world, ended) = made(&[["1", "Thu ngân sách", "-", "10", SCORED], ["2", "Chi ngân sách", "-", "10", SCORED]]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(parsed(&world)["compact"][0]["field"][0]["name"].as_str(), Some("Các tiêu chí thi đua"));
    let columns = "Bảng điểm năm 2024,,,\nLĩnh vực,STT,Tiêu chí cụ thể,Điểm tối đa\n\
                   Kinh tế,1,Thu ngân sách,10\n,2,Chi ngân sách,\"12,5\"\nXã hội,1,Y tế,5\n";
    let (world, ended) = drafted("bang.csv", columns.as_bytes());
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let ids: Vec<_> =
        criteria(&world).into_iter().map(|[id, name, points, _]| format!("{id} {name} {points}")).collect();
    assert_eq!(ids, ["1.1 Thu ngân sách 10", "1.2 Chi ngân sách 12.5", "2.1 Y tế 5"]);
    let names: Vec<_> = parsed(&world)["compact"][0]["field"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["Kinh tế", "Xã hội"]);
}

#[test]
fn a_bonus_that_the_total_counts_in_stands_on_the_scale() {
    let rows = |total: &'static str| {
        made(&[
            ["I", "Kinh tế", "", "90", ""],
            ["1", "Thu ngân sách", "-", "90", ""],
            ["II", "Điểm thưởng", "", "10", ""],
            ["1", "Sáng kiến", "sáng kiến", "10", "Mỗi sáng kiến 5 điểm, không quá 10 điểm"],
            ["", "Cộng", "", total, ""],
        ])
    };
    for (total, scale, kind) in [("100", 100, None), ("90", 90, Some("bonus"))] {
        let (world, ended) = rows(total);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let compact = &parsed(&world)["compact"][0];
        assert_eq!(compact["scale"].as_integer(), Some(scale));
        assert_eq!(compact["field"][1].get("kind").and_then(toml::Value::as_str), kind);
    }
}

#[test]
fn nothing_is_overwritten_and_what_is_no_score_table_is_refused() {
    let bytes = table("BẢNG ĐIỂM NĂM 2024", &[["1", "Thu ngân sách", "-", "10", SCORED]]);
    let world = folder("bang.csv", &bytes);
    world.scoring("# của tôi");
    let ended = world.run(&["init", "--from", "bang.csv"]);
    assert!(ended.code == 2 && ended.stderr.contains("lỗi[already-exists]"), "{}", ended.stderr);
    assert_eq!(scoring(&world), "# của tôi");
    std::fs::remove_file(world.root.join("scoring.toml")).unwrap();
    let schema = world.root.join(".config/scoring.schema.json");
    std::fs::create_dir_all(schema.parent().unwrap()).unwrap();
    std::fs::write(&schema, "{}").unwrap();
    assert_eq!(world.run(&["init", "--from", "bang.csv"]).code, 2);
    assert_eq!(std::fs::read_to_string(&schema).unwrap(), "{}");
    std::fs::remove_file(&schema).unwrap();
    let missing = world.run(&["init", "--from", "khong-co.xlsx"]);
    assert!(missing.code == 2 && missing.stderr.contains("không có tệp `khong-co.xlsx`"), "{}", missing.stderr);
    std::fs::write(world.root.join("ten.csv"), "Họ tên,Đơn vị\nA,B\n").unwrap();
    let other = world.run(&["init", "--from", "ten.csv", "--lang", "en"]);
    assert!(
        other.code == 3 && other.stderr.contains("error[no-score-table]: there is no score table in this file"),
        "{}",
        other.stderr
    );
    std::fs::write(world.root.join("rong.xlsx"), "").unwrap();
    let empty = world.run(&["init", "--from", "rong.xlsx"]);
    assert!(empty.code == 3 && empty.stderr.contains("[empty-file]"), "{}", empty.stderr);
    assert!(!world.root.join("scoring.toml").exists() && !schema.exists());
    assert_eq!(world.run(&["init", "--from", "bang.csv"]).code, 0);
    assert!(schema.exists() && world.files("inputs").is_empty());
}

#[test]
fn a_score_table_among_the_inputs_is_listed_and_no_file_of_an_unknown_kind() {
    let world = World::whole();
    let rows = [["I", "Kinh tế", "", "80", ""], ["1", "Thu ngân sách", "tỷ đồng", "80", "Theo tỷ lệ"]];
    world.bytes("chung/bang-diem.csv", &table("BẢNG ĐIỂM NĂM 2023", &rows));
    let ended = world.run(&["--verbose"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("[score-table-not-scored]: trang này là bảng điểm của giao ước"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("[rejected-file-of-unknown-kind]"), "{}", ended.stderr);
    let unclear = "TT,Nội dung,Điểm chuẩn,Kết quả của đơn vị\n1,Thu ngân sách,50,98\n";
    world.bytes("k1/khong-ro.csv", unclear.as_bytes());
    let ended = world.run(&[]);
    assert!(ended.code == 1 && ended.stderr.contains("[headings-unknown]"), "{}", ended.stderr);
}

#[test]
fn a_number_that_a_spreadsheet_shortened_is_the_tenth() {
    let numbers = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.1", "1.11"];
    let names: Vec<String> = (1..=numbers.len()).map(|number| format!("Việc thứ {number}")).collect();
    let mut rows = vec![["1", "Công tác", "", "110", ""]];
    rows.extend(numbers.iter().zip(&names).map(|(number, name)| [*number, name.as_str(), "-", "10", SCORED]));
    let (world, ended) = made(&rows);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let found = criteria(&world);
    assert_eq!((found[9][0].as_str(), found[10][0].as_str()), ("1.10", "1.11"));
    assert!(scoring(&world).contains("# LƯU Ý: số thứ tự “1.1” được hiểu là 1.10"), "{}", scoring(&world));
}

#[test]
fn a_criterion_whose_name_begins_as_a_total_does_is_one() {
    let rows = [
        ["I", "Xã hội", "", "25", ""],
        ["1", "Tổng số lao động được giải quyết việc làm", "người", "10", "Theo tỷ lệ thực hiện/kế hoạch"],
        ["2", "Cộng đồng dân cư đạt chuẩn văn hóa", "-", "15", ""],
        ["", "Tổng số", "", "25", ""],
    ];
    let (world, ended) = drafted("bang.csv", &table("BẢNG ĐIỂM THI ĐUA NĂM 2023", &rows));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let (ended, totals) = super::members::run(&world);
    assert_eq!((ended.code, totals), (0, vec!["25".to_owned(), "25".to_owned(), "10".to_owned()]), "{}", ended.stderr);
}

#[test]
fn a_wording_as_long_as_a_page_is_left_to_people_at_once() {
    let page = "có thuyết minh rõ, ".repeat(400) + "5 5";
    let (world, ended) = made(&[["1", "Thu ngân sách", "-", "10", &page]]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(criteria(&world)[0][3], "entered");
}

#[test]
fn a_form_that_the_office_sends_out_with_its_compact_is_a_score_table_too() {
    let form = "BẢNG TỰ CHẤM ĐIỂM NĂM 2024,,,,,\nSố TT,Tiêu chí,Điểm chuẩn,Điểm tự chấm,Điểm trừ,Ghi chú\n\
                I,Kinh tế,10,,,\n1,Thu ngân sách,10,,2,\n";
    let (world, ended) = drafted("bang.csv", form.as_bytes());
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let said = "lưu ý[columns-left-out]: không lấy các cột này của bảng điểm: `Điểm tự chấm`, `Điểm trừ`";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(criteria(&world)[0][1], "Thu ngân sách");
}

#[test]
fn the_command_speaks_both_languages() {
    let bytes = table("BẢNG ĐIỂM NĂM 2024", &[["1", "Thu ngân sách", "-", "10", SCORED]]);
    let world = folder("bang.csv", &bytes);
    let ended = world.run(&["init", "--from", "bang.csv", "--lang", "en"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for part in [
        "scoring.toml made from the score table: 1 criterion in 1 field or group",
        "rules proposed from the wording: pass-fail 1; in doubt and left to people: 0",
        "then run `thidua check` and `thidua form`",
    ] {
        assert!(ended.stderr.contains(part), "{part}\n{}", ended.stderr);
    }
    for (args, part) in [
        (vec!["init", "--help"], "Lập scoring.toml từ bảng tiêu chí, thang điểm này"),
        (vec!["init", "--help", "--lang", "en"], "Make scoring.toml from this score table"),
    ] {
        let help = world.run(&args);
        assert!(help.code == 0 && help.stdout.contains("--from") && help.stdout.contains(part), "{}", help.stdout);
    }
}
