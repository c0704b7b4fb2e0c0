//! In: a member. Out: the formulas of its total, class and place in the order, over its fields and the others' totals.

use super::cell::{Formed, Shown};
use super::grid::{At, Branch, Key};
use super::node::Fold;
use super::tree;
use crate::model::{Compact, Eligibility, FieldKind, NodeState, Points, Standing};
use crate::wording::{headings, live as words};

/// Decimals of points that the compact does not round.
const FULL: u32 = 9;

/// The results of one member.
#[derive(Clone, Copy)]
pub(super) struct Outcome<'a> {
    pub(super) at: At<'a>,
}

impl<'a> Outcome<'a> {
    fn compact(self) -> &'a Compact {
        self.at.view.compact()
    }

    /// The member's place in the official order.
    fn standing(self) -> Option<&'a Standing> {
        self.at.view.ranking().of(self.at.member)
    }

    fn complete(self) -> bool {
        self.at.view.member(self.at.member).complete
    }

    fn points(self, points: Points) -> Shown {
        if self.complete() { Shown::Number(points.decimal()) } else { Shown::Nothing }
    }

    /// The points of the scale.
    pub(super) fn scale(self) -> Formed {
        Fold { at: self.at, branch: Branch::Root }.points()
    }

    /// The scale's points brought to the whole scale where less was assigned, to so many decimals.
    fn brought(self, places: u32) -> String {
        let (got, assigned) = (self.at.cell(Key::Scale), self.at.cell(Key::Assigned(Branch::Root)));
        let scale = self.at.number(Key::WholeScale);
        format!("IF(AND({assigned}<{scale},{assigned}>0),ROUND({scale}*{got}/{assigned},{places}),{got})")
    }

    /// The same, as it is shown.
    pub(super) fn scaled(self) -> Formed {
        let (got, places) = (self.at.cell(Key::Scale), self.compact().total_places.unwrap_or(FULL));
        let scores = self.at.view.member(self.at.member);
        let shown = match self.scale().shown {
            Shown::Number(_) => Shown::Number(scores.total.scaled.decimal()),
            other => other,
        };
        Formed::new(format!("IF(ISNUMBER({got}),{},{got})", self.brought(places)), shown)
    }

    /// The sum of a kind of fields outside the scale.
    pub(super) fn outside(self, kind: FieldKind) -> Formed {
        let fields = tree::outside(self.compact(), kind);
        let cells: Vec<Key> = fields.iter().map(|field| Key::Field(*field)).collect();
        let states = fields.iter().map(|field| self.at.view.member(self.at.member).fields[*field].state);
        let whole = states.clone().all(|state| matches!(state, NodeState::Whole | NodeState::Out));
        let total = &self.at.view.member(self.at.member).total;
        let points = if kind == FieldKind::Bonus { total.bonus } else { total.penalty };
        let ranges = self.at.ranges(&cells);
        let blanks = ranges.iter().map(|range| format!("COUNTBLANK({range})")).collect::<Vec<_>>().join("+");
        let formula = format!("IF({blanks}>0,\"\",SUM({}))", ranges.join(","));
        Formed::new(formula, if whole { Shown::Number(points.decimal()) } else { Shown::Nothing })
    }

    /// The total of who has everything that is needed.
    pub(super) fn total(self) -> Formed {
        let total = self.at.view.member(self.at.member).total;
        let places = self.compact().total_places.unwrap_or(FULL);
        Formed::new(self.summed(places), self.points(total.total))
    }

    /// The same before it is rounded.
    pub(super) fn full(self) -> Formed {
        Formed::new(self.summed(FULL), self.points(self.at.view.member(self.at.member).total.full))
    }

    fn summed(self, places: u32) -> String {
        let scale = self.at.cell(Key::Scale);
        let rescaled = tree::rescales(self.compact());
        let got = if rescaled { self.brought(FULL) } else { scale.clone() };
        let outside = [Key::Bonus, Key::Penalty].into_iter().filter(|key| self.at.grid.has(*key));
        let outside: Vec<String> = outside.map(|key| self.at.cell(key)).collect();
        let needed = [scale].into_iter().chain(outside.iter().cloned()).collect::<Vec<_>>();
        let (sound, count) = (self.at.cell(Key::Sound), needed.len());
        let whole = format!("AND({sound}=1,COUNT({})={count})", needed.join(","));
        let sum = [got].into_iter().chain(outside).collect::<Vec<_>>().join("+");
        format!("IF({whole},ROUND({sum},{places}),\"\")")
    }

    /// The rank.
    pub(super) fn rank(self) -> Formed {
        let rank = self.standing().and_then(|standing| standing.rank);
        Formed::new(super::order::rank(self.at), rank.map_or(Shown::Nothing, |rank| Shown::count(rank as usize)))
    }

    /// How a tie ended, in words.
    pub(super) fn tie(self) -> Formed {
        let said = self.standing().and_then(|standing| self.at.view.tie(standing));
        Formed::new(super::order::tie(self.at), said.map_or(Shown::Nothing, Shown::Text))
    }

    /// The class: the first whose threshold is reached and whose gate is passed.
    pub(super) fn class(self) -> Formed {
        let (total, scale) = (self.at.cell(Key::Total), self.at.number(Key::WholeScale));
        let capped = format!("MIN({total},{scale})");
        let classes = self.compact().classes.iter().enumerate().rev();
        let nested = classes.fold("\"\"".to_owned(), |rest, (index, class)| {
            let reached = format!("{capped}>={}", self.at.number(Key::Threshold(index)));
            let condition = match super::gate::passed(self.at, index) {
                Some(passed) => format!("AND({reached},{passed})"),
                None => reached,
            };
            format!("IF({condition},\"{}\",{rest})", class.name.replace('"', "\"\""))
        });
        let class = self.standing().and_then(|standing| self.compact().classes.get(standing.class?));
        let shown = class.map_or(Shown::Nothing, |class| Shown::Text(class.name.clone()));
        Formed::new(format!("IF({total}=\"\",\"\",{nested})"), shown)
    }

    /// The place in the sorted table: by rank, then as scoring.toml has them; those without a rank last.
    pub(super) fn order(self) -> Formed {
        let (rank, ranks, before) = (self.at.cell(Key::Rank), self.at.all(Key::Rank), self.at.up_to(Key::Rank));
        let placed = format!("COUNTIF({ranks},\"<\"&{rank})+COUNTIF({before},{rank})");
        let formula = format!("IF({rank}=\"\",COUNT({ranks})+COUNTBLANK({before}),{placed})");
        let standings = &self.at.view.ranking().standings;
        let place = standings.iter().position(|standing| standing.member == self.at.member);
        Formed::new(formula, place.map_or(Shown::Nothing, |place| Shown::count(place + 1)))
    }

    /// Whether a member may be considered.
    pub(super) fn eligible(self) -> Shown {
        let lang = self.at.view.lang;
        let said = match self.at.view.eligibility(self.at.member).0 {
            Eligibility::Eligible => words::YES,
            Eligibility::Deferred => headings::DEFERRED,
            Eligibility::Excluded => headings::EXCLUDED,
        };
        Shown::Text(said.say(lang).to_owned())
    }

    /// The rank among those that may be considered.
    pub(super) fn rank_of_eligible(self) -> Formed {
        let yes = words::YES.say(self.at.view.lang);
        let (rank, ranks) = (self.at.cell(Key::Rank), self.at.all(Key::Rank));
        let (eligible, all) = (self.at.cell(Key::Eligible), self.at.all(Key::Eligible));
        let better = format!("SUMPRODUCT(ISNUMBER({ranks})*({ranks}<{rank})*({all}=\"{yes}\"))");
        let formula = format!("IF(OR({rank}=\"\",{eligible}<>\"{yes}\"),\"\",1+{better})");
        let eligible = |member: usize| self.at.view.eligibility(member).0 == Eligibility::Eligible;
        let own = self.standing().and_then(|standing| standing.rank).filter(|_| eligible(self.at.member));
        let ranked = self.at.view.ranking().standings.iter();
        let shown = own.map_or(Shown::Nothing, |own| {
            let better = ranked.filter(|other| eligible(other.member) && other.rank.is_some_and(|rank| rank < own));
            Shown::count(1 + better.count())
        });
        Formed::new(formula, shown)
    }
}
