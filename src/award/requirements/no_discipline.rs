//! `no_discipline = true`: the yearly classification lists no discipline of the member.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement};

use super::super::seats::sentence;
use crate::wording::award::with_document;

/// The requirement.
pub struct NoDiscipline;

impl Requirement for NoDiscipline {
    fn name(&self) -> &'static str {
        "no_discipline"
    }

    fn doc(&self) -> Text {
        Text { vi: "`true`: không có kỷ luật trong năm", en: "`true`: no discipline in the year" }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        if value.as_bool() == Some(true) { Ok(()) } else { Err(self.doc()) }
    }

    fn judge(&self, _: &toml::Value, candidate: &Candidate) -> Outcome {
        let rows = candidate.shared.classifications.reliable();
        let found = rows.iter().find(|row| row.member == candidate.member).cloned();
        let Some((found, discipline)) = found.and_then(|row| row.discipline.clone().map(|said| (row, said))) else {
            return Outcome::Pending(sentence(|lang| {
                lang.pick("chờ thông tin kỷ luật trong năm", "awaiting what is known of discipline").to_owned()
            }));
        };
        if discipline.is_empty() {
            return Outcome::Met(sentence(|lang| lang.pick("không có kỷ luật", "no discipline").to_owned()));
        }
        Outcome::Failed(sentence(move |lang| {
            let said = lang.pick("kỷ luật", "discipline");
            with_document(lang, &format!("{said}: {discipline}"), "", &found.document, &found.date)
        }))
    }
}
