//! What the shared sheets expect, in words.

use crate::diag::Text;

/// The state of an opinion.
pub const OPINION_STATE: Text = Text {
    vi: "`đã kết luận`, `đang xem xét` hoặc `không có ý kiến`",
    en: "`đã kết luận` (concluded), `đang xem xét` (under examination) or `không có ý kiến` (no objection)",
};

/// A class in the yearly classification.
pub const A_CLASS: Text = Text { vi: "mức xếp loại năm của đơn vị", en: "the member's class of the year" };

/// A number of ballots.
pub const A_BALLOT_COUNT: Text =
    Text { vi: "một số nguyên, số phiếu hoặc số người", en: "a whole number of ballots or people" };
