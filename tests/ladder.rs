//! The ladder of awards as data: shares and their arithmetic, certificates of merit, awards that exclude or presuppose
//! each other, leaders of different blocs compared, and the seat of a leader that is not considered.

use std::fmt::Write as _;

use serde_json::Value;

use crate::harness::{Cell, SCORING, World, number, rows, text};

/// A world of so many blocs of two members, of one criterion marked by the bloc; the second of each has too few points.
fn blocs(count: usize, awards: &str) -> World {
    let world = World::empty();
    let mut scoring = "schema = 1\nyear = 2023\nperiod = \"year\"\nas_of = 2023-12-15\nissuer = \"UBND tỉnh Mẫu\"\n\
        stages = [\"cross\"]\ncounts = \"stages\"\nrounding = { criterion = 2, total = 2 }\nnot_assigned = \"keep\"\n\
        ties = { rank = \"competition\", on = \"rounded\", break_by = [] }\noutputs = [\"ket-qua\"]\n\
        [[compact]]\nid = \"c\"\ntitle = \"Giao ước\"\nscale = 100\n[[compact.field]]\nid = \"I\"\nname = \"Chung\"\nmaximum = 100\n\
        [[compact.criterion]]\nid = \"I.1\"\nfield = \"I\"\nname = \"Nội dung\"\nmaximum = 100\nrule = \"entered\"\n"
        .to_owned();
    for bloc in 0..count {
        write!(
            scoring,
            "[[bloc]]\nid = \"k{bloc}\"\nname = \"Khối {bloc}\"\nkind = \"bloc\"\ncompact = \"c\"\n\
             member = [{{ name = \"A{bloc}\" }}, {{ name = \"B{bloc}\" }}]\n"
        )
        .unwrap();
        let mut table = vec![["Đơn vị", "I.1. Nội dung"].map(text).to_vec(), vec![Cell::Blank, text("Điểm khối chấm")]];
        let better = 99.0 - f64::from(u32::try_from(bloc).unwrap()) / 10.0;
        table.push(vec![text(&format!("A{bloc}")), number(better)]);
        table.push(vec![text(&format!("B{bloc}")), number(50.0)]);
        world.sheet(&format!("k{bloc}/bang.xlsx"), "Bảng tổng hợp", &table);
    }
    let all: Vec<_> = (0..count).map(|bloc| format!("\"k{bloc}\"")).collect();
    world.scoring(&format!("{scoring}{}", awards.replace("ALL", &format!("[{}]", all.join(", ")))));
    world
}

const PROVINCE: &str = "[[award]]\nid = \"tinh\"\ntitle = \"Cờ thi đua của UBND tỉnh\"\napplies_to = ALL\nseats = [{ n = 1 }]\n\
    requires = { share_of_scale = \"9/10\" }\n";

fn government(seats: usize, base: &str, rounding: &str) -> String {
    format!(
        "{PROVINCE}[[award]]\nid = \"cp\"\ntitle = \"Cờ thi đua của Chính phủ\"\nfrom = \"tinh\"\nseats = [{{ n = {seats} }}]\n\
         share = \"1/5\"\nbase = \"{base}\"\nrounding = \"{rounding}\"\nbasis = \"Nghị định 91/2017/NĐ-CP, Điều 11\"\n"
    )
}

/// The arithmetic of the share, and whether it is a warning.
fn share(count: usize, seats: usize, base: &str, rounding: &str) -> (String, bool) {
    let world = blocs(count, &government(seats, base, rounding));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let results = world.results();
    let made = results["proposals"].as_array().unwrap();
    let proposed = made.iter().filter(|own| own["award"] == "cp" && own["proposed"] == true).count();
    assert_eq!(proposed, seats, "never a silent cut");
    let said = results["shares"][0]["sentence"]["vi"].as_str().unwrap().to_owned();
    (said, ended.stderr.contains("lưu ý[share-exceeded]"))
}

#[test]
fn thirteen_government_flags_of_48_against_a_share_of_20_percent() {
    let basis = "[Nghị định 91/2017/NĐ-CP, Điều 11]";
    for (base, of, rounding, said) in [
        ("proposed", "27,1% của 48 tập thể được đề nghị", "down", "tương ứng 9 (làm tròn xuống)"),
        ("proposed", "27,1% của 48 tập thể được đề nghị", "nearest", "tương ứng 10 (làm tròn đến số gần nhất)"),
        ("standing", "27,1% của 48 tập thể đạt tiêu chuẩn", "up", "tương ứng 10 (làm tròn lên)"),
    ] {
        let over = if rounding == "down" { 4 } else { 3 };
        let sentence =
            format!("Đề nghị 13, bằng {of}; mức quy định 1/5 {said} {basis}; vượt {over}, trình Hội đồng xem xét");
        assert_eq!(share(48, 13, base, rounding), (sentence, true));
    }
    // of all 96 member units the share is 19
    let (said, warned) = share(48, 13, "members", "down");
    let sentence = format!(
        "Đề nghị 13, bằng 13,5% của 96 đơn vị thành viên; mức quy định 1/5 tương ứng 19 (làm tròn xuống) {basis}"
    );
    assert_eq!((said, warned), (sentence, false));
}

