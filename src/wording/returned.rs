//! The words of what goes back to a sender.

use crate::diag::{Lang, Text};

/// The name of the first sheet.
pub const SHEET: Text = Text { vi: "Nội dung cần sửa", en: "What to mend" };

/// Its title.
pub const TITLE: Text =
    Text { vi: "NỘI DUNG CẦN SỬA TRONG BÁO CÁO ĐÃ GỬI", en: "WHAT TO MEND IN THE REPORT HANDED IN" };

/// What the other sheets are, printed at the head of each.
pub const REBUILT: Text = Text {
    vi: "Bản dựng lại để chỉ lỗi, không thay tệp gốc",
    en: "Rebuilt to show the faults, does not replace the original",
};

/// What to do with it.
pub const HOW: Text = Text {
    vi: "Các trang sau là bản dựng lại để chỉ lỗi, không thay tệp gốc: ô màu đỏ là ô cần sửa, màu vàng là ô cần xem lại. Xin sửa trên tệp gốc gửi kèm rồi gửi lại.",
    en: "The other sheets are rebuilt to show the faults and do not replace the original: red cells are to be mended, yellow ones to be looked at. Please mend the original, which comes with this file, and send it again.",
};

/// The headings of the list, in order.
pub const HEADINGS: [Text; 10] = [
    Text { vi: "STT", en: "No." },
    Text { vi: "Mức", en: "Severity" },
    Text { vi: "Tệp", en: "File" },
    Text { vi: "Trang", en: "Sheet" },
    Text { vi: "Ô", en: "Cell" },
    Text { vi: "Tiêu chí", en: "Criterion" },
    Text { vi: "Nội dung", en: "What is wrong" },
    Text { vi: "Tìm thấy", en: "Found" },
    Text { vi: "Cần có", en: "Expected" },
    Text { vi: "Cách sửa", en: "How to mend" },
];

/// Whom it goes to.
pub fn sender(lang: Lang, name: &str, bloc: Option<&str>) -> String {
    match bloc {
        Some(bloc) => lang.pick(format!("Nơi nhận: {name} ({bloc})"), format!("To: {name} ({bloc})")),
        None => lang.pick(format!("Nơi nhận: nơi gửi tệp {name}"), format!("To: the sender of {name}")),
    }
}

/// The heading of a sender's findings on the terminal.
pub fn of_sender(lang: Lang, name: &str, count: usize) -> String {
    lang.pick(format!("{name}: {count} nội dung"), format!("{name}: {count} findings"))
}

/// Who is meant where a finding concerns nobody in particular.
pub const EVERYBODY: Text = Text { vi: "chung", en: "general" };

/// Where files go that several members share, or that name no member.
pub const OTHER_FOLDER: Text = Text { vi: "tep-khac", en: "other-files" };

/// The name of the workbook.
pub const FILE: Text = Text { vi: "noi-dung-can-sua", en: "what-to-mend" };

/// The name of the set.
pub fn set(lang: Lang, year: u16) -> String {
    lang.pick(format!("gui-lai-{year}"), format!("returns-{year}-en"))
}
