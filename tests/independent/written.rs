//! A compact of the scorer as TOML, and its cells as the laboratory takes them.

use chrono::NaiveDate;

use super::parameters;
use super::scorer::number::{Q, digits};
use super::scorer::{Arising, Cell, Combine, Compact, Criterion, Field, Key, Kind, Measure, Missing};
use crate::lab::{Lab, text};

/// A number, or a fraction in text where it does not end.
pub fn number(number: &Q) -> String {
    digits(number).unwrap_or_else(|| format!("\"{}/{}\"", number.numer(), number.denom()))
}

/// A share, always in text.
pub fn share(share: &Q) -> String {
    format!("\"{}/{}\"", share.numer(), share.denom())
}

pub fn date(day: i32) -> String {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap().to_string()
}

/// A cell in the laboratory's words.
pub fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(value) => digits(value).unwrap(),
        Cell::Day(day) => date(*day),
        Cell::Word(word) => (*word).to_owned(),
        Cell::Blank => String::new(),
        Cell::NotAssigned => "không giao".to_owned(),
        Cell::NotArising => "không phát sinh".to_owned(),
    }
}

/// Puts a cell where the laboratory wants it.
pub fn put(lab: &mut Lab, member: usize, criterion: &str, key: &str, value: &Cell) {
    match (key, value) {
        (_, Cell::Blank) => {}
        ("given", _) => {
            lab.given(member, criterion, "appraised", &cell(value));
        }
        _ => {
            lab.put(member, criterion, key, &cell(value));
        }
    }
}

/// The whole of a scoring.toml.
pub fn toml(compact: &Compact, members: usize) -> String {
    let names: Vec<String> = (0..members).map(|member| format!("M{member}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let places = |places: Option<u32>| places.map_or("\"none\"".to_owned(), |places| places.to_string());
    let rounding = format!(
        "{{ criterion = {}, field = {}, total = {} }}",
        places(compact.mark_places),
        places(compact.field_places),
        places(compact.total_places)
    );
    let key = |key: &Key| match key {
        Key::Field(index) => format!("\"field:{}\"", compact.fields[*index].id),
        Key::Criterion(index) => format!("\"criterion:{}\"", compact.criteria[*index].id),
        Key::PlansExceeded => "\"plans-exceeded\"".to_owned(),
    };
    let keys: Vec<String> = compact.keys.iter().map(key).collect();
    let ties = format!(
        "{{ rank = \"{}\", on = \"{}\", break_by = [{}] }}",
        if compact.dense { "dense" } else { "competition" },
        if compact.full { "full" } else { "rounded" },
        keys.join(", ")
    );
    let mut body = format!("scale = {}\n{}", number(&compact.scale), combine(compact.combine));
    body += &missing(&compact.missing);
    body += if compact.rescale { "not_assigned = \"rescale\"\n" } else { "not_assigned = \"keep\"\n" };
    compact.fields.iter().for_each(|one| body += &field(one, compact));
    compact.criteria.iter().for_each(|one| body += &criterion(one, compact));
    text(&body, &names, &rounding, &ties)
}

fn combine(combine: Combine) -> String {
    match combine {
        Combine::Sum => String::new(),
        Combine::Mean => "combine = \"mean\"\n".to_owned(),
        Combine::Geometric => "combine = \"geometric\"\n".to_owned(),
        Combine::Min => "combine = \"min\"\n".to_owned(),
    }
}

fn missing(missing: &Missing) -> String {
    match missing {
        Missing::Incomplete => "missing = { treat = \"incomplete\" }\n".to_owned(),
        Missing::Zero => "missing = { treat = \"zero\", basis = \"x\" }\n".to_owned(),
        Missing::Skip(floor) => format!("missing = {{ treat = \"skip\", available = {} }}\n", share(floor)),
    }
}

fn field(field: &Field, compact: &Compact) -> String {
    let kind = match field.kind {
        Kind::Scale => format!("weight = {}\n{}", number(&field.weight), combine(field.combine)),
        Kind::Bonus => "kind = \"bonus\"\n".to_owned(),
        Kind::Penalty => format!("kind = \"penalty\"\nminimum = {}\n", number(&field.minimum)),
    };
    let parent = field.parent.map_or(String::new(), |parent| format!("parent = \"{}\"\n", compact.fields[parent].id));
    let missing = field.missing.as_ref().map_or(String::new(), missing);
    let (id, maximum) = (&field.id, number(&field.maximum));
    format!("[[compact.field]]\nid = \"{id}\"\nname = \"{id}\"\nmaximum = {maximum}\n{kind}{parent}{missing}")
}

fn criterion(one: &Criterion, compact: &Compact) -> String {
    let mut out = format!(
        "[[compact.criterion]]\nid = \"{}\"\nname = \"{}\"\nfield = \"{}\"\nmaximum = {}\nweight = {}\n{}\n",
        one.id,
        one.id,
        compact.fields[one.field].id,
        number(&one.maximum),
        number(&one.weight),
        parameters::rule(&one.rule, &one.maximum).join("\n")
    );
    match one.measure {
        Measure::Value => {}
        Measure::Increment => out += "measure = \"increment\"\n",
        Measure::Reduction => out += "measure = \"reduction\"\n",
    }
    match one.not_arising {
        None => {}
        Some(Arising::Full) => out += "not_arising = \"full\"\n",
        Some(Arising::Out) => out += "not_arising = \"out\"\n",
    }
    if one.per_member {
        out += "assigned = \"per-member\"\n";
    }
    out + &one.difficulty.as_ref().map_or(String::new(), |most| format!("difficulty = {}\n", number(most)))
}
