//! The words of the mid-year review: the chance of fulfilment in categories with their arithmetic, never as a
//! likelihood; its sheets, its chart, its line over every result.

use rust_decimal::Decimal;

use super::score::{INCREMENT, REDUCTION};
use crate::diag::{Lang, Text};
use crate::model::{HalfPlan, HalfYear, Measure, Part, Prospect, as_percent, percent_beside};

// why there is no mark, or nothing to say
texts! {
    NOT_YET: "Chưa đánh giá", "Not assessed yet";
    PUT_OFF: "chưa đánh giá giữa năm, chờ kết quả cả năm", "not assessed at mid-year, the result of the year is awaited";
    WAITS: "chưa đánh giá: chấm theo ngưỡng, bậc của kế hoạch cả năm, sáu tháng chưa kết luận được",
        "not assessed yet: marked by a threshold or bands of the whole year's plan, of which six months say nothing";
    NO_PLAN: "chưa có kế hoạch năm", "no plan of the year";
    NO_ACTUAL: "chưa có số thực hiện 6 tháng", "no figure of the six months";
    NO_RATIO: "kế hoạch năm không lớn hơn 0, không tính được tỷ lệ", "the plan of the year is not above 0, there is no ratio to it";
    NO_COMPARISON: "chưa đủ số liệu để so với cùng kỳ", "the figures to compare with the same period are not there";
    NOT_ASSIGNED: "không giao cho đơn vị", "not assigned to the member";
    NOT_ARISING: "không phát sinh", "nothing arose";
}

// sheets
texts! {
    PROGRESS: "Tiến độ thực hiện 6 tháng", "Progress of six months";
    FOCUS: "Chỉ tiêu cần tập trung", "Indicators to look after";
    SHORTCOMINGS: "Chỉ tiêu còn nhiều hạn chế", "Indicators that fall short";
    MARKS: "Kết quả chấm điểm", "Marks";
    ALL_MARKS: "Tổng hợp kết quả chấm điểm", "All marks";
    INDICATOR: "Chỉ tiêu", "Indicator";
    PLAN_OF_YEAR: "Kế hoạch năm", "Plan of the year";
    DUE: "Kế hoạch 6 tháng", "Due by mid-year";
    SIX_MONTHS: "Thực hiện 6 tháng", "Six months";
    OF_PLAN: "So với kế hoạch năm (%)", "Of the year's plan (%)";
    PREVIOUS: "Cùng kỳ năm trước", "Same period last year";
    ON_PREVIOUS: "So với cùng kỳ (%)", "Of the same period (%)";
    PROSPECT: "Khả năng hoàn thành", "Prospect";
    BASIS: "Căn cứ", "Basis";
    REACHED_PART: "Tỷ lệ đạt (%)", "Reached (%)";
    LOWEST: "Thứ tự từ thấp nhất", "Place from the lowest";
    WHO: "Căn cứ, đơn vị cần tập trung", "Basis, members to look after";
    NO_PLANS: "Giao ước không có chỉ tiêu nào có kế hoạch bằng số", "The compact has no plan in numbers";
    NO_FOCUS: "Không có chỉ tiêu nào chậm tiến độ hoặc còn thấp", "Nothing is behind or low";
    REFERENCE_RANK: "Xếp hạng tham khảo", "Rank for reference";
    REFERENCE: "Xếp hạng tham khảo, chưa làm căn cứ khen thưởng", "Ranks for reference only, no ground for any award";
    ON_COURSE_MARK: "mức đạt tiến độ", "on course from here";
    BAR_ON_COURSE: "từ mức đạt tiến độ trở lên", "on course or better";
    BAR_BEHIND: "dưới mức đạt tiến độ", "below that";
    NO_PROGRESS: "Chưa có số liệu để so với kế hoạch năm", "There are no figures to hold against the plans";
    TIED: "Đồng điểm", "Equal totals";
    NOTHING_ASSESSED: "chưa tiêu chí nào được đánh giá giữa năm", "nothing is assessed at mid-year";
}

/// What a prospect is called.
pub fn prospect(prospect: Prospect, lang: Lang) -> &'static str {
    let said = match prospect {
        Prospect::Reached => Text { vi: "Đã đạt kế hoạch năm", en: "Plan of the year reached" },
        Prospect::OnCourse => Text { vi: "Đạt tiến độ", en: "On course" },
        Prospect::Slow => Text { vi: "Chậm tiến độ", en: "Behind" },
        Prospect::AtRisk => Text { vi: "Có khả năng không hoàn thành", en: "May not be fulfilled" },
        Prospect::NotYet => NOT_YET,
    };
    said.say(lang)
}

