//! The values of scoring.toml as written: with their place, exact to the digit.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use toml::value::Datetime;

/// A value with the bytes it stands at.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct At<T>(toml::Spanned<T>);

impl<T> At<T> {
    pub fn get(&self) -> &T {
        self.0.get_ref()
    }

    pub fn span(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A decimal number, exactly as its digits are written.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub Decimal);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Number;
            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a number")
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
                Ok(Number(Decimal::from(value)))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
                value.to_string().parse().map(Number).map_err(|_| E::custom("a number out of range"))
            }
        }
        deserializer.deserialize_any(Digits)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

/// A date as TOML writes it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(transparent)]
pub struct Date(pub Datetime);

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// Parameters of a rule or requirements of an award; their keys are checked against the tables.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Params(pub BTreeMap<toml::Spanned<String>, toml::Spanned<toml::Value>>);

impl JsonSchema for Params {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Params".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "object" })
    }
}

/// Units and how many of the criterion's each is, with their places.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Scales(pub BTreeMap<toml::Spanned<String>, At<Number>>);

impl JsonSchema for Scales {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Scales".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "type": "object",
            "additionalProperties": { "type": "number", "exclusiveMinimum": 0 }
        })
    }
}

/// Decimals, or none at all.
#[derive(Clone, Copy, Debug)]
pub struct Places(pub Option<u32>);

impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Places;
            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a number from 0 to 9, or \"none\"")
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Places, E> {
                let places = u32::try_from(value).ok().filter(|places| *places <= 9);
                places.map(|places| Places(Some(places))).ok_or_else(|| E::custom("expected a number from 0 to 9"))
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Places, E> {
                if value == "none" {
                    Ok(Places(None))
                } else {
                    Err(E::custom("expected a number from 0 to 9, or \"none\""))
                }
            }
        }
        deserializer.deserialize_any(Word)
    }
}

impl JsonSchema for Places {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Places".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "oneOf": [{ "type": "integer", "minimum": 0, "maximum": 9 }, { "const": "none" }] })
    }
}
