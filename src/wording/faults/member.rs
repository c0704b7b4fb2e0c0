//! Faults that leave a member incomplete: its rows, its forms, what two places say of it.

use super::spot::{Said, Spot, alias_line};

pub(super) fn nothing_handed_in(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "đơn vị chưa gửi tệp nào",
            "Bảng tự chấm điểm của đơn vị trong thư mục đầu vào",
            "nhắc đơn vị gửi Bảng tự chấm điểm (mẫu trống: `thidua form`), chép vào thư mục đầu vào rồi chạy lại",
        ),
        Said::new(
            "the member has handed in nothing",
            "the member's self-score form in the inputs folder",
            "remind the member to send its self-score form (blank ones: `thidua form`), copy it into the inputs folder and run again",
        ),
    )
}

pub(super) fn two_forms(at: &Spot, other: &str) -> Said {
    at.pick(
        Said::new(
            "số liệu của đơn vị được gửi hai lần: hai Bảng tự chấm điểm, hoặc hai chỗ trong một bảng",
            format!("mỗi đơn vị một bản; bản kia: `{other}`"),
            "hỏi đơn vị bản nào là bản cuối cùng, xóa bản còn lại hoặc chuyển ra khỏi thư mục đầu vào rồi chạy lại",
        ),
        Said::new(
            "the member's figures were handed in twice: two self-score forms, or two places in one table",
            format!("one set a member; the other is `{other}`"),
            "ask the member which is final, delete the other or move it out of the inputs folder, and run again",
        ),
    )
}

pub(super) fn row_not_of_the_compact(at: &Spot, mate: &str) -> Said {
    let line = alias_line(at.found().unwrap_or(at.lang.pick("tên ghi trong tệp", "the name in the file")));
    at.pick(
        Said::new(
            "dòng này có số liệu nhưng không phải tiêu chí nào của giao ước, trong khi bảng thiếu một tiêu chí",
            format!("tên tiêu chí như trong giao ước; tiêu chí đang thiếu: `{mate}`"),
            format!("nếu dòng này chính là `{mate}` thì sửa tên cho đúng, hoặc thêm dòng sau vào tiêu chí ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):{line}"),
        ),
        Said::new(
            "this row carries a value but is no criterion of the compact, while the table lacks one",
            format!("the name of a criterion as the compact has it; the one that lacks is `{mate}`"),
            format!("if this row is `{mate}`, mend its name, or add this line to that criterion in scoring.toml (where `aliases` stands already, add the name to its list):{line}"),
        ),
    )
}

pub(super) fn label_of_another(at: &Spot, label: &str, other: &str) -> Said {
    let own = at.criterion_or(at.lang.pick("theo mã ở dòng này", "that the code stands for"));
    at.pick(
        Said::new(
            format!("mã và tên ở dòng này là của hai tiêu chí khác nhau: tên `{label}` là của tiêu chí `{other}`"),
            "mã và tên của cùng một tiêu chí",
            format!("nếu số liệu là của `{other}` thì sửa mã thành `{other}`; nếu là của tiêu chí {own} thì sửa lại tên"),
        ),
        Said::new(
            format!("code and name of this row belong to two criteria: the name `{label}` is that of `{other}`"),
            "code and name of one criterion",
            format!("if the figures are those of `{other}`, change the code to `{other}`; if they are those of criterion {own}, mend the name"),
        ),
    )
}

pub(super) fn two_rows(at: &Spot, other: &str) -> Said {
    at.pick(
        Said::new(
            "một tiêu chí có hai dòng trong cùng bảng",
            format!("mỗi tiêu chí một dòng; dòng kia: `{other}`"),
            "xóa dòng thừa; nếu là hai tiêu chí khác nhau thì sửa mã và tên cho đúng giao ước",
        ),
        Said::new(
            "one criterion has two rows in the same table",
            format!("one row a criterion; the other is `{other}`"),
            "delete the row too many; if they are two criteria, give each its code and name as the compact has them",
        ),
    )
}

pub(super) fn clash(at: &Spot, other: &str, value: &str) -> Said {
    let found = at.found_or("…");
    at.pick(
        Said::new(
            "hai nơi ghi hai giá trị khác nhau cho cùng một tiêu chí của đơn vị",
            format!("một giá trị; `{other}` ghi `{value}`"),
            format!("hỏi đơn vị giá trị nào đúng ({found} hay `{value}`), rồi sửa hoặc xóa trắng ô còn lại"),
        ),
        Said::new(
            "two places give different values for the same criterion of the member",
            format!("one value; `{other}` has `{value}`"),
            format!("ask the member which is right ({found} or `{value}`), then mend or clear the other cell"),
        ),
    )
}

