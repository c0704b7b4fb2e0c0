//! The words of the award list, the fund list and the two yearly forms: what their cells may say, and what is printed.

use crate::diag::{Lang, Text};
use crate::model::{AwardForm, AwardReason, AwardYear, AwardYears, FundItem, Post, Recipient, Term};
use crate::wording::headings::sentences::title;

/// The columns of an award list, in the words by which they are read.
pub const AWARD_LIST_COLUMNS: [Text; 9] = [
    Text { vi: "STT", en: "No" },
    Text { vi: "Hình thức khen thưởng", en: "Form of award" },
    Text { vi: "Tên tập thể, cá nhân", en: "Recipient" },
    Text { vi: "Loại đối tượng", en: "Kind of recipient" },
    Text { vi: "Lãnh đạo hay trực tiếp", en: "Leader or direct worker" },
    Text { vi: "Loại khen", en: "Kind of award" },
    Text { vi: "Năm thành tích", en: "Year of achievement" },
    Text { vi: "Số quyết định", en: "Decision number" },
    Text { vi: "Ngày quyết định", en: "Decision date" },
];

/// The columns of a fund list, in the words by which they are read.
pub const FUND_LIST_COLUMNS: [Text; 7] = [
    Text { vi: "STT", en: "No" },
    Text { vi: "Đơn vị", en: "Member" },
    Text { vi: "Khoản thu, chi", en: "Income or spending" },
    Text { vi: "Số tiền (triệu đồng)", en: "Amount (triệu đồng)" },
    Text { vi: "Năm ngân sách", en: "Budget year" },
    Text { vi: "Văn bản số", en: "Document" },
    Text { vi: "Ghi chú", en: "Evidence" },
];

/// The title of an award list.
pub fn award_list_title(term: Term, lang: Lang) -> String {
    title("Danh sách khen thưởng", "List of awards", term, lang)
}

/// The title of a fund list.
pub fn fund_list_title(term: Term, lang: Lang) -> String {
    let (vi, en) = ("Danh sách thu, chi Quỹ thi đua, khen thưởng", "Income and spending of the emulation fund");
    title(vi, en, term, lang)
}

/// Words of a form of award that add nothing, folded.
pub const SILENT_IN_AWARDS: &[&str] = &["của", "tặng", "danh hiệu", "chủ tịch"];

/// Long words of a form of award and the short ones they are read as, folded.
pub const SHORT_IN_AWARDS: &[(&str, &str)] =
    &[("ủy ban nhân dân", "ubnd"), ("chiến sỹ", "chiến sĩ"), ("cstđ", "chiến sĩ thi đua"), ("lđ ", "lao động ")];

/// The People's Committee at the end of a form of award, behind which its province may be named.
pub const OF_THE_PROVINCE: &str = "ubnd tỉnh";

/// The forms of award of the province, after the words above are taken out and shortened; the first is printed.
pub const AWARD_FORMS: &[(AwardForm, &[&str])] = &[
    (
        AwardForm::Certificate,
        &["bằng khen", "bằng khen ubnd tỉnh", "bằng khen cấp tỉnh", "bk", "bk ubnd tỉnh", "certificate of merit"],
    ),
    (AwardForm::Fighter, &["chiến sĩ thi đua cấp tỉnh", "chiến sĩ thi đua tỉnh", "emulation fighter of the province"]),
    (
        AwardForm::Flag,
        &["cờ", "cờ thi đua", "cờ thi đua ubnd tỉnh", "cờ thi đua cấp tỉnh", "cờ ubnd tỉnh", "emulation flag"],
    ),
    (AwardForm::Badge, &["huy hiệu", "huy hiệu ubnd tỉnh", "huy hiệu cấp tỉnh", "huy hiệu tỉnh", "badge"]),
    (AwardForm::Collective, &["tập thể lao động xuất sắc", "ttlđxs", "excellent labour collective"]),
];

