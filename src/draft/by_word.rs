//! Clauses of a word and its points, or of days late, in; `pass-fail`, `levels`, `titles-held` or `lateness` out.

use std::fmt::Write;

use rust_decimal::Decimal;

use super::clause::Clause;
use super::propose::{Asked, Proposal, Verdict, plain, whole};
use super::text::quoted;
use crate::model::{fold, slug};
use crate::wording::draft::Doubt;
use crate::wording::guide::{AWARDS, DONE, LEVELS, NOT_DONE, Says};

/// The most letters of a title's id.
const LONGEST_ID: usize = 24;

/// A word and its points.
type Said<'a> = (&'a str, Decimal);

/// Words and their points.
pub fn worded(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let (last, before) = clauses.split_last()?;
    let limit = (last.says == Says::AtMost).then(|| last.points()).flatten();
    let words = if limit.is_some() { before } else { clauses };
    let said: Option<Vec<Said>> = words
        .iter()
        .map(|clause| {
            let word = clause.found.words.last().map(String::as_str);
            (clause.says == Says::Word).then_some((word?, clause.points()?))
        })
        .collect();
    let said = said.filter(|said| !said.is_empty())?;
    if let Some(limit) = limit {
        return Some(titles(&said, limit, asked));
    }
    let level = |(word, _): &Said| LEVELS.iter().any(|known| fold(word).contains(known));
    if said.len() >= 2 && said.iter().all(level) {
        return Some(levels(&said, asked));
    }
    match said[..] {
        [done, not_done] => Some(pass_fail(done, not_done, asked)),
        _ => None,
    }
}

fn begins(word: &str, with: &[&str]) -> bool {
    let word = fold(word);
    with.iter().any(|known| word.strip_prefix(known).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

fn pass_fail(done: Said, not_done: Said, asked: &Asked) -> Verdict {
    if !begins(done.0, DONE) || !begins(not_done.0, NOT_DONE) {
        return Err(Doubt::DoNotMakeARule);
    }
    whole(Some(done.1), asked)?;
    if !not_done.1.is_zero() {
        return Err(Doubt::OtherPoints);
    }
    Ok(Proposal::new("pass-fail", String::new()))
}

fn levels(said: &[Said], asked: &Asked) -> Verdict {
    whole(said.iter().map(|(_, points)| *points).max(), asked)?;
    let row = |(word, points): &Said| format!("    {{ word = {}, points = {} }},\n", quoted(word), plain(*points));
    let rows = said.iter().map(row).collect::<Vec<_>>().concat();
    Ok(Proposal::new("levels", format!("{{ levels = [\n{rows}] }}")))
}

fn titles(said: &[Said], limit: Decimal, asked: &Asked) -> Verdict {
    if !said.iter().all(|(word, _)| begins(word, AWARDS)) {
        return Err(Doubt::DoNotMakeARule);
    }
    whole(Some(limit), asked)?;
    let mut ids: Vec<String> = Vec::new();
    let mut rows = String::new();
    for (word, points) in said {
        let mut id: String = slug(word).chars().take(LONGEST_ID).collect();
        id.truncate(id.trim_end_matches('-').len());
        if ids.contains(&id) {
            id = format!("{id}-{}", ids.len() + 1);
        }
        let _ = writeln!(rows, "    {{ id = \"{id}\", name = {}, points = {} }},", quoted(word), plain(*points));
        ids.push(id);
    }
    let params = format!("{{ mode = \"sum\", limit = {}, titles = [\n{rows}] }}", plain(limit));
    Ok(Proposal::new("titles-held", params))
}

/// Points by days late.
pub fn lateness(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let due = clauses.iter().find(|clause| clause.says == Says::Due).and_then(|clause| clause.found.date);
    let rest: Vec<&Clause> = clauses.iter().filter(|clause| clause.says != Says::Due).collect();
    let (on_time, late) = rest.split_first().filter(|(first, _)| first.says == Says::OnTime)?;
    let days_late =
        |clause: &&&Clause| matches!(clause.says, Says::Late | Says::LateTo | Says::LateBeyond | Says::LateFrom);
    if late.is_empty() || late.iter().filter(days_late).count() != late.len() {
        return None;
    }
    Some(by_days(on_time, late, asked).map(|late| {
        let due = due.map(|due| format!("due = {due}, ")).unwrap_or_default();
        Proposal::new("lateness", format!("{{ {due}{late}] }}"))
    }))
}

/// The entries in order, each beginning the day after the one before ends; the last has no end.
fn by_days(on_time: &Clause, late: &[&Clause], asked: &Asked) -> Result<String, Doubt> {
    whole(on_time.points(), asked)?;
    let mut rows = format!("    {{ days = 0, points = {} }},\n", plain(asked.maximum));
    let mut until = Decimal::ZERO;
    for (index, clause) in late.iter().enumerate() {
        let day = |index: usize| clause.found.numbers[index].0;
        let points = plain(clause.points().unwrap_or_default());
        let (from, to) = match clause.says {
            Says::Late => (day(0), Some(day(1))),
            Says::LateTo => (until + Decimal::ONE, Some(day(0))),
            Says::LateFrom => (day(0), None),
            _ => (day(0) + Decimal::ONE, None),
        };
        if from != until + Decimal::ONE || to.is_none() != (index + 1 == late.len()) {
            return Err(Doubt::DoesNotFit);
        }
        match to {
            Some(to) => {
                let _ = writeln!(rows, "    {{ days = {}, points = {points} }},", plain(to));
                until = to;
            }
            None => return Ok(format!("beyond = {points}, late = [\n{rows}")),
        }
    }
    Err(Doubt::DoesNotFit)
}
