//! `--lang en`: no word of the program's own is Vietnamese in any output; what users wrote stays as they wrote it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{Cell, SCORING, World, file, number, rows, run_in, sample_set, text};

type Set = [(String, Vec<u8>)];

fn is_vietnamese(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{1B0}' | '\u{1EA0}'..='\u{1EF9}') && !matches!(c, '\u{D7}' | '\u{F7}')
}

/// What users wrote: every text of scoring.toml, and every text of ket-qua.json and of the manifest that is not a
/// sentence of the program's.
fn written_by_users(scoring: &str, set: &Set) -> Vec<String> {
    let mut found = BTreeSet::new();
    texts_of_toml(&scoring.parse::<toml::Table>().unwrap().into(), &mut found);
    for machine in ["ket-qua.json", "manifest.json"] {
        texts_of_json(&serde_json::from_slice(file(set, machine)).unwrap(), &mut found);
    }
    let lines: Vec<_> = found.iter().flat_map(|text| text.split('\n').map(str::to_owned)).collect();
    found.extend(lines);
    // what stands in a picture's description is read without the signs between its lines
    let parted: Vec<_> = found.iter().map(|text| text.replace("; ", " ")).collect();
    found.extend(parted);
    // and a text that begins a cell has a capital
    let begun = |text: &String| {
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let begun: Vec<_> = found.iter().filter_map(begun).collect();
    found.extend(begun);
    let capitals: Vec<_> = found.iter().map(|text| text.to_uppercase()).collect();
    found.extend(capitals);
    let mut found: Vec<_> = found.into_iter().filter(|text| text.contains(is_vietnamese)).collect();
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

fn texts_of_toml(value: &toml::Value, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => {
            found.insert(text.clone());
        }
        toml::Value::Array(items) => items.iter().for_each(|item| texts_of_toml(item, found)),
        toml::Value::Table(table) => table.values().for_each(|value| texts_of_toml(value, found)),
        _ => {}
    }
}

fn texts_of_json(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| texts_of_json(item, found)),
        Value::Object(table) => {
            table
                .iter()
                .filter(|(key, _)| *key != "vi" && *key != "en")
                .for_each(|(_, value)| texts_of_json(value, found));
        }
        _ => {}
    }
}

/// A text without what users wrote and without what is quoted; empty where nothing Vietnamese is left.
fn left_over(said: &str, users: &[String]) -> String {
    let mut said = said.split('`').step_by(2).collect::<Vec<_>>().join("`");
    for text in users {
        if !said.contains(is_vietnamese) {
            return String::new();
        }
        said = without(&said, text);
    }
    if said.contains(is_vietnamese) { said } else { String::new() }
}

/// A text without another, where that stands as words of its own.
fn without(said: &str, text: &str) -> String {
    let (mut kept, mut rest) = (String::new(), said);
    while let Some(at) = rest.find(text) {
        let (before, found) = rest.split_at(at);
        let after = &found[text.len()..];
        kept.push_str(before);
        let apart = !kept.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        if !apart {
            kept.push_str(text);
        }
        rest = after;
    }
    kept + rest
}

/// Every text of a set that a person reads, with the file it stands in.
fn texts(set: &Set) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, bytes) in set {
        if path.ends_with(".xlsx") {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for index in 0..archive.len() {
                let mut part = archive.by_index(index).unwrap();
                let mut xml = String::new();
                part.read_to_string(&mut xml).unwrap();
                let name = format!("{path} {}", part.name().unwrap());
                found.extend(texts_of_xml(&xml).into_iter().map(|text| (name.clone(), text)));
            }
        } else if path.ends_with(".svg") {
            let svg = std::str::from_utf8(bytes).unwrap();
            // a picture's description has its lines one after another
            found.extend(texts_of_xml(svg).into_iter().map(|text| (path.clone(), text.replace("; ", " "))));
        }
    }
    found
}

