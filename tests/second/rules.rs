//! The rules of the catalogue, each a few lines of fractions; `None` where a rule refuses or a figure is missing.

use num_traits::{One, Signed, Zero};
use toml::{Table, Value};

use super::{Exact, Figure, Figures, compared, exact, round, whole};

/// A number among a rule's parameters.
fn number(params: &Table, key: &str) -> Option<Exact> {
    Some(match params.get(key)? {
        Value::Integer(number) => whole(*number),
        Value::Float(number) => exact(&number.to_string()),
        Value::String(text) => exact(text),
        _ => return None,
    })
}

fn word<'a>(params: &'a Table, key: &str) -> &'a str {
    params.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn tables(params: &Table, key: &str) -> Vec<Table> {
    params[key].as_array().unwrap().iter().map(|entry| entry.as_table().unwrap().clone()).collect()
}

fn read(figures: &Figures, key: &str) -> Option<Exact> {
    match figures.get(key)? {
        Figure::Number(number) => Some(number.clone()),
        _ => None,
    }
}

fn least(left: Exact, right: Exact) -> Exact {
    if left < right { left } else { right }
}

/// A ratio to the plan, as it is compared.
fn ratio(actual: &Exact, plan: &Exact) -> Option<Exact> {
    (plan.is_positive() && !actual.is_negative()).then(|| compared(&(actual / plan)))
}

/// The marks of a bloc under one rule, before they are rounded.
pub fn mark_bloc(rule: &str, maximum: &Exact, params: &Table, bloc: &[Figures]) -> Vec<Option<Exact>> {
    (0..bloc.len()).map(|member| mark(rule, maximum, params, bloc, member)).collect()
}

fn mark(rule: &str, maximum: &Exact, params: &Table, bloc: &[Figures], member: usize) -> Option<Exact> {
    let own = &bloc[member];
    match rule {
        "proportional" => proportional(maximum, params, own),
        "threshold" => threshold(maximum, params, own),
        "steps" => steps(params, own),
        "bands" => banded(params, own, |band| number(band, "points").unwrap()),
        "deduction-bands" => banded(params, own, |band| match band["deduct"].as_str() {
            Some("all") => Exact::zero(),
            _ => maximum - number(band, "deduct").unwrap(),
        }),
        "leader-relative" => leader(maximum, params, bloc, member),
        "growth" => growth(maximum, params, own),
        "rank-change" => rank_change(maximum, params, own),
        "pass-fail" => match own.get("actual")? {
            Figure::Word(word) if ["Đạt", "Có"].contains(&word.as_str()) => Some(maximum.clone()),
            Figure::Word(_) => Some(Exact::zero()),
            _ => None,
        },
        "levels" => match own.get("actual")? {
            Figure::Word(word) => {
                let level = tables(params, "levels").into_iter().find(|level| level["word"].as_str() == Some(word));
                number(&level?, "points")
            }
            _ => None,
        },
        "deduct" => {
            let count = read(own, "actual").filter(|count| !count.is_negative())?;
            let left = maximum - number(params, "each")? * count;
            Some(if left.is_negative() { Exact::zero() } else { left })
        }
        "checklist" => {
            let (met, items) = (read(own, "actual")?, number(params, "items")?);
            (!met.is_negative() && met <= items).then(|| maximum * met / items)
        }
        "count" => {
            let count = read(own, "actual").filter(|count| !count.is_negative())?;
            Some(least(number(params, "points")? * count, number(params, "limit")?))
        }
        "lateness" => lateness(params, own),
        "balance" => balance(params, own),
        "titles-held" => titles_held(params, own),
        "compound" => compound(maximum, params, bloc, member),
        "z-score" => z_score(maximum, params, bloc, member),
        "goalposts" => goalposts(maximum, params, own),
        "min-max" | "rank-share" | "percent-rank" | "ratio-to-best" => among(rule, maximum, params, bloc, member),
        _ => panic!("{rule}"),
    }
}

