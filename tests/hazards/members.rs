//! Rows 27 to 30, 35 to 41, 75 to 77 and 79: who a name is, and names that mean harm.

use super::{checked, mark_is, says, silent, unranked};
use crate::harness::{Cell, SCORING, World, number, rows, text};

/// The small world with the form of Đơn vị Hai under another name.
fn named(name: &str) -> World {
    let world = World::whole();
    world.form("k1/hai", "k1", name, &rows(90.0));
    world
}

#[test]
fn row_27_two_files_of_one_member() {
    for actual in [90.0, 91.0] {
        let world = World::whole();
        world.form("k1/hai-v2", "k1", "ĐV Hai", &rows(actual));
        says(
            &world,
            1,
            "two-forms",
            "lỗi[two-forms]: số liệu của đơn vị được gửi hai lần: hai Bảng tự chấm điểm, hoặc hai chỗ trong một bảng\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm` (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  cần:      mỗi đơn vị một bản; bản kia: `k1/hai-v2.xlsx!Bảng tự chấm`\n\ncách sửa: hỏi đơn vị bản nào là bản cuối cùng, xóa bản còn lại hoặc chuyển ra khỏi thư mục đầu vào rồi chạy lại",
            "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm` (bloc `k1`, member `Đơn vị Hai`)",
        );
        unranked(&world);
    }
}

/// The small world's bloc k1 in one table, with these members down.
fn bloc_table(names: &[&str]) -> World {
    let world = World::whole();
    for file in ["k1/mot.xlsx", "k1/hai.xlsx", "k1/ba.xlsx"] {
        world.remove(file);
    }
    let mut sheet = vec![vec![text("BẢNG TỔNG HỢP NĂM 2023")], vec![text("Cụm/Khối: k1")]];
    let head = |said: &str| if said.is_empty() { Cell::Blank } else { text(said) };
    sheet.push(["TT", "Đơn vị", "I.1. Thu ngân sách", "I.2. Giải ngân", "II.1. Tuyên truyền"].map(head).to_vec());
    sheet.push(["", "", "Thực hiện", "Thực hiện", "Điểm khối chấm"].map(head).to_vec());
    for (place, name) in names.iter().enumerate() {
        sheet.push([vec![number(place as f64 + 1.0), text(name)], [90.0, 100.0, 15.0].map(number).to_vec()].concat());
    }
    world.sheet("k1/tong-hop.xlsx", "Tổng hợp", &sheet);
    world
}

#[test]
fn row_28_one_member_twice_in_a_sheet() {
    let world = bloc_table(&["Đơn vị Một", "Đơn vị Hai", "Đơn vị Ba", "ĐV Hai"]);
    says(
        &world,
        1,
        "two-forms",
        "lỗi[two-forms]: số liệu của đơn vị được gửi hai lần: hai Bảng tự chấm điểm, hoặc hai chỗ trong một bảng\n  --> inputs/k1/tong-hop.xlsx, trang `Tổng hợp`, ô B8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  tìm thấy: `ĐV Hai`\n  cần:      mỗi đơn vị một bản; bản kia: `B6`\n\ncách sửa: hỏi đơn vị bản nào là bản cuối cùng, xóa bản còn lại hoặc chuyển ra khỏi thư mục đầu vào rồi chạy lại",
        "--> inputs/k1/tong-hop.xlsx, sheet `Tổng hợp`, cell B8",
    );
    assert_eq!(checked(&bloc_table(&["Đơn vị Một", "Đơn vị Hai", "Đơn vị Ba"]), &[]).0, 0);
}

#[test]
fn row_29_an_unknown_member() {
    says(
        &named("Đơn vị Hay"),
        1,
        "unknown-member",
        "lỗi[unknown-member]: không có đơn vị nào tên này trong scoring.toml\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô A4\n  tìm thấy: `Đơn vị Hay`\n  cần:      tên đơn vị như trong scoring.toml; gần giống nhất là `Đơn vị Hai`\n\ncách sửa: nếu đây là `Đơn vị Hai`, thêm dòng sau dưới tên đơn vị ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):\n    aliases = [\"Đơn vị Hay\"]\n  nếu không phải, sửa ô `Tên đơn vị:` trong tệp",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell A4",
    );
    says(
        &named("Sở Xây dựng"),
        1,
        "unknown-member",
        "lỗi[unknown-member]: không có đơn vị nào tên này trong scoring.toml\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô A4\n  tìm thấy: `Sở Xây dựng`\n  cần:      tên đơn vị hoặc một tên gọi khác (aliases) như trong scoring.toml\n\ncách sửa: sửa ô `Tên đơn vị:` cho đúng tên; nếu đơn vị không thuộc cụm, khối này thì chuyển tệp ra khỏi thư mục đầu vào",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell A4",
    );
    unranked(&named("Đơn vị Hay"));
}

