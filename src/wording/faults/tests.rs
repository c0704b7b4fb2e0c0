//! One example of every fault, and what must hold of the words for each.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::said;
use crate::diag::{CellRef, Fault, Lang, Measure, SheetRef, Stop};

fn text(word: &str) -> String {
    word.to_owned()
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| text(word)).collect()
}

fn place() -> CellRef {
    let sheet = Arc::new(SheetRef { file: text("a.xlsx"), sheet: text("Sheet1") });
    CellRef { sheet, row: 1, column: 1 }
}

/// One example of each fault of the command line and scoring.toml.
fn of_config() -> Vec<Fault> {
    let (nearest, known) = (Some(text("steps")), words(&["bands", "steps"]));
    let (expected_vi, expected_en) = (text("một số"), text("a number"));
    let rule = text("steps");
    vec![
        Fault::BadArgument { reason: text("--nhanh"), hint: String::new() },
        Fault::UnknownName { nearest: nearest.clone() },
        Fault::AmbiguousName { candidates: words(&["cum-1", "cum-2"]) },
        Fault::AlreadyExists {},
        Fault::ResultsMissing {},
        Fault::ResultsUnfit {
            reason_vi: text("tệp không còn nguyên vẹn"), reason_en: text("the file is damaged")
        },
        Fault::HistoryMissing {},
        Fault::HistoryUnfit {
            reason_vi: text("tệp không còn nguyên vẹn"), reason_en: text("the file is damaged")
        },
        Fault::PastAmbiguous { year: text("2021"), blocs: words(&["cum-1", "cum-2"]) },
        Fault::PredecessorNotFound {},
        Fault::ScoringUnreadable { reason: String::new() },
        Fault::TomlSyntax { reason: text("unclosed array, expected `]`") },
        Fault::UnknownKey { nearest: nearest.clone(), known: known.clone() },
        Fault::MissingKey { key: text("year") },
        Fault::WrongShape { reason: text("invalid type: string \"2023\", expected u16") },
        Fault::UnknownRule { nearest: nearest.clone(), known: known.clone() },
        Fault::UnknownParameter { rule: rule.clone(), nearest: nearest.clone(), known: known.clone() },
        Fault::MissingParameter { rule: rule.clone(), key: text("gain") },
        Fault::BadParameter {
            rule,
            key: text("gain"),
            expected_vi: expected_vi.clone(),
            expected_en: expected_en.clone(),
        },
        Fault::MaximaDoNotAddUp { node: text("I"), stated: text("400"), sum: text("399.5") },
        Fault::BandGap { below: text("0.9"), above: text("0.95") },
        Fault::BandUnreachable { band: text("x < 0") },
        Fault::BandOverlap { below: text("0.9"), above: text("0.95") },
        Fault::MaximumOutOfReach { maximum: text("60"), best: text("58.5") },
        Fault::DuplicateId { id: text("cum-1") },
        Fault::BadId {},
        Fault::UnknownReference { nearest, known },
        Fault::FieldCycle { chain: words(&["I", "II", "I"]) },
        Fault::AlikeNames { first: text("Sở A"), second: text("SỞ A") },
        Fault::BadValue { expected_vi, expected_en },
        Fault::NoInputs {},
        Fault::RegisterMissing {},
        Fault::RegisterRejected { cause: text("damaged-workbook") },
        Fault::OutputsUnwritable { reason: String::new() },
        Fault::OutputsBusy {},
        Fault::OutputsHeld { reason: String::new(), waiting: text("2023-tong-ket.moi") },
        Fault::OutputsAltered {},
        Fault::RenderFailed { reason: text("tong-hop_2023.xlsx") },
    ]
}

