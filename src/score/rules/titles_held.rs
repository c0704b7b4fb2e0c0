//! `titles-held`: points for each award held in the year, summed or the best only, up to a limit.
//!
//! Source: HCMC form: flag of the ministry or city +10, Government flag +15.

use rust_decimal::Decimal;

use super::basis::{not_negative, unless};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked,
};

/// The rule.
pub struct TitlesHeld;

const TITLES: Text = Text {
    vi: "mỗi danh hiệu có `id` (chữ thường, số, gạch nối, không trùng), `name` và `points` lớn hơn 0, không quá `limit`",
    en: "each title has an `id` (small letters, digits, hyphens, unique), a `name`, and `points` above 0 and no more than `limit`",
};

impl Rule for TitlesHeld {
    fn name(&self) -> &'static str {
        "titles-held"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo danh hiệu, hình thức khen thưởng đã được tặng",
                en: "points for awards held",
            },
            formula: "min(limit, Σ points · n) or the best single title; limit = M",
            example: Text {
                vi: "Huân chương 10, Cờ thi đua của Chính phủ 5, mỗi loại một, không quá 15: 15",
                en: "an order 10, a Government flag 5, one of each, 15 at most: 15",
            },
            source: "scoring table of TP. Hồ Chí Minh, form 4",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required(
                "mode",
                ParamKind::Choice(&["sum", "best"]),
                "cộng tất cả (sum) hay chỉ lấy cao nhất (best)",
                "all added, or the best only",
            ),
            Param::required("limit", ParamKind::Share, "không quá (bằng điểm tối đa)", "at most (the maximum)"),
            Param::required(
                "titles",
                ParamKind::Tables(&["id", "name", "name_en", "points"]),
                "các danh hiệu: id, name, points",
                "the titles: id, name, points",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let bad = || vec![ParamFault::Bad { key: "titles", expected: TITLES }];
        let mut titles: Vec<Title> = Vec::new();
        for table in args.tables("titles") {
            let (id, name) =
                (table.word("id").ok_or_else(bad)?.to_owned(), table.word("name").ok_or_else(bad)?.to_owned());
            let points = table.number("points").filter(|points| *points > Decimal::ZERO).ok_or_else(bad)?;
            if table.values.get("name_en").is_some_and(|name| !name.is_str()) {
                return Err(bad());
            }
            let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if !plain || titles.iter().any(|earlier| earlier.id == id) {
                return Err(bad());
            }
            let name_en = table.word("name_en").map_or_else(|| name.clone(), str::to_owned);
            titles.push(Title { id, name: (name, name_en), points });
        }
        let limit = args.number("limit").unwrap_or_default();
        let best_only = args.word("mode") == Some("best");
        let best = if best_only {
            titles.iter().map(|title| title.points).max().unwrap_or_default().min(limit)
        } else {
            limit
        };
        if titles.iter().any(|title| title.points > limit) {
            return Err(bad());
        }
        if best != maximum || limit != maximum {
            return Err(vec![ParamFault::OutOfReach { best: if best == maximum { limit } else { best } }]);
        }
        Ok(Box::new(Bound { titles, limit, best_only }))
    }
}

#[derive(Clone)]
struct Title {
    id: String,
    name: (String, String),
    points: Decimal,
}

struct Bound {
    titles: Vec<Title>,
    limit: Decimal,
    best_only: bool,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let input = |title: &Title| Input {
            row: title.id.clone(),
            column: Column::Actual,
            kind: InputKind::Count,
            label: Some(title.name.clone()),
            optional: false,
        };
        self.titles.iter().map(input).collect()
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let mut held = Vec::new();
        for title in &self.titles {
            let count = evidence.number(&format!("{}:actual", title.id))?;
            not_negative(count)?;
            if count > Decimal::ZERO {
                held.push((title.clone(), count));
            }
        }
        let worth = |(title, count): &(Title, Decimal)| {
            if self.best_only {
                title.points
            } else {
                title.points.checked_mul(*count).unwrap_or(self.limit).min(self.limit)
            }
        };
        let sum: Decimal = if self.best_only {
            held.iter().map(worth).max().unwrap_or_default()
        } else {
            held.iter().map(worth).sum()
        };
        let (points, limit) = (sum.min(self.limit), self.limit);
        Ok(Worked::new(points, move |lang| {
            let [points, limit] = [points, limit].map(|number| lang.number(number));
            let parts: Vec<_> = held
                .iter()
                .map(|(title, count)| {
                    format!(
                        "{} {} × {}",
                        lang.pick(&title.name.0, &title.name.1),
                        lang.number(*count),
                        lang.number(title.points)
                    )
                })
                .collect();
            let parts = if parts.is_empty() {
                lang.pick("không có danh hiệu", "none held").to_owned()
            } else {
                parts.join("; ")
            };
            lang.pick(
                format!("{parts}; không quá {limit}: {points} điểm"),
                format!("{parts}; {limit} at most: {points} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        self.titles.iter().map(|title| (format!("titles.{}.points", title.id), title.points)).collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let held = |title: &Title| cells.input(&format!("{}:actual", title.id));
        let points = |title: &Title| cells.number(&format!("titles.{}.points", title.id));
        let each = |of: &dyn Fn(&Title) -> String| self.titles.iter().map(of).collect::<Vec<_>>();
        let sum = if self.best_only {
            format!("MAX({})", each(&|title| format!("IF({}>0,{},0)", held(title), points(title))).join(","))
        } else {
            each(&|title| format!("{}*{}", held(title), points(title))).join("+")
        };
        let negative = format!("MIN({})<0", each(&held).join(","));
        Some(unless(&negative, &format!("MIN({sum},{})", cells.maximum())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bind, impossible, marks};

    const TITLES: &str =
        "titles = [{id = 'order', name = 'Huân chương', points = 10}, {id = 'flag', name = 'Cờ', points = 5}]";

    #[test]
    fn the_best_only() {
        let best = format!("mode = 'best'\nlimit = 10\n{TITLES}");
        marks("titles-held", "10", &best, &[("order:actual", "0"), ("flag:actual", "2")], "5");
        marks("titles-held", "10", &best, &[("order:actual", "1"), ("flag:actual", "2")], "10");
        let wide = format!("mode = 'best'\nlimit = 99\n{TITLES}");
        assert!(bind("titles-held", "10", &wide).is_err());
    }

    #[test]
    fn counts_beyond_measure_stop_at_the_limit() {
        let sum = format!("mode = 'sum'\nlimit = 15\n{TITLES}");
        let huge = "10000000000000000000000000000";
        marks("titles-held", "15", &sum, &[("order:actual", huge), ("flag:actual", huge)], "15");
        impossible("titles-held", "15", &sum, &[("order:actual", "-1"), ("flag:actual", "2")]);
    }
}
