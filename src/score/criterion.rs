//! One criterion over one bloc in; one mark per member, in order, out.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{Diagnostic, Fault, Lang, Place, Sentence, Text};
use crate::model::{
    Assignment, BlocPanel, Column, Compact, Counted, Criterion, Datum, Evidence, Mark, MarkState, MeanOf, Missing,
    NotArising, PanelRow, Points, Reach, Refusal, Scoring, StagePolicy, Worked, divide,
};
use crate::wording::{midyear, score as words};

use super::difficulty::weighted;
use super::figures::{Figures, figures};
use super::measure::explained;
use super::period;
use super::plans;
use super::totals::group_mean;

/// Marks a criterion for all members of a bloc.
pub fn marks(
    bloc: usize,
    index: usize,
    panel: &BlocPanel,
    scoring: &Scoring,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Mark> {
    let (compact, configured) = (scoring.compact_of(bloc), &scoring.blocs[bloc]);
    let criterion = &compact.criteria[index];
    let groups = configured.groups();
    let rows: Vec<&PanelRow> = panel.members.iter().map(|member| &member.rows[index]).collect();
    let figures = figures(compact, index, &rows, &groups);
    let seen = |own: &Figures| own.seen.clone().and_then(|seen| period::due(criterion, seen));
    let whole: Vec<Evidence> = figures.iter().map(|own| seen(own).unwrap_or_default()).collect();
    let worked = criterion.kernel.mark_bloc(&whole);
    // mid-year the review says what was reached of the plans of the year
    let planned = if criterion.half.is_some() { Vec::new() } else { criterion.planned() };
    let mut marks = Vec::new();
    for (member, (own, worked)) in figures.into_iter().zip(worked).enumerate() {
        let case = Case { compact, criterion, row: rows[member], tolerated: compact.tolerates(index) };
        let worked = seen(&own).and(worked);
        let worked = match &own.seen {
            Ok(year) => worked.map(|worked| period::explained(criterion, year, worked)),
            Err(_) => worked,
        };
        let worked = worked.map(|worked| explained(criterion.measure, &own.given, worked));
        let worked = worked.and_then(|worked| weighted(criterion, &own.given, worked));
        let plans = plans::reached(&planned, &own);
        let (mark, fault) = case.mark(worked.map(|worked| stood_in(worked, own.filled)), &whole[member]);
        if let Some((fault, place, found)) = fault.filter(|_| panel.members[member].handed_in) {
            let note = Diagnostic::new(fault, place).found(found).bloc(&configured.id);
            notes.push(note.member(&configured.members[member].name).criterion(&criterion.id));
        }
        marks.push(Mark { plans, ..mark });
    }
    if compact.missing_of(index) == Missing::GroupMean(MeanOf::Normalised) {
        fill(&mut marks, &groups, compact.mark_places);
    }
    marks
}

/// The same mark with the group said whose figures stand in.
fn stood_in(worked: Worked, group: Option<String>) -> Worked {
    let Some(group) = group else { return worked };
    Worked::new(worked.points, move |lang| {
        format!("{}; {}", words::group_mean_of_input(lang, &group), (worked.because)(lang))
    })
}

/// Gives missing marks the mean of their group's.
fn fill(marks: &mut [Mark], groups: &[Option<&str>], places: Option<u32>) {
    let given: Vec<Option<Points>> =
        marks.iter().map(|mark| if let MarkState::Given(points) = mark.state { Some(points) } else { None }).collect();
    for (member, mark) in marks.iter_mut().enumerate().filter(|(_, mark)| mark.state == MarkState::Missing) {
        let Some(mean) = group_mean(groups, member, &|other| given[other]) else { continue };
        let Some(points) = Points::rounded(mean.decimal(), places) else { continue };
        let group = groups[member].unwrap_or_default().to_owned();
        mark.because =
            Arc::new(move |lang: Lang| words::group_mean_of_mark(lang, &group, &lang.number(points.decimal())));
        (mark.state, mark.counted) = (MarkState::Given(points), Counted::GroupMean);
    }
}

type Finding = Option<(Fault, Place, String)>;

/// A numeric plan: whether it is exceeded, whether it is reached, and by what share of it the actual falls short.
#[derive(Default)]
struct Against {
    exceeded: bool,
    plan_met: Option<bool>,
    shortfall: Option<Decimal>,
}

struct Case<'a> {
    compact: &'a Compact,
    criterion: &'a Criterion,
    row: &'a PanelRow,
    /// The compact says how to go on where the mark is missing.
    tolerated: bool,
}

