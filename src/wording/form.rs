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

/// What the form comes with.
pub const ENCLOSED: Text = Text {
    vi: "(Kèm theo Báo cáo số ......../BC-........ ngày ..... tháng ..... năm ......)",
    en: "(enclosed with report No. ........ of ..........)",
};

/// The line of the sum of marks.
pub const TOTAL: Text = Text { vi: "TỔNG CỘNG", en: "Total" };

/// Who signs the form.
pub const SIGNER: Text = Text { vi: "THỦ TRƯỞNG ĐƠN VỊ", en: "HEAD OF THE MEMBER UNIT" };

/// How it is signed.
pub const SIGNED_AND_SEALED: Text = Text { vi: "(Ký tên, đóng dấu)", en: "(signature and seal)" };

/// How to fill it in.
pub const HOW: Text = Text {
    vi: "Chỉ điền các ô màu vàng. Ô chưa có số liệu để trống; số ước ghi chữ `ước`, số dự kiến ghi chữ `dự kiến` ở cột tình trạng số liệu.",
    en: "Fill in the yellow cells only. Leave a cell blank where there is no figure yet; write `estimate` or `forecast` under data status.",
};

/// The words for what was not assigned, as a cell is read.
pub const NOT_ASSIGNED: &str = "Không giao";

/// The words for what did not arise, as a cell is read.
pub const NOT_ARISING: &str = "Không phát sinh";

/// Over the message of a cell that refuses what was typed.
pub const REFUSED: Text = Text { vi: "Chưa nhận được", en: "Not accepted" };

/// What a cell takes.
pub const A_NUMBER: Text = Text {
    vi: "Ô này ghi một con số, không kèm đơn vị tính. Chưa có số liệu thì để trống.",
    en: "A number without its unit. Leave the cell blank where there is no figure yet.",
};

/// What a cell takes.
pub const A_COUNT: Text =
    Text { vi: "Ô này ghi số lần, số việc: số nguyên từ 0.", en: "A count: a whole number from 0." };

/// What a cell takes.
pub const A_DATE: Text = Text { vi: "Ô này ghi ngày, ví dụ 28/02/2023.", en: "A date, such as 28/02/2023." };

/// What a cell takes.
pub const A_WORD: Text = Text {
    vi: "Chọn một trong các mức ở danh sách của ô.",
    en: "Choose one of the words in the cell's list.",
};

/// What a cell takes.
pub const A_STATUS: Text = Text {
    vi: "Chọn chính thức, ước hoặc dự kiến; để trống là chính thức.",
    en: "Choose official, estimate or forecast; blank is official.",
};

/// The statuses of a figure.
pub const STATUSES: [Text; 3] = [
    Text { vi: "chính thức", en: "official" },
    Text { vi: "ước", en: "estimate" },
    Text { vi: "dự kiến", en: "forecast" },
];

/// The marks that a cell takes.
pub fn mark_range(lang: Lang, from: &str, to: &str) -> String {
    lang.pick(
        format!("Điểm của tiêu chí này từ {from} đến {to}."),
        format!("Marks of this criterion go from {from} to {to}."),
    )
}

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
