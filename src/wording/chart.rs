//! The words of the charts: titles, legends and what stands below them.

use super::headings::sentences::time;
use crate::diag::{Lang, Text};
use crate::model::Term;

words! {
    /// Name of the output `charts`.
    CHARTS = "Biểu đồ của từng cụm, khối để dán vào báo cáo (SVG, PNG)",
        "Charts of each bloc to paste into a report (SVG, PNG)";

    /// The part of a gap that is bonus.
    BONUS = "Điểm thưởng", "Bonus";
    /// The part of a gap that is penalty.
    PENALTY = "Điểm trừ", "Penalty";
    /// What of a gap is in no field: scaling and rounding.
    REST = "Quy đổi thang điểm, làm tròn", "Bringing to the scale, rounding";
    /// Fields stand as they were marked, what brings them to the scale stands apart.
    GAP_RESCALED = "Đơn vị có tiêu chí không giao: điểm lĩnh vực ghi như đã chấm, phần quy đổi về thang điểm ghi riêng.",
        "Members to whom something was not assigned: fields stand as they were marked, what brings them to the scale stands apart.";

    /// A member's own total.
    OWN = "Tổng điểm tự chấm", "Total of self-marks";
    /// The total that counts.
    COUNTED = "Tổng điểm được tính sau thẩm định", "Total that counts after appraisal";
    /// The same of the leader.
    COUNTED_LEADER = "Tổng điểm của đơn vị dẫn đầu", "The leader's total";
    /// Why there is no difference.
    NO_DIFFERENCE = "Dấu \"-\" ở cột chênh lệch: đơn vị chưa tự chấm đủ, còn thiếu số liệu, hoặc tổng điểm đã quy đổi thang điểm nên không so được với điểm tự chấm.",
        "A dash in the column of differences: the member has not marked all itself, figures are missing, or the total was brought to the scale and is no match for the self-marks.";

    /// What a cell of the matrix holds.
    MATRIX_NOTE = "Mỗi ô là tỷ lệ % điểm đạt được so với điểm tối đa của tiêu chí (ghi trong ngoặc sau tên tiêu chí), lấy số nguyên; ô càng đậm thì tỷ lệ càng thấp. Không gồm điểm thưởng, điểm trừ.",
        "Each cell is the mark in % of the criterion's maximum (in brackets after its name), in whole numbers; the darker, the lower. Bonus and penalty are not shown.";
    /// The whole maximum.
    WHOLE = "100%", "100%";
    /// No mark, and one is needed.
    MISSING = "thiếu số liệu", "missing";
    /// Left out of the total.
    OUT = "không giao, không tính", "not assigned, left out";
    /// Not assessed before the year's end.
    NOT_YET = "chưa đánh giá", "not assessed yet";

    /// Where a plan stands.
    PLAN_MARK = "kế hoạch (100%)", "the plan (100%)";
    /// A member that fulfilled it.
    PLAN_MET = "đơn vị hoàn thành", "a member that fulfilled it";
    /// A member that did not.
    PLAN_NOT_MET = "đơn vị chưa hoàn thành", "a member that did not";
    /// Beyond the axis.
    BEYOND = "vượt ra ngoài trục", "beyond the axis";
    /// What the marks are.
    PLANS_NOTE = "Mỗi dấu là một đơn vị: tỷ lệ % thực hiện so với kế hoạch của chính đơn vị đó; dải nhạt nối đơn vị thấp nhất với đơn vị cao nhất.",
        "Each mark is a member: what it did in % of its own plan; the pale band joins the lowest and the highest.";
    /// What a limit is.
    LIMIT_NOTE = "Chỉ tiêu ghi \"không vượt mức\": kế hoạch là mức không được vượt, từ 100% trở xuống là hoàn thành.",
        "Where a limit is to be kept, 100% or less is fulfilment.";

    /// What the figures of the years are.
    YEARS_NOTE = "Số ghi: tỷ lệ % tổng điểm so với thang điểm của năm đó, trong ngoặc là hạng/số đơn vị. Dấu *: năm đó đơn vị ở cụm, khối khác hoặc kết quả là tạm tính. Dấu \"-\": chưa đủ số liệu. Đơn vị hợp nhất: các đơn vị cũ ghi riêng từng dòng, không cộng, không lấy trung bình.",
        "Figures: the total in % of that year's scale, in brackets rank/members. An asterisk: in another bloc that year, or provisional. A dash: incomplete. Former units stand on rows of their own: nothing is added up and no mean is taken.";
}

/// Who the others are compared with: a leader, or in an order that is not final whoever has most points.
fn first_of(settled: bool, lang: Lang) -> &'static str {
    if settled {
        lang.pick("đơn vị dẫn đầu", "the leader")
    } else {
        lang.pick("đơn vị cao điểm nhất", "the highest total")
    }
}

/// Title of the chart of gaps.
pub fn gap_chart(term: Term, settled: bool, lang: Lang) -> String {
    let (time, first) = (time(term, lang), first_of(settled, lang));
    lang.pick(format!("Khoảng cách điểm đến {first} {time}"), format!("Points behind {first}, {time}"))
}

