//! In: one bloc. Out: a score card for each member, best first, each on pages of its own: every criterion with plan,
//! actual, how it is marked, the marks of every stage, the one that counts, why, and the cells it was read from.

use rust_xlsxwriter::XlsxError;

use super::fields::bound;
use super::inputs::{Inputs, Legend};
use crate::diag::Text;
use crate::model::{Column as Place, Criterion, MarkState, Points, Standing, as_percent};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Decimals of a percentage, at least.
const PLACES: u32 = 2;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let stages = view.stages_present();
    let mut sheet = book.sheet(sheets::CARD.say(lang), columns(view, &stages))?;
    let title = sheets::card_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    sheet.header(2)?;
    sheet.repeat_from_top()?;
    let mut breaks = Vec::new();
    for (index, standing) in view.ranking().standings.iter().enumerate() {
        if index > 0 {
            breaks.push(sheet.row);
        }
        card(&mut sheet, view, standing, &stages)?;
    }
    sheet.begin_pages(&breaks)
}

/// Whether the percentage of the plan is shown; six months against a year are on a sheet of their own.
fn shows_percent(view: View) -> bool {
    view.results.scoring.half.is_none()
}

fn columns(view: View, stages: &[usize]) -> Vec<Column> {
    let lang = view.lang;
    let say = |text: Text, width: f64| column(text.say(lang), width);
    let mut columns = vec![
        say(words::CODE, 8.5),
        say(words::CRITERION, 30.0),
        say(words::UNIT, 9.5),
        say(words::PLAN, 11.5),
        say(words::ACTUAL, 11.5),
    ];
    columns.extend(shows_percent(view).then(|| say(sheets::OF_PLAN, 9.5)));
    columns.extend([say(sheets::RULE_TEXT, 30.0), say(words::MAXIMUM, 10.0)]);
    columns.extend(stages.iter().map(|stage| column(capital(&view.stage(*stage)), 9.0)));
    columns.extend([
        say(words::BY_RULE, 9.0),
        say(words::COUNTED, 9.0),
        say(sheets::TO_SELF, 9.5),
        say(words::BECAUSE, 40.0),
        say(words::SOURCE, 13.0),
    ]);
    columns
}

fn card(sheet: &mut Sheet, view: View, standing: &Standing, stages: &[usize]) -> Result<(), XlsxError> {
    let (lang, member) = (view.lang, standing.member);
    let mut legend = Legend::default();
    sheet.band(&sheets::card_of(view.name(member), lang))?;
    sheet.band(&in_short(view, standing))?;
    for index in 0..view.compact().fields.len() {
        field(sheet, view, (member, index), stages)?;
        let own = view.compact().criteria.iter().enumerate().filter(|(_, criterion)| criterion.field == index);
        for (number, _) in own {
            criterion(sheet, view, (member, number), stages, &mut legend)?;
        }
    }
    total(sheet, view, member, stages)?;
    for said in below(view, standing).iter().chain(&legend.said(lang)) {
        sheet.sentence(said)?;
    }
    Ok(())
}

/// Place, total, self-marks and class in one line.
pub(super) fn in_short(view: View, standing: &Standing) -> String {
    let (lang, compact) = (view.lang, view.compact());
    let said = |points: Points, places: Option<u32>| lang.fixed(points.decimal(), places.unwrap_or(0));
    let mut parts = Vec::new();
    if let Some(rank) = standing.rank {
        parts.push((view.rank_heading(), sheets::place_of(rank, view.bloc().members.len())));
    }
    let total = view.total(standing.member);
    parts.push((view.total_heading(), total.map_or_else(dash, |total| said(total, compact.total_places))));
    let own = view.self_total(standing.member);
    parts.push((words::SELF_TOTAL, own.map_or_else(dash, |own| said(own, compact.mark_places))));
    if let Some(class) = standing.class.and_then(|class| compact.classes.get(class)) {
        parts.push((words::CLASS, class.name.clone()));
    }
    sheets::in_short(&parts, lang)
}

fn dash() -> String {
    "-".to_owned()
}

/// The line of a field: its maximum and its points, of self-marks only where every criterion below it has one.
fn field(sheet: &mut Sheet, view: View, (member, index): (usize, usize), stages: &[usize]) -> Result<(), XlsxError> {
    let (compact, field) = (view.compact(), &view.compact().fields[index]);
    let mut cells = vec![Cell::Text(field.id.clone()), Cell::Text(field.name.clone())];
    cells.extend((0..3 + usize::from(shows_percent(view))).map(|_| Cell::Blank));
    let because = view.member(member).fields[index].because.as_ref();
    cells.push(Cell::Blank);
    cells.push(bound(field));
    cells.extend((0..=stages.len()).map(|_| Cell::Blank));
    cells.push(Cell::points_or_dash(view.field(member, index), compact.mark_places));
    cells.push(Cell::Blank);
    cells.push(because.map_or(Cell::Blank, |because| Cell::Text(capital(&because(view.lang)))));
    cells.push(Cell::Blank);
    sheet.cells(Look::Total, &cells)
}

