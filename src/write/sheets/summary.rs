//! In: all blocs. Out: their rankings one below the other.

use rust_xlsxwriter::XlsxError;

use super::{proposals, ranking::LEADER};
use crate::diag::{Lang, Text};
use crate::model::{FieldKind, OutputContext, Scoring, Standing};
use crate::wording::{headings as words, midyear, sheets};
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::outputs::bloc_workbook;
use crate::write::sheet::{Cell, Column, column};

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book
        .sheet(if scoring.ranks() { words::SUMMARY } else { midyear::ALL_MARKS }.say(lang), columns(scoring, lang))?;
    letterhead::heading(&mut sheet)?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &words::ranking_title(scoring.term, lang), "", sample)?;
    sheet.header(2)?;
    let mut leaders = false;
    for bloc in 0..scoring.blocs.len() {
        let view = Brief::new(context, bloc);
        sheet.band(&format!("{}. {}", bloc + 1, letterhead::about(view.bloc(), view.compact())))?;
        for said in view.caveats() {
            sheet.band(&said)?;
        }
        sheet.band(&view.basis())?;
        if let Some(path) = bloc_workbook::linked(scoring, bloc) {
            sheet.link(&path, &sheets::see_workbook(&path, lang))?;
        }
        for (index, standing) in view.ranking().standings.iter().enumerate() {
            let look = if view.leads(standing) { Look::Leader } else { Look::Plain };
            leaders |= view.leads(standing);
            sheet.cells(look, &cells(view, index, standing))?;
        }
    }
    sheet.sentence(&words::as_of(&lang.date(scoring.as_of), lang))?;
    if leaders {
        sheet.sentence(&words::leader_sign(LEADER, lang))?;
    }
    letterhead::signatures(&mut sheet, None)
}

fn columns(scoring: &Scoring, lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![
        say(words::NUMBER, 5.5),
        say(words::MEMBER, 30.0),
        say(words::BONUS, 9.0),
        say(words::PENALTY, 9.0),
        say(words::TOTAL, 12.0),
    ];
    if scoring.ranks() {
        columns.push(say(if scoring.half.is_some() { midyear::REFERENCE_RANK } else { words::RANK }, 8.0));
    }
    if scoring.half.is_none() {
        columns.extend([say(words::CLASS, 17.0), say(words::ELIGIBILITY, 30.0), say(words::PROPOSED, 28.0)]);
    }
    columns.push(say(words::REMARKS, if scoring.half.is_some() { 60.0 } else { 34.0 }));
    columns
}

fn cells(view: Brief, index: usize, standing: &Standing) -> Vec<Cell> {
    let (compact, member) = (view.compact(), standing.member);
    let scores = view.tally(member);
    let name = view.name(member);
    let name = if view.leads(standing) { format!("{LEADER} {name}") } else { name.to_owned() };
    let outside = |kind| {
        let points = if view.top_fields(kind).is_empty() { None } else { view.outside(member, kind) };
        Cell::points_or_dash(points, compact.mark_places)
    };
    let class = standing.class.and_then(|class| compact.classes.get(class)).map(|class| class.name.clone());
    let mut cells = vec![
        Cell::Count(index + 1),
        Cell::Text(name),
        outside(FieldKind::Bonus),
        outside(FieldKind::Penalty),
        Cell::points_or_dash(scores.complete.then_some(scores.total.total), compact.total_places),
    ];
    let scoring = view.results.scoring;
    if scoring.ranks() {
        cells.push(standing.rank.map_or_else(Cell::dash, |rank| Cell::Count(rank as usize)));
    }
    if scoring.half.is_none() {
        cells.extend([
            class.map_or_else(Cell::dash, Cell::Mark),
            Cell::Text(proposals::eligibility(view, member)),
            Cell::Text(view.proposed(member)),
        ]);
    }
    cells.push(Cell::Text(view.notes(standing)));
    cells
}
