//! In: one bloc. Out: its official table: points by field, total, self-marks, rank, class, what is proposed.
//!
//! It holds values, so that no typed cell changes a signed table unnoticed.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{Field, FieldKind, Standing};
use crate::wording::{headings as words, midyear};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column, fitting};
use crate::write::view::View;

/// Lines of a field's heading, at most.
const HEADING_LINES: u32 = 7;
/// The sign beside a leader's name; both the office face and the chart face have it.
pub(in crate::write) const LEADER: &str = "\u{25B2}";

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let mut sheet = book.sheet(name(view).say(lang), columns(view))?;
    letterhead::heading(&mut sheet)?;
    let title = words::ranking_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    sheet.header(2)?;
    for (index, standing) in view.ranking().standings.iter().enumerate() {
        let look = if view.leads(standing) { Look::Leader } else { Look::Plain };
        sheet.cells(look, &cells(view, index, standing))?;
    }
    below(&mut sheet, view)?;
    letterhead::signatures(&mut sheet, Some(view.bloc()))
}

/// What a ranking rests on, the day of its figures, and what its sign means.
pub(super) fn below(sheet: &mut Sheet, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    sheet.sentence(&view.basis())?;
    sheet.sentence(&words::as_of(&lang.date(view.results.scoring.as_of), lang))?;
    if view.ranking().standings.iter().any(|standing| view.leads(standing)) {
        sheet.sentence(&words::leader_sign(LEADER, lang))?;
    }
    Ok(())
}

/// What the sheet is called; mid-year there is no order, or one for reference only.
fn name(view: View) -> Text {
    match &view.results.scoring.half {
        None => words::RANKING,
        Some(half) if half.ranks => midyear::REFERENCE_RANK,
        Some(_) => midyear::MARKS,
    }
}

fn columns(view: View) -> Vec<Column> {
    let lang = view.lang;
    let say = |text: Text| text.say(lang);
    let scoring = view.results.scoring;
    let mut columns = vec![column(say(words::NUMBER), 5.0), column(say(words::MEMBER), 23.0)];
    for field in view.top_fields(FieldKind::Scale) {
        let field = &view.compact().fields[field];
        columns.push(fitting(field_heading(field, view), field_width(field), HEADING_LINES));
    }
    if view.rescaled() {
        columns.push(column(words::rescaled_heading(&lang.number(view.compact().scale.decimal()), lang), 10.0));
    }
    for (kind, heading) in [(FieldKind::Bonus, words::BONUS), (FieldKind::Penalty, words::PENALTY)] {
        if !view.top_fields(kind).is_empty() {
            columns.push(column(say(heading), 8.0));
        }
    }
    columns.extend([
        column(say(words::SELF_TOTAL), 10.0),
        column(say(view.total_heading()), 10.0),
        column(say(words::DIFFERENCE), 9.0),
    ]);
    if scoring.ranks() {
        columns.push(column(say(view.rank_heading()), if scoring.half.is_some() { 9.0 } else { 7.0 }));
    }
    if scoring.half.is_none() {
        columns.extend([column(say(words::CLASS), 15.0), column(say(words::PROPOSED), 21.0)]);
    }
    let remarks = if scoring.half.is_some() { 40.0 } else { 23.0 };
    columns.push(column(say(words::REMARKS), remarks));
    columns
}

/// `I. Economy (400)`.
fn field_heading(field: &Field, view: View) -> String {
    format!("{}. {} ({})", field.id, field.name, view.lang.number(field.maximum.decimal()))
}

/// Wide enough that a long name stays within a few lines.
fn field_width(field: &Field) -> f64 {
    if field.name.chars().count() > 32 { 14.0 } else { 10.5 }
}

fn cells(view: View, index: usize, standing: &Standing) -> Vec<Cell> {
    let (compact, member) = (view.compact(), standing.member);
    let (scores, places) = (view.member(member), compact.total_places);
    let name = view.name(member);
    let name = if view.leads(standing) { format!("{LEADER} {name}") } else { name.to_owned() };
    let mut cells = vec![Cell::Count(index + 1), Cell::Text(name)];
    for field in view.top_fields(FieldKind::Scale) {
        cells.push(Cell::points_or_dash(view.field(member, field), compact.mark_places));
    }
    let total = scores.complete.then_some(scores.total);
    if view.rescaled() {
        cells.push(Cell::points_or_dash(total.map(|total| total.scaled), places));
    }
    for kind in [FieldKind::Bonus, FieldKind::Penalty] {
        if !view.top_fields(kind).is_empty() {
            cells.push(Cell::points_or_dash(view.outside(member, kind), compact.mark_places));
        }
    }
    let class = standing.class.and_then(|class| compact.classes.get(class)).map(|class| class.name.clone());
    cells.extend([
        Cell::points_or_dash(view.self_total(member), compact.mark_places),
        Cell::points_or_dash(total.map(|total| total.total), places),
        Cell::difference_or_dash(view.over_self_total(member), places),
    ]);
    let scoring = view.results.scoring;
    if scoring.ranks() {
        cells.push(standing.rank.map_or_else(Cell::dash, |rank| Cell::Count(rank as usize)));
    }
    if scoring.half.is_none() {
        cells.extend([class.map_or_else(Cell::dash, Cell::Mark), Cell::Text(view.proposed(member))]);
    }
    cells.push(Cell::Text(view.notes(standing)));
    cells
}
