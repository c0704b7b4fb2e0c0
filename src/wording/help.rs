//! The help of the command line and what is said of a wrong one, in both languages.

use crate::diag::{Lang, Text};

macro_rules! texts {
    ($($name:ident: $doc:literal, $vi:literal, $en:literal;)*) => {
        $(#[doc = $doc] pub const $name: Text = Text { vi: $vi, en: $en };)*
    };
}

// headings and placeholders
texts! {
    USAGE: "Heading.", "Cách dùng", "Usage";
    EXAMPLES: "Heading.", "Ví dụ", "Examples";
    COMMANDS: "Heading.", "Lệnh", "Commands";
    ARGUMENTS: "Heading.", "Tham số", "Arguments";
    OPTIONS: "Heading.", "Tùy chọn", "Options";
    DIR: "Placeholder.", "THƯ_MỤC", "DIR";
    FILE: "Placeholder.", "TỆP", "FILE";
    PATH: "Placeholder.", "ĐƯỜNG_DẪN", "PATH";
    MEMBER: "Placeholder.", "ĐƠN_VỊ", "MEMBER";
    CRITERION: "Placeholder.", "TIÊU_CHÍ", "CRITERION";
    EARLIER: "Placeholder.", "KẾT_QUẢ_TRƯỚC", "EARLIER";
    OTHER: "Placeholder.", "ĐƠN_VỊ_KHÁC", "OTHER";
    ID: "Placeholder.", "MÃ", "ID";
    NAME: "Placeholder.", "TÊN", "NAME";
}

// usage lines
texts! {
    USAGE_TOP: "Usage.", "thidua [LỆNH] [TÙY CHỌN]", "thidua [COMMAND] [OPTIONS]";
    USAGE_RUN: "Usage.", "thidua [run] [TÙY CHỌN]", "thidua [run] [OPTIONS]";
    USAGE_CHECK: "Usage.", "thidua check [ĐƯỜNG_DẪN…] [TÙY CHỌN]", "thidua check [PATH…] [OPTIONS]";
    USAGE_EXPLAIN: "Usage.", "thidua explain ĐƠN_VỊ [TIÊU_CHÍ] [TÙY CHỌN]", "thidua explain MEMBER [CRITERION] [OPTIONS]";
    USAGE_DIFF: "Usage.", "thidua diff KẾT_QUẢ_TRƯỚC [TÙY CHỌN]", "thidua diff EARLIER [OPTIONS]";
    USAGE_RULES: "Usage.", "thidua rules [TÊN] [TÙY CHỌN]", "thidua rules [NAME] [OPTIONS]";
    USAGE_FORM: "Usage.", "thidua form [TÙY CHỌN]", "thidua form [OPTIONS]";
    USAGE_INIT: "Usage.", "thidua init [TÙY CHỌN]", "thidua init [OPTIONS]";
}

// what each command does
texts! {
    ABOUT: "The program.",
        "Chấm điểm, xếp hạng các đơn vị trong cụm, khối thi đua theo giao ước đã ký và lập danh sách đề nghị khen thưởng",
        "Scores and ranks the members of emulation clusters and blocs by the compact they signed, and proposes the awards";
    RUN: "A command.",
        "Đọc inputs và scoring.toml, chấm điểm, ghi kết quả vào outputs (lệnh mặc định)",
        "Read inputs and scoring.toml, score, write the results to outputs (the default)";
    CHECK: "A command.",
        "Kiểm tra scoring.toml và mọi tệp đầu vào, nêu hết lỗi một lần, không ghi gì",
        "Check scoring.toml and every input, name all faults at once, write nothing";
    EXPLAIN: "A command.",
        "Giải thích điểm của một đơn vị: từng điểm, căn cứ, ô số liệu",
        "Explain a member's marks: each mark, its reason, the cells it came from";
    DIFF: "A command.",
        "So với một bộ kết quả trước: đổi do số liệu, do các bước chấm sau hay do giao ước; đề nghị nào khác đi; không ghi gì",
        "Compare with an earlier set of results: what changed by data, by later stages, by the compact; which proposals; write nothing";
    RULES: "A command.",
        "Xem các quy tắc chấm điểm: tham số, công thức, ví dụ",
        "Show the scoring rules: parameters, formula, example";
    FORM: "A command.",
        "Tạo biểu mẫu trống để gửi các đơn vị",
        "Make the blank forms to send to members";
    INIT: "A command.",
        "Tạo scoring.toml mẫu và số liệu mẫu trong một thư mục trống, hoặc lập scoring.toml từ bảng điểm của giao ước",
        "Make a sample scoring.toml and sample inputs in an empty folder, or a scoring.toml from a compact's score table";
}

// arguments and options
texts! {
    ARG_PATHS: "An argument.", "Chỉ kiểm tra các tệp này; bỏ trống thì kiểm tra tất cả", "Check these files alone; all of them without it";
    ARG_RETURN: "An option.",
        "Ghi vào thư mục này, cho từng nơi gửi, một tệp chỉ rõ các ô cần sửa, kèm bản gốc",
        "Write into this folder, for each sender, a workbook that shows the cells to mend, with the original beside it";
    ARG_MEMBER: "An argument.",
        "Tên đơn vị hoặc tên gọi khác trong scoring.toml; có dấu cách thì đặt trong ngoặc kép",
        "A member's name or alias in scoring.toml; in double quotes if it has spaces";
    ARG_CRITERION: "An argument.", "Mã tiêu chí, ví dụ I.3; bỏ trống thì xem tất cả", "A criterion's id, such as I.3; all of them without it";
    ARG_AGAINST: "An option.", "So với đơn vị này, tách chênh lệch theo từng tiêu chí", "Compare with this member, the gap split by criterion";
    ARG_BLOC: "An option.", "Mã cụm, khối, khi tên đơn vị có ở nhiều nơi", "The bloc's id, where several have a member of this name";
    ARG_EARLIER: "An argument.",
        "Thư mục của một bộ kết quả trước, hoặc tệp ket-qua.json trong đó; mã thoát 0 là như nhau, 1 là có khác",
        "The folder of an earlier set of results, or its ket-qua.json; exit 0 where they are equal, 1 where they differ";
    ARG_FROM: "An option.",
        "Lập scoring.toml từ bảng tiêu chí, thang điểm này (xlsx, xls, ods, csv); quy tắc đề xuất theo lời cách chấm, chỗ chưa rõ để người chấm",
        "Make scoring.toml from this score table (xlsx, xls, ods, csv); rules proposed from its wording, what is in doubt left to people";
    ARG_RULE: "An argument.", "Tên quy tắc; bỏ trống thì xem danh sách", "A rule's name; the list of them without it";
    ARG_INPUTS: "An option.", "Thư mục chứa tệp của các đơn vị [mặc định: inputs]", "Folder with the members' files [default: inputs]";
    ARG_OUTPUTS: "An option.", "Thư mục ghi kết quả [mặc định: outputs]", "Folder for the results [default: outputs]";
    ARG_SCORING: "An option.", "Tệp quy định chấm điểm [mặc định: scoring.toml]", "The scoring file [default: scoring.toml]";
    ARG_LANG: "An option.", "Ngôn ngữ: vi (tiếng Việt, mặc định) hoặc en (tiếng Anh)", "Language: vi (Vietnamese, the default) or en (English)";
    ARG_QUIET: "An option.", "Chỉ in lỗi", "Print faults alone";
    ARG_VERBOSE: "An option.", "In mọi phát hiện, không dừng ở 20, và từng bước đang làm", "Print every finding, not only 20, and each step";
    ARG_JSON: "An option.", "In tóm tắt dạng JSON cho máy đọc", "Print a summary as JSON, for machines";
    ARG_STRICT: "An option.", "Có tệp bị để ngoài hoặc đơn vị chưa đủ số liệu thì không ghi gì, mã thoát 3", "Write nothing, exit 3, where a file is left out or a member incomplete";
    ARG_HELP: "An option.", "In hướng dẫn này", "Print this help";
    ARG_VERSION: "An option.", "In phiên bản", "Print the version";
}

// examples, first in every help
texts! {
    EXAMPLE_TOP: "Examples.",
        "  thidua                              chấm điểm và ghi kết quả vào outputs\n  thidua check                        chỉ kiểm tra, không ghi gì\n  thidua explain \"Sở Y tế\" I.3        vì sao được số điểm ấy",
        "  thidua                              score, and write the results to outputs\n  thidua check                        check alone, write nothing\n  thidua explain \"Sở Y tế\" I.3        why the mark is what it is";
    EXAMPLE_RUN: "Examples.", "  thidua run --inputs bao-cao-2023 --outputs ket-qua", "  thidua run --inputs reports-2023 --outputs results";
    EXAMPLE_CHECK: "Examples.", "  thidua check\n  thidua check inputs/so-y-te.xlsx", "  thidua check\n  thidua check inputs/so-y-te.xlsx";
    EXAMPLE_EXPLAIN: "Examples.",
        "  thidua explain \"Sở Y tế\"\n  thidua explain \"Sở Y tế\" I.3\n  thidua explain \"Sở Y tế\" --against \"Sở Tư pháp\"",
        "  thidua explain \"Sở Y tế\"\n  thidua explain \"Sở Y tế\" I.3\n  thidua explain \"Sở Y tế\" --against \"Sở Tư pháp\"";
    EXAMPLE_DIFF: "Examples.",
        "  thidua diff outputs/2023-tong-ket                bộ kết quả đang có\n  thidua diff outputs/ban-luu/2023-tong-ket-1      một bản lưu",
        "  thidua diff outputs/2023-tong-ket                the present set\n  thidua diff outputs/ban-luu/2023-tong-ket-1      one that was kept";
    EXAMPLE_RULES: "Examples.", "  thidua rules\n  thidua rules steps", "  thidua rules\n  thidua rules steps";
    EXAMPLE_FORM: "Examples.", "  thidua form --outputs bieu-mau", "  thidua form --outputs forms";
    EXAMPLE_INIT: "Examples.",
        "  mkdir thi-dua-2023\n  cd thi-dua-2023\n  thidua init\n  thidua init --from BANG-DIEM.xlsx",
        "  mkdir emulation-2023\n  cd emulation-2023\n  thidua init\n  thidua init --from SCORE-TABLE.xlsx";
}

/// The exit codes, last in every help.
pub const EXIT_CODES: Text = Text {
    vi: "Mã thoát:
  0    đã ghi kết quả, không thiếu gì
  1    đã ghi kết quả, nhưng có đơn vị chưa đủ số liệu hoặc có tệp bị để ngoài
  2    dòng lệnh hoặc scoring.toml sai, chưa ghi gì
  3    đầu vào bị từ chối, chưa ghi gì
  4    không ghi được kết quả, hoặc một lần chạy khác đang ghi
  70   lỗi của chương trình
  130  bị ngắt giữa chừng, chưa ghi gì",
    en: "Exit codes:
  0    written, nothing missing
  1    written, but some members are incomplete or files were left out
  2    wrong command line or scoring.toml, nothing written
  3    inputs refused, nothing written
  4    the results could not be written, or another run holds them
  70   a bug of the program
  130  interrupted, nothing written",
};

/// The template that clap fills in; headings in `lang`.
pub fn template(examples: Text, lang: Lang) -> String {
    let (heading, usage, codes) = (EXAMPLES.say(lang), USAGE.say(lang), EXIT_CODES.say(lang));
    let examples = examples.say(lang);
    format!("{heading}:\n{examples}\n\n{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}\n\n{codes}\n")
}

/// `--x` is no option here.
pub fn unknown_option(given: &str, lang: Lang) -> String {
    lang.pick(format!("không có tùy chọn `{given}` ở đây"), format!("there is no option `{given}` here"))
}

/// A word too many.
pub fn unexpected_word(given: &str, lang: Lang) -> String {
    lang.pick(format!("thừa `{given}` trên dòng lệnh"), format!("`{given}` is one word too many on the command line"))
}

/// There is no such command.
pub fn unknown_command(given: &str, lang: Lang) -> String {
    lang.pick(format!("không có lệnh `{given}`"), format!("there is no command `{given}`"))
}

/// An option without its value.
pub fn needs_value(option: &str, lang: Lang) -> String {
    lang.pick(format!("`{option}` còn thiếu giá trị"), format!("`{option}` lacks its value"))
}

/// An option that takes no value.
pub fn takes_no_value(option: &str, lang: Lang) -> String {
    lang.pick(format!("`{option}` không nhận giá trị nào"), format!("`{option}` takes no value"))
}

/// A value that an option does not know.
pub fn bad_value(value: &str, option: &str, lang: Lang) -> String {
    lang.pick(format!("`{option}` không nhận giá trị `{value}`"), format!("`{option}` cannot be `{value}`"))
}

/// Something that must be given.
pub fn missing(what: &str, lang: Lang) -> String {
    lang.pick(format!("thiếu {what}"), format!("{what} is missing"))
}

/// Two that exclude each other.
pub fn conflict(one: &str, other: &str, lang: Lang) -> String {
    lang.pick(format!("`{one}` và `{other}` không dùng cùng nhau"), format!("`{one}` and `{other}` do not go together"))
}

/// Anything else that cannot be understood.
pub fn not_understood(lang: Lang) -> String {
    lang.pick("không hiểu dòng lệnh này", "this command line cannot be understood").to_owned()
}

/// A name that is not valid text.
pub fn not_text(lang: Lang) -> String {
    lang.pick("dòng lệnh có chữ không đọc được", "the command line has text that cannot be read").to_owned()
}

/// A suggestion.
pub fn did_you_mean(near: &str, lang: Lang) -> String {
    lang.pick(format!("ý bạn là `{near}`?"), format!("did you mean `{near}`?"))
}

/// The values to choose from.
pub fn choose(values: &[String], lang: Lang) -> String {
    let list: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
    lang.pick(format!("dùng một trong: {}", list.join(", ")), format!("use one of {}", list.join(", ")))
}

/// Where to read on; `command` is empty for the program itself.
pub fn see_help(command: &str, lang: Lang) -> String {
    let gap = if command.is_empty() { "" } else { " " };
    lang.pick(
        format!("gõ `thidua{gap}{command} --help` để xem cách dùng"),
        format!("`thidua{gap}{command} --help --lang en` shows how it is used"),
    )
}

/// `--strict` is for run and check.
pub fn strict_only(lang: Lang) -> (String, String) {
    lang.pick(
        ("`--strict` chỉ dùng với lệnh `run` và `check`".to_owned(), "bỏ `--strict` rồi chạy lại".to_owned()),
        ("`--strict` is for `run` and `check` alone".to_owned(), "leave out `--strict` and run again".to_owned()),
    )
}
