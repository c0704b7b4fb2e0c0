//! `classification = ["hoàn thành xuất sắc nhiệm vụ"]`: the collective's class of the year is one of these; the same of
//! its party organisation and its unions.

use crate::diag::Text;
use crate::model::{Candidate, Classification, Compact, Outcome, Requirement, fold};

use super::super::seats::sentence;

/// The class of one of the three.
pub struct YearlyClass {
    name: &'static str,
    of: fn(&Classification) -> &str,
    body: Text,
}

/// Of the collective.
pub static GOVERNMENT: YearlyClass =
    YearlyClass { name: "classification", of: |row| &row.government, body: Text { vi: "", en: "" } };

/// Of its party organisation.
pub static PARTY: YearlyClass = YearlyClass {
    name: "party_classification",
    of: |row| &row.party,
    body: Text { vi: " tổ chức đảng", en: " of the party organisation" },
};

/// Of its unions and associations.
pub static UNIONS: YearlyClass = YearlyClass {
    name: "unions_classification",
    of: |row| &row.unions,
    body: Text { vi: " đoàn thể", en: " of the unions" },
};

fn words(value: &toml::Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(toml::Value::as_str).collect()
}

impl Requirement for YearlyClass {
    fn name(&self) -> &'static str {
        self.name
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
        let (year, body) = (candidate.scoring.term.year, self.body);
        let rows = candidate.shared.classifications.reliable();
        let found = rows.iter().find(|row| row.member == candidate.member).map(self.of);
        let Some(class) = found.filter(|class| !class.is_empty()).map(str::to_owned) else {
            return Outcome::Pending(sentence(move |lang| {
                lang.pick(
                    format!("có điều kiện - chờ kết quả xếp loại{} năm {year}", body.vi),
                    format!("conditional - awaiting the classification{} of {year}", body.en),
                )
            }));
        };
        let accepted = words(value).unwrap_or_default().iter().any(|word| fold(word) == fold(&class));
        let said = sentence(move |lang| {
            lang.pick(
                format!("xếp loại{} năm {year}: {class}", body.vi),
                format!("class{} of {year}: {class}", body.en),
            )
        });
        if accepted { Outcome::Met(said) } else { Outcome::Failed(said) }
    }
}
