//! A JSON schema held against a value, as far as ours goes: a keyword that is not known here fails the test.

use std::collections::BTreeSet;

use serde_json::Value;

/// What was found.
#[derive(Default)]
pub struct Found {
    /// Each fault with its place.
    pub faults: Vec<String>,
    /// Definitions and properties that a value had.
    pub seen: BTreeSet<String>,
}

/// Holds a value against the whole schema.
pub fn validate(schema: &Value, value: &Value, found: &mut Found) {
    Walk { root: schema, found }.value(schema, "", value, "");
}

struct Walk<'a> {
    root: &'a Value,
    found: &'a mut Found,
}

impl Walk<'_> {
    fn value(&mut self, schema: &Value, at: &str, value: &Value, place: &str) {
        for (keyword, wanted) in schema.as_object().unwrap() {
            let holds = match keyword.as_str() {
                "$schema" | "title" | "description" | "definitions" | "required" | "additionalProperties" => true,
                "$ref" => {
                    let name = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                    self.found.seen.insert(name.to_owned());
                    let target = self.root.pointer(name).unwrap_or_else(|| panic!("{name} is not defined"));
                    self.value(target, name, value, place);
                    true
                }
                "allOf" => {
                    wanted.as_array().unwrap().iter().for_each(|one| self.value(one, at, value, place));
                    true
                }
                "anyOf" => self.any(wanted.as_array().unwrap(), at, value, place),
                "properties" => {
                    self.properties(schema, at, value, place);
                    true
                }
                "items" => {
                    let items = value.as_array().into_iter().flatten().enumerate();
                    items.for_each(|(index, item)| self.value(wanted, at, item, &format!("{place}/{index}")));
                    true
                }
                "type" => is(wanted.as_str().unwrap(), value),
                "const" => value == wanted,
                "enum" => wanted.as_array().unwrap().contains(value),
                "pattern" => value.as_str().is_none_or(|text| matches(wanted.as_str().unwrap(), text)),
                "format" => {
                    assert_eq!(wanted, "date");
                    value.as_str().is_some_and(|text| text.parse::<chrono::NaiveDate>().is_ok())
                }
                "minimum" => value.as_i64().is_none_or(|number| number >= wanted.as_i64().unwrap()),
                "maximum" => value.as_i64().is_none_or(|number| number <= wanted.as_i64().unwrap()),
                "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
                "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= wanted.as_u64().unwrap()),
                other => panic!("the keyword {other} is not known here"),
            };
            if !holds {
                self.found.faults.push(format!("{place}: {keyword} {wanted}, found {value}"));
            }
        }
    }

    /// One of several must hold; what the one that holds has seen is kept.
    fn any(&mut self, several: &[Value], at: &str, value: &Value, place: &str) -> bool {
        for (index, one) in several.iter().enumerate() {
            let mut apart = Found::default();
            let at = format!("{at}/anyOf/{index}");
            Walk { root: self.root, found: &mut apart }.value(one, &at, value, place);
            if apart.faults.is_empty() {
                self.found.seen.extend(apart.seen);
                return true;
            }
        }
        false
    }

    fn properties(&mut self, schema: &Value, at: &str, value: &Value, place: &str) {
        let Some(object) = value.as_object() else { return };
        let known = schema["properties"].as_object().unwrap();
        assert_eq!(schema["additionalProperties"], false, "{at} lets unknown keys pass");
        for (key, value) in object {
            let Some(own) = known.get(key) else {
                self.found.faults.push(format!("{place}: the key {key} is not known"));
                continue;
            };
            let at = format!("{at}/properties/{key}");
            self.found.seen.insert(at.clone());
            self.value(own, &at, value, &format!("{place}/{key}"));
        }
        for key in schema["required"].as_array().unwrap() {
            if !object.contains_key(key.as_str().unwrap()) {
                self.found.faults.push(format!("{place}: the key {key} is missing"));
            }
        }
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not known here"),
    }
}

/// The few patterns there are.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        r"^-?[0-9]+(\.[0-9]+)?$" => {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.split_once('.').map_or_else(|| digits(text), |(whole, part)| digits(whole) && digits(part))
        }
        "^[A-Z]+[0-9]+$" => {
            let rest = text.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
            rest.len() < text.len() && digits(rest)
        }
        "^[0-9a-f]{64}$" => {
            text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        }
        other => panic!("the pattern {other} is not known here"),
    }
}

/// Every definition and every property of a schema, by its place.
pub fn places(schema: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    list(schema, "", &mut found);
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        let at = format!("/definitions/{name}");
        list(definition, &at, &mut found);
        found.insert(at);
    }
    found
}

fn list(schema: &Value, at: &str, found: &mut BTreeSet<String>) {
    for (key, own) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}/properties/{key}");
        list(own, &at, found);
        found.insert(at);
    }
    for (index, one) in schema["anyOf"].as_array().into_iter().flatten().enumerate() {
        list(one, &format!("{at}/anyOf/{index}"), found);
    }
    if schema["items"].is_object() {
        list(&schema["items"], at, found);
    }
}
