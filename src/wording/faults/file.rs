//! Faults for which a member's file is left out.

use super::spot::{Said, Spot, alias_line};

/// A longer name is no name, and nothing to paste.
const LONGEST_NAME: usize = 200;

pub(super) fn empty_file(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp trống, không có byte nào",
            "một bảng tính có số liệu",
            "mở lại tệp gốc, lưu rồi chép lại vào thư mục đầu vào; tệp từ thư điện tử hay ổ đồng bộ thì tải lại cho đủ",
        ),
        Said::new(
            "the file is empty: not one byte in it",
            "a spreadsheet with figures",
            "open the original, save it and copy it again; from mail or a synchronised drive, download it again in full",
        ),
    )
}

pub(super) fn damaged_workbook(at: &Spot, reason: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác{why}"),
            "",
            "đóng tệp trong Excel rồi chạy lại; nếu vẫn không được thì mở bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; Excel cũng không mở được thì xin đơn vị gửi lại",
        ),
        Said::new(
            format!("the file cannot be opened: damaged, only partly downloaded, or open in another program{why}"),
            "",
            "close it in Excel, then run again; if that fails, open it in Excel and save it as `Excel Workbook (*.xlsx)`; if Excel cannot open it either, ask the member for a new copy",
        ),
    )
}

pub(super) fn password_protected(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp có đặt mật khẩu",
            "một tệp mở được mà không cần mật khẩu",
            "mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi chạy lại",
        ),
        Said::new(
            "the file is protected by a password",
            "a file that opens without a password",
            "open it in Excel, File > Info > Protect Workbook > Encrypt with Password, clear the password, save and run again",
        ),
    )
}

pub(super) fn not_utf8(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp csv không theo bảng mã UTF-8 nên dấu tiếng Việt đọc không chắc",
            "tệp csv UTF-8, hoặc tệp .xlsx",
            "mở bằng Excel, kiểm tra dấu tiếng Việt, chọn Lưu thành, loại `CSV UTF-8 (*.csv)` hoặc `Excel Workbook (*.xlsx)`",
        ),
        Said::new(
            "the csv file is not in UTF-8, so its Vietnamese letters cannot be relied on",
            "a csv file in UTF-8, or an .xlsx file",
            "open it in Excel, check the accents, choose Save As, type `CSV UTF-8 (*.csv)` or `Excel Workbook (*.xlsx)`",
        ),
    )
}

pub(super) fn binary_in_text(at: &Spot, line: u64) -> Said {
    at.pick(
        Said::new(
            format!("dòng {line} của tệp csv có ký tự không phải chữ (NUL): tệp hỏng hoặc không phải tệp csv"),
            "tệp chỉ gồm chữ",
            "mở tệp gốc bằng Excel, lưu lại thành `Excel Workbook (*.xlsx)` rồi thay tệp này",
        ),
        Said::new(
            format!(
                "line {line} of the csv file holds a character that is no text (NUL): the file is damaged or no csv"
            ),
            "text alone",
            "open the original in Excel, save it as `Excel Workbook (*.xlsx)` and put that in the place of this file",
        ),
    )
}

pub(super) fn not_a_file(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "đây không phải một tệp thường (là lối tắt, thư mục hoặc thiết bị) nên không mở",
            "một tệp bảng tính nằm ngay trong thư mục đầu vào",
            "chép chính tệp đó vào thư mục đầu vào thay cho lối tắt",
        ),
        Said::new(
            "this is no regular file (a link, a folder or a device) and is not opened",
            "a spreadsheet that stands in the inputs folder itself",
            "copy the file itself into the inputs folder in the place of the link",
        ),
    )
}

pub(super) fn changed_while_read(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp thay đổi trong lúc đang đọc, có thể đang được đồng bộ hoặc lưu",
            "",
            "chờ đồng bộ xong hoặc đóng tệp trong Excel, rồi chạy lại",
        ),
        Said::new(
            "the file changed while it was read; it may be in the middle of a synchronisation or a save",
            "",
            "wait for the synchronisation, or close the file in Excel, then run again",
        ),
    )
}

