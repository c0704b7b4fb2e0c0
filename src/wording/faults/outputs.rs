//! Faults of putting a finished set of outputs into its place.

use super::spot::{Said, Spot};

pub(super) fn held(at: &Spot, reason: &str, waiting: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("không thay được bộ kết quả trước vì có tệp đang mở hoặc bị khóa{why}; bộ kết quả mới đã lập xong, đang chờ trong thư mục `{waiting}`"),
            "không tệp kết quả nào đang mở",
            "đóng tệp kết quả đang mở trong Excel, Word rồi chạy lại: bộ mới sẽ vào chỗ; đến lúc đó bộ trước vẫn còn nguyên",
        ),
        Said::new(
            format!("the earlier results cannot be replaced because a file is open or locked{why}; the new results are finished and wait in the folder `{waiting}`"),
            "no result file open",
            "close the result files in Excel and Word, then run again: the new results take their place; until then the earlier ones stay as they were",
        ),
    )
}

pub(super) fn altered(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp kết quả vừa ghi, đọc lại không đúng như đã ghi, nên bộ kết quả mới bị bỏ; bộ trước vẫn còn nguyên",
            "không chương trình nào sửa, xóa hoặc cách ly tệp trong lúc đang ghi kết quả",
            "kiểm tra phần mềm diệt virus, phần mềm đồng bộ và ổ đĩa rồi chạy lại, hoặc chọn nơi khác bằng `--outputs THƯ_MỤC`",
        ),
        Said::new(
            "a result file just written does not read back as it was written, so the new results were dropped; the earlier ones stay as they were",
            "no program that changes, removes or quarantines files while the results are written",
            "check the virus scanner, the synchronising program and the disk, then run again, or choose another place with `--outputs DIR`",
        ),
    )
}
