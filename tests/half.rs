//! The mid-year review: what six months are held against, the chance of fulfilment with its arithmetic, what is behind
//! and weakest, ranks only on request, and never a proposal.
//!
//! Figures of Kon Tum: the plans of 2023 (Công văn 147/UBND-NC, 18/01/2023), its half year (BC 220/BC-UBND, 05/7/2023)
//! and its eleven months of 2021 (BC 372/BC-UBND, 18/11/2021); the arithmetic beside them is done by hand.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::harness::{Cell, Ended, World, number, text};
use crate::lab::{Found, Lab, PLAIN, TWO, faults, text as scoring_of};

const HALF: &str = include_str!("data/half.toml");

/// Plans and actuals of a member: I.1 to I.4, the baseline and actual of I.5, the parts of I.6, the mark of II.1.
struct Figures {
    plain: [(f64, Option<f64>); 4],
    increment: [f64; 3],
    parts: [(f64, f64); 2],
    mark: f64,
}

/// 4,500 and 1,800; health insurance of the half year; vocational training; GRDP under its threshold of 57; communes as
/// in November of 2021 (8 planned, 28 to 29); workers of the compound, as in the field notes.
const KON_TUM: Figures = Figures {
    plain: [(4500.0, Some(1800.0)), (93.35, Some(92.5)), (25.0, Some(21.9)), (57.0, Some(28.0))],
    increment: [8.0, 28.0, 29.0],
    parts: [(57.2, 56.0), (41.0, 41.5)],
    mark: 12.0,
};

fn form(world: &World, file: &str, member: &str, figures: &Figures) {
    let Figures { plain, increment: [plan, baseline, actual], parts, mark } = figures;
    let mut sheet = vec![
        vec![text("BẢNG TỰ CHẤM ĐIỂM THI ĐUA 6 THÁNG ĐẦU NĂM 2023")],
        vec![text(&format!("Tên đơn vị: {member}"))],
        vec![text("Cụm/Khối: cum")],
        ["TT", "Nội dung, tiêu chí", "Kế hoạch năm", "Thực hiện 6 tháng", "Điểm tự chấm", "Điểm cụm chấm"]
            .map(text)
            .into(),
    ];
    let mut row = |code: &str, plan: Cell, actual: Cell| sheet.push(vec![text(code), Cell::Blank, plan, actual]);
    let names = ["I.1", "I.2", "I.3", "I.4"];
    let figure = |given: Option<f64>| given.map_or(Cell::Blank, number);
    for (code, (plan, actual)) in names.iter().zip(plain) {
        row(code, number(*plan), figure(*actual));
        if *code == "I.1" {
            row("I.1:previous", Cell::Blank, number(1500.0));
        }
    }
    row("I.5", number(*plan), number(*actual));
    row("I.5:baseline", Cell::Blank, number(*baseline));
    row("I.6", Cell::Blank, Cell::Blank);
    for (part, (plan, actual)) in ["I.6:a", "I.6:b"].iter().zip(parts) {
        row(part, number(*plan), number(*actual));
    }
    row("I.7", number(5.0), Cell::Blank);
    sheet.push(vec![text("II.1"), Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank, number(*mark)]);
    let labels = named();
    for line in sheet.iter_mut().skip(4) {
        let Cell::Text(code) = &line[0] else { continue };
        line[1] = labels.iter().find(|(id, _)| id == code).map_or(Cell::Blank, |(_, label)| text(label));
    }
    world.sheet(file, "Bảng tự chấm", &sheet);
}

/// The criteria of the small compact by their codes.
fn named() -> Vec<(String, String)> {
    let scoring: toml::Table = HALF.parse().unwrap();
    let criteria = scoring["compact"][0]["criterion"].as_array().unwrap();
    let own = |criterion: &toml::Value| {
        (criterion["id"].as_str().unwrap().to_owned(), criterion["name"].as_str().unwrap().to_owned())
    };
    criteria.iter().map(own).collect()
}

