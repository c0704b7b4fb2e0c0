//! The other commands, and the help, in both languages.

use crate::harness::{World, run_in};

#[test]
fn explain_walks_from_the_total_to_each_mark_its_reason_and_its_cell() {
    let world = World::whole();
    let ended = world.run(&["explain", "Đơn vị Hai"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for part in [
        "tổng điểm: 90",
        "I.1 Thu ngân sách: 45/50",
        "thực hiện 90/kế hoạch 100, đạt 90%",
        "k1/hai.xlsx!Bảng tự chấm!D8",
        "chung/dang-ky.xlsx!Đăng ký!D4",
        "II.1 Tuyên truyền: 15/20",
        "F11",
    ] {
        assert!(ended.stdout.contains(part), "`{part}` is not in\n{}", ended.stdout);
    }
    assert!(world.files("outputs").is_empty());
    let english = world.run(&["explain", "ĐV Hai", "I.1", "--lang", "en"]);
    assert!(english.stdout.contains("actual 90 of plan 100, 90%"), "{}", english.stdout);
    assert!(!english.stdout.contains("II.1"));
}

#[test]
fn explain_splits_the_gap_between_two_members() {
    let world = World::whole();
    let ended = world.run(&["explain", "Đơn vị Hai", "--against", "Đơn vị Ba"]);
    assert!(
        ended.stdout.contains("tổng chênh lệch: 5") && ended.stdout.contains("I.1 Thu ngân sách: 5"),
        "{}",
        ended.stdout
    );
}

#[test]
fn an_unknown_or_ambiguous_name_exits_with_2() {
    let world = World::whole();
    let unknown = world.run(&["explain", "Đơn vị Hay"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("[unknown-name]") && unknown.stderr.contains("Đơn vị Hai"), "{}", unknown.stderr);
    let ambiguous = world.run(&["explain", "Đơn vị Một"]);
    assert_eq!(ambiguous.code, 2);
    assert!(ambiguous.stderr.contains("[ambiguous-name]") && ambiguous.stderr.contains("k2"), "{}", ambiguous.stderr);
    assert_eq!(world.run(&["explain", "Đơn vị Một", "--bloc", "k2"]).code, 0);
}

#[test]
fn rules_prints_the_catalogue() {
    let world = World::empty();
    let all = world.run(&["rules"]);
    assert_eq!(all.code, 0);
    for rule in ["proportional", "compound", "titles-held", "entered"] {
        assert!(all.stdout.contains(rule));
    }
    let one = world.run(&["rules", "steps", "--lang", "en"]);
    assert!(one.stdout.contains("step_down") && one.stdout.contains("KPI forms of banks"), "{}", one.stdout);
    let unknown = world.run(&["rules", "step"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("`steps`"), "{}", unknown.stderr);
}

#[test]
fn check_writes_nothing() {
    let world = World::whole();
    assert_eq!(world.run(&["check"]).code, 0);
    world.remove("k1/hai.xlsx");
    let ended = world.run(&["check"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("[nothing-handed-in]"), "{}", ended.stderr);
    assert!(world.files("outputs").is_empty());
}

#[test]
fn init_makes_a_sample_that_runs_and_never_overwrites() {
    let world = World::empty();
    let folder = world.root.join("moi");
    std::fs::create_dir(&folder).unwrap();
    let made = run_in(&folder, &["init"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let run = run_in(&folder, &["run", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run_in(&folder, &["init"]).code, 2);
}

#[test]
fn form_writes_a_blank_form_per_member_that_reads_back() {
    let world = World::whole();
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let forms = world.files("outputs/bieu-mau-2023-year");
    let (shared, own): (Vec<_>, Vec<_>) = forms.iter().partition(|(name, _)| name.starts_with("chung/"));
    assert_eq!(own.len(), 5);
    let shared: Vec<_> = shared.iter().map(|(name, _)| name.trim_start_matches("chung/")).collect();
    assert_eq!(
        shared,
        [
            "dang-ky-chi-tieu-k1.xlsx",
            "dang-ky-chi-tieu-k2.xlsx",
            "dang-ky-danh-hieu.xlsx",
            "ket-qua-bieu-quyet.xlsx",
            "ket-qua-suy-ton.xlsx",
            "ket-qua-tham-dinh.xlsx",
            "kiem-phieu-hoi-dong.xlsx",
            "kiem-phieu-k1.xlsx",
            "kiem-phieu-k2.xlsx",
            "xep-loai-nam.xlsx",
            "y-kien-co-quan-chuc-nang.xlsx",
        ]
    );
    assert_eq!(world.run(&["form"]).code, 2);
    world.remove("k1/hai.xlsx");
    let (_, blank) = forms.iter().find(|(name, _)| name.contains("k1/") && name.contains("hai")).unwrap();
    world.bytes("k1/hai.xlsx", blank);
    let ended = world.run(&["check"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.stderr.contains("[missing-value]") && !ended.stderr.contains("[nothing-handed-in]"),
        "{}",
        ended.stderr
    );
}

#[test]
fn help_and_errors_follow_the_language() {
    let world = World::empty();
    let vietnamese = world.run(&["--help"]);
    let english = world.run(&["--help", "--lang", "en"]);
    assert_eq!((vietnamese.code, english.code), (0, 0));
    assert_ne!(vietnamese.stdout, english.stdout);
    assert!(!vietnamese.stdout.contains("Usage") && !vietnamese.stdout.contains("Print"), "{}", vietnamese.stdout);
    let wrong = world.run(&["--strct"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("`--strict`"), "{}", wrong.stderr);
}
