//! The sentences of marks that no rule makes.

use crate::diag::{Lang, Text};

/// Before an increment's subtraction.
pub const INCREMENT: Text = Text { vi: "tăng thêm", en: "increment" };

/// Before a reduction's subtraction.
pub const REDUCTION: Text = Text { vi: "mức giảm", en: "reduction" };

/// The criterion is not assigned to the member.
pub const NOT_ASSIGNED: Text = Text {
    vi: "không giao cho đơn vị, không tính vào điểm tối đa",
    en: "not assigned to the member, left out of the maximum",
};

/// Nothing arose and that counts as out.
pub const NOT_ARISING_OUT: Text =
    Text { vi: "không phát sinh, không tính vào điểm tối đa", en: "nothing arose, left out of the maximum" };

/// There is no mark.
pub const NO_MARK: Text = Text { vi: "chưa có số liệu để chấm", en: "no figures to mark" };

/// Nothing arose and the maximum counts.
pub fn not_arising_full(lang: Lang, maximum: &str) -> String {
    lang.pick(
        format!("không phát sinh: tính điểm tối đa {maximum}"),
        format!("nothing arose: the maximum of {maximum} counts"),
    )
}

/// A person gave the mark at a stage.
pub fn given(lang: Lang, stage: &str, points: &str) -> String {
    let name = stage_name(lang, stage);
    lang.pick(format!("{name}: {points} điểm"), format!("{name}: {points} points"))
}

/// The name of a stage.
pub fn stage_name(lang: Lang, stage: &str) -> &'static str {
    match stage {
        "self" => lang.pick("điểm tự chấm", "self mark"),
        "cross" => lang.pick("điểm chấm chéo", "cross mark"),
        "agency" => lang.pick("điểm của cơ quan theo dõi", "mark of the body concerned"),
        "appraised" => lang.pick("điểm thẩm định", "appraised mark"),
        "council" => lang.pick("điểm hội đồng", "council's mark"),
        _ => lang.pick("điểm tính theo quy tắc", "computed mark"),
    }
}

/// Why a rule cannot give a mark that it computed.
pub const BEYOND_MAXIMUM: Text = Text {
    vi: "điểm tính ra vượt khoảng điểm của tiêu chí",
    en: "the mark falls outside the criterion's range",
};