/// Three members: as in the documents, all on course, and behind in most.
fn world(scoring: &str) -> (World, Ended) {
    let world = World::empty();
    world.scoring(scoring);
    form(&world, "cum/mot.xlsx", "Đơn vị Một", &KON_TUM);
    let good = Figures {
        plain: [(4500.0, Some(2400.0)), (93.35, Some(93.35)), (25.0, Some(25.0)), (57.0, Some(58.0))],
        increment: [5.0, 37.0, 42.0],
        parts: [(57.2, 57.2), (41.0, 41.0)],
        mark: 20.0,
    };
    form(&world, "cum/hai.xlsx", "Đơn vị Hai", &good);
    let poor = Figures {
        plain: [(4500.0, Some(1799.0)), (93.35, Some(88.0)), (25.0, Some(11.0)), (57.0, Some(20.0))],
        increment: [5.0, 37.0, 38.0],
        parts: [(57.2, 20.0), (41.0, 41.0)],
        mark: 15.0,
    };
    form(&world, "cum/ba.xlsx", "Đơn vị Ba", &poor);
    world.opinions(&[("cum", "Đơn vị Ba", "không có ý kiến")]);
    let heads = ["Cụm, khối", "Đơn vị", "Tổng số đơn vị", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý"];
    let mut votes = vec![text("cum"), text("Đơn vị Hai")];
    votes.extend([3.0, 3.0, 3.0, 0.0, 3.0, 0.0].map(number));
    world.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &[heads.map(text).to_vec(), votes]);
    let ended = world.run(&["run"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    (world, ended)
}

fn results(world: &World) -> Value {
    let path = world.root.join("outputs/2023-so-ket/du-lieu-may/ket-qua.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn plan<'a>(results: &'a Value, member: usize, criterion: &str, row: &str) -> &'a Value {
    let plans = results["review"][0]["members"][member]["plans"].as_array().unwrap();
    plans.iter().find(|plan| plan["criterion"] == criterion && plan["row"] == row).unwrap()
}

fn mark<'a>(results: &'a Value, member: usize, criterion: &str) -> &'a Value {
    let marks = results["members"][member]["marks"].as_array().unwrap();
    marks.iter().find(|mark| mark["criterion"] == criterion).unwrap()
}

/// The cells of a sheet as text, row by row.
fn sheet(world: &World, book: &str, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(world.root.join("outputs/2023-so-ket").join(book)).unwrap();
    let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error} {:?}", book.sheet_names()));
    let cell = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}

fn has_row(rows: &[Vec<String>], expected: &[&str]) -> bool {
    rows.iter()
        .any(|row| row.iter().zip(expected).all(|(cell, expected)| cell == expected) && row.len() >= expected.len())
}

/// What is put under the keys of a rule's inputs.
type Given<'a> = &'a [(&'a str, &'a str)];

const BLOC_BOOK: &str = "cum/xep-hang_cum_2023.xlsx";

#[test]
fn six_months_are_held_against_the_plan_of_the_year_with_the_arithmetic() {
    let (world, _) = world(HALF);
    let results = results(&world);
    // 92.50/93.35 = 0.990894…; 21.9/25 = 0.876; (29 − 28)/8 = 0.125; 1,800/4,500 = 0.4; 28/57 = 0.4912…
    let expected = [
        ("I.1", "", "0.4", "behind", "đạt 40% kế hoạch năm (1.800/4.500), dưới 50% nhưng từ 40% trở lên"),
        ("I.2", "", "0.990894483128", "on-course", "đạt 99,09% kế hoạch năm (92,5/93,35), từ 95% trở lên"),
        ("I.3", "", "0.876", "on-course", "đạt 87,6% kế hoạch năm (21,9/25), từ 50% trở lên"),
        ("I.4", "", "0.491228070175", "behind", "đạt 49,12% kế hoạch năm (28/57), dưới 50% nhưng từ 40% trở lên"),
        ("I.5", "", "0.125", "at-risk", "tăng thêm 29 - 28 = 1; đạt 12,5% kế hoạch năm (1/8), dưới 40%"),
        ("I.6", "a", "0.979020979021", "on-course", "đạt 97,9% kế hoạch năm (56/57,2), từ 50% trở lên"),
        ("I.6", "b", "1.012195121951", "reached", "đạt 101,22% kế hoạch năm (41,5/41)"),
    ];
    for (criterion, row, part, prospect, because) in expected {
        let plan = plan(&results, 0, criterion, row);
        assert_eq!(
            [&plan["of_plan"], &plan["prospect"], &plan["because"]["vi"]],
            [part, prospect, because],
            "{criterion}"
        );
    }
    // 1,800 against 1,500 of the same period is 120 %
    assert_eq!(
        [&plan(&results, 0, "I.1", "")["previous"], &plan(&results, 0, "I.1", "")["of_previous"]],
        ["1500", "1.2"]
    );
    assert_eq!(
        plan(&results, 0, "I.1", "")["because"]["en"],
        "40% of the year's plan (1,800 of 4,500), under 50% but 40% or more"
    );
    // 1,799 of 4,500 lies just under 40 %
    let just_under = plan(&results, 2, "I.1", "");
    assert_eq!(just_under["because"]["vi"], "đạt 39,98% kế hoạch năm (1.799/4.500), dưới 40%");
}

