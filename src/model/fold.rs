//! How two spellings of one name are seen to be the same: folded keys for matching, slugs for file names.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Texts whose keys are remembered on each thread: headings, labels and names come again and again.
const REMEMBERED: usize = 4096;

/// The longest text that is remembered, in bytes.
const LONGEST: usize = 256;

thread_local! {
    static KEYS: RefCell<HashMap<String, String>> = RefCell::default();
}

/// The key under which names and labels are compared; the original is kept for printing.
///
/// NFC, lower case, one space between words, invisible characters dropped, the look-alikes of the crossed d
/// and of the dash taken together, letters of double width made plain, tones in one of their two places. Nothing is
/// matched by similarity.
pub fn fold(text: &str) -> String {
    with_folded(text, str::to_owned)
}

/// Hands on that key, which must not fold another text, and returns what comes of it.
pub fn with_folded<T>(text: &str, hand: impl FnOnce(&str) -> T) -> T {
    with_words(text, |words| hand(bare(words)))
}

/// The key of several texts with a space between them.
pub fn fold_joined(texts: &[&str]) -> String {
    let mut joined = String::new();
    for text in texts {
        with_words(text, |words| {
            if !joined.is_empty() && !words.is_empty() {
                joined.push(' ');
            }
            joined.push_str(words);
        });
    }
    bare(&joined).to_owned()
}

/// Hands on the words of a text as they are compared, remembered where they are short.
fn with_words<T>(text: &str, hand: impl FnOnce(&str) -> T) -> T {
    if text.len() > LONGEST {
        return hand(&words(text));
    }
    KEYS.with_borrow_mut(|keys| {
        if let Some(known) = keys.get(text) {
            return hand(known);
        }
        if keys.len() >= REMEMBERED {
            keys.clear();
        }
        hand(keys.entry(text.to_owned()).or_insert_with(|| words(text)))
    })
}

/// Without the signs at its ends.
fn bare(words: &str) -> &str {
    words.trim_matches(|c| matches!(c, '.' | ':' | ';' | ',' | ' '))
}

