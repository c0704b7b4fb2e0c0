//! The sentences of marks that no rule makes.

use rust_decimal::Decimal;

use crate::diag::{Lang, Text};
use crate::model::{Combine, Missing, Stage, round};

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
pub fn given(lang: Lang, stage: &Stage, points: &str) -> String {
    let name = super::stage::mark(stage, lang);
    lang.pick(format!("{name}: {points} điểm"), format!("{name}: {points} points"))
}

/// Why a rule cannot give a mark that it computed.
pub const BEYOND_MAXIMUM: Text = Text {
    vi: "điểm tính ra vượt khoảng điểm của tiêu chí",
    en: "the mark falls outside the criterion's range",
};

/// How a field's points are made of its parts.
pub fn combined(lang: Lang, combine: Combine, parts: usize) -> String {
    match combine {
        Combine::Sum => lang.pick(format!("tổng của {parts} phần"), format!("sum of {parts} parts")),
        Combine::Mean => {
            lang.pick(format!("bình quân có trọng số của {parts} phần"), format!("weighted mean of {parts} parts"))
        }
        Combine::Geometric => {
            lang.pick(format!("bình quân nhân của {parts} phần"), format!("geometric mean of {parts} parts"))
        }
        Combine::Min => lang.pick(format!("phần thấp nhất trong {parts} phần"), format!("least of {parts} parts")),
    }
}

/// What was done with parts that have no mark.
pub fn treated(lang: Lang, missing: Missing, ids: &str, available: Decimal, basis: &str) -> String {
    let said = if missing == Missing::Zero {
        lang.pick(format!("{ids} thiếu số liệu, tính 0 điểm"), format!("{ids} missing, counted as 0"))
    } else {
        let share = lang.number(round(available * Decimal::ONE_HUNDRED, 2));
        lang.pick(
            format!("{ids} thiếu số liệu, bỏ qua, tính trên {share}% trọng số"),
            format!("{ids} missing, left out, {share}% of the weight counts"),
        )
    };
    if basis.is_empty() { said } else { format!("{said} ({basis})") }
}

/// A field's points are its group's.
pub fn group_mean_of_node(lang: Lang, group: &str) -> String {
    lang.pick(
        format!("thiếu số liệu, lấy điểm bình quân của nhóm {group}"),
        format!("missing, the mean of the group {group} stands in"),
    )
}

/// A mark is its group's.
pub fn group_mean_of_mark(lang: Lang, group: &str, points: &str) -> String {
    lang.pick(
        format!("thiếu số liệu, lấy điểm bình quân của nhóm {group}: {points}"),
        format!("missing, the mean mark of the group {group} stands in: {points}"),
    )
}

/// Inputs are their group's.
pub fn group_mean_of_input(lang: Lang, group: &str) -> String {
    lang.pick(
        format!("thiếu số liệu, lấy số bình quân của nhóm {group}"),
        format!("missing, the mean figure of the group {group} stands in"),
    )
}

/// A mark was multiplied by the member's coefficient.
pub fn difficulty(lang: Lang, coefficient: &str, points: &str) -> String {
    lang.pick(
        format!("nhân hệ số khó khăn {coefficient}: {points}"),
        format!("times the difficulty {coefficient}: {points}"),
    )
}

/// A coefficient outside what the compact allows.
pub fn difficulty_range(most: &str) -> (String, String) {
    (
        format!("hệ số khó khăn phải lớn hơn 0 và không quá {most}"),
        format!("the difficulty coefficient is above 0 and {most} at most"),
    )
}
