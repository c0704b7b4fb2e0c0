//! Faults in, sentences out: what is wrong, what is expected, and the next step, in either language.
//!
//! One function per code, by group; [`said_of`] knows the place and can name the cell, [`said`] cannot.

mod argument;
mod config;
mod content;
mod earlier;
mod figure;
mod file;
mod integrity;
mod member;
mod outputs;
mod reading;
mod rules;
mod shared;
mod size;
mod spot;
mod syntax;
mod table;
mod value;
mod warnings;
mod yearly;

#[cfg(test)]
pub(crate) mod tests;

pub use spot::Said;

use crate::diag::{Diagnostic, Fault, Lang, Verdict};
use spot::Spot;

/// What is said about a fault wherever it stands.
pub fn said(fault: &Fault, lang: Lang) -> Said {
    sentences(fault, &Spot::nowhere(lang))
}

/// What is said about a finding: its cell is named, its text quoted.
pub fn said_of(diagnostic: &Diagnostic, lang: Lang) -> Said {
    sentences(&diagnostic.fault, &Spot::of(diagnostic, lang))
}

/// What a verdict is called in lists and totals.
pub fn verdict_name(verdict: Verdict, lang: Lang) -> &'static str {
    let (vi, en) = match verdict {
        Verdict::Config => ("lỗi cấu hình", "configuration error"),
        Verdict::Refused => ("bị từ chối", "refused"),
        Verdict::Output => ("không ghi được", "not written"),
        Verdict::File => ("tệp để ngoài", "file left out"),
        Verdict::Member => ("chưa đủ số liệu", "member incomplete"),
        Verdict::Proposal => ("chưa đề nghị khen thưởng", "no proposal yet"),
        Verdict::Warning => ("lưu ý", "warning"),
        Verdict::Skipped => ("bỏ qua", "skipped"),
    };
    lang.pick(vi, en)
}