pub(super) fn ragged_csv(at: &Spot, line: u64) -> Said {
    at.pick(
        Said::new(
            format!("dòng {line} của tệp csv có số cột khác các dòng trên"),
            "mọi dòng có cùng số cột",
            format!(
                "mở bằng Excel, xem dòng {line}, sửa rồi lưu lại; chắc nhất là lưu thành `Excel Workbook (*.xlsx)`"
            ),
        ),
        Said::new(
            format!("line {line} of the csv file has another number of columns than those above"),
            "the same number of columns in every line",
            format!(
                "open it in Excel, look at line {line}, mend and save; safest is to save as `Excel Workbook (*.xlsx)`"
            ),
        ),
    )
}

pub(super) fn no_known_table(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không nhận ra bảng nào trong tệp",
            "một bảng có dòng tiêu đề như `Nội dung, chỉ tiêu`, `Kế hoạch`, `Thực hiện`, `Điểm tự chấm` trong 50 dòng đầu",
            "chép số liệu vào mẫu do `thidua form` tạo và giữ nguyên dòng tiêu đề; nếu tệp không phải bảng số liệu thì chuyển ra khỏi thư mục đầu vào",
        ),
        Said::new(
            "no table in the file is recognised",
            "a table headed by words such as `Nội dung, chỉ tiêu`, `Kế hoạch`, `Thực hiện`, `Điểm tự chấm` within its first 50 rows",
            "copy the figures into a form made by `thidua form` and leave its heading row alone; if it holds no figures, move it out of the inputs folder",
        ),
    )
}

pub(super) fn odd_cell(at: &Spot, cell: &str) -> Said {
    at.pick(
        Said::new(
            format!("ô {cell} được ghi theo cách mà Excel và LibreOffice không ghi, nên không chắc giá trị đọc được là đúng"),
            "",
            "mở tệp bằng Excel, lưu lại thành `Excel Workbook (*.xlsx)`, xem lại các số rồi thay tệp này",
        ),
        Said::new(
            format!("the cell {cell} is written as neither Excel nor LibreOffice writes it, so its value cannot be relied on"),
            "",
            "open the file in Excel, save it as `Excel Workbook (*.xlsx)`, look the figures over and put it in the place of this file",
        ),
    )
}

pub(super) fn two_parts(at: &Spot, name: &str) -> Said {
    at.pick(
        Said::new(
            format!("bên trong tệp có hai phần cùng tên `{name}`, không rõ phần nào là số liệu thật"),
            "",
            "mở tệp bằng Excel, xem lại các số, lưu thành `Excel Workbook (*.xlsx)` rồi thay tệp này; Excel không mở được thì xin đơn vị gửi lại",
        ),
        Said::new(
            format!("the file holds two parts named `{name}`; which of them has the true figures is not clear"),
            "",
            "open the file in Excel, look the figures over, save it as `Excel Workbook (*.xlsx)` and put it in the place of this file; if Excel cannot open it, ask the member for a new copy",
        ),
    )
}

pub(super) fn name_left_blank(at: &Spot) -> Said {
    at.pick(
        Said::new(
            format!("dòng có số liệu nhưng {} để trống tên đơn vị, nên không rõ là của đơn vị nào", at.cell()),
            "tên đơn vị ở từng dòng, hoặc một ô tên gộp qua các dòng của đơn vị",
            format!("ghi tên đơn vị vào {} và các ô trống bên dưới rồi lưu lại", at.cell()),
        ),
        Said::new(
            format!(
                "the row has figures, but {} leaves the member's name blank, so whose they are is not clear",
                at.cell()
            ),
            "the member's name in every row, or one cell merged over the member's rows",
            format!("write the member's name into {} and the blank cells below it, and save", at.cell()),
        ),
    )
}

