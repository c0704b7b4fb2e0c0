//! In: the members' totals and what the tie keys look at, as cells. Out: the formulas of their ranks: by the total, then
//! after every key that all members of a tie have; and how each tie ended.
//!
//! Ranks count the greater ones and never compare numbers that are not rounded.

use super::cell::{Formed, Shown};
use super::criterion::Own;
use super::grid::{At, Key};
use crate::model::{Compact, FieldKind, Points, TieCase, TieCells, TieRank};
use crate::wording::headings;
use crate::write::view::View;

/// The cell of the total that ranks follow.
fn total(at: At) -> Key {
    if at.view.compact().rank_on_full { Key::Full } else { Key::Total }
}

/// The row of the ranks after the last key.
fn last(compact: &Compact) -> Option<Key> {
    compact.tie_keys.len().checked_sub(1).map(Key::RankAfter)
}

/// By the total alone: how many have more.
fn by_total(at: At) -> String {
    let (own, all) = (at.cell(total(at)), at.all(total(at)));
    format!("IF({own}=\"\",\"\",1+SUMPRODUCT(ISNUMBER({all})*({all}>{own})))")
}

/// The rank, equal ones as the compact has them.
pub(super) fn rank(at: At) -> String {
    let Some(last) = last(at.view.compact()) else {
        return match at.view.compact().tie_rank {
            TieRank::Competition => by_total(at),
            TieRank::Dense => dense(&at.cell(total(at)), &at.all(total(at)), ">"),
        };
    };
    match at.view.compact().tie_rank {
        TieRank::Competition => at.cell(last),
        TieRank::Dense => dense(&at.cell(last), &at.all(last), "<"),
    }
}

/// One more than the number of different better ones.
fn dense(own: &str, all: &str, better: &str) -> String {
    let different = format!("SUMPRODUCT(ISNUMBER({all})*({all}{better}{own})/(COUNTIF({all},{all})+ISTEXT({all})))");
    format!("IF({own}=\"\",\"\",1+ROUND({different},0))")
}

/// The rank by the total, where keys come after it.
pub(super) fn rank_by_total(at: At) -> Formed {
    Formed::new(by_total(at), shown(refined(at.view, 0)[at.member]))
}

/// What a tie key looks at.
pub(super) fn tie_value(at: At, key: usize) -> Formed {
    let configured = &at.view.compact().tie_keys[key];
    let expression = (configured.by.formula)(&at, configured.target);
    let formula = format!("IF(ISNUMBER({expression}),{expression},\"\")");
    let value = value(at.view, at.member, key)
        .map(|value| if configured.by.in_points { Points::from_units(value).decimal() } else { value.into() });
    Formed::new(formula, value.map_or(Shown::Nothing, Shown::Number))
}

/// The rank after a tie key: those of the same rank who have more go first, where all of them have the key.
pub(super) fn rank_after(at: At, key: usize) -> Formed {
    let earlier = key.checked_sub(1).map_or(Key::RankByTotal, Key::RankAfter);
    let (rank, ranks) = (at.cell(earlier), at.all(earlier));
    let (own, all) = (at.cell(Key::TieValue(key)), at.all(Key::TieValue(key)));
    let known = format!("SUMPRODUCT(({ranks}={rank})*ISNUMBER({all}))=COUNTIF({ranks},{rank})");
    let better = format!("SUMPRODUCT(({ranks}={rank})*ISNUMBER({all})*({all}>{own}))");
    let formula = format!("IF({rank}=\"\",\"\",{rank}+IF({known},{better},0))");
    Formed::new(formula, shown(refined(at.view, key + 1)[at.member]))
}