#[allow(clippy::too_many_lines, reason = "one line for each fault")]
fn sentences(fault: &Fault, at: &Spot) -> Said {
    match fault {
        Fault::BadArgument { reason, hint } => argument::bad_argument(at, reason, hint),
        Fault::UnknownName { nearest } => argument::unknown_name(at, nearest.as_deref()),
        Fault::AmbiguousName { candidates } => argument::ambiguous_name(at, candidates),
        Fault::AlreadyExists {} => argument::already_exists(at),
        Fault::ResultsMissing {} => earlier::results_missing(at),
        Fault::ResultsUnfit { reason_vi, reason_en } => earlier::results_unfit(at, reason_vi, reason_en),
        Fault::HistoryMissing {} => earlier::history_missing(at),
        Fault::ScoringUnreadable { reason } => argument::scoring_unreadable(at, reason),
        Fault::TomlSyntax { reason } => config::toml_syntax(at, reason),
        Fault::UnknownKey { nearest, known } => config::unknown_key(at, nearest.as_deref(), known),
        Fault::MissingKey { key } => config::missing_key(at, key),
        Fault::WrongShape { reason } => config::wrong_shape(at, reason),
        Fault::UnknownRule { nearest, known } => rules::unknown_rule(at, nearest.as_deref(), known),
        Fault::UnknownParameter { rule, nearest, known } => {
            rules::unknown_parameter(at, rule, nearest.as_deref(), known)
        }
        Fault::MissingParameter { rule, key } => rules::missing_parameter(at, rule, key),
        Fault::BadParameter { rule, key, expected_vi, expected_en } => {
            rules::bad_parameter(at, rule, key, expected_vi, expected_en)
        }
        Fault::MaximaDoNotAddUp { node, stated, sum } => rules::maxima_do_not_add_up(at, node, stated, sum),
        Fault::BandGap { below, above } => rules::band_gap(at, below, above),
        Fault::BandUnreachable { band } => rules::band_unreachable(at, band),
        Fault::BandOverlap { below, above } => rules::band_overlap(at, below, above),
        Fault::MaximumOutOfReach { maximum, best } => rules::maximum_out_of_reach(at, maximum, best),
        Fault::DuplicateId { id } => config::duplicate_id(at, id),
        Fault::BadId {} => config::bad_id(at),
        Fault::UnknownReference { nearest, known } => config::unknown_reference(at, nearest.as_deref(), known),
        Fault::FieldCycle { chain } => config::field_cycle(at, chain),
        Fault::AlikeNames { first, second } => config::alike_names(at, first, second),
        Fault::BadValue { expected_vi, expected_en } => config::bad_value(at, expected_vi, expected_en),
        Fault::NoInputs {} => argument::no_inputs(at),
        Fault::OutputsUnwritable { reason } => argument::outputs_unwritable(at, reason),
        Fault::OutputsBusy {} => argument::outputs_busy(at),
        Fault::OutputsHeld { reason, waiting } => outputs::held(at, reason, waiting),
        Fault::OutputsAltered {} => outputs::altered(at),
        Fault::RenderFailed { reason } => argument::render_failed(at, reason),
        Fault::RegisterMissing {} => shared::register_missing(at),
        Fault::RegisterRejected { cause } => shared::register_rejected(at, cause),
        Fault::NoScoreTable {} => table::no_score_table(at),
        Fault::TableSumDiffers { node, stated, sum } => table::sum_differs(at, node, stated, sum),
        Fault::TableMaximumMissing { name } => table::maximum_missing(at, name),
        Fault::TableRowTwice { other } => table::row_twice(at, other),
        Fault::TableYearMissing {} => table::year_missing(at),
        Fault::EmptyFile {} => file::empty_file(at),
        Fault::TooLarge { measure, found, most } => size::too_large(at, *measure, *found, *most),
        Fault::ReaderStopped { stop } => size::reader_stopped(at, *stop),
        Fault::DamagedWorkbook { reason } => file::damaged_workbook(at, reason),
        Fault::WrongContent { content } => content::wrong_content(at, content),
        Fault::PasswordProtected {} => file::password_protected(at),
        Fault::NotUtf8 {} => file::not_utf8(at),
        Fault::BinaryInText { line } => file::binary_in_text(at, *line),
        Fault::NotAFile {} => file::not_a_file(at),
        Fault::ChangedWhileRead {} => file::changed_while_read(at),
        Fault::UnreadableFile { reason } => content::unreadable_file(at, reason),
        Fault::DocumentType {} => content::document_type(at),
        Fault::MacroSheet {} => content::macro_sheet(at),
        Fault::AmbiguousSeparator { candidates } => content::ambiguous_separator(at, candidates),
        Fault::UnclosedQuote { line } => content::unclosed_quote(at, *line),
        Fault::RaggedCsv { line } => file::ragged_csv(at, *line),
        Fault::NoKnownTable {} => file::no_known_table(at),
        Fault::HeadingsUnknown { understood, unknown, missing } => {
            reading::headings_unknown(at, understood, unknown, missing)
        }
        Fault::OddCell { cell } => file::odd_cell(at, &cell.address()),
        Fault::TwoParts { name } => file::two_parts(at, name),
        Fault::NameLeftBlank {} => file::name_left_blank(at),
        Fault::TwoSheets { name } => file::two_sheets(at, name),
        Fault::TwoTables { first } => file::two_tables(at, first),
        Fault::TwoColumns { other } => file::two_columns(at, other),
        Fault::FiguresUnsaid {} => file::figures_unsaid(at),
        Fault::StampContradicts { stamped } => file::stamp_contradicts(at, stamped),
        Fault::LegacyText {} => file::legacy_text(at),
        Fault::MemberNotNamed {} => file::member_not_named(at),
        Fault::UnknownMember { nearest } => file::unknown_member(at, nearest.as_deref()),
        Fault::MemberAmbiguous { blocs } => file::member_ambiguous(at, blocs),
        Fault::WrongYear { year } => file::wrong_year(at, year),
        Fault::OtherCompact { fitting, rows, other } => reading::other_compact(at, *fitting, *rows, other.as_deref()),
        Fault::NothingHandedIn {} => member::nothing_handed_in(at),
        Fault::TwoForms { other } => member::two_forms(at, other),
        Fault::NotANumber { unit } => value::not_a_number(at, unit),
        Fault::AmbiguousNumber { readings } => value::ambiguous_number(at, readings),
        Fault::NumberOutOfRange {} => value::number_out_of_range(at),
        Fault::OutsideLimits { least, most, unit } => figure::outside_limits(at, least, most, unit),
        Fault::WordForNumber { unit } => figure::word_for_number(at, unit),
        Fault::UnitNotDeclared { unit, written } => figure::unit_not_declared(at, unit, written),
        Fault::UnitDiffers { unit } => figure::unit_differs(at, unit),
        Fault::PercentInDoubt { beside, of_plan } => figure::percent_in_doubt(at, beside, *of_plan),
        Fault::NotADate {} => value::not_a_date(at),
        Fault::UnknownWord { accepted } => value::unknown_word(at, accepted),
        Fault::InexactNumber {} => value::inexact_number(at),
        Fault::EitherOfTwo {} => value::either_of_two(at),
        Fault::UnsavedFormula {} => value::unsaved_formula(at),
        Fault::DateNotNumber {} => value::date_not_number(at),
        Fault::PercentNotExpected { unit } => value::percent_not_expected(at, unit),
        Fault::ErrorCell {} => value::error_cell(at),
        Fault::MissingValue { unit } => value::missing_value(at, unit),
        Fault::MissingPlan { unit } => value::missing_plan(at, unit),
        Fault::MissingMark { stages } => value::missing_mark(at, stages),
        Fault::MarkOutOfRange { lowest, highest } => value::mark_out_of_range(at, lowest, highest),
        Fault::RowNotOfTheCompact { mate } => member::row_not_of_the_compact(at, mate),
        Fault::LabelOfAnother { label, other } => member::label_of_another(at, label, other),
        Fault::TwoRows { other } => member::two_rows(at, other),
        Fault::Clash { other, value } => member::clash(at, other, value),
        Fault::ScaleInDoubt { registered, register_cell } => member::scale_in_doubt(at, registered, register_cell),
        Fault::AssignmentNotAllowed {} => member::assignment_not_allowed(at),
        Fault::AssignmentContradicts { register_cell } => member::assignment_contradicts(at, register_cell),
        Fault::NotArisingNotAllowed {} => member::not_arising_not_allowed(at),
        Fault::TooLittleData { criteria } => member::too_little_data(at, criteria),
        Fault::RuleRefuses { reason_vi, reason_en } => member::rule_refuses(at, reason_vi, reason_en),
        Fault::SharedSheetMissing { sheet } => shared::sheet_missing(at, sheet),
        Fault::SharedSheetRejected { sheet } => shared::sheet_rejected(at, sheet),
        Fault::SharedSheetUnknownMember { sheet, nearest } => {
            shared::sheet_unknown_member(at, sheet, nearest.as_deref())
        }
        Fault::SharedSheetUnreadable { sheet, expected_vi, expected_en } => {
            shared::sheet_unreadable(at, sheet, expected_vi, expected_en)
        }
        Fault::RejectedFileOfUnknownKind {} => shared::unknown_kind(at),
        Fault::ChangeWithoutReason {} => shared::change_without_reason(at),
        Fault::ProposedThoughNotConsidered {} => shared::proposed_though_not_considered(at),
        Fault::DecisionTwice { other } => shared::decision_twice(at, other),
        Fault::BallotBaseDiffers { base, other } => shared::ballot_base(at, base, other.as_deref()),
        Fault::BallotRound { round, most } => shared::ballot_round(at, *round, *most),
        Fault::BallotTwice { other } => shared::ballot_twice(at, other),
        Fault::TallyDoesNotAddUp { expected } => shared::tally(at, expected),
        Fault::PlanDiffers { registered, register_cell } => warnings::plan_differs(at, registered, register_cell),
        Fault::LegacyDecoded { encoding, decoded, cells, font } => {
            warnings::legacy_decoded(at, encoding, decoded, *cells, font.as_deref())
        }
        Fault::NameReadAs { name } => warnings::name_read_as(at, name),
        Fault::ExtraRow {} => warnings::extra_row(at),
        Fault::SameValueTwice { other } => warnings::same_value_twice(at, other),
        Fault::AgencyDiffers { member_value, member_cell } => warnings::agency_differs(at, member_value, member_cell),
        Fault::NumberAsText { read } => warnings::number_as_text(at, read),
        Fault::ColumnConvention { convention, proof, proof_cell, read, cells } => {
            reading::column_convention(at, convention, (proof, proof_cell), read, *cells)
        }
        Fault::UnitConverted { read, unit, written } => reading::unit_converted(at, read, unit, written),
        Fault::NameNormalised { name } => warnings::name_normalised(at, name),
        Fault::EstimateUsed { status } => warnings::estimate_used(at, status),
        Fault::MissingTreated {} => warnings::missing_treated(at),
        Fault::CsvRead { encoding, separator } => warnings::csv_read(at, encoding, separator),
        Fault::OtherEnding { content } => warnings::other_ending(at, content),
        Fault::OnlyLockFile { file } => warnings::only_lock_file(at, file),
        Fault::StatusInCell { read } => integrity::status_in_cell(at, read),
        Fault::UnitInCell { read, unit } => integrity::unit_in_cell(at, read, unit),
        Fault::UnitSlip { middle } => integrity::unit_slip(at, middle),
        Fault::UnchangedFromBefore {} => integrity::unchanged_from_before(at),
        Fault::StatedSum { sum } => integrity::stated_sum(at, sum),
        Fault::StatedRatio { ratio } => integrity::stated_ratio(at, ratio),
        Fault::OutdatedForm {} => warnings::outdated_form(at),
        Fault::FormulaZero { cells } => warnings::formula_zero(at, *cells),
        Fault::HiddenCells { rows, columns } => warnings::hidden_cells(at, rows, columns),
        Fault::HiddenSheets { names } => warnings::hidden_sheets(at, names),
        Fault::ColumnsLeftOut { names } => table::columns_left_out(at, names),
        Fault::SheetLeftOut {} => warnings::sheet_left_out(at),
        Fault::MixedStages { counts } => warnings::mixed_stages(at, counts),
        Fault::MaximumStatedOtherwise { maximum } => warnings::maximum_stated_otherwise(at, maximum),
        Fault::ShareExceeded { proposed, standing, share, allowed } => {
            warnings::share_exceeded(at, proposed, standing, share, allowed)
        }
        Fault::HistoryUnfit { reason_vi, reason_en } => earlier::history_unfit(at, reason_vi, reason_en),
        Fault::PastAmbiguous { year, blocs } => earlier::past_ambiguous(at, year, blocs),
        Fault::PredecessorNotFound {} => earlier::predecessor_not_found(at),
        Fault::YearlyUnreadable { sheet, expected_vi, expected_en } => {
            yearly::unreadable(at, sheet, expected_vi, expected_en)
        }
        Fault::AwardFormUnknown { known } => yearly::award_form_unknown(at, known),
        Fault::AwardTwice { other } => yearly::award_twice(at, other),
        Fault::DecisionMissing { number, date } => yearly::decision_missing(at, *number, *date),
        Fault::AchievementAfterDecision { achieved, decided } => {
            yearly::achievement_after_decision(at, achieved, decided)
        }
        Fault::PostMissing {} => yearly::post_missing(at),
        Fault::AwardColumnsSum { columns, cells, sum, stated, rest, individuals } => {
            yearly::award_columns_sum(at, (columns, cells), [sum, stated, rest], *individuals)
        }
        Fault::AwardRatio { column, stated, part, whole, cells, percent } => {
            yearly::award_ratio(at, (column, stated), [part, whole, percent], cells)
        }
        Fault::AwardFormDiffers { column, stated, computed } => {
            yearly::award_form_differs(at, column, [stated, computed])
        }
        Fault::TotalRowSum { column, parts, sum } => yearly::total_row_sum(at, column, parts, sum),
        Fault::PartExceedsWhole { parts, whole, sum, stated } => {
            yearly::part_exceeds_whole(at, [parts, whole], [sum, stated])
        }
        Fault::FundSum { column, parts, sum } => yearly::fund_sum(at, column, parts, sum),
        Fault::FundNotations { plain, vietnamese, parts, sum } => {
            yearly::fund_notations(at, [plain, vietnamese], parts, sum)
        }
        Fault::FundInDoubt { readings } => yearly::fund_in_doubt(at, readings),
        Fault::LockFile {} => warnings::lock_file(at),
        Fault::ScoreTableSeen {} => table::seen(at),
    }
}