/// How awards of other levels begin, likewise.
pub const OTHER_LEVELS: &[&str] = &[
    "cờ thi đua chính phủ",
    "cờ chính phủ",
    "bằng khen thủ tướng",
    "bk thủ tướng",
    "bk ttg",
    "huân chương",
    "huy chương",
    "anh hùng",
    "chiến sĩ thi đua toàn quốc",
    "chiến sĩ thi đua cơ sở",
    "lao động tiên tiến",
    "tập thể lao động tiên tiến",
    "giấy khen",
];

/// Who was commended, folded.
pub const RECIPIENTS: &[(&str, Recipient)] = &[
    ("tập thể", Recipient::Collective),
    ("collective", Recipient::Collective),
    ("doanh nghiệp", Recipient::Enterprise),
    ("tập thể doanh nghiệp", Recipient::Enterprise),
    ("dn", Recipient::Enterprise),
    ("enterprise", Recipient::Enterprise),
    ("cá nhân", Recipient::Individual(None)),
    ("individual", Recipient::Individual(None)),
];

/// How the name of an individual begins, folded.
pub const BEFORE_A_PERSON: &[&str] = &["ông ", "bà ", "đồng chí ", "đ/c "];

/// What an individual does, folded.
pub const POSTS: &[(&str, Post)] = &[
    ("lãnh đạo", Post::Leader),
    ("lãnh đạo từ cấp phòng", Post::Leader),
    ("lãnh đạo từ cấp phòng trở lên", Post::Leader),
    ("lãnh đạo, quản lý", Post::Leader),
    ("leader", Post::Leader),
    ("trực tiếp", Post::Direct),
    ("lao động trực tiếp", Post::Direct),
    ("người lao động trực tiếp", Post::Direct),
    ("trực tiếp lao động, công tác", Post::Direct),
    ("direct worker", Post::Direct),
];

/// For what an award was given, folded.
pub const REASONS: &[(&str, AwardReason)] = &[
    ("công trạng", AwardReason::Merit),
    ("khen công trạng", AwardReason::Merit),
    ("theo công trạng", AwardReason::Merit),
    ("công trạng và thành tích", AwardReason::Merit),
    ("công trạng, thành tích", AwardReason::Merit),
    ("thường xuyên", AwardReason::Merit),
    ("khen thường xuyên", AwardReason::Merit),
    ("merit", AwardReason::Merit),
    ("chuyên đề", AwardReason::Thematic),
    ("khen chuyên đề", AwardReason::Thematic),
    ("theo chuyên đề", AwardReason::Thematic),
    ("đột xuất", AwardReason::Thematic),
    ("khen đột xuất", AwardReason::Thematic),
    ("chuyên đề, đột xuất", AwardReason::Thematic),
    ("chuyên đề - đột xuất", AwardReason::Thematic),
    ("thematic", AwardReason::Thematic),
    ("đối ngoại", AwardReason::Foreign),
    ("khen đối ngoại", AwardReason::Foreign),
    ("foreign relations", AwardReason::Foreign),
    ("kháng chiến", AwardReason::Resistance),
    ("khen kháng chiến", AwardReason::Resistance),
    ("thành tích kháng chiến", AwardReason::Resistance),
    ("resistance", AwardReason::Resistance),
];

/// Words in front of what money came from that add nothing, folded.
pub const BEFORE_INCOME: &[&str] = &["thu từ ", "nguồn ", "trích từ ", "trích ", "thu "];

/// The word in front of what money went to that adds nothing, folded.
pub const BEFORE_SPENDING: &[&str] = &["chi "];