/// A share as a percentage.
fn percent(lang: Lang, share: Decimal) -> String {
    as_percent(share).map_or_else(|| lang.number(share), |percent| format!("{}%", lang.number(percent)))
}

/// A part of a plan as a percentage that never stands on a level it is not at.
pub fn percent_of_plan(lang: Lang, part: Decimal, levels: &[Decimal]) -> String {
    percent_beside(part, levels).map_or_else(|| lang.number(part), |percent| format!("{}%", lang.number(percent)))
}

/// A part as it was written, with the decimal sign of the language.
fn written(lang: Lang, part: &Part) -> String {
    if part.text.ends_with('%') {
        format!("{}%", lang.number(part.top))
    } else if part.text.contains('/') {
        format!("{}/{}", lang.number(part.top), lang.number(part.bottom))
    } else {
        lang.number(part.top)
    }
}

/// What of a plan is due by mid-year.
pub fn due(lang: Lang, plan: Decimal, share: &Part) -> String {
    let [whole, due] = [plan, share.of(plan).unwrap_or_default()].map(|number| lang.number(number));
    let share = written(lang, share);
    lang.pick(
        format!("kế hoạch 6 tháng: {whole} × {share} = {due}"),
        format!("due by mid-year: {whole} × {share} = {due}"),
    )
}

/// The same of several plans.
pub fn all_due(lang: Lang, share: &Part) -> String {
    let share = written(lang, share);
    lang.pick(
        format!("kế hoạch 6 tháng bằng {share} kế hoạch năm"),
        format!("due by mid-year: {share} of the year's plans"),
    )
}

/// The subtraction behind an increment or a reduction.
pub fn measured(lang: Lang, (measure, from, to): (Measure, Decimal, Decimal)) -> String {
    let words = if measure == Measure::Increment { INCREMENT } else { REDUCTION };
    let [change, from, to] = [from.checked_sub(to).unwrap_or_default(), from, to].map(|number| lang.number(number));
    format!("{} {from} - {to} = {change}", words.say(lang))
}

/// Where a part of the year's plan stands between the levels declared.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    /// Its category.
    pub prospect: Prospect,
    /// From here on it is on course.
    pub on_course: Decimal,
    /// Below here fulfilment is in danger.
    pub at_risk: Decimal,
}

impl Level {
    fn percent(self, lang: Lang, part: Decimal) -> String {
        percent_of_plan(lang, part, &[Decimal::ONE, self.on_course, self.at_risk])
    }

    fn say(self, lang: Lang) -> String {
        let [on_course, at_risk] = [self.on_course, self.at_risk].map(|part| percent(lang, part));
        match self.prospect {
            Prospect::Reached | Prospect::NotYet => String::new(),
            Prospect::OnCourse => lang.pick(format!(", từ {on_course} trở lên"), format!(", {on_course} or more")),
            Prospect::Slow => lang.pick(
                format!(", dưới {on_course} nhưng từ {at_risk} trở lên"),
                format!(", under {on_course} but {at_risk} or more"),
            ),
            Prospect::AtRisk => lang.pick(format!(", dưới {at_risk}"), format!(", under {at_risk}")),
        }
    }
}

/// So much of the plan of the year.
pub fn towards(lang: Lang, actual: Decimal, plan: Decimal, part: Decimal, level: Level) -> String {
    let ([actual, plan], part, level) =
        ([actual, plan].map(|number| lang.number(number)), level.percent(lang, part), level.say(lang));
    lang.pick(
        format!("đạt {part} kế hoạch năm ({actual}/{plan}){level}"),
        format!("{part} of the year's plan ({actual} of {plan}){level}"),
    )
}

/// A limit of the year that is kept.
pub fn kept(lang: Lang, actual: Decimal, limit: Decimal) -> String {
    let [actual, limit] = [actual, limit].map(|number| lang.number(number));
    lang.pick(
        format!("thực hiện {actual}, không vượt mức {limit} của cả năm"),
        format!("actual {actual}, not above the year's limit of {limit}"),
    )
}

