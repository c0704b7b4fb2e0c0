//! The words of a blank form; `recognition` reads the same words back.

use crate::diag::{Lang, Text};
use crate::model::{Period, Term};

/// The headings of the table, in order.
pub const HEADINGS: [Text; 9] = [
    Text { vi: "TT", en: "No" },
    Text { vi: "Nội dung, tiêu chí", en: "Criterion" },
    Text { vi: "ĐVT", en: "Unit" },
    Text { vi: "Kế hoạch", en: "Plan" },
    Text { vi: "Thực hiện", en: "Actual" },
    Text { vi: "Điểm tối đa", en: "Maximum" },
    Text { vi: "Điểm tự chấm", en: "Self mark" },
    Text { vi: "Tình trạng số liệu", en: "Data status" },
    Text { vi: "Tài liệu minh chứng", en: "Evidence" },
];

/// The name of the sheet.
pub const SHEET: Text = Text { vi: "Bảng tự chấm điểm", en: "Self-score form" };

/// How to fill it in.
pub const HOW: Text = Text {
    vi: "Chỉ điền các ô màu vàng. Ô chưa có số liệu để trống; số ước ghi chữ `ước`, số dự kiến ghi chữ `dự kiến` ở cột tình trạng số liệu.",
    en: "Fill in the yellow cells only. Leave a cell blank where there is no figure yet; write `estimate` or `forecast` under data status.",
};

/// The title with its year.
pub fn title(lang: Lang, term: Term) -> String {
    let year = term.year;
    match term.period {
        Period::Year => {
            lang.pick(format!("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {year}"), format!("SELF-SCORE FORM OF THE YEAR {year}"))
        }
        Period::Half => lang.pick(
            format!("BẢNG TỰ CHẤM ĐIỂM THI ĐUA 6 THÁNG ĐẦU NĂM {year}"),
            format!("SELF-SCORE FORM, FIRST HALF OF THE YEAR {year}"),
        ),
    }
}

/// The line that names the member.
pub fn member(lang: Lang, name: &str) -> String {
    lang.pick(format!("Tên đơn vị: {name}"), format!("Member: {name}"))
}

/// The line that names the bloc.
pub fn bloc(lang: Lang, name: &str) -> String {
    lang.pick(format!("Cụm/Khối: {name}"), format!("Bloc: {name}"))
}
