//! In: a bloc, a title and what is drawn between. Out: a drawing in the one look: titles above, below it what the
//! picture rests on, and the picture in words.

use super::canvas::{Anchor, Canvas, Pen, draw, line_height, register_fonts};
use super::palette::{BOLD, EDGE, SMALL, SUBTITLE, TITLE, WARNING, WIDTH};
use super::picture::Drawing;
use crate::wording::headings as words;
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::text;

/// A chart to be drawn: what stands around it.
pub(super) struct Page {
    title: String,
    width: i32,
    /// How wide one of the usual width is painted, in pixels.
    painted: u32,
    /// What stands above, with its pens, and what stands below; each in its lines too.
    above: Vec<(Pen, String)>,
    above_lines: Vec<(Pen, String)>,
    below: String,
    below_lines: Vec<String>,
}

impl Page {
    /// Under this title; `said` stands below it.
    pub(super) fn new(view: Brief, title: String, said: &[String]) -> Result<Self, String> {
        Self::wide(view, title, said, WIDTH)
    }

    /// The same, as wide as that.
    pub(super) fn wide(view: Brief, title: String, said: &[String], width: i32) -> Result<Self, String> {
        register_fonts()?;
        let (above, below, inner) = (titles(view, &title), said.join(" "), width - 2 * EDGE);
        let lines = |(pen, said): &(Pen, String)| {
            pen.wrap(said, inner).into_iter().map(|line| (*pen, line)).collect::<Vec<_>>()
        };
        let above_lines = above.iter().flat_map(lines).collect();
        let below_lines = SMALL.wrap(&below, inner);
        let painted = view.results.scoring.style.chart_width;
        Ok(Self { title, width, painted, above, above_lines, below, below_lines })
    }

    /// Draws a picture so high; `paint` is told where it starts, `rows` are the picture in words.
    pub(super) fn drawing(
        &self,
        height: i32,
        rows: impl Iterator<Item = String>,
        paint: impl FnOnce(&Canvas, i32) -> Result<(), String>,
    ) -> Result<Drawing, String> {
        let top = EDGE + self.above_lines.iter().map(|(pen, _)| line_height(*pen)).sum::<i32>();
        let foot = i32::try_from(self.below_lines.len()).unwrap_or(1) * line_height(SMALL);
        let bottom = top + height;
        let svg = draw((self.width, bottom + 26 + foot + EDGE), |canvas| {
            let mut y = EDGE / 2;
            for (pen, line) in &self.above_lines {
                let height = line_height(*pen);
                canvas.write((EDGE, y + height / 2), Anchor::Left, *pen, line)?;
                y += height;
            }
            paint(canvas, top)?;
            canvas.write_lines((EDGE, bottom + 26 + foot / 2), Anchor::Left, SMALL, &self.below_lines)
        })?;
        let above = self.above.iter().skip(1).map(|(_, said)| said.clone()).filter(|said| !said.is_empty());
        let said = above.chain(rows).chain([self.below.clone()]).collect::<Vec<_>>().join("; ");
        Ok(Drawing { svg, title: text::line(&self.title), description: text::line(&said), width: self.painted })
    }
}

/// What a ranking rests on, and the day of its figures.
pub(super) fn basis(view: Brief) -> [String; 2] {
    [view.basis(), as_of(view)]
}

/// The day of the figures.
pub(super) fn as_of(view: Brief) -> String {
    words::as_of(&view.lang.date(view.results.scoring.as_of), view.lang)
}

/// Title, what it is about, the notice of a sample and what is not final, each with its pen.
fn titles(view: Brief, title: &str) -> Vec<(Pen, String)> {
    let notice = &view.results.scoring.style.notice;
    vec![
        (TITLE, title.to_owned()),
        (SUBTITLE, letterhead::about(view.bloc(), view.compact())),
        (WARNING, letterhead::warning(notice, view.compact().sample, view.lang)),
        (BOLD, view.caveats().join(" ")),
    ]
}
