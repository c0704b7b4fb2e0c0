//! A scoring.toml whose compacts use every rule of the catalogue, every way of making a total and of going on where
//! something is missing, and the forms of its members with seeded figures.

use std::fmt::Write;

use fastrand::Rng;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use thidua::model::{Column, Criterion, Input, InputKind, Measure, Scoring, round};

use crate::cases::{CASES, decimal, kernel};
use crate::harness::{Cell, World, number, text};

/// Members of a bloc.
pub const MEMBERS: usize = 12;

/// What makes one compact different from another.
struct Way {
    id: &'static str,
    combine: &'static str,
    counts: &'static str,
    policy: &'static str,
}

const WAYS: [Way; 4] = [
    Way {
        id: "tong",
        combine: "sum",
        counts: "computed",
        policy: "rounding = { criterion = 2, total = 2 }\nnot_assigned = \"rescale\"\n\
                 ties = { rank = \"competition\", on = \"rounded\", break_by = [\"criterion:c0\", \"field:A\", \
                 \"plans-exceeded\", \"fewer-penalties\", \"women-70\", \"vote\"] }\n",
    },
    Way {
        id: "cac-buoc",
        combine: "mean",
        counts: "stages",
        policy: "mixed_stages = true\nrounding = { criterion = 2, field = 1, total = 2 }\nnot_assigned = \"keep\"\n\
                 ties = { rank = \"dense\", on = \"full\", break_by = [\"vote\"] }\n",
    },
    Way {
        id: "nhan",
        combine: "geometric",
        counts: "computed",
        policy: "rounding = { criterion = \"none\", total = 3 }\nnot_assigned = \"rescale\"\n\
                 missing = { treat = \"skip\", available = \"1/2\" }\n\
                 ties = { rank = \"competition\", on = \"full\", break_by = [\"field:P\", \"fewer-penalties\"] }\n",
    },
    Way {
        id: "nho-nhat",
        combine: "min",
        counts: "computed",
        policy: "rounding = { criterion = 1, field = 2, total = 1 }\nnot_assigned = \"keep\"\n\
                 ties = { rank = \"dense\", on = \"rounded\", break_by = [] }\n",
    },
];

/// The fields of the scale: id, what it belongs to, its ways.
const FIELDS: [(&str, &str, &str); 12] = [
    ("A", "", ""),
    ("M", "", "combine = \"mean\"\nweight = 2"),
    ("G", "", "combine = \"geometric\""),
    ("N", "", "combine = \"min\""),
    ("Z", "", "missing = { treat = \"zero\", basis = \"Quy chế\" }"),
    ("S", "", "missing = { treat = \"skip\", available = \"2/5\" }\ncombine = \"mean\""),
    ("U", "", "missing = { treat = \"unranked\" }"),
    ("R", "", "missing = { treat = \"group-mean\", of = \"raw\" }"),
    ("X", "", "combine = \"mean\""),
    ("X.n", "X", "missing = { treat = \"group-mean\", of = \"node\" }"),
    ("X.m", "X", "missing = { treat = \"group-mean\", of = \"normalised\" }\nweight = 0.5"),
    ("X.s", "X", "missing = { treat = \"skip\", available = \"1/3\" }"),
];

