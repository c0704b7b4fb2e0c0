//! How a file was understood: the compact it follows, the way its numbers are written, the units they are in.

use super::spot::{Said, Spot};

pub(super) fn other_compact(at: &Spot, fitting: usize, rows: usize, other: Option<&str>) -> Said {
    let (vi, en) = other.map_or_else(Default::default, |other| {
        (format!("; các dòng này hợp với `{other}`"), format!("; its rows are those of `{other}`"))
    });
    at.pick(
        Said::new(
            format!("bảng này theo giao ước khác: chỉ {fitting} trong {rows} dòng có số liệu là tiêu chí của giao ước mà đơn vị đã ký{vi}"),
            "Bảng tự chấm điểm theo giao ước của cụm, khối",
            "xin đơn vị gửi bảng đúng giao ước (mẫu trống: `thidua form`); nếu bảng đúng thì kiểm tra `compact` của cụm, khối trong scoring.toml",
        ),
        Said::new(
            format!("the table follows another compact: only {fitting} of its {rows} rows with figures are criteria of the compact that the member signed{en}"),
            "a self-score form of the bloc's compact",
            "ask the member for the form of its compact (blank ones: `thidua form`); if the table is right, see to `compact` of the bloc in scoring.toml",
        ),
    )
}

pub(super) fn column_convention(
    at: &Spot,
    convention: &str,
    (proof, proof_cell): (&str, &str),
    read: &str,
    cells: usize,
) -> Said {
    let (cell, read) = (at.cell(), at.number(read));
    let (vi, en) = match convention {
        "vi" => ("kiểu Việt Nam (dấu phẩy trước phần thập phân)", "in the Vietnamese way (decimal comma)"),
        _ => ("kiểu dấu chấm trước phần thập phân", "with a decimal point"),
    };
    let (why_vi, why_en) = if proof.is_empty() {
        ("vì scoring.toml khai `numbers`".to_owned(), "because scoring.toml declares `numbers`".to_owned())
    } else {
        (format!("vì ô {proof_cell} ghi `{proof}`"), format!("because cell {proof_cell} has `{proof}`"))
    };
    at.pick(
        Said::new(
            format!("số trong cột này đọc theo {vi} {why_vi}; {cell} đọc là {read} (cột có {cells} ô phải dựa vào đó)"),
            "",
            format!("kiểm tra {read} có đúng không; nếu sai thì gõ lại cả cột thành số, không dùng dấu phân cách hàng nghìn"),
        ),
        Said::new(
            format!("the numbers of this column are read {en} {why_en}; {cell} is {read} (cells of the column that rest on it: {cells})"),
            "",
            format!("see whether {read} is right; if not, type the whole column again as numbers, without separators of thousands"),
        ),
    )
}

pub(super) fn unit_converted(at: &Spot, read: &str, unit: &str, written: &str) -> Said {
    let (cell, read) = (at.cell(), at.number(read));
    at.pick(
        Said::new(
            format!("số ghi theo `{written}`, đã đổi ra {read} {unit}"),
            "",
            format!("kiểm tra {read} {unit} có đúng không; nếu sai thì gõ lại {cell} thành số theo `{unit}`"),
        ),
        Said::new(
            format!("a number in `{written}`, converted into {read} {unit}"),
            "",
            format!("see whether {read} {unit} is right; if not, type {cell} again as a number in `{unit}`"),
        ),
    )
}

pub(super) fn headings_unknown(at: &Spot, understood: &[String], unknown: &[String], missing: &[String]) -> Said {
    let (known, strange, lacking) = (at.and(understood), at.and(unknown), at.and(missing));
    let own = unknown.first().map_or("...", String::as_str);
    let lines = format!("`[[heading]]`, `column = \"...\"`, `words = [\"{own}\"]`");
    let (head_vi, head_en) = if unknown.is_empty() {
        (format!("dòng tiêu đề chỉ có {known}"), format!("the heading row has {known} only"))
    } else {
        (
            format!("không hiểu các tiêu đề cột {strange}; đã hiểu {known}"),
            format!("the headings {strange} are not understood; {known} are"),
        )
    };
    at.pick(
        Said::new(
            format!("{head_vi}, nên không rõ đây là bảng gì"),
            format!("một dòng tiêu đề có thêm {lacking}"),
            format!("sửa tiêu đề cột theo biểu mẫu do `thidua form` tạo; hoặc khai chữ của cơ quan trong scoring.toml bằng ba dòng {lines}"),
        ),
        Said::new(
            format!("{head_en}, so it is not clear what the table is"),
            format!("a heading row that has {lacking} as well"),
            format!("head the columns as the forms of `thidua form` do, or declare the office's words in scoring.toml with the three lines {lines}"),
        ),
    )
}
