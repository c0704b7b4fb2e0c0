//! In: an SVG with text. Out: the same with letters as outlines, and a PNG painted from that tree at twice the size.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Indent, Options, Tree, WriteOptions, fontdb};

use super::print;

/// How many pixels of the PNG are one of the SVG, for print.
const SCALE: u16 = 2;
/// Decimals of a coordinate in the SVG.
const PRECISION: u8 = 2;
/// The family the embedded faces call themselves.
const FAMILY: &str = "Noto Sans";

/// A chart as it is drawn, its letters still to be set.
pub(in crate::write) struct Drawing {
    /// SVG with letters.
    pub(super) svg: String,
    /// What it is called.
    pub(super) title: String,
    /// What it shows, in words.
    pub(super) description: String,
}

/// A chart in both forms.
pub(in crate::write) struct Picture {
    /// SVG.
    pub(in crate::write) svg: String,
    /// PNG.
    pub(in crate::write) png: Vec<u8>,
}

impl Drawing {
    /// Sets the letters, adds title and description for those who cannot see it, and paints it.
    pub(in crate::write) fn picture(&self) -> Result<Picture, String> {
        let tree = self.tree()?;
        let written = tree.to_string(&WriteOptions {
            coordinates_precision: PRECISION,
            transforms_precision: PRECISION,
            indent: Indent::None,
            ..WriteOptions::default()
        });
        let size = tree.size().to_int_size();
        let (opening, rest) = written.split_once('>').ok_or("no SVG")?;
        let opening = print::svg(opening, (size.width(), size.height()), SCALE.into());
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        let svg = format!("{opening} role=\"img\"><title>{title}</title><desc>{description}</desc>{rest}");
        Ok(Picture { svg, png: print::png(&paint(&tree)?)? })
    }

    /// With the letters set.
    pub(super) fn tree(&self) -> Result<Tree, String> {
        let options = Options { fontdb: fonts(), font_family: FAMILY.to_owned(), ..Options::default() };
        Tree::from_str(&self.svg, &options).map_err(|error| error.to_string())
    }
}

/// The embedded faces and no others: what is installed on a machine changes no picture.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
        fonts.load_font_data(notosans::BOLD_TTF.to_vec());
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}

fn paint(tree: &Tree) -> Result<Pixmap, String> {
    let scale = f32::from(SCALE);
    let size = tree.size().to_int_size().scale_by(scale).ok_or("no size")?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or("no picture of this size")?;
    pixmap.fill(Color::WHITE);
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '"' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}
