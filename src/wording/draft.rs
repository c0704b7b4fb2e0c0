//! The words of a scoring.toml made from a score table: its comments, which are Vietnamese as those of the sample, what
//! is left to a person and why, and what the command says at the end.

use rust_decimal::Decimal;

use crate::diag::{Lang, Text};

/// Why a criterion's rule is left to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The table does not say how it is marked.
    NoWording,
    /// These words are not understood.
    NotUnderstood(String),
    /// Every clause is understood, but together they are no rule.
    DoNotMakeARule,
    /// The points that the wording names are not those of the criterion.
    OtherPoints,
    /// The rule does not accept what the wording says: bands with gaps, days that do not follow.
    DoesNotFit,
    /// It is open whether the figure or its change counts.
    Change,
    /// Less is better by the name, and the wording does not say how that is marked.
    FewerIsBetter,
    /// It is open what the percentages are of.
    PercentOfWhat,
    /// It is open how many count.
    NoLimit,
}

impl Doubt {
    /// The reason, as it follows a colon.
    pub fn because(&self) -> String {
        match self {
            Self::NoWording => "bảng không ghi cách chấm".to_owned(),
            Self::NotUnderstood(words) => format!("chưa hiểu chắc câu \u{201C}{words}\u{201D}"),
            Self::DoNotMakeARule => "các ý trong lời chấm không ghép thành một quy tắc chương trình biết".to_owned(),
            Self::OtherPoints => "số điểm trong lời chấm không khớp điểm chuẩn".to_owned(),
            Self::DoesNotFit => "các mức trong lời chấm còn hở, chồng nhau hoặc không nối tiếp".to_owned(),
            Self::Change => "chưa rõ cột thực hiện ghi số trong kỳ, số lũy kế hay mức tăng, giảm".to_owned(),
            Self::FewerIsBetter => {
                "tiêu chí này càng thấp càng tốt, lời chấm chưa nói rõ cách tính khi vượt mức".to_owned()
            }
            Self::PercentOfWhat => "chưa rõ phần trăm tính trên kế hoạch hay là chính số thực hiện".to_owned(),
            Self::NoLimit => "chưa rõ được tính nhiều nhất bao nhiêu lần".to_owned(),
        }
    }
}

/// The name of a bloc whose name the table does not say.
pub const A_BLOC: &str = "Cụm, khối thi đua (ghi tên thật)";

/// A body whose name the table does not say.
pub const AN_ISSUER: &str = "Ghi tên cơ quan ban hành";

/// The title of a compact whose title the table does not say.
pub const A_TITLE: &str = "Giao ước thi đua";

/// The field of criteria that stand in none.
pub const ONE_FIELD: &str = "Các tiêu chí thi đua";

/// A member to be named.
pub fn member(number: usize) -> String {
    format!("Đơn vị {number} (thay bằng tên thật)")
}

/// The second of two rows of one name.
pub fn again(name: &str) -> String {
    format!("{name} (dòng lặp lại)")
}

/// The head of the file.
pub const HEAD: &str = "\
# Tệp này do `thidua init --from` lập từ bảng tiêu chí, thang điểm nêu dưới đây. Cây tiêu chí, tên gọi và điểm chuẩn lấy
# đúng như bảng. Quy tắc chấm (`rule`, `params`) chỉ là đề xuất theo lời \"cách chấm\": người lập giao ước đối chiếu từng
# dòng `# ĐỀ XUẤT`, `# CẦN XÁC NHẬN`, `# CHƯA RÕ`, `# LƯU Ý`, sửa nếu cần rồi xóa dòng ấy.
# Tiêu chí chưa rõ cách tính để `rule = \"entered\"`: điểm do người chấm ghi. Xem các quy tắc: `thidua rules`.
# Sau mỗi lần sửa, chạy `thidua check` để được báo lỗi tới từng dòng.
#
# Quy ước viết: số thập phân dùng dấu chấm (0.5); tỷ lệ viết \"1%\" hoặc \"4/5\"; ngày viết 2023-12-15 (năm-tháng-ngày);
# chữ để trong ngoặc kép. Dòng bắt đầu bằng dấu # là lời giải thích, chương trình không đọc.
";

