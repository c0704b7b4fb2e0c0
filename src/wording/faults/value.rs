//! Faults of one value of a member: what is read is no number, no date, no known word, or not there.

use super::spot::{Said, Spot};
use crate::wording::stage;

pub(super) fn not_a_number(at: &Spot, unit: &str) -> Said {
    let (cell, wanted) = (at.cell(), at.number_in(unit));
    at.pick(
        Said::new(
            "số liệu của tiêu chí là chữ, không phải số",
            format!("{wanted}, hoặc ô để trống nếu chưa có số liệu"),
            format!("chỉ ghi con số vào {cell}; nếu là số ước tính thì ghi thêm `ước` ở cột tình trạng số liệu"),
        ),
        Said::new(
            "the value of a criterion is text, not a number",
            format!("{wanted}, or an empty cell where there is no figure"),
            format!("leave only the figure in {cell}; for an estimate, write `ước` in the status column"),
        ),
    )
}

pub(super) fn ambiguous_number(at: &Spot, readings: &[String]) -> Said {
    let cell = at.cell();
    let readings: Vec<_> = readings.iter().map(|reading| at.number(reading)).collect();
    let list = at.or(&readings);
    at.pick(
        Said::new(
            "con số này đọc được theo nhiều cách",
            format!("một cách hiểu; ở đây có thể là {list}"),
            format!("gõ lại {cell} thành số (không phải chữ), không dùng dấu phân cách hàng nghìn, và kiểm tra cả cột ghi cùng một kiểu"),
        ),
        Said::new(
            "this number can be read in several ways",
            format!("one meaning; here it may be {list}"),
            format!("type {cell} again as a number, not text, without separators of thousands, and see that the whole column is written alike"),
        ),
    )
}

pub(super) fn number_out_of_range(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "con số này nằm ngoài phạm vi dùng được",
            "một số mà đơn vị tính của tiêu chí cho phép; đếm số lần, số việc thì là số nguyên từ 0",
            format!("kiểm tra dấu âm, dấu thập phân và đơn vị tính ở {cell} rồi gõ lại con số"),
        ),
        Said::new(
            "this number is outside the range that can be used",
            "a number the criterion's unit allows; a count is a whole number from 0",
            format!("check the sign, the decimal point and the unit in {cell}, then type the number again"),
        ),
    )
}

pub(super) fn not_a_date(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "chỗ này cần một ngày nhưng đọc không ra ngày",
            "một ngày, viết như 15/12/2023",
            format!("gõ lại {cell} theo ngày/tháng/năm, ví dụ 15/12/2023"),
        ),
        Said::new(
            "a date is needed here, but none can be read",
            "a date such as 15/12/2023",
            format!("type {cell} again as day/month/year, such as 15/12/2023"),
        ),
    )
}

pub(super) fn unknown_word(at: &Spot, accepted: &[String]) -> Said {
    let (cell, list) = (at.cell(), at.or(accepted));
    at.pick(
        Said::new(
            "từ ghi ở đây không phải từ tiêu chí này chấp nhận",
            list.clone(),
            format!("thay nội dung {cell} bằng {list}"),
        ),
        Said::new(
            "the word here is none that this criterion accepts",
            list.clone(),
            format!("replace what stands in {cell} by {list}"),
        ),
    )
}

pub(super) fn error_cell(at: &Spot) -> Said {
    let (cell, found) = (at.cell(), at.found_or(at.lang.pick("lỗi công thức", "a formula error")));
    at.pick(
        Said::new(
            format!("ô mang lỗi công thức của Excel: {found}"),
            "một giá trị",
            format!("sửa công thức ở {cell} hoặc gõ thẳng con số, lưu tệp trong Excel rồi chạy lại"),
        ),
        Said::new(
            format!("the cell carries an error of Excel: {found}"),
            "a value",
            format!("mend the formula in {cell} or type the figure itself, save in Excel and run again"),
        ),
    )
}

pub(super) fn missing_value(at: &Spot, unit: &str) -> Said {
    let wanted = at.number_in(unit);
    at.pick(
        Said::new(
            "chưa có số liệu thực hiện",
            format!("{wanted}, hoặc `Không phát sinh` nếu giao ước cho phép"),
            "bổ sung số liệu vào cột thực hiện của tiêu chí rồi chạy lại; ô trống không được tính là 0",
        ),
        Said::new(
            "there is no actual value",
            format!("{wanted}, or `Không phát sinh` (nothing arose) where the compact allows it"),
            "fill in the criterion's actual and run again; an empty cell is never taken as 0",
        ),
    )
}

pub(super) fn missing_plan(at: &Spot, unit: &str) -> Said {
    let wanted = at.number_in(unit);
    at.pick(
        Said::new(
            "chưa có kế hoạch của đơn vị cho tiêu chí này",
            format!("{wanted} trong Bảng đăng ký chỉ tiêu, hoặc `Không giao`"),
            "bổ sung kế hoạch của đơn vị vào Bảng đăng ký chỉ tiêu giao ước thi đua rồi chạy lại",
        ),
        Said::new(
            "the member has no plan for this criterion",
            format!("{wanted} in the plan register, or `Không giao` (not assigned)"),
            "add the member's plan to the plan register and run again",
        ),
    )
}

