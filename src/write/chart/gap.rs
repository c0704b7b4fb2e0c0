//! In: one bloc in its order. Out: how many points each member lacks of the first, split by field: to the right of the
//! middle line what it is behind in, to the left what it is ahead in. Nothing where there is nobody to compare.

use plotters::style::RGBColor;

use super::axis::{Axis, NUMBERS};
use super::canvas::{Anchor, Canvas, Pen};
use super::legend::{Legend, Sign};
use super::members::{Members, Row, total};
use super::page::{Page, basis};
use super::palette::{BAR, EDGE, INK, LEFT, NOTE, PAPER, SMALL, WIDTH, fill, on};
use super::picture::Drawing;
use super::stacked::heading;
use crate::model::{FieldKind, Points, Standing};
use crate::wording::chart as words;
use crate::write::view::View;

/// Height of what stands over the two sides.
const SIDES: i32 = 22;

/// What one part of a total is, for every member.
struct Part {
    said: String,
    /// The points that the first has more than each row's member, in the order of the rows.
    gaps: Vec<Points>,
}

/// A chart of gaps: the parts, and the gap of each row that has one.
struct Gaps {
    parts: Vec<Part>,
    whole: Vec<Option<Points>>,
}

/// The drawing; none with fewer than two totals, and where nobody is ranked.
pub(in crate::write) fn gaps(view: View) -> Result<Option<Drawing>, String> {
    let whole: Vec<&Standing> = view.ranking().standings.iter().filter(|standing| view.whole(standing)).collect();
    let Some(first) = whole.first().filter(|_| whole.len() > 1 && view.results.scoring.ranks()) else {
        return Ok(None);
    };
    let shared = whole.iter().filter(|standing| standing.rank == first.rank).count();
    let settled = is_final(view);
    let mut said = vec![words::gap_note(shared > 1, settled, view.lang)];
    said.extend((shared == 1 && view.rescaled()).then(|| words::GAP_RESCALED.say(view.lang).to_owned()));
    said.extend(basis(view.brief()));
    let page = Page::new(view.brief(), words::gap_chart(view.results.scoring.term, settled, view.lang), &said)?;
    let members = Members::of(view);
    let gaps = gaps_of(view, &members, first, shared > 1);
    let (entries, axis) = (gaps.legend(), gaps.axis());
    let legend = Legend::new(entries, WIDTH);
    let start = legend.height + SIDES + NUMBERS;
    let described = gaps.described(view, &members);
    page.drawing(start + members.height(), described.into_iter(), |canvas, top| {
        let (above, from) = (top + legend.height, top + start);
        legend.paint(canvas, top)?;
        axis.grid(canvas, (from, from + members.height()), view.lang)?;
        let zero = axis.x(0.0);
        sides(canvas, view, zero, above + SIDES / 2, axis.from < 0.0)?;
        members.each(canvas, from, |index, row, y| match gaps.whole[index] {
            Some(gap) => bar(canvas, (view, &members, &gaps), &axis, (row, index, gap), y),
            None => members.lacking(canvas, row, y),
        })?;
        canvas.stroke((zero, from), (zero, from + members.height()), INK)
    })
    .map(Some)
}

/// The gaps of every member to the first; where several are first, not split, for each has parts of its own.
fn gaps_of(view: View, members: &Members, first: &Standing, shared: bool) -> Gaps {
    let rows = || members.rows.iter().map(|row| row.standing);
    let gap = |standing: &Standing| view.whole(standing).then(|| first.total - standing.total);
    let whole: Vec<Option<Points>> = rows().map(gap).collect();
    if shared {
        let gaps = whole.iter().map(|gap| gap.unwrap_or_default()).collect();
        return Gaps { parts: vec![Part { said: String::new(), gaps }], whole };
    }
    let (compact, best) = (view.compact(), view.member(first.member));
    let mut parts: Vec<Part> = Vec::new();
    for field in view.top_fields(FieldKind::Scale) {
        let gaps = rows().map(|own| best.fields[field].points - view.member(own.member).fields[field].points);
        parts.push(Part { said: heading(view, &compact.fields[field]), gaps: gaps.collect() });
    }
    for (kind, said) in [(FieldKind::Bonus, words::BONUS), (FieldKind::Penalty, words::PENALTY)] {
        let points = |member: usize| view.outside(member, kind).unwrap_or_default();
        let gaps = rows().map(|own| points(first.member) - points(own.member)).collect();
        parts.push(Part { said: said.say(view.lang).to_owned(), gaps });
    }
    let named = |index: usize| parts.iter().map(|part| part.gaps[index]).sum::<Points>();
    let rest = whole.iter().enumerate().map(|(index, gap)| gap.map_or(Points::ZERO, |gap| gap - named(index)));
    let rest = Part { said: words::REST.say(view.lang).to_owned(), gaps: rest.collect() };
    parts.push(rest);
    // a part in which nobody of them differs needs no colour; the fields keep theirs
    let fields = view.top_fields(FieldKind::Scale).len();
    let differs =
        |part: &Part| part.gaps.iter().zip(&whole).any(|(gap, whole)| whole.is_some() && *gap != Points::ZERO);
    let parts = parts.into_iter().enumerate().filter(|(index, part)| *index < fields || differs(part));
    Gaps { parts: parts.map(|(_, part)| part).collect(), whole }
}

