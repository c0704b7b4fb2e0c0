//! The words by which sheets, columns and special cells are recognised, as they look after folding.

use crate::diag::Text;
use crate::model::{Dictionary, Heading, OpinionState, Status};

/// The row of a value at the start of the year.
pub const BASELINE: Text = Text { vi: "Số đầu kỳ", en: "At the start of the period" };

/// The row of a member's difficulty coefficient.
pub const DIFFICULTY: Text = Text { vi: "Hệ số khó khăn", en: "Difficulty coefficient" };

/// Headings by their names in scoring.toml, and their words, folded.
pub const HEADINGS: &[(&str, Heading, &[&str])] = &[
    ("order", Heading::Order, &["tt", "stt", "số tt", "số thứ tự", "no"]),
    (
        "label",
        Heading::Label,
        &[
            "nội dung",
            "nội dung, tiêu chí",
            "nội dung/chỉ tiêu",
            "nội dung / chỉ tiêu",
            "nội dung, chỉ tiêu",
            "nội dung/tiêu chí",
            "tiêu chí",
            "chỉ tiêu",
            "tên tiêu chí",
            "nội dung tiêu chí",
            "tên chỉ tiêu",
            "nội dung, tiêu chí thi đua",
            "nội dung tiêu chí thi đua",
            "nội dung thi đua",
            "tiêu chí thi đua",
            "chỉ tiêu thi đua",
            "các tiêu chí",
            "các chỉ tiêu",
            "các tiêu chí thi đua",
            "các chỉ tiêu thi đua",
            "tiêu chí, chỉ tiêu",
            "tiêu chí/chỉ tiêu",
            "chỉ tiêu, tiêu chí",
            "nội dung và tiêu chí",
            "nội dung các tiêu chí",
            "nội dung chấm điểm",
            "tiêu chí chấm điểm",
            "tiêu chí đánh giá",
            "nội dung đánh giá",
            "criterion",
        ],
    ),
    ("unit", Heading::Unit, &["đvt", "đơn vị tính", "đơn vị đo", "unit"]),
    (
        "plan",
        Heading::Plan,
        &[
            "kế hoạch",
            "kh",
            "kế hoạch năm",
            "kế hoạch giao",
            "kế hoạch được giao",
            "kế hoạch tỉnh giao",
            "chỉ tiêu kế hoạch",
            "chỉ tiêu giao",
            "chỉ tiêu được giao",
            "chỉ tiêu tỉnh giao",
            "chỉ tiêu kế hoạch giao",
            "plan",
        ],
    ),
    (
        "actual",
        Heading::Actual,
        &[
            "thực hiện",
            "th",
            "kết quả thực hiện",
            "kết quả",
            "kết quả đạt được",
            "thực hiện năm",
            "số thực hiện",
            "số liệu thực hiện",
            "actual",
        ],
    ),
    (
        "ratio",
        Heading::Ratio,
        &[
            "tỷ lệ %",
            "tỷ lệ",
            "tỷ lệ (%)",
            "% kế hoạch",
            "th/kh (%)",
            "th/kh",
            "% th/kh",
            "tỷ lệ th/kh",
            "đạt tỷ lệ (%)",
            "đạt tỷ lệ",
            "tỷ lệ đạt",
            "tỷ lệ thực hiện",
            "tỷ lệ hoàn thành",
            "tỷ lệ so với kế hoạch",
            "tỷ lệ so với kh",
            "so với kế hoạch",
            "so với kh",
            "% so với kế hoạch",
            "% so với kh",
            "% hoàn thành",
            "% thực hiện",
        ],
    ),
    (
        "maximum",
        Heading::Maximum,
        &[
            "điểm tối đa",
            "điểm chuẩn",
            "thang điểm",
            "khung điểm",
            "điểm quy định",
            "điểm theo quy định",
            "điểm giao ước",
            "điểm tối đa theo quy định",
            "maximum",
        ],
    ),
    ("status", Heading::Status, &["tình trạng số liệu", "trạng thái số liệu", "tính chất số liệu", "data status"]),
    (
        "evidence",
        Heading::Evidence,
        &[
            "tài liệu minh chứng",
            "ghi chú",
            "minh chứng",
            "ghi chú/tài liệu minh chứng",
            "tài liệu minh chứng, ghi chú",
            "ghi chú, minh chứng",
            "văn bản minh chứng",
            "hồ sơ minh chứng",
            "tài liệu kiểm chứng",
            "nguồn",
            "evidence",
        ],
    ),
    ("member", Heading::Member, &["đơn vị", "tên đơn vị", "đơn vị thành viên", "tập thể", "member"]),
    ("bloc", Heading::Bloc, &["cụm, khối", "cụm/khối", "cụm khối", "cụm, khối thi đua", "cụm/khối thi đua", "bloc"]),
    ("code", Heading::Code, &["mã tiêu chí", "mã", "mã số", "code"]),
    ("plan-at-start", Heading::PlanAtStart, &["kế hoạch đầu năm", "chỉ tiêu đầu năm"]),
    ("plan-adjusted", Heading::PlanAdjusted, &["kế hoạch điều chỉnh", "chỉ tiêu điều chỉnh"]),
    ("adjusted-by", Heading::AdjustedBy, &["văn bản điều chỉnh"]),
    ("matter", Heading::Matter, &["nội dung ý kiến", "nội dung vi phạm"]),
    ("body", Heading::Body, &["cơ quan cho ý kiến", "cơ quan", "cơ quan kết luận"]),
    ("document", Heading::Document, &["văn bản số", "văn bản", "số văn bản"]),
    ("date", Heading::Date, &["ngày", "ngày, tháng, năm", "ngày ban hành"]),
    ("state", Heading::State, &["tình trạng", "trạng thái"]),
    ("recommendation", Heading::Recommendation, &["kiến nghị", "đề xuất"]),
    ("government", Heading::Government, &["chính quyền", "xếp loại chính quyền", "cơ quan, đơn vị"]),
    ("party", Heading::Party, &["tổ chức đảng", "xếp loại tổ chức đảng"]),
    ("round", Heading::Round, &["vòng", "vòng bỏ phiếu"]),
    ("entitled-units", Heading::EntitledUnits, &["tổng số đơn vị", "tổng số đơn vị thành viên"]),
    ("entitled-council", Heading::EntitledCouncil, &["tổng số thành viên", "tổng số thành viên hội đồng"]),
    ("issued", Heading::Issued, &["phát ra", "số phiếu phát ra"]),
    ("returned", Heading::Returned, &["thu về", "số phiếu thu về"]),
    ("valid", Heading::Valid, &["hợp lệ", "số phiếu hợp lệ"]),
    ("invalid", Heading::Invalid, &["không hợp lệ", "số phiếu không hợp lệ"]),
    ("yes", Heading::Yes, &["đồng ý", "số phiếu đồng ý"]),
    ("no", Heading::No, &["không đồng ý", "số phiếu không đồng ý"]),
    (
        "guide",
        Heading::Guide,
        &[
            "cách chấm",
            "cách chấm điểm",
            "cách tính điểm",
            "cách tính",
            "phương pháp chấm",
            "phương pháp chấm điểm",
            "phương pháp tính điểm",
            "phương thức chấm điểm",
            "hướng dẫn chấm",
            "hướng dẫn chấm điểm",
            "hướng dẫn cách chấm",
            "quy định chấm điểm",
            "cách thức chấm điểm",
            "nguyên tắc chấm điểm",
            "tiêu chuẩn chấm điểm",
            "căn cứ chấm điểm",
            "how it is marked",
        ],
    ),
    (
        "source",
        Heading::Source,
        &[
            "cơ quan theo dõi",
            "cơ quan theo dõi tiêu chí",
            "đơn vị theo dõi",
            "cơ quan chủ trì theo dõi",
            "cơ quan cung cấp số liệu",
            "nguồn số liệu",
            "followed by",
        ],
    ),
    (
        "group",
        Heading::Group,
        &["lĩnh vực", "nhóm tiêu chí", "nhóm chỉ tiêu", "các mặt công tác", "mặt công tác", "nhóm nội dung", "field"],
    ),
];