fn proportional(maximum: &Exact, params: &Table, own: &Figures) -> Option<Exact> {
    let (plan, actual) = (read(own, "plan")?, read(own, "actual")?);
    let cap = number(params, "cap").unwrap_or_else(Exact::one);
    if actual.is_negative() {
        return None;
    }
    let (top, bottom) = match word(params, "lower") {
        "ceiling" => return Some(if actual <= plan { maximum.clone() } else { Exact::zero() }),
        "ratio" if actual.is_zero() => return Some(maximum.clone()),
        "ratio" if plan.is_zero() => return Some(Exact::zero()),
        "ratio" => (plan, actual),
        "linear" => {
            let left = whole(2) * &plan - &actual;
            (if left.is_negative() { Exact::zero() } else { left }, plan)
        }
        _ => (actual, plan),
    };
    let reached = if word(params, "lower") == "ratio" {
        (!top.is_negative()).then(|| compared(&(&top / &bottom)))?
    } else {
        ratio(&top, &bottom)?
    };
    if number(params, "floor").is_some_and(|floor| reached < floor) {
        return Some(Exact::zero());
    }
    if reached >= cap {
        return Some(maximum.clone());
    }
    Some(maximum * top / (bottom * cap))
}

fn threshold(maximum: &Exact, params: &Table, own: &Figures) -> Option<Exact> {
    let (plan, actual) = (read(own, "plan")?, read(own, "actual")?);
    if plan.is_zero() {
        return None;
    }
    let met = if word(params, "op") == ">" { actual > plan } else { actual >= plan };
    if met {
        return Some(maximum.clone());
    }
    if word(params, "else") == "zero" {
        return Some(Exact::zero());
    }
    ratio(&actual, &plan)?;
    Some(least(maximum * actual / plan, maximum.clone()))
}

fn steps(params: &Table, own: &Figures) -> Option<Exact> {
    let reached = ratio(&read(own, "actual")?, &read(own, "plan")?)?;
    let of = |key| number(params, key).unwrap();
    let counted = |distance: Exact, step: Exact| {
        let steps = compared(&(distance / step));
        if word(params, "partial") == "part" { steps } else { steps.floor() }
    };
    if reached >= Exact::one() {
        let more = counted(reached - Exact::one(), of("step")) * of("gain");
        return Some(of("at_plan") + least(more, of("cap")));
    }
    let left = of("at_plan") - counted(Exact::one() - reached, of("step_down")) * of("loss");
    Some(if left.is_negative() { Exact::zero() } else { left })
}

fn banded(params: &Table, own: &Figures, points: impl Fn(&Table) -> Exact) -> Option<Exact> {
    let actual = read(own, "actual")?;
    let value = match word(params, "on") {
        "ratio" => ratio(&actual, &read(own, "plan")?)?,
        "excess" => ratio(&actual, &read(own, "plan")?)? - Exact::one(),
        "difference" => actual - read(own, "plan")?,
        _ => actual,
    };
    let holds = |band: &&Table| {
        number(band, "from").is_none_or(|end| value >= end)
            && number(band, "above").is_none_or(|end| value > end)
            && number(band, "to").is_none_or(|end| value <= end)
            && number(band, "below").is_none_or(|end| value < end)
    };
    tables(params, "bands").iter().find(holds).map(points)
}

/// Whether a member has a plan, none, or is refused; with its actual.
enum Side {
    Planned(Exact, Exact),
    Unplanned(Exact),
}

fn side(own: &Figures) -> Option<Side> {
    let actual = read(own, "actual").filter(|actual| !actual.is_negative())?;
    match own.get("plan")? {
        Figure::NotAssigned => Some(Side::Unplanned(actual)),
        Figure::Number(plan) if plan.is_zero() => Some(Side::Unplanned(actual)),
        Figure::Number(plan) if plan.is_positive() => Some(Side::Planned(plan.clone(), actual)),
        _ => None,
    }
}

fn leader(maximum: &Exact, params: &Table, bloc: &[Figures], member: usize) -> Option<Exact> {
    let base = number(params, "base").unwrap_or_else(|| exact("0.5"));
    let sides: Vec<Option<Side>> = bloc.iter().map(side).collect();
    let excess = |plan: &Exact, actual: &Exact| compared(&(actual / plan)) - Exact::one();
    match sides[member].as_ref()? {
        Side::Unplanned(actual) => {
            let most = sides.iter().flatten().filter_map(|side| match side {
                Side::Unplanned(actual) => Some(actual.clone()),
                Side::Planned(..) => None,
            });
            let most = most.max().unwrap();
            Some(if most.is_zero() { Exact::zero() } else { maximum * actual / most })
        }
        Side::Planned(plan, actual) if actual < plan => Some(base * maximum * actual / plan),
        Side::Planned(plan, actual) => {
            let all = sides.iter().flatten().filter_map(|side| match side {
                Side::Planned(plan, actual) => Some(excess(plan, actual)),
                Side::Unplanned(_) => None,
            });
            let (own, most) = (excess(plan, actual), all.max().unwrap());
            let rest = if most.is_zero() { Exact::zero() } else { (Exact::one() - &base) * maximum * own / most };
            Some(base * maximum + rest)
        }
    }
}