#[test]
fn row_30_a_member_that_handed_in_nothing() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    says(
        &world,
        1,
        "nothing-handed-in",
        "lỗi[nothing-handed-in]: đơn vị chưa gửi tệp nào\n  --> cụm, khối `k1`, đơn vị `Đơn vị Hai`\n  cần:      Bảng tự chấm điểm của đơn vị trong thư mục đầu vào\n\ncách sửa: nhắc đơn vị gửi Bảng tự chấm điểm (mẫu trống: `thidua form`), chép vào thư mục đầu vào rồi chạy lại",
        "bloc `k1`, member `Đơn vị Hai`",
    );
    unranked(&world);
}

#[test]
fn row_35_composed_and_decomposed_names() {
    for name in ["Đơn vị Hai", "Đơn vi\u{323} Hai", "Đo\u{31B}n vi\u{323} Hai"] {
        silent(&named(name), 0, "name-read-as");
        mark_is(&named(name), 0, Some("45"));
    }
    let world = named("x");
    world.scoring(&SCORING.replacen(
        "{ name = \"Đơn vị Ba\" }",
        "{ name = \"Đơn vị Ba\", aliases = [\"Xã Mộng\"] }",
        1,
    ));
    world.remove("k1/hai.xlsx");
    world.remove("k1/ba.xlsx");
    // the circumflex and the dot below in either order
    for name in ["Xã Mo\u{302}\u{323}ng", "Xã Mo\u{323}\u{302}ng"] {
        world.form("k1/ba", "k1", name, &rows(80.0));
        let (_, said) = checked(&world, &[]);
        assert!(!said.contains("[unknown-member]") && said.matches("[nothing-handed-in]").count() == 1, "{said}");
    }
}

#[test]
fn row_36_fonts_of_before_unicode() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.bytes("k1/hai.xlsx", include_bytes!("../data/fonts/phong-cu.xlsx"));
    says(
        &world,
        0,
        "legacy-decoded",
        "lưu ý[legacy-decoded]: chữ gõ bằng phông cũ TCVN3, đã đọc là `Giải ngân` (1 ô, theo phông `.VnTime` của ô)\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô B7\n  tìm thấy: `Gi¶i ng©n`\n\ncách sửa: xem lại tên đơn vị và tên tiêu chí đã đọc đúng chưa; lần sau gõ bằng phông Unicode",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell B7",
    );
    // words that neither encoding spells rightly, and Unicode does not either
    let sheet = [["B¶ng x·q", "§zz¬n"], ["vÞqq µzq", "¬qx §µ"], ["¸qz", "Ôqx"]].map(|row| row.map(text).to_vec());
    let world = World::whole();
    world.sheet("k1/hai.xlsx", "Tu cham", &sheet);
    says(
        &world,
        1,
        "legacy-text",
        "lỗi[legacy-text]: chữ trong trang này gõ bằng phông cũ (TCVN3 hoặc VNI) và không đủ căn cứ để biết là phông nào\n  --> inputs/k1/hai.xlsx, trang `Tu cham`, ô A1\n  tìm thấy: `B¶ng x·q`\n  cần:      chữ Unicode, ví dụ phông Times New Roman\n\ncách sửa: chuyển mã bằng Unikey (Ctrl+Shift+F6) hoặc gõ lại các dòng tiêu đề và tên đơn vị, rồi gửi lại tệp",
        "--> inputs/k1/hai.xlsx, sheet `Tu cham`, cell A1",
    );
}

#[test]
fn rows_37_to_40_spellings_that_are_read_and_told() {
    let place = "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell A4";
    says(
        &named("\u{D0}ơn vị Hai"),
        0,
        "name-read-as",
        "lưu ý[name-read-as]: tên ghi khác tên trong scoring.toml, đã hiểu là `Đơn vị Hai`\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô A4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`)\n  tìm thấy: `Ðơn vị Hai`\n\ncách sửa: không cần làm gì nếu đúng là `Đơn vị Hai`; nếu không, sửa tên trong tệp rồi chạy lại",
        place,
    );
    for name in ["\u{189}ơn vị Hai", "Đơn vị\u{200B} Hai", "\u{FEFF}Đơn vị Hai", "Đơn v\u{AD}ị Hai", "Đơn vị Ｈai"]
    {
        let (exit, said) = checked(&named(name), &[]);
        assert!(exit == 0 && said.contains("đã hiểu là `Đơn vị Hai`"), "{name:?}: {said}");
    }
    // what only a different length of space or other capitals makes of a name is no news
    for name in ["ĐƠN VỊ HAI", "Đơn  vị\u{A0}Hai", "Đơn vị\u{202F}Hai ", "Đơn\nvị Hai"] {
        let (exit, said) = checked(&named(name), &[]);
        assert!(exit == 0 && !said.contains("[unknown-member]"), "{name:?}: {said}");
    }
    let tone = |configured: &str, written: &str| {
        let world = named(written);
        world.scoring(&SCORING.replacen("\"ĐV Hai\"", &format!("\"{configured}\""), 1));
        world
    };
    for (configured, written) in [("Hoà Bình", "Hòa Bình"), ("Thủy Nguyên", "Thuỷ Nguyên"), ("Uỷ ban", "Ủy ban")]
    {
        let (exit, said) = checked(&tone(configured, written), &[]);
        assert!(exit == 0 && said.contains("lưu ý[name-read-as]"), "{written}: {said}");
    }
}

