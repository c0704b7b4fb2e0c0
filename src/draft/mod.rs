//! An office's score table in; the text of a commented scoring.toml, and what in the table does not add up, out.
//!
//! `rows` takes the table apart (`code` its numbers, `points` its points), `depth` and `tree` make out what stands below
//! what, `sums` what each comes to, `ids` what each is called. `clause` understands how a criterion is marked (`token`,
//! `pattern`, with the words of `wording::guide`), `propose` makes a rule of it (`by_level`, `by_word`). `write` and `criterion` write it all.
//! Pure: reading the file is the stage `read`.

mod by_level;
mod by_word;
mod clause;
mod code;
mod criterion;
mod depth;
mod head;
mod ids;
mod outside;
mod pattern;
mod points;
mod propose;
mod rows;
mod sums;
mod text;
mod token;
mod tree;
mod write;

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Catalogue, Table};

pub use propose::{Asked, Proposal, Verdict, propose};

/// A scoring.toml made from score tables.
#[derive(Debug)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// What does not add up, with its cell.
    pub notes: Vec<Diagnostic>,
    /// How many fields and groups there are.
    pub fields: usize,
    /// How many criteria.
    pub criteria: usize,
    /// How many rules are proposed, by name.
    pub proposed: BTreeMap<&'static str, usize>,
    /// How many criteria are left to people because the wording is in doubt.
    pub doubtful: usize,
}

/// Makes a scoring.toml; one compact and one bloc for each table.
pub fn draft(tables: &[Table], catalogue: &Catalogue) -> Draft {
    let mut notes = Vec::new();
    let compacts: Vec<_> = tables.iter().map(|table| compact(table, &mut notes)).collect();
    let year = compacts.iter().find_map(|compact| compact.head.year);
    if year.is_none() {
        let place = tables.first().map_or(Place::Run, |table| Place::Sheet(table.sheet.clone()));
        notes.push(Diagnostic::new(Fault::TableYearMissing {}, place));
    }
    let mut draft = write::written(&compacts, year, catalogue);
    crate::diag::sort(&mut notes);
    draft.notes = notes;
    draft
}

/// A compact as its table says it.
pub(crate) struct Compact {
    head: head::Head,
    parts: Vec<tree::Part>,
    /// What a person should know of the table as a whole.
    remarks: Vec<String>,
    /// Where the table stands.
    table: String,
}

fn compact(table: &Table, notes: &mut Vec<Diagnostic>) -> Compact {
    let found = rows::rows(table);
    let depths = depth::depths(&found.list);
    let tidied = tree::tidied(tree::tree(found.list, &depths), notes);
    let mut parts = tree::parts(tree::without_twins(tidied, false, notes));
    let mut remarks = sums::settled(&mut parts, &found.totals, notes);
    remarks.extend(found.left_out.iter().map(|(said, at)| crate::wording::draft::left_out(said, &at.address())));
    let place = &table.sheet;
    let table_name =
        if place.sheet.is_empty() { place.file.clone() } else { format!("{}, {}", place.file, place.sheet) };
    Compact { head: head::head(table), parts, remarks, table: table_name }
}
