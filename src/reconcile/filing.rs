//! In: documents as they are read, in any order. Out: the forms by the bloc of their sender, waiting until that bloc's
//! turn comes, and every other table as it is.
//!
//! The forms of a hundred thousand offices, open, would fill the memory of a computer: those beyond the first few
//! wait packed.

use std::sync::{Mutex, PoisonError};

use super::form::{self, Sent};
use super::members::Directory;
use crate::diag::Diagnostic;
use crate::model::{Document, Scoring, SheetKind, Shelf, Table, Told, Waiting};

/// Where documents are put while others are read.
pub struct Filing<'a> {
    scoring: &'a Scoring,
    directory: Directory,
    shelf: Shelf<Table>,
    filed: Mutex<Filed>,
}

/// What was put there.
#[derive(Default)]
pub(super) struct Filed {
    /// By bloc.
    pub forms: Vec<Vec<Form>>,
    /// The tables that are no forms.
    pub others: Vec<(Place, Table)>,
    /// The files, each with its index.
    pub received: Vec<(usize, Received)>,
    pub notes: Vec<Diagnostic>,
    /// Files left out although they could be read.
    pub rejected: Vec<String>,
}

/// Where a table stands: the index of its file, and its own within that.
pub(super) type Place = (usize, usize);

/// A member's form.
pub(super) struct Form {
    pub place: Place,
    pub member: usize,
    pub table: Waiting<Table>,
}

/// What is known of a file, but for its cells.
pub(super) struct Received {
    pub file: String,
    pub sha256: String,
    pub size: u64,
    /// Its sheets by name and kind; none where the file was left out.
    pub sheets: Vec<(String, &'static str)>,
}

impl<'a> Filing<'a> {
    /// Nothing yet; so many forms will be held as they are.
    pub fn new(scoring: &'a Scoring, open: usize) -> Self {
        let forms = scoring.blocs.iter().map(|_| Vec::new()).collect();
        let filed = Mutex::new(Filed { forms, ..Filed::default() });
        Self { scoring, directory: Directory::new(scoring), shelf: Shelf::new(open), filed }
    }

    /// Puts the document with an index among the files where it belongs.
    pub fn take(&self, index: usize, document: Document<Told>) {
        let Document { file, sha256, size, tables } = document;
        let fronts = tables.iter().map(Told::front);
        let sheets = fronts.map(|front| (front.sheet.sheet.clone(), front.kind.name())).collect();
        let mut own = Filed { received: vec![(index, Received { file, sha256, size, sheets })], ..Filed::default() };
        let mut forms = Vec::new();
        for (number, table) in tables.into_iter().enumerate() {
            let place = (index, number);
            let file = table.front().sheet.file.clone();
            let filed = if table.front().kind == SheetKind::Form {
                self.form(place, table).map(|(bloc, form, note)| {
                    own.notes.extend(note);
                    forms.push((bloc, form));
                })
            } else {
                table.open().map(|table| own.others.push((place, table)))
            };
            if let Err(fault) = filed {
                own.notes.push(fault);
                own.rejected.push(file);
            }
        }
        self.put(own, forms);
    }

    /// A form that waits for its bloc, and how its sender's name was read.
    fn form(&self, place: Place, table: Told) -> Result<(usize, Form, Option<Diagnostic>), Diagnostic> {
        let Sent { member: (bloc, member), note } = form::sender(table.front(), self.scoring, &self.directory)?;
        Ok((bloc, Form { place, member, table: table.put_on(&self.shelf)? }, note))
    }

    fn put(&self, own: Filed, forms: Vec<(usize, Form)>) {
        let mut filed = self.filed.lock().unwrap_or_else(PoisonError::into_inner);
        for (bloc, form) in forms {
            filed.forms[bloc].push(form);
        }
        filed.others.extend(own.others);
        filed.received.extend(own.received);
        filed.notes.extend(own.notes);
        filed.rejected.extend(own.rejected);
    }

    /// Everything in the order of the files, the shelf that the forms wait on, and the directory they were looked up in.
    pub(super) fn filed(self) -> (Filed, Shelf<Table>, Directory) {
        let mut filed = self.filed.into_inner().unwrap_or_else(PoisonError::into_inner);
        filed.forms.iter_mut().for_each(|forms| forms.sort_by_key(|form| form.place));
        filed.others.sort_by_key(|(place, _)| *place);
        filed.received.sort_by_key(|(index, _)| *index);
        (filed, self.shelf, self.directory)
    }
}
