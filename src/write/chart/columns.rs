//! In: one bloc. Out: the criteria of its scale as the columns of a picture: fields above, codes upright where they are
//! wide, names by their codes below.

use super::canvas::{Anchor, Canvas, line_height};
use super::palette::{EDGE, FAINT, FINE, FINE_BOLD, LEFT, TINY, WIDTH};
use super::stacked::heading;
use crate::model::FieldKind;
use crate::write::view::View;

/// Space between two cells.
pub(super) const GAP: i32 = 1;
/// Narrowest and widest column.
const CELL: (i32, i32) = (24, 64);
/// Space between two fields.
const APART: i32 = 8;
/// Height of a field's heading.
const FIELD: i32 = 26;
/// Room for a code.
const CODE: i32 = 120;
/// Columns of names below, and lines of a name.
const NAMES: i32 = 3;
const LINES: usize = 3;

/// The columns laid out.
pub(super) struct Columns<'a> {
    view: View<'a>,
    /// Each criterion with where its column starts.
    pub(super) at: Vec<(usize, i32)>,
    /// Fields with where they start and end.
    fields: Vec<(usize, i32, i32)>,
    pub(super) cell: i32,
    pub(super) width: i32,
    /// Height of what stands above the cells.
    pub(super) head: i32,
    upright: bool,
    names: Vec<Names>,
}

/// A row of the list of names.
struct Names {
    /// The field's own name, where a field starts.
    field: Option<String>,
    /// Codes, and names cut into lines.
    named: Vec<(String, Vec<String>)>,
    height: i32,
}

impl<'a> Columns<'a> {
    /// The criteria of the scale in order, field by field; those that give no points are left out.
    pub(super) fn of(view: View<'a>) -> Self {
        let compact = view.compact();
        let grouped = view.top_fields(FieldKind::Scale).into_iter().map(|field| {
            let own = compact.criteria.iter().enumerate();
            let own = own.filter(|(_, criterion)| {
                compact.top_of(criterion.field) == field && criterion.maximum > crate::model::Points::ZERO
            });
            (field, own.map(|(index, _)| index).collect::<Vec<_>>())
        });
        let grouped: Vec<_> = grouped.filter(|(_, own)| !own.is_empty()).collect();
        let count = i32::try_from(grouped.iter().map(|(_, own)| own.len()).sum::<usize>()).unwrap_or(1).max(1);
        let between = APART * i32::try_from(grouped.len().saturating_sub(1)).unwrap_or(0);
        let cell = ((WIDTH - EDGE - LEFT - between) / count).clamp(CELL.0, CELL.1);
        let (mut x, mut at, mut fields) = (LEFT, Vec::new(), Vec::new());
        for (field, own) in grouped {
            let from = x;
            for criterion in own {
                at.push((criterion, x));
                x += cell;
            }
            fields.push((field, from, x - GAP));
            x += APART;
        }
        let width = (x - APART + EDGE).max(WIDTH);
        let code = |(criterion, _): &(usize, i32)| TINY.width(&compact.criteria[*criterion].id);
        let widest = at.iter().map(code).max().unwrap_or_default().min(CODE);
        let upright = widest > cell - 2;
        let head = FIELD + if upright { widest + 8 } else { 22 };
        let names = names(view, &at, width);
        Self { view, at, fields, cell, width, head, upright, names }
    }

    /// The criteria.
    pub(super) fn criteria(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        self.at.iter().map(|(criterion, _)| *criterion)
    }

