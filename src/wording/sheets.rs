//! The words of the sheets that stand behind a ranking: cards, comparisons, gaps, estimates, what is put to the
//! council, and the notice that goes back to each member.

use super::headings::sentences::title;
use crate::diag::{Lang, Text};
use crate::model::Term;

// names of sheets
texts! {
    FIELDS: "Điểm theo lĩnh vực", "Points by field";
    CARD: "Phiếu chấm điểm", "Score cards";
    COMPARISON: "Đối chiếu tự chấm - thẩm định", "Self-marks and appraisal";
    GAP: "Khoảng cách với đơn vị dẫn đầu", "Gap to the leader";
    ESTIMATES: "Số liệu ước", "Estimates";
    COUNCIL: "Bảng tổng hợp trình Hội đồng", "For the council";
    SHARES: "Kiểm tra tỷ lệ", "Check of shares";
    LACKING: "Tiêu chí thiếu số liệu", "Criteria without figures";
    NOTICE: "Thông báo", "Notice";
    NOTICES: "Thông báo kết quả thẩm định điểm thi đua gửi từng đơn vị", "The notice of appraised marks to each member";
}

// columns and rows
texts! {
    OF_PLAN: "Tỷ lệ % so với kế hoạch", "% of the plan";
    RULE_TEXT: "Cách chấm điểm", "How it is marked";
    SELF_MARK: "Điểm tự chấm", "Self-mark";
    APPRAISED: "Điểm thẩm định", "Appraised mark";
    APPRAISED_TOTAL: "Tổng điểm thẩm định", "Total after appraisal";
    TO_SELF: "Chênh lệch so với tự chấm", "Difference to the self-mark";
    REASON: "Lý do", "Reason";
    EXPLANATION: "Ý kiến giải trình của đơn vị", "The member's explanation";
    FIELD_MAXIMUM: "Điểm tối đa", "Maximum";
    TOTAL_ROW: "TỔNG ĐIỂM", "TOTAL";
    OF_SCALE: "% thang điểm", "% of the scale";
    FIGURE: "Số liệu", "Figure";
    VALUE: "Giá trị", "Value";
    COUNTED_NOW: "Điểm đang tính theo số liệu này", "Mark given by it for now";
    BY_LEADER: "Điểm của đơn vị dẫn đầu", "The leader's mark";
    BY_FIRST_SO_FAR: "Điểm của đơn vị tạm xếp thứ nhất", "The mark of the first so far";
    FOLLOWED_BY: "Cơ quan theo dõi", "Followed by";
    WHY_MISSING: "Nội dung còn thiếu", "What is missing";
    POINTS: "Điểm", "Points";
    PLACE: "Hạng", "Rank";
    BLOC_VOTES: "Phiếu suy tôn của cụm, khối", "Votes of the bloc";
    COUNCIL_VOTES: "Phiếu của Hội đồng", "Votes of the council";
    OPINIONS: "Ý kiến của cơ quan chức năng", "Opinions of the bodies concerned";
    YEARLY_CLASS: "Kết quả xếp loại năm", "Classification of the year";
    EMULATION_CLASS: "Xếp loại thi đua", "Class by points";
    REGISTERED: "Danh hiệu, hình thức khen thưởng đã đăng ký", "Awards registered for";
    AWARD: "Hình thức khen thưởng", "Award";
    PROPOSED_COUNT: "Số đề nghị", "Proposed";
    BASE_COUNT: "Số làm căn cứ tính", "Base";
    SHARE: "Tỷ lệ quy định", "Share allowed";
    ALLOWED_COUNT: "Mức tương ứng", "Allowed";
    CONCLUSION: "Kết luận", "Conclusion";
    ARITHMETIC: "Diễn giải", "In words";
}

