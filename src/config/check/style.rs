//! How the outputs look: known fonts, colours that can be read, an annex only where there is one.

use super::super::file::{self, At, File};
use super::Checker;
use crate::diag::Text;
use crate::model::{Colour, Font, Letterhead, Signer, Style};
use crate::wording::style as words;

/// Most lines of who signs, and of the document that an annex belongs to.
const LINES: usize = 4;
/// Most letters of one line.
const LETTERS: usize = 200;

/// The style; what is left out is as usual.
pub fn style(file: &File, checker: &mut Checker) -> Style {
    let (written, usual) = (&file.style, Style::default());
    Style {
        issuer: file.issuer.get().clone(),
        parent: file.parent.clone(),
        place: file.place.clone(),
        notice: file.notice.clone(),
        letterhead: letterhead(file, checker),
        signer: signer(written.signer_title.as_ref(), written.signer.as_ref(), checker),
        font: written.font.as_ref().and_then(|font| named(font, checker)).unwrap_or(usual.font),
        font_size: within(written.font_size.as_ref(), &Style::FONT_SIZES, words::FONT_SIZE, checker)
            .unwrap_or(usual.font_size),
        leader: light(written.leader.as_ref(), checker).unwrap_or(usual.leader),
        header: light(written.header.as_ref(), checker).unwrap_or(usual.header),
        accent: dark(written.accent.as_ref(), checker).unwrap_or(usual.accent),
        chart_width: within(written.chart_width.as_ref(), &Style::CHART_WIDTHS, words::CHART_WIDTH, checker)
            .unwrap_or(usual.chart_width),
    }
}

/// Who signs: at most four lines and one name, none of them blank.
pub fn signer(title: Option<&At<String>>, name: Option<&At<String>>, checker: &mut Checker) -> Signer {
    Signer {
        title: title.and_then(|title| lines(title, LINES, words::SIGNER_TITLE, checker)),
        name: name.and_then(|name| lines(name, 1, words::SIGNER, checker)),
    }
}

/// The number of an annex, where the tables are annexes.
pub fn annex(annex: Option<&At<String>>, heading: Option<&At<String>>, checker: &mut Checker) -> Option<String> {
    let annex = annex?;
    if heading.is_none_or(|heading| heading.get() != ANNEX) {
        checker.bad(annex, words::ANNEX_ONLY);
    }
    lines(annex, 1, words::ANNEX, checker)
}

const ANNEX: &str = "phu-luc";

fn letterhead(file: &File, checker: &mut Checker) -> Letterhead {
    let file::Style { heading, annex: name, annex_to, .. } = &file.style;
    let known = [("quoc-hieu", false), (ANNEX, true)];
    let is_annex = heading.as_ref().and_then(|heading| checker.word(heading, &known, words::HEADING)).unwrap_or(false);
    let name = annex(name.as_ref(), heading.as_ref(), checker);
    if let Some(to) = annex_to.as_ref().filter(|_| !is_annex) {
        checker.bad(to, words::ANNEX_ONLY);
    }
    let to = annex_to.as_ref().and_then(|to| lines(to, LINES, words::ANNEX_TO, checker));
    if is_annex { Letterhead::Annex { name, to: to.unwrap_or_default() } } else { Letterhead::National }
}

/// So many lines at most, none of them blank or too long.
fn lines(at: &At<String>, most: usize, expected: Text, checker: &mut Checker) -> Option<String> {
    let text = at.get().trim();
    let fits = |line: &str| !line.trim().is_empty() && line.chars().count() <= LETTERS;
    let fit = text.split('\n').count() <= most && text.split('\n').all(fits);
    if !fit {
        checker.bad(at, expected);
    }
    fit.then(|| text.to_owned())
}

fn named(font: &At<String>, checker: &mut Checker) -> Option<Font> {
    checker.refer(font, &Font::ALL.map(Font::name)).map(|index| Font::ALL[index])
}

fn within<T: PartialOrd + Copy + ToString>(
    at: Option<&At<T>>,
    range: &std::ops::RangeInclusive<T>,
    expected: Text,
    checker: &mut Checker,
) -> Option<T> {
    let at = at?;
    let value = Some(*at.get()).filter(|value| range.contains(value));
    if value.is_none() {
        checker.bad(at, expected);
    }
    value
}

/// A ground on which black letters can be read.
fn light(at: Option<&At<String>>, checker: &mut Checker) -> Option<Colour> {
    colour(at, |colour| colour.brightness() >= Colour::READABLE, words::LIGHT, checker)
}

/// A colour that stands out from white paper.
fn dark(at: Option<&At<String>>, checker: &mut Checker) -> Option<Colour> {
    colour(at, |colour| 255 - colour.brightness() >= Colour::READABLE, words::DARK, checker)
}

fn colour(at: Option<&At<String>>, fits: fn(Colour) -> bool, unfit: Text, checker: &mut Checker) -> Option<Colour> {
    let at = at?;
    let colour = Colour::parse(at.get());
    match colour {
        None => checker.bad(at, words::COLOUR),
        Some(colour) if !fits(colour) => checker.bad(at, unfit),
        Some(_) => {}
    }
    colour
}
