//! In: the shares of awards. Out: for each how many are proposed, of how many, how many the share allows, and the
//! arithmetic in a sentence.

use rust_xlsxwriter::XlsxError;

use crate::diag::{Lang, Text};
use crate::model::{OutputContext, QuotaCheck};
use crate::wording::{headings as words, sheets};
use crate::write::book::{Book, Look};
use crate::write::letterhead;
use crate::write::sheet::{Cell, Column, column};
use crate::write::text::capital;

/// Adds the sheet.
pub(in crate::write) fn add(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(sheets::SHARES.say(lang), columns(lang))?;
    letterhead::heading(&mut sheet)?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &sheets::shares_title(scoring.term, lang), "", sample)?;
    sheet.header(2)?;
    let checks = &context.results.proposals.checks;
    for (index, check) in checks.iter().enumerate() {
        sheet.cells(Look::Plain, &cells(context, index + 1, check))?;
    }
    if checks.is_empty() {
        sheet.nothing(sheets::NO_SHARES)?;
    }
    sheet.sentence(words::PROPOSES_ONLY.say(lang))?;
    letterhead::signatures(&mut sheet, None)
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text, width: f64| column(text.say(lang), width);
    vec![
        say(words::NUMBER, 6.0),
        say(sheets::AWARD, 36.0),
        say(sheets::PROPOSED_COUNT, 10.0),
        say(sheets::BASE_COUNT, 12.0),
        say(sheets::SHARE, 20.0),
        say(sheets::ALLOWED_COUNT, 12.0),
        say(sheets::CONCLUSION, 24.0),
        say(sheets::ARITHMETIC, 60.0),
    ]
}

fn cells(context: &OutputContext, number: usize, check: &QuotaCheck) -> Vec<Cell> {
    let (lang, award) = (context.lang, &context.results.scoring.awards[check.award]);
    let share = award.quota.as_ref().map(|quota| {
        let basis = (!quota.basis.is_empty()).then(|| format!("({})", quota.basis));
        std::iter::once(quota.text.clone()).chain(basis).collect::<Vec<_>>().join("\n")
    });
    let conclusion = if check.proposed > check.allowed { sheets::BEYOND } else { sheets::WITHIN };
    vec![
        Cell::Count(number),
        Cell::Text(award.title.clone()),
        Cell::Count(check.proposed),
        Cell::Count(check.base),
        share.map_or_else(Cell::dash, Cell::Mark),
        Cell::Count(check.allowed),
        Cell::Mark(conclusion.say(lang).to_owned()),
        Cell::Text(capital(&(check.sentence)(lang))),
    ]
}