#[test]
fn a_yearly_threshold_is_not_assessed_neither_missing_nor_failed() {
    let (world, _) = world(HALF);
    let results = results(&world);
    for member in [0, 1] {
        let threshold = mark(&results, member, "I.4");
        assert_eq!(
            [&threshold["state"], &threshold["mark"], &threshold["computed"]],
            [&Value::from("not-yet"), &Value::Null, &Value::Null]
        );
        assert_eq!(
            threshold["because"]["vi"],
            "chưa đánh giá: chấm theo ngưỡng, bậc của kế hoạch cả năm, sáu tháng chưa kết luận được"
        );
        assert_ne!(threshold["plan_met"], false);
    }
    let index = mark(&results, 0, "I.7");
    assert_eq!(index["state"], "not-yet");
    assert_eq!(index["because"]["vi"], "chưa đánh giá giữa năm, chờ kết quả cả năm");
    assert_eq!(plan(&results, 0, "I.7", "")["prospect"], "not-yet");
    assert!(results["faults"].as_array().unwrap().iter().all(|fault| fault["criterion"] != "I.7"));
    // 8 + 19.82 + 8.76 + 1.25 + 6·56/57.2 + 4 = 5.874125… + 4 = 9.87 of 70, and 12 of 20: 59.7 of 90, 66.33 of 100
    let total = &results["members"][0]["total"];
    assert_eq!([&total["got"], &total["assigned"], &total["total"]], ["59.7", "90", "66.33"]);
    assert_eq!(results["members"][0]["complete"], true);
}

#[test]
fn plans_by_share_mark_against_what_is_due() {
    let shared = HALF
        .replace("[half]", "[half]\nplans = \"share\"")
        .replace("half = { on_course = \"95%\", at_risk = \"90%\" }", "half = { plans = \"annual\" }");
    let (world, _) = world(&shared);
    let results = results(&world);
    // 4,500 × 1/2 = 2,250; 1,800/2,250 = 80 % of 20 points
    let taxes = mark(&results, 0, "I.1");
    assert_eq!(taxes["mark"], "16");
    assert_eq!(
        taxes["because"]["vi"],
        "kế hoạch 6 tháng: 4.500 × 1/2 = 2.250; thực hiện 1.800/kế hoạch 2.250, đạt 80%; tính theo tỷ lệ trên 20 điểm"
    );
    let taxes = plan(&results, 0, "I.1", "");
    assert_eq!([&taxes["due"], &taxes["plan"], &taxes["of_plan"]], ["2250", "4500", "0.4"]);
    assert_eq!(
        taxes["because"]["vi"],
        "kế hoạch 6 tháng: 4.500 × 1/2 = 2.250; đạt 40% kế hoạch năm (1.800/4.500), dưới 50% nhưng từ 40% trở lên"
    );
    // the rate stays with the plan of the year: 20 · 92.5/93.35
    assert_eq!(
        [&mark(&results, 0, "I.2")["mark"], &plan(&results, 0, "I.2", "")["due"]],
        [&Value::from("19.82"), &Value::Null]
    );
    // a threshold on what is due is assessed: 28.5 of 57; 28 fails, 58 passes
    assert_eq!([&mark(&results, 0, "I.4")["mark"], &mark(&results, 1, "I.4")["mark"]], ["0", "5"]);
    assert_eq!(
        mark(&results, 0, "I.4")["because"]["vi"],
        "kế hoạch 6 tháng: 57 × 1/2 = 28,5; thực hiện 28 không > kế hoạch 28,5: 0 điểm"
    );
    // parts of a compound: 57.2/2 = 28.6 and 41/2 = 20.5 are both reached
    let compound = mark(&results, 0, "I.6");
    assert_eq!(compound["mark"], "10");
    assert!(
        compound["because"]["vi"].as_str().unwrap().starts_with("kế hoạch 6 tháng bằng 1/2 kế hoạch năm; "),
        "{compound}"
    );
}

