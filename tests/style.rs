//! How the outputs look by scoring.toml: every fault of it told at its place, and what a workbook then shows.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use thidua::diag::Place;

use crate::harness::{SCORING, World};
use crate::lab::faults;

/// The small scoring.toml with these lines under `[style]`.
fn styled(lines: &str) -> String {
    SCORING.replacen("[inputs]", &format!("[style]\n{lines}\n\n[inputs]"), 1)
}

/// The same with these lines in the first bloc.
fn with_bloc(style: &str, bloc: &str) -> String {
    styled(style).replacen("compact = \"nho\"", &format!("compact = \"nho\"\n{bloc}"), 1)
}

/// The code of each fault and the text its caret stands under.
fn carets(text: &str) -> Vec<(&'static str, String)> {
    let under = |place: &Place| match place {
        Place::Toml { start, end, .. } => text[*start..*end].to_owned(),
        _ => String::new(),
    };
    faults(text).iter().map(|fault| (fault.fault.code(), under(&fault.place))).collect()
}

#[test]
fn every_key_may_be_given() {
    let style = "heading = \"phu-luc\"\nannex = \"Phụ lục I\"\nannex_to = \"Kèm theo Tờ trình số 1\"\n\
        signer_title = \"TM. HỘI ĐỒNG\\nCHỦ TỊCH\"\nsigner = \"Nguyễn Văn A\"\nfont = \"Cambria\"\nfont_size = 14\n\
        leader = \"#C6E0B4\"\nheader = \"#fce4d6\"\naccent = \"#1F3B63\"\nchart_width = 2400";
    let bloc = "annex = \"Phụ lục II\"\nsigner_title = \"TRƯỞNG KHỐI\"\nsigner = \"Trần Thị B\"";
    assert_eq!(carets(&with_bloc(style, bloc)), []);
    assert_eq!(carets(&styled("")), []);
}

#[test]
fn every_fault_is_told_at_its_place() {
    let cases = [
        ("heading = \"quochieu\"", "bad-value", "\"quochieu\""),
        ("annex = \"Phụ lục I\"", "bad-value", "\"Phụ lục I\""),
        ("heading = \"quoc-hieu\"\nannex_to = \"Kèm theo\"", "bad-value", "\"Kèm theo\""),
        ("heading = \"phu-luc\"\nannex = \" \"", "bad-value", "\" \""),
        ("heading = \"phu-luc\"\nannex_to = \"a\\nb\\nc\\nd\\ne\"", "bad-value", "\"a\\nb\\nc\\nd\\ne\""),
        ("signer_title = \"TRƯỞNG KHỐI\\n\\nGIÁM ĐỐC\"", "bad-value", "\"TRƯỞNG KHỐI\\n\\nGIÁM ĐỐC\""),
        ("signer = \"Nguyễn\\nVăn A\"", "bad-value", "\"Nguyễn\\nVăn A\""),
        ("font = \"Time New Roman\"", "unknown-reference", "\"Time New Roman\""),
        ("font = \".VnTime\"", "unknown-reference", "\".VnTime\""),
        ("font_size = 9", "bad-value", "9"),
        ("font_size = 15", "bad-value", "15"),
        ("font_size = \"13\"", "bad-value", "\"13\""),
        ("leader = \"vàng\"", "bad-value", "\"vàng\""),
        ("leader = \"#FFE6\"", "bad-value", "\"#FFE6\""),
        ("leader = \"#C00000\"", "bad-value", "\"#C00000\""),
        ("header = \"#1F3B63\"", "bad-value", "\"#1F3B63\""),
        ("accent = \"#FFE699\"", "bad-value", "\"#FFE699\""),
        ("chart_width = 599", "bad-value", "599"),
        ("chart_width = 2401", "bad-value", "2401"),
        ("colour = \"#FFE699\"", "unknown-key", "colour"),
    ];
    for (lines, code, under) in cases {
        assert_eq!(carets(&styled(lines)), [(code, under.to_owned())], "{lines}");
    }
    for bloc in ["annex = \"Phụ lục II\"", "signer = \"\"", "signer_title = \"\\n\""] {
        let found = carets(&with_bloc("", bloc));
        assert_eq!(found.len(), 1, "{bloc}: {found:?}");
        assert!(bloc.ends_with(&found[0].1), "{bloc}: {found:?}");
    }
}

