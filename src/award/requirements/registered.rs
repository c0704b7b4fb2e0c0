//! `registered = true`: the member registered for the award at the start of the year; where the compact asks it of every
//! member, for any title at all.

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Registration, Requirement, SharedState};

use super::super::seats::sentence;
use crate::wording::award::with_document;

/// The requirement.
pub struct Registered;

impl Requirement for Registered {
    fn name(&self) -> &'static str {
        "registered"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "`true`: đã đăng ký hình thức khen thưởng này từ đầu năm",
            en: "`true`: registered for the award at the start of the year",
        }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        if value.as_bool() == Some(true) { Ok(()) } else { Err(self.doc()) }
    }

    fn judge(&self, _: &toml::Value, candidate: &Candidate) -> Outcome {
        let registrations = &candidate.shared.registrations;
        if registrations.state != SharedState::Present {
            return Outcome::Pending(sentence(|lang| {
                lang.pick("chờ bảng đăng ký danh hiệu thi đua", "awaiting the registration of titles").to_owned()
            }));
        }
        let own: Vec<Registration> =
            registrations.rows.iter().filter(|row| row.member == candidate.member).cloned().collect();
        if own.is_empty() {
            return Outcome::Failed(sentence(|lang| {
                lang.pick("không đăng ký thi đua từ đầu năm", "did not register at the start of the year").to_owned()
            }));
        }
        let fits = |row: &&Registration| candidate.award.is_none_or(|award| row.awards.contains(&award));
        match own.iter().find(fits).cloned() {
            Some(row) => Outcome::Met(sentence(move |lang| {
                let said = lang.pick("đã đăng ký", "registered for");
                with_document(lang, &format!("{said} {}", row.titles.join("; ")), "", &row.document, &row.date)
            })),
            None => Outcome::Failed(sentence(move |lang| {
                let titles: Vec<_> = own.iter().flat_map(|row| row.titles.clone()).collect();
                let titles = titles.join("; ");
                lang.pick(
                    format!("không đăng ký hình thức này, chỉ đăng ký: {titles}"),
                    format!("did not register for this award, only for: {titles}"),
                )
            })),
        }
    }
}
