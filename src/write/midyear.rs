//! In: the mid-year review of one bloc. Out: what its sheets, its chart and ket-qua.json say of it in the same way.

use crate::diag::Lang;
use crate::model::{
    BlocLine, BlocPanel, BlocReview, Column, Criterion, Half, HalfPlan, HalfYear, PlanKind, PlanLine, Prospect, Status,
};
use crate::wording::{headings, midyear as words};

use super::brief::{Brief, some_of};
use super::text::capital;

/// The review of one bloc, in a language.
#[derive(Clone, Copy)]
pub(super) struct Midyear<'a> {
    pub(super) view: Brief<'a>,
    pub(super) review: &'a BlocReview,
    pub(super) half: &'a Half,
}

impl<'a> Midyear<'a> {
    /// None at the year's end.
    pub(super) fn of(view: Brief<'a>) -> Option<Self> {
        let (review, half) = (view.kept().review.as_deref()?, view.results.scoring.half.as_ref()?);
        Some(Self { view, review, half })
    }

    pub(super) fn criterion(&self, index: usize) -> &'a Criterion {
        &self.view.compact().criteria[index]
    }

    /// The levels of a criterion.
    pub(super) fn levels(&self, criterion: usize) -> &'a HalfYear {
        self.criterion(criterion).half.as_ref().unwrap_or(&self.half.usual)
    }

    /// `I.7`, or `I.7:a` for a part.
    pub(super) fn code(&self, (criterion, row): (usize, &str)) -> String {
        let id = &self.criterion(criterion).id;
        if row.is_empty() { id.clone() } else { format!("{id}:{row}") }
    }

    /// The name of the criterion, and of its part.
    pub(super) fn label(&self, (criterion, row): (usize, &str)) -> String {
        let criterion = self.criterion(criterion);
        let part = criterion.inputs.iter().find(|input| !row.is_empty() && input.row == row);
        match part.and_then(|part| part.label.as_ref()) {
            Some((vi, en)) => format!("{}: {}", criterion.name, self.view.lang.pick(vi, en)),
            None => criterion.name.clone(),
        }
    }

    /// How a plan is held against an actual.
    pub(super) fn kind(&self, line: &PlanLine) -> PlanKind {
        let planned = self.criterion(line.criterion).planned();
        let own = planned.into_iter().find(|(row, _)| *row == line.row);
        own.map_or(PlanKind::Nothing, |(_, kernel)| kernel.plan_kind())
    }

    /// The arithmetic of a line, and whether its figure is official.
    pub(super) fn because(&self, panel: &BlocPanel, member: usize, line: &PlanLine) -> String {
        let said = capital(&(line.because)(self.view.lang));
        match self.status(panel, member, line) {
            Status::Official => said,
            Status::Estimate => format!("{said} ({})", headings::ESTIMATE.say(self.view.lang).to_lowercase()),
            Status::Forecast => format!("{said} ({})", headings::FORECAST.say(self.view.lang).to_lowercase()),
        }
    }

    fn status(&self, panel: &BlocPanel, member: usize, line: &PlanLine) -> Status {
        let row = panel.members.get(member).and_then(|member| member.rows.get(line.criterion));
        let inputs = &self.criterion(line.criterion).inputs;
        let at = inputs.iter().position(|input| input.row == line.row && input.column == Column::Actual);
        at.zip(row).and_then(|(at, row)| row.observed.get(at)).map_or(Status::Official, |observed| observed.status)
    }

    /// The members that are behind, by how gravely.
    pub(super) fn behind(&self, line: &BlocLine) -> Vec<String> {
        let of = |prospect: Prospect| {
            let own = line.behind.iter().filter(|(_, own)| *own == prospect);
            let names: Vec<_> = own.map(|(member, _)| self.view.name(*member).to_owned()).collect();
            (!names.is_empty()).then(|| words::named(self.view.lang, prospect, &some_of(&names, self.view.lang)))
        };
        [Prospect::AtRisk, Prospect::Slow].into_iter().filter_map(of).collect()
    }

    /// How many members have each prospect, the gravest first.
    pub(super) fn counts(&self, line: &BlocLine) -> String {
        let own = [Prospect::AtRisk, Prospect::Slow, Prospect::OnCourse, Prospect::Reached, Prospect::NotYet];
        let own = own.map(|prospect| (line.counts[prospect.index()], prospect));
        let said = own.iter().filter(|(count, _)| *count > 0);
        said.map(|(count, prospect)| words::counted(self.view.lang, *count, *prospect)).collect::<Vec<_>>().join("\n")
    }

    /// What six months are held against, as declared: what stands for most, and each exception.
    pub(super) fn policy(&self) -> Vec<String> {
        let (lang, criteria) = (self.view.lang, &self.view.compact().criteria);
        let mut said = vec![words::usually(lang, &self.half.usual)];
        let mut others: Vec<(&HalfYear, Vec<String>)> = Vec::new();
        let (mut put_off, mut waiting) = (Vec::new(), Vec::new());
        for criterion in criteria {
            let Some(half) = &criterion.half else { continue };
            if half.plan == HalfPlan::Later {
                put_off.push(criterion.id.clone());
                continue;
            }
            if criterion.waits_for_the_year() {
                waiting.push(criterion.id.clone());
            }
            if criterion.planned().is_empty() || *half == self.half.usual {
                continue;
            }
            match others.iter_mut().find(|(known, _)| *known == half) {
                Some((_, ids)) => ids.push(criterion.id.clone()),
                None => others.push((half, vec![criterion.id.clone()])),
            }
        }
        said.extend(others.iter().map(|(half, ids)| words::otherwise(lang, &ids.join(", "), half)));
        said.extend((!put_off.is_empty()).then(|| words::put_off(lang, &put_off.join(", "))));
        said.extend((!waiting.is_empty()).then(|| words::waiting(lang, &waiting.join(", "))));
        said
    }
}

/// The word of ket-qua.json for a prospect, the same in every language.
pub(super) fn key(prospect: Prospect) -> &'static str {
    match prospect {
        Prospect::Reached => "reached",
        Prospect::OnCourse => "on-course",
        Prospect::Slow => "behind",
        Prospect::AtRisk => "at-risk",
        Prospect::NotYet => "not-yet",
    }
}

/// A prospect as a cell says it: the gravest with a sign of its own, so that it is seen without colours.
pub(super) fn prospect(prospect: Prospect, lang: Lang) -> String {
    let said = words::prospect(prospect, lang);
    if prospect == Prospect::AtRisk { format!("{AT_RISK} {said}") } else { said.to_owned() }
}

/// The sign of a plan that may not be fulfilled.
pub(super) const AT_RISK: &str = "\u{25BC}";
