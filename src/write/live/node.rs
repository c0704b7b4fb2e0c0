//! In: a node of the tree and a member. Out: the formula of its points over those of its children, as the compact
//! combines them and goes on where something is missing; the engine's points as its result.
//!
//! A sum stands by itself. Another combination, or one that leaves out what is missing, takes what each child counts
//! with and weighs from rows of steps.

use super::cell::{Formed, Shown};
use super::criterion::OUT;
use super::grid::{At, Branch, Key};
use super::input::group_mean;
use super::tree::{self, Child};
use crate::model::{Combine, Compact, FieldKind, FieldTotal, MarkState, Missing, NodeState};
use crate::wording::live as words;

/// Decimals of points that the compact does not round.
pub(super) const FULL: u32 = 9;

/// One node of one member.
#[derive(Clone, Copy)]
pub(super) struct Fold<'a> {
    pub(super) at: At<'a>,
    pub(super) branch: Branch,
}

impl<'a> Fold<'a> {
    pub(super) fn compact(self) -> &'a Compact {
        self.at.view.compact()
    }

    pub(super) fn children(self) -> Vec<Child> {
        tree::children(self.compact(), self.branch)
    }

    /// The cells that the children are counted in.
    fn counted(self) -> Vec<Key> {
        if tree::weighs(self.compact(), self.branch) {
            (0..self.children().len()).map(|child| Key::Value(self.branch, child)).collect()
        } else {
            self.children().into_iter().map(Child::key).collect()
        }
    }

    fn weights(self) -> String {
        let keys: Vec<Key> = (0..self.children().len()).map(|child| Key::Weight(self.branch, child)).collect();
        self.at.ranges(&keys).join(",")
    }

    /// The maximum of the node.
    pub(super) fn maximum(self) -> String {
        match self.branch {
            Branch::Root => self.at.number(Key::WholeScale),
            Branch::Field(field) => self.at.number(Key::FieldMaximum(field)),
        }
    }

    /// The points of a field under its cap, or of the scale.
    pub(super) fn points(self) -> Formed {
        let folded = if tree::averaged(self.compact(), self.branch) {
            let (before, mean) = (Key::Before(self.branch), group_mean(&self.at, Key::Before(self.branch), FULL));
            let own = self.at.cell(before);
            format!("IF({own}=\"\",IFERROR({},\"\"),{own})", self.bounded(&mean))
        } else {
            self.folded()
        };
        let shown = match self.branch {
            Branch::Root => self.scale(),
            Branch::Field(field) => self.field_shown(field),
        };
        Formed::new(folded, shown)
    }

    /// The same before the group's mean stands in.
    pub(super) fn before(self) -> Formed {
        let lacking = self.children().iter().any(|child| self.state(*child) == NodeState::Missing);
        let shown = if lacking { Shown::Nothing } else { self.points().shown };
        Formed::new(self.folded(), shown)
    }

    pub(super) fn engine(self, field: usize) -> &'a FieldTotal {
        &self.at.view.member(self.at.member).fields[field]
    }

    pub(super) fn field_shown(self, field: usize) -> Shown {
        let total = self.engine(field);
        match total.state {
            NodeState::Whole => Shown::Number(total.points.decimal()),
            NodeState::Out => Shown::Text("-".to_owned()),
            NodeState::Missing => Shown::Nothing,
            NodeState::Unranked => Shown::Text(words::UNRANKED.say(self.at.view.lang).to_owned()),
        }
    }

    /// The points of the scale; nothing while something of it is missing.
    fn scale(self) -> Shown {
        let scores = self.at.view.member(self.at.member);
        let states: Vec<NodeState> = self.children().iter().map(|child| self.state(*child)).collect();
        let lacks = |child: &Child| self.state(*child) == NodeState::Missing && self.child_points(*child).0.is_none();
        let lacking = self.children().iter().any(lacks);
        if states.contains(&NodeState::Unranked) || lacking && self.node_missing() == Missing::Unranked {
            return Shown::Text(words::UNRANKED.say(self.at.view.lang).to_owned());
        }
        if states.iter().all(|state| *state == NodeState::Out) {
            return Shown::Text("-".to_owned());
        }
        let told = !lacking || scores.because.is_some();
        if told { Shown::Number(scores.total.got.decimal()) } else { Shown::Nothing }
    }

    pub(super) fn node_missing(self) -> Missing {
        tree::node(self.compact(), self.branch).missing
    }

    pub(super) fn state(self, child: Child) -> NodeState {
        match child {
            Child::Field(field) => self.engine(field).state,
            Child::Criterion(criterion) => match self.at.view.member(self.at.member).marks[criterion].state {
                MarkState::Given(_) => NodeState::Whole,
                MarkState::Out | MarkState::NotYet => NodeState::Out,
                MarkState::Missing => NodeState::Missing,
            },
        }
    }

    /// The fold itself: what is not ranked, left out or missing first, else the combination.
    fn folded(self) -> String {
        let cells = self.at.ranges(&self.counted());
        if cells.is_empty() {
            return OUT.to_owned();
        }
        let blanks = cells.iter().map(|range| format!("COUNTBLANK({range})")).collect::<Vec<_>>().join("+");
        let unranked = format!("\"{}\"", words::UNRANKED.say(self.at.view.lang));
        let mut formula = self.treated(&blanks, &unranked);
        if tree::any_out(self.compact()) {
            formula = format!("IF(COUNT({})+{blanks}=0,{OUT},{formula})", cells.join(","));
        }
        let below = self.children().into_iter();
        let unranks = below.filter(
            |child| matches!(child, Child::Field(field) if tree::unranks(self.compact(), Branch::Field(*field))),
        );
        let tests: Vec<String> =
            unranks.map(|child| format!("COUNTIF({},{unranked})", self.at.cell(child.key()))).collect();
        if tests.is_empty() { formula } else { format!("IF({}>0,{unranked},{formula})", tests.join("+")) }
    }

    /// What is done where something is missing.
    fn treated(self, blanks: &str, unranked: &str) -> String {
        let whole = self.bounded(&self.combined(false));
        match self.node_missing() {
            Missing::Incomplete | Missing::GroupMean(_) => format!("IF({blanks}>0,\"\",{whole})"),
            Missing::Unranked => format!("IF({blanks}>0,{unranked},{whole})"),
            Missing::Zero => self.bounded(&self.combined(true)),
            Missing::Skip(top, bottom) => {
                let (kept, all) = (self.kept(), format!("SUM({})", self.weights()));
                let enough = format!("AND({kept}>0,ROUND({kept}*{bottom}-{all}*{top},12)>=0)");
                format!("IF({enough},{whole},\"\")")
            }
        }
    }

    /// The weights of the children that have points.
    fn kept(self) -> String {
        format!("SUMPRODUCT(ISNUMBER({})*{})", self.at.ranges(&self.counted()).join(","), self.weights())
    }

    /// The combination before it is rounded; with `zero`, what is missing counts as nothing.
    fn combined(self, zero: bool) -> String {
        let (cells, maximum) = (self.at.ranges(&self.counted()).join(","), self.maximum());
        if !tree::weighs(self.compact(), self.branch) {
            return format!("SUM({cells})");
        }
        let weights = self.weights();
        let divisor = if zero { format!("SUM({weights})") } else { self.kept() };
        let skips = matches!(self.node_missing(), Missing::Skip(..));
        let least = |points: String| if zero { format!("IF(COUNTBLANK({cells})>0,0,{points})") } else { points };
        match tree::node(self.compact(), self.branch).combine {
            Combine::Sum if skips => {
                format!("IF(COUNTBLANK({cells})=0,SUM({cells}),SUM({weights})*SUM({cells})/{divisor})")
            }
            Combine::Sum => format!("SUM({cells})"),
            Combine::Mean => format!("{maximum}*SUMPRODUCT({cells},{weights})/{divisor}"),
            Combine::Geometric => {
                let logs: Vec<Key> = (0..self.children().len()).map(|child| Key::Log(self.branch, child)).collect();
                let logs = self.at.ranges(&logs).join(",");
                let mean = format!("{maximum}*EXP(SUMPRODUCT({logs},{weights})/{})", self.kept());
                least(format!("IF(COUNTIF({cells},0)>0,0,{mean})"))
            }
            Combine::Min => least(format!("{maximum}*MIN({cells})")),
        }
    }

    /// Rounded as the compact says, under the cap of a bonus, over the floor of a penalty.
    fn bounded(self, points: &str) -> String {
        let Branch::Field(field) = self.branch else { return format!("ROUND({points},{FULL})") };
        let places = self.compact().field_places.unwrap_or(FULL);
        let rounded = format!("ROUND({points},{places})");
        let configured = &self.compact().fields[field];
        match configured.kind {
            FieldKind::Scale => rounded,
            FieldKind::Bonus => format!("MIN({rounded},{})", self.maximum()),
            FieldKind::Penalty => format!("MAX({rounded},{})", self.maximum()),
        }
    }
}