/// How a tie ended: shared, or broken by the last key that told its members apart.
pub(super) fn tie(at: At) -> String {
    let compact = at.view.compact();
    let (rank, ranks) = (at.cell(Key::Rank), at.all(Key::Rank));
    let lang = at.view.lang;
    let mut broken = "\"\"".to_owned();
    for (key, configured) in compact.tie_keys.iter().enumerate() {
        let [before, after] = [key.checked_sub(1).map_or(Key::RankByTotal, Key::RankAfter), Key::RankAfter(key)]
            .map(|row| format!("COUNTIF({},{})", at.all(row), at.cell(row)));
        let said = headings::tie_broken(&compact.tie_label(configured, lang), lang).replace('"', "\"\"");
        broken = format!("IF({before}>{after},\"{said}\",{broken})");
    }
    let tied = headings::TIED.say(lang).replace('"', "\"\"");
    format!("IF({rank}=\"\",\"\",IF(COUNTIF({ranks},{rank})>1,\"{tied}\",{broken}))")
}

fn shown(rank: Option<usize>) -> Shown {
    rank.map_or(Shown::Nothing, Shown::count)
}

fn value(view: View, member: usize, key: usize) -> Option<i64> {
    let configured = &view.compact().tie_keys[key];
    let scoring = view.results.scoring;
    let votes = view.results.common.shared.votes(scoring, (view.index, member));
    let case = TieCase { member: &view.bloc().members[member], scores: view.member(member), votes };
    (configured.by.value)(&case, configured.target)
}

/// The results of the steps: every member's rank after so many keys.
fn refined(view: View, keys: usize) -> Vec<Option<usize>> {
    let members = 0..view.bloc().members.len();
    let full = view.compact().rank_on_full;
    let total = |member: usize| {
        let scores = view.member(member);
        scores.complete.then_some(if full { scores.total.full } else { scores.total.total })
    };
    let totals: Vec<Option<Points>> = members.clone().map(total).collect();
    let more = |own: Points| 1 + totals.iter().flatten().filter(|other| **other > own).count();
    let mut ranks: Vec<Option<usize>> = totals.iter().map(|own| own.map(more)).collect();
    for key in 0..keys {
        let values: Vec<Option<i64>> = members.clone().map(|member| value(view, member, key)).collect();
        let after = members.clone().map(|member| {
            let rank = ranks[member]?;
            let tied = || members.clone().filter(|other| ranks[*other] == Some(rank));
            let known = tied().all(|other| values[other].is_some());
            let better = tied().filter(|other| known && values[*other] > values[member]).count();
            Some(rank + better)
        });
        ranks = after.collect();
    }
    ranks
}

impl TieCells for At<'_> {
    fn votes(&self) -> String {
        self.cell(Key::Votes)
    }

    fn field(&self, field: usize) -> String {
        self.cell(Key::Field(field))
    }

    fn criterion(&self, criterion: usize) -> String {
        self.cell(Key::Mark(criterion))
    }

    fn exceeded(&self) -> String {
        self.cell(Key::ExceededCount)
    }

    fn penalty(&self) -> String {
        let there = !super::tree::outside(self.view.compact(), FieldKind::Penalty).is_empty();
        if there { self.cell(Key::Penalty) } else { "0".to_owned() }
    }

    fn women(&self) -> String {
        self.cell(Key::Women)
    }
}

/// Whether a criterion's plan is exceeded.
pub(super) fn exceeded(at: At, criterion: usize) -> Formed {
    let holds = at.view.member(at.member).marks[criterion].exceeded;
    Formed::new(super::gate::compared(Own { at, index: criterion }, ">"), Shown::flag(holds))
}

/// How many plans are exceeded.
pub(super) fn exceeded_count(at: At) -> Formed {
    let marks = &at.view.member(at.member).marks;
    let keys: Vec<Key> = (0..marks.len()).map(Key::Exceeded).filter(|key| at.grid.has(*key)).collect();
    let count = marks.iter().filter(|mark| mark.exceeded).count();
    let ranges = at.ranges(&keys).join(",");
    let formula = if ranges.is_empty() { "0".to_owned() } else { format!("SUM({ranges})") };
    Formed::new(formula, Shown::count(count))
}
