//! The score tables as data, kept apart from what reads them, and a scoring.toml as an outline to compare with.

use std::str::FromStr;

use rust_decimal::Decimal;

/// A row of a table: a field, a group or a criterion.
#[derive(Clone, Debug)]
pub struct Line {
    pub depth: usize,
    pub code: String,
    pub name: String,
    pub unit: String,
    pub maximum: Decimal,
    pub guide: String,
    pub kind: String,
    /// The rule that the document gives; empty for fields and groups.
    pub rule: String,
    pub params: String,
}

impl Line {
    pub fn is_criterion(&self) -> bool {
        !self.rule.is_empty()
    }
}

pub fn lines(text: &str) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let line = |record: csv::StringRecord| Line {
        depth: record[0].parse().unwrap(),
        code: record[1].to_owned(),
        name: record[2].to_owned(),
        unit: record[3].to_owned(),
        maximum: Decimal::from_str(&record[4]).unwrap(),
        guide: record[5].to_owned(),
        kind: record[6].to_owned(),
        rule: record[7].to_owned(),
        params: record[8].to_owned(),
    };
    reader.records().map(|record| line(record.unwrap())).collect()
}

/// The names above an entry and its own, its points, and whether it is a criterion.
pub type Entry = (Vec<String>, Decimal, bool);

/// The tree of the data, fields before criteria, each in order.
pub fn outline(lines: &[Line]) -> Vec<Entry> {
    let mut path: Vec<String> = Vec::new();
    let mut entries = Vec::new();
    for line in lines {
        path.truncate(line.depth);
        path.push(line.name.clone());
        entries.push((path.clone(), line.maximum, line.is_criterion()));
    }
    entries.sort_by_key(|(_, _, criterion)| *criterion);
    entries
}

/// A number of a scoring.toml, exactly.
pub fn decimal(value: &toml::Value) -> Decimal {
    match value {
        toml::Value::Integer(number) => Decimal::from(*number),
        toml::Value::Float(number) => Decimal::from_str(&number.to_string()).unwrap(),
        toml::Value::String(text) => Decimal::from_str(text.trim_end_matches('%')).unwrap() / Decimal::ONE_HUNDRED,
        other => panic!("{other:?}"),
    }
}

/// The tree of a scoring.toml, what is taken off below zero.
pub fn outline_of(compact: &toml::Value) -> Vec<Entry> {
    let list = |key: &str| compact[key].as_array().unwrap().clone();
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let fields = list("field");
    let path = |id: &str| {
        let mut path = Vec::new();
        let mut at = Some(id.to_owned());
        while let Some(id) = at {
            let field = fields.iter().find(|field| field["id"].as_str() == Some(&id)).unwrap();
            path.insert(0, text(&field["name"]));
            at = field.get("parent").map(text);
        }
        path
    };
    let of_field = |field: &toml::Value| {
        let points = field.get("minimum").unwrap_or(&field["maximum"]);
        (path(field["id"].as_str().unwrap()), decimal(points), false)
    };
    let of_criterion = |criterion: &toml::Value| {
        let mut path = path(criterion["field"].as_str().unwrap());
        path.push(text(&criterion["name"]));
        let lowest = criterion.get("params").and_then(|params| params.get("min"));
        (path, decimal(lowest.unwrap_or(&criterion["maximum"])), true)
    };
    fields.iter().map(of_field).chain(list("criterion").iter().map(of_criterion)).collect()
}

/// Parameters with every number as a decimal, so that 1 is 1.0 and 0.01 is "1%".
pub fn canonical(value: &toml::Value) -> String {
    match value {
        toml::Value::Table(table) => {
            let pairs: Vec<_> = table.iter().map(|(key, value)| format!("{key}={}", canonical(value))).collect();
            format!("{{{}}}", pairs.join(","))
        }
        toml::Value::Array(list) => format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(",")),
        toml::Value::Integer(_) | toml::Value::Float(_) => decimal(value).normalize().to_string(),
        toml::Value::String(text) if text.ends_with('%') => decimal(value).normalize().to_string(),
        other => format!("{other:?}"),
    }
}
