//! The requirements that an award may name, one file each.
//!
//! To add one: write `requirements/name.rs` (copy `share_of_scale.rs`) and add two lines here, `mod name;` and
//! its entry in [`REQUIREMENTS`]. scoring.toml, its schema and its linter know it by that alone.

mod classification;
mod plans_met;
mod share_of_scale;
mod vote;

use crate::model::Requirement;

/// The table, in the order in which reasons are given.
pub static REQUIREMENTS: &[&dyn Requirement] = &[
    &share_of_scale::ShareOfScale,
    &plans_met::PlansMet,
    &classification::YearlyClass,
    &vote::BLOC_VOTE,
    &vote::COUNCIL_VOTE,
];
