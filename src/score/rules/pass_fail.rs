//! `pass-fail`: the maximum or nothing, by a word.
//!
//! Source: office scoring tables: "Có ban hành kế hoạch: 2; không: 0"; accepts Đạt, Có, x, 1, 100 %.

use rust_decimal::Decimal;

use super::basis::literal;
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked, fold,
};

/// The rule.
pub struct PassFail;

const PASS: &[&str] = &["Đạt", "Có", "x", "1", "100%", "TRUE"];
const FAIL: &[&str] = &["Không đạt", "Không", "0", "FALSE"];

impl Rule for PassFail {
    fn name(&self) -> &'static str {
        "pass-fail"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "đạt được điểm tối đa, không đạt được 0", en: "the maximum when passed, else nothing"
            },
            formula: "M or 0, by the words of `pass` and `fail` (default: Đạt, Có, x, 1, 100% / Không đạt, Không, 0)",
            example: Text {
                vi: "có ban hành kế hoạch: `Đạt` được 2/2 điểm",
                en: "a plan was issued: `Đạt` gives 2 of 2 points",
            },
            source: "scoring table of Sở Tư pháp Đồng Tháp (2022)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional("pass", ParamKind::Words, "các từ nghĩa là đạt", "words that mean passed"),
            Param::optional("fail", ParamKind::Words, "các từ nghĩa là không đạt", "words that mean failed"),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let words = |key: &str, default: &[&str]| {
            let given = args.words(key);
            if given.is_empty() { default.iter().map(|word| (*word).to_owned()).collect() } else { given }
        };
        let (pass, fail) = (words("pass", PASS), words("fail", FAIL));
        if pass.iter().any(|word| fail.iter().any(|other| fold(other) == fold(word))) {
            let expected =
                Text { vi: "từ không trùng với từ của `pass`", en: "words that are not in `pass` too" };
            return Err(vec![ParamFault::Bad { key: "fail", expected }]);
        }
        Ok(Box::new(Bound { maximum, pass, fail }))
    }
}

struct Bound {
    maximum: Decimal,
    pass: Vec<String>,
    fail: Vec<String>,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Word(vec![self.pass.clone(), self.fail.clone()]))]
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let word = evidence.word("actual")?.to_owned();
        let points = match (self.pass.contains(&word), self.fail.contains(&word)) {
            (true, _) => self.maximum,
            (false, true) => Decimal::ZERO,
            (false, false) => return Err(Refusal::Missing("actual".to_owned())),
        };
        Ok(Worked::new(points, move |lang| {
            let points = lang.number(points);
            lang.pick(format!("`{word}`: {points} điểm"), format!("`{word}`: {points} points"))
        }))
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (pass, fail) = (literal(self.pass.first()?), literal(self.fail.first()?));
        let actual = cells.input("actual");
        Some(format!("IF({actual}={pass},{},IF({actual}={fail},0,NA()))", cells.maximum()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bind, evidence};
    use crate::model::Refusal;

    #[test]
    fn a_word_of_neither_list_is_missing_and_never_a_failure() {
        let kernel = bind("pass-fail", "2", "").unwrap();
        let refused = kernel.mark(&evidence(&[("actual", "có lẽ")])).unwrap_err();
        assert_eq!(refused, Refusal::Missing("actual".to_owned()));
    }

    #[test]
    fn a_word_may_not_mean_both() {
        assert!(bind("pass-fail", "2", "pass = ['Đạt']\nfail = ['đạt']").is_err());
        assert!(bind("pass-fail", "2", "pass = ['Hoàn thành']\nfail = ['Chưa hoàn thành']").is_ok());
    }
}
