//! A pattern of `wording::guide` and the tokens of a clause in; what stands in its places out, if it fits to the end.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::token::{Kind, Token, is};

/// What stands in the places of a pattern, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Numbers and percentages as written; true for a percentage.
    pub numbers: Vec<(Decimal, bool)>,
    /// Words, in the letters they were written in.
    pub words: Vec<String>,
    /// A date.
    pub date: Option<NaiveDate>,
}

/// One piece of a pattern.
#[derive(Clone, Debug)]
enum Piece<'a> {
    /// One of these words.
    Word(&'a str),
    /// What may be there.
    Optional(Vec<Piece<'a>>),
}

/// Whether all tokens fit the pattern.
pub fn fits(pattern: &str, tokens: &[Token]) -> Option<Found> {
    let pieces = pieces(&mut pattern.split(' '));
    let pieces: Vec<&Piece> = pieces.iter().collect();
    matched(&pieces, tokens, &Found::default())
}

fn pieces<'a>(words: &mut impl Iterator<Item = &'a str>) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let Some(inner) = word.strip_prefix('[') else {
            found.push(Piece::Word(word));
            continue;
        };
        let mut inside = Vec::new();
        let mut word = inner;
        loop {
            match word.strip_suffix(']') {
                Some(last) => {
                    inside.push(Piece::Word(last));
                    break;
                }
                None => inside.push(Piece::Word(word)),
            }
            match words.next() {
                Some(next) => word = next,
                None => break,
            }
        }
        found.push(Piece::Optional(inside));
    }
    found
}

fn matched(pieces: &[&Piece], tokens: &[Token], so_far: &Found) -> Option<Found> {
    let Some((piece, rest)) = pieces.split_first() else {
        return tokens.is_empty().then(|| so_far.clone());
    };
    match piece {
        Piece::Optional(inside) => {
            let with: Vec<&Piece> = inside.iter().chain(rest.iter().copied()).collect();
            matched(&with, tokens, so_far).or_else(|| matched(rest, tokens, so_far))
        }
        Piece::Word("{\u{2026}}") => (0..=tokens.len()).find_map(|length| matched(rest, &tokens[length..], so_far)),
        Piece::Word(place @ ("{w}" | "{v}")) => {
            let parted = |token: &Token| *place == "{v}" && (is(token, ",") || is(token, "/"));
            let most = tokens.iter().take_while(|token| in_words(token) && !parted(token)).count();
            (1..=most).find_map(|length| {
                let mut found = so_far.clone();
                found.words.push(spoken(&tokens[..length]));
                matched(rest, &tokens[length..], &found)
            })
        }
        Piece::Word(word) => {
            let (first, others) = tokens.split_first()?;
            matched(rest, others, &one(word, first, so_far)?)
        }
    }
}

/// A single token in a single place.
fn one(word: &str, token: &Token, so_far: &Found) -> Option<Found> {
    let mut found = so_far.clone();
    match (word, &token.kind) {
        ("{n}" | "{x}", Kind::Number(number)) => found.numbers.push((*number, false)),
        ("{p}" | "{x}", Kind::Percent(number)) => found.numbers.push((*number, true)),
        ("{d}", Kind::Date(date)) => found.date = Some(*date),
        ("{q}", Kind::Quoted) => {}
        (word, Kind::Number(number)) if *number == Decimal::ONE && word.split('|').any(|one| one == "{1}") => {}
        _ if word.split('|').any(|word| is(token, word)) => {}
        _ => return None,
    }
    Some(found)
}

/// Whether a token may stand among words.
fn in_words(token: &Token) -> bool {
    match token.kind {
        Kind::Word(_) | Kind::Quoted => true,
        Kind::Sign(sign) => matches!(sign, ',' | '/' | '-' | '%'),
        Kind::Number(_) | Kind::Percent(_) | Kind::Date(_) => false,
    }
}

/// Tokens as they were written, one space between words.
pub fn spoken(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        let close = matches!(token.kind, Kind::Sign(',' | ';' | ':' | '.' | '/' | ')')) || out.ends_with(['/', '(']);
        if !out.is_empty() && !close {
            out.push(' ');
        }
        out += &token.text;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::fits;

    #[test]
    fn a_pattern_fits_to_the_end_or_not_at_all() {
        let found = fits("[tính] theo tỷ_lệ [{w}]", &tokens("Theo tỷ lệ thực hiện/kế hoạch")).unwrap();
        assert_eq!(found.words, ["thực hiện/kế hoạch"]);
        assert!(fits("theo tỷ_lệ [{w}]", &tokens("Theo tỷ lệ, không quá 30 điểm")).is_none());
        let found = fits("chậm {n} -|đến {n} ngày : {n}", &tokens("chậm 1-5 ngày: 15 điểm")).unwrap();
        assert_eq!(found.numbers.len(), 3);
        assert!(fits("chậm {n} ngày", &tokens("chậm 5 ngày nữa")).is_none());
        assert!(fits("từ {p} trở lên", &tokens("từ 95 trở lên")).is_none());
    }
}
