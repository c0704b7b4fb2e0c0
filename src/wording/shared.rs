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

/// What was registered.
pub const A_REGISTRATION: Text = Text {
    vi: "danh hiệu, hình thức khen thưởng đã đăng ký",
    en: "the titles and awards that were registered",
};

/// Whose decisions a table holds.
pub const A_DECIDING_BODY: Text = Text {
    vi: "tiêu đề ghi rõ một trong ba: `suy tôn` (cụm, khối), `thẩm định` (cơ quan thường trực), `biểu quyết` (Hội đồng)",
    en: "a title with one of `suy tôn` (the bloc), `thẩm định` (the standing office), `biểu quyết` (the council)",
};

/// A decision.
pub const A_DECISION: Text = Text {
    vi: "`Đề nghị`, `Không đề nghị` hoặc tên hình thức khen thưởng",
    en: "`Đề nghị` (proposed), `Không đề nghị` (not proposed) or the title of an award",
};

/// An award.
pub const AN_AWARD: Text = Text {
    vi: "tên hoặc mã của một hình thức khen thưởng trong scoring.toml",
    en: "the title or id of an award in scoring.toml",
};

/// Which award is meant.
pub const WHICH_AWARD: Text = Text {
    vi: "tên hình thức khen thưởng, vì cụm, khối này có nhiều hình thức",
    en: "the title of the award, for the bloc has several",
};
