//! Figures as offices write them: what is read without doubt and said, and what a person would ask about.

use crate::harness::{Cell, Ended, FormRow, SCORING, World, number, rows, text};

/// The small world in which Đơn vị Hai's actual of I.1, cell D8, is this.
fn actual(cell: Cell) -> World {
    with(cell, |_| {})
}

/// The same with the whole form changed too.
fn with(cell: Cell, change: impl Fn(&mut Vec<FormRow>)) -> World {
    let world = World::whole();
    let mut form = rows(90.0);
    form[0][3] = cell;
    change(&mut form);
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    world
}

/// The same under a scoring.toml with something replaced.
fn under(change: (&str, &str), cell: Cell) -> World {
    let world = actual(cell);
    assert!(SCORING.contains(change.0), "{}", change.0);
    world.scoring(&SCORING.replacen(change.0, change.1, 1));
    world
}

/// The block of a finding: from its code to the empty line behind its mend.
fn block(ended: &Ended, code: &str) -> String {
    let at = ended.stderr.find(&format!("[{code}]")).unwrap_or_else(|| panic!("no {code} in\n{}", ended.stderr));
    let from = ended.stderr[..at].rfind('\n').map_or(0, |line| line + 1);
    let rest = &ended.stderr[from..];
    let mend = rest.find("cách sửa:").unwrap_or_default();
    rest[mend..].find('\n').map_or(rest, |end| &rest[..mend + end]).to_owned()
}

/// The mark of Đơn vị Hai for I.1, and whether it is given.
fn mark(world: &World) -> (String, String) {
    let mark = world.results()["members"][1]["marks"][0].clone();
    (mark["state"].as_str().unwrap_or_default().to_owned(), mark["mark"].as_str().unwrap_or("none").to_owned())
}

/// A doubt about D8: exit 1, the whole finding in Vietnamese, its code and place in English, no mark.
fn doubt(world: &World, code: &str, words: &str) {
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert_eq!(block(&ended, code), words);
    assert_eq!(mark(world), ("missing".into(), "none".into()));
    let others = world.results()["blocs"][0]["standings"].as_array().unwrap().clone();
    assert_eq!(others.iter().filter(|standing| standing["rank"].is_u64()).count(), 2, "everyone else is ranked");
    let english = world.run(&["--lang", "en"]);
    let place = format!("error[{code}]");
    let told = english.stderr.contains(&place) && english.stderr.contains("sheet `Bảng tự chấm`, cell D8");
    assert!(told, "{}", english.stderr);
}

/// Only the code of the doubt about D8.
fn doubted(cell: Cell, code: &str) {
    let said = format!("{cell:?}");
    let world = actual(cell);
    let ended = world.run(&[]);
    assert!(ended.code == 1 && ended.stderr.contains(&format!("lỗi[{code}]")), "{said}: {}", ended.stderr);
    assert_eq!(mark(&world).1, "none", "{said}");
}

/// Read without doubt: exit 0, this mark, and a note that begins so.
fn read(world: &World, mark_is: &str, note: &str) {
    let ended = world.run(&[]);
    assert_eq!((ended.code, mark(world).1.as_str()), (0, mark_is), "{}", ended.stderr);
    assert!(ended.stderr.contains(note), "`{note}` is not in\n{}", ended.stderr);
}

const HEAD: &str =
    "  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)";

#[test]
fn row_42_a_number_in_the_vietnamese_way() {
    let world = actual(text("1.234,5"));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let words = format!(
        "lưu ý[number-as-text]: số ghi dưới dạng chữ, đã đọc là 1.234,5\n{HEAD}\n  tìm thấy: `1.234,5`\n\ncách sửa: kiểm tra 1.234,5 có đúng không; nếu sai thì gõ lại ô D8 thành số"
    );
    assert_eq!(block(&ended, "number-as-text"), words);
    read(&actual(text("90,00")), "45", "đã đọc là 90");
    read(&actual(text("\u{FF19}\u{FF10}\u{A0}")), "45", "đã đọc là 90");
    read(&actual(text("9\u{200B}0")), "45", "đã đọc là 90");
}