/// What money came from or went to, folded.
pub const FUND_ITEMS: &[(FundItem, &[&str])] = &[
    (FundItem::Budget, &["ngân sách nhà nước", "ngân sách", "nsnn", "state budget"]),
    (
        FundItem::Contribution,
        &["đóng góp của tổ chức, cá nhân", "tổ chức, cá nhân đóng góp", "đóng góp", "tài trợ", "contributions"],
    ),
    (
        FundItem::OtherIncome,
        &[
            "thu khác",
            "nguồn khác",
            "thu hợp pháp khác",
            "nguồn thu hợp pháp khác",
            "năm trước chuyển sang",
            "tồn năm trước chuyển sang",
            "other income",
        ],
    ),
    (
        FundItem::Objects,
        &[
            "in ấn, hiện vật",
            "in ấn, hiện vật khen thưởng",
            "in bằng khen, hiện vật khen thưởng",
            "hiện vật khen thưởng",
            "làm hiện vật khen thưởng",
            "printing and objects",
        ],
    ),
    (
        FundItem::Money,
        &["tiền thưởng", "thưởng", "tiền thưởng, tặng phẩm", "tiền thưởng, tặng phẩm lưu niệm", "award money"],
    ),
    (
        FundItem::Organising,
        &[
            "tổ chức phong trào",
            "tổ chức, chỉ đạo phong trào",
            "tổ chức, chỉ đạo phong trào thi đua",
            "sơ kết, tổng kết",
            "tuyên truyền",
            "tập huấn",
            "kiểm tra",
            "organising",
        ],
    ),
    (FundItem::OtherSpending, &["chi khác", "other spending"]),
];

/// The words before the unit of a whole sheet, folded.
pub const UNIT_LINES: &[&str] = &["đơn vị tính", "đvt", "unit"];

/// The unit of the form of the fund.
pub const MILLIONS: &str = "triệu đồng";

/// How a group of columns begins that the first one sums, folded.
pub const SUMS: &[&str] = &["tổng số", "tổng cộng", "tổng", "cộng", "all"];

words! {
    /// What a row's form of award should be.
    A_FORM = "một hình thức khen thưởng", "a form of award";
    /// Who was commended.
    A_RECIPIENT = "`tập thể`, `doanh nghiệp` hoặc `cá nhân` ở cột `Loại đối tượng`",
        "`tập thể` (collective), `doanh nghiệp` (enterprise) or `cá nhân` (individual) under `Loại đối tượng`";
    /// What an individual does.
    A_POST = "`lãnh đạo` hoặc `trực tiếp`", "`lãnh đạo` (leader) or `trực tiếp` (direct worker)";
    /// For what.
    A_REASON = "`công trạng`, `chuyên đề`, `đột xuất`, `đối ngoại` hoặc `kháng chiến`",
        "`công trạng` (merit), `chuyên đề` or `đột xuất` (thematic), `đối ngoại` (foreign relations) or `kháng chiến` (resistance)";
    /// The year of the achievement.
    A_YEAR = "một năm, hoặc các năm liền nhau viết như 2022-2023", "a year, or years one after another such as 2022-2023";
    /// The date of a decision.
    A_DECISION_DATE = "ngày ban hành quyết định, viết như 05/12/2023", "the date of the decision, such as 05/12/2023";
    /// What money came from or went to.
    AN_ITEM = "một khoản: `ngân sách nhà nước`, `đóng góp của tổ chức, cá nhân`, `thu khác`, `in ấn, hiện vật`, `tiền thưởng`, `tổ chức phong trào` hoặc `chi khác`",
        "one of `ngân sách nhà nước` (state budget), `đóng góp của tổ chức, cá nhân` (contributions), `thu khác` (other income), `in ấn, hiện vật` (printing and objects), `tiền thưởng` (award money), `tổ chức phong trào` (organising) or `chi khác` (other spending)";
    /// An amount of money.
    AN_AMOUNT = "một số tiền đọc được theo một cách, từ 0", "an amount that can be read in one way, from 0";
    /// The unit of the amounts.
    AN_AMOUNT_UNIT = "tiêu đề cột có đơn vị tính, như `Số tiền (triệu đồng)` hoặc `Số tiền (đồng)`",
        "a heading with the unit, such as `Số tiền (triệu đồng)` or `Số tiền (đồng)`";
    /// The year of the budget.
    A_BUDGET_YEAR = "năm ngân sách ở cột `Năm ngân sách` hoặc ở tên bảng", "the year of the budget under `Năm ngân sách` or in the title";
    /// A count of awards.
    AN_AWARD_COUNT = "một số nguyên, số lượt khen thưởng", "a whole number of awards";
    /// A share.
    A_PERCENTAGE = "một tỷ lệ phần trăm", "a percentage";

    /// Name of the output `yearly-forms`.
    YEARLY_FORMS = "Hai biểu tổng hợp năm: hình thức khen thưởng, trích lập và sử dụng Quỹ thi đua, khen thưởng",
        "The two yearly forms: awards, and the emulation and commendation fund";
    /// Sheet of the awards.
    AWARDS_SHEET = "Hình thức khen thưởng", "Awards";
    /// Sheet of the fund.
    FUND_SHEET = "Quỹ thi đua, khen thưởng", "Fund";
    /// The total.
    ALL_ROWS = "Tổng cộng", "Total";
    /// Over the unit of the fund.
    IN_MILLIONS = "Đơn vị tính: triệu đồng", "Unit: millions of dong";
    /// The fund of a list that names no holder.
    ONE_FUND = "Quỹ thi đua, khen thưởng", "The fund";
    /// The first relation of the form of awards.
    SUM_OF_REASONS = "Cột 3 = 6 + 10 + 14 + 16; tập thể và cá nhân đều được tính vào loại khen tương ứng.",
        "Column 3 = 6 + 10 + 14 + 16; collectives and individuals both count under the kind of their award.";
    /// The second, where every individual's post is said.
    SUM_OF_POSTS = "Cột 5 = 8 + 9 + 12 + 13 + 15 + 17.", "Column 5 = 8 + 9 + 12 + 13 + 15 + 17.";
}

