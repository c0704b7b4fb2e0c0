//! The engine against the second scorer: random compacts and figures, values on every edge, step and half among them.

use fastrand::Rng;
use rust_decimal::Decimal;
use thidua::model::InputKind;

use crate::lab::{Lab, PLAIN, text};
use crate::second::{
    Branch, Exact, Figure, Figures, Got, Way, Without, exact, mark_bloc, ranks, rounded, total, whole,
};

/// Compacts that are tried.
const COMPACTS: u64 = 3_000;

/// A criterion as both scorers are given it.
struct Leaf {
    maximum: String,
    weight: u32,
    rule: &'static str,
    params: String,
    /// Ratios and values on which a figure may be put.
    edges: Vec<String>,
    not_arising: Option<&'static str>,
}

fn pick<T: Copy>(rng: &mut Rng, of: &[T]) -> T {
    *rng.choice(of).unwrap()
}

fn words(of: &[&str]) -> Vec<String> {
    of.iter().map(|word| (*word).to_owned()).collect()
}

/// A rule with parameters, each on a round number so that its edges can be met.
fn leaf(rng: &mut Rng, places: u32) -> Leaf {
    let maximum = pick(rng, &["10", "20", if places > 0 { "12.5" } else { "15" }, "7", "33", "60"]);
    let usual =
        words(&["0", "0.5", "0.8", "0.9", "0.95", "0.99", "1", "1.005", "1.01", "1.05", "1.1", "1.25", "2", "6"]);
    let direction = pick(rng, &["", "direction = \"lower\""]);
    let (rule, maximum, params, edges) = match rng.u8(..22) {
        0 => ("proportional", maximum.to_owned(), pick(rng, &["", "floor = \"50%\"", "floor = 0.9"]).to_owned(), usual),
        1 => ("proportional", "11".to_owned(), "cap = 1.1, at_plan = 10".to_owned(), usual),
        2 => {
            let lower = pick(rng, &["ratio", "linear", "ceiling"]);
            ("proportional", maximum.to_owned(), format!("lower = \"{lower}\""), usual)
        }
        3 => {
            let (op, otherwise) = (pick(rng, &[">=", ">"]), pick(rng, &["proportional", "zero"]));
            ("threshold", maximum.to_owned(), format!("op = \"{op}\", else = \"{otherwise}\""), usual)
        }
        4 => steps(rng),
        5 => bands(rng, maximum),
        6 => {
            let params = "bands = [{ from = 0, to = 0, deduct = 0 }, { above = 0, to = 5, deduct = 1.5 }, \
                          { above = 5, to = 10, deduct = 4 }, { above = 10, deduct = \"all\" }]";
            (
                "deduction-bands",
                maximum.to_owned(),
                params.to_owned(),
                words(&["=0", "=5", "=5.0001", "=10", "=10.01", "=-1"]),
            )
        }
        7 => {
            ("leader-relative", maximum.to_owned(), pick(rng, &["", "base = \"3/5\"", "base = 0.25"]).to_owned(), usual)
        }
        8 => {
            let target = pick(rng, &["", "target = \"5%\"", "target = 0.1"]);
            let comma = if target.is_empty() || direction.is_empty() { "" } else { ", " };
            ("growth", maximum.to_owned(), format!("{target}{comma}{direction}"), usual)
        }
        9 => (
            "rank-change",
            maximum.to_owned(),
            pick(rng, &["", "target = 5", "target = 3"]).to_owned(),
            words(&["=1", "=3", "=5"]),
        ),
        10 => ("pass-fail", maximum.to_owned(), String::new(), Vec::new()),
        11 => {
            let levels = "levels = [{ word = \"a\", points = 10 }, { word = \"b\", points = 7.25 }, { word = \"c\", points = 0 }]";
            ("levels", "10".to_owned(), levels.to_owned(), Vec::new())
        }
        12 => ("deduct", maximum.to_owned(), format!("each = {}", pick(rng, &["0.5", "2", "3.75"])), Vec::new()),
        13 => ("checklist", maximum.to_owned(), format!("items = {}", rng.u8(1..9)), Vec::new()),
        14 => (
            "count",
            maximum.to_owned(),
            format!("points = {}, limit = {maximum}", pick(rng, &["0.75", "2", "5"])),
            Vec::new(),
        ),
        15 => {
            let late =
                "late = [{ days = 0, points = 2 }, { days = 2, points = 1.5 }, { days = 5, points = 1 }], beyond = 0";
            ("lateness", "2".to_owned(), late.to_owned(), Vec::new())
        }
        16 => {
            let params = pick(rng, &["bonus = 3, penalty = 5, min = 0, max = 10", "bonus = 2.5, min = 0, max = 10"]);
            ("balance", "10".to_owned(), params.to_owned(), Vec::new())
        }
        17 => {
            let titles =
                "titles = [{ id = \"a\", name = \"a\", points = 10 }, { id = \"b\", name = \"b\", points = 3.5 }]";
            let (mode, limit) = pick(rng, &[("sum", "12"), ("best", "10")]);
            ("titles-held", limit.to_owned(), format!("mode = \"{mode}\", limit = {limit}, {titles}"), Vec::new())
        }
        18 => compound(rng, usual),
        19 => {
            let deviation = pick(rng, &["population", "sample"]);
            let comma = if direction.is_empty() { "" } else { ", " };
            let params = format!("deviation = \"{deviation}\", span = {}{comma}{direction}", rng.u8(1..4));
            ("z-score", maximum.to_owned(), params, words(&["=0", "=7", "=-5", "=100"]))
        }
        _ => {
            let rule = pick(rng, &["goalposts", "min-max", "rank-share", "percent-rank", "ratio-to-best"]);
            let own = match rule {
                "goalposts" => {
                    format!("low = -5, high = {}, beyond = \"{}\"", rng.u8(1..200), pick(rng, &["clip", "refuse"]))
                }
                "min-max" => format!("alike = \"{}\"", pick(rng, &["full", "half", "zero", "refuse"])),
                _ => String::new(),
            };
            let comma = if own.is_empty() || direction.is_empty() { "" } else { ", " };
            (rule, maximum.to_owned(), format!("{own}{comma}{direction}"), words(&["=0", "=7", "=-5", "=100"]))
        }
    };
    let not_arising = pick(rng, &[None, None, Some("out"), Some("full")]);
    Leaf { maximum, weight: rng.u32(1..5), rule, params, edges, not_arising }
}

