//! `balance`: bonus events less penalty events, within bounds.
//!
//! mark = clamp(bonus · b − penalty · k, min, max). Practice of police clusters: 2 × 3 − 1 × 5 = 1 (min −10, max 10).

use rust_decimal::Decimal;

use super::basis::{not_negative, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked,
};

/// The rule.
pub struct Balance;

const BONUS: Text = Text { vi: "Số lần được cộng điểm", en: "Events that add points" };
const PENALTY: Text = Text { vi: "Số lần bị trừ điểm", en: "Events that take points off" };

const MOST: Text = Text {
    vi: "một số không âm; bằng 0 nếu chỉ có `penalty`",
    en: "a number not below 0; 0 where there is only `penalty`",
};

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
            source: "practice of police clusters (Quảng Trị): points up and down for each event",
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
        if most < Decimal::ZERO || bonus.is_none() && args.number("max").is_some_and(|most| !most.is_zero()) {
            return Err(vec![ParamFault::Bad { key: "max", expected: MOST }]);
        }
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
            Some(each) => {
                let count = evidence.number(if self.both() { row } else { "actual" })?;
                not_negative(count).map(|()| (count, each))
            }
        };
        let (ups, up) = count(self.bonus, "bonus:actual")?;
        let (downs, down) = count(self.penalty, "penalty:actual")?;
        let product = |count: Decimal, each: Decimal| count.checked_mul(each).unwrap_or(Decimal::from(1_000_000_000));
        let (least, most) = (self.least, self.most);
        let sides = (self.bonus.is_some(), self.penalty.is_some());
        let points = (product(ups, up) - product(downs, down)).clamp(least, most);
        Ok(Worked::new(points, move |lang| {
            let [ups, up, downs, down, least, most, points] =
                [ups, up, downs, down, least, most, points].map(|number| lang.number(number));
            match sides {
                (true, true) => lang.pick(
                    format!("cộng {ups} × {up}, trừ {downs} × {down}, trong khoảng {least} đến {most}: {points} điểm"),
                    format!("{ups} × {up} up, {downs} × {down} off, between {least} and {most}: {points} points"),
                ),
                (true, false) => lang.pick(
                    format!("{ups} lần, mỗi lần cộng {up}, không quá {most}: {points} điểm"),
                    format!("{ups} times, {up} up each, {most} at most: {points} points"),
                ),
                (false, _) => lang.pick(
                    format!("{downs} lần, mỗi lần trừ {down}, không dưới {least}: {points} điểm"),
                    format!("{downs} times, {down} off each, not below {least}: {points} points"),
                ),
            }
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        let each = [("bonus", self.bonus), ("penalty", self.penalty), ("min", Some(self.least))];
        each.into_iter().filter_map(|(name, number)| Some((name.to_owned(), number?))).collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let count = |row: &str| cells.input(if self.both() { row } else { "actual" });
        let (ups, downs) = (count("bonus:actual"), count("penalty:actual"));
        let (up, down) = (|| cells.number("bonus"), || cells.number("penalty"));
        let (negative, sum) = match (self.bonus, self.penalty) {
            (Some(_), Some(_)) => (format!("MIN({ups},{downs})"), format!("{ups}*{}-{downs}*{}", up(), down())),
            (Some(_), None) => (ups.clone(), format!("{ups}*{}", up())),
            _ => (downs.clone(), format!("-{downs}*{}", down())),
        };
        let within = format!("MIN(MAX({sum},{}),{})", cells.number("min"), cells.maximum());
        Some(unless(&format!("{negative}<0"), &within))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, impossible};

    #[test]
    fn one_side_is_said_alone() {
        let said = because("balance", "0", "penalty = 10\nmin = -40", &[("actual", "2")]);
        assert_eq!(said.0, "2 lần, mỗi lần trừ 10, không dưới -40: -20 điểm");
        let said = because("balance", "10", "bonus = 5\nmin = 0", &[("actual", "3")]);
        assert_eq!(said.1, "3 times, 5 up each, 10 at most: 10 points");
        impossible("balance", "0", "penalty = 10\nmin = -40", &[("actual", "-1")]);
    }

    #[test]
    fn bounds_that_cannot_hold_are_refused() {
        assert!(bind("balance", "0", "penalty = 5\nmin = -10\nmax = 7").is_err());
        assert!(bind("balance", "-5", "bonus = 5\nmin = 0").is_err());
        assert!(bind("balance", "10", "min = -10").is_err());
        assert_eq!(bind("balance", "0", "penalty = 5\nmin = -10").unwrap().lowest(), "-10".parse().unwrap());
    }
}
