//! What the wording of a criterion says in; the rule it is, with its parameters, or why it is left to a person, out.
//!
//! A rule is proposed only where every clause is understood, the clauses make up one rule, their points are those of the
//! criterion, and the rule accepts its parameters. Everything else is marked by people until somebody decides.

use rust_decimal::Decimal;

use super::by_level::{bands, deduction_bands};
use super::by_word::{lateness, worded};
use super::clause::{Clause, clauses};
use super::token::{Kind, tokens};
use crate::model::{Args, Catalogue, Column, Kernel, fold};
use crate::wording::draft::Doubt;
use crate::wording::guide::{CHANGES, FEWER_IS_BETTER, NOT_DONE, NOTHING_WRONG, OF_REACHING, PERCENT, Says};

/// What is known of a criterion.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// What the table says of how it is marked.
    pub guide: &'a str,
    /// The most it can give; in a penalty, the most it takes off.
    pub maximum: Decimal,
    /// Whether it takes points off.
    pub penalty: bool,
}

impl Asked<'_> {
    /// Whether its figures are percentages.
    pub fn in_percent(&self) -> bool {
        self.unit.contains(PERCENT)
    }
}

/// A rule that the wording says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its name.
    pub rule: &'static str,
    /// Its parameters as they stand behind `params =`; empty where there are none.
    pub params: String,
    /// What counts where nothing arose.
    pub not_arising: Option<&'static str>,
    /// Whether it may be left unassigned.
    pub assigned: bool,
    /// A level that has to stand in the column of plans.
    pub level: Option<String>,
    /// Whether it needs a plan.
    pub plan: bool,
}

impl Proposal {
    pub fn new(rule: &'static str, params: String) -> Self {
        Self { rule, params, not_arising: None, assigned: false, level: None, plan: false }
    }
}

/// What can be said of a criterion's rule.
pub type Verdict = Result<Proposal, Doubt>;

/// One shape that clauses may make up: none where they do not.
type Shape = fn(&[Clause], &Asked) -> Option<Verdict>;

/// The rule of a criterion.
///
/// # Errors
/// Why no rule is proposed.
pub fn propose(asked: &Asked, catalogue: &Catalogue) -> Verdict {
    if asked.guide.trim().is_empty() {
        return Err(Doubt::NoWording);
    }
    let all = clauses(asked.guide).map_err(Doubt::NotUnderstood)?;
    let (aside, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|clause| {
        matches!(clause.says, Says::Remark | Says::NotArisingFull | Says::NotArisingOut | Says::NotAssigned)
    });
    let mut proposal = shaped(&rest, asked)?;
    let aside = |says: Says| aside.iter().any(|clause| clause.says == says);
    if proposal.rule == "entered" {
        return Ok(proposal);
    }
    proposal.not_arising = match (aside(Says::NotArisingFull), aside(Says::NotArisingOut)) {
        (true, _) => Some("full"),
        (false, true) => Some("out"),
        (false, false) => None,
    };
    proposal.assigned = aside(Says::NotAssigned);
    let kernel = bound(&proposal, asked, catalogue).ok_or(Doubt::DoesNotFit)?;
    proposal.plan = kernel.inputs().iter().any(|input| input.column == Column::Plan);
    Ok(proposal)
}

/// The rule with its parameters, if it accepts them for this maximum.
fn bound(proposal: &Proposal, asked: &Asked, catalogue: &Catalogue) -> Option<Box<dyn Kernel>> {
    let rule = catalogue.rule(proposal.rule)?;
    let written = if proposal.params.is_empty() { "{}" } else { &proposal.params };
    let mut table = toml::from_str::<toml::Table>(&format!("params = {written}")).ok()?;
    let Some(toml::Value::Table(params)) = table.remove("params") else { return None };
    let known = |(key, value): (&String, &toml::Value)| {
        rule.params().iter().any(|param| param.key == key && param.kind.admits(value))
    };
    let required = rule.params().iter().filter(|param| param.required).all(|param| params.contains_key(param.key));
    if !params.iter().all(known) || !required {
        return None;
    }
    let maximum = if asked.penalty { Decimal::ZERO } else { asked.maximum };
    rule.bind(&Args { values: params.into_iter().collect() }, maximum, catalogue).ok()
}

