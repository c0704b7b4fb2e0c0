//! In: one bloc and the rows of its chart. Out: what both charts share: titles above, names at the left, an axis from
//! zero, what the picture rests on below.

use plotters::style::RGBColor;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::canvas::{Anchor, Canvas, Pen, draw, line_height, register_fonts};
use super::picture::Picture;
use crate::diag::Lang;
use crate::model::Standing;
use crate::wording::headings as words;
use crate::write::letterhead;
use crate::write::view::View;

/// Width of a picture in pixels.
pub(super) const WIDTH: i32 = 1200;
/// Free space at the edges.
pub(super) const EDGE: i32 = 36;
/// Where the bars start.
pub(super) const LEFT: i32 = 350;
/// Where the longest bar may end; the values stand to the right of it.
pub(super) const RIGHT: i32 = 1010;
/// Letters of a name in one line, at most.
const NAME: i32 = 250;
/// Parts the axis is aimed to have.
const TICKS: f64 = 5.0;

pub(super) const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
pub(super) const FAINT: RGBColor = RGBColor(0x66, 0x66, 0x66);
const GRID: RGBColor = RGBColor(0xDD, 0xDD, 0xDD);
const RED: RGBColor = RGBColor(0xB0, 0x00, 0x00);
/// A leader's colour.
pub(super) const ACCENT: RGBColor = RGBColor(0xC5, 0x5A, 0x11);

const fn pen(size: f64, bold: bool, colour: RGBColor) -> Pen {
    Pen { size, bold, colour }
}

pub(super) const TITLE: Pen = pen(26.0, true, INK);
pub(super) const SMALL: Pen = pen(14.0, false, FAINT);
pub(super) const BODY: Pen = pen(16.0, false, INK);
pub(super) const BOLD: Pen = pen(16.0, true, INK);
const SUBTITLE: Pen = pen(17.0, false, INK);
const WARNING: Pen = pen(17.0, true, RED);

/// A chart to be drawn: what stands around its rows.
pub(super) struct Frame<'a> {
    pub(super) view: View<'a>,
    title: String,
    /// Lines above the rows with their pens.
    above: Vec<(Pen, String)>,
    below: Vec<String>,
    /// Extra space between the titles and the rows, for a legend.
    pub(super) legend: i32,
    /// The end of the axis, in points: more than zero.
    pub(super) most: f64,
    step: f64,
}

/// One member's row.
pub(super) struct Row<'a> {
    pub(super) standing: &'a Standing,
    name: Vec<String>,
    pub(super) height: i32,
}

impl<'a> Frame<'a> {
    /// Around the rows of a bloc, under this title.
    pub(super) fn new(view: View<'a>, title: String) -> Result<Self, String> {
        register_fonts()?;
        let inner = WIDTH - 2 * EDGE;
        let above = titles(view, &title);
        let as_of = words::as_of(&view.lang.date(view.results.scoring.as_of), view.lang);
        let below = SMALL.wrap(&format!("{} {as_of}", view.basis()), inner);
        let best = view.ranking().standings.iter().filter(|standing| view.whole(standing));
        let best = best.map(|standing| standing.total.to_f64()).fold(view.compact().scale.to_f64(), f64::max);
        let (most, step) = axis(best);
        Ok(Self { view, title, above, below, legend: 0, most, step })
    }

