//! In: one bloc. Out: what each member gave itself and what counts, as two marks on a line, with the difference in
//! figures. Nothing where nobody marked itself.

use super::axis::{Axis, NUMBERS};
use super::canvas::{Anchor, Canvas};
use super::legend::{Legend, Sign};
use super::members::{Members, Row, total};
use super::page::{Page, basis};
use super::palette::{BAR, EDGE, FAINT, INK, LEFT, NOTE, RIGHT, WIDTH, accent};
use super::picture::Drawing;
use crate::model::{Points, Standing};
use crate::wording::{chart as words, headings};
use crate::write::view::View;

/// Space for a number on either side of the axis.
const BESIDE: i32 = 84;
/// Half the size of a mark.
const MARK: i32 = 6;

/// What one member has: its own total, what counts, and the difference where the two can be compared.
struct Pair {
    own: Option<Points>,
    counted: Option<Points>,
    difference: Option<Points>,
}

/// The drawing; none where no member has marked itself.
pub(in crate::write) fn pairs(view: View) -> Result<Option<Drawing>, String> {
    let members = Members::of(view);
    let pairs: Vec<Pair> = members.rows.iter().map(|row| pair(view, row.standing)).collect();
    if pairs.iter().all(|pair| pair.own.is_none()) {
        return Ok(None);
    }
    let values = || pairs.iter().flat_map(|pair| [pair.own, pair.counted]).flatten().map(Points::to_f64);
    let least = values().fold(f64::INFINITY, f64::min);
    let axis = Axis::around(least, values().fold(least, f64::max)).between(LEFT + BESIDE, RIGHT - BESIDE);
    let said = said(view, &axis, &pairs);
    let page = Page::new(view.brief(), words::pairs_chart(view.results.scoring.term, view.lang), &said)?;
    let legend = legend(view, &members);
    let start = legend.height + NUMBERS;
    let described = members.rows.iter().zip(&pairs).map(|(row, pair)| in_words(view, row.standing, pair));
    page.drawing(start + members.height(), described, |canvas, top| {
        let from = top + start;
        legend.paint(canvas, top)?;
        axis.grid(canvas, (from, from + members.height()), view.lang)?;
        let heading = headings::DIFFERENCE.say(view.lang);
        canvas.write((WIDTH - EDGE, from - 14), Anchor::Right, NOTE, heading)?;
        members.each(canvas, from, |index, row, y| paint(canvas, view, (&members, &axis), (row, &pairs[index]), y))
    })
    .map(Some)
}

fn pair(view: View, standing: &Standing) -> Pair {
    let scores = view.member(standing.member);
    let counted = scores.complete.then_some(scores.total);
    let own = view.self_total(standing.member);
    // a total over part of the scale, brought to the whole, is no match for marks over that part
    let comparable = counted.filter(|total| total.scaled == total.got);
    let difference = comparable.zip(own).map(|(total, own)| total.total - own);
    Pair { own, counted: counted.map(|total| total.total), difference }
}

fn said(view: View, axis: &Axis, pairs: &[Pair]) -> Vec<String> {
    let mut said = Vec::new();
    if axis.from > 0.0 {
        said.push(words::cut(&axis.start(view.lang), view.lang));
    }
    if pairs.iter().any(|pair| pair.difference.is_none()) {
        said.push(words::NO_DIFFERENCE.say(view.lang).to_owned());
    }
    said.extend(basis(view.brief()));
    said
}

fn legend(view: View, members: &Members) -> Legend {
    let say = |sign: Sign, said: crate::diag::Text| (sign, said.say(view.lang).to_owned());
    let mut entries = vec![say(Sign::Ring(INK), words::OWN), say(Sign::Dot(BAR), words::COUNTED)];
    if members.rows.iter().any(|row| view.leads(row.standing)) {
        entries.push(say(Sign::Dot(accent(view)), words::COUNTED_LEADER));
    }
    Legend::new(entries, WIDTH)
}

fn in_words(view: View, standing: &Standing, pair: &Pair) -> String {
    let printed = |points: Option<Points>| points.map_or_else(|| "-".to_owned(), |points| printed(view, points));
    let [own, counted] = [pair.own, pair.counted].map(printed);
    format!("{}: {own} / {counted}", view.name(standing.member))
}

/// Points with as many decimals as totals have.
fn printed(view: View, points: Points) -> String {
    view.lang.fixed(points.decimal(), view.compact().total_places.unwrap_or(0))
}

/// The same with its sign.
fn signed(view: View, points: Points) -> String {
    let sign = if points > Points::ZERO { "+" } else { "" };
    format!("{sign}{}", printed(view, points))
}

fn paint(
    canvas: &Canvas,
    view: View,
    (members, axis): (&Members, &Axis),
    (row, pair): (&Row, &Pair),
    y: i32,
) -> Result<(), String> {
    if pair.own.is_none() && pair.counted.is_none() {
        return members.lacking(canvas, row, y);
    }
    let pen = members.pen(row.standing);
    let x = |points: Option<Points>| points.map(|points| axis.x(points.to_f64()));
    let (own, counted) = (x(pair.own), x(pair.counted));
    if let (Some(own), Some(counted)) = (own, counted) {
        canvas.thick((own, y), (counted, y), FAINT)?;
    }
    let apart = own.zip(counted).is_none_or(|(own, counted)| (own - counted).abs() > MARK + 2);
    if let Some(own) = own {
        canvas.ring((own, y), if apart { MARK } else { MARK + 3 }, INK)?;
    }
    // each number stands outside the two marks; of equal ones there is one number
    let own_left = own.zip(counted).is_none_or(|(own, counted)| own <= counted);
    if let Some(counted) = counted {
        canvas.dot((counted, y), MARK, if view.leads(row.standing) { accent(view) } else { BAR })?;
        number(canvas, (counted, y), own.is_some() && !own_left, pen, &total(view, row.standing))?;
    }
    if let (Some(own), Some(points)) = (own, pair.own.filter(|_| pair.own != pair.counted)) {
        number(canvas, (own, y), own_left && counted.is_some(), members.look.body, &printed(view, points))?;
    }
    let difference = pair.difference.map_or_else(|| "-".to_owned(), |points| signed(view, points));
    canvas.write((WIDTH - EDGE, y), Anchor::Right, pen, &difference)
}

fn number(canvas: &Canvas, at: (i32, i32), left: bool, pen: super::canvas::Pen, said: &str) -> Result<(), String> {
    let clear = MARK + 10;
    let x = if left { at.0 - clear - pen.width(said) } else { at.0 + clear };
    canvas.label((x, at.1), pen, said)
}
