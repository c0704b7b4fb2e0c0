//! What stands on which sheet of the workbooks, with the numbers of the small world worked out by hand: of a plan of 100
//! I.1 gives 50 points in proportion, I.2 gives 30, II.1 is 15 by the bloc; the members gave themselves 50, 30 and 20.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::harness::{SCORING, World, number, rows, run_in, text};

const BLOC: &str = "k1/xep-hang_k1_2023.xlsx";
const ALL: &str = "tong-hop_2023.xlsx";

fn book(world: &World, file: &str) -> Xlsx<std::io::BufReader<std::fs::File>> {
    open_workbook(world.root.join("outputs/2023-tong-ket").join(file)).unwrap()
}

pub fn sheet(world: &World, file: &str, name: &str) -> Vec<Vec<Data>> {
    book(world, file).worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// The row whose cells hold this text, whole, from the `from`th on.
fn find<'a>(rows: &'a [Vec<Data>], said: &str) -> &'a [Data] {
    let row = rows.iter().find(|row| row.iter().any(|cell| *cell == *said));
    row.unwrap_or_else(|| panic!("{said} is not there: {rows:?}"))
}

fn column(rows: &[Vec<Data>], heading: &str) -> usize {
    find(rows, heading).iter().position(|cell| *cell == *heading).unwrap()
}

fn said(rows: &[Vec<Data>]) -> String {
    rows.iter().flatten().map(ToString::to_string).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\n")
}

fn ran(world: &World) {
    let ended = world.run(&[]);
    assert!(ended.code <= 1, "{}", ended.stderr);
}

#[test]
fn sheets_stand_in_the_order_of_the_office() {
    let world = World::whole();
    ran(&world);
    assert_eq!(
        book(&world, BLOC).sheet_names(),
        [
            "Xếp hạng",
            "Điểm theo lĩnh vực",
            "Điểm chi tiết",
            "Phiếu chấm điểm",
            "Đối chiếu tự chấm - thẩm định",
            "Khoảng cách với đơn vị dẫn đầu",
            "Đề nghị khen thưởng",
            "Cần rà soát",
            "Số liệu ước",
            "Tính thử",
            "Bảng tiêu chí",
            "Số liệu",
            "Nguồn số liệu"
        ]
    );
    assert_eq!(
        book(&world, ALL).sheet_names(),
        [
            "Tổng hợp xếp hạng",
            "Đề nghị khen thưởng",
            "Bảng tổng hợp trình Hội đồng",
            "Kiểm tra tỷ lệ",
            "Tình hình gửi báo cáo",
            "Tiêu chí thiếu số liệu",
            "Cần rà soát",
            "Nguồn số liệu"
        ]
    );
}

#[test]
fn the_ranked_sheet_has_the_columns_of_the_office_in_their_order() {
    let world = World::whole();
    ran(&world);
    let rows = sheet(&world, BLOC, "Xếp hạng");
    let heads: Vec<_> = find(&rows, "STT").iter().map(ToString::to_string).collect();
    assert_eq!(
        heads,
        [
            "STT",
            "Đơn vị",
            "I. Kinh tế (80)",
            "II. Phong trào (20)",
            "Tổng điểm tự chấm",
            "Tổng điểm thẩm định",
            "Chênh lệch",
            "Xếp hạng",
            "Xếp loại",
            "Đề nghị",
            "Ghi chú"
        ]
    );
    let first = find(&rows, "▲ Đơn vị Một");
    assert_eq!(first[2..8], [79.0, 15.0, 100.0, 94.0, -6.0, 1.0].map(Data::Float));
}

#[test]
fn a_total_on_self_marks_is_not_called_appraised() {
    let world = World::whole();
    world.scoring(&SCORING.replace("counts = \"computed\"", "counts = \"stages\""));
    ran(&world);
    let heads = find(&sheet(&world, BLOC, "Xếp hạng"), "STT").iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(heads.contains(&"Tổng điểm".to_owned()) && !heads.contains(&"Tổng điểm thẩm định".to_owned()), "{heads:?}");
}

