//! What holds for any compact and any figures: order does not matter, a better mark never costs a rank, a scale has no
//! rank of its own, totals are the sums of their leaves, and no rule leaves its range or keeps its numbers to itself.

use fastrand::Rng;
use rust_decimal::Decimal;
use thidua::diag::Lang;
use thidua::model::{Datum, Evidence, Input, InputKind, Refusal, Value};

use crate::cases::{CASES, decimal, kernel};
use crate::harness::{World, rows};
use crate::lab::{Lab, NONE, PLAIN, TWO, text};

/// Members of a bloc that is tried.
const MEMBERS: usize = 6;

fn names(count: usize) -> Vec<String> {
    (0..count).map(|member| format!("M{member}")).collect()
}

/// A compact of three fields, one below another, combined in one of the four ways, with five entered criteria.
fn entered(combine: &str, maxima: [u32; 5]) -> String {
    let own = if combine == "sum" { String::new() } else { format!("combine = \"{combine}\"") };
    let all: u32 = maxima.iter().sum();
    let (first, lower) = (maxima[..3].iter().sum::<u32>(), maxima[1] + maxima[2]);
    let fields = [("I", "", first), ("II", "", all - first), ("I.s", "parent = \"I\"", lower)];
    let fields = fields.map(|(id, parent, maximum)| {
        format!("[[compact.field]]\nid = \"{id}\"\nname = \"{id}\"\n{parent}\nmaximum = {maximum}\n{own}\n")
    });
    let places = CRITERIA.iter().zip(["I", "I.s", "I.s", "II", "II"]).zip(maxima);
    let criteria = places.map(|((id, field), maximum)| {
        format!(
            "[[compact.criterion]]\nid = \"{id}\"\nfield = \"{field}\"\nname = \"{id}\"\nmaximum = {maximum}\nrule = \"entered\"\n"
        )
    });
    format!("scale = {all}\n{own}\n{}{}", fields.concat(), criteria.collect::<String>())
}

const CRITERIA: [&str; 5] = ["a", "b", "c", "d", "e"];

fn marks(rng: &mut Rng, maxima: [u32; 5]) -> [Decimal; 5] {
    maxima.map(|maximum| {
        if rng.u8(..4) == 0 { maximum.into() } else { Decimal::new(rng.i64(0..=i64::from(maximum) * 4) * 25, 2) }
    })
}

/// Ranks and totals of these marks under a compact.
fn ranked(compact: &str, marks: &[[Decimal; 5]], rounding: &str) -> (Vec<u32>, Vec<String>) {
    let names = names(marks.len());
    let mut lab = Lab::new(&text(compact, &names.iter().map(String::as_str).collect::<Vec<_>>(), rounding, PLAIN));
    for (member, own) in marks.iter().enumerate() {
        for (criterion, points) in CRITERIA.iter().zip(own) {
            lab.given(member, criterion, "council", &points.to_string());
        }
    }
    let found = lab.run();
    (found.ranks.into_iter().map(|rank| rank.unwrap()).collect(), found.totals)
}

const WAYS: [&str; 4] = ["sum", "mean", "min", "geometric"];

#[test]
fn the_order_of_members_does_not_matter() {
    let mut rng = Rng::with_seed(1);
    for round in 0..200 {
        let maxima = [10, 20, 15, 30, 25];
        let compact = entered(WAYS[round % 4], maxima);
        let own: Vec<_> = (0..MEMBERS).map(|_| marks(&mut rng, maxima)).collect();
        let mut order: Vec<usize> = (0..MEMBERS).collect();
        rng.shuffle(&mut order);
        let shuffled: Vec<_> = order.iter().map(|member| own[*member]).collect();
        let (ranks, totals) = ranked(&compact, &own, TWO);
        let (other_ranks, other_totals) = ranked(&compact, &shuffled, TWO);
        let back = |list: &[String]| order.iter().map(|member| list[*member].clone()).collect::<Vec<_>>();
        assert_eq!(back(&totals), other_totals);
        assert_eq!(order.iter().map(|member| ranks[*member]).collect::<Vec<_>>(), other_ranks);
    }
}

