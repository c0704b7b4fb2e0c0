//! `signed = true`: the member signed the compact; `signed = false` at a member in scoring.toml says that it did not.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement};

use super::super::seats::sentence;

/// The requirement.
pub struct Signed;

impl Requirement for Signed {
    fn name(&self) -> &'static str {
        "signed"
    }

    fn doc(&self) -> Text {
        Text { vi: "`true`: đã ký giao ước thi đua", en: "`true`: the compact is signed" }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        if value.as_bool() == Some(true) { Ok(()) } else { Err(self.doc()) }
    }

    fn judge(&self, _: &toml::Value, candidate: &Candidate) -> Outcome {
        let (bloc, member) = candidate.member;
        if candidate.scoring.blocs[bloc].members[member].signed {
            Outcome::Met(sentence(|lang| lang.pick("đã ký giao ước thi đua", "the compact is signed").to_owned()))
        } else {
            Outcome::Failed(sentence(|lang| {
                lang.pick("không ký giao ước thi đua", "the compact is not signed").to_owned()
            }))
        }
    }
}
