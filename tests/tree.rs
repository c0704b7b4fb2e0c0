//! Trees of any depth, and what happens to what is missing.

use crate::lab::{Found, Lab, NONE, PLAIN, TWO, faults, text};

/// Two sub-fields of a field, with two criteria each that are counted up to ten.
fn tree(root: &str, upper: &str, lower: &str) -> String {
    let criterion = |id: &str, weight: u32| {
        format!(
            "[[compact.criterion]]\nid = \"{id}\"\nfield = \"{}\"\nname = \"{id}\"\nmaximum = 10\nweight = {weight}\n\
             rule = \"count\"\nparams = {{ points = 1, limit = 10 }}\n",
            &id[..1]
        )
    };
    format!(
        "scale = 100\n{root}\n\
         [[compact.field]]\nid = \"T\"\nname = \"T\"\nmaximum = 100\n{upper}\n\
         [[compact.field]]\nid = \"X\"\nname = \"X\"\nparent = \"T\"\nmaximum = 20\nweight = 3\n{lower}\n\
         [[compact.field]]\nid = \"Y\"\nname = \"Y\"\nparent = \"T\"\nmaximum = 20\n{lower}\n{}{}{}{}",
        criterion("X1", 1),
        criterion("X2", 3),
        criterion("Y1", 1),
        criterion("Y2", 1)
    )
}

/// Scores members with these four counts; a blank is missing.
fn run(tree: &str, members: &[&str], counts: &[[&str; 4]]) -> Found {
    let mut lab = Lab::new(&text(tree, members, NONE, PLAIN));
    for (member, counts) in counts.iter().enumerate() {
        for (id, count) in ["X1", "X2", "Y1", "Y2"].into_iter().zip(counts) {
            if !count.is_empty() {
                lab.put(member, id, "actual", count);
            }
        }
    }
    lab.run()
}

#[test]
fn means_weigh_their_parts_at_every_level() {
    let tree = tree("", "combine = \"mean\"", "combine = \"mean\"");
    // X = 20 · (1·0.4 + 3·0.8)/4 = 14, Y = 20 · (0.5 + 1)/2 = 15; T = 100 · (3·0.7 + 0.75)/4 = 71.25
    assert_eq!(run(&tree, &["A"], &[["4", "8", "5", "10"]]).fields[0], ["71.25", "14", "15"]);
}

#[test]
fn the_geometric_mean_punishes_what_is_uneven() {
    let geometric = tree("", "combine = \"geometric\"", "");
    // X = 5 + 5 of 20, Y = 10 + 10 of 20: 100 · (1/2)^(3/4) · 1^(1/4) = 59.460355750136…
    let found = run(&geometric, &["A"], &[["5", "5", "10", "10"]]);
    assert_eq!(found.fields[0], ["59.46035575", "10", "20"]);
    assert_eq!(run(&geometric, &["A"], &[["0", "0", "10", "10"]]).totals[0], "0");
}

#[test]
fn the_least_part() {
    let least = tree("", "combine = \"min\"", "");
    assert_eq!(run(&least, &["A"], &[["9", "9", "6", "7"]]).totals[0], "65");
}

#[test]
fn incomplete_is_the_default_and_no_missing_value_is_zero() {
    let found = run(&tree("", "combine = \"mean\"", ""), &["A", "B"], &[["4", "8", "5", ""], ["1", "1", "1", "1"]]);
    assert_eq!((found.totals[0].as_str(), found.totals[1].as_str()), ("incomplete", "10"));
    assert_eq!((found.ranks.as_slice(), found.provisional), ([None, Some(1)].as_slice(), true));
    assert_eq!(found.notes, ["missing-value"]);
}

