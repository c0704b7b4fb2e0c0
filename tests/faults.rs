//! Bad inputs and bad configurations: the place, the wording, the exit code, and what becomes of everyone else.

use crate::harness::{Cell, Ended, SCORING, World, number, rows, text};

/// Runs the world; the member of bloc k1 named is incomplete, k1 provisional, everybody else ranked.
fn leaves_incomplete(world: &World, member: &str) -> Ended {
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let results = world.results();
    let bloc = &results["blocs"][0];
    assert_eq!(bloc["provisional"], true);
    for standing in bloc["standings"].as_array().unwrap() {
        assert_eq!(standing["rank"].is_null(), standing["member"] == member, "{standing}");
    }
    assert_eq!(results["blocs"][1]["provisional"], false);
    assert!(
        results["proposals"]
            .as_array()
            .unwrap()
            .iter()
            .all(|proposal| proposal["bloc"] != "k1" || proposal["proposed"] == false)
    );
    let strict = world.run(&["--strict"]);
    assert_eq!(strict.code, 3, "{}", strict.stderr);
    ended
}

fn says(ended: &Ended, parts: &[&str]) {
    for part in parts {
        assert!(ended.stderr.contains(part), "`{part}` is not in\n{}", ended.stderr);
    }
}

#[test]
fn the_small_world_is_whole() {
    let world = World::whole();
    let ended = world.run(&[]);
    assert_eq!((ended.code, ended.stderr.contains("lỗi[")), (0, false), "{}", ended.stderr);
    let results = world.results();
    let standings = results["blocs"][0]["standings"].as_array().unwrap();
    let order: Vec<_> = standings
        .iter()
        .map(|standing| (standing["rank"].as_u64().unwrap(), standing["total"].as_str().unwrap()))
        .collect();
    assert_eq!(order, [(1, "94"), (2, "90"), (3, "85")]);
}

#[test]
fn text_in_a_number_cell() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = text("năm mươi hai");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    says(
        &ended,
        &[
            "lỗi[not-a-number]",
            "inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8",
            "`Đơn vị Hai`",
            "`I.1`",
            "tìm thấy: `năm mươi hai`",
            "cần:",
            "tỷ đồng",
            "cách sửa:",
        ],
    );
    let english = world.run(&["--lang", "en"]);
    says(&english, &["error[not-a-number]", "sheet `Bảng tự chấm`, cell D8", "found:    `năm mươi hai`", "expected:"]);
}

#[test]
fn a_missing_value_is_never_zero() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = Cell::Blank;
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    says(&ended, &["[missing-value]", "ô D8", "cách sửa:"]);
    let mark = world.results()["members"][1]["marks"][0].clone();
    assert_eq!((mark["state"].as_str(), mark["mark"].is_null()), (Some("missing"), true));
}

#[test]
fn a_dash_is_missing_too_and_zero_is_a_value() {
    let world = World::whole();
    let mut form = rows(0.0);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    assert_eq!(world.run(&[]).code, 0);
    form[0][3] = text("-");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    leaves_incomplete(&world, "Đơn vị Hai");
}

#[test]
fn a_row_that_is_not_the_compacts() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][1] = text("Thu ngân sách trên địa bàn");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    says(&ended, &["[row-not-of-the-compact]", "ô B8", "Thu ngân sách trên địa bàn", "I.1"]);
}

#[test]
fn an_extra_row_beside_a_whole_form_is_listed_only() {
    let world = World::whole();
    let mut form = rows(90.0);
    form.push([text("9"), text("Việc khác"), Cell::Blank, number(3.0), Cell::Blank, Cell::Blank]);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    says(&ended, &["[extra-row]", "ô B12"]);
}

#[test]
fn a_code_under_another_label() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][0] = text("I.2");
    form[1][0] = text("I.1");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    says(&leaves_incomplete(&world, "Đơn vị Hai"), &["[label-of-another-criterion]", "ô B8"]);
}

#[test]
fn an_unknown_member() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.form("k1/hai", "k1", "Đơn vị Hay", &rows(90.0));
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    says(
        &ended,
        &["[unknown-member]", "inputs/k1/hai.xlsx", "ô A4", "Đơn vị Hay", "Đơn vị Hai", "[nothing-handed-in]"],
    );
}

#[test]
fn two_files_of_one_member() {
    let world = World::whole();
    world.form("k1/hai-v2", "k1", "ĐV Hai", &rows(91.0));
    says(&leaves_incomplete(&world, "Đơn vị Hai"), &["[two-forms]", "k1/hai-v2.xlsx", "k1/hai.xlsx"]);
}

#[test]
fn a_plan_on_another_scale() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][2] = number(100_000.0);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    says(&leaves_incomplete(&world, "Đơn vị Hai"), &["[scale-in-doubt]", "ô C8", "100000", "chung/dang-ky.xlsx"]);
}

#[test]
fn a_plan_that_merely_differs_is_listed_and_the_registers_is_used() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][2] = number(95.0);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    says(&ended, &["[plan-differs]", "ô C8"]);
    assert_eq!(world.results()["members"][1]["marks"][0]["mark"], "45");
}

#[test]
fn a_damaged_workbook() {
    let world = World::whole();
    let path = world.root.join("inputs/k1/hai.xlsx");
    let bytes = std::fs::read(&path).unwrap();
    world.bytes("k1/hai.xlsx", &bytes[..bytes.len() / 2]);
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    says(
        &ended,
        &["[damaged-workbook]", "inputs/k1/hai.xlsx", "[nothing-handed-in]", "[rejected-file-of-unknown-kind]"],
    );
}

