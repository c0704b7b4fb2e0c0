//! In: an SVG with text. Out: the same with letters as outlines, and a PNG painted from that tree at twice the size.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Indent, Options, Tree, WriteOptions, fontdb};

use super::palette::WIDTH;
use super::print;

/// How many pixels of the PNG are one of the SVG, for print.
const SCALE: u32 = 2;
/// The usual width of a picture in pixels.
const USUAL: u32 = WIDTH.unsigned_abs();
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
    /// How wide a picture of the usual width is painted, in pixels.
    pub(super) width: u32,
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
        let opening = print::svg(opening, (size.width(), size.height()), (SCALE * self.width, USUAL));
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        let svg = format!("{opening} role=\"img\"><title>{title}</title><desc>{description}</desc>{rest}");
        Ok(Picture { svg, png: print::png(&paint(&tree, self.scale())?)? })
    }

    /// How many pixels of the PNG are one of the SVG.
    fn scale(&self) -> f32 {
        let width = u16::try_from(self.width).unwrap_or(u16::MAX);
        let usual = u16::try_from(USUAL).unwrap_or(u16::MAX);
        f32::from(width) * f32::from(u16::try_from(SCALE).unwrap_or(1)) / f32::from(usual)
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

fn paint(tree: &Tree, scale: f32) -> Result<Pixmap, String> {
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
