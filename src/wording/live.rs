//! What the live sheets of a bloc's workbook say: the trial table and the sheets of formulas behind it.

use crate::diag::{Lang, Text};
use crate::model::InputKind;

words! {
    /// Sheet of the sorted live table.
    TRIAL = "Tính thử", "Trial";
    /// Sheet of the marks as formulas.
    MARKS = "Điểm chi tiết", "Marks in detail";
    /// Sheet of maxima and parameters.
    CRITERIA = "Bảng tiêu chí", "Criteria";
    /// Sheet of what was handed in.
    DATA = "Số liệu", "Data";
    /// Sheet of steps on the way.
    STEPS = "Bước tính", "Steps";

    /// Title of the trial table.
    TRIAL_TITLE = "BẢNG TÍNH THỬ - KHÔNG DÙNG ĐỂ KÝ", "TRIAL TABLE - NOT TO BE SIGNED";
    /// Under the title of the trial table.
    TRIAL_HINT = "Bảng này tự tính lại khi sửa ô nền vàng ở trang Số liệu, Bảng tiêu chí. Bảng chính thức ở trang Xếp hạng giữ nguyên số đã chấm.",
        "This table follows when yellow cells of the sheets Data and Criteria are changed. The official table on the sheet Ranking keeps the scored numbers.";
    /// Title of the marks.
    MARKS_TITLE = "BẢNG ĐIỂM CHI TIẾT THEO TIÊU CHÍ", "MARKS BY CRITERION";
    /// Under the title of the marks.
    MARKS_HINT = "Mỗi ô điểm là một công thức trên trang Số liệu và Bảng tiêu chí. Ô trống: chưa có điểm; dấu -: không giao hoặc không phát sinh.",
        "Every mark is a formula over the sheets Data and Criteria. A blank cell: no mark yet; a dash: not assigned or did not arise.";
    /// Title of the criteria.
    CRITERIA_TITLE = "BẢNG TIÊU CHÍ, THANG ĐIỂM VÀ THAM SỐ", "CRITERIA, MAXIMA AND PARAMETERS";
    /// Under the title of the criteria.
    CRITERIA_HINT = "Sửa ô nền vàng để tính thử; giao ước đã ký không thay đổi theo.",
        "Change yellow cells for a trial; the signed compact does not change with them.";
    /// Title of the data.
    DATA_TITLE = "SỐ LIỆU, ĐIỂM CÁC BƯỚC CHẤM CỦA CÁC ĐƠN VỊ", "FIGURES AND MARKS BY STAGE";
    /// Under the title of the data.
    DATA_HINT = "Sửa ô nền vàng để tính thử. Ô trống: chưa có số liệu, không phải số 0. Ô in nghiêng: số ước, số dự kiến. Ghi chú của mỗi ô nói số liệu đọc từ tệp, trang, ô nào.",
        "Change yellow cells for a trial. A blank cell: no figure, which is not zero. Italics: an estimate or a forecast. The note of a cell says which file, sheet and cell it was read from.";
    /// Title of the steps.
    STEPS_TITLE = "CÁC BƯỚC TÍNH TRUNG GIAN", "STEPS ON THE WAY";
    /// Under the title of the steps.
    STEPS_HINT = "Trang này chỉ có công thức, không cần sửa.", "This sheet holds formulas only; nothing is to be changed.";

    /// Column: kind of a row.
    KIND = "Loại", "Kind";
    /// Column: maximum, or a number of the rule's.
    MAXIMUM = "Điểm tối đa, tham số", "Maximum or parameter";
    /// Column: weight.
    WEIGHT = "Trọng số", "Weight";
    /// Column: rule.
    RULE = "Quy tắc chấm", "Rule";
    /// Column: the compact's words.
    GUIDE = "Cách chấm theo giao ước", "The compact's own words";
    /// Column: who follows a criterion.
    FOLLOWED_BY = "Cơ quan theo dõi", "Followed by";
    /// Column: place in the trial table.
    PLACE = "TT", "No.";
    /// Column: tie.
    TIE = "Đồng điểm", "Tie";
    /// Column: whether a member may be considered.
    CONSIDERED = "Được xét", "Considered";
    /// Column: rank among those considered.
    RANK_OF_ELIGIBLE = "Thứ tự trong số được xét", "Rank among those considered";
    /// Column: points behind the leader.
    BEHIND = "Kém đơn vị dẫn đầu", "Behind the leader";
    /// Column: the total of whoever is first.
    LEADING = "Điểm của đơn vị đứng đầu", "Points of the first";
    /// Behind the title of a chart over the trial table.
    TRIAL_CHART = "tính thử, không dùng để ký", "trial, not to be signed";
    /// Column: the official total.
    OFFICIAL = "Tổng điểm chính thức", "Official total";
    /// Column: difference to the official total.
    CHANGED = "Thay đổi so với chính thức", "Change to the official total";

    /// Heading over what concerns the members themselves.
    MEMBERS = "Về đơn vị", "Of the members";
    /// Heading over totals.
    RESULTS = "Tổng hợp và xếp hạng", "Totals and ranks";
    /// Heading over steps of criteria.
    CRITERION_STEPS = "Theo tiêu chí", "By criterion";
    /// Heading over steps of the tree.
    TREE_STEPS = "Theo lĩnh vực", "By field";
    /// Heading over steps of ranks.
    RANK_STEPS = "Xếp hạng, xếp loại", "Ranks and classes";
    /// Heading over what belongs to the whole compact.
    WHOLE = "Chung cho cả bảng điểm", "Of the compact as a whole";

    /// Row: group.
    GROUP = "Nhóm", "Group";
    /// Row: whether what was handed in can be relied on.
    SOUND = "Hồ sơ đủ tin cậy để xếp hạng (1: có, 0: không)", "Submission can be relied on (1: yes, 0: no)";
    /// Row: votes.
    VOTES = "Số phiếu suy tôn của cụm, khối", "Votes of the bloc";
    /// Row: women.
    WOMEN = "Tỷ lệ nữ", "Share of women";
    /// Row: whether a member may be considered.
    ELIGIBLE = "Được xét khen thưởng (x: được xét)", "May be considered (x: yes)";
    /// Row: scale.
    SCALE = "Điểm các lĩnh vực trong thang", "Points of the scale";
    /// Row: scale brought to the whole.
    SCALED = "Quy về thang điểm", "Brought to the whole scale";
    /// Row: place in the sorted table.
    ORDER = "Vị trí trên bảng tính thử", "Place in the trial table";
    /// Row: points that are assigned.
    ASSIGNED = "Điểm tối đa được giao", "Maximum assigned";
    /// Row: what a child counts with.
    VALUE = "phần được tính", "counts with";
    /// Row: what a child weighs.
    WEIGHS = "trọng số được tính", "weighs";
    /// Row: logarithm.
    LOGARITHM = "lô-ga-rít", "logarithm";
    /// Row: before the group's mean.
    BEFORE = "trước khi lấy bình quân nhóm", "before the group's mean";
    /// Row: with the group's mean.
    FILLED = "đã lấy bình quân nhóm nếu thiếu", "with the group's mean where missing";
    /// Row: change.
    CHANGE = "mức tăng, giảm", "change";
    /// Row: by the rule.
    BY_RULE = "điểm theo quy tắc", "mark by the rule";
    /// Row: plan exceeded.
    EXCEEDED = "vượt kế hoạch (1: có)", "plan exceeded (1: yes)";
    /// Row: plans exceeded.
    EXCEEDED_COUNT = "Số chỉ tiêu vượt kế hoạch", "Plans exceeded";
    /// Row: plan reached.
    MET = "đạt kế hoạch (1: có)", "plan reached (1: yes)";
    /// Row: plan nearly reached.
    NEAR = "đạt hoặc thiếu trong mức cho phép (1: có)", "reached or short by no more than allowed (1: yes)";
    /// Row: total before rounding.
    FULL = "Tổng điểm chưa làm tròn", "Total before rounding";
    /// Row: rank by total.
    RANK_BY_TOTAL = "Hạng theo tổng điểm", "Rank by total";
    /// Row: difficulty coefficient.
    DIFFICULTY = "hệ số khó khăn cao nhất", "the most a difficulty coefficient may be";
    /// Row: whole scale.
    WHOLE_SCALE = "Thang điểm", "Scale";
    /// A cell that could not be read.
    FAULTY = "lỗi", "fault";
    /// A member that is not ranked as the compact says.
    UNRANKED = "không xếp", "unranked";
    /// A member that may be considered.
    YES = "x", "x";
}

