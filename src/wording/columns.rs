//! The words over the columns of a table, as they look after folding, and the dictionary made of them.

use crate::model::{Dictionary, Heading, Status};

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
    ("plan-at-start", Heading::PlanAtStart, &["kế hoạch đầu năm", "chỉ tiêu đầu năm", "plan at the start of the year"]),
    ("plan-adjusted", Heading::PlanAdjusted, &["kế hoạch điều chỉnh", "chỉ tiêu điều chỉnh", "adjusted plan"]),
    ("adjusted-by", Heading::AdjustedBy, &["văn bản điều chỉnh", "adjusted by"]),
    ("matter", Heading::Matter, &["nội dung ý kiến", "nội dung vi phạm", "matter"]),
    ("body", Heading::Body, &["cơ quan cho ý kiến", "cơ quan", "cơ quan kết luận", "body"]),
    (
        "document",
        Heading::Document,
        &[
            "văn bản số",
            "văn bản",
            "số văn bản",
            "số quyết định",
            "quyết định số",
            "quyết định",
            "số, ngày quyết định",
            "số và ngày quyết định",
            "quyết định số, ngày",
            "decision number",
            "document",
        ],
    ),
    (
        "date",
        Heading::Date,
        &["ngày", "ngày, tháng, năm", "ngày ban hành", "ngày quyết định", "quyết định ngày", "decision date", "date"],
    ),
    ("state", Heading::State, &["tình trạng", "trạng thái", "state"]),
    ("recommendation", Heading::Recommendation, &["kiến nghị", "đề xuất", "recommendation"]),
    (
        "government",
        Heading::Government,
        &["chính quyền", "xếp loại chính quyền", "cơ quan, đơn vị", "class of the collective"],
    ),
    ("party", Heading::Party, &["tổ chức đảng", "xếp loại tổ chức đảng", "class of the party organisation"]),
    (
        "unions",
        Heading::Unions,
        &["đoàn thể", "xếp loại đoàn thể", "tổ chức đoàn thể", "các đoàn thể", "class of the unions"],
    ),
    (
        "discipline",
        Heading::Discipline,
        &["kỷ luật", "hình thức kỷ luật", "kỷ luật trong năm", "tình hình kỷ luật", "discipline"],
    ),
    (
        "registered",
        Heading::Registered,
        &[
            "danh hiệu đăng ký",
            "danh hiệu, hình thức khen thưởng đăng ký",
            "danh hiệu thi đua, hình thức khen thưởng đăng ký",
            "hình thức khen thưởng đăng ký",
            "đăng ký danh hiệu",
            "đăng ký danh hiệu thi đua",
            "đăng ký danh hiệu, hình thức khen thưởng",
            "danh hiệu thi đua đăng ký",
            "registered",
        ],
    ),
    (
        "award",
        Heading::Award,
        &[
            "hình thức khen thưởng",
            "danh hiệu, hình thức khen thưởng",
            "danh hiệu thi đua, hình thức khen thưởng",
            "hình thức đề nghị",
            "hình thức",
            "hình thức khen",
            "danh hiệu",
            "danh hiệu, hình thức",
            "hình thức, danh hiệu",
            "form of award",
            "award",
        ],
    ),
    (
        "decided",
        Heading::Decided,
        &[
            "đề nghị",
            "kết quả đề nghị",
            "đề nghị khen thưởng",
            "kết quả suy tôn",
            "suy tôn",
            "kết quả thẩm định",
            "kết quả biểu quyết",
            "decision",
        ],
    ),
    ("reason", Heading::Reason, &["lý do", "lý do thay đổi", "lý do đề nghị", "reason"]),
    ("minutes", Heading::Minutes, &["biên bản số", "số biên bản", "biên bản", "biên bản, văn bản số", "minutes"]),
    ("round", Heading::Round, &["vòng", "vòng bỏ phiếu", "round"]),
    ("entitled-units", Heading::EntitledUnits, &["tổng số đơn vị", "tổng số đơn vị thành viên", "member units"]),
    (
        "entitled-council",
        Heading::EntitledCouncil,
        &["tổng số thành viên", "tổng số thành viên hội đồng", "council members"],
    ),
    ("issued", Heading::Issued, &["phát ra", "số phiếu phát ra", "issued"]),
    ("returned", Heading::Returned, &["thu về", "số phiếu thu về", "returned"]),
    ("valid", Heading::Valid, &["hợp lệ", "số phiếu hợp lệ", "valid"]),
    ("invalid", Heading::Invalid, &["không hợp lệ", "số phiếu không hợp lệ", "invalid"]),
    ("yes", Heading::Yes, &["đồng ý", "số phiếu đồng ý", "yes"]),
    ("no", Heading::No, &["không đồng ý", "số phiếu không đồng ý", "against"]),
    (
        "written",
        Heading::Written,
        &["lấy ý kiến bằng văn bản", "ý kiến bằng văn bản", "số ý kiến bằng văn bản", "in writing"],
    ),
    ("written-yes", Heading::WrittenYes, &["đồng ý bằng văn bản", "số ý kiến đồng ý bằng văn bản", "yes in writing"]),
    (
        "recipient",
        Heading::Recipient,
        &[
            "đối tượng",
            "đối tượng khen thưởng",
            "đối tượng được khen thưởng",
            "tên tập thể, cá nhân",
            "tập thể, cá nhân",
            "họ tên cá nhân, tên tập thể",
            "tên tập thể, họ tên cá nhân",
            "tập thể, cá nhân được khen thưởng",
            "recipient",
        ],
    ),
    (
        "recipient-kind",
        Heading::RecipientKind,
        &["loại đối tượng", "tập thể/cá nhân", "tập thể hay cá nhân", "kind of recipient"],
    ),
    (
        "post",
        Heading::Post,
        &[
            "lãnh đạo hay trực tiếp",
            "lãnh đạo/trực tiếp",
            "lãnh đạo, trực tiếp",
            "lãnh đạo hoặc trực tiếp",
            "vị trí công tác",
            "leader or direct worker",
        ],
    ),
    (
        "award-reason",
        Heading::AwardReason,
        &["loại khen", "loại hình khen", "loại khen thưởng", "loại hình khen thưởng", "khen theo", "kind of award"],
    ),
    (
        "achievement-year",
        Heading::AchievementYear,
        &["năm thành tích", "năm đạt thành tích", "năm lập thành tích", "thành tích năm", "year of achievement"],
    ),
    (
        "fund-item",
        Heading::FundItem,
        &[
            "khoản thu, chi",
            "khoản thu chi",
            "khoản thu/chi",
            "khoản mục",
            "nội dung thu, chi",
            "nội dung thu chi",
            "nội dung thu/chi",
            "income or spending",
        ],
    ),
    ("amount", Heading::Amount, &["số tiền", "thành tiền", "amount"]),
    ("budget-year", Heading::BudgetYear, &["năm ngân sách", "năm thu, chi", "năm thu chi", "niên độ", "budget year"]),
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
