//! What differs between two runs, split by data, later stages and compact; nothing is written.
//!
//! The numbers are worked out by hand from tests/data/small.toml: I.1 gives 50 · actual/100, I.2 gives 30 when 100 of
//! 100 is reached, II.1 what the bloc marked (15). So Đơn vị Một has 49 + 30 + 15 = 94, Đơn vị Hai 45 + 30 + 15 = 90,
//! Đơn vị Ba 40 + 30 + 15 = 85; in the other bloc Đơn vị Một has 25 + 45 = 70 and Đơn vị Bốn 35 + 45 = 80.

use serde_json::Value;

use crate::harness::{Cell, Ended, FormRow, SCORING, World, number, rows, text};

const SET: &str = "outputs/2023-tong-ket";

/// The small world after its first run.
fn run_once() -> World {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    world
}

fn json(world: &World) -> (i32, Value) {
    let ended = world.run(&["diff", SET, "--json"]);
    (ended.code, serde_json::from_str(&ended.stdout).unwrap_or_else(|_| panic!("{}{}", ended.stdout, ended.stderr)))
}

fn member<'a>(report: &'a Value, bloc: &str, name: &str) -> &'a Value {
    let blocs = report["blocs"].as_array().unwrap();
    let bloc = blocs.iter().find(|entry| entry["id"] == bloc).unwrap();
    bloc["members"].as_array().unwrap().iter().find(|member| member["name"] == name).unwrap_or(&Value::Null)
}

