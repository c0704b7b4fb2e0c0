//! The table's own rules, and worked examples of practice with their numbers.

use rust_decimal::Decimal;

use super::RULES;
use crate::CATALOGUE;
use crate::diag::Lang;
use crate::model::{Args, Datum, Evidence, Kernel, Param, ParamFault, Refusal, Value, round};

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn bind(rule: &str, maximum: &str, params: &str) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
    let table: toml::Table = toml::from_str(params).unwrap();
    let args = Args { values: table.into_iter().collect() };
    let params = CATALOGUE.rule(rule).unwrap().params();
    let misfits = |param: &&Param| args.values.get(param.key).map_or(param.required, |value| !param.kind.admits(value));
    if let Some(param) = params.iter().find(misfits) {
        return Err(vec![ParamFault::Bad { key: param.key, expected: param.doc }]);
    }
    CATALOGUE.rule(rule).unwrap().bind(&args, dec(maximum), &CATALOGUE)
}

pub fn evidence(inputs: &[(&str, &str)]) -> Evidence {
    let value = |text: &str| match (text.parse::<Decimal>(), text.parse::<chrono::NaiveDate>()) {
        (Ok(number), _) => Datum::Known(Value::Number(number)),
        (_, Ok(date)) => Datum::Known(Value::Date(date)),
        _ if text == "KP" => Datum::NotArising,
        _ => Datum::Known(Value::Word(text.to_owned())),
    };
    Evidence::new(inputs.iter().map(|(key, text)| ((*key).to_owned(), value(text))).collect())
}