#[test]
fn row_43_a_number_of_two_readings_is_decided_by_its_column_which_is_said() {
    let words = format!(
        "lỗi[ambiguous-number]: con số này đọc được theo nhiều cách\n{HEAD}\n  tìm thấy: `90.000`\n  cần:      một cách hiểu; ở đây có thể là `90.000` hoặc `90`\n\ncách sửa: gõ lại ô D8 thành số (không phải chữ), không dùng dấu phân cách hàng nghìn, và kiểm tra cả cột ghi cùng một kiểu"
    );
    doubt(&actual(text("90.000")), "ambiguous-number", &words);
    let proved = with(text("90.000"), |form| form[1][3] = text("100.5"));
    read(&proved, "45", "");
    let words = "lưu ý[column-convention]: số trong cột này đọc theo kiểu dấu chấm trước phần thập phân vì ô D9 ghi `100.5`; ô D8 đọc là 90 (cột có 1 ô phải dựa vào đó)\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8\n  tìm thấy: `90.000`\n\ncách sửa: kiểm tra 90 có đúng không; nếu sai thì gõ lại cả cột thành số, không dùng dấu phân cách hàng nghìn";
    assert_eq!(block(&proved.run(&[]), "column-convention"), words);
    let english = proved.run(&["--lang", "en"]).stderr;
    assert!(english.contains("[column-convention]") && english.contains("cell D8"), "{english}");
    assert!(english.contains("because cell D9 has `100.5`"), "{english}");
    let both = with(text("90.000"), |form| (form[1][3], form[3][3]) = (text("100.5"), text("3,5")));
    assert!(both.run(&[]).stderr.contains("[ambiguous-number]"));
}

#[test]
fn row_43_scoring_toml_may_declare_how_numbers_are_written() {
    let declared = |said: &str| format!("[inputs]\nnumbers = \"{said}\"");
    let world = under(("[inputs]", &declared("plain")), text("90.000"));
    read(&world, "45", "vì scoring.toml khai `numbers`; ô D8 đọc là 90");
    let world = under(("[inputs]", &declared("vi")), text("90,000"));
    read(&world, "45", "ô D8 đọc là 90");
    let against = with(text("90.000"), |form| form[1][3] = text("100.5"));
    against.scoring(&SCORING.replacen("[inputs]", &declared("vi"), 1));
    assert!(against.run(&[]).stderr.contains("[ambiguous-number]"), "the column proves what scoring.toml denies");
    let wrong = under(("[inputs]", &declared("en")), number(90.0)).run(&[]);
    assert!(wrong.code == 2 && wrong.stderr.contains("`vi` (1.234,5) hoặc `plain` (1,234.5)"), "{}", wrong.stderr);
}

const PERCENT: (&str, &str) = ("unit = \"tỷ đồng\"", "unit = \"%\"");

#[test]
fn row_44_percent_is_taken_once() {
    for said in ["90%", "90 %", "90,00%", "90"] {
        read(&under(PERCENT, text(said)), "45", "số ghi dưới dạng chữ, đã đọc là 90");
    }
    read(&under(PERCENT, number(90.0)), "45", "");
    doubted(text("90%"), "percent-not-expected");
}

#[test]
fn rows_45_and_46_a_percentage_a_hundred_times_off() {
    let words = format!(
        "lỗi[percent-in-doubt]: tỷ lệ phần trăm này gấp hoặc kém khoảng 100 lần mức thường (kế hoạch là 100), nên chưa rõ là phần trăm hay phần của một\n{HEAD}\n  tìm thấy: `0.9335`\n  cần:      con số tính theo phần trăm, viết như 93,35\n\ncách sửa: gõ lại ô D8 thành số phần trăm, ví dụ 93,35 chứ không phải 0,9335 hay 9335; nếu con số đúng thì khai `least`, `most` (giới hạn của số liệu) ở tiêu chí này trong scoring.toml"
    );
    doubt(&under(PERCENT, number(0.9335)), "percent-in-doubt", &words);
    for other in [number(9335.0), number(0.009_335), text("9335%"), text("0,9335")] {
        let world = under(PERCENT, other);
        assert!(world.run(&[]).stderr.contains("lỗi[percent-in-doubt]"));
        assert_eq!(mark(&world).1, "none");
    }
    read(&under(PERCENT, number(0.0)), "0", "");
    read(&under(PERCENT, number(5.0)), "2.5", "");
    let declared = (PERCENT.0, "unit = \"%\"\nleast = 0.1");
    read(&under(declared, number(0.5)), "0.25", "");
}