/// The words that mean something else in a score table than in a table of figures, folded.
const IN_A_SCORE_TABLE: &[(&str, Heading)] = &[
    ("điểm", Heading::Maximum),
    ("số điểm", Heading::Maximum),
    ("mức điểm", Heading::Maximum),
    ("điểm tối đa/điểm chuẩn", Heading::Maximum),
    ("điểm tối đa (điểm chuẩn)", Heading::Maximum),
    ("đơn vị", Heading::Unit),
    ("quy định", Heading::Guide),
    ("nội dung chấm", Heading::Label),
    ("tiêu chí cụ thể", Heading::Label),
    ("nội dung và chỉ tiêu", Heading::Label),
    ("nội dung, tiêu chí chấm điểm", Heading::Label),
    ("tên tiêu chí, chỉ tiêu", Heading::Label),
    ("mã tiêu chí", Heading::Order),
    ("mã", Heading::Order),
    ("mã số", Heading::Order),
    ("số", Heading::Order),
];

/// The words over the columns of a score table.
pub fn score_table_dictionary() -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (word, heading) in IN_A_SCORE_TABLE {
        dictionary.add(word, *heading);
    }
    add_words(&mut dictionary);
    for year in 2000..=2100 {
        for phrase in words_of_year(year) {
            dictionary.add_silent(&phrase);
        }
    }
    dictionary
}

