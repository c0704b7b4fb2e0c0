//! Findings in, the text of the terminal out: code, place, what was found, what is expected, how to mend it.

use std::collections::BTreeMap;
use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::faults::{Said, said_of};
use crate::diag::{Diagnostic, Fault, Lang, Place, Subject, Verdict};

/// How many findings are printed unless all are asked for.
pub const SHOWN: usize = 20;

/// How much of the text found is quoted.
const QUOTED: usize = 160;

/// The texts that findings point into, and how to print them.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Configuration files by the name findings call them.
    pub texts: BTreeMap<String, String>,
    /// The inputs folder, shown before the paths of inputs.
    pub inputs: String,
    /// Whether the terminal shows colours.
    pub colour: bool,
}

/// One finding, ending with a line break.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let said = said_of(diagnostic, lang);
    let renderer = if sources.colour { Renderer::styled() } else { Renderer::plain() };
    let code = diagnostic.fault.code();
    let message = one_line(&said.message, usize::MAX);
    let title = level(diagnostic.verdict(), lang).primary_title(message).id(code);
    let snippet = snippet(&diagnostic.place, sources, lang);
    let mut out = match snippet {
        Some(snippet) => renderer.render(&[title.element(snippet)]),
        None => renderer.render(&[Group::with_title(title)]),
    };
    out.push('\n');
    let shown = out.lines().count() > 1;
    if !shown && let Some(place) = place(diagnostic, sources, lang) {
        let _ = writeln!(out, "  --> {place}");
    }
    details(&mut out, diagnostic, &said, shown, lang);
    out
}

/// The first `limit` findings in the order given, how many remain, and the totals; empty for none.
pub fn summary(notes: &[Diagnostic], sources: &Sources, limit: usize, lang: Lang) -> String {
    let mut out = String::new();
    for note in notes.iter().take(limit) {
        out += &render(note, sources, lang);
        out.push('\n');
    }
    let rest = notes.len().saturating_sub(limit);
    if rest > 0 {
        let _ = match lang {
            Lang::Vi => writeln!(out, "còn {rest} phát hiện nữa chưa in ra; thêm `--verbose` để in hết"),
            Lang::En => writeln!(out, "{rest} more are not shown; `--verbose` prints them all"),
        };
    }
    if !notes.is_empty() {
        let listed = notes.iter().filter(|note| note.verdict() >= Verdict::Warning).count();
        let faults = notes.len() - listed;
        let _ = match lang {
            Lang::Vi => writeln!(out, "tổng cộng: {faults} lỗi, {listed} lưu ý"),
            Lang::En => writeln!(out, "in all: {}, {}", count(faults, "fault"), count(listed, "note")),
        };
    }
    out
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn level(verdict: Verdict, lang: Lang) -> Level<'static> {
    match verdict {
        Verdict::Warning => Level::WARNING.with_name(lang.pick("lưu ý", "warning")),
        Verdict::Skipped => Level::INFO.with_name(lang.pick("bỏ qua", "skipped")),
        _ => Level::ERROR.with_name(lang.pick("lỗi", "error")),
    }
}

/// The lines of a configuration file around a span, with a caret under its first line.
fn snippet<'a>(
    place: &'a Place,
    sources: &'a Sources,
    lang: Lang,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let Place::Toml { file, start, end } = place else { return None };
    let text = sources.texts.get(file)?;
    let start = text.floor_char_boundary(*start);
    let end = text.ceil_char_boundary((*end).max(start));
    let first = text[start..end].lines().next().map_or(start, |line| start + line.trim_end().len());
    let here = lang.pick("chỗ này", "here");
    Some(Snippet::source(text).path(file).annotation(AnnotationKind::Primary.span(start..first).label(here)))
}

/// The place and whom it concerns, on one line.
fn place(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> Option<String> {
    let about = about(&diagnostic.about, lang);
    let place = match &diagnostic.place {
        Place::Run => None,
        Place::Argument(argument) => {
            let quoted = one_line(argument, QUOTED);
            Some(lang.pick(format!("dòng lệnh, tham số `{quoted}`"), format!("command line, argument `{quoted}`")))
        }
        Place::File(file) => Some(path(file, diagnostic, sources)),
        Place::Toml { file, .. } => Some(one_line(file, QUOTED)),
        Place::Sheet(sheet) => Some(in_sheet(path(&sheet.file, diagnostic, sources), &sheet.sheet, lang)),
        Place::Cell(cell) => {
            let sheet = in_sheet(path(&cell.sheet.file, diagnostic, sources), &cell.sheet.sheet, lang);
            Some(format!("{sheet}, {} {}", lang.pick("ô", "cell"), cell.address()))
        }
    };
    match (place, about) {
        (Some(place), Some(about)) => Some(format!("{place} ({about})")),
        (place, about) => place.or(about),
    }
}

fn in_sheet(file: String, sheet: &str, lang: Lang) -> String {
    if sheet.is_empty() {
        file
    } else {
        format!("{file}, {} `{}`", lang.pick("trang", "sheet"), one_line(sheet, QUOTED))
    }
}

/// A path as the user sees it: that of an input with its folder before it.
fn path(file: &str, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let given = matches!(diagnostic.verdict(), Verdict::Config | Verdict::Output)
        || matches!(diagnostic.fault, Fault::NoInputs {} | Fault::RegisterMissing {} | Fault::HistoryUnfit { .. });
    let folder = sources.inputs.trim_end_matches(['/', '\\']);
    let file = one_line(file, usize::MAX);
    let inside = file.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
    if given || folder.is_empty() || inside { file } else { format!("{folder}/{file}") }
}

fn about(subject: &Subject, lang: Lang) -> Option<String> {
    let named = [
        (&subject.bloc, "cụm, khối", "bloc"),
        (&subject.member, "đơn vị", "member"),
        (&subject.criterion, "tiêu chí", "criterion"),
    ];
    let parts: Vec<_> = named
        .iter()
        .filter_map(|(name, vi, en)| Some(format!("{} `{}`", lang.pick(*vi, *en), one_line(name.as_deref()?, QUOTED))))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What was found, what is expected, and the next step.
fn details(out: &mut String, diagnostic: &Diagnostic, said: &Said, snippet: bool, lang: Lang) {
    let [about_label, found_label, expected_label, mend_label] = lang.pick(
        ["về:       ", "tìm thấy: ", "cần:      ", "cách sửa"],
        ["about:    ", "found:    ", "expected: ", "hint"],
    );
    if snippet && let Some(about) = about(&diagnostic.about, lang) {
        let _ = writeln!(out, "  {about_label}{about}");
    }
    let found = one_line(&diagnostic.found, QUOTED);
    if !found.is_empty() && !snippet {
        let _ = writeln!(out, "  {found_label}`{found}`");
    }
    if !said.expected.is_empty() {
        let _ = writeln!(out, "  {expected_label}{}", one_line(&said.expected, usize::MAX));
    }
    let mend: Vec<_> = said.mend.split('\n').map(normalize_untrusted_str).collect();
    let _ = writeln!(out, "\n{mend_label}: {}", mend.join("\n"));
}

/// Text on one line, without control characters, cut after `limit` characters.
fn one_line(text: &str, limit: usize) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = normalize_untrusted_str(&joined);
    if let Some((cut, _)) = safe.char_indices().nth(limit) {
        safe.truncate(cut);
        safe.push('…');
    }
    safe
}

#[cfg(test)]
mod tests;
