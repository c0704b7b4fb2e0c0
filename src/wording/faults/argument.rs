//! Faults of the command line and of the files it names.

use super::spot::{Said, Spot};

pub(super) fn bad_argument(at: &Spot, reason: &str, hint: &str) -> Said {
    let help = at.lang.pick("gõ `thidua --help` để xem cách dùng", "`thidua --help` shows how it is used");
    Said::new(reason, "", if hint.is_empty() { help } else { hint })
}

pub(super) fn unknown_name(at: &Spot, nearest: Option<&str>) -> Said {
    let near = at.did_you_mean(nearest);
    at.pick(
        Said::new(
            "không có tên hoặc mã này trong scoring.toml",
            "tên đơn vị, tên gọi khác (aliases) hoặc mã như ghi trong scoring.toml",
            format!("{near}chép đúng tên hoặc mã từ scoring.toml; tên có dấu cách thì đặt trong dấu ngoặc kép"),
        ),
        Said::new(
            "no such name or code in scoring.toml",
            "a member's name, one of its aliases, or a code as scoring.toml has it",
            format!("{near}copy the name or code from scoring.toml; put a name with spaces in double quotes"),
        ),
    )
}

pub(super) fn ambiguous_name(at: &Spot, candidates: &[String]) -> Said {
    let list = at.or(candidates);
    at.pick(
        Said::new(
            "tên này có ở nhiều nơi",
            format!("một trong: {list}"),
            "ghi đủ tên, hoặc thêm `--bloc MÃ` với mã của cụm, khối có đơn vị cần xem",
        ),
        Said::new(
            "this name stands in several places",
            format!("one of {list}"),
            "give the full name, or add `--bloc ID` with the id of the member's cluster or bloc",
        ),
    )
}

pub(super) fn already_exists(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "đã có tệp hoặc thư mục này, lệnh không ghi đè lên",
            "một nơi chưa có tệp cùng tên",
            "chuyển tệp cũ đi chỗ khác hoặc đổi tên tệp cũ rồi chạy lại, hoặc chạy trong một thư mục trống",
        ),
        Said::new(
            "this file or folder is there already, and the command never overwrites",
            "a place without a file of that name",
            "move or rename the old one and run again, or run in an empty folder",
        ),
    )
}

pub(super) fn scoring_unreadable(at: &Spot, reason: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("không đọc được tệp quy định chấm điểm{why}"),
            "một tệp văn bản UTF-8 tên là scoring.toml",
            "chạy lệnh trong thư mục có scoring.toml, hoặc chỉ đường dẫn bằng `--scoring TỆP`; nếu chưa có tệp, gõ `thidua init` để tạo tệp mẫu",
        ),
        Said::new(
            format!("the scoring file cannot be read{why}"),
            "a UTF-8 text file called scoring.toml",
            "run in the folder that has scoring.toml, or name it with `--scoring FILE`; without one yet, `thidua init` makes a sample",
        ),
    )
}

pub(super) fn no_inputs(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không có bảng tính nào trong thư mục đầu vào",
            "tệp .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv do các đơn vị gửi",
            "chép tệp của các đơn vị vào thư mục này rồi chạy lại, hoặc chỉ thư mục khác bằng `--inputs THƯ_MỤC`; gõ `thidua form` để tạo mẫu trống gửi các đơn vị",
        ),
        Said::new(
            "there is no spreadsheet in the inputs folder",
            "the members' .xlsx, .xlsm, .xlsb, .xls, .ods or .csv files",
            "copy the members' files into this folder and run again, or name another with `--inputs DIR`; `thidua form` makes blank forms to send out",
        ),
    )
}

pub(super) fn outputs_unwritable(at: &Spot, reason: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("không ghi được kết quả{why}"),
            "một thư mục ghi được và không có tệp kết quả nào đang mở",
            "đóng các tệp kết quả đang mở trong Excel, Word rồi chạy lại; nếu vẫn không được, kiểm tra quyền ghi, dung lượng đĩa, hoặc chọn nơi khác bằng `--outputs THƯ_MỤC`",
        ),
        Said::new(
            format!("the results cannot be written{why}"),
            "a folder that can be written to, with no result file open",
            "close the result files in Excel and Word, then run again; if that fails, check write permission and disk space, or choose another place with `--outputs DIR`",
        ),
    )
}

pub(super) fn outputs_busy(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "một lần chạy khác đang ghi vào thư mục kết quả này",
            "mỗi lúc chỉ một lần chạy cho một thư mục kết quả",
            "đợi lần chạy kia xong rồi chạy lại, hoặc chọn nơi khác bằng `--outputs THƯ_MỤC`",
        ),
        Said::new(
            "another run is writing to this outputs folder",
            "one run at a time for an outputs folder",
            "wait for the other run to end and run again, or choose another place with `--outputs DIR`",
        ),
    )
}

pub(super) fn render_failed(at: &Spot, reason: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("không lập được tệp kết quả{why}"),
            "",
            "chạy lại với `--verbose`; nếu vẫn vậy thì gửi scoring.toml và tệp gây lỗi cho người phụ trách chương trình; bộ kết quả trước vẫn còn nguyên",
        ),
        Said::new(
            format!("a result file could not be made{why}"),
            "",
            "run again with `--verbose`; if it stays, send scoring.toml and the file at fault to whoever looks after the program; the earlier results are untouched",
        ),
    )
}