/// The heads of the form of awards: first row, first column, last row, last column, words; counted from 0.
pub const AWARDS_HEADS: [([u16; 4], Text); 24] = [
    ([0, 0, 2, 0], Text { vi: "STT", en: "No." }),
    ([0, 1, 2, 1], Text { vi: "Hình thức", en: "Form of award" }),
    ([0, 2, 2, 2], Text { vi: "Tổng số", en: "All" }),
    ([0, 3, 0, 4], Text { vi: "Trong đó", en: "Of which" }),
    ([1, 3, 2, 3], Text { vi: "Doanh nghiệp", en: "Enterprises" }),
    ([1, 4, 2, 4], Text { vi: "Cá nhân", en: "Individuals" }),
    ([0, 5, 0, 8], Text { vi: "Khen công trạng", en: "Merit" }),
    ([1, 5, 2, 5], Text { vi: "Tổng số", en: "All" }),
    ([1, 6, 2, 6], Text { vi: "Tỷ lệ %", en: "Percent" }),
    ([1, 7, 1, 8], Text { vi: "Cá nhân", en: "Individuals" }),
    ([2, 7, 2, 7], Text { vi: "Lãnh đạo từ cấp phòng", en: "Leaders of a division or more" }),
    ([2, 8, 2, 8], Text { vi: "Trực tiếp", en: "Direct workers" }),
    ([0, 9, 0, 12], Text { vi: "Khen chuyên đề, đột xuất", en: "Thematic and ad hoc" }),
    ([1, 9, 2, 9], Text { vi: "Tổng số", en: "All" }),
    ([1, 10, 2, 10], Text { vi: "Tỷ lệ %", en: "Percent" }),
    ([1, 11, 1, 12], Text { vi: "Cá nhân", en: "Individuals" }),
    ([2, 11, 2, 11], Text { vi: "Lãnh đạo từ cấp phòng", en: "Leaders of a division or more" }),
    ([2, 12, 2, 12], Text { vi: "Trực tiếp", en: "Direct workers" }),
    ([0, 13, 0, 14], Text { vi: "Khen đối ngoại", en: "Foreign relations" }),
    ([1, 13, 2, 13], Text { vi: "Tổng số", en: "All" }),
    ([1, 14, 2, 14], Text { vi: "Cá nhân", en: "Individuals" }),
    ([0, 15, 0, 16], Text { vi: "Khen kháng chiến", en: "Resistance" }),
    ([1, 15, 2, 15], Text { vi: "Tổng số", en: "All" }),
    ([1, 16, 2, 16], Text { vi: "Cá nhân", en: "Individuals" }),
];

