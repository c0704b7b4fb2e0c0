//! A sender's findings and sheets in; the workbook that goes back to it out: first the findings, each with a link to
//! its cell, then every sheet rebuilt with its values at the same addresses, the faulty cells coloured and noted.

mod rebuilt;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::Datelike;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::publish::Claim;
use super::text::{capital, clean, lines};
use crate::diag::{Diagnostic, Lang, Place, SheetRef};
use crate::model::{Rendered, Scoring, SheetCopy};
use crate::wording::{faults, returned as words};

/// The widths of the list's columns.
const WIDTHS: [f64; 10] = [5.0, 11.0, 17.0, 12.0, 6.5, 8.5, 30.0, 14.0, 25.0, 33.0];
/// The row of the list's headings.
const HEADINGS: u32 = 6;
/// Height of a line of the font, in points.
const LINE: f64 = 16.0;
/// The highest row there can be, in points.
const HIGHEST: f64 = 409.0;

/// What goes back to one sender.
pub struct Returned<'a> {
    /// The member's name, or the file's path.
    pub name: &'a str,
    /// The member's bloc.
    pub bloc: Option<&'a str>,
    /// Its sheets as they came.
    pub sheets: &'a [SheetCopy],
    /// The findings about it.
    pub notes: &'a [&'a Diagnostic],
}

/// Publishes what goes back, whole or not at all; where it stands.
///
/// # Errors
/// `outputs-unwritable`.
pub fn give_back(files: &[Rendered], set: &str, claim: &Claim) -> Result<PathBuf, Diagnostic> {
    let draft = claim.draft(set)?;
    let mut records = files.iter().map(|file| draft.put(file)).collect::<Result<Vec<_>, _>>()?;
    records.sort();
    draft.publish(&records)?;
    Ok(claim.folder(set))
}

struct Looks {
    plain: Format,
    value: Format,
    boxed: Format,
    middle: Format,
    header: Format,
    title: Format,
    sentence: Format,
    red: Format,
    yellow: Format,
}

impl Looks {
    fn new() -> Self {
        let font = Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::Top);
        let boxed = font.clone().set_border(FormatBorder::Thin).set_text_wrap();
        Self {
            header: boxed.clone().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xD9_E2EF)),
            title: font.clone().set_bold().set_font_size(14).set_align(FormatAlign::Center),
            sentence: font.clone().set_italic().set_text_wrap(),
            red: boxed.clone().set_bold().set_background_color(Color::RGB(0xFF_C7CE)),
            yellow: boxed.clone().set_background_color(Color::RGB(0xFF_EB9C)),
            value: font.clone().set_text_wrap().set_border(FormatBorder::Hair).set_border_color(Color::RGB(0xA6_A6A6)),
            middle: boxed.clone().set_align(FormatAlign::Center),
            boxed,
            plain: font,
        }
    }
}

impl Returned<'_> {
    /// The workbook.
    ///
    /// # Errors
    /// What the writing library refuses.
    pub fn workbook(&self, scoring: &Scoring, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let looks = Looks::new();
        let (day, year) = (scoring.as_of, u16::try_from(scoring.as_of.year()).unwrap_or(1900));
        let date = ExcelDateTime::from_ymd(
            year,
            u8::try_from(day.month()).unwrap_or(1),
            u8::try_from(day.day()).unwrap_or(1),
        )?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let names = names(self.sheets, lang);
        self.list(book.add_worksheet(), scoring, &names, &looks, lang)?;
        for copy in self.sheets {
            let worksheet = book.add_worksheet();
            worksheet.set_name(&names[&copy.sheet])?;
            self.rebuild(worksheet, copy, &looks, lang)?;
        }
        book.save_to_buffer()
    }

    fn list(
        &self,
        sheet: &mut Worksheet,
        scoring: &Scoring,
        names: &BTreeMap<Arc<SheetRef>, String>,
        looks: &Looks,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        sheet.set_name(words::SHEET.say(lang))?;
        for (column, width) in (0_u16..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(
                HEADINGS,
                column,
                words::HEADINGS[usize::from(column)].say(lang),
                &looks.header,
            )?;
        }
        sheet.write_string_with_format(0, 0, clean(&scoring.style.issuer), &looks.plain)?;
        sheet.merge_range(2, 0, 2, 9, words::TITLE.say(lang), &looks.title)?;
        sheet.merge_range(3, 0, 3, 9, &clean(&words::sender(lang, self.name, self.bloc)), &looks.plain)?;
        sheet.merge_range(4, 0, 4, 9, words::HOW.say(lang), &looks.sentence)?;
        sheet.set_row_height(4, 34.0)?;
        for (row, note) in (HEADINGS + 1..).zip(self.notes) {
            line(sheet, row, note, names, looks, lang)?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?.set_freeze_panes(HEADINGS + 1, 0)?;
        Ok(())
    }
}

/// A finding of the list, its cell linked to the rebuilt sheet.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    note: &Diagnostic,
    names: &BTreeMap<Arc<SheetRef>, String>,
    looks: &Looks,
    lang: Lang,
) -> Result<(), XlsxError> {
    let said = faults::said_of(note, lang);
    let (file, page, cell) = super::sheets::review::place(&note.place);
    let texts = [
        String::new(),
        faults::verdict_name(note.verdict(), lang).to_owned(),
        file.unwrap_or_default().to_owned(),
        page.unwrap_or_default().to_owned(),
        cell.clone().unwrap_or_default(),
        note.about.criterion.clone().unwrap_or_default(),
        capital(&said.message),
        note.found.clone(),
        capital(&said.expected),
        capital(&said.mend),
    ];
    let high = texts.iter().zip(WIDTHS).map(|(text, width)| lines(text, width, false)).max().unwrap_or(1);
    sheet.set_row_height(row, (f64::from(high) * LINE + 3.0).min(HIGHEST))?;
    for (column, text) in (0_u16..).zip(&texts) {
        sheet.write_string_with_format(
            row,
            column,
            clean(text),
            if column < 6 { &looks.middle } else { &looks.boxed },
        )?;
    }
    sheet.write_number_with_format(row, 0, f64::from(row - HEADINGS), &looks.middle)?;
    if let (Place::Cell(at), Some(address)) = (&note.place, cell)
        && let Some(name) = names.get(&at.sheet)
    {
        let link = Url::new(format!("internal:'{}'!{address}", name.replace('\'', "''"))).set_text(&address);
        sheet.write_url_with_format(row, 4, link, &looks.middle.clone().set_font_color(Color::Blue))?;
    }
    Ok(())
}

/// A name for each rebuilt sheet: its own where Excel takes it and none has it yet.
fn names(sheets: &[SheetCopy], lang: Lang) -> BTreeMap<Arc<SheetRef>, String> {
    let mut taken: BTreeSet<String> = BTreeSet::from([words::SHEET.say(lang).to_lowercase()]);
    let mut names = BTreeMap::new();
    for copy in sheets {
        let own = if copy.sheet.sheet.is_empty() { "csv" } else { &copy.sheet.sheet };
        let plain: String = clean(own).chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(25).collect();
        let base = if plain.trim().is_empty() { "x".to_owned() } else { plain.trim().to_owned() };
        let mut name = base.clone();
        let mut count = 1;
        while !taken.insert(name.to_lowercase()) {
            count += 1;
            name = format!("{base} ({count})");
        }
        names.insert(Arc::clone(&copy.sheet), name);
    }
    names
}
