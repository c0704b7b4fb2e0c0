//! Faults of scoring.toml: its keys, its words, its references.

use super::spot::{Said, Spot, tick};
use super::syntax;

pub(super) fn toml_syntax(at: &Spot, reason: &str) -> Said {
    let what = syntax::complaint(reason, at.lang);
    at.pick(
        Said::new(
            format!("tệp quy định chấm điểm viết sai cú pháp: {what}"),
            "mỗi dòng một cặp `khóa = giá trị`, chữ đặt trong dấu ngoặc kép",
            "sửa chỗ được chỉ rồi chạy lại; `thidua init` trong một thư mục trống cho một tệp mẫu để so",
        ),
        Said::new(
            format!("the scoring file breaks the syntax of TOML: {what}"),
            "one `key = value` a line, text in double quotes",
            "mend the place shown and run again; `thidua init` in an empty folder gives a sample to compare with",
        ),
    )
}

pub(super) fn unknown_key(at: &Spot, nearest: Option<&str>, known: &[String]) -> Said {
    let (near, list) = (at.did_you_mean(nearest), at.or(known));
    at.pick(
        Said::new(
            "khóa này không dùng ở đây",
            format!("một trong các khóa: {list}"),
            format!("{near}sửa tên khóa, hoặc xóa dòng này nếu không cần"),
        ),
        Said::new(
            "this key has no place here",
            format!("one of the keys {list}"),
            format!("{near}mend the key, or delete the line if it is not needed"),
        ),
    )
}

pub(super) fn missing_key(at: &Spot, key: &str) -> Said {
    at.pick(
        Said::new(
            format!("thiếu khóa `{key}`"),
            format!("một dòng `{key} = …`"),
            format!("thêm dòng `{key} = …` vào mục được chỉ; tệp mẫu của `thidua init` có lời giải thích từng khóa"),
        ),
        Said::new(
            format!("the key `{key}` is missing"),
            format!("a line `{key} = …`"),
            format!("add a line `{key} = …` to the entry shown; the sample of `thidua init` explains every key"),
        ),
    )
}

pub(super) fn wrong_shape(at: &Spot, reason: &str) -> Said {
    let (found, wanted) = syntax::shape(reason, at.lang);
    at.pick(
        Said::new("giá trị không đúng loại", wanted.clone(), format!("thay {found} bằng {wanted}")),
        Said::new("the value is of the wrong kind", wanted.clone(), format!("replace the {found} by {wanted}")),
    )
}

pub(super) fn duplicate_id(at: &Spot, id: &str) -> Said {
    at.pick(
        Said::new(
            format!("mã `{id}` được dùng hai lần"),
            "mỗi mã chỉ dùng một lần, không phân biệt chữ hoa, chữ thường",
            "đổi một trong hai mã; nếu chép thừa thì xóa mục thừa",
        ),
        Said::new(
            format!("the id `{id}` is used twice"),
            "each id once, capitals and small letters being the same",
            "change one of the two; if it is a copy too many, delete it",
        ),
    )
}

pub(super) fn bad_id(at: &Spot) -> Said {
    at.pick(
        Said::new(
            "mã viết không đúng cách",
            "chữ cái không dấu, chữ số, dấu chấm và gạch nối, bắt đầu bằng chữ cái hoặc chữ số, không quá 40 ký tự",
            "bỏ dấu tiếng Việt và dấu cách, ví dụ `cum-1`, `khoi-vhxh`, tiêu chí thì `I.3`; không dùng các tên riêng của Windows như `con`, `nul`",
        ),
        Said::new(
            "the id is not well formed",
            "plain letters, digits, points and hyphens, a letter or digit first, at most 40 characters",
            "leave out accents and spaces, as in `cum-1`, `khoi-vhxh`, or `I.3` for a criterion; names Windows keeps, such as `con` and `nul`, cannot be used",
        ),
    )
}

pub(super) fn unknown_reference(at: &Spot, nearest: Option<&str>, known: &[String]) -> Said {
    let near = at.did_you_mean(nearest);
    let list = if known.is_empty() {
        at.lang.pick("chưa khai báo tên nào".to_owned(), "none is declared yet".to_owned())
    } else {
        at.or(known)
    };
    at.pick(
        Said::new(
            "tên hoặc mã được nhắc đến ở đây chưa khai báo",
            list.clone(),
            format!("{near}sửa cho khớp với nơi khai báo, hoặc khai báo thêm"),
        ),
        Said::new(
            "the name or id used here is not declared",
            list,
            format!("{near}make it agree with its declaration, or declare it"),
        ),
    )
}

pub(super) fn field_cycle(at: &Spot, chain: &[String]) -> Said {
    let chain: Vec<_> = chain.iter().map(|id| tick(id)).collect();
    let vi = format!("các lĩnh vực nằm vòng trong nhau: {}", chain.join(" → "));
    let en = format!("the fields stand in a circle: {}", chain.join(" → "));
    at.pick(
        Said::new(
            vi,
            "lĩnh vực cấp trên không nằm trong lĩnh vực cấp dưới của nó",
            "sửa hoặc xóa một dòng `parent` trong vòng này",
        ),
        Said::new(en, "no field stands below itself", "change or delete one `parent` line of the circle"),
    )
}

pub(super) fn alike_names(at: &Spot, first: &str, second: &str) -> Said {
    at.pick(
        Said::new(
            format!("hai tên trong cùng một cụm, khối không phân biệt được: `{first}` và `{second}`"),
            "các tên khác nhau cả khi bỏ qua chữ hoa, dấu cách và cách đặt dấu",
            "ghi rõ hơn một trong hai tên, hoặc bỏ tên gọi khác (aliases) bị trùng",
        ),
        Said::new(
            format!("two names of one bloc cannot be told apart: `{first}` and `{second}`"),
            "names that differ even without capitals, spaces and the place of tone marks",
            "make one of the two names fuller, or drop the alias that repeats",
        ),
    )
}

pub(super) fn bad_value(at: &Spot, expected_vi: &str, expected_en: &str) -> Said {
    at.pick(
        Said::new("giá trị này không dùng được ở đây", expected_vi, "thay bằng giá trị như dòng `cần` nêu"),
        Said::new("this value cannot be used here", expected_en, "replace it by what the line `expected` names"),
    )
}
