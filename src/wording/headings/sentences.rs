//! The sentences and titles of the outputs: what is said with numbers, names and dates in it.

use crate::diag::Lang;
use crate::model::{Figures, MeanOf, Missing, Period, Term};

/// The time that is reviewed, as it ends a title.
pub(in crate::wording) fn time(term: Term, lang: Lang) -> String {
    let year = term.year;
    match term.period {
        Period::Year => lang.pick(format!("năm {year}"), year.to_string()),
        Period::Half => lang.pick(format!("6 tháng đầu năm {year}"), format!("first half of {year}")),
    }
}

/// A title in capitals with its time.
pub(in crate::wording) fn title(vi: &str, en: &str, term: Term, lang: Lang) -> String {
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

/// Title of the sheet of six months against the plans of the year.
pub fn progress_title(term: Term, lang: Lang) -> String {
    title("Tiến độ thực hiện chỉ tiêu giao ước thi đua", "Progress of the compact's indicators", term, lang)
}

/// Title of the sheet of what to look after.
pub fn focus_title(term: Term, lang: Lang) -> String {
    title("Chỉ tiêu cần tập trung chỉ đạo, thực hiện", "Indicators to look after", term, lang)
}

/// Title of the sheet of what falls short over all blocs.
pub fn shortcomings_title(term: Term, lang: Lang) -> String {
    title("Chỉ tiêu còn nhiều hạn chế", "Indicators that fall short", term, lang)
}

/// Title of the chart of six months against the plans of the year.
pub fn progress_chart(term: Term, lang: Lang) -> String {
    let time = time(term, lang);
    lang.pick(
        format!("Tiến độ thực hiện kế hoạch năm (%), {time}"),
        format!("Progress towards the plans of the year (%), {time}"),
    )
}

/// Title of the sheet of earlier years.
pub fn history_title(lang: Lang) -> String {
    lang.pick("Kết quả thi đua các năm", "Emulation results year by year").to_uppercase()
}

/// A column's heading in a year.
pub fn of_year(heading: &str, year: u16, lang: Lang) -> String {
    lang.pick(format!("{heading} năm {year}"), format!("{heading}, {year}"))
}

/// Only the latest years are shown.
pub fn history_cut(years: usize, lang: Lang) -> String {
    lang.pick(
        format!("Trang này nêu {years} năm gần nhất; các năm khác xem du-lieu-may/ket-qua.json."),
        format!("This sheet shows the latest {years} years; the others stand in du-lieu-may/ket-qua.json."),
    )
}

/// The units a member came out of.
pub fn came_out_of(names: &str, lang: Lang) -> String {
    lang.pick(format!("hình thành từ {names}"), format!("came out of {names}"))
}

/// In a year a unit stood in another bloc.
pub fn in_another_bloc(year: u16, bloc: &str, lang: Lang) -> String {
    lang.pick(format!("năm {year} ở {bloc}"), format!("{year} in {bloc}"))
}

/// The results of a year were not final.
pub fn was_provisional(year: u16, lang: Lang) -> String {
    lang.pick(format!("năm {year} là kết quả tạm tính"), format!("{year} was provisional"))
}

/// In a year a member had another name.
pub fn was_called(year: u16, name: &str, lang: Lang) -> String {
    lang.pick(format!("năm {year} tên là {name}"), format!("called {name} in {year}"))
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

/// What a ranking, or without ranks the marks, rest on: how many marks of which kind.
pub fn basis(parts: &[(usize, String)], ranks: bool, lang: Lang) -> String {
    let of = if ranks {
        lang.pick("Căn cứ xếp hạng", "Base of the ranking")
    } else {
        lang.pick("Căn cứ tính điểm", "Base of the marks")
    };
    if parts.is_empty() {
        return lang.pick(format!("{of}: chưa có điểm."), format!("{of}: no marks yet."));
    }
    let said: Vec<_> = parts.iter().map(|(count, what)| format!("{what} ({})", lang.number((*count).into()))).collect();
    let said = said.join(", ");
    lang.pick(format!("{of} (số điểm thành phần): {said}."), format!("{of} (number of marks): {said}."))
}

/// How many of the figures behind a ranking are not final.
pub fn figures(figures: Figures, lang: Lang) -> String {
    let [values, estimates, forecasts] =
        [figures.values, figures.estimates, figures.forecasts].map(|count| lang.number(count.into()));
    if figures.values == 0 {
        return lang.pick("Chưa có số liệu thực hiện nào.", "There are no figures yet.").to_owned();
    }
    let said = match (figures.estimates, figures.forecasts) {
        (0, 0) => {
            return lang.pick(
                format!("Số liệu thực hiện: {values}, không có số ước, số dự kiến."),
                format!("Figures: {values}, none of them an estimate or a forecast."),
            );
        }
        (_, 0) => lang.pick(format!("{estimates} là số ước"), format!("{estimates} estimated")),
        (0, _) => lang.pick(format!("{forecasts} là số dự kiến"), format!("{forecasts} forecast")),
        _ => lang.pick(
            format!("{estimates} là số ước, {forecasts} là số dự kiến"),
            format!("{estimates} estimated, {forecasts} forecast"),
        ),
    };
    lang.pick(format!("Số liệu thực hiện: {values}, trong đó {said}."), format!("Figures: {values}, of them {said}."))
}

/// Where a compact rounds: marks, fields, totals; and which totals are ranked, if any.
pub fn rounding(places: [Option<u32>; 3], full: Option<bool>, lang: Lang) -> String {
    let [marks, fields, totals] = places.map(|places| match places {
        Some(places) => lang.pick(format!("{places} chữ số thập phân"), format!("{places} decimals")),
        None => lang.pick("không làm tròn", "not rounded").to_owned(),
    });
    let fields = if places[1].is_some() {
        lang.pick(format!(", điểm lĩnh vực {fields}"), format!(", fields {fields}"))
    } else {
        String::new()
    };
    let ranked = match full {
        None => "",
        Some(true) => lang.pick("; xếp hạng theo tổng điểm chưa làm tròn", "; ranks follow the totals before rounding"),
        Some(false) => lang.pick("; xếp hạng theo tổng điểm đã làm tròn", "; ranks follow the rounded totals"),
    };
    lang.pick(
        format!("Làm tròn: điểm tiêu chí {marks}{fields}, tổng điểm {totals}{ranked}."),
        format!("Rounding: marks {marks}{fields}, totals {totals}{ranked}."),
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
        "registration" => lang.pick("bảng đăng ký danh hiệu, hình thức khen thưởng", "registration of titles"),
        "decisions" => lang.pick("kết quả suy tôn, thẩm định, biểu quyết", "decisions"),
        "score-table" => lang.pick("bảng điểm của giao ước, không có số liệu", "score table of a compact, no figures"),
        "ballot" => lang.pick("biên bản kiểm phiếu", "ballot"),
        "award-list" => lang.pick("danh sách khen thưởng", "award list"),
        "fund-list" => lang.pick("danh sách thu, chi quỹ", "fund list"),
        "awards-form" => lang.pick("biểu hình thức khen thưởng", "form of awards"),
        "fund-form" => lang.pick("biểu trích lập, sử dụng quỹ", "form of the fund"),
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
