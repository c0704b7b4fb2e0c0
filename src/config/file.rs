//! scoring.toml as written: plain structs, strict, every value checked later keeps its place.
//!
//! The doc comments of the fields become the descriptions in the JSON schema.

use schemars::JsonSchema;
use serde::Deserialize;

pub use super::style::Style;
pub use super::value::{At, Date, Number, Params, Places, Scales};

/// The whole file.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Version of this format: 1.
    pub schema: At<u32>,
    /// Year that is scored.
    pub year: At<u16>,
    /// `year`: the year-end review; `half`: the mid-year review, without proposals, and without ranks unless asked for.
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
    /// Folder, from this file on, with the `ket-qua.json` of earlier years, under any names.
    pub history: Option<At<String>>,
    #[serde(default)]
    pub style: Style,
    #[serde(default)]
    pub inputs: Inputs,
    /// The mid-year review; of no effect with `period = "year"`, so that one file serves both.
    #[serde(default)]
    pub half: Half,
    /// Stages of a mark beside `self`, `cross`, `agency`, `appraised`, `council`, or other names for these.
    #[serde(default)]
    pub stage: Vec<Stage>,
    /// The offices' own words for a column.
    #[serde(default)]
    pub heading: Vec<Heading>,
    /// Compacts.
    pub compact: Vec<Compact>,
    /// Clusters and blocs.
    pub bloc: Vec<Bloc>,
    /// Awards.
    #[serde(default)]
    pub award: Vec<Award>,
    /// Members that are deferred or excluded, whatever the sheets say.
    #[serde(default)]
    pub exclusion: Vec<Exclusion>,
}

/// A member that is deferred or excluded.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Its bloc.
    pub bloc: At<String>,
    /// Its name.
    pub member: At<String>,
    /// `deferred` (not considered yet) or `excluded` (not considered).
    pub state: At<String>,
    /// Why.
    pub ground: At<String>,
    /// The body that says so.
    #[serde(default)]
    pub body: String,
    /// Number of its document.
    #[serde(default)]
    pub document: String,
    /// Date of its document.
    pub date: Option<At<Date>>,
}

/// Decimals: a number from 0 to 9, or `"none"`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Of a mark.
    pub criterion: At<Places>,
    /// Of a field's points; `"none"` when left out.
    pub field: Option<At<Places>>,
    /// Of a total.
    pub total: At<Places>,
}

/// Ties.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ties {
    /// `competition` (1, 1, 3) or `dense` (1, 1, 2).
    pub rank: At<String>,
    /// Ranks follow `rounded` or `full` totals.
    pub on: At<String>,
    /// Keys that break a tie: `vote`, `field:ID`, `criterion:ID`, `plans-exceeded`, `fewer-penalties`, `women-70`.
    #[serde(default)]
    pub break_by: Vec<At<String>>,
}

/// What is expected in the inputs folder.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Shared sheets that must be there: `plan-register`, `opinions`, `classification`, `registration`, `ballot`.
    #[serde(default)]
    pub expects: Vec<At<String>>,
    /// Whether members' own plans count where no register is expected.
    #[serde(default)]
    pub own_plans: bool,
    /// What `KP` in a cell means: `not-assigned` or `not-arising`; a doubt when left out.
    pub kp: Option<At<String>>,
    /// How numbers in text are read where their column does not prove it: `vi` (1.234,5) or `plain` (1,234.5).
    pub numbers: Option<At<String>>,
    /// The year by which an award of the award list belongs to the yearly form: `decision` (the default, said on the
    /// form) or `achievement`.
    pub count_awards_by: Option<At<String>>,
    /// The encoding of csv files that are no UTF-8: `windows-1258`.
    pub encoding: Option<At<String>>,
}