#[track_caller]
pub fn marks(rule: &str, maximum: &str, params: &str, inputs: &[(&str, &str)], expected: &str) {
    let kernel = bind(rule, maximum, params).unwrap_or_else(|faults| panic!("{faults:?}"));
    let worked = kernel.mark(&evidence(inputs)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!(round(worked.points, 2), dec(expected), "{worked:?}");
    assert_ne!((worked.because)(Lang::Vi), (worked.because)(Lang::En));
}

/// The marks of a bloc by the members' actuals; a blank is missing, `-` a member without a mark.
#[track_caller]
pub fn bloc_marks(rule: &str, maximum: &str, params: &str, actuals: &[&str], expected: &[&str]) {
    let kernel = bind(rule, maximum, params).unwrap_or_else(|faults| panic!("{faults:?}"));
    let own = |actual: &&str| if actual.is_empty() { evidence(&[]) } else { evidence(&[("actual", actual)]) };
    let members: Vec<Evidence> = actuals.iter().map(own).collect();
    let marks = kernel.mark_bloc(&members).into_iter().map(|worked| match worked {
        Ok(worked) => {
            assert_ne!((worked.because)(Lang::Vi), (worked.because)(Lang::En));
            round(worked.points, 2).normalize().to_string()
        }
        Err(_) => "-".to_owned(),
    });
    assert_eq!(marks.collect::<Vec<_>>(), expected);
}

/// The reason of a mark, in Vietnamese and English.
#[track_caller]
pub fn because(rule: &str, maximum: &str, params: &str, inputs: &[(&str, &str)]) -> (String, String) {
    let kernel = bind(rule, maximum, params).unwrap_or_else(|faults| panic!("{faults:?}"));
    let worked = kernel.mark(&evidence(inputs)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    ((worked.because)(Lang::Vi), (worked.because)(Lang::En))
}

/// Why a rule cannot mark, in Vietnamese and English.
#[track_caller]
pub fn impossible(rule: &str, maximum: &str, params: &str, inputs: &[(&str, &str)]) -> (String, String) {
    let kernel = bind(rule, maximum, params).unwrap_or_else(|faults| panic!("{faults:?}"));
    match kernel.mark(&evidence(inputs)) {
        Err(Refusal::Impossible(vi, en)) => (vi, en),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_entry_is_complete() {
    let mut names: Vec<_> = RULES.iter().map(|rule| rule.name()).collect();
    for rule in RULES {
        let entry = rule.entry();
        assert!(rule.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name());
        for lang in [Lang::Vi, Lang::En] {
            assert!((1..=80).contains(&entry.summary.say(lang).chars().count()), "{}", rule.name());
            assert!(!entry.example.say(lang).is_empty() && !entry.source.is_empty() && !entry.formula.is_empty());
            assert!(rule.params().iter().all(|param| !param.doc.say(lang).is_empty()));
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn proportional_to_the_plan() {
    let met = |actual| [("plan", "93.35"), ("actual", actual)];
    marks("proportional", "20", "", &met("92.50"), "19.82");
    marks("proportional", "11", "cap = 1.1\nat_plan = 10", &[("plan", "25"), ("actual", "31")], "11");
    marks("proportional", "10", "", &[("plan", "1"), ("actual", "6")], "10");
    marks("proportional", "100", "lower = 'ratio'", &[("plan", "100"), ("actual", "115")], "86.96");
    marks("proportional", "100", "lower = 'linear'", &[("plan", "100"), ("actual", "115")], "85");
    marks("proportional", "10", "floor = '50%'", &[("plan", "100"), ("actual", "49")], "0");
    let kernel = bind("proportional", "10", "").unwrap();
    assert!(matches!(kernel.mark(&evidence(&[("plan", "0"), ("actual", "5")])), Err(Refusal::Impossible(..))));
    assert_eq!(kernel.mark(&evidence(&[("plan", "5")])).unwrap_err(), Refusal::Missing("actual".to_owned()));
}

#[test]
fn a_threshold_keeps_its_operator() {
    marks("threshold", "60", "op = '>='\nelse = 'proportional'", &[("plan", "10"), ("actual", "10.00")], "60");
    marks("threshold", "60", "op = '>='\nelse = 'proportional'", &[("plan", "10"), ("actual", "6.80")], "40.8");
    marks("threshold", "35", "op = '>'\nelse = 'zero'", &[("plan", "57"), ("actual", "57.0")], "0");
    marks("threshold", "35", "op = '>'\nelse = 'zero'", &[("plan", "57"), ("actual", "57.1")], "35");
}

#[test]
fn steps_above_and_under() {
    let params = "at_plan = 54\nstep = '1%'\ngain = 1\ncap = 6\nstep_down = '1%'\nloss = 1";
    let met = |actual| [("plan", "4500"), ("actual", actual)];
    marks("steps", "60", params, &met("4725"), "59");
    marks("steps", "60", params, &met("4500"), "54");
    marks("steps", "60", params, &met("4499"), "54");
    marks("steps", "60", params, &met("4455"), "53");
    marks("steps", "60", params, &met("9000"), "60");
    marks("steps", "60", params, &met("0"), "0");
    let half = "at_plan = 10\nstep = 0.01\ngain = 0.5\ncap = 2\nstep_down = 0.01\nloss = 0.5";
    marks("steps", "12", half, &met("4725"), "12");
    let five = "at_plan = 10\nstep = '5%'\ngain = 1\ncap = 2\nstep_down = '5%'\nloss = 1";
    marks("steps", "12", five, &met("4725"), "11");
    assert!(bind("steps", "61", params).is_err());
}

#[test]
fn bands_with_edges() {
    let params = "on = 'actual'\nbands = [{above = 95, points = 1.5}, {from = 75, to = 95, points = 1}, {from = 50, below = 75, points = 0.5}, {below = 50, points = 0}]";
    marks("bands", "1.5", params, &[("actual", "95.0")], "1");
    marks("bands", "1.5", params, &[("actual", "95.01")], "1.5");
    marks("bands", "1.5", params, &[("actual", "49.999")], "0");
    let cover = "on = 'difference'\nbands = [{from = 0, points = 15}, {from = -0.2, below = 0, points = 10}, {from = -0.5, below = -0.2, points = 5}, {below = -0.5, points = 0}]";
    marks("bands", "15", cover, &[("plan", "63.12"), ("actual", "62.92")], "10");
    let gap = "on = 'actual'\nbands = [{from = 11, to = 20, points = 0}, {from = 1, to = 10, points = 10}]";
    assert!(matches!(bind("bands", "10", gap).err().unwrap()[..], [ParamFault::Gap { .. }]));
    let overlap = "on = 'actual'\nbands = [{from = 5, points = 10}, {to = 5, points = 0}]";
    assert!(matches!(bind("bands", "10", overlap).err().unwrap()[..], [ParamFault::Overlap { .. }]));
    let overdue = "bands = [{from = 0, to = 0, deduct = 0}, {above = 0, to = 5, deduct = 10}, {above = 5, to = 10, deduct = 25}, {above = 10, deduct = 'all'}]";
    marks("deduction-bands", "70", overdue, &[("actual", "0")], "70");
    marks("deduction-bands", "70", overdue, &[("actual", "5")], "60");
    marks("deduction-bands", "70", overdue, &[("actual", "10.1")], "0");
    let kernel = bind("deduction-bands", "70", overdue).unwrap();
    assert!(matches!(kernel.mark(&evidence(&[("actual", "-1")])), Err(Refusal::Impossible(..))));
}

#[test]
fn parts_brought_together() {
    let params = "combine = 'weights'\nparts = [{id = 'a', name = 'đào tạo', weight = '3/5', rule = 'proportional'}, {id = 'b', name = 'nghề', weight = '2/5', rule = 'proportional'}]";
    marks(
        "compound",
        "10",
        params,
        &[("a:plan", "57.2"), ("a:actual", "56.0"), ("b:plan", "41"), ("b:actual", "41.5")],
        "9.87",
    );
    let mean = "combine = 'mean'\nparts = [{id = 'pci', name = 'PCI', rule = 'rank-change', params = {target = 5}}, {id = 'papi', name = 'PAPI', rule = 'rank-change', params = {target = 5}}]";
    let both =
        [("pci:actual", "48"), ("pci:previous:actual", "52"), ("papi:actual", "30"), ("papi:previous:actual", "29")];
    marks("compound", "40", mean, &both, "16");
    let one =
        [("pci:actual", "48"), ("pci:previous:actual", "52"), ("papi:actual", "KP"), ("papi:previous:actual", "29")];
    marks("compound", "40", mean, &one, "32");
    assert!(bind("compound", "10", "combine = 'mean'\nparts = [{id = 'a', name = 'x', rule = 'nope'}]").is_err());
    assert!(bind("compound", "10", "combine = 'mean'\nparts = [{id = 5, name = 'x', rule = 'entered'}]").is_err());
}

#[test]
fn ranks_counts_and_words() {
    marks("rank-change", "100", "", &[("plan", "5"), ("actual", "48"), ("previous:actual", "52")], "80");
    marks("rank-change", "100", "target = 5", &[("actual", "53"), ("previous:actual", "52")], "0");
    marks("count", "15", "points = 5\nlimit = 15", &[("actual", "4")], "15");
    marks("deduct", "25", "each = 2", &[("actual", "3")], "19");
    marks("deduct", "20", "each = 4", &[("actual", "9")], "0");
    marks("checklist", "30", "items = 3", &[("actual", "2")], "20");
    marks(
        "balance",
        "10",
        "bonus = 3\npenalty = 5\nmin = -10\nmax = 10",
        &[("bonus:actual", "2"), ("penalty:actual", "1")],
        "1",
    );
    marks("balance", "0", "penalty = 10\nmin = -40", &[("actual", "9")], "-40");
    marks("pass-fail", "2", "", &[("actual", "Đạt")], "2");
    marks("pass-fail", "2", "", &[("actual", "Không đạt")], "0");
    let levels = "levels = [{word = 'xuất sắc', points = 25}, {word = 'tốt', points = 20}]";
    marks("levels", "25", levels, &[("actual", "tốt")], "20");
    let titles = "mode = 'sum'\nlimit = 15\ntitles = [{id = 'order', name = 'Huân chương', points = 10}, {id = 'flag', name = 'Cờ', points = 5}]";
    marks("titles-held", "15", titles, &[("order:actual", "1"), ("flag:actual", "2")], "15");
    marks("titles-held", "15", titles, &[("order:actual", "0"), ("flag:actual", "1")], "5");
    assert!(!bind("entered", "10", "").unwrap().computes());
}

#[test]
fn days_late() {
    let params = "late = [{days = 0, points = 2}, {days = 2, points = 1.5}, {days = 5, points = 1}, {days = 10, points = 0.5}]\nbeyond = 0";
    let sent = |done| [("plan", "2023-03-10"), ("actual", done)];
    marks("lateness", "2", params, &sent("2023-03-01"), "2");
    marks("lateness", "2", params, &sent("2023-03-12"), "1.5");
    marks("lateness", "2", params, &sent("2023-03-13"), "1");
    marks("lateness", "2", params, &sent("2023-03-21"), "0");
}

#[test]
fn no_parameter_of_any_kind_panics() {
    let odd = [
        "1",
        "-1",
        "0.5",
        "'x'",
        "true",
        "[]",
        "[1]",
        "[{}]",
        "[{id = 1, from = 'x', word = 2, days = 'x', points = []}]",
        "{}",
        "2023-01-01",
        "1e300",
        "nan",
    ];
    for rule in RULES {
        for value in odd {
            let params: Vec<_> = rule.params().iter().map(|param| format!("{} = {value}", param.key)).collect();
            let params = params.join("\n");
            let _ = bind(rule.name(), "10", &params);
        }
    }
}