#[test]
fn five_government_flags_of_24() {
    let basis = "[Nghị định 91/2017/NĐ-CP, Điều 11]";
    let head = "Đề nghị 5, bằng 20,8% của 24 tập thể được đề nghị; mức quy định 1/5 tương ứng";
    let down = format!("{head} 4 (làm tròn xuống) {basis}; vượt 1, trình Hội đồng xem xét");
    assert_eq!(share(24, 5, "proposed", "down"), (down, true));
    for (rounding, said) in [("nearest", "làm tròn đến số gần nhất"), ("up", "làm tròn lên")] {
        assert_eq!(share(24, 5, "proposed", rounding), (format!("{head} 5 ({said}) {basis}"), false));
    }
}

fn proposals(world: &World, award: &str) -> Vec<(String, bool, Vec<String>)> {
    let results = world.results();
    let list = results["proposals"].as_array().unwrap();
    let texts = |own: &Value| -> Vec<String> {
        own["reasons"].as_array().unwrap().iter().map(|said| said["vi"].as_str().unwrap().to_owned()).collect()
    };
    let of = list.iter().filter(|own| own["award"] == award);
    of.map(|own| (own["member"].as_str().unwrap().to_owned(), own["proposed"] == true, texts(own))).collect()
}

fn statements(world: &World, lang: &str) -> Vec<String> {
    let results = world.results();
    let list = results["statements"].as_array().unwrap().clone();
    list.iter().map(|own| own["sentence"][lang].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_certificate_of_merit_goes_to_the_next_in_rank_or_to_a_share() {
    let certificate = |seats: &str| {
        SCORING.to_owned()
            + &format!(
                "\n[[award]]\nid = \"bk\"\ntitle = \"Bằng khen\"\napplies_to = [\"k1\"]\nexcludes = [\"co\"]\n{seats}\n\
                 requires = {{ share_of_scale = \"4/5\" }}\n"
            )
    };
    let world = World::whole();
    world.scoring(&certificate("seats = [{ n = 1 }]"));
    assert_eq!(world.run(&[]).code, 0);
    // k1: 94, 90, 85 points; the first has the flag
    let made = proposals(&world, "bk");
    assert_eq!(
        made,
        [("Đơn vị Hai".to_owned(), true, vec!["tổng điểm 90 ≥ 80 (mức yêu cầu trên thang 100 điểm)".to_owned()])]
    );
    // two thirds of 3 members: 2 seats
    world.scoring(&certificate("share = \"2/3\"\nbase = \"members\"\nrounding = \"down\""));
    assert_eq!(world.run(&[]).code, 0);
    let made: Vec<_> = proposals(&world, "bk").into_iter().map(|(member, proposed, _)| (member, proposed)).collect();
    assert_eq!(made, [("Đơn vị Hai".to_owned(), true), ("Đơn vị Ba".to_owned(), true)]);
}

#[test]
fn awards_presuppose_each_other_and_a_new_one_is_configuration_alone() {
    let world = World::whole();
    let scoring = SCORING.replace(
        "[[award]]\nid = \"co\"",
        "[[award]]\nid = \"ttldxs\"\ntitle = \"Tập thể lao động xuất sắc\"\napplies_to = [\"k1\", \"k2\"]\nshare = \"1/1\"\n\
         base = \"standing\"\nrounding = \"down\"\nrequires = { share_of_scale = \"19/20\" }\n\n[[award]]\nid = \"co\"",
    );
    world.scoring(&scoring.replace("when_ineligible", "presupposes = [\"ttldxs\"]\nwhen_ineligible"));
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(proposals(&world, "ttldxs"), []);
    let (member, proposed, reasons) = &proposals(&world, "co")[0];
    assert_eq!((member.as_str(), *proposed), ("Đơn vị Một", false));
    assert_eq!(reasons[0], "chưa được đề nghị Tập thể lao động xuất sắc");
    world.scoring(
        &scoring.replace("19/20", "9/10").replace("when_ineligible", "presupposes = [\"ttldxs\"]\nwhen_ineligible"),
    );
    assert_eq!(world.run(&[]).code, 0);
    let (member, proposed, reasons) = &proposals(&world, "co")[0];
    assert_eq!(
        (member.as_str(), *proposed, reasons[0].as_str()),
        ("Đơn vị Một", true, "được đề nghị Tập thể lao động xuất sắc")
    );
}

#[test]
fn leaders_whose_compacts_differ_are_compared_by_the_share_of_their_scale() {
    let world = World::whole();
    // k2's compact has a scale of 50: its leader's 42.5 are 85 %, less than the 94 % of k1's leader
    let second = SCORING
        .split("[[compact]]")
        .nth(1)
        .unwrap()
        .split("[[compact.class]]")
        .next()
        .unwrap()
        .replace("id = \"nho\"", "id = \"nua\"")
        .replace("scale = 100", "scale = 50")
        .replace("maximum = 80", "maximum = 40")
        .replace("maximum = 20", "maximum = 10")
        .replace("maximum = 50", "maximum = 25")
        .replace("maximum = 30", "maximum = 15");
    let scoring = SCORING
        .replacen("[[compact.class]]", "[[compact.class]]\nname = \"Đạt\"\nat_least = 95\n\n[[compact.class]]", 1)
        .replace("[[bloc]]\nid = \"k1\"", &format!("[[compact]]{second}\n[[bloc]]\nid = \"k1\""))
        .replace(
            "name = \"Khối hai\"\nkind = \"bloc\"\ncompact = \"nho\"",
            "name = \"Khối hai\"\nkind = \"bloc\"\ncompact = \"nua\"",
        );
    let mut halves = rows(70.0);
    halves[3][5] = number(7.5);
    for row in &mut halves {
        row[4] = Cell::Blank;
    }
    world.form("k2/bon", "k2", "Đơn vị Bốn", &halves);
    let mut fewer = halves.clone();
    fewer[0][3] = number(50.0);
    world.form("k2/mot", "k2", "Đơn vị Một", &fewer);
    let among = |compare: &str| {
        format!(
            "{scoring}\n[[award]]\nid = \"cp\"\ntitle = \"Cờ Chính phủ\"\nfrom = \"co\"\nshare = \"1/2\"\nbase = \"proposed\"\n\
             rounding = \"down\"\n{compare}"
        )
    };
    world.scoring(&among(""));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let made: Vec<_> = proposals(&world, "cp")
        .into_iter()
        .map(|(member, proposed, reasons)| (member, proposed, reasons[0].clone()))
        .collect();
    let said = |member: &str, proposed: bool, reason: &str| (member.to_owned(), proposed, reason.to_owned());
    assert_eq!(
        made,
        [said("Đơn vị Một", true, "đạt 94,00% thang điểm"), said("Đơn vị Bốn", false, "đạt 80,00% thang điểm")]
    );
    world.scoring(&among("compare = \"total\""));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("`share-of-scale`, vì các giao ước không cùng một thang điểm"), "{}", ended.stderr);
}

#[test]
fn leaders_that_are_equal_at_the_cut_are_for_the_council_to_decide() {
    let world = blocs(3, &government(1, "proposed", "up"));
    for bloc in 0..3 {
        let mut table = vec![["Đơn vị", "I.1. Nội dung"].map(text).to_vec(), vec![Cell::Blank, text("Điểm khối chấm")]];
        table.push(vec![text(&format!("A{bloc}")), number(if bloc == 2 { 91.0 } else { 95.0 })]);
        table.push(vec![text(&format!("B{bloc}")), number(50.0)]);
        world.sheet(&format!("k{bloc}/bang.xlsx"), "Bảng tổng hợp", &table);
    }
    assert_eq!(world.run(&[]).code, 0);
    let made = proposals(&world, "cp");
    for index in 0..2 {
        let tied = "Đồng điểm - đề nghị hội nghị bỏ phiếu: 2 đơn vị ngang nhau cho 1 suất";
        assert_eq!((made[index].1, made[index].2.last().unwrap().as_str()), (false, tied), "{made:?}");
    }
    assert!(made.iter().all(|(_, proposed, _)| !proposed));
}

#[test]
fn the_seat_of_a_leader_that_is_not_considered_in_words_to_be_read_out() {
    let world = World::whole();
    world.opinions(&[("k1", "Đơn vị Một", "đã kết luận")]);
    let why = "Đơn vị Một xếp thứ 1 nhưng chưa đề nghị tặng Cờ thi đua. Lý do: Không xét: vệ sinh an toàn thực phẩm \
               (Sở Y tế, văn bản số 12/SYT ngày 05/12/2023; đã kết luận).";
    world.ballot(&[("k1", "Đơn vị Hai", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(statements(&world, "vi"), [format!("{why} Theo giao ước, suất này chuyển cho Đơn vị Hai, xếp thứ 2.")]);
    assert_eq!(
        statements(&world, "en")[0].split(". ").last(),
        Some("By the compact the seat passes to Đơn vị Hai, placed 2.")
    );
    world.scoring(&SCORING.replace("when_ineligible = \"pass\"", "when_ineligible = \"empty\""));
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(statements(&world, "vi"), [format!("{why} Theo giao ước, suất này để trống.")]);
    assert_eq!(proposals(&world, "co").iter().filter(|(_, proposed, _)| *proposed).count(), 1);
    // nobody else reaches what the award asks for
    world.scoring(&SCORING.replace("bloc_vote = \"2/3\"", "share_of_scale = \"24/25\""));
    assert_eq!(world.run(&[]).code, 0);
    let last = "Theo giao ước, suất này chuyển cho đơn vị kế tiếp, nhưng không còn đơn vị nào đủ điều kiện.";
    assert!(statements(&world, "vi").iter().all(|said| said.ends_with(last)), "{:?}", statements(&world, "vi"));
}
