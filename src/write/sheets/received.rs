//! In: all blocs and the files that were read. Out: who has handed in what, and how much of it is there.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, Text};
use crate::model::{OutputContext, Submission};
use crate::wording::headings as words;
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(words::RECEIVED.say(lang), columns(lang))?;
    letterhead::titles(&mut sheet, &words::received_title(scoring.term, lang), "", false)?;
    sheet.header(2)?;
    let submissions = context.submissions(None);
    let mut files: BTreeMap<_, Vec<&Submission>> = BTreeMap::new();
    for (file, member) in submissions.iter().flat_map(|file| file.members.iter().map(move |of| (*file, *of))) {
        files.entry(member).or_default().push(file);
    }
    for (index, bloc) in scoring.blocs.iter().enumerate() {
        let view = Brief::new(context, index);
        let handed_in = view.kept().members.iter().filter(|member| member.handed_in).count();
        sheet.band(&words::received_of(&bloc.name, handed_in, bloc.members.len(), lang))?;
        for member in 0..bloc.members.len() {
            let own = files.get(&(index, member)).map(Vec::as_slice).unwrap_or_default();
            sheet.cells(Look::Plain, &cells(view, own, member))?;
        }
    }
    Ok(())
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 5.5),
        say(words::MEMBER, 32.0),
        say(words::HANDED_IN, 15.0),
        say(words::FILES, 48.0),
        say(words::MARKS_PRESENT, 12.0),
        say(words::MARKS_NEEDED, 12.0),
        say(words::UNOFFICIAL, 12.0),
        say(words::REMARKS, 40.0),
    ]
}

fn cells(view: Brief, own: &[&Submission], member: usize) -> Vec<Cell> {
    let lang = view.lang;
    let named = |file: &&Submission| {
        if file.rejected { format!("{} ({})", file.file, words::REJECTED.say(lang)) } else { file.file.clone() }
    };
    let files: Vec<_> = own.iter().map(named).collect();
    let kept = view.tally(member);
    let given = kept.marks.iter().filter(|mark| mark.given).count();
    let needed = kept.marks.iter().filter(|mark| mark.needed).count();
    let state = if kept.handed_in { words::YES } else { words::NOT_YET };
    vec![
        Cell::Count(member + 1),
        Cell::Text(view.name(member).to_owned()),
        Cell::Mark(state.say(lang).to_owned()),
        Cell::Text(files.join("\n")),
        Cell::Count(given),
        Cell::Count(needed),
        Cell::Count(view.unofficial(member)),
        Cell::Text(capital(&view.lacks(member).unwrap_or_default())),
    ]
}
