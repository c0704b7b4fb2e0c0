//! Faults of what a file is and how its text is laid out.

use super::spot::{Said, Spot};

pub(super) fn wrong_content(at: &Spot, content: &str) -> Said {
    let (kind, mend) = kind(content, at);
    at.pick(
        Said::new(
            format!("tên tệp là bảng tính nhưng bên trong là {kind}"),
            "một bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv",
            mend.clone(),
        ),
        Said::new(
            format!("the file is named as a spreadsheet but holds {kind}"),
            "a spreadsheet: .xlsx, .xlsm, .xlsb, .xls, .ods or .csv",
            mend,
        ),
    )
}

/// What opens in a spreadsheet program and can be saved from it.
const SAVE_AS: (&str, &str) = (
    "mở tệp bằng Excel, chọn Lưu thành (Save As), loại `Excel Workbook (*.xlsx)`, rồi để tệp mới thay tệp này",
    "open it in Excel, choose Save As, type `Excel Workbook (*.xlsx)`, and put the new file in its place",
);
const UNPACK: (&str, &str) = (
    "giải nén, chép các bảng tính bên trong vào thư mục đầu vào, rồi bỏ tệp nén này",
    "unpack it, copy the spreadsheets in it into the inputs folder and remove this file",
);
const ASK: (&str, &str) = (
    "xin đơn vị gửi tệp Excel, hoặc chép số liệu vào biểu mẫu Excel rồi để thay tệp này",
    "ask the member for the Excel file, or copy the figures into the Excel form and put that in its place",
);
const FROM_NUMBERS: (&str, &str) = (
    "mở bằng Numbers, chọn Tệp > Xuất sang > Excel, rồi để tệp mới thay tệp này",
    "open it in Numbers, File > Export To > Excel, and put the new file in its place",
);
const FROM_CALC: (&str, &str) = (
    "mở tệp bằng LibreOffice, lưu thành `Excel 2007-365 (.xlsx)`, rồi để tệp mới thay tệp này",
    "open it in LibreOffice, save it as `Excel 2007-365 (.xlsx)` and put the new file in its place",
);

/// The true kind of a file's content, and what is done about it.
fn kind(content: &str, at: &Spot) -> (String, String) {
    let (vi, en, mend) = match content.to_lowercase().as_str() {
        "html" | "html/xml" => ("một trang web (HTML)", "a web page (HTML)", SAVE_AS),
        "text" | "plain text" | "txt" => ("văn bản thường", "plain text", SAVE_AS),
        "xml" => ("bảng tính XML 2003", "an XML 2003 spreadsheet", SAVE_AS),
        "other-xml" => ("dữ liệu XML, không phải bảng tính", "XML data, not a spreadsheet", ASK),
        "fods" => ("bảng tính OpenDocument dạng XML (.fods)", "a flat OpenDocument spreadsheet (.fods)", FROM_CALC),
        "sylk" => ("bảng tính SYLK đời cũ", "an old SYLK spreadsheet", SAVE_AS),
        "dif" => ("bảng tính DIF đời cũ", "an old DIF spreadsheet", SAVE_AS),
        "old-excel" => ("bảng tính Excel trước năm 1995", "an Excel spreadsheet of before 1995", FROM_CALC),
        "numbers" => ("bảng tính Numbers của Apple", "an Apple Numbers spreadsheet", FROM_NUMBERS),
        "pdf" => ("tài liệu PDF", "a PDF document", ASK),
        "docx" | "word" => ("văn bản Word", "a Word document", ASK),
        "odt" => ("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)", ASK),
        "rtf" => ("văn bản RTF", "an RTF document", ASK),
        "powerpoint" => ("bài trình chiếu PowerPoint", "a PowerPoint presentation", ASK),
        "mail" => ("thư điện tử Outlook", "an Outlook message", ASK),
        "image" => ("hình ảnh", "a picture", ASK),
        "zip" => ("tệp nén ZIP", "a ZIP archive", UNPACK),
        "archive" => ("tệp nén (RAR, 7z hoặc gzip)", "a compressed archive (RAR, 7z or gzip)", UNPACK),
        "" => ("loại không nhận ra được", "something that is not recognised", ASK),
        _ => return (format!("`{content}`"), at.lang.pick(SAVE_AS.0, SAVE_AS.1).to_owned()),
    };
    (at.lang.pick(vi, en).to_owned(), at.lang.pick(mend.0, mend.1).to_owned())
}