/// The mid-year review.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Half {
    /// What six months are held against: the plan of the year (`annual`, the default) or the `share` of it (`share`).
    pub plans: Option<At<String>>,
    /// The share of the year's plan that is due by mid-year, as a fraction in text; `"1/2"` when left out.
    pub share: Option<At<String>>,
    /// From this part of the year's plan on a member is on course; as `share` when left out.
    pub on_course: Option<At<String>>,
    /// Below this part of the year's plan fulfilment is in danger; four fifths of `on_course` when left out.
    pub at_risk: Option<At<String>>,
    /// How many of the weakest indicators are named; 3 when left out.
    pub weakest: Option<At<usize>>,
    /// Whether ranks are shown, for reference and no ground for any award.
    #[serde(default)]
    pub ranks: bool,
    /// Whether forms ask for the same period of the year before, in a row below every criterion with a plan.
    #[serde(default)]
    pub same_period: bool,
}

/// How a criterion is reviewed at mid-year, where that is not as under `[half]`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionHalf {
    /// `annual`, `share`, or `later`: not assessed before the year's end.
    pub plans: Option<At<String>>,
    /// The share of the year's plan that is due by mid-year.
    pub share: Option<At<String>>,
    /// From this part of the year's plan on a member is on course; as `share` when that is given here.
    pub on_course: Option<At<String>>,
    /// Below this part of the year's plan fulfilment is in danger; four fifths of `on_course` when that is given here.
    pub at_risk: Option<At<String>>,
    /// Whether forms ask for the same period of the year before.
    pub same_period: Option<At<bool>>,
}

/// The offices' own words for a column.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Name of the column: `actual`, `plan`, `label` and so on.
    pub column: At<String>,
    /// Words that may stand over it.
    pub words: Vec<At<String>>,
}

/// A stage of a mark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Identifier, as `stages` lists it.
    pub id: At<String>,
    /// What it is called in outputs, as after the word for mark: `thẩm định lần 2`.
    pub name: String,
    /// The same in English; as in Vietnamese when left out.
    pub name_en: Option<String>,
    /// Headings under which its marks stand.
    #[serde(default)]
    pub headings: Vec<At<String>>,
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
    /// What `KP` in a cell means: `not-assigned` or `not-arising`; as under `[inputs]` when left out.
    pub kp: Option<At<String>>,
    /// How the fields make the total: `sum` (default), `mean`, `geometric` or `min`.
    pub combine: Option<At<String>>,
    /// What happens where something is missing, here and in every field that does not say otherwise.
    pub missing: Option<Missing>,
    /// Fields.
    pub field: Vec<Field>,
    /// Criteria.
    pub criterion: Vec<Criterion>,
    /// Classes, highest first.
    #[serde(default)]
    pub class: Vec<Class>,
    /// What a member must meet to be considered for any award: as `requires` of an award.
    #[serde(default)]
    pub eligibility: Params,
    /// The text that says so, printed with each ground.
    #[serde(default)]
    pub eligibility_basis: String,
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
    /// Its weight among its siblings where their parent takes a mean; 1 when left out.
    pub weight: Option<At<Number>>,
    /// How its parts make its points: `sum` (default), `mean`, `geometric` or `min`.
    pub combine: Option<At<String>>,
    /// What happens where a part has no mark; as above it when left out.
    pub missing: Option<Missing>,
}

