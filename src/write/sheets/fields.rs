//! In: one bloc. Out: the points of every field and group of fields, members down, with the maxima above them.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{Field, FieldKind, Past, Standing};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column, fitting};
use crate::write::sheets::ranking::{self, LEADER};
use crate::write::view::View;

/// Lines of a heading, at most.
const HEADING_LINES: u32 = 6;
/// Columns beyond which the sheet is printed on A3.
const MOST_ON_A4: usize = 16;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let columns = columns(view);
    let wide = columns.len() > MOST_ON_A4;
    let mut sheet = book.sheet(sheets::FIELDS.say(lang), columns)?;
    if wide {
        sheet.on_a3();
    }
    letterhead::heading(&mut sheet)?;
    let title = sheets::fields_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    sheet.header(2)?;
    sheet.cells(Look::Total, &maxima(view))?;
    for (index, standing) in view.ranking().standings.iter().enumerate() {
        let look = if view.leads(standing) { Look::Leader } else { Look::Plain };
        sheet.cells(look, &cells(view, index, standing))?;
    }
    if view.rescaled() {
        sheet.sentence(sheets::NOT_RESCALED.say(lang))?;
    }
    ranking::below(&mut sheet, view)?;
    letterhead::signatures(&mut sheet, Some(view.bloc()))
}

fn columns(view: View) -> Vec<Column> {
    let lang = view.lang;
    let say = |text: Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![say(words::NUMBER, 5.0), say(words::MEMBER, 28.0)];
    let fields = view.compact().fields.iter();
    columns.extend(fields.map(|field| fitting(format!("{}. {}", field.id, field.name), 11.0, HEADING_LINES)));
    columns.extend([fitting(view.total_heading().say(lang), 11.0, 3), say(sheets::OF_SCALE, 10.0)]);
    if view.results.scoring.ranks() {
        columns.push(say(view.rank_heading(), 8.0));
    }
    columns
}

/// The most that a field can give, or the most that it can take off.
pub(super) fn bound(field: &Field) -> Cell {
    match field.kind {
        FieldKind::Penalty => Cell::points(field.minimum, None),
        FieldKind::Scale | FieldKind::Bonus => Cell::points(field.maximum, None),
    }
}

fn maxima(view: View) -> Vec<Cell> {
    let compact = view.compact();
    let mut cells = vec![Cell::Blank, Cell::Text(sheets::FIELD_MAXIMUM.say(view.lang).to_owned())];
    cells.extend(compact.fields.iter().map(bound));
    cells.extend([Cell::points(compact.scale, None), Cell::Blank]);
    if view.results.scoring.ranks() {
        cells.push(Cell::Blank);
    }
    cells
}

fn cells(view: View, index: usize, standing: &Standing) -> Vec<Cell> {
    let (compact, member) = (view.compact(), standing.member);
    let name = view.name(member);
    let name = if view.leads(standing) { format!("{LEADER} {name}") } else { name.to_owned() };
    let mut cells = vec![Cell::Count(index + 1), Cell::Text(name)];
    cells.extend(
        (0..compact.fields.len()).map(|field| Cell::points_or_dash(view.field(member, field), compact.mark_places)),
    );
    let total = view.total(member);
    cells.push(Cell::points_or_dash(total, compact.total_places));
    let percent = Past::percent_of(total, compact.scale);
    cells.push(percent.map_or_else(Cell::dash, |percent| Cell::Number(percent, 2)));
    if view.results.scoring.ranks() {
        cells.push(standing.rank.map_or_else(Cell::dash, |rank| Cell::Count(rank as usize)));
    }
    cells
}
