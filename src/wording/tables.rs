//! The columns of the tables for machines: their names, the same in every language, and what stands in them.

use crate::diag::Text;

words! {
    /// Name of the output `tables`.
    TABLES = "Các bảng CSV cho máy đọc: xếp hạng, điểm, lưu ý", "Tables as CSV, for machines: standings, marks, findings";
}

/// A column and what stands in it.
pub type Column = (&'static str, Text);

const fn column(name: &'static str, vi: &'static str, en: &'static str) -> Column {
    (name, Text { vi, en })
}

const YEAR: Column = column("year", "năm xét thi đua", "the year that is scored");
const BLOC: Column = column("bloc", "mã cụm, khối trong scoring.toml", "id of the bloc in scoring.toml");
const MEMBER: Column = column("member", "tên đơn vị trong scoring.toml", "name of the member in scoring.toml");
const CRITERION: Column = column("criterion", "mã tiêu chí trong scoring.toml", "id of the criterion in scoring.toml");
const FILE: Column = column("file", "tệp, tính từ thư mục inputs", "file, from the inputs folder on");
const SHEET: Column = column("sheet", "trang tính", "sheet");

/// The columns of `standings.csv`: one row for every member, in the order of its bloc's ranking.
pub const STANDINGS: &[Column] = &[
    YEAR,
    column("period", "`year` tổng kết năm, `half` sơ kết 6 tháng", "`year` or `half`, the mid-year review"),
    BLOC,
    column("bloc_name", "tên cụm, khối", "name of the bloc"),
    column("compact", "mã giao ước trong scoring.toml", "id of its compact in scoring.toml"),
    column("scale", "thang điểm của giao ước", "the compact's scale"),
    MEMBER,
    column("rank", "hạng; trống khi chưa xếp", "rank; empty where there is none"),
    column("scaled", "điểm trong thang; trống khi chưa đủ số liệu", "points of the scale; empty while incomplete"),
    column("bonus", "điểm thưởng; trống khi chưa đủ số liệu", "bonus; empty while incomplete"),
    column(
        "penalty",
        "điểm trừ, từ 0 trở xuống; trống khi chưa đủ số liệu",
        "penalty, 0 or less; empty while incomplete",
    ),
    column("total", "tổng điểm đã làm tròn; trống khi chưa đủ số liệu", "rounded total; empty while incomplete"),
    column(
        "tie",
        "`alone` không đồng điểm, `broken` đồng điểm đã phân hạng, `tied` đồng hạng",
        "`alone`, `broken` (a tie key decided) or `tied`",
    ),
    column("class", "xếp loại", "class"),
    column("complete", "đủ số liệu", "everything needed is there"),
    column("provisional", "xếp hạng tạm thời", "the bloc's ranking is not final"),
    column("reference_only", "hạng chỉ để tham khảo (sơ kết)", "ranks are for reference only (mid-year)"),
];

/// The columns of `marks.csv`: one row for every member and criterion, in the order of scoring.toml.
pub const MARKS: &[Column] = &[
    YEAR,
    BLOC,
    MEMBER,
    column("field", "mã lĩnh vực", "id of the field"),
    CRITERION,
    column("criterion_name", "tên tiêu chí", "name of the criterion"),
    column("unit", "đơn vị tính", "unit"),
    column("maximum", "điểm tối đa", "the most the criterion can give"),
    column(
        "state",
        "`given` có điểm, `out` không tính, `not-yet` cuối năm mới chấm, `missing` thiếu",
        "`given`, `out` (left out), `not-yet` (at the year's end) or `missing`",
    ),
    column("mark", "điểm được lấy; trống khi không có", "the mark that counts; empty where there is none"),
    column(
        "counted",
        "điểm nào được lấy: `computed`, `group-mean` hoặc mã giai đoạn",
        "which mark counts: `computed`, `group-mean` or the id of a stage",
    ),
    column("computed", "điểm do quy tắc tính", "the rule's mark, counted or not"),
    column("plan_met", "đạt kế hoạch; trống khi không có kế hoạch", "the plan is reached; empty without a plan"),
    column("plan", "kế hoạch ở dòng của tiêu chí", "plan in the criterion's own row"),
    column("actual", "thực hiện ở dòng của tiêu chí", "actual in the criterion's own row"),
    column(
        "actual_kind",
        "`number`, `date`, `word`, `missing` trống, `not-assigned` không giao, `not-arising` không phát sinh",
        "`number`, `date`, `word`, `missing`, `not-assigned` or `not-arising`",
    ),
    column(
        "actual_status",
        "`official` chính thức, `estimate` ước, `forecast` dự kiến",
        "`official`, `estimate` or `forecast`",
    ),
    column("file", "tệp có ô thực hiện, tính từ thư mục inputs", "file of the actual, from the inputs folder on"),
    SHEET,
    column("cell", "ô, như `E14`", "cell, such as `E14`"),
];

/// The columns of `faults.csv`: one row for every finding, in the order they are shown.
pub const FAULTS: &[Column] = &[
    column("code", "mã lưu ý, không đổi giữa các phiên bản", "code, the same in every version"),
    column("verdict", "mức độ: `file`, `member`, `proposal`, `warning`, `skipped`", "what it does to the run"),
    BLOC,
    MEMBER,
    CRITERION,
    FILE,
    SHEET,
    column("cell", "ô hoặc dòng", "cell or row"),
    column("found", "chữ tìm thấy ở đó", "the text found there"),
    column("message_vi", "lưu ý, tiếng Việt", "the finding, in Vietnamese"),
    column("message_en", "lưu ý, tiếng Anh", "the finding, in English"),
    column("expected_vi", "điều cần có, tiếng Việt", "what is expected, in Vietnamese"),
    column("expected_en", "điều cần có, tiếng Anh", "what is expected, in English"),
    column("mend_vi", "cách sửa, tiếng Việt", "how to mend it, in Vietnamese"),
    column("mend_en", "cách sửa, tiếng Anh", "how to mend it, in English"),
];
