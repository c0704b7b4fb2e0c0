//! In: all blocs. Out: every criterion for which a member has no mark though one is needed, and who follows it.

use rust_xlsxwriter::XlsxError;

use super::inputs::Inputs;
use crate::diag::{Lang, Text};
use crate::model::{MarkState, OutputContext};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(sheets::LACKING.say(lang), columns(lang))?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &sheets::lacking_title(scoring.term, lang), "", sample)?;
    sheet.header(3)?;
    let mut count = 0;
    for view in (0..scoring.blocs.len()).map(|bloc| View::new(context, bloc)) {
        for member in 0..view.bloc().members.len() {
            for (index, mark) in view.member(member).marks.iter().enumerate() {
                if mark.state == MarkState::Missing {
                    count += 1;
                    sheet.cells(Look::Plain, &cells(view, (count, member, index)))?;
                }
            }
        }
    }
    if count == 0 {
        sheet.nothing(sheets::NOTHING_LACKING)?;
    }
    sheet.filter()
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 6.0),
        say(words::BLOC, 24.0),
        say(words::MEMBER, 28.0),
        say(words::CODE, 9.0),
        say(words::CRITERION, 46.0),
        say(words::MAXIMUM, 10.0),
        say(sheets::FOLLOWED_BY, 26.0),
        say(sheets::WHY_MISSING, 40.0),
    ]
}

fn cells(view: View, (count, member, index): (usize, usize, usize)) -> Vec<Cell> {
    let criterion = &view.compact().criteria[index];
    let mark = &view.member(member).marks[index];
    let nothing = view.panel().members.get(member).is_none_or(|member| !member.handed_in);
    let said = if nothing {
        capital(words::NOTHING_HANDED_IN.say(view.lang))
    } else {
        let own = Inputs::own(view, member, index);
        let statuses = own.statuses().into_iter().map(str::to_owned);
        std::iter::once(capital(&(mark.because)(view.lang))).chain(statuses).collect::<Vec<_>>().join("; ")
    };
    vec![
        Cell::Count(count),
        Cell::Text(view.bloc().name.clone()),
        Cell::Text(view.name(member).to_owned()),
        Cell::Text(criterion.id.clone()),
        Cell::Text(criterion.name.clone()),
        Cell::points(criterion.maximum, None),
        Cell::Text(criterion.source.clone().unwrap_or_default()),
        Cell::Text(said),
    ]
}