impl Gaps {
    fn split(&self) -> bool {
        self.parts.len() > 1
    }

    fn legend(&self) -> Vec<(Sign, String)> {
        let entries = self.parts.iter().enumerate().filter(|_| self.split());
        entries.map(|(index, part)| (Sign::Fill(fill(index)), part.said.clone())).collect()
    }

    /// What a row reaches to the left and to the right.
    fn reach(&self, row: usize) -> (Points, Points) {
        let own = || self.parts.iter().map(|part| part.gaps[row]);
        (own().filter(|gap| *gap < Points::ZERO).sum(), own().filter(|gap| *gap > Points::ZERO).sum())
    }

    fn axis(&self) -> Axis {
        let rows = self.whole.iter().enumerate().filter(|(_, gap)| gap.is_some());
        let reach: Vec<_> = rows.map(|(row, _)| self.reach(row)).collect();
        let ahead = reach.iter().map(|(ahead, _)| ahead.to_f64()).fold(0.0, f64::min);
        let behind = reach.iter().map(|(_, behind)| behind.to_f64()).fold(0.0, f64::max);
        if ahead < 0.0 { Axis::around(ahead, behind) } else { Axis::from_zero(behind) }
    }

    fn described(&self, view: View, members: &Members) -> Vec<String> {
        let rows = members.rows.iter().zip(&self.whole);
        let said = rows.map(|(row, gap)| {
            let gap = gap.map_or_else(|| "-".to_owned(), |gap| printed(view, gap));
            format!("{}: {gap}", view.name(row.standing.member))
        });
        said.collect()
    }
}

/// Whether the order is final, so that its first is a leader.
fn is_final(view: View) -> bool {
    !view.ranking().provisional && view.results.scoring.half.is_none()
}

/// Points with as many decimals as totals have.
fn printed(view: View, points: Points) -> String {
    view.lang.fixed(points.decimal(), view.compact().total_places.unwrap_or(0))
}

/// What lies to either side of the middle line.
fn sides(canvas: &Canvas, view: View, zero: i32, y: i32, ahead: bool) -> Result<(), String> {
    let (left, right) = (words::ahead(is_final(view), view.lang), words::behind(is_final(view), view.lang));
    canvas.write((zero + 8, y), Anchor::Left, NOTE, &right)?;
    if ahead && zero - 8 - NOTE.width(&left) > EDGE {
        canvas.write((zero - 8, y), Anchor::Right, NOTE, &left)?;
    }
    Ok(())
}

fn bar(
    canvas: &Canvas,
    (view, members, gaps): (View, &Members, &Gaps),
    axis: &Axis,
    (row, index, gap): (&Row, usize, Points),
    y: i32,
) -> Result<(), String> {
    let (half, zero) = (members.look.half, axis.x(0.0));
    let (mut left, mut right) = (Points::ZERO, Points::ZERO);
    for (number, part) in gaps.parts.iter().enumerate() {
        let own = part.gaps[index];
        let side = if own < Points::ZERO { &mut left } else { &mut right };
        let from = axis.x(side.to_f64());
        *side = *side + own;
        let to = axis.x(side.to_f64());
        let colour = if gaps.split() { fill(number) } else { BAR };
        piece(canvas, (from.min(to), from.max(to)), (y, half), colour)?;
        let label = view.lang.number(if own < Points::ZERO { -own } else { own }.decimal());
        let pen = Pen { colour: on(colour), size: SMALL.size.min(members.look.body.size), ..SMALL };
        if gaps.split() && pen.width(&label) + 4 <= (to - from).abs() {
            canvas.write((i32::midpoint(from, to), y), Anchor::Middle, pen, &label)?;
        }
    }
    let end = axis.x(right.to_f64()).max(zero) + 8;
    let pen = members.pen(row.standing);
    if row.standing.rank == Some(1) {
        return canvas.label((end, y), pen, &words::first(&total(view, row.standing), is_final(view), view.lang));
    }
    canvas.label((end, y), Pen { bold: true, ..pen }, &printed(view, gap))
}

fn piece(canvas: &Canvas, (from, to): (i32, i32), (y, half): (i32, i32), colour: RGBColor) -> Result<(), String> {
    if to <= from {
        return Ok(());
    }
    canvas.fill((from, y - half), (to, y + half), colour)?;
    if from > LEFT {
        canvas.stroke((from, y - half), (from, y + half), PAPER)?;
    }
    Ok(())
}
