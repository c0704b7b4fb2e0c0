//! The wording of how a criterion is marked in; its clauses and what each says out, or the first that is not understood.

use super::pattern::{Found, fits, spoken};
use super::token::{Token, is, tokens};
use crate::wording::guide::{PATTERNS, Says};

/// A sentence of more words or commas says more than a rule.
const LONGEST: usize = 120;
const MOST_COMMAS: usize = 12;

/// A clause that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it says.
    pub says: Says,
    /// Its numbers and words.
    pub found: Found,
}

impl Clause {
    /// Its last number: the points.
    pub fn points(&self) -> Option<rust_decimal::Decimal> {
        self.found.numbers.last().map(|(number, _)| *number)
    }
}

/// All clauses in order.
///
/// # Errors
/// The words that no pattern fits.
pub fn clauses(text: &str) -> Result<Vec<Clause>, String> {
    let mut all = Vec::new();
    for sentence in sentences(text) {
        let tokens = tokens(sentence);
        let commas = tokens.iter().filter(|token| is(token, ",")).count();
        let bearable = tokens.len() <= LONGEST && commas <= MOST_COMMAS;
        let understood = if bearable { parts(&tokens) } else { None };
        all.extend(understood.ok_or_else(|| spoken(&tokens))?);
    }
    Ok(all)
}

/// What semicolons, line breaks and full stops part, without the bullets in front.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in text.split([';', '\n', '\u{2022}']) {
        found.extend(piece.split(". "));
    }
    let bare = found.into_iter().map(|piece| {
        let bullet = |c: char| c.is_whitespace() || matches!(c, '-' | '+' | '*' | '\u{2013}');
        piece.trim_start_matches(bullet).trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == ',')
    });
    bare.filter(|piece| !piece.is_empty()).collect()
}

/// A sentence as one clause, or as several with commas between; the longest clauses first.
fn parts(tokens: &[Token]) -> Option<Vec<Clause>> {
    let leading = tokens.iter().take_while(|token| is(token, ",")).count();
    let tokens = &tokens[leading..];
    let commas = (0..tokens.len()).filter(|at| is(&tokens[*at], ","));
    let ends: Vec<usize> = commas.chain([tokens.len()]).collect();
    ends.iter().rev().find_map(|end| {
        let first = clause(&tokens[..*end])?;
        let rest = tokens.get(end + 1..).filter(|rest| !rest.is_empty());
        let others = match rest {
            Some(rest) => parts(rest)?,
            None => Vec::new(),
        };
        Some(std::iter::once(first).chain(others).collect())
    })
}

fn clause(tokens: &[Token]) -> Option<Clause> {
    PATTERNS.iter().find_map(|(says, pattern)| Some(Clause { says: *says, found: fits(pattern, tokens)? }))
}

#[cfg(test)]
mod tests {
    use super::clauses;
    use crate::wording::guide::Says::{self, *};

    fn said(text: &str) -> Vec<Says> {
        clauses(text).unwrap_or_else(|part| panic!("{part}")).into_iter().map(|clause| clause.says).collect()
    }

    #[test]
    fn sentences_are_taken_apart_at_commas_only_where_both_sides_are_clauses() {
        assert_eq!(said("Theo tỷ lệ số chỉ tiêu đạt, vượt/tổng số chỉ tiêu được giao"), [Ratio]);
        assert_eq!(said("Mỗi điển hình có bài viết được đăng, phát: 5 điểm, không quá 25 điểm"), [Each, AtMost]);
        assert_eq!(
            said("Đầy đủ, đúng hạn: 25 điểm; mỗi báo cáo chậm trừ 2 điểm, trừ đến hết số điểm"),
            [OnTime, EachOff, OffToNothing]
        );
        assert_eq!(said("05 phong trào, mỗi phong trào có kế hoạch và kết quả: 6 điểm."), [Items, Each]);
        assert_eq!(said("Xuất sắc 25, tốt 20\n- khá 12"), [Word, Word, Word]);
    }

    #[test]
    fn what_no_pattern_fits_is_named() {
        assert_eq!(
            clauses("Đạt: 20 điểm; theo quy định tại 3 phụ lục kèm theo").unwrap_err(),
            "theo quy định tại 3 phụ lục kèm theo"
        );
    }

    #[test]
    fn levels_distances_and_shares() {
        assert_eq!(
            said("Từ 95% trở lên: 20; từ 90% đến dưới 95%: 15; trên 5% đến 10%: 3; dưới 80%: 0"),
            [From, FromUnder, AboveTo, Under]
        );
        assert_eq!(
            said("thấp hơn không quá 0,2 điểm %: 10 điểm; thấp hơn quá 0,2 đến 0,5 điểm %: 5 điểm; thấp hơn nữa: 0"),
            [ShortTo, ShortAboveTo, ShortBeyond]
        );
        assert_eq!(said("Hoàn thành 100% nội dung đúng hạn: 80; quá hạn đến 5%: trừ 10"), [Reached, OffTo]);
    }
}
