//! The text of a clause in; words, numbers and signs, as patterns compare them, out.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::fold;
use crate::wording::guide::{POINTS, SAME};

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word in small letters, or several that count as one, joined by `_`.
    Word(String),
    /// A number.
    Number(Decimal),
    /// A number with a percent sign.
    Percent(Decimal),
    /// Words in quotation marks.
    Quoted,
    /// A date.
    Date(NaiveDate),
    /// `:`, `,`, `/`, `-` and other signs.
    Sign(char),
}

/// A token and the text it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
}

/// The tokens of a text; what stands in brackets and has no digit explains and is left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let text = without_explanations(text);
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(rest, first);
        found.push(token);
        rest = rest[length..].trim_start();
    }
    without_points(joined(&percentages(found)))
}

/// A number as offices write it: a comma before decimals, a full stop between thousands.
pub fn number(text: &str) -> Option<Decimal> {
    let groups: Vec<&str> = text.split('.').collect();
    let thousands = groups.len() > 1
        && !groups[0].starts_with('0')
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.split(',').next().is_some_and(|digits| digits.len() == 3));
    let plain = if thousands { groups.concat() } else { text.to_owned() };
    let digits = plain.replace(',', ".");
    let shape = digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.matches('.').count() <= 1;
    (shape && digits.len() <= 20).then(|| digits.parse().ok()).flatten()
}

fn without_explanations(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = bracketed(rest) {
        out += before;
        if inside.contains(|c: char| c.is_ascii_digit()) {
            out += inside;
        }
        rest = after;
    }
    out + rest
}

/// What stands before the first pair of brackets, within it, and behind it.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('(')?;
    let length = text[open..].find(')')? + 1;
    Some((&text[..open], &text[open..open + length], &text[open + length..]))
}

/// The first token of a text and its length.
fn next(text: &str, first: char) -> (Token, usize) {
    let length_while = |keep: &dyn Fn(char) -> bool| text.find(|c: char| !keep(c)).unwrap_or(text.len());
    let token = |kind: Kind, length: usize| (Token { kind, text: text[..length].to_owned() }, length);
    if let Some(closing) = closing(first)
        && let Some(end) = text[first.len_utf8()..].find(closing)
    {
        return token(Kind::Quoted, first.len_utf8() + end + closing.len_utf8());
    }
    if first.is_ascii_digit() {
        if let Some((date, length)) = date(text) {
            return token(Kind::Date(date), length);
        }
        let length = length_while(&|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        let digits = text[..length].trim_end_matches(['.', ',']);
        return match number(digits) {
            Some(number) => token(Kind::Number(number), digits.len()),
            None => token(Kind::Word(digits.to_owned()), digits.len()),
        };
    }
    if first.is_alphabetic() {
        let length = length_while(&|c| c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c));
        return token(Kind::Word(fold(&text[..length])), length);
    }
    let sign = match first {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    };
    token(Kind::Sign(sign), first.len_utf8())
}

fn closing(first: char) -> Option<char> {
    match first {
        '"' => Some('"'),
        '\u{201C}' => Some('\u{201D}'),
        '\u{AB}' => Some('\u{BB}'),
        _ => None,
    }
}

/// A date at the beginning, such as 28/02/2023, and its length.
fn date(text: &str) -> Option<(NaiveDate, usize)> {
    let length = text.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(text.len());
    let parts: Vec<&str> = text[..length].split('/').collect();
    let [day, month, year] = parts[..] else { return None };
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (year.len() == 4).then_some((date, length))
}

/// A number and the percent sign behind it as one.
fn percentages(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for token in tokens {
        match (out.last_mut(), &token.kind) {
            (Some(Token { kind: kind @ Kind::Number(_), text }), Kind::Sign('%')) => {
                if let Kind::Number(number) = *kind {
                    *kind = Kind::Percent(number);
                }
                text.push('%');
            }
            _ => out.push(token),
        }
    }
    out
}

/// Words that count as one, as one.
fn joined(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = tokens;
    while let Some((first, others)) = rest.split_first() {
        let same = SAME.iter().find_map(|(said, one)| {
            let words: Vec<&str> = said.split(' ').collect();
            let here = rest.get(..words.len())?;
            here.iter().zip(&words).all(|(token, word)| is(token, word)).then_some((here, *one))
        });
        if let Some((here, one)) = same {
            let text = here.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
            out.push(Token { kind: Kind::Word(one.to_owned()), text });
            rest = &rest[here.len()..];
        } else {
            out.push(first.clone());
            rest = others;
        }
    }
    out
}

/// The word for points behind a number adds nothing.
fn without_points(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for token in tokens {
        let behind_number = matches!(out.last(), Some(Token { kind: Kind::Number(_), .. }));
        if !(behind_number && POINTS.iter().any(|word| is(&token, word))) {
            out.push(token);
        }
    }
    out
}

/// Whether a token is a word or a sign.
pub fn is(token: &Token, word: &str) -> bool {
    match &token.kind {
        Kind::Word(own) => own == word,
        Kind::Sign(sign) => word.chars().eq(std::iter::once(*sign)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    fn shown(text: &str) -> String {
        let shown = tokens(text).into_iter().map(|token| match token.kind {
            Kind::Word(word) => word,
            Kind::Number(number) => format!("#{number}"),
            Kind::Percent(number) => format!("{number}%"),
            Kind::Quoted => "\"\"".to_owned(),
            Kind::Date(date) => date.to_string(),
            Kind::Sign(sign) => sign.to_string(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_percentages_and_the_word_for_points() {
        assert_eq!(shown("Hụt mỗi 1% trừ 0,5 điểm"), "hụt mỗi 1% trừ #0.5");
        assert_eq!(shown("KH 1.300.000 lượt"), "kh #1300000 lượt");
        assert_eq!(shown("thấp hơn không quá 0,2 điểm %: 10đ"), "thấp hơn không quá #0.2 điểm% : #10");
        assert_eq!(shown("chậm 1\u{2013}5 ngày"), "chậm #1 - #5 ngày");
        assert_eq!(shown("Hạn 28/02/2023."), "hạn 2023-02-28 .");
    }

    #[test]
    fn explanations_and_quotations() {
        assert_eq!(shown("không đạt (có đơn quá hạn): 0"), "không đạt : #0");
        assert_eq!(shown("Vượt mức \u{201C}trên 4.000 ha\u{201D}: 20"), "vượt mức \"\" : #20");
        assert_eq!(shown("Theo tỉ lệ thực hiện/kế hoạch được giao"), "theo tỷ_lệ thực_hiện / kế_hoạch");
    }
}