#[test]
fn skipping_brings_the_other_weights_to_the_whole_above_a_floor() {
    let skip = "missing = { treat = \"skip\", available = \"1/2\" }";
    let tree = tree(skip, "combine = \"mean\"", "combine = \"mean\"");
    // X: X1 alone is 1/4 of its weight: missing; T: Y alone is 1/4: missing
    assert_eq!(run(&tree, &["A"], &[["4", "", "5", "10"]]).totals[0], "incomplete");
    // X: X2 alone, 0.8 · 20; Y: Y1 alone, 0.5 · 20; T = 100 · (3·0.8 + 0.5)/4 = 72.5
    let found = run(&tree, &["A"], &[["", "8", "5", ""]]);
    assert_eq!(found.fields[0], ["72.5", "16", "10"]);
    assert_eq!((found.provisional, found.notes.as_slice()), (false, ["missing-treated"; 2].as_slice()));
}

#[test]
fn a_sum_that_skips_is_brought_to_its_whole() {
    let tree = tree("missing = { treat = \"skip\", available = \"50%\" }", "combine = \"mean\"", "");
    // X: 8 of 10 there, 16 of 20; Y = 15 of 20; T = 100 · (3·0.8 + 0.75)/4 = 78.75
    assert_eq!(run(&tree, &["A"], &[["", "8", "5", "10"]]).fields[0], ["78.75", "16", "15"]);
}

#[test]
fn zero_only_where_the_compact_says_so_in_words() {
    let said = "missing = { treat = \"zero\", basis = \"Điều 7: không báo cáo thì không có điểm\" }";
    let found = run(&tree(said, "combine = \"mean\"", ""), &["A"], &[["4", "8", "5", ""]]);
    // X = 12 of 20, Y = 5 of 20; T = 100 · (3·0.6 + 0.25)/4
    assert_eq!(found.totals[0], "51.25");
    let silent = text(&tree("missing = { treat = \"zero\" }", "combine = \"mean\"", ""), &["A"], TWO, PLAIN);
    assert_eq!(faults(&silent).len(), 1);
}

#[test]
fn the_mean_of_the_group_stands_in() {
    let members = [
        "name = \"A\", group = \"g\"",
        "name = \"B\", group = \"g\"",
        "name = \"C\", group = \"g\"",
        "name = \"D\", group = \"h\"",
    ];
    let counts = [["4", "", "5", "10"], ["2", "6", "5", "10"], ["6", "8", "5", "10"], ["1", "2", "5", "10"]];
    let with = |of: &str| {
        let missing = format!("missing = {{ treat = \"group-mean\", of = \"{of}\" }}");
        run(&tree(&missing, "combine = \"mean\"", ""), &members, &counts)
    };
    // X2 of A is the mean of 6 and 8; D stands in a group of its own
    assert_eq!(with("normalised").marks[0], ["4", "7", "5", "10"]);
    // X of A is the mean of B's 8 and C's 14
    let node = with("node");
    assert_eq!((node.marks[0][1].as_str(), node.fields[0][1].as_str()), ("missing", "11"));
    assert!(!node.provisional && node.ranks.iter().all(Option::is_some));
}

#[test]
fn the_mean_figure_of_the_group_is_marked_by_the_rule() {
    let compact = "scale = 10\nmissing = { treat = \"group-mean\", of = \"raw\" }\nfield = [{ id = \"I\", name = \"I\", maximum = 10 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 10\nrule = \"threshold\"\nparams = { op = \">=\", else = \"zero\" }";
    let members = ["A", "B", "C"].map(|name| format!("name = \"{name}\", group = \"g\""));
    let mut lab = Lab::new(&text(compact, &members.each_ref().map(String::as_str), TWO, PLAIN));
    lab.put(0, "1", "plan", "50").met(1, "1", "50", "40").met(2, "1", "50", "70");
    let found = lab.run();
    // the mean figure is 55, above the plan of 50; the mean of the marks 0 and 10 would be 5
    assert_eq!(found.marks.concat(), ["10", "0", "10"]);
    assert!(
        found.because[0][0].starts_with("missing, the mean figure of the group g stands in; "),
        "{}",
        found.because[0][0]
    );
}

