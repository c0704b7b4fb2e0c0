//! Where each of the ninety rows of the list of bad inputs is shown, and that it still is.

use std::fs;
use std::path::Path;

/// The rows, what they are about, and the tests that show them, by file and function; `src/` where a test stands beside
/// what it tries.
const ROWS: &[(std::ops::RangeInclusive<u8>, &str, &[&str])] = &[
    (1..=1, "inputs missing or empty", &["hazards/files.rs::row_1_"]),
    (2..=2, "an empty file", &["hazards/files.rs::row_2_"]),
    (3..=3, "text named as a workbook", &["hazards/files.rs::row_3_"]),
    (4..=4, "a web page saved as xls", &["hazards/files.rs::row_4_"]),
    (5..=5, "other tables named xls", &["hazards/files.rs::row_5_", "hazards/files.rs::rows_5_and_6_"]),
    (6..=6, "a wrong ending", &["hazards/files.rs::rows_5_and_6_", "containers.rs::a_wrong_ending_is_read_by_content"]),
    (7..=7, "separators of csv", &["hazards/files.rs::row_7_"]),
    (8..=8, "csv in UTF-8 and UTF-16", &["hazards/files.rs::row_8_"]),
    (
        9..=9,
        "csv in another encoding",
        &["hazards/files.rs::row_9_", "containers.rs::csv_in_windows_1258_is_read_where_scoring_toml_says_so"],
    ),
    (10..=10, "csv that is no table", &["hazards/files.rs::row_10_"]),
    (11..=11, "a gigabyte of csv", &["hazards/sizes.rs::row_11_a_gigabyte", "hazards/sizes.rs::row_11_csv_of_many"]),
    (12..=13, "passwords", &["hazards/files.rs::rows_12_and_13_", "containers.rs::passwords_of_every_kind_are_seen"]),
    (14..=14, "files of programs and systems", &["hazards/files.rs::row_14_"]),
    (
        15..=15,
        "a file that changes while it is read",
        &["hazards/files.rs::row_15_", "src/read/mod.rs::a_file_that_changes_while_it_is_read_is_refused"],
    ),
    (16..=16, "half a download", &["hazards/files.rs::row_16_", "copies.rs::half_a_copy_is_never_half_read"]),
    (17..=17, "a flipped bit", &["hazards/files.rs::row_17_", "copies.rs::a_flipped_bit_is_seen_by_the_checksums"]),
    (
        18..=18,
        "zip bombs",
        &[
            "hazards/sizes.rs::row_18_zip_bombs",
            "hazards/sizes.rs::row_18_sizes_that_are_said_or_are_lies",
            "hazards/sizes.rs::row_18_parts_that_overlap",
        ],
    ),
    (
        19..=19,
        "what makes the reading large or endless",
        &[
            "hazards/sizes.rs::row_19_a_cell_far_away",
            "hazards/sizes.rs::row_19_texts_that_are_only_said_to_be_many",
            "hazards/sizes.rs::row_19_ods_that_repeats_or_never_ends",
            "hazards/sizes.rs::row_19_xls_that_makes_room_for_what_is_not_there",
            "hazards/sizes.rs::row_19_an_ole_file_that_goes_round",
        ],
    ),
    (20..=20, "a million rows", &["hazards/sizes.rs::row_20_"]),
    (21..=21, "two thousand sheets", &["hazards/sizes.rs::row_21_"]),
    (22..=22, "entities", &["hazards/files.rs::row_22_", "containers.rs::declared_entities_are_refused"]),
    (
        23..=24,
        "what is no regular file",
        &["hazards/files.rs::rows_23_and_24_", "copies.rs::links_folders_and_devices_are_never_opened"],
    ),
    (25..=25, "a file that may not be read", &["hazards/files.rs::row_25_"]),
    (26..=26, "macros", &["hazards/files.rs::row_26_", "containers.rs::a_sheet_of_old_macros_is_named"]),
    (27..=27, "two files of one member", &["hazards/members.rs::row_27_"]),
    (28..=28, "one member twice in a sheet", &["hazards/members.rs::row_28_"]),
    (29..=29, "an unknown member", &["hazards/members.rs::row_29_"]),
    (30..=30, "a member that handed in nothing", &["hazards/members.rs::row_30_"]),
    (31..=31, "a criterion without a row", &["hazards/criteria.rs::row_31_"]),
    (32..=32, "a criterion called otherwise", &["hazards/criteria.rs::row_32_"]),
    (33..=33, "a criterion twice", &["hazards/criteria.rs::row_33_"]),
    (
        34..=34,
        "one label under two fields",
        &["hazards/criteria.rs::row_34_one_label", "hazards/criteria.rs::row_34_a_label"],
    ),
    (35..=35, "composed and decomposed names", &["hazards/members.rs::row_35_"]),
    (
        36..=36,
        "fonts of before Unicode",
        &["hazards/members.rs::row_36_fonts", "names.rs::every_cell_of_the_old_tables_both_ways"],
    ),
    (37..=40, "spellings of one name", &["hazards/members.rs::rows_37_to_40_"]),
    (41..=41, "two configured names that are one", &["hazards/members.rs::row_41_"]),
    (42..=42, "a number in the Vietnamese way", &["figures.rs::row_42_"]),
    (43..=43, "a number of two readings", &["figures.rs::row_43_a_number", "figures.rs::row_43_scoring_toml"]),
    (44..=44, "percent as text", &["figures.rs::row_44_", "hazards/numbers.rs::row_44_"]),
    (45..=46, "a percentage a hundred times off", &["figures.rs::rows_45_and_46_"]),
    (47..=47, "units beside a number", &["figures.rs::row_47_"]),
    (48..=48, "units that differ", &["figures.rs::row_48_a_unit_column", "figures.rs::row_48_a_number_thousands"]),
    (49..=49, "bounds, ranges, approximations", &["figures.rs::row_49_"]),
    (50..=50, "words where a number is expected", &["figures.rs::row_50_"]),
    (51..=52, "nothing, and zero", &["hazards/numbers.rs::rows_51_and_52_", "figures.rs::rows_51_and_52_"]),
    (53..=54, "numbers that became dates", &["hazards/numbers.rs::rows_53_and_54_"]),
    (55..=55, "dates that are none", &["hazards/numbers.rs::row_55_"]),
    (56..=56, "errors", &["hazards/numbers.rs::row_56_"]),
    (57..=57, "errors of new names", &["hazards/numbers.rs::row_57_"]),
    (58..=58, "a formula without a result", &["hazards/numbers.rs::row_58_"]),
    (59..=59, "a formula's zero", &["hazards/numbers.rs::row_59_"]),
    (60..=60, "what is not finite", &["hazards/numbers.rs::row_60_"]),
    (61..=61, "outside the limits", &["figures.rs::row_61_", "hazards/numbers.rs::row_61_"]),
    (62..=62, "true or false", &["figures.rs::row_62_", "hazards/numbers.rs::row_62_"]),
    (63..=63, "hidden sheets", &["hazards/tables.rs::row_63_"]),
    (64..=64, "hidden rows and columns", &["hazards/cells.rs::row_64_"]),
    (65..=65, "two sheets that may be meant", &["hazards/tables.rs::row_65_"]),
    (66..=66, "two sheets of one name", &["hazards/cells.rs::row_66_"]),
    (67..=67, "a merged name", &["hazards/tables.rs::row_67_a_name", "hazards/tables.rs::row_67_the_same"]),
    (68..=68, "a header below a letterhead", &["hazards/tables.rs::row_68_", "hazards/tables.rs::rows_68_and_73_"]),
    (
        69..=69,
        "headings of two levels",
        &["hazards/tables.rs::row_69_", "sheets.rs::members_across_with_what_the_figures_are_below_their_names"],
    ),
    (70..=70, "what stands below a table", &["hazards/tables.rs::row_70_"]),
    (71..=71, "rows that add up others", &["hazards/tables.rs::row_71_rows", "hazards/tables.rs::row_71_names"]),
    (72..=72, "a row that numbers the columns", &["hazards/tables.rs::row_72_"]),
    (73..=73, "two tables, or one to the right", &["hazards/tables.rs::rows_68_and_73_"]),
    (
        74..=74,
        "cells that no program writes so",
        &["hazards/cells.rs::row_74_a_cell", "hazards/cells.rs::row_74_addresses", "hazards/cells.rs::row_74_a_part"],
    ),
    (
        75..=75,
        "names that a spreadsheet would run",
        &["hazards/members.rs::row_75_", "names.rs::a_name_that_a_spreadsheet_would_run_stays_text"],
    ),
    (76..=76, "names with signs of markup", &["hazards/members.rs::row_76_"]),
    (77..=77, "names of no sensible length", &["hazards/members.rs::row_77_"]),
    (78..=78, "sheets of odd names", &["hazards/tables.rs::row_78_"]),
    (79..=79, "names that are paths", &["hazards/members.rs::row_79_"]),
    (
        80..=80,
        "ties at the line of the award",
        &[
            "ladder.rs::leaders_that_are_equal_at_the_cut_are_for_the_council_to_decide",
            "proposals.rs::equals_at_the_last_seat_are_left_to_the_council",
        ],
    ),
    (
        81..=81,
        "outputs that cannot be written",
        &["publishing.rs::outputs_that_are_a_file", "publishing.rs::outputs_that_may_not_be_written"],
    ),
    (
        82..=82,
        "a full disk",
        &["publishing.rs::a_file_that_may_not_grow", "src/write/publish/faults.rs::a_disk_that_fills_up"],
    ),
    (
        83..=83,
        "a result that is open or may only be read",
        &[
            "publishing.rs::a_result_that_may_only_be_read",
            "src/write/publish/faults.rs::what_cannot_take_its_place",
            "src/write/publish/faults.rs::a_file_that_stays_open",
        ],
    ),
    (
        84..=84,
        "killed at any moment",
        &["kill.rs::killed_at_some_moments_and_in_the_swap", "src/write/publish/faults.rs::every_change_refused"],
    ),
    (85..=85, "two runs at once", &["publishing.rs::of_eight_runs", "publishing.rs::while_another_run"]),
    (86..=86, "the clock", &["determinism.rs::nothing_asks_for_the_time", "determinism.rs::in_any_language"]),
    (87..=87, "the language of the machine", &["determinism.rs::in_any_language"]),
    (88..=88, "order, age and neighbours of files", &["determinism.rs::in_any_folder", "determinism.rs::beside_files"]),
    (89..=89, "the end of a stream", &["publishing.rs::a_reader_that_goes_away"]),
    (
        90..=90,
        "the end of a reader",
        &[
            "workers.rs::whatever_a_reader_does_costs_its_own_file",
            "workers.rs::ten_thousand_files_after_one_abort_are_all_read",
        ],
    ),
];

