//! The words of the blank sheets that all members share; `recognition` reads the headings back.

use crate::diag::{Lang, Text};
use crate::model::{DecidingBody, Period, Term};

words! {
    /// Column: running number.
    NUMBER = "TT", "No";
    /// Column: bloc.
    BLOC = "Cụm, khối", "Bloc";
    /// Column: member.
    MEMBER = "Đơn vị", "Member";
    /// Column: code of the criterion.
    CODE = "Mã tiêu chí", "Code";
    /// Column: criterion.
    LABEL = "Nội dung, tiêu chí", "Criterion";
    /// Column: unit.
    UNIT = "ĐVT", "Unit";
    /// Column: plan.
    PLAN_AT_START = "Kế hoạch đầu năm", "Plan at the start of the year";
    /// Column: adjusted plan.
    PLAN_ADJUSTED = "Kế hoạch điều chỉnh", "Adjusted plan";
    /// Column: what adjusts it.
    ADJUSTED_BY = "Văn bản điều chỉnh", "Adjusted by";
    /// Column: actual.
    ACTUAL = "Thực hiện", "Actual";
    /// Column: mark of the body.
    MARK = "Điểm", "Mark";
    /// Column: document.
    DOCUMENT = "Văn bản số", "Document";
    /// Column: date.
    DATE = "Ngày", "Date";
    /// Column: matter of an opinion.
    MATTER = "Nội dung ý kiến", "Matter";
    /// Column: body that gives it.
    BODY = "Cơ quan cho ý kiến", "Body";
    /// Column: how far it has got.
    STATE = "Tình trạng", "State";
    /// Column: what it recommends.
    RECOMMENDATION = "Kiến nghị", "Recommendation";
    /// Column: class of the collective.
    GOVERNMENT = "Chính quyền", "Class of the collective";
    /// Column: class of the party organisation.
    PARTY = "Tổ chức đảng", "Class of the party organisation";
    /// Column: class of the unions.
    UNIONS = "Đoàn thể", "Class of the unions";
    /// Column: discipline.
    DISCIPLINE = "Kỷ luật", "Discipline";
    /// Column: what was registered.
    REGISTERED = "Danh hiệu, hình thức khen thưởng đăng ký", "Registered";
    /// Column: award.
    AWARD = "Hình thức khen thưởng", "Award";
    /// Column: round.
    ROUND = "Vòng", "Round";
    /// Column: member units.
    ENTITLED_UNITS = "Tổng số đơn vị", "Member units";
    /// Column: council members.
    ENTITLED_COUNCIL = "Tổng số thành viên", "Council members";
    /// Column: ballots issued.
    ISSUED = "Phát ra", "Issued";
    /// Column: ballots returned.
    RETURNED = "Thu về", "Returned";
    /// Column: valid ballots.
    VALID = "Hợp lệ", "Valid";
    /// Column: invalid ballots.
    INVALID = "Không hợp lệ", "Invalid";
    /// Column: yes.
    YES = "Đồng ý", "Yes";
    /// Column: no.
    NO = "Không đồng ý", "Against";
    /// Column: absent members who answered in writing.
    WRITTEN = "Lấy ý kiến bằng văn bản", "In writing";
    /// Column: those of them who said yes.
    WRITTEN_YES = "Đồng ý bằng văn bản", "Yes in writing";
    /// Column: what was decided.
    DECIDED = "Đề nghị", "Decision";
    /// Column: why.
    REASON = "Lý do", "Reason";
    /// Column: minutes.
    MINUTES = "Biên bản số", "Minutes";

    /// Sheet: plan register.
    REGISTER = "Đăng ký chỉ tiêu", "Plan register";
    /// Sheet: a body's figures.
    AGENCY = "Số liệu theo dõi", "Figures";
    /// Sheet: opinions.
    OPINIONS = "Ý kiến", "Opinions";
    /// Sheet: yearly classification.
    CLASSIFICATION = "Xếp loại năm", "Classification";
    /// Sheet: registration.
    REGISTRATION = "Đăng ký danh hiệu", "Registration";
    /// Sheet: ballot.
    BALLOT = "Kiểm phiếu", "Ballot";

    /// How to fill in the register.
    REGISTER_HOW = "Điền kế hoạch giao đầu năm; kế hoạch được điều chỉnh thì điền thêm số điều chỉnh và văn bản điều chỉnh. Chỉ tiêu không giao cho đơn vị ghi chữ `Không giao`.",
        "Enter the plan at the start of the year; where it was adjusted, the adjusted plan and the document too. Write `Not assigned` where a member has no such plan.";
    /// How to fill in a body's figures.
    AGENCY_HOW = "Điền số liệu của cơ quan theo dõi tiêu chí; số này được lấy thay số đơn vị tự báo cáo. Dòng chưa có số liệu để trống.",
        "Enter the figures of the body that follows the criterion; they count before the members' own. Leave a line blank where there is no figure.";
    /// How to fill in opinions.
    OPINIONS_HOW = "Đơn vị không có ý kiến gì thì để trống cả dòng. Tình trạng chọn: đã kết luận, đang xem xét hoặc không có ý kiến.",
        "Leave the whole line blank where there is nothing to say. The state is one of concluded, under examination, no objection.";
    /// How to fill in classes.
    CLASSIFICATION_HOW = "Chọn mức xếp loại năm của chính quyền, tổ chức đảng, đoàn thể. Không có kỷ luật thì để trống cột kỷ luật.",
        "Choose the class of the year. Leave the column of discipline blank where there was none.";
    /// How to fill in the registration.
    REGISTRATION_HOW = "Ghi danh hiệu, hình thức khen thưởng đơn vị đăng ký; nhiều danh hiệu cách nhau bằng dấu chấm phẩy (;).",
        "Enter what the member registered for; several titles are parted by semicolons.";
    /// How to fill in a ballot.
    BALLOT_HOW = "Mỗi đơn vị được bỏ phiếu một dòng; bỏ phiếu vòng hai thì lập thêm một bảng như thế này và ghi vòng 2. Tỷ lệ tính trên tổng số, không tính trên số phiếu thu về.",
        "One line for each member voted on; a second round stands in a second table with round 2. The share is of all who may vote, not of the ballots returned.";
    /// How to fill in decisions.
    DECISIONS_HOW = "Chọn Đề nghị hoặc Không đề nghị; khác với cột trước thì ghi lý do. Đơn vị không bàn đến để trống.",
        "Choose proposed or not proposed; say why where it differs from the body before. Leave a member that was not discussed blank.";

    /// Sheet: awards given.
    AWARD_LIST = "Danh sách khen thưởng", "Awards given";
    /// Sheet: the fund.
    FUND_LIST = "Thu, chi Quỹ", "Fund";
    /// How to fill in the awards given.
    AWARD_LIST_HOW = "Mỗi quyết định, mỗi tập thể hoặc cá nhân một dòng. Năm thành tích và ngày quyết định ghi riêng; cá nhân ghi rõ lãnh đạo hay trực tiếp.",
        "One line for each recipient of each decision. The year of the achievement and the date of the decision stand apart; say of an individual whether it leads or works directly.";
    /// How to fill in the fund.
    FUND_LIST_HOW = "Mỗi khoản thu hoặc chi của mỗi đơn vị một dòng; số tiền tính bằng triệu đồng.",
        "One line for each income or spending of each unit, in million dong.";

    /// Who signs a bloc's register and nominations.
    HEAD_OF_BLOC = "TRƯỞNG CỤM, KHỐI", "HEAD OF THE BLOC";
    /// Who signs a body's figures.
    HEAD_OF_BODY = "THỦ TRƯỞNG CƠ QUAN THEO DÕI", "HEAD OF THE BODY";
    /// Who signs for the standing office.
    HEAD_OF_OFFICE = "THỦ TRƯỞNG CƠ QUAN THƯỜNG TRỰC", "HEAD OF THE STANDING OFFICE";
    /// Who signs for the tellers.
    TELLERS = "TRƯỞNG BAN KIỂM PHIẾU", "HEAD OF THE TELLERS";
    /// Who signs for the council.
    CHAIR = "CHỦ TỊCH HỘI ĐỒNG", "CHAIR OF THE COUNCIL";
}

