//! `init --from`: score tables of three offices become a scoring.toml of their tree, names and maxima, and it runs.

mod data;
mod layout;
mod members;
mod random;
mod shipped;
mod tables;
mod wording;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::harness::{Ended, World};
use data::{Line, canonical, decimal, lines, outline, outline_of};

const CLUSTER: &str = include_str!("data/draft/cum-tinh.csv");
const BLOC: &str = include_str!("data/draft/khoi-vhxh.csv");
const OFFICES: &str = include_str!("data/draft/co-quan.csv");

/// A folder with nothing but this file in it.
fn folder(file: &str, bytes: &[u8]) -> World {
    let world = World::empty();
    std::fs::remove_file(world.root.join("scoring.toml")).unwrap();
    std::fs::write(world.root.join(file), bytes).unwrap();
    world
}

fn scoring(world: &World) -> String {
    std::fs::read_to_string(world.root.join("scoring.toml")).unwrap()
}

fn parsed(world: &World) -> toml::Table {
    toml::from_str(&scoring(world)).unwrap()
}

fn drafted(file: &str, bytes: &[u8]) -> (World, Ended) {
    let world = folder(file, bytes);
    let ended = world.run(&["init", "--from", file]);
    (world, ended)
}

/// Tree, names and maxima are those of the data; the linter finds nothing; forms are made and a run gives the totals.
fn becomes_a_compact(file: &str, bytes: &[u8], data: &[Line]) -> World {
    assert!(data.iter().filter(|line| line.is_criterion()).count() >= 40);
    assert!(data.iter().map(|line| line.depth).max() >= Some(2));
    let (world, ended) = drafted(file, bytes);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let compact = &parsed(&world)["compact"][0];
    assert_eq!(outline_of(compact), outline(data), "{}", scoring(&world));
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    assert_eq!(
        world.files("outputs/bieu-mau-2023-year").iter().filter(|(name, _)| name.starts_with("khoi-1/")).count(),
        3
    );
    std::fs::remove_dir_all(world.root.join("outputs")).unwrap();
    let (ended, totals) = members::run(&world);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(totals, expected(data, compact), "{}", ended.stderr);
    world
}

/// The totals of the three members by the data: all points and the cap of the bonus; less one event of each penalty; less
/// every mark that people give.
fn expected(data: &[Line], compact: &toml::Value) -> Vec<String> {
    let top = |kind: &str| -> Decimal {
        data.iter().filter(|line| line.depth == 0 && line.kind == kind).map(|line| line.maximum).sum()
    };
    let all = top("scale") + top("bonus");
    let penalties = data.iter().filter(|line| line.is_criterion() && line.kind == "penalty");
    let event =
        |line: &Line| decimal(&toml::from_str::<toml::Table>(&format!("x = {}", line.params)).unwrap()["x"]["penalty"]);
    let entered = compact["criterion"].as_array().unwrap().iter().filter(|own| own["rule"].as_str() == Some("entered"));
    let given: Decimal = entered.map(|own| decimal(&own["maximum"])).sum();
    [all, all - penalties.map(event).sum::<Decimal>(), all - given].map(|total| total.normalize().to_string()).to_vec()
}

#[test]
fn a_table_with_two_heading_rows_and_numbers_such_as_1_a() {
    let data = lines(CLUSTER);
    let world = becomes_a_compact("bang-diem.xlsx", &layout::first(&data), &data);
    let scoring = parsed(&world);
    assert_eq!(scoring["year"].as_integer(), Some(2023));
    assert_eq!(scoring["issuer"].as_str(), Some("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"));
    assert_eq!(scoring["parent"].as_str(), Some("ỦY BAN NHÂN DÂN TỈNH MẪU"));
    let title = "BẢNG TIÊU CHÍ VÀ THANG ĐIỂM THI ĐUA NĂM 2023 CỤM THI ĐUA CÁC TỈNH MẪU";
    assert_eq!(scoring["compact"][0]["title"].as_str(), Some(title));
    assert_eq!(scoring["bloc"][0]["name"].as_str(), Some("CỤM THI ĐUA CÁC TỈNH MẪU"));
    assert_eq!(scoring["bloc"][0]["kind"].as_str(), Some("cluster"));
}

