//! In: the run or one bloc. Out: what is proposed for each award, who is not proposed and why, and the arithmetic
//! of shares in sentences fit to be read out.

use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, Text};
use crate::model::{BallotLevel, DecidingBody, Eligibility, OutputContext, Proposal, Statement};
use crate::wording::award;
use crate::wording::headings as words;
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;

/// Adds the sheet, of one bloc or of all.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext, bloc: Option<usize>) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(words::PROPOSALS.say(lang), columns(bloc.is_none(), lang))?;
    letterhead::heading(&mut sheet)?;
    let view = bloc.map(|bloc| Brief::new(context, bloc));
    let about = view.map_or_else(String::new, |view| letterhead::about(view.bloc(), view.compact()));
    let sample =
        view.map_or_else(|| scoring.compacts.iter().any(|compact| compact.sample), |view| view.compact().sample);
    letterhead::titles(&mut sheet, &words::proposals_title(scoring.term, lang), &about, sample)?;
    sheet.header(3)?;
    let all = &context.results.proposals;
    let list: Vec<_> = bloc.map_or_else(|| all.list.iter().collect(), |bloc| all.of_bloc(bloc).collect());
    let mut any = false;
    for (index, titled) in scoring.awards.iter().enumerate() {
        let own = |proposed: bool| {
            list.iter().copied().filter(move |entry| entry.award == index && entry.proposed == proposed)
        };
        let (yes, no): (Vec<_>, Vec<_>) = (own(true).collect(), own(false).collect());
        if yes.is_empty() && no.is_empty() {
            continue;
        }
        any = true;
        sheet.band(&titled.title)?;
        rows(&mut sheet, context, &yes, bloc.is_none())?;
        if !no.is_empty() {
            sheet.band(&words::not_proposed(&titled.title, lang))?;
            rows(&mut sheet, context, &no, bloc.is_none())?;
        }
    }
    if !any {
        sheet.nothing(words::NO_PROPOSALS)?;
    }
    for statement in here_of(&context.results.proposals.statements, bloc) {
        sheet.sentence(&(statement.sentence)(lang))?;
    }
    // a share is taken over several blocs: its arithmetic is the run's, not one bloc's
    for check in context.results.proposals.checks.iter().filter(|_| bloc.is_none()) {
        sheet.sentence(&format!("{}: {}", scoring.awards[check.award].title, (check.sentence)(lang)))?;
    }
    sheet.sentence(words::PROPOSES_ONLY.say(lang))?;
    letterhead::signatures(&mut sheet, view.map(|view| view.bloc()))
}

fn here_of(statements: &[Statement], bloc: Option<usize>) -> impl Iterator<Item = &Statement> {
    statements.iter().filter(move |statement| bloc.is_none_or(|bloc| statement.bloc == bloc))
}

fn columns(with_bloc: bool, lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![say(words::NUMBER, 5.5), say(words::MEMBER, 22.0)];
    if with_bloc {
        columns.push(say(words::BLOC, 18.0));
    }
    columns.extend([
        say(words::RANK, 7.0),
        say(words::TOTAL, 10.0),
        say(words::BY_POINTS, 13.0),
        say(words::BY_BLOC, 16.0),
        say(words::BY_OFFICE, 16.0),
        say(words::BY_COUNCIL, 16.0),
        say(words::REASONS, 42.0),
        say(words::ELIGIBILITY, 28.0),
    ]);
    columns
}

fn rows(sheet: &mut Sheet, context: &OutputContext, list: &[&Proposal], with_bloc: bool) -> Result<(), XlsxError> {
    for (index, proposal) in list.iter().enumerate() {
        let view = Brief::new(context, proposal.member.0);
        let look = if proposal.proposed && !proposal.tied && proposal.conditions.is_empty() {
            Look::Leader
        } else {
            Look::Plain
        };
        let mut cells = vec![Cell::Count(index + 1), Cell::Text(view.name(proposal.member.1).to_owned())];
        if with_bloc {
            cells.push(Cell::Text(view.bloc().name.clone()));
        }
        cells.extend(judged(view, proposal));
        sheet.cells(look, &cells)?;
    }
    Ok(())
}

fn judged(view: Brief, proposal: &Proposal) -> Vec<Cell> {
    let lang = view.lang;
    let (_, member) = proposal.member;
    let standing = view.ranking().of(member);
    let total = standing.filter(|standing| standing.rank.is_some()).map(|standing| standing.total);
    vec![
        standing.and_then(|standing| standing.rank).map_or_else(Cell::dash, |rank| Cell::Count(rank as usize)),
        Cell::points_or_dash(total, view.compact().total_places),
        Cell::Mark(verdict(proposal).say(lang).to_owned()),
        by(view, proposal, DecidingBody::Bloc),
        by(view, proposal, DecidingBody::Office),
        by(view, proposal, DecidingBody::Council),
        Cell::Text(reasons(proposal, lang)),
        Cell::Text(eligibility(view, member)),
    ]
}

/// What a body decided and how it voted; that its ballot is awaited where the award asks for one.
fn by(view: Brief, proposal: &Proposal, body: DecidingBody) -> Cell {
    let lang = view.lang;
    let level = match body {
        DecidingBody::Bloc => Some((BallotLevel::Bloc, "bloc_vote")),
        DecidingBody::Office => None,
        DecidingBody::Council => Some((BallotLevel::Council, "council_vote")),
    };
    let decided = proposal.decided.iter().find(|own| own.decision.body == body);
    let decided = decided.map(|own| capital(&award::decided(lang, own)));
    let votes = level.and_then(|(level, required)| {
        let shared = &view.results.common.shared;
        let asked = &view.results.scoring.awards[proposal.award].requires;
        let asked = asked.iter().any(|(requirement, _)| requirement.name() == required);
        match shared.ballot(view.results.scoring, proposal.member, level, Some(proposal.award)) {
            Some(ballot) => Some(words::votes(&lang.number(ballot.yes), &lang.number(ballot.entitled), lang)),
            None if asked && proposal.proposed => Some(words::AWAITING_BALLOT.say(lang).to_owned()),
            None => None,
        }
    });
    let said: Vec<String> = decided.into_iter().chain(votes).collect();
    if said.is_empty() { Cell::Blank } else { Cell::Mark(said.join("\n")) }
}

fn verdict(proposal: &Proposal) -> Text {
    match (proposal.proposed, proposal.tied, proposal.conditions.is_empty()) {
        (_, true, _) => words::VERDICT_TIED,
        (true, false, true) => words::VERDICT_PROPOSED,
        (true, false, false) => words::VERDICT_CONDITIONAL,
        (false, false, _) => words::VERDICT_NOT,
    }
}

fn reasons(proposal: &Proposal, lang: Lang) -> String {
    let reasons = proposal.reasons.iter().map(|sentence| capital(&sentence(lang)));
    let conditions = proposal.conditions.iter().map(|sentence| words::condition(&sentence(lang), lang));
    let changes = proposal.decided.iter().filter(|own| own.changed).map(|own| capital(&award::change(lang, own)));
    reasons.chain(conditions).chain(changes).collect::<Vec<_>>().join("\n")
}

/// Whether a member may be considered, and on what ground not.
pub(in crate::write) fn eligibility(view: Brief, member: usize) -> String {
    let (state, grounds) = view.eligibility(member);
    let state = match state {
        Eligibility::Eligible => words::ELIGIBLE,
        Eligibility::Deferred => words::DEFERRED,
        Eligibility::Excluded => words::EXCLUDED,
    };
    let said = std::iter::once(state.say(view.lang).to_owned()).chain(grounds);
    said.collect::<Vec<_>>().join(": ")
}