/// The names of the sheets of marks, criteria, data and steps.
pub fn pages(lang: Lang) -> [&'static str; 4] {
    [MARKS, CRITERIA, DATA, STEPS].map(|name| name.say(lang))
}

/// The note beside a value: the cell it was read from, and what stands there.
pub fn read_from(cell: &str, raw: &str) -> String {
    if raw.is_empty() { cell.to_owned() } else { format!("{cell}\n{raw}") }
}

/// A row of a tie key.
pub fn tie_value(key: &str, lang: Lang) -> String {
    lang.pick(format!("Tiêu chí phụ: {key}"), format!("Tie key: {key}"))
}

/// The rank after a tie key.
pub fn rank_after(key: &str, lang: Lang) -> String {
    lang.pick(format!("Hạng sau khi xét {key}"), format!("Rank after {key}"))
}

/// The row of a class's threshold.
pub fn threshold(class: &str, lang: Lang) -> String {
    lang.pick(format!("Xếp loại {class}: từ"), format!("Class {class}: from"))
}

/// What kind of value an input takes, where it is no number.
pub fn input_kind(kind: &InputKind, lang: Lang) -> Option<&'static str> {
    match kind {
        InputKind::Number | InputKind::Count => None,
        InputKind::Date => Some(lang.pick("ngày", "day")),
        InputKind::Word(_) => Some(lang.pick("chữ", "word")),
    }
}

/// A parameter of a rule: its key, and what that means.
pub fn parameter(name: &str, doc: &str) -> String {
    if doc.is_empty() { name.to_owned() } else { format!("{name}: {doc}") }
}
