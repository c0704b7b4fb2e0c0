//! `ratio-to-best`: points in proportion to the best actual of the bloc.
//!
//! mark = M · A/max A; lower is better: M · min A/A, and M for an actual of 0.
//! Source: Hwang and Yoon, Multiple Attribute Decision Making (1981), linear normalisation; rankings that set the best to 100.

use rust_decimal::Decimal;

use super::basis::{impossible, not_negative, too_large, unless};
use super::direction::{DIRECTION, Direction};
use super::peers::{actual, actuals, alone, each};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct RatioToBest;

impl Rule for RatioToBest {
    fn name(&self) -> &'static str {
        "ratio-to-best"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo tỷ lệ so với đơn vị cao nhất trong cụm, khối",
                en: "points in proportion to the best of the bloc",
            },
            formula: "M · A/max A; lower is better: M · min A/A",
            example: Text {
                vi: "cao nhất 80, thực hiện 60, M = 10: 10 · 60/80 = 7,5",
                en: "the best has 80, actual 60, M = 10: 10 · 60/80 = 7.5",
            },
            source: "Hwang and Yoon, Multiple Attribute Decision Making (1981), linear normalisation",
        }
    }

    fn advanced(&self) -> bool {
        true
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[DIRECTION];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound { maximum, direction: Direction::of(args) }))
    }
}

struct Bound {
    maximum: Decimal,
    direction: Direction,
}

impl Bound {
    fn points(&self, actual: Decimal, best: Decimal) -> Result<Decimal, Refusal> {
        not_negative(actual)?;
        let (part, whole) = match self.direction {
            Direction::Higher => (actual, best),
            Direction::Lower if actual.is_zero() => return Ok(self.maximum),
            Direction::Lower => (best, actual),
        };
        if whole.is_zero() {
            return Err(impossible(
                "mọi đơn vị đều là 0, không có mức cao nhất để so",
                "every member has 0, there is no best to compare with",
            ));
        }
        share(self.maximum, part, whole).ok_or_else(too_large)
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        actual()
    }

    fn fewer_is_better(&self) -> bool {
        self.direction == Direction::Lower
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        alone(self, evidence)
    }

    fn mark_bloc(&self, members: &[Evidence]) -> Vec<Result<Worked, Refusal>> {
        let peers = actuals(members).into_iter().filter(|actual| *actual >= Decimal::ZERO);
        let best = peers.max_by(|left, right| self.direction.compare(*left, *right)).unwrap_or_default();
        each(members, |actual| {
            let maximum = self.maximum;
            Ok(Worked::new(self.points(actual, best)?, move |lang| {
                let [actual, best, maximum] = [actual, best, maximum].map(|number| lang.number(number));
                lang.pick(
                    format!("thực hiện {actual}, tốt nhất trong cụm, khối {best}; tính theo tỷ lệ trên {maximum} điểm"),
                    format!("actual {actual}, the best of the bloc {best}; in proportion of {maximum} points"),
                )
            }))
        })
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (column, actual, maximum) = (cells.column("actual"), cells.input("actual"), cells.maximum());
        Some(match self.direction {
            Direction::Higher => {
                unless(&format!("OR({actual}<0,MAX({column})=0)"), &format!("{maximum}*{actual}/MAX({column})"))
            }
            Direction::Lower => {
                let least = format!("SMALL({column},COUNTIF({column},\"<0\")+1)");
                let points = format!("IF({actual}=0,{maximum},{maximum}*{least}/{actual})");
                unless(&format!("{actual}<0"), &points)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bloc_marks, impossible};

    #[test]
    fn the_best_gets_all() {
        bloc_marks("ratio-to-best", "10", "", &["80", "60", "", "0", "-5"], &["10", "7.5", "-", "0", "-"]);
        bloc_marks("ratio-to-best", "10", "direction = 'lower'", &["8", "5", "-5", "10"], &["6.25", "10", "-", "5"]);
        bloc_marks("ratio-to-best", "10", "direction = 'lower'", &["0", "5"], &["10", "0"]);
        impossible("ratio-to-best", "10", "", &[("actual", "0")]);
    }
}
