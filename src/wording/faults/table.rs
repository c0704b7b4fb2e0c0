//! Faults of a score table that a scoring.toml is made from, and of one that lies among the inputs.

use super::spot::{Said, Spot, tick};

pub(super) fn no_score_table(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không thấy bảng tiêu chí, thang điểm nào trong tệp này",
            "một bảng có cột `Nội dung` (hoặc `Tiêu chí`) và cột `Điểm chuẩn` (hoặc `Điểm tối đa`), dòng tiêu đề trong 50 dòng đầu",
            "kiểm tra đúng tệp bảng điểm kèm giao ước chưa; nếu đúng, sửa chữ ở dòng tiêu đề cho giống một trong các tên trên rồi chạy lại",
        ),
        Said::new(
            "there is no score table in this file",
            "a table with a column `Nội dung` (or `Tiêu chí`) and a column `Điểm chuẩn` (or `Điểm tối đa`), its heading within the first 50 rows",
            "make sure that this is the compact's score table; if it is, give its heading row one of those names and run again",
        ),
    )
}

pub(super) fn sum_differs(at: &Spot, node: &str, stated: &str, sum: &str) -> Said {
    let (stated, sum) = (at.number(stated), at.number(sum));
    let [vi, en] = if node.is_empty() {
        [
            format!("dòng cộng ghi {stated} điểm nhưng các lĩnh vực bên trên cộng lại là {sum}"),
            format!("the row of a total states {stated} points, but the fields above it come to {sum}"),
        ]
    } else {
        [
            format!("{} ghi {stated} điểm nhưng các dòng bên dưới cộng lại là {sum}", tick(node)),
            format!("{} states {stated} points, but the rows below it come to {sum}", tick(node)),
        ]
    };
    let mend = if node.is_empty() {
        at.lang.pick(
            "đối chiếu giao ước đã ký: nếu dòng cộng sai thì không cần làm gì, nếu một lĩnh vực sai thì sửa bảng rồi lập lại".to_owned(),
            "look at the signed compact: nothing to do if the total is wrong; if a field is, mend the table and make the file anew".to_owned(),
        )
    } else {
        at.lang.pick(
            format!("tệp vừa lập tạm lấy {sum}; đối chiếu giao ước đã ký, sửa `maximum` ở chỗ ghi `LƯU Ý` hoặc sửa bảng rồi lập lại"),
            format!("the file takes {sum} for now; look at the signed compact, mend `maximum` where `LƯU Ý` stands, or mend the table and make the file anew"),
        )
    };
    at.pick(
        Said::new(vi, "điểm của mục bằng tổng điểm các dòng bên dưới", mend.clone()),
        Said::new(en, "the points of an entry are the sum of those below it", mend),
    )
}

pub(super) fn maximum_missing(at: &Spot, name: &str) -> Said {
    let (cell, name) = (at.cell(), tick(name));
    let found = at.found().map(tick);
    let [vi, en] = match found {
        Some(found) => [
            format!("{cell} ghi {found}, không phải điểm chuẩn của {name}"),
            format!("{cell} holds {found}, which is no maximum of {name}"),
        ],
        None => [format!("{name} không có điểm chuẩn ở {cell}"), format!("{name} has no maximum in {cell}")],
    };
    at.pick(
        Said::new(
            vi,
            "một số lớn hơn 0, hoặc dạng `20 điểm`, `tối đa 20`",
            "ghi điểm vào `maximum` ở chỗ ghi `CẦN …` trong tệp vừa lập, hoặc sửa bảng rồi lập lại",
        ),
        Said::new(
            en,
            "a number above 0, or such as `20 điểm` or `tối đa 20`",
            "put the points into `maximum` where `CẦN …` stands in the file, or mend the table and make the file anew",
        ),
    )
}

pub(super) fn row_twice(at: &Spot, other: &str) -> Said {
    let (cell, found) = (at.cell(), at.found_or(""));
    at.pick(
        Said::new(
            format!("{cell}: dòng {found} đã có ở ô {other}, trong cùng một mục"),
            "mỗi tiêu chí một dòng; hai tiêu chí khác nhau thì tên khác nhau",
            "xem chỗ ghi `LƯU Ý` trong tệp vừa lập: nếu là chép thừa thì xóa dòng thừa, nếu là hai tiêu chí thì đặt hai tên",
        ),
        Said::new(
            format!("{cell}: the row {found} stands in {other} already, under the same entry"),
            "one row for each criterion, and different names for different criteria",
            "look where `LƯU Ý` stands in the file: delete a copy too many, or give two criteria two names",
        ),
    )
}

pub(super) fn year_missing(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "phần đầu bảng không nói bảng điểm của năm nào",
            "một dòng tiêu đề có `năm 2023`",
            "ghi `year` và `as_of` vào tệp vừa lập (dòng `# CẦN GHI`), hoặc thêm năm vào tiêu đề của bảng rồi lập lại",
        ),
        Said::new(
            "the head of the table does not say which year it is for",
            "a title with `năm 2023`",
            "put `year` and `as_of` into the file (at `# CẦN GHI`), or add the year to the table's title and make the file anew",
        ),
    )
}

pub(super) fn seen(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "trang này là bảng điểm của giao ước, không có số liệu của đơn vị nào, nên không chấm",
            "",
            "không cần làm gì; để lập scoring.toml từ bảng này, dùng `thidua init --from TỆP` trong một thư mục trống",
        ),
        Said::new(
            "this sheet is a compact's score table without any member's figures, and is not scored",
            "",
            "nothing to do; `thidua init --from FILE` in an empty folder makes a scoring.toml from it",
        ),
    )
}

pub(super) fn columns_left_out(at: &Spot, names: &[String]) -> Said {
    let list = names.iter().map(|name| tick(name)).collect::<Vec<_>>().join(", ");
    at.pick(
        Said::new(
            format!("không lấy các cột này của bảng điểm: {list}"),
            "",
            "không cần làm gì nếu các cột ấy không chứa tên tiêu chí, đơn vị tính, điểm chuẩn hay cách chấm; nếu có thì sửa chữ ở dòng tiêu đề rồi lập lại",
        ),
        Said::new(
            format!("these columns of the score table are not taken: {list}"),
            "",
            "nothing to do if they hold no names, units, maxima or wording; if they do, mend the heading and make the file anew",
        ),
    )
}
