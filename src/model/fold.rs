//! How two spellings of one name are seen to be the same: folded keys for matching, slugs for file names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The key under which names and labels are compared; the original is kept for printing.
///
/// NFC, lower case, one space between words, invisible characters dropped, the look-alikes of the crossed d
/// and of the dash taken together. Nothing is matched by similarity.
pub fn fold(text: &str) -> String {
    let visible = text.nfc().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}'));
    let plain: String = visible
        .map(|c| match c {
            '\u{D0}' | '\u{189}' => '\u{110}',
            '\u{F0}' | '\u{256}' => '\u{111}',
            '\u{2010}'..='\u{2015}' => '-',
            '\u{2018}' | '\u{2019}' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<_> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches(|c| matches!(c, '.' | ':' | ';' | ',')).to_owned()
}

/// A file name of `[a-z0-9-]` made from a name; `x` when nothing is left.
pub fn slug(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut out = String::new();
    for c in letters {
        match c {
            '\u{111}' | '\u{F0}' => out.push('d'),
            'a'..='z' | '0'..='9' => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
        if out.len() >= 60 {
            break;
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() { "x".to_owned() } else { out.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{fold, slug};

    #[test]
    fn spellings_of_one_name_fold_together() {
        let composed = "\u{110}\u{1EAF}k T\u{F4}";
        let decomposed = "\u{D0}a\u{306}\u{301}k\u{A0} To\u{302} ";
        assert_eq!(fold(composed), fold(decomposed));
        assert_ne!(fold("a"), fold("\u{E0}"));
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("S\u{1EDF} Y t\u{1EBF}"), "so-y-te");
        assert_eq!(slug("../.."), "x");
    }
}
