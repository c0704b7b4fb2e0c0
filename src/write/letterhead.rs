//! In: a sheet and what it is called. Out: the head block of an official table, its titles, and the signatures.

use rust_xlsxwriter::{Format, XlsxError};

use super::sheet::Sheet;
use crate::diag::Text;
use crate::model::{Bloc, Compact, HeadingKind, Letterhead};
use crate::wording::headings as words;

/// Empty rows left for a signature and a seal.
const SIGNATURE_ROWS: u32 = 4;
/// Lines of the whole block of signatures.
const SIGNATURE_LINES: u32 = 9;

/// Issuer on the left and nation on the right, or which annex it is.
pub(super) fn heading(sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.official = true;
    if let Some(annex) = sheet.annex {
        let bold = &sheet.formats.title;
        return sheet.line(annex, bold, true);
    }
    let (left, right) = halves(sheet, 0.42);
    let style = &sheet.scoring.style;
    let (parent, issuer) = (style.parent.to_uppercase(), style.issuer.to_uppercase());
    let (body, bold, motto) = (&sheet.formats.body, &sheet.formats.body_bold, &sheet.formats.motto);
    let nation = (words::NATION.say(sheet.lang), words::MOTTO.say(sheet.lang));
    let rows = if parent.is_empty() {
        [(issuer, bold, nation.0, bold), (String::new(), body, nation.1, motto)]
    } else {
        [(parent, body, nation.0, bold), (issuer, bold, nation.1, motto)]
    };
    for (said, format, across, across_format) in rows {
        let count = sheet.lines(&said, sheet.width(left.0, left.1), true);
        let count = count.max(sheet.lines(across, sheet.width(right.0, right.1), true));
        sheet.span(left.0, left.1, &said, format)?;
        sheet.span(right.0, right.1, across, across_format)?;
        sheet.worksheet.set_row_height(sheet.row, sheet.face.height(count, 2.0))?;
        sheet.row += 1;
    }
    space(sheet)
}

/// Title, what it is about, of an annex the document it belongs to, and the red line of samples.
pub(super) fn titles(sheet: &mut Sheet, title: &str, about: &str, sample: bool) -> Result<(), XlsxError> {
    let (first, second, red) = (&sheet.formats.title, &sheet.formats.subtitle, &sheet.formats.notice);
    sheet.line(title, first, true)?;
    if !about.is_empty() {
        sheet.line(about, second, true)?;
    }
    if let Letterhead::Annex { to, .. } = &sheet.scoring.style.letterhead
        && sheet.official
        && !to.is_empty()
    {
        let italic = &sheet.formats.dateline;
        sheet.line(&bracketed(to), italic, false)?;
        space(sheet)?;
    }
    let warning = warning(&sheet.scoring.style.notice, sample, sheet.lang);
    if !warning.is_empty() {
        sheet.line(&warning, red, true)?;
    }
    Ok(())
}

/// A low empty row.
fn space(sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.worksheet.set_row_height(sheet.row, 6)?;
    sheet.row += 1;
    Ok(())
}

/// In brackets, where it does not stand in them already.
fn bracketed(said: &str) -> String {
    if said.starts_with('(') { said.to_owned() } else { format!("({said})") }
}

/// The line in red: the notice of scoring.toml, and that the weights are an example.
pub(super) fn warning(notice: &str, sample: bool, lang: crate::diag::Lang) -> String {
    let sample = if sample { words::SAMPLE_COMPACT.say(lang) } else { "" };
    [notice, sample].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(". ")
}

/// What a bloc's sheets are about: its name and its compact.
pub(super) fn about(bloc: &Bloc, compact: &Compact) -> String {
    [bloc.name.as_str(), compact.title.as_str()]
        .into_iter()
        .filter(|said| !said.is_empty())
        .collect::<Vec<_>>()
        .join(" - ")
}

/// Place and date to be filled in, who made the table, and who signs it.
pub(super) fn signatures(sheet: &mut Sheet, bloc: Option<&Bloc>) -> Result<(), XlsxError> {
    sheet.keep_together(sheet.face.height(SIGNATURE_LINES, 0.0))?;
    sheet.gap();
    let (left, right) = halves(sheet, 0.45);
    let place = words::dateline(&sheet.scoring.style.place, sheet.lang);
    let (italic, bold) = (&sheet.formats.dateline, &sheet.formats.body_bold);
    sheet.span(right.0, right.1, &place, italic)?;
    sheet.row += 1;
    let signer = bloc.map_or(&sheet.scoring.style.signer, |bloc| &bloc.signer);
    let title = signer.title.as_deref().unwrap_or_else(|| capacity(bloc).say(sheet.lang));
    for (row, said) in title.split('\n').enumerate() {
        if row == 0 {
            sheet.span(left.0, left.1, words::MADE_BY.say(sheet.lang), bold)?;
        }
        signature_line(sheet, right, said.trim(), bold)?;
    }
    match (&signer.name, bloc.and_then(|bloc| Some(&bloc.members[bloc.head?]))) {
        (Some(name), _) => {
            sheet.row += SIGNATURE_ROWS;
            signature_line(sheet, right, name, bold)?;
        }
        (None, Some(head)) => {
            signature_line(sheet, right, &format!("({})", head.name), italic)?;
            sheet.row += SIGNATURE_ROWS;
        }
        (None, None) => sheet.row += SIGNATURE_ROWS,
    }
    Ok(())
}

/// A line over a signature or under it, as high as it needs.
fn signature_line(sheet: &mut Sheet, (from, to): (u16, u16), said: &str, format: &Format) -> Result<(), XlsxError> {
    let count = sheet.lines(said, sheet.width(from, to), true);
    sheet.span(from, to, said, format)?;
    sheet.worksheet.set_row_height(sheet.row, sheet.face.height(count, 2.0))?;
    sheet.row += 1;
    Ok(())
}

/// In what capacity a table is signed, where scoring.toml does not say it.
fn capacity(bloc: Option<&Bloc>) -> Text {
    match bloc.map(|bloc| bloc.kind) {
        Some(HeadingKind::Cluster) => words::HEAD_OF_CLUSTER,
        Some(HeadingKind::Bloc) => words::HEAD_OF_BLOC,
        None => words::HEAD_OF_OFFICE,
    }
}

/// The columns of the left and of the right half, the left taking about this share of the width.
fn halves(sheet: &Sheet, share: f64) -> ((u16, u16), (u16, u16)) {
    let last = sheet.last();
    let whole = sheet.width(0, last);
    let split = (0..last).find(|column| sheet.width(0, *column) >= whole * share).unwrap_or(0);
    let split = split.min(last.saturating_sub(1));
    ((0, split), (split + 1, last.max(split + 1)))
}
