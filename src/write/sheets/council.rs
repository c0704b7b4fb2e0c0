//! In: all blocs. Out: one table to be put to the council: points, place, votes, opinions, classes, what was registered
//! for and what is proposed; the members not proposed below.

use rust_xlsxwriter::XlsxError;

use super::ranking::LEADER;
use crate::diag::{Lang, Text};
use crate::model::{Award, BallotLevel, Classification, OutputContext, Rows, SharedState, Standing};
use crate::wording::{award, headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(sheets::COUNCIL.say(lang), columns(lang))?;
    sheet.on_a3();
    letterhead::heading(&mut sheet)?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &sheets::council_title(scoring.term, lang), "", sample)?;
    let views: Vec<_> = (0..scoring.blocs.len()).map(|bloc| Brief::new(context, bloc)).collect();
    for view in views.iter().filter(|view| view.ranking().provisional) {
        let format = &sheet.formats.subtitle;
        let said = view.caveats().join(" ");
        sheet.line(&format!("{}: {said}", view.bloc().name), format, true)?;
    }
    sheet.header(2)?;
    for (proposed, heading) in [(true, sheets::PROPOSED_PART), (false, sheets::OTHER_PART)] {
        part(&mut sheet, &views, proposed, heading)?;
    }
    sheet.sentence(words::PROPOSES_ONLY.say(lang))?;
    sheet.sentence(&words::as_of(&lang.date(scoring.as_of), lang))?;
    letterhead::signatures(&mut sheet, None)
}

/// The members that are proposed for something, or the others, bloc by bloc in their order.
fn part(sheet: &mut Sheet, views: &[Brief], proposed: bool, heading: Text) -> Result<(), XlsxError> {
    sheet.band(heading.say(sheet.lang))?;
    let mut count = 0;
    for view in views {
        for standing in &view.ranking().standings {
            if view.is_proposed(standing.member) == proposed {
                count += 1;
                let look = if view.leads(standing) { Look::Leader } else { Look::Plain };
                sheet.cells(look, &cells(*view, count, standing))?;
            }
        }
    }
    if count == 0 { sheet.nothing(sheets::NOBODY) } else { Ok(()) }
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 5.5),
        say(words::MEMBER, 27.0),
        say(words::BLOC, 24.0),
        say(sheets::POINTS, 10.0),
        say(sheets::PLACE, 7.5),
        say(sheets::EMULATION_CLASS, 13.0),
        say(sheets::BLOC_VOTES, 15.0),
        say(sheets::COUNCIL_VOTES, 17.0),
        say(sheets::OPINIONS, 34.0),
        say(sheets::YEARLY_CLASS, 26.0),
        say(sheets::REGISTERED, 26.0),
        say(words::PROPOSED, 28.0),
        say(words::REMARKS, 30.0),
    ]
}

fn cells(view: Brief, number: usize, standing: &Standing) -> Vec<Cell> {
    let (lang, member) = (view.lang, standing.member);
    let class = standing.class.and_then(|class| view.compact().classes.get(class)).map(|class| class.name.clone());
    let name = view.name(member);
    let shared = &view.results.common.shared;
    let at = (view.index, member);
    let registered = shared.registrations.rows.iter().filter(|row| row.member == at);
    let registered: Vec<String> = registered.flat_map(|row| &row.titles).cloned().collect();
    let opinions = shared.opinions.rows.iter().filter(|row| row.member == at);
    let opinions: Vec<String> = opinions.map(|opinion| capital(&award::ground(lang, opinion))).collect();
    let classified = shared.classifications.rows.iter().filter(|row| row.member == at);
    let classified: Vec<String> = classified.map(|row| classification(row, lang)).collect();
    vec![
        Cell::Count(number),
        Cell::Text(if view.leads(standing) { format!("{LEADER} {name}") } else { name.to_owned() }),
        Cell::Text(view.bloc().name.clone()),
        Cell::points_or_dash(view.total(member), view.compact().total_places),
        standing.rank.map_or_else(Cell::dash, |rank| Cell::Count(rank as usize)),
        class.map_or_else(Cell::dash, Cell::Mark),
        votes(view, member, BallotLevel::Bloc),
        votes(view, member, BallotLevel::Council),
        stated(&shared.opinions, &opinions, Some(sheets::NO_OPINION), lang),
        stated(&shared.classifications, &classified, None, lang),
        if registered.is_empty() { Cell::dash() } else { Cell::Text(registered.join("; ")) },
        Cell::Text(view.proposed(member)),
        Cell::Text(remarks(view, standing)),
    ]
}