/// A limit of the year that is passed.
pub fn passed(lang: Lang, actual: Decimal, limit: Decimal, (part, at_risk): (Decimal, Decimal)) -> String {
    let [actual, limit] = [actual, limit].map(|number| lang.number(number));
    let danger = part < at_risk;
    let (part, at_risk) = (percent_of_plan(lang, part, &[at_risk]), percent(lang, at_risk));
    let (vi, en) = if danger {
        (format!("dưới {at_risk}"), format!("under {at_risk}"))
    } else {
        (format!("từ {at_risk} trở lên"), format!("{at_risk} or more"))
    };
    lang.pick(
        format!("thực hiện {actual}, vượt mức {limit} của cả năm ({limit}/{actual} = {part}, {vi})"),
        format!("actual {actual}, above the year's limit of {limit} ({limit}/{actual} = {part}, {en})"),
    )
}

/// A limit of which a share may be used by mid-year.
pub fn within_share(lang: Lang, actual: Decimal, limit: Decimal, (share, due): (&Part, Decimal)) -> String {
    let (kept, within) = (actual <= due, actual <= limit);
    let [actual, limit, due] = [actual, limit, due].map(|number| lang.number(number));
    let share = written(lang, share);
    let (vi, en) = if kept {
        ("không vượt".to_owned(), "not above it".to_owned())
    } else if within {
        (
            format!("vượt mức 6 tháng, chưa vượt mức {limit} của cả năm"),
            format!("above it, not above the year's limit of {limit}"),
        )
    } else {
        (format!("vượt mức {limit} của cả năm"), format!("above the year's limit of {limit}"))
    };
    lang.pick(
        format!("mức 6 tháng: {limit} × {share} = {due}; thực hiện {actual}, {vi}"),
        format!("limit of six months: {limit} × {share} = {due}; actual {actual}, {en}"),
    )
}

/// Growth on the same period, or places gained, against what is wanted.
pub fn compared(
    lang: Lang,
    (reached, wanted): (Decimal, Decimal),
    growth: bool,
    part: Decimal,
    level: Level,
) -> String {
    let (part, level) = (level.percent(lang, part), level.say(lang));
    if growth {
        let [reached, wanted] = [reached, wanted].map(|share| percent(lang, share));
        return lang.pick(
            format!("so với cùng kỳ đạt mức {reached}, kế hoạch {wanted}, bằng {part}{level}"),
            format!("{reached} on the same period, plan {wanted}, which is {part}{level}"),
        );
    }
    let [reached, wanted] = [reached, wanted].map(|number| lang.number(number));
    lang.pick(
        format!("số bậc tăng {reached}, kế hoạch {wanted}, bằng {part}{level}"),
        format!("places gained {reached}, plan {wanted}, which is {part}{level}"),
    )
}

/// What half a year is held against, and the levels declared, as a clause.
pub fn policy(lang: Lang, half: &HalfYear) -> String {
    let share = written(lang, &half.share);
    let against = match half.plan {
        HalfPlan::Share => lang.pick(
            format!("điểm tính theo kế hoạch 6 tháng bằng {share} kế hoạch năm; so với kế hoạch cả năm, "),
            format!("marks by a plan of six months, {share} of the year's; of the year's plan "),
        ),
        HalfPlan::Annual | HalfPlan::Later => lang.pick("so với kế hoạch cả năm, ", "of the year's plan ").to_owned(),
    };
    let [on_course, at_risk] = [half.on_course, half.at_risk].map(|part| percent(lang, part));
    let levels = if on_course == at_risk {
        lang.pick(
            format!("từ {on_course} trở lên là đạt tiến độ, dưới {on_course} là có khả năng không hoàn thành"),
            format!("{on_course} or more is on course, less may not be fulfilled"),
        )
    } else {
        lang.pick(
            format!(
                "từ {on_course} trở lên là đạt tiến độ, từ {at_risk} đến dưới {on_course} là chậm tiến độ, dưới {at_risk} là có khả năng không hoàn thành"
            ),
            format!(
                "{on_course} or more is on course, {at_risk} to less than {on_course} is behind, less than {at_risk} may not be fulfilled"
            ),
        )
    };
    format!("{against}{levels}")
}

/// The policy under a table.
pub fn usually(lang: Lang, half: &HalfYear) -> String {
    let said = policy(lang, half);
    lang.pick(format!("Mức đánh giá đã khai báo: {said}."), format!("Levels as declared: {said}."))
}

