//! Whether a word can be spelt as a Vietnamese syllable: initial, vowels with one tone at most, final.

use unicode_normalization::UnicodeNormalization;

const INITIALS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "\u{111}", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Vowels and glides: plain letters, then the signs that make them: `^` circumflex, `(` breve, `+` horn.
const VOWELS: &[&str] = &[
    "a", "a(", "a^", "e", "e^", "i", "o", "o^", "o+", "u", "u+", "y", "ai", "ao", "au", "ay", "a^u", "a^y", "eo",
    "e^u", "ia", "ie^", "ie^u", "iu", "oa", "oa(", "oai", "oay", "oao", "oe", "oeo", "oi", "oo", "o^i", "o+i", "ua",
    "ua^", "ua^y", "ui", "ue^", "uo+", "uo^", "uo^i", "uy", "uya", "uye^", "uyu", "u+a", "u+i", "u+o+", "u+o+i",
    "u+o+u", "u+u", "ye^", "ye^u",
];

/// What a tone may stand on.
const CARRIERS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'y', '^', '(', '+'];

const FINALS: &[&str] = &["ng", "nh", "ch", "c", "m", "n", "p", "t", ""];

/// Whether a word is spelt as a syllable can be; capitals or not.
pub fn spellable(word: &str) -> bool {
    let mut tones = Vec::new();
    let mut plain = String::new();
    for c in word.nfd().flat_map(char::to_lowercase) {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if plain.ends_with(CARRIERS) => tones.push(c),
            '\u{302}' => plain.push('^'),
            '\u{306}' => plain.push('('),
            '\u{31B}' => plain.push('+'),
            c => plain.push(c),
        }
    }
    let stopped = |last: &str| matches!(last, "c" | "ch" | "p" | "t");
    tones.len() <= 1
        && INITIALS.iter().filter_map(|initial| plain.strip_prefix(initial)).any(|rest| {
            FINALS.iter().any(|last| {
                let vowels = rest.strip_suffix(last);
                let tone_fits = !stopped(last) || matches!(tones[..], ['\u{301}' | '\u{323}']);
                tone_fits && vowels.is_some_and(|vowels| VOWELS.contains(&vowels))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::spellable;

    #[test]
    fn syllables_and_what_is_none() {
        for word in ["đơn", "vị", "Nguyễn", "thuở", "quý", "giếng", "nghiêng", "khoắng", "ước", "Y", "tế", "huyện"]
        {
            assert!(spellable(word), "{word}");
        }
        for word in ["§¬n", "vÞ", "ñôn", "Haø", "abc", "thiết2", "xnh", "đóć", "toc"] {
            assert!(!spellable(word), "{word}");
        }
    }
}
