//! In: the findings of the run or of one bloc. Out: each with its place, what was found, what was expected and how
//! to mend it.

use rust_xlsxwriter::XlsxError;

use crate::diag::{Diagnostic, Lang, Place, Text};
use crate::model::{OutputContext, Scoring};
use crate::wording::{faults, headings as words};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;

/// Adds the sheet, of one bloc or of all.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext, bloc: Option<usize>) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(words::REVIEW.say(lang), columns(lang))?;
    let about = bloc.map(|bloc| scoring.blocs[bloc].name.as_str()).unwrap_or_default();
    letterhead::titles(&mut sheet, &words::review_title(scoring.term, lang), about, false)?;
    sheet.header(3)?;
    let mut count = 0;
    for note in context.notes(bloc) {
        count += 1;
        sheet.cells(Look::Plain, &cells(count, note, scoring, lang))?;
    }
    if count == 0 {
        sheet.nothing(words::NOTHING_TO_REVIEW)?;
    }
    sheet.filter()
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 6.0),
        say(words::SEVERITY, 11.0),
        say(words::FAULT_CODE, 16.0),
        say(words::FILE, 22.0),
        say(words::SHEET, 13.0),
        say(words::CELL, 6.5),
        say(words::BLOC, 15.0),
        say(words::MEMBER, 16.0),
        say(words::CRITERION, 10.0),
        say(words::MESSAGE, 28.0),
        say(words::FOUND, 15.0),
        say(words::EXPECTED, 21.0),
        say(words::MEND, 28.0),
    ]
}

fn cells(number: usize, note: &Diagnostic, scoring: &Scoring, lang: Lang) -> Vec<Cell> {
    let said = faults::said(&note.fault, lang);
    let (file, sheet, cell) = place(&note.place);
    let text = |text: Option<&str>| Cell::Text(text.unwrap_or_default().to_owned());
    let bloc = note.about.bloc.as_deref();
    let named = bloc.and_then(|id| scoring.blocs.iter().find(|bloc| bloc.id == id)).map(|bloc| bloc.name.as_str());
    vec![
        Cell::Count(number),
        Cell::Mark(faults::verdict_name(note.verdict(), lang).to_owned()),
        Cell::Text(note.fault.code().to_owned()),
        text(file),
        text(sheet),
        Cell::Mark(cell.unwrap_or_default()),
        text(named.or(bloc)),
        text(note.about.member.as_deref()),
        text(note.about.criterion.as_deref()),
        Cell::Text(capital(&said.message)),
        Cell::Text(note.found.clone()),
        Cell::Text(capital(&said.expected)),
        Cell::Text(capital(&said.mend)),
    ]
}

/// File, sheet and cell of a place, as far as it has them.
pub(in crate::write) fn place(place: &Place) -> (Option<&str>, Option<&str>, Option<String>) {
    let sheet = |name: &'_ str| -> bool { !name.is_empty() };
    match place {
        Place::Run => (None, None, None),
        Place::Argument(argument) => (Some(argument), None, None),
        Place::File(file) | Place::Toml { file, .. } => (Some(file), None, None),
        Place::Sheet(found) => (Some(&found.file), Some(found.sheet.as_str()).filter(|name| sheet(name)), None),
        Place::Cell(cell) => {
            let name = Some(cell.sheet.sheet.as_str()).filter(|name| sheet(name));
            (Some(&cell.sheet.file), name, Some(cell.address()))
        }
    }
}
