//! Every chart of blocs of all sizes: inside its edges, nothing on top of anything, every letter there, the same twice.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use resvg::usvg::{Group, Node, Rect, Text, TextChunk, roxmltree};
use unicode_normalization::UnicodeNormalization;

use super::of_bloc;
use super::picture::Drawing;
use crate::diag::Lang;
use crate::model::{History, Past, Points};
use crate::write::fixture::{Case, World};
use crate::write::view::View;

const NONE: Case = Case { members: 0, incomplete: false, empty: false, tie: false, sample: false, wide: false };

/// Members of a bloc: two, nine of which two lack something, as many as fit on a page, twice that; and many criteria.
const CASES: [(&str, Case); 7] = [
    ("two", Case { members: 2, ..NONE }),
    ("nine", Case { members: 9, ..NONE }),
    ("incomplete", Case { members: 9, incomplete: true, sample: true, ..NONE }),
    ("thirty", Case { members: 30, tie: true, sample: true, ..NONE }),
    ("sixty", Case { members: 60, incomplete: true, tie: true, sample: true, ..NONE }),
    ("wide", Case { members: 60, wide: true, ..NONE }),
    ("empty", Case { members: 4, empty: true, ..NONE }),
];

/// A world with earlier years, the third member having come out of two others.
fn world(case: Case) -> World {
    let mut world = World::new(case);
    let name = |world: &World, member: usize| world.scoring.blocs[0].members[member].name.clone();
    let mut members = Vec::new();
    for member in 0..case.members {
        let merged = member == 2;
        let units =
            if merged { vec!["Sở Cũ A".to_owned(), "Sở Cũ B".to_owned()] } else { vec![name(&world, member)] };
        let past = |(year, unit): (u16, &String)| Past {
            year,
            name: unit.clone(),
            predecessor: merged,
            bloc: (if year == 2020 { "khac" } else { "khoi-vhxh" }.to_owned(), "Khối khác".to_owned()),
            members: case.members,
            rank: Some(u32::try_from(member + 1).unwrap()),
            total: (member != 3 || year != 2021).then(|| {
                Points::from_units(
                    (960 - 3 * i64::try_from(member).unwrap() + i64::from(year % 3) * 11) * 1_000_000_000,
                )
            }),
            scale: Points::from_units(1_000_000_000_000),
            provisional: year == 2021,
        };
        members.push((2020..2023).flat_map(|year| units.iter().map(move |unit| (year, unit))).map(past).collect());
        if merged {
            world.scoring.blocs[0].members[member].predecessors = units;
        }
    }
    world.panel.common.history = Some(History { years: vec![2020, 2021, 2022], blocs: vec![members] });
    world
}

fn drawings(world: &World, lang: Lang) -> Vec<(String, Drawing)> {
    world.tell(lang, |context| of_bloc(View::new(context, 0, &world.bloc())).unwrap())
}

/// The folder `THIDUA_LOOK` where it is set: what was made is put there to be looked at.
fn look(case: &str, name: &str, drawing: &Drawing) {
    if let Some(folder) = std::env::var_os("THIDUA_LOOK") {
        let folder = Path::new(&folder).join(case);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), drawing.picture().unwrap().png).unwrap();
    }
}

fn texts(group: &Group) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(text.as_ref()),
            Node::Group(group) => found.extend(texts(group)),
            _ => {}
        }
    }
    found
}

fn said(text: &Text) -> String {
    text.chunks().iter().map(TextChunk::text).collect()
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    let across = a.right().min(b.right()) - a.left().max(b.left());
    let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
    across > 1.0 && down > 1.0
}

/// The texts of a drawing as usvg sets them: every letter in the embedded face, all within the picture, no two on each
/// other.
fn check(case: &str, name: &str, drawing: &Drawing) {
    let tree = drawing.tree().unwrap();
    let (width, height) = (tree.size().width(), tree.size().height());
    let texts = texts(tree.root());
    assert!(!texts.is_empty());
    assert_eq!(unknown(&texts), BTreeSet::new(), "{case} {name}");
    let boxes: Vec<(String, Rect)> = texts.iter().map(|text| (said(text), ink(text))).collect();
    for (said, ink) in &boxes {
        let inside =
            ink.left() >= 4.0 && ink.top() >= 2.0 && ink.right() <= width - 4.0 && ink.bottom() <= height - 2.0;
        assert!(inside, "{case} {name}: `{said}` at {ink:?} leaves {width} x {height}");
    }
    for (index, (said, ink)) in boxes.iter().enumerate() {
        for (other, place) in &boxes[index + 1..] {
            assert!(!overlap(ink, place), "{case} {name}: `{said}` lies on `{other}`, {ink:?} {place:?}");
        }
    }
}

/// The letters of texts in which the embedded face sets an empty box.
fn unknown(texts: &[&Text]) -> BTreeSet<char> {
    let lost =
        |text: &&&Text| text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|glyph| glyph.id.0 == 0);
    texts.iter().filter(lost).flat_map(|text| said(text).chars().collect::<Vec<_>>()).collect()
}