pub(super) fn missing_mark(at: &Spot, stages: &[String]) -> Said {
    let stages: Vec<_> = stages.iter().map(|key| stage::named(key, at.lang).to_owned()).collect();
    let list = at.or(&stages);
    at.pick(
        Said::new(
            "tiêu chí chấm bằng tay này chưa có điểm",
            format!("điểm ở một trong các cột: {list}"),
            "ghi điểm vào cột điểm của tiêu chí rồi chạy lại; điểm 0 thì ghi rõ số 0",
        ),
        Said::new(
            "this criterion, marked by hand, has no mark yet",
            format!("a mark in one of the columns {list}"),
            "put the mark into the criterion's column and run again; where the mark is nought, write 0",
        ),
    )
}

pub(super) fn mark_out_of_range(at: &Spot, lowest: &str, highest: &str) -> Said {
    let (cell, lowest, highest) = (at.cell(), at.number(lowest), at.number(highest));
    at.pick(
        Said::new(
            "điểm nằm ngoài khung điểm của tiêu chí",
            format!("từ {lowest} đến {highest} điểm"),
            format!("sửa điểm ở {cell} cho nằm trong khung {lowest} đến {highest}; nếu khung sai thì sửa `maximum` trong scoring.toml"),
        ),
        Said::new(
            "the mark is outside the criterion's range",
            format!("from {lowest} to {highest} points"),
            format!("bring the mark in {cell} within {lowest} to {highest}; if the range is wrong, mend `maximum` in scoring.toml"),
        ),
    )
}

pub(super) fn unsaved_formula(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "ô là công thức nhưng tệp không lưu kết quả",
            "kết quả của công thức, hoặc số gõ thẳng vào ô",
            format!("mở tệp bằng Excel, chờ tính xong, lưu lại rồi gửi lại; hoặc gõ số vào {}", at.cell()),
        ),
        Said::new(
            "the cell is a formula whose result was not saved in the file",
            "the formula's result, or a number typed in",
            format!(
                "open the file in Excel, let it calculate, save it and send it again; or type the number into {}",
                at.cell()
            ),
        ),
    )
}

pub(super) fn date_not_number(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "ô đang định dạng ngày tháng trong khi cần một số",
            "một số",
            format!("đổi định dạng {} về General (Tổng quát), xem lại số hiện ra có đúng không rồi lưu lại", at.cell()),
        ),
        Said::new(
            "the cell is formatted as a date where a number is needed",
            "a number",
            format!(
                "change the format of {} to General, look whether the number it shows is right, and save",
                at.cell()
            ),
        ),
    )
}

pub(super) fn percent_not_expected(at: &Spot, unit: &str) -> Said {
    let unit = if unit.is_empty() { at.lang.pick("điểm", "points").to_owned() } else { unit.to_owned() };
    at.pick(
        Said::new(
            format!("ô ghi phần trăm nhưng số liệu này tính bằng `{unit}`"),
            format!("một số theo đơn vị `{unit}`"),
            format!(
                "ghi số theo `{unit}` vào {}; ô đang định dạng phần trăm thì đổi về General (Tổng quát)",
                at.cell()
            ),
        ),
        Said::new(
            format!("the cell shows a percentage, but this figure is in `{unit}`"),
            format!("a number in `{unit}`"),
            format!(
                "give the number in `{unit}` in {}; where the cell's format is a percentage, change it to General",
                at.cell()
            ),
        ),
    )
}

pub(super) fn inexact_number(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "ô ghi một mức hoặc một khoảng (trên, dưới, khoảng, từ … đến …), không phải một con số",
            "một con số cụ thể",
            format!("ghi số thực hiện vào {}; nếu là số ước thì ghi thêm `ước` ở cột tình trạng số liệu", at.cell()),
        ),
        Said::new(
            "the cell gives a level or a range (above, below, about, from … to …), not a number",
            "one definite number",
            format!("give the actual figure in {}; for an estimate, write `ước` in the status column", at.cell()),
        ),
    )
}

pub(super) fn either_of_two(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "chữ `KP` có thể là không được giao, cũng có thể là không phát sinh",
            "`Không giao` hoặc `Không phát sinh`",
            format!("ghi rõ trong {}; nếu cả cụm, khối dùng một nghĩa thì đặt `kp = \"not-assigned\"` hoặc `kp = \"not-arising\"` ở mục `[inputs]` của scoring.toml", at.cell()),
        ),
        Said::new(
            "`KP` may mean not assigned, and may mean that nothing arose",
            "`Không giao` (not assigned) or `Không phát sinh` (nothing arose)",
            format!("say which in {}; where the whole bloc means one of them, set `kp = \"not-assigned\"` or `kp = \"not-arising\"` under `[inputs]` in scoring.toml", at.cell()),
        ),
    )
}