#[test]
fn files_that_are_no_workbooks_are_named_for_what_they_are() {
    let world = World::whole();
    world.bytes("a.xlsx", b"");
    world.bytes("b.xls", b"<html><table></table></html>");
    world.bytes("c.csv", "ten;so\n\u{e0}".as_bytes());
    world.bytes("d.csv", b"a,b\n\xC0\xC1,c\n");
    world.bytes("~$a.xlsx", b"lock");
    let ended = world.run(&["--verbose"]);
    assert_eq!(ended.code, 1);
    says(&ended, &["[empty-file]", "[wrong-content]", "[ragged-csv]", "[not-utf8]", "[lock-file]"]);
}

#[test]
fn a_mark_above_its_maximum() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[3][5] = number(20.5);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    says(&leaves_incomplete(&world, "Đơn vị Hai"), &["[mark-out-of-range]", "ô F11", "20.5"]);
}

#[test]
fn an_ambiguous_number_is_not_guessed() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = text("4.500");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    says(&leaves_incomplete(&world, "Đơn vị Hai"), &["[ambiguous-number]", "ô D8", "4.500"]);
    form[1][3] = text("100,0");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    says(&ended, &["[number-as-text]"]);
}

/// A broken scoring.toml exits with 2 and leaves the outputs as they were.
fn refused(world: &World, change: (&str, &str), parts: &[&str]) {
    let before = world.files("outputs");
    assert!(SCORING.contains(change.0), "{}", change.0);
    world.scoring(&SCORING.replacen(change.0, change.1, 1));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 2, "{}", ended.stderr);
    says(&ended, parts);
    says(&ended, &["scoring.toml:", "^", "cách sửa:"]);
    assert_eq!(world.files("outputs"), before);
}

#[test]
fn a_broken_scoring_toml_refuses_the_run_and_leaves_the_outputs() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    refused(
        &world,
        ("\"proportional\"", "\"proportionnal\""),
        &["[unknown-rule]", "scoring.toml:37:8", "proportional"],
    );
    refused(&world, ("issuer =", "isuer ="), &["[unknown-key]", "isuer", "issuer"]);
    refused(&world, ("maximum = 50", "maximum = 51"), &["[maxima-do-not-add-up]", "81"]);
    let bands =
        "rule = \"bands\"\nparams = { on = \"actual\", bands = [{ from = 11, points = 30 }, { to = 10, points = 0 }] }";
    refused(&world, ("rule = \"threshold\"\nparams = { op = \">=\", else = \"zero\" }", bands), &["[band-gap]"]);
    refused(&world, ("year = 2023", "year ="), &["[toml-syntax]"]);
    refused(
        &world,
        ("params = { op = \">=\", else", "params = { opp = \">=\", else"),
        &["[unknown-parameter]", "opp", "[missing-parameter]"],
    );
    refused(
        &world,
        ("{ name = \"Đơn vị Hai\", aliases = [\"ĐV Hai\"] }", "{ name = \"ĐƠN VỊ  MỘT\" }"),
        &["[alike-names]"],
    );
    refused(&world, ("bloc_vote = \"2/3\"", "bloc_vote = \"hai phần ba\""), &["[bad-value]"]);
}

#[test]
fn an_empty_inputs_folder_refuses_the_run() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs");
    std::fs::remove_dir_all(world.root.join("inputs")).unwrap();
    let ended = world.run(&[]);
    assert_eq!(ended.code, 3);
    says(&ended, &["[no-inputs]", "cách sửa:"]);
    std::fs::create_dir(world.root.join("inputs")).unwrap();
    assert_eq!(world.run(&[]).code, 3);
    assert_eq!(world.files("outputs"), before);
}

#[test]
fn an_outputs_folder_that_cannot_be_written() {
    let world = World::whole();
    std::fs::write(world.root.join("tep"), "x").unwrap();
    let ended = world.run(&["--outputs", "tep/ket-qua"]);
    assert_eq!(ended.code, 4, "{}", ended.stderr);
    says(&ended, &["[outputs-unwritable]", "cách sửa:"]);
}

/// The three places where a finding is told say the same of it.
#[test]
fn a_finding_is_told_in_the_terminal_in_the_roll_up_and_in_the_json() {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = text("năm mươi hai");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = leaves_incomplete(&world, "Đơn vị Hai");
    let faults = world.results()["faults"].as_array().unwrap().clone();
    let own = faults.iter().find(|own| own["code"] == "not-a-number").unwrap();
    let told = |key: &str| own[key].as_str().unwrap().to_owned();
    assert_eq!(
        ["verdict", "file", "sheet", "cell", "found"].map(told),
        ["member", "k1/hai.xlsx", "Bảng tự chấm", "D8", "năm mươi hai"]
    );
    let vietnamese = ["message", "expected", "mend"].map(|key| own[key]["vi"].as_str().unwrap().to_owned());
    let english = ["message", "expected", "mend"].map(|key| own[key]["en"].as_str().unwrap().to_owned());
    says(&ended, &vietnamese.each_ref().map(String::as_str));
    says(&world.run(&["--lang", "en"]), &english.each_ref().map(String::as_str));
    let path = world.root.join("outputs/2023-tong-ket/tong-hop_2023.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Cần rà soát").unwrap();
    let line = range.rows().find(|row| row.iter().any(|cell| *cell == "not-a-number")).unwrap();
    let cells: Vec<String> = line.iter().map(ToString::to_string).collect();
    for part in ["chưa đủ số liệu", "k1/hai.xlsx", "Bảng tự chấm", "D8", "Đơn vị Hai", "I.1", "năm mươi hai"]
    {
        assert!(cells.iter().any(|cell| cell == part), "{part}: {cells:?}");
    }
}
