//! One member of a bloc in; its blank self-score workbook out: criteria, plans and maxima locked, the cells to fill in
//! open and coloured, with what may be typed into each and the rule of each criterion.
//!
//! The head block names member and bloc and the properties carry a stamp, so that a filled form is read back without
//! guessing.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Formula, Workbook, XlsxError};

use super::entry;
use super::looks::Looks;
use super::page::Page;
use crate::diag::Lang;
use crate::model::{Column, Combine, Compact, Criterion, Datum, Field, FieldKind, Panel, Scoring, Stamp, Value};
use crate::wording::form as words;
use crate::write::text::lines;

/// Widths of the columns, in digits.
const WIDTHS: [f64; 9] = [11.0, 46.0, 14.0, 14.0, 14.0, 11.0, 11.0, 16.0, 28.0];

/// The columns that are written to by name.
const PLAN: u16 = 3;
const ACTUAL: u16 = 4;
const MAXIMUM: u16 = 5;
const MARK: u16 = 6;
const STATUS: u16 = 7;
const EVIDENCE: u16 = 8;

/// The workbook of a member.
pub(super) fn workbook(
    scoring: &Scoring,
    (bloc, member): (usize, usize),
    panel: Option<&Panel>,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let (configured, compact) = (&scoring.blocs[bloc], scoring.compact_of(bloc));
    let name = &configured.members[member].name;
    let [in_bloc, of_member, of_compact] = Stamp::KEYS;
    let properties = super::properties(scoring)?
        .set_custom_property(in_bloc, configured.id.as_str())
        .set_custom_property(of_member, name.as_str())
        .set_custom_property(of_compact, compact.form_hash());
    let mut book = Workbook::new();
    book.set_properties(&properties);
    let looks = Looks::new();
    let sheet = book.add_worksheet();
    sheet.set_name(words::SHEET.say(lang))?;
    let mut page = Page::new(sheet, &looks, &WIDTHS, lang)?;
    page.letterhead(&scoring.style.parent, name)?;
    page.title(&words::title(lang, scoring.term))?;
    page.line(words::ENCLOSED.say(lang), &looks.subtitle)?;
    page.line(&words::member(lang, name), &looks.bold)?;
    page.line(&words::bloc(lang, &configured.name), &looks.bold)?;
    page.line(words::HOW.say(lang), &looks.sentence)?;
    page.header(&words::HEADINGS.map(|heading| heading.say(lang)), 2)?;
    let rows = panel.map(|panel| panel.blocs[bloc].members[member].rows.as_slice());
    let first = page.row;
    for (index, field) in compact.fields.iter().enumerate() {
        band(&mut page, field)?;
        for (number, criterion) in compact.criteria.iter().enumerate().filter(|(_, own)| own.field == index) {
            let observed = rows.map(|rows| rows[number].observed.as_slice()).unwrap_or_default();
            let plan = |at: usize| observed.get(at).map(|observed| &observed.datum);
            self::criterion(&mut page, criterion, &plan)?;
        }
    }
    if sums(compact) {
        total(&mut page, first, compact)?;
    }
    page.signatures(words::SIGNER.say(lang), words::SIGNED_AND_SEALED.say(lang))?;
    page.sheet.protect();
    book.save_to_buffer()
}

/// Whether the total is nothing but the sum of the marks.
fn sums(compact: &Compact) -> bool {
    let nodes = compact.fields.iter().map(|field| &field.node).chain([&compact.root]);
    nodes.into_iter().all(|node| node.combine == Combine::Sum)
}

fn band(page: &mut Page, field: &Field) -> Result<(), XlsxError> {
    let (looks, row) = (page.looks, page.row);
    let points = if field.kind == FieldKind::Penalty { field.minimum } else { field.maximum };
    page.height(lines(&field.name, WIDTHS[1], true))?;
    page.sheet.write_string_with_format(row, 0, &field.id, &looks.band_code)?;
    page.sheet.write_string_with_format(row, 1, &field.name, &looks.band)?;
    for column in 2..=EVIDENCE {
        page.sheet.write_blank(row, column, &looks.band)?;
    }
    page.sheet.write_number_with_format(row, MAXIMUM, points.to_f64(), &looks.band_number)?;
    page.row += 1;
    Ok(())
}

