//! The words by which sheets, columns and special cells are recognised.

use crate::diag::Text;

/// The row of a value at the start of the year.
pub const BASELINE: Text = Text { vi: "Số đầu kỳ", en: "At the start of the period" };