/// The sheets of decisions, in the order of the bodies.
pub const DECIDED_BY: [Text; 3] = [
    Text { vi: "Suy tôn", en: "Nominations of the bloc" },
    Text { vi: "Thẩm định", en: "Appraisal" },
    Text { vi: "Biểu quyết", en: "Vote of the council" },
];

/// How far an opinion may have got.
pub const OPINION_STATES: &[Text] = &[
    Text { vi: "đã kết luận", en: "concluded" },
    Text { vi: "đang xem xét", en: "under examination" },
    Text { vi: "không có ý kiến", en: "no objection" },
];

/// The classes of a year.
pub const CLASSES: &[Text] = &[
    Text { vi: "Hoàn thành xuất sắc nhiệm vụ", en: "Hoàn thành xuất sắc nhiệm vụ" },
    Text { vi: "Hoàn thành tốt nhiệm vụ", en: "Hoàn thành tốt nhiệm vụ" },
    Text { vi: "Hoàn thành nhiệm vụ", en: "Hoàn thành nhiệm vụ" },
    Text { vi: "Không hoàn thành nhiệm vụ", en: "Không hoàn thành nhiệm vụ" },
];

/// The awards that a province gives.
pub const AWARDS_GIVEN: &[Text] = &[
    Text { vi: "Bằng khen", en: "Bằng khen" },
    Text { vi: "Cờ thi đua", en: "Cờ thi đua" },
    Text { vi: "Chiến sĩ thi đua cấp tỉnh", en: "Chiến sĩ thi đua cấp tỉnh" },
    Text { vi: "Tập thể Lao động xuất sắc", en: "Tập thể Lao động xuất sắc" },
    Text { vi: "Huy hiệu", en: "Huy hiệu" },
];