/// The row under them.
pub const AWARDS_NUMBERS: [&str; 17] =
    ["1", "2", "3", "4", "5", "6", "7 (6:3)", "8", "9", "10", "11 (10:3)", "12", "13", "14", "15", "16", "17"];

/// The heads of the form of the fund, likewise.
pub const FUND_HEADS: [([u16; 4], Text); 14] = [
    ([0, 0, 1, 0], Text { vi: "STT", en: "No." }),
    ([0, 1, 1, 1], Text { vi: "Đơn vị quản lý quỹ", en: "Holder of the fund" }),
    ([0, 2, 0, 5], Text { vi: "Trích lập", en: "Income" }),
    ([1, 2, 1, 2], Text { vi: "Tổng số", en: "All" }),
    ([1, 3, 1, 3], Text { vi: "Ngân sách nhà nước", en: "State budget" }),
    ([1, 4, 1, 4], Text { vi: "Tổ chức, cá nhân đóng góp", en: "Contributions" }),
    ([1, 5, 1, 5], Text { vi: "Nguồn khác, năm trước chuyển sang", en: "Other, year before" }),
    ([0, 6, 0, 10], Text { vi: "Sử dụng", en: "Spending" }),
    ([1, 6, 1, 6], Text { vi: "Tổng số", en: "All" }),
    ([1, 7, 1, 7], Text { vi: "In ấn, hiện vật khen thưởng", en: "Printing, objects" }),
    ([1, 8, 1, 8], Text { vi: "Tiền thưởng, tặng phẩm", en: "Award money, gifts" }),
    ([1, 9, 1, 9], Text { vi: "Tổ chức, chỉ đạo phong trào", en: "Organising" }),
    ([1, 10, 1, 10], Text { vi: "Chi khác", en: "Other" }),
    ([0, 11, 1, 11], Text { vi: "Còn lại chuyển năm sau", en: "Left for the next year" }),
];

/// The row under them.
pub const FUND_NUMBERS: [&str; 12] =
    ["1", "2", "3 (4+5+6)", "4", "5", "6", "7 (8+9+10+11)", "8", "9", "10", "11", "12 (3-7)"];

/// The title of the form of awards.
pub fn awards_title(term: Term, lang: Lang) -> String {
    let vi = "Tổng hợp các hình thức khen thưởng thuộc thẩm quyền tỉnh";
    title(vi, "Forms of award within the authority of the province", term, lang)
}

/// The title of the form of the fund.
pub fn fund_title(term: Term, lang: Lang) -> String {
    let vi = "Tổng hợp tình hình trích lập và sử dụng Quỹ thi đua, khen thưởng";
    title(vi, "How the emulation and commendation fund was made and used", term, lang)
}

/// The name of a form of award.
pub fn award_form(form: AwardForm, lang: Lang) -> &'static str {
    match form {
        AwardForm::Certificate => lang.pick("Bằng khen", "Certificate of merit"),
        AwardForm::Fighter => lang.pick("Chiến sĩ thi đua cấp tỉnh", "Emulation fighter of the province"),
        AwardForm::Flag => lang.pick("Cờ thi đua", "Emulation flag"),
        AwardForm::Badge => lang.pick("Huy hiệu", "Badge"),
        AwardForm::Collective => lang.pick("Tập thể Lao động xuất sắc", "Excellent labour collective"),
    }
}