/// A criterion's own row and its further input rows.
fn criterion<'d>(
    page: &mut Page,
    criterion: &Criterion,
    plan: &dyn Fn(usize) -> Option<&'d Datum>,
) -> Result<(), XlsxError> {
    let lang = page.lang;
    for name in criterion.input_rows() {
        let (looks, row) = (page.looks, page.row);
        let input = |column| criterion.inputs.iter().position(|input| input.row == name && input.column == column);
        let own = name.is_empty();
        let (code, label) = criterion.row_name(name, lang);
        let label = if own { label } else { format!("  - {label}") };
        let texts = [(&code, WIDTHS[0]), (&label, WIDTHS[1]), (&criterion.unit, WIDTHS[2])];
        page.height(texts.map(|(said, width)| lines(said, width, false)).into_iter().max().unwrap_or(1))?;
        page.sheet.write_string_with_format(row, 0, code, &looks.middle)?;
        page.sheet.write_string_with_format(row, 1, label, &looks.given)?;
        page.sheet.write_string_with_format(row, 2, &criterion.unit, &looks.middle)?;
        planned(page, input(Column::Plan).and_then(plan))?;
        match input(Column::Actual) {
            Some(actual) => {
                page.sheet.write_blank(row, ACTUAL, &looks.open_number)?;
                entry::guard_figure(page.sheet, (row, ACTUAL), criterion, &criterion.inputs[actual], lang)?;
            }
            None => {
                page.sheet.write_blank(row, ACTUAL, &looks.given)?;
            }
        }
        if own {
            page.sheet.write_number_with_format(row, MAXIMUM, criterion.maximum.to_f64(), &looks.number)?;
            let open = [(MARK, &looks.open_number), (STATUS, &looks.open_choice), (EVIDENCE, &looks.open)];
            for (column, look) in open {
                page.sheet.write_blank(row, column, look)?;
            }
            entry::explain(page.sheet, (row, 1), criterion, lang)?;
            entry::guard_mark(page.sheet, (row, MARK), criterion, lang)?;
            entry::guard_status(page.sheet, (row, STATUS), lang)?;
        } else {
            for column in MAXIMUM..=EVIDENCE {
                page.sheet.write_blank(row, column, &looks.given)?;
            }
        }
        page.row += 1;
    }
    Ok(())
}

fn planned(page: &mut Page, datum: Option<&Datum>) -> Result<(), XlsxError> {
    let (looks, row) = (page.looks, page.row);
    match datum {
        Some(Datum::Known(Value::Number(number))) => {
            let number = number.to_f64().unwrap_or_default();
            page.sheet.write_number_with_format(row, PLAN, number, &looks.number)?
        }
        Some(Datum::Known(Value::Date(date))) => {
            page.sheet.write_string_with_format(row, PLAN, page.lang.date(*date), &looks.middle)?
        }
        Some(Datum::NotAssigned) => {
            page.sheet.write_string_with_format(row, PLAN, words::NOT_ASSIGNED, &looks.middle)?
        }
        _ => page.sheet.write_blank(row, PLAN, &looks.given)?,
    };
    Ok(())
}

/// The sum of the marks as a formula; a dash until a mark is there, so that it never states a total nobody typed.
fn total(page: &mut Page, first: u32, compact: &Compact) -> Result<(), XlsxError> {
    let (looks, row) = (page.looks, page.row);
    page.height(1)?;
    for column in 0..=EVIDENCE {
        page.sheet.write_blank(row, column, &looks.band)?;
    }
    page.sheet.write_string_with_format(row, 1, words::TOTAL.say(page.lang), &looks.band)?;
    page.sheet.write_number_with_format(row, MAXIMUM, compact.scale.to_f64(), &looks.band_number)?;
    let marks = format!("G{}:G{row}", first + 1);
    let sum = Formula::new(format!("=IF(COUNT({marks})=0,\"-\",SUM({marks}))")).set_result("-");
    page.sheet.write_formula_with_format(row, MARK, sum, &looks.band_number)?;
    page.row += 1;
    Ok(())
}
