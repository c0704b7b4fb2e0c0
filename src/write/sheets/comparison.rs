//! In: one bloc. Out: what each member marked itself against the marks that count: the totals, and every criterion in
//! which the two differ, with the reason.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{MarkState, Points};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;
use crate::write::view::View;

/// A criterion of a member marked by itself and by those who decide.
pub(super) struct Pair {
    /// The member's own mark.
    pub(super) own: Option<Points>,
    /// The mark that counts.
    pub(super) counted: Option<Points>,
}

impl Pair {
    /// The two marks of a criterion.
    pub(super) fn of(view: View, member: usize, criterion: usize) -> Self {
        let counted = match view.member(member).marks[criterion].state {
            MarkState::Given(points) => Some(points),
            MarkState::Out | MarkState::NotYet | MarkState::Missing => None,
        };
        Self { own: view.self_mark(member, criterion), counted }
    }

    /// The mark that counts less the member's own.
    pub(super) fn difference(&self) -> Option<Points> {
        self.counted.zip(self.own).map(|(counted, own)| counted - own)
    }

    /// Whether the two are not the same.
    pub(super) fn differs(&self) -> bool {
        self.own != self.counted
    }
}

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, view: View) -> Result<(), XlsxError> {
    let lang = view.lang;
    let mut sheet = book.sheet(sheets::COMPARISON.say(lang), columns(view))?;
    letterhead::heading(&mut sheet)?;
    let title = sheets::comparison_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    for said in view.caveats() {
        let format = &sheet.formats.subtitle;
        sheet.line(&said, format, true)?;
    }
    sheet.header(3)?;
    for (number, standing) in view.ranking().standings.iter().enumerate() {
        member(&mut sheet, view, (number + 1, standing.member))?;
    }
    sheet.sentence(sheets::COMPARISON_NOTE.say(lang))?;
    sheet.sentence(&view.basis())?;
    letterhead::signatures(&mut sheet, Some(view.bloc()))
}

fn columns(view: View) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(view.lang), width);
    vec![
        say(words::NUMBER, 5.5),
        say(words::CODE, 8.5),
        say(words::CRITERION, 46.0),
        say(words::MAXIMUM, 9.0),
        say(sheets::SELF_MARK, 11.0),
        say(view.mark_heading(), 11.0),
        say(words::DIFFERENCE, 10.0),
        say(sheets::REASON, 58.0),
    ]
}

/// The line of a member's totals, and below it the criteria that differ.
fn member(sheet: &mut Sheet, view: View, (number, member): (usize, usize)) -> Result<(), XlsxError> {
    let (lang, compact) = (view.lang, view.compact());
    let own = view.self_total(member);
    let any = (0..compact.criteria.len()).any(|criterion| view.self_mark(member, criterion).is_some());
    let pairs: Vec<_> = (0..compact.criteria.len()).map(|criterion| Pair::of(view, member, criterion)).collect();
    let alike = any && !pairs.iter().any(Pair::differs);
    let said = if !any {
        sheets::NO_SELF_MARKS.say(lang)
    } else if alike {
        sheets::ALL_ALIKE.say(lang)
    } else {
        ""
    };
    let lacks = capital(&view.lacks(member).unwrap_or_default());
    let said = [said, &lacks].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ");
    sheet.cells(
        Look::Total,
        &[
            Cell::Count(number),
            Cell::Blank,
            Cell::Text(view.name(member).to_owned()),
            Cell::points(compact.scale, None),
            Cell::points_or_dash(own, compact.mark_places),
            Cell::points_or_dash(view.total(member), compact.total_places),
            Cell::difference_or_dash(view.over_self_total(member), compact.total_places),
            Cell::Text(said),
        ],
    )?;
    for (index, pair) in pairs.iter().enumerate().filter(|(_, pair)| any && pair.differs()) {
        let criterion = &compact.criteria[index];
        let mut cells = vec![
            Cell::Blank,
            Cell::Text(criterion.id.clone()),
            Cell::Text(criterion.name.clone()),
            Cell::points(criterion.maximum, None),
        ];
        cells.extend(marks(view, pair));
        cells.push(Cell::Text(capital(&(view.member(member).marks[index].because)(lang))));
        sheet.cells(Look::Plain, &cells)?;
    }
    Ok(())
}

/// Both marks and what lies between them.
pub(super) fn marks(view: View, pair: &Pair) -> [Cell; 3] {
    let places = view.compact().mark_places;
    [
        Cell::points_or_dash(pair.own, places),
        Cell::points_or_dash(pair.counted, places),
        Cell::difference_or_dash(pair.difference(), places),
    ]
}
