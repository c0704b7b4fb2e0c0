//! The words in which offices say how a criterion is marked: patterns of a clause, and what each means.
//!
//! In a pattern a word stands for itself, `a|b` for either, `[…]` for what may be there, `{n}` for a number, `{1}` for one that adds nothing, `{p}` for a
//! percentage, `{x}` for either, `{q}` for words in quotation marks, `{d}` for a date, `{w}` for words without number or
//! colon, `{v}` for such words without a comma or stroke either, `{…}` for anything or nothing. The word for points behind a number is left out before they are compared.

/// What a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// In proportion to something.
    Ratio,
    /// These points when the plan is reached or passed.
    PlanReached,
    /// These points when the plan is passed.
    PlanPassed,
    /// These points when exactly the plan is reached.
    AtPlan,
    /// A share and its points: reached that share.
    Reached,
    /// What falls short is marked in proportion.
    ShortInProportion,
    /// A step above the plan and what it adds.
    Gain,
    /// A step under the plan and what it takes off.
    Loss,
    /// At most these points.
    AtMost,
    /// From a level on: level, points.
    From,
    /// Above a level: level, points.
    Above,
    /// From a level to under another: two levels, points.
    FromUnder,
    /// Above a level to another: two levels, points.
    AboveTo,
    /// From a level to another, both included: two levels, points.
    FromTo,
    /// Under a level: level, points.
    Under,
    /// Short of the plan by no more than a distance in percentage points: distance, points.
    ShortTo,
    /// Short of the plan by more than one distance to another: two distances, points.
    ShortAboveTo,
    /// Shorter still: points.
    ShortBeyond,
    /// From nothing to a level something is taken off: level, points.
    OffTo,
    /// Above a level to another something is taken off: two levels, points.
    OffAboveTo,
    /// Points for each.
    Each,
    /// Points off for each.
    EachOff,
    /// Taken off until nothing is left.
    OffToNothing,
    /// So many items.
    Items,
    /// On time: points.
    OnTime,
    /// Late by days from one number to another: two numbers, points.
    Late,
    /// Late by this many days, or up to as many: number, points.
    LateTo,
    /// Late by more days: number, points.
    LateBeyond,
    /// Late by this many days or more: number, points.
    LateFrom,
    /// The date it is due.
    Due,
    /// A word or a name and its points.
    Word,
    /// Where nothing arose the maximum counts.
    NotArisingFull,
    /// Where nothing arose it is left out.
    NotArisingOut,
    /// Who is not given it is left out.
    NotAssigned,
    /// People mark it.
    ByPeople,
    /// Nothing that bears on the mark.
    Remark,
}