/// A criterion of the compacts: its id, the field it stands in, and its case.
struct Placed {
    id: String,
    field: &'static str,
    case: (&'static str, Decimal, String),
    more: &'static str,
}

/// Other numbers for the parameters of some rules.
const OTHER: [(&str, &str, &str); 17] = [
    ("proportional", "floor = '50%'", "floor = '60%'"),
    ("proportional", "floor = '80%'", "floor = '85%'"),
    ("steps", "step = '5%'", "step = '4%'"),
    ("steps", "loss = 1", "loss = 1.5"),
    ("bands", "from = 0.75, to = 0.95, points = 1", "from = 0.75, to = 0.95, points = 1.2"),
    ("deduction-bands", "deduct = 10", "deduct = 15"),
    ("leader-relative", "base = '3/5'", "base = '1/2'"),
    ("growth", "target = '5%'", "target = '6%'"),
    ("rank-change", "target = 5", "target = 4"),
    ("deduct", "each = 2.5", "each = 2"),
    ("checklist", "items = 7", "items = 8"),
    ("count", "points = 2.5", "points = 2"),
    ("balance", "bonus = 3", "bonus = 2"),
    ("titles-held", "points = 5", "points = 4"),
    ("lateness", "points = 0.5", "points = 0.75"),
    ("goalposts", "low = 20\nhigh = 85", "low = 10\nhigh = 90"),
    ("z-score", "span = 2", "span = 1.5"),
];
/// Rules whose maximum does not hang together with their parameters.
const FREE: [&str; 7] =
    ["min-max", "z-score", "goalposts", "rank-share", "percent-rank", "ratio-to-best", "leader-relative"];

/// The case of a criterion, with other numbers if so wanted.
fn case(given: (&'static str, &'static str, &'static str), other: bool) -> (&'static str, Decimal, String) {
    let (rule, maximum, mut params) = (given.0, decimal(given.1), given.2.to_owned());
    if !other {
        return (rule, maximum, params);
    }
    for (_, from, to) in OTHER.iter().filter(|(of, ..)| *of == rule) {
        params = params.replacen(from, to, 1);
    }
    (rule, if FREE.contains(&rule) { maximum + Decimal::ONE } else { maximum }, params)
}

fn placed(other: bool) -> Vec<Placed> {
    let leaves: Vec<_> = FIELDS.iter().filter(|(id, ..)| *id != "X").map(|(id, ..)| *id).collect();
    let mut next = 0;
    let rows = CASES.iter().enumerate().map(|(index, case)| {
        let penal = kernel(*case).lowest() < Decimal::ZERO;
        let field = match case.0 {
            "balance" if case.1 == "0" => "P",
            _ if penal => "B",
            "count" | "titles-held" => "B",
            _ => {
                next += 1;
                leaves[next % leaves.len()]
            }
        };
        let more = match (case.0, index) {
            ("proportional", 0) => "measure = \"increment\"",
            ("proportional", 1) => "difficulty = 1.2",
            ("proportional", 2) => "assigned = \"per-member\"\nnot_arising = \"out\"",
            ("proportional", 3) => "measure = \"reduction\"",
            ("threshold" | "steps", _) => "assigned = \"per-member\"\nnot_arising = \"full\"",
            ("min-max" | "z-score", _) => "not_arising = \"out\"",
            _ => "",
        };
        Placed { id: format!("c{index}"), field, case: self::case(*case, other), more }
    });
    // two marks that a copied form exchanges: the same total, another field
    let entered = [("e0", "A"), ("e1", "Z")].map(|(id, field)| Placed {
        id: id.to_owned(),
        field,
        case: self::case(("entered", "10", ""), other),
        more: "",
    });
    rows.chain(entered).collect()
}

/// The whole scoring.toml; with other maxima, weights and parameters if so wanted.
pub fn scoring(other: bool) -> String {
    let mut out =
        "schema = 1\nyear = 2023\nperiod = \"year\"\nas_of = 2023-12-15\nissuer = \"Ủy ban nhân dân tỉnh Mẫu\"\n\
                   stages = [\"council\", \"appraised\", \"agency\", \"cross\", \"self\"]\n\
                   [inputs]\nexpects = [\"ballot\"]\nown_plans = true\n"
            .to_owned();
    for way in &WAYS {
        compact(&mut out, way, other);
    }
    for way in &WAYS {
        let members = (0..MEMBERS).map(|member| {
            let women = match member % 3 {
                0 => ", women = \"72%\"",
                1 => ", women = \"40%\"",
                _ => "",
            };
            format!("{{ name = \"{}\", group = \"{}\"{women} }}", name(member), member / 6)
        });
        let members = members.collect::<Vec<_>>().join(", ");
        let id = way.id;
        let _ = write!(
            out,
            "[[bloc]]\nid = \"{id}\"\nname = \"Khối {id}\"\nkind = \"bloc\"\ncompact = \"{id}\"\nmember = [{members}]\n"
        );
    }
    out
}

pub fn name(member: usize) -> String {
    format!("Đơn vị {member:02}")
}

fn compact(out: &mut String, way: &Way, other: bool) {
    let rows = placed(other);
    let maximum = |field: &str| {
        let own = |field: &str| -> Decimal { rows.iter().filter(|row| row.field == field).map(|row| row.case.1).sum() };
        let below = FIELDS.iter().filter(|(_, parent, _)| *parent == field);
        own(field) + below.map(|(id, ..)| own(id)).sum::<Decimal>()
    };
    let whole: Decimal = FIELDS.iter().filter(|(_, parent, _)| parent.is_empty()).map(|(id, ..)| maximum(id)).sum();
    let scale = if way.combine == "sum" { whole } else { Decimal::ONE_THOUSAND };
    let _ = write!(
        out,
        "[[compact]]\nid = \"{0}\"\ntitle = \"Giao ước {0}\"\nscale = {scale}\ncombine = \"{1}\"\ncounts = \"{2}\"\n{3}",
        way.id, way.combine, way.counts, way.policy
    );
    for (id, parent, more) in FIELDS {
        let parent = if parent.is_empty() { String::new() } else { format!("parent = \"{parent}\"\n") };
        let maximum = maximum(id);
        let _ = write!(
            out,
            "[[compact.field]]\nid = \"{id}\"\nname = \"Lĩnh vực {id}\"\nmaximum = {maximum}\n{parent}{more}\n"
        );
    }
    out.push_str("[[compact.field]]\nid = \"B\"\nname = \"Điểm thưởng\"\nkind = \"bonus\"\nmaximum = 12\n");
    out.push_str(
        "[[compact.field]]\nid = \"P\"\nname = \"Điểm trừ\"\nkind = \"penalty\"\nmaximum = 0\nminimum = -25\n",
    );
    for (index, row) in rows.iter().enumerate() {
        let (rule, maximum, params) = &row.case;
        let weight = if other { index % 4 + 2 } else { index % 3 + 1 };
        let _ = write!(
            out,
            "[[compact.criterion]]\nid = \"{0}\"\nfield = \"{1}\"\nname = \"Tiêu chí {0}\"\nmaximum = {maximum}\nweight = {weight}\n\
             rule = \"{rule}\"\n{2}\n[compact.criterion.params]\n{params}\n",
            row.id, row.field, row.more
        );
    }
    let classes = [
        ("Xuất sắc", 80, "gate = { criteria = [\"c4\", \"c6\", \"c7\"], met = 2, within = \"15%\" }"),
        ("Tốt", 65, "gate = { criteria = [\"c5\"] }"),
        ("Khá", 0, ""),
    ];
    for (name, percent, gate) in classes {
        let least = (scale * Decimal::new(percent, 2)).floor();
        let _ = write!(out, "[[compact.class]]\nname = \"{name}\"\nat_least = {least}\n{gate}\n");
    }
}

/// Hands in a form of every member of every bloc, and the ballot.
pub fn hand_in(world: &World, scoring: &Scoring, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let mut ballot = vec![BALLOT.map(text).to_vec()];
    for (index, bloc) in scoring.blocs.iter().enumerate() {
        let criteria = &scoring.compact_of(index).criteria;
        let mut forms: Vec<Vec<Vec<Cell>>> = Vec::new();
        for member in 0..MEMBERS {
            // every fourth member's form is nearly that of the one before: ties
            let rows = match forms.last() {
                Some(before) if member % 4 == 3 => twin(before, member),
                _ => criteria.iter().flat_map(|own| rows(&mut rng, own, member, &bloc.id)).collect(),
            };
            forms.push(rows);
            let yes = MEMBERS - member % 5;
            let counts = [MEMBERS, MEMBERS, MEMBERS, 0, yes, MEMBERS - yes].map(|count| number(count as f64));
            if member != UNVOTED {
                ballot.push([text(&bloc.id), text(&name(member))].into_iter().chain(counts).collect());
            }
        }
        for (member, rows) in forms.iter().enumerate() {
            let mut sheet = vec![
                vec![text("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2023")],
                vec![text(&format!("Tên đơn vị: {}", name(member)))],
                vec![text(&format!("Cụm/Khối: {}", bloc.id))],
                HEADER.map(text).to_vec(),
            ];
            sheet.extend(rows.iter().cloned());
            world.sheet(&format!("{}/{member:02}.xlsx", bloc.id), "Bảng tự chấm", &sheet);
        }
    }
    world.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &ballot);
}

/// The form of a member that ties with the one before it.
fn twin(before: &[Vec<Cell>], member: usize) -> Vec<Vec<Cell>> {
    let mut rows = before.to_vec();
    let at = |code: &str| before.iter().position(|row| matches!(&row[0], Cell::Text(own) if own == code)).unwrap();
    match member {
        3 => {
            let (first, second) = (at("e0"), at("e1"));
            for mark in 4..6 {
                (rows[first][mark], rows[second][mark]) = (before[second][mark].clone(), before[first][mark].clone());
            }
        }
        7 => {
            // full marks from the plan on, however far it is exceeded
            let exceeded = if matches!(before[at(REACHED)][3], Cell::Number(100.0)) { 150.0 } else { 100.0 };
            rows[at(REACHED)][3] = number(exceeded);
        }
        _ => {}
    }
    rows
}

/// A member that no ballot names, and one with a cell that cannot be read.
const UNVOTED: usize = 4;
const UNREADABLE: usize = 8;
/// A criterion whose plan some members reach exactly, and others exceed for the same mark.
const REACHED: &str = "c7";
const BALLOT: [&str; 8] =
    ["Cụm, khối", "Đơn vị", "Tổng số đơn vị", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý"];
const HEADER: [&str; 6] = ["TT", "Nội dung, tiêu chí", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm"];

/// The rows of a criterion in a member's form.
fn rows(rng: &mut Rng, criterion: &Criterion, member: usize, bloc: &str) -> Vec<Vec<Cell>> {
    let field = FIELDS.iter().map(|(id, ..)| *id).chain(["B", "P"]).nth(criterion.field).unwrap();
    let blank = match field {
        // one member lacks something where nothing makes up for it, another where that leaves it out of the order
        "A" | "M" | "G" | "N" => member == 9 && criterion.id == "c0",
        "U" => member == 5 && rng.u8(..2) == 0,
        // no word is a mean of words
        "R" if criterion.inputs.iter().any(|input| input.kind != InputKind::Number) => false,
        "B" | "P" => false,
        _ if criterion.rule.name() == "entered" => false,
        _ => rng.u8(..16) == 0,
    };
    let state = match rng.u8(..8) {
        0 if criterion.not_arising.is_some() => Some("Không phát sinh"),
        1 if criterion.assignment == thidua::model::Assignment::PerMember => Some("Không giao"),
        _ => None,
    };
    if criterion.id == REACHED && member == 6 {
        let row = [text(REACHED), text(&criterion.name), number(100.0), number(100.0), Cell::Blank, Cell::Blank];
        return vec![row.to_vec()];
    }
    // a zero anywhere would be the whole of a product or of the least part
    let good = matches!(bloc, "nhan" | "nho-nhat") && member != 4;
    let mut base = None;
    let values: Vec<(&Input, Cell)> = criterion
        .inputs
        .iter()
        .map(|input| {
            let value = value(rng, criterion, input, &mut base, good);
            let cell = match state {
                _ if blank && input.column == Column::Actual => Cell::Blank,
                _ if member == UNREADABLE && criterion.id == "c1" && bloc == "nho-nhat" => text("?"),
                Some(said) if input.row.is_empty() && (input.column == Column::Actual || said == "Không giao") => {
                    text(said)
                }
                _ => value,
            };
            (input, cell)
        })
        .collect();
    let own = criterion.maximum.decimal();
    let given = !criterion.kernel.computes() || (bloc == "cac-buoc" && rng.u8(..3) > 0);
    let mut rows = Vec::new();
    for name in criterion.input_rows() {
        let (code, label) = criterion.row_name(name, thidua::diag::Lang::Vi);
        let at = |column: Column| {
            let found = values.iter().find(|(input, _)| input.row == name && input.column == column);
            found.map_or(Cell::Blank, |(_, cell)| cell.clone())
        };
        let mut mark = |present: bool| {
            if !present || !name.is_empty() || blank {
                return Cell::Blank;
            }
            let part = Decimal::new(rng.i64(50..=100), 2);
            number(round(own * part, 1).min(own).to_f64().unwrap())
        };
        let marks = [mark(bloc == "cac-buoc" || given), mark(given)];
        rows.push([text(&code), text(&label), at(Column::Plan), at(Column::Actual)].into_iter().chain(marks).collect());
    }
    rows
}

fn value(rng: &mut Rng, criterion: &Criterion, input: &Input, base: &mut Option<Decimal>, good: bool) -> Cell {
    const PLANS: &[&str] = &["100", "4500", "25", "0.75", "93.35", "12.5", "3", "57"];
    const RATIOS: &[&str] = &["0.25", "0.5", "0.75", "0.8", "0.95", "0.9501", "0.975", "1", "1.005", "1.05", "1.3"];
    let rule = criterion.rule.name();
    let planned = criterion.inputs.iter().any(|input| input.column == Column::Plan);
    let baseline = decimal("5000");
    let figure = match &input.kind {
        InputKind::Word(groups) if good => return text(&groups[0][0]),
        InputKind::Word(groups) => return text(&rng.choice(groups).unwrap()[0]),
        InputKind::Date if good => return text(&format!("{:02}/03/2023", rng.u8(6..10))),
        InputKind::Date => return text(&format!("{:02}/03/2023", rng.u8(6..16))),
        InputKind::Count => Decimal::from(rng.u32(1..8)),
        InputKind::Number if input.row == "difficulty" => decimal(rng.choice(["1", "1.1", "1.2"]).unwrap()),
        InputKind::Number if input.row == "baseline" => baseline,
        InputKind::Number if rule == "goalposts" => Decimal::new(rng.i64(-500..=500), 2),
        InputKind::Number if rule == "bands" && !planned => Decimal::new(rng.i64(0..=100), 1),
        InputKind::Number if good && base.is_some() => {
            let plan = base.unwrap();
            round(plan * decimal(rng.choice(["0.96", "0.975", "1", "1.005", "1.05"]).unwrap()), 4)
        }
        InputKind::Number => match *base {
            Some(plan) => round(plan * decimal(rng.choice(RATIOS).unwrap()), 4),
            None => *base.insert(decimal(rng.choice(PLANS).unwrap())),
        },
    };
    let measured = match criterion.measure {
        Measure::Increment if input.key() == "actual" => baseline + figure,
        Measure::Reduction if input.key() == "actual" => baseline - figure,
        _ => figure,
    };
    number(measured.to_f64().unwrap())
}
