//! `z-score`: points by how many standard deviations the actual lies from the mean of the bloc.
//!
//! z = (A − mean)/deviation, mark = M · (1/2 + z/(2 · span)), 0 or M from `span` deviations on; M/2 where all are equal.
//! The root is taken in floating point, z then rounded to 12 decimals.
//! Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, standardisation.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::basis::{impossible, too_large};
use super::direction::{DIRECTION, Direction};
use super::peers::{actual, actuals, alone, each};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, Refusal, Rule, Worked,
    decimal_of_binary, divide, ratio, round, share,
};

/// The rule.
pub struct ZScore;

impl Rule for ZScore {
    fn name(&self) -> &'static str {
        "z-score"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo độ lệch chuẩn so với bình quân của cụm, khối",
                en: "points by standard deviations from the bloc's mean",
            },
            formula: "z = (A − mean)/deviation; M · (1/2 + z/(2 · span)), from 0 to M; lower is better: −z",
            example: Text {
                vi: "bình quân 50, độ lệch chuẩn 10, thực hiện 60, span 2, M = 10: z = 1, được 7,5",
                en: "mean 50, deviation 10, actual 60, span 2, M = 10: z = 1, 7.5 points",
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
                "deviation",
                ParamKind::Choice(&["population", "sample"]),
                "độ lệch chuẩn chia cho n (population) hay n − 1 (sample)",
                "whether the deviation divides by n or by n − 1",
            ),
            Param::required(
                "span",
                ParamKind::Share,
                "cách bình quân bao nhiêu độ lệch chuẩn thì được 0 hoặc điểm tối đa",
                "how many deviations from the mean give 0 or the maximum",
            ),
            DIRECTION,
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound {
            maximum,
            span: args.number("span").unwrap_or(Decimal::ONE),
            sample: args.word("deviation") == Some("sample"),
            direction: Direction::of(args),
        }))
    }
}

struct Bound {
    maximum: Decimal,
    span: Decimal,
    sample: bool,
    direction: Direction,
}

/// The mean of a bloc's actuals and their standard deviation.
#[derive(Clone, Copy)]
struct Spread {
    mean: Decimal,
    deviation: Decimal,
}

impl Bound {
    /// None where the figures are beyond a decimal.
    fn spread(&self, peers: &[Decimal]) -> Option<Spread> {
        let sum = peers.iter().try_fold(Decimal::ZERO, |sum, actual| sum.checked_add(*actual))?;
        let mean = divide(sum, peers.len().into())?;
        if peers.iter().min() == peers.iter().max() {
            return Some(Spread { mean, deviation: Decimal::ZERO });
        }
        let gap = |actual: &Decimal| actual.checked_sub(mean)?.to_f64();
        let mut squares = peers.iter().map(|actual| gap(actual).map(|gap| gap * gap)).collect::<Option<Vec<f64>>>()?;
        // in order of size, so that the members' order cannot show in the last digit
        squares.sort_by(f64::total_cmp);
        let count = if self.sample { peers.len() - 1 } else { peers.len() };
        let deviation = decimal_of_binary(libm::sqrt(squares.iter().sum::<f64>() / count as f64))?;
        (!deviation.is_zero()).then_some(Spread { mean, deviation })
    }

    /// z, and its points.
    fn points(&self, actual: Decimal, spread: Spread) -> Option<(Decimal, Decimal)> {
        let half = self.maximum / Decimal::TWO;
        if spread.deviation.is_zero() {
            return Some((Decimal::ZERO, half));
        }
        let gap = self.direction.beyond_worst(actual, spread.mean, spread.mean)?;
        let z = ratio(gap, spread.deviation)?;
        Some((z, half + share(half, z.clamp(-self.span, self.span), self.span)?))
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
        let spread = self.spread(&peers);
        each(members, |actual| {
            let spread = spread.ok_or_else(|| {
                impossible("số liệu quá lớn hoặc quá gần nhau để tính độ lệch chuẩn", "no deviation of these figures")
            })?;
            let (z, points) = self.points(actual, spread).ok_or_else(too_large)?;
            let (mean, deviation) = (round(spread.mean, 4), round(spread.deviation, 4));
            let (z, maximum) = (round(z, 4), self.maximum);
            Ok(Worked::new(points, move |lang| {
                let [actual, mean, deviation, z, maximum] =
                    [actual, mean, deviation, z, maximum].map(|number| lang.number(number));
                lang.pick(
                    format!(
                        "thực hiện {actual}, bình quân {mean}, độ lệch chuẩn {deviation}: z = {z}, trên {maximum} điểm"
                    ),
                    format!("actual {actual}, mean {mean}, deviation {deviation}: z = {z}, out of {maximum} points"),
                )
            }))
        })
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        vec![("span".to_owned(), self.span)]
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (column, maximum, span) = (cells.column("actual"), cells.maximum(), cells.number("span"));
        let deviation = if self.sample { "STDEV" } else { "STDEVP" };
        let mean = format!("AVERAGE({column})");
        let gap = self.direction.beyond_worst_formula(&cells.input("actual"), &mean, &mean);
        let z = format!("ROUND({gap}/{deviation}({column}),12)");
        let points = format!("{maximum}/2+{maximum}/2*MAX(MIN({z},{span}),-{span})/{span}");
        Some(format!("IF(MAX({column})=MIN({column}),{maximum}/2,{points})"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bloc_marks;

    #[test]
    fn deviations_from_the_mean() {
        // mean 5, population deviation 2, sample deviation 2.138…
        let actuals = ["2", "4", "4", "4", "5", "5", "7", "9"];
        let population = ["1.25", "3.75", "3.75", "3.75", "5", "5", "7.5", "10"];
        bloc_marks("z-score", "10", "deviation = 'population'\nspan = 2", &actuals, &population);
        let sample = ["1.49", "3.83", "3.83", "3.83", "5", "5", "7.34", "9.68"];
        bloc_marks("z-score", "10", "deviation = 'sample'\nspan = 2", &actuals, &sample);
        let lower = "deviation = 'population'\nspan = '1/2'\ndirection = 'lower'";
        bloc_marks("z-score", "10", lower, &actuals, &["10", "10", "10", "10", "5", "5", "0", "0"]);
    }

    #[test]
    fn equal_actuals_get_half() {
        bloc_marks("z-score", "10", "deviation = 'sample'\nspan = 2", &["3", "", "3"], &["5", "-", "5"]);
        bloc_marks("z-score", "10", "deviation = 'sample'\nspan = 2", &["3"], &["5"]);
    }
}