/// By which year awards belong to the form.
pub fn counted_by(by: AwardYear, declared: bool, lang: Lang) -> String {
    let vi = match by {
        AwardYear::Decision => "năm ban hành quyết định khen thưởng",
        AwardYear::Achievement => "năm đạt thành tích",
    };
    let en = match by {
        AwardYear::Decision => "the year of the decision",
        AwardYear::Achievement => "the year of the achievement",
    };
    let default = if declared { "" } else { lang.pick(" (mặc định)", " (the default)") };
    lang.pick(format!("Biểu tính theo {vi}{default}."), format!("Awards count by {en}{default}."))
}

/// How many awards there are of each year of achievement and year of decision, those counted or those not.
pub fn years(years: &[AwardYears], counted: bool, lang: Lang) -> String {
    let said = years.iter().filter(|years| years.counted == counted).map(|years| {
        let count = lang.number(years.count.into());
        let (achieved, decided) = (years.achieved, years.decided);
        match decided {
            Some(decided) => lang.pick(
                format!("thành tích năm {achieved}, quyết định năm {decided}: {count}"),
                format!("achieved {achieved}, decided {decided}: {count}"),
            ),
            None => lang.pick(
                format!("thành tích năm {achieved}, quyết định chưa ghi ngày: {count}"),
                format!("achieved {achieved}, decision without a date: {count}"),
            ),
        }
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return String::new();
    }
    let head =
        if counted { lang.pick("Đã tính", "Counted") } else { lang.pick("Không tính vào biểu", "Not counted") };
    format!("{head}: {}.", said.join("; "))
}

/// The share of direct workers with its arithmetic; `of` names a form of award.
pub fn direct_share(of: &str, [direct, marked, unmarked]: [usize; 3], percent: &str, lang: Lang) -> String {
    let [direct, marked, rest] = [direct, marked, unmarked].map(|count| lang.number(count.into()));
    let without = match unmarked {
        0 => String::new(),
        _ => lang.pick(
            format!(", chưa kể {rest} cá nhân chưa ghi lãnh đạo hay trực tiếp"),
            format!(", without {rest} individuals whose post is not said"),
        ),
    };
    lang.pick(
        format!(
            "Tỷ lệ người lao động trực tiếp trong số cá nhân được khen ({of}): {direct} / {marked} = {percent}%{without}."
        ),
        format!("Direct workers among the individuals commended ({of}): {direct} / {marked} = {percent} %{without}."),
    )
}

/// Awards of all forms.
pub const OF_ALL_FORMS: Text = Text { vi: "tất cả các hình thức", en: "all forms" };

/// Rows in doubt, which nothing counts.
pub fn left_out(rows: usize, year: u16, lang: Lang) -> String {
    let count = lang.number(rows.into());
    lang.pick(
        format!("Biểu chưa đầy đủ: còn {count} dòng trong danh sách chưa được tính, cần rà soát (trang Cần rà soát, tệp tong-hop_{year}.xlsx)"),
        format!("Not complete: rows of the list in doubt and not counted: {count} (sheet To review of tong-hop_{year}.xlsx)"),
    )
}

/// Awards of other levels.
pub fn outside(count: usize, lang: Lang) -> String {
    let count = lang.number(count.into());
    lang.pick(
        format!("Ngoài biểu này, danh sách còn {count} khen thưởng thuộc thẩm quyền cấp khác."),
        format!("No part of this form: awards of other levels, {count}."),
    )
}

/// Rows of the fund list of other years.
pub fn other_years(count: usize, lang: Lang) -> String {
    let count = lang.number(count.into());
    lang.pick(
        format!("Không tính vào biểu: {count} khoản của năm ngân sách khác."),
        format!("Not counted: entries of other budget years, {count}."),
    )
}