/// What happens where a part has no mark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// `incomplete` (default), `unranked`, `zero`, `skip` or `group-mean`.
    pub treat: At<String>,
    /// With `skip`: the share of the weight that must be there, as a fraction in text.
    pub available: Option<At<String>>,
    /// With `group-mean`: of the figures (`raw`), of the marks (`normalised`) or of the field's points (`node`).
    pub of: Option<At<String>>,
    /// The words of the compact that say so; needed with `zero`, printed under the tables.
    #[serde(default)]
    pub basis: String,
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
    /// Other units in which its figures may be written, and how many of its own each is: `{ "triệu đồng" = 0.001 }`.
    #[serde(default)]
    pub units: Scales,
    /// The least that plan and actual may be.
    pub least: Option<At<Number>>,
    /// The most that plan and actual may be.
    pub most: Option<At<Number>>,
    /// The most it can give, what exceeding earns included.
    pub maximum: At<Number>,
    /// Its weight among its siblings where their field takes a mean; 1 when left out.
    pub weight: Option<At<Number>>,
    /// Rule.
    pub rule: At<String>,
    /// Parameters of the rule.
    #[serde(default)]
    pub params: Params,
    /// Body that follows the criterion.
    pub source: Option<String>,
    /// `increment` (actual less baseline) or `reduction` (baseline less actual).
    pub measure: Option<At<String>>,
    /// The most a member's difficulty coefficient may be; each member's stands in a row of its own.
    pub difficulty: Option<At<Number>>,
    /// What counts where nothing arose: `full` or `out`.
    pub not_arising: Option<At<String>>,
    /// `per-member` where the register may say that it is not assigned.
    pub assigned: Option<At<String>>,
    /// The scoring text of the compact.
    #[serde(default)]
    pub guide: String,
    /// How it is reviewed at mid-year, where that is not as under `[half]`.
    pub half: Option<CriterionHalf>,
}

/// A class of the total.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Name.
    pub name: String,
    /// From this total on.
    pub at_least: At<Number>,
    /// Plans that must be reached as well.
    pub gate: Option<Gate>,
}

/// Key plans of a class.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The criteria.
    pub criteria: Vec<At<String>>,
    /// How many of their plans must be reached; all when left out.
    pub met: Option<At<usize>>,
    /// By what share of its plan each of the others may fall short, such as `"15%"`.
    pub within: Option<At<String>>,
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
    /// Who signs its tables, a line each: `"TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI"`; by its kind when left out.
    pub signer_title: Option<At<String>>,
    /// The person's name under the signature; the head in brackets when left out.
    pub signer: Option<At<String>>,
    /// Which annex its tables are; as under `[style]` when left out.
    pub annex: Option<At<String>>,
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
    /// Group whose mean may stand in for what the member lacks.
    pub group: Option<String>,
    /// Share of women in the collective, such as `"72%"`; for the tie key `women-70`.
    pub women: Option<At<String>>,
    /// Whether it signed the compact; `true` when left out.
    pub signed: Option<bool>,
    /// When its report was received; for the requirement `on_time`.
    pub received: Option<At<Date>>,
    /// Units it came out of, whose earlier results stand beside its own; `"BLOC:NAME"` where several blocs had one of that name.
    #[serde(default)]
    pub predecessors: Vec<At<String>>,
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
    /// Other names it is known by in registrations, ballots and decisions.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Blocs whose leaders it is for.
    #[serde(default)]
    pub applies_to: Vec<At<String>>,
    /// Award among whose winners it is proposed.
    pub from: Option<At<String>>,
    /// Awards whose winners are not proposed for this one.
    #[serde(default)]
    pub excludes: Vec<At<String>>,
    /// Awards that a member must be proposed for as well.
    #[serde(default)]
    pub presupposes: Vec<At<String>>,
    /// Seats.
    #[serde(default)]
    pub seats: Vec<Seats>,
    /// Share allowed, as a fraction in text: `"1/5"`.
    pub share: Option<At<String>>,
    /// What the share is of: `proposed` (with `from`), `standing` or `members`.
    pub base: Option<At<String>>,
    /// How the share is rounded: `down`, `nearest` or `up`.
    pub rounding: Option<At<String>>,
    /// What the winners of several blocs are compared by: `share-of-scale` (default) or `total`.
    pub compare: Option<At<String>>,
    /// Document the share rests on.
    #[serde(default)]
    pub basis: String,
    /// Whether the seat of an ineligible leader passes to the next (`pass`) or stays empty (`empty`).
    pub when_ineligible: Option<At<String>>,
    /// Requirements.
    #[serde(default)]
    pub requires: Params,
}
