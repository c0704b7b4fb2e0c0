//! A shared sheet as offices fill it in: its titles, columns and rows in; its workbook out.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::entry;
use super::looks::Looks;
use super::page::Page;
use crate::diag::{Lang, Text};
use crate::model::{Criterion, Input, Scoring};
use crate::wording::form as words;
use crate::write::text::{clean, lines};

/// A column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) heading: Text,
    /// Width in digits.
    pub(super) width: f64,
}

/// What stands in a cell already.
#[derive(Clone)]
pub(super) enum Given {
    Nothing,
    Text(String),
    Code(String),
    Number(Decimal),
}

/// What may be typed into an open cell.
#[derive(Clone)]
pub(super) enum Guard<'a> {
    /// Any text.
    Text,
    /// A number of ballots or people.
    Count,
    /// A day.
    Day,
    /// One of a few words.
    Choice(Vec<String>),
    /// A figure of a criterion.
    Figure(&'a Criterion, &'a Input),
    /// A mark of a criterion.
    Mark(&'a Criterion),
}

/// A cell: what stands there, and what may be typed where it is open.
#[derive(Clone)]
pub(super) struct Slot<'a> {
    given: Given,
    guard: Option<Guard<'a>>,
}

/// A locked cell.
pub(super) fn given<'a>(given: Given) -> Slot<'a> {
    Slot { given, guard: None }
}

/// A locked cell with text.
pub(super) fn text<'a>(said: &str) -> Slot<'a> {
    given(Given::Text(said.to_owned()))
}

/// An open cell.
pub(super) fn open(guard: Guard) -> Slot {
    Slot { given: Given::Nothing, guard: Some(guard) }
}

/// An open cell that is filled in already.
pub(super) fn filled(given: Given, guard: Guard) -> Slot {
    Slot { given, guard: Some(guard) }
}

/// A shared sheet.
pub(super) struct Blank<'a> {
    /// Name of its file, without the ending.
    pub(super) file: String,
    /// Name of the sheet.
    pub(super) sheet: Text,
    /// Title.
    pub(super) title: String,
    /// Lines below the title, such as the bloc's.
    pub(super) about: Vec<String>,
    /// How to fill it in.
    pub(super) how: Text,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Slot<'a>>>,
    /// Who signs it.
    pub(super) signer: Text,
}

impl Blank<'_> {
    /// Its workbook.
    pub(super) fn workbook(&self, scoring: &Scoring, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&super::properties(scoring)?);
        let looks = Looks::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.sheet.say(lang))?;
        let widths: Vec<f64> = self.columns.iter().map(|column| column.width).collect();
        let mut page = Page::new(sheet, &looks, &widths, lang)?;
        page.letterhead(&scoring.style.parent, &scoring.style.issuer)?;
        page.title(&self.title)?;
        for line in &self.about {
            page.line(line, &looks.bold)?;
        }
        page.line(self.how.say(lang), &looks.sentence)?;
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading.say(lang)).collect();
        page.header(&headings, 3.min(u16::try_from(widths.len()).unwrap_or(0)))?;
        for row in &self.rows {
            self.row(&mut page, row)?;
        }
        page.signatures(self.signer.say(lang), words::SIGNED_AND_SEALED.say(lang))?;
        page.sheet.protect();
        book.save_to_buffer()
    }

    fn row(&self, page: &mut Page, slots: &[Slot]) -> Result<(), XlsxError> {
        let high = slots.iter().zip(&self.columns).map(|(slot, column)| match &slot.given {
            Given::Text(said) | Given::Code(said) => lines(said, column.width, false),
            _ => 1,
        });
        page.height(high.max().unwrap_or(1))?;
        for (column, slot) in (0_u16..).zip(slots) {
            let at = (page.row, column);
            put(page.sheet, at, slot, page.looks)?;
            if let Some(guard) = &slot.guard {
                guard.set(page.sheet, at, page.lang)?;
            }
        }
        page.row += 1;
        Ok(())
    }
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), slot: &Slot, looks: &Looks) -> Result<(), XlsxError> {
    let open = match &slot.guard {
        Some(Guard::Count | Guard::Figure(..) | Guard::Mark(_)) => Some(&looks.open_number),
        Some(Guard::Day) => Some(&looks.open_date),
        Some(Guard::Choice(_)) => Some(&looks.open_choice),
        Some(Guard::Text) => Some(&looks.open),
        None => None,
    };
    match &slot.given {
        Given::Nothing => sheet.write_blank(row, column, open.unwrap_or(&looks.given))?,
        Given::Text(said) => sheet.write_string_with_format(row, column, clean(said), open.unwrap_or(&looks.given))?,
        Given::Code(said) => sheet.write_string_with_format(row, column, clean(said), open.unwrap_or(&looks.middle))?,
        Given::Number(number) => {
            let number = number.to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, number, open.unwrap_or(&looks.number))?
        }
    };
    Ok(())
}

impl Guard<'_> {
    fn set(&self, sheet: &mut Worksheet, at: (u32, u16), lang: Lang) -> Result<(), XlsxError> {
        match self {
            Self::Text => Ok(()),
            Self::Count => entry::guard_count(sheet, at, lang),
            Self::Day => entry::guard_day(sheet, at, lang),
            Self::Choice(words) => {
                entry::guard_choice(sheet, at, &words.iter().map(String::as_str).collect::<Vec<_>>(), lang)
            }
            Self::Figure(criterion, input) => entry::guard_figure(sheet, at, criterion, input, lang),
            Self::Mark(criterion) => entry::guard_mark(sheet, at, criterion, lang),
        }
    }
}
