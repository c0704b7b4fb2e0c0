//! `deduct`: the maximum less so many points for each occurrence, down to nothing.
//!
//! mark = max(0, M − each · n). Source: compact table B, I.9 and IV.5 ("mỗi báo cáo chậm trừ 2 điểm, trừ đến hết số điểm").

use rust_decimal::Decimal;

use super::basis::{not_negative, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked,
};

/// The rule.
pub struct Deduct;

impl Rule for Deduct {
    fn name(&self) -> &'static str {
        "deduct"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "mỗi lần vi phạm trừ một số điểm, trừ đến hết",
                en: "points off for each occurrence, down to nothing",
            },
            formula: "max(0, M − each · A)",
            example: Text {
                vi: "M = 25, mỗi báo cáo chậm trừ 2, chậm 3 báo cáo: 25 - 6 = 19",
                en: "M = 25, 2 off for each late report, 3 late: 25 - 6 = 19",
            },
            source: "compacts in use: points off for each occurrence",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] =
            &[Param::required("each", ParamKind::Share, "điểm trừ mỗi lần", "points off for each occurrence")];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound { maximum, each: args.number("each").unwrap_or_default() }))
    }
}

struct Bound {
    maximum: Decimal,
    each: Decimal,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Count)]
    }

    fn fewer_is_better(&self) -> bool {
        true
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let count = evidence.number("actual")?;
        not_negative(count)?;
        let off = count.checked_mul(self.each).unwrap_or(self.maximum).min(self.maximum);
        let (maximum, each) = (self.maximum, self.each);
        Ok(Worked::new(maximum - off, move |lang| {
            let [count, each, maximum, off, left] =
                [count, each, maximum, off, maximum - off].map(|number| lang.number(number));
            lang.pick(
                format!("{count} lần, mỗi lần trừ {each}: {maximum} - {off} = {left} điểm"),
                format!("{count} times, {each} off each: {maximum} - {off} = {left} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        vec![("each".to_owned(), self.each)]
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (count, each) = (cells.input("actual"), cells.number("each"));
        Some(unless(&format!("{count}<0"), &format!("MAX({}-{count}*{each},0)", cells.maximum())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, impossible};

    #[test]
    fn late_reports_of_compact_b() {
        let said = because("deduct", "25", "each = 2", &[("actual", "3")]);
        assert_eq!(said.0, "3 lần, mỗi lần trừ 2: 25 - 6 = 19 điểm");
        assert_eq!(said.1, "3 times, 2 off each: 25 - 6 = 19 points");
    }

    #[test]
    fn a_negative_count_earns_nothing() {
        impossible("deduct", "25", "each = 2", &[("actual", "-3")]);
    }
}