#[test]
fn a_card_says_of_every_criterion_what_was_reached_why_and_where_it_stands() {
    let world = World::whole();
    ran(&world);
    let rows = sheet(&world, BLOC, "Phiếu chấm điểm");
    let start = rows.iter().position(|row| row[0] == "Đơn vị: Đơn vị Hai").unwrap();
    let card = &rows[start..];
    let short = "Xếp hạng: 2/3; Tổng điểm thẩm định: 90,00; Tổng điểm tự chấm: 100,00; Xếp loại: Xuất sắc";
    assert_eq!(card[1][0].to_string(), short);
    let own = find(card, "Thu ngân sách");
    let at = |heading: &str| own[column(&rows, heading)].clone();
    assert_eq!((at("Kế hoạch"), at("Thực hiện")), (Data::Float(100.0), Data::Float(90.0)));
    assert_eq!((at("Tỷ lệ % so với kế hoạch"), at("Điểm tối đa")), (Data::Float(90.0), Data::Float(50.0)));
    assert_eq!((at("Điểm tự chấm"), at("Điểm được tính")), (Data::Float(50.0), Data::Float(45.0)));
    assert_eq!(at("Chênh lệch so với tự chấm"), Data::Float(-5.0));
    assert_eq!(at("Nguồn (tệp, trang, ô)").to_string(), "[1] D4\n[2] D8, E8");
    assert!(!at("Cách chấm điểm").to_string().is_empty() && at("Căn cứ chấm điểm").to_string().contains("90"));
    let legend = "Nguồn số liệu: [1] chung/dang-ky.xlsx, trang \"Đăng ký\"; [2] k1/hai.xlsx, trang \"Bảng tự chấm\".";
    assert!(card.iter().any(|row| row[0] == *legend), "{}", said(card));
    let field = find(card, "Kinh tế");
    assert_eq!(field[column(&rows, "Điểm được tính")], Data::Float(75.0));
}

#[test]
fn each_card_begins_a_page_with_the_header_on_it() {
    let world = World::whole();
    ran(&world);
    let xml = part(&world, BLOC, &named(&world, BLOC, "Phiếu chấm điểm"));
    let rows = sheet(&world, BLOC, "Phiếu chấm điểm");
    let starts = rows.iter().enumerate().filter(|(_, row)| row[0].to_string().starts_with("Đơn vị: "));
    let starts: Vec<_> = starts.map(|(index, _)| index).skip(1).collect();
    assert_eq!(starts.len(), 2);
    for start in starts {
        assert!(xml.contains(&format!("<brk id=\"{start}\"")), "{start}: {xml}");
    }
    assert!(!xml.contains("fitToPage"), "a page fitted by its width would not end where it is told to");
    let header = rows.iter().position(|row| row[0] == "Mã").unwrap() + 1;
    let names = part(&world, BLOC, "xl/workbook.xml");
    assert!(names.contains(&format!("'Phiếu chấm điểm'!$1:${header}<")), "{names}");
}

#[test]
fn self_marks_stand_against_the_marks_that_count_only_where_they_differ() {
    let world = World::whole();
    ran(&world);
    let rows = sheet(&world, BLOC, "Đối chiếu tự chấm - thẩm định");
    let total = find(&rows, "Đơn vị Hai");
    assert_eq!(total[3..7], [100.0, 100.0, 90.0, -10.0].map(Data::Float));
    let codes: Vec<_> = rows.iter().map(|row| row[1].to_string()).filter(|code| code.contains('.')).collect();
    assert_eq!(codes, ["I.1", "II.1", "I.1", "II.1", "I.1", "II.1"]);
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows_without_self());
    ran(&world);
    let rows = sheet(&world, BLOC, "Đối chiếu tự chấm - thẩm định");
    let total = find(&rows, "Đơn vị Hai");
    assert_eq!(total[7].to_string(), "Đơn vị chưa tự chấm điểm");
    assert_eq!((total[4].to_string(), total[6].to_string()), ("-".to_owned(), "-".to_owned()));
}

fn rows_without_self() -> Vec<crate::harness::FormRow> {
    let mut rows = rows(90.0);
    for row in &mut rows {
        row[4] = crate::harness::Cell::Blank;
    }
    rows
}

