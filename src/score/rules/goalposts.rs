//! `goalposts`: points by where the actual lies between two fixed ends.
//!
//! mark = M · (f(A) − f(low))/(f(high) − f(low)), lower is better: M · (f(high) − f(A))/(…); f is the number itself or
//! its natural logarithm, and then the share is rounded to 12 decimals. Outside the ends: the end, or refused.
//! Source: UNDP, Human Development Report, technical note 1.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::basis::{impossible, too_large, unless};
use super::direction::{DIRECTION, Direction};
use super::peers::actual;
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, Refusal, Rule, Worked,
    decimal_of_binary, round, share,
};

/// The rule.
pub struct Goalposts;

const ENDS: Text = Text {
    vi: "một số lớn hơn `low`; thang logarit cần `low` lớn hơn 0",
    en: "a number above `low`; a logarithm needs `low` above 0",
};

impl Rule for Goalposts {
    fn name(&self) -> &'static str {
        "goalposts"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo vị trí giữa hai mốc cố định",
                en: "points by the place between two fixed ends",
            },
            formula: "M · (f(A) − f(low))/(f(high) − f(low)), f: the number, or its logarithm",
            example: Text {
                vi: "mốc 20 và 85, thực hiện 73,6, M = 1: 53,6/65 = 0,825",
                en: "ends 20 and 85, actual 73.6, M = 1: 53.6/65 = 0.825",
            },
            source: "UNDP, Human Development Report 2021/22, technical note 1",
        }
    }

    fn advanced(&self) -> bool {
        true
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required("low", ParamKind::Points, "mốc thấp", "the low end"),
            Param::required("high", ParamKind::Points, "mốc cao", "the high end"),
            Param::required(
                "beyond",
                ParamKind::Choice(&["clip", "refuse"]),
                "ngoài hai mốc: lấy bằng mốc (clip) hay không chấm (refuse)",
                "outside the ends: taken as the end, or refused",
            ),
            Param::optional(
                "scale",
                ParamKind::Choice(&["linear", "log"]),
                "thang thường hay thang logarit (mặc định linear)",
                "the number itself or its logarithm (default linear)",
            ),
            DIRECTION,
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let (low, high) = (args.number("low").unwrap_or_default(), args.number("high").unwrap_or_default());
        let log = args.word("scale") == Some("log");
        if low >= high || (log && low <= Decimal::ZERO) {
            return Err(vec![ParamFault::Bad { key: "high", expected: ENDS }]);
        }
        let clip = args.word("beyond") == Some("clip");
        Ok(Box::new(Bound { maximum, low, high, log, clip, direction: Direction::of(args) }))
    }
}

struct Bound {
    maximum: Decimal,
    low: Decimal,
    high: Decimal,
    log: bool,
    clip: bool,
    direction: Direction,
}

impl Bound {
    fn points(&self, actual: Decimal) -> Option<Decimal> {
        if !self.log {
            let part = self.direction.beyond_worst(actual, self.low, self.high)?;
            return share(self.maximum, part, self.high - self.low);
        }
        let [low, high, actual] = [self.low, self.high, actual].map(|number| number.to_f64().map(libm::log));
        let (low, high, actual) = (low?, high?, actual?);
        let part = if self.direction == Direction::Higher { actual - low } else { high - actual };
        let place = round(decimal_of_binary(part / (high - low))?, 12);
        self.maximum.checked_mul(place.clamp(Decimal::ZERO, Decimal::ONE))
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
        let (actual, low, high, maximum) = (evidence.number("actual")?, self.low, self.high, self.maximum);
        let counted = actual.clamp(low, high);
        if counted != actual && !self.clip {
            let outside = |lang: Lang| [actual, low, high].map(|number| lang.number(number));
            let ([actual_vi, low_vi, high_vi], [actual, low, high]) = (outside(Lang::Vi), outside(Lang::En));
            return Err(impossible(
                &format!("thực hiện {actual_vi} nằm ngoài hai mốc {low_vi} và {high_vi}"),
                &format!("the actual {actual} lies outside {low} and {high}"),
            ));
        }
        let log = self.log;
        Ok(Worked::new(self.points(counted).ok_or_else(too_large)?, move |lang| {
            let [said, counted_as, low, high, maximum] =
                [actual, counted, low, high, maximum].map(|number| lang.number(number));
            let scale = if log { lang.pick(" (thang logarit)", " (logarithms)") } else { "" };
            let taken = if counted == actual {
                String::new()
            } else {
                lang.pick(format!(", tính bằng mốc {counted_as}"), format!(", taken as {counted_as}"))
            };
            lang.pick(
                format!("thực hiện {said}{taken}, giữa mốc {low} và {high}{scale}, trên {maximum} điểm"),
                format!("actual {said}{taken}, between {low} and {high}{scale}, out of {maximum} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        vec![("low".to_owned(), self.low), ("high".to_owned(), self.high)]
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (actual, maximum) = (cells.input("actual"), cells.maximum());
        let (low, high) = (cells.number("low"), cells.number("high"));
        let counted = if self.clip { format!("MIN(MAX({actual},{low}),{high})") } else { actual.clone() };
        let points = if self.log {
            let [value, low, high] = [&counted, &low, &high].map(|number| format!("LN({number})"));
            let part = self.direction.beyond_worst_formula(&value, &low, &high);
            format!("{maximum}*ROUND({part}/({high}-{low}),12)")
        } else {
            let part = self.direction.beyond_worst_formula(&counted, &low, &high);
            format!("{maximum}*{part}/({high}-{low})")
        };
        Some(if self.clip { points } else { unless(&format!("OR({actual}<{low},{actual}>{high})"), &points) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, impossible, marks};

    #[test]
    fn between_the_ends() {
        let ends = "low = 20\nhigh = 85\nbeyond = 'clip'";
        for (actual, points) in [("73.6", "82.46"), ("85", "100"), ("90", "100"), ("20", "0"), ("-3", "0")] {
            marks("goalposts", "100", ends, &[("actual", actual)], points);
        }
        let lower = "low = 20\nhigh = 85\nbeyond = 'refuse'\ndirection = 'lower'";
        marks("goalposts", "100", lower, &[("actual", "73.6")], "17.54");
        impossible("goalposts", "100", lower, &[("actual", "85.1")]);
        assert!(because("goalposts", "100", ends, &[("actual", "90")]).0.contains("thực hiện 90, tính bằng mốc 85"));
    }

    #[test]
    fn logarithms_of_income() {
        // (ln 7867 − ln 100)/(ln 75000 − ln 100) = 0.659366…: Viet Nam's income of 2021
        let income = "low = 100\nhigh = 75000\nscale = 'log'\nbeyond = 'clip'";
        for (actual, points) in [("7867", "65.94"), ("75000", "100"), ("100", "0"), ("0", "0"), ("-1", "0")] {
            marks("goalposts", "100", income, &[("actual", actual)], points);
        }
        assert!(bind("goalposts", "1", "low = 0\nhigh = 5\nscale = 'log'\nbeyond = 'clip'").is_err());
        assert!(bind("goalposts", "1", "low = 5\nhigh = 5\nbeyond = 'clip'").is_err());
    }
}