fn shaped(clauses: &[Clause], asked: &Asked) -> Verdict {
    if clauses.is_empty() {
        return Err(Doubt::NoWording);
    }
    if asked.penalty {
        return penalty(clauses, asked);
    }
    if clauses.iter().all(|clause| clause.says == Says::ByPeople) {
        return Ok(Proposal::new("entered", String::new()));
    }
    let shapes: [Shape; 9] = [proportional, threshold, steps, deduct, count, lateness, deduction_bands, bands, worded];
    shapes.iter().find_map(|shape| shape(clauses, asked)).unwrap_or(Err(Doubt::DoNotMakeARule))
}

/// What clauses say, in order.
pub fn says(clauses: &[Clause]) -> Vec<Says> {
    clauses.iter().map(|clause| clause.says).collect()
}

/// A decimal as TOML writes it.
pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

/// Points that must be the maximum.
pub fn whole(points: Option<Decimal>, asked: &Asked) -> Result<(), Doubt> {
    if points == Some(asked.maximum) { Ok(()) } else { Err(Doubt::OtherPoints) }
}

/// A rule on the plan: only where more is better and the figure itself counts.
fn on_plan(asked: &Asked, make: impl FnOnce() -> Verdict) -> Verdict {
    let (name, guide) = (fold(asked.name), fold(asked.guide));
    let holds = |text: &str, words: &[&str]| {
        words
            .iter()
            .any(|word| format!(" {text} ").replace(['/', ',', ';', ':', '('], " ").contains(&format!(" {word} ")))
    };
    if holds(&guide, CHANGES) || holds(&name, CHANGES) {
        return Err(Doubt::Change);
    }
    if holds(&name, FEWER_IS_BETTER) {
        return Err(Doubt::FewerIsBetter);
    }
    make()
}

fn proportional(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let (Says::Ratio, capped) = (clauses[0].says, clauses.get(1)) else { return None };
    if clauses.len() > 2 || capped.is_some_and(|clause| clause.says != Says::AtMost) {
        return None;
    }
    Some(on_plan(asked, || {
        if let Some(capped) = capped {
            whole(capped.points(), asked)?;
        }
        let of = clauses[0].found.words.concat().to_lowercase();
        if !OF_REACHING.iter().any(|word| of.contains(word)) {
            return Err(Doubt::DoNotMakeARule);
        }
        Ok(Proposal::new("proportional", "{ cap = 1 }".to_owned()))
    }))
}

fn threshold(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let [reached, short] = clauses else { return None };
    let not_reached = |word: &String| NOT_DONE.iter().any(|known| fold(word).starts_with(known));
    let zero =
        short.says == Says::Word && short.points() == Some(Decimal::ZERO) && short.found.words.iter().all(not_reached);
    let in_proportion = short.says == Says::ShortInProportion;
    let plan = matches!(reached.says, Says::PlanReached | Says::PlanPassed);
    let level = matches!(reached.says, Says::From | Says::Above | Says::Reached);
    if !(in_proportion && (plan || level) || zero && plan) {
        return None;
    }
    Some(on_plan(asked, || {
        whole(reached.points(), asked)?;
        let op = if matches!(reached.says, Says::PlanPassed | Says::Above) { ">" } else { ">=" };
        let short = if in_proportion { "proportional" } else { "zero" };
        let mut proposal = Proposal::new("threshold", format!("{{ op = \"{op}\", else = \"{short}\" }}"));
        if level {
            let (number, percent) = reached.found.numbers[0];
            if percent && !asked.in_percent() {
                return Err(Doubt::PercentOfWhat);
            }
            proposal.level = Some(plain(number));
        }
        Ok(proposal)
    }))
}

