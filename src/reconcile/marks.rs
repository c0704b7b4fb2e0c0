//! A cell with a mark in; a claim within the criterion's range, or what is wrong with it, out.

use rust_decimal::Decimal;

use super::Work;
use super::claims::{Claim, Origin, Said, Slot};
use super::figure::{Figure, figure};
use super::members::MemberId;
use super::number::Reading;
use super::quantity::number;
use super::table::Cell;
use super::values::{PURE, Wanted, special};
use crate::diag::{Fault, Place};
use crate::model::{Compact, Content, Convention, Criterion, Points};
use crate::wording::recognition::POINTS;

/// Claims a mark; words for nothing are no mark.
pub fn claim_mark(
    cell: &Cell,
    (member, criterion): (MemberId, usize),
    stage: usize,
    convention: Option<Convention>,
    work: &mut Work,
) {
    let scoring = work.scoring;
    let compact = scoring.compact_of(member.0);
    let Some(stage) = compact.stages.iter().position(|known| known.id == scoring.stages[stage].id) else { return };
    let Some(content) = cell.content() else { return };
    let configured = &compact.criteria[criterion];
    let source = cell.source();
    let place = Place::Cell(source.cell.clone());
    let said = match mark(content, configured, compact, convention) {
        Ok(None) => return,
        Ok(Some((points, notes))) => {
            for note in notes.into_iter().filter(|note| cell.says(note)) {
                let note = work.about(member, &configured.id, note, place.clone()).found(source.raw.clone());
                work.note(note);
            }
            Said::Mark(points)
        }
        Err(fault) => {
            let fault = work.about(member, &configured.id, fault, place).found(source.raw.clone());
            work.note(fault);
            work.claims.spoil(member);
            Said::Faulty
        }
    };
    work.claims.add(member, criterion, Slot::Stage(stage), Claim { origin: Origin::Member, said, source });
}

/// The points of a cell, and what to note beside it; none for words that stand for nothing.
///
/// # Errors
/// Why the cell holds no mark of the criterion.
pub fn mark(
    content: &Content,
    criterion: &Criterion,
    compact: &Compact,
    convention: Option<Convention>,
) -> Result<Option<(Points, Vec<Fault>)>, Fault> {
    if special(content, compact.kp)?.is_some() {
        return Ok(None);
    }
    let lowest = Points::rounded(criterion.kernel.lowest(), None).unwrap_or_default();
    let within = |value: Decimal| {
        let points = Points::rounded(value, None).unwrap_or_default();
        (lowest..=criterion.maximum).contains(&points).then_some(points)
    };
    let convention = convention.or_else(|| only_one_fits(content, |value| within(value).is_some()));
    let number = number(content, &Wanted { convention, unit: POINTS, ..PURE })?;
    let out = || {
        let (lowest, highest) = (lowest.decimal().to_string(), criterion.maximum.decimal().to_string());
        Fault::MarkOutOfRange { lowest, highest }
    };
    Ok(Some((within(number.value).ok_or_else(out)?, number.notes)))
}

/// The convention in which a text of two readings is a mark, where it is one in that alone.
fn only_one_fits(content: &Content, fits: impl Fn(Decimal) -> bool) -> Option<Convention> {
    let Content::Text(text) = content else { return None };
    let Figure::One(one) = figure(text) else { return None };
    match one.reading {
        Reading::Either(vietnamese, plain) if fits(vietnamese) != fits(plain) => {
            Some(if fits(plain) { Convention::Plain } else { Convention::Vietnamese })
        }
        _ => None,
    }
}