/// Who an award is given to.
pub const RECIPIENTS: &[Text] = &[
    Text { vi: "tập thể", en: "collective" },
    Text { vi: "doanh nghiệp", en: "enterprise" },
    Text { vi: "cá nhân", en: "individual" },
];

/// What an individual does.
pub const POSTS: &[Text] = &[Text { vi: "lãnh đạo", en: "leader" }, Text { vi: "trực tiếp", en: "direct worker" }];

/// For what an award is given.
pub const REASONS: &[Text] = &[
    Text { vi: "công trạng", en: "merit" },
    Text { vi: "chuyên đề", en: "thematic" },
    Text { vi: "đột xuất", en: "thematic" },
    Text { vi: "đối ngoại", en: "foreign relations" },
    Text { vi: "kháng chiến", en: "resistance" },
];

/// What money of the fund comes from and goes to.
pub const FUND_ITEMS: &[Text] = &[
    Text { vi: "ngân sách nhà nước", en: "state budget" },
    Text { vi: "đóng góp", en: "contributions" },
    Text { vi: "thu khác", en: "other income" },
    Text { vi: "hiện vật khen thưởng", en: "printing and objects" },
    Text { vi: "tiền thưởng", en: "award money" },
    Text { vi: "tổ chức phong trào", en: "organising" },
    Text { vi: "chi khác", en: "other spending" },
];

/// What a body may decide.
pub const DECISIONS: &[Text] =
    &[Text { vi: "Đề nghị", en: "Proposed" }, Text { vi: "Không đề nghị", en: "Not proposed" }];

/// A title in capitals with its time.
fn title(vi: &str, en: &str, term: Term, lang: Lang) -> String {
    let year = term.year;
    let time = match term.period {
        Period::Year => lang.pick(format!("năm {year}"), format!("of the year {year}")),
        Period::Half => lang.pick(format!("6 tháng đầu năm {year}"), format!("of the first half of {year}")),
    };
    lang.pick(format!("{vi} {time}"), format!("{en} {time}")).to_uppercase()
}

/// Title of a register; plans are those of the whole year.
pub fn register_title(term: Term, lang: Lang) -> String {
    let whole = Term { period: Period::Year, ..term };
    title("Bảng đăng ký chỉ tiêu giao ước thi đua", "Plan register", whole, lang)
}

/// Title of a body's figures.
pub fn agency_title(body: &str, term: Term, lang: Lang) -> String {
    title(&format!("Bảng số liệu, điểm của {body}"), &format!("Figures of {body}"), term, lang)
}

/// Title of the opinions.
pub fn opinions_title(term: Term, lang: Lang) -> String {
    title("Bảng tổng hợp ý kiến của cơ quan chức năng", "Opinions of the bodies concerned", term, lang)
}

/// Title of the classification.
pub fn classification_title(term: Term, lang: Lang) -> String {
    title("Kết quả đánh giá, xếp loại", "Classification", term, lang)
}

/// Title of the registration.
pub fn registration_title(term: Term, lang: Lang) -> String {
    title("Bảng đăng ký danh hiệu thi đua, hình thức khen thưởng", "Registration of titles and awards", term, lang)
}

/// The line that lists the awards.
pub fn awards_line(titles: &[String], lang: Lang) -> String {
    let titles = titles.join("; ");
    lang.pick(format!("Hình thức khen thưởng xét trong năm: {titles}"), format!("Awards of the year: {titles}"))
}

/// Title of the minutes of a ballot.
pub fn ballot_title(council: bool, term: Term, lang: Lang) -> String {
    if council {
        title(
            "Biên bản kiểm phiếu của Hội đồng Thi đua - Khen thưởng",
            "Minutes of the ballot of the council",
            term,
            lang,
        )
    } else {
        title("Biên bản kiểm phiếu của cụm, khối thi đua", "Minutes of the ballot of the bloc", term, lang)
    }
}

/// Title of the decisions of a body.
pub fn decisions_title(body: DecidingBody, term: Term, lang: Lang) -> String {
    match body {
        DecidingBody::Bloc => title("Kết quả suy tôn của cụm, khối thi đua", "Nominations of the bloc", term, lang),
        DecidingBody::Office => {
            title("Kết quả thẩm định của cơ quan thường trực", "Appraisal of the standing office", term, lang)
        }
        DecidingBody::Council => title("Kết quả biểu quyết của Hội đồng", "Vote of the council", term, lang),
    }
}
