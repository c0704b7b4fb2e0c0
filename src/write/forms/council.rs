//! The blank sheets for the council: opinions, yearly classification, registration of titles, ballots of each bloc and of
//! the council, decisions of the three bodies. Every member has its line; a line left blank says nothing.

use super::Source;
use super::blank::{Blank, Column, Given, Guard, Slot, filled, given, open, text};
use crate::diag::Text;
use crate::model::{DecidingBody, Scoring};
use crate::wording::blank as words;
use crate::wording::form::bloc as bloc_line;

/// The lines of a sheet over one bloc or all: number, bloc where there are several, member, then `rest` of the bloc.
fn lines<'a>(scoring: &Scoring, only: Option<usize>, rest: &dyn Fn(usize) -> Vec<Slot<'a>>) -> Vec<Vec<Slot<'a>>> {
    let mut made = Vec::new();
    let blocs = scoring.blocs.iter().enumerate().filter(|(bloc, _)| only.is_none_or(|only| only == *bloc));
    for (bloc, configured) in blocs {
        for member in &configured.members {
            let number = given(Given::Code((made.len() + 1).to_string()));
            let named = only.is_none().then(|| text(&configured.name));
            let mut line: Vec<Slot> = [number].into_iter().chain(named).chain([text(&member.name)]).collect();
            line.extend(rest(bloc));
            made.push(line);
        }
    }
    made
}

fn columns(only: Option<usize>, rest: &[(Text, f64)]) -> Vec<Column> {
    let bloc = only.is_none().then_some((words::BLOC, 34.0));
    let first = [(words::NUMBER, 6.0)].into_iter().chain(bloc).chain([(words::MEMBER, 28.0)]);
    first.chain(rest.iter().copied()).map(|(heading, width)| Column { heading, width }).collect()
}

fn choices(source: &Source, of: &[Text]) -> Guard<'static> {
    Guard::Choice(of.iter().map(|word| word.say(source.lang).to_owned()).collect())
}

/// The table of opinions.
pub(super) fn opinions<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let (text, state) = (|| open(Guard::Text), choices(source, words::OPINION_STATES));
    let rest = |_| vec![text(), text(), text(), open(Guard::Day), open(state.clone()), text()];
    vec![Blank {
        file: "y-kien-co-quan-chuc-nang".to_owned(),
        sheet: words::OPINIONS,
        title: words::opinions_title(source.scoring.term, source.lang),
        about: Vec::new(),
        how: words::OPINIONS_HOW,
        columns: columns(
            None,
            &[
                (words::MATTER, 34.0),
                (words::BODY, 22.0),
                (words::DOCUMENT, 18.0),
                (words::DATE, 13.0),
                (words::STATE, 18.0),
                (words::RECOMMENDATION, 26.0),
            ],
        ),
        rows: lines(source.scoring, None, &rest),
        signer: words::HEAD_OF_OFFICE,
    }]
}

/// The yearly classification.
pub(super) fn classification<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let class = choices(source, words::CLASSES);
    let rest = |_| {
        let class = || open(class.clone());
        vec![class(), class(), class(), open(Guard::Text), open(Guard::Text), open(Guard::Day)]
    };
    vec![Blank {
        file: "xep-loai-nam".to_owned(),
        sheet: words::CLASSIFICATION,
        title: words::classification_title(source.scoring.term, source.lang),
        about: Vec::new(),
        how: words::CLASSIFICATION_HOW,
        columns: columns(
            None,
            &[
                (words::GOVERNMENT, 26.0),
                (words::PARTY, 26.0),
                (words::UNIONS, 26.0),
                (words::DISCIPLINE, 20.0),
                (words::DOCUMENT, 18.0),
                (words::DATE, 13.0),
            ],
        ),
        rows: lines(source.scoring, None, &rest),
        signer: words::HEAD_OF_OFFICE,
    }]
}

/// The registration of titles and awards.
pub(super) fn registration<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let rest = |_| vec![open(Guard::Text), open(Guard::Text), open(Guard::Day)];
    vec![Blank {
        file: "dang-ky-danh-hieu".to_owned(),
        sheet: words::REGISTRATION,
        title: words::registration_title(source.scoring.term, source.lang),
        about: vec![words::awards_line(&titles(source.scoring, None), source.lang)],
        how: words::REGISTRATION_HOW,
        columns: columns(None, &[(words::REGISTERED, 50.0), (words::DOCUMENT, 22.0), (words::DATE, 14.0)]),
        rows: lines(source.scoring, None, &rest),
        signer: words::HEAD_OF_OFFICE,
    }]
}