#[test]
fn the_gap_to_the_leader_is_told_by_criterion() {
    let world = World::whole();
    ran(&world);
    let rows = sheet(&world, BLOC, "Khoảng cách với đơn vị dẫn đầu");
    let heads: Vec<_> = find(&rows, "Mã").iter().map(ToString::to_string).collect();
    assert_eq!(heads, ["Mã", "Tiêu chí", "Điểm tối đa", "Điểm của đơn vị dẫn đầu", "Đơn vị Hai", "Đơn vị Ba"]);
    assert_eq!(find(&rows, "I.1")[2..], [50.0, 49.0, -4.0, -9.0].map(Data::Float));
    assert_eq!(find(&rows, "I.2")[3..], [30.0, 0.0, 0.0].map(Data::Float));
    assert_eq!(find(&rows, "TỔNG ĐIỂM")[2..], [100.0, 94.0, -4.0, -9.0].map(Data::Float));
}

#[test]
fn a_tied_first_place_gives_a_table_against_each_leader() {
    let world = World::whole();
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(98.0));
    ran(&world);
    let rows = sheet(&world, BLOC, "Khoảng cách với đơn vị dẫn đầu");
    let against: Vec<_> = rows.iter().map(|row| row[0].to_string()).filter(|said| said.starts_with("So với")).collect();
    assert_eq!(against, ["So với Đơn vị Một", "So với Đơn vị Hai"]);
    assert_eq!(rows.iter().filter(|row| row[0] == "Mã").count(), 2);
}

#[test]
fn estimates_are_listed_with_the_mark_that_rests_on_them() {
    let world = World::whole();
    let mut sheet_rows = vec![
        vec![text("Tên đơn vị: Đơn vị Hai")],
        vec![text("Cụm/Khối: k1")],
        ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Tình trạng số liệu"]
            .map(text)
            .to_vec(),
        vec![text("I"), text("Kinh tế")],
    ];
    sheet_rows.extend(rows(90.0).into_iter().map(Vec::from));
    sheet_rows[4].push(text("ước"));
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet_rows);
    ran(&world);
    let rows = sheet(&world, BLOC, "Số liệu ước");
    let found = find(&rows, "I.1");
    assert_eq!(found[1].to_string(), "Đơn vị Hai");
    assert_eq!((found[5].clone(), found[8].clone()), (Data::Float(90.0), Data::Float(45.0)));
    assert_eq!((found[7].to_string(), found[9].to_string()), ("Số liệu ước".into(), "k1/hai.xlsx!Tự chấm!D5".into()));
    world.form("k1/hai", "k1", "Đơn vị Hai", &self::rows(90.0));
    ran(&world);
    assert!(said(&sheet(&world, BLOC, "Số liệu ước")).contains("Không có số liệu ước, số liệu dự kiến"));
}

#[test]
fn the_table_for_the_council_lists_the_proposed_above_the_others() {
    let world = World::whole();
    ran(&world);
    let rows = sheet(&world, ALL, "Bảng tổng hợp trình Hội đồng");
    let order: Vec<_> =
        rows.iter().filter(|row| matches!(row[0], Data::Float(_))).map(|row| row[1].to_string()).collect();
    assert_eq!(order, ["▲ Đơn vị Một", "▲ Đơn vị Bốn", "Đơn vị Hai", "Đơn vị Ba", "Đơn vị Một"]);
    let leader = find(&rows, "▲ Đơn vị Một");
    assert_eq!((leader[3].clone(), leader[4].clone()), (Data::Float(94.0), Data::Float(1.0)));
    assert_eq!((leader[6].to_string(), leader[11].to_string()), ("3/3 phiếu".into(), "Cờ thi đua".into()));
    let third = find(&rows, "Đơn vị Ba");
    assert!(third[8].to_string().contains("Sở Y tế, văn bản số 12/SYT"), "{third:?}");
    assert_eq!(leader[8].to_string(), "Không có ý kiến khác");
    let xml = part(&world, ALL, &named(&world, ALL, "Bảng tổng hợp trình Hội đồng"));
    assert!(xml.contains("paperSize=\"8\"") && xml.contains("orientation=\"landscape\""), "{xml}");
}

