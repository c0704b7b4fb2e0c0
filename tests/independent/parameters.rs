//! A rule of the scorer as `rule` and `params` of a scoring.toml.

use super::scorer::number::{Q, digits};
use super::scorer::rules::{Alike, Band, Join, Lower, On, Part, Rule};
use super::written::{date, number, share};

/// `rule = …` and `params = …`.
pub fn rule(rule: &Rule, maximum: &Q) -> [String; 2] {
    let (name, params) = parameters(rule, maximum);
    let params = if params.is_empty() { String::new() } else { format!("params = {{ {} }}", params.join(", ")) };
    [format!("rule = \"{name}\""), params]
}

fn parameters(rule: &Rule, m: &Q) -> (&'static str, Vec<String>) {
    let key = |key: &str, value: &Q| format!("{key} = {}", number(value));
    let maybe = |name: &str, value: &Option<Q>| value.as_ref().map(|value| key(name, value));
    let word = |name: &str, word: &str| format!("{name} = \"{word}\"");
    let direction = |lower: &bool| lower.then(|| word("direction", "lower"));
    match rule {
        Rule::Proportional { cap, at_plan, floor, lower } => {
            let lower = lower.map(|lower| match lower {
                Lower::Ratio => word("lower", "ratio"),
                Lower::Linear => word("lower", "linear"),
                Lower::Ceiling => word("lower", "ceiling"),
            });
            let all = [maybe("cap", cap), maybe("at_plan", at_plan), maybe("floor", floor), lower];
            ("proportional", all.into_iter().flatten().collect())
        }
        Rule::Threshold { strict, zero } => {
            let op = word("op", if *strict { ">" } else { ">=" });
            ("threshold", vec![op, word("else", if *zero { "zero" } else { "proportional" })])
        }
        Rule::Steps { at_plan, step, gain, cap, step_down, loss, partial } => {
            let partial = word("partial", if *partial { "part" } else { "whole" });
            let all = [("at_plan", at_plan), ("step", step), ("gain", gain), ("cap", cap)];
            let all = all.into_iter().chain([("step_down", step_down), ("loss", loss)]);
            ("steps", all.map(|(name, value)| key(name, value)).chain([partial]).collect())
        }
        Rule::Bands { on, bands } => ("bands", banded(*on, bands, m, "points")),
        Rule::DeductionBands { on, bands } => ("deduction-bands", banded(*on, bands, m, "deduct")),
        Rule::RankChange { target } => ("rank-change", maybe("target", target).into_iter().collect()),
        Rule::Compound { join, parts } => {
            let part = |part: &Part| {
                let (name, params) = parameters(&part.rule, &(m * &part.weight));
                let mut all = vec![word("id", part.id), word("name", part.id), word("rule", name)];
                all.extend((*join == Join::Weights).then(|| format!("weight = {}", share(&part.weight))));
                all.extend((!params.is_empty()).then(|| format!("params = {{ {} }}", params.join(", "))));
                format!("{{ {} }}", all.join(", "))
            };
            let join = match join {
                Join::Weights => "weights",
                Join::Mean => "mean",
                Join::Min => "min",
                Join::All => "all",
            };
            let parts = format!("parts = [{}]", parts.iter().map(part).collect::<Vec<_>>().join(", "));
            ("compound", vec![word("combine", join), parts])
        }
        Rule::PassFail => ("pass-fail", Vec::new()),
        Rule::Levels { levels } => {
            let level = |(level, points): &(&str, Q)| format!("{{ word = \"{level}\", points = {} }}", number(points));
            ("levels", vec![format!("levels = [{}]", levels.iter().map(level).collect::<Vec<_>>().join(", "))])
        }
        Rule::Deduct { each } => ("deduct", vec![key("each", each)]),
        Rule::Checklist { items } => ("checklist", vec![format!("items = {items}")]),
        Rule::Count { points } => ("count", vec![key("points", points), key("limit", m)]),
        Rule::Balance { bonus, penalty, min } => {
            let all = [maybe("bonus", bonus), maybe("penalty", penalty), Some(key("min", min)), Some(key("max", m))];
            ("balance", all.into_iter().flatten().collect())
        }
        Rule::Titles { best, titles } => {
            let title =
                |(id, points): &(&str, Q)| format!("{{ id = \"{id}\", name = \"{id}\", points = {} }}", number(points));
            let titles = format!("titles = [{}]", titles.iter().map(title).collect::<Vec<_>>().join(", "));
            ("titles-held", vec![word("mode", if *best { "best" } else { "sum" }), key("limit", m), titles])
        }
        Rule::Lateness { due, late, beyond } => {
            let entry = |(days, points): &(i32, Q)| format!("{{ days = {days}, points = {} }}", number(points));
            let late = format!("late = [{}]", late.iter().map(entry).collect::<Vec<_>>().join(", "));
            let due = due.map(|due| format!("due = {}", date(due)));
            ("lateness", due.into_iter().chain([late, key("beyond", beyond)]).collect())
        }
        Rule::Entered => ("entered", Vec::new()),
        Rule::LeaderRelative { base } => ("leader-relative", maybe("base", base).into_iter().collect()),
        Rule::Growth { target, lower } => {
            ("growth", maybe("target", target).into_iter().chain(direction(lower)).collect())
        }
        Rule::Goalposts { low, high, log, refuse, lower } => {
            let beyond = word("beyond", if *refuse { "refuse" } else { "clip" });
            let scale = word("scale", if *log { "log" } else { "linear" });
            let all = vec![key("low", low), key("high", high), scale, beyond];
            ("goalposts", all.into_iter().chain(direction(lower)).collect())
        }
        Rule::MinMax { alike, lower } => {
            let alike = match alike {
                Alike::Full => "full",
                Alike::Half => "half",
                Alike::Zero => "zero",
                Alike::Refuse => "refuse",
            };
            ("min-max", [word("alike", alike)].into_iter().chain(direction(lower)).collect())
        }
        Rule::ZScore { sample, span, lower } => {
            let deviation = word("deviation", if *sample { "sample" } else { "population" });
            ("z-score", [deviation, key("span", span)].into_iter().chain(direction(lower)).collect())
        }
        Rule::RankShare { lower } => ("rank-share", direction(lower).into_iter().collect()),
        Rule::PercentRank { lower } => ("percent-rank", direction(lower).into_iter().collect()),
        Rule::RatioToBest { lower } => ("ratio-to-best", direction(lower).into_iter().collect()),
    }
}

fn banded(on: On, bands: &[Band], m: &Q, what: &str) -> Vec<String> {
    let on = match on {
        On::Ratio => "ratio",
        On::Actual => "actual",
        On::Excess => "excess",
        On::Difference => "difference",
    };
    let band = |band: &Band| {
        let from =
            band.from.as_ref().map(|(from, own)| format!("{} = {}", if *own { "from" } else { "above" }, number(from)));
        let to = band.to.as_ref().map(|(to, own)| format!("{} = {}", if *own { "to" } else { "below" }, number(to)));
        let points = match &band.points {
            None => format!("{what} = \"all\""),
            Some(points) if digits(points).is_none() => format!("share = {}", share(&(points / m))),
            Some(points) => format!("{what} = {}", number(points)),
        };
        format!("{{ {} }}", from.into_iter().chain(to).chain([points]).collect::<Vec<_>>().join(", "))
    };
    let bands: Vec<String> = bands.iter().map(band).collect();
    vec![format!("on = \"{on}\""), format!("bands = [{}]", bands.join(", "))]
}
