//! The words by which sheets, columns and special cells are recognised, as they look after folding.

use crate::diag::Text;
use crate::model::{DecidingBody, OpinionState, Status};

/// The row of a value at the start of the year.
pub const BASELINE: Text = Text { vi: "Số đầu kỳ", en: "At the start of the period" };

/// The row of a member's difficulty coefficient.
pub const DIFFICULTY: Text = Text { vi: "Hệ số khó khăn", en: "Difficulty coefficient" };

/// The row of the same period of the year before.
pub const SAME_PERIOD: Text = Text { vi: "Cùng kỳ năm trước", en: "Same period last year" };

/// The words before the name of a part of what stands above it, folded.
pub const PART_OF_ABOVE: &[&str] = &["trong đó:", "trong đó", "of which:", "of which"];

/// The words before the member's name in a form's head block, folded.
pub const MEMBER_LINES: &[&str] = &["tên đơn vị", "đơn vị", "tên đơn vị thành viên", "member"];

/// Words for what kind of body a member is, which a name may have in front or not, folded; the longer ones first.
pub const KINDS_OF_BODY: &[&str] = &[
    "ủy ban nhân dân",
    "ubnd",
    "thành phố",
    "thị xã",
    "thị trấn",
    "huyện",
    "tỉnh",
    "phường",
    "xã",
    "sở",
    "tp.",
    "tp",
    "tx.",
    "tx",
    "tt.",
    "h.",
    "h",
    "p.",
    "x.",
];

/// The words before the bloc's name in a form's head block, folded.
pub const BLOC_LINES: &[&str] = &["cụm/khối", "cụm, khối", "cụm thi đua", "khối thi đua", "cụm", "khối", "bloc"];

/// The words with which the title of a yearly table begins, folded.
pub const TITLES_WITH_YEAR: &[&str] =
    &["bảng tự chấm điểm", "bảng tổng hợp", "bảng đăng ký chỉ tiêu", "self-score form"];

/// The word before the year in a title, folded.
pub const YEAR_WORDS: &[&str] = &["năm", "year"];

/// A row that sums others, or is their mean, begins with one of these, folded.
pub const TOTAL_ROWS: &[&str] =
    &["tổng cộng", "cộng", "tổng điểm", "tổng số", "total", "bình quân", "trung bình", "average"];

/// What the title of the yearly form of awards holds, folded.
pub const AWARDS_FORM_TITLES: &[&str] =
    &["tổng hợp các hình thức khen thưởng", "forms of award within the authority of the province"];

/// What the title of the yearly form of the fund holds, folded.
pub const FUND_FORM_TITLES: &[&str] =
    &["tổng hợp tình hình trích lập và sử dụng quỹ", "how the emulation and commendation fund was made and used"];

/// "Not assigned", folded.
pub const NOT_ASSIGNED: &[&str] = &["không giao", "không được giao", "not assigned"];

/// "Nothing arose", folded.
pub const NOT_ARISING: &[&str] = &["không phát sinh", "nothing arose"];

/// A cell that says there is no figure, folded.
pub const NO_FIGURE: &[&str] =
    &["-", "--", "---", "...", "…", "n/a", "không có", "chưa có", "không có số liệu", "chưa có số liệu"];

/// The letters that may stand for "not assigned" or for "nothing arose", folded.
pub const KP: &str = "kp";

