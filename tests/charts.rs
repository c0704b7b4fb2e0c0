//! The charts of the shipped sample look as those kept in tests/pictures, and what is shipped needs no font.
//!
//! The kept pictures are the shipped SVGs painted small. `THIDUA_UPDATE=1` paints them anew: look at them before keeping them.

use std::fs;
use std::path::{Path, PathBuf};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, roxmltree};

use crate::harness::{World, run_in};
use crate::sample::sample;

/// Width of a kept picture in pixels.
const WIDTH: f32 = 360.0;
/// How far a channel of a pixel may be off, of 255, and the mean of all; machines round the edges of letters differently.
const OFF: (u8, f64) = (96, 0.5);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A shipped SVG as small as it is kept; without fonts, as on any machine.
fn small(svg: &str) -> Pixmap {
    let tree = Tree::from_str(svg, &Options::default()).unwrap();
    let scale = WIDTH / tree.size().width();
    let size = tree.size().to_int_size().scale_by(scale).unwrap();
    let mut pixmap = Pixmap::new(size.width(), size.height()).unwrap();
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap
}

fn compare(name: &str, made: &Pixmap, kept: &Pixmap) {
    assert_eq!((made.width(), made.height()), (kept.width(), kept.height()), "{name} has another size");
    let off: Vec<u8> = made.data().iter().zip(kept.data()).map(|(made, kept)| made.abs_diff(*kept)).collect();
    let most = off.iter().max().copied().unwrap_or_default();
    let mean = off.iter().map(|off| f64::from(*off)).sum::<f64>() / off.len() as f64;
    assert!(most <= OFF.0 && mean <= OFF.1, "{name} looks different: {most} at most, {mean} on average");
}

/// Compares the charts in a folder with those kept under a name; gives back how many there were.
fn look(charts: &Path, kept_as: &str) -> usize {
    let kept = root().join("tests/pictures").join(kept_as);
    let mut files: Vec<PathBuf> = fs::read_dir(charts).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "svg"));
    files.sort();
    for file in &files {
        let name = format!("{}.png", file.file_stem().unwrap().to_str().unwrap());
        let made = small(&fs::read_to_string(file).unwrap());
        if std::env::var_os("THIDUA_UPDATE").is_some() {
            fs::create_dir_all(&kept).unwrap();
            fs::write(kept.join(&name), made.encode_png().unwrap()).unwrap();
        }
        let bytes = fs::read(kept.join(&name)).unwrap_or_else(|error| panic!("{kept_as}/{name}: {error}"));
        compare(&format!("{kept_as}/{name}"), &made, &Pixmap::decode_png(&bytes).unwrap());
    }
    files.len()
}

#[test]
fn the_charts_of_the_sample_look_as_those_that_are_kept() {
    let (world, _) = sample();
    assert_eq!(look(&world.root.join("outputs/2023-tong-ket/cum-tn-dhmt/bieu-do"), "cum-tn-dhmt"), 6);
}

#[test]
fn the_charts_of_the_half_year_look_as_those_that_are_kept() {
    let world = World::empty();
    let outputs = world.root.join("outputs");
    let half = ["--scoring", "tests/sample/half/scoring.toml", "--inputs", "tests/sample/half/inputs"];
    let ended = run_in(root(), &[&half[..], &["--outputs", outputs.to_str().unwrap()]].concat());
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(look(&outputs.join("2023-so-ket/kon-tum/bieu-do"), "kon-tum"), 4);
}

/// The README shows the sample's first chart as it is written today.
#[test]
fn the_picture_of_the_readme_is_the_one_that_is_written() {
    let (world, _) = sample();
    let made = fs::read(world.root.join("outputs/2023-tong-ket/cum-tn-dhmt/bieu-do/diem-tong.png")).unwrap();
    let kept = root().join("tests/pictures/diem-tong.png");
    if std::env::var_os("THIDUA_UPDATE").is_some() {
        fs::write(&kept, &made).unwrap();
    }
    assert!(fs::read_to_string(root().join("README.md")).unwrap().contains("(tests/pictures/diem-tong.png)"));
    let kept = Pixmap::decode_png(&fs::read(kept).unwrap()).unwrap();
    compare("diem-tong.png", &Pixmap::decode_png(&made).unwrap(), &kept);
}

/// Title and description are texts, letters are shapes: Word on a machine without the font shows the same.
#[test]
fn every_chart_of_the_sample_is_xml_without_text_to_set() {
    let (world, _) = sample();
    let files = world.files("outputs/2023-tong-ket");
    let charts: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".svg")).collect();
    assert_eq!(charts.len(), 23);
    for (name, bytes) in charts {
        let text = std::str::from_utf8(bytes).unwrap();
        let xml = roxmltree::Document::parse(text).unwrap();
        let said = |tag: &str| {
            xml.root_element()
                .children()
                .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)))
                .and_then(|node| node.text())
        };
        assert!(said("title").is_some_and(|said| said.contains("năm 2023")), "{name}");
        assert!(said("desc").is_some_and(|said| said.contains("SỐ LIỆU MINH HỌA") && said.contains("Mẫu")), "{name}");
        assert!(!text.contains("<text") && !text.contains("font-family") && !text.contains("<image"), "{name}");
        assert!(
            text.starts_with("<svg width=\"1") && text.split_once('>').unwrap().0.contains("mm\" viewBox=\"0 0 "),
            "{name}"
        );
    }
}
