//! The fault of a file that is larger than is read: what of it, how much of that, and how much may be.

use rust_decimal::Decimal;

use super::spot::{Said, Spot};
use crate::diag::{Lang, Measure, Stop};

pub(super) fn too_large(at: &Spot, measure: Measure, found: u64, limit: u64) -> Said {
    let (vi, en) = of(measure);
    let has = |lang: Lang| format!("{} {}", lang.pick(vi.0, en.0), amount(measure, found, lang));
    let most = |lang: Lang| format!("{}{}", amount(measure, limit, lang), lang.pick(vi.1, en.1));
    at.pick(
        Said::new(
            format!("tệp lớn hơn mức chương trình đọc: {}", has(Lang::Vi)),
            format!("không quá {}", most(Lang::Vi)),
            "xóa các trang, hình ảnh, dòng và cột trống đã định dạng mà không dùng, lưu lại rồi chạy lại; hoặc chép riêng bảng số liệu sang tệp mới",
        ),
        Said::new(
            format!("the file is larger than the program reads: {}", has(Lang::En)),
            format!("at most {}", most(Lang::En)),
            "delete unused sheets, pictures and formatted empty rows and columns, save and run again; or copy the table alone into a new file",
        ),
    )
}

/// A file on which the process that read it ended, twice.
pub(super) fn reader_stopped(at: &Spot, stop: Stop) -> Said {
    let (vi, en) = match stop {
        Stop::Time => ("đọc tệp này quá lâu nên đã dừng", "reading this file took too long and was stopped"),
        Stop::Ended => (
            "đọc tệp này thì phần đọc tệp dừng giữa chừng (hết bộ nhớ cho phép hoặc tệp hỏng)",
            "reading this file broke off (out of the memory allowed, or the file is damaged)",
        ),
        Stop::Flood => (
            "nội dung đọc ra từ tệp này lớn hơn mức chương trình nhận",
            "more came out of this file than the program takes",
        ),
    };
    at.pick(
        Said::new(
            vi,
            "",
            "mở tệp bằng Excel, chép riêng bảng số liệu sang một tệp mới, lưu thành `Excel Workbook (*.xlsx)` rồi chạy lại; các tệp khác vẫn được đọc đủ",
        ),
        Said::new(
            en,
            "",
            "open it in Excel, copy the table alone into a new file, save that as `Excel Workbook (*.xlsx)` and run again; all other files were read",
        ),
    )
}

/// What stands before the amount and, for the limit, behind it; in Vietnamese and in English.
fn of(measure: Measure) -> ((&'static str, &'static str), (&'static str, &'static str)) {
    match measure {
        Measure::File => (("dung lượng", ""), ("its size is", "")),
        Measure::Unpacked => (("nội dung khi giải nén là", ""), ("it unpacks to", "")),
        Measure::Part => (("một phần khi giải nén là", " mỗi phần"), ("one part unpacks to", " a part")),
        Measure::Squeezed => (("một phần được nén", ""), ("one part is squeezed", "")),
        Measure::Parts => (("bên trong có", ""), ("it holds", "")),
        Measure::Sheets => (("có", ""), ("it has", "")),
        Measure::Rows | Measure::Columns | Measure::Merges => {
            (("một trang có tới", " mỗi trang"), ("one sheet has", " a sheet"))
        }
        Measure::Cells | Measure::Box => (("các trang có tới", ""), ("its sheets have", "")),
        Measure::Texts => (("có tới", ""), ("it has", "")),
        Measure::Letters => (("một ô có tới", " mỗi ô"), ("one cell has", " a cell")),
    }
}

fn amount(measure: Measure, number: u64, lang: Lang) -> String {
    let number = match measure {
        Measure::File | Measure::Unpacked | Measure::Part => number.div_ceil(1 << 20),
        _ => number,
    };
    let noun = match measure {
        Measure::File | Measure::Unpacked | Measure::Part => "MiB",
        Measure::Squeezed => lang.pick("lần", "times"),
        Measure::Parts => lang.pick("phần", "parts"),
        Measure::Sheets => lang.pick("trang", "sheets"),
        Measure::Rows => lang.pick("dòng", "rows"),
        Measure::Columns => lang.pick("cột", "columns"),
        Measure::Cells => lang.pick("ô có nội dung", "filled cells"),
        Measure::Box => lang.pick("ô (kể cả ô trống)", "cells (blank ones included)"),
        Measure::Texts => lang.pick("đoạn chữ", "texts"),
        Measure::Letters => lang.pick("ký tự", "letters"),
        Measure::Merges => lang.pick("vùng ô gộp", "merged areas"),
    };
    format!("{} {noun}", lang.number(Decimal::from(number)))
}