/// Patterns from the particular to the general: the first that fits a clause says what it means.
pub const PATTERNS: &[(Says, &str)] = &[
    (Says::Remark, "[{w} :] kh {…}"),
    (Says::Remark, "[{w} :] kế_hoạch {x} [{w}]"),
    (Says::Remark, "có thuyết minh [{w}]"),
    (Says::Remark, "có [kèm] [theo] [tài liệu] [hồ_sơ] minh chứng [{w}]"),
    (Says::Remark, "có nhận xét"),
    (Says::ByPeople, "[do] [các] [đơn vị] [thành viên] [trong|của] cụm|khối [thi đua] chấm [chéo] [điểm]"),
    (Says::ByPeople, "[do] hội đồng [{w}] chấm|đánh_giá|xem_xét|thẩm_định [điểm]"),
    (Says::ByPeople, "[do] cơ quan thường trực [{w}] chấm|thẩm_định [điểm]"),
    (Says::ByPeople, "chấm [điểm] trực tiếp [{w}]"),
    (
        Says::NotArisingFull,
        "[nếu|trường_hợp] không phát sinh [{w}] [:|thì|,] [được] [tính|chấm|hưởng] [đủ] [điểm] tối_đa|chuẩn",
    ),
    (Says::NotArisingOut, "[nếu|trường_hợp] không phát sinh [{w}] [:|thì|,] không tính|chấm|xét [{w}]"),
    (Says::NotAssigned, "[nếu] [đơn vị] không [được] giao [{w}] [:|thì|,] không tính|chấm [{w}]"),
    (Says::NotAssigned, "[nếu] [đơn vị] không thuộc diện|đối_tượng [{w}] [:|thì|,] không tính|chấm [{w}]"),
    (Says::OffToNothing, "[trừ] [cho] đến|tới [khi] hết [số] [điểm] [chuẩn|tối_đa] [của] [tiêu_chí|nội_dung]"),
    (Says::OffToNothing, "trừ hết [số] điểm thì thôi"),
    (Says::AtMost, "[tổng] [số] [điểm] [cộng|trừ|được] [cộng|trừ] [tối_đa] không [vượt] quá {n}"),
    (Says::AtMost, "[tổng] [số] [điểm] [cộng|trừ|được] [cộng|trừ] tối_đa [là|:] {n}"),
    (Says::ShortInProportion, "[nếu] chưa|không đạt [mức] [kế_hoạch] [:|thì|,] [được] [tính] [điểm] theo tỷ_lệ [{w}]"),
    (Says::ShortInProportion, "[bằng hoặc] thấp hơn [mức] [kế_hoạch] [:|thì|,] [tính] [điểm] theo tỷ_lệ [{w}]"),
    (Says::ShortInProportion, "[các] [trường_hợp] còn lại [:|thì|,] [tính] [điểm] theo tỷ_lệ [{w}]"),
    (Says::Ratio, "[tính|chấm] [điểm] theo tỷ_lệ [{w}]"),
    (Says::Ratio, "[điểm] [được] [tính|chấm] [bằng] điểm chuẩn|tối_đa nhân [với] tỷ_lệ [{w}]"),
    (Says::Gain, "[cứ] vượt [mỗi|thêm] {p} [kế_hoạch] [được|thì] [được] cộng [thêm] {n}"),
    (Says::Gain, "mỗi|cứ {p} vượt [kế_hoạch] [được|thì] [được] cộng [thêm] {n}"),
    (Says::Loss, "[cứ] hụt|thiếu [mỗi] {p} [kế_hoạch] [bị|thì] [bị] trừ [đi] {n}"),
    (Says::Loss, "mỗi|cứ {p} hụt|thiếu [kế_hoạch] [bị|thì] [bị] trừ [đi] {n}"),
    (Says::PlanReached, "[nếu] [thực_hiện] đạt|hoàn_thành|giảm [từ] [mức] kế_hoạch trở lên : [được] {n}"),
    (Says::PlanReached, "[nếu] [thực_hiện] đạt|hoàn_thành [và|hoặc|,] vượt [mức] kế_hoạch : [được] {n}"),
    (Says::PlanPassed, "[nếu] [thực_hiện] vượt [mức] kế_hoạch [ghi] [{q}] : [được] {n}"),
    (Says::PlanPassed, "[nếu] [thực_hiện] vượt mức {q} : [được] {n}"),
    (Says::AtPlan, "[nếu] [thực_hiện] đạt|hoàn_thành {p} kế_hoạch : [được] {n}"),
    (Says::ShortTo, "thấp hơn không quá {n} điểm% : [được] {n}"),
    (Says::ShortAboveTo, "thấp hơn quá|trên {n} đến {n} điểm% : [được] {n}"),
    (Says::ShortBeyond, "thấp hơn nữa : [được] {n}"),
    (Says::OnTime, "[thực_hiện|gửi|nộp] [đầy_đủ] [,|và] đúng [thời] hạn|gian [:|được] {n}"),
    (Says::Late, "[gửi|nộp] chậm [từ] {n} -|đến {n} ngày [:|được] {n}"),
    (Says::Late, "[gửi|nộp] chậm [từ] {n} ngày đến {n} ngày [:|được] {n}"),
    (Says::LateFrom, "[gửi|nộp] chậm từ {n} ngày trở lên [:|được] {n}"),
    (Says::LateBeyond, "[gửi|nộp] chậm trên|quá|hơn {n} ngày [:|được] {n}"),
    (Says::LateTo, "[gửi|nộp] chậm [đến] {n} ngày [:|được] {n}"),
    (Says::LateTo, "[gửi|nộp] chậm không quá {n} ngày [:|được] {n}"),
    (Says::Due, "[thời] hạn [gửi|nộp] [cuối|chót] [:|là|trước|đến] [ngày] {d}"),
    (Says::OffTo, "[{w}] đến {x} : trừ {n}"),
    (Says::OffAboveTo, "[{w}] trên {x} đến {x} : trừ {n}"),
    (Says::From, "[đạt|hoàn_thành] từ {x} [kế_hoạch] trở lên [kế_hoạch] : [được] {n}"),
    (Says::FromUnder, "[đạt|hoàn_thành] từ {x} [kế_hoạch] đến dưới {x} [kế_hoạch] : [được] {n}"),
    (Says::AboveTo, "[đạt|hoàn_thành] trên {x} [kế_hoạch] đến {x} [kế_hoạch] : [được] {n}"),
    (Says::FromTo, "[đạt|hoàn_thành] [từ] {x} [kế_hoạch] đến|- {x} [kế_hoạch] : [được] {n}"),
    (Says::Above, "[đạt|hoàn_thành] trên {x} [kế_hoạch] : [được] {n}"),
    (Says::Under, "[đạt|hoàn_thành] dưới {x} [kế_hoạch] : [được] {n}"),
    (Says::Reached, "[đạt|hoàn_thành|thực_hiện] {p} [{w}] : [được] {n}"),
    (Says::EachOff, "mỗi|cứ [một|{1}] {w} [:|thì|bị] [bị] trừ {n}"),
    (Says::EachOff, "trừ {n} / {w}"),
    (Says::EachOff, "trừ {n} cho|đối_với mỗi|một {w}"),
    (Says::Each, "mỗi|cứ [một|{1}] {w} [:|thì|được] [được] [cộng|chấm|tính] {n}"),
    (Says::Each, "[cộng|được|chấm] {n} / {w}"),
    (Says::Each, "[cộng|được|chấm] {n} cho mỗi|một {w}"),
    (Says::Items, "{n} {w}"),
    (Says::Word, "theo [kết quả] xếp loại|đánh_giá [{w}] : {w} [:|được] {n}"),
    (Says::Word, "{w} : [được] {n}"),
    (Says::Word, "{v} [được] {n}"),
];

