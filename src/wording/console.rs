//! Words of the terminal: progress, the short result table, `explain`, `rules`, and names of stages and sheets.

use crate::diag::{Lang, Text};

// progress, on stderr
texts! {
    READING: "đọc tệp", "reading files";
    SCORING: "chấm điểm", "scoring";
    RANKING: "xếp hạng", "ranking";
    WRITING: "ghi kết quả", "writing the results";
    DONE: "xong", "done";
}

// the short result table of a bloc
texts! {
    RANK: "Hạng", "Rank";
    MEMBER: "Đơn vị", "Member";
    TOTAL: "Tổng điểm", "Total";
    CLASS: "Xếp loại", "Class";
    PROPOSAL: "Đề nghị", "Proposal";
    PROVISIONAL: "tạm tính", "provisional";
    NO_TOTAL: "chưa có số liệu", "no figures yet";
    TIED: "đồng điểm - đề nghị hội nghị bỏ phiếu", "tied - for the meeting to vote on";
    NOTHING_WRITTEN: "chưa ghi kết quả nào", "nothing was written";
    NOTHING_FOUND: "không có lỗi nào", "no faults found";
    UNCHANGED: "kết quả không đổi so với lần trước", "the results are the same as before";
}

// explain
texts! {
    EXPLAIN_TOTAL: "tổng điểm", "total";
    EXPLAIN_RANK: "hạng", "rank";
    EXPLAIN_BLOC: "cụm, khối", "bloc";
    EXPLAIN_BECAUSE: "căn cứ", "because";
    EXPLAIN_PLAN: "kế hoạch", "plan";
    EXPLAIN_ACTUAL: "thực hiện", "actual";
    EXPLAIN_SOURCE: "nguồn", "source";
    EXPLAIN_EVIDENCE: "tài liệu minh chứng", "evidence";
    EXPLAIN_GAP_TOTAL: "tổng chênh lệch", "total gap";
    EXPLAIN_NO_MARK: "chưa có điểm", "no mark yet";
    EXPLAIN_NOT_ASSIGNED: "không giao", "not assigned";
    EXPLAIN_NOT_ARISING: "không phát sinh", "nothing arose";
    EXPLAIN_OTHER_MARK: "điểm khác, không được tính", "another mark, which does not count";
}

// rules
texts! {
    RULE: "quy tắc", "rule";
    RULES_ADVANCED: "quy tắc nâng cao, của các chỉ số tổng hợp", "advanced rules, of composite indices";
    RULE_PARAMETERS: "tham số", "parameters";
    RULE_FORMULA: "công thức", "formula";
    RULE_EXAMPLE: "ví dụ", "example";
    RULE_SOURCE: "nguồn", "source";
    RULE_REQUIRED: "bắt buộc", "required";
    RULE_OPTIONAL: "không bắt buộc", "optional";
    RULE_NONE: "không có tham số", "no parameters";
    RULE_SYMBOLS: "M điểm tối đa, T kế hoạch, A thực hiện, r = A/T", "M maximum, T plan, A actual, r = A/T";
    RULE_MORE: "gõ `thidua rules TÊN` để xem tham số, công thức và ví dụ của một quy tắc",
        "`thidua rules NAME` shows the parameters, formula and example of one rule";
}

/// Where the results are.
pub fn results_at(path: &str, lang: Lang) -> String {
    lang.pick(format!("kết quả ở {path}"), format!("the results are in {path}"))
}

/// Where the blank forms or the sample are.
pub fn made_at(files: usize, path: &str, lang: Lang) -> String {
    let en = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    lang.pick(format!("đã tạo {files} tệp trong {path}"), format!("{en} made in {path}"))
}

/// What goes back to the senders was written.
pub fn returned_at(senders: usize, path: &str, lang: Lang) -> String {
    let en = if senders == 1 { "1 sender".to_owned() } else { format!("{senders} senders") };
    lang.pick(
        format!("đã tạo phần gửi lại cho {senders} nơi gửi trong {path}"),
        format!("what goes back to {en} made in {path}"),
    )
}

/// How many members are incomplete.
pub fn incomplete(members: usize, lang: Lang) -> String {
    let en = if members == 1 { "1 member is".to_owned() } else { format!("{members} members are") };
    lang.pick(format!("{members} đơn vị chưa đủ số liệu"), format!("{en} incomplete"))
}

/// How many files were left out.
pub fn left_out(files: usize, lang: Lang) -> String {
    let en = if files == 1 { "1 file was".to_owned() } else { format!("{files} files were") };
    lang.pick(format!("{files} tệp để ngoài, không đọc được"), format!("{en} left out"))
}

/// The line above a provisional table.
pub fn provisional(date: &str, missing: &[&str], lang: Lang) -> String {
    let names = missing.join(", ");
    lang.pick(
        format!("Kết quả tạm tính đến ngày {date}; còn thiếu: {names}"),
        format!("Provisional as of {date}; still missing: {names}"),
    )
}

/// The heading of `explain --against`.
pub fn against(member: &str, other: &str, lang: Lang) -> String {
    lang.pick(format!("{member} so với {other}"), format!("{member} against {other}"))
}

/// The name of a shared sheet by its key in scoring.toml; a key that is not known is its own name.
pub fn sheet_name(key: &str, lang: Lang) -> &str {
    let (vi, en) = match key {
        "plan-register" => ("Bảng đăng ký chỉ tiêu giao ước thi đua", "the plan register"),
        "agency" => ("Bảng số liệu, điểm của cơ quan theo dõi tiêu chí", "the table of the following bodies"),
        "opinions" => ("Bảng tổng hợp ý kiến của cơ quan chức năng", "the table of opinions"),
        "classification" => ("Kết quả đánh giá, xếp loại năm", "the yearly classification"),
        "registration" => ("Bảng đăng ký danh hiệu thi đua, hình thức khen thưởng", "the registration of titles"),
        "decisions" => ("Bảng kết quả suy tôn, thẩm định, biểu quyết", "the table of decisions"),
        "ballot" => ("Biên bản kiểm phiếu", "the minutes of the ballot"),
        "award-list" => ("Danh sách khen thưởng", "the award list"),
        "fund-list" => ("Danh sách thu, chi Quỹ thi đua, khen thưởng", "the fund list"),
        "awards-form" => ("Biểu tổng hợp các hình thức khen thưởng", "the yearly form of awards"),
        "fund-form" => ("Biểu trích lập và sử dụng Quỹ thi đua, khen thưởng", "the yearly form of the fund"),
        _ => return key,
    };
    lang.pick(vi, en)
}

/// The name of a data status; a word that is not known is its own name.
pub fn status_name(key: &str, lang: Lang) -> &str {
    let (vi, en) = match key {
        "official" => ("chính thức", "official"),
        "estimate" => ("ước", "an estimate"),
        "forecast" => ("dự kiến", "a forecast"),
        _ => return key,
    };
    lang.pick(vi, en)
}

#[cfg(test)]
mod tests {
    use super::incomplete;
    use crate::diag::Lang;

    #[test]
    fn counts_and_names_follow_the_language() {
        assert_eq!(incomplete(3, Lang::Vi), "3 đơn vị chưa đủ số liệu");
        assert_eq!(incomplete(1, Lang::En), "1 member is incomplete");
    }
}
