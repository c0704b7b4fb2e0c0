//! `count`: so many points for each, up to a limit.
//!
//! mark = min(n · points, limit), limit = M. Practice of police clusters: "4 buổi × 5 đ, limit 15 → 15".

use rust_decimal::Decimal;

use super::basis::{not_negative, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked,
};

/// The rule.
pub struct Count;

impl Rule for Count {
    fn name(&self) -> &'static str {
        "count"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "mỗi việc một số điểm, không quá mức trần", en: "points for each, up to a limit"
            },
            formula: "min(A · points, limit), limit = M",
            example: Text {
                vi: "4 buổi, mỗi buổi 5 điểm, không quá 15: 15",
                en: "4 sessions of 5 points, 15 at most: 15",
            },
            source: "practice of police clusters (Quảng Trị): marked by the count",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required("points", ParamKind::Share, "điểm mỗi lần", "points for each"),
            Param::required("limit", ParamKind::Share, "không quá (bằng điểm tối đa)", "at most (the maximum)"),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let limit = args.number("limit").unwrap_or_default();
        if limit != maximum {
            return Err(vec![ParamFault::OutOfReach { best: limit }]);
        }
        Ok(Box::new(Bound { points: args.number("points").unwrap_or_default(), limit }))
    }
}

struct Bound {
    points: Decimal,
    limit: Decimal,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Count)]
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let count = evidence.number("actual")?;
        not_negative(count)?;
        let (each, limit) = (self.points, self.limit);
        let points = count.checked_mul(each).unwrap_or(limit).min(limit);
        Ok(Worked::new(points, move |lang| {
            let [count, each, limit, points] = [count, each, limit, points].map(|number| lang.number(number));
            lang.pick(
                format!("{count} × {each} điểm, không quá {limit}: {points} điểm"),
                format!("{count} × {each} points, {limit} at most: {points} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        vec![("points".to_owned(), self.points)]
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (count, each) = (cells.input("actual"), cells.number("points"));
        Some(unless(&format!("{count}<0"), &format!("MIN({count}*{each},{})", cells.maximum())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, impossible};

    #[test]
    fn four_sessions_stop_at_the_limit() {
        let said = because("count", "15", "points = 5\nlimit = 15", &[("actual", "4")]);
        assert_eq!(said.0, "4 × 5 điểm, không quá 15: 15 điểm");
        assert!(bind("count", "20", "points = 5\nlimit = 15").is_err());
    }

    #[test]
    fn a_negative_count_is_refused() {
        impossible("count", "15", "points = 5\nlimit = 15", &[("actual", "-3")]);
    }
}
