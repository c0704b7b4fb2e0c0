//! What the bloc, the standing office and the council decided, beside the points; and ballots of every kind.

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::harness::{Cell, SCORING, World, number, text};

/// The decisions of a body: member of k1, decision, reason.
fn decide(world: &World, file: &str, title: &str, rows: &[(&str, &str, &str)]) {
    let mut sheet = vec![vec![text(title)], vec![]];
    sheet.push(["TT", "Cụm, khối", "Đơn vị", "Đề nghị", "Lý do", "Biên bản số", "Ngày"].map(text).to_vec());
    for (member, decision, reason) in rows {
        sheet.push(["1", "k1", member, decision, reason, "12/BB", "10/12/2023"].map(text).to_vec());
    }
    world.sheet(&format!("chung/{file}.xlsx"), "Bảng", &sheet);
}

fn proposal(world: &World, member: &str) -> Value {
    let results = world.results();
    let list = results["proposals"].as_array().unwrap();
    list.iter().find(|own| own["bloc"] == "k1" && own["member"] == member).unwrap().clone()
}

fn decided(own: &Value) -> Vec<(String, bool, bool, String)> {
    let list = own["decided"].as_array().unwrap();
    let text = |own: &Value, key: &str| own[key].as_str().unwrap().to_owned();
    list.iter()
        .map(|own| (text(own, "body"), own["proposed"] == true, own["changed"] == true, text(own, "reason")))
        .collect()
}

#[test]
fn four_columns_side_by_side_each_change_with_its_reason() {
    let world = World::whole();
    decide(&world, "a", "KẾT QUẢ SUY TÔN NĂM 2023", &[("Đơn vị Một", "Đề nghị", ""), ("Đơn vị Hai", "Không", "")]);
    decide(
        &world,
        "b",
        "KẾT QUẢ THẨM ĐỊNH NĂM 2023",
        &[("Đơn vị Một", "không đề nghị", "chưa đủ hồ sơ"), ("Đơn vị Hai", "Đề nghị", "thay Đơn vị Một")],
    );
    decide(&world, "c", "KẾT QUẢ BIỂU QUYẾT NĂM 2023", &[("Đơn vị Hai", "Cờ thi đua", "")]);
    let ended = world.run(&[]);
    assert_eq!((ended.code, ended.stderr.contains("change-without-reason")), (0, false), "{}", ended.stderr);
    let said = |body: &str, proposed: bool, changed: bool, reason: &str| {
        (body.to_owned(), proposed, changed, reason.to_owned())
    };
    let first = proposal(&world, "Đơn vị Một");
    assert_eq!(decided(&first), [said("bloc", true, false, ""), said("office", false, true, "chưa đủ hồ sơ")]);
    assert_eq!((first["proposed"] == true, first["stands"] == true), (true, false));
    let second = proposal(&world, "Đơn vị Hai");
    assert_eq!(
        decided(&second),
        [
            said("bloc", false, false, ""),
            said("office", true, true, "thay Đơn vị Một"),
            said("council", true, false, "")
        ]
    );
    assert_eq!((second["proposed"] == true, second["stands"] == true), (false, true));
    assert_eq!(second["reasons"][0]["vi"], "theo điểm xếp thứ 2, ngoài số suất đề nghị");
}

#[test]
fn a_change_without_a_reason_and_a_proposal_of_who_is_not_considered_are_told() {
    let world = World::whole();
    world.opinions(&[("k1", "Đơn vị Ba", "đã kết luận")]);
    decide(&world, "c", "BIỂU QUYẾT", &[("Đơn vị Một", "Không", ""), ("Đơn vị Ba", "Đề nghị", "theo hội nghị")]);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let reason = "lưu ý[change-without-reason]: kết luận khác với bước trước mà không ghi lý do\n  \
                  --> inputs/chung/c.xlsx, trang `Bảng`, ô D4 (khối `k1`, đơn vị `Đơn vị Một`)\n";
    let excluded = "lưu ý[proposed-though-not-considered]: kết luận đề nghị một đơn vị chưa xét hoặc không xét\n";
    let told = ended.stderr.replace("cụm, khối", "khối");
    assert!(told.contains(reason) && told.contains(excluded), "{}", ended.stderr);
}

