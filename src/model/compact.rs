//! A compact as meant: its tree of fields and criteria, with every rule bound.

use rust_decimal::Decimal;

use super::{
    Field, HalfPlan, HalfYear, Input, Kernel, Member, MemberScores, Missing, Node, Part, PlanKind, Points, Requirement,
    Rule, Stage, sha256,
};
use crate::diag::{Lang, Text};

/// What the actual of a criterion measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The value itself.
    Value,
    /// Actual less baseline.
    Increment,
    /// Baseline less actual.
    Reduction,
}

/// What counts where nothing arose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotArising {
    /// The maximum.
    Full,
    /// Left out of numerator and denominator.
    Out,
}

/// What the letters KP mean in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kp {
    /// "Not assigned".
    NotAssigned,
    /// "Nothing arose".
    NotArising,
}

/// Whether a criterion may be left unassigned to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assignment {
    /// Every member has it.
    All,
    /// The register says "not assigned" for some.
    PerMember,
}

/// A criterion with its rule bound.
pub struct Criterion {
    /// As in scoring.toml; unique within the compact.
    pub id: String,
    /// Index of its field.
    pub field: usize,
    /// For printing and matching.
    pub name: String,
    /// Further labels it is matched by.
    pub aliases: Vec<String>,
    /// Unit of plan and actual.
    pub unit: String,
    /// Other units its figures may be written in, and how many of its own each is.
    pub scales: Vec<(String, Decimal)>,
    /// The least that plan and actual may be.
    pub least: Option<Decimal>,
    /// The most that they may be.
    pub most: Option<Decimal>,
    /// The most it can give.
    pub maximum: Points,
    /// Its weight among its siblings where their field takes a mean.
    pub weight: Decimal,
    /// The rule.
    pub rule: &'static dyn Rule,
    /// The rule with its parameters.
    pub kernel: Box<dyn Kernel>,
    /// What must be read for it, in order: the kernel's inputs and those of its measure.
    pub inputs: Vec<Input>,
    /// What the actual measures.
    pub measure: Measure,
    /// The most that a member's difficulty coefficient may be; none where there is no coefficient.
    pub difficulty: Option<Decimal>,
    /// What counts where nothing arose; none where that cannot be.
    pub not_arising: Option<NotArising>,
    /// Whether it may be unassigned.
    pub assignment: Assignment,
    /// The body that follows it.
    pub source: Option<String>,
    /// The scoring text of the compact, for forms and cards.
    pub guide: String,
    /// How it is reviewed at mid-year; none at the year's end.
    pub half: Option<HalfYear>,
}

impl Criterion {
    /// The plans in numbers that it holds actuals against: its own, or those of its parts by the names of their rows.
    pub fn planned(&self) -> Vec<(&str, &dyn Kernel)> {
        let parts = self.kernel.parts();
        let all = if parts.is_empty() { vec![("", self.kernel.as_ref())] } else { parts };
        all.into_iter().filter(|(_, kernel)| kernel.has_plan()).collect()
    }

    /// The share of the year's plan that takes the place of that plan at mid-year.
    pub fn period_share(&self) -> Option<&Part> {
        self.half.as_ref().filter(|half| half.plan == HalfPlan::Share).map(|half| &half.share)
    }

    /// Whether no rule can mark it before the year's end: half a year is held against a whole plan, or against nothing.
    pub fn waits_for_the_year(&self) -> bool {
        self.half.as_ref().is_some_and(|half| match half.plan {
            HalfPlan::Later => true,
            HalfPlan::Annual => self.kernel.plan_kind() == PlanKind::Whole,
            HalfPlan::Share => false,
        })
    }

    /// Whether scoring.toml puts it off to the year's end.
    pub fn is_put_off(&self) -> bool {
        self.half.as_ref().is_some_and(|half| half.plan == HalfPlan::Later)
    }
}

/// Which mark counts where a rule computes one and a person gave one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StagePolicy {
    /// The computed mark; persons' marks stand beside it.
    Computed,
    /// The first stage present; the computed mark where there is none.
    Stages,
}

/// How equal totals share ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieRank {
    /// 1, 1, 3.
    Competition,
    /// 1, 1, 2.
    Dense,
}

/// What the name of a tie key is followed by in scoring.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieTarget {
    /// Nothing: `vote`.
    Nothing,
    /// The id of a field: `field:I`.
    Field,
    /// The id of a criterion: `criterion:I.1`.
    Criterion,
}

/// What a tie key looks at.
pub struct TieCase<'a> {
    /// The member as scoring.toml has it.
    pub member: &'a Member,
    /// Its marks and total.
    pub scores: &'a MemberScores,
    /// Yes votes in the bloc's last ballot; none without a ballot that can be relied on.
    pub votes: Option<Decimal>,
}

/// Where a tie key finds what it looks at in a workbook: a cell holds a number, or nothing.
pub trait TieCells {
    /// The votes in the bloc's ballot.
    fn votes(&self) -> String;
    /// The points of a field.
    fn field(&self, field: usize) -> String;
    /// The mark of a criterion.
    fn criterion(&self, criterion: usize) -> String;
    /// How many plans are exceeded.
    fn exceeded(&self) -> String;
    /// The penalty, zero or less.
    fn penalty(&self) -> String;
    /// The share of women.
    fn women(&self) -> String;
}

