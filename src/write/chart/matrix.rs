//! In: one bloc. Out: every mark as a share of its maximum, members down and criteria across, the lower the darker, with
//! the share in figures; what is missing, left out or not assessed yet has a sign of its own.

use plotters::style::RGBColor;
use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas, Pen};
use super::columns::{Columns, GAP};
use super::legend::{Legend, Sign};
use super::members::{Members, Row};
use super::page::{Page, basis};
use super::palette::{EDGE, FINE, GRID, LEFT, PAPER, SHADES, TINY, on};
use super::picture::Drawing;
use crate::diag::Lang;
use crate::model::{MarkState, ratio, round};
use crate::wording::chart as words;
use crate::write::view::View;

/// Height of a row, at least.
const ROW: i32 = 24;
/// Signs where there is no mark.
const MISSING: &str = "?";
const OUT: &str = "-";
const NOT_YET: &str = "\u{2026}";
/// From which hundredths of the maximum on a shade stands, and the words for it; the last holds what is lower.
const FROM: [i64; 5] = [100, 90, 80, 65, 50];

/// Two corners of a rectangle.
type Area = ((i32, i32), (i32, i32));

/// The drawing; none without a single mark on the scale.
pub(in crate::write) fn matrix(view: View) -> Result<Option<Drawing>, String> {
    let columns = Columns::of(view);
    let marks = || view.scores().members.iter().flat_map(|member| columns.criteria().map(|at| member.marks[at].state));
    if !marks().any(|state| matches!(state, MarkState::Given(_))) {
        return Ok(None);
    }
    let title = words::matrix_chart(view.results.scoring.term, view.lang);
    let mut said = vec![words::MATRIX_NOTE.say(view.lang).to_owned()];
    said.extend(basis(view.brief()));
    let page = Page::wide(view.brief(), title, &said, columns.width)?;
    let members = Members::within(view, LEFT - EDGE - 44 - 8).at_least(ROW);
    let legend = Legend::new(entries(view, &columns), columns.width);
    let start = legend.height + columns.head;
    let height = start + members.height() + columns.foot();
    page.drawing(height, members.described(), |canvas, top| {
        legend.paint(canvas, top)?;
        columns.paint_head(canvas, top + legend.height)?;
        members.each(canvas, top + start, |_, row, y| cells(canvas, view, &columns, row, y))?;
        columns.paint_foot(canvas, top + start + members.height())
    })
    .map(Some)
}

fn entries(view: View, columns: &Columns) -> Vec<(Sign, String)> {
    let lang = view.lang;
    let mut entries = vec![(Sign::Pale(SHADES[0]), words::WHOLE.say(lang).to_owned())];
    for (index, shade) in SHADES.iter().enumerate().skip(1) {
        let least = FROM.get(index).copied();
        entries.push((Sign::Pale(*shade), words::shade(least, FROM[index - 1], lang)));
    }
    let states = || view.scores().members.iter().flat_map(|member| columns.criteria().map(|at| member.marks[at].state));
    for (state, letters, said) in [
        (MarkState::Missing, MISSING, words::MISSING),
        (MarkState::Out, OUT, words::OUT),
        (MarkState::NotYet, NOT_YET, words::NOT_YET),
    ] {
        if states().any(|own| own == state) {
            entries.push((Sign::Letters(letters), said.say(lang).to_owned()));
        }
    }
    entries
}

fn cells(canvas: &Canvas, view: View, columns: &Columns, row: &Row, y: i32) -> Result<(), String> {
    // wide columns have room for larger figures
    let pen = if columns.cell >= 36 { FINE } else { TINY };
    for (criterion, x) in &columns.at {
        let area = ((*x, y - row.height / 2), (*x + columns.cell - GAP, y + row.height / 2 - GAP));
        let maximum = view.compact().criteria[*criterion].maximum;
        match view.member(row.standing.member).marks[*criterion].state {
            MarkState::Given(points) => match ratio(points.decimal(), maximum.decimal()) {
                Some(share) => cell(canvas, area, SHADES[shade(share)], pen, &whole(view.lang, share))?,
                None => cell(canvas, area, PAPER, pen, OUT)?,
            },
            MarkState::Missing => cell(canvas, area, PAPER, Pen { bold: true, ..pen }, MISSING)?,
            MarkState::NotYet => cell(canvas, area, PAPER, pen, NOT_YET)?,
            MarkState::Out => cell(canvas, area, PAPER, pen, OUT)?,
        }
    }
    // rows of many heights are told apart by lines
    if row.height > ROW {
        canvas.stroke((EDGE, y + row.height / 2), (columns.width - EDGE, y + row.height / 2), GRID)?;
    }
    Ok(())
}

/// A cell on its ground, those that are nearly white with an edge.
fn cell(canvas: &Canvas, (from, to): Area, ground: RGBColor, pen: Pen, said: &str) -> Result<(), String> {
    canvas.fill(from, to, ground)?;
    if ground == PAPER || ground == SHADES[0] {
        canvas.edge(from, to, GRID)?;
    }
    let middle = (i32::midpoint(from.0, to.0), i32::midpoint(from.1, to.1));
    canvas.write(middle, Anchor::Middle, Pen { colour: on(ground), ..pen }, said)
}

/// Which shade a share of the maximum has.
fn shade(share: Decimal) -> usize {
    let hundredths = share * Decimal::ONE_HUNDRED;
    FROM.iter().position(|from| hundredths >= Decimal::from(*from)).unwrap_or(FROM.len())
}

/// A share in whole hundredths, never on an end of a shade that it is not at: 99.6 is no 100, and 89.7 no 90.
fn whole(lang: Lang, share: Decimal) -> String {
    let exact = share * Decimal::ONE_HUNDRED;
    let shown = round(exact, 0);
    let beyond = FROM.iter().any(|from| Decimal::from(*from) == shown && exact < shown);
    let shown = if beyond { shown - Decimal::ONE } else { shown };
    lang.number(if shown.is_zero() && exact > Decimal::ZERO { Decimal::ONE } else { shown })
}

#[cfg(test)]
mod tests {
    use super::{SHADES, shade, whole};
    use crate::diag::Lang;

    #[test]
    fn a_share_has_the_shade_it_reaches() {
        let shades = ["1", "0.999", "0.9", "0.8999", "0.65", "0.5", "0.4999", "0", "-0.2"];
        assert_eq!(shades.map(|share| shade(share.parse().unwrap())), [0, 1, 1, 2, 3, 4, 5, 5, 5]);
        assert_eq!(SHADES.len(), super::FROM.len() + 1);
    }

    #[test]
    fn a_whole_number_never_claims_more_than_was_reached_nor_nothing_where_there_is_something() {
        let shares = ["1", "0.9999", "0.996", "0.897", "0.8949", "0.004", "0", "0.125"];
        let said = shares.map(|share| whole(Lang::Vi, share.parse().unwrap()));
        assert_eq!(said, ["100", "99", "99", "89", "89", "1", "0", "13"]);
    }
}
