//! `share_of_scale = "9/10"`: the total reaches a share of the compact's scale.

use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{Candidate, Compact, Outcome, Requirement, fraction};

use super::super::seats::sentence;

/// The requirement.
pub struct ShareOfScale;

impl Requirement for ShareOfScale {
    fn name(&self) -> &'static str {
        "share_of_scale"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "tổng điểm đạt từ tỷ lệ này của thang điểm, viết như \"9/10\"",
            en: "the total reaches this share of the scale, such as \"9/10\"",
        }
    }

    fn check(&self, value: &toml::Value, _: &[&Compact]) -> Result<(), Text> {
        value.as_str().and_then(fraction).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let (top, bottom) = value.as_str().and_then(fraction).unwrap_or((Decimal::ONE, Decimal::ONE));
        let (total, scale) = (candidate.tally.total.total.decimal(), candidate.compact.scale.decimal());
        let needed = scale * top / bottom;
        let met = total * bottom >= scale * top;
        let said = sentence(move |lang| {
            let [total, needed, scale] = [total, needed, scale].map(|number| lang.number(number));
            let sign = if met { "≥" } else { "<" };
            lang.pick(
                format!("tổng điểm {total} {sign} {needed} (mức yêu cầu trên thang {scale} điểm)"),
                format!("total {total} {sign} {needed} (required on a scale of {scale})"),
            )
        });
        if met { Outcome::Met(said) } else { Outcome::Failed(said) }
    }
}
