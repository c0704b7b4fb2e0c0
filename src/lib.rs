//! `thidua` scores and ranks the members of emulation clusters and blocs.

pub mod config;
pub mod diag;
pub mod model;
pub mod read;
pub mod reconcile;
pub mod wording;
