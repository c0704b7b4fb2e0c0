//! Text typed in the fonts of before Unicode: TCVN3 (the fonts `.VnTime` and its kin) and VNI (`VNI-Times`), and what it says.
//!
//! Facts of the tables: TCVN3 from the standard TCVN 5712-1 as glibc's iconv has it, VNI from the input method xvnkb.
//! A character above U+00FF, but for printers' quotes and dashes, means that a text is neither.

/// An encoding that a font gave its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, also called ABC.
    Tcvn3,
    /// VNI.
    Vni,
}

impl Legacy {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        }
    }

    /// What a text says when it is read in this encoding.
    pub fn decode(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => text.chars().map(|c| find(TCVN3, c).unwrap_or(c)).collect(),
            Self::Vni => vni(text),
        }
    }
}

fn find(table: &[(char, char)], sought: char) -> Option<char> {
    table.iter().find(|(from, _)| *from == sought).map(|(_, to)| *to)
}

/// Two characters are tried before one, so that a vowel and its mark stay together.
fn vni(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let pair = rest.char_indices().nth(2).map_or(rest, |(end, _)| &rest[..end]);
        if let Some((_, to)) = VNI_PAIRS.iter().find(|(from, _)| *from == pair) {
            out.push(*to);
            rest = &rest[pair.len()..];
        } else {
            out.push(find(VNI_SINGLES, first).unwrap_or(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// Whether a text can be in one of these encodings and has a letter of theirs.
pub fn may_be_legacy(text: &str) -> bool {
    text.chars().any(|c| ('\u{80}'..='\u{FF}').contains(&c)) && !has_letters_beyond_legacy(text)
}

/// Whether a text has characters that neither encoding has.
pub fn has_letters_beyond_legacy(text: &str) -> bool {
    text.chars().any(|c| c > '\u{FF}' && !('\u{2010}'..='\u{2026}').contains(&c))
}

const TCVN3: &[(char, char)] = &[
    ('\u{A1}', '\u{102}'),
    ('\u{A2}', '\u{C2}'),
    ('\u{A3}', '\u{CA}'),
    ('\u{A4}', '\u{D4}'),
    ('\u{A5}', '\u{1A0}'),
    ('\u{A6}', '\u{1AF}'),
    ('\u{A7}', '\u{110}'),
    ('\u{A8}', '\u{103}'),
    ('\u{A9}', '\u{E2}'),
    ('\u{AA}', '\u{EA}'),
    ('\u{AB}', '\u{F4}'),
    ('\u{AC}', '\u{1A1}'),
    ('\u{AD}', '\u{1B0}'),
    ('\u{AE}', '\u{111}'),
    ('\u{AF}', '\u{1EB0}'),
    ('\u{B5}', '\u{E0}'),
    ('\u{B6}', '\u{1EA3}'),
    ('\u{B7}', '\u{E3}'),
    ('\u{B8}', '\u{E1}'),
    ('\u{B9}', '\u{1EA1}'),
    ('\u{BA}', '\u{1EB2}'),
    ('\u{BB}', '\u{1EB1}'),
    ('\u{BC}', '\u{1EB3}'),
    ('\u{BD}', '\u{1EB5}'),
    ('\u{BE}', '\u{1EAF}'),
    ('\u{BF}', '\u{1EB4}'),
    ('\u{C0}', '\u{1EAE}'),
    ('\u{C1}', '\u{1EA6}'),
    ('\u{C2}', '\u{1EA8}'),
    ('\u{C3}', '\u{1EAA}'),
    ('\u{C4}', '\u{1EA4}'),
    ('\u{C5}', '\u{1EC0}'),
    ('\u{C6}', '\u{1EB7}'),
    ('\u{C7}', '\u{1EA7}'),
    ('\u{C8}', '\u{1EA9}'),
    ('\u{C9}', '\u{1EAB}'),
    ('\u{CA}', '\u{1EA5}'),
    ('\u{CB}', '\u{1EAD}'),
    ('\u{CC}', '\u{E8}'),
    ('\u{CD}', '\u{1EC2}'),
    ('\u{CE}', '\u{1EBB}'),
    ('\u{CF}', '\u{1EBD}'),
    ('\u{D0}', '\u{E9}'),
    ('\u{D1}', '\u{1EB9}'),
    ('\u{D2}', '\u{1EC1}'),
    ('\u{D3}', '\u{1EC3}'),
    ('\u{D4}', '\u{1EC5}'),
    ('\u{D5}', '\u{1EBF}'),
    ('\u{D6}', '\u{1EC7}'),
    ('\u{D7}', '\u{EC}'),
    ('\u{D8}', '\u{1EC9}'),
    ('\u{D9}', '\u{1EC4}'),
    ('\u{DA}', '\u{1EBE}'),
    ('\u{DB}', '\u{1ED2}'),
    ('\u{DC}', '\u{129}'),
    ('\u{DD}', '\u{ED}'),
    ('\u{DE}', '\u{1ECB}'),
    ('\u{DF}', '\u{F2}'),
    ('\u{E0}', '\u{1ED4}'),
    ('\u{E1}', '\u{1ECF}'),
    ('\u{E2}', '\u{F5}'),
    ('\u{E3}', '\u{F3}'),
    ('\u{E4}', '\u{1ECD}'),
    ('\u{E5}', '\u{1ED3}'),
    ('\u{E6}', '\u{1ED5}'),
    ('\u{E7}', '\u{1ED7}'),
    ('\u{E8}', '\u{1ED1}'),
    ('\u{E9}', '\u{1ED9}'),
    ('\u{EA}', '\u{1EDD}'),
    ('\u{EB}', '\u{1EDF}'),
    ('\u{EC}', '\u{1EE1}'),
    ('\u{ED}', '\u{1EDB}'),
    ('\u{EE}', '\u{1EE3}'),
    ('\u{EF}', '\u{F9}'),
    ('\u{F0}', '\u{1ED6}'),
    ('\u{F1}', '\u{1EE7}'),
    ('\u{F2}', '\u{169}'),
    ('\u{F3}', '\u{FA}'),
    ('\u{F4}', '\u{1EE5}'),
    ('\u{F5}', '\u{1EEB}'),
    ('\u{F6}', '\u{1EED}'),
    ('\u{F7}', '\u{1EEF}'),
    ('\u{F8}', '\u{1EE9}'),
    ('\u{F9}', '\u{1EF1}'),
    ('\u{FA}', '\u{1EF3}'),
    ('\u{FB}', '\u{1EF7}'),
    ('\u{FC}', '\u{1EF9}'),
    ('\u{FD}', '\u{FD}'),
    ('\u{FE}', '\u{1EF5}'),
];

const VNI_SINGLES: &[(char, char)] = &[
    ('\u{D4}', '\u{1A0}'),
    ('\u{F4}', '\u{1A1}'),
    ('\u{D6}', '\u{1AF}'),
    ('\u{F6}', '\u{1B0}'),
    ('\u{C6}', '\u{1EC8}'),
    ('\u{E6}', '\u{1EC9}'),
    ('\u{D3}', '\u{128}'),
    ('\u{F3}', '\u{129}'),
    ('\u{D2}', '\u{1ECA}'),
    ('\u{F2}', '\u{1ECB}'),
    ('\u{CE}', '\u{1EF4}'),
    ('\u{EE}', '\u{1EF5}'),
    ('\u{D1}', '\u{110}'),
    ('\u{F1}', '\u{111}'),
];

const VNI_PAIRS: &[(&str, char)] = &[
    ("A\u{D9}", '\u{C1}'),
    ("a\u{F9}", '\u{E1}'),
    ("A\u{D8}", '\u{C0}'),
    ("a\u{F8}", '\u{E0}'),
    ("A\u{DB}", '\u{1EA2}'),
    ("a\u{FB}", '\u{1EA3}'),
    ("A\u{D5}", '\u{C3}'),
    ("a\u{F5}", '\u{E3}'),
    ("A\u{CF}", '\u{1EA0}'),
    ("a\u{EF}", '\u{1EA1}'),
    ("A\u{C2}", '\u{C2}'),
    ("a\u{E2}", '\u{E2}'),
    ("A\u{C1}", '\u{1EA4}'),
    ("a\u{E1}", '\u{1EA5}'),
    ("A\u{C0}", '\u{1EA6}'),
    ("a\u{E0}", '\u{1EA7}'),
    ("A\u{C5}", '\u{1EA8}'),
    ("a\u{E5}", '\u{1EA9}'),
    ("A\u{C3}", '\u{1EAA}'),
    ("a\u{E3}", '\u{1EAB}'),
    ("A\u{C4}", '\u{1EAC}'),
    ("a\u{E4}", '\u{1EAD}'),
    ("A\u{CA}", '\u{102}'),
    ("a\u{EA}", '\u{103}'),
    ("A\u{C9}", '\u{1EAE}'),
    ("a\u{E9}", '\u{1EAF}'),
    ("A\u{C8}", '\u{1EB0}'),
    ("a\u{E8}", '\u{1EB1}'),
    ("A\u{DA}", '\u{1EB2}'),
    ("a\u{FA}", '\u{1EB3}'),
    ("A\u{DC}", '\u{1EB4}'),
    ("a\u{FC}", '\u{1EB5}'),
    ("A\u{CB}", '\u{1EB6}'),
    ("a\u{EB}", '\u{1EB7}'),
    ("E\u{D9}", '\u{C9}'),
    ("e\u{F9}", '\u{E9}'),
    ("E\u{D8}", '\u{C8}'),
    ("e\u{F8}", '\u{E8}'),
    ("E\u{DB}", '\u{1EBA}'),
    ("e\u{FB}", '\u{1EBB}'),
    ("E\u{D5}", '\u{1EBC}'),
    ("e\u{F5}", '\u{1EBD}'),
    ("E\u{CF}", '\u{1EB8}'),
    ("e\u{EF}", '\u{1EB9}'),
    ("E\u{C2}", '\u{CA}'),
    ("e\u{E2}", '\u{EA}'),
    ("E\u{C1}", '\u{1EBE}'),
    ("e\u{E1}", '\u{1EBF}'),
    ("E\u{C0}", '\u{1EC0}'),
    ("e\u{E0}", '\u{1EC1}'),
    ("E\u{C5}", '\u{1EC2}'),
    ("e\u{E5}", '\u{1EC3}'),
    ("E\u{C3}", '\u{1EC4}'),
    ("e\u{E3}", '\u{1EC5}'),
    ("E\u{C4}", '\u{1EC6}'),
    ("e\u{E4}", '\u{1EC7}'),
    ("O\u{D9}", '\u{D3}'),
    ("o\u{F9}", '\u{F3}'),
    ("O\u{D8}", '\u{D2}'),
    ("o\u{F8}", '\u{F2}'),
    ("O\u{DB}", '\u{1ECE}'),
    ("o\u{FB}", '\u{1ECF}'),
    ("O\u{D5}", '\u{D5}'),
    ("o\u{F5}", '\u{F5}'),
    ("O\u{CF}", '\u{1ECC}'),
    ("o\u{EF}", '\u{1ECD}'),
    ("O\u{C2}", '\u{D4}'),
    ("o\u{E2}", '\u{F4}'),
    ("O\u{C1}", '\u{1ED0}'),
    ("o\u{E1}", '\u{1ED1}'),
    ("O\u{C0}", '\u{1ED2}'),
    ("o\u{E0}", '\u{1ED3}'),
    ("O\u{C5}", '\u{1ED4}'),
    ("o\u{E5}", '\u{1ED5}'),
    ("O\u{C3}", '\u{1ED6}'),
    ("o\u{E3}", '\u{1ED7}'),
    ("O\u{C4}", '\u{1ED8}'),
    ("o\u{E4}", '\u{1ED9}'),
    ("\u{D4}\u{D9}", '\u{1EDA}'),
    ("\u{F4}\u{F9}", '\u{1EDB}'),
    ("\u{D4}\u{D8}", '\u{1EDC}'),
    ("\u{F4}\u{F8}", '\u{1EDD}'),
    ("\u{D4}\u{DB}", '\u{1EDE}'),
    ("\u{F4}\u{FB}", '\u{1EDF}'),
    ("\u{D4}\u{D5}", '\u{1EE0}'),
    ("\u{F4}\u{F5}", '\u{1EE1}'),
    ("\u{D4}\u{CF}", '\u{1EE2}'),
    ("\u{F4}\u{EF}", '\u{1EE3}'),
    ("U\u{D9}", '\u{DA}'),
    ("u\u{F9}", '\u{FA}'),
    ("U\u{D8}", '\u{D9}'),
    ("u\u{F8}", '\u{F9}'),
    ("U\u{DB}", '\u{1EE6}'),
    ("u\u{FB}", '\u{1EE7}'),
    ("U\u{D5}", '\u{168}'),
    ("u\u{F5}", '\u{169}'),
    ("U\u{CF}", '\u{1EE4}'),
    ("u\u{EF}", '\u{1EE5}'),
    ("\u{D6}\u{D9}", '\u{1EE8}'),
    ("\u{F6}\u{F9}", '\u{1EE9}'),
    ("\u{D6}\u{D8}", '\u{1EEA}'),
    ("\u{F6}\u{F8}", '\u{1EEB}'),
    ("\u{D6}\u{DB}", '\u{1EEC}'),
    ("\u{F6}\u{FB}", '\u{1EED}'),
    ("\u{D6}\u{D5}", '\u{1EEE}'),
    ("\u{F6}\u{F5}", '\u{1EEF}'),
    ("\u{D6}\u{CF}", '\u{1EF0}'),
    ("\u{F6}\u{EF}", '\u{1EF1}'),
    ("Y\u{D9}", '\u{DD}'),
    ("y\u{F9}", '\u{FD}'),
    ("Y\u{D8}", '\u{1EF2}'),
    ("y\u{F8}", '\u{1EF3}'),
    ("Y\u{DB}", '\u{1EF6}'),
    ("y\u{FB}", '\u{1EF7}'),
    ("Y\u{D5}", '\u{1EF8}'),
    ("y\u{F5}", '\u{1EF9}'),
];
