//! The sheets that all members share: made blank, filled in as an office does, read back to the word.

use serde_json::Value;

use crate::forms::filled;
use crate::harness::{SCORING, World};

fn scoring() -> String {
    SCORING
        .replace("\"opinions\", \"ballot\"]", "\"opinions\", \"classification\", \"registration\", \"ballot\"]")
        .replace(
            "requires = { bloc_vote = \"2/3\" }",
            "requires = { bloc_vote = \"2/3\", council_vote = \"4/5\", registered = true, classification = [\"Hoàn thành xuất sắc nhiệm vụ\"] }",
        )
}

/// What `thidua form` makes.
fn made(world: &World) -> Vec<(String, Vec<u8>)> {
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    world.files("outputs/bieu-mau-2023-year")
}

/// Hands a shared sheet in with these cells filled in.
fn fill(world: &World, forms: &[(String, Vec<u8>)], name: &str, cells: &[(&str, &str)]) {
    let (_, blank) = forms.iter().find(|(path, _)| *path == format!("chung/{name}.xlsx")).unwrap();
    world.bytes(&format!("chung/{name}.xlsx"), &filled(blank, cells));
}

/// The world with its shared sheets taken out and those of `thidua form` filled in.
fn handed_in(world: &World) {
    let forms = made(world);
    let put = |name: &str, cells: &[(&str, &str)]| fill(world, &forms, name, cells);
    for file in ["dang-ky", "y-kien", "kiem-phieu"] {
        world.remove(&format!("chung/{file}.xlsx"));
    }
    let excellent = "Hoàn thành xuất sắc nhiệm vụ";
    put("dang-ky-chi-tieu-k1", &[("G7", "98"), ("H7", "QĐ 15/QĐ-UBND")]);
    put("dang-ky-chi-tieu-k2", &[]);
    put(
        "y-kien-co-quan-chuc-nang",
        &[
            ("D8", "vệ sinh an toàn thực phẩm"),
            ("E8", "Sở Y tế"),
            ("F8", "12/SYT"),
            ("G8", "45265"),
            ("H8", "đang xem xét"),
        ],
    );
    put(
        "xep-loai-nam",
        &[("D6", excellent), ("D7", excellent), ("D8", excellent), ("D9", excellent), ("D10", excellent)],
    );
    put("dang-ky-danh-hieu", &[("D7", "Cờ thi đua; Tập thể lao động xuất sắc"), ("E7", "7/ĐK"), ("D11", "Cờ thi đua")]);
    // three units: two present, one in writing
    put(
        "kiem-phieu-k1",
        &[("F7", "2"), ("G7", "2"), ("H7", "2"), ("I7", "0"), ("J7", "2"), ("K7", "0"), ("L7", "1"), ("M7", "1")],
    );
    put("kiem-phieu-k2", &[("D8", "1"), ("F8", "2"), ("G8", "2"), ("H8", "2"), ("I8", "0"), ("J8", "2"), ("K8", "0")]);
    put(
        "kiem-phieu-hoi-dong",
        &[("F6", "15"), ("G6", "14"), ("H6", "14"), ("I6", "13"), ("J6", "1"), ("K6", "12"), ("L6", "1")],
    );
    put(
        "ket-qua-suy-ton",
        &[("E6", "Đề nghị"), ("G6", "12/BB"), ("H6", "45270"), ("E7", "Không đề nghị"), ("G7", "12/BB")],
    );
    put("ket-qua-tham-dinh", &[("E6", "Không đề nghị"), ("F6", "chưa đủ hồ sơ"), ("G6", "7/TĐ"), ("H6", "45275")]);
    put("ket-qua-bieu-quyet", &[]);
}

fn find<'a>(list: &'a Value, bloc: &str, key: &str, name: &str) -> &'a Value {
    let list = list.as_array().unwrap();
    list.iter().find(|own| own["bloc"] == bloc && own[key] == name).unwrap_or_else(|| panic!("{bloc} {name}"))
}

#[test]
fn what_was_typed_into_every_shared_sheet_is_what_is_read() {
    let world = World::whole();
    world.scoring(&scoring());
    handed_in(&world);
    let ended = world.run(&[]);
    assert_eq!((ended.code, ended.stderr.contains("lỗi[")), (0, false), "{}", ended.stderr);
    let results = world.results();
    let one = find(&results["members"], "k1", "name", "Đơn vị Một");
    let plan = &one["marks"][0]["inputs"][0];
    assert_eq!((plan["value"].as_str(), one["marks"][0]["mark"].as_str()), (Some("98"), Some("50")), "{plan}");
    let three = find(&results["members"], "k1", "name", "Đơn vị Ba");
    assert_eq!(three["eligibility"], "deferred");
    assert_eq!(
        three["grounds"][0]["vi"],
        "vệ sinh an toàn thực phẩm (Sở Y tế, văn bản số 12/SYT ngày 05/12/2023; đang xem xét)"
    );
    let proposal = find(&results["proposals"], "k1", "member", "Đơn vị Một");
    let reasons: Vec<_> =
        proposal["reasons"].as_array().unwrap().iter().map(|said| said["vi"].as_str().unwrap()).collect();
    assert_eq!(
        reasons,
        [
            "đã đăng ký Cờ thi đua; Tập thể lao động xuất sắc (văn bản số 7/ĐK)",
            "xếp loại năm 2023: Hoàn thành xuất sắc nhiệm vụ",
            "cụm, khối bỏ phiếu (có 1 ý kiến bằng văn bản): 3/3 đồng ý ≥ 2/3",
            "Hội đồng bỏ phiếu: 12/15 đồng ý ≥ 4/5",
        ]
    );
    let decided = proposal["decided"].as_array().unwrap();
    let told = |index: usize| {
        let own = &decided[index];
        let text = |key: &str| own[key].as_str().unwrap().to_owned();
        (text("body"), own["proposed"] == true, own["changed"] == true, text("reason"), text("minutes"), text("date"))
    };
    let said = |text: &str| text.to_owned();
    assert_eq!(told(0), (said("bloc"), true, false, said(""), said("12/BB"), said("10/12/2023")));
    assert_eq!(told(1), (said("office"), false, true, said("chưa đủ hồ sơ"), said("7/TĐ"), said("15/12/2023")));
    assert_eq!((decided.len(), proposal["stands"] == true), (2, false));
    let awaited = find(&results["proposals"], "k2", "member", "Đơn vị Bốn");
    assert_eq!(awaited["conditions"][0]["vi"], "chờ kết quả bỏ phiếu của Hội đồng");
}

