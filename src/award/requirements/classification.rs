//! `classification = ["hoàn thành xuất sắc nhiệm vụ"]`: the collective's class of the year is one of these.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement, fold};

use super::super::seats::sentence;

/// The requirement.
pub struct YearlyClass;

fn words(value: &toml::Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(toml::Value::as_str).collect()
}

impl Requirement for YearlyClass {
    fn name(&self) -> &'static str {
        "classification"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "danh sách mức xếp loại năm được chấp nhận",
            en: "a list of the classes of the year that are accepted",
        }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        words(value).filter(|words| !words.is_empty()).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let year = candidate.scoring.term.year;
        let rows = candidate.shared.classifications.reliable();
        let Some(found) = rows.iter().find(|row| row.member == candidate.member) else {
            return Outcome::Pending(sentence(move |lang| {
                lang.pick(
                    format!("có điều kiện - chờ kết quả xếp loại năm {year}"),
                    format!("conditional - awaiting the classification of {year}"),
                )
            }));
        };
        let class = found.government.clone();
        let accepted = words(value).unwrap_or_default().iter().any(|word| fold(word) == fold(&class));
        let said = sentence(move |lang| {
            lang.pick(format!("xếp loại năm {year}: {class}"), format!("class of {year}: {class}"))
        });
        if accepted { Outcome::Met(said) } else { Outcome::Failed(said) }
    }
}