fn growth(maximum: &Exact, params: &Table, own: &Figures) -> Option<Exact> {
    let target = match number(params, "target") {
        Some(target) => target,
        None => read(own, "plan").filter(Exact::is_positive)? / whole(100),
    };
    let (actual, before) = (read(own, "actual")?, read(own, "previous:actual")?);
    let change = ratio(&actual, &before)? - Exact::one();
    let grown = if word(params, "direction") == "lower" { -change } else { change };
    let counted = if grown.is_negative() { Exact::zero() } else { least(grown, target.clone()) };
    Some(maximum * counted / target)
}

fn rank_change(maximum: &Exact, params: &Table, own: &Figures) -> Option<Exact> {
    let target = number(params, "target").or_else(|| read(own, "plan")).filter(Exact::is_positive)?;
    let (now, before) = (read(own, "actual")?, read(own, "previous:actual")?);
    if now < Exact::one() || before < Exact::one() {
        return None;
    }
    let gained = before - now;
    let counted = if gained.is_negative() { Exact::zero() } else { least(gained, target.clone()) };
    Some(maximum * counted / target)
}

fn lateness(params: &Table, own: &Figures) -> Option<Exact> {
    let day = |key: &str| match own.get(key)? {
        Figure::Day(day) => Some(*day),
        _ => None,
    };
    let late = (day("actual")? - day("plan")?).max(0);
    let entry = tables(params, "late").into_iter().find(|entry| late <= entry["days"].as_integer().unwrap());
    entry.map_or_else(|| number(params, "beyond"), |entry| number(&entry, "points"))
}

/// The number of a count that is there and not negative; zero for events that the parameters do not name.
fn events(params: &Table, own: &Figures, named: &str, other: &str) -> Option<Exact> {
    let Some(each) = number(params, named) else { return Some(Exact::zero()) };
    let key = if params.contains_key(other) { format!("{named}:actual") } else { "actual".to_owned() };
    read(own, &key).filter(|count| !count.is_negative()).map(|count| each * count)
}

fn balance(params: &Table, own: &Figures) -> Option<Exact> {
    let sum = events(params, own, "bonus", "penalty")? - events(params, own, "penalty", "bonus")?;
    let (lowest, highest) = (number(params, "min")?, number(params, "max")?);
    Some(if sum < lowest { lowest } else { least(sum, highest) })
}

fn titles_held(params: &Table, own: &Figures) -> Option<Exact> {
    let limit = number(params, "limit")?;
    let points = tables(params, "titles").into_iter().map(|title| {
        let held = read(own, &format!("{}:actual", title["id"].as_str()?)).filter(|held| !held.is_negative())?;
        Some((held, number(&title, "points")?))
    });
    let points: Vec<(Exact, Exact)> = points.collect::<Option<_>>()?;
    let got = if word(params, "mode") == "best" {
        points.into_iter().filter(|(held, _)| held.is_positive()).map(|(_, points)| points).max().unwrap_or_default()
    } else {
        points.into_iter().map(|(held, points)| held * points).sum()
    };
    Some(least(got, limit))
}

fn compound(maximum: &Exact, params: &Table, bloc: &[Figures], member: usize) -> Option<Exact> {
    let none = Table::new();
    let marks = tables(params, "parts").into_iter().map(|part| {
        let prefix = format!("{}:", part["id"].as_str().unwrap());
        let inside = |figures: &Figures| {
            let own = figures
                .iter()
                .filter_map(|(key, figure)| Some((key.strip_prefix(&prefix)?.to_owned(), figure.clone())));
            own.collect::<Figures>()
        };
        let bloc: Vec<Figures> = bloc.iter().map(inside).collect();
        let own = number(&part, "weight").map_or_else(|| maximum.clone(), |weight| maximum * weight);
        let inner = part.get("params").and_then(Value::as_table).unwrap_or(&none);
        mark(part["rule"].as_str().unwrap(), &own, inner, &bloc, member)
    });
    let marks: Vec<Exact> = marks.collect::<Option<_>>()?;
    let lowest = marks.iter().min()?.clone();
    let sum: Exact = marks.iter().cloned().sum();
    Some(match word(params, "combine") {
        "weights" => sum,
        "mean" => sum / whole(i64::try_from(marks.len()).unwrap()),
        "min" => lowest,
        _ if lowest == *maximum => lowest,
        _ => Exact::zero(),
    })
}