#[test]
fn every_bloc_of_the_summary_leads_to_its_workbook() {
    let world = World::whole();
    ran(&world);
    let links = part(&world, ALL, "xl/worksheets/_rels/sheet1.xml.rels");
    for bloc in ["k1", "k2"] {
        let path = format!("{bloc}/xep-hang_{bloc}_2023.xlsx");
        assert!(links.contains(&format!("Target=\"{path}\" TargetMode=\"External\"")), "{links}");
        assert!(world.root.join("outputs/2023-tong-ket").join(path).is_file());
    }
    world.scoring(&SCORING.replace("stages = [", "outputs = [\"roll-up\"]\nstages = ["));
    ran(&world);
    assert!(!said(&sheet(&world, ALL, "Tổng hợp xếp hạng")).contains(".xlsx"));
}

#[test]
fn what_a_member_lacks_is_listed_by_criterion() {
    let world = World::whole();
    let mut own = rows(90.0);
    own[0][3] = crate::harness::Cell::Blank;
    world.form("k1/hai", "k1", "Đơn vị Hai", &own);
    assert_eq!(world.run(&[]).code, 1);
    let rows = sheet(&world, ALL, "Tiêu chí thiếu số liệu");
    let listed: Vec<_> = rows.iter().filter(|row| matches!(row[0], Data::Float(_))).collect();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0][2].to_string(), listed[0][3].to_string()), ("Đơn vị Hai".into(), "I.1".into()));
    let card = sheet(&world, BLOC, "Phiếu chấm điểm");
    assert!(said(&card).contains("[Thiếu số liệu]"));
}

#[test]
fn shares_say_how_many_are_proposed_of_how_many_and_whether_that_is_within() {
    let world = World::whole();
    let more = "\n[[award]]\nid = \"cp\"\ntitle = \"Cờ Chính phủ\"\nfrom = \"co\"\nshare = \"20%\"\nbase = \"proposed\"\nrounding = \"down\"\nbasis = \"Điều 11\"\n";
    world.scoring(&format!("{SCORING}{more}"));
    ran(&world);
    let rows = sheet(&world, ALL, "Kiểm tra tỷ lệ");
    let found = find(&rows, "Cờ Chính phủ");
    assert_eq!((found[3].clone(), found[5].clone()), (Data::Float(2.0), Data::Float(0.0)));
    assert!(found[4].to_string().starts_with("20%") && found[4].to_string().contains("Điều 11"), "{found:?}");
}

/// Names and evidence that a spreadsheet would run or that no sheet can hold as they are.
fn hostile(world: &World) -> Vec<String> {
    let long =
        |end: &str| format!("Đơn vị sự nghiệp công lập trực thuộc tỉnh có tên rất dài {}{end}", "rất dài ".repeat(30));
    let names = vec![
        "=1+1".to_owned(),
        "+HYPERLINK(\"x\")".to_owned(),
        "-2".to_owned(),
        "@SUM(A1)".to_owned(),
        long("A"),
        long("B"),
        "CON".to_owned(),
    ];
    let members: Vec<_> = names.iter().map(|name| format!("{{ name = {name:?} }}")).collect();
    let known = "member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Hai\", aliases = [\"ĐV Hai\"] }, { name = \"Đơn vị Ba\" }]";
    assert!(SCORING.contains(known));
    world.scoring(
        &SCORING
            .replace(known, &format!("member = [{}]", members.join(", ")))
            .replace("\"plan-register\", \"opinions\", \"ballot\"", "")
            .replace("[inputs]\n", "[inputs]\nown_plans = true\n"),
    );
    for file in
        ["k1/mot.xlsx", "k1/hai.xlsx", "k1/ba.xlsx", "chung/dang-ky.xlsx", "chung/y-kien.xlsx", "chung/kiem-phieu.xlsx"]
    {
        world.remove(file);
    }
    for (index, name) in names.iter().enumerate() {
        world.form(&format!("k1/{index}"), "k1", name, &rows(90.0 - f64::from(u8::try_from(index).unwrap())));
    }
    names
}

