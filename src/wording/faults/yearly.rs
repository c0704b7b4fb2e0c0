//! Faults of the award list, the fund list and the yearly forms filled in by hand.

use super::spot::{Said, Spot};
use crate::wording::console::sheet_name;

pub(super) fn unreadable(at: &Spot, sheet: &str, expected_vi: &str, expected_en: &str) -> Said {
    let (name, cell) = (sheet_name(sheet, at.lang), at.cell());
    let (vi, en) = if sheet.ends_with("-list") {
        ("nên dòng này chưa tính vào biểu tổng hợp năm", "so the row does not count in the yearly form")
    } else {
        ("nên chưa kiểm tra được ô này", "so this cell is not checked")
    };
    at.pick(
        Said::new(
            format!("`{name}` có chỗ không đọc được, {vi}"),
            expected_vi,
            format!("ghi vào {cell} {expected_vi} rồi chạy lại"),
        ),
        Said::new(
            format!("`{name}` has a place that cannot be read, {en}"),
            expected_en,
            format!("put into {cell} {expected_en} and run again"),
        ),
    )
}

pub(super) fn award_form_unknown(at: &Spot, known: &[String]) -> Said {
    let (cell, forms) = (at.cell(), at.or(known));
    at.pick(
        Said::new(
            "hình thức khen thưởng không có trong biểu của tỉnh, nên dòng này chưa tính vào biểu tổng hợp năm",
            forms.clone(),
            format!("ghi {cell} đúng tên hình thức; nếu là khen thưởng của cấp khác thì chuyển dòng này sang danh sách của cấp ấy"),
        ),
        Said::new(
            "the form of award is not one of the province's, so the row does not count in the yearly form",
            forms,
            format!("name the form in {cell} as it is called; an award of another level belongs in the list of that level"),
        ),
    )
}

pub(super) fn award_twice(at: &Spot, other: &str) -> Said {
    at.pick(
        Said::new(
            format!("cùng đối tượng, cùng hình thức, cùng quyết định đã có ở `{other}`, nên dòng này chưa tính vào biểu tổng hợp năm"),
            "",
            format!("xóa một trong hai dòng; nếu là hai người trùng tên thì ghi thêm đơn vị công tác vào {}", at.cell()),
        ),
        Said::new(
            format!("the same recipient, form and decision stand in `{other}` already, so the row does not count in the yearly form"),
            "",
            format!("delete one of the two rows; if they are two people of one name, add the place of work in {}", at.cell()),
        ),
    )
}

pub(super) fn decision_missing(at: &Spot, number: bool, date: bool) -> Said {
    let (vi, en) = match (number, date) {
        (true, true) => ("số và ngày", "number and date"),
        (true, false) => ("số", "number"),
        _ => ("ngày", "date"),
    };
    let (counts_vi, counts_en) = if date {
        (
            "; biểu tính theo năm quyết định chưa tính dòng này",
            "; a form by year of the decision does not count the row",
        )
    } else {
        ("", "")
    };
    at.pick(
        Said::new(
            format!("khen thưởng chưa ghi {vi} quyết định{counts_vi}"),
            "số và ngày quyết định, viết như 123/QĐ-UBND, 05/12/2023",
            format!("ghi {vi} quyết định vào dòng có {}; chưa có quyết định thì bỏ dòng này", at.cell()),
        ),
        Said::new(
            format!("the award lacks the {en} of its decision{counts_en}"),
            "number and date of the decision, such as 123/QĐ-UBND, 05/12/2023",
            format!("put the {en} into the row of {}; take the row out if there is no decision yet", at.cell()),
        ),
    )
}

pub(super) fn achievement_after_decision(at: &Spot, achieved: &str, decided: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            format!("năm thành tích {achieved} sau năm ban hành quyết định {decided}, nên dòng này chưa tính vào biểu tổng hợp năm"),
            format!("năm thành tích không sau năm {decided}"),
            format!("xem lại {cell} và ngày quyết định; sửa chỗ sai rồi chạy lại"),
        ),
        Said::new(
            format!("the year of the achievement, {achieved}, is after that of the decision, {decided}, so the row does not count in the yearly form"),
            format!("a year of achievement not after {decided}"),
            format!("look at {cell} and the date of the decision; mend the wrong one and run again"),
        ),
    )
}

