//! What the TOML reader reports, in our words and without type names.

use crate::diag::Lang;

/// A syntax complaint in `lang`; the reader's own words follow where they say more.
pub(super) fn complaint(reason: &str, lang: Lang) -> String {
    let head = reason.split(", expected").next().unwrap_or(reason).trim();
    let known = SYNTAX.iter().find(|(english, _)| head.starts_with(english));
    match (lang, known) {
        (Lang::En, _) => head.to_owned(),
        (Lang::Vi, Some((_, vi))) => (*vi).to_owned(),
        (Lang::Vi, None) => format!("sai cách viết ({head})"),
    }
}

const SYNTAX: &[(&str, &str)] = &[
    ("duplicate key", "khóa này đã có ở trên"),
    ("string values must be quoted", "thiếu giá trị, hoặc chữ chưa đặt trong dấu ngoặc kép `\"…\"`"),
    ("missing opening quote", "thiếu dấu ngoặc kép"),
    ("invalid basic string", "thiếu dấu ngoặc kép, hoặc có ký tự không dùng được trong ngoặc kép"),
    ("invalid literal string", "thiếu dấu nháy `'`, hoặc có ký tự không dùng được trong dấu nháy"),
    ("missing comma", "thiếu dấu phẩy giữa hai mục"),
    ("extra comma", "thừa dấu phẩy"),
    ("missing value", "thiếu giá trị sau dấu `=`"),
    ("key with no value", "khóa chưa có giá trị, thiếu dấu `=`"),
    ("missing assignment", "thiếu dấu `=` giữa khóa và giá trị"),
    ("extra assignment", "thừa dấu `=`"),
    ("extra `=`", "thừa dấu `=`"),
    ("unexpected `=`", "dấu `=` đặt sai chỗ, trong danh sách chỉ có các giá trị"),
    ("unclosed array table", "thiếu `]]` ở cuối tên bảng"),
    ("unclosed array", "thiếu dấu `]` ở cuối danh sách"),
    ("unclosed table", "thiếu dấu `]` ở cuối tên bảng"),
    ("unclosed inline table", "thiếu dấu `}` ở cuối bảng"),
    ("invalid unquoted key", "tên khóa có ký tự không dùng được"),
    ("unquoted keys cannot be empty", "thiếu tên khóa"),
    ("unexpected leading zero", "số không được bắt đầu bằng chữ số 0 thừa"),
    ("unexpected content", "thừa chữ sau giá trị"),
    ("unexpected key or value", "thừa chữ sau giá trị, mỗi khóa viết trên một dòng"),
    ("missing escaped value", "dấu `\\` trong ngoặc kép phải viết thành `\\\\`"),
    ("cannot extend value", "khóa này đã có giá trị ở trên"),
    ("invalid date", "ngày không đúng, viết như 2023-12-15"),
    ("invalid value", "giá trị viết không đúng cách"),
];

/// A complaint about the shape of a value, as what was found and what is wanted.
pub(super) fn shape(reason: &str, lang: Lang) -> (String, String) {
    let rest = reason.split_once(": ").map_or(reason, |(_, rest)| rest);
    let (found, wanted) = rest.split_once(", expected ").unwrap_or(("", rest.trim_start_matches("expected ")));
    (kind_found(found, lang), kind_wanted(wanted, lang))
}

/// `string "x"` as `chữ "x"`.
fn kind_found(found: &str, lang: Lang) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, ""));
    let kinds = [
        ("string", "chữ", "text"),
        ("integer", "số nguyên", "whole number"),
        ("float", "số thập phân", "decimal number"),
        ("floating", "số thập phân", "decimal number"),
        ("boolean", "đúng/sai", "true/false value"),
        ("map", "bảng", "table"),
        ("sequence", "danh sách", "list"),
    ];
    let said = kinds.iter().find(|(english, ..)| *english == kind).map(|(_, vi, en)| lang.pick(*vi, *en));
    let value = value.trim_start_matches("point ").replace(['`', '"'], "");
    match said {
        Some(said) if value.is_empty() => said.to_owned(),
        Some(said) => format!("{said} `{value}`"),
        None => lang.pick("giá trị khác loại", "another kind of value").to_owned(),
    }
}

/// What the reader wants, without its own type names.
fn kind_wanted(wanted: &str, lang: Lang) -> String {
    let first = wanted.trim_start_matches("a ").trim_start_matches("an ").split([' ', '`']).next().unwrap_or_default();
    let text = match first {
        "string" | "borrowed" | "str" | "char" => ("chữ trong dấu ngoặc kép", "text in double quotes"),
        "integer" | "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => {
            ("một số nguyên từ 0 trở lên, không có dấu ngoặc kép", "a whole number from 0 up, without quotes")
        }
        "number" | "float" | "f32" | "f64" => ("một số, không có dấu ngoặc kép", "a number without quotes"),
        "boolean" | "bool" => ("`true` hoặc `false`", "`true` or `false`"),
        "sequence" | "array" | "list" => ("một danh sách trong dấu `[ ]`", "a list in `[ ]`"),
        "map" | "table" | "struct" => ("một bảng trong dấu `{ }`", "a table in `{ }`"),
        "datetime" | "TOML" | "date" => ("một ngày, viết như 2023-12-15", "a date such as 2023-12-15"),
        _ => ("giá trị đúng loại như trong tệp mẫu", "a value of the kind the sample file shows"),
    };
    lang.pick(text.0, text.1).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{complaint, shape};
    use crate::diag::Lang;

    #[test]
    fn the_reader_is_put_into_our_words() {
        let cases = [
            (
                "invalid type: string \"2023\", expected u16",
                "chữ `2023`",
                "một số nguyên từ 0 trở lên, không có dấu ngoặc kép",
            ),
            ("invalid type: integer `5`, expected a string", "số nguyên `5`", "chữ trong dấu ngoặc kép"),
            ("invalid type: floating point `0.5`, expected a boolean", "số thập phân `0.5`", "`true` hoặc `false`"),
            ("invalid type: map, expected a sequence", "bảng", "một danh sách trong dấu `[ ]`"),
        ];
        for (reason, found, wanted) in cases {
            assert_eq!(shape(reason, Lang::Vi), (found.to_owned(), wanted.to_owned()), "{reason}");
        }
        assert_eq!(complaint("unclosed array, expected `]`", Lang::Vi), "thiếu dấu `]` ở cuối danh sách");
        assert_eq!(complaint("unclosed array, expected `]`", Lang::En), "unclosed array");
    }
}
