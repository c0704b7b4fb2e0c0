//! The text of scoring.toml held against the schema of its types: every unknown key, missing key and value of another
//! kind, with its place, before a single one is turned into a type.

use std::ops::Range;

use serde_json::Value as Schema;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{ScoringText, nearest};
use crate::diag::{Diagnostic, Fault, Place, Text};
use crate::wording::config as words;

/// Every fault of shape; none also where the text is no TOML at all, which the reader of TOML says better.
pub fn faults(source: &ScoringText, schema: &Schema) -> Vec<Diagnostic> {
    let Ok(table) = DeTable::parse(&source.text) else { return Vec::new() };
    let mut walk = Walk { source, schema, found: Vec::new() };
    let span = 0..source.text.lines().next().map_or(0, str::len);
    walk.table(table.get_ref(), span, schema);
    walk.found
}

struct Walk<'a> {
    source: &'a ScoringText,
    schema: &'a Schema,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn fault(&mut self, fault: Fault, span: Range<usize>) {
        let found = self.source.text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        let place = Place::Toml { file: self.source.name.clone(), start: span.start, end: span.end };
        self.found.push(Diagnostic::new(fault, place).found(found));
    }

    fn table(&mut self, table: &DeTable, span: Range<usize>, schema: &Schema) {
        let Some(properties) = schema["properties"].as_object() else {
            if schema["additionalProperties"].is_object() {
                table.iter().for_each(|(_, value)| self.value(value, &schema["additionalProperties"]));
            }
            return;
        };
        let known: Vec<String> = properties.keys().cloned().collect();
        for (key, value) in table {
            match properties.get(key.get_ref().as_ref()) {
                Some(schema) => self.value(value, schema),
                None => self.fault(
                    Fault::UnknownKey { nearest: nearest(key.get_ref(), &known), known: known.clone() },
                    key.span(),
                ),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Schema::as_str) {
            if !table.keys().any(|written| written.get_ref() == key) {
                self.fault(Fault::MissingKey { key: key.to_owned() }, span.clone());
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue>, schema: &Schema) {
        let root = self.schema;
        let schema = resolved(schema, root);
        let Some(expected) = kind(schema).filter(|expected| !expected.admits(value.get_ref())) else {
            match value.get_ref() {
                DeValue::Table(table) => self.table(table, value.span(), schema),
                DeValue::Array(items) => items.iter().for_each(|item| self.value(item, &schema["items"])),
                _ => {}
            }
            return;
        };
        let Text { vi, en } = expected.words();
        let fault = Fault::BadValue { expected_vi: vi.to_owned(), expected_en: en.to_owned() };
        self.fault(fault, value.span());
    }
}

/// A schema with its reference followed and the alternative "nothing" left out.
fn resolved<'a>(schema: &'a Schema, root: &'a Schema) -> &'a Schema {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#")) {
        return resolved(root.pointer(name).unwrap_or(&Schema::Null), root);
    }
    let several = schema["anyOf"].as_array().into_iter().flatten();
    let mut several = several.filter(|one| one["type"] != "null");
    several.next().map_or(schema, |one| resolved(one, root))
}

/// The kinds of TOML values that a schema tells apart.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Date,
    Number,
    Whole,
    Truth,
    List,
    Table,
}

fn kind(schema: &Schema) -> Option<Kind> {
    let named = schema["type"].as_str().or_else(|| schema["type"].as_array()?.first()?.as_str())?;
    Some(match named {
        "string" if schema["format"] == "date" => Kind::Date,
        "string" => Kind::Text,
        "number" => Kind::Number,
        "integer" => Kind::Whole,
        "boolean" => Kind::Truth,
        "array" => Kind::List,
        "object" => Kind::Table,
        _ => return None,
    })
}

impl Kind {
    fn admits(self, value: &DeValue) -> bool {
        matches!(
            (self, value),
            (Self::Text, DeValue::String(_))
                | (Self::Date, DeValue::Datetime(_))
                | (Self::Number, DeValue::Integer(_) | DeValue::Float(_))
                | (Self::Whole, DeValue::Integer(_))
                | (Self::Truth, DeValue::Boolean(_))
                | (Self::List, DeValue::Array(_))
                | (Self::Table, DeValue::Table(_))
        )
    }

    fn words(self) -> Text {
        match self {
            Self::Text => words::A_TEXT,
            Self::Date => words::A_DATE,
            Self::Number => words::A_PLAIN_NUMBER,
            Self::Whole => words::A_WHOLE_NUMBER,
            Self::Truth => words::YES_OR_NO,
            Self::List => words::A_LIST,
            Self::Table => words::A_TABLE,
        }
    }
}