#[test]
fn the_names_and_order_of_files_do_not_matter() {
    let world = World::whole();
    world.run(&[]);
    let first = world.results();
    for (old, new, member, actual) in
        [("mot", "z-mot", "Đơn vị Một", 98.0), ("hai", "a hai", "Đơn vị Hai", 90.0), ("ba", "M", "Đơn vị Ba", 80.0)]
    {
        world.remove(&format!("k1/{old}.xlsx"));
        world.form(&format!("k1/{new}"), "k1", member, &rows(actual));
    }
    world.run(&[]);
    let second = world.results();
    for key in ["blocs", "roll_up", "proposals", "shares"] {
        assert_eq!(first[key], second[key], "{key}");
    }
    let totals = |results: &serde_json::Value| {
        let members = results["members"].as_array().unwrap();
        members.iter().map(|member| (member["name"].clone(), member["total"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(totals(&first), totals(&second));
}

#[test]
fn a_better_mark_never_costs_a_rank() {
    let mut rng = Rng::with_seed(2);
    for round in 0..400 {
        let maxima = [10, 20, 15, 30, 25];
        let compact = entered(WAYS[round % 4], maxima);
        let mut own: Vec<_> = (0..MEMBERS).map(|_| marks(&mut rng, maxima)).collect();
        let (member, criterion) = (rng.usize(..MEMBERS), rng.usize(..5));
        let before = ranked(&compact, &own, TWO).0[member];
        let most: Decimal = maxima[criterion].into();
        own[member][criterion] = (own[member][criterion] + Decimal::new(rng.i64(1..2_000), 2)).min(most);
        let after = ranked(&compact, &own, TWO).0[member];
        assert!(after <= before, "{compact}\n{own:?}: member {member} fell from {before} to {after}");
    }
}

#[test]
fn the_total_is_the_sum_of_its_leaves_under_caps() {
    let mut rng = Rng::with_seed(3);
    let compact = "scale = 50\n\
        field = [{ id = \"I\", name = \"I\", maximum = 30 }, { id = \"II\", name = \"II\", maximum = 20 }, \
        { id = \"T\", name = \"T\", kind = \"bonus\", maximum = 6 }, \
        { id = \"P\", name = \"P\", kind = \"penalty\", maximum = 0, minimum = -10 }]\n\
        [[compact.criterion]]\nid = \"a\"\nfield = \"I\"\nname = \"a\"\nmaximum = 30\nrule = \"entered\"\n\
        [[compact.criterion]]\nid = \"b\"\nfield = \"II\"\nname = \"b\"\nmaximum = 20\nrule = \"entered\"\n\
        [[compact.criterion]]\nid = \"t\"\nfield = \"T\"\nname = \"t\"\nmaximum = 10\nrule = \"count\"\nparams = { points = 2, limit = 10 }\n\
        [[compact.criterion]]\nid = \"p\"\nfield = \"P\"\nname = \"p\"\nmaximum = 0\nrule = \"balance\"\nparams = { penalty = 3, min = -20 }";
    let compact = compact.replace("minimum = -10", "minimum = -20");
    for _ in 0..300 {
        let (a, b) = (Decimal::new(rng.i64(0..3_000), 2), Decimal::new(rng.i64(0..2_000), 2));
        let (t, p) = (rng.u32(0..9), rng.u32(0..9));
        let mut lab = Lab::new(&text(&compact, &["A"], TWO, PLAIN));
        lab.given(0, "a", "self", &a.to_string()).given(0, "b", "self", &b.to_string());
        lab.put(0, "t", "actual", &t.to_string()).put(0, "p", "actual", &p.to_string());
        let bonus = Decimal::from(t * 2).min(Decimal::TEN).min(Decimal::from(6));
        let penalty = -Decimal::from(p * 3).min(Decimal::from(20));
        assert_eq!(decimal(&lab.run().totals[0]), a + b + bonus + penalty);
    }
}

/// The same compact with every number of points multiplied.
fn scaled(factor: u32) -> String {
    let by = |points: u32| points * factor;
    format!(
        "scale = {}\nfield = [{{ id = \"I\", name = \"I\", maximum = {} }}]\n\
         [[compact.criterion]]\nid = \"a\"\nfield = \"I\"\nname = \"a\"\nmaximum = {}\nrule = \"steps\"\n\
         params = {{ at_plan = {}, step = \"1%\", gain = {}, cap = {}, step_down = \"1%\", loss = {} }}\n\
         [[compact.criterion]]\nid = \"b\"\nfield = \"I\"\nname = \"b\"\nmaximum = {}\nrule = \"bands\"\n\
         params = {{ on = \"ratio\", bands = [{{ from = 1, points = {} }}, {{ from = 0.9, below = 1, points = {} }}, {{ below = 0.9, points = 0 }}] }}\n\
         [[compact.criterion]]\nid = \"c\"\nfield = \"I\"\nname = \"c\"\nmaximum = {}\nrule = \"deduct\"\nparams = {{ each = {} }}\n\
         [[compact.criterion]]\nid = \"d\"\nfield = \"I\"\nname = \"d\"\nmaximum = {}\nrule = \"proportional\"\nparams = {{ cap = 1.1, at_plan = {} }}\n\
         [[compact.criterion]]\nid = \"e\"\nfield = \"I\"\nname = \"e\"\nmaximum = {}\nrule = \"leader-relative\"\n",
        by(111),
        by(111),
        by(60),
        by(54),
        by(1),
        by(6),
        by(1),
        by(20),
        by(20),
        by(12),
        by(10),
        by(2),
        by(11),
        by(10),
        by(10)
    )
}

#[test]
fn a_scale_changes_no_rank() {
    let mut rng = Rng::with_seed(4);
    for _ in 0..150 {
        let figures: Vec<[(u32, u32); 5]> =
            (0..MEMBERS).map(|_| std::array::from_fn(|_| (rng.u32(80..120), rng.u32(70..140)))).collect();
        let ranks = |factor: u32| {
            let names = names(MEMBERS);
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            let mut lab = Lab::new(&text(&scaled(factor), &names, NONE, PLAIN));
            for (member, own) in figures.iter().enumerate() {
                for (criterion, (plan, actual)) in CRITERIA.iter().zip(own) {
                    if *criterion == "c" {
                        lab.put(member, "c", "actual", &(actual % 6).to_string());
                    } else {
                        lab.met(member, criterion, &plan.to_string(), &actual.to_string());
                    }
                }
            }
            lab.run().ranks
        };
        assert_eq!(ranks(1), ranks(7), "{figures:?}");
    }
}

/// Any number that a decimal can hold, the extremes as often as not.
fn any(rng: &mut Rng) -> Decimal {
    match rng.u8(..8) {
        0 => Decimal::MAX,
        1 => Decimal::MIN,
        2 => Decimal::new(1, 28),
        3 => Decimal::ZERO,
        4 => Decimal::new(-rng.i64(0..1_000_000), rng.u32(0..10)),
        5 => Decimal::new(rng.i64(0..i64::MAX), rng.u32(0..28)),
        _ => Decimal::new(rng.i64(0..1_000_000), rng.u32(0..6)),
    }
}

fn anything(rng: &mut Rng, inputs: &[Input]) -> Evidence {
    let data = inputs.iter().map(|input| {
        let datum = match (rng.u8(..12), &input.kind) {
            (0, _) => Datum::Missing,
            (1, _) => Datum::NotAssigned,
            (2, _) => Datum::NotArising,
            (_, InputKind::Number) => Datum::Known(Value::Number(any(rng))),
            (_, InputKind::Count) => Datum::Known(Value::Number(any(rng).trunc())),
            (_, InputKind::Date) => {
                let day = chrono::NaiveDate::from_ymd_opt(2023, 3, 8).unwrap();
                Datum::Known(Value::Date(day + chrono::Days::new(rng.u64(0..400))))
            }
            (_, InputKind::Word(groups)) => Datum::Known(Value::Word(rng.choice(groups).unwrap()[0].clone())),
        };
        (input.key(), datum)
    });
    Evidence::new(data.collect())
}

#[test]
fn no_figure_takes_a_rule_out_of_its_range() {
    let mut rng = Rng::with_seed(5);
    for case in CASES {
        let (kernel, maximum) = (kernel(*case), decimal(case.1));
        if !kernel.computes() {
            continue;
        }
        let inputs = kernel.inputs();
        for _ in 0..300 {
            let bloc: Vec<_> = (0..rng.usize(1..=8)).map(|_| anything(&mut rng, &inputs)).collect();
            for (own, worked) in bloc.iter().zip(kernel.mark_bloc(&bloc)) {
                if let Ok(worked) = worked {
                    let range = kernel.lowest()..=maximum;
                    assert!(range.contains(&worked.points), "{case:?}: {} of {own:?}", worked.points);
                }
            }
        }
    }
}

/// The numbers of an input as a sentence would carry them.
fn said(lang: Lang, datum: &Datum) -> Option<String> {
    match datum {
        Datum::Known(Value::Number(number)) => Some(lang.number(*number)),
        Datum::Known(Value::Date(date)) => Some(lang.date(*date)),
        Datum::Known(Value::Word(word)) => Some(word.clone()),
        _ => None,
    }
}

#[test]
fn the_reason_carries_the_numbers_it_used() {
    let mut rng = Rng::with_seed(6);
    let mut checked = 0;
    for case in CASES.iter().filter(|case| kernel(**case).computes()) {
        let kernel = kernel(*case);
        let inputs = kernel.inputs();
        for _ in 0..100 {
            let bloc: Vec<_> = (0..3).map(|_| plausible(&mut rng, &inputs)).collect();
            for (own, worked) in bloc.iter().zip(kernel.mark_bloc(&bloc)) {
                let Ok(worked) = worked else { continue };
                for lang in [Lang::Vi, Lang::En] {
                    let because = (worked.because)(lang);
                    for input in &inputs {
                        let Some(number) = said(lang, own.datum(&input.key())) else { continue };
                        assert!(because.contains(&number), "{case:?}: {number} of {} is not in {because}", input.key());
                        checked += 1;
                    }
                }
            }
        }
    }
    assert!(checked > 20_000, "{checked}");
}

fn plausible(rng: &mut Rng, inputs: &[Input]) -> Evidence {
    let data = inputs.iter().map(|input| {
        let value = match &input.kind {
            InputKind::Number => Value::Number(Decimal::new(rng.i64(1..20_000), 2)),
            InputKind::Count => Value::Number(Decimal::from(rng.u32(1..9))),
            InputKind::Date => Value::Date(chrono::NaiveDate::from_ymd_opt(2023, 3, rng.u32(1..28)).unwrap()),
            InputKind::Word(groups) => Value::Word(rng.choice(groups).unwrap()[0].clone()),
        };
        (input.key(), Datum::Known(value))
    });
    Evidence::new(data.collect())
}

/// Rules whose mark follows one actual in one direction, whatever the parameters.
const MONOTONE: &[&str] = &[
    "proportional",
    "threshold",
    "steps",
    "growth",
    "count",
    "checklist",
    "deduct",
    "goalposts",
    "min-max",
    "z-score",
    "rank-share",
    "percent-rank",
    "ratio-to-best",
    "leader-relative",
];

#[test]
fn more_is_never_marked_lower_unless_fewer_is_better() {
    let mut rng = Rng::with_seed(7);
    for case in CASES.iter().filter(|case| MONOTONE.contains(&case.0)) {
        let kernel = kernel(*case);
        let inputs = kernel.inputs();
        let falling = kernel.fewer_is_better() || case.0 == "deduct";
        for _ in 0..200 {
            let mut bloc: Vec<_> = (0..4).map(|_| plausible(&mut rng, &inputs)).collect();
            let before = kernel.mark_bloc(&bloc)[0].as_ref().map(|worked| worked.points).map_err(Clone::clone);
            let actual = bloc[0].number("actual").unwrap();
            let more = Value::Number(actual + Decimal::from(rng.u32(1..50)));
            bloc[0] = bloc[0].clone().with("actual", Datum::Known(more));
            let after = kernel.mark_bloc(&bloc)[0].as_ref().map(|worked| worked.points).map_err(Clone::clone);
            match (before, after) {
                (Ok(before), Ok(after)) if falling => assert!(after <= before, "{case:?} {bloc:?}"),
                (Ok(before), Ok(after)) => assert!(after >= before, "{case:?} {bloc:?}: {before} → {after}"),
                (Err(Refusal::Impossible(..)), _) | (_, Err(Refusal::Impossible(..))) => {}
                other => panic!("{case:?}: {other:?}"),
            }
        }
    }
}
