//! `on_time = 2023-12-05`: the member's report was received by that day; `received` at a member in scoring.toml says when.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement, toml_day};

use super::super::seats::sentence;

/// The requirement.
pub struct OnTime;

impl Requirement for OnTime {
    fn name(&self) -> &'static str {
        "on_time"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "hạn nhận báo cáo, viết như 2023-12-05",
            en: "the day by which reports are received, such as 2023-12-05",
        }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        value.as_datetime().and_then(|day| toml_day(*day)).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let (bloc, member) = candidate.member;
        let due = value.as_datetime().and_then(|day| toml_day(*day)).unwrap_or_default();
        let Some(received) = candidate.scoring.blocs[bloc].members[member].received else {
            return Outcome::Pending(sentence(|lang| {
                lang.pick("chờ ghi ngày nhận báo cáo", "awaiting the day the report was received").to_owned()
            }));
        };
        let said = sentence(move |lang| {
            let [received, due] = [received, due].map(|day| lang.date(day));
            lang.pick(
                format!("báo cáo nhận ngày {received}, hạn {due}"),
                format!("report received on {received}, due by {due}"),
            )
        });
        if received <= due { Outcome::Met(said) } else { Outcome::Failed(said) }
    }
}
