//! In: rectangles, lines, triangles and texts in pixels. Out: one SVG text; and how wide a text will be.
//!
//! Coordinates are whole pixels that the callers lay out themselves, so no axis can be empty or endless.

use std::sync::OnceLock;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::register_font;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::write::text;

/// plotters' size of a text over the size of its letters' em square, as its SVG backend has it.
const EM: f64 = 1.24;
/// What the measured width is short of the width that usvg sets, on the safe side.
const SLACK: f64 = 1.12;
/// Stands for what is cut off.
const ELLIPSIS: &str = "\u{2026}";

/// Where a text is held.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// At its left end.
    Left,
    /// At its middle.
    Middle,
    /// At its right end.
    Right,
}

/// How a text is written.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    /// Size of the letters in pixels.
    pub(super) size: f64,
    /// Bold.
    pub(super) bold: bool,
    /// Colour.
    pub(super) colour: RGBColor,
}

impl Pen {
    fn font(self) -> FontDesc<'static> {
        let style = if self.bold { FontStyle::Bold } else { FontStyle::Normal };
        ("sans-serif", self.size * EM, style).into_font()
    }

    /// The width of a text in pixels, on the safe side.
    pub(super) fn width(self, said: &str) -> i32 {
        let measured = self.font().box_size(&text::line(said)).map_or(0, |(width, _)| width);
        #[allow(clippy::cast_possible_truncation)]
        let width = (f64::from(measured) * SLACK).ceil() as i32;
        width
    }

    /// A text in lines no wider than so many pixels, broken between words; within a word that is wider by itself.
    pub(super) fn wrap(self, said: &str, width: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text::line(said).split(' ').filter(|word| !word.is_empty()) {
            for (index, piece) in self.pieces(word, width).into_iter().enumerate() {
                match lines.last_mut() {
                    Some(last) if index == 0 && self.width(&format!("{last} {piece}")) <= width => {
                        last.push(' ');
                        last.push_str(&piece);
                    }
                    _ => lines.push(piece),
                }
            }
        }
        lines
    }

    /// The same in so many lines at most; what is cut off is shown by an ellipsis.
    pub(super) fn wrap_within(self, said: &str, width: i32, most: usize) -> Vec<String> {
        let mut lines = self.wrap(said, width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(&format!("{last}{ELLIPSIS}")) > width {
                    last.pop();
                }
                last.push_str(ELLIPSIS);
            }
        }
        lines
    }

    /// A word in pieces no wider than that.
    fn pieces(self, word: &str, width: i32) -> Vec<String> {
        if self.width(word) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            match pieces.last_mut() {
                Some(last) if last.is_empty() || self.width(&format!("{last}{letter}")) <= width => last.push(letter),
                _ => pieces.push(letter.to_string()),
            }
        }
        pieces
    }
}

/// A drawing in the making.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// Draws on a white ground of this size.
pub(super) fn draw(size: (i32, i32), paint: impl FnOnce(&Canvas) -> Result<(), String>) -> Result<String, String> {
    register_fonts()?;
    let mut svg = String::new();
    let size = (u32::try_from(size.0).map_err(said)?, u32::try_from(size.1).map_err(said)?);
    let canvas = Canvas { area: SVGBackend::with_string(&mut svg, size).into_drawing_area() };
    canvas.area.fill(&WHITE).map_err(said)?;
    paint(&canvas)?;
    canvas.area.present().map_err(said)?;
    drop(canvas);
    Ok(svg)
}

