//! Faults of earlier results: those that `diff` compares with, and those of earlier years.

use super::spot::{Said, Spot};

pub(super) fn results_missing(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không có bộ kết quả nào ở đây",
            "thư mục của một bộ kết quả, như outputs/2023-tong-ket hoặc outputs/ban-luu/2023-tong-ket-1, hoặc tệp ket-qua.json trong đó",
            "xem tên các bộ kết quả trong thư mục outputs và outputs/ban-luu rồi ghi lại cho đúng",
        ),
        Said::new(
            "there are no results here",
            "the folder of a set of results, such as outputs/2023-tong-ket or outputs/ban-luu/2023-tong-ket-1, or its ket-qua.json",
            "look for the name of the set in the folders outputs and outputs/ban-luu and give that",
        ),
    )
}

pub(super) fn results_unfit(at: &Spot, vi: &str, en: &str) -> Said {
    at.pick(
        Said::new(
            format!("không so sánh được với bộ kết quả này: {vi}"),
            "một bộ kết quả còn nguyên như lúc ghi, có du-lieu-may/ket-qua.json và du-lieu-may/scoring.toml",
            "chọn bộ kết quả khác trong outputs/ban-luu; nếu còn tệp của các đơn vị và scoring.toml lần ấy, chạy lại `thidua` trên các tệp đó với `--outputs THƯ_MỤC` khác rồi so sánh với bộ mới ghi",
        ),
        Said::new(
            format!("these results cannot be compared with: {en}"),
            "a set of results as it was written, with du-lieu-may/ket-qua.json and du-lieu-may/scoring.toml",
            "choose another set in outputs/ban-luu; where the members' files and the scoring.toml of that time are kept, run `thidua` on them with another `--outputs DIR` and compare with what that writes",
        ),
    )
}

pub(super) fn history_missing(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không có thư mục kết quả các năm trước mà scoring.toml nêu ở khóa `history`",
            "một thư mục, tính từ nơi có scoring.toml, chứa tệp ket-qua.json của những năm trước",
            "tạo thư mục ấy rồi chép ket-qua.json của từng năm vào (đặt tên tùy ý, như 2021.json), hoặc sửa hay bỏ dòng `history` trong scoring.toml",
        ),
        Said::new(
            "the folder of earlier results that scoring.toml names under `history` is not there",
            "a folder, from that of scoring.toml on, with the ket-qua.json files of earlier years",
            "make the folder and copy each year's ket-qua.json into it (under any name, such as 2021.json), or mend or leave out the line `history` in scoring.toml",
        ),
    )
}

pub(super) fn history_unfit(at: &Spot, vi: &str, en: &str) -> Said {
    at.pick(
        Said::new(
            format!("không dùng tệp này cho kết quả các năm: {vi}"),
            "tệp ket-qua.json của một năm trước, cùng kỳ sơ kết hoặc tổng kết",
            "chép lại tệp từ thư mục du-lieu-may của bộ kết quả năm ấy, hoặc chuyển tệp này ra khỏi thư mục",
        ),
        Said::new(
            format!("this file is not used for the results of earlier years: {en}"),
            "the ket-qua.json of an earlier year, of the same review (mid-year or year-end)",
            "copy it again from the folder du-lieu-may of that year's results, or move this file out of the folder",
        ),
    )
}

pub(super) fn past_ambiguous(at: &Spot, year: &str, blocs: &[String]) -> Said {
    let (name, list) = (at.found_or(at.lang.pick("tên này", "this name")), at.and(blocs));
    at.pick(
        Said::new(
            format!("kết quả năm {year} có nhiều đơn vị tên {name}, ở {list}; năm ấy để trống"),
            "một đơn vị duy nhất mang tên ấy",
            "ghi mã cụm, khối trước tên trong `predecessors`, như \"cum-1:TÊN\"",
        ),
        Said::new(
            format!("in the results of {year} several units are called {name}, in {list}; that year is left blank"),
            "one unit of that name",
            "write the id of the bloc before the name in `predecessors`, such as \"cum-1:NAME\"",
        ),
    )
}

pub(super) fn predecessor_not_found(at: &Spot) -> Said {
    let name = at.found_or(at.lang.pick("đơn vị cũ này", "this former unit"));
    at.pick(
        Said::new(
            format!("không có {name} trong kết quả của năm nào"),
            "tên đơn vị cũ như ghi trong scoring.toml của những năm ấy",
            "sửa tên trong `predecessors`, hoặc chép thêm ket-qua.json của năm có đơn vị ấy vào thư mục `history`",
        ),
        Said::new(
            format!("{name} stands in the results of no year"),
            "the former unit's name as the scoring.toml of those years has it",
            "mend the name in `predecessors`, or copy the ket-qua.json of a year that has the unit into the folder `history`",
        ),
    )
}