/// A way to break a tie; the table stands in `rank::ties`.
pub struct TieBreak {
    /// The name in scoring.toml.
    pub name: &'static str,
    /// What follows it.
    pub target: TieTarget,
    /// The value that goes first when higher; none where it cannot be said, and then it breaks nothing.
    pub value: fn(&TieCase, target: usize) -> Option<i64>,
    /// Whether the value is of points, in units of 10⁻⁹.
    pub in_points: bool,
    /// The same as a formula over cells; what is no number says nothing.
    pub formula: fn(&dyn TieCells, target: usize) -> String,
    /// What it is called; the target's name stands in for `{}`.
    pub label: Text,
}

/// A tie key of a compact.
#[derive(Clone, Copy)]
pub struct TieKey {
    /// The way.
    pub by: &'static TieBreak,
    /// Index of its field or criterion; zero where it has none.
    pub target: usize,
}

/// A class of the total, highest first.
#[derive(Clone, Debug)]
pub struct Class {
    /// For printing.
    pub name: String,
    /// From this total on, the bonus beyond the scale not counted.
    pub at_least: Points,
    /// The plans that must be reached as well.
    pub gate: Option<Gate>,
}

/// Key plans without which a class is not given.
#[derive(Clone, Debug)]
pub struct Gate {
    /// Indices of the criteria.
    pub criteria: Vec<usize>,
    /// How many of their plans must be reached.
    pub met: usize,
    /// By what share of its plan each of the others may fall short; none where that does not matter.
    pub within: Option<Decimal>,
}

/// An emulation compact.
#[allow(clippy::struct_excessive_bools, reason = "each is a yes or no of the signed text")]
pub struct Compact {
    /// As in scoring.toml.
    pub id: String,
    /// For printing.
    pub title: String,
    /// The sum of the maxima of its scale fields.
    pub scale: Points,
    /// Weights are an example, not a signed compact; said on every output.
    pub sample: bool,
    /// How the top fields of the scale make the total, and what it does where something is missing.
    pub root: Node,
    /// Fields.
    pub fields: Vec<Field>,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
    /// What the letters KP mean; none where they are in doubt.
    pub kp: Option<Kp>,
    /// Decimals of a mark; none means nine.
    pub mark_places: Option<u32>,
    /// Decimals of a field's points; none means nine.
    pub field_places: Option<u32>,
    /// Decimals of a total; none means nine.
    pub total_places: Option<u32>,
    /// Stages of a mark, the one that counts first.
    pub stages: Vec<Stage>,
    /// Computed or given marks.
    pub policy: StagePolicy,
    /// Whether the stage that counts may differ between members.
    pub mixed_stages: bool,
    /// Whether totals over part of the scale are brought to the whole.
    pub rescale: bool,
    /// How ranks are shared.
    pub tie_rank: TieRank,
    /// Whether ranks follow unrounded totals.
    pub rank_on_full: bool,
    /// Keys that break ties, in order.
    pub tie_keys: Vec<TieKey>,
    /// Classes, highest first.
    pub classes: Vec<Class>,
    /// What a member must meet to be considered for any award, with each requirement's value.
    pub eligibility: Vec<(&'static dyn Requirement, toml::Value)>,
    /// The text that says so.
    pub eligibility_basis: String,
}

impl Criterion {
    /// The rows it fills in a form: its own, the empty name, then one for each further input.
    pub fn input_rows(&self) -> Vec<&str> {
        let mut rows = vec![""];
        for input in &self.inputs {
            if !rows.contains(&input.row.as_str()) {
                rows.push(&input.row);
            }
        }
        rows
    }

    /// The code and the label of one of its rows: `I.6` and its name, or `I.6:baseline` and what stands there.
    pub fn row_name(&self, row: &str, lang: Lang) -> (String, String) {
        if row.is_empty() {
            return (self.id.clone(), self.name.clone());
        }
        let label = self.inputs.iter().find(|input| input.row == row).and_then(|input| input.label.as_ref());
        (format!("{}:{row}", self.id), label.map(|(vi, en)| lang.pick(vi, en).clone()).unwrap_or_default())
    }
}

impl Compact {
    /// Indices of the fields directly below the compact.
    pub fn top_fields(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.fields.len()).filter(|index| self.fields[*index].parent.is_none())
    }

    /// The top field that a field belongs to.
    pub fn top_of(&self, field: usize) -> usize {
        let mut at = field;
        while let Some(parent) = self.fields[at].parent {
            at = parent;
        }
        at
    }

    /// What happens where a criterion has no mark: the policy of its field.
    pub fn missing_of(&self, criterion: usize) -> Missing {
        self.fields[self.criteria[criterion].field].node.missing
    }

    /// Whether the compact says how to go on where a criterion has no mark.
    pub fn tolerates(&self, criterion: usize) -> bool {
        self.missing_of(criterion) != Missing::Incomplete
    }

    /// What a tie key of this compact is called.
    pub fn tie_label(&self, key: &TieKey, lang: Lang) -> String {
        let name = match key.by.target {
            TieTarget::Nothing => "",
            TieTarget::Field => &self.fields[key.target].name,
            TieTarget::Criterion => &self.criteria[key.target].name,
        };
        key.by.label.say(lang).replace("{}", name)
    }

    /// A hash over what a form depends on: ids, inputs and units; a form of another hash may have other rows.
    pub fn form_hash(&self) -> String {
        let rows = self.criteria.iter().map(|criterion| {
            let inputs: Vec<_> = criterion.inputs.iter().map(Input::key).collect();
            format!("{}|{}|{}", criterion.id, criterion.unit, inputs.join(","))
        });
        let whole = std::iter::once(self.id.clone()).chain(rows).collect::<Vec<_>>().join("\n");
        sha256(whole.as_bytes()).chars().take(16).collect()
    }

    /// The index of a criterion's id.
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }
}