#[test]
fn row_47_units_beside_the_number() {
    let words = format!(
        "lưu ý[unit-in-cell]: đơn vị tính ghi chung ô với số; đã đọc là 90 tỷ đồng\n{HEAD}\n  tìm thấy: `0,09 nghìn tỷ`\n\ncách sửa: kiểm tra 90 tỷ đồng có đúng không; nếu sai thì gõ lại ô D8 thành số"
    );
    let world = actual(text("0,09 nghìn tỷ"));
    read(&world, "45", "");
    assert_eq!(block(&world.run(&[]), "unit-in-cell"), words);
    read(&actual(text("90 tỷ đồng")), "45", "đã đọc là 90 tỷ đồng");
    let proved = with(text("90.000 triệu đồng"), |form| form[1][3] = text("100,0"));
    read(&proved, "45", "đã đọc là 90 tỷ đồng");
    read(&actual(text("90000 tr.đồng")), "45", "đã đọc là 90 tỷ đồng");
    read(&actual(text("90000000 nghìn")), "45", "đã đọc là 90 tỷ đồng");
    doubted(text("90.000 triệu đồng"), "ambiguous-number");
    let words = format!(
        "lỗi[unit-not-declared]: sau con số có chữ `lượng vàng`, chưa biết đổi ra đơn vị tính `tỷ đồng` thế nào\n{HEAD}\n  tìm thấy: `90 lượng vàng`\n  cần:      một số theo đơn vị tính `tỷ đồng`\n\ncách sửa: đổi số ra đơn vị tính `tỷ đồng` rồi chỉ ghi con số vào ô D8; hoặc thêm `units = {{ \"lượng vàng\" = … }}` vào tiêu chí này trong scoring.toml, ghi một `lượng vàng` bằng bao nhiêu đơn vị tính `tỷ đồng`"
    );
    doubt(&actual(text("90 lượng vàng")), "unit-not-declared", &words);
    let declared = ("unit = \"tỷ đồng\"", "unit = \"tỷ đồng\"\nunits = { \"lượng vàng\" = 0.5 }");
    read(&under(declared, text("180 lượng vàng")), "45", "đã đọc là 90 tỷ đồng");
    for wrong in ["{ \"tỷ đồng\" = 2 }", "{ \"lít\" = 0 }", "{ \"lít\" = \"2\" }", "{ \"\" = 2 }"] {
        let units = format!("unit = \"tỷ đồng\"\nunits = {wrong}");
        let refused = under(("unit = \"tỷ đồng\"", &units), number(90.0)).run(&[]);
        assert!(refused.code == 2 && refused.stderr.contains("[bad-value]"), "{wrong}: {}", refused.stderr);
    }
}

