//! In: one bloc at the year's end. Out: of every plan in numbers what each member reached, in percent, as marks on a
//! line with the plan itself at 100; empty where a plan is not fulfilled. Nothing where no plan is in numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::{Axis, NUMBERS};
use super::canvas::{Anchor, Canvas, Pen, line_height};
use super::legend::{Legend, Sign};
use super::members::Look;
use super::page::{Page, as_of};
use super::palette::{ACCENT, BAR, EDGE, FAINT, FINE, FINE_BOLD, INK, RANGE, WIDTH};
use super::picture::Drawing;
use crate::model::{PlanReached, percent_beside};
use crate::wording::chart as words;
use crate::write::view::View;

/// Where names end, and where the axis starts and ends.
const NAME: i32 = 330;
const AXIS: (i32, i32) = (EDGE + NAME + 24, 780);
/// Where the figures start.
const FIGURES: i32 = 806;
/// Lines of a name, at most.
const LINES: usize = 3;
/// Plans on one picture, at most.
const PAGE: usize = 30;
/// The plan, in percent.
const WHOLE: f64 = 100.0;
/// How many of a hundred marks lie before and behind the axis, which ends at least and at most here; they have arrows.
const BEYOND: (usize, usize) = (3, 10);
const ENDS: (f64, f64) = (110.0, 150.0);
/// Members up to which a mark is large.
const FEW: usize = 20;

/// One plan over the members that have a figure.
struct Line {
    said: String,
    name: Vec<String>,
    limit: bool,
    /// Members with their parts, the lowest first.
    parts: Vec<(usize, Decimal, bool)>,
    height: i32,
}

/// The drawings, one for as many plans as a page holds; none where the compact has no plan in numbers or nobody has a
/// figure.
pub(in crate::write) fn plans(view: View) -> Result<Vec<Drawing>, String> {
    let (look, lines) = lines(view);
    let axis = axis(&lines);
    let pages = lines.len().div_ceil(PAGE).max(1);
    let chunks = lines.chunks(lines.len().div_ceil(pages).max(1)).enumerate();
    chunks.map(|(index, lines)| page(view, &look, &axis, lines, (index + 1, pages))).collect()
}

fn page(view: View, look: &Look, axis: &Axis, lines: &[Line], of: (usize, usize)) -> Result<Drawing, String> {
    let title = words::plans_chart(view.results.scoring.term, of, view.lang);
    let page = Page::new(view.brief(), title, &said(view, axis, lines))?;
    let legend = legend(view, lines, axis);
    let start = legend.height + NUMBERS;
    let height = start + lines.iter().map(|line| line.height).sum::<i32>();
    let described = lines.iter().map(|line| format!("{}: {}", line.said, line.figures(view).join(", ")));
    page.drawing(height, described, |canvas, top| {
        legend.paint(canvas, top)?;
        axis.grid(canvas, (top + start, top + height), view.lang)?;
        let from = top + start;
        let middles = lines.iter().scan(from, |y, line| {
            *y += line.height;
            Some(*y - line.height / 2)
        });
        let placed: Vec<(i32, &Line)> = middles.zip(lines).collect();
        for (y, line) in &placed {
            canvas.write_lines((EDGE, *y), Anchor::Left, look.body, &line.name)?;
            line.paint(canvas, view, (look, axis), *y)?;
        }
        canvas.thick((axis.x(WHOLE), from), (axis.x(WHOLE), top + height), INK)?;
        placed.iter().try_for_each(|(y, line)| line.marks(canvas, view, axis, *y))
    })
}

/// Every plan of the compact of which somebody has a figure.
fn lines(view: View) -> (Look, Vec<Line>) {
    let compact = view.compact();
    let mut found = Vec::new();
    for (index, criterion) in compact.criteria.iter().enumerate() {
        let of = |member: usize| view.member(member).marks[index].plans.as_slice();
        let first = (0..view.scores().members.len()).map(of).find(|plans| !plans.is_empty()).unwrap_or_default();
        for (at, plan) in first.iter().enumerate() {
            let part = |member: usize| of(member).get(at).and_then(|own| Some((member, own.part?, own.met()?)));
            let mut parts: Vec<_> = (0..view.scores().members.len()).filter_map(part).collect();
            parts.sort_by_key(|(member, part, _)| (*part, *member));
            if !parts.is_empty() {
                found.push((name(view, criterion, plan), plan.limit, parts));
            }
        }
    }
    let look = Look::of(found.len());
    let lines = found.into_iter().map(|(said, limit, parts)| {
        let name = look.body.wrap_within(&said, NAME, if look.is_fine() { 2 } else { LINES });
        Line {
            height: look.height(if look.is_fine() { name.len() } else { name.len().max(2) }),
            said,
            name,
            limit,
            parts,
        }
    });
    (look, lines.collect())
}

/// The code and the name of a plan.
fn name(view: View, criterion: &crate::model::Criterion, plan: &PlanReached) -> String {
    let (code, label) = criterion.row_name(&plan.row, view.lang);
    let label = if plan.row.is_empty() { label } else { format!("{}: {label}", criterion.name) };
    format!("{code} {label}")
}

