//! A compact as meant: its tree of fields and criteria, with every rule bound.

use super::{Input, Kernel, Points, Rule, Stage};

/// What a field is to the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Part of the scale.
    Scale,
    /// Outside the scale, added, under its own cap.
    Bonus,
    /// Outside the scale, deducted, down to its own floor.
    Penalty,
}

/// A field of a compact, or a group within a field.
#[derive(Clone, Debug)]
pub struct Field {
    /// As in scoring.toml.
    pub id: String,
    /// For printing.
    pub name: String,
    /// Index of the field it belongs to.
    pub parent: Option<usize>,
    /// What it is to the scale.
    pub kind: FieldKind,
    /// The most it can give.
    pub maximum: Points,
    /// The least it can give: zero, or the floor of a penalty field.
    pub minimum: Points,
}

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
    /// The most it can give.
    pub maximum: Points,
    /// The rule.
    pub rule: &'static dyn Rule,
    /// The rule with its parameters.
    pub kernel: Box<dyn Kernel>,
    /// What must be read for it, in order: the kernel's inputs and those of its measure.
    pub inputs: Vec<Input>,
    /// What the actual measures.
    pub measure: Measure,
    /// What counts where nothing arose; none where that cannot be.
    pub not_arising: Option<NotArising>,
    /// Whether it may be unassigned.
    pub assignment: Assignment,
    /// The body that follows it.
    pub source: Option<String>,
    /// The scoring text of the compact, for forms and cards.
    pub guide: String,
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

/// A key that may break a tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieKey {
    /// More yes votes in the bloc's last ballot.
    Vote,
    /// More points in a field.
    Field(usize),
    /// More points in a criterion.
    Criterion(usize),
    /// More plans exceeded.
    PlansExceeded,
    /// Fewer points deducted.
    FewerPenalties,
}

/// A class of the total, highest first.
#[derive(Clone, Debug)]
pub struct Class {
    /// For printing.
    pub name: String,
    /// From this total on, the bonus beyond the scale not counted.
    pub at_least: Points,
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
    /// Fields, parents before children.
    pub fields: Vec<Field>,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
    /// Decimals of a mark; none means nine.
    pub mark_places: Option<u32>,
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

    /// The index of a criterion's id.
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }
}