pub(super) fn scale_in_doubt(at: &Spot, registered: &str, register_cell: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "kế hoạch đơn vị ghi gấp hoặc kém kế hoạch đăng ký đúng 10, 100, 1.000… lần, nên chưa rõ số thực hiện ghi theo đơn vị tính nào",
            format!("kế hoạch đã đăng ký: `{registered}` (`{register_cell}`)"),
            format!("sửa {cell} thành `{registered}` và kiểm tra số thực hiện cùng dòng ghi đúng đơn vị tính ấy"),
        ),
        Said::new(
            "the plan given differs from the registered one by a power of ten, so the unit of the actual is in doubt too",
            format!("the registered plan: `{registered}` (`{register_cell}`)"),
            format!("change {cell} to `{registered}` and see that the actual in the same row is in that unit"),
        ),
    )
}

pub(super) fn assignment_not_allowed(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "ghi `Không giao` cho một tiêu chí giao chung cho mọi đơn vị",
            "số liệu của đơn vị",
            format!("ghi số liệu vào {cell}; nếu giao ước cho phép không giao thì thêm `assigned = \"per-member\"` vào tiêu chí này trong scoring.toml"),
        ),
        Said::new(
            "`Không giao` (not assigned) stands at a criterion that every member has",
            "the member's figure",
            format!("put the figure into {cell}; if the compact lets it be left unassigned, add `assigned = \"per-member\"` to this criterion in scoring.toml"),
        ),
    )
}

pub(super) fn assignment_contradicts(at: &Spot, register_cell: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "bảng của đơn vị và Bảng đăng ký chỉ tiêu không thống nhất: một bên giao, một bên không giao",
            format!("như Bảng đăng ký chỉ tiêu, `{register_cell}`"),
            format!("nếu Bảng đăng ký đúng thì sửa {cell} theo; nếu không thì sửa Bảng đăng ký theo văn bản giao"),
        ),
        Said::new(
            "the member's table and the plan register disagree: one assigns the criterion, the other does not",
            format!("as the plan register has it, `{register_cell}`"),
            format!("if the register is right, mend {cell}; if not, mend the register by the document that assigns"),
        ),
    )
}

pub(super) fn not_arising_not_allowed(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "ghi `Không phát sinh` cho một tiêu chí mà giao ước không quy định trường hợp này",
            "số liệu của đơn vị, hoặc ô để trống nếu chưa có",
            format!("ghi số liệu vào {cell}; nếu giao ước có quy định thì thêm `not_arising = \"full\"` (cho điểm tối đa) hoặc `\"out\"` (không tính) vào tiêu chí này trong scoring.toml"),
        ),
        Said::new(
            "`Không phát sinh` (nothing arose) stands at a criterion for which the compact does not provide it",
            "the member's figure, or an empty cell where there is none",
            format!("put the figure into {cell}; if the compact provides for it, add `not_arising = \"full\"` (maximum) or `\"out\"` (left out) to this criterion in scoring.toml"),
        ),
    )
}

pub(super) fn rule_refuses(at: &Spot, reason_vi: &str, reason_en: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            format!("quy tắc không chấm được số liệu này: {reason_vi}"),
            "",
            format!("kiểm tra {cell} và số kế hoạch của tiêu chí; nếu số liệu đúng thì sửa tham số của quy tắc trong scoring.toml"),
        ),
        Said::new(
            format!("the rule cannot mark these figures: {reason_en}"),
            "",
            format!("check {cell} and the criterion's plan; if the figures are right, change the rule's parameters in scoring.toml"),
        ),
    )
}

pub(super) fn too_little_data(at: &Spot, criteria: &[String]) -> Said {
    let ids = criteria.join("`, `");
    at.pick(
        Said::new(
            format!("thiếu quá nhiều số liệu để tính điểm theo cách xử lý số liệu thiếu của giao ước: `{ids}`"),
            "đủ số liệu như khóa `missing` trong scoring.toml đòi hỏi",
            format!("xin đơn vị bổ sung số liệu của `{ids}`"),
        ),
        Said::new(
            format!("too much is missing for the compact's way of going on without it: `{ids}`"),
            "as much as the key `missing` of scoring.toml asks for",
            format!("ask the member for the figures of `{ids}`"),
        ),
    )
}
