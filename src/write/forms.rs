//! scoring.toml and the register's plans in; one blank self-score workbook per member out.
//!
//! Criteria, plans and maxima are locked, the cells to fill in are open and coloured. The head block names member
//! and bloc, so that a filled form is read back without guessing.

use std::collections::BTreeSet;

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::entry;
use super::publish::Claim;
use super::sheet::LINE;
use super::text::lines;
use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::model::{Column, Criterion, Datum, FieldKind, Panel, PanelRow, Rendered, Scoring, Stamp, Value, slug};
use crate::wording::form as words;

/// Widths of the columns of text, in digits.
const CODE: f64 = 16.0;
const LABEL: f64 = 46.0;
const UNIT: f64 = 14.0;

/// The set's folder.
fn set_name(scoring: &Scoring, lang: Lang) -> String {
    let period = if scoring.half.is_some() { "half" } else { "year" };
    format!("bieu-mau-{}-{period}{}", scoring.term.year, lang.pick("", "-en"))
}

/// Writes all forms; refuses to overwrite an earlier set.
///
/// # Errors
/// `already-exists`, `render-failed`, `outputs-unwritable`.
pub fn forms(
    scoring: &Scoring,
    plans: Option<&Panel>,
    lang: Lang,
    claim: &Claim,
) -> Result<(usize, std::path::PathBuf), Diagnostic> {
    let set = set_name(scoring, lang);
    let folder = claim.folder(&set);
    if folder.exists() {
        return Err(Diagnostic::new(Fault::AlreadyExists {}, Place::File(folder.display().to_string())));
    }
    let draft = claim.draft(&set)?;
    let mut files = Vec::new();
    for (bloc, configured) in scoring.blocs.iter().enumerate() {
        let mut taken = BTreeSet::new();
        for (member, named) in configured.members.iter().enumerate() {
            let mut name = slug(&named.name);
            while !taken.insert(name.clone()) {
                name.push_str("-2");
            }
            let rows = plans.map(|panel| panel.blocs[bloc].members[member].rows.as_slice());
            let bytes = form(scoring, (bloc, member), rows, lang).map_err(|error| {
                let fault = Diagnostic::new(Fault::RenderFailed { reason: error.to_string() }, Place::Run);
                fault.bloc(&configured.id).member(&named.name)
            })?;
            files.push(draft.put(&Rendered { path: format!("{}/{name}.xlsx", configured.id), bytes })?);
        }
    }
    files.sort();
    draft.publish(&files)?;
    Ok((files.len(), folder))
}

struct Looks {
    plain: Format,
    number: Format,
    open: Format,
    band: Format,
    header: Format,
    title: Format,
    bold: Format,
    sentence: Format,
}

impl Looks {
    fn new() -> Self {
        let font = Format::new().set_font_name("Times New Roman").set_font_size(13);
        let cell = font.clone().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::VerticalCenter);
        Self {
            number: cell.clone().set_align(FormatAlign::Right),
            open: cell.clone().set_background_color(Color::RGB(0xFF_F2CC)).set_unlocked(),
            band: cell.clone().set_bold().set_background_color(Color::RGB(0xF2_F2F2)),
            header: cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xD9_E2EF)),
            title: font.clone().set_bold().set_font_size(14).set_align(FormatAlign::Center),
            sentence: font.clone().set_italic().set_text_wrap(),
            bold: font.set_bold(),
            plain: cell,
        }
    }
}