pub(super) fn post_missing(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "cá nhân chưa ghi lãnh đạo hay trực tiếp, nên chưa tính được vào cột 8, 9, 12, 13 và tỷ lệ lao động trực tiếp",
            "`lãnh đạo` hoặc `trực tiếp`",
            format!("ghi vào {} một trong hai từ ấy", at.cell()),
        ),
        Said::new(
            "an individual without a post, so columns 8, 9, 12, 13 and the share of direct workers leave it out",
            "`lãnh đạo` (leader) or `trực tiếp` (direct worker)",
            format!("put one of the two into {}", at.cell()),
        ),
    )
}

pub(super) fn award_columns_sum(
    at: &Spot,
    (columns, cells): (&str, &[String]),
    [sum, stated, rest]: [&str; 3],
    individuals: bool,
) -> Said {
    let cells = values(at, cells);
    let [sum, stated] = [sum, stated].map(|number| at.number(number));
    let (short, rest) = (!rest.starts_with('-'), at.number(rest.trim_start_matches('-')));
    let (vi, en) = match (short, individuals) {
        (true, true) => (
            format!("cột {columns} = {sum} chỉ gồm cá nhân; cột 3 ghi {stated}: thiếu {rest} tập thể"),
            format!(
                "columns {columns} = {sum} hold individuals only; column 3 has {stated}: {rest} collectives are missing"
            ),
        ),
        (true, false) => (
            format!("cột {columns} = {sum}; cột 3 ghi {stated}: thiếu {rest}"),
            format!("columns {columns} = {sum}; column 3 has {stated}: {rest} are missing"),
        ),
        (false, _) => (
            format!("cột {columns} = {sum}; cột 3 ghi {stated}: thừa {rest}"),
            format!("columns {columns} = {sum}; column 3 has {stated}: {rest} too many"),
        ),
    };
    at.pick(
        Said::new(
            format!("{vi} ({cells})"),
            "cột 3 = 6 + 10 + 14 + 16, tập thể và cá nhân đều được tính vào loại khen tương ứng",
            "ghi đủ tập thể và cá nhân vào cột 6, 10, 14, 16 rồi tính lại cột 7 và 11; hoặc chép Danh sách khen thưởng vào thư mục đầu vào để chương trình lập biểu",
        ),
        Said::new(
            format!("{en} ({cells})"),
            "column 3 = 6 + 10 + 14 + 16, collectives and individuals both under the kind of their award",
            "put collectives and individuals into columns 6, 10, 14, 16 and work out columns 7 and 11 again; or hand in the award list and let the program make the form",
        ),
    )
}

pub(super) fn award_ratio(
    at: &Spot,
    (column, stated): (&str, &str),
    [part, whole, percent]: [&str; 3],
    cells: &[String],
) -> Said {
    let [stated, part, whole, percent] = [stated, part, whole, percent].map(|number| at.number(number));
    let cells = values(at, cells);
    at.pick(
        Said::new(
            format!("tỷ lệ ở cột {column} ghi {stated}%, tính lại {part} / {whole} = {percent}% ({cells})"),
            format!("{percent}%"),
            format!("sửa {} thành {percent}; nên đặt công thức chia hai cột thay vì gõ tay tỷ lệ", at.cell()),
        ),
        Said::new(
            format!(
                "the ratio in column {column} is given as {stated} %, but {part} / {whole} = {percent} % ({cells})"
            ),
            format!("{percent} %"),
            format!(
                "change {} to {percent}; better a formula that divides the two columns than a typed ratio",
                at.cell()
            ),
        ),
    )
}

pub(super) fn award_form_differs(at: &Spot, column: &str, [stated, computed]: [&str; 2]) -> Said {
    let ([stated, computed], cell) = ([stated, computed].map(|number| at.number(number)), at.cell());
    at.pick(
        Said::new(
            format!("cột {column} của biểu ghi {stated}, tính theo Danh sách khen thưởng là {computed}"),
            computed.clone(),
            format!("đối chiếu {cell} với Danh sách khen thưởng; sửa chỗ sai rồi chạy lại"),
        ),
        Said::new(
            format!("column {column} of the form has {stated}, but the award list comes to {computed}"),
            computed,
            format!("compare {cell} with the award list; mend the wrong one and run again"),
        ),
    )
}

pub(super) fn total_row_sum(at: &Spot, column: &str, parts: &[String], sum: &str) -> Said {
    let (parts, sum, cell) = (sum_of(at, parts), at.number(sum), at.cell());
    at.pick(
        Said::new(
            format!("dòng tổng ghi khác tổng các dòng trên ở cột {column}: {parts} = {sum}"),
            sum.clone(),
            format!("xem lại các số của cột {column} và {cell}; sửa chỗ sai rồi chạy lại"),
        ),
        Said::new(
            format!("the total differs from the sum of the rows above it in column {column}: {parts} = {sum}"),
            sum,
            format!("look at the figures of column {column} and {cell}; mend the wrong one and run again"),
        ),
    )
}