/// From which file.
pub fn made_from(tables: &str) -> String {
    format!("Lập từ: {tables}")
}

/// Behind the version.
pub const VERSION: &str = "phiên bản của khuôn tệp này, luôn là 1";
/// Behind the year.
pub const YEAR: &str = "CẦN XÁC NHẬN: năm xét thi đua, lấy theo tiêu đề của bảng";
/// In place of the year.
pub const NO_YEAR: &str =
    "# CẦN GHI: bảng không nói năm nào. Ghi năm xét thi đua và ngày chốt số liệu rồi bỏ dấu # ở đầu hai dòng dưới.\n";
/// Behind the period.
pub const PERIOD: &str = "tổng kết năm; \"half\" là sơ kết 6 tháng";
/// Behind the day.
pub const AS_OF: &str = "CẦN XÁC NHẬN: ngày chốt số liệu, in trên mọi biểu";
/// Behind the issuer that the table names.
pub const ISSUER: &str = "CẦN XÁC NHẬN: cơ quan ban hành biểu, lấy ở đầu bảng";
/// Behind an issuer that it does not name.
pub const NO_ISSUER_NAMED: &str = "CẦN GHI: cơ quan ban hành biểu";
/// Behind the body above it.
pub const PARENT: &str = "cơ quan cấp trên, in ở dòng đầu bên trái";
/// Behind the place.
pub const PLACE: &str = "địa danh trước ngày tháng";

