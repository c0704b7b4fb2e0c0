//! `field_floor = { I = "1/2" }`: the points of these fields reach a share of what could be had in them.

use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{Candidate, Compact, NodeState, Outcome, Requirement, fraction};

use super::super::seats::sentence;

/// The requirement.
pub struct FieldFloor;

/// A field's id, its share as written, and the share.
type Floor<'a> = (&'a str, &'a str, (Decimal, Decimal));

/// The fields and their shares.
fn floors(value: &toml::Value) -> Option<Vec<Floor<'_>>> {
    let table = value.as_table()?;
    table.iter().map(|(id, share)| Some((id.as_str(), share.as_str()?, fraction(share.as_str()?)?))).collect()
}

impl Requirement for FieldFloor {
    fn name(&self) -> &'static str {
        "field_floor"
    }

    fn doc(&self) -> Text {
        Text {
            vi: "mã lĩnh vực và tỷ lệ điểm tối thiểu, viết như { I = \"1/2\" }",
            en: "fields and the least share of their points, such as { I = \"1/2\" }",
        }
    }

    fn check(&self, value: &toml::Value, compacts: &[&Compact]) -> Result<(), Text> {
        let known = |id: &str| compacts.iter().all(|compact| compact.fields.iter().any(|field| field.id == id));
        let floors = floors(value).filter(|floors| !floors.is_empty());
        floors.filter(|floors| floors.iter().all(|(id, ..)| known(id))).map(|_| ()).ok_or(self.doc())
    }

    fn judge(&self, value: &toml::Value, candidate: &Candidate) -> Outcome {
        let (mut under, mut missing) = (Vec::new(), false);
        for (id, share, (top, bottom)) in floors(value).unwrap_or_default() {
            let Some(index) = candidate.compact.fields.iter().position(|field| field.id == id) else { continue };
            let field = &candidate.tally.fields[index];
            let (points, most) = (field.points.decimal(), field.assigned.decimal());
            missing |= matches!(field.state, NodeState::Missing | NodeState::Unranked);
            if field.state == NodeState::Whole && points * bottom < most * top {
                under.push((candidate.compact.fields[index].name.clone(), points, most, share.to_owned()));
            }
        }
        if missing {
            return Outcome::Pending(sentence(|lang| {
                lang.pick("chờ đủ số liệu của lĩnh vực có điểm sàn", "awaiting the figures of a field with a floor")
                    .to_owned()
            }));
        }
        if under.is_empty() {
            return Outcome::Met(sentence(|lang| {
                lang.pick("đạt điểm sàn các lĩnh vực", "the floors of the fields are reached").to_owned()
            }));
        }
        Outcome::Failed(sentence(move |lang| {
            let said = under.iter().map(|(name, points, most, share)| {
                let [points, most] = [points, most].map(|number| lang.number(*number));
                lang.pick(
                    format!("lĩnh vực {name} đạt {points}/{most} điểm, dưới sàn {share}"),
                    format!("field {name} has {points} of {most} points, under its floor of {share}"),
                )
            });
            said.collect::<Vec<_>>().join("; ")
        }))
    }
}