/// Words taken as one for the other before patterns are compared: as offices write it, as the patterns have it.
pub const SAME: &[(&str, &str)] = &[
    ("chỉ tiêu kế hoạch", "kế_hoạch"),
    ("kế hoạch được giao", "kế_hoạch"),
    ("kế hoạch đề ra", "kế_hoạch"),
    ("kế hoạch năm", "kế_hoạch"),
    ("kế hoạch giao", "kế_hoạch"),
    ("chỉ tiêu được giao", "kế_hoạch"),
    ("chỉ tiêu giao", "kế_hoạch"),
    ("kế hoạch", "kế_hoạch"),
    ("tỉ lệ", "tỷ_lệ"),
    ("tỷ lệ", "tỷ_lệ"),
    ("tối đa", "tối_đa"),
    ("tiêu chí", "tiêu_chí"),
    ("hoàn thành", "hoàn_thành"),
    ("trường hợp", "trường_hợp"),
    ("đầy đủ", "đầy_đủ"),
    ("hồ sơ", "hồ_sơ"),
    ("đánh giá", "đánh_giá"),
    ("thẩm định", "thẩm_định"),
    ("xem xét", "xem_xét"),
    ("đối tượng", "đối_tượng"),
    ("đối với", "đối_với"),
    ("nội dung", "nội_dung"),
    ("thực hiện", "thực_hiện"),
    ("điểm phần trăm", "điểm%"),
    ("điểm %", "điểm%"),
    ("nhưng", ","),
];

/// The word for points behind a number, in small letters.
pub const POINTS: &[&str] = &["điểm", "đ"];

/// The token for a plan.
pub const PLAN: &str = "kế hoạch";

/// What a share is of, so that it is one of reaching something.
pub const OF_REACHING: &[&str] = &["/", "kế hoạch", "hoàn thành", "thực hiện", "chỉ tiêu", "đạt"];

/// Words that leave open whether a figure or its change counts, in a criterion's name or its wording.
pub const CHANGES: &[&str] =
    &["tăng thêm", "giảm", "thêm", "cùng kỳ", "năm trước", "nghịch", "so với năm", "tăng so với", "lũy kế"];

/// Words of names for which less is better, which the wording does not say.
pub const FEWER_IS_BETTER: &[&str] = &[
    "hộ nghèo",
    "cận nghèo",
    "tai nạn",
    "thất nghiệp",
    "suy dinh dưỡng",
    "tử vong",
    "nợ đọng",
    "nợ xấu",
    "nợ thuế",
    "quá hạn",
    "trễ hạn",
    "chậm muộn",
    "tồn đọng",
    "mắc bệnh",
    "tảo hôn",
    "thất thoát",
    "con thứ ba",
    "bỏ học",
];

/// Words of levels: a word with its points is one only if it holds one of these.
pub const LEVELS: &[&str] = &["xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém", "hoàn thành"];

/// How the name of an award begins.
pub const AWARDS: &[&str] =
    &["huân chương", "huy chương", "cờ", "bằng khen", "giấy khen", "danh hiệu", "tập thể lao động", "giải thưởng"];

/// What the second of two words begins with where it says that something was not done.
pub const NOT_DONE: &[&str] = &["không", "chưa"];

/// What the first of two words begins with where it says that something was done.
pub const DONE: &[&str] = &["đạt", "có", "đã", "thực hiện", "tham gia", "ban hành"];

/// Words with which a clause says that nothing has to be taken off.
pub const NOTHING_WRONG: &[&str] = &["không có", "đầy đủ", "đúng hạn", "kịp thời", "thực hiện tốt", "không vi phạm"];

/// The unit of a percentage begins with this.
pub const PERCENT: &str = "%";

/// The name of a percentage begins with one of these, folded.
pub const RATES: &[&str] = &["tỷ lệ", "tỉ lệ"];

/// Words of names whose percentage may itself be the share of a plan.
pub const SHARES_OF_PLANS: &[&str] = &["kế hoạch", "hoàn thành", "chương trình", "chỉ tiêu"];
