//! The rule catalogue: one file per rule.
//!
//! To add a rule, write `rules/name.rs` (copy `proportional.rs`: module doc with formula and source, `impl Rule`,
//! `impl Kernel`, unit tests on a worked example) and add two lines here: `mod name;` and its entry in [`RULES`].
//! `thidua rules`, the linter, the JSON schema and the forms know it by that alone.

mod balance;
mod band_table;
mod bands;
mod basis;
mod checklist;
mod compound;
mod count;
mod deduct;
mod deduction_bands;
mod direction;
mod entered;
mod goalposts;
mod growth;
mod lateness;
mod leader_relative;
mod levels;
mod min_max;
mod part;
mod pass_fail;
mod peers;
mod percent_rank;
mod proportional;
mod rank_change;
mod rank_share;
mod ratio_to_best;
mod steps;
mod threshold;
mod titles_held;
mod z_score;

pub(super) use basis::too_large;

use crate::model::Rule;

/// The table, in the order of the catalogue.
pub static RULES: &[&dyn Rule] = &[
    &proportional::Proportional,
    &threshold::Threshold,
    &steps::Steps,
    &bands::Bands,
    &deduction_bands::DeductionBands,
    &leader_relative::LeaderRelative,
    &growth::Growth,
    &rank_change::RankChange,
    &compound::Compound,
    &pass_fail::PassFail,
    &levels::Levels,
    &deduct::Deduct,
    &checklist::Checklist,
    &count::Count,
    &balance::Balance,
    &titles_held::TitlesHeld,
    &lateness::Lateness,
    &entered::Entered,
    &goalposts::Goalposts,
    &min_max::MinMax,
    &z_score::ZScore,
    &rank_share::RankShare,
    &percent_rank::PercentRank,
    &ratio_to_best::RatioToBest,
];

#[cfg(test)]
mod tests;
