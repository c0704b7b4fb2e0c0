//! The one table of faults: each code, what it carries, and its verdict (design: verdicts R, F, M, W, S).
//!
//! Exit codes, `--strict`, colours and documentation derive from [`Verdict`]; the sentences are in `wording::faults`.

use serde::{Deserialize, Serialize};

use super::{CellRef, Measure, Stop};

/// What a fault does to the run, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The command line or scoring.toml is wrong: exit 2, nothing written.
    Config,
    /// The inputs are refused: exit 3, nothing written.
    Refused,
    /// The outputs cannot be written: exit 4.
    Output,
    /// A member's file is left out and named: exit 1.
    File,
    /// A member is incomplete: exit 1.
    Member,
    /// Everyone is ranked but no unconditional proposal is made: exit 1.
    Proposal,
    /// Accepted and listed.
    Warning,
    /// Skipped by rule.
    Skipped,
}

macro_rules! faults {
    ($($(#[doc = $doc:literal])* $name:ident { $($field:ident: $kind:ty),* } = $code:literal, $verdict:ident;)*) => {
        /// Everything that can be wrong; the sentences for each stand in `wording::faults`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Fault { $($(#[doc = $doc])* $name { $($field: $kind),* },)* }

        impl Fault {
            /// Every code with its verdict, in the order of the table.
            pub const CODES: &'static [(&'static str, Verdict)] = &[$(($code, Verdict::$verdict)),*];

            /// The stable kebab-case name.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)* }
            }

            /// What it does to the run.
            pub fn verdict(&self) -> Verdict {
                match self { $(Self::$name { .. } => Verdict::$verdict,)* }
            }
        }
    };
}