pub(super) fn two_sheets(at: &Spot, name: &str) -> Said {
    at.pick(
        Said::new(
            format!("tệp có hai trang cùng tên `{name}`, không rõ lấy trang nào"),
            "mỗi trang một tên",
            "mở tệp bằng Excel, đổi tên hoặc xóa một trang rồi lưu lại",
        ),
        Said::new(
            format!("the file has two sheets named `{name}`; which one is meant is not clear"),
            "a name of its own for each sheet",
            "open the file in Excel, rename or delete one of them and save",
        ),
    )
}

pub(super) fn two_tables(at: &Spot, first: &str) -> Said {
    at.pick(
        Said::new(
            format!("trang này có hai bảng: một bảng bắt đầu ở ô {first}, một bảng ở {}", at.cell()),
            "mỗi trang một bảng",
            "chuyển bảng thứ hai sang trang khác, hoặc xóa nếu là bảng cũ, rồi chạy lại",
        ),
        Said::new(
            format!("the sheet holds two tables: one begins in cell {first}, one in {}", at.cell()),
            "one table a sheet",
            "move the second table to another sheet, or delete it if it is an old one, then run again",
        ),
    )
}

pub(super) fn two_columns(at: &Spot, other: &str) -> Said {
    at.pick(
        Said::new(
            format!("hai cột có cùng tiêu đề, ở ô {other} và {}; không rõ lấy cột nào", at.cell()),
            "mỗi tiêu đề một cột có số liệu",
            "đổi tiêu đề của cột không dùng (ví dụ thêm năm hoặc kỳ), hoặc xóa cột đó, rồi chạy lại",
        ),
        Said::new(
            format!(
                "two columns have the same heading, in cell {other} and in {}; which one counts is not clear",
                at.cell()
            ),
            "one column with figures under each heading",
            "change the heading of the column that is not meant (add its year or period), or delete it, then run again",
        ),
    )
}

pub(super) fn figures_unsaid(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "bảng có cột của từng đơn vị nhưng không nói số liệu trong cột là gì",
            "`Kế hoạch`, `Thực hiện` hoặc `Điểm thẩm định`, `Điểm tự chấm` … ở dòng dưới tên đơn vị hoặc trong tên bảng",
            "thêm một dòng tiêu đề dưới tên các đơn vị, hoặc ghi vào tên bảng, ví dụ `BẢNG TỔNG HỢP ĐIỂM THẨM ĐỊNH`",
        ),
        Said::new(
            "the table has a column for each member but does not say what its figures are",
            "`Kế hoạch`, `Thực hiện`, `Điểm thẩm định` or `Điểm tự chấm` below the members' names or in the table's title",
            "add a heading row below the members' names, or say it in the title, such as `BẢNG TỔNG HỢP ĐIỂM THẨM ĐỊNH`",
        ),
    )
}

pub(super) fn stamp_contradicts(at: &Spot, stamped: &str) -> Said {
    at.pick(
        Said::new(
            format!("biểu mẫu này được tạo cho `{stamped}` nhưng dòng `Tên đơn vị:` ghi đơn vị khác"),
            "mỗi đơn vị dùng biểu mẫu của mình",
            format!("nếu là báo cáo của `{stamped}` thì sửa lại dòng tên; nếu không, chép số liệu sang biểu mẫu của đúng đơn vị"),
        ),
        Said::new(
            format!("the form was made for `{stamped}`, but its line `Tên đơn vị:` names another member"),
            "each member on a form of its own",
            format!("put the name right if it is `{stamped}`'s report; else copy the figures into the right member's form"),
        ),
    )
}

pub(super) fn legacy_text(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "chữ trong trang này gõ bằng phông cũ (TCVN3 hoặc VNI) và không đủ căn cứ để biết là phông nào",
            "chữ Unicode, ví dụ phông Times New Roman",
            "chuyển mã bằng Unikey (Ctrl+Shift+F6) hoặc gõ lại các dòng tiêu đề và tên đơn vị, rồi gửi lại tệp",
        ),
        Said::new(
            "the text of this sheet was typed in an old font (TCVN3 or VNI), and nothing proves which",
            "Unicode text, such as in the font Times New Roman",
            "convert it with Unikey (Ctrl+Shift+F6), or type the headings and the member's name again, and send it anew",
        ),
    )
}

