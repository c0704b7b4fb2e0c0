//! In: one bloc at the year's end. Out: of every plan in numbers what each member reached, in percent, as marks on a
//! line with the plan itself at 100; empty where a plan is not fulfilled. Nothing where no plan is in numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, Pen, line_height};
use super::legend::{Legend, Sign};
use super::members::Look;
use super::page::{Page, as_of};
use super::palette::{ACCENT, BAR, EDGE, FAINT, INK, NOTE, RANGE, WIDTH};
use super::picture::Drawing;
use crate::model::{PlanReached, percent_beside};
use crate::wording::chart as words;
use crate::write::view::View;

/// Where names end, and where the axis starts and ends.
const NAME: i32 = 400;
const AXIS: (i32, i32) = (EDGE + NAME + 24, 860);
/// Where the figures start.
const FIGURES: i32 = 884;
/// Height of an axis' numbers.
const HEAD: i32 = 30;
/// Lines of a name, at most.
const LINES: usize = 3;
/// The axis ends here at the latest, in percent; who is further has an arrow.
const FURTHEST: f64 = 200.0;
/// Members up to which a mark is large.
const FEW: usize = 20;

/// One plan over the members that have a figure.
struct Line {
    name: Vec<String>,
    limit: bool,
    /// Members with their parts, the lowest first.
    parts: Vec<(usize, Decimal, bool)>,
    height: i32,
}

/// The drawing; none where the compact has no plan in numbers or nobody has a figure.
pub(in crate::write) fn plans(view: View) -> Result<Option<Drawing>, String> {
    let (look, lines) = lines(view);
    if lines.is_empty() {
        return Ok(None);
    }
    let axis = axis(&lines);
    let page = Page::new(view, words::plans_chart(view.results.scoring.term, view.lang), &said(view, &axis, &lines))?;
    let legend = legend(view, &lines, &axis);
    let start = legend.height + HEAD;
    let height = start + lines.iter().map(|line| line.height).sum::<i32>();
    let described = lines.iter().map(|line| format!("{}: {}", line.name.join(" "), line.figures(view).join(", ")));
    page.drawing(height, described, |canvas, top| {
        legend.paint(canvas, top)?;
        axis.grid(canvas, (top + start, top + height), view.lang)?;
        let mut y = top + start;
        for line in &lines {
            let middle = y + line.height / 2;
            canvas.write_lines((EDGE, middle), Anchor::Left, look.body, &line.name)?;
            line.paint(canvas, view, &axis, middle)?;
            y += line.height;
        }
        canvas.thick((axis.x(100.0), top + start), (axis.x(100.0), top + height), INK)?;
        lines.iter().try_fold(top + start, |y, line| {
            line.marks(canvas, view, &axis, y + line.height / 2)?;
            Ok::<i32, String>(y + line.height)
        })?;
        Ok(())
    })
    .map(Some)
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
        let name = look.body.wrap_within(&said, NAME, LINES);
        Line { limit, parts, height: look.height(name.len().max(2)).max(42), name }
    });
    (look, lines.collect())
}

/// The code and the name of a plan; a limit says that it is one.
fn name(view: View, criterion: &crate::model::Criterion, plan: &PlanReached) -> String {
    let (code, label) = criterion.row_name(&plan.row, view.lang);
    let label = if plan.row.is_empty() { label } else { format!("{}: {label}", criterion.name) };
    let limit = if plan.limit { format!(" ({})", words::LIMIT.say(view.lang)) } else { String::new() };
    format!("{code} {label}{limit}")
}

fn percent(part: Decimal) -> f64 {
    (part * Decimal::ONE_HUNDRED).to_f64().unwrap_or_default()
}

fn axis(lines: &[Line]) -> Axis {
    let values = || lines.iter().flat_map(|line| &line.parts).map(|(_, part, _)| percent(*part));
    let least = values().fold(100.0, f64::min).max(0.0);
    let most = values().fold(110.0, f64::max).min(FURTHEST);
    Axis::around(least, most).between(AXIS.0, AXIS.1)
}

fn legend(view: View, lines: &[Line], axis: &Axis) -> Legend {
    let say = |sign: Sign, said: crate::diag::Text| (sign, said.say(view.lang).to_owned());
    let mut entries = vec![
        say(Sign::Tick, words::PLAN_MARK),
        say(Sign::Dot(BAR), words::PLAN_MET),
        say(Sign::Ring(ACCENT), words::PLAN_NOT_MET),
    ];
    let beyond = |part: &Decimal| percent(*part) > axis.most() + 1e-9;
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
    said.push(as_of(view));
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
        [words::met(met, self.parts.len(), view.lang), worst.unwrap_or_default()]
    }

    /// The range behind the marks, and the figures to the right.
    fn paint(&self, canvas: &Canvas, view: View, axis: &Axis, y: i32) -> Result<(), String> {
        if let (Some((_, least, _)), Some((_, most, _))) = (self.parts.first(), self.parts.last()) {
            canvas.fill((axis.x(percent(*least)) - 6, y - 6), (axis.x(percent(*most)) + 6, y + 6), RANGE)?;
        }
        let [met, worst] = self.figures(view);
        let fine = Pen { colour: FAINT, size: 13.0, ..NOTE };
        let lines = fine.wrap_within(&worst, WIDTH - EDGE - FIGURES, 1);
        let half = line_height(NOTE) / 2;
        canvas.write((FIGURES, y - half), Anchor::Left, Pen { bold: true, ..NOTE }, &met)?;
        canvas.write_lines((FIGURES, y + half), Anchor::Left, fine, &lines)
    }

    /// A mark for each member: filled where the plan is fulfilled, empty where it is not.
    fn marks(&self, canvas: &Canvas, view: View, axis: &Axis, y: i32) -> Result<(), String> {
        let radius = if view.scores().members.len() <= FEW { 6 } else { 4 };
        // those that fulfilled it first, so that the others lie on top
        let marks = self.parts.iter().filter(|(_, _, met)| *met).chain(self.parts.iter().filter(|(_, _, met)| !met));
        for (_, part, met) in marks {
            let (x, colour) = (axis.x(percent(*part)), if *met { BAR } else { ACCENT });
            if percent(*part) > axis.most() + 1e-9 || percent(*part) < axis.from - 1e-9 {
                let right = percent(*part) > axis.most();
                canvas.arrow((if right { x + 8 } else { x - 8 }, y), right, colour)?;
            } else if *met {
                canvas.dot((x, y), radius, colour)?;
            } else {
                canvas.ring((x, y), radius, colour)?;
            }
        }
        Ok(())
    }
}
