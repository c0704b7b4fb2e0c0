//! What is accepted and listed, and what is skipped.

use super::spot::{Said, Spot};
use crate::wording::console::status_name;
use crate::wording::stage;

pub(super) fn plan_differs(at: &Spot, registered: &str, register_cell: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "kế hoạch đơn vị ghi khác kế hoạch đã đăng ký; điểm tính theo Bảng đăng ký",
            format!("`{registered}` (`{register_cell}`)"),
            format!("sửa {cell} thành `{registered}`; nếu kế hoạch đã được điều chỉnh thì ghi số mới và văn bản điều chỉnh vào Bảng đăng ký"),
        ),
        Said::new(
            "the plan given differs from the registered one; the register's is what counts",
            format!("`{registered}` (`{register_cell}`)"),
            format!("change {cell} to `{registered}`; if the plan was adjusted, put the new one and its document into the register"),
        ),
    )
}

pub(super) fn legacy_decoded(at: &Spot, encoding: &str, decoded: &str, cells: usize, font: Option<&str>) -> Said {
    let (proof_vi, proof_en) = font.map_or_else(
        || ("theo chính tả của cột".to_owned(), "by the spelling of the column".to_owned()),
        |font| (format!("theo phông `{font}` của ô"), format!("by the cell's font `{font}`")),
    );
    at.pick(
        Said::new(
            format!("chữ gõ bằng phông cũ {encoding}, đã đọc là `{decoded}` ({cells} ô, {proof_vi})"),
            "",
            "xem lại tên đơn vị và tên tiêu chí đã đọc đúng chưa; lần sau gõ bằng phông Unicode",
        ),
        Said::new(
            format!("text in the old font encoding {encoding}, read as `{decoded}` ({cells} cells, {proof_en})"),
            "",
            "look whether the names of member and criteria were read rightly; type in a Unicode font next time",
        ),
    )
}

pub(super) fn name_read_as(at: &Spot, name: &str) -> Said {
    at.pick(
        Said::new(
            format!("tên ghi khác tên trong scoring.toml, đã hiểu là `{name}`"),
            "",
            format!("không cần làm gì nếu đúng là `{name}`; nếu không, sửa tên trong tệp rồi chạy lại"),
        ),
        Said::new(
            format!("the name differs from that in scoring.toml and was taken for `{name}`"),
            "",
            format!("nothing to do if `{name}` is meant; else mend the name in the file and run again"),
        ),
    )
}

pub(super) fn csv_read(at: &Spot, encoding: &str, separator: &str) -> Said {
    let sign = if separator == "tab" { at.lang.pick("dấu tab", "tabs").to_owned() } else { format!("`{separator}`") };
    at.pick(
        Said::new(
            format!("tệp csv được đọc với mã {encoding}, các ô ngăn cách bằng {sign}"),
            "",
            "không cần làm gì nếu bảng đọc đúng; chắc nhất là gửi tệp .xlsx",
        ),
        Said::new(
            format!("the csv file was read as {encoding}, its cells separated by {sign}"),
            "",
            "nothing to do if the table was read rightly; safest is to send an .xlsx file",
        ),
    )
}

pub(super) fn other_ending(at: &Spot, content: &str) -> Said {
    at.pick(
        Said::new(
            format!("đuôi tệp không đúng với nội dung: bên trong là {content}, đã đọc theo nội dung"),
            "",
            format!("đổi đuôi tệp thành `.{content}` để Excel mở không báo lỗi"),
        ),
        Said::new(
            format!("the file's ending does not agree with its content, which is {content} and was read as such"),
            "",
            format!("rename it to end in `.{content}`, so that Excel opens it without a warning"),
        ),
    )
}

pub(super) fn only_lock_file(at: &Spot, file: &str) -> Said {
    at.pick(
        Said::new(
            format!("chỉ có tệp tạm, không thấy tệp gốc `{file}`; tệp gốc có thể đang mở trong Excel, chưa tải xong hoặc chưa chép vào"),
            "",
            format!("đóng `{file}` trong Excel, chép tệp đó vào thư mục đầu vào rồi chạy lại; nếu không còn dùng thì xóa tệp tạm"),
        ),
        Said::new(
            format!("only a temporary file is here, not `{file}` itself; it may be open in Excel, not downloaded in full or not copied yet"),
            "",
            format!("close `{file}` in Excel, copy it into the inputs folder and run again; if it is of no use any more, delete the temporary file"),
        ),
    )
}