// what stands in cells and lines
texts! {
    WITHIN: "Trong mức", "Within the share";
    BEYOND: "Vượt mức, trình Hội đồng xem xét", "Beyond the share, for the council to consider";
    NO_SHARES: "Không có hình thức khen thưởng nào quy định tỷ lệ", "No award has a share";
    NO_ESTIMATES: "Không có số liệu ước, số liệu dự kiến", "There are no estimates and no forecasts";
    NOTHING_LACKING: "Không có tiêu chí nào thiếu số liệu", "No criterion lacks figures";
    NO_LEADER: "Chưa có đơn vị xếp thứ nhất để so sánh", "Nobody is first yet, so there is nothing to compare with";
    NO_SELF_MARKS: "Đơn vị chưa tự chấm điểm", "The member gave itself no marks";
    ALL_ALIKE: "Điểm tự chấm và điểm thẩm định bằng nhau ở mọi tiêu chí", "Self-mark and appraised mark are equal in every criterion";
    PROPOSED_PART: "A. ĐƠN VỊ ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG", "A. MEMBERS PROPOSED";
    OTHER_PART: "B. ĐƠN VỊ CHƯA ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG", "B. MEMBERS NOT PROPOSED";
    NOBODY: "Không có đơn vị nào", "Nobody";
    NO_OPINION: "Không có ý kiến khác", "No objection";
    AWAITED: "Chưa có", "Awaited";
    PARTY: "Đảng", "Party";
    UNIONS: "Đoàn thể", "Unions";
    DISCIPLINE: "Kỷ luật", "Discipline";
    NOTICE_NUMBER: "Số: .......... /TB-..........", "No. ..........";
    ROOM: "Đơn vị ghi ý kiến giải trình vào cột cuối, ký tên, đóng dấu và gửi lại trước ngày ..... tháng ..... năm ...... kèm tài liệu minh chứng.",
        "Write your explanation in the last column, sign, seal and return it by .......... with the evidence.";
    NOT_RESCALED: "Điểm từng tiêu chí là điểm trước khi quy về thang điểm chung; chênh lệch tổng điểm có thể khác tổng các chênh lệch.",
        "The marks of the criteria stand before totals are brought to the whole scale; the gap of the totals may differ from the sum of the gaps.";
    ANSWER: "Ý kiến chung của đơn vị", "What the member has to say";
    GAP_NOTE: "Số âm: thấp hơn đơn vị dẫn đầu; số dương: cao hơn; dấu \"-\": một trong hai đơn vị không có điểm ở tiêu chí đó.",
        "Below zero: less than the leader; above zero: more; a dash: one of the two has no mark there.";
    COMPARISON_NOTE: "Bảng chỉ nêu các tiêu chí có chênh lệch hoặc chỉ có một trong hai điểm. Số dương: thẩm định cao hơn tự chấm; số âm: thấp hơn.",
        "Only criteria that differ, or that have one of the two marks, are listed. Above zero: appraised higher; below zero: lower.";
}

/// Title of the sheet of points by field.
pub fn fields_title(term: Term, lang: Lang) -> String {
    title("Bảng điểm thi đua theo lĩnh vực", "Emulation points by field", term, lang)
}

/// Title of the cards.
pub fn card_title(term: Term, lang: Lang) -> String {
    title("Phiếu chấm điểm chi tiết", "Score cards", term, lang)
}

/// Title of the comparison of self-marks with appraised marks.
pub fn comparison_title(term: Term, lang: Lang) -> String {
    title("Bảng đối chiếu điểm tự chấm và điểm thẩm định", "Self-marks and appraised marks", term, lang)
}

/// Title of the gaps to the leader.
pub fn gap_title(term: Term, lang: Lang) -> String {
    title("Khoảng cách điểm với đơn vị dẫn đầu theo từng tiêu chí", "Gap to the leader by criterion", term, lang)
}

/// Title of the sheet of figures that are not official.
pub fn estimates_title(term: Term, lang: Lang) -> String {
    title("Danh mục số liệu ước, số liệu dự kiến", "Estimates and forecasts", term, lang)
}

/// Title of the table put to the council.
pub fn council_title(term: Term, lang: Lang) -> String {
    title("Bảng tổng hợp trình Hội đồng Thi đua - Khen thưởng", "For the emulation council", term, lang)
}

/// Title of the check of shares.
pub fn shares_title(term: Term, lang: Lang) -> String {
    title("Kiểm tra tỷ lệ đề nghị khen thưởng", "Check of the shares of awards", term, lang)
}

/// Title of the list of criteria without figures.
pub fn lacking_title(term: Term, lang: Lang) -> String {
    title("Danh mục tiêu chí thiếu số liệu", "Criteria without figures", term, lang)
}