/// A form with columns for the unit and the ratio; the criterion stands in row 6.
fn wide(world: &World, file: &str, member: &str, first: &[Cell; 8], more: &[Vec<Cell>]) {
    let heads = ["TT", "Nội dung", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ %", "Điểm tối đa", "Điểm tự chấm"];
    let mut sheet = vec![
        vec![text("Bảng tự chấm điểm thi đua năm 2023")],
        vec![text(&format!("Tên đơn vị: {member}"))],
        vec![text("Cụm/Khối: k1")],
        heads.map(text).to_vec(),
        vec![text("I"), text("Kinh tế")],
        first.to_vec(),
    ];
    let rest = ["2", "Giải ngân", "tỷ đồng"].map(text).into_iter();
    sheet.push(rest.chain([100.0, 100.0, 100.0, 30.0, 30.0].map(number)).collect());
    sheet.push(vec![text("II"), text("Phong trào")]);
    let mut last = vec![text("1"), text("Tuyên truyền")];
    last.extend([Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank, number(20.0), number(20.0)]);
    sheet.push(last);
    sheet.extend(more.iter().cloned());
    world.sheet(file, "Tự chấm", &sheet);
}

fn first(unit: &str, plan: Cell, actual: Cell, ratio: Cell) -> [Cell; 8] {
    [text("1"), text("Thu ngân sách"), text(unit), plan, actual, ratio, number(50.0), number(45.0)]
}

/// The world whose Đơn vị Hai has a wide form; II.1 is marked by the self mark.
fn wide_world(first: &[Cell; 8], more: &[Vec<Cell>]) -> World {
    let world = World::whole();
    wide(&world, "k1/hai.xlsx", "Đơn vị Hai", first, more);
    world.scoring(&SCORING.replacen("counts = \"computed\"", "counts = \"computed\"\nmixed_stages = true", 1));
    world
}

#[test]
fn row_48_a_unit_column_that_is_not_the_compacts() {
    let world = wide_world(&first("triệu đồng", number(100.0), number(90_000.0), Cell::Blank), &[]);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let words = "lỗi[unit-differs]: bảng của đơn vị ghi đơn vị tính `triệu đồng`, khác đơn vị tính của giao ước, nên chưa rõ số ở dòng này tính theo đơn vị nào\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô C6 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `triệu đồng`\n  cần:      `tỷ đồng`\n\ncách sửa: đổi số kế hoạch và thực hiện cùng dòng ra `tỷ đồng` và sửa ô C6; nếu giao ước cho dùng cả hai thì khai `units = { \"triệu đồng\" = … }` ở tiêu chí này trong scoring.toml";
    assert_eq!(block(&ended, "unit-differs"), words);
    let declared = "unit = \"tỷ đồng\"\nunits = { \"triệu đồng\" = 0.001 }";
    let world = wide_world(&first("triệu đồng", number(100_000.0), number(90_000.0), number(90.0)), &[]);
    world.scoring(
        &SCORING.replacen("counts = \"computed\"", "counts = \"computed\"\nmixed_stages = true", 1).replacen(
            "unit = \"tỷ đồng\"",
            declared,
            1,
        ),
    );
    read(&world, "45", "số ghi theo `triệu đồng`, đã đổi ra 90 tỷ đồng");
    let same = wide_world(&first("Tỉ đồng", number(100.0), number(90.0), number(90.0)), &[]);
    let ended = same.run(&[]);
    assert!(ended.code == 0 && !ended.stderr.contains("unit-"), "{}", ended.stderr);
}

#[test]
fn row_48_a_number_thousands_of_times_its_neighbours() {
    let world = World::whole();
    world.scoring(&SCORING.replacen("expects = [\"plan-register\", ", "own_plans = true\nexpects = [", 1));
    world.remove("chung/dang-ky.xlsx");
    let mut form = rows(90.0);
    (form[0][2], form[0][3]) = (number(100_000.0), number(90_000.0));
    world.form("k1/hai", "k1", "Đơn vị Hai", &form);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let words = format!(
        "lưu ý[unit-slip]: số này gấp hoặc kém các đơn vị khác hàng trăm lần (mức giữa là 89); có thể nhầm đơn vị tính\n{HEAD}\n  tìm thấy: `90000`\n\ncách sửa: xem lại đơn vị tính của ô D8; nếu đúng thì không cần làm gì"
    );
    assert_eq!(block(&ended, "unit-slip"), words);
    for near in [9_000.0, 400_000.0, 0.0] {
        form[0][3] = number(near);
        world.form("k1/hai", "k1", "Đơn vị Hai", &form);
        assert!(!world.run(&[]).stderr.contains("unit-slip"), "{near}");
    }
}

#[test]
fn row_49_bounds_ranges_and_approximations() {
    let words = format!(
        "lỗi[inexact-number]: ô ghi một mức hoặc một khoảng (trên, dưới, khoảng, từ … đến …), không phải một con số\n{HEAD}\n  tìm thấy: `≥ 57`\n  cần:      một con số cụ thể\n\ncách sửa: ghi số thực hiện vào ô D8; nếu là số ước thì ghi thêm `ước` ở cột tình trạng số liệu"
    );
    doubt(&actual(text("≥ 57")), "inexact-number", &words);
    let others = [
        "trên 57",
        ">57",
        "~57",
        "57-60",
        "57 – 60",
        "ít nhất 57",
        "khoảng 52",
        "gần 60",
        "57 trở lên",
        "ước khoảng 57",
    ];
    for said in others {
        doubted(text(said), "inexact-number");
    }
}

#[test]
fn a_word_of_status_in_the_cell() {
    for (said, state) in [("ước 90", "ước"), ("ước đạt 90", "ước"), ("90 (ước)", "ước"), ("Dự kiến 90", "dự kiến")]
    {
        let world = actual(text(said));
        let words = format!(
            "lưu ý[status-in-cell]: chữ `ước` hoặc `dự kiến` ghi chung ô với số; đã đọc là 90, số liệu chưa chính thức\n{HEAD}\n  tìm thấy: `{said}`\n\ncách sửa: lần sau ghi chữ này ở cột tình trạng số liệu, ô số liệu chỉ ghi số"
        );
        read(&world, "45", &format!("lưu ý[estimate-used]: số liệu {state} được dùng để tính điểm"));
        assert_eq!(block(&world.run(&[]), "status-in-cell"), words);
    }
}

#[test]
fn row_50_words_where_a_number_is_expected() {
    let words = format!(
        "lỗi[word-for-number]: ô chỉ ghi có, không hoặc mức đạt, trong khi tiêu chí này chấm theo con số\n{HEAD}\n  tìm thấy: `đạt`\n  cần:      một số theo đơn vị tính `tỷ đồng`\n\ncách sửa: ghi con số vào ô D8; nếu giao ước chấm tiêu chí này theo đạt, không đạt thì dùng quy tắc `pass-fail` hoặc `levels` trong scoring.toml"
    );
    doubt(&actual(text("đạt")), "word-for-number", &words);
    for word in ["x", "có", "v", "Không", "hoàn thành"] {
        doubted(text(word), "word-for-number");
    }
    let rule = "rule = \"proportional\"";
    for word in ["Đạt", "x", "có"] {
        let world = actual(text(word));
        world.scoring(&SCORING.replacen(rule, "rule = \"pass-fail\"", 1).replace("\"plan-register\", ", ""));
        world.remove("chung/dang-ky.xlsx");
        world.run(&[]);
        assert_eq!(mark(&world).1, "50", "{word}");
    }
}

#[test]
fn rows_51_and_52_six_ways_of_no_value_are_six() {
    let state = |cell: Cell| {
        let world = actual(cell);
        let ended = world.run(&[]);
        let row = world.results()["members"][1]["marks"][0].clone();
        let codes: Vec<String> = [
            "missing-value",
            "error-cell",
            "word-for-number",
            "either-of-two",
            "assignment-contradicts",
            "not-arising-not-allowed",
        ]
        .into_iter()
        .filter(|code| ended.stderr.contains(&format!("[{code}]")))
        .map(str::to_owned)
        .collect();
        (
            ended.code,
            codes.join(" "),
            row["mark"].as_str().unwrap_or("none").to_owned(),
            ended.stderr.contains("tìm thấy: `"),
        )
    };
    let missing = |found| (1, "missing-value".to_owned(), "none".to_owned(), found);
    assert_eq!(state(Cell::Blank), missing(false));
    for said in ["-", "–", "N/A", "không có", "...", "…"] {
        assert_eq!(state(text(said)), missing(true), "{said}");
    }
    assert_eq!(state(text("không")).1, "word-for-number");
    assert_eq!(state(text("#N/A")).1, "error-cell");
    assert_eq!(state(text("Không giao")).1, "assignment-contradicts");
    assert_eq!(state(text("Không phát sinh")).1, "not-arising-not-allowed");
    assert_eq!(state(number(0.0)), (0, String::new(), "0".to_owned(), false));
    assert_eq!(state(text("0")).2, "0");
}

#[test]
fn kp_is_a_doubt_until_the_compact_says_what_it_means() {
    let words = format!(
        "lỗi[either-of-two]: chữ `KP` có thể là không được giao, cũng có thể là không phát sinh\n{HEAD}\n  tìm thấy: `KP`\n  cần:      `Không giao` hoặc `Không phát sinh`\n\ncách sửa: ghi rõ trong ô D8; nếu cả cụm, khối dùng một nghĩa thì đặt `kp = \"not-assigned\"` hoặc `kp = \"not-arising\"` ở mục `[inputs]` của scoring.toml"
    );
    doubt(&actual(text("KP")), "either-of-two", &words);
    let arising = "[inputs]\nkp = \"not-arising\"";
    let world = under(("[inputs]", arising), text("KP"));
    let allowed = SCORING.replacen("[inputs]", arising, 1).replacen(
        "rule = \"proportional\"",
        "rule = \"proportional\"\nnot_arising = \"full\"",
        1,
    );
    world.scoring(&allowed);
    read(&world, "50", "");
    let assigned = under(("scale = 100", "scale = 100\nkp = \"not-assigned\""), text("KP")).run(&[]);
    assert!(assigned.stderr.contains("[assignment-contradicts]"), "{}", assigned.stderr);
    let wrong = under(("scale = 100", "scale = 100\nkp = \"gì đó\""), number(90.0)).run(&[]);
    assert!(wrong.code == 2 && wrong.stderr.contains("`not-assigned` (không giao)"), "{}", wrong.stderr);
}

#[test]
fn row_61_numbers_outside_what_can_be() {
    let limits = ("unit = \"tỷ đồng\"", "unit = \"tỷ đồng\"\nleast = 0\nmost = 1000");
    let words = format!(
        "lỗi[outside-limits]: con số nằm ngoài giới hạn mà tiêu chí này có thể có\n{HEAD}\n  tìm thấy: `-90`\n  cần:      từ 0 đến 1.000 tỷ đồng\n\ncách sửa: kiểm tra dấu âm, dấu thập phân và đơn vị tính ở ô D8 rồi gõ lại; nếu con số đúng thì sửa `least`, `most` của tiêu chí trong scoring.toml"
    );
    doubt(&under(limits, number(-90.0)), "outside-limits", &words);
    let above = under(limits, text("1000,5")).run(&[]);
    assert!(above.stderr.contains("lỗi[outside-limits]"), "{}", above.stderr);
    read(&under(limits, number(90.0)), "45", "");
    let counted = ("rule = \"proportional\"", "rule = \"count\"\nparams = { points = 1, limit = 50 }");
    for no_count in [-1.0, 1.5] {
        let ended = under(counted, number(no_count)).run(&[]);
        assert!(ended.code == 1 && ended.stderr.contains("lỗi[number-out-of-range]"), "{}", ended.stderr);
    }
    let reversed = under(("unit = \"tỷ đồng\"", "unit = \"tỷ đồng\"\nleast = 2\nmost = 1"), number(90.0)).run(&[]);
    assert!(reversed.code == 2 && reversed.stderr.contains("một số không nhỏ hơn `least`"), "{}", reversed.stderr);
    for far in [1e16, -1e16] {
        doubted(number(far), "number-out-of-range");
    }
}

#[test]
fn row_62_true_or_false_where_a_number_is_expected() {
    let world = World::whole();
    let path = world.root.join("inputs/k1/hai.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Bảng tự chấm").unwrap();
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tối đa", "Điểm khối chấm"];
    sheet.write_string(0, 0, "Tên đơn vị: Đơn vị Hai").unwrap();
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(6, column, head).unwrap();
    }
    sheet.write_string(7, 0, "I.1").unwrap().write_string(7, 1, "Thu ngân sách").unwrap();
    sheet.write_boolean(7, 3, true).unwrap();
    sheet.write_string(8, 0, "I.2").unwrap().write_string(8, 1, "Giải ngân").unwrap().write_number(8, 3, 100).unwrap();
    sheet.write_string(9, 0, "II.1").unwrap().write_string(9, 1, "Tuyên truyền").unwrap();
    sheet.write_number(9, 5, 15).unwrap();
    book.save(path).unwrap();
    let words = format!(
        "lỗi[word-for-number]: ô chỉ ghi có, không hoặc mức đạt, trong khi tiêu chí này chấm theo con số\n{HEAD}\n  tìm thấy: `TRUE`\n  cần:      một số theo đơn vị tính `tỷ đồng`\n\ncách sửa: ghi con số vào ô D8; nếu giao ước chấm tiêu chí này theo đạt, không đạt thì dùng quy tắc `pass-fail` hoặc `levels` trong scoring.toml"
    );
    doubt(&world, "word-for-number", &words);
}

