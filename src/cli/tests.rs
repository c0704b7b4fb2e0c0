//! Command lines and what they come to.

use super::{Command, Options, Parsed, parse};
use crate::diag::{Fault, Lang};

fn of(line: &str) -> (Options, Command) {
    match parse(line.split(' ')) {
        Ok(Parsed::Command(options, command)) => (options, command),
        other => panic!("{line}: {other:?}"),
    }
}

fn refused(line: &str) -> (String, String) {
    match parse(line.split(' ')) {
        Err((_, note)) => match note.fault {
            Fault::BadArgument { reason, hint } => (reason, hint),
            other => panic!("{line}: {other:?}"),
        },
        other => panic!("{line}: {other:?}"),
    }
}

fn help(line: &str) -> String {
    match parse(line.split(' ')) {
        Ok(Parsed::Help(text)) => text,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn without_a_command_it_runs_with_the_defaults() {
    let (options, command) = of("thidua");
    assert_eq!(command, Command::Run);
    assert_eq!(options.inputs.to_str(), Some("inputs"));
    assert_eq!(options.outputs.to_str(), Some("outputs"));
    assert_eq!(options.scoring.to_str(), Some("scoring.toml"));
    assert_eq!(options.lang, Lang::Vi);
    assert!(!options.quiet && !options.verbose && !options.json && !options.strict);
    assert_eq!(of("thidua run"), (options, command));
}

#[test]
fn options_stand_before_or_behind_the_command() {
    let behind = of("thidua check --inputs a --lang en --json --strict b.xlsx c.xlsx");
    assert_eq!(behind, of("thidua --strict --inputs a --lang=en --json check b.xlsx c.xlsx"));
    assert_eq!(behind.1, Command::Check { paths: vec!["b.xlsx".into(), "c.xlsx".into()], returned: None });
    assert!(behind.0.strict && behind.0.json && behind.0.lang == Lang::En);
    assert!(of("thidua --strict").0.strict && of("thidua run --strict").0.strict);
    assert_eq!(of("thidua --inputs a --inputs b").0.inputs.to_str(), Some("b"));
}

#[test]
fn explain_takes_a_member_a_criterion_and_another() {
    let parsed = parse(["thidua", "explain", "Sở Y tế", "I.3", "--against", "Sở Tư pháp", "--bloc", "khoi-1"]);
    let Ok(Parsed::Command(_, command)) = parsed else { panic!("{parsed:?}") };
    let some = |text: &str| Some(text.to_owned());
    let expected = Command::Explain {
        member: "Sở Y tế".to_owned(),
        criterion: some("I.3"),
        against: some("Sở Tư pháp"),
        bloc: some("khoi-1"),
    };
    assert_eq!(command, expected);
}

#[test]
fn the_other_commands() {
    assert_eq!(of("thidua rules steps").1, Command::Rules { name: Some("steps".to_owned()) });
    assert_eq!(of("thidua rules").1, Command::Rules { name: None });
    assert_eq!(of("thidua diff a/b").1, Command::Diff { earlier: "a/b".into() });
    assert_eq!(of("thidua form").1, Command::Form);
    assert_eq!(of("thidua init").1, Command::Init { from: None });
    assert_eq!(of("thidua init --from bang.xlsx").1, Command::Init { from: Some("bang.xlsx".into()) });
    let version = parse(["thidua", "-V"]);
    assert!(matches!(&version, Ok(Parsed::Version(text)) if *text == format!("thidua {}", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn errors_are_ours_and_suggest() {
    let cases = [
        ("thidua --stric", "không có tùy chọn `--stric` ở đây", "ý bạn là `--strict`?"),
        ("thidua chek", "không có lệnh `chek`", "ý bạn là `check`?"),
        ("thidua help", "không có lệnh `help`", "gõ `thidua --help` để xem cách dùng"),
        ("thidua init x", "thừa `x` trên dòng lệnh", "gõ `thidua init --help` để xem cách dùng"),
        ("thidua --inputs", "`--inputs` còn thiếu giá trị", "gõ `thidua --help` để xem cách dùng"),
        ("thidua --quiet=1", "`--quiet` không nhận giá trị nào", "gõ `thidua --help` để xem cách dùng"),
        ("thidua --lang fr", "`--lang` không nhận giá trị `fr`", "dùng một trong: `vi`, `en`"),
        ("thidua diff", "thiếu `KẾT_QUẢ_TRƯỚC`", "gõ `thidua diff --help` để xem cách dùng"),
        ("thidua explain", "thiếu `ĐƠN_VỊ`", "gõ `thidua explain --help` để xem cách dùng"),
        (
            "thidua run --quiet --verbose",
            "`--quiet` và `--verbose` không dùng cùng nhau",
            "gõ `thidua run --help` để xem cách dùng",
        ),
        ("thidua form --strict", "không có tùy chọn `--strict` ở đây", "gõ `thidua form --help` để xem cách dùng"),
        ("thidua --strict form", "`--strict` chỉ dùng với lệnh `run` và `check`", "bỏ `--strict` rồi chạy lại"),
        ("thidua --stric --lang en", "there is no option `--stric` here", "did you mean `--strict`?"),
    ];
    for (line, reason, hint) in cases {
        assert_eq!(refused(line), (reason.to_owned(), hint.to_owned()), "{line}");
    }
}

#[test]
fn help_is_in_the_language_asked_for_and_names_every_exit_code() {
    for command in ["", " run", " check", " explain", " diff", " rules", " form", " init"] {
        for (flag, foreign) in [
            ("", ["Usage", "Options", "Commands", "Print", "default:"]),
            (" --lang en", ["Cách dùng", "Tùy chọn", "Lệnh", "mặc định", "In "]),
        ] {
            let text = help(&format!("thidua{command} --help{flag}"));
            assert!(text.starts_with(if flag.is_empty() { "Ví dụ:\n  " } else { "Examples:\n  " }), "{text}");
            for code in ["0 ", "1 ", "2 ", "3 ", "4 ", "70 ", "130 "] {
                assert!(text.contains(&format!("\n  {code}")), "{code}\n{text}");
            }
            assert_eq!(foreign.iter().find(|word| text.contains(**word)), None, "{text}");
        }
    }
}