/// Points at the plan, more for every step above it, fewer for every step under it; nothing more where only these are said.
fn steps(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let (at_plan, above, under) = match clauses {
        [at_plan, gain, most, loss] if gain.says == Says::Gain && most.says == Says::AtMost => {
            (at_plan, Some((gain, most)), loss)
        }
        [at_plan, loss] => (at_plan, None, loss),
        _ => return None,
    };
    let whole_plan = match at_plan.says {
        Says::AtPlan | Says::Reached => at_plan.found.numbers[0].0 == Decimal::ONE_HUNDRED,
        Says::PlanReached => above.is_none(),
        _ => false,
    };
    if !whole_plan || under.says != Says::Loss {
        return None;
    }
    Some(on_plan(asked, || {
        let points = at_plan.points().unwrap_or_default();
        let (down, loss) = (under.found.numbers[0].0, under.points().unwrap_or_default());
        let (step, gain, most) = above.map_or((down, Decimal::ZERO, Decimal::ZERO), |(gain, most)| {
            (gain.found.numbers[0].0, gain.points().unwrap_or_default(), most.points().unwrap_or_default())
        });
        let cap = if points.checked_add(most) == Some(asked.maximum) { most } else { most - points };
        if points.checked_add(cap) != Some(asked.maximum) {
            return Err(Doubt::OtherPoints);
        }
        let [points, step, gain, cap, down, loss] = [points, step, gain, cap, down, loss].map(plain);
        Ok(Proposal::new(
            "steps",
            format!(
                "{{ at_plan = {points}, step = \"{step}%\", gain = {gain}, cap = {cap}, step_down = \"{down}%\", loss = {loss} }}"
            ),
        ))
    }))
}

fn deduct(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let each = clauses.iter().position(|clause| clause.says == Says::EachOff)?;
    let full = &clauses[..each];
    let nothing_wrong = |clause: &Clause| match clause.says {
        Says::OnTime => true,
        Says::Word => clause.found.words.iter().any(|word| {
            let word = fold(word);
            NOTHING_WRONG.iter().any(|known| word.starts_with(known))
        }),
        _ => false,
    };
    let ends = clauses[each + 1..].iter().all(|clause| clause.says == Says::OffToNothing);
    if full.len() > 1 || !full.iter().all(nothing_wrong) || !ends {
        return None;
    }
    let make = || {
        if let Some(full) = full.first() {
            whole(full.points(), asked)?;
        }
        let off = clauses[each].points().unwrap_or_default();
        Ok(Proposal::new("deduct", format!("{{ each = {} }}", plain(off))))
    };
    Some(make())
}

/// With a limit a count; without one a list, where its length is said as well.
fn count(clauses: &[Clause], asked: &Asked) -> Option<Verdict> {
    let (items, each, most) = match (says(clauses).as_slice(), clauses) {
        ([Says::Each, Says::AtMost], [each, most]) => (None, each, Some(most)),
        ([Says::Items, Says::Each], [items, each]) => (items.points(), each, None),
        ([Says::Each], [each]) => (None, each, None),
        _ => return None,
    };
    let points = each.points().filter(|points| *points > Decimal::ZERO)?;
    let make = || {
        if let Some(most) = most {
            whole(most.points(), asked)?;
            let (points, limit) = (plain(points), plain(asked.maximum));
            return Ok(Proposal::new("count", format!("{{ points = {points}, limit = {limit} }}")));
        }
        let held = asked.maximum.checked_div(points).unwrap_or_default().normalize();
        let named = || tokens(asked.name).into_iter().any(|token| token.kind == Kind::Number(held));
        if items.is_none() && !named() {
            return Err(Doubt::NoLimit);
        }
        if !held.fract().is_zero() || items.is_some_and(|items| items != held) {
            return Err(Doubt::OtherPoints);
        }
        Ok(Proposal::new("checklist", format!("{{ items = {held} }}")))
    };
    Some(make())
}

fn penalty(clauses: &[Clause], asked: &Asked) -> Verdict {
    let (each, most) = match clauses {
        [each] if each.says == Says::EachOff => (each, None),
        [each, most] if each.says == Says::EachOff && most.says == Says::AtMost => (each, Some(most)),
        _ => return Err(Doubt::DoNotMakeARule),
    };
    if let Some(most) = most {
        whole(most.points(), asked)?;
    }
    let off = plain(each.points().unwrap_or_default());
    Ok(Proposal::new("balance", format!("{{ penalty = {off}, min = -{} }}", plain(asked.maximum))))
}