pub(super) fn formula_zero(at: &Spot, cells: usize) -> Said {
    at.pick(
        Said::new(
            format!("ô công thức có kết quả lưu là 0, nhưng tệp không phải do Excel hay LibreOffice lưu, nên có thể chưa được tính (trang có {cells} ô như vậy)"),
            "",
            format!("mở tệp bằng Excel, chờ tính xong rồi lưu lại; nếu {} vẫn là 0 thì không cần làm gì", at.cell()),
        ),
        Said::new(
            format!("a formula's saved result is 0, but neither Excel nor LibreOffice saved the file, so it may never have been calculated ({cells} such cells on the sheet)"),
            "",
            format!("open the file in Excel, let it calculate and save; if {} is still 0, nothing need be done", at.cell()),
        ),
    )
}

pub(super) fn hidden_cells(at: &Spot, rows: &[String], columns: &[String]) -> Said {
    let part = |vi: &str, en: &str, list: &[String]| {
        let named = list.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
        (!list.is_empty()).then(|| format!("{} {named}", at.lang.pick(vi, en)))
    };
    let parts = [part("dòng", "rows", rows), part("cột", "columns", columns)];
    let list = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    at.pick(
        Said::new(
            format!("trang có ô bị ẩn vẫn được đọc: {list}"),
            "",
            "bỏ ẩn (Unhide) để xem các ô này; xóa đi nếu là số liệu cũ",
        ),
        Said::new(
            format!("the sheet has hidden cells, which are read all the same: {list}"),
            "",
            "unhide them and look; delete them if they are old figures",
        ),
    )
}

pub(super) fn hidden_sheets(at: &Spot, names: &[String]) -> Said {
    let list = at.and(names);
    at.pick(
        Said::new(
            format!("trang bị ẩn không được đọc: {list}"),
            "",
            "nếu trang có số liệu cần tính thì bỏ ẩn (Unhide) rồi lưu lại; nếu không thì không cần làm gì",
        ),
        Said::new(
            format!("hidden sheets are not read: {list}"),
            "",
            "unhide the sheet and save if its figures are meant to count; else nothing is to be done",
        ),
    )
}

pub(super) fn outdated_form(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "biểu mẫu được tạo theo bản giao ước trước, nay tiêu chí hoặc đơn vị tính đã đổi; các dòng còn khớp vẫn được đọc",
            "",
            "xem lại các tiêu chí mới đã có số liệu chưa; nếu chưa, gửi đơn vị biểu mẫu mới do `thidua form` tạo",
        ),
        Said::new(
            "the form was made from an earlier state of the compact; rows that still match are read",
            "",
            "look whether the new criteria have their figures; if not, send the member a new form made by `thidua form`",
        ),
    )
}

pub(super) fn extra_row(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "dòng này không phải tiêu chí của giao ước và không được tính",
            "",
            "không cần làm gì nếu là dòng ghi chú; nếu là một tiêu chí thì sửa mã và tên cho đúng giao ước",
        ),
        Said::new(
            "this row is no criterion of the compact and does not count",
            "",
            "nothing to do if it is a note; if it is a criterion, give it its code and name as the compact has them",
        ),
    )
}

pub(super) fn same_value_twice(at: &Spot, other: &str) -> Said {
    at.pick(
        Said::new(
            format!("giá trị này có ở hai nơi và bằng nhau, chỉ tính một lần; nơi kia: `{other}`"),
            "",
            "không cần làm gì; muốn gọn thì để giá trị ở một nơi",
        ),
        Said::new(
            format!("this value stands in two places, is equal, and counts once; the other place is `{other}`"),
            "",
            "nothing to do; for tidiness keep it in one place",
        ),
    )
}

pub(super) fn agency_differs(at: &Spot, member_value: &str, member_cell: &str) -> Said {
    at.pick(
        Said::new(
            format!("số liệu của cơ quan theo dõi tiêu chí khác số của đơn vị (`{member_value}`, `{member_cell}`); số của cơ quan được tính"),
            "",
            "báo đơn vị biết để giải trình; nếu cơ quan ghi nhầm thì xin văn bản đính chính và sửa bảng của cơ quan",
        ),
        Said::new(
            format!("the figure of the body that follows the criterion differs from the member's (`{member_value}`, `{member_cell}`); the body's counts"),
            "",
            "let the member know so that it can explain; if the body is mistaken, ask it for a corrected document and mend its table",
        ),
    )
}

pub(super) fn number_as_text(at: &Spot, read: &str) -> Said {
    let (cell, read) = (at.cell(), at.number(read));
    at.pick(
        Said::new(
            format!("số ghi dưới dạng chữ, đã đọc là {read}"),
            "",
            format!("kiểm tra {read} có đúng không; nếu sai thì gõ lại {cell} thành số"),
        ),
        Said::new(
            format!("a number written as text, read as {read}"),
            "",
            format!("see whether {read} is right; if not, type {cell} again as a number"),
        ),
    )
}

