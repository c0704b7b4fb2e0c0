//! The blank form: filled in and read back to the digit, with its stamp; what was typed elsewhere is asked about.

use crate::harness::{Ended, SCORING, World};
use crate::silent::patched;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The blank form of Đơn vị Hai, made in the small world.
fn blank(world: &World) -> Vec<u8> {
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let forms = world.files("outputs/bieu-mau-2023-year");
    forms.into_iter().find(|(name, _)| name == "k1/don-vi-hai.xlsx").unwrap().1
}

/// The form with numbers, and texts where they are no numbers, in these blank cells.
pub fn filled(form: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    if cells.is_empty() {
        return form.to_vec();
    }
    patched(form, SHEET, &|mut text| {
        for (address, value) in cells {
            let start = text.find(&format!("<c r=\"{address}\" ")).unwrap_or_else(|| panic!("{address} in {text}"));
            let end = start + text[start..].find("/>").unwrap();
            assert!(!text[start..end].contains('>'), "{address} is not blank: {}", &text[start..end]);
            let cell = match value.parse::<f64>() {
                Ok(_) => format!("><v>{value}</v></c>"),
                Err(_) => format!(" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
            };
            text.replace_range(end..end + 2, &cell);
        }
        text
    })
}

const TYPED: &[(&str, &str)] =
    &[("E10", "98.7654321"), ("E11", "100"), ("G10", "49.38"), ("G11", "30"), ("G13", "15.25")];

fn run(world: &World, form: &[u8]) -> Ended {
    world.bytes("k1/hai.xlsx", form);
    world.run(&[])
}

#[test]
fn what_was_typed_is_what_is_read() {
    let world = World::whole();
    let form = filled(&blank(&world), TYPED);
    let ended = run(&world, &form);
    assert!(!ended.stderr.contains("hai.xlsx") || ended.stderr.contains("[mixed-stages]"), "{}", ended.stderr);
    let results = world.results();
    let members = results["members"].as_array().unwrap();
    let own = members.iter().find(|own| own["bloc"] == "k1" && own["name"] == "Đơn vị Hai").unwrap();
    let mark = |index: usize| &own["marks"][index];
    assert_eq!(mark(0)["inputs"][1]["value"], "98.7654321");
    assert_eq!(mark(0)["mark"], "49.38");
    assert_eq!(mark(1)["inputs"][1]["value"], "100");
    let given: Vec<_> = (0..3).map(|index| mark(index)["stages"][0]["mark"].as_str().unwrap().to_owned()).collect();
    assert_eq!(given, ["49.38", "30", "15.25"]);
}

#[test]
fn the_stamp_knows_whose_form_it_is() {
    let world = World::whole();
    let form = blank(&world);
    let renamed = |name: &str| {
        let form = filled(&form, TYPED);
        patched(&form, "xl/sharedStrings.xml", &|text| text.replace("Tên đơn vị: Đơn vị Hai", name))
    };
    // the line lost, the stamp is enough, whatever the file is called
    world.remove("k1/hai.xlsx");
    world.bytes("lac/vo-danh.xlsx", &renamed("(mất dòng tên)"));
    let ended = world.run(&[]);
    assert!(!ended.stderr.contains("lỗi["), "{}", ended.stderr);
    world.remove("lac/vo-danh.xlsx");
    let ended = run(&world, &renamed("Tên đơn vị: Đơn vị Ba"));
    let said =
        "lỗi[stamp-contradicts]: biểu mẫu này được tạo cho `Đơn vị Hai` nhưng dòng `Tên đơn vị:` ghi đơn vị khác";
    assert!(ended.code == 1 && ended.stderr.contains(said), "{}", ended.stderr);
}

#[test]
fn an_outdated_form_is_told_and_read_where_its_rows_match() {
    let world = World::whole();
    let form = filled(&blank(&world), TYPED);
    let said = "lưu ý[outdated-form]: biểu mẫu được tạo theo bản giao ước trước";
    for (unit, in_doubt) in [("tỷ VNĐ", false), ("triệu đồng", true)] {
        world.scoring(&SCORING.replacen("unit = \"tỷ đồng\"", &format!("unit = \"{unit}\""), 1));
        let ended = run(&world, &form);
        assert!(ended.stderr.contains(said), "{unit}: {}", ended.stderr);
        assert_eq!(ended.stderr.contains("lỗi[unit-differs]"), in_doubt, "{unit}: {}", ended.stderr);
        assert_eq!(ended.stderr.contains("lỗi["), in_doubt, "{unit}: {}", ended.stderr);
    }
}

#[test]
fn cells_are_locked_but_those_to_fill_in_and_refuse_what_cannot_be_read() {
    let world = World::whole();
    let form = blank(&world);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(form)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(SHEET).unwrap(), &mut text).unwrap();
    assert!(text.contains("<sheetProtection sheet=\"1\""), "{text}");
    let rules: Vec<&str> = text.split("<dataValidation ").skip(1).collect();
    let rule = |cell: &str| rules.iter().find(|rule| rule.contains(&format!("sqref=\"{cell}\""))).unwrap();
    assert!(rule("E10").contains("type=\"custom\"") && rule("E10").contains("ISNUMBER(E10)"), "{}", rule("E10"));
    assert!(rule("G10").contains("<formula1>0</formula1><formula2>50</formula2>"), "{}", rule("G10"));
    assert!(rule("H10").contains("chính thức,ước,dự kiến"), "{}", rule("H10"));
}
