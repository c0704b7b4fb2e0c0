//! `min-max`: points by where the actual lies between the least and the greatest of the bloc.
//!
//! mark = M · (A − min)/(max − min); lower is better: M · (max − A)/(max − min). The compact says what equal actuals give.
//! Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, min-max.

use rust_decimal::Decimal;

use super::basis::{impossible, too_large, unless};
use super::direction::{DIRECTION, Direction};
use super::peers::{actual, actuals, alone, each};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct MinMax;

impl Rule for MinMax {
    fn name(&self) -> &'static str {
        "min-max"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo vị trí giữa mức thấp nhất và cao nhất trong cụm, khối",
                en: "points by the place between the least and greatest of the bloc",
            },
            formula: "M · (A − min)/(max − min); lower is better: M · (max − A)/(max − min)",
            example: Text {
                vi: "thấp nhất 40, cao nhất 80, thực hiện 70, M = 10: 10 · 30/40 = 7,5",
                en: "least 40, greatest 80, actual 70, M = 10: 10 · 30/40 = 7.5",
            },
            source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5",
        }
    }

    fn advanced(&self) -> bool {
        true
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required(
                "alike",
                ParamKind::Choice(&["full", "half", "zero", "refuse"]),
                "mọi đơn vị bằng nhau thì được bao nhiêu điểm",
                "what equal actuals of all members give",
            ),
            DIRECTION,
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let alike = match args.word("alike") {
            Some("full") => Some(maximum),
            Some("half") => Some(maximum / Decimal::TWO),
            Some("zero") => Some(Decimal::ZERO),
            _ => None,
        };
        Ok(Box::new(Bound { maximum, alike, direction: Direction::of(args) }))
    }
}

struct Bound {
    maximum: Decimal,
    /// What equal actuals give; none where the rule refuses them.
    alike: Option<Decimal>,
    direction: Direction,
}

impl Bound {
    fn points(&self, actual: Decimal, least: Decimal, greatest: Decimal) -> Result<Decimal, Refusal> {
        if least == greatest {
            return self.alike.ok_or_else(|| {
                impossible("mọi đơn vị có số liệu bằng nhau, không so sánh được", "all members are equal")
            });
        }
        let span = greatest.checked_sub(least);
        let points = self.direction.beyond_worst(actual, least, greatest).zip(span);
        points.and_then(|(part, whole)| share(self.maximum, part, whole)).ok_or_else(too_large)
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
        let peers = actuals(members);
        let least = peers.iter().min().copied().unwrap_or_default();
        let greatest = peers.iter().max().copied().unwrap_or_default();
        each(members, |actual| {
            let maximum = self.maximum;
            Ok(Worked::new(self.points(actual, least, greatest)?, move |lang| {
                let [actual, least, greatest, maximum] =
                    [actual, least, greatest, maximum].map(|number| lang.number(number));
                lang.pick(
                    format!("thực hiện {actual}, trong cụm, khối từ {least} đến {greatest}, trên {maximum} điểm"),
                    format!("actual {actual}, in the bloc from {least} to {greatest}, out of {maximum} points"),
                )
            }))
        })
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (column, maximum) = (cells.column("actual"), cells.maximum());
        let (least, greatest) = (format!("MIN({column})"), format!("MAX({column})"));
        let part = self.direction.beyond_worst_formula(&cells.input("actual"), &least, &greatest);
        let points = format!("{maximum}*{part}/({greatest}-{least})");
        let equal = format!("{greatest}={least}");
        Some(match self.alike {
            None => unless(&equal, &points),
            Some(alike) if alike.is_zero() => format!("IF({equal},0,{points})"),
            Some(alike) if alike == self.maximum => format!("IF({equal},{maximum},{points})"),
            Some(_) => format!("IF({equal},{maximum}/2,{points})"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bloc_marks, impossible};

    #[test]
    fn between_the_least_and_the_greatest() {
        bloc_marks("min-max", "10", "alike = 'half'", &["40", "70", "", "80"], &["0", "7.5", "-", "10"]);
        let lower = "alike = 'half'\ndirection = 'lower'";
        bloc_marks("min-max", "10", lower, &["-40", "0", "40"], &["10", "5", "0"]);
    }

    #[test]
    fn equal_actuals_give_what_the_compact_says() {
        for (alike, points) in [("full", "10"), ("half", "5"), ("zero", "0")] {
            bloc_marks("min-max", "10", &format!("alike = '{alike}'"), &["7", "7"], &[points, points]);
        }
        impossible("min-max", "10", "alike = 'refuse'", &[("actual", "7")]);
    }
}
