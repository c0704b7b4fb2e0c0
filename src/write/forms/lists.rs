//! The blank lists of awards given and of the fund, in the order of their columns; the yearly forms are made of them.

use super::Source;
use super::blank::{Blank, Column, Given, Guard, Slot, given, open};
use crate::diag::Text;
use crate::wording::blank as words;
use crate::wording::yearly::{AWARD_LIST_COLUMNS, FUND_LIST_COLUMNS, award_list_title, fund_list_title};

/// Lines left to be filled in.
const LINES: usize = 40;

fn columns<const N: usize>(headings: [Text; N], widths: [f64; N]) -> Vec<Column> {
    headings.into_iter().zip(widths).map(|(heading, width)| Column { heading, width }).collect()
}

/// Numbered lines with these open cells.
fn lines(cells: &[Guard<'static>]) -> Vec<Vec<Slot<'static>>> {
    let line = |number: usize| {
        let number = given(Given::Code(number.to_string()));
        std::iter::once(number).chain(cells.iter().cloned().map(open)).collect()
    };
    (1..=LINES).map(line).collect()
}

fn choice(of: &[Text], source: &Source) -> Guard<'static> {
    Guard::Choice(of.iter().map(|word| word.say(source.lang).to_owned()).collect())
}

/// The list of awards given.
pub(super) fn awards<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let text = || Guard::Text;
    let cells = [
        choice(words::AWARDS_GIVEN, source),
        text(),
        choice(words::RECIPIENTS, source),
        choice(words::POSTS, source),
        choice(words::REASONS, source),
        Guard::Count,
        text(),
        Guard::Day,
    ];
    vec![Blank {
        file: "danh-sach-khen-thuong".to_owned(),
        sheet: words::AWARD_LIST,
        title: award_list_title(source.scoring.term, source.lang),
        about: Vec::new(),
        how: words::AWARD_LIST_HOW,
        columns: columns(AWARD_LIST_COLUMNS, [6.0, 28.0, 40.0, 16.0, 16.0, 18.0, 12.0, 20.0, 14.0]),
        rows: lines(&cells),
        signer: words::HEAD_OF_OFFICE,
    }]
}

/// The list of what came into the fund and left it.
pub(super) fn fund<'a>(source: &Source<'a>) -> Vec<Blank<'a>> {
    let cells = [Guard::Text, choice(words::FUND_ITEMS, source), Guard::Amount, Guard::Count, Guard::Text, Guard::Text];
    vec![Blank {
        file: "thu-chi-quy-thi-dua-khen-thuong".to_owned(),
        sheet: words::FUND_LIST,
        title: fund_list_title(source.scoring.term, source.lang),
        about: Vec::new(),
        how: words::FUND_LIST_HOW,
        columns: columns(FUND_LIST_COLUMNS, [6.0, 32.0, 34.0, 18.0, 12.0, 22.0, 24.0]),
        rows: lines(&cells),
        signer: words::HEAD_OF_OFFICE,
    }]
}
