//! What a form says that does not agree with itself or with its neighbours, and what stood around a number.

use super::spot::{Said, Spot};

pub(super) fn status_in_cell(at: &Spot, read: &str) -> Said {
    let read = at.number(read);
    at.pick(
        Said::new(
            format!("chữ `ước` hoặc `dự kiến` ghi chung ô với số; đã đọc là {read}, số liệu chưa chính thức"),
            "",
            "lần sau ghi chữ này ở cột tình trạng số liệu, ô số liệu chỉ ghi số",
        ),
        Said::new(
            format!("a word for estimate or forecast stands in the cell of the figure, read as {read}, not official"),
            "",
            "put the word into the column of the data status, and only the number into the cell",
        ),
    )
}

pub(super) fn unit_in_cell(at: &Spot, read: &str, unit: &str) -> Said {
    let read = at.number(read);
    at.pick(
        Said::new(
            format!("đơn vị tính ghi chung ô với số; đã đọc là {read} {unit}"),
            "",
            format!("kiểm tra {read} {unit} có đúng không; nếu sai thì gõ lại {} thành số", at.cell()),
        ),
        Said::new(
            format!("a unit stands in the cell of the figure, which was read as {read} {unit}"),
            "",
            format!("look whether {read} {unit} is right; if not, type {} again as a number", at.cell()),
        ),
    )
}

pub(super) fn unit_slip(at: &Spot, middle: &str) -> Said {
    let middle = at.number(middle);
    at.pick(
        Said::new(
            format!("số này gấp hoặc kém các đơn vị khác hàng trăm lần (mức giữa là {middle}); có thể nhầm đơn vị tính"),
            "",
            format!("xem lại đơn vị tính của {}; nếu đúng thì không cần làm gì", at.cell()),
        ),
        Said::new(
            format!("the figure is hundreds of times those of other members, or as small a part (their middle one is {middle}): perhaps a slip of the unit"),
            "",
            format!("look at the unit of {}; nothing to do if it is right", at.cell()),
        ),
    )
}

pub(super) fn unchanged_from_before(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "số năm nay bằng đúng số kỳ trước; có thể chép lại số cũ",
            "",
            format!("xem lại {}; nếu đúng thì không cần làm gì", at.cell()),
        ),
        Said::new(
            "the figure is that of the period before to the digit: perhaps it was copied",
            "",
            format!("look at {}; nothing to do if it is right", at.cell()),
        ),
    )
}

pub(super) fn stated_sum(at: &Spot, sum: &str) -> Said {
    let sum = at.number(sum);
    at.pick(
        Said::new(
            format!("dòng tổng ghi khác tổng các điểm của cột ({sum})"),
            "",
            format!("xem lại các điểm trong cột và {}; chương trình tính theo điểm của từng tiêu chí", at.cell()),
        ),
        Said::new(
            format!("the total differs from the sum of the column's marks ({sum})"),
            "",
            format!("look over the marks of the column and {}; the mark of each criterion is what counts", at.cell()),
        ),
    )
}

pub(super) fn stated_ratio(at: &Spot, ratio: &str) -> Said {
    let ratio = at.number(ratio);
    at.pick(
        Said::new(
            format!("tỷ lệ ghi trong ô không khớp với kế hoạch và thực hiện (tính ra {ratio}%)"),
            "",
            "xem lại kế hoạch, thực hiện và tỷ lệ; chương trình tính theo kế hoạch và thực hiện",
        ),
        Said::new(
            format!("the ratio given does not follow from plan and actual, which make {ratio} %"),
            "",
            "look over plan, actual and ratio; plan and actual are what counts",
        ),
    )
}