/// The box of the letters themselves, and not of their line.
fn ink(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

#[test]
fn every_letter_is_there_and_every_text_inside_and_none_on_another() {
    for (case, of) in CASES {
        let world = world(of);
        let wide = of.wide;
        for lang in [Lang::Vi, Lang::En].into_iter().filter(|lang| !wide || *lang == Lang::Vi) {
            for (name, drawing) in drawings(&world, lang) {
                if lang == Lang::Vi {
                    look(case, &name, &drawing);
                }
                check(case, &name, &drawing);
            }
        }
    }
}

/// Names as they come: long ones, one without a space, signs of XML, letters and accents apart.
#[test]
fn hard_names_stay_within_their_columns() {
    let mut world = world(Case { members: 9, ..NONE });
    let long = "Trung tâm Dịch vụ việc làm và ".repeat(10);
    let apart = "Sở Giáo dục".nfd().collect::<String>();
    let names = [long.clone(), "W".repeat(300), "<b>&\"'</b> ]]>".to_owned(), apart, String::new()];
    assert!(long.chars().count() >= 300);
    let (bloc, compact) = (&mut world.scoring.blocs[0], &mut world.scoring.compacts[0]);
    for (index, name) in names.iter().enumerate() {
        bloc.members[index].name.clone_from(name);
        compact.criteria[index].name.clone_from(name);
        compact.fields[index].name.clone_from(name);
    }
    bloc.name.clone_from(&names[1]);
    compact.criteria[4].id = "tieu-chi-rat-dai-".repeat(4);
    compact.fields[1].id = "linh-vuc-rat-dai-".repeat(4);
    for (name, drawing) in drawings(&world, Lang::Vi) {
        look("hard", &name, &drawing);
        check("hard", &name, &drawing);
        let picture = drawing.picture().unwrap();
        assert!(!picture.svg.contains("<b>") && picture.svg.contains("Sở Giáo dục"), "{name}");
    }
}

/// What is shipped: XML with a title and a description, letters as outlines, no picture from elsewhere, the same twice.
#[test]
fn a_picture_is_xml_without_letters_to_set_and_the_same_twice() {
    let world = world(Case { members: 9, incomplete: true, ..NONE });
    let (first, again) = (drawings(&world, Lang::Vi), drawings(&world, Lang::Vi));
    let names: Vec<_> = first.iter().map(|(name, _)| name.as_str()).collect();
    let expected =
        ["diem-tong", "diem-linh-vuc", "khoang-cach", "tu-cham-tham-dinh", "ma-tran-diem", "ke-hoach-thuc-hien"];
    assert_eq!(names, expected.into_iter().chain(["ket-qua-cac-nam"]).collect::<Vec<_>>());
    for ((name, drawing), (_, again)) in first.iter().zip(&again) {
        let picture = drawing.picture().unwrap();
        let xml = roxmltree::Document::parse(&picture.svg).unwrap();
        let count =
            |tag: &str| xml.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag))).count();
        assert_eq!((count("title"), count("desc"), count("text"), count("image")), (1, 1, 0, 0), "{name}");
        assert!(count("path") > 30 && !picture.svg.contains("font-family"), "{name}");
        assert!(picture.png.starts_with(b"\x89PNG"));
        let second = again.picture().unwrap();
        assert!(picture.svg == second.svg && picture.png == second.png, "{name} differs");
    }
}

/// Without marks there is no matrix, and one member has nobody to be compared with.
#[test]
fn what_would_show_nothing_is_left_out() {
    let names = |case| drawings(&World::new(case), Lang::Vi).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(Case { members: 4, empty: true, ..NONE }), ["diem-tong", "diem-linh-vuc"]);
    let alone = names(Case { members: 1, ..NONE });
    assert_eq!(alone, ["diem-tong", "diem-linh-vuc", "tu-cham-tham-dinh", "ma-tran-diem", "ke-hoach-thuc-hien"]);
}

/// Sixty plans fill two pictures, each with what it needs to be read.
#[test]
fn more_plans_than_a_page_holds_go_on_a_second() {
    let drawings = drawings(&World::new(Case { members: 2, wide: true, ..NONE }), Lang::Vi);
    let plans: Vec<_> = drawings.iter().filter(|(name, _)| name.starts_with("ke-hoach")).collect();
    let titles: Vec<_> = plans.iter().map(|(name, drawing)| (name.as_str(), drawing.title.as_str())).collect();
    let title = "Thực hiện so với kế hoạch các chỉ tiêu (%) năm 2023";
    let (first, second) = (format!("{title} (phần 1/2)"), format!("{title} (phần 2/2)"));
    assert_eq!(titles, [("ke-hoach-thuc-hien", first.as_str()), ("ke-hoach-thuc-hien-2", second.as_str())]);
    assert!(plans[0].1.svg.contains("I.1 ") && !plans[0].1.svg.contains("V.12 ") && plans[1].1.svg.contains("V.12 "));
}

/// The parts of a gap and the gap are printed from the same exact points: 970 - 945.62 = 24.38 = 29.38 - 5.
#[test]
fn a_gap_is_what_its_parts_come_to() {
    let world = World::new(Case { members: 9, ..NONE });
    let drawings = drawings(&world, Lang::Vi);
    let (_, gaps) = drawings.iter().find(|(name, _)| name == "khoang-cach").unwrap();
    let tree = gaps.tree().unwrap();
    let said: Vec<String> = texts(tree.root()).into_iter().map(said).collect();
    let at = said.iter().position(|said| said == "Sở Giáo dục và Đào tạo").unwrap();
    let own: Vec<f64> = said[at + 1..]
        .iter()
        .take_while(|said| *said != "3.")
        .map(|said| said.replace(',', ".").parse().unwrap())
        .collect();
    let (gap, parts) = own.split_last().unwrap();
    assert!((gap - 24.38).abs() < 1e-9, "{own:?}");
    assert!(parts.contains(&5.0) && parts.contains(&10.54), "{own:?}");
}