#[test]
fn decisions_in_doubt_are_no_decisions() {
    for (title, rows, said) in [
        ("DANH SÁCH", [("Đơn vị Một", "Đề nghị", "")], "tiêu đề ghi rõ một trong ba"),
        ("SUY TÔN", [("Đơn vị Một", "Chắc là có", "")], "`Đề nghị`, `Không đề nghị` hoặc tên hình thức khen thưởng"),
        ("SUY TÔN", [("Đơn vị Mốt", "Đề nghị", "")], "gần giống nhất là `Đơn vị Một`"),
    ] {
        let world = World::whole();
        decide(&world, "a", title, &rows);
        let ended = world.run(&[]);
        assert!(ended.code == 1 && ended.stderr.contains(said), "{title}: {}", ended.stderr);
        assert_eq!(decided(&proposal(&world, "Đơn vị Một")), []);
    }
    let world = World::whole();
    decide(&world, "a", "SUY TÔN", &[("Đơn vị Một", "Đề nghị", ""), ("Đơn vị Một", "Không", "đổi")]);
    let ended = world.run(&[]);
    let said = "lỗi[decision-twice]: cùng một đơn vị, một hình thức khen thưởng mà có hai kết luận trái nhau";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
}

#[test]
fn with_several_awards_a_decision_says_which() {
    let world = World::whole();
    world.scoring(&format!(
        "{SCORING}\n[[award]]\nid = \"bk\"\ntitle = \"Bằng khen\"\naliases = [\"BK\"]\napplies_to = [\"k1\"]\nseats = [{{ n = 1 }}]\nexcludes = [\"co\"]\n"
    ));
    decide(&world, "a", "SUY TÔN", &[("Đơn vị Một", "Đề nghị", "")]);
    let ended = world.run(&[]);
    let said = "tên hình thức khen thưởng, vì cụm, khối này có nhiều hình thức";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    decide(&world, "a", "SUY TÔN", &[("Đơn vị Một", "Cờ thi đua", ""), ("Đơn vị Hai", "BK", "")]);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(decided(&proposal(&world, "Đơn vị Hai"))[0].0, "bloc");
}

/// The council's ballot on k1's leader: council members, issued, returned, valid, invalid, yes, no, in writing, yes in
/// writing; of one round or several.
fn council(world: &World, rows: &[(f64, [f64; 9])]) {
    let heads = [
        "Cụm, khối",
        "Đơn vị",
        "Vòng",
        "Tổng số thành viên",
        "Phát ra",
        "Thu về",
        "Hợp lệ",
        "Không hợp lệ",
        "Đồng ý",
        "Không đồng ý",
        "Lấy ý kiến bằng văn bản",
        "Đồng ý bằng văn bản",
    ];
    let mut sheet = vec![heads.map(text).to_vec()];
    for (round, counts) in rows {
        let mut row: Vec<Cell> = vec![text("k1"), text("Đơn vị Một"), number(*round)];
        row.extend(counts.map(number));
        sheet.push(row);
    }
    world.sheet("chung/hoi-dong.xlsx", "Kiểm phiếu", &sheet);
}

fn voted() -> World {
    let world = World::whole();
    world.scoring(&SCORING.replace("bloc_vote = \"2/3\"", "council_vote = \"4/5\""));
    world
}