#[test]
fn text_that_a_spreadsheet_would_run_stays_text_and_every_name_is_whole() {
    let world = World::whole();
    let names = hostile(&world);
    ran(&world);
    let files: Vec<_> = world.files("outputs/2023-tong-ket").into_iter().map(|(name, _)| name).collect();
    let books: Vec<_> = files.iter().filter(|name| name.ends_with(".xlsx")).collect();
    assert_eq!(books.len(), 3 + names.len() + 2);
    for file in books {
        let mut book = book(&world, file);
        for name in book.sheet_names() {
            // the live sheets have formulas of ours, in which no name stands
            let formulas = book.worksheet_formula(&name).unwrap();
            let hostile = |formula: &str| names.iter().any(|name| formula.contains(name.as_str()));
            assert!(formulas.used_cells().all(|(_, _, formula)| !hostile(formula)), "{file} {name}");
        }
    }
    let rows = sheet(&world, BLOC, "Xếp hạng");
    for name in &names {
        assert!(
            rows.iter().any(|row| matches!(&row[1], Data::String(said) if said.trim_start_matches("▲ ") == name)),
            "{name}"
        );
    }
    let notices: Vec<_> = files.iter().filter_map(|name| name.strip_prefix("k1/phieu-cham-diem/")).collect();
    let plain = |name: &&str| {
        name.len() <= 70 && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
    };
    assert!(notices.len() == names.len() && notices.iter().all(plain) && !notices.contains(&"con.xlsx"), "{notices:?}");
}

#[test]
#[ignore = "needs Python and openpyxl"]
fn openpyxl_opens_every_workbook_and_no_hostile_name_is_in_a_formula() {
    let world = World::whole();
    let names = hostile(&world);
    world.sheet("k1/ghi-chu.xlsx", "Trang 1", &[vec![text("\u{1}=1+1"), number(1.0)]]);
    ran(&world);
    let script = "import sys, openpyxl\n\
        for path in sys.argv[1:]:\n\
        \x20   book = openpyxl.load_workbook(path)\n\
        \x20   names = [sheet.title.lower() for sheet in book]\n\
        \x20   assert len(set(names)) == len(names) and all(len(name) <= 31 for name in names), names\n\
        \x20   for sheet in book:\n\
        \x20       for row in sheet.iter_rows():\n\
        \x20           for cell in row:\n\
        \x20               said = str(cell.value)\n\
        \x20               ours = not any(name in said for name in ('=1+1', '@SUM', 'HYPERLINK', 'rất dài'))\n\
        \x20               assert cell.data_type != 'f' or ours, (path, sheet.title, said)\n";
    let root = world.root.join("outputs/2023-tong-ket");
    let books: Vec<_> = world
        .files("outputs/2023-tong-ket")
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| name.ends_with(".xlsx"))
        .map(|name| root.join(name))
        .collect();
    assert!(books.len() > names.len());
    let run = Command::new("python3").args(["-c", script]).args(books).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn one_output_alone_is_written_when_scoring_toml_asks_for_it() {
    let world = World::whole();
    world.scoring(&SCORING.replace("stages = [", "outputs = [\"notices\"]\nstages = ["));
    ran(&world);
    let files: Vec<_> = world.files("outputs/2023-tong-ket").into_iter().map(|(name, _)| name).collect();
    assert!(
        files.iter().all(|name| name.contains("/phieu-cham-diem/") || name.starts_with("du-lieu-may/")),
        "{files:?}"
    );
    assert_eq!(files.iter().filter(|name| name.ends_with(".xlsx")).count(), 5);
}

/// The part that holds a sheet: they are numbered in their order.
fn named(world: &World, file: &str, sheet: &str) -> String {
    let at = book(world, file).sheet_names().iter().position(|name| name == sheet).unwrap();
    format!("xl/worksheets/sheet{}.xml", at + 1)
}

/// A part of a workbook as text.
fn part(world: &World, file: &str, name: &str) -> String {
    let path = world.root.join("outputs/2023-tong-ket").join(file);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut said).unwrap();
    said
}

#[test]
fn the_shipped_sample_gives_every_member_a_notice() {
    let world = World::empty();
    let outputs = world.root.join("outputs");
    let ended = run_in(Path::new(env!("CARGO_MANIFEST_DIR")), &["--quiet", "--outputs", outputs.to_str().unwrap()]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let files = world.files("outputs/2023-tong-ket");
    let count =
        |bloc: &str| files.iter().filter(|(name, _)| name.starts_with(&format!("{bloc}/phieu-cham-diem/"))).count();
    let scoring: toml::Table =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scoring.toml")).unwrap().parse().unwrap();
    for bloc in scoring["bloc"].as_array().unwrap() {
        assert_eq!(count(bloc["id"].as_str().unwrap()), bloc["member"].as_array().unwrap().len());
    }
}
