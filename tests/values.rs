//! What stands in a cell: six kinds of nothing, words around numbers, and figures that do not agree with their
//! neighbours or with themselves.

use crate::harness::{Cell, Ended, FormRow, SCORING, World, number, rows, text};

/// Runs the small world with another actual of I.1 for Đơn vị Hai, and its unit in place of `tỷ đồng`.
fn actual(cell: Cell, unit: &str) -> (World, Ended) {
    let world = World::whole();
    world.scoring(&SCORING.replace("unit = \"tỷ đồng\"", &format!("unit = \"{unit}\"")));
    let mut form = rows(90.0);
    form[0][3] = cell;
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[]);
    (world, ended)
}

fn total(world: &World) -> Option<String> {
    let results = world.results();
    let standings = results["blocs"][0]["standings"].as_array().unwrap();
    let own = standings.iter().find(|standing| standing["member"] == "Đơn vị Hai").unwrap();
    own["total"].as_str().filter(|_| !own["rank"].is_null()).map(str::to_owned)
}

/// The cell is read as 90 and the finding is told.
#[track_caller]
fn read_as_90(said: &str, unit: &str, told: &str) {
    let (world, ended) = actual(text(said), unit);
    assert_eq!((ended.code, total(&world).as_deref()), (0, Some("90")), "{said}: {}", ended.stderr);
    assert!(ended.stderr.contains(told), "{said}: {told}\n{}", ended.stderr);
}

/// The cell leaves the member incomplete, with this finding at its place.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "a cell is made where it is tried")]
fn refused(cell: Cell, unit: &str, told: &str) {
    let (world, ended) = actual(cell.clone(), unit);
    assert_eq!((ended.code, total(&world)), (1, None), "{cell:?}: {}", ended.stderr);
    assert!(ended.stderr.contains(told) && ended.stderr.contains("ô D8"), "{cell:?}: {told}\n{}", ended.stderr);
}

#[test]
fn numbers_as_offices_write_them() {
    read_as_90("90", "%", "lưu ý[number-as-text]: số ghi dưới dạng chữ, đã đọc là 90");
    read_as_90("90,0%", "%", "lưu ý[number-as-text]");
    read_as_90(" 9０\u{A0}", "%", "lưu ý[number-as-text]");
    read_as_90("90 tỷ đồng", "tỷ đồng", "lưu ý[unit-in-cell]: đơn vị tính ghi chung ô với số; đã đọc là 90 tỷ đồng");
    read_as_90("0,09 nghìn tỷ", "tỷ đồng", "đã đọc là 90 tỷ đồng");
}

#[test]
fn a_status_in_front_of_a_number_is_a_status() {
    let (world, ended) = actual(text("ước đạt 90"), "%");
    assert_eq!((ended.code, total(&world).as_deref()), (0, Some("90")), "{}", ended.stderr);
    let told =
        "lưu ý[status-in-cell]: chữ `ước` hoặc `dự kiến` ghi chung ô với số; đã đọc là 90, số liệu chưa chính thức";
    assert!(ended.stderr.contains(told) && ended.stderr.contains("lưu ý[estimate-used]"), "{}", ended.stderr);
}

#[test]
fn what_is_no_number_is_asked_about() {
    let inexact =
        "lỗi[inexact-number]: ô ghi một mức hoặc một khoảng (trên, dưới, khoảng, từ … đến …), không phải một con số";
    for said in ["trên 57", "≥ 57", ">57", "~57", "khoảng 52", "57-60", "ít nhất 4%", "gần 90"] {
        refused(text(said), "%", inexact);
    }
    refused(text("1.234"), "%", "lỗi[ambiguous-number]: con số này đọc được theo nhiều cách");
    refused(text("tốt lắm"), "%", "lỗi[not-a-number]: số liệu của tiêu chí là chữ, không phải số");
    refused(text("90%"), "tỷ đồng", "lỗi[percent-not-expected]");
    refused(text("90 ha"), "tỷ đồng", "lỗi[unit-not-declared]");
    refused(number(-5.0), "%", "lỗi[rule-refuses]");
    refused(text("1e999"), "%", "lỗi[not-a-number]");
}