/// Title of a notice.
pub fn notice_title(term: Term, lang: Lang) -> String {
    title("Thông báo kết quả thẩm định điểm thi đua", "Notice of appraised marks", term, lang)
}

/// To whom a notice goes.
pub fn to_member(name: &str, lang: Lang) -> String {
    lang.pick(format!("Kính gửi: {name}"), format!("To: {name}"))
}

/// The name of a member over its card.
pub fn card_of(name: &str, lang: Lang) -> String {
    lang.pick(format!("Đơn vị: {name}"), format!("Member: {name}"))
}

/// What came of a member in one line: `label: value` one after another.
pub fn in_short(parts: &[(Text, String)], lang: Lang) -> String {
    parts.iter().map(|(label, value)| format!("{}: {value}", label.say(lang))).collect::<Vec<_>>().join("; ")
}

/// A place among so many.
pub fn place_of(rank: u32, members: usize) -> String {
    format!("{rank}/{members}")
}

/// A file and its sheet under their number.
pub fn reference(number: usize, file: &str, sheet: &str, lang: Lang) -> String {
    if sheet.is_empty() {
        format!("[{number}] {file}")
    } else {
        lang.pick(format!("[{number}] {file}, trang \"{sheet}\""), format!("[{number}] {file}, sheet \"{sheet}\""))
    }
}

/// The files that cells of a card stand in.
pub fn references(list: &[String], lang: Lang) -> String {
    let list = list.join("; ");
    lang.pick(format!("Nguồn số liệu: {list}."), format!("Sources: {list}."))
}

/// A remark behind a label.
pub fn remark(said: &str, lang: Lang) -> String {
    lang.pick(format!("Ghi chú: {said}."), format!("Remarks: {said}."))
}

/// How the points of a field were made.
pub fn made(said: &str, lang: Lang) -> String {
    lang.pick(format!("Cách tính: {said}"), format!("How it is made: {said}"))
}

/// With whom the gaps of a table are.
pub fn against(leader: &str, lang: Lang) -> String {
    lang.pick(format!("So với {leader}"), format!("Against {leader}"))
}

/// Further leaders with the same total, whom no table is for.
pub fn further_leaders(count: usize, lang: Lang) -> String {
    lang.pick(
        format!("Còn {count} đơn vị khác cùng xếp thứ nhất, không lập bảng riêng."),
        format!("{count} more share the first place; there is no table of their own."),
    )
}

/// The column of a plan or an actual, with what its row is called.
pub fn figure_of(column: &str, label: &str) -> String {
    if label.is_empty() { column.to_owned() } else { format!("{column} - {label}") }
}

/// The first sentence of a notice.
pub fn notice_opening(issuer: &str, term: Term, bloc: &str, lang: Lang) -> String {
    let year = term.year;
    lang.pick(
        format!("{issuer} thông báo kết quả thẩm định điểm thi đua năm {year} của đơn vị ({bloc}) như sau:"),
        format!("{issuer} gives notice of the marks of {year} after appraisal ({bloc}):"),
    )
}

/// A line that leads to the workbook of a bloc.
pub fn see_workbook(path: &str, lang: Lang) -> String {
    lang.pick(format!("Xem bảng xếp hạng và điểm chi tiết: {path}"), format!("Ranking and marks in detail: {path}"))
}

/// What is recorded of an organisation: its name and its class.
pub fn classed(body: Text, class: &str, lang: Lang) -> String {
    format!("{}: {class}", body.say(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_fit_a_workbook() {
        for name in [FIELDS, CARD, COMPARISON, GAP, ESTIMATES, COUNCIL, SHARES, LACKING, NOTICE] {
            for said in [name.vi, name.en] {
                let units = said.encode_utf16().count();
                assert!(units <= 31 && !said.contains(['[', ']', ':', '*', '?', '/', '\\']), "{said}: {units}");
            }
        }
    }

    #[test]
    fn a_source_is_named_by_file_and_sheet() {
        assert_eq!(reference(1, "a/b.xlsx", "Bảng", Lang::Vi), "[1] a/b.xlsx, trang \"Bảng\"");
        assert_eq!(reference(2, "a/b.csv", "", Lang::En), "[2] a/b.csv");
    }
}
