//! Every chart of blocs of all sizes: inside its edges, nothing on top of anything, every letter there, the same twice.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use resvg::usvg::{Group, Node, Rect, Text};

use super::of_bloc;
use super::picture::Drawing;
use crate::diag::Lang;
use crate::model::{History, Past, Points};
use crate::write::fixture::{Case, World};
use crate::write::view::View;

const NONE: Case = Case { members: 0, incomplete: false, empty: false, tie: false, sample: false };

/// Members of a bloc: two, nine of which two lack something, as many as fit on a page, and twice that.
const CASES: [(&str, Case); 6] = [
    ("two", Case { members: 2, ..NONE }),
    ("nine", Case { members: 9, ..NONE }),
    ("incomplete", Case { members: 9, incomplete: true, sample: true, ..NONE }),
    ("thirty", Case { members: 30, tie: true, sample: true, ..NONE }),
    ("sixty", Case { members: 60, incomplete: true, tie: true, sample: true, ..NONE }),
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
    world.panel.history = Some(History { years: vec![2020, 2021, 2022], blocs: vec![members] });
    world
}

fn drawings(world: &World, lang: Lang) -> Vec<(&'static str, Drawing)> {
    world.tell(lang, |context| of_bloc(View::new(context, 0)).unwrap())
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
    let of = |node| match node {
        &Node::Text(ref text) => vec![text.as_ref()],
        Node::Group(group) => texts(group),
        _ => Vec::new(),
    };
    group.children().iter().flat_map(of).collect()
}

fn said(text: &Text) -> String {
    text.chunks().iter().map(|chunk| chunk.text()).collect()
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    let across = a.right().min(b.right()) - a.left().max(b.left());
    let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
    across > 1.0 && down > 1.0
}

/// Text boxes of the drawing, as usvg sets its letters: all within the picture, no two on each other.
fn check(case: &str, name: &str, drawing: &Drawing) {
    let tree = drawing.tree().unwrap();
    let (width, height) = (tree.size().width(), tree.size().height());
    let texts = texts(tree.root());
    assert!(!texts.is_empty());
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

/// The box of the letters themselves, and not of their line.
fn ink(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

#[test]
fn every_text_is_inside_and_none_lies_on_another() {
    for (case, of) in CASES {
        let world = world(of);
        for lang in [Lang::Vi, Lang::En] {
            for (name, drawing) in drawings(&world, lang) {
                if lang == Lang::Vi {
                    look(case, name, &drawing);
                }
                check(case, name, &drawing);
            }
        }
    }
}

/// The letters of a text that the embedded face would set as an empty box.
fn unknown(drawing: &Drawing) -> BTreeSet<char> {
    let tree = drawing.tree().unwrap();
    let lost =
        |text: &&Text| text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|glyph| glyph.id.0 == 0);
    texts(tree.root())
        .iter()
        .filter(|text| lost(text))
        .flat_map(|text| said(text).chars().collect::<Vec<_>>())
        .collect()
}

/// Members' names, criteria and every word of the charts: nothing becomes an empty box.
#[test]
fn the_embedded_face_has_every_letter() {
    for (case, of) in CASES {
        for lang in [Lang::Vi, Lang::En] {
            for (name, drawing) in drawings(&world(of), lang) {
                assert_eq!(unknown(&drawing), BTreeSet::new(), "{case} {name}");
            }
        }
    }
}