#[test]
fn six_kinds_of_nothing_are_six_things() {
    refused(Cell::Blank, "%", "lỗi[missing-value]");
    for dash in ["-", "–", "...", "N/A"] {
        refused(text(dash), "%", "lỗi[missing-value]");
    }
    refused(text("Không giao"), "%", "lỗi[assignment-contradicts]");
    refused(text("Không phát sinh"), "%", "lỗi[not-arising-not-allowed]");
    refused(text("KP"), "%", "lỗi[either-of-two]: chữ `KP` có thể là không được giao, cũng có thể là không phát sinh");
    let (world, ended) = actual(number(0.0), "%");
    assert_eq!((ended.code, total(&world).as_deref()), (0, Some("45")), "{}", ended.stderr);
    let world = World::whole();
    let means = SCORING
        .replace("[inputs]", "[inputs]\nkp = \"not-arising\"")
        .replace("rule = \"proportional\"", "rule = \"proportional\"\nnot_arising = \"full\"");
    world.scoring(&means);
    let mut form = rows(90.0);
    form[0][3] = text("KP");
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    assert_eq!((world.run(&[]).code, total(&world).as_deref()), (0, Some("95")));
}

/// A form with a column for the ratio and a row that sums the self marks.
fn stated(ratio: &str, sum: f64) -> Ended {
    let world = World::whole();
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Tỷ lệ %", "Điểm tối đa"];
    let mut sheet = vec![vec![text("Tên đơn vị: Đơn vị Hai")], vec![text("Cụm/Khối: k1")], heads.map(text).to_vec()];
    sheet.push(vec![text("I"), text("Kinh tế")]);
    let form: Vec<FormRow> = rows(92.5);
    sheet.extend(form.into_iter().map(Vec::from));
    sheet[4].push(text(ratio));
    sheet.push(vec![Cell::Blank, text("TỔNG CỘNG"), Cell::Blank, Cell::Blank, number(sum)]);
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet);
    world.run(&[])
}

#[test]
fn what_a_form_states_of_itself_is_held_against_its_figures() {
    let right = stated("92,5", 100.0);
    assert!(right.code == 0 && !right.stderr.contains("hai.xlsx"), "{}", right.stderr);
    let wrong = stated("92,9", 99.0);
    assert_eq!(wrong.code, 0, "{}", wrong.stderr);
    let ratio = "lưu ý[stated-ratio]: tỷ lệ ghi trong ô không khớp với kế hoạch và thực hiện (tính ra 92,5%)";
    let sum = "lưu ý[stated-sum]: dòng tổng ghi khác tổng các điểm của cột (100)";
    assert!(wrong.stderr.contains(ratio) && wrong.stderr.contains("ô G5"), "{}", wrong.stderr);
    assert!(wrong.stderr.contains(sum) && wrong.stderr.contains("ô E9"), "{}", wrong.stderr);
}

#[test]
fn a_figure_a_thousand_times_its_neighbours_is_told() {
    let world = World::whole();
    let members = "member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Hai\" }, { name = \"Đơn vị Ba\" }, { name = \"Đơn vị Tư\" }]";
    let scoring = SCORING
        .replace("member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Hai\", aliases = [\"ĐV Hai\"] }, { name = \"Đơn vị Ba\" }]", members)
        .replace("expects = [\"plan-register\", \"opinions\", \"ballot\"]", "own_plans = true");
    world.scoring(&scoring);
    world.form("k1/tu", "k1", "Đơn vị Tư", &rows(85_000.0));
    let ended = world.run(&[]);
    let told =
        "lưu ý[unit-slip]: số này gấp hoặc kém các đơn vị khác hàng trăm lần (mức giữa là 90); có thể nhầm đơn vị tính";
    assert!(ended.stderr.contains(told) && ended.stderr.contains("inputs/k1/tu.xlsx"), "{}", ended.stderr);
}