faults! {
    // command line and scoring.toml
    BadArgument { reason: String, hint: String } = "bad-argument", Config;
    UnknownName { nearest: Option<String> } = "unknown-name", Config;
    AmbiguousName { candidates: Vec<String> } = "ambiguous-name", Config;
    AlreadyExists {} = "already-exists", Config;
    ResultsMissing {} = "results-missing", Config;
    ResultsUnfit { reason_vi: String, reason_en: String } = "results-unfit", Config;
    HistoryMissing {} = "history-missing", Config;
    ScoringUnreadable { reason: String } = "scoring-unreadable", Config;
    TomlSyntax { reason: String } = "toml-syntax", Config;
    UnknownKey { nearest: Option<String>, known: Vec<String> } = "unknown-key", Config;
    MissingKey { key: String } = "missing-key", Config;
    WrongShape { reason: String } = "wrong-shape", Config;
    UnknownRule { nearest: Option<String>, known: Vec<String> } = "unknown-rule", Config;
    UnknownParameter { rule: String, nearest: Option<String>, known: Vec<String> } = "unknown-parameter", Config;
    MissingParameter { rule: String, key: String } = "missing-parameter", Config;
    BadParameter { rule: String, key: String, expected_vi: String, expected_en: String } = "bad-parameter", Config;
    MaximaDoNotAddUp { node: String, stated: String, sum: String } = "maxima-do-not-add-up", Config;
    BandGap { below: String, above: String } = "band-gap", Config;
    BandOverlap { below: String, above: String } = "band-overlap", Config;
    BandUnreachable { band: String } = "band-unreachable", Config;
    MaximumOutOfReach { maximum: String, best: String } = "maximum-out-of-reach", Config;
    DuplicateId { id: String } = "duplicate-id", Config;
    BadId {} = "bad-id", Config;
    UnknownReference { nearest: Option<String>, known: Vec<String> } = "unknown-reference", Config;
    FieldCycle { chain: Vec<String> } = "field-cycle", Config;
    AlikeNames { first: String, second: String } = "alike-names", Config;
    BadValue { expected_vi: String, expected_en: String } = "bad-value", Config;

    // the inputs as a whole
    NoInputs {} = "no-inputs", Refused;
    RegisterMissing {} = "register-missing", Refused;
    RegisterRejected { cause: String } = "register-rejected", Refused;

    // outputs
    OutputsUnwritable { reason: String } = "outputs-unwritable", Output;
    OutputsBusy {} = "outputs-busy", Output;
    OutputsHeld { reason: String, waiting: String } = "outputs-held", Output;
    OutputsAltered {} = "outputs-altered", Output;
    RenderFailed { reason: String } = "render-failed", Output;

    // the score table that a scoring.toml is made from
    NoScoreTable {} = "no-score-table", Refused;
    TableSumDiffers { node: String, stated: String, sum: String } = "table-sum-differs", File;
    TableMaximumMissing { name: String } = "table-maximum-missing", File;
    TableRowTwice { other: String } = "table-row-twice", File;
    TableYearMissing {} = "table-year-missing", File;

    // a member's file
    EmptyFile {} = "empty-file", File;
    TooLarge { measure: Measure, found: u64, most: u64 } = "too-large", File;
    ReaderStopped { stop: Stop } = "reader-stopped", File;
    DamagedWorkbook { reason: String } = "damaged-workbook", File;
    WrongContent { content: String } = "wrong-content", File;
    PasswordProtected {} = "password-protected", File;
    NotUtf8 {} = "not-utf8", File;
    BinaryInText { line: u64 } = "binary-in-text", File;
    NotAFile {} = "not-a-regular-file", File;
    ChangedWhileRead {} = "changed-while-read", File;
    UnreadableFile { reason: String } = "unreadable-file", File;
    DocumentType {} = "document-type-declared", File;
    MacroSheet {} = "macro-sheet", File;
    AmbiguousSeparator { candidates: Vec<String> } = "ambiguous-separator", File;
    UnclosedQuote { line: u64 } = "unclosed-quote", File;
    RaggedCsv { line: u64 } = "ragged-csv", File;
    NoKnownTable {} = "no-known-table", File;
    HeadingsUnknown { understood: Vec<String>, unknown: Vec<String>, missing: Vec<String> } = "headings-unknown", File;
    OddCell { cell: CellRef } = "odd-cell", File;
    TwoParts { name: String } = "two-parts", File;
    NameLeftBlank {} = "name-left-blank", File;
    TwoSheets { name: String } = "two-sheets", File;
    TwoTables { first: String } = "two-tables", File;
    TwoColumns { other: String } = "two-columns", File;
    FiguresUnsaid {} = "figures-unsaid", File;
    StampContradicts { stamped: String } = "stamp-contradicts", File;
    LegacyText {} = "legacy-text", File;
    MemberNotNamed {} = "member-not-named", File;
    UnknownMember { nearest: Option<String> } = "unknown-member", File;
    MemberAmbiguous { blocs: Vec<String> } = "member-ambiguous", File;
    WrongYear { year: String } = "wrong-year", File;
    OtherCompact { fitting: usize, rows: usize, other: Option<String> } = "other-compact", File;

    // a member
    NothingHandedIn {} = "nothing-handed-in", Member;
    TwoForms { other: String } = "two-forms", Member;
    NotANumber { unit: String } = "not-a-number", Member;
    AmbiguousNumber { readings: Vec<String> } = "ambiguous-number", Member;
    NumberOutOfRange {} = "number-out-of-range", Member;
    OutsideLimits { least: String, most: String, unit: String } = "outside-limits", Member;
    WordForNumber { unit: String } = "word-for-number", Member;
    UnitNotDeclared { unit: String, written: String } = "unit-not-declared", Member;
    UnitDiffers { unit: String } = "unit-differs", Member;
    PercentInDoubt { beside: String, of_plan: bool } = "percent-in-doubt", Member;
    NotADate {} = "not-a-date", Member;
    UnknownWord { accepted: Vec<String> } = "unknown-word", Member;
    InexactNumber {} = "inexact-number", Member;
    EitherOfTwo {} = "either-of-two", Member;
    UnsavedFormula {} = "unsaved-formula", Member;
    DateNotNumber {} = "date-not-a-number", Member;
    PercentNotExpected { unit: String } = "percent-not-expected", Member;
    ErrorCell {} = "error-cell", Member;
    MissingValue { unit: String } = "missing-value", Member;
    MissingPlan { unit: String } = "missing-plan", Member;
    MissingMark { stages: Vec<String> } = "missing-mark", Member;
    MarkOutOfRange { lowest: String, highest: String } = "mark-out-of-range", Member;
    RowNotOfTheCompact { mate: String } = "row-not-of-the-compact", Member;
    LabelOfAnother { label: String, other: String } = "label-of-another-criterion", Member;
    TwoRows { other: String } = "two-rows", Member;
    Clash { other: String, value: String } = "clash", Member;
    ScaleInDoubt { registered: String, register_cell: String } = "scale-in-doubt", Member;
    AssignmentNotAllowed {} = "assignment-not-allowed", Member;
    AssignmentContradicts { register_cell: String } = "assignment-contradicts", Member;
    NotArisingNotAllowed {} = "not-arising-not-allowed", Member;
    TooLittleData { criteria: Vec<String> } = "too-little-data", Member;
    RuleRefuses { reason_vi: String, reason_en: String } = "rule-refuses", Member;

    // the shared sheets
    SharedSheetMissing { sheet: String } = "shared-sheet-missing", Proposal;
    SharedSheetRejected { sheet: String } = "shared-sheet-rejected", Proposal;
    SharedSheetUnknownMember { sheet: String, nearest: Option<String> } = "shared-sheet-unknown-member", Proposal;
    SharedSheetUnreadable { sheet: String, expected_vi: String, expected_en: String } = "shared-sheet-unreadable", Proposal;
    RejectedFileOfUnknownKind {} = "rejected-file-of-unknown-kind", Proposal;
    DecisionTwice { other: String } = "decision-twice", Proposal;
    BallotBaseDiffers { base: String, other: Option<String> } = "ballot-base-differs", Proposal;
    BallotRound { round: u32, most: u32 } = "ballot-round", Proposal;
    BallotTwice { other: String } = "ballot-twice", Proposal;
    TallyDoesNotAddUp { expected: String } = "tally-does-not-add-up", Proposal;

    // accepted and listed
    PlanDiffers { registered: String, register_cell: String } = "plan-differs", Warning;
    LegacyDecoded { encoding: String, decoded: String, cells: usize, font: Option<String> } = "legacy-decoded", Warning;
    NameReadAs { name: String } = "name-read-as", Warning;
    ExtraRow {} = "extra-row", Warning;
    SameValueTwice { other: String } = "same-value-twice", Warning;
    AgencyDiffers { member_value: String, member_cell: String } = "agency-differs", Warning;
    NumberAsText { read: String } = "number-as-text", Warning;
    ColumnConvention { convention: String, proof: String, proof_cell: String, read: String, cells: usize } = "column-convention", Warning;
    UnitConverted { read: String, unit: String, written: String } = "unit-converted", Warning;
    NameNormalised { name: String } = "name-normalised", Warning;
    EstimateUsed { status: String } = "estimate-used", Warning;
    MissingTreated {} = "missing-treated", Warning;
    CsvRead { encoding: String, separator: String } = "csv-read", Warning;
    OtherEnding { content: String } = "other-ending", Warning;
    OnlyLockFile { file: String } = "only-lock-file", Warning;
    StatusInCell { read: String } = "status-in-cell", Warning;
    UnitInCell { read: String, unit: String } = "unit-in-cell", Warning;
    UnitSlip { middle: String } = "unit-slip", Warning;
    UnchangedFromBefore {} = "unchanged-from-before", Warning;
    StatedSum { sum: String } = "stated-sum", Warning;
    StatedRatio { ratio: String } = "stated-ratio", Warning;
    OutdatedForm {} = "outdated-form", Warning;
    FormulaZero { cells: usize } = "formula-zero", Warning;
    HiddenCells { rows: Vec<String>, columns: Vec<String> } = "hidden-cells", Warning;
    HiddenSheets { names: Vec<String> } = "hidden-sheets", Warning;
    ColumnsLeftOut { names: Vec<String> } = "columns-left-out", Warning;
    SheetLeftOut {} = "sheet-left-out", Warning;
    MixedStages { counts: String } = "mixed-stages", Warning;
    MaximumStatedOtherwise { maximum: String } = "maximum-stated-otherwise", Warning;
    YearlyUnreadable { sheet: String, expected_vi: String, expected_en: String } = "yearly-unreadable", Warning;
    AwardFormUnknown { known: Vec<String> } = "award-form-unknown", Warning;
    AwardTwice { other: String } = "award-twice", Warning;
    DecisionMissing { number: bool, date: bool } = "decision-missing", Warning;
    AchievementAfterDecision { achieved: String, decided: String } = "achievement-after-decision", Warning;
    PostMissing {} = "post-missing", Warning;
    AwardColumnsSum { columns: String, cells: Vec<String>, sum: String, stated: String, rest: String, individuals: bool } = "award-columns-sum", Warning;
    AwardRatio { column: String, stated: String, part: String, whole: String, cells: Vec<String>, percent: String } = "award-ratio", Warning;
    AwardFormDiffers { column: String, stated: String, computed: String } = "award-form-differs", Warning;
    TotalRowSum { column: String, parts: Vec<String>, sum: String } = "total-row-sum", Warning;
    PartExceedsWhole { parts: String, whole: String, sum: String, stated: String } = "part-exceeds-whole", Warning;
    FundSum { column: String, parts: Vec<String>, sum: String } = "fund-sum", Warning;
    FundNotations { plain: Vec<String>, vietnamese: Vec<String>, parts: Vec<String>, sum: String } = "fund-notations", Warning;
    FundInDoubt { readings: Vec<String> } = "fund-in-doubt", Warning;
    ShareExceeded { proposed: String, standing: String, share: String, allowed: String } = "share-exceeded", Warning;
    ChangeWithoutReason {} = "change-without-reason", Warning;
    ProposedThoughNotConsidered {} = "proposed-though-not-considered", Warning;
    HistoryUnfit { reason_vi: String, reason_en: String } = "history-unfit", Warning;
    PastAmbiguous { year: String, blocs: Vec<String> } = "past-ambiguous", Warning;
    PredecessorNotFound {} = "predecessor-not-found", Warning;
    LockFile {} = "lock-file", Skipped;
    ScoreTableSeen {} = "score-table-not-scored", Skipped;
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn codes_are_unique_kebab_case() {
        let mut codes: Vec<_> = Fault::CODES.iter().map(|(code, _)| *code).collect();
        assert!(
            codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        );
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
    }
}
