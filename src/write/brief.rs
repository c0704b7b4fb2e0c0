//! In: the results, but for the panels and marks. Out: what several outputs say of one bloc in the same way: who leads, what
//! is missing, what the ranking rests on, what is proposed. Looked up here, computed elsewhere.

use super::text::capital;
use crate::diag::{Lang, Text};
use crate::model::{
    Bloc, BlocTally, Compact, Criterion, Eligibility, FieldKind, MemberTally, Missing, NodeState, OutputContext,
    Points, Proposal, Ranking, Run, Stage, Standing, TieState,
};
use crate::wording::{headings as words, midyear, sheets, stage};

/// Members or criteria named in one sentence; of the others the number is said.
const NAMED: usize = 6;

/// What is said of one bloc without its panel and its marks at hand, in a language.
#[derive(Clone, Copy)]
pub(super) struct Brief<'a> {
    pub(super) results: &'a Run<'a>,
    pub(super) index: usize,
    pub(super) lang: Lang,
}

impl<'a> Brief<'a> {
    pub(super) fn new(context: &OutputContext<'a>, index: usize) -> Self {
        Self { results: context.results, index, lang: context.lang }
    }

    pub(super) fn bloc(&self) -> &'a Bloc {
        &self.results.scoring.blocs[self.index]
    }

    pub(super) fn compact(&self) -> &'a Compact {
        self.results.scoring.compact_of(self.index)
    }

    /// What is kept of the bloc.
    pub(super) fn kept(&self) -> &'a BlocTally {
        &self.results.tallies[self.index]
    }

    /// What is kept of a member.
    pub(super) fn tally(&self, member: usize) -> &'a MemberTally {
        &self.kept().members[member]
    }

    pub(super) fn ranking(&self) -> &'a Ranking {
        &self.results.rankings[self.index]
    }

    pub(super) fn name(&self, member: usize) -> &'a str {
        &self.bloc().members[member].name
    }

    /// Whether a member is marked as a leader: first in an order that is final.
    pub(super) fn leads(&self, standing: &Standing) -> bool {
        !self.ranking().provisional && self.results.scoring.half.is_none() && standing.rank == Some(1)
    }

    /// Whether a member has a total: all its marks are there.
    pub(super) fn whole(&self, standing: &Standing) -> bool {
        self.tally(standing.member).complete
    }

    /// The criteria a member has no mark for though one is needed.
    pub(super) fn missing(&self, member: usize) -> Vec<&'a Criterion> {
        let missing = self.tally(member).missing.iter();
        missing.map(|lack| &self.compact().criteria[lack.criterion]).collect()
    }

    /// The points a member has in a field; none while something of it is missing.
    pub(super) fn field(&self, member: usize, field: usize) -> Option<Points> {
        let folded = &self.tally(member).fields[field];
        matches!(folded.state, NodeState::Whole | NodeState::Out).then_some(folded.points)
    }

    /// Top fields of a kind.
    pub(super) fn top_fields(&self, kind: FieldKind) -> Vec<usize> {
        let compact = self.compact();
        compact.top_fields().filter(|field| compact.fields[*field].kind == kind).collect()
    }

    /// The sum of a kind of fields outside the scale.
    pub(super) fn outside(&self, member: usize, kind: FieldKind) -> Option<Points> {
        let total = &self.tally(member).total;
        let whole = self.top_fields(kind).iter().all(|field| self.field(member, *field).is_some());
        whole.then_some(if kind == FieldKind::Bonus { total.bonus } else { total.penalty })
    }

    /// Whether totals over part of the scale were brought to the whole for somebody.
    pub(super) fn rescaled(&self) -> bool {
        self.kept().members.iter().any(|member| member.complete && member.total.scaled != member.total.got)
    }

    /// The total of a member; none while something of it is missing.
    pub(super) fn total(&self, member: usize) -> Option<Points> {
        let scores = self.tally(member);
        scores.complete.then_some(scores.total.total)
    }

    /// Whether a stage is that of the members' own marks.
    pub(super) fn is_self(&self, stage: usize) -> bool {
        self.compact().stages.get(stage).is_some_and(|stage| stage.id == Stage::KNOWN[Stage::SELF])
    }

    /// Whether the marks that count may be called appraised: at the year's end, and where none is a member's own.
    fn appraised(&self) -> bool {
        let by_stage = self.kept().given.iter().skip(1).enumerate();
        let own = by_stage.filter(|(_, count)| **count > 0).any(|(stage, _)| self.is_self(stage));
        !own && self.results.scoring.half.is_none()
    }

    /// What the total is called.
    pub(super) fn total_heading(&self) -> Text {
        if self.appraised() { sheets::APPRAISED_TOTAL } else { words::TOTAL }
    }

    /// What a mark that counts is called.
    pub(super) fn mark_heading(&self) -> Text {
        if self.appraised() { sheets::APPRAISED } else { words::COUNTED }
    }

    /// What the rank is called.
    pub(super) fn rank_heading(&self) -> Text {
        if self.results.scoring.half.is_some() { midyear::REFERENCE_RANK } else { words::RANK }
    }

    /// How many values of a member are not official.
    pub(super) fn unofficial(&self, member: usize) -> usize {
        self.tally(member).figures.unofficial()
    }

    /// What a standing's shared total means.
    pub(super) fn tie(&self, standing: &Standing) -> Option<String> {
        match standing.tie {
            TieState::Alone => None,
            TieState::Tied if self.results.scoring.half.is_some() => Some(midyear::TIED.say(self.lang).to_owned()),
            TieState::Tied => Some(words::TIED.say(self.lang).to_owned()),
            TieState::Broken(key) => {
                let key = self.compact().tie_keys.get(key)?;
                Some(words::tie_broken(&self.compact().tie_label(key, self.lang), self.lang))
            }
        }
    }

    /// What a member lacks, as a note; nothing for a complete one.
    pub(super) fn lacks(&self, member: usize) -> Option<String> {
        if self.tally(member).complete {
            return None;
        }
        if !self.tally(member).handed_in {
            return Some(words::NOTHING_HANDED_IN.say(self.lang).to_owned());
        }
        let ids: Vec<_> = self.missing(member).iter().map(|criterion| criterion.id.clone()).collect();
        if ids.is_empty() && self.tally(member).unranked {
            return Some(midyear::NOTHING_ASSESSED.say(self.lang).to_owned());
        }
        if ids.is_empty() {
            return Some(words::IN_DOUBT.say(self.lang).to_owned());
        }
        Some(words::lacks(&some_of(&ids, self.lang), self.lang))
    }

    /// The lines over results that are not final; none for a final ranking.
    pub(super) fn caveats(&self) -> Vec<String> {
        let date = self.lang.date(self.results.scoring.as_of);
        let half = self.results.scoring.half.as_ref();
        let said = half.map(|half| midyear::over_results(self.lang, &date, half.ranks));
        said.into_iter().chain(self.provisional(&date)).collect()
    }

    fn provisional(&self, date: &str) -> Option<String> {
        if !self.ranking().provisional {
            return None;
        }
        let lacking = (0..self.bloc().members.len())
            .filter_map(|member| self.lacks(member).map(|lacks| format!("{} ({lacks})", self.name(member))));
        let lacking: Vec<_> = lacking.collect();
        let mut reasons = Vec::new();
        if !lacking.is_empty() {
            reasons.push(words::still_missing(&some_of(&lacking, self.lang), self.lang));
        }
        if self.kept().mixed {
            reasons.push(words::MIXED_STAGES.say(self.lang).to_owned());
        }
        Some(words::provisional(date, &reasons, self.lang))
    }

    /// What the ranking rests on: the marks that count, by who or what gave them.
    pub(super) fn basis(&self) -> String {
        let named = |(index, count): (usize, &usize)| {
            let what = match index.checked_sub(1) {
                None => words::COMPUTED_MARKS.say(self.lang).to_owned(),
                Some(stage) => self.stage(stage),
            };
            (*count > 0).then_some((*count, what))
        };
        let parts: Vec<_> = self.kept().given.iter().enumerate().filter_map(named).collect();
        let figures = words::figures(self.kept().figures(), self.lang);
        let said = [words::basis(&parts, self.results.scoring.ranks(), self.lang), figures, self.rounding()];
        said.into_iter().chain(self.treatments()).collect::<Vec<_>>().join(" ")
    }

    /// Where the compact rounds, and which totals are ranked.
    fn rounding(&self) -> String {
        let compact = self.compact();
        let places = [compact.mark_places, compact.field_places, compact.total_places];
        words::rounding(places, self.results.scoring.ranks().then_some(compact.rank_on_full), self.lang)
    }

    /// What the compact does with what is missing, node by node, where that is not the default.
    fn treatments(&self) -> Vec<String> {
        let compact = self.compact();
        let nodes = compact.fields.iter().map(|field| &field.node).chain([&compact.root]);
        let mut said: Vec<String> = Vec::new();
        for node in nodes.filter(|node| node.missing != Missing::Incomplete) {
            let sentence = words::treatment(node.missing, &node.basis, self.lang);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said
    }

    /// What the marks of a stage are called.
    pub(super) fn stage(&self, stage: usize) -> String {
        stage::marks(&self.compact().stages[stage], self.bloc().kind, self.lang)
    }

    /// Whether a member may be considered.
    pub(super) fn eligibility(&self, member: usize) -> (Eligibility, Vec<String>) {
        let found = self.results.proposals.eligibility.get(self.index).and_then(|bloc| bloc.get(member));
        found.map_or((Eligibility::Eligible, Vec::new()), |own| {
            (own.state, own.grounds.iter().map(|ground| ground(self.lang)).collect())
        })
    }

    /// What is proposed for a member, in few words.
    pub(super) fn proposed(&self, member: usize) -> String {
        let own = self.results.proposals.of_bloc(self.index);
        let said: Vec<_> = own
            .filter(|proposal| proposal.proposed && proposal.member.1 == member)
            .map(|proposal| self.proposed_award(proposal))
            .collect();
        if !said.is_empty() {
            return said.join("; ");
        }
        match self.eligibility(member).0 {
            Eligibility::Eligible => String::new(),
            Eligibility::Deferred => words::DEFERRED.say(self.lang).to_owned(),
            Eligibility::Excluded => words::EXCLUDED.say(self.lang).to_owned(),
        }
    }

    /// Whether anything is proposed for a member.
    pub(super) fn is_proposed(&self, member: usize) -> bool {
        let mut own = self.results.proposals.of_bloc(self.index);
        own.any(|proposal| proposal.proposed && proposal.member.1 == member)
    }

    fn proposed_award(&self, proposal: &Proposal) -> String {
        let title = &self.results.scoring.awards[proposal.award].title;
        if proposal.tied {
            format!("{title} ({})", words::TIED_SEAT.say(self.lang))
        } else if proposal.conditions.is_empty() {
            title.clone()
        } else {
            format!("{title} ({})", words::CONDITIONAL.say(self.lang))
        }
    }

    /// Everything to be noted beside a member's place.
    pub(super) fn notes(&self, standing: &Standing) -> String {
        let member = standing.member;
        let scores = self.tally(member);
        let mut notes: Vec<String> = self.tie(standing).into_iter().chain(self.lacks(member)).collect();
        if let Some(class) = standing.held_back.and_then(|class| self.compact().classes.get(class)) {
            notes.push(words::held_back(&class.name, self.lang));
        }
        if scores.complete && scores.total.scaled != scores.total.got {
            let assigned = self.lang.number(scores.total.assigned.decimal());
            let mid_year = self.results.scoring.half.is_some();
            notes.push(if mid_year {
                midyear::rescaled(self.lang, &assigned)
            } else {
                words::rescaled(&assigned, self.lang)
            });
        }
        let unofficial = self.unofficial(member);
        if unofficial > 0 {
            notes.push(words::unofficial(unofficial, self.lang));
        }
        capital(&notes.join("; "))
    }
}

/// The first few, and how many others there are.
pub(super) fn some_of(names: &[String], lang: Lang) -> String {
    let shown = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let rest = names.len().saturating_sub(NAMED);
    if rest == 0 { shown } else { words::and_others(&shown, rest, lang) }
}