#[test]
fn marks_as_text() {
    let marked = |said: Cell| with(number(90.0), move |form| form[3][5] = said.clone());
    for (said, mark) in [("15,5", "15.5"), ("15.5", "15.5"), ("15.000", "15"), ("12 điểm", "12")] {
        let world = marked(text(said));
        let ended = world.run(&[]);
        let given = world.results()["members"][1]["marks"][2]["mark"].clone();
        assert_eq!((ended.code, given.as_str()), (0, Some(mark)), "{said}: {}", ended.stderr);
        let noted = ["lưu ý[number-as-text]", "lưu ý[unit-in-cell]"].iter().any(|note| ended.stderr.contains(note));
        assert!(noted, "{said}: {}", ended.stderr);
    }
    for (said, code) in [
        ("trên 15", "inexact-number"),
        ("21", "mark-out-of-range"),
        ("-1", "mark-out-of-range"),
        ("KP", "either-of-two"),
    ] {
        let ended = marked(text(said)).run(&[]);
        assert!(ended.code == 1 && ended.stderr.contains(&format!("lỗi[{code}]")), "{said}: {}", ended.stderr);
    }
}

#[test]
fn a_stated_total_that_is_not_the_sum() {
    let total = |value: f64| {
        let mut row = vec![text(""), text("TỔNG CỘNG (I+II)")];
        row.extend([Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank, number(100.0), number(value)]);
        wide_world(&first("tỷ đồng", number(100.0), number(90.0), number(90.0)), &[row]).run(&[])
    };
    let ended = total(96.0);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let words = "lưu ý[stated-sum]: dòng tổng ghi khác tổng các điểm của cột (95)\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô H10 (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  tìm thấy: `96`\n\ncách sửa: xem lại các điểm trong cột và ô H10; chương trình tính theo điểm của từng tiêu chí";
    assert_eq!(block(&ended, "stated-sum"), words);
    assert!(!total(95.0).stderr.contains("stated-sum"));
    assert!(!total(95.004).stderr.contains("stated-sum"));
}