/// One example of each fault of a file or member.
fn of_members() -> Vec<Fault> {
    let unit = text("tỷ đồng");
    let cell = text("dang-ky.xlsx!Đăng ký!D7");
    vec![
        Fault::EmptyFile {},
        Fault::TooLarge { measure: Measure::Rows, found: 1_048_576, most: 200_000 },
        Fault::ReaderStopped { stop: Stop::Time },
        Fault::ReaderStopped { stop: Stop::Ended },
        Fault::ReaderStopped { stop: Stop::Flood },
        Fault::DamagedWorkbook { reason: String::new() },
        Fault::WrongContent { content: text("html") },
        Fault::PasswordProtected {},
        Fault::NotUtf8 {},
        Fault::RaggedCsv { line: 12 },
        Fault::NoKnownTable {},
        Fault::HeadingsUnknown {
            understood: vec![text("TT")],
            unknown: vec![text("Khung")],
            missing: vec![text("kế hoạch")],
        },
        Fault::HeadingsUnknown { understood: vec![text("TT")], unknown: vec![], missing: vec![text("kế hoạch")] },
        Fault::TwoTables { first: text("A6") },
        Fault::TwoColumns { other: text("D6") },
        Fault::FiguresUnsaid {},
        Fault::StampContradicts { stamped: text("Sở Y tế") },
        Fault::OutdatedForm {},
        Fault::LegacyText {},
        Fault::MemberNotNamed {},
        Fault::UnknownMember { nearest: Some(text("Huyện Mẫu 3")) },
        Fault::MemberAmbiguous { blocs: words(&["cum-1", "cum-2"]) },
        Fault::WrongYear { year: text("2023") },
        Fault::OtherCompact { fitting: 1, rows: 12, other: Some(text("Giao ước các sở")) },
        Fault::NothingHandedIn {},
        Fault::TwoForms { other: text("so-y-te-v2.xlsx") },
        Fault::NotANumber { unit: unit.clone() },
        Fault::AmbiguousNumber { readings: words(&["1234", "1.234"]) },
        Fault::NumberOutOfRange {},
        Fault::OutsideLimits { least: text("0"), most: text("100"), unit: text("%") },
        Fault::WordForNumber { unit: unit.clone() },
        Fault::UnitNotDeclared { unit: unit.clone(), written: text("lít") },
        Fault::UnitDiffers { unit: unit.clone() },
        Fault::PercentInDoubt { beside: text("95"), of_plan: true },
        Fault::NotADate {},
        Fault::UnknownWord { accepted: words(&["Đạt", "Không đạt"]) },
        Fault::ErrorCell {},
        Fault::MissingValue { unit: unit.clone() },
        Fault::MissingPlan { unit },
        Fault::MissingMark { stages: words(&["self", "appraised"]) },
        Fault::MarkOutOfRange { lowest: text("0"), highest: text("60") },
        Fault::RowNotOfTheCompact { mate: text("I.3 Thu ngân sách") },
        Fault::LabelOfAnother { label: text("Thu ngân sách"), other: text("I.3") },
        Fault::TwoRows { other: cell.clone() },
        Fault::Clash { other: cell.clone(), value: text("4500") },
        Fault::ScaleInDoubt { registered: text("75"), register_cell: cell.clone() },
        Fault::AssignmentNotAllowed {},
        Fault::AssignmentContradicts { register_cell: cell },
        Fault::NotArisingNotAllowed {},
        Fault::TooLittleData { criteria: words(&["I.1", "I.2"]) },
        Fault::RuleRefuses { reason_vi: text("kế hoạch bằng 0"), reason_en: text("the plan is 0") },
    ]
}