/// Stages and policy.
pub fn policy(places: u32) -> String {
    format!(
        "\
# CẦN XÁC NHẬN theo quy chế: các dòng từ đây đến hết mục [inputs] là mặc định của chương trình, bảng điểm không nói.
# Các bước chấm, bước đứng trước được lấy trước: Hội đồng, cơ quan thường trực thẩm định, cơ quan theo dõi tiêu chí,
# cụm khối chấm, đơn vị tự chấm.
stages = [\"council\", \"appraised\", \"agency\", \"cross\", \"self\"]
counts = \"computed\"              # điểm do quy tắc tính ra được lấy; điểm người chấm đứng bên cạnh để đối chiếu
mixed_stages = false             # không trộn điểm của các bước khác nhau trong cùng một tiêu chí
rounding = {{ criterion = {places}, total = {places} }}    # số chữ số thập phân, nửa thì lên, như hàm ROUND của Excel
not_assigned = \"rescale\"         # tiêu chí \"Không giao\" bỏ khỏi điểm chuẩn, tổng điểm quy về thang điểm

# Đồng điểm thì đồng hạng (1, 1, 3). Quy chế có tiêu chí phụ thì ghi vào break_by, ví dụ [\"vote\", \"plans-exceeded\"].
ties = {{ rank = \"competition\", on = \"rounded\", break_by = [] }}
"
    )
}

/// What is expected among the inputs.
pub fn inputs(register: bool) -> String {
    let (list, why) = if register {
        ("[\"plan-register\"]", "có tiêu chí chấm theo kế hoạch nên phải có bảng đăng ký chỉ tiêu")
    } else {
        ("[]", "chưa có tiêu chí nào chấm theo kế hoạch; khi có thì ghi \"plan-register\"")
    };
    format!(
        "\
# Các biểu dùng chung phải có trong thư mục inputs: {why}.
# Khi xét khen thưởng thì thêm \"opinions\", \"classification\", \"ballot\".
[inputs]
expects = {list}
own_plans = false                # kế hoạch lấy từ bảng đăng ký chỉ tiêu, không lấy từ bảng tự chấm của đơn vị
"
    )
}

/// Over a compact.
pub fn compact(fields: usize, criteria: usize, scale: Decimal) -> String {
    let scale = Lang::Vi.number(scale);
    format!(
        "BẢNG ĐIỂM: thang {scale} điểm, {fields} lĩnh vực, nhóm; {criteria} tiêu chí (điểm thưởng, điểm trừ đứng ngoài thang)"
    )
}

/// Behind the kind of a bonus field.
pub const BONUS: &str = "CẦN XÁC NHẬN: ngoài thang điểm; cộng không quá số điểm ghi ở maximum";
/// Behind the kind of a penalty field.
pub const PENALTY: &str = "CẦN XÁC NHẬN: ngoài thang điểm; trừ không quá số điểm ghi ở minimum";

/// A rule that is proposed.
pub fn proposed(words: &str, cell: &str) -> String {
    format!("ĐỀ XUẤT theo lời \u{201C}{words}\u{201D} (ô {cell}): người lập giao ước xác nhận rồi xóa dòng này")
}

/// A rule that the words leave to people.
pub fn by_people(words: &str, cell: &str) -> String {
    format!("ĐỀ XUẤT để người chấm ghi điểm theo lời \u{201C}{words}\u{201D} (ô {cell}): xác nhận rồi xóa dòng này")
}

/// Left to a person, and why.
pub fn doubtful(doubt: &Doubt, cell: Option<&str>) -> String {
    let place = cell.map(|cell| format!(" (ô {cell})")).unwrap_or_default();
    format!(
        "CHƯA RÕ{place}: {}; để người chấm ghi điểm, người lập giao ước chọn quy tắc rồi xóa dòng này",
        doubt.because()
    )
}

/// A penalty whose events are not counted by the wording.
pub fn doubtful_penalty(doubt: &Doubt, cell: Option<&str>) -> String {
    let place = cell.map(|cell| format!(" (ô {cell})")).unwrap_or_default();
    format!(
        "CHƯA RÕ{place}: {}; tạm để mỗi đơn vị số ở cột thực hiện trừ 1 điểm, người lập giao ước sửa `penalty` rồi xóa dòng này",
        doubt.because()
    )
}

/// A level that is written in the column of plans.
pub fn level(level: &str) -> String {
    format!("LƯU Ý: mức {level} ghi ở cột kế hoạch của mọi đơn vị")
}

/// A unit that the table does not name.
pub const PERCENT_UNIT: &str = "LƯU Ý: bảng không ghi đơn vị tính; tạm để % theo tên tiêu chí";

/// A due date that is not known.
pub const DUE: &str =
    "LƯU Ý: thời hạn ghi ở cột kế hoạch, hoặc thêm `due = 2023-11-30` vào params; cột thực hiện ghi ngày làm xong";

/// A stated sum that is none.
pub fn sum_differs(stated: Decimal, sum: Decimal, cell: &str) -> String {
    let [stated, sum] = [stated, sum].map(|points| Lang::Vi.number(points));
    format!(
        "LƯU Ý: bảng ghi {stated} (ô {cell}) nhưng các dòng bên dưới cộng lại là {sum}; tạm lấy {sum}, kiểm tra lại giao ước"
    )
}

/// A stated sum that is one, of parts that are mended.
pub fn sum_follows(stated: Decimal, sum: Decimal, cell: &str) -> String {
    let [stated, sum] = [stated, sum].map(|points| Lang::Vi.number(points));
    format!("LƯU Ý: bảng ghi {stated} (ô {cell}); là {sum} vì một mục bên dưới chưa khớp, xem chỗ ghi LƯU Ý của mục ấy")
}

/// A stated total that is none.
pub fn total_differs(stated: Decimal, sum: Decimal, cell: &str) -> String {
    let [stated, sum] = [stated, sum].map(|points| Lang::Vi.number(points));
    format!("LƯU Ý: dòng cộng ghi {stated} (ô {cell}) nhưng các dòng bên trên cộng lại là {sum}; kiểm tra lại giao ước")
}

/// Points that are not there.
pub fn no_points(cell: &str) -> String {
    format!("CẦN GHI: bảng không có điểm chuẩn của dòng này (ô {cell}); ghi điểm vào `maximum`")
}

/// Points that are what is left of the field.
pub fn rest_of_field(cell: &str) -> String {
    format!("CẦN XÁC NHẬN: bảng không có điểm chuẩn của dòng này (ô {cell}); tạm lấy phần còn lại của mục trên")
}

/// A row that stands there twice.
pub fn row_twice(name: &str, cell: &str, other: &str, both: bool) -> String {
    let done =
        if both { "điểm của mục trên tính cả hai dòng nên giữ cả hai" } else { "nên bỏ qua" };
    format!("LƯU Ý: dòng \u{201C}{name}\u{201D} (ô {cell}) đã có ở ô {other}, {done}; kiểm tra lại giao ước")
}

/// A row that says nothing the program knows.
pub fn left_out(said: &str, cell: &str) -> String {
    format!("LƯU Ý: bỏ qua dòng \u{201C}{said}\u{201D} (ô {cell}), không có số thứ tự, điểm hay cách chấm")
}

/// A code that a spreadsheet changed.
pub fn code_read_as(code: &str, read: &str) -> String {
    format!("LƯU Ý: số thứ tự \u{201C}{code}\u{201D} được hiểu là {read}")
}

/// Before the bloc.
pub const BLOCS: &str = "\
# CẦN GHI: cụm, khối áp dụng giao ước này và tên các đơn vị thành viên. Ba đơn vị dưới đây chỉ để chạy thử; tên gọi khác
# của một đơn vị ghi vào aliases, ví dụ aliases = [\"UBND huyện A\", \"H. A\"].
";

/// Awards and classes, not in force.
pub const AWARDS: &str = "\
# ======================================================================================================================
# XẾP LOẠI VÀ HÌNH THỨC KHEN THƯỞNG: bỏ dấu # ở đầu các dòng dưới và sửa theo quy chế; các mục [[compact.class]] chuyển
# lên ngay trước mục [[bloc]] đầu tiên.
# ======================================================================================================================
# [[compact.class]]
# name = \"Xuất sắc\"
# at_least = 900
#
# [[award]]
# id = \"co-ubnd-tinh\"
# title = \"Cờ thi đua của UBND tỉnh\"
# applies_to = [\"khoi-1\"]
# seats = [{ n = 1 }]              # mỗi cụm, khối 01 cờ
# when_ineligible = \"pass\"         # đơn vị dẫn đầu chưa đủ điều kiện thì xét đơn vị kế tiếp; \"empty\" là để trống
#
# [award.requires]
# share_of_scale = \"8/10\"          # tổng điểm từ 8/10 thang điểm trở lên
# classification = [\"hoàn thành xuất sắc nhiệm vụ\"]
# bloc_vote = \"2/3\"                # phiếu suy tôn của cụm, khối
# council_vote = \"4/5\"             # phiếu của Hội đồng Thi đua - Khen thưởng tỉnh
";

/// How a title of a score table begins, folded.
pub const TITLES: &[&str] = &[
    "bảng",
    "giao ước",
    "tiêu chí",
    "thang điểm",
    "biểu điểm",
    "hướng dẫn chấm",
    "quy định",
    "khung điểm",
    "các tiêu chí",
];

/// What the head of a page holds besides issuer and title, folded beginnings.
pub const NO_ISSUER: &[&str] = &[
    "cộng hòa",
    "độc lập",
    "đơn vị tính",
    "đvt",
    "(",
    "biểu số",
    "mẫu số",
    "phụ lục",
    "kèm theo",
    "số",
    "ngày",
    "năm",
    "cụm thi đua",
    "khối thi đua",
];

/// The words for a cluster and a bloc within a title, folded, with the kind scoring.toml knows.
pub const BLOC_NAMES: &[(&str, &str)] = &[("cụm thi đua", "cluster"), ("khối thi đua", "bloc")];

/// The word before a year, and one that makes it the year of a document, folded.
pub const YEAR_WORD: &str = "năm";
/// A line with this word is dated.
pub const DAY_WORD: &str = "ngày";

/// How the heading of points beyond the scale begins, folded.
pub const BONUS_HEADS: &[&str] = &[
    "điểm thưởng",
    "phần điểm thưởng",
    "phần thưởng",
    "điểm cộng",
    "phần điểm cộng",
    "cộng điểm",
    "thưởng điểm",
    "các nội dung điểm thưởng",
    "nội dung điểm thưởng",
    "các trường hợp cộng điểm",
    "các trường hợp được cộng điểm",
];
/// How the heading of points taken off begins, folded.
pub const PENALTY_HEADS: &[&str] = &[
    "điểm trừ",
    "phần điểm trừ",
    "phần trừ điểm",
    "trừ điểm",
    "điểm phạt",
    "các trường hợp trừ điểm",
    "các trường hợp bị trừ điểm",
    "nội dung trừ điểm",
    "nội dung điểm trừ",
    "các nội dung điểm trừ",
    "các nội dung trừ điểm",
];
/// Words of a heading over both, folded.
pub const BOTH_HEADS: &[&str] = &[
    "điểm thưởng, điểm trừ",
    "điểm thưởng và điểm trừ",
    "điểm thưởng, trừ",
    "điểm cộng, điểm trừ",
    "điểm cộng, trừ",
    "điểm cộng và điểm trừ",
    "điểm thưởng, điểm phạt",
    "thưởng, phạt",
];

/// A row of a total has neither code, unit nor wording and is one of these, or one with signs or numbers behind, folded.
pub const TOTALS: &[&str] = &["tổng", "cộng", "tổng số", "cộng mục", "cộng phần", "total"];
/// Or it begins with one of these.
pub const TOTALS_OF: &[&str] =
    &["tổng cộng", "tổng điểm", "tổng số điểm", "điểm tổng cộng", "cộng điểm các", "cộng lĩnh vực"];

/// What may stand before a code, folded.
pub const CODE_WORDS: &[&str] = &["tiêu chí số", "tiêu chí", "chỉ tiêu", "mục", "phần"];

/// Words around the points of a cell or a name, folded, the longer before the shorter.
pub const POINTS_BEFORE: &[&str] = &["không vượt quá", "không quá", "tối đa", "trừ", "cộng", "điểm"];
/// The one of them that takes points off.
pub const OFF: &str = "trừ";
/// The words behind.
pub const POINTS_BEHIND: &[&str] = &["điểm", "đ"];
/// The words that limit, in a name.
pub const AT_MOST: &[&str] = &["không vượt quá", "không quá", "tối đa"];

/// A list of what belongs to a criterion.
pub const CONSISTS_OF: &str = "Gồm:";

/// The file named on the command line is not there: what is wrong and what to do.
pub fn no_file(path: &str, lang: Lang) -> (String, String) {
    lang.pick(
        (format!("không có tệp `{path}`"), "ghi đúng đường dẫn tới tệp bảng điểm sau `--from`".to_owned()),
        (format!("there is no file `{path}`"), "give the path of the score table after `--from`".to_owned()),
    )
}

/// What there is now.
pub fn made(criteria: usize, fields: usize, path: &str, lang: Lang) -> String {
    let en = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let (of, within) = (en(criteria, "criterion", "criteria"), en(fields, "field or group", "fields and groups"));
    lang.pick(
        format!("đã lập {path} từ bảng điểm: {criteria} tiêu chí trong {fields} lĩnh vực, nhóm"),
        format!("{path} made from the score table: {of} in {within}"),
    )
}

/// How many rules of which kind.
pub fn rules(by_rule: &[(&str, usize)], doubtful: usize, lang: Lang) -> String {
    let list: Vec<_> = by_rule.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let list = if list.is_empty() { lang.pick("không có", "none").to_owned() } else { list.join(", ") };
    lang.pick(
        format!("quy tắc đề xuất theo lời chấm: {list}; chưa rõ, để người chấm ghi điểm: {doubtful}"),
        format!("rules proposed from the wording: {list}; in doubt and left to people: {doubtful}"),
    )
}

/// What to do next.
pub const NEXT: Text = Text {
    vi: "việc tiếp theo: mở tệp, xem từng dòng `# ĐỀ XUẤT`, `# CHƯA RÕ`, `# LƯU Ý`, `# CẦN …`, ghi tên các đơn vị, rồi chạy `thidua check` và `thidua form`",
    en: "next: open the file, go through each line `# ĐỀ XUẤT` (proposed), `# CHƯA RÕ` (in doubt), `# LƯU Ý` (note) and `# CẦN …` (needed), name the members, then run `thidua check` and `thidua form`",
};