#[test]
fn a_font_almost_right_is_suggested() {
    let world = World::whole();
    world.scoring(&styled("font = \"Time New Roman\""));
    let ended = world.run(&["check", "--lang", "en"]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("Times New Roman") && ended.stderr.contains("scoring.toml:13"), "{}", ended.stderr);
}

/// A part of a workbook of the set.
fn part(world: &World, file: &str, part: &str) -> String {
    let bytes = book(world, file);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn book(world: &World, file: &str) -> Vec<u8> {
    std::fs::read(world.root.join("outputs/2023-tong-ket").join(file)).unwrap()
}

/// The texts of a sheet, row by row.
fn texts(world: &World, file: &str, sheet: usize) -> Vec<String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(book(world, file))).unwrap();
    let range = workbook.worksheet_range_at(sheet).unwrap().unwrap();
    range
        .used_cells()
        .filter_map(|(_, _, cell)| if let Data::String(text) = cell { Some(text.clone()) } else { None })
        .collect()
}

const OF_BLOC: &str = "k1/xep-hang_k1_2023.xlsx";
const OF_ALL: &str = "tong-hop_2023.xlsx";

#[test]
fn what_is_left_out_is_as_usual() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let plain = part(&world, OF_BLOC, "xl/styles.xml");
    assert!(plain.contains("<name val=\"Times New Roman\"/>") && plain.contains("<sz val=\"13\"/>"));
    assert_eq!(texts(&world, OF_BLOC, 0)[1], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let usual = "heading = \"quoc-hieu\"\nfont = \"Times New Roman\"\nfont_size = 13\nleader = \"#FFE699\"\n\
        header = \"#D9E2EF\"\naccent = \"#C55A11\"\nchart_width = 1200";
    world.scoring(&styled(usual));
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(part(&world, OF_BLOC, "xl/styles.xml"), plain);
}

#[test]
fn font_and_colours_are_those_asked_for() {
    let world = World::whole();
    world.scoring(&styled("font = \"Cambria\"\nfont_size = 11\nleader = \"#C6E0B4\"\nheader = \"#FCE4D6\""));
    assert_eq!(world.run(&[]).code, 0);
    for file in [OF_BLOC, OF_ALL] {
        let styles = part(&world, file, "xl/styles.xml");
        assert!(styles.contains("<name val=\"Cambria\"/>") && !styles.contains("Times New Roman"), "{file}");
        assert!(styles.contains("<sz val=\"11\"/>") && styles.contains("<sz val=\"12\"/>"), "{file}");
        assert!(!styles.contains("<sz val=\"13\"/>"), "{file}");
        assert!(styles.contains("FFC6E0B4") && styles.contains("FFFCE4D6"), "{file}");
        assert!(!styles.contains("FFFFE699") && !styles.contains("FFD9E2EF"), "{file}");
    }
    assert!(part(&world, OF_BLOC, "xl/worksheets/sheet1.xml").contains("Cambria,Regular"));
}

#[test]
fn an_annex_names_itself_and_its_document_and_not_the_nation() {
    let world = World::whole();
    let style = "heading = \"phu-luc\"\nannex = \"Phụ lục I\"\nannex_to = \"Kèm theo Tờ trình số 128/TTr-SNV\"";
    world.scoring(&with_bloc(style, "annex = \"Phụ lục II\""));
    assert_eq!(world.run(&[]).code, 0);
    let of_bloc = texts(&world, OF_BLOC, 0);
    assert_eq!(of_bloc[0], "Phụ lục II");
    assert!(of_bloc[1].starts_with("BẢNG TỔNG HỢP"), "{of_bloc:?}");
    assert_eq!(of_bloc[3], "(Kèm theo Tờ trình số 128/TTr-SNV)");
    assert_eq!(texts(&world, "k2/xep-hang_k2_2023.xlsx", 0)[0], "Phụ lục I");
    let of_all = texts(&world, OF_ALL, 0);
    assert_eq!([&of_all[0], &of_all[2]], ["Phụ lục I", "(Kèm theo Tờ trình số 128/TTr-SNV)"]);
    for text in of_bloc.iter().chain(&of_all) {
        assert!(!text.contains("CỘNG HÒA") && !text.contains("Độc lập"), "{text}");
    }
}