#[test]
fn twelve_of_fifteen_reaches_80_percent_and_eight_of_eleven_does_not() {
    for (counts, proposed, said) in [
        ([15.0, 15.0, 15.0, 15.0, 0.0, 12.0, 3.0, 0.0, 0.0], true, "Hội đồng bỏ phiếu: 12/15 đồng ý ≥ 4/5"),
        ([11.0, 11.0, 11.0, 11.0, 0.0, 8.0, 3.0, 0.0, 0.0], false, "Hội đồng bỏ phiếu: 8/11 đồng ý < 4/5"),
        // of all members, absent ones included: 11 yes of 13 ballots are 11 of 15 only
        ([15.0, 13.0, 13.0, 13.0, 0.0, 11.0, 2.0, 0.0, 0.0], false, "Hội đồng bỏ phiếu: 11/15 đồng ý < 4/5"),
        // an invalid ballot counts in the base, an answer in writing counts as a vote
        (
            [15.0, 13.0, 13.0, 12.0, 1.0, 11.0, 1.0, 2.0, 1.0],
            true,
            "Hội đồng bỏ phiếu (có 2 ý kiến bằng văn bản): 12/15 đồng ý ≥ 4/5",
        ),
    ] {
        let world = voted();
        council(&world, &[(1.0, counts)]);
        let ended = world.run(&[]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let own = proposal(&world, "Đơn vị Một");
        assert_eq!((own["proposed"] == true, own["reasons"][0]["vi"].as_str()), (proposed, Some(said)));
    }
}

#[test]
fn every_sum_of_the_tally_is_checked() {
    for (counts, expected) in [
        ([15.0, 15.0, 15.0, 15.0, 0.0, 12.0, 2.0, 0.0, 0.0], "12 + 2 = 15"),
        ([15.0, 15.0, 15.0, 13.0, 1.0, 12.0, 1.0, 0.0, 0.0], "13 + 1 = 15"),
        ([15.0, 14.0, 15.0, 15.0, 0.0, 12.0, 3.0, 0.0, 0.0], "15 ≤ 14"),
        ([15.0, 14.0, 14.0, 14.0, 0.0, 12.0, 2.0, 2.0, 2.0], "16 ≤ 15"),
        ([15.0, 13.0, 13.0, 13.0, 0.0, 12.0, 1.0, 1.0, 2.0], "2 ≤ 1"),
    ] {
        let world = voted();
        council(&world, &[(1.0, counts)]);
        let ended = world.run(&[]);
        let said = format!("cần:      các số khớp nhau: {expected}\n");
        assert!(ended.code == 1 && ended.stderr.contains(&said), "{expected}: {}", ended.stderr);
        let own = proposal(&world, "Đơn vị Một");
        assert_eq!(own["conditions"][0]["vi"], "chờ kết quả bỏ phiếu của Hội đồng");
    }
}

#[test]
fn the_second_round_counts_and_a_third_is_none() {
    let first = [15.0, 15.0, 15.0, 15.0, 0.0, 11.0, 4.0, 0.0, 0.0];
    let second = [15.0, 15.0, 15.0, 15.0, 0.0, 13.0, 2.0, 0.0, 0.0];
    let world = voted();
    council(&world, &[(1.0, first), (2.0, second)]);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(proposal(&world, "Đơn vị Một")["reasons"][0]["vi"], "Hội đồng bỏ phiếu (vòng 2): 13/15 đồng ý ≥ 4/5");
    for rounds in [vec![(2.0, second)], vec![(1.0, first), (2.0, second), (3.0, second)]] {
        let world = voted();
        council(&world, &rounds);
        let ended = world.run(&[]);
        assert!(ended.code == 1 && ended.stderr.contains("lỗi[ballot-round]"), "{}", ended.stderr);
    }
    let world = voted();
    council(&world, &[(1.0, first), (1.0, second)]);
    let ended = world.run(&[]);
    assert!(ended.code == 1 && ended.stderr.contains("lỗi[ballot-twice]"), "{}", ended.stderr);
}

#[test]
fn a_ballot_that_names_no_award_is_not_taken_for_one_among_its_winners() {
    let world = voted();
    let among = "\n[[award]]\nid = \"cp\"\ntitle = \"Cờ Chính phủ\"\nfrom = \"co\"\nshare = \"1/1\"\nbase = \"proposed\"\n\
                 rounding = \"down\"\nrequires = { council_vote = \"4/5\" }\n";
    world.scoring(&(SCORING.replace("bloc_vote = \"2/3\"", "council_vote = \"4/5\"") + among));
    council(&world, &[(1.0, [15.0, 15.0, 15.0, 15.0, 0.0, 14.0, 1.0, 0.0, 0.0])]);
    assert_eq!(world.run(&[]).code, 0);
    let results = world.results();
    let of = |award: &str| {
        let list = results["proposals"].as_array().unwrap();
        list.iter().find(|own| own["award"] == award && own["bloc"] == "k1").unwrap().clone()
    };
    assert_eq!(of("co")["reasons"][0]["vi"], "Hội đồng bỏ phiếu: 14/15 đồng ý ≥ 4/5");
    assert_eq!(of("co")["conditions"], serde_json::json!([]));
    assert_eq!(of("cp")["conditions"][0]["vi"], "chờ kết quả bỏ phiếu của Hội đồng");
    let heads = ["Cụm, khối", "Đơn vị", "Hình thức khen thưởng", "Tổng số thành viên", "Thu về", "Đồng ý"];
    let row = |award: &str, yes: f64| {
        vec![text("k1"), text("Đơn vị Một"), text(award), number(15.0), number(15.0), number(yes)]
    };
    world.sheet(
        "chung/hoi-dong.xlsx",
        "Kiểm phiếu",
        &[heads.map(text).to_vec(), row("Cờ thi đua", 14.0), row("Cờ Chính phủ", 11.0)],
    );
    assert_eq!(world.run(&[]).code, 0);
    let results = world.results();
    let list = results["proposals"].as_array().unwrap();
    let own = list.iter().find(|own| own["award"] == "cp" && own["bloc"] == "k1").unwrap();
    assert_eq!(own["reasons"][0]["vi"], "Hội đồng bỏ phiếu: 11/15 đồng ý < 4/5");
}

#[test]
fn a_blocs_ballot_is_of_its_member_units() {
    let world = World::whole();
    let heads = ["Cụm, khối", "Đơn vị", "Tổng số đơn vị", "Thu về", "Đồng ý"];
    let row = |units: f64| vec![text("k1"), text("Đơn vị Một"), number(units), number(2.0), number(2.0)];
    world.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &[heads.map(text).to_vec(), row(2.0)]);
    let ended = world.run(&[]);
    let said = "lỗi[ballot-base-differs]: tổng số người được bỏ phiếu không khớp, nên tỷ lệ phiếu tính ra sẽ sai";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
    assert!(ended.stderr.contains("3, là số đơn vị thành viên của cụm, khối trong scoring.toml"), "{}", ended.stderr);
    world.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &[heads.map(text).to_vec(), row(3.0)]);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(proposal(&world, "Đơn vị Một")["reasons"][0]["vi"], "cụm, khối bỏ phiếu: 2/3 đồng ý ≥ 2/3");
}

