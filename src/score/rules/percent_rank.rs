//! `percent-rank`: points by the share of the other members that are worse.
//!
//! mark = M · worse/(n − 1) over the n members with an actual; alone in the bloc there is nobody to compare with.
//! Source: the spreadsheet function PERCENTRANK.INC; OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.

use rust_decimal::Decimal;

use super::basis::{impossible, too_large, unless};
use super::direction::{DIRECTION, Direction};
use super::peers::{actual, actuals, alone, count, each, of_members};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct PercentRank;

impl Rule for PercentRank {
    fn name(&self) -> &'static str {
        "percent-rank"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo tỷ lệ đơn vị khác có kết quả kém hơn",
                en: "points by the share of other members that are worse",
            },
            formula: "M · worse/(n − 1)",
            example: Text {
                vi: "9 đơn vị, hơn 6 đơn vị, M = 10: 10 · 6/8 = 7,5",
                en: "better than 6 of 8 others, M = 10: 10 · 6/8 = 7.5",
            },
            source: "PERCENTRANK.INC of spreadsheets; OECD/JRC, Handbook on Constructing Composite Indicators (2008)",
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
        each(members, |actual| {
            let others = peers.len() - 1;
            if others == 0 {
                return Err(impossible(
                    "cần ít nhất hai đơn vị có số liệu để so sánh",
                    "at least two members with figures are needed to compare",
                ));
            }
            let worse = peers.iter().filter(|peer| self.direction.compare(**peer, actual).is_lt()).count();
            let maximum = self.maximum;
            let points = share(maximum, worse.into(), others.into()).ok_or_else(too_large)?;
            Ok(Worked::new(points, move |lang| {
                let [actual, maximum] = [actual, maximum].map(|number| lang.number(number));
                let than = of_members(lang, worse, others);
                lang.pick(
                    format!("thực hiện {actual}, tốt hơn {than} còn lại, trên {maximum} điểm"),
                    format!("actual {actual}, better than {than} beside it, out of {maximum} points"),
                )
            }))
        })
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (all, worse) = (format!("COUNT({})", cells.column("actual")), count(cells, self.direction.worse()));
        Some(unless(&format!("{all}=1"), &format!("{}*{worse}/({all}-1)", cells.maximum())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bloc_marks, impossible};

    #[test]
    fn the_best_gets_all_and_the_worst_nothing() {
        bloc_marks("percent-rank", "10", "", &["9", "7", "7", "", "1"], &["10", "3.33", "3.33", "-", "0"]);
        bloc_marks("percent-rank", "10", "direction = 'lower'", &["9", "7", "1"], &["0", "5", "10"]);
        impossible("percent-rank", "10", "", &[("actual", "5")]);
    }
}
