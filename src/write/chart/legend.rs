//! In: signs and what they mean. Out: a legend from left to right, in as many rows as it needs.

use plotters::style::RGBColor;

use super::canvas::{Anchor, Canvas, line_height};
use super::palette::{EDGE, FAINT, INK, NOTE};

/// Names longer than this are wrapped.
const NAME: i32 = 500;
/// Side of a box.
const BOX: i32 = 16;

/// What an entry explains.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    /// A colour.
    Fill(RGBColor),
    /// A colour with a line around it, as light ones need.
    Pale(RGBColor),
    /// A filled mark.
    Dot(RGBColor),
    /// An empty mark.
    Ring(RGBColor),
    /// An upright line.
    Tick,
    /// An arrow to the right.
    Arrow,
    /// Letters.
    Letters(&'static str),
}

/// A legend laid out.
pub(super) struct Legend {
    entries: Vec<Entry>,
    /// Its height.
    pub(super) height: i32,
}

struct Entry {
    at: (i32, i32),
    sign: Sign,
    lines: Vec<String>,
}

impl Legend {
    /// Within a picture so wide.
    pub(super) fn new(entries: Vec<(Sign, String)>, width: i32) -> Self {
        let (mut x, mut y, mut tallest) = (EDGE, 18, 0);
        let mut placed = Vec::new();
        for (sign, said) in entries {
            let lines = NOTE.wrap(&said, NAME);
            let needed = lines.iter().map(|line| NOTE.width(line)).max().unwrap_or_default() + BOX + 30;
            if x > EDGE && x + needed > width - EDGE {
                (x, y, tallest) = (EDGE, y + tallest, 0);
            }
            tallest = tallest.max(i32::try_from(lines.len()).unwrap_or(1) * line_height(NOTE) + 8);
            placed.push(Entry { at: (x, y), sign, lines });
            x += needed;
        }
        Self { entries: placed, height: y + tallest }
    }

    /// Paints it from here down.
    pub(super) fn paint(&self, canvas: &Canvas, top: i32) -> Result<(), String> {
        for entry in &self.entries {
            let (x, mut y) = (entry.at.0, entry.at.1 + top);
            paint_sign(canvas, (x, y), entry.sign)?;
            for line in &entry.lines {
                canvas.write((x + BOX + 8, y), Anchor::Left, NOTE, line)?;
                y += line_height(NOTE);
            }
        }
        Ok(())
    }
}

fn paint_sign(canvas: &Canvas, (x, y): (i32, i32), sign: Sign) -> Result<(), String> {
    let (middle, corners) = ((x + BOX / 2, y), ((x, y - BOX / 2), (x + BOX, y + BOX / 2)));
    match sign {
        Sign::Fill(colour) => canvas.fill(corners.0, corners.1, colour),
        Sign::Pale(colour) => {
            canvas.fill(corners.0, corners.1, colour)?;
            canvas.edge(corners.0, corners.1, FAINT)
        }
        Sign::Dot(colour) => canvas.dot(middle, 6, colour),
        Sign::Ring(colour) => canvas.ring(middle, 6, colour),
        Sign::Tick => canvas.fill((middle.0 - 1, y - 9), (middle.0 + 1, y + 9), INK),
        Sign::Arrow => canvas.arrow((middle.0 + 5, y), true, INK),
        Sign::Letters(letters) => canvas.write(middle, Anchor::Middle, NOTE, letters),
    }
}