#[test]
fn what_is_behind_and_weakest_is_named_per_member_and_for_the_bloc() {
    let (world, _) = world(HALF);
    let results = results(&world);
    let review = &results["review"][0];
    assert_eq!(review["members"][0]["behind"], serde_json::json!(["I.5", "I.1", "I.4"]));
    // 12.5 %, 40 %, 49.1 %
    let weakest = |of: &Value| -> Vec<(u64, String)> {
        let entry = |weak: &Value| (weak["place"].as_u64().unwrap(), weak["criterion"].as_str().unwrap().to_owned());
        of.as_array().unwrap().iter().map(entry).collect()
    };
    let named =
        |places: &[(u64, &str)]| places.iter().map(|(place, id)| (*place, (*id).to_owned())).collect::<Vec<_>>();
    assert_eq!(weakest(&review["members"][0]["weakest"]), named(&[(1, "I.5"), (2, "I.1"), (3, "I.4")]));
    assert_eq!(weakest(&review["members"][1]["weakest"]), named(&[(1, "I.1")]));
    assert_eq!(review["members"][1]["behind"], serde_json::json!([]));
    // the mark of II.1: 12/20, nothing short, 15/20
    assert_eq!(weakest(&review["members"][0]["weakest_marks"]), named(&[(1, "II.1")]));
    assert_eq!(weakest(&review["members"][1]["weakest_marks"]), named(&[]));
    // means over three, none above one: I.5 (0.125 + 1 + 0.2)/3, I.1 (0.4 + 0.5333… + 0.39977…)/3, I.4 (28 + 57 + 20)/171
    assert_eq!(weakest(&review["weakest"]), named(&[(1, "I.5"), (2, "I.1"), (3, "I.4")]));
    assert_eq!(
        [&review["weakest"][0]["reached"], &review["weakest"][2]["reached"]],
        ["0.441666666667", "0.614035087719"]
    );
    let communes = review["plans"].as_array().unwrap().iter().find(|plan| plan["criterion"] == "I.5").unwrap();
    assert_eq!(
        communes["counts"],
        serde_json::json!({ "reached": 1, "on-course": 0, "behind": 0, "at-risk": 2, "not-yet": 0 })
    );
}

#[test]
fn equals_among_the_weakest_share_their_place() {
    let criterion = |id: &str| {
        format!(
            "[[compact.criterion]]\nid = \"{id}\"\nfield = \"I\"\nname = \"{id}\"\nmaximum = 10\nrule = \"proportional\"\n"
        )
    };
    let compact = format!(
        "scale = 40\nfield = [{{ id = \"I\", name = \"I\", maximum = 40 }}]\n{}{}{}{}",
        criterion("a"),
        criterion("b"),
        criterion("c"),
        criterion("d")
    );
    let mut lab = Lab::new(&half(&compact, "weakest = 2"));
    for (id, actual) in [("a", "30"), ("b", "20"), ("c", "60"), ("d", "30")] {
        lab.met(0, id, "100", actual);
    }
    let (results, _) = thidua::engine(&lab.scoring, &lab.panel).unwrap();
    let review = results.scores.blocs[0].review.as_ref().unwrap();
    let weakest: Vec<_> = review.members[0].weakest.iter().map(|weak| (weak.place, weak.index)).collect();
    assert_eq!(weakest, [(1, 1), (2, 0), (2, 3)]);
}

