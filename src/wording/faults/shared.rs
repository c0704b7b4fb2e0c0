//! Faults of the sheets that all members share: register, opinions, classification, ballots.

use super::spot::{Said, Spot, alias_line};
use crate::wording::console::sheet_name;

pub(super) fn register_missing(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "thiếu Bảng đăng ký chỉ tiêu giao ước thi đua mà scoring.toml yêu cầu",
            "một tệp có tiêu đề `Bảng đăng ký chỉ tiêu giao ước thi đua` trong thư mục đầu vào",
            "chép Bảng đăng ký vào thư mục đầu vào; chưa có thì lấy mẫu bằng `thidua form`; nếu dùng kế hoạch do đơn vị tự ghi thì đặt `own_plans = true` và bỏ `plan-register` khỏi `expects`",
        ),
        Said::new(
            "the plan register that scoring.toml asks for is missing",
            "a file headed `Bảng đăng ký chỉ tiêu giao ước thi đua` in the inputs folder",
            "copy the register into the inputs folder; `thidua form` makes a blank one; if the members' own plans are to count, set `own_plans = true` and drop `plan-register` from `expects`",
        ),
    )
}

pub(super) fn register_rejected(at: &Spot, cause: &str) -> Said {
    let (why, cell) = (cause_of(cause, at), at.cell());
    at.pick(
        Said::new(
            format!("Bảng đăng ký chỉ tiêu không dùng được nên không có kế hoạch để chấm: {why}"),
            "một Bảng đăng ký đọc được, mọi đơn vị đều có trong scoring.toml",
            format!("sửa {cell} trong Bảng đăng ký cho khớp với scoring.toml rồi chạy lại; chưa sửa xong thì chưa ghi kết quả nào"),
        ),
        Said::new(
            format!("the plan register cannot be used, so there are no plans to mark by: {why}"),
            "a register that can be read, whose members are all in scoring.toml",
            format!("mend {cell} in the register so that it agrees with scoring.toml, and run again; until then nothing is written"),
        ),
    )
}

/// Why the register is refused, by the code of what is wrong in it.
fn cause_of(code: &str, at: &Spot) -> String {
    let (vi, en) = match code {
        "unknown-member" => ("có đơn vị không có trong scoring.toml", "a member that scoring.toml does not have"),
        "member-ambiguous" => ("có đơn vị trùng tên ở nhiều cụm, khối", "a member's name that several blocs have"),
        "extra-row" => ("có mã tiêu chí không có trong giao ước", "a criterion's code that the compact does not have"),
        "assignment-not-allowed" => {
            ("ghi `Không giao` cho tiêu chí giao chung cho mọi đơn vị", "`Không giao` at a criterion every member has")
        }
        "not-a-number" | "ambiguous-number" | "number-out-of-range" => {
            ("có số kế hoạch đọc không chắc", "a plan that cannot be read for certain")
        }
        "number-as-text" => ("có số kế hoạch ghi dưới dạng chữ", "a plan written as text"),
        "not-a-date" => ("có ngày đọc không ra", "a date that cannot be read"),
        "unknown-word" => ("có từ không được chấp nhận", "a word that is not accepted"),
        "error-cell" => ("có ô mang lỗi công thức", "a cell with a formula error"),
        _ => return format!("`{code}`"),
    };
    at.lang.pick(vi, en).to_owned()
}

pub(super) fn sheet_missing(at: &Spot, sheet: &str) -> Said {
    let name = sheet_name(sheet, at.lang);
    at.pick(
        Said::new(
            format!("thiếu `{name}`, nên chưa đề nghị khen thưởng hoặc chỉ đề nghị có điều kiện"),
            format!("`{name}` trong thư mục đầu vào"),
            format!("chép `{name}` vào thư mục đầu vào rồi chạy lại (mẫu trống: `thidua form`); nếu chưa cần thì bỏ khỏi `expects` trong scoring.toml"),
        ),
        Said::new(
            format!("`{name}` is missing, so there is no proposal, or only a conditional one"),
            format!("`{name}` in the inputs folder"),
            format!("copy `{name}` into the inputs folder and run again (blank one: `thidua form`); if it is not needed yet, drop it from `expects` in scoring.toml"),
        ),
    )
}

