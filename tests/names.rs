//! Names as offices write them: spellings that are one name, spellings that are none, text in the fonts of old.

use std::collections::BTreeSet;
use std::fs;

use thidua::model::{Legacy, fold, spellable};

use crate::harness::{Cell, World, number, rows, text};

/// The small world with the form of Đơn vị Hai under another name.
fn named(name: &str) -> World {
    let world = World::whole();
    world.form("k1/hai", "k1", name, &rows(90.0));
    world
}

fn rank_of_hai(world: &World) -> Option<u64> {
    let results = world.results();
    let standings = results["blocs"][0]["standings"].as_array().unwrap();
    standings.iter().find(|standing| standing["member"] == "Đơn vị Hai").unwrap()["rank"].as_u64()
}

#[test]
fn spellings_that_are_one_name() {
    for same in ["ĐƠN VỊ HAI", " Đơn  vị\u{A0}Hai ", "Đ\u{1A1}n vi\u{323} Hai", "đơn vị hai"] {
        let world = named(same);
        let ended = world.run(&[]);
        assert_eq!((ended.code, ended.stderr.contains("name-read-as")), (0, false), "{same}: {}", ended.stderr);
    }
    for odd in ["\u{D0}ơn vị Hai", "Đơn vị\u{200B} Hai", "UBND Đơn vị Hai", "Ủy ban nhân dân huyện Đơn vị Hai"]
    {
        let world = named(odd);
        let ended = world.run(&[]);
        assert_eq!((ended.code, rank_of_hai(&world)), (0, Some(2)), "{odd}: {}", ended.stderr);
        assert!(
            ended.stderr.contains("lưu ý[name-read-as]: tên ghi khác tên trong scoring.toml, đã hiểu là `Đơn vị Hai`"),
            "{odd}: {}",
            ended.stderr
        );
    }
}

#[test]
fn likeness_only_suggests_with_a_line_to_paste() {
    let world = named("Đơn vị Hay");
    let ended = world.run(&[]);
    assert_eq!((ended.code, rank_of_hai(&world)), (1, None));
    let line = "thêm dòng sau dưới tên đơn vị ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):\n    aliases = [\"Đơn vị Hay\"]";
    assert!(ended.stderr.contains("gần giống nhất là `Đơn vị Hai`") && ended.stderr.contains(line), "{}", ended.stderr);
}

/// A form whose every text is encoded as these fonts have it.
fn encoded(world: &World, encode: &dyn Fn(&str) -> String) {
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"];
    let mut sheet = vec![
        vec![text("Bảng tự chấm điểm thi đua năm 2023")],
        vec![text("Tên đơn vị: Đơn vị Hai")],
        vec![text("Cụm/Khối: k1")],
        heads.map(text).to_vec(),
        vec![text("I"), text("Kinh tế")],
    ];
    sheet.extend(rows(90.0).into_iter().map(Vec::from));
    for cell in sheet.iter_mut().flatten() {
        if let Cell::Text(said) = cell {
            *said = encode(said);
        }
    }
    sheet[5][3] = number(90.0);
    world.sheet("k1/hai.xlsx", "Tu cham", &sheet);
}

/// The table of an encoding: what stands in the old font, and what it says.
fn table(name: &str) -> Vec<(String, char)> {
    let tables: serde_json::Value = serde_json::from_str(include_str!("data/legacy-vietnamese.json")).unwrap();
    let entries = tables[name].as_object().unwrap().iter().map(|(from, to)| {
        let from = if name.starts_with("tcvn3") {
            char::from(u8::from_str_radix(from, 16).unwrap()).to_string()
        } else {
            from.clone()
        };
        (from, to.as_str().unwrap().chars().next().unwrap())
    });
    entries.collect()
}

fn encode(table: &[(String, char)], said: &str) -> String {
    let of = |c: char| table.iter().find(|(_, to)| *to == c).map_or_else(|| c.to_string(), |(from, _)| from.clone());
    said.chars().map(of).collect()
}

#[test]
fn every_cell_of_the_old_tables_both_ways() {
    for (name, encoding) in [("tcvn3_byte_to_unicode", Legacy::Tcvn3), ("vni_windows_cp1252_to_unicode", Legacy::Vni)] {
        let table = table(name);
        for (from, to) in &table {
            assert_eq!(encoding.decode(from), to.to_string(), "{name} {from}");
            let word = format!("{to}n {to}");
            assert_eq!(encoding.decode(&encode(&table, &word)), word, "{name} {to}");
        }
        let (from, to): (BTreeSet<&str>, BTreeSet<char>) =
            table.iter().map(|(from, to)| (from.as_str(), *to)).collect::<Vec<_>>().into_iter().unzip();
        assert_eq!((from.len(), to.len()), (table.len(), table.len()), "{name}: each letter has one place");
        // and nothing is a letter that the table does not have
        for first in ('\u{80}'..='\u{FF}').chain('A'..='Z').chain('a'..='z') {
            let alone = first.to_string();
            let is = table.iter().find(|(from, _)| *from == alone).map_or(first, |(_, to)| *to);
            assert_eq!(encoding.decode(&alone), is.to_string(), "{name} {alone}");
            for second in '\u{80}'..='\u{FF}' {
                let pair = format!("{first}{second}");
                let known = table.iter().find(|(from, _)| *from == pair).map(|(_, to)| to.to_string());
                let apart = || encoding.decode(&alone) + &encoding.decode(&second.to_string());
                assert_eq!(encoding.decode(&pair), known.unwrap_or_else(apart), "{name} {pair}");
            }
        }
        let all: String = table.iter().map(|(_, to)| *to).collect();
        assert_eq!(encoding.decode(&encode(&table, &all)), all);
    }
}