fn form(
    scoring: &Scoring,
    (bloc, member): (usize, usize),
    plans: Option<&[PanelRow]>,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let (configured, compact) = (&scoring.blocs[bloc], scoring.compact_of(bloc));
    let mut book = Workbook::new();
    let looks = Looks::new();
    let date = scoring.as_of;
    let month = u8::try_from(date.month()).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(scoring.term.year, month, u8::try_from(date.day()).unwrap_or(1))?;
    let [in_bloc, of_member, of_compact] = Stamp::KEYS;
    let properties = DocProperties::new()
        .set_creation_datetime(&created)
        .set_custom_property(in_bloc, configured.id.as_str())
        .set_custom_property(of_member, configured.members[member].name.as_str())
        .set_custom_property(of_compact, compact.form_hash());
    book.set_properties(&properties);
    let sheet = book.add_worksheet();
    sheet.set_name(words::SHEET.say(lang))?;
    for (column, width) in (0_u16..).zip([CODE, LABEL, UNIT, 14.0, 14.0, 11.0, 11.0, 16.0, 26.0]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, &scoring.style.issuer, &looks.bold)?;
    sheet.merge_range(2, 0, 2, 8, &words::title(lang, scoring.term), &looks.title)?;
    sheet.write_string_with_format(3, 0, words::member(lang, &configured.members[member].name), &looks.bold)?;
    sheet.write_string_with_format(4, 0, words::bloc(lang, &configured.name), &looks.bold)?;
    sheet.merge_range(5, 0, 5, 8, words::HOW.say(lang), &looks.sentence)?;
    sheet.set_row_height(5, 2.0 * LINE + 4.0)?.set_row_height(7, 2.0 * LINE + 4.0)?;
    for (column, heading) in (0_u16..).zip(words::HEADINGS) {
        sheet.write_string_with_format(7, column, heading.say(lang), &looks.header)?;
    }
    let mut row = 8;
    for (index, field) in compact.fields.iter().enumerate() {
        band(sheet, row, &field.id, &field.name, &looks)?;
        let points = if field.kind == FieldKind::Penalty { field.minimum } else { field.maximum };
        sheet.write_number_with_format(row, 5, points.to_f64(), &looks.band)?;
        row += 1;
        for (number, criterion) in compact.criteria.iter().enumerate().filter(|(_, criterion)| criterion.field == index)
        {
            row = rows(sheet, row, criterion, plans.map(|plans| &plans[number]), lang, &looks)?;
        }
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(7, 7)?
        .set_freeze_panes(8, 2)?;
    sheet.protect();
    book.save_to_buffer()
}

fn band(sheet: &mut Worksheet, row: u32, id: &str, name: &str, looks: &Looks) -> Result<(), XlsxError> {
    for column in 2..9 {
        sheet.write_blank(row, column, &looks.band)?;
    }
    sheet.write_string_with_format(row, 0, id, &looks.band)?;
    sheet.write_string_with_format(row, 1, name, &looks.band)?;
    Ok(())
}

/// A criterion's own row and its further input rows; the next free row.
fn rows(
    sheet: &mut Worksheet,
    first: u32,
    criterion: &Criterion,
    plan: Option<&PanelRow>,
    lang: Lang,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let mut names: Vec<String> = vec![String::new()];
    for input in &criterion.inputs {
        if !names.contains(&input.row) {
            names.push(input.row.clone());
        }
    }
    for (row, name) in (first..).zip(&names) {
        let input =
            |column: Column| criterion.inputs.iter().position(|input| input.row == *name && input.column == column);
        let label = criterion.inputs.iter().find(|input| input.row == *name).and_then(|input| input.label.clone());
        let own = name.is_empty();
        let (code, label) = if own {
            (criterion.id.clone(), criterion.name.clone())
        } else {
            (format!("{}:{name}", criterion.id), label.map(|(vi, en)| lang.pick(vi, en)).unwrap_or_default())
        };
        let label = if own { label } else { format!("  - {label}") };
        let high =
            [(&code, CODE), (&label, LABEL), (&criterion.unit, UNIT)].map(|(said, width)| lines(said, width, false));
        let high = high.into_iter().max().unwrap_or(1);
        sheet.set_row_height(row, f64::from(high) * LINE + 4.0)?;
        sheet.write_string_with_format(row, 0, code, &looks.plain)?;
        sheet.write_string_with_format(row, 1, label, &looks.plain)?;
        sheet.write_string_with_format(row, 2, &criterion.unit, &looks.plain)?;
        planned(
            sheet,
            row,
            input(Column::Plan).and_then(|at| plan?.observed.get(at)).map(|observed| &observed.datum),
            lang,
            looks,
        )?;
        sheet.write_blank(row, 4, if input(Column::Actual).is_some() { &looks.open } else { &looks.plain })?;
        if let Some(actual) = input(Column::Actual) {
            entry::guard_actual(sheet, (row, 4), criterion, &criterion.inputs[actual], lang)?;
        }
        if own {
            entry::explain(sheet, (row, 1), criterion, lang)?;
            entry::guard_mark(sheet, (row, 6), criterion, lang)?;
            entry::guard_status(sheet, (row, 7), lang)?;
        }
        if own {
            sheet.write_number_with_format(row, 5, criterion.maximum.to_f64(), &looks.number)?;
        } else {
            sheet.write_blank(row, 5, &looks.plain)?;
        }
        for column in 6..9 {
            sheet.write_blank(row, column, if own { &looks.open } else { &looks.plain })?;
        }
    }
    Ok(first + u32::try_from(names.len()).unwrap_or_default())
}

fn planned(sheet: &mut Worksheet, row: u32, datum: Option<&Datum>, lang: Lang, looks: &Looks) -> Result<(), XlsxError> {
    match datum {
        Some(Datum::Known(Value::Number(number))) => {
            sheet.write_number_with_format(row, 3, number.to_f64().unwrap_or_default(), &looks.number)?
        }
        Some(Datum::Known(Value::Date(date))) => {
            sheet.write_string_with_format(row, 3, lang.date(*date), &looks.number)?
        }
        Some(Datum::NotAssigned) => sheet.write_string_with_format(
            row,
            3,
            crate::wording::console::EXPLAIN_NOT_ASSIGNED.say(lang),
            &looks.plain,
        )?,
        _ => sheet.write_blank(row, 3, &looks.plain)?,
    };
    Ok(())
}