fn percent(part: Decimal) -> f64 {
    (part * Decimal::ONE_HUNDRED).to_f64().unwrap_or_default()
}

/// An axis for nearly all marks: one that is far out presses the others together.
fn axis(lines: &[Line]) -> Axis {
    let mut values: Vec<f64> = lines.iter().flat_map(|line| &line.parts).map(|(_, part, _)| percent(*part)).collect();
    values.sort_by(f64::total_cmp);
    let at = |hundredths: usize| values.get(values.len().saturating_sub(1) * hundredths / 100).copied();
    let least = at(BEYOND.0).unwrap_or(WHOLE).clamp(0.0, WHOLE);
    let most = at(100 - BEYOND.1).unwrap_or(WHOLE).clamp(ENDS.0, ENDS.1);
    Axis::around(least, most).between(AXIS.0, AXIS.1)
}

fn legend(view: View, lines: &[Line], axis: &Axis) -> Legend {
    let say = |sign: Sign, said: crate::diag::Text| (sign, said.say(view.lang).to_owned());
    let mut entries = vec![
        say(Sign::Tick, words::PLAN_MARK),
        say(Sign::Dot(BAR), words::PLAN_MET),
        say(Sign::Ring(ACCENT), words::PLAN_NOT_MET),
    ];
    let beyond = |part: &Decimal| axis.beyond(percent(*part)).is_some();
    if lines.iter().flat_map(|line| &line.parts).any(|(_, part, _)| beyond(part)) {
        entries.push(say(Sign::Arrow, words::BEYOND));
    }
    Legend::new(entries, WIDTH)
}

fn said(view: View, axis: &Axis, lines: &[Line]) -> Vec<String> {
    let mut said = vec![words::PLANS_NOTE.say(view.lang).to_owned()];
    if axis.from > 0.0 {
        said.push(words::cut(&axis.start(view.lang), view.lang));
    }
    if lines.iter().any(|line| line.limit) {
        said.push(words::LIMIT_NOTE.say(view.lang).to_owned());
    }
    let without = view.compact().criteria.iter().filter(|criterion| criterion.planned().is_empty()).count();
    if without > 0 {
        said.push(words::without_plan(without, view.lang));
    }
    said.push(as_of(view.brief()));
    said
}

impl Line {
    /// Who is worst: the lowest part, of a limit the highest.
    fn worst(&self) -> Option<&(usize, Decimal, bool)> {
        if self.limit { self.parts.last() } else { self.parts.first() }
    }

    /// How many fulfilled the plan, and the worst.
    fn figures(&self, view: View) -> [String; 2] {
        let met = self.parts.iter().filter(|(_, _, met)| *met).count();
        let worst = self.worst().map(|(member, part, _)| {
            let percent = percent_beside(*part, &[Decimal::ONE]).unwrap_or_default();
            words::worst(view.name(*member), &view.lang.number(percent), self.limit, view.lang)
        });
        [words::met(met, self.parts.len(), self.limit, view.lang), worst.unwrap_or_default()]
    }

    /// The range behind the marks, and the figures to the right.
    fn paint(&self, canvas: &Canvas, view: View, (look, axis): (&Look, &Axis), y: i32) -> Result<(), String> {
        if let (Some((_, least, _)), Some((_, most, _))) = (self.parts.first(), self.parts.last()) {
            canvas.fill((axis.x(percent(*least)) - 6, y - 6), (axis.x(percent(*most)) + 6, y + 6), RANGE)?;
        }
        let [met, worst] = self.figures(view);
        let (bold, plain) = (FINE_BOLD, Pen { colour: FAINT, ..FINE });
        let room = WIDTH - EDGE - FIGURES;
        if look.is_fine() {
            let beside = bold.width(&met) + 6;
            canvas.write((FIGURES, y), Anchor::Left, bold, &met)?;
            return canvas.write_lines(
                (FIGURES + beside, y),
                Anchor::Left,
                plain,
                &plain.wrap_within(&worst, room - beside, 1),
            );
        }
        let half = line_height(FINE) / 2;
        canvas.write((FIGURES, y - half), Anchor::Left, bold, &met)?;
        canvas.write_lines((FIGURES, y + half), Anchor::Left, plain, &plain.wrap_within(&worst, room, 1))
    }

    /// A mark for each member: filled where the plan is fulfilled, empty where it is not.
    fn marks(&self, canvas: &Canvas, view: View, axis: &Axis, y: i32) -> Result<(), String> {
        let radius = if view.scores().members.len() <= FEW { 6 } else { 4 };
        // those that fulfilled it first, so that the others lie on top
        let marks = self.parts.iter().filter(|(_, _, met)| *met).chain(self.parts.iter().filter(|(_, _, met)| !met));
        for (_, part, met) in marks {
            let (x, colour) = (axis.x(percent(*part)), if *met { BAR } else { ACCENT });
            if let Some(right) = axis.beyond(percent(*part)) {
                canvas.arrow((if right { x + 18 } else { x - 18 }, y), right, colour)?;
            } else if *met {
                canvas.dot((x, y), radius, colour)?;
            } else {
                canvas.ring((x, y), radius, colour)?;
            }
        }
        Ok(())
    }
}
