//! Totals and tie keys in; levels, ranks and tie states out.
//!
//! A level is the place of (total, keys…) among the distinct ones, as an integer; polars ranks the levels,
//! so that no binary number is ever ranked.

use polars::prelude::*;

use crate::model::{Points, TieRank, TieState};

/// The level of each member, higher is better, and how its ties ended.
pub struct Levels {
    /// Levels.
    pub of: Vec<i64>,
    /// Tie states.
    pub ties: Vec<TieState>,
}

/// Levels of members by total, then by the keys that all members of a tie have.
pub fn levels(totals: &[Points], keys: &[Vec<Option<i64>>]) -> Levels {
    let count = keys.first().map_or(0, Vec::len);
    let value = |index: usize, key: usize| keys[index][key];
    let mut groups: Vec<Vec<usize>> = grouped((0..totals.len()).collect(), |index| totals[index].units());
    let mut ties = vec![TieState::Alone; totals.len()];
    for key in 0..count {
        let mut finer = Vec::new();
        for group in groups {
            let usable = group.len() > 1 && group.iter().all(|index| value(*index, key).is_some());
            let split =
                if usable { grouped(group, |index| value(index, key).unwrap_or_default()) } else { vec![group] };
            if split.len() > 1 {
                for index in split.iter().flatten() {
                    ties[*index] = TieState::Broken(key);
                }
            }
            finer.extend(split);
        }
        groups = finer;
    }
    let mut of = vec![0; totals.len()];
    for (level, group) in groups.iter().rev().enumerate() {
        for index in group {
            of[*index] = i64::try_from(level).unwrap_or(i64::MAX);
            if group.len() > 1 {
                ties[*index] = TieState::Tied;
            }
        }
    }
    Levels { of, ties }
}

/// Groups of equal value, the greatest first.
fn grouped(members: Vec<usize>, value: impl Fn(usize) -> i64) -> Vec<Vec<usize>> {
    let mut sorted = members;
    sorted.sort_by_key(|index| (std::cmp::Reverse(value(*index)), *index));
    sorted.chunk_by(|a, b| value(*a) == value(*b)).map(<[usize]>::to_vec).collect()
}

/// Ranks from 1, the highest level first.
///
/// # Errors
/// What polars says, if it refuses the column.
pub fn ranks(levels: &[i64], shared: TieRank) -> PolarsResult<Vec<u32>> {
    let method = match shared {
        TieRank::Competition => RankMethod::Min,
        TieRank::Dense => RankMethod::Dense,
    };
    let series = Series::new("level".into(), levels);
    let ranked = series.rank(RankOptions { method, descending: true }, None).cast(&DataType::UInt32)?;
    Ok(ranked.u32()?.iter().map(Option::unwrap_or_default).collect())
}

#[cfg(test)]
mod tests {
    use super::{levels, ranks};
    use crate::model::{Points, TieRank, TieState};

    fn points(totals: &[i64]) -> Vec<Points> {
        totals.iter().map(|total| Points::from_units(*total)).collect()
    }

    #[test]
    fn equal_totals_share_a_rank_and_the_next_is_skipped() {
        let levels = levels(&points(&[5, 7, 7, 3]), &vec![vec![]; 4]);
        assert_eq!(ranks(&levels.of, TieRank::Competition).unwrap(), [3, 1, 1, 4]);
        assert_eq!(ranks(&levels.of, TieRank::Dense).unwrap(), [2, 1, 1, 3]);
        assert_eq!(levels.ties[1], TieState::Tied);
        assert_eq!(levels.ties[0], TieState::Alone);
    }

    #[test]
    fn a_key_breaks_a_tie_only_where_all_have_it() {
        let broken = levels(&points(&[7, 7]), &[vec![None, Some(1)], vec![Some(9), Some(2)]]);
        assert_eq!(ranks(&broken.of, TieRank::Competition).unwrap(), [2, 1]);
        assert_eq!(broken.ties, [TieState::Broken(1), TieState::Broken(1)]);
    }

    #[test]
    fn nobody_is_ranked_in_an_empty_bloc() {
        assert!(ranks(&levels(&[], &[]).of, TieRank::Dense).unwrap().is_empty());
    }
}