fn words(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}');
    let visible = if text.contains(unseen) { Cow::Owned(text.replace(unseen, "")) } else { Cow::Borrowed(text) };
    let lower: String = composed(&visible)
        .chars()
        .map(|c| match c {
            // letters and digits of double width
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '\u{D0}' | '\u{189}' => '\u{110}',
            '\u{F0}' | '\u{256}' => '\u{111}',
            '\u{2010}'..='\u{2015}' => '-',
            '\u{2018}' | '\u{2019}' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<_> =
        composed(&lower).split(' ').filter(|word| !word.is_empty()).map(tone_in_its_old_place).collect();
    words.join(" ")
}

/// The first vowel carries the tone of an open syllable in `oa`, `oe`, `uy`: the two ways to place it are one.
fn tone_in_its_old_place(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let letters: Vec<char> = word.chars().collect();
    let mut out = letters.clone();
    for (index, pair) in letters.windows(2).enumerate() {
        let open = letters.get(index + 2).is_none_or(|next| !next.is_alphabetic() && !is_combining_mark(*next));
        let after_q = index > 0 && letters[index - 1] == 'q';
        if !open || after_q || !matches!(pair[0], 'o' | 'u') {
            continue;
        }
        let (plain, tone) = split(pair[1]);
        if let Some(tone) = tone.filter(|_| matches!((pair[0], plain), ('o', 'a' | 'e') | ('u', 'y'))) {
            out[index] = [pair[0], tone].into_iter().nfc().next().unwrap_or(pair[0]);
            out[index + 1] = plain;
        }
    }
    out.into_iter().collect()
}

/// A letter without its tone, and the tone.
fn split(letter: char) -> (char, Option<char>) {
    let parts: Vec<char> = std::iter::once(letter).nfd().collect();
    match parts[..] {
        [plain, tone @ ('\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')] => (plain, Some(tone)),
        _ => (letter, None),
    }
}

/// A text in the composed form; most texts are.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether composing leaves a letter as it is, whatever stands beside it: those before the combining marks, and the
/// Vietnamese ones with two signs.
pub fn is_composed(letter: char) -> bool {
    letter < '\u{300}' || matches!(letter, '\u{1EA0}'..='\u{1EF9}')
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
    use proptest::prelude::*;
    use proptest::sample::select;
    use unicode_normalization::UnicodeNormalization;

    use super::{composed, fold, fold_joined, is_composed, slug};

    const INITIALS: &[&str] = &["", "b", "c", "ch", "d", "\u{111}", "g", "gi", "h", "kh", "ng", "qu", "t", "tr"];
    const VOWELS: &[&str] = &[
        "a",
        "\u{103}",
        "\u{E2}",
        "e",
        "\u{EA}",
        "i",
        "o",
        "\u{F4}",
        "\u{1A1}",
        "u",
        "\u{1B0}",
        "y",
        "oa",
        "oe",
        "uy",
        "ia",
        "oai",
        "uy\u{EA}",
        "\u{1B0}\u{1A1}",
        "u\u{F4}",
    ];
    const TONES: &[&str] = &["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    const FINALS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

    /// A syllable: what stands before its vowels, these, the one that has the tone, the tone, and what stands behind.
    #[derive(Clone, Debug)]
    struct Syllable {
        parts: [&'static str; 3],
        at: usize,
        tone: &'static str,
    }

    impl Syllable {
        fn written(&self) -> String {
            let [initial, vowels, last] = self.parts;
            let at = self.at % vowels.chars().count();
            let mut text = initial.to_owned();
            for (index, vowel) in vowels.chars().enumerate() {
                text.push(vowel);
                text.push_str(if index == at { self.tone } else { "" });
            }
            (text + last).nfc().collect()
        }

        /// Letters and tone, wherever that stands: two syllables that differ in these are two.
        fn meaning(&self) -> (String, &'static str) {
            (self.parts.concat(), self.tone)
        }
    }

    fn syllable() -> impl Strategy<Value = Syllable> {
        let parts = (select(INITIALS), select(VOWELS), select(FINALS));
        (parts, 0_usize..3, select(TONES)).prop_map(|((initial, vowels, last), at, tone)| Syllable {
            parts: [initial, vowels, last],
            at,
            tone,
        })
    }

    fn config() -> ProptestConfig {
        let seed = proptest::test_runner::RngSeed::Fixed(20_231_215);
        ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: seed, ..ProptestConfig::default() }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn folding_again_or_another_form_of_its_letters_changes_nothing(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(&fold(&folded), &folded);
            prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
            prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
        }

        #[test]
        fn two_syllables_are_one_only_if_their_letters_and_tones_are(one in syllable(), other in syllable()) {
            if fold(&one.written()) == fold(&other.written()) {
                prop_assert_eq!(one.meaning(), other.meaning());
            }
        }

        #[test]
        fn texts_joined_fold_as_one_text(texts in prop::collection::vec(any::<String>(), 0..4)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            prop_assert_eq!(fold_joined(&texts), fold(&texts.join(" ")));
        }

        #[test]
        fn a_composed_text_is_the_same_text_composed(text in any::<String>(), word in syllable(), marked in "[a-eA-E\u{300}-\u{330}\u{1EA0}-\u{1EF9}]{0,8}") {
            for text in [text, word.written(), word.written().nfd().collect(), marked] {
                prop_assert_eq!(composed(&text), text.nfc().collect::<String>());
            }
        }

        #[test]
        fn capitals_spaces_and_what_is_not_seen_make_no_difference(
            words in prop::collection::vec(syllable(), 1..5),
            space in select(&[" ", "  ", "\u{A0}", "\u{202F}", "\n", " \t"][..]),
            unseen in select(&["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{200D}", "\u{2060}"][..]),
        ) {
            let words: Vec<String> = words.iter().map(Syllable::written).collect();
            let plain = words.join(" ");
            prop_assert_eq!(fold(&plain.to_uppercase()), fold(&plain));
            prop_assert_eq!(fold(&format!(" {}{unseen} ", words.join(space))), fold(&plain));
            let wide: String = plain.chars().map(|c| match c {
                'a'..='z' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
                c => c,
            }).collect();
            prop_assert_eq!(fold(&wide), fold(&plain));
        }

        #[test]
        fn the_two_places_of_a_tone_are_one(
            initial in select(&["", "b", "h", "t", "kh"][..]),
            vowels in select(&["oa", "oe", "uy"][..]),
            tone in select(&TONES[1..]),
        ) {
            let of = |at| fold(&Syllable { parts: [initial, vowels, ""], at, tone }.written());
            prop_assert_eq!(of(0), of(1));
            let closed = |at| fold(&Syllable { parts: [initial, vowels, "n"], at, tone }.written());
            prop_assert_ne!(closed(0), closed(1));
        }
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        let composed = "\u{110}\u{1EAF}k T\u{F4}";
        let decomposed = "\u{D0}a\u{306}\u{301}k\u{A0} To\u{302} ";
        assert_eq!(fold(composed), fold(decomposed));
        assert_ne!(fold("a"), fold("\u{E0}"));
        assert_eq!(fold("Hoà Bình, Thuỷ"), fold("Hòa Bình, Thủy"));
        assert_eq!(fold("khoẻ"), fold("khỏe"));
        assert_eq!((fold("quý"), fold("toàn"), fold("hoàng")), ("quý".into(), "toàn".into(), "hoàng".into()));
        assert_eq!(fold("\u{FF33}\u{FF2F} 1"), fold("so 1"));
    }

    #[test]
    fn a_letter_said_to_be_composed_is_never_changed_by_composing() {
        for letter in (char::MIN..=char::MAX).filter(|letter| is_composed(*letter)) {
            for before in ["", "a", "\u{1EA1}", "\u{301}"] {
                let text = format!("{before}{letter}");
                assert!(text.nfc().eq(before.nfc().chain([letter])), "{letter:?} behind {before:?}");
            }
        }
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("S\u{1EDF} Y t\u{1EBF}"), "so-y-te");
        assert_eq!(slug("../.."), "x");
    }
}