pub(super) fn name_normalised(at: &Spot, name: &str) -> Said {
    at.pick(
        Said::new(
            format!("tên đơn vị viết hơi khác (dấu cách, chữ hoa, cách gõ dấu), đã hiểu là `{name}`"),
            "",
            format!("không cần làm gì nếu đúng là `{name}`; nếu không, sửa tên trong tệp"),
        ),
        Said::new(
            format!(
                "the member's name is spelt a little differently (spaces, capitals, accents) and was taken as `{name}`"
            ),
            "",
            format!("nothing to do if it is `{name}`; if not, mend the name in the file"),
        ),
    )
}

pub(super) fn estimate_used(at: &Spot, status: &str) -> Said {
    let status = status_name(status, at.lang);
    at.pick(
        Said::new(
            format!("số liệu {status} được dùng để tính điểm"),
            "",
            "thay bằng số chính thức khi có, xóa chữ ở cột tình trạng số liệu rồi chạy lại",
        ),
        Said::new(
            format!("the figure that counts is {status}"),
            "",
            "replace it by the official figure when there is one, clear the status column and run again",
        ),
    )
}

pub(super) fn sheet_left_out(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "trang này không phải bảng nào chương trình biết, hoặc đang bị ẩn, nên không đọc",
            "",
            "không cần làm gì nếu đúng vậy; nếu trang có số liệu thì bỏ ẩn và đặt dòng tiêu đề như mẫu của `thidua form`",
        ),
        Said::new(
            "this sheet is none the program knows, or is hidden, and was not read",
            "",
            "nothing to do if that is right; if it holds figures, unhide it and give it the heading row of the forms of `thidua form`",
        ),
    )
}

pub(super) fn mixed_stages(at: &Spot, counts: &str) -> Said {
    let counts = counts.split(", ").map(|key| stage::named(key, at.lang)).collect::<Vec<_>>().join(", ");
    at.pick(
        Said::new(
            format!("điểm được tính của tiêu chí này ở các đơn vị thuộc các giai đoạn khác nhau ({counts}), nên xếp hạng là tạm tính"),
            "",
            "bổ sung điểm còn thiếu để mọi đơn vị cùng một giai đoạn; nếu giao ước cho phép thì đặt `mixed_stages = true`",
        ),
        Said::new(
            format!("the marks that count for this criterion are of different stages between members ({counts}), so the ranking is provisional"),
            "",
            "add the marks that lack so that all members stand at one stage; if the compact allows it, set `mixed_stages = true`",
        ),
    )
}

pub(super) fn maximum_stated_otherwise(at: &Spot, maximum: &str) -> Said {
    let (cell, maximum) = (at.cell(), at.number(maximum));
    at.pick(
        Said::new(
            "điểm chuẩn ghi trong bảng khác giao ước; tính theo giao ước",
            format!("{maximum} điểm"),
            format!("sửa {cell} thành {maximum}; nếu giao ước đã đổi thì sửa `maximum` trong scoring.toml"),
        ),
        Said::new(
            "the maximum in the table is not the compact's; the compact's is what counts",
            format!("{maximum} points"),
            format!("change {cell} to {maximum}; if the compact has changed, mend `maximum` in scoring.toml"),
        ),
    )
}

pub(super) fn share_exceeded(at: &Spot, proposed: &str, standing: &str, share: &str, allowed: &str) -> Said {
    let [proposed, standing, share, allowed] = [proposed, standing, share, allowed].map(|text| at.number(text));
    at.pick(
        Said::new(
            format!(
                "số đề nghị vượt mức quy định: đề nghị {proposed} trong {standing}, mức {share} tương ứng {allowed}"
            ),
            format!("không quá {allowed}"),
            "trình Hội đồng xem xét, lựa chọn; chương trình không tự bớt đơn vị nào",
        ),
        Said::new(
            format!("more are proposed than the level set: {proposed} of {standing}, where {share} comes to {allowed}"),
            format!("at most {allowed}"),
            "put it to the council to consider and choose; the program drops nobody by itself",
        ),
    )
}

pub(super) fn lock_file(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp tạm của Excel hoặc của hệ thống, không đọc",
            "",
            "đóng tệp gốc trong Excel rồi chạy lại để chắc chắn đã lưu thay đổi mới nhất",
        ),
        Said::new(
            "a temporary file of Excel or of the system, not read",
            "",
            "close the original in Excel, then run again, to be sure its latest changes are saved",
        ),
    )
}

pub(super) fn missing_treated(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "thiếu số liệu; điểm được tính theo cách xử lý số liệu thiếu mà giao ước quy định",
            "",
            "không cần làm gì; khi có số liệu thì ghi vào ô và chạy lại",
        ),
        Said::new(
            "a figure is missing; the compact says how to go on without it",
            "",
            "nothing to do; once there is a figure, put it into the cell and run again",
        ),
    )
}
