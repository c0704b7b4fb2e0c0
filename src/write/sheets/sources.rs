//! In: the files that were read. Out: each with its sheets, members, size and SHA-256, and what the run was made with.

use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, Text};
use crate::model::{OutputContext, Submission};
use crate::wording::headings as words;
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};

/// Members named for one file; of the others the number is said.
const NAMED: usize = 4;

/// Adds the sheet, of one bloc or of all.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext, bloc: Option<usize>) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(words::SOURCES.say(lang), columns(lang))?;
    let about = bloc.map(|bloc| scoring.blocs[bloc].name.as_str()).unwrap_or_default();
    letterhead::titles(&mut sheet, &words::sources_title(scoring.term, lang), about, false)?;
    sheet.header(2)?;
    let mut count = 0;
    for file in context.submissions(bloc) {
        count += 1;
        sheet.cells(Look::Plain, &cells(count, file, context, bloc))?;
    }
    if count == 0 {
        sheet.nothing(words::NO_SOURCES)?;
    }
    sheet.sentence(&words::made_with(env!("CARGO_PKG_VERSION"), &scoring.hash, lang))
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 6.0),
        say(words::FILE, 34.0),
        say(words::SHEETS_OF_FILE, 36.0),
        say(words::MEMBERS_OF_FILE, 34.0),
        say(words::BYTES, 13.0),
        say(words::STATUS, 14.0),
        say(words::SHA256, 36.0),
    ]
}

fn cells(number: usize, file: &Submission, context: &OutputContext, bloc: Option<usize>) -> Vec<Cell> {
    let lang = context.lang;
    let sheets = file.sheets.iter().map(|(name, kind)| {
        let kind = words::sheet_kind(kind, lang);
        if name.is_empty() { kind.to_owned() } else { format!("{name}: {kind}") }
    });
    let named: Vec<_> = file
        .members
        .iter()
        .filter(|(of, _)| bloc.is_none_or(|bloc| bloc == *of))
        .map(|(bloc, member)| context.results.scoring.blocs[*bloc].members[*member].name.as_str())
        .collect();
    let mut members = named.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if named.len() > NAMED {
        members = words::and_others(&members, named.len() - NAMED, lang);
    }
    let state = if file.rejected { words::REJECTED } else { words::READ };
    vec![
        Cell::Count(number),
        Cell::Text(file.file.clone()),
        Cell::Text(sheets.collect::<Vec<_>>().join("\n")),
        Cell::Text(members),
        Cell::Number(file.size.into(), 0),
        Cell::Mark(state.say(lang).to_owned()),
        Cell::Text(halves(&file.sha256)),
    ]
}

/// A hash on two lines of equal length, so that it is readable in a column.
fn halves(hash: &str) -> String {
    let middle = hash.len() / 2;
    match (hash.get(..middle), hash.get(middle..)) {
        (Some(first), Some(second)) if !first.is_empty() => format!("{first}\n{second}"),
        _ => hash.to_owned(),
    }
}
