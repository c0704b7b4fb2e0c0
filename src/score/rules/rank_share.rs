//! `rank-share`: points by the member's rank in the bloc.
//!
//! rank = 1 + members strictly better; mark = M · (n − rank + 1)/n over the n members with an actual.
//! Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, ranking.

use rust_decimal::Decimal;

use super::basis::too_large;
use super::direction::{DIRECTION, Direction};
use super::peers::{actual, actuals, alone, count, each};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, Refusal, Rule, Worked, share,
};

/// The rule.
pub struct RankShare;

impl Rule for RankShare {
    fn name(&self) -> &'static str {
        "rank-share"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm theo thứ hạng của đơn vị trong cụm, khối",
                en: "points by the member's rank in the bloc",
            },
            formula: "M · (n − rank + 1)/n, rank = 1 + members strictly better",
            example: Text {
                vi: "8 đơn vị, đứng thứ 3, M = 10: 10 · 6/8 = 7,5",
                en: "third of 8 members, M = 10: 10 · 6/8 = 7.5",
            },
            source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5",
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
            let better = peers.iter().filter(|peer| self.direction.compare(**peer, actual).is_gt()).count();
            let (rank, all, maximum) = (better + 1, peers.len(), self.maximum);
            let points = share(maximum, (all - better).into(), all.into()).ok_or_else(too_large)?;
            Ok(Worked::new(points, move |lang| {
                let [actual, maximum] = [actual, maximum].map(|number| lang.number(number));
                lang.pick(
                    format!("thực hiện {actual}, đứng thứ {rank} trong {all} đơn vị, trên {maximum} điểm"),
                    format!("actual {actual}, rank {rank} of {all} members, out of {maximum} points"),
                )
            }))
        })
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (all, better) = (format!("COUNT({})", cells.column("actual")), count(cells, self.direction.better()));
        Some(format!("{}*({all}-{better})/{all}", cells.maximum()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bloc_marks;

    #[test]
    fn equal_actuals_share_a_rank() {
        bloc_marks("rank-share", "10", "", &["9", "7", "7", "", "1"], &["10", "7.5", "7.5", "-", "2.5"]);
        bloc_marks("rank-share", "10", "direction = 'lower'", &["9", "7", "7", "1"], &["2.5", "7.5", "7.5", "10"]);
    }
}
