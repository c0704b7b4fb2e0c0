//! Who may be considered: opinions, scoring.toml, and what the compact asks of every member; each ground in words.

use serde_json::Value;

use crate::harness::{SCORING, World, number, text};

/// The small world with this under its compact and this at its bloc k1's first member.
fn run(eligibility: &str, first_member: &str, more: &str) -> (World, i32) {
    let world = World::whole();
    let compact = format!("sample = true\neligibility_basis = \"Điều 5 Quy chế\"\neligibility = {{ {eligibility} }}");
    let scoring = SCORING.replacen("sample = true", &compact, 1).replacen(
        "{ name = \"Đơn vị Một\" }",
        &format!("{{ name = \"Đơn vị Một\"{first_member} }}"),
        1,
    );
    world.scoring(&format!("{scoring}\n{more}"));
    let ended = world.run(&[]);
    assert!(!ended.stderr.contains("lỗi["), "{}", ended.stderr);
    (world, ended.code)
}

fn first(world: &World) -> Value {
    let results = world.results();
    let members = results["members"].as_array().unwrap();
    members.iter().find(|own| own["bloc"] == "k1" && own["name"] == "Đơn vị Một").unwrap().clone()
}

/// State and first ground of k1's leader.
fn state(world: &World) -> (String, String) {
    let own = first(world);
    let ground = own["grounds"].as_array().unwrap().first().map(|ground| ground["vi"].as_str().unwrap().to_owned());
    (own["eligibility"].as_str().unwrap().to_owned(), ground.unwrap_or_default())
}

fn said(state: &str, ground: &str) -> (String, String) {
    (state.to_owned(), ground.to_owned())
}

#[test]
fn a_key_plan_that_is_not_met_excludes_and_score_and_rank_are_shown_all_the_same() {
    let (world, code) = run("plans_met = [\"I.1\"]", "", "");
    assert_eq!(state(&world), said("excluded", "chưa đạt kế hoạch tiêu chí I.1 (theo Điều 5 Quy chế)"));
    let standing = &world.results()["blocs"][0]["standings"][0];
    assert_eq!((standing["member"].as_str(), standing["rank"].as_u64(), code), (Some("Đơn vị Một"), Some(1), 0));
    let (world, _) = run("plans_met = [\"I.2\"]", "", "");
    assert_eq!(state(&world), said("eligible", ""));
}

#[test]
fn a_field_under_its_floor() {
    // field II: 15 of 20 points
    let (world, _) = run("field_floor = { II = \"4/5\" }", "", "");
    let ground = "lĩnh vực Phong trào đạt 15/20 điểm, dưới sàn 4/5 (theo Điều 5 Quy chế)";
    assert_eq!(state(&world), said("excluded", ground));
    let (world, _) = run("field_floor = { II = \"3/4\" }", "", "");
    assert_eq!(state(&world), said("eligible", ""));
}

#[test]
fn a_compact_that_was_not_signed() {
    let (world, _) = run("signed = true", ", signed = false", "");
    assert_eq!(state(&world), said("excluded", "không ký giao ước thi đua (theo Điều 5 Quy chế)"));
    assert_eq!(state(&run("signed = true", "", "").0), said("eligible", ""));
}

#[test]
fn a_late_report_and_one_whose_day_is_not_known() {
    let (world, _) = run("on_time = 2023-12-05", ", received = 2023-12-06", "");
    let ground = "báo cáo nhận ngày 06/12/2023, hạn 05/12/2023 (theo Điều 5 Quy chế)";
    assert_eq!(state(&world), said("excluded", ground));
    let (world, _) = run("on_time = 2023-12-05", ", received = 2023-12-05", "");
    assert_eq!(state(&world), said("eligible", ""));
    let (world, _) = run("on_time = 2023-12-05", "", "");
    assert_eq!(state(&world), said("eligible", ""));
    assert_eq!(world.results()["proposals"][0]["conditions"][0]["vi"], "chờ ghi ngày nhận báo cáo");
}

#[test]
fn what_scoring_toml_itself_says() {
    let exclusion = |state: &str| {
        format!(
            "[[exclusion]]\nbloc = \"k1\"\nmember = \"Đơn vị Một\"\nstate = \"{state}\"\nground = \"đang thanh tra\"\n\
             body = \"Thanh tra tỉnh\"\ndocument = \"45/TT\"\ndate = 2023-11-20"
        )
    };
    let ground = "đang thanh tra (Thanh tra tỉnh, văn bản số 45/TT ngày 20/11/2023)";
    for declared in ["deferred", "excluded"] {
        let (world, _) = run("signed = true", "", &exclusion(declared));
        assert_eq!(state(&world), said(declared, ground));
    }
    let world = World::whole();
    world.scoring(&format!("{SCORING}\n{}", exclusion("đuổi")));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("`deferred` (chưa xét) hoặc `excluded` (không xét)"), "{}", ended.stderr);
}

