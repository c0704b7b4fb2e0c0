//! `plans_met = ["I.1", "I.3"]`: the plans of these criteria are reached.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement};

use super::super::seats::sentence;

/// The requirement.
pub struct PlansMet;

fn ids(value: &toml::Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(toml::Value::as_str).collect()
}

impl Requirement for PlansMet {
    fn name(&self) -> &'static str {
        "plans_met"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "danh sách mã tiêu chí có kế hoạch bằng số, đều phải đạt kế hoạch",
            en: "a list of criteria with a numeric plan, all of which must be reached",
        }
    }

    fn check(&self, value: &toml::Value, compacts: &[&Compact]) -> Result<(), Text> {
        let planned = |id: &str, compact: &Compact| {
            let criterion = compact.criterion(id).map(|index| &compact.criteria[index]);
            criterion.is_some_and(|criterion| criterion.inputs.iter().any(|input| input.key() == "plan"))
        };
        let all = |ids: Vec<&str>| compacts.iter().all(|compact| ids.iter().all(|id| planned(id, compact)));
        ids(value).filter(|ids| !ids.is_empty() && all(ids.clone())).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let criteria = ids(value).unwrap_or_default();
        let marks = criteria.iter().filter_map(|id| Some(candidate.tally.marks[candidate.compact.criterion(id)?]));
        if marks.into_iter().any(|mark| mark.missing() && mark.plan_met.is_none()) {
            let all = criteria.join(", ");
            return Outcome::Pending(sentence(move |lang| {
                lang.pick(format!("chờ số liệu tiêu chí {all}"), format!("awaiting the figures of {all}"))
            }));
        }
        let short: Vec<String> = criteria
            .iter()
            .filter(|id| {
                let mark = candidate.compact.criterion(id).map(|index| candidate.tally.marks[index]);
                mark.is_some_and(|mark| mark.needed && mark.plan_met != Some(true))
            })
            .map(|id| (*id).to_owned())
            .collect();
        let all = criteria.join(", ");
        if short.is_empty() {
            return Outcome::Met(sentence(move |lang| {
                lang.pick(format!("đạt kế hoạch các tiêu chí {all}"), format!("the plans of {all} are reached"))
            }));
        }
        let short = short.join(", ");
        Outcome::Failed(sentence(move |lang| {
            lang.pick(format!("chưa đạt kế hoạch tiêu chí {short}"), format!("the plan of {short} is not reached"))
        }))
    }
}
