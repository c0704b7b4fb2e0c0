//! `thidua` scores and ranks the members of emulation clusters and blocs.

pub mod award;
pub mod config;
pub mod diag;
pub mod model;
pub mod rank;
pub mod read;
pub mod reconcile;
pub mod score;
pub mod wording;