/// The lines of the sheet of proposals of k1 that have a running number, from the four columns on to the reasons.
fn printed(world: &World) -> Vec<[String; 6]> {
    let path = world.root.join("outputs/2023-tong-ket/k1/xep-hang_k1_2023.xlsx");
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range("Đề nghị khen thưởng").unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let header = rows.iter().find(|row| row[0] == "STT").unwrap();
    assert_eq!(
        header[4..9],
        ["Theo điểm", "Cụm, khối suy tôn", "Cơ quan thường trực thẩm định", "Hội đồng biểu quyết", "Lý do, điều kiện"]
    );
    let lines = rows.iter().filter(|row| row[0].parse::<u32>().is_ok());
    lines.map(|row| [1, 4, 5, 6, 7, 8].map(|column: usize| row[column].clone())).collect()
}

#[test]
fn the_workbook_prints_the_four_columns_and_what_is_awaited() {
    let world = World::whole();
    world.scoring(&SCORING.replace("bloc_vote = \"2/3\"", "bloc_vote = \"2/3\", council_vote = \"4/5\""));
    decide(&world, "a", "KẾT QUẢ SUY TÔN NĂM 2023", &[("Đơn vị Một", "Đề nghị", "")]);
    decide(&world, "b", "KẾT QUẢ THẨM ĐỊNH NĂM 2023", &[("Đơn vị Một", "Không đề nghị", "chưa đủ hồ sơ")]);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let reasons = "Cụm, khối bỏ phiếu: 3/3 đồng ý ≥ 2/3\nĐiều kiện: chờ kết quả bỏ phiếu của Hội đồng\n\
                   Cơ quan thường trực thẩm định: không đề nghị - chưa đủ hồ sơ";
    assert_eq!(
        printed(&world),
        [[
            "Đơn vị Một",
            "Đề nghị có điều kiện",
            "Đề nghị (biên bản số 12/BB ngày 10/12/2023)\n3/3 phiếu",
            "Không đề nghị (biên bản số 12/BB ngày 10/12/2023)",
            "Chờ kết quả bỏ phiếu",
            reasons,
        ]
        .map(str::to_owned)]
    );
}