type Drawn = (&'static str, String, String, Vec<String>);

fn compound(rng: &mut Rng, edges: Vec<String>) -> Drawn {
    let combine = pick(rng, &["weights", "mean", "min", "all"]);
    let weights = if combine == "weights" { [", weight = \"3/5\"", ", weight = \"2/5\""] } else { ["", ""] };
    let second = pick(rng, &["min-max\", params = { alike = \"half\" }", "proportional\"", "leader-relative\""]);
    let params = format!(
        "combine = \"{combine}\", parts = [{{ id = \"a\", name = \"a\"{}, rule = \"proportional\" }}, \
         {{ id = \"b\", name = \"b\"{}, rule = \"{second} }}]",
        weights[0], weights[1]
    );
    ("compound", "20".to_owned(), params, edges)
}

fn steps(rng: &mut Rng) -> Drawn {
    let (step, down) = (pick(rng, &["1%", "2.5%", "5%", "1/3"]), pick(rng, &["1%", "2%", "0.5%"]));
    let (at_plan, cap) = (rng.u32(5..60), rng.u32(2..8));
    let (gain, loss) = (pick(rng, &["0.25", "1", "2"]), pick(rng, &["0.5", "1.25", "3"]));
    let partial = pick(rng, &["", ", partial = \"part\""]);
    let params = format!(
        "at_plan = {at_plan}, step = \"{step}\", gain = {gain}, cap = {cap}, step_down = \"{down}\", loss = {loss}{partial}"
    );
    let edges = words(&["1", "1.01", "1.025", "1.05", "1.0499", "0.99", "0.98", "0.995", "0.5", "4/3", "3"]);
    ("steps", (at_plan + cap).to_string(), params, edges)
}

fn bands(rng: &mut Rng, maximum: &str) -> Drawn {
    let on = pick(rng, &["ratio", "excess", "difference", "actual"]);
    let (low, high) = match on {
        "ratio" => ("0.9", "1"),
        "excess" => ("-0.05", "0"),
        "difference" => ("-0.2", "0"),
        _ => ("50", "95"),
    };
    let inside = rng.bool();
    let [top, under] = if inside { ["from", "below"] } else { ["above", "to"] };
    let bottom = if inside { ["from", "below"] } else { ["above", "to"] };
    let params = format!(
        "on = \"{on}\", bands = [{{ {top} = {high}, points = {maximum} }}, {{ {} = {low}, {under} = {high}, points = 3.125 }}, \
         {{ {} = {low}, points = 0 }}]",
        bottom[0], bottom[1]
    );
    let edges = words(&["0.9", "0.95", "1", "0.8999", "1.0001", "=50", "=95", "=95.01", "-0.2", "+-0.2", "+0"]);
    ("bands", maximum.to_owned(), params, edges)
}

/// A figure on an edge of the plan, or anywhere.
fn actual(rng: &mut Rng, plan: Decimal, edges: &[String]) -> Decimal {
    let number = |text: &str| {
        let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
        top.parse::<Decimal>().unwrap() / bottom.parse::<Decimal>().unwrap()
    };
    match rng.choice(edges).filter(|_| rng.u8(..4) > 0) {
        Some(edge) if edge.starts_with('=') => number(&edge[1..]),
        Some(edge) if edge.starts_with('+') => plan + number(&edge[1..]),
        Some(edge) => (plan * number(edge)).round_dp(4),
        None => Decimal::new(rng.i64(-500..2_000_000), rng.u32(0..5)),
    }
}

fn exact_of(number: Decimal) -> Exact {
    exact(&number.to_string())
}

/// A bloc scored by both.
struct Trial {
    toml: String,
    leaves: Vec<Leaf>,
    root: Branch,
    places: (u32, u32),
    lab: Lab,
    figures: Vec<Vec<Figures>>,
}

fn trial(seed: u64) -> Trial {
    let mut rng = Rng::with_seed(seed);
    let places = (rng.u32(0..4), rng.u32(1..4));
    let leaves: Vec<Leaf> = (0..rng.usize(2..=6)).map(|_| leaf(&mut rng, places.0)).collect();
    let without = match rng.u8(..4) {
        0 => Without::Zero,
        1 => Without::Skip(exact("1/2")),
        _ => Without::Incomplete,
    };
    let (root, tree) = grown(&mut rng, &leaves, &without);
    let members: Vec<String> = (0..rng.usize(1..=8)).map(|member| format!("M{member}")).collect();
    let rounding = format!("{{ criterion = {}, total = {} }}", places.0, places.1);
    let toml = text(&tree, &members.iter().map(String::as_str).collect::<Vec<_>>(), &rounding, PLAIN);
    let mut lab = Lab::new(&toml);
    let figures = (0..members.len()).map(|member| {
        (0..leaves.len()).map(|index| handed_in(&mut rng, &mut lab, member, index, &leaves[index])).collect()
    });
    let figures = figures.collect();
    Trial { toml, leaves, root, places, lab, figures }
}

/// A tree over the criteria, as branches and as TOML.
fn grown(rng: &mut Rng, leaves: &[Leaf], without: &Without) -> (Branch, String) {
    let way = |rng: &mut Rng| pick(rng, &[Way::Sum, Way::Sum, Way::Mean, Way::Least]);
    let said = |way: Way| match way {
        Way::Sum => "sum",
        Way::Mean => "mean",
        Way::Least => "min",
    };
    let mut fields: Vec<(Branch, String)> = Vec::new();
    let count = rng.usize(1..=leaves.len().min(3));
    let mut criteria = String::new();
    for field in 0..count {
        let own: Vec<usize> = (0..leaves.len()).filter(|leaf| leaf % count == field).collect();
        let split = if own.len() > 1 && rng.bool() { 1 } else { own.len() };
        let sum = |of: &[usize]| of.iter().map(|leaf| exact(&leaves[*leaf].maximum)).sum::<Exact>();
        let node = |rng: &mut Rng, criteria: &[usize], branches: Vec<Branch>| Branch {
            maximum: sum(&own[..]),
            weight: whole(rng.i64(1..4)),
            way: way(rng),
            without: without.clone(),
            criteria: criteria.to_vec(),
            branches,
        };
        let mut toml = String::new();
        let mut below = Vec::new();
        if split < own.len() {
            let mut branch = node(rng, &own[split..], Vec::new());
            branch.maximum = sum(&own[split..]);
            toml = format!(
                "[[compact.field]]\nid = \"F{field}.s\"\nname = \"F{field}.s\"\nparent = \"F{field}\"\nmaximum = {}\n\
                 weight = {}\ncombine = \"{}\"\n",
                shown(&branch.maximum),
                shown(&branch.weight),
                said(branch.way)
            );
            below.push(branch);
        }
        for (place, leaf) in own.iter().enumerate() {
            let at = if place < split { format!("F{field}") } else { format!("F{field}.s") };
            criteria += &criterion(*leaf, &at, &leaves[*leaf]);
        }
        let branch = node(rng, &own[..split], below);
        let head = format!(
            "[[compact.field]]\nid = \"F{field}\"\nname = \"F{field}\"\nmaximum = {}\nweight = {}\ncombine = \"{}\"\n",
            shown(&branch.maximum),
            shown(&branch.weight),
            said(branch.way)
        );
        fields.push((branch, head + &toml));
    }
    let root = Branch {
        maximum: fields.iter().map(|(field, _)| field.maximum.clone()).sum(),
        weight: whole(1),
        way: way(rng),
        without: without.clone(),
        criteria: Vec::new(),
        branches: fields.iter().map(|(field, _)| field.clone()).collect(),
    };
    let missing = match without {
        Without::Incomplete => "incomplete\"",
        Without::Zero => "zero\", basis = \"x\"",
        Without::Skip(_) => "skip\", available = \"1/2\"",
    };
    let toml = format!(
        "scale = {}\ncombine = \"{}\"\nmissing = {{ treat = \"{missing} }}\n{}{criteria}",
        shown(&root.maximum),
        said(root.way),
        fields.iter().map(|(_, toml)| toml.as_str()).collect::<String>()
    );
    (root, toml)
}

fn criterion(index: usize, field: &str, leaf: &Leaf) -> String {
    let not_arising = leaf.not_arising.map(|word| format!("not_arising = \"{word}\"\n")).unwrap_or_default();
    format!(
        "[[compact.criterion]]\nid = \"c{index}\"\nfield = \"{field}\"\nname = \"c{index}\"\nmaximum = {}\nweight = {}\n\
         rule = \"{}\"\nparams = {{ {} }}\nassigned = \"per-member\"\n{not_arising}",
        leaf.maximum, leaf.weight, leaf.rule, leaf.params
    )
}

/// A short fraction as TOML writes it.
fn shown(number: &Exact) -> String {
    let thousandths = (number * whole(1_000)).to_integer();
    Decimal::new(thousandths.to_string().parse().unwrap(), 3).normalize().to_string()
}

/// Puts a member's figures for a criterion into the lab, and gives them to the second scorer.
fn handed_in(rng: &mut Rng, lab: &mut Lab, member: usize, index: usize, leaf: &Leaf) -> Figures {
    let id = format!("c{index}");
    let inputs = lab.scoring.compacts[0].criteria[lab.scoring.compacts[0].criterion(&id).unwrap()].inputs.clone();
    let special = match rng.u8(..20) {
        0 => Some(("không giao", Figure::NotAssigned)),
        1 if leaf.not_arising.is_some() => Some(("không phát sinh", Figure::NotArising)),
        _ => None,
    };
    let mut figures = Figures::new();
    let plan = pick(rng, &["100", "4500", "25", "0.75", "93.35", "3", "57"]).parse::<Decimal>().unwrap();
    for input in &inputs {
        let key = input.key();
        let (said, figure) = match (&special, &input.kind) {
            (Some((said, figure)), _) => ((*said).to_owned(), figure.clone()),
            _ if rng.u8(..25) == 0 => continue,
            (None, InputKind::Number) if key.ends_with("plan") => match rng.u8(..12) {
                0 => ("0".to_owned(), Figure::Number(whole(0))),
                1 if leaf.rule == "leader-relative" => ("không giao".to_owned(), Figure::NotAssigned),
                _ => (plan.to_string(), Figure::Number(exact_of(plan))),
            },
            (None, InputKind::Number) => {
                let before = key.starts_with("previous");
                let number = if before { plan } else { actual(rng, plan, &leaf.edges) };
                (number.to_string(), Figure::Number(exact_of(number)))
            }
            (None, InputKind::Count) => {
                let count = rng.u32(0..12);
                (count.to_string(), Figure::Number(whole(count.into())))
            }
            (None, InputKind::Date) => {
                let day = rng.u32(1..12);
                (format!("2023-03-{day:02}"), Figure::Day(day.into()))
            }
            (None, InputKind::Word(groups)) => {
                let word = rng.choice(groups).unwrap()[0].clone();
                (word.clone(), Figure::Word(word))
            }
        };
        lab.put(member, &id, &key, &said);
        figures.insert(key, figure);
    }
    figures
}

impl Trial {
    /// The second scorer's marks, member by member.
    fn marks(&self) -> Vec<Vec<Got>> {
        let by_leaf: Vec<Vec<Got>> =
            self.leaves.iter().enumerate().map(|(index, leaf)| self.leaf_marks(index, leaf)).collect();
        (0..self.figures.len()).map(|member| by_leaf.iter().map(|marks| marks[member].clone()).collect()).collect()
    }

    fn leaf_marks(&self, index: usize, leaf: &Leaf) -> Vec<Got> {
        let bloc: Vec<Figures> = self.figures.iter().map(|own| own[index].clone()).collect();
        let maximum = exact(&leaf.maximum);
        let params: toml::Table = toml::from_str(&format!("params = {{ {} }}", leaf.params)).unwrap();
        let marks = mark_bloc(leaf.rule, &maximum, params["params"].as_table().unwrap(), &bloc);
        let full = || Got::Points { points: maximum.clone(), assigned: maximum.clone() };
        let every = |own: &Figures, special: &Figure| !own.is_empty() && own.values().all(|figure| figure == special);
        let of = |(own, mark): (&Figures, Option<Exact>)| match mark {
            _ if every(own, &Figure::NotArising) && leaf.not_arising == Some("full") => full(),
            _ if every(own, &Figure::NotArising) || every(own, &Figure::NotAssigned) => Got::Out,
            mark => match rounded(mark, self.places.0) {
                Some(points) => Got::Points { points, assigned: maximum.clone() },
                None => Got::Missing,
            },
        };
        bloc.iter().zip(marks).map(of).collect()
    }
}

#[test]
fn the_engine_agrees_with_the_second_scorer() {
    let mut compared = [0_usize; 3];
    for seed in 0..COMPACTS {
        let trial = trial(seed);
        let found = trial.lab.run();
        let marks = trial.marks();
        let leaves: Vec<_> =
            trial.leaves.iter().map(|leaf| (exact(&leaf.maximum), whole(leaf.weight.into()))).collect();
        let told = |member: usize| format!("seed {seed}\n{}\n{:?}", trial.toml, trial.figures[member]);
        for (member, own) in marks.iter().enumerate() {
            for (index, got) in own.iter().enumerate() {
                let at = trial.lab.scoring.compacts[0].criterion(&format!("c{index}")).unwrap();
                let engine = found.marks[member][at].as_str();
                match (got, engine) {
                    (Got::Missing, "missing") | (Got::Out, "out") => compared[1] += 1,
                    (Got::Points { points, .. }, engine) if !["missing", "out"].contains(&engine) => {
                        assert_eq!(
                            exact(engine),
                            *points,
                            "c{index} of M{member}: {}\n{}",
                            found.because[member][at],
                            told(member)
                        );
                        compared[0] += 1;
                    }
                    _ => panic!("c{index} of M{member}: {engine}, but {got:?}\n{}", told(member)),
                }
            }
        }
        let totals: Vec<Option<Exact>> =
            marks.iter().map(|own| total(&trial.root, &leaves, own, trial.places.1)).collect();
        for (member, own) in totals.iter().enumerate() {
            let engine = found.totals[member].as_str();
            let engine = if engine == "incomplete" { None } else { Some(exact(engine)) };
            assert_eq!(engine, *own, "total of M{member} from {:?}: {}", found.marks[member], told(member));
            compared[2] += 1;
        }
        assert_eq!(found.ranks, ranks(&totals), "{}", told(0));
    }
    assert!(compared[0] > 30_000 && compared[1] > 4_000 && compared[2] > 10_000, "{compared:?}");
}
