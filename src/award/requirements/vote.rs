//! `bloc_vote = "2/3"` and `council_vote = "4/5"`: yes votes over all who may vote, as an exact fraction.
//!
//! Source of the base: Decree 98/2023, article 30.7: the share is of all members of the council, not of the
//! ballots handed in; 12 of 15 reach 80 %, 8 of 11 do not.

use rust_decimal::Decimal;

use crate::diag::{Lang, Text};
use crate::model::{BallotLevel, Candidate, Compact, Outcome, Requirement, SharedState, fraction};

use super::super::seats::sentence;

/// A vote of one of the two bodies.
pub struct Vote {
    name: &'static str,
    level: BallotLevel,
    body: Text,
}

/// The bloc's ballot.
pub static BLOC_VOTE: Vote =
    Vote { name: "bloc_vote", level: BallotLevel::Bloc, body: Text { vi: "cụm, khối", en: "the bloc" } };

/// The council's ballot.
pub static COUNCIL_VOTE: Vote =
    Vote { name: "council_vote", level: BallotLevel::Council, body: Text { vi: "Hội đồng", en: "the council" } };

impl Requirement for Vote {
    fn name(&self) -> &'static str {
        self.name
    }

    fn doc(&self) -> Text {
        Text {
            vi: "tỷ lệ phiếu đồng ý tối thiểu trên tổng số người được bỏ phiếu, viết như \"2/3\"",
            en: "the least share of yes votes over all who may vote, such as \"2/3\"",
        }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        value.as_str().and_then(fraction).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let body = self.body;
        let reliable = candidate.shared.ballots.state == SharedState::Present;
        let ballot = candidate.shared.ballot(candidate.scoring, candidate.member, self.level, candidate.award);
        let Some(ballot) = ballot.filter(|_| reliable) else {
            return Outcome::Pending(sentence(move |lang| {
                lang.pick(
                    format!("chờ kết quả bỏ phiếu của {}", body.vi),
                    format!("awaiting the ballot of {}", body.en),
                )
            }));
        };
        let written = value.as_str().unwrap_or_default().to_owned();
        let (top, bottom) = fraction(&written).unwrap_or((Decimal::ONE, Decimal::ONE));
        let (yes, entitled) = (ballot.yes, ballot.entitled);
        let met = reaches(yes, entitled, (top, bottom));
        let (round, absent) = (ballot.round, ballot.written);
        let said = sentence(move |lang| {
            let sign = if met { "≥" } else { "<" };
            let further = further(lang, round, absent);
            lang.pick(
                format!("{} bỏ phiếu{further}: {yes}/{entitled} đồng ý {sign} {written}", body.vi),
                format!("ballot of {}{further}: {yes}/{entitled} yes {sign} {written}", body.en),
            )
        });
        if met { Outcome::Met(said) } else { Outcome::Failed(said) }
    }
}

/// The round after the first, and the absent members who answered in writing.
fn further(lang: Lang, round: u32, absent: Decimal) -> String {
    let round = (round > 1).then(|| lang.pick(format!("vòng {round}"), format!("round {round}")));
    let absent = (!absent.is_zero())
        .then(|| lang.pick(format!("có {absent} ý kiến bằng văn bản"), format!("{absent} answered in writing")));
    let said: Vec<String> = round.into_iter().chain(absent).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

fn reaches(yes: Decimal, entitled: Decimal, (top, bottom): (Decimal, Decimal)) -> bool {
    entitled > Decimal::ZERO && yes * bottom >= entitled * top
}

#[cfg(test)]
mod tests {
    use super::reaches;

    #[test]
    fn the_share_is_of_all_who_may_vote() {
        let fifths = (4.into(), 5.into());
        assert!(reaches(12.into(), 15.into(), fifths));
        assert!(!reaches(8.into(), 11.into(), fifths));
        assert!(reaches(9.into(), 11.into(), fifths));
        assert!(!reaches(0.into(), 0.into(), fifths));
    }
}
