//! `lateness`: points by the days between the due date and the date it was done.
//!
//! Source: office scoring tables: on time 2; 1-2 days late 1.5; 3-5 → 1; 6-10 → 0.5; over 10 → 0.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked,
};

/// The rule.
pub struct Lateness;

const LATE: Text = Text {
    vi: "các mức có `days` tăng dần từ 0 và `points` giảm dần, không âm",
    en: "entries with rising `days` from 0 and falling `points`, none below 0",
};

impl Rule for Lateness {
    fn name(&self) -> &'static str {
        "lateness"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text { vi: "điểm theo số ngày chậm so với thời hạn", en: "points by days late" },
            formula: "points of the first entry with days late ≤ days; `beyond` after the last",
            example: Text {
                vi: "đúng hạn 2; chậm 1-2 ngày 1,5; chậm 3-5 ngày 1; hạn 10/3, nộp 12/3: 1,5",
                en: "on time 2; 1-2 days late 1.5; 3-5 days 1; due 10 March, done 12 March: 1.5",
            },
            source: "scoring table of Sở Tư pháp Đồng Tháp (2022)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional(
                "due",
                ParamKind::Date,
                "thời hạn chung (nếu không ghi: lấy ở cột kế hoạch)",
                "the due date for all (else the plan column)",
            ),
            Param::required(
                "late",
                ParamKind::Tables(&["days", "points"]),
                "các mức: chậm đến `days` ngày được `points` điểm",
                "entries: up to `days` days late gives `points`",
            ),
            Param::required("beyond", ParamKind::Points, "chậm hơn nữa được", "points when later still"),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let bad = || vec![ParamFault::Bad { key: "late", expected: LATE }];
        let mut late: Vec<(i64, Decimal)> = Vec::new();
        for table in args.tables("late") {
            let days = table
                .values
                .get("days")
                .and_then(toml::Value::as_integer)
                .filter(|days| (0..=3_660).contains(days))
                .ok_or_else(bad)?;
            let points = table.number("points").filter(|points| *points >= Decimal::ZERO).ok_or_else(bad)?;
            if late.last().is_some_and(|(earlier, more)| *earlier >= days || *more <= points) {
                return Err(bad());
            }
            late.push((days, points));
        }
        let beyond = args.number("beyond").unwrap_or_default();
        let least = late.last().map(|(_, points)| *points).unwrap_or_default();
        if late.first().is_none_or(|(days, _)| *days != 0) {
            return Err(bad());
        }
        if beyond < Decimal::ZERO || beyond >= least {
            return Err(vec![ParamFault::Bad {
                key: "beyond",
                expected: Text {
                    vi: "một số không âm, nhỏ hơn mức cuối",
                    en: "a number not below 0 and less than the last entry",
                },
            }]);
        }
        let best = late.first().map(|(_, points)| *points).unwrap_or_default();
        if best != maximum {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound { due: args.date("due"), late, beyond }))
    }
}

struct Bound {
    due: Option<NaiveDate>,
    late: Vec<(i64, Decimal)>,
    beyond: Decimal,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.due.is_none() {
            inputs.push(Input::own(Column::Plan, InputKind::Date));
        }
        inputs.push(Input::own(Column::Actual, InputKind::Date));
        inputs
    }

    fn fewer_is_better(&self) -> bool {
        true
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let due = self.due.map_or_else(|| evidence.date("plan"), Ok)?;
        let done = evidence.date("actual")?;
        let days = (done - due).num_days().max(0);
        let points = self.late.iter().find(|(limit, _)| days <= *limit).map_or(self.beyond, |(_, points)| *points);
        Ok(Worked::new(points, move |lang| {
            let (due, done, points) = (lang.date(due), lang.date(done), lang.number(points));
            let late = if days == 0 {
                lang.pick("đúng hạn".to_owned(), "on time".to_owned())
            } else {
                lang.pick(
                    format!("chậm {days} ngày"),
                    format!("{days} {} late", if days == 1 { "day" } else { "days" }),
                )
            };
            lang.pick(
                format!("hạn {due}, thực hiện {done}, {late}: {points} điểm"),
                format!("due {due}, done {done}, {late}: {points} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        let mut numbers: Vec<_> = self.due.map(|due| ("due".to_owned(), serial(due))).into_iter().collect();
        for (place, (days, points)) in (1..).zip(&self.late) {
            numbers.push((format!("late.{place}.days"), Decimal::from(*days)));
            numbers.push((format!("late.{place}.points"), *points));
        }
        numbers.push(("beyond".to_owned(), self.beyond));
        numbers
    }

    /// Excel nests 64 IF: some 60 entries.
    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let due = if self.due.is_some() { cells.number("due") } else { cells.input("plan") };
        let days = format!("{}-{due}", cells.input("actual"));
        let entry = |later: String, place: usize| {
            let [limit, points] = ["days", "points"].map(|key| cells.number(&format!("late.{place}.{key}")));
            format!("IF({days}<={limit},{points},{later})")
        };
        Some((1..=self.late.len()).rev().fold(cells.number("beyond"), entry))
    }
}

/// The number that a spreadsheet keeps for a date.
fn serial(date: NaiveDate) -> Decimal {
    NaiveDate::from_ymd_opt(1899, 12, 30).map(|first| Decimal::from((date - first).num_days())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind};

    const LATE: &str = "due = 2023-03-10\nbeyond = 0\nlate = [{days = 0, points = 2}, {days = 2, points = 1.5}]";

    #[test]
    fn one_day_late() {
        let said = because("lateness", "2", LATE, &[("actual", "2023-03-11")]);
        assert_eq!(said.0, "hạn 10/03/2023, thực hiện 11/03/2023, chậm 1 ngày: 1,5 điểm");
        assert_eq!(said.1, "due 10/03/2023, done 11/03/2023, 1 day late: 1.5 points");
    }

    #[test]
    fn entries_rise_in_days_and_fall_in_points() {
        for late in [
            "{days = 1, points = 2}",
            "{days = 0, points = 2}, {days = 2, points = 2}",
            "{days = 0, points = 2}, {days = 0, points = 1}",
        ] {
            assert!(bind("lateness", "2", &format!("beyond = 0\nlate = [{late}]")).is_err(), "{late}");
        }
    }
}