#[test]
fn text_in_the_old_fonts_is_decoded_where_its_spelling_proves_it() {
    for (name, said) in [("tcvn3_byte_to_unicode", "TCVN3"), ("vni_windows_cp1252_to_unicode", "VNI")] {
        let world = World::whole();
        let table = table(name);
        // the letters that TCVN3 fonts have no capital of are small in them
        encoded(&world, &|text| encode(&table, &text.to_lowercase()));
        let ended = world.run(&[]);
        assert_eq!((ended.code, rank_of_hai(&world)), (0, Some(2)), "{}", ended.stderr);
        let told = format!(
            "lưu ý[legacy-decoded]: chữ gõ bằng phông cũ {said}, đã đọc là `bảng tự chấm điểm thi đua năm 2023`"
        );
        assert!(ended.stderr.contains(&told), "{}", ended.stderr);
    }
}

#[test]
fn text_in_the_old_fonts_is_decoded_where_its_font_proves_it() {
    let forms: [(&str, &[u8]); 2] =
        [("xlsx", include_bytes!("data/fonts/phong-cu.xlsx")), ("xls", include_bytes!("data/fonts/phong-cu.xls"))];
    for (ending, form) in forms {
        let world = World::whole();
        world.remove("k1/hai.xlsx");
        world.bytes(&format!("k1/hai.{ending}"), form);
        let ended = world.run(&[]);
        assert_eq!((ended.code, rank_of_hai(&world)), (0, Some(2)), "{}", ended.stderr);
        for told in [
            "lưu ý[legacy-decoded]: chữ gõ bằng phông cũ TCVN3, đã đọc là `Giải ngân` (1 ô, theo phông `.VnTime` của ô)",
            "lưu ý[legacy-decoded]: chữ gõ bằng phông cũ VNI, đã đọc là `Tuyên truyền` (1 ô, theo phông `VNI-Times` của ô)",
            "lưu ý[hidden-cells]",
        ] {
            assert!(ended.stderr.contains(told), "{ending}: {}", ended.stderr);
        }
        let english = world.run(&["--lang", "en"]).stderr;
        assert!(english.contains("cell B7") && english.contains("by the cell's font `.VnTime`"), "{english}");
    }
}

#[test]
fn folding_twice_is_folding_once_and_tones_have_one_place() {
    let words = include_str!("../src/wording/recognition.rs");
    for word in words.split('"').skip(1).step_by(2) {
        let folded = fold(word);
        assert_eq!(fold(&folded), folded, "{word}");
    }
    let mut rng = fastrand::Rng::with_seed(9);
    let letters: Vec<char> =
        "aăâeêioôơuưyàáảãạằếổợựỹđbcghklmnpqrstvx ỳoahuyòeHOÀ\u{301}\u{323}\u{A0}\u{200B}Ð.".chars().collect();
    for _ in 0..20_000 {
        let word: String = (0..rng.usize(0..12)).map(|_| *rng.choice(&letters).unwrap()).collect();
        let folded = fold(&word);
        assert_eq!(fold(&folded), folded, "{word:?}");
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(word.as_str()).collect();
        assert_eq!(fold(&decomposed), folded, "{word:?}");
    }
    for (one, other) in [("hoà", "hòa"), ("Thuỷ", "Thủy"), ("khoẻ", "khỏe"), ("uỷ ban", "ủy ban"), ("Hoá", "HÓA")]
    {
        assert_eq!(fold(one), fold(other));
        assert!(spellable(one.split(' ').next().unwrap()) && spellable(other.split(' ').next().unwrap()));
    }
    assert_ne!(fold("Đăk"), fold("Dak"));
}

#[test]
fn a_name_that_a_spreadsheet_would_run_stays_text() {
    let world = World::whole();
    let name = "=cmd|' /C calc'!A0";
    let scoring = fs::read_to_string(world.root.join("scoring.toml")).unwrap();
    let member = format!("{{ name = \"{name}\", aliases = [\"Đơn vị Ba\"] }}");
    world.scoring(&scoring.replace("{ name = \"Đơn vị Ba\" }", &member));
    world.form("k1/ba", "k1", name, &rows(80.0));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let book = world.root.join("outputs/2023-tong-ket/k1/xep-hang_k1_2023.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(book).unwrap();
    let mut said = 0;
    for sheet in calamine::Reader::sheet_names(&book) {
        let formulas = calamine::Reader::worksheet_formula(&mut book, &sheet).unwrap();
        assert!(formulas.used_cells().all(|(_, _, formula)| !formula.contains("cmd|")), "{sheet}");
        let values = calamine::Reader::worksheet_range(&mut book, &sheet).unwrap();
        said += values
            .used_cells()
            .filter(|(_, _, value)| matches!(value, calamine::Data::String(said) if said == name))
            .count();
    }
    assert!(said > 3, "{said}");
}