/// How the error of a formula begins where it was saved as text, folded.
pub const ERRORS: &[&str] =
    &["#ref!", "#div/0!", "#n/a", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#getting_data", "err:"];

/// What in front of a figure says that it is not official yet, in small letters, the longer before the shorter.
pub const STATUS_BEFORE: &[(&str, Status)] = &[
    ("ước thực hiện", Status::Estimate),
    ("ước tính đạt", Status::Estimate),
    ("ước tính", Status::Estimate),
    ("ước đạt", Status::Estimate),
    ("ước th", Status::Estimate),
    ("ước", Status::Estimate),
    ("dự ước", Status::Estimate),
    ("estimated", Status::Estimate),
    ("estimate", Status::Estimate),
    ("dự kiến thực hiện", Status::Forecast),
    ("dự kiến đạt", Status::Forecast),
    ("dự kiến", Status::Forecast),
    ("forecast", Status::Forecast),
];

/// Words before a number that make it no exact one, in small letters.
pub const NOT_EXACT_BEFORE: &[&str] = &[
    "khoảng",
    "gần",
    "trên",
    "dưới",
    "hơn",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "nhiều nhất",
    "không quá",
    "không dưới",
    "không vượt quá",
    "không ít hơn",
    "không thấp hơn",
    "xấp xỉ",
    "chừng",
    "độ",
    "tầm",
    "cỡ",
    "từ",
    "about",
    "over",
    "under",
    "at least",
    "at most",
    "nearly",
];

/// A word between them and the number or before them that adds nothing, in small letters.
pub const REACHED: &str = "đạt";

/// Signs before a number that make it no exact one.
pub const NOT_EXACT_SIGNS: &[char] = &['>', '<', '=', '\u{2265}', '\u{2264}', '~', '\u{2248}', '\u{B1}'];

/// Words and signs behind a number that make it no exact one, folded.
pub const NOT_EXACT_BEHIND: &[&str] = &["trở lên", "trở xuống", "+", "~", "or more", "or less"];

/// What stands between the ends of a range, in small letters.
pub const RANGE: &[&str] = &["-", "đến", "tới", "~", "\u{B1}", "to"];

/// The words of a date written out, in small letters, and the sign each stands for.
pub const DATE_WORDS: &[(&str, &str)] = &[("ngày", ""), ("tháng", "/"), ("năm", "/")];

/// Words of yes, no and levels, which are no numbers, folded.
pub const WORDS_OF_LEVELS: &[&str] = &[
    "x",
    "v",
    "o",
    "có",
    "không",
    "đạt",
    "không đạt",
    "chưa đạt",
    "vượt",
    "đủ",
    "chưa",
    "rồi",
    "đã",
    "hoàn thành",
    "chưa hoàn thành",
    "không hoàn thành",
    "hoàn thành tốt",
    "hoàn thành xuất sắc",
    "xuất sắc",
    "tốt",
    "khá",
    "trung bình",
    "yếu",
    "kém",
    "yes",
    "no",
    "true",
    "false",
    "\u{2713}",
    "\u{2714}",
    "\u{221A}",
];

/// Words that stand for a power of ten of what follows, with it, folded.
pub const MAGNITUDES: &[(&str, u32)] =
    &[("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tr", 6), ("trđ", 6), ("tỷ", 9), ("tỉ", 9)];

/// The unit of a mark.
pub const POINTS: &str = "điểm";

/// The words for the currency, folded.
pub const CURRENCY: &[&str] = &["đồng", "đ", "vnđ", "vnd", "trđ"];

/// The status words of a figure, folded.
pub const STATUSES: &[(&str, Status)] = &[
    ("", Status::Official),
    ("chính thức", Status::Official),
    ("official", Status::Official),
    ("ước", Status::Estimate),
    ("ước thực hiện", Status::Estimate),
    ("estimate", Status::Estimate),
    ("dự kiến", Status::Forecast),
    ("forecast", Status::Forecast),
];

/// The words for how far an opinion has got, folded.
pub const OPINION_STATES: &[(&str, OpinionState)] = &[
    ("đã kết luận", OpinionState::Concluded),
    ("đang xem xét", OpinionState::Pending),
    ("đang xác minh", OpinionState::Pending),
    ("không có ý kiến", OpinionState::Clear),
    ("không vi phạm", OpinionState::Clear),
    ("concluded", OpinionState::Concluded),
    ("under examination", OpinionState::Pending),
    ("no objection", OpinionState::Clear),
];

/// The words of a title that say whose decisions a table holds, folded.
pub const DECIDING_BODIES: &[(&str, DecidingBody)] = &[
    ("suy tôn", DecidingBody::Bloc),
    ("nominations of the bloc", DecidingBody::Bloc),
    ("thẩm định", DecidingBody::Office),
    ("appraisal of the standing office", DecidingBody::Office),
    ("biểu quyết", DecidingBody::Council),
    ("vote of the council", DecidingBody::Council),
];

/// A decision for a member, folded.
pub const DECIDED_YES: &[&str] =
    &["có", "x", "đề nghị", "đồng ý", "nhất trí", "suy tôn", "đề nghị tặng", "thông qua", "yes", "proposed"];

/// A decision against it, folded.
pub const DECIDED_NO: &[&str] = &[
    "không",
    "không đề nghị",
    "chưa đề nghị",
    "không đồng ý",
    "không nhất trí",
    "không suy tôn",
    "không thông qua",
    "no",
    "not proposed",
];

/// A cell of the column of discipline that says there was none, folded.
pub const NO_DISCIPLINE: &[&str] = &["không", "-", "không có", "không bị kỷ luật", "none", "no"];