pub(super) fn member_not_named(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "không rõ bảng này của đơn vị nào",
            "dòng `Tên đơn vị: …` phía trên bảng, hoặc tên đơn vị ở tên trang hay tên tệp",
            "thêm phía trên bảng một ô `Tên đơn vị: …` với tên đúng như trong scoring.toml",
        ),
        Said::new(
            "whose table this is cannot be told",
            "a line `Tên đơn vị: …` above the table, or the member's name as that of the sheet or file",
            "add a cell `Tên đơn vị: …` above the table, with the name as scoring.toml has it",
        ),
    )
}

pub(super) fn unknown_member(at: &Spot, nearest: Option<&str>) -> Said {
    let short = at.found().is_none_or(|found| found.chars().count() <= LONGEST_NAME);
    let Some(near) = nearest.filter(|_| short) else {
        return at.pick(
            Said::new(
                "không có đơn vị nào tên này trong scoring.toml",
                "tên đơn vị hoặc một tên gọi khác (aliases) như trong scoring.toml",
                "sửa ô `Tên đơn vị:` cho đúng tên; nếu đơn vị không thuộc cụm, khối này thì chuyển tệp ra khỏi thư mục đầu vào",
            ),
            Said::new(
                "scoring.toml has no member of this name",
                "a member's name, or one of its aliases, as scoring.toml has it",
                "put the right name in the cell `Tên đơn vị:`; if the member is of no bloc here, move the file out of the inputs folder",
            ),
        );
    };
    let line = alias_line(at.found().unwrap_or(at.lang.pick("tên ghi trong tệp", "the name in the file")));
    at.pick(
        Said::new(
            "không có đơn vị nào tên này trong scoring.toml",
            format!("tên đơn vị như trong scoring.toml; gần giống nhất là `{near}`"),
            format!("nếu đây là `{near}`, thêm dòng sau dưới tên đơn vị ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):{line}\n  nếu không phải, sửa ô `Tên đơn vị:` trong tệp"),
        ),
        Said::new(
            "scoring.toml has no member of this name",
            format!("a member's name as scoring.toml has it; the most alike is `{near}`"),
            format!("if this is `{near}`, add this line below that member's name in scoring.toml (where `aliases` stands already, add the name to its list):{line}\n  if not, mend the cell `Tên đơn vị:` in the file"),
        ),
    )
}

pub(super) fn member_ambiguous(at: &Spot, blocs: &[String]) -> Said {
    let list = at.or(blocs);
    let folder = blocs.first().map_or("cum-1", String::as_str);
    at.pick(
        Said::new(
            "đơn vị tên này có ở nhiều cụm, khối",
            format!("cụm, khối của đơn vị: {list}"),
            format!("thêm dòng `Cụm/Khối: …` dưới dòng `Tên đơn vị:`, hoặc để tệp trong thư mục con mang mã cụm, khối, ví dụ `{folder}`"),
        ),
        Said::new(
            "several blocs have a member of this name",
            format!("the member's bloc: {list}"),
            format!("add a line `Cụm/Khối: …` below `Tên đơn vị:`, or put the file into a subfolder named by the bloc's id, such as `{folder}`"),
        ),
    )
}

pub(super) fn wrong_year(at: &Spot, year: &str) -> Said {
    at.pick(
        Said::new(
            "bảng ghi năm khác với năm đang chấm",
            format!("bảng của năm {year}"),
            format!("nếu đúng là số liệu năm {year} thì sửa năm ở tiêu đề bảng; nếu không thì xin đơn vị gửi bảng năm {year}"),
        ),
        Said::new(
            "the table states another year than the one being scored",
            format!("the table of {year}"),
            format!("if the figures are those of {year}, mend the year in the title; if not, ask the member for the table of {year}"),
        ),
    )
}
