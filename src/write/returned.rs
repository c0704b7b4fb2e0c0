//! A sender's findings and sheets in; the workbook that goes back to it out: first the findings, each with a link to
//! its cell, then every sheet rebuilt with its values at the same addresses, the faulty cells coloured and noted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Url, Workbook, Worksheet, XlsxError,
};

use super::publish::Claim;
use super::text::{capital, clean, lines};
use crate::diag::{Diagnostic, Lang, Place, SheetRef, Verdict};
use crate::model::{Content, Rendered, Scoring, SheetCopy};
use crate::wording::{faults, returned as words};

/// The widths of the list's columns.
const WIDTHS: [f64; 10] = [5.0, 11.0, 17.0, 12.0, 6.5, 8.5, 30.0, 14.0, 25.0, 33.0];
/// The row of the list's headings.
const HEADINGS: u32 = 6;
/// Height of a line of the font, in points.
const LINE: f64 = 16.0;
/// The highest row there can be, in points.
const HIGHEST: f64 = 409.0;
/// The widest column of a rebuilt sheet.
const WIDEST: f64 = 45.0;

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

    /// The gravest finding and all that is said of each cell of a sheet.
    fn marked(&self, copy: &SheetCopy, lang: Lang) -> BTreeMap<(u32, u32), (Verdict, String)> {
        let mut marked: BTreeMap<(u32, u32), (Verdict, String)> = BTreeMap::new();
        for note in self.notes {
            let Place::Cell(cell) = &note.place else { continue };
            if cell.sheet != copy.sheet {
                continue;
            }
            let said = faults::said_of(note, lang);
            let said = format!("{}\n{}", capital(&said.message), capital(&said.mend));
            let entry = marked.entry((cell.row, cell.column)).or_insert((note.verdict(), String::new()));
            entry.0 = entry.0.min(note.verdict());
            entry.1 = if entry.1.is_empty() { said } else { format!("{}\n\n{said}", entry.1) };
        }
        marked
    }

    fn rebuild(&self, sheet: &mut Worksheet, copy: &SheetCopy, looks: &Looks, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_header(format!("&C&\"Times New Roman,Bold\"&11{}", words::REBUILT.say(lang)));
        let marked = self.marked(copy, lang);
        let look = |at: (u32, u32)| match marked.get(&at) {
            Some((Verdict::Warning, _)) => &looks.yellow,
            Some(_) => &looks.red,
            None => &looks.value,
        };
        let mut covered = BTreeSet::new();
        for [top, left, bottom, right] in &copy.merges {
            let (first, last) = (u16::try_from(*left), u16::try_from(*right));
            let (Ok(first), Ok(last)) = (first, last) else { continue };
            let apart = (*top..=*bottom).all(|row| (*left..=*right).all(|column| covered.insert((row, column))));
            if apart && (top, left) != (bottom, right) {
                sheet.merge_range(*top, first, *bottom, last, "", look((*top, *left)))?;
            }
        }
        for (row, cells) in &copy.rows {
            for (column, content) in cells {
                put(sheet, (*row, *column), content, look((*row, *column)))?;
            }
        }
        for ((row, column), (_, said)) in &marked {
            let Ok(place) = u16::try_from(*column) else { continue };
            if !copy.rows.get(row).is_some_and(|cells| cells.contains_key(column)) {
                sheet.write_blank(*row, place, look((*row, *column)))?;
            }
            let note = Note::new(clean(said)).set_author("").add_author_prefix(false).set_width(320).set_height(140);
            sheet.insert_note(*row, place, &note)?;
        }
        let widths = widths(copy);
        for (column, width) in &widths {
            sheet.set_column_width(*column, *width)?;
        }
        for (row, cells) in &copy.rows {
            let high = |(column, content): (&u32, &Content)| {
                let width = widths.get(&u16::try_from(*column).ok()?)?;
                Some(lines(&content.raw(), *width, false))
            };
            let most = cells.iter().filter(|(column, _)| !merged(copy, *row, **column)).filter_map(high).max();
            sheet.set_row_height(*row, (f64::from(most.unwrap_or(1)) * LINE + 2.0).min(HIGHEST))?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
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

fn put(sheet: &mut Worksheet, (row, column): (u32, u32), content: &Content, look: &Format) -> Result<(), XlsxError> {
    let Ok(column) = u16::try_from(column) else { return Ok(()) };
    match content {
        Content::Number(number) => {
            sheet.write_number_with_format(row, column, number.to_f64().unwrap_or_default(), look)?
        }
        Content::Percent(share) => {
            let look = look.clone().set_num_format("0.00%");
            sheet.write_number_with_format(row, column, share.to_f64().unwrap_or_default(), &look)?
        }
        Content::Unsaved => sheet.write_blank(row, column, look)?,
        Content::Bool(truth) => sheet.write_boolean_with_format(row, column, *truth, look)?,
        Content::Date(date) => {
            let year = u16::try_from(date.year()).unwrap_or(1900);
            let month = u8::try_from(date.month()).unwrap_or(1);
            let day = ExcelDateTime::from_ymd(year, month, u8::try_from(date.day()).unwrap_or(1))?;
            sheet.write_datetime_with_format(row, column, day, &look.clone().set_num_format("dd/mm/yyyy"))?
        }
        Content::Text(text) | Content::Error(text) => sheet.write_string_with_format(row, column, clean(text), look)?,
    };
    Ok(())
}

fn merged(copy: &SheetCopy, row: u32, column: u32) -> bool {
    let holds =
        |[top, left, bottom, right]: &[u32; 4]| (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column);
    copy.merges.iter().any(holds)
}

/// Widths that show the usual content of each column.
fn widths(copy: &SheetCopy) -> BTreeMap<u16, f64> {
    let mut widths: BTreeMap<u16, f64> = BTreeMap::new();
    for (row, cells) in &copy.rows {
        for (column, content) in cells.iter().filter(|(column, _)| !merged(copy, *row, **column)) {
            let Ok(column) = u16::try_from(*column) else { continue };
            let longest = content.raw().lines().map(|line| line.chars().count()).max().unwrap_or_default();
            let width = widths.entry(column).or_insert(6.0);
            *width = width.max(longest as f64 * 1.1 + 2.0).min(WIDEST);
        }
    }
    widths
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
