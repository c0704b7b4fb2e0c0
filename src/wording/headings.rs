//! Every heading, label and sentence of the outputs, in Vietnamese and English.

use crate::diag::{Lang, Text};
use crate::model::{MeanOf, Missing, Period, Term};

/// The same words in both languages.
const fn text(vi: &'static str, en: &'static str) -> Text {
    Text { vi, en }
}

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident = $vi:literal, $en:literal;)*) => {
        $($(#[doc = $doc])* pub const $name: Text = text($vi, $en);)*
    };
}

words! {
    /// The nation, in the head block.
    NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM";
    /// Its motto.
    MOTTO = "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    /// Who signs for a cluster.
    HEAD_OF_CLUSTER = "CỤM TRƯỞNG", "HEAD OF THE CLUSTER";
    /// Who signs for a bloc, on two lines.
    HEAD_OF_BLOC = "TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI", "ON BEHALF OF THE BLOC\nHEAD OF THE BLOC";
    /// Who signs for the standing office.
    HEAD_OF_OFFICE = "THỦ TRƯỞNG CƠ QUAN", "HEAD OF THE OFFICE";
    /// Who made the table.
    MADE_BY = "NGƯỜI LẬP BIỂU", "PREPARED BY";
    /// The weights are an example.
    SAMPLE_COMPACT = "Bảng tiêu chí mẫu - cần thay bằng giao ước đã ký",
        "Sample table of criteria - to be replaced by the signed compact";

    /// Name of the output `roll-up`.
    ROLL_UP = "Bảng tổng hợp toàn bộ các cụm, khối thi đua", "The workbook of all clusters and blocs";
    /// Name of the output `bloc-workbook`.
    BLOC_WORKBOOK = "Bảng xếp hạng, điểm chi tiết và đề nghị của từng cụm, khối",
        "The workbook of each bloc: ranking, marks, proposals";
    /// Name of the output `charts`.
    CHARTS = "Biểu đồ tổng điểm và điểm theo lĩnh vực của từng cụm, khối (SVG, PNG)",
        "Charts of totals and of points by field of each bloc (SVG, PNG)";
    /// Name of the output `ket-qua`.
    KET_QUA = "Kết quả dạng JSON cho máy đọc", "The results as JSON, for machines";

    /// Sheet of a bloc's ranking.
    RANKING = "Xếp hạng", "Ranking";
    /// Sheet of all marks.
    DETAIL = "Điểm chi tiết", "Marks in detail";
    /// Sheet of proposals.
    PROPOSALS = "Đề nghị khen thưởng", "Award proposals";
    /// Sheet of findings.
    REVIEW = "Cần rà soát", "To review";
    /// Sheet of files.
    SOURCES = "Nguồn số liệu", "Sources";
    /// Sheet of all rankings.
    SUMMARY = "Tổng hợp xếp hạng", "All rankings";
    /// Sheet of who handed in what.
    RECEIVED = "Tình hình gửi báo cáo", "Reports received";

    /// Column: running number.
    NUMBER = "STT", "No.";
    /// Column: member.
    MEMBER = "Đơn vị", "Member";
    /// Column: bloc.
    BLOC = "Cụm, khối thi đua", "Cluster or bloc";
    /// Column: bonus.
    BONUS = "Điểm thưởng", "Bonus";
    /// Column: penalty.
    PENALTY = "Điểm trừ", "Penalty";
    /// Column: total.
    TOTAL = "Tổng điểm", "Total";
    /// Column: total of the member's own marks.
    SELF_TOTAL = "Tổng điểm tự chấm", "Total of self-marks";
    /// Column: total less own marks.
    DIFFERENCE = "Chênh lệch", "Difference";
    /// Column: rank.
    RANK = "Xếp hạng", "Rank";
    /// Column: class.
    CLASS = "Xếp loại", "Class";
    /// Column: what is proposed.
    PROPOSED = "Đề nghị", "Proposed";
    /// Column: remarks.
    REMARKS = "Ghi chú", "Remarks";
    /// Column: code of a criterion.
    CODE = "Mã", "Code";
    /// Column: criterion.
    CRITERION = "Tiêu chí", "Criterion";
    /// Column: unit.
    UNIT = "Đơn vị tính", "Unit";
    /// Column: plan.
    PLAN = "Kế hoạch", "Plan";
    /// Column: actual.
    ACTUAL = "Thực hiện", "Actual";
    /// Column: maximum.
    MAXIMUM = "Điểm tối đa", "Maximum";
    /// Column: what the rule computed.
    BY_RULE = "Điểm theo số liệu", "Computed mark";
    /// Column: the mark that counts.
    COUNTED = "Điểm được tính", "Mark that counts";
    /// Column: why.
    BECAUSE = "Căn cứ chấm điểm", "Reason for the mark";
    /// Column: where from.
    SOURCE = "Nguồn (tệp, trang, ô)", "Source (file, sheet, cells)";
    /// Column: status.
    STATUS = "Tình trạng", "Status";

    /// Column of proposals: by points.
    BY_POINTS = "Theo điểm", "By points";
    /// Column of proposals: by the bloc.
    BY_BLOC = "Cụm, khối suy tôn", "Vote of the bloc";
    /// Column of proposals: by the standing office.
    BY_OFFICE = "Cơ quan thường trực thẩm định", "Appraisal of the standing office";
    /// Column of proposals: by the council.
    BY_COUNCIL = "Hội đồng biểu quyết", "Vote of the council";
    /// Column of proposals: why.
    REASONS = "Lý do, điều kiện", "Reasons and conditions";
    /// Column: whether a member may be considered.
    ELIGIBILITY = "Điều kiện xét khen thưởng", "Eligibility";

    /// Column of findings: how grave.
    SEVERITY = "Mức", "Severity";
    /// Column of findings: code.
    FAULT_CODE = "Mã lỗi", "Code of the finding";
    /// Column: file.
    FILE = "Tệp", "File";
    /// Column: sheet.
    SHEET = "Trang", "Sheet";
    /// Column: cell.
    CELL = "Ô", "Cell";
    /// Column of findings: what.
    MESSAGE = "Nội dung", "Finding";
    /// Column of findings: what stands there.
    FOUND = "Tìm thấy", "Found";
    /// Column of findings: what should stand there.
    EXPECTED = "Cần", "Expected";
    /// Column of findings: the next step.
    MEND = "Cách sửa", "How to mend it";

    /// Column of files: sheets.
    SHEETS_OF_FILE = "Trang và loại bảng", "Sheets and what they are";
    /// Column of files: members.
    MEMBERS_OF_FILE = "Đơn vị có số liệu", "Members it speaks of";
    /// Column of files: size.
    BYTES = "Dung lượng (byte)", "Size (bytes)";
    /// Column of files: hash.
    SHA256 = "Mã kiểm tra SHA-256", "SHA-256";
    /// A file that was read.
    READ = "Đã đọc", "Read";
    /// A file that was left out.
    REJECTED = "Không nhận", "Rejected";

    /// Column of members: whether anything came.
    HANDED_IN = "Đã gửi báo cáo", "Report received";
    /// Column of members: files.
    FILES = "Tệp đã gửi", "Files received";
    /// Column of members: marks there are.
    MARKS_PRESENT = "Số tiêu chí có điểm", "Criteria marked";
    /// Column of members: marks needed.
    MARKS_NEEDED = "Số tiêu chí phải có điểm", "Criteria to be marked";
    /// Column of members: values that are not official.
    UNOFFICIAL = "Số liệu chưa chính thức", "Values not official";
    /// Yes.
    YES = "Có", "Yes";
    /// Not yet.
    NOT_YET = "Chưa", "Not yet";

    /// Tied, and no key decides.
    TIED = "Đồng điểm - đề nghị hội nghị bỏ phiếu", "Equal totals - the meeting is asked to vote";
    /// Tie key: points in a field or criterion.
    KEY_POINTS = "điểm {}", "points in {}";
    /// Tie key: women.
    KEY_WOMEN = "tập thể có từ 70% nữ trở lên", "a collective with 70 % women or more";
    /// Tie key: votes.
    KEY_VOTE = "số phiếu suy tôn", "votes of the bloc";
    /// Tie key: plans exceeded.
    KEY_PLANS_EXCEEDED = "số chỉ tiêu vượt kế hoạch", "number of plans exceeded";
    /// Tie key: fewer penalties.
    KEY_FEWER_PENALTIES = "số điểm trừ ít hơn", "fewer points deducted";
    /// Nothing has come from a member.
    NOTHING_HANDED_IN = "chưa có số liệu", "nothing received";
    /// All marks are there, but the figures are in doubt.
    IN_DOUBT = "số liệu cần rà soát", "figures to be reviewed";
    /// The stage that counts differs between members.
    MIXED_STAGES = "điểm được tính của các đơn vị chưa cùng một bước chấm",
        "the marks that count are not of the same stage for all members";
    /// Marks that the rule computed.
    COMPUTED_MARKS = "điểm tính theo số liệu", "computed marks";

    /// A seat that several share.
    TIED_SEAT = "đồng điểm, hội nghị quyết định", "tied, the meeting decides";
    /// A proposal with conditions.
    CONDITIONAL = "có điều kiện", "conditional";
    /// May be considered.
    ELIGIBLE = "Đủ điều kiện", "Eligible";
    /// Not considered yet.
    DEFERRED = "Chưa xét", "Deferred";
    /// Not considered.
    EXCLUDED = "Không xét", "Excluded";
    /// Proposed.
    VERDICT_PROPOSED = "Đề nghị", "Proposed";
    /// Proposed under conditions.
    VERDICT_CONDITIONAL = "Đề nghị có điều kiện", "Proposed conditionally";
    /// Tied for the last seat.
    VERDICT_TIED = "Đồng điểm, chưa chọn", "Tied, not chosen between";
    /// Not proposed.
    VERDICT_NOT = "Chưa đề nghị", "Not proposed";
    /// There are no proposals.
    NO_PROPOSALS = "Chưa có đề nghị khen thưởng nào", "There are no proposals";
    /// What a proposal is.
    PROPOSES_ONLY = "Bảng này chỉ đề nghị theo điểm và quy chế đã khai báo; hội nghị cụm, khối và Hội đồng xem xét, quyết định.",
        "This table only proposes, by points and the declared rules; the meeting of the bloc and the council decide.";

    /// There is nothing to review.
    NOTHING_TO_REVIEW = "Không có nội dung cần rà soát", "Nothing to review";
    /// No files were read.
    NO_SOURCES = "Không có tệp số liệu nào", "No files";
    /// The sheet is cut.
    CUT = "Trang đã đủ số dòng; phần còn lại xem tệp du-lieu-may/ket-qua.json",
        "This sheet is full; the rest stands in du-lieu-may/ket-qua.json";

    /// Not assigned.
    NOT_ASSIGNED = "Không giao", "Not assigned";
    /// Nothing arose.
    NOT_ARISING = "Không phát sinh", "Nothing arose";
    /// An estimate.
    ESTIMATE = "Số liệu ước", "Estimate";
    /// A forecast.
    FORECAST = "Số liệu dự kiến", "Forecast";
    /// Left out of numerator and denominator.
    LEFT_OUT = "Không tính vào tổng", "Left out of the total";
    /// No mark, and one is needed.
    NO_MARK = "Thiếu số liệu", "Missing";
    /// A finding concerns it.
    SEE_REVIEW = "Xem trang Cần rà soát", "See sheet To review";

    /// A chart without bars.
    NO_BARS = "Chưa đơn vị nào đủ số liệu để xếp hạng", "No member has the figures to be ranked";
}

/// The time that is reviewed, as it ends a title.
fn time(term: Term, lang: Lang) -> String {
    let year = term.year;
    match term.period {
        Period::Year => lang.pick(format!("năm {year}"), year.to_string()),
        Period::Half => lang.pick(format!("6 tháng đầu năm {year}"), format!("first half of {year}")),
    }
}

/// A title in capitals with its time.
fn title(vi: &str, en: &str, term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(format!("{vi} {time}"), format!("{en}, {time}")).to_uppercase()
}

/// Title of a ranking; mid-year there is none, and the title says so.
pub fn ranking_title(term: Term, lang: Lang) -> String {
    match term.period {
        Period::Year => {
            title("Bảng tổng hợp kết quả chấm điểm, xếp hạng thi đua", "Marks and ranking in emulation", term, lang)
        }
        Period::Half => title("Bảng tổng hợp kết quả chấm điểm thi đua", "Marks in emulation", term, lang),
    }
}

/// Title of the sheet of marks.
pub fn detail_title(term: Term, lang: Lang) -> String {
    title("Bảng điểm chi tiết", "Marks in detail", term, lang)
}

/// Title of the sheet of proposals.
pub fn proposals_title(term: Term, lang: Lang) -> String {
    title("Danh sách đề nghị khen thưởng", "Award proposals", term, lang)
}

/// Title of the sheet of findings.
pub fn review_title(term: Term, lang: Lang) -> String {
    title("Nội dung cần rà soát", "Findings to review", term, lang)
}

/// Title of the sheet of files.
pub fn sources_title(term: Term, lang: Lang) -> String {
    title("Nguồn số liệu", "Sources of the figures", term, lang)
}

/// Title of the sheet of who handed in what.
pub fn received_title(term: Term, lang: Lang) -> String {
    title("Tình hình gửi báo cáo", "Reports received", term, lang)
}

/// Title of the chart of totals.
pub fn totals_chart(term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(format!("Tổng điểm thi đua {time}"), format!("Emulation totals, {time}"))
}

/// Title of the chart of points by field.
pub fn fields_chart(term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(format!("Điểm thi đua theo lĩnh vực {time}"), format!("Emulation points by field, {time}"))
}

/// Place and date over a signature, the date left to the clerk.
pub fn dateline(place: &str, lang: Lang) -> String {
    let place = if place.is_empty() { "........." } else { place };
    lang.pick(format!("{place}, ngày ..... tháng ..... năm ......"), format!("{place}, .......... (date)"))
}

/// The day the figures stand at.
pub fn as_of(date: &str, lang: Lang) -> String {
    lang.pick(format!("Số liệu đến ngày {date}."), format!("Figures as of {date}."))
}

/// What a leader's sign means.
pub fn leader_sign(sign: &str, lang: Lang) -> String {
    lang.pick(
        format!("{sign} và nền màu: đơn vị dẫn đầu cụm, khối thi đua."),
        format!("{sign} and shading: leader of the cluster or bloc."),
    )
}

/// What a ranking rests on: how many marks of which kind.
pub fn basis(parts: &[(usize, String)], lang: Lang) -> String {
    if parts.is_empty() {
        return lang.pick("Căn cứ xếp hạng: chưa có điểm.", "Base of the ranking: no marks yet.").to_owned();
    }
    let said: Vec<_> = parts.iter().map(|(count, what)| format!("{what} ({})", lang.number((*count).into()))).collect();
    let said = said.join(", ");
    lang.pick(
        format!("Căn cứ xếp hạng (số điểm thành phần): {said}."),
        format!("Base of the ranking (number of marks): {said}."),
    )
}

/// Where a compact rounds: marks, fields, totals; and which totals are ranked.
pub fn rounding(places: [Option<u32>; 3], full: bool, lang: Lang) -> String {
    let [marks, fields, totals] = places.map(|places| match places {
        Some(places) => lang.pick(format!("{places} chữ số thập phân"), format!("{places} decimals")),
        None => lang.pick("không làm tròn", "not rounded").to_owned(),
    });
    let fields = if places[1].is_some() {
        lang.pick(format!(", điểm lĩnh vực {fields}"), format!(", fields {fields}"))
    } else {
        String::new()
    };
    let ranked = if full {
        lang.pick("xếp hạng theo tổng điểm chưa làm tròn", "ranks follow the totals before rounding")
    } else {
        lang.pick("xếp hạng theo tổng điểm đã làm tròn", "ranks follow the rounded totals")
    };
    lang.pick(
        format!("Làm tròn: điểm tiêu chí {marks}{fields}, tổng điểm {totals}; {ranked}."),
        format!("Rounding: marks {marks}{fields}, totals {totals}; {ranked}."),
    )
}

/// What a compact does with what is missing.
pub fn treatment(missing: Missing, basis: &str, lang: Lang) -> String {
    let way = match missing {
        Missing::Incomplete => lang.pick("đơn vị chưa đủ số liệu", "the member is incomplete").to_owned(),
        Missing::Unranked => lang.pick("đơn vị không được xếp hạng", "the member is not ranked").to_owned(),
        Missing::Zero => lang.pick("tính 0 điểm", "counted as zero").to_owned(),
        Missing::Skip(top, bottom) => {
            let share = format!("{}/{}", lang.number(top), lang.number(bottom));
            lang.pick(
                format!("bỏ qua, tính trên phần còn lại nếu còn ít nhất {share} trọng số"),
                format!("left out, the rest counts while {share} of the weight is there"),
            )
        }
        Missing::GroupMean(MeanOf::Raw) => lang.pick("lấy số bình quân của nhóm", "the group's mean figure").to_owned(),
        Missing::GroupMean(MeanOf::Normalised) => {
            lang.pick("lấy điểm bình quân của nhóm", "the group's mean mark").to_owned()
        }
        Missing::GroupMean(MeanOf::Node) => {
            lang.pick("lấy điểm lĩnh vực bình quân của nhóm", "the group's mean of the field").to_owned()
        }
    };
    let said = lang.pick(format!("Thiếu số liệu: {way}"), format!("What is missing: {way}"));
    if basis.is_empty() { format!("{said}.") } else { format!("{said} ({basis}).") }
}

/// A gate keeps a member from the class its points would give.
pub fn held_back(class: &str, lang: Lang) -> String {
    lang.pick(
        format!("đủ điểm nhưng chưa đạt các chỉ tiêu bắt buộc của loại {class}"),
        format!("the points but not the key plans of class {class}"),
    )
}

/// A tie was broken by this key.
pub fn tie_broken(key: &str, lang: Lang) -> String {
    lang.pick(format!("Đồng điểm, xếp theo {key}"), format!("Equal totals, placed by {key}"))
}

/// What a member lacks.
pub fn lacks(criteria: &str, lang: Lang) -> String {
    lang.pick(format!("thiếu số liệu {criteria}"), format!("missing {criteria}"))
}

/// A list and how many others there are.
pub fn and_others(shown: &str, rest: usize, lang: Lang) -> String {
    lang.pick(format!("{shown} và {rest} mục khác"), format!("{shown} and {rest} more"))
}

/// The line over the results of a mid-year review.
pub fn mid_year(date: &str, lang: Lang) -> String {
    lang.pick(
        format!("Sơ kết 6 tháng, số liệu đến ngày {date}, so với kế hoạch cả năm: không xếp hạng, không đề nghị khen thưởng."),
        format!("Mid-year review as of {date}, against the plan of the whole year: no ranks, no proposals."),
    )
}

/// What is still missing, within the line over a provisional ranking.
pub fn still_missing(what: &str, lang: Lang) -> String {
    lang.pick(format!("còn thiếu: {what}"), format!("still missing: {what}"))
}

/// The line over a provisional ranking.
pub fn provisional(date: &str, reasons: &[String], lang: Lang) -> String {
    let head = lang.pick(format!("Kết quả tạm tính đến ngày {date}"), format!("Provisional result as of {date}"));
    let parts: Vec<_> = std::iter::once(head.as_str()).chain(reasons.iter().map(String::as_str)).collect();
    format!("{}.", parts.join("; "))
}

/// Heading of the points brought to the whole scale.
pub fn rescaled_heading(scale: &str, lang: Lang) -> String {
    lang.pick(format!("Điểm quy về thang {scale}"), format!("Points on the scale of {scale}"))
}

/// A total was brought from part of the scale to the whole.
pub fn rescaled(assigned: &str, lang: Lang) -> String {
    lang.pick(
        format!("Quy đổi từ {assigned} điểm được giao"),
        format!("Brought to scale from {assigned} points assigned"),
    )
}

/// Values that are not official.
pub fn unofficial(count: usize, lang: Lang) -> String {
    lang.pick(format!("{count} số liệu chưa chính thức"), format!("values not official: {count}"))
}

/// Those not proposed for an award.
pub fn not_proposed(award: &str, lang: Lang) -> String {
    lang.pick(format!("Chưa đề nghị: {award}"), format!("Not proposed: {award}"))
}

/// A condition of a proposal.
pub fn condition(sentence: &str, lang: Lang) -> String {
    lang.pick(format!("Điều kiện: {sentence}"), format!("Condition: {sentence}"))
}

/// Votes of those entitled.
pub fn votes(yes: &str, entitled: &str, lang: Lang) -> String {
    lang.pick(format!("{yes}/{entitled} phiếu"), format!("{yes} of {entitled}"))
}

/// How many members of a bloc have handed in.
pub fn received_of(bloc: &str, handed_in: usize, members: usize, lang: Lang) -> String {
    lang.pick(
        format!("{bloc}: {handed_in}/{members} đơn vị đã gửi"),
        format!("{bloc}: received from {handed_in} of {members} members"),
    )
}

/// What a sheet of a file is.
pub fn sheet_kind(kind: &'static str, lang: Lang) -> &'static str {
    match kind {
        "self-score-form" => lang.pick("bảng tự chấm điểm", "self-score form"),
        "bloc-table" => lang.pick("bảng tổng hợp", "bloc table"),
        "plan-register" => lang.pick("bảng đăng ký chỉ tiêu", "plan register"),
        "agency-table" => lang.pick("bảng số liệu của cơ quan theo dõi", "agency table"),
        "opinions" => lang.pick("ý kiến của cơ quan chức năng", "opinions"),
        "classification" => lang.pick("kết quả xếp loại năm", "yearly classification"),
        "ballot" => lang.pick("biên bản kiểm phiếu", "ballot"),
        "score-table" => lang.pick("bảng điểm của giao ước, không có số liệu", "score table of a compact, no figures"),
        other => other,
    }
}

/// With what a workbook was made.
pub fn made_with(version: &str, hash: &str, lang: Lang) -> String {
    lang.pick(
        format!("Phần mềm thidua {version}; mã kiểm tra SHA-256 của tệp cấu hình scoring.toml: {hash}"),
        format!("thidua {version}; SHA-256 of scoring.toml: {hash}"),
    )
}

/// Beside a bar: the total was brought to the whole scale.
pub fn beside_rescaled(points: &str, lang: Lang) -> String {
    lang.pick(format!("quy đổi {points}"), format!("to scale {points}"))
}

/// Beside a bar: bonus.
pub fn beside_bonus(points: &str, lang: Lang) -> String {
    lang.pick(format!("thưởng {points}"), format!("bonus {points}"))
}

/// Beside a bar: penalty.
pub fn beside_penalty(points: &str, lang: Lang) -> String {
    lang.pick(format!("trừ {points}"), format!("penalty {points}"))
}
