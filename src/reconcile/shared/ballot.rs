//! The minutes of ballots in; per member, award and round the yes votes over all who may vote, out.
//!
//! Every sum of the tally is checked. In a bloc every member unit votes, in the council every member: an absent one may
//! answer in writing, and counts in the base all the same.

use rust_decimal::Decimal;

use super::{Line, Work, sheet};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Ballot, BallotLevel, Content, Heading, Rows, SharedState, SheetKind, Table};
use crate::reconcile::quantity::number;
use crate::reconcile::values::PURE;
use crate::wording::shared as words;

/// The rounds there may be.
const MOST_ROUNDS: u32 = 2;

pub(super) fn all(tables: &[Table], expected: bool, work: &mut Work) -> Rows<Ballot> {
    let mut ballots = sheet(tables, SheetKind::Ballot, expected, work, ballot);
    let faults: Vec<Diagnostic> = ballots.rows.iter().filter_map(|own| against(own, &ballots.rows, work)).collect();
    if !faults.is_empty() {
        ballots.state = SharedState::Unreliable;
        work.notes.extend(faults);
    }
    ballots
}

/// What of a ballot cannot be beside the others: a base that is not theirs, a round without the one before it, or a
/// second tally of one round.
fn against(own: &Ballot, all: &[Ballot], work: &Work) -> Option<Diagnostic> {
    let about = |fault: Fault| Some(work.about(own.member, "", fault, Place::Cell(own.cell.clone())));
    let units = work.scoring.blocs[own.member.0].members.len();
    if own.level == BallotLevel::Bloc && own.entitled != Decimal::from(units) {
        return about(Fault::BallotBaseDiffers { base: units.to_string(), other: None });
    }
    let council = all.iter().find(|other| other.level == BallotLevel::Council);
    if let Some(first) = council.filter(|first| own.level == first.level && own.entitled != first.entitled) {
        let other = Some(first.cell.address());
        return about(Fault::BallotBaseDiffers { base: first.entitled.normalize().to_string(), other });
    }
    let votes =
        all.iter().filter(|other| (other.member, other.award, other.level) == (own.member, own.award, own.level));
    let rounds: Vec<(u32, &Ballot)> = votes.map(|other| (other.round, other)).collect();
    if own.round > MOST_ROUNDS || own.round > 1 && rounds.iter().all(|(round, _)| *round != own.round - 1) {
        return about(Fault::BallotRound { round: own.round, most: MOST_ROUNDS });
    }
    let first = rounds.iter().find(|(round, _)| *round == own.round).map(|(_, first)| *first)?;
    if first.cell == own.cell { None } else { about(Fault::BallotTwice { other: first.cell.address() }) }
}

fn ballot(line: &Line, work: &Work) -> Result<Ballot, Diagnostic> {
    let has = |heading: Heading| line.table.column(heading).is_some();
    let optional = |heading: Heading| has(heading).then(|| count(line, heading)).transpose();
    let (level, base) = if has(Heading::EntitledCouncil) {
        (BallotLevel::Council, Heading::EntitledCouncil)
    } else {
        (BallotLevel::Bloc, Heading::EntitledUnits)
    };
    let column = line.text(Heading::Award);
    let award = work.scoring.award_named(&column);
    if award.is_none() && !column.is_empty() {
        return Err(line.unreadable(words::AN_AWARD, Heading::Award));
    }
    let tally = Tally {
        entitled: count(line, base)?,
        issued: optional(Heading::Issued)?,
        returned: count(line, Heading::Returned)?,
        valid: optional(Heading::Valid)?,
        invalid: optional(Heading::Invalid)?,
        yes: count(line, Heading::Yes)?,
        no: optional(Heading::No)?,
        written: blank_is_none(line, Heading::Written)?,
        written_yes: blank_is_none(line, Heading::WrittenYes)?,
    };
    let broken = tally.broken();
    if !broken.is_empty() {
        let fault = Fault::TallyDoesNotAddUp { expected: broken.join("; ") };
        let place = Place::Cell(line.cell(Heading::Yes));
        return Err(work.about(line.member, "", fault, place).found(line.text(Heading::Yes)));
    }
    let round = if line.text(Heading::Round).is_empty() { Decimal::ONE } else { count(line, Heading::Round)? };
    Ok(Ballot {
        member: line.member,
        award,
        level,
        round: round.try_into().unwrap_or(1),
        entitled: tally.entitled,
        yes: tally.yes + tally.written_yes,
        written: tally.written,
        cell: line.cell(Heading::Yes),
    })
}

/// A whole number of ballots or people.
fn count(line: &Line, heading: Heading) -> Result<Decimal, Diagnostic> {
    let content: Option<&Content> = line.table.at(line.row, heading);
    let whole = |value: &Decimal| value.fract().is_zero() && !value.is_sign_negative();
    let read = content.and_then(|content| number(content, &PURE).ok()).map(|number| number.value).filter(whole);
    read.ok_or_else(|| line.unreadable(words::A_BALLOT_COUNT, heading))
}

/// The same where a blank says that nobody answered in writing.
fn blank_is_none(line: &Line, heading: Heading) -> Result<Decimal, Diagnostic> {
    if line.text(heading).is_empty() { Ok(Decimal::ZERO) } else { count(line, heading) }
}

/// The figures of one vote.
struct Tally {
    entitled: Decimal,
    issued: Option<Decimal>,
    returned: Decimal,
    valid: Option<Decimal>,
    invalid: Option<Decimal>,
    yes: Decimal,
    no: Option<Decimal>,
    written: Decimal,
    written_yes: Decimal,
}

impl Tally {
    /// The sums that do not hold, as they should read.
    fn broken(&self) -> Vec<String> {
        let valid = self.valid.unwrap_or(self.returned);
        let issued = self.issued.unwrap_or(self.returned);
        let votes = self.no.map(|no| (format!("{} + {no} = {valid}", self.yes), self.yes + no == valid));
        let returned = self.valid.zip(self.invalid).map(|(valid, invalid)| {
            (format!("{valid} + {invalid} = {}", self.returned), valid + invalid == self.returned)
        });
        let at_most = |less: Decimal, more: Decimal| Some((format!("{less} ≤ {more}"), less <= more));
        let present = at_most(issued + self.written, self.entitled);
        let all = [
            votes,
            returned,
            at_most(self.yes, valid),
            at_most(self.returned, issued),
            present,
            at_most(self.written_yes, self.written),
        ];
        all.into_iter().flatten().filter(|(_, holds)| !holds).map(|(said, _)| said).collect()
    }
}