pub(super) fn sheet_rejected(at: &Spot, sheet: &str) -> Said {
    let name = sheet_name(sheet, at.lang);
    at.pick(
        Said::new(
            format!("`{name}` không đọc được trọn vẹn, nên chưa đề nghị khen thưởng hoặc chỉ đề nghị có điều kiện"),
            "một bảng đọc được từ đầu đến cuối",
            "sửa các lỗi của tệp này được liệt kê ở đây; nếu đang mở trong Excel thì đóng lại, rồi chạy lại",
        ),
        Said::new(
            format!("`{name}` could not be read whole, so there is no proposal, or only a conditional one"),
            "a table that can be read from start to end",
            "mend the faults listed for this file; if it is open in Excel, close it; then run again",
        ),
    )
}

pub(super) fn sheet_unknown_member(at: &Spot, sheet: &str, nearest: Option<&str>) -> Said {
    let name = sheet_name(sheet, at.lang);
    let Some(near) = nearest else {
        return at.pick(
            Said::new(
                format!("`{name}` nêu một đơn vị không có trong scoring.toml"),
                "tên đơn vị như trong scoring.toml",
                format!(
                    "sửa tên ở {} cho đúng, hoặc xóa dòng này nếu đơn vị không thuộc các cụm, khối đang chấm",
                    at.cell()
                ),
            ),
            Said::new(
                format!("`{name}` names a member that scoring.toml does not have"),
                "a member's name as scoring.toml has it",
                format!("mend the name in {}, or delete the row if the member is of no bloc here", at.cell()),
            ),
        );
    };
    let (cell, line) =
        (at.cell(), alias_line(at.found().unwrap_or(at.lang.pick("tên ghi trong bảng", "the name in the table"))));
    at.pick(
        Said::new(
            format!("`{name}` nêu một đơn vị không có trong scoring.toml"),
            format!("tên đơn vị như trong scoring.toml; gần giống nhất là `{near}`"),
            format!("sửa {cell} thành `{near}` nếu đúng là đơn vị ấy, hoặc thêm dòng sau dưới tên đơn vị ấy trong scoring.toml:{line}"),
        ),
        Said::new(
            format!("`{name}` names a member that scoring.toml does not have"),
            format!("a member's name as scoring.toml has it; the most alike is `{near}`"),
            format!("change {cell} to `{near}` if that is who is meant, or add this line below that member's name in scoring.toml:{line}"),
        ),
    )
}

pub(super) fn sheet_unreadable(at: &Spot, sheet: &str, expected_vi: &str, expected_en: &str) -> Said {
    let (name, cell) = (sheet_name(sheet, at.lang), at.cell());
    at.pick(
        Said::new(
            format!("`{name}` có chỗ không đọc được, nên chưa đề nghị khen thưởng hoặc chỉ đề nghị có điều kiện"),
            expected_vi,
            format!("sửa {cell} thành {expected_vi} rồi chạy lại"),
        ),
        Said::new(
            format!("`{name}` has a place that cannot be read, so there is no proposal, or only a conditional one"),
            expected_en,
            format!("change {cell} to {expected_en} and run again"),
        ),
    )
}

pub(super) fn unknown_kind(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "một tệp bị để ngoài mà chưa rõ là bảng gì, có thể là ý kiến hoặc biên bản, nên chưa đề nghị khen thưởng",
            "mọi tệp trong thư mục đầu vào đều đọc được",
            "sửa lỗi của tệp này, hoặc chuyển tệp ra khỏi thư mục đầu vào nếu không liên quan, rồi chạy lại",
        ),
        Said::new(
            "a file was left out without its kind being known; it may hold opinions or minutes, so nothing is proposed",
            "every file in the inputs folder can be read",
            "mend the fault of this file, or move it out of the inputs folder if it does not belong, and run again",
        ),
    )
}

pub(super) fn tally(at: &Spot, expected: &str) -> Said {
    let (cell, expected) = (at.cell(), at.number(expected));
    at.pick(
        Said::new(
            "số phiếu trong biên bản kiểm phiếu không khớp nhau",
            format!("các số khớp nhau: {expected}"),
            format!("đối chiếu {cell} với biên bản gốc: phát ra, thu về, hợp lệ, không hợp lệ, đồng ý, không đồng ý; sửa số sai rồi chạy lại"),
        ),
        Said::new(
            "the votes in the minutes of the ballot do not add up",
            format!("figures that agree: {expected}"),
            format!("compare {cell} with the signed minutes: issued, returned, valid, invalid, yes, no; mend the wrong figure and run again"),
        ),
    )
}