    /// Fields and codes from here down.
    pub(super) fn paint_head(&self, canvas: &Canvas, top: i32) -> Result<(), String> {
        for (field, from, to) in &self.fields {
            let field = &self.view.compact().fields[*field];
            let long = format!("{}. {}", field.id, field.name);
            let said = if FINE_BOLD.width(&long) <= to - from { &long } else { &field.id };
            let said = FINE_BOLD.wrap_within(said, (to - from).max(CELL.0), 1);
            canvas.write_lines((i32::midpoint(*from, *to), top + FIELD / 2 - 3), Anchor::Middle, FINE_BOLD, &said)?;
            canvas.stroke((*from, top + FIELD - 4), (*to, top + FIELD - 4), FAINT)?;
        }
        for (criterion, x) in &self.at {
            let (id, middle) = (&self.view.compact().criteria[*criterion].id, x + self.cell / 2);
            let id = TINY.wrap_within(id, CODE, 1).concat();
            if self.upright {
                canvas.write_up((middle, top + self.head - 5), TINY, &id)?;
            } else {
                canvas.write((middle, top + self.head - 11), Anchor::Middle, TINY, &id)?;
            }
        }
        Ok(())
    }

    /// Height of the names below.
    pub(super) fn foot(&self) -> i32 {
        20 + self.names.iter().map(|row| row.height).sum::<i32>()
    }

    /// Codes and names from here down.
    pub(super) fn paint_foot(&self, canvas: &Canvas, top: i32) -> Result<(), String> {
        let (wide, code) = (self.list_width(), self.code_width());
        let mut y = top + 20;
        for row in &self.names {
            if let Some(field) = &row.field {
                canvas.write((EDGE, y + line_height(FINE) / 2), Anchor::Left, FINE_BOLD, field)?;
            }
            let mut x = EDGE;
            for (id, lines) in &row.named {
                let first = y + line_height(FINE) / 2;
                canvas.write((x, first), Anchor::Left, FINE, id)?;
                for (line, at) in lines.iter().zip((first..).step_by(step())) {
                    canvas.write((x + code, at), Anchor::Left, FINE, line)?;
                }
                x += wide;
            }
            y += row.height;
        }
        Ok(())
    }

    fn list_width(&self) -> i32 {
        (self.width - 2 * EDGE) / NAMES
    }

    fn code_width(&self) -> i32 {
        code_width(self.view, &self.at)
    }
}

fn step() -> usize {
    usize::try_from(line_height(FINE)).unwrap_or(1).max(1)
}

/// The widest code and some space.
fn code_width(view: View, at: &[(usize, i32)]) -> i32 {
    let codes = at.iter().map(|(criterion, _)| FINE.width(&view.compact().criteria[*criterion].id));
    codes.max().unwrap_or_default().min(CODE) + 8
}

/// The names in a list of several columns, read from left to right, field by field.
fn names(view: View, at: &[(usize, i32)], width: i32) -> Vec<Names> {
    let compact = view.compact();
    let wide = (width - 2 * EDGE) / NAMES - code_width(view, at) - 14;
    let named = |criterion: usize| {
        let criterion = &compact.criteria[criterion];
        let name = format!("{} ({})", criterion.name, view.lang.number(criterion.maximum.decimal()));
        (FINE.wrap_within(&criterion.id, CODE, 1).concat(), FINE.wrap_within(&name, wide.max(60), LINES))
    };
    let mut rows = Vec::new();
    for own in at.chunk_by(|(a, _), (b, _)| top(view, *a) == top(view, *b)) {
        let field = own.first().map(|(criterion, _)| &compact.fields[top(view, *criterion)]);
        let heading = field.map(|field| FINE_BOLD.wrap_within(&heading(view, field), width - 2 * EDGE, 1).concat());
        rows.push(Names { field: heading, named: Vec::new(), height: line_height(FINE) + 3 });
        for row in own.chunks(usize::try_from(NAMES).unwrap_or(1)) {
            let named: Vec<_> = row.iter().map(|(criterion, _)| named(*criterion)).collect();
            let lines = named.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
            rows.push(Names { field: None, named, height: i32::try_from(lines * step()).unwrap_or(0) + 4 });
        }
    }
    rows
}

fn top(view: View, criterion: usize) -> usize {
    view.compact().top_of(view.compact().criteria[criterion].field)
}
