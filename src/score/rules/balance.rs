//! `balance`: bonus events less penalty events, within bounds.
//!
//! mark = clamp(bonus · b − penalty · k, min, max). Source: domain 2.2, row 10: 2 × 3 − 1 × 5 = 1 (min −10, max 10).

use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal, Rule,
    Worked,
};

/// The rule.
pub struct Balance;

const BONUS: Text = Text { vi: "Số lần được cộng điểm", en: "Events that add points" };
const PENALTY: Text = Text { vi: "Số lần bị trừ điểm", en: "Events that take points off" };

impl Rule for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm cộng trừ điểm trừ theo số lần, trong khoảng cho phép",
                en: "bonus events less penalty events, within bounds",
            },
            formula: "min(max, max(min, bonus · b − penalty · k)), max = M",
            example: Text {
                vi: "2 lần cộng 3, 1 lần trừ 5: 6 - 5 = 1 (từ -10 đến 10)",
                en: "2 times 3 up, once 5 off: 6 - 5 = 1 (from -10 to 10)",
            },
            source: "domain 2.2, row 10",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional("bonus", ParamKind::Share, "điểm cộng mỗi lần", "points for each bonus event"),
            Param::optional("penalty", ParamKind::Share, "điểm trừ mỗi lần", "points off for each penalty event"),
            Param::required("min", ParamKind::Points, "thấp nhất (không lớn hơn 0)", "the least (not above 0)"),
            Param::optional("max", ParamKind::Points, "cao nhất (bằng điểm tối đa)", "the most (the maximum)"),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let (bonus, penalty) = (args.number("bonus"), args.number("penalty"));
        let least = args.number("min").unwrap_or_default();
        let most = args.number("max").unwrap_or(maximum);
        let million = Decimal::from(1_000_000);
        if least > Decimal::ZERO || least < -million {
            return Err(vec![ParamFault::Bad {
                key: "min",
                expected: Text { vi: "một số không lớn hơn 0", en: "a number not above 0" },
            }]);
        }
        if bonus.is_none() && penalty.is_none() {
            return Err(vec![ParamFault::Bad {
                key: "penalty",
                expected: Text {
                    vi: "ít nhất một trong `bonus`, `penalty`",
                    en: "at least one of `bonus` and `penalty`",
                },
            }]);
        }
        let best = if bonus.is_some() { most } else { Decimal::ZERO };
        if best != maximum {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound { bonus, penalty, least, most: maximum }))
    }
}

struct Bound {
    bonus: Option<Decimal>,
    penalty: Option<Decimal>,
    least: Decimal,
    most: Decimal,
}

impl Bound {
    fn both(&self) -> bool {
        self.bonus.is_some() && self.penalty.is_some()
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        if self.both() {
            vec![
                Input::row("bonus", Column::Actual, InputKind::Count, BONUS),
                Input::row("penalty", Column::Actual, InputKind::Count, PENALTY),
            ]
        } else {
            vec![Input::own(Column::Actual, InputKind::Count)]
        }
    }

    fn lowest(&self) -> Decimal {
        self.least
    }

    fn fewer_is_better(&self) -> bool {
        self.bonus.is_none()
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let count = |each: Option<Decimal>, row: &str| match each {
            None => Ok((Decimal::ZERO, Decimal::ZERO)),
            Some(each) => evidence.number(if self.both() { row } else { "actual" }).map(|count| (count, each)),
        };
        let (ups, up) = count(self.bonus, "bonus:actual")?;
        let (downs, down) = count(self.penalty, "penalty:actual")?;
        let product = |count: Decimal, each: Decimal| count.checked_mul(each).unwrap_or(Decimal::from(1_000_000_000));
        let (least, most) = (self.least, self.most);
        let points = (product(ups, up) - product(downs, down)).clamp(least, most);
        Ok(Worked::new(points, move |lang| {
            let [ups, up, downs, down, least, most, points] =
                [ups, up, downs, down, least, most, points].map(|number| lang.number(number));
            lang.pick(
                format!("cộng {ups} × {up}, trừ {downs} × {down}, trong khoảng {least} đến {most}: {points} điểm"),
                format!("{ups} × {up} up, {downs} × {down} off, between {least} and {most}: {points} points"),
            )
        }))
    }
}