/// A criterion's own row, and a row for each further input.
fn criterion<'a>(
    sheet: &mut Sheet,
    view: View<'a>,
    (member, index): (usize, usize),
    stages: &[usize],
    legend: &mut Legend<'a>,
) -> Result<(), XlsxError> {
    let (criterion, mark) = (&view.compact().criteria[index], &view.member(member).marks[index]);
    let places = view.compact().mark_places;
    let own = Inputs::own(view, member, index);
    let mut cells = vec![
        Cell::Text(criterion.id.clone()),
        Cell::Text(criterion.name.clone()),
        Cell::Mark(criterion.unit.clone()),
        own.cell(Place::Plan),
        own.cell(Place::Actual),
    ];
    if shows_percent(view) {
        let percent = mark.of_plan().and_then(as_percent);
        cells.push(percent.map_or(Cell::Blank, |percent| Cell::Number(percent, PLACES)));
    }
    cells.extend([Cell::Text(rule_text(criterion, view)), Cell::points(criterion.maximum, None)]);
    cells.extend(stages.iter().map(|stage| Cell::points_or_dash(view.stage_mark(member, index, *stage), places)));
    let counted = if let MarkState::Given(points) = mark.state { Some(points) } else { None };
    let to_self = counted.zip(view.self_mark(member, index)).map(|(counted, own)| counted - own);
    let state = own.state(mark);
    let because = [capital(&(mark.because)(view.lang)), if state.is_empty() { state } else { format!("[{state}]") }];
    cells.extend([
        Cell::points_or_dash(mark.computed, places),
        Cell::points_or_dash(counted, places),
        Cell::difference_or_dash(to_self, places),
        Cell::Text(because.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n")),
        Cell::Text(own.sources(legend)),
    ]);
    sheet.cells(Look::Plain, &cells)?;
    for further in own.further() {
        sheet.cells(Look::Further, &further_cells(view, &further, stages.len(), legend))?;
    }
    Ok(())
}

/// The compact's own words for how it is marked, else those of the rule.
fn rule_text(criterion: &Criterion, view: View) -> String {
    if criterion.guide.is_empty() {
        criterion.rule.entry().summary.say(view.lang).to_owned()
    } else {
        criterion.guide.clone()
    }
}

fn further_cells<'a>(view: View, inputs: &Inputs<'a>, stages: usize, legend: &mut Legend<'a>) -> Vec<Cell> {
    let (_, label) = inputs.criterion.row_name(inputs.suffix, view.lang);
    let mut cells =
        vec![Cell::Blank, Cell::Text(label), Cell::Blank, inputs.cell(Place::Plan), inputs.cell(Place::Actual)];
    cells.extend((0..usize::from(shows_percent(view)) + 2 + stages + 3).map(|_| Cell::Blank));
    cells.extend([Cell::Text(inputs.statuses().join("; ")), Cell::Text(inputs.sources(legend))]);
    cells
}

fn total(sheet: &mut Sheet, view: View, member: usize, stages: &[usize]) -> Result<(), XlsxError> {
    let compact = view.compact();
    let total = view.total(member);
    let mut cells = vec![Cell::Blank, Cell::Text(sheets::TOTAL_ROW.say(view.lang).to_owned())];
    cells.extend((0..4 + usize::from(shows_percent(view))).map(|_| Cell::Blank));
    cells.push(Cell::points(compact.scale, None));
    let own = view.self_total(member);
    cells.extend(
        stages.iter().map(|stage| {
            if view.is_self(*stage) { Cell::points_or_dash(own, compact.mark_places) } else { Cell::Blank }
        }),
    );
    cells.extend([
        Cell::Blank,
        Cell::points_or_dash(total, compact.total_places),
        Cell::difference_or_dash(view.over_self_total(member), compact.total_places),
        Cell::Blank,
        Cell::Blank,
    ]);
    sheet.cells(Look::Total, &cells)
}

/// How the total was made where it is no plain sum, and what is to be noted.
fn below(view: View, standing: &Standing) -> Vec<String> {
    let because = view.member(standing.member).because.as_ref();
    let mut said: Vec<String> =
        because.map(|because| sheets::made(&because(view.lang), view.lang)).into_iter().collect();
    let notes = view.notes(standing);
    said.extend((!notes.is_empty()).then(|| sheets::remark(&notes, view.lang)));
    said
}