/// What the reading library changes or loses without a word, and the tests that show what becomes of it here.
const SILENT: &[(&str, &[&str])] = &[
    (
        "a formula without a saved result",
        &["hazards/numbers.rs::row_58_", "silent.rs::a_formula_that_was_never_calculated_is_no_blank"],
    ),
    ("a zero that was never calculated", &["hazards/numbers.rs::row_59_"]),
    ("the value before its formula", &["hazards/cells.rs::row_74_a_cell"]),
    ("CDATA, a reference or a comment in a value", &["hazards/cells.rs::row_74_a_cell"]),
    ("a text's number that is no number", &["hazards/cells.rs::row_74_a_cell", "hazards/cells.rs::an_xls_that_leaves"]),
    ("one address twice", &["hazards/cells.rs::row_74_a_cell", "hazards/cells.rs::row_74_addresses"]),
    ("one part twice", &["hazards/cells.rs::row_74_a_part"]),
    ("one name of two sheets", &["hazards/cells.rs::row_66_"]),
    (
        "a percentage",
        &[
            "silent.rs::a_percentage_is_read_once_and_only_where_the_unit_is_one",
            "hazards/cells.rs::an_xlsb_with_a_row",
        ],
    ),
    ("a number in a cell for dates", &["hazards/numbers.rs::rows_53_and_54_", "hazards/numbers.rs::row_55_"]),
    ("what is not finite", &["hazards/numbers.rs::row_60_"]),
    ("numbers as text, and spaces", &["figures.rs::row_42_", "hazards/cells.rs::a_text_of_several_runs"]),
    ("merged cells", &["hazards/tables.rs::row_67_a_name", "hazards/tables.rs::row_67_the_same"]),
    ("hidden rows, columns and sheets", &["hazards/cells.rs::row_64_", "hazards/tables.rs::row_63_"]),
    ("errors that become text, or nothing", &["hazards/numbers.rs::row_56_", "hazards/numbers.rs::row_57_"]),
    ("the rest of a sheet behind an impossible row", &["hazards/cells.rs::an_xlsb_with_a_row"]),
    ("letters and marks apart", &["hazards/cells.rs::an_xls_of_95_in_vietnamese"]),
    ("cells of an ods that say two things", &["hazards/cells.rs::an_ods_whose_cells_say_two_things"]),
    ("a main part elsewhere", &["hazards/cells.rs::a_workbook_whose_main_part_is_elsewhere"]),
];

#[test]
fn every_silent_change_is_shown() {
    for (about, tests) in SILENT {
        assert!(!tests.is_empty(), "{about}");
        tests.iter().for_each(|test| is_a_test(test));
    }
}

/// A test of this name, or that begins so, stands in the file.
fn is_a_test(test: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (file, function) = test.split_once("::").unwrap();
    let path = if file.starts_with("src/") { root.join(file) } else { root.join("tests").join(file) };
    let source = fs::read_to_string(&path).unwrap();
    let name = format!("fn {function}");
    assert_eq!(source.matches(&name).count(), 1, "{test}");
    let before = &source[..source.find(&name).unwrap()];
    assert!(before.trim_end().ends_with("#[test]"), "{test} is no test");
}

#[test]
fn every_row_is_shown_where_the_list_says() {
    let numbered: Vec<u8> = ROWS.iter().flat_map(|(rows, ..)| rows.clone()).collect();
    assert_eq!(numbered, (1..=90).collect::<Vec<_>>(), "each of the ninety rows once, in order");
    for (rows, about, tests) in ROWS {
        assert!(!about.is_empty() && !tests.is_empty(), "{rows:?}");
        tests.iter().for_each(|test| is_a_test(test));
    }
}
