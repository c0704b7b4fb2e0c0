//! In: one bloc. Out: its members as the rows of a chart, in the order of the ranking, with rank, name and the leader's
//! sign at the left. Many rows are finer.

use super::canvas::{Anchor, Canvas, Pen, line_height};
use super::palette::{BODY, BOLD, EDGE, FAINT, FINE, FINE_BOLD, LEFT, SMALL, WIDTH, accent};
use crate::model::Standing;
use crate::write::view::View;

/// Rows up to which a chart has letters of full size.
const FEW: usize = 24;
/// Lines of a name, at most.
const LINES: usize = 4;
/// Where a name starts.
const NAME: i32 = EDGE + 44;

/// The members of a bloc.
pub(super) struct Members<'a> {
    view: View<'a>,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) look: Look,
}

/// One member's row.
pub(super) struct Row<'a> {
    pub(super) standing: &'a Standing,
    name: Vec<String>,
    pub(super) height: i32,
}

/// How large the rows are.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) body: Pen,
    pub(super) bold: Pen,
    /// Half the thickness of a bar.
    pub(super) half: i32,
    least: i32,
    space: i32,
}

impl Look {
    /// For so many rows.
    pub(super) fn of(rows: usize) -> Self {
        if rows <= FEW {
            Self { body: BODY, bold: BOLD, half: 12, least: 38, space: 14 }
        } else {
            Self { body: FINE, bold: FINE_BOLD, half: 8, least: 24, space: 7 }
        }
    }

    /// Whether the rows are too low for two lines.
    pub(super) fn is_fine(&self) -> bool {
        self.least < 38
    }

    /// The height of a row with so many lines.
    pub(super) fn height(&self, lines: usize) -> i32 {
        (i32::try_from(lines).unwrap_or(1) * line_height(self.body) + self.space).max(self.least)
    }
}

impl<'a> Members<'a> {
    /// In the order of the ranking.
    pub(super) fn of(view: View<'a>) -> Self {
        Self::within(view, LEFT - NAME - 8)
    }

    /// The same, their names no wider than that.
    pub(super) fn within(view: View<'a>, width: i32) -> Self {
        let standings = &view.ranking().standings;
        let look = Look::of(standings.len());
        let rows = standings.iter().map(|standing| {
            let pen = if view.leads(standing) { look.bold } else { look.body };
            let name = pen.wrap_within(view.name(standing.member), width, LINES);
            Row { standing, height: look.height(name.len()), name }
        });
        Self { view, rows: rows.collect(), look }
    }

    /// With every row so high at least.
    #[must_use]
    pub(super) fn at_least(mut self, height: i32) -> Self {
        for row in &mut self.rows {
            row.height = row.height.max(height);
        }
        self
    }

    /// All rows together.
    pub(super) fn height(&self) -> i32 {
        self.rows.iter().map(|row| row.height).sum()
    }

    /// Whether anybody has a total.
    pub(super) fn any_whole(&self) -> bool {
        self.rows.iter().any(|row| self.view.whole(row.standing))
    }

    /// Paints names from here down, and what `paint` has to show around the middle of each row, told its number.
    pub(super) fn each(
        &self,
        canvas: &Canvas,
        top: i32,
        paint: impl Fn(usize, &Row, i32) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut y = top;
        for (index, row) in self.rows.iter().enumerate() {
            self.name(canvas, row, y + row.height / 2)?;
            paint(index, row, y + row.height / 2)?;
            y += row.height;
        }
        Ok(())
    }

    /// The pen of a member's numbers.
    pub(super) fn pen(&self, standing: &Standing) -> Pen {
        if self.view.leads(standing) { self.look.bold } else { self.look.body }
    }

    /// Rank and name, to the left of what is drawn.
    fn name(&self, canvas: &Canvas, row: &Row, y: i32) -> Result<(), String> {
        let pen = self.pen(row.standing);
        if self.view.results.scoring.ranks() {
            let rank = row.standing.rank.map_or_else(|| "-".to_owned(), |rank| format!("{rank}."));
            canvas.write((NAME - 10, y), Anchor::Right, pen, &rank)?;
        }
        if self.view.leads(row.standing) {
            canvas.triangle((EDGE - 8, y), 7, accent(self.view))?;
        }
        canvas.write_lines((NAME, y), Anchor::Left, pen, &row.name)
    }

    /// What stands where a member has no total.
    pub(super) fn lacking(&self, canvas: &Canvas, row: &Row, y: i32) -> Result<(), String> {
        let said = self.view.lacks(row.standing.member).unwrap_or_default();
        self.remark(canvas, y, &said)
    }

    /// A remark in the place of what is drawn.
    pub(super) fn remark(&self, canvas: &Canvas, y: i32, said: &str) -> Result<(), String> {
        let pen = Pen { colour: FAINT, size: SMALL.size.min(self.look.body.size), ..SMALL };
        let lines = if self.look.is_fine() { 1 } else { 2 };
        let lines = pen.wrap_within(said, WIDTH - EDGE - LEFT - 10, lines);
        let step = line_height(pen);
        let mut at = y - (i32::try_from(lines.len()).unwrap_or(1) - 1) * step / 2;
        for line in &lines {
            canvas.label((LEFT + 10, at), pen, line)?;
            at += step;
        }
        Ok(())
    }

    /// Each member with its total, in words.
    pub(super) fn described(&self) -> impl Iterator<Item = String> + '_ {
        self.rows.iter().map(|Row { standing, .. }| {
            let (name, whole) = (self.view.name(standing.member), self.view.whole(standing));
            match standing.rank {
                Some(rank) => format!("{rank}. {name}: {}", total(self.view, standing)),
                None if whole => format!("{name}: {}", total(self.view, standing)),
                None => format!("{name}: -"),
            }
        })
    }
}

/// A total as it is printed.
pub(super) fn total(view: View, standing: &Standing) -> String {
    let places = view.compact().total_places.unwrap_or(0);
    view.lang.fixed(standing.total.decimal(), places)
}
