//! The blank plan registers, one a bloc, and the blank tables of the bodies that follow criteria, one a body.

use std::collections::BTreeSet;

use super::Source;
use super::blank::{Blank, Column, Given, Guard, Slot, filled, given, open, text};
use crate::diag::Lang;
use crate::model::{Assignment, Column as InputColumn, Criterion, Datum, Input, Stage, Value, slug};
use crate::wording::blank as words;
use crate::wording::form::{NOT_ASSIGNED, bloc as bloc_line};

const NUMBER: Column = Column { heading: words::NUMBER, width: 6.0 };
const MEMBER: Column = Column { heading: words::MEMBER, width: 26.0 };
const BLOC: Column = Column { heading: words::BLOC, width: 34.0 };
const CODE: Column = Column { heading: words::CODE, width: 12.0 };
const LABEL: Column = Column { heading: words::LABEL, width: 40.0 };
const UNIT: Column = Column { heading: words::UNIT, width: 13.0 };
const DOCUMENT: Column = Column { heading: words::DOCUMENT, width: 20.0 };
const DATE: Column = Column { heading: words::DATE, width: 14.0 };

/// The registers; filled in with the plans there are.
pub(super) fn registers<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let scoring = source.scoring;
    let blocs = scoring.blocs.iter().enumerate().map(|(bloc, configured)| {
        let compact = scoring.compact_of(bloc);
        let mut rows = Vec::new();
        for (member, named) in configured.members.iter().enumerate() {
            for (index, criterion) in compact.criteria.iter().enumerate() {
                for (at, input) in planned(criterion) {
                    let observed = source.panel.map(|panel| &panel.blocs[bloc].members[member].rows[index].observed);
                    let plan = observed.and_then(|observed| observed.get(at)).map(|observed| &observed.datum);
                    let mut row = named_row(rows.len(), &named.name, criterion, input, source.lang);
                    row.push(filled(plan.map_or(Given::Nothing, known), Guard::Figure(criterion, input)));
                    row.extend([open(Guard::Figure(criterion, input)), open(Guard::Text)]);
                    rows.push(row);
                }
            }
        }
        Blank {
            file: format!("dang-ky-chi-tieu-{}", configured.id),
            sheet: words::REGISTER,
            title: words::register_title(scoring.term, source.lang),
            about: vec![bloc_line(source.lang, &configured.name)],
            how: words::REGISTER_HOW,
            columns: vec![
                NUMBER,
                MEMBER,
                CODE,
                LABEL,
                UNIT,
                Column { heading: words::PLAN_AT_START, width: 16.0 },
                Column { heading: words::PLAN_ADJUSTED, width: 16.0 },
                Column { heading: words::ADJUSTED_BY, width: 24.0 },
            ],
            rows,
            signer: words::HEAD_OF_BLOC,
        }
    });
    blocs.filter(|blank| !blank.rows.is_empty()).collect()
}

/// The inputs of a criterion that the register speaks of: plans, and figures that may be unassigned.
fn planned(criterion: &Criterion) -> Vec<(usize, &Input)> {
    let inputs = || criterion.inputs.iter().enumerate();
    let plans: Vec<_> = inputs().filter(|(_, input)| input.column == InputColumn::Plan).collect();
    if plans.is_empty() && criterion.assignment == Assignment::PerMember {
        return inputs().filter(|(_, input)| input.row.is_empty()).collect();
    }
    plans
}

fn known(datum: &Datum) -> Given {
    match datum {
        Datum::Known(Value::Number(number)) => Given::Number(*number),
        Datum::NotAssigned => Given::Text(NOT_ASSIGNED.to_owned()),
        _ => Given::Nothing,
    }
}

/// Number, member, code, label and unit of a row.
fn named_row<'a>(before: usize, member: &str, criterion: &Criterion, input: &Input, lang: Lang) -> Vec<Slot<'a>> {
    let (code, label) = criterion.row_name(&input.row, lang);
    let label = if input.row.is_empty() { label } else { format!("{} - {label}", criterion.name) };
    let number = given(Given::Code((before + 1).to_string()));
    vec![number, text(member), given(Given::Code(code)), text(&label), given(Given::Code(criterion.unit.clone()))]
}

/// The tables of the bodies that follow criteria.
pub(super) fn agencies<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let compacts = &source.scoring.compacts;
    let bodies: BTreeSet<&str> =
        compacts.iter().flat_map(|compact| &compact.criteria).filter_map(|own| own.source.as_deref()).collect();
    bodies.into_iter().map(|body| agency(source, body)).collect()
}

fn agency<'a>(source: &Source<'a>, body: &str) -> Blank<'a> {
    let scoring = source.scoring;
    let mut rows = Vec::new();
    for (bloc, configured) in scoring.blocs.iter().enumerate() {
        let compact = scoring.compact_of(bloc);
        let marked = compact.stages.iter().any(|stage| stage.id == Stage::KNOWN[Stage::AGENCY]);
        let followed: Vec<_> = compact.criteria.iter().filter(|own| own.source.as_deref() == Some(body)).collect();
        for member in &configured.members {
            for (criterion, input) in followed.iter().flat_map(|criterion| figures(criterion)) {
                let mut row = named_row(rows.len(), &member.name, criterion, input, source.lang);
                row.insert(1, text(&configured.name));
                let actual = input.column == InputColumn::Actual;
                row.push(if actual { open(Guard::Figure(criterion, input)) } else { given(Given::Nothing) });
                let mark = marked && input.row.is_empty();
                row.push(if mark { open(Guard::Mark(criterion)) } else { given(Given::Nothing) });
                row.extend([open(Guard::Text), open(Guard::Day)]);
                rows.push(row);
            }
        }
    }
    Blank {
        file: format!("so-lieu-{}", slug(body)),
        sheet: words::AGENCY,
        title: words::agency_title(body, scoring.term, source.lang),
        about: Vec::new(),
        how: words::AGENCY_HOW,
        columns: vec![
            NUMBER,
            BLOC,
            MEMBER,
            CODE,
            LABEL,
            UNIT,
            Column { heading: words::ACTUAL, width: 14.0 },
            Column { heading: words::MARK, width: 9.0 },
            DOCUMENT,
            DATE,
        ],
        rows,
        signer: words::HEAD_OF_BODY,
    }
}

/// The figures that a body may give of a criterion; the criterion's own row where a person marks it.
fn figures(criterion: &Criterion) -> Vec<(&Criterion, &Input)> {
    let actual: Vec<_> = criterion.inputs.iter().filter(|input| input.column == InputColumn::Actual).collect();
    actual.into_iter().map(|input| (criterion, input)).collect()
}
