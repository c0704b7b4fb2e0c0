//! In: one bloc. Out: in which criteria each member lies behind or before the leader, members across, ten to a table.

use rust_xlsxwriter::XlsxError;

use crate::model::{MarkState, Points, Standing};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column, fitting};
use crate::write::view::View;

/// Members beside the leader in one table.
const ACROSS: usize = 10;
/// Lines of a member's name at the head of its column.
const HEADING_LINES: u32 = 6;
/// Width of a member's column, at least.
const WIDTH: f64 = 11.0;
/// Points left free at the foot of a page, for the row that might pass it.
const HIGHEST_ROW: f64 = 60.0;
/// Leaders that have tables of their own.
const LEADERS: usize = 3;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let standings = &view.ranking().standings;
    let leaders: Vec<&Standing> = standings.iter().filter(|standing| standing.rank == Some(1)).collect();
    let tables: Vec<Table> = leaders.iter().take(LEADERS).flat_map(|leader| Table::all(view, leader)).collect();
    let widest = tables.iter().map(Table::columns).max_by_key(Vec::len).unwrap_or_else(|| first_columns(view, 0));
    let mut sheet = book.sheet(sheets::GAP.say(lang), widest)?;
    letterhead::heading(&mut sheet)?;
    let title = sheets::gap_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    match &tables[..] {
        [] => return sheet.nothing(sheets::NO_LEADER),
        [table] => {
            sheet.band(&table.name())?;
            sheet.header(4)?;
            table.rows(&mut sheet, |_| Ok(()))?;
        }
        several => pages(&mut sheet, several)?,
    }
    if leaders.len() > LEADERS {
        sheet.sentence(&sheets::further_leaders(leaders.len() - LEADERS, lang))?;
    }
    sheet.sentence(sheets::GAP_NOTE.say(lang))?;
    if view.rescaled() {
        sheet.sentence(sheets::NOT_RESCALED.say(lang))?;
    }
    sheet.sentence(&words::as_of(&lang.date(view.results.scoring.as_of), lang))
}

/// Several tables, each from a new page on and with its own header on every page: none that repeats would fit them all.
fn pages(sheet: &mut Sheet, tables: &[Table]) -> Result<(), XlsxError> {
    let room = sheet.room();
    let mut breaks = Vec::new();
    let mut begun = 0;
    for (index, table) in tables.iter().enumerate() {
        if index > 0 {
            breaks.push(sheet.row);
            begun = sheet.row;
        }
        let whole = std::mem::replace(&mut sheet.columns, table.columns());
        sheet.band(&table.name())?;
        sheet.header_again()?;
        table.rows(sheet, |sheet| {
            if sheet.height_of(begun..sheet.row) > room - HIGHEST_ROW {
                breaks.push(sheet.row);
                begun = sheet.row;
                sheet.header_again()?;
            }
            Ok(())
        })?;
        if index + 1 < tables.len() || whole.len() > sheet.columns.len() {
            sheet.columns = whole;
        }
    }
    sheet.begin_pages(&breaks)
}

/// The gaps of some members to a leader.
struct Table<'a> {
    view: View<'a>,
    leader: &'a Standing,
    others: Vec<&'a Standing>,
    width: f64,
}

impl<'a> Table<'a> {
    /// The others in their order, so many to a table.
    fn all(view: View<'a>, leader: &'a Standing) -> Vec<Self> {
        let standings = &view.ranking().standings;
        let others: Vec<_> = standings.iter().filter(|standing| standing.member != leader.member).collect();
        let names = others.iter().map(|standing| fitting(view.name(standing.member), WIDTH, HEADING_LINES).width);
        let width = names.fold(WIDTH, f64::max);
        let parts =
            if others.is_empty() { vec![Vec::new()] } else { others.chunks(ACROSS).map(<[_]>::to_vec).collect() };
        parts.into_iter().map(|others| Self { view, leader, others, width }).collect()
    }

    fn name(&self) -> String {
        sheets::against(self.view.name(self.leader.member), self.view.lang)
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = first_columns(self.view, self.others.len());
        columns.extend(self.others.iter().map(|standing| column(self.view.name(standing.member), self.width)));
        columns
    }

    /// The criteria and the total; `before` each of them the page may end.
    fn rows(
        &self,
        sheet: &mut Sheet,
        mut before: impl FnMut(&mut Sheet) -> Result<(), XlsxError>,
    ) -> Result<(), XlsxError> {
        for (index, criterion) in self.view.compact().criteria.iter().enumerate() {
            before(sheet)?;
            let text = [criterion.id.clone(), criterion.name.clone()];
            let given = |standing: &Standing| given(self.view, standing.member, index);
            sheet.cells(Look::Plain, &self.cells(text, criterion.maximum, self.view.compact().mark_places, given))?;
        }
        before(sheet)?;
        let text = [String::new(), sheets::TOTAL_ROW.say(self.view.lang).to_owned()];
        let compact = self.view.compact();
        let total = |standing: &Standing| self.view.total(standing.member);
        sheet.cells(Look::Total, &self.cells(text, compact.scale, compact.total_places, total))
    }

    fn cells(
        &self,
        [code, name]: [String; 2],
        maximum: Points,
        places: Option<u32>,
        points: impl Fn(&Standing) -> Option<Points>,
    ) -> Vec<Cell> {
        let lead = points(self.leader);
        let mut cells =
            vec![Cell::Text(code), Cell::Text(name), Cell::points(maximum, None), Cell::points_or_dash(lead, places)];
        let gap = |standing: &&Standing| points(standing).zip(lead).map(|(own, lead)| own - lead);
        cells.extend(self.others.iter().map(|standing| Cell::difference_or_dash(gap(standing), places)));
        cells
    }
}

/// The columns before those of so many others; the fewer they are, the more room the criteria have.
fn first_columns(view: View, others: usize) -> Vec<Column> {
    let criterion = if others > ACROSS / 2 { 42.0 } else { 72.0 };
    let leader = if view.ranking().provisional { sheets::BY_FIRST_SO_FAR } else { sheets::BY_LEADER };
    [(words::CODE, 8.5), (words::CRITERION, criterion), (words::MAXIMUM, 10.0), (leader, 13.0)]
        .map(|(text, width)| column(text.say(view.lang), width))
        .into()
}

fn given(view: View, member: usize, criterion: usize) -> Option<Points> {
    match view.member(member).marks[criterion].state {
        MarkState::Given(points) => Some(points),
        MarkState::Out | MarkState::NotYet | MarkState::Missing => None,
    }
}
