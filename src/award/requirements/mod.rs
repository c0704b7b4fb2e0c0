//! The requirements that an award may name under `requires`, and a compact under `eligibility`; one file each.
//!
//! To add one: write `requirements/name.rs` (copy `share_of_scale.rs`) and add two lines here, `mod name;` and
//! its entry in [`REQUIREMENTS`]. scoring.toml, its schema and its linter know it by that alone.

mod classification;
mod field_floor;
mod no_discipline;
mod on_time;
mod plans_met;
mod registered;
mod share_of_scale;
mod signed;
mod vote;

use crate::model::Requirement;

/// The table, in the order in which reasons are given.
pub static REQUIREMENTS: &[&dyn Requirement] = &[
    &share_of_scale::ShareOfScale,
    &plans_met::PlansMet,
    &field_floor::FieldFloor,
    &signed::Signed,
    &on_time::OnTime,
    &registered::Registered,
    &classification::GOVERNMENT,
    &classification::PARTY,
    &classification::UNIONS,
    &no_discipline::NoDiscipline,
    &vote::BLOC_VOTE,
    &vote::COUNCIL_VOTE,
];
