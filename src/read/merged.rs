//! A table whose rows are of members in; the same with the names, of member and bloc, in every row that a merged cell
//! brings them down to, out. A row with figures whose name is blank, and under no such cell, is whose is not known.

use super::grid::Grid;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Heading, Table, TableRow, fold};
use crate::wording::recognition::TOTAL_ROWS;

/// Gives each row the name that is merged over it.
///
/// # Errors
/// `name-left-blank` at the first row with figures and without a name that follows one with a name.
pub fn named(grid: &Grid, table: &mut Table) -> Result<(), Diagnostic> {
    let Some(position) = table.column(Heading::Member) else { return Ok(()) };
    let column = table.columns[position].index;
    let figures: Vec<usize> = (0..table.columns.len()).filter(|at| is_figure(table.columns[*at].heading)).collect();
    let bloc = table.column(Heading::Bloc).map(|position| (position, table.columns[position].index));
    let mut last = None;
    for row in &mut table.rows {
        for (position, column) in [Some((position, column)), bloc].into_iter().flatten() {
            if row.cells[position].is_none() {
                row.cells[position] = covering(grid, row.row, column);
            }
        }
        let next = last.is_some_and(|last| row.row == last + 1);
        let filled = figures.iter().any(|at| {
            let column = &table.columns[*at];
            let counts = next || !is_text(column.heading);
            counts && row.cells[*at].is_some() && !spread(grid, row.row, column.index)
        });
        if row.cells[position].is_some() {
            last = Some(row.row);
        } else if last.is_some() && filled && !is_total(row) {
            return Err(Diagnostic::new(Fault::NameLeftBlank {}, Place::Cell(grid.cell(row.row, column))));
        }
    }
    Ok(())
}

/// What stands in the cell that begins above a place, in its column, and is merged down over it.
fn covering(grid: &Grid, row: u32, column: u32) -> Option<Content> {
    let covers = |area: &&[u32; 4]| area[0] < row && row <= area[2] && area[1] == column;
    let [top, left, ..] = grid.merges.iter().find(covers)?;
    grid.rows.get(top)?.get(left).cloned()
}

/// Whether a cell is merged with others beside it, as lines of text below a table are.
fn spread(grid: &Grid, row: u32, column: u32) -> bool {
    let covers = |area: &[u32; 4]| (area[0]..=area[2]).contains(&row) && (area[1]..=area[3]).contains(&column);
    grid.merges.iter().any(|area| covers(area) && area[1] < area[3])
}

fn is_total(row: &TableRow) -> bool {
    let texts = row.cells.iter().flatten().map(|content| fold(&content.raw()));
    texts.into_iter().any(|text| TOTAL_ROWS.iter().any(|word| text.starts_with(word)))
}

/// Whether a column holds words: what stands in it below a gap may be a signature.
fn is_text(heading: Heading) -> bool {
    matches!(heading, Heading::State | Heading::Government | Heading::Party)
}

fn is_figure(heading: Heading) -> bool {
    is_text(heading)
        || matches!(
            heading,
            Heading::Plan
                | Heading::Actual
                | Heading::PlanAtStart
                | Heading::PlanAdjusted
                | Heading::Mark(_)
                | Heading::Yes
        )
}