/// The root of a fraction to 40 decimals.
fn root(square: &Exact) -> Exact {
    let scale = num_bigint::BigInt::from(10).pow(80);
    let whole = (square * Exact::from_integer(scale)).to_integer();
    Exact::new(whole.sqrt(), num_bigint::BigInt::from(10).pow(40))
}

fn z_score(maximum: &Exact, params: &Table, bloc: &[Figures], member: usize) -> Option<Exact> {
    let own = read(&bloc[member], "actual")?;
    let all: Vec<Exact> = bloc.iter().filter_map(|figures| read(figures, "actual")).collect();
    let half = maximum / whole(2);
    if all.iter().all(|other| *other == own) {
        return Some(half);
    }
    let count = whole(i64::try_from(all.len()).unwrap());
    let mean = all.iter().cloned().sum::<Exact>() / &count;
    let squares: Exact = all.iter().map(|other| (other - &mean) * (other - &mean)).sum();
    let divisor = if word(params, "deviation") == "sample" { count - whole(1) } else { count };
    let gap = if word(params, "direction") == "lower" { mean - own } else { own - mean };
    let (z, span) = (compared(&(gap / root(&(squares / divisor)))), number(params, "span")?);
    let within = if z < -span.clone() { -span.clone() } else { least(z, span.clone()) };
    Some(&half + &half * within / span)
}

fn goalposts(maximum: &Exact, params: &Table, own: &Figures) -> Option<Exact> {
    let (actual, low, high) = (read(own, "actual")?, number(params, "low")?, number(params, "high")?);
    let inside = actual >= low && actual <= high;
    if !inside && word(params, "beyond") == "refuse" {
        return None;
    }
    let counted = if actual < low { low.clone() } else { least(actual, high.clone()) };
    let part = if word(params, "direction") == "lower" { &high - counted } else { counted - &low };
    Some(maximum * part / (high - low))
}

fn among(rule: &str, maximum: &Exact, params: &Table, bloc: &[Figures], member: usize) -> Option<Exact> {
    let lower = word(params, "direction") == "lower";
    let own = read(&bloc[member], "actual")?;
    let all: Vec<Exact> = bloc.iter().filter_map(|figures| read(figures, "actual")).collect();
    let better = |left: &Exact, right: &Exact| if lower { left < right } else { left > right };
    let (smallest, greatest) = (all.iter().min().unwrap().clone(), all.iter().max().unwrap().clone());
    let count = |number: usize| whole(i64::try_from(number).unwrap());
    match rule {
        "rank-share" => {
            let ahead = all.iter().filter(|other| better(other, &own)).count();
            Some(maximum * count(all.len() - ahead) / count(all.len()))
        }
        "percent-rank" => {
            let behind = all.iter().filter(|other| better(&own, other)).count();
            (all.len() > 1).then(|| maximum * count(behind) / count(all.len() - 1))
        }
        "min-max" if smallest == greatest => match word(params, "alike") {
            "full" => Some(maximum.clone()),
            "half" => Some(maximum / whole(2)),
            "zero" => Some(Exact::zero()),
            _ => None,
        },
        "min-max" => {
            let part = if lower { &greatest - own } else { own - &smallest };
            Some(maximum * part / (greatest - smallest))
        }
        _ => {
            let there: Vec<&Exact> = all.iter().filter(|actual| !actual.is_negative()).collect();
            if own.is_negative() {
                return None;
            }
            let best = if lower { there.iter().min() } else { there.iter().max() };
            let best = (*best.unwrap()).clone();
            match (lower, own.is_zero()) {
                (true, true) => Some(maximum.clone()),
                (true, false) => Some(maximum * best / own),
                (false, _) if best.is_zero() => None,
                (false, _) => Some(maximum * own / best),
            }
        }
    }
}

/// A mark as the compact rounds it.
pub fn rounded(mark: Option<Exact>, places: u32) -> Option<Exact> {
    mark.map(|mark| round(&mark, places))
}
