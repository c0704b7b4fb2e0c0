//! In: results and a workbook. Out: one more sheet of it; the sheets that the run's and the blocs' workbooks share.

pub(super) mod detail;
pub(super) mod focus;
pub(super) mod history;
pub(super) mod progress;
pub(super) mod proposals;
pub(super) mod ranking;
pub(super) mod received;
pub(super) mod review;
pub(super) mod sources;
pub(super) mod summary;
pub(super) mod yearly_awards;
pub(super) mod yearly_fund;
