//! In: results and a workbook. Out: one more sheet of it; the sheets that the run's and the blocs' workbooks share.

pub(super) mod card;
pub(super) mod comparison;
pub(super) mod council;
pub(super) mod estimates;
pub(super) mod fields;
pub(super) mod focus;
pub(super) mod gap;
pub(super) mod history;
mod inputs;
pub(super) mod lacking;
pub(super) mod notice;
pub(super) mod progress;
pub(super) mod proposals;
pub(super) mod ranking;
pub(super) mod received;
pub(super) mod review;
pub(super) mod shares;
pub(super) mod sources;
pub(super) mod summary;
pub(super) mod yearly_awards;
pub(super) mod yearly_fund;
