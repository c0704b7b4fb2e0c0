//! The texts of a table's columns in; how their numbers are to be read, and the cell that proves it, out.

use super::Work;
use super::figure::{Figure, figure};
use super::number::Reading;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Content, Convention, Heading, Table, TableRow};

/// The convention of each column, by position.
pub struct Conventions(Vec<Option<Convention>>);

impl Conventions {
    /// Of a position among the columns.
    pub fn at(&self, position: usize) -> Option<Convention> {
        self.0.get(position).copied().flatten()
    }

    /// Of the column under a heading.
    pub fn of(&self, table: &Table, heading: Heading) -> Option<Convention> {
        self.at(table.column(heading)?)
    }
}

/// The conventions of all columns; what a column decides for a cell that does not say it itself is noted.
pub fn conventions(table: &Table, work: &mut Work) -> Conventions {
    let columns = 0..table.columns.len();
    Conventions(columns.map(|position| convention(table, position, work)).collect())
}

fn convention(table: &Table, position: usize, work: &mut Work) -> Option<Convention> {
    if !of_figures(table.columns[position].heading) {
        return None;
    }
    let mut open: Vec<(&TableRow, String, Reading)> = Vec::new();
    let mut proofs: [Option<(&TableRow, String)>; 2] = [None, None];
    for row in &table.rows {
        let Some(Content::Text(text)) = row.cells.get(position).and_then(Option::as_ref) else { continue };
        let Figure::One(one) = figure(text) else { continue };
        match one.reading {
            Reading::Number(_, Some(proved)) => {
                proofs[usize::from(proved == Convention::Plain)].get_or_insert((row, text.clone()));
            }
            Reading::Either(..) => open.push((row, text.clone(), one.reading)),
            _ => {}
        }
    }
    let (convention, proof) = match (&proofs, work.scoring.numbers) {
        ([Some(_), Some(_)], _)
        | ([Some(_), None], Some(Convention::Plain))
        | ([None, Some(_)], Some(Convention::Vietnamese))
        | ([None, None], None) => return None,
        ([Some(proof), None], _) => (Convention::Vietnamese, Some(proof)),
        ([None, Some(proof)], _) => (Convention::Plain, Some(proof)),
        ([None, None], Some(declared)) => (declared, None),
    };
    let stated_only = table.columns[position].heading == Heading::Ratio;
    if let Some((row, text, reading)) = open.first().filter(|_| !stated_only) {
        let (proof, proof_cell) =
            proof.map_or_else(Default::default, |(row, text)| (text.clone(), table.cell(row, position).address()));
        let read = reading.under(Some(convention)).unwrap_or_default().normalize().to_string();
        let convention = convention.name().to_owned();
        let note = Fault::ColumnConvention { convention, proof, proof_cell, read, cells: open.len() };
        work.note(Diagnostic::new(note, Place::Cell(table.cell(row, position))).found(text.clone()));
    }
    Some(convention)
}

fn of_figures(heading: Heading) -> bool {
    matches!(
        heading,
        Heading::Plan
            | Heading::Actual
            | Heading::PlanAtStart
            | Heading::PlanAdjusted
            | Heading::Ratio
            | Heading::Amount
            | Heading::Mark(_)
    )
}