/// Parts in which a member has more than the first.
pub fn ahead(settled: bool, lang: Lang) -> String {
    let first = first_of(settled, lang);
    lang.pick(format!("\u{25C4} hơn {first}"), format!("\u{25C4} ahead of {first}"))
}

/// Parts in which a member has less.
pub fn behind(settled: bool, lang: Lang) -> String {
    let first = first_of(settled, lang);
    lang.pick(format!("kém {first} \u{25BA}"), format!("behind {first} \u{25BA}"))
}

/// How a gap is to be read.
pub fn gap_note(shared: bool, settled: bool, lang: Lang) -> String {
    let first = first_of(settled, lang);
    if shared {
        lang.pick(
            format!("Số ghi sau thanh: số điểm kém {first}. Có nhiều đơn vị cùng đứng đầu nên không tách theo lĩnh vực."),
            format!("The figure behind a bar: points behind {first}. Several share the first place, so the gap is not split by field."),
        )
    } else {
        lang.pick(
            format!("Số ghi sau thanh: số điểm kém {first}, bằng phần bên phải trừ phần bên trái vạch giữa."),
            format!("The figure behind a bar: points behind {first}, which is what lies to the right of the line less what lies to its left."),
        )
    }
}

/// What stands on the row of the first.
pub fn first(total: &str, settled: bool, lang: Lang) -> String {
    match lang {
        Lang::Vi if settled => format!("dẫn đầu: {total} điểm"),
        Lang::Vi => format!("cao nhất: {total} điểm"),
        Lang::En if settled => format!("leader: {total} points"),
        Lang::En => format!("highest: {total} points"),
    }
}

/// Title of the chart of own marks against those that count.
pub fn pairs_chart(term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(format!("Điểm tự chấm và điểm thẩm định {time}"), format!("Self-marks and appraised marks, {time}"))
}

/// The axis starts above zero.
pub fn cut(start: &str, lang: Lang) -> String {
    lang.pick(format!("Trục bắt đầu từ {start}, không từ 0."), format!("The axis starts at {start}, not at 0."))
}

/// Title of the matrix of marks.
pub fn matrix_chart(term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(
        format!("Tỷ lệ điểm đạt được theo từng tiêu chí (%) {time}"),
        format!("Marks by criterion in % of the maximum, {time}"),
    )
}

/// From which hundredths on a shade stands, to which it does not reach.
pub fn shade(from: Option<i64>, to: i64, lang: Lang) -> String {
    match from {
        Some(from) => lang.pick(format!("từ {from} đến dưới {to}%"), format!("{from} to under {to}%")),
        None => lang.pick(format!("dưới {to}%"), format!("under {to}%")),
    }
}

/// Title of the chart of plans, and which of how many pictures it is.
pub fn plans_chart(term: Term, (page, pages): (usize, usize), lang: Lang) -> String {
    let time = time(term, lang);
    let said = lang.pick(
        format!("Thực hiện so với kế hoạch các chỉ tiêu (%) {time}"),
        format!("Actual against plan by indicator (%), {time}"),
    );
    match pages {
        1 => said,
        _ => lang.pick(format!("{said} (phần {page}/{pages})"), format!("{said} (part {page} of {pages})")),
    }
}

/// How many members fulfilled a plan, or kept a limit.
pub fn met(met: usize, of: usize, limit: bool, lang: Lang) -> String {
    if limit {
        lang.pick(format!("{met}/{of} không vượt mức"), format!("{met} of {of} kept the limit"))
    } else {
        lang.pick(format!("{met}/{of} hoàn thành"), format!("{met} of {of} fulfilled it"))
    }
}

/// The member that is furthest from fulfilment.
pub fn worst(name: &str, percent: &str, limit: bool, lang: Lang) -> String {
    if limit {
        lang.pick(format!("cao nhất {percent}%: {name}"), format!("highest {percent}%: {name}"))
    } else {
        lang.pick(format!("thấp nhất {percent}%: {name}"), format!("lowest {percent}%: {name}"))
    }
}

/// Criteria that no plan is held against.
pub fn without_plan(count: usize, lang: Lang) -> String {
    lang.pick(
        format!("{count} tiêu chí không có kế hoạch bằng số không nằm trong biểu đồ này."),
        format!("Criteria without a plan in numbers, which are not in this chart: {count}."),
    )
}

/// Title of the chart of the years.
pub fn years_chart(lang: Lang) -> String {
    lang.pick("Kết quả thi đua các năm (% thang điểm)", "Emulation results year by year (% of the scale)").to_owned()
}

/// What the height of a mark means.
pub fn years_scale(least: &str, most: &str, lang: Lang) -> String {
    lang.pick(
        format!("Độ cao của dấu trong mỗi dòng: từ {least}% (thấp nhất) đến {most}% (cao nhất), như nhau ở mọi dòng."),
        format!("The height of a mark in its row: from {least}% (lowest) to {most}% (highest), alike in every row."),
    )
}

/// A unit that a member came out of.
pub fn former(name: &str, lang: Lang) -> String {
    lang.pick(format!("trước đây: {name}"), format!("formerly: {name}"))
}