/// One example of each fault of a shared sheet, and of what is only listed.
fn of_the_rest() -> Vec<Fault> {
    let sheet = text("opinions");
    let cell = text("dang-ky.xlsx!Đăng ký!D7");
    vec![
        Fault::SharedSheetMissing { sheet: sheet.clone() },
        Fault::SharedSheetRejected { sheet: sheet.clone() },
        Fault::SharedSheetUnknownMember { sheet: sheet.clone(), nearest: Some(text("Huyện Mẫu 3")) },
        Fault::SharedSheetUnreadable { sheet, expected_vi: text("một ngày"), expected_en: text("a date") },
        Fault::RejectedFileOfUnknownKind {},
        Fault::ChangeWithoutReason {},
        Fault::ProposedThoughNotConsidered {},
        Fault::DecisionTwice { other: text("E7") },
        Fault::BallotBaseDiffers { base: text("9"), other: None },
        Fault::BallotBaseDiffers { base: text("15"), other: Some(text("D6")) },
        Fault::BallotRound { round: 3, most: 2 },
        Fault::BallotTwice { other: text("H6") },
        Fault::TallyDoesNotAddUp { expected: text("48") },
        Fault::PlanDiffers { registered: text("4500"), register_cell: cell.clone() },
        Fault::LegacyDecoded { encoding: text("TCVN3"), decoded: text("đơn vị"), cells: 12, font: None },
        Fault::NameReadAs { name: text("Sở Y tế") },
        Fault::ExtraRow {},
        Fault::SameValueTwice { other: cell.clone() },
        Fault::AgencyDiffers { member_value: text("93.35"), member_cell: cell },
        Fault::NumberAsText { read: text("1234.5") },
        Fault::ColumnConvention {
            convention: text("vi"),
            proof: text("92,5"),
            proof_cell: text("D9"),
            read: text("4500"),
            cells: 2,
        },
        Fault::UnitConverted { read: text("4500"), unit: text("tỷ đồng"), written: text("nghìn tỷ") },
        Fault::NameNormalised { name: text("Sở Y tế") },
        Fault::EstimateUsed { status: text("estimate") },
        Fault::MissingTreated {},
        Fault::BinaryInText { line: 3 },
        Fault::NotAFile {},
        Fault::ChangedWhileRead {},
        Fault::CsvRead { encoding: text("UTF-16LE"), separator: text(";") },
        Fault::OtherEnding { content: text("xlsx") },
        Fault::OnlyLockFile { file: text("a.xlsx") },
        Fault::UnreadableFile { reason: text("Permission denied (os error 13)") },
        Fault::DocumentType {},
        Fault::MacroSheet {},
        Fault::AmbiguousSeparator { candidates: words(&[",", ";"]) },
        Fault::UnclosedQuote { line: 3 },
        Fault::OddCell { cell: place() },
        Fault::TwoParts { name: text("xl/workbook.xml") },
        Fault::NameLeftBlank {},
        Fault::TwoSheets { name: text("Sheet1") },
        Fault::InexactNumber {},
        Fault::EitherOfTwo {},
        Fault::StatusInCell { read: text("57.5") },
        Fault::UnitInCell { read: text("4500"), unit: text("tỷ đồng") },
        Fault::UnitSlip { middle: text("4500") },
        Fault::UnchangedFromBefore {},
        Fault::StatedSum { sum: text("97.5") },
        Fault::StatedRatio { ratio: text("99.09") },
        Fault::UnsavedFormula {},
        Fault::DateNotNumber {},
        Fault::PercentNotExpected { unit: text("tỷ đồng") },
        Fault::FormulaZero { cells: 2 },
        Fault::HiddenCells { rows: words(&["12", "13"]), columns: words(&["F"]) },
        Fault::HiddenSheets { names: words(&["Nháp"]) },
        Fault::SheetLeftOut {},
        Fault::MixedStages { counts: text("3/5") },
        Fault::MaximumStatedOtherwise { maximum: text("60") },
        Fault::ShareExceeded { proposed: text("13"), standing: text("48"), share: text("1/5"), allowed: text("9") },
        Fault::LockFile {},
        Fault::ScoreTableSeen {},
        Fault::ColumnsLeftOut { names: words(&["Điểm trừ", "Nhận xét"]) },
        Fault::NoScoreTable {},
        Fault::TableSumDiffers { node: text("Kinh tế"), stated: text("350"), sum: text("345") },
        Fault::TableSumDiffers { node: String::new(), stated: text("1000"), sum: text("995") },
        Fault::TableMaximumMissing { name: text("Thu ngân sách") },
        Fault::TableRowTwice { other: text("B12") },
        Fault::TableYearMissing {},
    ]
}