/// The words over the marks of each known stage, folded, in the order of `Stage::KNOWN`.
const MARKS: [&[&str]; 5] = [
    &[
        "điểm tự chấm",
        "tự chấm",
        "tự chấm điểm",
        "đơn vị tự chấm",
        "đơn vị tự chấm điểm",
        "điểm đơn vị tự chấm",
        "điểm tự chấm của đơn vị",
        "điểm tự đánh giá",
        "self mark",
    ],
    &[
        "điểm cụm chấm",
        "điểm khối chấm",
        "cụm chấm",
        "khối chấm",
        "điểm chấm chéo",
        "chấm chéo",
        "điểm cụm, khối chấm",
        "điểm cụm thi đua chấm",
        "điểm khối thi đua chấm",
        "cụm thi đua chấm",
        "khối thi đua chấm",
        "cross mark",
    ],
    &["điểm", "điểm cơ quan chấm", "điểm của cơ quan theo dõi"],
    &[
        "điểm thẩm định",
        "thẩm định",
        "điểm duyệt",
        "cơ quan thường trực thẩm định",
        "điểm cơ quan thường trực thẩm định",
        "appraised mark",
    ],
    &["điểm hội đồng", "hội đồng", "điểm hội đồng chấm", "council mark"],
];

/// The words that need no declaration.
pub fn dictionary() -> Dictionary {
    let mut dictionary = Dictionary::default();
    add_words(&mut dictionary);
    dictionary
}

fn add_words(dictionary: &mut Dictionary) {
    let words = HEADINGS.iter().flat_map(|(_, heading, words)| words.iter().map(|word| (*word, *heading)));
    let marks =
        MARKS.iter().enumerate().flat_map(|(stage, words)| words.iter().map(move |word| (*word, Heading::Mark(stage))));
    for (word, heading) in words.chain(marks) {
        dictionary.add(word, heading);
    }
    for (word, status) in HEADING_STATUSES {
        dictionary.add_status(word, *status);
    }
}

/// The words before a heading that make its figures no official ones, the longer before the shorter.
const HEADING_STATUSES: &[(&str, Status)] = &[
    ("ước tính", Status::Estimate),
    ("ước", Status::Estimate),
    ("dự kiến", Status::Forecast),
    ("estimated", Status::Estimate),
];

/// The words for the year in a heading, which add nothing to it; the longer before the shorter.
pub fn words_of_year(year: u16) -> [String; 3] {
    [format!("cả năm {year}"), format!("năm {year}"), year.to_string()]
}

/// The words for the half year in a heading, likewise.
pub const WORDS_OF_HALF: [&str; 2] = ["6 tháng đầu năm", "6 tháng"];

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

/// A row that sums others begins with one of these, folded.
pub const TOTAL_ROWS: &[&str] = &["tổng cộng", "cộng", "tổng điểm", "tổng số", "total"];

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
];