#[test]
fn a_stated_ratio_that_is_not_actual_by_plan() {
    let stated = |ratio: Cell| wide_world(&first("tỷ đồng", number(100.0), number(93.35), ratio), &[]).run(&[]);
    let ended = stated(text("95,33%"));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let words = "lưu ý[stated-ratio]: tỷ lệ ghi trong ô không khớp với kế hoạch và thực hiện (tính ra 93,35%)\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô F6 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `95,33%`\n\ncách sửa: xem lại kế hoạch, thực hiện và tỷ lệ; chương trình tính theo kế hoạch và thực hiện";
    assert_eq!(block(&ended, "stated-ratio"), words);
    for right in [text("93,35%"), text("93,4"), text("93,4%"), text("93"), number(93.35), number(0.9335), number(93.4)]
    {
        assert!(!stated(right.clone()).stderr.contains("stated-ratio"), "{right:?}");
    }
    for wrong in [text("93,2%"), text("93,36%"), text("94"), text("0,93%"), number(9335.0), number(93.36)] {
        assert!(stated(wrong.clone()).stderr.contains("stated-ratio"), "{wrong:?}");
    }
}

#[test]
fn a_maximum_that_is_not_the_compacts() {
    let mut row = first("tỷ đồng", number(100.0), number(90.0), number(90.0));
    row[6] = number(60.0);
    let ended = wide_world(&row, &[]).run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let words = "lưu ý[maximum-stated-otherwise]: điểm chuẩn ghi trong bảng khác giao ước; tính theo giao ước\n  --> inputs/k1/hai.xlsx, trang `Tự chấm`, ô G6 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `60`\n  cần:      50 điểm\n\ncách sửa: sửa ô G6 thành 50; nếu giao ước đã đổi thì sửa `maximum` trong scoring.toml";
    assert_eq!(block(&ended, "maximum-stated-otherwise"), words);
}