/// One example of each fault of the award list, the fund list and the yearly forms.
fn of_yearly_forms() -> Vec<Fault> {
    let (cells, parts) = (words(&["F10 = 439", "J10 = 959"]), words(&["344.19", "2632.83"]));
    vec![
        Fault::YearlyUnreadable {
            sheet: text("award-list"),
            expected_vi: text("một năm"),
            expected_en: text("a year"),
        },
        Fault::YearlyUnreadable {
            sheet: text("fund-form"),
            expected_vi: text("một số"),
            expected_en: text("a number"),
        },
        Fault::AwardFormUnknown { known: words(&["Bằng khen", "Cờ thi đua"]) },
        Fault::AwardTwice { other: text("khen-thuong.xlsx!Danh sách!B7") },
        Fault::DecisionMissing { number: true, date: true },
        Fault::DecisionMissing { number: false, date: true },
        Fault::DecisionMissing { number: true, date: false },
        Fault::AchievementAfterDecision { achieved: text("2023"), decided: text("2022") },
        Fault::PostMissing {},
        Fault::AwardColumnsSum {
            columns: text("6 + 10"),
            cells: cells.clone(),
            sum: text("1398"),
            stated: text("2041"),
            rest: text("643"),
            individuals: true,
        },
        Fault::AwardColumnsSum {
            columns: text("6 + 10"),
            cells: cells.clone(),
            sum: text("1398"),
            stated: text("1390"),
            rest: text("-8"),
            individuals: false,
        },
        Fault::AwardRatio {
            column: text("7"),
            stated: text("19.6"),
            part: text("439"),
            whole: text("2041"),
            cells,
            percent: text("21.5"),
        },
        Fault::AwardFormDiffers { column: text("6"), stated: text("439"), computed: text("551") },
        Fault::TotalRowSum { column: text("3"), parts: parts.clone(), sum: text("2977.02") },
        Fault::PartExceedsWhole { parts: text("8 + 9"), whole: text("6"), sum: text("440"), stated: text("439") },
        Fault::FundSum { column: text("7"), parts: parts.clone(), sum: text("2977.02") },
        Fault::FundNotations {
            plain: words(&["G9 `3,181.320`"]),
            vietnamese: words(&["K9 `131,3`"]),
            parts,
            sum: text("3181.32"),
        },
        Fault::FundInDoubt { readings: words(&["344190", "344.19"]) },
    ]
}

/// One example of every fault.
pub(crate) fn examples() -> Vec<Fault> {
    [of_config(), of_members(), of_the_rest(), of_yearly_forms()].concat()
}

#[test]
fn every_code_has_an_example() {
    let shown: BTreeSet<_> = examples().iter().map(Fault::code).collect();
    let missing: Vec<_> = Fault::CODES.iter().map(|(code, _)| *code).filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "no example for {missing:?}");
}

#[test]
fn every_code_speaks_both_languages_and_names_the_next_step() {
    for fault in examples() {
        let (vi, en) = (said(&fault, Lang::Vi), said(&fault, Lang::En));
        let code = fault.code();
        for said in [&vi, &en] {
            assert!(!said.message.is_empty() && !said.mend.is_empty(), "{code}");
            assert!(!said.message.ends_with('.') && !said.mend.ends_with('.'), "{code}: final stop");
            assert_eq!(said.message.matches('`').count() % 2, 0, "{code}: {}", said.message);
            assert_eq!(said.mend.matches('`').count() % 2, 0, "{code}: {}", said.mend);
        }
        assert_eq!(vi.expected.is_empty(), en.expected.is_empty(), "{code}");
        assert!(vi.mend != en.mend, "{code}");
        assert!(vi.message != en.message || code == "bad-argument", "{code}");
    }
}

#[test]
fn no_type_name_is_shown() {
    let names = ["u8", "u16", "u32", "u64", "usize", "i64", "f64", "String", "Option", "Vec", "struct"];
    for fault in examples() {
        for lang in [Lang::Vi, Lang::En] {
            let said = said(&fault, lang);
            let all = format!("{} {} {}", said.message, said.expected, said.mend);
            let found = all.split(|c: char| !c.is_alphanumeric()).find(|word| names.contains(word));
            assert_eq!(found, None, "{}", fault.code());
        }
    }
}

#[test]
fn the_nearest_member_comes_with_a_line_to_paste() {
    let fault = Fault::UnknownMember { nearest: Some(text("Huyện Mẫu 3")) };
    let place = crate::diag::Place::File(text("h3.xlsx"));
    let note = crate::diag::Diagnostic::new(fault, place).found("H. \"Mẫu\" 3");
    assert!(super::said_of(&note, Lang::Vi).mend.contains("\n    aliases = [\"H. \\\"Mẫu\\\" 3\"]\n"));
}