/// The titles of the awards, of all or of those that a bloc's members may be proposed for.
fn titles(scoring: &Scoring, bloc: Option<usize>) -> Vec<String> {
    let all = || (0..scoring.awards.len()).collect();
    let awards: Vec<usize> = bloc.map_or_else(all, |bloc| scoring.awards_of(bloc));
    awards.into_iter().map(|award| scoring.awards[award].title.clone()).collect()
}

/// The award that a line is about: the only one of its bloc, or a choice.
fn award<'a>(scoring: &Scoring, bloc: usize) -> Slot<'a> {
    let titles = titles(scoring, Some(bloc));
    match &titles[..] {
        [only] => filled(Given::Text(only.clone()), Guard::Choice(titles)),
        _ => open(Guard::Choice(titles)),
    }
}

const TALLY: [(Text, f64); 8] = [
    (words::ISSUED, 9.0),
    (words::RETURNED, 9.0),
    (words::VALID, 9.0),
    (words::INVALID, 10.0),
    (words::YES, 9.0),
    (words::NO, 10.0),
    (words::WRITTEN, 14.0),
    (words::WRITTEN_YES, 14.0),
];

/// The minutes of the ballots: one of each bloc that has an award, and the council's.
pub(super) fn ballots<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let scoring = source.scoring;
    let with_award = (0..scoring.blocs.len()).filter(|bloc| !scoring.awards_of(*bloc).is_empty());
    with_award.map(Some).chain([None]).map(|bloc| ballot(source, bloc)).collect()
}

/// The minutes of one bloc, or of the council.
fn ballot<'a>(source: &Source<'a>, bloc: Option<usize>) -> Blank<'a> {
    let scoring = source.scoring;
    let configured = bloc.map(|bloc| &scoring.blocs[bloc]);
    let units = configured.map(|configured| Given::Number(configured.members.len().into()));
    let rest = |own: usize| {
        let entitled = units.clone().map_or_else(|| open(Guard::Count), given);
        let mut row = vec![award(scoring, own), open(Guard::Count), entitled];
        row.extend(TALLY.iter().map(|_| open(Guard::Count)));
        row
    };
    let entitled = if bloc.is_some() { words::ENTITLED_UNITS } else { words::ENTITLED_COUNCIL };
    let mut headings = vec![(words::AWARD, 28.0), (words::ROUND, 7.0), (entitled, 12.0)];
    headings.extend(TALLY);
    Blank {
        file: configured.map_or_else(|| "kiem-phieu-hoi-dong".to_owned(), |own| format!("kiem-phieu-{}", own.id)),
        sheet: words::BALLOT,
        title: words::ballot_title(bloc.is_none(), scoring.term, source.lang),
        about: configured.map(|configured| bloc_line(source.lang, &configured.name)).into_iter().collect(),
        how: words::BALLOT_HOW,
        columns: columns(bloc, &headings),
        rows: lines(scoring, bloc, &rest),
        signer: words::TELLERS,
    }
}

/// The decisions of the bloc's meeting, the standing office and the council.
pub(super) fn decisions<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    DecidingBody::ALL.map(|body| decision(source, body)).into()
}

fn decision<'a>(source: &Source<'a>, body: DecidingBody) -> Blank<'a> {
    let scoring = source.scoring;
    let decided = choices(source, words::DECISIONS);
    let rest = |bloc: usize| {
        let text = || open(Guard::Text);
        vec![award(scoring, bloc), open(decided.clone()), text(), text(), open(Guard::Day)]
    };
    let (file, signer) = match body {
        DecidingBody::Bloc => ("ket-qua-suy-ton", words::HEAD_OF_BLOC),
        DecidingBody::Office => ("ket-qua-tham-dinh", words::HEAD_OF_OFFICE),
        DecidingBody::Council => ("ket-qua-bieu-quyet", words::CHAIR),
    };
    Blank {
        file: file.to_owned(),
        sheet: words::DECIDED_BY[body as usize],
        title: words::decisions_title(body, scoring.term, source.lang),
        about: Vec::new(),
        how: words::DECISIONS_HOW,
        columns: columns(
            None,
            &[
                (words::AWARD, 30.0),
                (words::DECIDED, 16.0),
                (words::REASON, 40.0),
                (words::MINUTES, 18.0),
                (words::DATE, 13.0),
            ],
        ),
        rows: lines(scoring, None, &rest),
        signer,
    }
}
