//! Stages of a mark with the compact's own names and order, and the offices' own words over a column.

use crate::harness::{Cell, SCORING, World, number, rows, text};

/// The small world with a second appraisal that counts before the first, in a column of its own.
fn world() -> World {
    let world = World::whole();
    let declared = "[[stage]]\nid = \"second\"\nname = \"Sở Nội vụ thẩm định lần 2\"\nname_en = \"second appraisal\"\n\
                    headings = [\"Điểm TĐ lần 2\"]\n[[heading]]\ncolumn = \"actual\"\nwords = [\"Kết quả đạt được\"]\n[[compact]]";
    let text = SCORING.replacen("stages = [\"council\",", "stages = [\"second\", \"council\",", 1);
    world.scoring(&text.replacen("[[compact]]", declared, 1));
    world
}

/// A form under the offices' own words: the marks of II.1 by the bloc and, where there is one, in the second appraisal.
fn form(world: &World, second: Option<f64>) {
    let mut sheet = vec![
        vec![text("Tên đơn vị: Đơn vị Hai")],
        vec![text("Cụm/Khối: k1")],
        [
            "TT",
            "Nội dung",
            "Kế hoạch",
            "Kết quả đạt được",
            "Điểm tự chấm",
            "Điểm khối chấm",
            "Điểm TĐ lần 2",
            "Điểm tối đa",
        ]
        .map(text)
        .into(),
        vec![text("I"), text("Kinh tế")],
    ];
    sheet.extend(rows(90.0).into_iter().map(Vec::from));
    sheet[7].push(second.map_or(Cell::Blank, number));
    world.sheet("k1/hai.xlsx", "Tự chấm", &sheet);
}

fn mark(world: &World) -> serde_json::Value {
    let found = world.results();
    let bloc = found["blocs"].as_array().unwrap().iter().find(|bloc| bloc["id"] == "k1").unwrap().clone();
    let standing = bloc["standings"].as_array().unwrap().iter().find(|standing| standing["member"] == "Đơn vị Hai");
    standing.unwrap().clone()
}

#[test]
fn the_stage_that_the_compact_puts_first_counts() {
    let world = world();
    form(&world, Some(11.5));
    let ended = world.run(&[]);
    assert!(ended.stderr.contains("(Sở Nội vụ thẩm định lần 2, chấm chéo)"), "{}", ended.stderr);
    assert_eq!(mark(&world)["total"], "86.5", "{}", ended.stderr);
    let explained = world.run(&["explain", "Đơn vị Hai", "II.1"]).stdout;
    assert!(explained.contains("điểm Sở Nội vụ thẩm định lần 2: 11,5"), "{explained}");
    assert!(explained.contains("điểm chấm chéo: 15"), "{explained}");
    let english = world.run(&["explain", "Đơn vị Hai", "II.1", "--lang", "en"]).stdout;
    assert!(english.contains("mark of second appraisal: 11.5"), "{english}");
}

#[test]
fn without_it_the_next_stage_counts() {
    let world = world();
    form(&world, None);
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(mark(&world)["total"], "90");
}
