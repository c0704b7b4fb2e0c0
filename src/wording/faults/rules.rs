//! Faults of scoring.toml about rules, their parameters, bands and maxima.

use super::spot::{Said, Spot};

pub(super) fn unknown_rule(at: &Spot, nearest: Option<&str>, known: &[String]) -> Said {
    let (near, list) = (at.did_you_mean(nearest), at.or(known));
    at.pick(
        Said::new(
            "không có quy tắc chấm điểm tên này",
            list.clone(),
            format!("{near}gõ `thidua rules` để xem các quy tắc và tham số của từng quy tắc"),
        ),
        Said::new(
            "there is no scoring rule of this name",
            list,
            format!("{near}`thidua rules` lists the rules with their parameters"),
        ),
    )
}

pub(super) fn unknown_parameter(at: &Spot, rule: &str, nearest: Option<&str>, known: &[String]) -> Said {
    let near = at.did_you_mean(nearest);
    let list = if known.is_empty() {
        at.lang.pick("không có tham số nào".to_owned(), "no parameters at all".to_owned())
    } else {
        at.or(known)
    };
    at.pick(
        Said::new(
            format!("quy tắc `{rule}` không có tham số này"),
            list.clone(),
            format!("{near}gõ `thidua rules {rule}` để xem tham số của quy tắc"),
        ),
        Said::new(
            format!("the rule `{rule}` has no such parameter"),
            list,
            format!("{near}`thidua rules {rule}` lists its parameters"),
        ),
    )
}

pub(super) fn missing_parameter(at: &Spot, rule: &str, key: &str) -> Said {
    at.pick(
        Said::new(
            format!("quy tắc `{rule}` thiếu tham số `{key}`"),
            format!("`{key}` trong `params = {{ … }}` của tiêu chí"),
            format!("thêm `{key} = …` vào `params`; gõ `thidua rules {rule}` để xem ý nghĩa và ví dụ"),
        ),
        Said::new(
            format!("the rule `{rule}` lacks its parameter `{key}`"),
            format!("`{key}` in the criterion's `params = {{ … }}`"),
            format!("add `{key} = …` to `params`; `thidua rules {rule}` tells what it means, with an example"),
        ),
    )
}

pub(super) fn bad_parameter(at: &Spot, rule: &str, key: &str, expected_vi: &str, expected_en: &str) -> Said {
    at.pick(
        Said::new(
            format!("tham số `{key}` của quy tắc `{rule}` có giá trị không dùng được"),
            expected_vi,
            format!("sửa giá trị của `{key}`; gõ `thidua rules {rule}` để xem ví dụ"),
        ),
        Said::new(
            format!("the parameter `{key}` of the rule `{rule}` has a value that cannot be used"),
            expected_en,
            format!("change the value of `{key}`; `thidua rules {rule}` has an example"),
        ),
    )
}

pub(super) fn maxima_do_not_add_up(at: &Spot, node: &str, stated: &str, sum: &str) -> Said {
    let (shown, total) = (at.number(stated), at.number(sum));
    at.pick(
        Said::new(
            format!("điểm tối đa của `{node}` không bằng tổng điểm tối đa các mục bên trong"),
            format!("{total} điểm (tổng các mục bên trong), nhưng ghi {shown}"),
            format!("nếu các mục bên trong đúng thì sửa `{stated}` thành `{sum}`; nếu không thì sửa điểm tối đa của mục bên trong bị sai"),
        ),
        Said::new(
            format!("the maximum of `{node}` is not the sum of the maxima within it"),
            format!("{total} points (the sum of what is within), but {shown} is stated"),
            format!("if the parts are right, change `{stated}` to `{sum}`; if not, mend the part that is wrong"),
        ),
    )
}

pub(super) fn band_gap(at: &Spot, below: &str, above: &str) -> Said {
    let (below, above) = (at.number(below), at.number(above));
    at.pick(
        Said::new(
            format!("giữa hai mức {below} và {above} có khoảng trống không thuộc mức nào"),
            "các mức nối liền nhau: mức sau bắt đầu đúng nơi mức trước kết thúc",
            "sửa `to`/`below` của mức trước hoặc `from`/`above` của mức sau cho liền nhau",
        ),
        Said::new(
            format!("between {below} and {above} there is a gap that belongs to no band"),
            "bands that meet: each begins where the one before ends",
            "change `to`/`below` of the band before or `from`/`above` of the band after so that they meet",
        ),
    )
}

pub(super) fn band_unreachable(at: &Spot, band: &str) -> Said {
    let band = at.number(band);
    at.pick(
        Said::new(
            format!("không giá trị nào rơi vào mức {band}"),
            "các mức trong khoảng có thể xảy ra: tỷ lệ từ 0 trở lên, mức vượt từ -1 (hụt hết) trở lên",
            "xóa mức này, hoặc sửa `on` nếu muốn so bằng cách khác",
        ),
        Said::new(
            format!("no value can fall in the band {band}"),
            "bands within what can be: a ratio from 0 on, an excess from -1 (nothing done) on",
            "delete the band, or change `on` if something else is compared",
        ),
    )
}

pub(super) fn band_overlap(at: &Spot, below: &str, above: &str) -> Said {
    let (below, above) = (at.number(below), at.number(above));
    at.pick(
        Said::new(
            format!("hai mức chồng lên nhau ở khoảng {below} và {above}"),
            "mỗi giá trị chỉ thuộc một mức",
            "dùng `from` (từ, kể cả) với `below` (dưới, không kể) cho hai mức kề nhau",
        ),
        Said::new(
            format!("two bands overlap at {below} and {above}"),
            "each value in one band only",
            "use `from` (inclusive) with `below` (exclusive) where two bands meet",
        ),
    )
}

pub(super) fn maximum_out_of_reach(at: &Spot, maximum: &str, best: &str) -> Said {
    let (full, reached) = (at.number(maximum), at.number(best));
    at.pick(
        Said::new(
            format!("điểm cao nhất quy tắc cho được là {reached}, không bằng điểm tối đa {full}"),
            format!("tham số cho đúng {full} điểm ở mức cao nhất"),
            format!("sửa tham số của quy tắc, hoặc sửa điểm tối đa của tiêu chí thành `maximum = {best}`"),
        ),
        Said::new(
            format!("the best mark the rule can give is {reached}, which is not the maximum {full}"),
            format!("parameters that give {full} points at best"),
            format!("change the rule's parameters, or the criterion's maximum to `maximum = {best}`"),
        ),
    )
}