#[test]
fn an_annex_without_a_number_is_called_so_in_both_languages() {
    let world = World::whole();
    world.scoring(&styled("heading = \"phu-luc\""));
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(texts(&world, OF_BLOC, 0)[0], "Phụ lục");
    assert_eq!(world.run(&["--lang", "en"]).code, 0);
    let english = texts(&world, "../2023-tong-ket-en/k1/xep-hang_k1_2023.xlsx", 0);
    assert_eq!(english[0], "Annex");
}

#[test]
fn each_bloc_is_signed_by_its_own_signer() {
    let world = World::whole();
    let style = "signer_title = \"TM. HỘI ĐỒNG\\nPHÓ CHỦ TỊCH\"\nsigner = \"Nguyễn Văn A\"";
    world
        .scoring(&with_bloc(style, "signer_title = \"TM. CỤM THI ĐUA\\nGIÁM ĐỐC SỞ NỘI VỤ\"\nsigner = \"Trần Thị B\""));
    assert_eq!(world.run(&[]).code, 0);
    let last = |file: &str| texts(&world, file, 0).into_iter().rev().take(3).collect::<Vec<_>>();
    assert_eq!(last(OF_BLOC)[..2], ["Trần Thị B", "GIÁM ĐỐC SỞ NỘI VỤ"]);
    assert_eq!(last(OF_ALL)[..2], ["Nguyễn Văn A", "PHÓ CHỦ TỊCH"]);
    let other = texts(&world, "k2/xep-hang_k2_2023.xlsx", 0);
    assert!(!other.iter().any(|text| text.contains("Trần Thị B") || text.contains("Nguyễn Văn A")), "{other:?}");
}

/// The shipped scoring.toml shows every key; with the signs before them taken away it is still a good one.
#[test]
fn the_style_that_the_sample_shows_can_be_used() {
    let shipped = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scoring.toml")).unwrap();
    let (before, rest) = shipped.split_once("# [style]\n").unwrap();
    let (block, after) = rest.split_once("\n\n").unwrap();
    let lines: Vec<_> = block.lines().map(|line| line.strip_prefix("# ").unwrap()).collect();
    let schema = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.config/scoring.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    for key in schema["definitions"]["Style"]["properties"].as_object().unwrap().keys() {
        assert!(lines.iter().any(|line| line.starts_with(&format!("{key} = "))), "{key}");
    }
    let text = format!("{before}[style]\n{}\n\n{after}", lines.join("\n"));
    assert_eq!(carets(&text), []);
}

/// The width that a PNG says in its first part, IHDR: the third group of four bytes behind the signature's eight.
fn png_width(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes[16..20].try_into().unwrap())
}

#[test]
fn charts_have_the_colour_and_width_asked_for() {
    let world = World::whole();
    world.scoring(&styled("accent = \"#1F3B63\"\nchart_width = 600\nfont = \"Arial\""));
    assert_eq!(world.run(&[]).code, 0);
    let chart = |name: &str| {
        let path = format!("outputs/2023-tong-ket/k1/bieu-do/{name}");
        std::fs::read(world.root.join(path)).unwrap()
    };
    assert_eq!(png_width(&chart("diem-tong.png")), 1200);
    let svg = String::from_utf8(chart("diem-tong.svg")).unwrap();
    assert!(svg.contains("width=\"80.000mm\"") && svg.contains("fill=\"#1f3b63\""), "{}", &svg[..300]);
    let native = part(&world, "k1/xep-hang_k1_2023.xlsx", "xl/charts/chart1.xml");
    assert!(native.contains("1F3B63") && native.contains("typeface=\"Arial\""), "{}", &native[..300]);
}
