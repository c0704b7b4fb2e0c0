//! Everything that cells say of members, gathered first and settled once: equal values count once, different
//! ones are a clash; the register's plans and the agencies' figures come first.

use std::collections::{BTreeMap, BTreeSet};

use super::Work;
use super::members::MemberId;
use crate::diag::{CellRef, Fault, Place};
use crate::model::{
    BlocPanel, Column, Datum, MemberPanel, Observed, PanelRow, Points, Scoring, Source, StageMark, Status, Table,
};

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// An input of the criterion, by position.
    Input(usize),
    /// A mark of a stage of the compact, by position.
    Stage(usize),
}

/// Who says it, the one that counts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The plan register.
    Register,
    /// The body that follows the criterion.
    Agency,
    /// The member's form or its bloc's table.
    Member,
}

/// What a cell says.
#[derive(Clone, Debug)]
pub enum Said {
    /// A value for an input.
    Datum(Datum, Status),
    /// Points.
    Mark(Points),
    /// Something that is a fault already reported.
    Faulty,
}

/// One cell's claim.
#[derive(Clone, Debug)]
pub struct Claim {
    pub origin: Origin,
    pub said: Said,
    pub source: Source,
}

type Key = (usize, usize, usize, Slot);

/// The claims about members.
#[derive(Clone, Default)]
pub struct Claims {
    said: BTreeMap<Key, Vec<Claim>>,
    places: BTreeMap<(usize, usize, usize), CellRef>,
    evidence: BTreeMap<(usize, usize, usize), String>,
    senders: BTreeMap<MemberId, Vec<String>>,
    spoiled: BTreeSet<MemberId>,
    forms: BTreeMap<MemberId, String>,
    blanks: BTreeMap<Key, Source>,
}

impl Claims {
    /// The same, bloc by bloc.
    pub fn by_bloc(self) -> BTreeMap<usize, Self> {
        let mut blocs: BTreeMap<usize, Self> = BTreeMap::new();
        for (key, claims) in self.said {
            blocs.entry(key.0).or_default().said.insert(key, claims);
        }
        for (key, cell) in self.places {
            blocs.entry(key.0).or_default().places.insert(key, cell);
        }
        for (key, text) in self.evidence {
            blocs.entry(key.0).or_default().evidence.insert(key, text);
        }
        for (member, files) in self.senders {
            blocs.entry(member.0).or_default().senders.insert(member, files);
        }
        for member in self.spoiled {
            blocs.entry(member.0).or_default().spoiled.insert(member);
        }
        for (member, form) in self.forms {
            blocs.entry(member.0).or_default().forms.insert(member, form);
        }
        for (key, source) in self.blanks {
            blocs.entry(key.0).or_default().blanks.insert(key, source);
        }
        blocs
    }

    /// Adds a claim about a member's criterion.
    pub fn add(&mut self, (bloc, member): MemberId, criterion: usize, slot: Slot, claim: Claim) {
        self.said.entry((bloc, member, criterion, slot)).or_default().push(claim);
    }

    /// Where a member's row of a criterion stands.
    pub fn place(&mut self, (bloc, member): MemberId, criterion: usize, cell: CellRef) {
        self.places.entry((bloc, member, criterion)).or_insert(cell);
    }

    /// The evidence beside a member's criterion.
    pub fn evidence(&mut self, (bloc, member): MemberId, criterion: usize, text: String) {
        if !text.is_empty() {
            self.evidence.entry((bloc, member, criterion)).or_insert(text);
        }
    }

    /// A member has handed in a file.
    pub fn sent(&mut self, member: MemberId, file: &str) {
        let files = self.senders.entry(member).or_default();
        if !files.iter().any(|known| known == file) {
            files.push(file.to_owned());
        }
    }

    /// A member's inputs cannot be trusted.
    pub fn spoil(&mut self, member: MemberId) {
        self.spoiled.insert(member);
    }

    /// Where a member's earlier form stands, if it has handed one in; else remembers this one.
    pub fn first_form(&mut self, member: MemberId, table: &Table) -> Option<String> {
        if let Some(earlier) = self.forms.get(&member) {
            return Some(earlier.clone());
        }
        let sheet = &table.sheet;
        let name = if sheet.sheet.is_empty() { sheet.file.clone() } else { format!("{}!{}", sheet.file, sheet.sheet) };
        self.forms.insert(member, name);
        None
    }

    /// The cell that should hold an input and is blank.
    pub fn blank(&mut self, (bloc, member): MemberId, criterion: usize, slot: Slot, source: Source) {
        self.blanks.entry((bloc, member, criterion, slot)).or_insert(source);
    }

    /// The members, each with the files that speak for it.
    pub fn senders(self) -> BTreeMap<MemberId, Vec<String>> {
        self.senders
    }