#[test]
fn a_value_unchanged_from_last_year() {
    let change = ("rule = \"proportional\"", "rule = \"growth\"\nparams = { target = \"10%\" }");
    let told = |this: f64, before: f64| {
        let world = World::whole();
        for (file, member, of_the_year) in [("k1/mot", "Đơn vị Một", 110.0), ("k1/hai", "Đơn vị Hai", this)] {
            let mut form = rows(of_the_year);
            let last_year =
                [text("I.1:previous"), text("Cùng kỳ"), Cell::Blank, number(before), Cell::Blank, Cell::Blank];
            form.insert(1, last_year);
            world.form(file, "k1", member, &form);
        }
        world.scoring(&SCORING.replacen(change.0, change.1, 1));
        world.run(&[])
    };
    let words = format!(
        "lưu ý[unchanged-from-before]: số năm nay bằng đúng số kỳ trước; có thể chép lại số cũ\n{HEAD}\n  tìm thấy: `1234.5`\n\ncách sửa: xem lại ô D8; nếu đúng thì không cần làm gì"
    );
    assert_eq!(block(&told(1234.5, 1234.5), "unchanged-from-before"), words);
    for (this, before) in [(1234.5, 1234.6), (50.0, 50.0), (0.0, 0.0)] {
        assert!(!told(this, before).stderr.contains("unchanged-from-before"), "{this} {before}");
    }
}