#[test]
fn row_41_two_configured_names_that_are_one() {
    let world = World::whole();
    world.scoring(&SCORING.replacen("{ name = \"Đơn vị Ba\" }", "{ name = \"\u{D0}ƠN VỊ  MỘT\" }", 1));
    says(
        &world,
        2,
        "alike-names",
        "lỗi[alike-names]: hai tên trong cùng một cụm, khối không phân biệt được: `Đơn vị Một` và `ÐƠN VỊ MỘT`\n  --> scoring.toml:68:92\n   |\n68 | member = [{ name = \"Đơn vị Một\" }, { name = \"Đơn vị Hai\", aliases = [\"ĐV Hai\"] }, { name = \"ÐƠN VỊ  MỘT\" }]\n   |                                                                                            ^^^^^^^^^^^^^ chỗ này\n  cần:      các tên khác nhau cả khi bỏ qua chữ hoa, dấu cách và cách đặt dấu\n\ncách sửa: ghi rõ hơn một trong hai tên, hoặc bỏ tên gọi khác (aliases) bị trùng",
        "scoring.toml:",
    );
}

#[test]
fn row_75_names_that_a_spreadsheet_would_run() {
    for name in ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3"] {
        let world = World::whole();
        let member = format!("{{ name = \"{name}\", aliases = [\"Đơn vị Ba\"] }}");
        world.scoring(&SCORING.replacen("{ name = \"Đơn vị Ba\" }", &member, 1));
        world.form("k1/ba", "k1", name, &rows(80.0));
        let ended = world.run(&[]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        for (file, bytes) in world.files("outputs/2023-tong-ket/du-lieu-may") {
            if file.ends_with(".csv") {
                let text = String::from_utf8(bytes).unwrap();
                let cells = text.lines().flat_map(|line| line.split(',')).map(|cell| cell.trim_start_matches('"'));
                for cell in cells.filter(|cell| cell.contains(name.trim_start_matches(['=', '+', '@', '-']))) {
                    assert!(cell.starts_with('\'') || !cell.starts_with(['=', '+', '@', '-']), "{file}: {cell}");
                }
            }
        }
    }
}

#[test]
fn row_76_names_with_signs_of_markup() {
    let world = World::whole();
    let name = "<script>alert('x')</script> & \\\"Đơn vị\\\"";
    world.scoring(&SCORING.replacen(
        "{ name = \"Đơn vị Ba\" }",
        &format!("{{ name = \"{name}\", aliases = [\"Đơn vị Ba\"] }}"),
        1,
    ));
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let mut pictures = 0;
    for (file, bytes) in world.files("outputs") {
        if file.ends_with(".svg") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("<script"), "{file}");
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
            pictures += 1;
        }
    }
    assert!(pictures > 0);
    // a control character in a file's text is no letter of a name
    let (exit, said) = checked(&named("Đơn vị\u{1} Hai"), &[]);
    assert!(exit == 1 && said.contains("[unknown-member]") && !said.contains('\u{1}'), "{said:?}");
}

#[test]
fn row_77_names_that_are_none_by_their_length() {
    let world = named(&"Đơn vị ".repeat(60));
    says(
        &world,
        1,
        "unknown-member",
        "lỗi[unknown-member]: không có đơn vị nào tên này trong scoring.toml\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô A4\n  tìm thấy: `Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị Đơn vị…`\n  cần:      tên đơn vị hoặc một tên gọi khác (aliases) như trong scoring.toml\n\ncách sửa: sửa ô `Tên đơn vị:` cho đúng tên; nếu đơn vị không thuộc cụm, khối này thì chuyển tệp ra khỏi thư mục đầu vào",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell A4",
    );
    let (exit, said) = checked(&named(&"x".repeat(32_000)), &[]);
    assert!(exit == 1 && said.lines().all(|line| line.chars().count() < 400), "{}", said.len());
}

#[test]
fn row_79_names_that_are_paths() {
    for name in ["../../x", "C:\\\\x", "CON", "a.", "/etc"] {
        let world = World::whole();
        let member = format!("{{ name = \"{name}\", aliases = [\"Đơn vị Ba\"] }}");
        world.scoring(&SCORING.replacen("{ name = \"Đơn vị Ba\" }", &member, 1));
        let before = world.files("inputs");
        let ended = world.run(&[]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.stderr);
        assert_eq!(world.files("inputs"), before);
        let outside: Vec<String> = std::fs::read_dir(&world.root)
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|entry| !["inputs", "outputs", "scoring.toml"].contains(&entry.as_str()))
            .collect();
        assert_eq!(outside, Vec::<String>::new(), "{name}");
        let plain =
            |file: &str| file.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c)) && !file.contains("..");
        for (file, _) in world.files("outputs") {
            assert!(plain(&file), "{file}");
        }
    }
}

/// The form in an old font is read by the font, not by its letters alone: see `names`.
#[test]
fn row_36_the_same_in_xls() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    world.bytes("k1/hai.xls", include_bytes!("../data/fonts/phong-cu.xls"));
    let (exit, said) = checked(&world, &[]);
    assert!(exit == 0 && said.contains("lưu ý[legacy-decoded]"), "{said}");
}