/// What stands between the tags of an XML text and in its attributes.
fn texts_of_xml(xml: &str) -> Vec<String> {
    let plain = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
        text.replace("&amp;", "&")
    };
    let pieces =
        xml.split('>').flat_map(|piece| piece.split_once('<').map_or(vec![piece], |(text, tag)| vec![text, tag]));
    let texts = pieces.flat_map(|piece| if piece.contains("=\"") { piece.split('"').collect() } else { vec![piece] });
    texts.filter(|text| text.contains(is_vietnamese)).map(plain).collect()
}

/// Nothing Vietnamese is left in a set, nor in what the console said.
fn is_english(set: &Set, console: &str, scoring: &str) {
    let users = written_by_users(scoring, set);
    let texts = texts(set);
    assert!(texts.len() > 5, "{texts:?}");
    let console = console.lines().map(|line| ("console".to_owned(), line.to_owned()));
    let left: BTreeSet<_> = texts
        .into_iter()
        .chain(console)
        .map(|(place, said)| (place, left_over(&said, &users)))
        .filter(|(_, left)| !left.is_empty())
        .collect();
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn the_sample_in_english() {
    let scoring = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scoring.toml")).unwrap();
    is_english(sample_set("en"), "", &scoring);
}

/// The test above finds what it looks for: in the Vietnamese set there is much.
#[test]
fn the_sample_in_vietnamese_is_not_english() {
    let set = sample_set("vi");
    let scoring = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scoring.toml")).unwrap();
    let users = written_by_users(&scoring, set);
    for (path, _) in set.iter().filter(|(path, _)| path.ends_with(".xlsx")) {
        let left = texts(set)
            .into_iter()
            .filter(|(place, said)| place.starts_with(path) && !left_over(said, &users).is_empty());
        assert!(left.count() > 10, "{path}");
    }
}

/// A run in English and all it wrote and said.
fn run(world: &World, scoring: &str, set: &str) {
    world.scoring(scoring);
    let ended = world.run(&["--lang", "en"]);
    assert!([0, 1].contains(&ended.code), "{}", ended.stderr);
    is_english(&world.files(&format!("outputs/{set}")), &(ended.stdout + &ended.stderr), scoring);
}

#[test]
fn the_mid_year_review_in_english() {
    let world = World::whole();
    world.form("k1/ba", "k1", "Đơn vị Ba", &rows(20.0));
    let half = SCORING.replacen("period = \"year\"", "period = \"half\"", 1);
    run(&world, &half, "2023-so-ket-en");
    run(
        &world,
        &half.replacen("[[compact]]", "[half]\nranks = true\nplans = \"share\"\n\n[[compact]]", 1),
        "2023-so-ket-en",
    );
}

#[test]
fn findings_decisions_and_earlier_years_in_english() {
    let world = World::whole();
    let mut doubtful = rows(90.0);
    doubtful[0][3] = text("khoảng chín mươi");
    doubtful[1][3] = Cell::Blank;
    world.form("k1/hai", "k1", "Đơn vị Hai", &doubtful);
    world.opinions(&[("k1", "Đơn vị Một", "đang xem xét"), ("k2", "Đơn vị Bốn", "đã kết luận")]);
    let heads = ["TT", "Cụm, khối", "Đơn vị", "Đề nghị", "Lý do", "Biên bản số", "Ngày"].map(text).to_vec();
    let row = ["1", "k2", "Đơn vị Một", "Đề nghị", "", "12/BB", "10/12/2023"].map(text).to_vec();
    world.sheet("chung/suy-ton.xlsx", "Bảng", &[vec![text("KẾT QUẢ SUY TÔN NĂM 2023")], vec![], heads, row]);
    let heads = ["TT", "Cụm, khối", "Đơn vị", "Danh hiệu đăng ký", "Văn bản số"].map(text).to_vec();
    let row = vec![number(1.0), text("k1"), text("Đơn vị Một"), text("Cờ thi đua"), text("3/ĐK")];
    world.sheet("chung/dang-ky-danh-hieu.xlsx", "Đăng ký", &[heads, row]);
    world.bytes("k1/hong.xlsx", b"not a workbook");
    let folder = world.root.join("lich-su");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("2022.json"), file(sample_set("vi"), "ket-qua.json")).unwrap();
    let scoring =
        SCORING.replacen("[inputs]", "history = \"lich-su\"\n\n[style]\nheading = \"phu-luc\"\n\n[inputs]", 1);
    run(&world, &scoring, "2023-tong-ket-en");
}

