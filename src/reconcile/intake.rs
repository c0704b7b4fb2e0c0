//! In: what was filed. Out: what is no bloc's alone at once, and each bloc's panel when its turn comes, as often as it is
//! asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::claims::{self, Claims};
use super::criteria::Labels;
use super::filing::{Filed, Filing, Form, Received};
use super::members::{Directory, MemberId};
use super::{Work, across, bloc_table, form, integrity, long_tables, register, shared, yearly};
use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{BlocPanel, Common, Scoring, SheetKind, Shelf, Submission, Table};

/// Everything that was handed in, with the forms as they wait.
pub struct Intake {
    /// What is no bloc's alone; its submissions are filled in by [`Intake::submit`].
    pub common: Common,
    labels: Vec<Labels>,
    shelf: Shelf<Table>,
    /// By bloc, in the order of the files.
    forms: Vec<Vec<Form>>,
    /// What the other tables say of the members of a bloc.
    claims: BTreeMap<usize, Claims>,
    received: Vec<Received>,
    rejected: Vec<String>,
}

/// What the members of a bloc handed in.
pub struct Handed {
    /// Who said what, from which cell.
    pub panel: BlocPanel,
    /// What became of the files.
    pub files: Files,
}

/// What became of the files of a bloc.
pub struct Files {
    /// Those that speak for each member.
    senders: BTreeMap<MemberId, Vec<String>>,
    /// Those left out although they could be read.
    rejected: Vec<String>,
}

impl Intake {
    /// Takes everything but the forms.
    ///
    /// # Errors
    /// The faults that refuse the whole run: those of the plan register.
    pub fn of(filing: Filing, scoring: &Scoring) -> Result<Noted<Self>, Vec<Diagnostic>> {
        let (filed, shelf, directory) = filing.filed();
        let Filed { forms, others, received, notes, rejected } = filed;
        let tables: Vec<Table> = others.into_iter().map(|(_, table)| table).collect();
        let labels: Vec<_> = scoring.compacts.iter().map(Labels::of).collect();
        let claims = Claims::default();
        let mut work = Work { scoring, directory: &directory, labels: &labels, claims, notes, rejected };
        let of = |kind: SheetKind| tables.iter().filter(move |table| table.kind == kind);
        register::register(&of(SheetKind::Register).collect::<Vec<_>>(), &mut work)?;
        for table in &tables {
            match table.kind {
                SheetKind::BlocTable => bloc_table::bloc_table(table, &mut work),
                SheetKind::BlocTableAcross => across::across(table, &mut work),
                _ => {}
            }
        }
        for table in of(SheetKind::Agency) {
            long_tables::agency(table, &mut work);
        }
        let unknown_rejected = unknown_kinds(received.iter().map(|(_, file)| file), &mut work);
        let shared = shared::shared(&tables, unknown_rejected, &mut work);
        let yearly = yearly::yearly(&tables, &mut work);
        let Work { claims, notes, rejected, .. } = work;
        let received = received.into_iter().map(|(_, file)| file).collect();
        let common = Common { shared, yearly, ..Common::default() };
        let intake = Self { common, labels, shelf, forms, claims: claims.by_bloc(), received, rejected };
        Ok(Noted { output: intake, notes })
    }

    /// What the members of a bloc handed in.
    ///
    /// # Errors
    /// What the unpacking of a form says; no input can cause it.
    pub fn bloc(&self, bloc: usize, scoring: &Scoring) -> io::Result<Noted<Handed>> {
        let claims = self.claims.get(&bloc).cloned().unwrap_or_default();
        let (notes, rejected) = (Vec::new(), Vec::new());
        // whose a form is was looked up when it was filed
        let (directory, labels) = (&Directory::default(), self.labels.as_slice());
        let mut work = Work { scoring, directory, labels, claims, notes, rejected };
        for own in &self.forms[bloc] {
            form::form(&*self.shelf.take(&own.table)?, (bloc, own.member), &mut work);
        }
        let mut panel = claims::settle(bloc, &mut work);
        integrity::check(bloc, &mut panel, &mut work);
        not_handed_in(bloc, &panel, &mut work);
        let Work { claims, notes, rejected, .. } = work;
        let files = Files { senders: claims.senders(), rejected };
        Ok(Noted { output: Handed { panel, files }, notes })
    }

    /// Lets go of the forms of a bloc that need not have its turn again.
    pub fn release(&mut self, bloc: usize) {
        self.forms[bloc] = Vec::new();
    }

    /// Fills in what became of the files in every bloc.
    pub fn submit(&mut self, blocs: &[Files]) {
        let mut members: BTreeMap<&str, Vec<MemberId>> = BTreeMap::new();
        let mut rejected: BTreeSet<&str> = self.rejected.iter().map(String::as_str).collect();
        for own in blocs {
            for (member, files) in &own.senders {
                for file in files {
                    members.entry(file).or_default().push(*member);
                }
            }
            rejected.extend(own.rejected.iter().map(String::as_str));
        }
        let files = std::mem::take(&mut self.received).into_iter().map(|Received { file, sha256, size, sheets }| {
            let rejected = sheets.is_empty() || rejected.contains(file.as_str());
            let members = members.remove(file.as_str()).unwrap_or_default();
            Submission { file, sha256, size, sheets, members, rejected }
        });
        self.common.submissions = files.collect();
    }
}

/// While a rejected file may have been any sheet, nothing can be proposed.
fn unknown_kinds<'a>(received: impl Iterator<Item = &'a Received>, work: &mut Work) -> bool {
    let unknown = received
        .filter(|file| file.sheets.is_empty())
        .map(|file| Diagnostic::new(Fault::RejectedFileOfUnknownKind {}, Place::File(file.file.clone())));
    let before = work.notes.len();
    work.notes.extend(unknown);
    work.notes.len() > before
}

fn not_handed_in(bloc: usize, panel: &BlocPanel, work: &mut Work) {
    for (member, _) in panel.members.iter().enumerate().filter(|(_, panel)| !panel.handed_in) {
        let note = work.about((bloc, member), "", Fault::NothingHandedIn {}, Place::Run);
        work.note(note);
    }
}