impl Case<'_> {
    fn mark(&self, worked: Result<Worked, Refusal>, evidence: &Evidence) -> (Mark, Finding) {
        if self.criterion.is_put_off() {
            return (blank(MarkState::NotYet, midyear::PUT_OFF), None);
        }
        if let Some(special) = self.special() {
            return special;
        }
        let waits = self.criterion.waits_for_the_year();
        let by_hand = self.compact.policy == StagePolicy::Stages && !self.row.marks.is_empty();
        if waits && !by_hand && worked.is_ok() {
            return (blank(MarkState::NotYet, midyear::WAITS), None);
        }
        let Against { exceeded, plan_met, shortfall } = self.against_plan(evidence);
        let computed = worked.as_ref().ok().and_then(|worked| Points::rounded(worked.points, self.compact.mark_places));
        let lowest = Points::rounded(self.criterion.kernel.lowest(), None).unwrap_or_default();
        let computed = computed.filter(|points| !waits && (lowest..=self.criterion.maximum).contains(points));
        let given = self.row.marks.iter().min_by_key(|mark| mark.stage);
        let by_rule = worked
            .as_ref()
            .ok()
            .zip(computed)
            .map(|(worked, points)| (points, Counted::Computed, worked.because.clone()));
        let by_person = given.map(|mark| (mark.points, Counted::Stage(mark.stage), self.said(mark.stage, mark.points)));
        let counts = match self.compact.policy {
            StagePolicy::Computed if self.criterion.kernel.computes() => by_rule,
            StagePolicy::Computed => by_person,
            StagePolicy::Stages => by_person.or(by_rule),
        };
        if let Some((points, counted, because)) = counts {
            let against =
                Mark { computed, exceeded, plan_met, shortfall, ..blank(MarkState::Given(points), words::NO_MARK) };
            return (Mark { counted, because, ..against }, None);
        }
        let missing = Mark { computed, exceeded, plan_met, shortfall, ..blank(MarkState::Missing, words::NO_MARK) };
        (missing, self.why_missing(worked))
    }

    fn said(&self, stage: usize, points: Points) -> Sentence {
        let stage = self.compact.stages[stage].clone();
        Arc::new(move |lang: Lang| words::given(lang, &stage, &lang.number(points.decimal())))
    }

    /// Not assigned, or nothing arose.
    fn special(&self) -> Option<(Mark, Finding)> {
        let known = |observed: &crate::model::Observed| matches!(observed.datum, Datum::Known(_));
        let inputs = || self.criterion.inputs.iter().zip(&self.row.observed).filter(|(input, _)| input.row.is_empty());
        let marked = inputs().any(|(_, observed)| known(observed));
        let own = inputs().filter(|(input, _)| !(input.optional && marked));
        let says =
            |datum: &Datum| own.clone().find(|(_, observed)| observed.datum == *datum).map(|(_, observed)| observed);
        let every = |datum: &Datum| {
            !self.row.observed.is_empty() && self.row.observed.iter().all(|observed| observed.datum == *datum)
        };
        let place = |observed: &crate::model::Observed| {
            let cell = observed.source.as_ref().map(|source| source.cell.clone());
            (
                cell.map_or(Place::Run, Place::Cell),
                observed.source.as_ref().map(|source| source.raw.clone()).unwrap_or_default(),
            )
        };
        let first = self.row.observed.first();
        if let Some(observed) = says(&Datum::NotAssigned).or_else(|| first.filter(|_| every(&Datum::NotAssigned))) {
            if self.criterion.assignment == Assignment::PerMember {
                return Some((blank(MarkState::Out, words::NOT_ASSIGNED), None));
            }
            let (place, found) = place(observed);
            return Some((
                blank(MarkState::Missing, words::NO_MARK),
                Some((Fault::AssignmentNotAllowed {}, place, found)),
            ));
        }
        let observed = says(&Datum::NotArising).or_else(|| first.filter(|_| every(&Datum::NotArising)))?;
        Some(match self.criterion.not_arising {
            Some(NotArising::Out) => (blank(MarkState::Out, words::NOT_ARISING_OUT), None),
            Some(NotArising::Full) => {
                let maximum = self.criterion.maximum;
                let because: Sentence =
                    Arc::new(move |lang: Lang| words::not_arising_full(lang, &lang.number(maximum.decimal())));
                let full = blank(MarkState::Given(maximum), words::NO_MARK);
                (
                    Mark { because, counted: Counted::Computed, computed: Some(maximum), plan_met: Some(true), ..full },
                    None,
                )
            }
            None => {
                let (place, found) = place(observed);
                (blank(MarkState::Missing, words::NO_MARK), Some((Fault::NotArisingNotAllowed {}, place, found)))
            }
        })
    }

    fn against_plan(&self, evidence: &Evidence) -> Against {
        let Some(Reach { reached, wanted, base }) = self.criterion.kernel.against_plan(evidence) else {
            return Against::default();
        };
        let gap = wanted.checked_sub(reached).and_then(|gap| divide(gap.max(Decimal::ZERO), base));
        let shortfall = if reached >= wanted { Some(Decimal::ZERO) } else { gap.filter(|_| base > Decimal::ZERO) };
        let met = reached >= wanted;
        // half a year short of the plan of a whole one is no failure
        let unsaid = !met && self.criterion.half.is_some() && self.criterion.period_share().is_none();
        Against { exceeded: reached > wanted, plan_met: Some(met).filter(|_| !unsaid), shortfall }
    }

    fn why_missing(&self, worked: Result<Worked, Refusal>) -> Finding {
        let row_place = || self.row.place.clone().map_or(Place::Run, Place::Cell);
        if self.row.mark_faulty || self.row.observed.iter().any(|observed| observed.faulty) {
            return None;
        }
        match worked {
            _ if !self.criterion.kernel.computes() => {
                let stages = self.compact.stages.iter().map(|stage| stage.key().to_owned()).collect();
                let fault = if self.tolerated { Fault::MissingTreated {} } else { Fault::MissingMark { stages } };
                Some((fault, row_place(), String::new()))
            }
            Err(Refusal::Missing(key)) => {
                let found = self.criterion.inputs.iter().zip(&self.row.observed).find(|(input, _)| input.key() == key);
                let source = found.and_then(|(_, observed)| observed.source.clone());
                let raw = source.as_ref().map(|source| source.raw.clone()).unwrap_or_default();
                let place = source.map_or_else(row_place, |source| Place::Cell(source.cell));
                let unit = self.criterion.unit.clone();
                let plan = found.is_some_and(|(input, _)| input.column == Column::Plan);
                let fault = match plan {
                    _ if self.tolerated => Fault::MissingTreated {},
                    true => Fault::MissingPlan { unit },
                    false => Fault::MissingValue { unit },
                };
                Some((fault, place, raw))
            }
            Err(Refusal::Impossible(reason_vi, reason_en)) => {
                let actual = self
                    .criterion
                    .inputs
                    .iter()
                    .zip(&self.row.observed)
                    .find(|(input, _)| input.column == Column::Actual);
                let source = actual.and_then(|(_, observed)| observed.source.clone());
                let raw = source.as_ref().map(|source| source.raw.clone()).unwrap_or_default();
                let place = source.map_or_else(row_place, |source| Place::Cell(source.cell));
                Some((Fault::RuleRefuses { reason_vi, reason_en }, place, raw))
            }
            Ok(_) => {
                let Text { vi, en } = words::BEYOND_MAXIMUM;
                Some((
                    Fault::RuleRefuses { reason_vi: vi.to_owned(), reason_en: en.to_owned() },
                    row_place(),
                    String::new(),
                ))
            }
        }
    }
}

fn blank(state: MarkState, because: Text) -> Mark {
    let because: Sentence = Arc::new(move |lang: Lang| because.say(lang).to_owned());
    Mark {
        state,
        counted: Counted::Nothing,
        computed: None,
        because,
        exceeded: false,
        plan_met: None,
        shortfall: None,
        plans: Vec::new(),
    }
}