#[test]
fn help_and_the_rules_in_english() {
    let world = World::whole();
    for args in [&["--help", "--lang", "en"][..], &["rules", "--lang", "en"], &["rules", "--lang", "en", "steps"]] {
        let ended = run_in(&world.root, args);
        assert_eq!(ended.code, 0, "{args:?}");
        // an example of a user's words stands in quotes
        let said = ended.stdout.replace('"', "`");
        let left: Vec<_> = said.lines().filter(|line| !left_over(line, &[]).is_empty()).collect();
        assert_eq!(left, [""; 0], "{args:?}");
    }
}

/// Every source file that holds words in both languages.
fn sources() -> Vec<PathBuf> {
    fn list(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() { list(&entry.path(), found) } else { found.push(entry.path()) }
        }
    }
    let mut found = Vec::new();
    for folder in ["src/wording", "src/score/rules", "src/award/requirements"] {
        list(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found.sort();
    found
}

/// The literals of a source text with what stands before each.
fn literals(source: &str) -> Vec<(String, String)> {
    let (mut found, mut before, mut rest) = (Vec::new(), String::new(), source.chars());
    while let Some(c) = rest.next() {
        if c != '"' {
            before.push(c);
            continue;
        }
        let mut literal = String::new();
        while let Some(c) = rest.next() {
            match c {
                '"' => break,
                '\\' => literal.extend([c].into_iter().chain(rest.next())),
                c => literal.push(c),
            }
        }
        found.push((std::mem::take(&mut before), literal));
    }
    found
}

/// The Vietnamese and English literals of a `Text`, or of a constant in one of the macros of words, where what the
/// constant is for may stand first.
fn pairs(code: &str) -> Vec<(String, String)> {
    let literals = literals(code);
    let is_constant = |before: &str| {
        let name = before.trim_end().strip_suffix([':', '=']).map(str::trim_end).unwrap_or_default();
        let name = name.rsplit([' ', '\n', '{', ';']).next().unwrap();
        !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    let follows = |index: usize| literals.get(index).is_some_and(|(before, _)| before.trim() == ",");
    let mut found = Vec::new();
    for (index, (before, _)) in literals.iter().enumerate() {
        let is_text = before.trim_end().ends_with("vi:")
            && literals.get(index + 1).is_some_and(|(before, _)| before.trim_start_matches(',').trim() == "en:");
        let at = match (is_constant(before) && follows(index + 1), follows(index + 2)) {
            (true, true) => index + 1,
            (true, false) => index,
            (false, _) if is_text => index,
            (false, _) => continue,
        };
        found.push((literals[at].1.clone(), literals[at + 1].1.clone()));
    }
    found
}

#[test]
fn every_word_has_an_english_face() {
    let mut count = 0;
    for path in sources() {
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]\nmod").next().unwrap().replace("'\"'", "' '");
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for (vi, en) in pairs(&code) {
            // a term that people enter in a form is the same in both, and the unit of money is the one that is read
            let said = if vi == en { "" } else { &en };
            let said = said.replace("\\\"", "`").replace(thidua::wording::yearly::MILLIONS, "");
            assert_eq!(left_over(&said, &[]), "", "{}: {vi}", path.display());
            assert_eq!(vi.is_empty(), en.is_empty(), "{}: {vi} / {en}", path.display());
            count += 1;
        }
    }
    assert!(count > 600, "{count}");
}
