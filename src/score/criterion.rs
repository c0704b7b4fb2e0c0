//! One criterion over one bloc in; one mark per member, in order, out.

use std::sync::Arc;

use crate::diag::{Diagnostic, Fault, Lang, Place, Sentence, Text};
use crate::model::{
    Assignment, Column, Compact, Counted, Criterion, Datum, Evidence, Mark, MarkState, NotArising, Panel, PanelRow,
    Points, Refusal, Scoring, StagePolicy, Value, Worked,
};
use crate::wording::score as words;

use super::measure::{explained, measured};

/// Marks a criterion for all members of a bloc.
pub fn marks(bloc: usize, index: usize, panel: &Panel, scoring: &Scoring, notes: &mut Vec<Diagnostic>) -> Vec<Mark> {
    let compact = scoring.compact_of(bloc);
    let criterion = &compact.criteria[index];
    let rows: Vec<&PanelRow> = panel.blocs[bloc].members.iter().map(|member| &member.rows[index]).collect();
    let seen: Vec<Result<Evidence, Refusal>> =
        rows.iter().map(|row| measured(criterion.measure, evidence(criterion, row))).collect();
    let whole: Vec<Evidence> = seen.iter().map(|evidence| evidence.clone().unwrap_or_default()).collect();
    let worked = criterion.kernel.mark_bloc(&whole);
    let mut marks = Vec::new();
    for (member, (seen, worked)) in seen.into_iter().zip(worked).enumerate() {
        let row = rows[member];
        let worked = seen
            .as_ref()
            .map_err(Clone::clone)
            .and(worked)
            .map(|worked| explained(criterion.measure, &evidence(criterion, row), worked));
        let case = Case { compact, criterion, row };
        let (mark, fault) = case.mark(worked, &whole[member]);
        let about = |fault: Fault, place: Place, found: String| {
            let configured = &scoring.blocs[bloc];
            let note = Diagnostic::new(fault, place).found(found).bloc(&configured.id);
            note.member(&configured.members[member].name).criterion(&criterion.id)
        };
        if let Some((fault, place, found)) = fault.filter(|_| panel.blocs[bloc].members[member].handed_in) {
            notes.push(about(fault, place, found));
        }
        marks.push(mark);
    }
    marks
}

fn evidence(criterion: &Criterion, row: &PanelRow) -> Evidence {
    let data =
        criterion.inputs.iter().zip(&row.observed).map(|(input, observed)| (input.key(), observed.datum.clone()));
    Evidence::new(data.collect())
}

type Finding = Option<(Fault, Place, String)>;

struct Case<'a> {
    compact: &'a Compact,
    criterion: &'a Criterion,
    row: &'a PanelRow,
}

impl Case<'_> {
    fn mark(&self, worked: Result<Worked, Refusal>, evidence: &Evidence) -> (Mark, Finding) {
        if let Some(special) = self.special() {
            return special;
        }
        let (exceeded, plan_met) = self.against_plan(evidence);
        let computed = worked.as_ref().ok().and_then(|worked| Points::rounded(worked.points, self.compact.mark_places));
        let lowest = Points::rounded(self.criterion.kernel.lowest(), None).unwrap_or_default();
        let computed = computed.filter(|points| (lowest..=self.criterion.maximum).contains(points));
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
            let mark = Mark { state: MarkState::Given(points), counted, computed, because, exceeded, plan_met };
            return (mark, None);
        }
        let missing = Mark { computed, exceeded, plan_met, ..blank(MarkState::Missing, words::NO_MARK) };
        (missing, self.why_missing(worked))
    }

    fn said(&self, stage: usize, points: Points) -> Sentence {
        let stage = self.compact.stages[stage].id.clone();
        Arc::new(move |lang: Lang| words::given(lang, &stage, &lang.number(points.decimal())))
    }

    /// Not assigned, or nothing arose.
    fn special(&self) -> Option<(Mark, Finding)> {
        let own = self.criterion.inputs.iter().zip(&self.row.observed).filter(|(input, _)| input.row.is_empty());
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
        let observed = says(&Datum::NotArising)?;
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

    /// Whether a numeric plan is exceeded, and whether it is reached.
    fn against_plan(&self, evidence: &Evidence) -> (bool, Option<bool>) {
        let (Datum::Known(Value::Number(plan)), Datum::Known(Value::Number(actual))) =
            (evidence.datum("plan"), evidence.datum("actual"))
        else {
            return (false, None);
        };
        let (better, worse) = if self.criterion.kernel.fewer_is_better() { (plan, actual) } else { (actual, plan) };
        (better > worse, Some(better >= worse))
    }

    fn why_missing(&self, worked: Result<Worked, Refusal>) -> Finding {
        let row_place = || self.row.place.clone().map_or(Place::Run, Place::Cell);
        if self.row.mark_faulty || self.row.observed.iter().any(|observed| observed.faulty) {
            return None;
        }
        match worked {
            _ if !self.criterion.kernel.computes() => {
                let stages = self.compact.stages.iter().map(|stage| stage.id.clone()).collect();
                Some((Fault::MissingMark { stages }, row_place(), String::new()))
            }
            Err(Refusal::Missing(key)) => {
                let found = self.criterion.inputs.iter().zip(&self.row.observed).find(|(input, _)| input.key() == key);
                let source = found.and_then(|(_, observed)| observed.source.clone());
                let raw = source.as_ref().map(|source| source.raw.clone()).unwrap_or_default();
                let place = source.map_or_else(row_place, |source| Place::Cell(source.cell));
                let unit = self.criterion.unit.clone();
                let plan = found.is_some_and(|(input, _)| input.column == Column::Plan);
                Some((if plan { Fault::MissingPlan { unit } } else { Fault::MissingValue { unit } }, place, raw))
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
    Mark { state, counted: Counted::Nothing, computed: None, because, exceeded: false, plan_met: None }
}