pub(super) fn part_exceeds_whole(at: &Spot, [parts, whole]: [&str; 2], [sum, stated]: [&str; 2]) -> Said {
    let [sum, stated] = [sum, stated].map(|number| at.number(number));
    at.pick(
        Said::new(
            format!("cột {parts} = {sum} lớn hơn cột {whole} ({stated}) dù chỉ là một phần của cột ấy"),
            format!("cột {parts} không quá {stated}"),
            format!("xem lại {} và các cột {parts}; sửa chỗ sai rồi chạy lại", at.cell()),
        ),
        Said::new(
            format!("columns {parts} = {sum} are more than column {whole} ({stated}), of which they are a part"),
            format!("columns {parts} no more than {stated}"),
            format!("look at {} and columns {parts}; mend the wrong one and run again", at.cell()),
        ),
    )
}

pub(super) fn fund_sum(at: &Spot, column: &str, parts: &[String], sum: &str) -> Said {
    let (parts, sum, cell) = (sum_of(at, parts), at.number(sum), at.cell());
    at.pick(
        Said::new(
            format!("cột {column} không bằng tổng các phần của nó: {parts} = {sum}"),
            sum.clone(),
            format!("xem lại {cell} và các phần của nó trong dòng này; sửa chỗ sai rồi chạy lại"),
        ),
        Said::new(
            format!("column {column} is not the sum of its parts: {parts} = {sum}"),
            sum,
            format!("look at {cell} and its parts in this row; mend the wrong one and run again"),
        ),
    )
}

pub(super) fn fund_notations(at: &Spot, [plain, vietnamese]: [&[String]; 2], parts: &[String], sum: &str) -> Said {
    let (parts, sum) = (sum_of(at, parts), at.number(sum));
    let [plain, vietnamese] = [plain, vietnamese].map(|cells| cells.join(", "));
    let (vi, en) = match (plain.is_empty(), vietnamese.is_empty()) {
        (false, false) => (
            format!(
                "dòng này viết số theo hai kiểu, dấu chấm trước phần thập phân ở {plain} và dấu phẩy ở {vietnamese}"
            ),
            format!(
                "the row writes numbers in two ways, with a decimal point in {plain} and a decimal comma in {vietnamese}"
            ),
        ),
        (false, true) => {
            (format!("đọc theo dấu chấm trước phần thập phân: {plain}"), format!("read with a decimal point: {plain}"))
        }
        _ => (
            format!("đọc theo dấu phẩy trước phần thập phân: {vietnamese}"),
            format!("read with a decimal comma: {vietnamese}"),
        ),
    };
    at.pick(
        Said::new(
            format!("{vi}; hiểu được vì chỉ cách đọc này khớp tổng: {parts} = {sum}"),
            "",
            "kiểm tra các số này có đúng không, rồi gõ lại cả dòng thành số (không phải chữ) theo một kiểu",
        ),
        Said::new(
            format!("{en}; understood because this reading alone adds up: {parts} = {sum}"),
            "",
            "see whether these figures are right, and type the whole row again as numbers, in one way",
        ),
    )
}

pub(super) fn fund_in_doubt(at: &Spot, readings: &[String]) -> Said {
    let readings: Vec<_> = readings.iter().map(|reading| at.number(reading)).collect();
    let (readings, cell) = (at.or(&readings), at.cell());
    at.pick(
        Said::new(
            "số tiền này đọc được theo nhiều cách và tổng của dòng không cho biết cách nào đúng",
            format!("một cách hiểu; ở đây có thể là {readings}"),
            format!("gõ lại {cell} thành số (không phải chữ), không dùng dấu phân cách hàng nghìn"),
        ),
        Said::new(
            "the amount can be read in several ways, and the row's total does not say which is right",
            format!("one reading; this may be {readings}"),
            format!("type {cell} again as a number, without separators of thousands"),
        ),
    )
}

/// `F10 = 439, J10 = 959`.
fn values(at: &Spot, cells: &[String]) -> String {
    let said = cells.iter().map(|cell| match cell.split_once(" = ") {
        Some((cell, value)) => format!("{cell} = {}", at.number(value)),
        None => cell.clone(),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// `344,19 + 2.632,83`; a part that is taken off stands behind a minus.
fn sum_of(at: &Spot, parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts {
        let number = at.number(part.trim_start_matches('-'));
        let sign = match (out.is_empty(), part.starts_with('-')) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        };
        out.push_str(sign);
        out.push_str(&number);
    }
    out
}