pub(super) fn unreadable_file(at: &Spot, reason: &str) -> Said {
    let why = at.reported(reason);
    at.pick(
        Said::new(
            format!("máy không cho đọc tệp hoặc thư mục này{why}"),
            "",
            "đóng tệp nếu đang mở ở chương trình khác, kiểm tra quyền đọc (Properties > Security), hoặc chép lại vào thư mục đầu vào rồi chạy lại",
        ),
        Said::new(
            format!("the system does not let this file or folder be read{why}"),
            "",
            "close it if another program has it open, look at its permissions (Properties > Security), or copy it into the inputs folder anew, then run again",
        ),
    )
}

pub(super) fn document_type(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp có khai báo kiểu tài liệu XML (DOCTYPE) mà Excel và LibreOffice không bao giờ ghi, nên không đọc",
            "một tệp do Excel hoặc LibreOffice lưu",
            "chép số liệu sang một tệp Excel mới; nếu không rõ ai đã tạo tệp này thì đừng mở mà báo cho đơn vị gửi",
        ),
        Said::new(
            "the file declares an XML document type (DOCTYPE), which neither Excel nor LibreOffice ever writes, and is not read",
            "a file saved by Excel or LibreOffice",
            "copy the figures into a new Excel file; if it is not known who made this one, do not open it but tell the sender",
        ),
    )
}

pub(super) fn macro_sheet(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "tệp có trang macro kiểu Excel 4 (hoặc loại trang không nhận ra được) nên không đọc; không macro nào được chạy",
            "một tệp chỉ gồm các trang tính",
            "mở bằng Excel, xóa trang macro (có thể đang bị ẩn), lưu thành `Excel Workbook (*.xlsx)` rồi thay tệp này",
        ),
        Said::new(
            "the file has a sheet of Excel 4 macros (or of a kind that is not recognised) and is not read; no macro was run",
            "a file of worksheets alone",
            "open it in Excel, delete the macro sheet (it may be hidden), save as `Excel Workbook (*.xlsx)` and put that in its place",
        ),
    )
}

pub(super) fn ambiguous_separator(at: &Spot, candidates: &[String]) -> Said {
    let list = at.or(candidates);
    at.pick(
        Said::new(
            format!("tệp csv có thể ngăn cách các ô bằng {list}, cách nào số cột cũng đều nhau nên không rõ cách nào đúng"),
            "một dấu ngăn cách",
            "mở tệp gốc bằng Excel, lưu thành `Excel Workbook (*.xlsx)`; hoặc thêm dòng đầu `sep=;` (hay `sep=,`) cho biết dấu ngăn cách",
        ),
        Said::new(
            format!("the cells of the csv file may be separated by {list}: with each of them all lines have as many columns"),
            "one separator",
            "open the original in Excel and save it as `Excel Workbook (*.xlsx)`; or say the separator in a first line `sep=;` (or `sep=,`)",
        ),
    )
}

pub(super) fn unclosed_quote(at: &Spot, line: u64) -> Said {
    at.pick(
        Said::new(
            format!("dấu ngoặc kép mở ở dòng {line} của tệp csv không có dấu đóng, nên các dòng sau dính vào một ô"),
            "mỗi dấu ngoặc kép mở có một dấu đóng",
            format!("sửa dấu ngoặc kép ở dòng {line}; chắc nhất là mở tệp gốc bằng Excel, lưu thành `Excel Workbook (*.xlsx)`"),
        ),
        Said::new(
            format!("the quote opened in line {line} of the csv file is never closed, so the lines below run into one cell"),
            "a closing quote for each opening one",
            format!("mend the quote in line {line}; safest is to open the original in Excel and save it as `Excel Workbook (*.xlsx)`"),
        ),
    )
}