/// By what, and by how much, a total changed.
fn parts(of: &Value) -> Vec<(String, String)> {
    let parts = of["parts"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or("null").to_owned();
    let causes = |part: &Value| part["by"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join("+");
    parts.map(|part| (causes(part), text(&part["points"]))).collect()
}

fn is(parts: &[(String, String)], expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(by, points)| ((*by).to_owned(), (*points).to_owned())).collect();
    assert_eq!(parts, expected);
}

/// Everybody hands in anew, with another look at the rows of Đơn vị Một, and of everybody.
fn all(world: &World, one: &dyn Fn(&mut Vec<FormRow>), everybody: &dyn Fn(&mut Vec<FormRow>)) {
    for (file, bloc, member, actual) in [
        ("k1/mot", "k1", "Đơn vị Một", 98.0),
        ("k1/hai", "k1", "Đơn vị Hai", 90.0),
        ("k1/ba", "k1", "Đơn vị Ba", 80.0),
        ("k2/mot", "k2", "Đơn vị Một", 50.0),
        ("k2/bon", "k2", "Đơn vị Bốn", 70.0),
    ] {
        let mut own = rows(actual);
        everybody(&mut own);
        if file == "k1/mot" {
            one(&mut own);
        }
        world.form(file, bloc, member, &own);
    }
}

#[track_caller]
fn says(ended: &Ended, parts: &[&str]) {
    for part in parts {
        assert!(ended.stdout.contains(part), "`{part}` is not in\n{}{}", ended.stdout, ended.stderr);
    }
}

#[test]
fn two_equal_runs_exit_with_0_and_nothing_is_written() {
    let world = run_once();
    let before = world.files("outputs");
    let ended = world.run(&["diff", SET]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert_eq!(
        ended.stdout,
        "So với outputs/2023-tong-ket/du-lieu-may/ket-qua.json (năm 2023, số liệu đến ngày 15/12/2023)\n\
         Hai kết quả như nhau: số liệu, điểm, thứ hạng và đề nghị khen thưởng không có gì khác.\n"
    );
    let (code, report) = json(&world);
    assert_eq!((code, &report["equal"]), (0, &Value::Bool(true)));
    assert_eq!(world.files("outputs"), before);
    let file = world.run(&["diff", "outputs/2023-tong-ket/du-lieu-may/ket-qua.json", "--lang", "en"]);
    assert_eq!(file.code, 0);
    says(&file, &["The two results are equal: values, marks, ranks and proposals are the same."]);
}

#[test]
fn a_difference_is_split_into_data_later_stages_and_compact_and_the_parts_add_up() {
    let world = World::whole();
    let modest = |rows: &mut Vec<FormRow>| rows[0][4] = number(40.0);
    all(&world, &|_| {}, &modest);
    assert_eq!(world.run(&[]).code, 0);
    // data: 98 becomes 90 of 100, 49 - 45 = 4 less; stages: II.1 from 15 to 18; compact: I.1 gives 40 and I.2 40,
    // so I.1 falls from 45 to 36 and I.2 rises from 30 to 40
    let one = |rows: &mut Vec<FormRow>| {
        rows[0][3] = number(90.0);
        rows[3][5] = number(18.0);
    };
    all(&world, &one, &modest);
    world.scoring(&SCORING.replace("maximum = 50", "maximum = 40").replace("maximum = 30", "maximum = 40"));
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let one = member(&report, "k1", "Đơn vị Một");
    is(&parts(one), &[("data", "-4"), ("stages", "3"), ("compact", "1")]);
    assert_eq!((one["before"]["total"].as_str(), one["after"]["total"].as_str()), (Some("94"), Some("94")));
    let criteria = one["criteria"].as_array().unwrap();
    let ids: Vec<_> = criteria.iter().map(|criterion| criterion["criterion"].as_str().unwrap()).collect();
    assert_eq!(ids, ["I.1", "I.2", "II.1"]);
    is(&parts(&criteria[0]), &[("data", "-4"), ("compact", "-9")]);
    is(&parts(&criteria[1]), &[("compact", "10")]);
    is(&parts(&criteria[2]), &[("stages", "3")]);
    // nothing of the other members' own has changed: 90 was 45 + 30 + 15 and is 36 + 40 + 15
    let two = member(&report, "k1", "Đơn vị Hai");
    is(&parts(two), &[("compact", "1")]);
    assert_eq!(two["criteria"][0]["values"], Value::Array(Vec::new()));
}

#[test]
fn the_tables_name_ranks_parts_values_and_both_cells() {
    let world = run_once();
    let mut rows = rows(100.0);
    rows.insert(0, [text("I"), text("Kinh tế"), Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank]);
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows);
    let ended = world.run(&["diff", SET]);
    assert_eq!(ended.code, 1);
    says(
        &ended,
        &[
            "Đơn vị Hai   2 → 1",
            "Đơn vị Một   1 → 2",
            "+5",
            "\nĐơn vị Hai (Khối một)\n  I.1 Thu ngân sách: 45 → 50 (do số liệu +5)\n      \
             thực hiện: 90 → 100 [k1/hai.xlsx!Bảng tự chấm!D8 → k1/hai.xlsx!Bảng tự chấm!D9]\n",
            "\nKhối hai: không có gì khác\n",
            "Cách tách: lần lượt thay số liệu, rồi điểm và ý kiến của các bước sau, rồi giao ước của lần trước bằng của \
             lần này",
        ],
    );
    let english = world.run(&["diff", SET, "--lang", "en"]);
    says(&english, &["I.1 Thu ngân sách: 45 → 50 (by data +5)", "by later stages", "actual: 90 → 100"]);
}

/// All that is printed where Đơn vị Hai rises from 90 to 95, before Đơn vị Một with 94, and has all votes of the bloc.
const PRINTED: &str = "\
So với outputs/2023-tong-ket/du-lieu-may/ket-qua.json (năm 2023, số liệu đến ngày 15/12/2023)

Khối một
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 Đơn vị       Hạng    Tổng điểm trước   do số liệu   do các bước sau   do giao ước   Tổng điểm sau   Chênh lệch   Xếp loại 
═══════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════
 Đơn vị Hai   2 → 1                90           +5                 -             -              95           +5   Xuất sắc 
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 Đơn vị Một   1 → 2                94            -                 -             -              94            0   Xuất sắc 
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

Khối hai: không có gì khác

Đơn vị Hai (Khối một)
  I.1 Thu ngân sách: 45 → 50 (do số liệu +5)
      thực hiện: 90 → 100 [k1/hai.xlsx!Bảng tự chấm!D8]
  Biên bản kiểm phiếu: không có → cụm, khối bỏ phiếu vòng 1: 3/3 đồng ý

Đề nghị khen thưởng
───────────────────────────────────────────────────────────────────────────────────────
 Hình thức    Đơn vị       Trước           Sau             Do                          
═══════════════════════════════════════════════════════════════════════════════════════
 Cờ thi đua   Đơn vị Hai   không đề nghị   đề nghị         do số liệu, do các bước sau 
───────────────────────────────────────────────────────────────────────────────────────
 Cờ thi đua   Đơn vị Một   đề nghị         không đề nghị   do số liệu                  
───────────────────────────────────────────────────────────────────────────────────────
Có 2 đề nghị khen thưởng khác đi: Cờ thi đua: Đơn vị Hai (không đề nghị → đề nghị); Cờ thi đua: Đơn vị Một (đề nghị → không đề nghị).
Cách tách: lần lượt thay số liệu, rồi điểm và ý kiến của các bước sau, rồi giao ước của lần trước bằng của lần này, mỗi lần chấm lại toàn bộ; các phần cộng lại đúng bằng chênh lệch.
";

#[test]
fn it_says_whether_any_proposal_would_have_been_different_and_by_what() {
    let world = run_once();
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(100.0));
    world.ballot(&[("k1", "Đơn vị Một", 3.0), ("k1", "Đơn vị Hai", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
    let ended = world.run(&["diff", SET]);
    assert_eq!((ended.code, ended.stdout.as_str()), (1, PRINTED));
    let (_, report) = json(&world);
    let by: Vec<_> = report["proposals"].as_array().unwrap().iter().map(|change| change["by"].to_string()).collect();
    // by points alone it is proposed on condition of a ballot, which then came
    assert_eq!(by, ["[\"data\",\"stages\"]", "[\"data\"]"]);
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(91.0));
    world.ballot(&[("k1", "Đơn vị Một", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
    let ended = world.run(&["diff", SET]);
    assert_eq!(ended.code, 1);
    says(&ended, &["\nKhông có đề nghị khen thưởng nào khác đi.\n"]);
}

/// The rows with the actual of I.1 as text.
fn said(actual: &str) -> Vec<FormRow> {
    let mut rows = rows(0.0);
    rows[0][3] = text(actual);
    rows
}

#[test]
fn estimates_that_became_official_are_listed_with_their_difference() {
    let world = World::whole();
    world.form("k1/hai", "k1", "Đơn vị Hai", &said("ước 90"));
    let first = world.run(&[]);
    assert_eq!(first.code, 0, "{}", first.stderr);
    assert!(
        first.stdout.contains("Số liệu thực hiện: 6, trong đó 1 là số ước.")
            && first.stdout.contains("Số liệu thực hiện: 4, không có số ước, số dự kiến."),
        "{}",
        first.stdout
    );
    assert_eq!(world.results()["blocs"][0]["figures"].to_string(), "{\"values\":6,\"estimates\":1,\"forecasts\":0}");
    assert_eq!(world.results()["members"][1]["figures"]["estimates"], 1);
    // 90 was an estimate, 87.5 is official: 45 becomes 43.75
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(87.5));
    let ended = world.run(&["diff", SET]);
    assert_eq!(ended.code, 1);
    says(
        &ended,
        &[
            "I.1 Thu ngân sách: 45 → 43,75 (do số liệu -1,25)",
            "thực hiện: 90 (ước) → 87,5 (chính thức)",
            "Số ước, số dự kiến",
            "-2,5",
            "Khối một: trước 1/6 số liệu là ước hoặc dự kiến, nay 0/6",
        ],
    );
    // the same number, official now: nothing but its status has changed
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(90.0));
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let two = member(&report, "k1", "Đơn vị Hai");
    is(&parts(two), &[]);
    let value = &two["criteria"][0]["values"][0];
    assert_eq!((&value["before"]["status"], &value["after"]["status"]), (&"estimate".into(), &"official".into()));
    assert_eq!(value["difference"], "0");
}

#[test]
fn a_member_that_came_or_left_and_one_that_is_called_otherwise() {
    let world = run_once();
    let renamed =
        SCORING.replace("{ name = \"Đơn vị Bốn\" }", "{ name = \"Đơn vị Bốn mới\", aliases = [\"Đơn vị Bốn\"] }");
    world.scoring(&renamed.replace(", { name = \"Đơn vị Ba\" }", ", { name = \"Đơn vị Năm\" }"));
    world.form("k1/nam", "k1", "Đơn vị Năm", &rows(60.0));
    world.remove("k1/ba.xlsx");
    world.register_of(100.0, &["Đơn vị Một", "Đơn vị Hai", "Đơn vị Năm"]);
    world.opinions(&[("k1", "Đơn vị Năm", "không có ý kiến")]);
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let (left, came) = (member(&report, "k1", "Đơn vị Ba"), member(&report, "k1", "Đơn vị Năm"));
    assert_eq!((left["before"]["total"].as_str(), &left["after"]), (Some("85"), &Value::Null));
    assert_eq!((&came["before"], came["after"]["total"].as_str()), (&Value::Null, Some("75")));
    is(&parts(left), &[("compact", "null")]);
    let four = member(&report, "k2", "Đơn vị Bốn mới");
    assert_eq!((four["earlier_name"].as_str(), four["after"]["total"].as_str()), (Some("Đơn vị Bốn"), Some("80")));
    is(&parts(four), &[]);
    assert_eq!(report["proposals"], Value::Array(Vec::new()));
    let ended = world.run(&["diff", SET]);
    says(&ended, &["Đơn vị Bốn mới (trước là Đơn vị Bốn)", "không còn", "mới vào"]);
}

#[test]
fn a_member_that_becomes_incomplete_has_no_difference_and_the_cause_is_named() {
    let world = run_once();
    world.remove("k1/ba.xlsx");
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let three = member(&report, "k1", "Đơn vị Ba");
    is(&parts(three), &[("data", "null")]);
    assert_eq!(three["after"]["total"], Value::Null);
    // the bloc is provisional now, so nothing is proposed in it
    let proposals = report["proposals"].as_array().unwrap();
    assert_eq!(proposals.len(), 1);
    assert_eq!((&proposals[0]["member"], &proposals[0]["after"]), (&"Đơn vị Một".into(), &"no".into()));
}

const THRESHOLD: &str = "rule = \"threshold\"\nparams = { op = \">=\", else = \"zero\" }";
const COUNT: &str = "rule = \"count\"\nparams = { points = 2, limit = 30 }";

fn criterion<'a>(member: &'a Value, id: &str) -> &'a Value {
    member["criteria"].as_array().unwrap().iter().find(|entry| entry["criterion"] == id).unwrap()
}

#[test]
fn where_the_compact_asks_otherwise_the_data_are_read_as_the_earlier_one_read_them() {
    let world = run_once();
    // I.2 becomes a count of 2 points each. The form says 12: under the earlier compact that is short of 100, which
    // gives nothing (30 less); under the present one 24
    world.scoring(&SCORING.replace(THRESHOLD, COUNT));
    all(&world, &|rows| rows[1][3] = number(12.0), &|_| {});
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let one = member(&report, "k1", "Đơn vị Một");
    is(&parts(one), &[("data", "-30"), ("compact", "24")]);
    assert_eq!(criterion(one, "I.2")["inseparable"], false);
}

#[test]
fn what_cannot_be_told_apart_is_the_compacts_and_said_so() {
    let world = run_once();
    // the same under another name: the earlier compact does not know the row, so nothing says what it would have given
    world.scoring(&SCORING.replace(THRESHOLD, COUNT).replace("name = \"Giải ngân\"", "name = \"Số dự án\""));
    all(&world, &|rows| rows[1][3] = number(12.0), &|rows| {
        rows[1][1] = text("Số dự án");
        rows[1][3] = number(15.0);
    });
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    let one = member(&report, "k1", "Đơn vị Một");
    is(&parts(one), &[("compact", "-6")]);
    assert_eq!(criterion(one, "I.2")["inseparable"], true);
    let ended = world.run(&["diff", SET]);
    says(&ended, &["không tách được số liệu với giao ước: tính cả vào giao ước"]);
}

#[test]
fn parts_between_which_a_mark_was_missing_are_one_part() {
    let world = World::whole();
    let stages = SCORING.replace("counts = \"computed\"", "counts = \"stages\"\nmixed_stages = true");
    world.scoring(&stages);
    let unmarked = |rows: &mut Vec<FormRow>| rows[0][4] = Cell::Blank;
    all(&world, &unmarked, &|_| {});
    assert_eq!(world.run(&[]).code, 0);
    // I.1 was 49 by the figure; now there is no figure and the bloc gives 47: between the two there is no mark at all
    let given =
        |rows: &mut Vec<FormRow>| (rows[0][3], rows[0][4], rows[0][5]) = (Cell::Blank, Cell::Blank, number(47.0));
    all(&world, &given, &|_| {});
    let (code, report) = json(&world);
    assert_eq!(code, 1);
    is(&parts(member(&report, "k1", "Đơn vị Một")), &[("data+stages", "-2")]);
    let ended = world.run(&["diff", SET]);
    says(
        &ended,
        &[
            "gộp →",
            "\nĐơn vị Một: -2 do số liệu, do các bước sau, không tách được vì giữa chừng thiếu số liệu\n",
            "I.1 Thu ngân sách: 49 → 47 (do số liệu, do các bước sau -2)",
            "thực hiện: 98 → không có [k1/mot.xlsx!Bảng tự chấm!D8]",
            "điểm chấm chéo: chưa có điểm → 47 [k1/mot.xlsx!Bảng tự chấm!F8]",
        ],
    );
}

#[test]
fn a_rule_that_compares_members_changes_a_mark_by_the_figures_of_others() {
    let scoring = SCORING.replacen("rule = \"proportional\"", "rule = \"ratio-to-best\"", 1);
    let world = World::whole();
    world.scoring(&scoring);
    assert_eq!(world.run(&[]).code, 0);
    // the best rises from 98 to 100: 50 · 90/98 = 45.92 becomes 45
    world.form("k1/mot", "k1", "Đơn vị Một", &rows(100.0));
    let (_, report) = json(&world);
    let two = member(&report, "k1", "Đơn vị Hai");
    is(&parts(two), &[("data", "-0.92")]);
    assert_eq!(two["criteria"][0]["by_other_members"], true);
    assert_eq!(two["criteria"][0]["values"], Value::Array(Vec::new()));
}

#[test]
fn a_kept_set_is_compared_with_by_its_own_compact() {
    let world = run_once();
    world.scoring(&SCORING.replace("maximum = 50", "maximum = 40").replace("maximum = 30", "maximum = 40"));
    // the self mark of 50 is more than I.1 gives now, which leaves the members incomplete
    assert_eq!(world.run(&[]).code, 1);
    let kept = world.run(&["diff", "outputs/ban-luu/2023-tong-ket-1"]);
    assert_eq!(kept.code, 1);
    says(&kept, &["I.2 Giải ngân: 30 → 40 (do giao ước +10)"]);
    assert_eq!(world.run(&["diff", SET]).code, 0);
    let stored = std::fs::read(world.root.join(SET).join("du-lieu-may/scoring.toml")).unwrap();
    assert_eq!(stored, std::fs::read(world.root.join("scoring.toml")).unwrap());
}

#[test]
fn changed_words_alone_are_no_difference() {
    let world = run_once();
    world.scoring(&SCORING.replace("Giao ước nhỏ", "Giao ước bé"));
    let ended = world.run(&["diff", SET]);
    assert_eq!(ended.code, 0);
    says(&ended, &["scoring.toml đã sửa nhưng không làm đổi điểm, thứ hạng hay đề nghị nào."]);
}

#[test]
fn what_this_program_scores_otherwise_has_a_part_of_its_own() {
    let world = run_once();
    let path = world.root.join(SET).join("du-lieu-may/ket-qua.json");
    let text = std::fs::read_to_string(&path).unwrap();
    // as if an older version had given Đơn vị Hai 44 for I.1 and 89 in all
    let older = text.replace("\"rank\":2,\"total\":\"90\"", "\"rank\":2,\"total\":\"89\"");
    assert_ne!(older, text);
    std::fs::write(&path, older).unwrap();
    let (code, report) = json(&world);
    assert_eq!((code, &report["scored_otherwise_by_this_program"]), (1, &Value::Bool(true)));
    is(&parts(member(&report, "k1", "Đơn vị Hai")), &[("program", "1")]);
    let ended = world.run(&["diff", SET]);
    says(&ended, &["do phiên bản chương trình", "chấm lại số liệu lần trước ra điểm khác với lúc ghi"]);
}

#[test]
fn results_that_are_not_there_or_not_whole_exit_with_2() {
    let world = run_once();
    let missing = world.run(&["diff", "outputs/2022-tong-ket"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains(
            "lỗi[results-missing]: không có bộ kết quả nào ở đây\n  --> dòng lệnh, tham số `outputs/2022-tong-ket`"
        ),
        "{}",
        missing.stderr
    );
    let folder = world.root.join(SET).join("du-lieu-may");
    let whole = std::fs::read_to_string(folder.join("ket-qua.json")).unwrap();
    let cases = [
        ("không phải", "tệp không phải là ket-qua.json do chương trình này ghi"),
        (&whole.replace("\"schema\":1", "\"schema\":7"), "tệp theo khuôn số 7, chương trình này chỉ đọc khuôn số 1"),
        (&whole[..whole.len() / 2], "tệp không phải là ket-qua.json do chương trình này ghi"),
        (&whole.replace("\"criterion\":\"I.2\"", "\"criterion\":\"I.9\""), "không đủ số liệu để chấm lại"),
        (&whole.replace("\"shared\":", "\"other\":"), "không đủ số liệu để chấm lại"),
        (&whole.replace("\"kind\":\"number\"", "\"kind\":\"roman\""), "tệp không còn nguyên vẹn"),
    ];
    for (text, said) in cases {
        std::fs::write(folder.join("ket-qua.json"), text).unwrap();
        let ended = world.run(&["diff", SET]);
        assert_eq!(ended.code, 2, "{said}\n{}", ended.stdout);
        assert!(ended.stderr.contains("lỗi[results-unfit]") && ended.stderr.contains(said), "{said}\n{}", ended.stderr);
    }
    std::fs::write(folder.join("ket-qua.json"), &whole).unwrap();
    std::fs::write(folder.join("scoring.toml"), format!("{SCORING}\n# sửa\n")).unwrap();
    let changed = world.run(&["diff", SET]);
    assert!(changed.code == 2 && changed.stderr.contains("không phải là tệp của lần chạy ấy"), "{}", changed.stderr);
    std::fs::remove_file(folder.join("scoring.toml")).unwrap();
    let gone = world.run(&["diff", SET, "--lang", "en"]);
    assert!(gone.code == 2 && gone.stderr.contains("the scoring.toml of that run does not stand"), "{}", gone.stderr);
}

#[test]
fn inputs_that_are_refused_exit_as_a_run_would() {
    let world = run_once();
    world.remove("chung/dang-ky.xlsx");
    assert_eq!(world.run(&["diff", SET]).code, 3);
    world.scoring("schema = 2");
    assert_eq!(world.run(&["diff", SET]).code, 2);
}
