//! Documents in; the panel (who handed in what, for which criterion, from which cell) out, bloc by bloc.
//!
//! `filing` takes each document as it is read and puts its forms by; `intake` takes what is no bloc's alone and then,
//! when a bloc's turn comes, its forms. `members` says who a name is, `criteria` which row is which criterion, `values`
//! what a cell means.
//! The register's plans rule; agencies' figures come before members'; everything else that two cells say
//! of one thing is compared, and a doubt is a fault.

mod across;
mod bloc_table;
mod claims;
mod columns;
mod criteria;
mod figure;
mod filing;
mod form;
mod intake;
mod integrity;
mod long_tables;
mod marks;
mod members;
mod number;
mod quantity;
mod register;
mod shared;
mod stated;
mod table;
mod units;
mod values;
mod yearly;

use crate::diag::{Diagnostic, Fault, Place};
use crate::model::Scoring;

use claims::Claims;
use criteria::{Labels, Matcher};
pub use figure::{Figure, One, figure};
pub use filing::Filing;
pub use intake::{Files, Handed, Intake};
use members::Directory;
pub use number::Reading;

/// What the handlers of sheets share.
pub(crate) struct Work<'a> {
    pub scoring: &'a Scoring,
    pub directory: &'a Directory,
    /// One for each compact.
    pub labels: &'a [Labels],
    pub claims: Claims,
    pub notes: Vec<Diagnostic>,
    /// Files left out although they could be read.
    pub rejected: Vec<String>,
}

impl<'a> Work<'a> {
    /// What identifies the rows of a form under a compact.
    pub fn matcher(&self, compact: usize) -> Matcher<'a> {
        Matcher::new(&self.scoring.compacts[compact], &self.labels[compact])
    }

    /// Notes a finding.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.notes.push(diagnostic);
    }

    /// A finding about a member's criterion, or about the member alone where no criterion is named.
    pub fn about(&self, (bloc, member): (usize, usize), criterion: &str, fault: Fault, place: Place) -> Diagnostic {
        let bloc = &self.scoring.blocs[bloc];
        let about = Diagnostic::new(fault, place).bloc(&bloc.id).member(&bloc.members[member].name);
        if criterion.is_empty() { about } else { about.criterion(criterion) }
    }
}
