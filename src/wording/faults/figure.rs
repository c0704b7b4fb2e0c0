//! Faults of a figure that a person would ask about: a word, another unit, another scale, outside what can be.

use super::spot::{Said, Spot, tick};

pub(super) fn word_for_number(at: &Spot, unit: &str) -> Said {
    let (cell, wanted) = (at.cell(), at.number_in(unit));
    at.pick(
        Said::new(
            "ô chỉ ghi có, không hoặc mức đạt, trong khi tiêu chí này chấm theo con số",
            wanted.clone(),
            format!("ghi con số vào {cell}; nếu giao ước chấm tiêu chí này theo đạt, không đạt thì dùng quy tắc `pass-fail` hoặc `levels` trong scoring.toml"),
        ),
        Said::new(
            "the cell holds a word of yes, no or a level, but this criterion is marked by a number",
            wanted,
            format!("put the number into {cell}; if the compact marks this criterion by yes and no, give it the rule `pass-fail` or `levels` in scoring.toml"),
        ),
    )
}

pub(super) fn unit_not_declared(at: &Spot, unit: &str, written: &str) -> Said {
    let (cell, wanted, written) = (at.cell(), at.number_in(unit), written.replace(['`', '"', '\\'], ""));
    let unit =
        if unit.is_empty() { at.lang.pick("của tiêu chí", "of the criterion").to_owned() } else { tick(unit) };
    at.pick(
        Said::new(
            format!("sau con số có chữ `{written}`, chưa biết đổi ra đơn vị tính {unit} thế nào"),
            wanted.clone(),
            format!("đổi số ra đơn vị tính {unit} rồi chỉ ghi con số vào {cell}; hoặc thêm `units = {{ \"{written}\" = … }}` vào tiêu chí này trong scoring.toml, ghi một `{written}` bằng bao nhiêu đơn vị tính {unit}"),
        ),
        Said::new(
            format!("`{written}` stands behind the number, and nothing says how to convert it into the unit {unit}"),
            wanted,
            format!("convert the number into the unit {unit} and leave only the number in {cell}; or add `units = {{ \"{written}\" = … }}` to this criterion in scoring.toml, with how many of the unit {unit} one `{written}` is"),
        ),
    )
}

pub(super) fn unit_differs(at: &Spot, unit: &str) -> Said {
    let (cell, found) = (at.cell(), at.found().unwrap_or("…").replace(['`', '"', '\\'], ""));
    at.pick(
        Said::new(
            format!("bảng của đơn vị ghi đơn vị tính `{found}`, khác đơn vị tính của giao ước, nên chưa rõ số ở dòng này tính theo đơn vị nào"),
            tick(unit),
            format!("đổi số kế hoạch và thực hiện cùng dòng ra `{unit}` và sửa {cell}; nếu giao ước cho dùng cả hai thì khai `units = {{ \"{found}\" = … }}` ở tiêu chí này trong scoring.toml"),
        ),
        Said::new(
            format!("the member's table states the unit `{found}`, which is not the compact's, so it is not clear which unit the figures of this row are in"),
            tick(unit),
            format!("convert plan and actual of this row into `{unit}` and mend {cell}; if the compact lets both be used, declare `units = {{ \"{found}\" = … }}` at this criterion in scoring.toml"),
        ),
    )
}

pub(super) fn outside_limits(at: &Spot, least: &str, most: &str, unit: &str) -> Said {
    let (cell, low, high) = (at.cell(), at.number(least), at.number(most));
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let (vi, en) = match (least.is_empty(), most.is_empty()) {
        (false, false) => (format!("từ {low} đến {high}{unit}"), format!("from {low} to {high}{unit}")),
        (false, true) => (format!("không dưới {low}{unit}"), format!("{low}{unit} at least")),
        _ => (format!("không quá {high}{unit}"), format!("{high}{unit} at most")),
    };
    at.pick(
        Said::new(
            "con số nằm ngoài giới hạn mà tiêu chí này có thể có",
            vi,
            format!("kiểm tra dấu âm, dấu thập phân và đơn vị tính ở {cell} rồi gõ lại; nếu con số đúng thì sửa `least`, `most` của tiêu chí trong scoring.toml"),
        ),
        Said::new(
            "the number is outside the limits that this criterion can have",
            en,
            format!("check the sign, the decimal point and the unit in {cell} and type it again; if the number is right, mend `least` or `most` of the criterion in scoring.toml"),
        ),
    )
}

pub(super) fn percent_in_doubt(at: &Spot, beside: &str, of_plan: bool) -> Said {
    let (cell, beside) = (at.cell(), at.number(beside));
    let (vi, en) = if of_plan {
        (format!("kế hoạch là {beside}"), format!("the plan is {beside}"))
    } else {
        (format!("các đơn vị khác khoảng {beside}"), format!("the other members are about {beside}"))
    };
    at.pick(
        Said::new(
            format!("tỷ lệ phần trăm này gấp hoặc kém khoảng 100 lần mức thường ({vi}), nên chưa rõ là phần trăm hay phần của một"),
            "con số tính theo phần trăm, viết như 93,35",
            format!("gõ lại {cell} thành số phần trăm, ví dụ 93,35 chứ không phải 0,9335 hay 9335; nếu con số đúng thì khai `least`, `most` (giới hạn của số liệu) ở tiêu chí này trong scoring.toml"),
        ),
        Said::new(
            format!("this percentage is about 100 times more or less than is usual ({en}), so it is not clear whether it is in percent or a part of one"),
            "the number in percent, such as 93.35",
            format!("type {cell} again in percent, such as 93.35 and not 0.9335 or 9335; if the number is right, declare `least` or `most` at this criterion in scoring.toml"),
        ),
    )
}