pub(super) fn decision_twice(at: &Spot, other: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "cùng một đơn vị, một hình thức khen thưởng mà có hai kết luận trái nhau",
            format!("một kết luận; kết luận kia ở ô {other}"),
            format!("đối chiếu với biên bản, giữ lại một dòng trong hai dòng {cell} và {other}, rồi chạy lại"),
        ),
        Said::new(
            "two contrary decisions of one body for one member and award",
            format!("one decision; the other stands in {other}"),
            format!("compare with the minutes, keep one of {cell} and {other}, and run again"),
        ),
    )
}

pub(super) fn ballot_base(at: &Spot, base: &str, other: Option<&str>) -> Said {
    let cell = at.cell();
    let (expected_vi, expected_en) = match other {
        None => (
            format!("{base}, là số đơn vị thành viên của cụm, khối trong scoring.toml"),
            format!("{base}, the number of members of the bloc in scoring.toml"),
        ),
        Some(other) => (
            format!("{base} thành viên Hội đồng, như ở dòng của ô {other}"),
            format!("{base} members of the council, as in the row of {other}"),
        ),
    };
    at.pick(
        Said::new(
            "tổng số người được bỏ phiếu không khớp, nên tỷ lệ phiếu tính ra sẽ sai",
            expected_vi,
            format!("đối chiếu dòng của ô {cell} với biên bản, sửa tổng số rồi chạy lại"),
        ),
        Said::new(
            "the number of those entitled to vote does not agree, so the share of votes would be wrong",
            expected_en,
            format!("compare the row of {cell} with the minutes, mend the number, and run again"),
        ),
    )
}

pub(super) fn ballot_round(at: &Spot, round: u32, most: u32) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            format!("vòng bỏ phiếu {round} không có vòng liền trước hoặc vượt số vòng cho phép"),
            format!("các vòng từ 1 đến {most}, vòng sau chỉ có khi đã có vòng trước"),
            format!("ghi đủ kết quả các vòng trước dòng của ô {cell}, hoặc sửa số vòng, rồi chạy lại"),
        ),
        Said::new(
            format!("round {round} of the ballot has no round before it, or is one too many"),
            format!("rounds from 1 to {most}, each after the one before"),
            format!("enter the rounds before the row of {cell}, or mend its round, and run again"),
        ),
    )
}

pub(super) fn ballot_twice(at: &Spot, other: &str) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "một vòng bỏ phiếu cho một đơn vị được ghi hai lần",
            format!("mỗi vòng một dòng; dòng kia ở ô {other}"),
            format!("đối chiếu với biên bản, giữ lại một dòng trong hai dòng {cell} và {other}, rồi chạy lại"),
        ),
        Said::new(
            "one round of the ballot on a member is entered twice",
            format!("one row a round; the other stands in {other}"),
            format!("compare with the minutes, keep one of {cell} and {other}, and run again"),
        ),
    )
}

pub(super) fn change_without_reason(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "kết luận khác với bước trước mà không ghi lý do",
            "lý do ở cột `Lý do`, như trong biên bản",
            format!("ghi lý do vào dòng của ô {cell} rồi chạy lại"),
        ),
        Said::new(
            "a decision that differs from the one before it gives no reason",
            "the reason in the column `Lý do`, as in the minutes",
            format!("enter the reason in the row of {cell} and run again"),
        ),
    )
}

pub(super) fn proposed_though_not_considered(at: &Spot) -> Said {
    let cell = at.cell();
    at.pick(
        Said::new(
            "kết luận đề nghị một đơn vị chưa xét hoặc không xét",
            "đề nghị các đơn vị đủ điều kiện, hoặc căn cứ chưa xét, không xét đã được gỡ bỏ",
            format!("đối chiếu ô {cell} với ý kiến của cơ quan chức năng; đã có kết luận mới thì sửa bảng ý kiến rồi chạy lại"),
        ),
        Said::new(
            "a member is proposed that is deferred or not considered",
            "proposals of eligible members, or the ground removed",
            format!("compare {cell} with the opinions of the bodies concerned; where they have changed, mend the table of opinions and run again"),
        ),
    )
}