/// What a shared sheet says of a member; that it is awaited where the sheet cannot be relied on.
fn stated<T>(rows: &Rows<T>, said: &[String], none: Option<Text>, lang: Lang) -> Cell {
    let silent = match rows.state {
        SharedState::NotExpected => None,
        SharedState::Unreliable => Some(sheets::AWAITED),
        SharedState::Present => none,
    };
    match (said, silent) {
        ([], None) => Cell::dash(),
        ([], Some(silent)) => Cell::Mark(silent.say(lang).to_owned()),
        (said, _) => Cell::Text(said.join("\n")),
    }
}

fn classification(row: &Classification, lang: Lang) -> String {
    let others = [
        (sheets::PARTY, row.party.as_str()),
        (sheets::UNIONS, row.unions.as_str()),
        (sheets::DISCIPLINE, row.discipline.as_deref().unwrap_or_default()),
    ];
    let others =
        others.iter().filter(|(_, said)| !said.is_empty()).map(|(body, said)| sheets::classed(*body, said, lang));
    let own = (!row.government.is_empty()).then(|| row.government.clone());
    own.into_iter().chain(others).collect::<Vec<_>>().join("\n")
}

/// The votes of a level: of every award that was voted on, the last round.
fn votes(view: Brief, member: usize, level: BallotLevel) -> Cell {
    let (lang, scoring, shared) = (view.lang, view.results.scoring, &view.results.common.shared);
    let at = (view.index, member);
    let of = |award: Option<usize>| shared.ballot(scoring, at, level, award).filter(|ballot| ballot.award == award);
    let named = scoring.awards.iter().enumerate().map(|(index, award)| (Some(award), of(Some(index))));
    let all = std::iter::once((None, of(None))).chain(named);
    let said: Vec<String> = all
        .filter_map(|(award, ballot): (Option<&Award>, _)| {
            let votes =
                ballot.map(|ballot| words::votes(&lang.number(ballot.yes), &lang.number(ballot.entitled), lang))?;
            Some(award.map_or_else(|| votes.clone(), |award| format!("{votes} ({})", award.title)))
        })
        .collect();
    if said.is_empty() { Cell::dash() } else { Cell::Mark(said.join("\n")) }
}

/// Its own notes, and why it is not proposed for an award, or how a body decided otherwise.
fn remarks(view: Brief, standing: &Standing) -> String {
    let lang = view.lang;
    let own = view.results.proposals.of_bloc(view.index).filter(|proposal| proposal.member.1 == standing.member);
    let reasons = own.flat_map(|proposal| {
        let title = &view.results.scoring.awards[proposal.award].title;
        let why = proposal.reasons.iter().filter(|_| !proposal.proposed);
        let why = why.map(move |reason| format!("{title}: {}", reason(lang)));
        let conditions = proposal.conditions.iter().map(move |said| words::condition(&said(lang), lang));
        let changes =
            proposal.decided.iter().filter(|own| own.changed).map(move |own| capital(&award::change(lang, own)));
        why.chain(conditions).chain(changes)
    });
    let notes = view.notes(standing);
    let notes = (!notes.is_empty()).then_some(notes);
    notes.into_iter().chain(reasons).collect::<Vec<_>>().join("\n")
}