/// A classification of all members, k1's leader with this class, party class and discipline.
fn classified(world: &World, row: [&str; 3]) {
    let heads = ["Cụm, khối", "Đơn vị", "Chính quyền", "Tổ chức đảng", "Kỷ luật", "Văn bản số"];
    let mut sheet = vec![heads.map(text).to_vec()];
    let excellent = ["Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ", "không"];
    for (index, (bloc, member)) in
        [("k1", "Đơn vị Một"), ("k1", "Đơn vị Hai"), ("k1", "Đơn vị Ba"), ("k2", "Đơn vị Một"), ("k2", "Đơn vị Bốn")]
            .into_iter()
            .enumerate()
    {
        let own = if index == 0 { row } else { excellent };
        sheet.push([bloc, member, own[0], own[1], own[2], "9/QĐ"].map(text).to_vec());
    }
    world.sheet("chung/xep-loai.xlsx", "Xếp loại", &sheet);
}

#[test]
fn classes_of_collective_and_party_and_discipline() {
    let excellent = "Hoàn thành xuất sắc nhiệm vụ";
    let asked =
        format!("classification = [\"{excellent}\"], party_classification = [\"{excellent}\"], no_discipline = true");
    let (world, _) = run(&asked, "", "");
    assert_eq!(state(&world), said("eligible", ""));
    // a classification that does not speak of discipline does not say that there was none
    let heads = ["Cụm, khối", "Đơn vị", "Chính quyền", "Tổ chức đảng"];
    world.sheet(
        "chung/xep-loai.xlsx",
        "Xếp loại",
        &[heads.map(text).to_vec(), ["k1", "Đơn vị Một", excellent, excellent].map(text).to_vec()],
    );
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(world.results()["proposals"][0]["conditions"][0]["vi"], "chờ thông tin kỷ luật trong năm");
    world.remove("chung/xep-loai.xlsx");
    assert_eq!(world.run(&[]).code, 0);
    let conditions = world.results()["proposals"][0]["conditions"].as_array().unwrap().clone();
    let conditions: Vec<_> = conditions.iter().map(|said| said["vi"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        conditions,
        [
            "có điều kiện - chờ kết quả xếp loại năm 2023",
            "có điều kiện - chờ kết quả xếp loại tổ chức đảng năm 2023",
            "chờ thông tin kỷ luật trong năm",
        ]
    );
    for (row, ground) in [
        (
            ["Hoàn thành tốt nhiệm vụ", excellent, ""],
            "xếp loại năm 2023: Hoàn thành tốt nhiệm vụ (theo Điều 5 Quy chế)",
        ),
        (
            [excellent, "Hoàn thành nhiệm vụ", "-"],
            "xếp loại tổ chức đảng năm 2023: Hoàn thành nhiệm vụ (theo Điều 5 Quy chế)",
        ),
        ([excellent, excellent, "Khiển trách"], "kỷ luật: Khiển trách (văn bản số 9/QĐ) (theo Điều 5 Quy chế)"),
    ] {
        classified(&world, row);
        assert_eq!(world.run(&[]).code, 0);
        assert_eq!(state(&world), said("excluded", ground));
    }
    classified(&world, [excellent, excellent, "không"]);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(state(&world), said("eligible", ""));
    assert_eq!(world.results()["proposals"][0]["conditions"], serde_json::json!([]));
}

#[test]
fn registration_of_titles() {
    let (world, _) = run("registered = true", "", "");
    assert_eq!(world.results()["proposals"][0]["conditions"][0]["vi"], "chờ bảng đăng ký danh hiệu thi đua");
    let register = |rows: &[(&str, &str)]| {
        let mut sheet = vec![["TT", "Cụm, khối", "Đơn vị", "Danh hiệu đăng ký", "Văn bản số"].map(text).to_vec()];
        for (index, (member, titles)) in rows.iter().enumerate() {
            let order = number(f64::from(u32::try_from(index).unwrap() + 1));
            sheet.push(vec![order, text("k1"), text(member), text(titles), text("3/ĐK")]);
        }
        world.sheet("chung/dang-ky-danh-hieu.xlsx", "Đăng ký", &sheet);
        assert_eq!(world.run(&[]).code, 0);
    };
    register(&[("Đơn vị Hai", "Cờ thi đua")]);
    assert_eq!(state(&world), said("excluded", "không đăng ký thi đua từ đầu năm (theo Điều 5 Quy chế)"));
    register(&[("Đơn vị Một", "Tập thể lao động xuất sắc"), ("Đơn vị Hai", "Cờ thi đua")]);
    assert_eq!(state(&world), said("eligible", ""));
    // the award itself may ask for more than any title
    let scoring = std::fs::read_to_string(world.root.join("scoring.toml")).unwrap();
    world.scoring(&scoring.replace("bloc_vote = \"2/3\"", "bloc_vote = \"2/3\", registered = true"));
    assert_eq!(world.run(&[]).code, 0);
    let refused = &world.results()["proposals"][0];
    let reason = "không đăng ký hình thức này, chỉ đăng ký: Tập thể lao động xuất sắc";
    assert_eq!((refused["proposed"] == true, refused["reasons"][0]["vi"].as_str()), (false, Some(reason)));
}