#[test]
fn a_table_from_column_d_with_points_as_text_and_parts_beyond_the_scale() {
    let data = lines(BLOC);
    let world = becomes_a_compact("giao-uoc.xlsx", &layout::second(&data), &data);
    let ids: Vec<String> = parsed(&world)["compact"][0]["criterion"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!((ids[0].as_str(), ids[9].as_str(), ids.last().unwrap().as_str()), ("A.I.1.a", "A.II.1.a", "C.2"));
}

#[test]
fn a_table_of_numbers_such_as_1_2_3_with_merged_fields_and_no_wording() {
    let data = lines(OFFICES);
    let from_ods = becomes_a_compact("bang-diem.ods", &layout::third_ods(&data), &data);
    let from_csv = becomes_a_compact("bang-diem.csv", &layout::third_csv(&data), &data);
    assert_eq!(parsed(&from_ods)["compact"], parsed(&from_csv)["compact"]);
}

/// What is proposed from the words of the documents against the rules that the documents give: right, left to people,
/// wrong.
fn proposals(file: &str, bytes: &[u8], data: &[Line]) -> [Vec<String>; 3] {
    let (world, _) = drafted(file, bytes);
    let scoring = parsed(&world);
    let found = scoring["compact"][0]["criterion"].as_array().unwrap();
    let mut sorted: [Vec<String>; 3] = Default::default();
    for (line, own) in data.iter().filter(|line| line.is_criterion()).zip(found) {
        let rule = own["rule"].as_str().unwrap();
        let params = own.get("params").map(canonical).unwrap_or_default();
        let given = if line.params.is_empty() {
            String::new()
        } else {
            canonical(&toml::from_str::<toml::Table>(&format!("x = {}", line.params)).unwrap()["x"])
        };
        let same = rule == line.rule && (given.is_empty() || given == params);
        let place = if same {
            0
        } else if rule == "entered" {
            1
        } else {
            2
        };
        sorted[place].push(format!("{}: {} {given}, not {rule} {params}", line.name, line.rule));
        assert_eq!(own.get("guide").and_then(toml::Value::as_str).unwrap_or_default(), line.guide);
        assert_eq!(own.get("unit").and_then(toml::Value::as_str).unwrap_or_default(), line.unit);
    }
    sorted
}

#[test]
fn no_proposed_rule_is_another_than_the_document_gives() {
    let (cluster, bloc) = (lines(CLUSTER), lines(BLOC));
    let [right, left, wrong] = proposals("a.xlsx", &layout::first(&cluster), &cluster);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!((right.len(), left.len()), (32, 8), "{left:#?}");
    let [right, left, wrong] = proposals("b.xlsx", &layout::second(&bloc), &bloc);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!((right.len(), left.len()), (42, 1), "{left:#?}");
}

#[test]
fn every_guess_is_marked_and_every_doubt_says_why() {
    let data = lines(BLOC);
    let (world, ended) = drafted("b.xlsx", &layout::second(&data));
    let text = scoring(&world);
    let criteria = data.iter().filter(|line| line.is_criterion()).count();
    let marked = text.lines().filter(|line| line.starts_with("# ĐỀ XUẤT") || line.starts_with("# CHƯA RÕ")).count();
    assert_eq!(marked, criteria, "{text}");
    let said: BTreeMap<&str, &str> = BTreeMap::from([
        ("Số hội nghị tập huấn nghiệp vụ đã tổ chức", "chưa rõ được tính nhiều nhất bao nhiêu lần"),
        ("Tỷ lệ hộ nghèo của địa bàn giúp đỡ", "tiêu chí này càng thấp càng tốt"),
        ("Thời gian giải quyết văn bản", "các mức trong lời chấm còn hở"),
        ("Tỷ lệ cán bộ được bồi dưỡng", "số điểm trong lời chấm không khớp điểm chuẩn"),
        ("Thực hiện quy chế phối hợp", "chưa hiểu chắc câu “Thực hiện tốt theo quy định tại 2 quy chế”"),
        ("Công khai tài chính, tài sản", "bảng không ghi cách chấm"),
    ]);
    for (name, why) in said {
        let block =
            text.split("[[compact.criterion]]").find(|block| block.contains(&format!("name = \"{name}\""))).unwrap();
        let doubt = block.replace("\n#  ", "");
        assert!(doubt.contains("# CHƯA RÕ") && doubt.contains(why), "{name}: {block}");
        assert!(block.contains("rule = \"entered\""), "{block}");
    }
    for part in [
        "đã lập scoring.toml từ bảng điểm: 43 tiêu chí",
        "quy tắc đề xuất theo lời chấm:",
        "chưa rõ, để người chấm ghi điểm:",
        "việc tiếp theo:",
    ] {
        assert!(ended.stderr.contains(part), "{part}\n{}", ended.stderr);
    }
}
