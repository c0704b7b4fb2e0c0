//! The catalogue of scoring rules as practice has it, row by row, each with its own numbers.
//!
//! Data from: the tables of points and the plans of Kon Tum that the field notes collect (rows 1 to 24); what a row
//! does not state is worked out beside it by hand.

use crate::harness::World;
use crate::lab::{Lab, PLAIN, TWO, faults, text};

/// The mark of one member under one rule.
#[track_caller]
fn marks(rule: &str, maximum: &str, params: &str, figures: &[(&str, &str)], expected: &str) {
    let mut lab = Lab::rule(rule, maximum, params, &["A"]);
    for (key, value) in figures {
        lab.put(0, "1", key, value);
    }
    let found = lab.run();
    assert_eq!(found.marks[0][0], expected, "{}", found.because[0][0]);
}

/// The marks of a bloc under one rule, from plan and actual.
#[track_caller]
fn bloc(rule: &str, params: &str, figures: &[(&str, &str)], expected: &[&str]) {
    let names: Vec<String> = (0..figures.len()).map(|member| format!("M{member}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut lab = Lab::rule(rule, "10", params, &names);
    for (member, (plan, actual)) in figures.iter().enumerate() {
        lab.met(member, "1", plan, actual);
    }
    let found: Vec<String> = lab.run().marks.into_iter().map(|mut marks| marks.remove(0)).collect();
    assert_eq!(found, expected);
}

#[test]
fn row_1_in_proportion() {
    marks("proportional", "20", "", &[("plan", "93.35"), ("actual", "92.50")], "19.82");
    marks("proportional", "20", "", &[("plan", "93.35"), ("actual", "0")], "0");
}

#[test]
fn row_2_in_proportion_above_the_plan() {
    marks("proportional", "11", "params = { cap = 1.1 }", &[("plan", "25"), ("actual", "31")], "11");
    // uncapped in practice: a cap far above, and a maximum that says how much it can give
    marks("proportional", "100", "params = { cap = 10 }", &[("plan", "25"), ("actual", "31")], "12.4");
}

#[test]
fn row_2b_a_real_indicator_reached_600_percent() {
    marks("proportional", "10", "", &[("plan", "1"), ("actual", "6")], "10");
    marks("proportional", "100", "params = { cap = 10 }", &[("plan", "1"), ("actual", "6")], "60");
}

#[test]
fn row_3_half_for_the_plan_and_half_against_the_leader() {
    let figures = [("310", "341"), ("400", "500"), ("250", "250"), ("300", "270")];
    bloc("leader-relative", "", &figures, &["7", "10", "5", "4.5"]);
}

#[test]
fn row_4_members_without_a_plan_in_their_own_group() {
    let figures = [("không giao", "150"), ("0", "100"), ("không giao", "75"), ("400", "500")];
    bloc("leader-relative", "", &figures, &["10", "6.67", "5", "10"]);
}

#[test]
fn row_5_bands_and_their_edges() {
    let bands = "params = { on = \"actual\", bands = [{ above = 95, points = 1.5 }, { from = 75, to = 95, points = 1 }, \
                 { from = 50, below = 75, points = 0.5 }, { below = 50, points = 0 }] }";
    for (actual, expected) in
        [("95.0", "1"), ("95.01", "1.5"), ("75", "1"), ("74.99", "0.5"), ("50", "0.5"), ("49.9", "0")]
    {
        marks("bands", "1.5", bands, &[("actual", actual)], expected);
    }
}

#[test]
fn row_6_a_hole_between_bands_is_refused() {
    let bands = |second: &str| {
        format!(
            "params = {{ bands = [{{ from = 0, below = 1, deduct = 0 }}, {{ from = 1, to = 10, deduct = 10 }}, \
             {{ {second}, to = 20, deduct = 20 }}, {{ above = 20, deduct = \"all\" }}] }}"
        )
    };
    let compact = |params: &str| {
        text(
            &format!(
                "scale = 110\nfield = [{{ id = \"I\", name = \"I\", maximum = 110 }}]\n[[compact.criterion]]\nid = \"1\"\n\
                 field = \"I\"\nname = \"1\"\nmaximum = 110\nrule = \"deduction-bands\"\n{params}"
            ),
            &["A"],
            TWO,
            PLAIN,
        )
    };
    let holed = faults(&compact(&bands("from = 11")));
    assert_eq!(holed.iter().map(|fault| fault.fault.code()).collect::<Vec<_>>(), ["band-gap"]);
    for (actual, expected) in [("0", "110"), ("10", "100"), ("10.5", "90"), ("20", "90"), ("21", "0")] {
        marks("deduction-bands", "110", &bands("above = 10"), &[("actual", actual)], expected);
    }
}

#[test]
fn row_7_days_late() {
    let late = "params = { due = 2023-03-10, beyond = 0, late = [{ days = 0, points = 2 }, { days = 2, points = 1.5 }, \
                { days = 5, points = 1 }, { days = 10, points = 0.5 }] }";
    for (day, expected) in
        [("10", "2"), ("11", "1.5"), ("12", "1.5"), ("13", "1"), ("15", "1"), ("20", "0.5"), ("21", "0")]
    {
        marks("lateness", "2", late, &[("actual", &format!("2023-03-{day}"))], expected);
    }
}

#[test]
fn row_8_passed_or_not() {
    marks("pass-fail", "2", "", &[("actual", "Đạt")], "2");
    marks("pass-fail", "2", "", &[("actual", "Không")], "0");
}

#[test]
fn row_9_counted() {
    marks("count", "15", "params = { points = 5, limit = 15 }", &[("actual", "4")], "15");
    marks("count", "15", "params = { points = 5, limit = 15 }", &[("actual", "2")], "10");
}

#[test]
fn row_10_up_and_down_by_events() {
    let params = "params = { bonus = 3, penalty = 5, min = -10, max = 10 }";
    for (up, down, expected) in [("2", "1", "1"), ("0", "3", "-10"), ("9", "0", "10")] {
        let compact = format!(
            "scale = 1\nfield = [{{ id = \"I\", name = \"I\", maximum = 1 }}, {{ id = \"T\", name = \"T\", kind = \"bonus\", maximum = 10 }}]\n\
             [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 1\nrule = \"pass-fail\"\n\
             [[compact.criterion]]\nid = \"2\"\nfield = \"T\"\nname = \"2\"\nmaximum = 10\nrule = \"balance\"\n{params}"
        );
        let mut lab = Lab::new(&text(&compact, &["A"], TWO, PLAIN));
        lab.put(0, "1", "actual", "Đạt").put(0, "2", "bonus:actual", up).put(0, "2", "penalty:actual", down);
        assert_eq!(lab.run().marks[0][1], expected);
    }
}

#[test]
fn row_11_steps_above_the_plan() {
    let steps = |step: &str, gain: &str| {
        format!(
            "params = {{ at_plan = 10, step = \"{step}\", gain = {gain}, cap = 2, step_down = \"{step}\", loss = {gain} }}"
        )
    };
    let met = [("plan", "4500"), ("actual", "4725")];
    marks("steps", "12", &steps("1%", "0.5"), &met, "12");
    marks("steps", "12", &steps("5%", "1"), &met, "11");
    marks("steps", "12", &steps("1%", "0.5"), &[("plan", "4500"), ("actual", "4432.5")], "9.5");
}

#[test]
fn row_12_points_for_titles_outside_the_scale() {
    let compact = "scale = 100\nfield = [{ id = \"I\", name = \"I\", maximum = 100 }, { id = \"T\", name = \"T\", kind = \"bonus\", maximum = 15 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 100\nrule = \"entered\"\n\
         [[compact.criterion]]\nid = \"2\"\nfield = \"T\"\nname = \"2\"\nmaximum = 15\nrule = \"titles-held\"\n\
         params = { mode = \"best\", limit = 15, titles = [{ id = \"cp\", name = \"Cờ Chính phủ\", points = 15 }, { id = \"bo\", name = \"Cờ bộ\", points = 10 }] }";
    let mut lab = Lab::new(&text(compact, &["A"], TWO, PLAIN));
    lab.given(0, "1", "appraised", "97").put(0, "2", "cp:actual", "0").put(0, "2", "bo:actual", "1");
    assert_eq!(lab.run().totals[0], "107");
}

#[test]
fn row_13_places_gained() {
    marks("rank-change", "100", "params = { target = 5 }", &[("actual", "48"), ("previous:actual", "52")], "80");
}

#[test]
fn row_14_lower_is_better_and_reductions() {
    let over = [("plan", "100"), ("actual", "115")];
    marks("proportional", "100", "params = { lower = \"ceiling\" }", &[("plan", "100"), ("actual", "100")], "100");
    marks("proportional", "100", "params = { lower = \"ratio\" }", &over, "86.96");
    marks("proportional", "100", "params = { lower = \"linear\" }", &over, "85");
    let poverty = [("plan", "4"), ("actual", "10.4"), ("baseline:actual", "14")];
    marks("proportional", "100", "measure = \"reduction\"", &poverty, "90");
}

#[test]
fn row_15_from_and_above() {
    let with = |op: &str| format!("params = {{ op = \"{op}\", else = \"zero\" }}");
    marks("threshold", "10", &with(">="), &[("plan", "10"), ("actual", "10.00")], "10");
    marks("threshold", "10", &with(">"), &[("plan", "57"), ("actual", "57.0")], "0");
    marks("threshold", "10", &with(">"), &[("plan", "57"), ("actual", "57.000000001")], "10");
}

#[test]
fn row_16_increments_and_cumulative_numbers() {
    let communes = |now| [("plan", "8"), ("actual", now), ("baseline:actual", "28")];
    marks("proportional", "100", "measure = \"increment\"", &communes("29"), "12.5");
    marks("proportional", "100", "measure = \"increment\"", &communes("36"), "100");
    marks("proportional", "100", "", &[("plan", "36"), ("actual", "29")], "80.56");
}

#[test]
fn row_17_two_targets_in_one() {
    let parts = "params = { combine = \"weights\", parts = [\
        { id = \"a\", name = \"đào tạo\", weight = \"3/5\", rule = \"proportional\" }, \
        { id = \"b\", name = \"nghề\", weight = \"2/5\", rule = \"proportional\" }] }";
    let figures = [("a:plan", "57.2"), ("a:actual", "56.0"), ("b:plan", "41"), ("b:actual", "41.5")];
    marks("compound", "10", parts, &figures, "9.87");
}

#[test]
fn row_18_against_the_same_period() {
    // +6.80 % on the same period, of 10 % planned: 68 % of the maximum
    let figures = [("plan", "10"), ("actual", "106.8"), ("previous:actual", "100")];
    marks("growth", "100", "", &figures, "68");
    marks("growth", "100", "params = { target = \"10%\" }", &figures[1..], "68");
}

#[test]
fn row_19_marks_given_by_people() {
    let mut lab = Lab::rule("entered", "10", "", &["A", "B"]);
    lab.given(0, "1", "self", "10").given(0, "1", "appraised", "8.5").given(1, "1", "self", "9");
    let found = lab.run();
    assert_eq!([found.marks[0][0].as_str(), found.marks[1][0].as_str()], ["8.5", "9"]);
    assert!(found.notes.contains(&"mixed-stages") && found.provisional);
}

#[test]
fn row_20_not_assigned_leaves_numerator_and_denominator() {
    let compact = "scale = 1000\nfield = [{ id = \"I\", name = \"I\", maximum = 1000 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 340\nrule = \"count\"\nparams = { points = 1, limit = 340 }\n\
         [[compact.criterion]]\nid = \"2\"\nfield = \"I\"\nname = \"2\"\nmaximum = 660\nrule = \"proportional\"\nassigned = \"per-member\"";
    let mut lab = Lab::new(&text(compact, &["A"], TWO, PLAIN));
    lab.put(0, "1", "actual", "312").put(0, "2", "plan", "không giao").put(0, "2", "actual", "không giao");
    let found = lab.run();
    assert_eq!((found.marks[0][1].as_str(), found.totals[0].as_str()), ("out", "917.65"));
}

#[test]
fn row_21_caps_of_groups_and_of_the_class() {
    let compact = "scale = 100\nfield = [{ id = \"I\", name = \"I\", maximum = 100 }, { id = \"T\", name = \"T\", kind = \"bonus\", maximum = 10 }]\n\
         class = [{ name = \"Xuất sắc\", at_least = 95 }, { name = \"Tốt\", at_least = 85 }, { name = \"Khá\", at_least = 0 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 100\nrule = \"entered\"\n\
         [[compact.criterion]]\nid = \"2\"\nfield = \"T\"\nname = \"2\"\nmaximum = 20\nrule = \"count\"\nparams = { points = 4, limit = 20 }";
    let mut lab = Lab::new(&text(compact, &["A", "B"], TWO, PLAIN));
    lab.given(0, "1", "self", "93").put(0, "2", "actual", "3").given(1, "1", "self", "102").put(1, "2", "actual", "0");
    let found = lab.run();
    assert_eq!(found.fields[0], ["93", "10"]);
    assert_eq!((found.totals[0].as_str(), found.classes[0].as_deref()), ("103", Some("Xuất sắc")));
}

#[test]
fn row_22_a_class_needs_its_key_plans_too() {
    let key = |id: u32| {
        format!(
            "[[compact.criterion]]\nid = \"{id}\"\nfield = \"I\"\nname = \"{id}\"\nmaximum = 10\nrule = \"proportional\"\n"
        )
    };
    let gate = "criteria = [\"1\", \"2\", \"3\"]";
    let compact = format!(
        "scale = 200\nfield = [{{ id = \"I\", name = \"I\", maximum = 200 }}]\n\
         class = [{{ name = \"A\", at_least = 180, gate = {{ {gate} }} }}, \
         {{ name = \"B\", at_least = 160, gate = {{ {gate}, met = 2, within = \"15%\" }} }}, {{ name = \"C\", at_least = 0 }}]\n\
         [[compact.criterion]]\nid = \"4\"\nfield = \"I\"\nname = \"4\"\nmaximum = 170\nrule = \"entered\"\n{}{}{}",
        key(1),
        key(2),
        key(3)
    );
    let mut lab = Lab::new(&text(&compact, &["all", "two", "far", "few"], TWO, PLAIN));
    for (member, (third, entered)) in
        [("100", "160"), ("85", "165"), ("84", "165"), ("100", "135")].into_iter().enumerate()
    {
        lab.met(member, "1", "100", "100").met(member, "2", "100", "120").met(member, "3", "100", third);
        lab.given(member, "4", "appraised", entered);
    }
    let found = lab.run();
    assert_eq!(found.totals, ["190", "193.5", "193.4", "165"]);
    let classes: Vec<_> = found.classes.iter().map(|class| class.as_deref().unwrap()).collect();
    assert_eq!(classes, ["A", "B", "C", "B"]);
}

#[test]
fn row_23_a_coefficient_for_hard_places() {
    let params = "difficulty = 1.2";
    let figures = |actual, coefficient| [("plan", "100"), ("actual", actual), ("difficulty:actual", coefficient)];
    marks("proportional", "10", params, &figures("80", "1.1"), "8.8");
    marks("proportional", "10", params, &figures("95", "1.2"), "10");
    let mut lab = Lab::rule("proportional", "10", params, &["A"]);
    lab.met(0, "1", "100", "80").put(0, "1", "difficulty:actual", "1.3");
    let found = lab.run();
    assert_eq!((found.marks[0][0].as_str(), found.notes.as_slice()), ("missing", ["rule-refuses"].as_slice()));
}

#[test]
fn row_24_a_violation_keeps_the_score_and_blocks_the_award() {
    let world = World::whole();
    world.opinions(&[("k1", "Đơn vị Một", "đã kết luận")]);
    world.run(&[]);
    let results = world.results();
    let standing = &results["blocs"][0]["standings"][0];
    assert_eq!((standing["member"].as_str(), standing["rank"].as_u64()), (Some("Đơn vị Một"), Some(1)));
    let proposed = results["proposals"].as_array().unwrap().iter().filter(|entry| entry["proposed"] == true);
    assert!(proposed.filter(|entry| entry["bloc"] == "k1").all(|entry| entry["member"] != "Đơn vị Một"));
}

#[test]
fn a_compound_of_which_nothing_arose_counts_as_the_compact_says() {
    let parts = "params = { combine = \"all\", parts = [{ id = \"a\", name = \"a\", rule = \"proportional\" }, \
                 { id = \"b\", name = \"b\", rule = \"proportional\" }] }";
    let nothing: Vec<(&str, &str)> =
        ["a:plan", "a:actual", "b:plan", "b:actual"].map(|key| (key, "không phát sinh")).into();
    marks("compound", "10", &format!("{parts}\nnot_arising = \"full\""), &nothing, "10");
    marks("compound", "10", &format!("{parts}\nnot_arising = \"out\""), &nothing, "out");
}
