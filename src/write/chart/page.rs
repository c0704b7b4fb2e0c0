//! In: a bloc, a title and what is drawn between. Out: a drawing in the one look: titles above, below it what the
//! picture rests on, and the picture in words.

use super::canvas::{Anchor, Canvas, Pen, draw, line_height, register_fonts};
use super::palette::{BOLD, EDGE, SMALL, SUBTITLE, TITLE, WARNING, WIDTH};
use super::picture::Drawing;
use crate::wording::headings as words;
use crate::write::letterhead;
use crate::write::text;
use crate::write::view::View;

/// A chart to be drawn: what stands around it.
pub(super) struct Page {
    title: String,
    width: i32,
    /// Lines above with their pens.
    above: Vec<(Pen, String)>,
    below: Vec<String>,
}

impl Page {
    /// Under this title; `said` stands below it.
    pub(super) fn new(view: View, title: String, said: &[String]) -> Result<Self, String> {
        Self::wide(view, title, said, WIDTH)
    }

    /// The same, as wide as that.
    pub(super) fn wide(view: View, title: String, said: &[String], width: i32) -> Result<Self, String> {
        register_fonts()?;
        let above = titles(view, &title, width - 2 * EDGE);
        let below = SMALL.wrap(&said.join(" "), width - 2 * EDGE);
        Ok(Self { title, width, above, below })
    }

    /// Draws a picture so high; `paint` is told where it starts, `rows` are the picture in words.
    pub(super) fn drawing(
        &self,
        height: i32,
        rows: impl Iterator<Item = String>,
        paint: impl FnOnce(&Canvas, i32) -> Result<(), String>,
    ) -> Result<Drawing, String> {
        let top = EDGE + self.above.iter().map(|(pen, _)| line_height(*pen)).sum::<i32>();
        let foot = i32::try_from(self.below.len()).unwrap_or(1) * line_height(SMALL);
        let bottom = top + height;
        let svg = draw((self.width, bottom + 26 + foot + EDGE), |canvas| {
            let mut y = EDGE / 2;
            for (pen, line) in &self.above {
                let height = line_height(*pen);
                canvas.write((EDGE, y + height / 2), Anchor::Left, *pen, line)?;
                y += height;
            }
            paint(canvas, top)?;
            canvas.write_lines((EDGE, bottom + 26 + foot / 2), Anchor::Left, SMALL, &self.below)
        })?;
        let above = self.above.iter().skip(1).map(|(_, line)| line.clone());
        let said = above.chain(rows).chain(self.below.iter().cloned()).collect::<Vec<_>>().join("; ");
        Ok(Drawing { svg, title: text::line(&self.title), description: text::line(&said) })
    }
}

/// What a ranking rests on, and the day of its figures.
pub(super) fn basis(view: View) -> [String; 2] {
    [view.basis(), as_of(view)]
}

/// The day of the figures.
pub(super) fn as_of(view: View) -> String {
    words::as_of(&view.lang.date(view.results.scoring.as_of), view.lang)
}

/// Title, what it is about, the notice of a sample and what is not final, each with its pen.
fn titles(view: View, title: &str, width: i32) -> Vec<(Pen, String)> {
    let mut above = Vec::new();
    let mut add = |pen: Pen, said: &str| above.extend(pen.wrap(said, width).into_iter().map(|line| (pen, line)));
    add(TITLE, title);
    add(SUBTITLE, &letterhead::about(view.bloc(), view.compact()));
    let notice = &view.results.scoring.style.notice;
    add(WARNING, &letterhead::warning(notice, view.compact().sample, view.lang));
    add(BOLD, &view.caveats().join(" "));
    above
}
