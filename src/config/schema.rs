//! The JSON schema of scoring.toml, for editors: from the types of `file` and the declarations of the tables.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::file::File;
use crate::diag::Lang;
use crate::model::{Catalogue, Param, ParamKind};

/// The schema as pretty JSON (draft 07, which the editors' TOML servers know), descriptions in Vietnamese where the tables have them.
pub fn schema(catalogue: &Catalogue) -> String {
    let mut schema = of_the_types();
    if let Some(criterion) = schema.pointer_mut("/definitions/Criterion") {
        let names: Vec<_> = catalogue.rules.iter().map(|rule| rule.name()).collect();
        criterion["properties"]["rule"] = json!({ "type": "string", "enum": names });
        criterion["allOf"] = catalogue.rules.iter().map(|rule| parameters(rule.name(), rule.params())).collect();
    }
    if let Some(requires) = schema.pointer_mut("/definitions/Award/properties/requires") {
        let keys = catalogue.requirements.iter().map(|requirement| {
            (requirement.name().to_owned(), json!({ "description": requirement.doc().say(Lang::Vi) }))
        });
        requires["properties"] = Value::Object(keys.collect());
        requires["additionalProperties"] = json!(false);
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema of the types alone: rules and requirements are checked against their tables later.
pub fn of_the_types() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<File>().to_value()
}

fn parameters(rule: &str, params: &[Param]) -> Value {
    let properties: Map<String, Value> = params.iter().map(|param| (param.key.to_owned(), parameter(param))).collect();
    let required: Vec<_> = params.iter().filter(|param| param.required).map(|param| param.key).collect();
    let mut then = json!({ "properties": { "params": { "properties": properties, "required": required, "additionalProperties": false } } });
    if !required.is_empty() {
        then["required"] = json!(["params"]);
    }
    json!({ "if": { "properties": { "rule": { "const": rule } } }, "then": then })
}

fn parameter(param: &Param) -> Value {
    let mut schema = match param.kind {
        ParamKind::Points => json!({ "type": "number" }),
        ParamKind::Share => json!({ "type": ["number", "string"] }),
        ParamKind::Count => json!({ "type": "integer", "minimum": 1 }),
        ParamKind::Choice(words) => json!({ "enum": words }),
        ParamKind::Date => json!({ "type": "string", "format": "date" }),
        ParamKind::Words => json!({ "type": "array", "items": { "type": "string" } }),
        ParamKind::Tables(keys) => {
            let keys: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), json!({}))).collect();
            json!({ "type": "array", "items": { "type": "object", "properties": keys, "additionalProperties": false } })
        }
    };
    schema["description"] = json!(param.doc.say(Lang::Vi));
    schema
}