/// Gives plotters the embedded faces, once; without them it cannot measure a text.
pub(super) fn register_fonts() -> Result<(), String> {
    static DONE: OnceLock<Result<(), String>> = OnceLock::new();
    let register = || {
        let faces = [(FontStyle::Normal, notosans::REGULAR_TTF), (FontStyle::Bold, notosans::BOLD_TTF)];
        faces.into_iter().try_for_each(|(style, bytes)| {
            register_font("sans-serif", style, bytes).map_err(|_| "the embedded font is damaged".to_owned())
        })
    };
    DONE.get_or_init(register).clone()
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Canvas<'_> {
    /// A filled rectangle.
    pub(super) fn fill(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Result<(), String> {
        self.area.draw(&Rectangle::new([from, to], colour.filled())).map_err(said)
    }

    /// The edge of a rectangle.
    pub(super) fn edge(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Result<(), String> {
        self.area.draw(&Rectangle::new([from, to], colour.stroke_width(1))).map_err(said)
    }

    /// A line.
    pub(super) fn stroke(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Result<(), String> {
        self.area.draw(&PathElement::new(vec![from, to], colour.stroke_width(1))).map_err(said)
    }

    /// A thick line.
    pub(super) fn thick(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Result<(), String> {
        self.area.draw(&PathElement::new(vec![from, to], colour.stroke_width(2))).map_err(said)
    }

    /// A filled circle with a white rim, so that it is seen on others.
    pub(super) fn dot(&self, middle: (i32, i32), radius: i32, colour: RGBColor) -> Result<(), String> {
        self.area.draw(&Circle::new(middle, radius + 1, WHITE.filled())).map_err(said)?;
        self.area.draw(&Circle::new(middle, radius, colour.filled())).map_err(said)
    }

    /// An empty circle.
    pub(super) fn ring(&self, middle: (i32, i32), radius: i32, colour: RGBColor) -> Result<(), String> {
        self.area.draw(&Circle::new(middle, radius, WHITE.filled())).map_err(said)?;
        self.area.draw(&Circle::new(middle, radius, colour.stroke_width(2))).map_err(said)
    }

    /// A triangle lying on its side, its point to the right, or to the left.
    pub(super) fn arrow(&self, tip: (i32, i32), right: bool, colour: RGBColor) -> Result<(), String> {
        let back = if right { tip.0 - 10 } else { tip.0 + 10 };
        let corners = vec![tip, (back, tip.1 - 6), (back, tip.1 + 6)];
        self.area.draw(&Polygon::new(corners, colour)).map_err(said)
    }

    /// A triangle standing on its base, with its middle here.
    pub(super) fn triangle(&self, middle: (i32, i32), half: i32, colour: RGBColor) -> Result<(), String> {
        let (x, y) = middle;
        let corners = vec![(x - half, y + half), (x + half, y + half), (x, y - half)];
        self.area.draw(&Polygon::new(corners, colour)).map_err(said)
    }

    /// A line of text, vertically centred here.
    pub(super) fn write(&self, at: (i32, i32), anchor: Anchor, pen: Pen, text: &str) -> Result<(), String> {
        let across = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let style = pen.font().color(&pen.colour).pos(Pos::new(across, VPos::Center));
        self.area.draw(&Text::new(crate::write::text::line(text), at, style)).map_err(said)
    }

    /// A line of text upwards from here, centred across.
    pub(super) fn write_up(&self, at: (i32, i32), pen: Pen, text: &str) -> Result<(), String> {
        let font = pen.font().transform(FontTransform::Rotate270);
        let style = font.color(&pen.colour).pos(Pos::new(HPos::Left, VPos::Center));
        self.area.draw(&Text::new(crate::write::text::line(text), at, style)).map_err(said)
    }

    /// A line of text from here on, on a ground of its own, so that no grid line runs through it.
    pub(super) fn label(&self, at: (i32, i32), pen: Pen, text: &str) -> Result<(), String> {
        let half = line_height(pen) / 2;
        self.fill((at.0 - 3, at.1 - half), (at.0 + pen.width(text), at.1 + half), WHITE)?;
        self.write(at, Anchor::Left, pen, text)
    }

    /// Lines of text below each other, centred around here.
    pub(super) fn write_lines(&self, at: (i32, i32), anchor: Anchor, pen: Pen, lines: &[String]) -> Result<(), String> {
        let step = line_height(pen);
        let count = i32::try_from(lines.len()).unwrap_or(1);
        let mut y = at.1 - (count - 1) * step / 2;
        for line in lines {
            self.write((at.0, y), anchor, pen, line)?;
            y += step;
        }
        Ok(())
    }
}

/// The distance between two lines of text.
pub(super) fn line_height(pen: Pen) -> i32 {
    #[allow(clippy::cast_possible_truncation)]
    let height = (pen.size * 1.3).round() as i32;
    height
}