#[test]
fn a_file_of_another_compact() {
    let world = World::whole();
    let strange: Vec<FormRow> = (1..=5)
        .map(|row| {
            let label = format!("Chỉ tiêu y tế {row}");
            [text(&row.to_string()), text(&label), number(10.0), number(9.0), number(5.0), Cell::Blank]
        })
        .chain([rows(90.0)[1].clone()])
        .collect();
    world.form("k1/hai", "k1", "Đơn vị Hai", &strange);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let words = "lỗi[other-compact]: bảng này theo giao ước khác: chỉ 1 trong 6 dòng có số liệu là tiêu chí của giao ước mà đơn vị đã ký\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm` (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  cần:      Bảng tự chấm điểm theo giao ước của cụm, khối\n\ncách sửa: xin đơn vị gửi bảng đúng giao ước (mẫu trống: `thidua form`); nếu bảng đúng thì kiểm tra `compact` của cụm, khối trong scoring.toml";
    assert_eq!(block(&ended, "other-compact"), words);
    assert!(ended.stderr.contains("[nothing-handed-in]") && !ended.stderr.contains("[row-not-of-the-compact]"));
    let english = world.run(&["--lang", "en"]).stderr;
    assert!(english.contains("error[other-compact]") && english.contains("only 1 of its 6 rows"), "{english}");
}

#[test]
fn members_that_handed_in_nothing_are_listed() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.remove("k2/bon.xlsx");
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1);
    let listed: Vec<_> = ended.stderr.match_indices("lỗi[nothing-handed-in]: đơn vị chưa gửi tệp nào").collect();
    assert_eq!(listed.len(), 2, "{}", ended.stderr);
    assert!(ended.stderr.contains("đơn vị `Đơn vị Hai`") && ended.stderr.contains("đơn vị `Đơn vị Bốn`"));
}