#[test]
fn a_member_may_be_left_out_of_a_ranking_that_is_final() {
    let tree = tree("missing = { treat = \"unranked\" }", "combine = \"mean\"", "");
    let found = run(&tree, &["A", "B"], &[["4", "8", "5", ""], ["1", "1", "1", "1"]]);
    assert_eq!((found.totals[0].as_str(), found.ranks[1], found.provisional), ("unranked", Some(1), false));
}

#[test]
fn what_cannot_be_read_is_no_missing_value() {
    let skip = tree("missing = { treat = \"skip\", available = \"1/4\" }", "combine = \"mean\"", "");
    let mut lab = Lab::new(&text(&skip, &["A"], NONE, PLAIN));
    for id in ["X1", "X2", "Y1"] {
        lab.put(0, id, "actual", "5");
    }
    assert_eq!(lab.run().totals[0], "50");
    lab.panel.blocs[0].members[0].rows[3].observed[0].faulty = true;
    assert_eq!(lab.run().totals[0], "incomplete");
}

#[test]
fn fields_round_where_the_compact_says() {
    let tree = tree("", "combine = \"mean\"", "combine = \"mean\"");
    let thirds = "{ criterion = \"none\", field = 1, total = 0 }";
    let mut lab = Lab::new(&text(&tree, &["A"], thirds, PLAIN));
    for (id, count) in [("X1", "1"), ("X2", "2"), ("Y1", "3"), ("Y2", "4")] {
        lab.put(0, id, "actual", count);
    }
    // X = 20 · (0.1 + 3·0.2)/4 = 3.5, Y = 20 · 0.35 = 7; T = 100 · (3·0.175 + 0.35)/4 = 21.875 → 21.9 → 22
    let found = lab.run();
    assert_eq!(
        (found.fields[0].as_slice(), found.totals[0].as_str()),
        (["21.9", "3.5", "7"].map(str::to_owned).as_slice(), "22")
    );
}

#[test]
fn ranks_may_follow_the_full_totals() {
    let compact = "scale = 10\nfield = [{ id = \"I\", name = \"I\", maximum = 10 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 10\nrule = \"proportional\"";
    let ranks = |on: &str| {
        let ties = format!("{{ rank = \"competition\", on = \"{on}\", break_by = [] }}");
        let rounding = "{ criterion = \"none\", total = 1 }";
        let mut lab = Lab::new(&text(compact, &["A", "B"], rounding, &ties));
        lab.met(0, "1", "100", "85.1").met(1, "1", "100", "85.2");
        lab.run().ranks
    };
    assert_eq!((ranks("rounded"), ranks("full")), (vec![Some(1), Some(1)], vec![Some(2), Some(1)]));
}

#[test]
fn a_collective_of_women_goes_first_among_equals() {
    let compact = "scale = 10\nfield = [{ id = \"I\", name = \"I\", maximum = 10 }]\n\
         [[compact.criterion]]\nid = \"1\"\nfield = \"I\"\nname = \"1\"\nmaximum = 10\nrule = \"proportional\"";
    let ranks = |women: [&str; 2]| {
        let members = ["A", "B"].into_iter().zip(women).map(|(name, women)| format!("name = \"{name}\"{women}"));
        let members: Vec<String> = members.collect();
        let ties = "{ rank = \"competition\", on = \"rounded\", break_by = [\"women-70\"] }";
        let members: Vec<&str> = members.iter().map(String::as_str).collect();
        let mut lab = Lab::new(&text(compact, &members, TWO, ties));
        lab.met(0, "1", "100", "85").met(1, "1", "100", "85");
        lab.run().ranks
    };
    let (few, many, unsaid) = (", women = \"69.9%\"", ", women = \"7/10\"", "");
    assert_eq!(ranks([few, many]), [Some(2), Some(1)]);
    assert_eq!(ranks([many, many]), [Some(1), Some(1)]);
    assert_eq!(ranks([unsaid, many]), [Some(1), Some(1)]);
}
