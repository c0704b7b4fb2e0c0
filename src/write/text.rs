//! In: any text, also from members' files. Out: text that every office program and every SVG reader accepts,
//! and how many lines it fills.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::model::is_composed;

/// The longest text of a cell, in UTF-16 units.
pub(super) const LONGEST: usize = 32_767;

/// The width of the widest letter, in digits.
const WIDEST: f64 = 1.89;

/// NFC without control characters; a tab is a space, a line break stays.
pub(super) fn clean(text: &str) -> String {
    let as_it_is = |c: char| c == '\n' || (is_composed(c) && !c.is_control());
    let composed = || text.chars().all(accepted) && is_nfc_quick(text.chars()) == IsNormalized::Yes;
    if text.len() <= LONGEST && (text.chars().all(as_it_is) || composed()) {
        return text.to_owned();
    }
    let mut units = 0;
    let plain = text.nfc().map(|c| if c == '\t' { ' ' } else { c });
    plain
        .filter(|c| accepted(*c))
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect()
}

/// Whether every program accepts a letter.
fn accepted(c: char) -> bool {
    c == '\n' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{2028}' | '\u{2029}'))
}

/// The same on one line.
pub(super) fn line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

/// With its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let mut out: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    out.push_str(letters.as_str());
    out
}

/// How many lines a text fills in a cell of so many digits' width, on the safe side.
pub(super) fn lines(text: &str, width: f64, bold: bool) -> u32 {
    // a cell has two edges
    let room = width - 0.8;
    let factor = if bold { 1.09 } else { 1.03 };
    text.split('\n').map(|paragraph| paragraph_lines(paragraph, room, factor)).sum()
}

/// The part of a text that fills at most so many lines, and what is left of it; parted between words where it can be.
pub(super) fn parted(text: &str, width: f64, bold: bool, most: u32) -> (&str, &str) {
    if lines(text, width, bold) <= most {
        return (text, "");
    }
    let fits = |end: &usize| lines(text[..*end].trim_end(), width, bold) <= most;
    let gaps: Vec<usize> = text.match_indices([' ', '\n']).map(|(at, gap)| at + gap.len()).collect();
    let letters = || text.char_indices().map(|(at, _)| at).filter(|at| *at > 0).collect::<Vec<_>>();
    let last = |ends: &[usize]| ends.partition_point(fits).checked_sub(1).map(|at| ends[at]);
    let end = last(&gaps).or_else(|| last(&letters())).unwrap_or(text.len());
    (text[..end].trim_end(), &text[end..])
}

fn paragraph_lines(text: &str, width: f64, factor: f64) -> u32 {
    if text.len() as f64 * WIDEST * factor <= width {
        return 1;
    }
    let (mut count, mut used, mut word) = (1, 0.0, 0.0);
    for letter in text.chars().chain([' ']) {
        if letter != ' ' {
            word += digits(letter);
            continue;
        }
        let needed = std::mem::take(&mut word) * factor;
        if used > 0.0 && used + 0.5 + needed > width {
            count += 1;
            used = 0.0;
        }
        used += if used > 0.0 { 0.5 + needed } else { needed };
        while used > width && width > 0.0 {
            count += 1;
            used -= width;
        }
    }
    count
}

/// The widths of the letters up to the Vietnamese ones with two signs: each is asked for again and again.
static WIDTHS: LazyLock<Vec<f64>> = LazyLock::new(|| ('\0'..'\u{1F00}').map(measured).collect());

/// The width of a letter of Times, in digits.
fn digits(c: char) -> f64 {
    WIDTHS.get(c as usize).copied().unwrap_or_else(|| measured(c))
}

/// That of the base letter where it bears accents.
fn measured(c: char) -> f64 {
    match base(c) {
        'i' | 'j' | 'l' | 't' | ':' | ';' | '/' | '|' => 0.56,
        '.' | ',' | ' ' => 0.5,
        'f' | 'r' | 'I' | '-' | '(' | ')' | '!' | '[' | ']' => 0.67,
        '\'' => 0.36,
        's' | 'J' => 0.78,
        'a' | 'c' | 'e' | 'z' | '?' => 0.89,
        'F' | 'P' | 'S' => 1.12,
        'E' | 'L' | 'T' | 'Z' => 1.23,
        'B' | 'C' | 'R' => 1.34,
        'w' | '&' => 1.5,
        'm' => 1.56,
        '%' => 1.67,
        'M' => 1.78,
        'W' => WIDEST,
        letter if letter.is_uppercase() => 1.45,
        letter if letter.is_ascii() => 1.0,
        _ => 1.1,
    }
}

/// A letter without its accents.
fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    first.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{clean, lines, parted};

    #[test]
    fn control_characters_go_and_accents_are_composed() {
        assert_eq!(clean("a\u{0}\u{1b}b\u{85}\tc\nd\u{FFFE}"), "ab c\nd");
        assert_eq!(clean("e\u{302}\u{301}"), "\u{1EBF}");
        assert_eq!(clean(&"x".repeat(40_000)).len(), 32_767);
    }

    #[test]
    fn a_long_text_is_parted_between_words_and_nothing_is_lost() {
        let words = "alpha beta gamma delta epsilon ".repeat(40);
        let (first, rest) = parted(&words, 20.0, false, 5);
        assert!(lines(first, 20.0, false) <= 5 && first.ends_with(|c: char| c.is_ascii_lowercase()));
        assert_eq!(format!("{first} {rest}"), words);
        let (first, rest) = parted("\u{1EBF}\u{1EC7}\u{1EA3}wwwwwwwwwwwwwwwwww", 5.0, true, 2);
        assert_eq!(format!("{first}{rest}"), "\u{1EBF}\u{1EC7}\u{1EA3}wwwwwwwwwwwwwwwwww");
        assert!(!first.is_empty() && !rest.is_empty());
    }

    #[test]
    fn lines_grow_as_the_column_narrows() {
        let text = "one two three four five six seven";
        assert_eq!(lines(text, 100.0, false), 1);
        assert!(lines(text, 10.0, false) >= 4);
        assert!(lines("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10.0, false) >= 3);
    }
}