/// The policy of some criteria.
pub fn otherwise(lang: Lang, ids: &str, half: &HalfYear) -> String {
    let said = policy(lang, half);
    lang.pick(format!("Riêng {ids}: {said}."), format!("For {ids}: {said}."))
}

/// Criteria that are put off to the year's end.
pub fn put_off(lang: Lang, ids: &str) -> String {
    lang.pick(
        format!("Chưa đánh giá giữa năm, chờ kết quả cả năm: {ids}."),
        format!("Not assessed at mid-year, the result of the year is awaited: {ids}."),
    )
}

/// Criteria whose marks wait for the year.
pub fn waiting(lang: Lang, ids: &str) -> String {
    lang.pick(
        format!("Điểm chấm theo ngưỡng, bậc của kế hoạch cả năm, giữa năm chưa đánh giá: {ids}."),
        format!("Marked by thresholds or bands of the whole year's plan, no mark at mid-year: {ids}."),
    )
}

/// How many criteria have no plan in numbers.
pub fn without_plan(lang: Lang, count: usize) -> String {
    lang.pick(
        format!("{count} tiêu chí không có kế hoạch bằng số không nằm trong bảng này; điểm của các tiêu chí đó xem trang Phiếu chấm điểm."),
        format!("Criteria without a plan in numbers, which are not in this table: {count}; their marks stand on the sheet Score cards."),
    )
}

/// How the members' parts make the bloc's.
pub const MEAN: Text = Text {
    vi: "Tỷ lệ của cụm, khối là bình quân tỷ lệ của các đơn vị có số liệu, mỗi đơn vị tính không quá 100%.",
    en: "The bloc's part is the mean over the members with figures, none counted above 100%.",
};

/// What the places from the lowest are.
pub fn lowest(lang: Lang, count: usize) -> String {
    lang.pick(
        format!("Thứ tự từ thấp nhất: {count} chỉ tiêu có tỷ lệ thấp nhất và các chỉ tiêu bằng nhau ở vị trí cuối; bằng nhau thì cùng thứ tự."),
        format!("Places from the lowest: the {count} lowest and those level with the last of them; equals share a place."),
    )
}

/// How many members have a prospect.
pub fn counted(lang: Lang, count: usize, of: Prospect) -> String {
    let said = prospect(of, lang).to_lowercase();
    lang.pick(format!("{count} đơn vị {said}"), format!("{said}: {count}"))
}

/// The members with a prospect.
pub fn named(lang: Lang, of: Prospect, names: &str) -> String {
    format!("{}: {names}", prospect(of, lang))
}

/// The mean of the bloc.
pub fn bloc_mean(lang: Lang, members: usize) -> String {
    lang.pick(format!("tỷ lệ là bình quân của {members} đơn vị"), format!("the part is the mean of {members} members"))
}

/// A mark as a part of its maximum.
pub fn of_maximum(lang: Lang, points: &str, maximum: &str) -> String {
    lang.pick(format!("{points}/{maximum} điểm tối đa"), format!("{points} of {maximum} points"))
}

/// The mean of marks as a part of the maximum.
pub fn mean_of_maximum(lang: Lang, maximum: &str) -> String {
    lang.pick(
        format!("bình quân điểm các đơn vị so với {maximum} điểm tối đa"),
        format!("mean mark of the members, out of {maximum} points"),
    )
}

/// The line over a member's or a bloc's rows.
pub fn all_of(lang: Lang, bloc: &str) -> String {
    lang.pick(format!("{bloc}: chung các đơn vị"), format!("{bloc}: all members"))
}

/// The line over the results of a mid-year review.
pub fn over_results(lang: Lang, date: &str, ranks: bool) -> String {
    if ranks {
        return lang.pick(
            format!("Sơ kết 6 tháng, số liệu đến ngày {date}. {}; không đề nghị khen thưởng.", REFERENCE.vi),
            format!("Mid-year review as of {date}. {}; no proposals.", REFERENCE.en),
        );
    }
    lang.pick(
        format!("Sơ kết 6 tháng, số liệu đến ngày {date}: không xếp hạng, không đề nghị khen thưởng."),
        format!("Mid-year review as of {date}: no ranks, no proposals."),
    )
}

/// A total was brought from what could be assessed to the whole scale.
pub fn rescaled(lang: Lang, assessed: &str) -> String {
    lang.pick(
        format!("Quy đổi từ {assessed} điểm được đánh giá giữa năm"),
        format!("Brought to scale from {assessed} points assessed at mid-year"),
    )
}