#[test]
fn no_ranks_unless_asked_for_and_no_classes_or_proposals_even_then() {
    let (world, ended) = world(HALF);
    let plain = results(&world);
    let standings = plain["blocs"][0]["standings"].as_array().unwrap();
    assert!(standings.iter().all(|standing| standing["rank"].is_null() && standing["class"].is_null()));
    assert_eq!(standings[0]["member"], "Đơn vị Một");
    assert!(!ended.stdout.contains("Hạng") && !ended.stdout.contains("Đề nghị"), "{}", ended.stdout);
    assert!(
        ended
            .stdout
            .contains("Sơ kết 6 tháng, số liệu đến ngày 30/06/2023: không xếp hạng, không đề nghị khen thưởng.")
    );

    world.scoring(&HALF.replace("[half]", "[half]\nranks = true"));
    let ended = world.run(&["run"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let ranked = results(&world);
    let ranks: Vec<_> = ranked["blocs"][0]["standings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|standing| (standing["member"].as_str().unwrap(), standing["rank"].as_u64().unwrap()))
        .collect();
    assert_eq!(ranks, [("Đơn vị Hai", 1), ("Đơn vị Một", 2), ("Đơn vị Ba", 3)]);
    assert_eq!(ranked["blocs"][0]["reference_only"], true);
    assert!(ranked["proposals"].as_array().unwrap().is_empty() && plain["proposals"].as_array().unwrap().is_empty());
    let said = "Sơ kết 6 tháng, số liệu đến ngày 30/06/2023. Xếp hạng tham khảo, chưa làm căn cứ khen thưởng; không đề nghị khen thưởng.";
    assert!(ended.stdout.contains(said), "{}", ended.stdout);
    let table = sheet(&world, BLOC_BOOK, "Xếp hạng tham khảo");
    assert!(table.iter().flatten().any(|cell| cell == said));
    assert!(table.iter().flatten().all(|cell| !cell.contains('▲') && cell != "Xếp loại" && cell != "Đề nghị"));
    let picture = fs::read_to_string(world.root.join("outputs/2023-so-ket/cum/bieu-do/diem-tong.svg")).unwrap();
    assert!(picture.contains("Xếp hạng tham khảo, chưa làm căn cứ khen thưởng"));
    let explained = world.run(&["explain", "Đơn vị Hai"]);
    assert!(explained.stdout.contains("xếp hạng tham khảo, chưa làm căn cứ khen thưởng: 1"), "{}", explained.stdout);
}

#[test]
fn the_workbooks_show_the_review() {
    let (world, _) = world(HALF);
    let progress = sheet(&world, BLOC_BOOK, "Tiến độ thực hiện 6 tháng");
    assert!(has_row(
        &progress,
        &[
            "1",
            "I.1",
            "Thu ngân sách nhà nước trên địa bàn",
            "tỷ đồng",
            "4500",
            "1800",
            "40",
            "1500",
            "120",
            "Chậm tiến độ",
            "Đạt 40% kế hoạch năm (1.800/4.500), dưới 50% nhưng từ 40% trở lên",
        ]
    ));
    let cells: Vec<_> = progress.iter().flatten().collect();
    for said in [
        "Mức đánh giá đã khai báo: so với kế hoạch cả năm, từ 50% trở lên là đạt tiến độ, từ 40% đến dưới 50% là chậm tiến độ, dưới 40% là có khả năng không hoàn thành.",
        "Riêng I.2: so với kế hoạch cả năm, từ 95% trở lên là đạt tiến độ, từ 90% đến dưới 95% là chậm tiến độ, dưới 90% là có khả năng không hoàn thành.",
        "Chưa đánh giá giữa năm, chờ kết quả cả năm: I.7.",
        "Điểm chấm theo ngưỡng, bậc của kế hoạch cả năm, giữa năm chưa đánh giá: I.4.",
    ] {
        assert!(cells.iter().any(|cell| *cell == said), "{said}");
    }
    let focus = sheet(&world, BLOC_BOOK, "Chỉ tiêu cần tập trung");
    assert!(has_row(&focus, &["1", "I.5", "Xã đạt chuẩn nông thôn mới", "44.17", "1"]), "{focus:?}");
    let all = sheet(&world, "tong-hop_2023.xlsx", "Chỉ tiêu còn nhiều hạn chế");
    let communes = all.iter().find(|row| row[1] == "I.5").unwrap();
    assert_eq!(communes[5], "▼ 2 đơn vị có khả năng không hoàn thành\n1 đơn vị đã đạt kế hoạch năm");
    assert_eq!(communes[6], "Có khả năng không hoàn thành: Đơn vị Một, Đơn vị Ba\nTỷ lệ là bình quân của 3 đơn vị");
}

/// A scoring.toml of the lab, at mid-year.
fn half(compact: &str, table: &str) -> String {
    let whole = scoring_of(compact, &["A"], TWO, PLAIN).replace("period = \"year\"", "period = \"half\"");
    whole.replacen("[[compact]]", &format!("[half]\n{table}\n[[compact]]"), 1)
}

fn one(rule: &str) -> String {
    format!(
        "scale = 10\nfield = [{{ id = \"I\", name = \"I\", maximum = 10 }}]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 10\n{rule}\n"
    )
}

/// Plan and actual of one criterion; its mark, and its prospect with the reason in Vietnamese.
fn reviewed(rule: &str, table: &str, figures: &[(&str, &str)]) -> (Found, String, String) {
    let mut lab = Lab::new(&half(&one(rule), table));
    for (key, value) in figures {
        lab.put(0, "1", key, value);
    }
    let (results, _) = thidua::engine(&lab.scoring, &lab.panel).unwrap();
    let line = &results.scores.blocs[0].review.as_ref().unwrap().members[0].lines[0];
    (lab.run(), format!("{:?}", line.prospect), (line.because)(thidua::diag::Lang::Vi))
}

#[test]
fn a_limit_is_kept_or_passed() {
    let linear = "rule = \"proportional\"\nparams = { lower = \"ratio\" }";
    let cases = [
        ("", "6", "OnCourse", "thực hiện 6, không vượt mức 8 của cả năm"),
        ("", "9", "Slow", "thực hiện 9, vượt mức 8 của cả năm (8/9 = 88,89%, từ 40% trở lên)"),
        ("", "32", "AtRisk", "thực hiện 32, vượt mức 8 của cả năm (8/32 = 25%, dưới 40%)"),
        ("plans = \"share\"", "4", "OnCourse", "mức 6 tháng: 8 × 1/2 = 4; thực hiện 4, không vượt"),
        (
            "plans = \"share\"",
            "6",
            "Slow",
            "mức 6 tháng: 8 × 1/2 = 4; thực hiện 6, vượt mức 6 tháng, chưa vượt mức 8 của cả năm",
        ),
        ("plans = \"share\"", "9", "AtRisk", "mức 6 tháng: 8 × 1/2 = 4; thực hiện 9, vượt mức 8 của cả năm"),
    ];
    for (table, actual, prospect, because) in cases {
        let (_, found, said) = reviewed(linear, table, &[("plan", "8"), ("actual", actual)]);
        assert_eq!((found.as_str(), said.as_str()), (prospect, because), "{table}");
    }
}

#[test]
fn growth_is_wanted_of_six_months_as_of_the_year() {
    // GRDP of the half year: up 6.80 % against a plan of 10 %; by shares as well, for growth is no part of a sum
    for table in ["", "plans = \"share\""] {
        let figures = [("plan", "10"), ("actual", "106.8"), ("previous:actual", "100")];
        let (found, prospect, said) = reviewed("rule = \"growth\"", table, &figures);
        assert_eq!((found.marks[0][0].as_str(), prospect.as_str()), ("6.8", "OnCourse"));
        assert_eq!(said, "so với cùng kỳ đạt mức 6,8%, kế hoạch 10%, bằng 68%, từ 50% trở lên");
    }
    let figures = [("plan", "10"), ("actual", "120"), ("previous:actual", "100")];
    assert_eq!(reviewed("rule = \"growth\"", "", &figures).1, "OnCourse");
}

#[test]
fn what_cannot_be_said_is_said_and_nothing_missing_is_a_zero() {
    let rule = "rule = \"proportional\"\nassigned = \"per-member\"";
    let cases: [(Given, &str, &str); 4] = [
        (&[("plan", "8")], "missing", "chưa có số thực hiện 6 tháng"),
        (&[("actual", "8")], "missing", "chưa có kế hoạch năm"),
        (&[("plan", "0"), ("actual", "8")], "missing", "kế hoạch năm không lớn hơn 0, không tính được tỷ lệ"),
        (&[("plan", "không giao"), ("actual", "8")], "out", "không giao cho đơn vị"),
    ];
    for (figures, mark, because) in cases {
        let (found, prospect, said) = reviewed(rule, "", figures);
        assert_eq!((found.marks[0][0].as_str(), prospect.as_str(), said.as_str()), (mark, "NotYet", because));
    }
    // a threshold without its figure is missing, not put off
    let (found, ..) = reviewed("rule = \"threshold\"\nparams = { op = \">\", else = \"zero\" }", "", &[("plan", "57")]);
    assert_eq!((found.marks[0][0].as_str(), found.notes.contains(&"missing-value")), ("missing", true));
}

#[test]
fn every_rule_that_fails_under_the_plan_waits_for_the_year() {
    let bands = "bands = [{ below = 1, points = 0 }, { from = 1, points = 10 }]";
    let waits = [
        "rule = \"threshold\"\nparams = { op = \">=\", else = \"proportional\" }".to_owned(),
        format!("rule = \"bands\"\nparams = {{ on = \"ratio\", {bands} }}"),
        "rule = \"proportional\"\nparams = { floor = \"50%\" }".to_owned(),
        "rule = \"proportional\"\nparams = { lower = \"ceiling\" }".to_owned(),
        "rule = \"steps\"\nparams = { at_plan = 8, step = \"1%\", gain = 1, cap = 2, step_down = \"1%\", loss = 1 }"
            .to_owned(),
    ];
    for rule in &waits {
        let (found, ..) = reviewed(rule, "", &[("plan", "100"), ("actual", "45")]);
        assert_eq!((found.marks[0][0].as_str(), found.totals[0].as_str()), ("not-yet", "unranked"), "{rule}");
        assert!(!found.provisional && found.notes.is_empty(), "{rule} {:?}", found.notes);
        let (found, ..) = reviewed(rule, "plans = \"share\"", &[("plan", "100"), ("actual", "45")]);
        assert_ne!(found.marks[0][0], "not-yet", "{rule}");
    }
    // bands on the figure itself hold it against no plan
    let lab = Lab::new(&half(&one(&format!("rule = \"bands\"\nparams = {{ on = \"actual\", {bands} }}")), ""));
    assert!(!lab.scoring.compacts[0].criteria[0].waits_for_the_year());
}

#[test]
fn a_share_is_exact_and_levels_follow_it() {
    // 2/5 of 4,500 is 1,800, and 1,800 of 4,500 is on course then; four fifths of that is 32 %
    let rule = "rule = \"proportional\"\nhalf = { plans = \"share\", share = \"2/5\" }";
    let (found, prospect, said) = reviewed(rule, "", &[("plan", "4500"), ("actual", "1800")]);
    assert_eq!((found.marks[0][0].as_str(), prospect.as_str()), ("10", "OnCourse"));
    assert_eq!(said, "kế hoạch 6 tháng: 4.500 × 2/5 = 1.800; đạt 40% kế hoạch năm (1.800/4.500), từ 40% trở lên");
    let (_, prospect, said) = reviewed(rule, "", &[("plan", "4500"), ("actual", "1439.9")]);
    assert_eq!(prospect, "AtRisk");
    assert!(said.ends_with("đạt 31,9978% kế hoạch năm (1.439,9/4.500), dưới 32%"), "{said}");
    // a third of 30 is 10
    let third = "rule = \"proportional\"\nhalf = { plans = \"share\", share = \"1/3\" }";
    assert_eq!(reviewed(third, "", &[("plan", "30"), ("actual", "10")]).0.marks[0][0], "10");
}

#[test]
fn what_half_says_is_checked_at_the_years_end_too() {
    let proportional = "rule = \"proportional\"";
    let cases = [
        (proportional, "plans = \"later\""),
        (proportional, "share = \"3/2\""),
        (proportional, "share = \"0\""),
        (proportional, "on_course = \"40%\"\nat_risk = \"50%\""),
        (proportional, "weakest = 0"),
        (proportional, "rank = true"),
        ("rule = \"growth\"\nhalf = { plans = \"share\" }", ""),
        ("rule = \"growth\"\nhalf = { same_period = true }", ""),
        ("rule = \"entered\"\nhalf = { on_course = \"90%\" }", ""),
        ("rule = \"proportional\"\nhalf = { plans = \"later\", share = \"1/2\" }", ""),
        ("rule = \"proportional\"\nhalf = { plans = \"never\" }", ""),
    ];
    for (rule, table) in cases {
        let whole = half(&one(rule), table);
        for text in [whole.clone(), whole.replace("period = \"half\"", "period = \"year\"")] {
            assert_eq!(faults(&text).len(), 1, "{rule} {table}");
        }
    }
    assert!(faults(&half(&one(proportional), "")).is_empty());
}

#[test]
fn at_the_years_end_half_has_no_effect() {
    let rule = "rule = \"threshold\"\nparams = { op = \">\", else = \"zero\" }\nhalf = { plans = \"later\" }";
    let text = half(&one(rule), "ranks = true\nsame_period = true").replace("period = \"half\"", "period = \"year\"");
    let mut lab = Lab::new(&text);
    lab.met(0, "1", "57", "28");
    let found = lab.run();
    assert_eq!((found.marks[0][0].as_str(), found.ranks[0]), ("0", Some(1)));
    assert!(lab.scoring.compacts[0].criteria[0].inputs.iter().all(|input| input.row.is_empty()));
}

#[test]
fn forms_of_the_half_year_ask_for_the_same_period_and_read_back() {
    let world = World::empty();
    world.scoring(
        &HALF.replace("[half]", "[half]\nsame_period = true").replace("expects = [\"opinions\", \"ballot\"]", ""),
    );
    assert_eq!(world.run(&["form"]).code, 0);
    let path = world.root.join("outputs/bieu-mau-2023-half/cum/don-vi-mot.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let sheet = book.worksheets().remove(0).1;
    let codes: Vec<String> =
        sheet.rows().map(|row| row[0].to_string()).filter(|code| code.contains(":previous")).collect();
    // not where the rule has the row already, where the figure is an increment, has parts or no plan
    assert_eq!(codes, ["I.1:previous", "I.2:previous", "I.3:previous", "I.4:previous", "I.7:previous"]);
    world.bytes("cum/mot.xlsx", &fs::read(&path).unwrap());
    let ended = world.run(&["check"]);
    assert!(!ended.stderr.contains("[row-not-of-the-compact]") && !ended.stderr.contains("I.7"), "{}", ended.stderr);
}

#[test]
fn a_mark_that_a_person_gave_counts_where_the_compact_goes_by_stages() {
    let rule = "rule = \"threshold\"\nparams = { op = \">\", else = \"zero\" }";
    let stages = |rule: &str| half(&one(rule), "").replace("counts = \"computed\"", "counts = \"stages\"");
    let marked =
        |text: &str| Lab::new(text).met(0, "1", "57", "28").given(0, "1", "cross", "7").run().marks[0][0].clone();
    assert_eq!(marked(&stages(rule)), "7");
    assert_eq!(marked(&half(&one(rule), "")), "not-yet");
    assert_eq!(marked(&stages(&format!("{rule}\nhalf = {{ plans = \"later\" }}"))), "not-yet");
}

#[test]
fn the_real_half_year_of_kon_tum_is_reviewed_as_its_report_has_it() {
    let world = World::empty();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/half");
    let path = |name: &str| sample.join(name).to_str().unwrap().to_owned();
    let ended = world.run(&["--scoring", &path("scoring.toml"), "--inputs", &path("inputs")]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let results = results(&world);
    let expected = [
        ("I.1", "on-course", "đạt 68% kế hoạch năm (6,8/10), từ 50% trở lên"),
        ("I.2", "at-risk", "đạt 0% kế hoạch năm (0/3), dưới 40%"),
        ("I.3", "on-course", "đạt 99,09% kế hoạch năm (92,5/93,35), từ 95% trở lên"),
    ];
    for (criterion, prospect, because) in expected {
        let plan = plan(&results, 0, criterion, "");
        assert_eq!([&plan["prospect"], &plan["because"]["vi"]], [prospect, because]);
    }
    for book in ["kon-tum/xep-hang_kon-tum_2023.xlsx", "tong-hop_2023.xlsx"] {
        let name = if book.starts_with("tong") {
            "Chỉ tiêu còn nhiều hạn chế"
        } else {
            "Chỉ tiêu cần tập trung"
        };
        let rows = sheet(&world, book, name);
        assert!(rows.iter().flatten().any(|cell| cell.contains("SỐ LIỆU THẬT CỦA 6 THÁNG ĐẦU NĂM 2023")), "{book}");
        let own: Vec<_> = rows.iter().filter(|row| row[1].starts_with("I.")).map(|row| row[1].as_str()).collect();
        assert_eq!(own, ["I.2"], "{book}");
    }
}