    /// The rows, in the order of the ranking.
    pub(super) fn rows(&self) -> Vec<Row<'a>> {
        let standings = self.view.ranking().standings.iter();
        let rows = standings.map(|standing| {
            let pen = if self.view.leads(standing) { BOLD } else { BODY };
            let name = pen.wrap(self.view.name(standing.member), NAME);
            let lines = i32::try_from(name.len()).unwrap_or(1);
            Row { standing, name, height: (lines * line_height(BODY) + 14).max(38) }
        });
        rows.collect()
    }

    /// Draws titles, axis and rows; `bar` paints one row around its middle, `legend` what stands above the rows.
    pub(super) fn picture(
        &self,
        legend: impl Fn(&Canvas, i32) -> Result<(), String>,
        bar: impl Fn(&Canvas, &Row, i32) -> Result<(), String>,
    ) -> Result<Picture, String> {
        let rows = self.rows();
        let head: i32 = self.above.iter().map(|(pen, _)| line_height(*pen)).sum::<i32>() + EDGE;
        let drawn = rows.iter().any(|row| self.view.whole(row.standing));
        let top = head + if drawn { self.legend } else { 0 } + 30;
        let bottom = top + rows.iter().map(|row| row.height).sum::<i32>();
        let foot = i32::try_from(self.below.len()).unwrap_or(1) * line_height(SMALL);
        let size = (WIDTH, bottom + 26 + foot + EDGE);
        let svg = draw(size, |canvas| {
            paint_titles(canvas, &self.above)?;
            if drawn {
                legend(canvas, head)?;
                grid(canvas, (top, bottom), (self.most, self.step), self.view.lang)?;
            }
            let mut y = top;
            for row in &rows {
                self.name(canvas, row, y + row.height / 2)?;
                bar(canvas, row, y + row.height / 2)?;
                y += row.height;
            }
            if !drawn {
                let said = words::NO_BARS.say(self.view.lang);
                canvas.write((LEFT, top - 16), Anchor::Left, BOLD, said)?;
            }
            canvas.stroke((LEFT, top), (LEFT, bottom), FAINT)?;
            let middle = bottom + 26 + foot / 2;
            canvas.write_lines((EDGE, middle), Anchor::Left, SMALL, &self.below)
        })?;
        Picture::of(&svg, &self.title, &self.described())
    }

    /// Rank and name, to the left of the bars.
    fn name(&self, canvas: &Canvas, row: &Row, y: i32) -> Result<(), String> {
        let leads = self.view.leads(row.standing);
        let pen = if leads { BOLD } else { BODY };
        if self.view.results.scoring.ranks() {
            let rank = row.standing.rank.map_or_else(|| "-".to_owned(), |rank| format!("{rank}."));
            canvas.write((EDGE + 34, y), Anchor::Right, pen, &rank)?;
        }
        if leads {
            canvas.triangle((EDGE - 8, y), 7, ACCENT)?;
        }
        canvas.write_lines((EDGE + 44, y), Anchor::Left, pen, &row.name)
    }

    /// Where a number of points stands on the axis.
    pub(super) fn x(&self, points: f64) -> i32 {
        x_of(points / self.most)
    }

    /// A total as it is printed.
    pub(super) fn total(&self, standing: &Standing) -> String {
        let places = self.view.compact().total_places.unwrap_or(0);
        self.view.lang.fixed(standing.total.decimal(), places)
    }

    /// What stands where a member has no bar.
    pub(super) fn lacking(&self, canvas: &Canvas, row: &Row, y: i32) -> Result<(), String> {
        let said = self.view.lacks(row.standing.member).unwrap_or_default();
        let lines = SMALL.wrap(&said, WIDTH - EDGE - LEFT - 10);
        match lines.as_slice() {
            [] => Ok(()),
            [only] => canvas.label((LEFT + 10, y), SMALL, only),
            [first, second, ..] => {
                canvas.label((LEFT + 10, y - 9), SMALL, first)?;
                canvas.label((LEFT + 10, y + 9), SMALL, second)
            }
        }
    }

    /// The picture in words.
    fn described(&self) -> String {
        let standings = self.view.ranking().standings.iter();
        let rows = standings.map(|standing| match standing.rank {
            Some(rank) => format!("{rank}. {}: {}", self.view.name(standing.member), self.total(standing)),
            None if self.view.whole(standing) => {
                format!("{}: {}", self.view.name(standing.member), self.total(standing))
            }
            None => format!("{}: -", self.view.name(standing.member)),
        });
        let above = self.above.iter().skip(1).map(|(_, line)| line.clone());
        let said = above.chain(rows).chain(self.below.iter().cloned()).collect::<Vec<_>>().join("; ");
        crate::write::text::line(&said)
    }
}

/// Title, what it is about, the notice of a sample and what is not final, each with its pen.
pub(super) fn titles(view: View, title: &str) -> Vec<(Pen, String)> {
    let mut above = Vec::new();
    let mut add =
        |pen: Pen, said: &str| above.extend(pen.wrap(said, WIDTH - 2 * EDGE).into_iter().map(|line| (pen, line)));
    add(TITLE, title);
    add(SUBTITLE, &letterhead::about(view.bloc(), view.compact()));
    add(WARNING, &letterhead::warning(&view.results.scoring.style.notice, view.compact().sample, view.lang));
    add(BOLD, &view.caveats().join(" "));
    above
}

/// Lines of titles from the top of the picture.
pub(super) fn paint_titles(canvas: &Canvas, above: &[(Pen, String)]) -> Result<(), String> {
    let mut y = EDGE / 2;
    for (pen, line) in above {
        let height = line_height(*pen);
        canvas.write((EDGE, y + height / 2), Anchor::Left, *pen, line)?;
        y += height;
    }
    Ok(())
}

/// The lines of an axis from zero to `most`, between two heights, with its numbers on top.
pub(super) fn grid(
    canvas: &Canvas,
    (top, bottom): (i32, i32),
    (most, step): (f64, f64),
    lang: Lang,
) -> Result<(), String> {
    let mut at = 0.0;
    while at <= most * 1.000_001 {
        let x = x_of(at / most);
        canvas.stroke((x, top), (x, bottom), GRID)?;
        let label = lang.number(Decimal::from_f64(at).unwrap_or_default());
        canvas.write((x, top - 14), Anchor::Middle, SMALL, &label)?;
        at += step;
    }
    Ok(())
}

/// Where a part of the axis ends.
pub(super) fn x_of(part: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)]
    let offset = (part.clamp(0.0, 1.0) * f64::from(RIGHT - LEFT)).round() as i32;
    LEFT + offset
}

/// The end of an axis from zero that holds `best`, and its step, both round numbers and more than zero.
fn axis(best: f64) -> (f64, f64) {
    let best = if best.is_finite() && best > 0.0 { best } else { 1.0 };
    let rough = best / TICKS;
    // by multiplication, which every machine rounds alike
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough {
        power /= 10.0;
    }
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough);
    let step = step.unwrap_or(rough);
    let parts = (best / step - 1e-9).ceil().to_u32().unwrap_or(5).max(1);
    (f64::from(parts) * step, step)
}

#[cfg(test)]
mod tests {
    use super::axis;

    #[test]
    fn an_axis_is_round_and_never_empty() {
        assert_eq!(axis(1000.0), (1000.0, 200.0));
        assert_eq!(axis(1012.5), (1250.0, 250.0));
        assert_eq!(axis(100.0), (100.0, 20.0));
        assert_eq!(axis(0.0), (1.0, 0.2));
        assert_eq!(axis(f64::NAN), (1.0, 0.2));
    }
}
