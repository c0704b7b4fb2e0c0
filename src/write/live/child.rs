//! In: a node and one of its children. Out: the formulas of the steps on the way to a node that is no plain sum: what the
//! child counts with and weighs; and of any node, which part of its maximum is assigned.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cell::{Formed, Shown};
use super::criterion::OUT;
use super::grid::{Branch, Key};
use super::input::group_mean;
use super::node::{FULL, Fold};
use super::tree::{self, Child};
use crate::model::{Combine, MarkState, MeanOf, Missing, NodeState, Points, decimal_of_binary, divide};
use crate::wording::live as words;

impl Fold<'_> {
    /// The part of the node's maximum that is assigned to the member.
    pub(super) fn assigned(self) -> Formed {
        let (compact, children) = (self.compact(), self.children());
        let engine = match self.branch {
            Branch::Root => self.at.view.member(self.at.member).total.assigned,
            Branch::Field(field) => self.engine(field).assigned,
        };
        let shown = Shown::Number(engine.decimal());
        if tree::node(compact, self.branch).combine != Combine::Sum {
            let own: Vec<Key> = children.into_iter().map(Child::key).collect();
            let blanks = |range: &String| format!("COUNT({range})+COUNTBLANK({range})");
            let there = self.at.ranges(&own).iter().map(blanks).collect::<Vec<_>>().join("+");
            return Formed::new(format!("IF({there}=0,0,{})", self.maximum()), shown);
        }
        let criteria: Vec<Key> =
            children.iter().filter(|child| matches!(child, Child::Criterion(_))).map(|child| child.key()).collect();
        let below = children.iter().filter_map(|child| match child {
            Child::Field(field) => Some(Key::Assigned(Branch::Field(*field))),
            Child::Criterion(_) => None,
        });
        let below: Vec<Key> = below.collect();
        let marks = self.at.with_numbers(&criteria).into_iter();
        let parts = marks.map(|(marks, maxima)| format!("SUMPRODUCT(({marks}<>{OUT})*{maxima})"));
        let below = self.at.ranges(&below).into_iter().map(|range| format!("SUM({range})"));
        let sum = parts.chain(below).collect::<Vec<_>>().join("+");
        let formula = if tree::averaged(compact, self.branch) {
            let own = self.at.cell(Key::Before(self.branch));
            format!("IF({own}=\"\",{},{sum})", self.maximum())
        } else {
            sum
        };
        Formed::new(if formula.is_empty() { "0".to_owned() } else { formula }, shown)
    }

    /// A child field with the group's mean where it is missing.
    pub(super) fn filled_field(self, field: usize) -> Formed {
        let key = Key::Field(field);
        let (own, mean) = (self.at.cell(key), group_mean(&self.at, key, FULL));
        let shown = match self.group_points(field) {
            Some(points) if self.engine(field).state == NodeState::Missing => Shown::Number(points.decimal()),
            _ => self.field_shown(field),
        };
        Formed::new(format!("IF({own}=\"\",IFERROR({mean},\"\"),{own})"), shown)
    }

    fn group_points(self, field: usize) -> Option<Points> {
        let groups = self.at.view.bloc().groups();
        let group = groups.get(self.at.member).copied().flatten()?;
        let others = (0..groups.len()).filter(|other| groups[*other] == Some(group));
        let there = others.map(|member| &self.at.view.member(member).fields[field]);
        let there: Vec<Points> =
            there.filter(|total| total.state == NodeState::Whole).map(|total| total.points).collect();
        let sum = there.iter().copied().sum::<Points>();
        Points::rounded(divide(sum.decimal(), there.len().into())?, None)
    }

    fn fills(self) -> bool {
        self.node_missing() == Missing::GroupMean(MeanOf::Normalised)
    }

    fn child_key(self, child: Child) -> Key {
        match child {
            Child::Field(field) if self.fills() => Key::FilledField(field),
            child => child.key(),
        }
    }

    /// The points and the maximum, so far as assigned, of a child.
    pub(super) fn child_points(self, child: Child) -> (Option<Points>, Points) {
        match child {
            Child::Criterion(criterion) => {
                let maximum = self.compact().criteria[criterion].maximum;
                match self.at.view.member(self.at.member).marks[criterion].state {
                    MarkState::Given(points) => (Some(points), maximum),
                    MarkState::Missing => (None, maximum),
                    MarkState::Out | MarkState::NotYet => (None, Points::ZERO),
                }
            }
            Child::Field(field) => {
                let own = self.engine(field);
                let filled = if self.fills() { self.group_points(field) } else { None };
                match own.state {
                    NodeState::Whole => (Some(own.points), own.assigned),
                    NodeState::Missing => (filled, own.assigned),
                    NodeState::Out | NodeState::Unranked => (None, own.assigned),
                }
            }
        }
    }

    fn share(self, child: Child) -> Option<Decimal> {
        let (points, assigned) = self.child_points(child);
        divide(points?.decimal(), assigned.decimal())
    }

    /// What a child counts with: its points in a sum, else its share of its own maximum.
    pub(super) fn value(self, position: usize) -> Formed {
        let child = self.children()[position];
        let cell = self.at.cell(self.child_key(child));
        let sum = tree::node(self.compact(), self.branch).combine == Combine::Sum;
        let value = if sum { self.child_points(child).0.map(Points::decimal) } else { self.share(child) };
        let shown = match (value, self.state(child)) {
            (Some(value), _) => Shown::Number(value),
            (None, NodeState::Out) => Shown::Text("-".to_owned()),
            (None, NodeState::Unranked) => Shown::Text(words::UNRANKED.say(self.at.view.lang).to_owned()),
            (None, _) => Shown::Nothing,
        };
        if sum {
            return Formed::new(cell, shown);
        }
        Formed::new(format!("IF(ISNUMBER({cell}),{cell}/{},{cell})", self.child_assigned(child)), shown)
    }

    /// The cell of a child's maximum, so far as assigned.
    fn child_assigned(self, child: Child) -> String {
        match child {
            Child::Criterion(criterion) => self.at.number(Key::Maximum(criterion)),
            Child::Field(field) if tree::any_out(self.compact()) => self.at.cell(Key::Assigned(Branch::Field(field))),
            Child::Field(field) => self.at.number(Key::FieldMaximum(field)),
        }
    }

    /// What a child weighs: its maximum in a sum, else its weight; nothing where it is left out.
    pub(super) fn weight(self, position: usize) -> Formed {
        let child = self.children()[position];
        let value = self.at.cell(Key::Value(self.branch, position));
        let sum = tree::node(self.compact(), self.branch).combine == Combine::Sum;
        let (_, assigned) = self.child_points(child);
        let (own, weight) = if sum {
            (self.child_assigned(child), assigned.decimal())
        } else {
            let key = Key::Value(self.branch, position);
            let weight = match child {
                Child::Criterion(criterion) => self.compact().criteria[criterion].weight,
                Child::Field(field) => self.compact().fields[field].weight,
            };
            (self.at.number(key), weight)
        };
        let shown = if self.state(child) == NodeState::Out { Decimal::ZERO } else { weight };
        Formed::new(format!("IF({value}={OUT},0,{own})"), Shown::Number(shown))
    }

    /// The logarithm of a child's share; zero where there is none, or where it is zero.
    pub(super) fn log(self, position: usize) -> Formed {
        let value = self.at.cell(Key::Value(self.branch, position));
        let share = self.share(self.children()[position]).filter(|share| *share > Decimal::ZERO);
        let log = share.and_then(|share| decimal_of_binary(libm::log(share.to_f64()?))).unwrap_or_default();
        Formed::new(format!("IF(N({value})>0,LN({value}),0)"), Shown::Number(log))
    }
}
