//! The schema of ket-qua.json and the columns of the tables in; the page about both, as Markdown, out.

use std::fmt::Write;

use serde_json::Value;
use thidua::wording::tables::{self, Column};

/// The page.
pub fn page(schema: &Value) -> String {
    let mut page = String::from("# du-lieu-may/\n\n## ket-qua.json\n");
    let (vi, en) = both(&schema["description"]);
    let _ = write!(page, "\n{vi}\n\n*{en}*\n\n{HEAD}");
    rows(schema, schema, "", &mut page);
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        let (vi, en) = both(&definition["description"]);
        let _ = write!(page, "\n### {name}\n\n{vi} / *{en}*");
        if definition["properties"].is_object() {
            let _ = write!(page, "\n\n{HEAD}");
            rows(schema, definition, "", &mut page);
        } else {
            let _ = writeln!(page, ": {}", kind(definition));
        }
    }
    let all = [("standings", tables::STANDINGS), ("marks", tables::MARKS), ("faults", tables::FAULTS)];
    for (name, columns) in all {
        table(name, columns, &mut page);
    }
    page
}

const HEAD: &str = "| khóa / *key* | kiểu / *type* | nghĩa / *meaning* |\n|---|---|---|\n";

/// A row for every property; those of a table within a table by both their keys.
fn rows(root: &Value, schema: &Value, before: &str, page: &mut String) {
    for (key, own) in schema["properties"].as_object().unwrap() {
        let target = present(own);
        let (vi, en) = said(root, own);
        let _ = writeln!(page, "| `{before}{key}` | {} | {vi} / *{en}* |", kind(own));
        let inner = if target["items"]["properties"].is_object() { &target["items"] } else { target };
        if inner["properties"].is_object() {
            rows(root, inner, &format!("{before}{key}."), page);
        }
    }
}

/// What a property says of itself, or the definition that it names.
fn said<'a>(root: &'a Value, own: &'a Value) -> (&'a str, &'a str) {
    let named = own["$ref"].as_str().and_then(|name| root.pointer(name.trim_start_matches('#')));
    both(&[Some(own), named].into_iter().flatten().find(|one| one["description"].is_string()).unwrap()["description"])
}

fn both(description: &Value) -> (&str, &str) {
    let text = description.as_str().unwrap();
    text.split_once(" // ").unwrap_or_else(|| panic!("`{text}` is said in one language alone"))
}

/// A schema without the alternative "nothing".
fn present(schema: &Value) -> &Value {
    let mut several = schema["anyOf"].as_array().into_iter().flatten();
    several.find(|one| one["type"] != "null").filter(|_| may_be_null(schema)).unwrap_or(schema)
}

fn may_be_null(schema: &Value) -> bool {
    schema["anyOf"].as_array().into_iter().flatten().any(|one| one["type"] == "null")
}

fn kind(schema: &Value) -> String {
    if may_be_null(schema) {
        return format!("{} / `null`", kind(present(schema)));
    }
    if let Some(name) = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str()) {
        let name = name.rsplit('/').next().unwrap();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(several) = schema["anyOf"].as_array() {
        return several.iter().map(kind).collect::<Vec<_>>().join(" / ");
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(|word| format!("`{}`", word.as_str().unwrap())).collect::<Vec<_>>().join(", ");
    }
    if schema["const"].is_string() || schema["const"].is_number() {
        return format!("`{}`", schema["const"]);
    }
    match schema["type"].as_str().unwrap() {
        "array" => format!("[ {} ]", kind(&schema["items"])),
        "object" => "{ }".to_owned(),
        "string" if schema["pattern"].is_string() => format!("`{}`", schema["pattern"].as_str().unwrap()),
        "string" if schema["format"] == "date" => "2023-12-15".to_owned(),
        other => other.to_owned(),
    }
}

fn table(name: &str, columns: &[Column], page: &mut String) {
    let _ = write!(page, "\n## {name}.csv\n\n| cột / *column* | nghĩa / *meaning* |\n|---|---|\n");
    for (column, meaning) in columns {
        let _ = writeln!(page, "| `{column}` | {} / *{}* |", meaning.vi, meaning.en);
    }
}
