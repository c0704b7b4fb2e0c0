//! In: all blocs. Out: every criterion for which a member has no mark though one is needed, and who follows it.

use rust_xlsxwriter::XlsxError;

use super::inputs;
use crate::diag::{Lang, Text};
use crate::model::{Lack, OutputContext};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(sheets::LACKING.say(lang), columns(lang))?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &sheets::lacking_title(scoring.term, lang), "", sample)?;
    sheet.header(3)?;
    let mut count = 0;
    for view in (0..scoring.blocs.len()).map(|bloc| Brief::new(context, bloc)) {
        for member in 0..view.bloc().members.len() {
            for lack in &view.tally(member).missing {
                count += 1;
                sheet.cells(Look::Plain, &cells(view, (count, member), lack))?;
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

fn cells(view: Brief, (count, member): (usize, usize), lack: &Lack) -> Vec<Cell> {
    let criterion = &view.compact().criteria[lack.criterion];
    let said = match &lack.because {
        Some(because) => {
            let statuses = inputs::statuses(lack.observed.iter().copied(), view.lang).into_iter().map(str::to_owned);
            std::iter::once(capital(&because(view.lang))).chain(statuses).collect::<Vec<_>>().join("; ")
        }
        None => capital(words::NOTHING_HANDED_IN.say(view.lang)),
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
