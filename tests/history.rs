//! Ranks and totals of earlier years, read from the results of those years, across mergers and new names.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::harness::{Ended, SCORING, World, rows};

/// The ten members of the cluster of 2023, as they stood in the results of a year, with their totals of 1,000.
const TEN: [(&str, &str); 10] = [
    ("Tỉnh Bình Định", "970.5"),
    ("Tỉnh Kon Tum", "905.25"),
    ("Tỉnh Quảng Ngãi", "950"),
    ("Tỉnh Quảng Nam", "930"),
    ("Tỉnh Đắk Lắk", "900"),
    ("Tỉnh Phú Yên", "880"),
    ("Tỉnh Khánh Hòa", "965"),
    ("Tỉnh Gia Lai", "870"),
    ("Tỉnh Đắk Nông", "860"),
    ("Tỉnh Lâm Đồng", "940"),
];

/// The six that came out of them and of five others, with those.
const SIX: &str = "member = [
  { name = \"Tỉnh Quảng Ngãi\", predecessors = [\"Tỉnh Quảng Ngãi\", \"Tỉnh Kon Tum\"] },
  { name = \"Tỉnh Gia Lai\", predecessors = [\"Tỉnh Gia Lai\", \"Tỉnh Bình Định\"] },
  { name = \"Tỉnh Đắk Lắk\", predecessors = [\"Tỉnh Đắk Lắk\", \"Tỉnh Phú Yên\"] },
  { name = \"Tỉnh Lâm Đồng\", predecessors = [\"Tỉnh Lâm Đồng\", \"Tỉnh Đắk Nông\", \"Tỉnh Bình Thuận\"] },
  { name = \"Tỉnh Khánh Hòa\", predecessors = [\"Tỉnh Khánh Hòa\", \"Tỉnh Ninh Thuận\"] },
  { name = \"Thành phố Đà Nẵng\", predecessors = [\"Thành phố Đà Nẵng\", \"Tỉnh Quảng Nam\"] },
]";

/// A bloc of an earlier year: id, name, members with their totals.
type Earlier<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A ket-qua.json of blocs with their members in order; equal totals share nothing here.
fn results(year: u16, scale: &str, blocs: &[Earlier]) -> String {
    let bloc = |(id, name, members): &Earlier| {
        let mut order: Vec<_> = members.to_vec();
        order.sort_by_key(|(_, total)| std::cmp::Reverse(total.parse::<Decimal>().unwrap()));
        let standing = |(index, (member, total)): (usize, &(&str, &str))| json!({ "member": member, "rank": index + 1, "total": total, "tie": "alone", "class": null });
        let standings: Vec<_> = order.iter().enumerate().map(standing).collect();
        json!({ "id": id, "name": name, "compact": "c", "provisional": false, "standings": standings })
    };
    let blocs: Vec<_> = blocs.iter().map(bloc).collect();
    json!({
        "schema": 1, "year": year, "period": "year", "compacts": [{ "id": "c", "scale": scale }], "blocs": blocs,
    })
    .to_string()
}

fn put(world: &World, file: &str, text: &str) {
    let path = world.root.join("lich-su").join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// scoring.toml with the folder of earlier results, and other members in the first bloc.
fn scoring(year: u16, members: Option<&str>) -> String {
    let own = "member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Hai\", aliases = [\"ĐV Hai\"] }, { name = \"Đơn vị Ba\" }]";
    assert!(SCORING.contains(own));
    SCORING
        .replacen("[inputs]", "history = \"lich-su\"\n\n[inputs]", 1)
        .replace("year = 2023", &format!("year = {year}"))
        .replace("2023-12-15", &format!("{year}-12-15"))
        .replace(own, members.unwrap_or(own))
}

/// What stands in ket-qua.json of a member: per entry the year, the name, whether it is a former unit, rank of how
/// many, total and share of the scale.
fn years(results: &Value, name: &str) -> Vec<String> {
    let history = results["history"].as_array().unwrap();
    let member = history.iter().find(|entry| entry["member"] == name).unwrap();
    let shown = |past: &Value| {
        let text = |key: &str| past[key].as_str().unwrap_or("-").to_owned();
        let former = if past["predecessor"] == true { "former" } else { "own" };
        let (rank, members) = (&past["rank"], &past["members"]);
        format!("{} {} {former} {rank}/{members} {} {}", past["year"], text("name"), text("total"), text("share"))
    };
    member["years"].as_array().unwrap().iter().map(shown).collect()
}

/// A world whose members are those of 2023 in all but the first bloc, run in a year.
fn run(world: &World, scoring: &str, year: u16) -> (Ended, Value) {
    world.scoring(scoring);
    let ended = world.run(&[]);
    let path = world.root.join(format!("outputs/{year}-tong-ket/du-lieu-may/ket-qua.json"));
    let text = fs::read(path).unwrap_or_else(|_| panic!("{}", ended.stderr));
    (ended, serde_json::from_slice(&text).unwrap())
}

fn sheet(world: &World, year: u16) -> Vec<Vec<String>> {
    let path = world.root.join(format!("outputs/{year}-tong-ket/k1/xep-hang_k1_{year}.xlsx"));
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range("Kết quả các năm").unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn ten_members_of_2023_stand_beside_the_six_that_came_out_of_them() {
    let world = World::empty();
    let outside = [("Thành phố Đà Nẵng", "955"), ("Tỉnh Ninh Thuận", "800")];
    put(&world, "2023.json", &results(2023, "1000", &[("k1", "Cụm mười tỉnh", &TEN), ("k9", "Cụm khác", &outside)]));
    let after = [("Tỉnh Quảng Ngãi", "91.5"), ("Tỉnh Gia Lai", "95")];
    put(&world, "2025/du-lieu-may/ket-qua.json", &results(2025, "100", &[("k1", "Cụm sáu tỉnh", &after)]));
    put(&world, "2025/du-lieu-may/manifest.json", "{\"schema\":1}");
    for (file, member, actual) in [("quang-ngai", "Tỉnh Quảng Ngãi", 98.0), ("gia-lai", "Tỉnh Gia Lai", 90.0)] {
        world.form_of_year(2026, &format!("k1/{file}"), "k1", member, &rows(actual));
    }
    world.register_of(100.0, &["Tỉnh Quảng Ngãi", "Tỉnh Gia Lai"]);
    let (ended, found) = run(&world, &scoring(2026, Some(SIX)), 2026);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    // 950 is the fourth of ten and 905.25 the sixth; the merged province has no rank of its own before 2025
    assert_eq!(
        years(&found, "Tỉnh Quảng Ngãi"),
        [
            "2023 Tỉnh Quảng Ngãi own 3/10 950 0.95",
            "2023 Tỉnh Kon Tum former 6/10 905.25 0.90525",
            "2025 Tỉnh Quảng Ngãi own 2/2 91.5 0.915",
        ]
    );
    assert_eq!(
        years(&found, "Thành phố Đà Nẵng"),
        ["2023 Thành phố Đà Nẵng own 1/2 955 0.955", "2023 Tỉnh Quảng Nam former 5/10 930 0.93"]
    );
    assert_eq!(
        years(&found, "Tỉnh Lâm Đồng"),
        ["2023 Tỉnh Lâm Đồng own 4/10 940 0.94", "2023 Tỉnh Đắk Nông former 10/10 860 0.86"]
    );
    // five of the six; nothing is known of Bình Thuận, and that is said
    let former = |name: &str| years(&found, name).iter().filter(|past| past.contains("former")).count();
    let counts = ["Tỉnh Gia Lai", "Tỉnh Đắk Lắk", "Tỉnh Khánh Hòa"].map(former);
    assert_eq!(counts, [1, 1, 1]);
    let said = "lưu ý[predecessor-not-found]: không có `Tỉnh Bình Thuận` trong kết quả của năm nào\n  \
        --> cụm, khối `k1`, đơn vị `Tỉnh Lâm Đồng`";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(ended.stderr.matches("predecessor-not-found").count(), 1, "{}", ended.stderr);
    the_sheet(&sheet(&world, 2026));
}

fn the_sheet(rows: &[Vec<String>]) {
    let header = rows.iter().position(|row| row[0] == "STT").unwrap();
    assert_eq!(
        rows[header][2..9],
        [
            "Kết quả của",
            "Xếp hạng năm 2023",
            "Tổng điểm năm 2023",
            "% thang điểm năm 2023",
            "Xếp hạng năm 2025",
            "Tổng điểm năm 2025",
            "% thang điểm năm 2025"
        ]
    );
    let first = &rows[header + 1];
    assert_eq!(first[..9], ["1", "Tỉnh Quảng Ngãi", "Tỉnh Quảng Ngãi", "3/10", "950", "95", "2/2", "91.5", "91.5"]);
    // this year: the bloc is provisional, so there is a rank among those that are whole, of six members
    assert_eq!(first[9..12], ["1/6", "94", "94"]);
    assert_eq!(first[12], "Hình thành từ Tỉnh Quảng Ngãi, Tỉnh Kon Tum");
    let second = &rows[header + 2];
    assert_eq!(second[..9], ["", "", "Tỉnh Kon Tum", "6/10", "905.25", "90.53", "-", "-", "-"]);
    assert_eq!(second[12], "Đơn vị cũ");
    let da_nang = rows.iter().find(|row| row[2] == "Thành phố Đà Nẵng").unwrap();
    assert!(da_nang[12].ends_with("; năm 2023 ở Cụm khác"), "{da_nang:?}");
}

#[test]
fn without_the_key_there_is_neither_sheet_nor_entry() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    assert!(world.results().get("history").is_none());
    let mut book: Xlsx<_> = open_workbook(world.root.join("outputs/2023-tong-ket/k1/xep-hang_k1_2023.xlsx")).unwrap();
    assert!(book.worksheet_range("Kết quả các năm").is_err());
}

#[test]
fn a_years_own_output_is_the_next_years_history() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let kept = fs::read_to_string(world.root.join("outputs/2023-tong-ket/du-lieu-may/ket-qua.json")).unwrap();
    put(&world, "ket-qua-2023.json", &kept);
    put(&world, "ban-sao.json", &kept);
    for (file, bloc, member) in [
        ("k1/mot", "k1", "Đơn vị Một"),
        ("k1/hai", "k1", "Đơn vị Hai"),
        ("k1/ba", "k1", "Đơn vị Ba"),
        ("k2/mot", "k2", "Đơn vị Một"),
        ("k2/bon", "k2", "Đơn vị Bốn"),
    ] {
        world.form_of_year(2024, file, bloc, member, &rows(100.0));
    }
    let (ended, found) = run(&world, &scoring(2024, None), 2024);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(years(&found, "Đơn vị Hai"), ["2023 Đơn vị Hai own 2/3 90 0.9"]);
    // two blocs have a Đơn vị Một: each is found in its own
    let first = |bloc: &str| {
        let history = found["history"].as_array().unwrap();
        let own = history.iter().find(|entry| entry["bloc"] == bloc && entry["member"] == "Đơn vị Một").unwrap();
        own["years"][0]["total"].as_str().unwrap().to_owned()
    };
    assert_eq!((first("k1"), first("k2")), ("94".to_owned(), "70".to_owned()));
    let again = world.files("outputs/2024-tong-ket");
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(world.files("outputs/2024-tong-ket"), again);
}

#[test]
fn names_that_several_have_are_said_and_a_bloc_before_the_name_tells_them_apart() {
    let world = World::whole();
    let (one, two): (&[_], &[_]) = (&[("Huyện Cũ", "70"), ("Huyện Kia", "60")], &[("Huyện Cũ", "80")]);
    put(&world, "2021.json", &results(2021, "100", &[("a", "Cụm A", one), ("b", "Cụm B", two)]));
    let members = |name: &str| {
        format!(
            "member = [{{ name = \"Đơn vị Một\", predecessors = [\"{name}\"] }}, {{ name = \"Đơn vị Hai\" }}, \
             {{ name = \"Đơn vị Ba\" }}]"
        )
    };
    let (ended, found) = run(&world, &scoring(2023, Some(&members("Huyện Cũ"))), 2023);
    let said = "lưu ý[past-ambiguous]: kết quả năm 2021 có nhiều đơn vị tên `Huyện Cũ`, ở `a` và `b`; năm ấy để trống";
    assert!(ended.code == 0 && ended.stderr.contains(said), "{}", ended.stderr);
    assert_eq!(years(&found, "Đơn vị Một"), Vec::<String>::new());
    let (ended, found) = run(&world, &scoring(2023, Some(&members("b: Huyện Cũ"))), 2023);
    assert!(!ended.stderr.contains("past-ambiguous"), "{}", ended.stderr);
    assert_eq!(years(&found, "Đơn vị Một"), ["2021 Huyện Cũ former 1/1 80 0.8"]);
    assert_eq!(found["history"][0]["years"][0]["bloc_name"], "Cụm B");
}

#[test]
fn a_member_that_was_called_otherwise_is_found_by_its_alias() {
    let world = World::whole();
    put(&world, "2022.json", &results(2022, "200", &[("k1", "Khối một", &[("ĐV Hai", "150"), ("Sở Khác", "190")])]));
    let (_, found) = run(&world, &scoring(2023, None), 2023);
    assert_eq!(years(&found, "Đơn vị Hai"), ["2022 ĐV Hai own 2/2 150 0.75"]);
    let rows = sheet(&world, 2023);
    let own = rows.iter().find(|row| row[1] == "Đơn vị Hai").unwrap();
    assert_eq!(own.last().unwrap(), "Năm 2022 tên là ĐV Hai");
    let never = rows.iter().find(|row| row[1] == "Đơn vị Ba").unwrap();
    assert_eq!(never[3..6], ["-", "-", "-"]);
}

#[test]
fn files_of_no_use_are_listed_and_a_folder_that_is_not_there_exits_with_2() {
    let world = World::whole();
    world.scoring(&scoring(2023, None));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 2);
    let said = "lỗi[history-missing]: không có thư mục kết quả các năm trước mà scoring.toml nêu ở khóa `history`\n  \
        --> lich-su\n";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    put(&world, "2023.json", &results(2023, "100", &[]));
    put(&world, "6-thang.json", &results(2022, "100", &[]).replace("\"period\":\"year\"", "\"period\":\"half\""));
    put(&world, "la.json", "[]");
    put(&world, "moi.json", &results(2022, "100", &[]).replace("\"schema\":1", "\"schema\":2"));
    put(&world, "doc.txt", "không phải kết quả");
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for (file, said) in [
        ("2023.json", "đây là kết quả năm 2023, không phải của năm trước năm 2023"),
        ("6-thang.json", "đây là kết quả của kỳ khác (sơ kết hay tổng kết) với kỳ đang chấm"),
        ("la.json", "tệp không phải là ket-qua.json do chương trình này ghi"),
        ("moi.json", "tệp theo khuôn số 2, chương trình này chỉ đọc khuôn số 1"),
    ] {
        let line =
            format!("lưu ý[history-unfit]: không dùng tệp này cho kết quả các năm: {said}\n  --> lich-su/{file}\n");
        assert!(ended.stderr.contains(&line), "{line}\n{}", ended.stderr);
    }
    assert_eq!(ended.stderr.matches("history-unfit").count(), 4);
    let english = world.run(&["--lang", "en"]);
    assert!(english.stderr.contains("warning[history-unfit]: this file is not used for the results of earlier years"));
}

#[test]
fn former_units_are_named_once_and_the_folder_has_a_name() {
    let world = World::whole();
    let twice =
        "member = [{ name = \"Đơn vị Một\", predecessors = [\"Huyện A\", \"huyện a\"] }, { name = \"Đơn vị Hai\" }]";
    world.scoring(&scoring(2023, Some(twice)).replace("history = \"lich-su\"", "history = \" \""));
    let ended = world.run(&["check"]);
    assert_eq!(ended.code, 2);
    for said in ["tên một đơn vị cũ, mỗi đơn vị một lần", "tên thư mục chứa các tệp ket-qua.json của những năm trước"]
    {
        assert!(ended.stderr.contains(said), "{}", ended.stderr);
    }
}
