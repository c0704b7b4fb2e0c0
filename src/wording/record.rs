//! Why earlier results are of no use, in both languages.

use crate::diag::Text;

/// It is JSON of another kind, or none.
pub const NO_RESULTS: Text = Text {
    vi: "tệp không phải là ket-qua.json do chương trình này ghi",
    en: "the file is no ket-qua.json that this program wrote",
};

fn both(vi: impl Into<String>, en: impl Into<String>) -> (String, String) {
    (vi.into(), en.into())
}

/// It cannot be read from disk.
pub fn unreadable(reason: &str) -> (String, String) {
    both(format!("không đọc được tệp (máy báo: {reason})"), format!("the file cannot be read ({reason})"))
}

/// It is not whole.
pub fn damaged(reason: &str) -> (String, String) {
    both(
        format!("tệp không còn nguyên vẹn (máy báo: {reason})"),
        format!("the file is not what was written ({reason})"),
    )
}

/// Another version of the shape.
pub fn other_schema(found: u64, known: u64) -> (String, String) {
    both(
        format!("tệp theo khuôn số {found}, chương trình này chỉ đọc khuôn số {known}"),
        format!("the file has schema {found}; this program reads schema {known} alone"),
    )
}

/// scoring.toml does not stand beside it.
pub fn no_scoring() -> (String, String) {
    both(
        "bên cạnh ket-qua.json không có scoring.toml của lần chạy ấy",
        "the scoring.toml of that run does not stand beside ket-qua.json",
    )
}

/// scoring.toml beside it is another one.
pub fn other_scoring() -> (String, String) {
    both(
        "scoring.toml bên cạnh ket-qua.json không phải là tệp của lần chạy ấy, hoặc đã bị sửa",
        "the scoring.toml beside ket-qua.json is not that of the run, or was changed",
    )
}

/// Values are missing by which it could be scored again.
pub fn not_whole() -> (String, String) {
    both(
        "ket-qua.json không đủ số liệu để chấm lại: tệp do phiên bản cũ ghi hoặc đã bị sửa",
        "ket-qua.json lacks what scoring it again needs: an older version wrote it, or it was changed",
    )
}

/// Mid-year beside year-end.
pub fn other_period() -> (String, String) {
    both(
        "đây là kết quả của kỳ khác (sơ kết hay tổng kết) với kỳ đang chấm",
        "these are results of the other review of the year (mid-year or year-end)",
    )
}

/// A year that is not before the one that is scored.
pub fn not_earlier(found: u16, year: u16) -> (String, String) {
    both(
        format!("đây là kết quả năm {found}, không phải của năm trước năm {year}"),
        format!("these are results of {found}, which is not before {year}"),
    )
}
