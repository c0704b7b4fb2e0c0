//! scoring.toml as written: plain structs, strict, every value checked later keeps its place.
//!
//! The doc comments of the fields become the descriptions in the JSON schema.

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

/// The whole file.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Version of this format: 1.
    pub schema: At<u32>,
    /// Year that is scored.
    pub year: At<u16>,
    /// `year`: the year-end review; `half`: the mid-year review, without ranks and proposals.
    pub period: At<String>,
    /// Date the figures stand at; printed, and the date inside the workbooks.
    pub as_of: At<Date>,
    /// Body that issues the outputs.
    pub issuer: At<String>,
    /// Body above it.
    #[serde(default)]
    pub parent: String,
    /// Place in the date line.
    #[serde(default)]
    pub place: String,
    /// A line that every output carries; for samples.
    #[serde(default)]
    pub notice: String,
    /// Stages of a mark, the one that counts first.
    pub stages: Option<Vec<At<String>>>,
    /// Whether the computed mark counts (`computed`) or the first stage present (`stages`).
    pub counts: Option<At<String>>,
    /// Whether the stage that counts may differ between members.
    pub mixed_stages: Option<bool>,
    /// Decimals of marks and totals.
    pub rounding: Option<Rounding>,
    /// Totals over part of the scale: brought to the whole (`rescale`) or left (`keep`).
    pub not_assigned: Option<At<String>>,
    /// How ranks are shared and ties broken.
    pub ties: Option<Ties>,
    /// Outputs wanted; all when left out.
    pub outputs: Option<Vec<At<String>>>,
    #[serde(default)]
    pub inputs: Inputs,
    /// Compacts.
    pub compact: Vec<Compact>,
    /// Clusters and blocs.
    pub bloc: Vec<Bloc>,
    /// Awards.
    #[serde(default)]
    pub award: Vec<Award>,
}

/// Decimals: a number from 0 to 9, or `"none"`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Of a mark.
    pub criterion: At<Places>,
    /// Of a total.
    pub total: At<Places>,
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

/// Ties.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ties {
    /// `competition` (1, 1, 3) or `dense` (1, 1, 2).
    pub rank: At<String>,
    /// Ranks follow `rounded` or `full` totals.
    pub on: At<String>,
    /// Keys that break a tie: `vote`, `field:ID`, `criterion:ID`, `plans-exceeded`, `fewer-penalties`.
    #[serde(default)]
    pub break_by: Vec<At<String>>,
}

/// What is expected in the inputs folder.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Shared sheets that must be there: `plan-register`, `opinions`, `classification`, `ballot`.
    #[serde(default)]
    pub expects: Vec<At<String>>,
    /// Whether members' own plans count where no register is expected.
    #[serde(default)]
    pub own_plans: bool,
}

/// A compact.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Compact {
    /// Identifier.
    pub id: At<String>,
    /// Title.
    pub title: String,
    /// Sum of the maxima of its scale fields.
    pub scale: At<Number>,
    /// Weights are an example, not a signed compact.
    #[serde(default)]
    pub sample: bool,
    /// Stages of a mark, the one that counts first.
    pub stages: Option<Vec<At<String>>>,
    /// Whether the computed mark counts (`computed`) or the first stage present (`stages`).
    pub counts: Option<At<String>>,
    /// Whether the stage that counts may differ between members.
    pub mixed_stages: Option<bool>,
    /// Decimals of marks and totals.
    pub rounding: Option<Rounding>,
    /// Totals over part of the scale: brought to the whole (`rescale`) or left (`keep`).
    pub not_assigned: Option<At<String>>,
    /// How ranks are shared and ties broken.
    pub ties: Option<Ties>,
    /// Fields.
    pub field: Vec<Field>,
    /// Criteria.
    pub criterion: Vec<Criterion>,
    /// Classes, highest first.
    #[serde(default)]
    pub class: Vec<Class>,
}

/// A field, or a group within a field.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Identifier.
    pub id: At<String>,
    /// Name.
    pub name: String,
    /// The most it can give: for a bonus field its cap, for a penalty field 0.
    pub maximum: At<Number>,
    /// The least it can give: for a penalty field its floor.
    pub minimum: Option<At<Number>>,
    /// `scale` (default), `bonus` or `penalty`.
    pub kind: Option<At<String>>,
    /// The field it belongs to.
    pub parent: Option<At<String>>,
}

/// A criterion.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Identifier.
    pub id: At<String>,
    /// Its field.
    pub field: At<String>,
    /// Name, as in the compact.
    pub name: At<String>,
    /// Other labels it is known by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Unit of plan and actual.
    #[serde(default)]
    pub unit: String,
    /// The most it can give, what exceeding earns included.
    pub maximum: At<Number>,
    /// Rule.
    pub rule: At<String>,
    /// Parameters of the rule.
    #[serde(default)]
    pub params: Params,
    /// Body that follows the criterion.
    pub source: Option<String>,
    /// `increment` (actual less baseline) or `reduction` (baseline less actual).
    pub measure: Option<At<String>>,
    /// What counts where nothing arose: `full` or `out`.
    pub not_arising: Option<At<String>>,
    /// `per-member` where the register may say that it is not assigned.
    pub assigned: Option<At<String>>,
    /// The scoring text of the compact.
    #[serde(default)]
    pub guide: String,
}

/// A class of the total.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Name.
    pub name: String,
    /// From this total on.
    pub at_least: At<Number>,
}

/// A cluster or a bloc.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bloc {
    /// Identifier; the name of its folder in inputs and outputs.
    pub id: At<String>,
    /// Name.
    pub name: String,
    /// `cluster` or `bloc`.
    pub kind: At<String>,
    /// Its compact.
    pub compact: At<String>,
    /// Head.
    pub head: Option<At<String>>,
    /// Deputy head, who marks the head.
    pub deputy: Option<At<String>>,
    /// Members.
    pub member: Vec<Member>,
}

/// A member.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Name.
    pub name: At<String>,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// Members it came out of.
    #[serde(default)]
    #[allow(dead_code)]
    pub predecessors: Vec<String>,
}

/// Seats by size of the bloc.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seats {
    /// For blocs of at most this many members.
    pub max_members: Option<usize>,
    /// Seats.
    pub n: usize,
}

/// An award.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Identifier.
    pub id: At<String>,
    /// Title.
    pub title: String,
    /// Blocs whose leaders it is for.
    #[serde(default)]
    pub applies_to: Vec<At<String>>,
    /// Award among whose winners it is proposed.
    pub from: Option<At<String>>,
    /// Awards whose winners are not proposed for this one.
    #[serde(default)]
    pub excludes: Vec<At<String>>,
    /// Seats.
    #[serde(default)]
    pub seats: Vec<Seats>,
    /// Share allowed, as a fraction in text: `"1/5"`.
    pub share: Option<At<String>>,
    /// What the share is of: `proposed` or `standing`.
    pub base: Option<At<String>>,
    /// How the share is rounded: `down`, `nearest` or `up`.
    pub rounding: Option<At<String>>,
    /// Document the share rests on.
    #[serde(default)]
    pub basis: String,
    /// Whether the seat of an ineligible leader passes to the next (`pass`) or stays empty (`empty`).
    pub when_ineligible: Option<At<String>>,
    /// Requirements.
    #[serde(default)]
    pub requires: Params,
}