#[test]
fn the_lists_of_awards_and_of_the_fund_are_read_back() {
    let world = World::whole();
    let forms = made(&world);
    let put = |name: &str, cells: &[(&str, &str)]| fill(&world, &forms, name, cells);
    put(
        "danh-sach-khen-thuong",
        &[
            ("B6", "Bằng khen"),
            ("C6", "Trường A"),
            ("D6", "tập thể"),
            ("F6", "công trạng"),
            ("G6", "2023"),
            ("H6", "12/QĐ-UBND"),
            ("I6", "45270"),
            ("B7", "Bằng khen"),
            ("C7", "Ông B"),
            ("D7", "cá nhân"),
            ("E7", "trực tiếp"),
            ("F7", "chuyên đề"),
            ("G7", "2022"),
            ("H7", "13/QĐ-UBND"),
            ("I7", "45270"),
        ],
    );
    put(
        "thu-chi-quy-thi-dua-khen-thuong",
        &[("B6", "Văn phòng"), ("C6", "ngân sách nhà nước"), ("D6", "150.5"), ("E6", "2023"), ("F6", "4/QĐ")],
    );
    let ended = world.run(&[]);
    assert_eq!((ended.code, ended.stderr.contains("yearly-unreadable")), (0, false), "{}", ended.stderr);
    let results = world.results();
    let given: Vec<_> = results["awards_given"].as_array().unwrap().iter().collect();
    let told = |own: &Value, keys: [&str; 5]| keys.map(|key| own[key].to_string());
    assert_eq!(
        told(given[0], ["form", "to", "achieved", "decision", "decided"]),
        ["\"certificate\"", "\"Trường A\"", "2023", "\"12/QĐ-UBND\"", "\"2023-12-10\""]
    );
    assert_eq!(
        told(given[1], ["to", "recipient", "reason", "achieved", "decided"]),
        ["\"Ông B\"", "\"direct-worker\"", "\"thematic\"", "2022", "\"2023-12-10\""]
    );
    let fund = &results["fund_entries"][0];
    assert_eq!(
        told(fund, ["holder", "item", "amount", "year", "cell"])[..4],
        ["\"Văn phòng\"", "\"budget\"", "\"150.5\"", "2023"]
    );
}

#[test]
fn a_blank_sheet_says_nothing() {
    let world = World::whole();
    for (path, bytes) in made(&world) {
        // the registers that are made are filled in with the plans there are
        if path.starts_with("chung/") && !path.contains("dang-ky-chi-tieu") {
            world.bytes(&path, &bytes);
        }
    }
    let ended = world.run(&[]);
    assert_eq!((ended.code, ended.stderr.contains("lỗi[")), (0, false), "{}", ended.stderr);
}

#[test]
fn the_english_sheets_are_read_back_too() {
    let world = World::whole();
    let made = world.run(&["form", "--lang", "en"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let forms = world.files("outputs/bieu-mau-2023-year-en");
    let (_, opinions) = forms.iter().find(|(path, _)| path == "chung/y-kien-co-quan-chuc-nang.xlsx").unwrap();
    world.remove("chung/y-kien.xlsx");
    world.bytes(
        "chung/y-kien.xlsx",
        &filled(opinions, &[("D6", "late reports"), ("E6", "Sở Nội vụ"), ("H6", "concluded")]),
    );
    let (_, decisions) = forms.iter().find(|(path, _)| path == "chung/ket-qua-suy-ton.xlsx").unwrap();
    world.bytes("chung/suy-ton.xlsx", &filled(decisions, &[("E7", "Proposed"), ("F7", "next in rank"), ("G7", "1")]));
    let ended = world.run(&["--lang", "en"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let path = world.root.join("outputs/2023-tong-ket-en/du-lieu-may/ket-qua.json");
    let results: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(find(&results["members"], "k1", "name", "Đơn vị Một")["eligibility"], "excluded");
    let decided = &find(&results["proposals"], "k1", "member", "Đơn vị Hai")["decided"][0];
    assert_eq!((decided["body"].as_str(), decided["proposed"] == true), (Some("bloc"), true));
}

#[test]
fn mid_year_only_figures_are_asked_for() {
    let world = World::whole();
    world.scoring(&SCORING.replace("period = \"year\"", "period = \"half\""));
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let forms = world.files("outputs/bieu-mau-2023-half");
    let shared: Vec<_> =
        forms.iter().filter(|(path, _)| path.starts_with("chung/")).map(|(path, _)| path.as_str()).collect();
    assert_eq!(shared, ["chung/dang-ky-chi-tieu-k1.xlsx", "chung/dang-ky-chi-tieu-k2.xlsx"]);
}
