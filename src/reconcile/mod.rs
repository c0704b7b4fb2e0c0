//! Documents in; the panel (who handed in what, for which criterion, from which cell) out.
//!
//! `members` says who a name is, `criteria` which row is which criterion, `values` what a cell means.
//! The register's plans rule; agencies' figures come before members'; everything else that two cells say
//! of one thing is compared, and a doubt is a fault.

mod across;
mod bloc_table;
mod claims;
mod columns;
mod criteria;
mod figure;
mod form;
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

use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{
    BlocPanel, Document, MemberPanel, Observed, Panel, PanelRow, Scoring, SheetKind, Submission, Table,
};

use claims::Claims;
pub use figure::{Figure, One, figure};
use members::Directory;
pub use number::Reading;

/// What the handlers of sheets share.
pub(crate) struct Work<'a> {
    pub scoring: &'a Scoring,
    pub directory: Directory,
    pub claims: Claims,
    pub notes: Vec<Diagnostic>,
    /// Files left out although they could be read.
    pub rejected: Vec<String>,
}

impl Work<'_> {
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

/// Puts all documents together.
///
/// # Errors
/// The faults that refuse the whole run: those of the plan register.
pub fn reconcile(documents: &[Document], scoring: &Scoring) -> Result<Noted<Panel>, Vec<Diagnostic>> {
    let directory = Directory::new(scoring);
    let mut work = Work { scoring, directory, claims: Claims::new(scoring), notes: Vec::new(), rejected: Vec::new() };
    let of = |kind: SheetKind| {
        documents.iter().flat_map(|document| &document.tables).filter(move |table| table.kind == kind)
    };
    register::register(&of(SheetKind::Register).collect::<Vec<_>>(), &mut work)?;
    for document in documents {
        members_tables(document, &mut work);
    }
    for table in of(SheetKind::Agency) {
        long_tables::agency(table, &mut work);
    }
    let unknown_rejected = unknown_kinds(documents, &mut work);
    let shared = shared::shared(documents, unknown_rejected, &mut work);
    let yearly = yearly::yearly(documents, &mut work);
    let mut blocs = claims::settle(&mut work);
    integrity::check(&mut blocs, &mut work);
    not_handed_in(&blocs, &mut work);
    let submissions = documents.iter().map(|document| submission(document, &work)).collect();
    Ok(Noted { output: Panel { blocs, shared, yearly, submissions, history: None }, notes: work.notes })
}

fn members_tables(document: &Document, work: &mut Work) {
    for table in &document.tables {
        match table.kind {
            SheetKind::Form => form::form(table, work),
            SheetKind::BlocTable => bloc_table::bloc_table(table, work),
            SheetKind::BlocTableAcross => across::across(table, work),
            _ => {}
        }
    }
}

/// While a rejected file may have been any sheet, nothing can be proposed.
fn unknown_kinds(documents: &[Document], work: &mut Work) -> bool {
    let unknown: Vec<_> = documents.iter().filter(|document| document.tables.is_empty()).collect();
    for document in &unknown {
        let place = Place::File(document.file.clone());
        work.note(Diagnostic::new(Fault::RejectedFileOfUnknownKind {}, place));
    }
    !unknown.is_empty()
}

fn not_handed_in(blocs: &[BlocPanel], work: &mut Work) {
    for (index, bloc) in blocs.iter().enumerate() {
        for (member, _) in bloc.members.iter().enumerate().filter(|(_, panel)| !panel.handed_in) {
            let configured = &work.scoring.blocs[index];
            let fault = Diagnostic::new(Fault::NothingHandedIn {}, Place::Run);
            work.notes.push(fault.bloc(&configured.id).member(&configured.members[member].name));
        }
    }
}

fn submission(document: &Document, work: &Work) -> Submission {
    let rejected = document.tables.is_empty() || work.rejected.contains(&document.file);
    let sheets = document.tables.iter().map(|table: &Table| (table.sheet.sheet.clone(), table.kind.name())).collect();
    Submission {
        file: document.file.clone(),
        sha256: document.sha256.clone(),
        size: document.size,
        sheets,
        members: work.claims.senders(&document.file),
        rejected,
    }
}

/// A panel with nothing in it, of the shape of scoring.toml.
fn empty(scoring: &Scoring) -> Vec<BlocPanel> {
    let row = |inputs: usize| PanelRow { observed: vec![Observed::default(); inputs], ..PanelRow::default() };
    (0..scoring.blocs.len())
        .map(|bloc| {
            let criteria = &scoring.compact_of(bloc).criteria;
            let member = || MemberPanel {
                rows: criteria.iter().map(|criterion| row(criterion.inputs.len())).collect(),
                ..MemberPanel::default()
            };
            BlocPanel { members: scoring.blocs[bloc].members.iter().map(|_| member()).collect() }
        })
        .collect()
}