    /// What the register says under a slot.
    pub fn registered(&self, (bloc, member): MemberId, criterion: usize, slot: Slot) -> Option<&Claim> {
        let claims = self.said.get(&(bloc, member, criterion, slot))?;
        claims.iter().find(|claim| claim.origin == Origin::Register)
    }
}

/// Settles the claims about the members of a bloc into its panel.
pub fn settle(bloc: usize, work: &mut Work) -> BlocPanel {
    let mut panel = empty(bloc, work.scoring);
    for ((_, member, criterion, slot), mut claims) in std::mem::take(&mut work.claims.said) {
        claims.sort_by_key(|claim| claim.origin);
        let id = &work.scoring.compact_of(bloc).criteria[criterion].id;
        let row = &mut panel.members[member].rows[criterion];
        let clashing = compare(&claims, (bloc, member), id, work);
        let Some(first) = claims.into_iter().next() else { continue };
        match (slot, first.said) {
            (Slot::Input(input), Said::Datum(datum, status)) => {
                row.observed[input] = Observed { datum, source: Some(first.source), status, faulty: clashing };
                if clashing {
                    row.observed[input].datum = Datum::Missing;
                }
            }
            (Slot::Stage(stage), Said::Mark(points)) if !clashing => {
                row.marks.push(StageMark { stage, points, source: first.source });
            }
            (Slot::Input(input), _) => {
                row.observed[input] = Observed { source: Some(first.source), faulty: true, ..Observed::default() }
            }
            (Slot::Stage(_), _) => row.mark_faulty = true,
        }
    }
    for ((_, member, criterion, slot), source) in std::mem::take(&mut work.claims.blanks) {
        if let Slot::Input(input) = slot {
            panel.members[member].rows[criterion].observed[input].source.get_or_insert(source);
        }
    }
    for ((_, member, criterion), cell) in std::mem::take(&mut work.claims.places) {
        panel.members[member].rows[criterion].place = Some(cell);
    }
    for ((_, member, criterion), text) in std::mem::take(&mut work.claims.evidence) {
        panel.members[member].rows[criterion].evidence = text;
    }
    for (_, member) in work.claims.senders.keys() {
        panel.members[*member].handed_in = true;
    }
    for (_, member) in &work.claims.spoiled {
        panel.members[*member].spoiled = true;
    }
    panel
}

/// A bloc's panel with nothing in it.
fn empty(bloc: usize, scoring: &Scoring) -> BlocPanel {
    let row = |inputs: usize| PanelRow { observed: vec![Observed::default(); inputs], ..PanelRow::default() };
    let criteria = &scoring.compact_of(bloc).criteria;
    let rows = || criteria.iter().map(|criterion| row(criterion.inputs.len())).collect();
    let members = scoring.blocs[bloc].members.iter();
    BlocPanel { members: members.map(|_| MemberPanel { rows: rows(), ..MemberPanel::default() }).collect() }
}

/// Reports what claims of one thing say differently; whether they clash.
fn compare(claims: &[Claim], member: MemberId, criterion: &str, work: &mut Work) -> bool {
    let Some((first, others)) = claims.split_first() else { return false };
    let mut clashing = false;
    for other in others {
        let place = Place::Cell(other.source.cell.clone());
        let fault = match (first.origin, other.origin, agree(first, other)) {
            (Origin::Register, Origin::Member, _) | (_, _, None) | (Origin::Agency, Origin::Member, Some(true)) => {
                continue;
            }
            (Origin::Agency, Origin::Member, Some(false)) => Fault::AgencyDiffers {
                member_value: other.source.raw.clone(),
                member_cell: other.source.cell.to_string(),
            },
            (_, _, Some(true)) => Fault::SameValueTwice { other: first.source.cell.to_string() },
            (_, _, Some(false)) => {
                clashing = true;
                Fault::Clash { other: first.source.cell.to_string(), value: first.source.raw.clone() }
            }
        };
        let agency = matches!(fault, Fault::AgencyDiffers { .. });
        let (place, found) = if agency {
            (Place::Cell(first.source.cell.clone()), &first.source.raw)
        } else {
            (place, &other.source.raw)
        };
        let found = found.clone();
        let note = work.about(member, criterion, fault, place).found(found);
        work.note(note);
    }
    clashing
}

/// Whether two claims say the same; none when either is a fault already.
fn agree(first: &Claim, other: &Claim) -> Option<bool> {
    match (&first.said, &other.said) {
        (Said::Datum(a, _), Said::Datum(b, _)) => Some(a == b),
        (Said::Mark(a), Said::Mark(b)) => Some(a == b),
        (Said::Faulty, _) | (_, Said::Faulty) => None,
        _ => Some(false),
    }
}

/// Whether an input of a criterion is a plan.
pub fn is_plan(scoring: &Scoring, bloc: usize, criterion: usize, slot: Slot) -> bool {
    matches!(slot, Slot::Input(input) if scoring.compact_of(bloc).criteria[criterion].inputs[input].column == Column::Plan)
}
