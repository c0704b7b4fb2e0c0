//! `bands`: a table on a ratio, an actual, an excess or a difference gives points.
//!
//! Source: scoring tables of offices: ">95 % → 1.5; 75-95 % → 1; 50-<75 % → 0.5; <50 % → 0".

use rust_decimal::Decimal;

use super::band_table::{Band, bands, best, falling, find, formula, numbers};
use super::basis::{Basis, WORDS, impossible};
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, PlanKind, Refusal, Rule,
    Worked, fraction, share,
};

/// The rule.
pub struct Bands;

const KEYS: &[&str] = &["from", "above", "to", "below", "points", "share"];

impl Rule for Bands {
    fn name(&self) -> &'static str {
        "bands"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "chấm theo bậc của tỷ lệ, số thực hiện, mức vượt hoặc chênh lệch",
                en: "points by bands of the ratio, actual, excess or difference",
            },
            formula: "points of the band that r, A, r − 1 or A − T falls in",
            example: Text {
                vi: "trên 95%: 1,5; từ 75% đến 95%: 1; thực hiện 95% được 1, thực hiện 95,01% được 1,5",
                en: "above 95 %: 1.5; from 75 % to 95 %: 1; 95 % gives 1, 95.01 % gives 1.5",
            },
            source: "scoring table of Sở Tư pháp Đồng Tháp (2022)",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required("on", ParamKind::Choice(WORDS), "bậc tính trên", "what the bands are on"),
            Param::required(
                "bands",
                ParamKind::Tables(KEYS),
                "các bậc: from (từ), above (trên), to (đến), below (dưới), points (điểm) hoặc share (tỷ lệ điểm tối đa)",
                "the bands: from, above, to, below, and points or a share of the maximum",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let points = |band: &Args| {
            let given = match (band.values.contains_key("points"), band.values.get("share")) {
                (true, None) => band.number("points"),
                (false, Some(toml::Value::String(text))) => {
                    let (part, whole) = fraction(text)?;
                    share(maximum, part, whole)
                }
                (false, Some(_)) => band.number("share").and_then(|part| maximum.checked_mul(part)),
                _ => None,
            };
            given.filter(|points| *points >= Decimal::ZERO)
        };
        let basis = Basis::of(args).unwrap_or(Basis::Actual);
        let bands = bands(args, "bands", basis.least(), points)?;
        let best = best(&bands);
        if best != maximum {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound { basis, bands }))
    }
}

struct Bound {
    basis: Basis,
    bands: Vec<Band>,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        self.basis.inputs()
    }

    fn plan_kind(&self) -> PlanKind {
        if self.basis == Basis::Actual { PlanKind::Nothing } else { PlanKind::Whole }
    }

    fn fewer_is_better(&self) -> bool {
        falling(&self.bands)
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let value = self.basis.value(evidence)?;
        let band = find(&self.bands, value).ok_or_else(|| outside(value))?.clone();
        let (basis, compared) = (self.basis, self.basis.say(evidence, value));
        Ok(Worked::new(band.points, move |lang| {
            let (compared, range, points) =
                (compared(lang), band.range(|end| basis.shown(lang, end)), lang.number(band.points));
            lang.pick(
                format!("{compared}, thuộc bậc {range}: {points} điểm"),
                format!("{compared}, in the band {range}: {points} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        numbers(&self.bands, |band| Some(("points", band.points)))
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let points = |band: &Band| cells.number(&band.name("points"));
        Some(self.basis.formula(cells, |value| formula(&self.bands, value, cells, points)))
    }
}

/// A value that no band holds.
pub fn outside(value: Decimal) -> Refusal {
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| lang.number(value));
    impossible(
        &format!("giá trị {vi} nằm ngoài mọi bậc điểm của giao ước"),
        &format!("the value {en} is outside all bands of the compact"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, marks};
    use crate::model::ParamFault;

    const INSURANCE: &str = "on = 'ratio'\nbands = [{from = 1, points = 35}, {from = 0.99, below = 1, points = 28}, \
                             {from = 0.97, below = 0.99, points = 18}, {below = 0.97, points = 8}]";

    #[test]
    fn a_ratio_and_its_band_are_said_in_the_same_unit() {
        let said = because("bands", "35", INSURANCE, &[("plan", "93.35"), ("actual", "92.50")]);
        assert_eq!(said.0, "thực hiện 92,5/kế hoạch 93,35, đạt 99,09%, thuộc bậc 99% ≤ x < 100%: 28 điểm");
        let nearly = because("bands", "35", INSURANCE, &[("plan", "1000000"), ("actual", "999999")]);
        assert_eq!(nearly.1, "actual 999,999 of plan 1,000,000, 99.9999%, in the band 99% ≤ x < 100%: 28 points");
    }

    #[test]
    fn a_share_of_the_maximum_is_exact_and_stands_alone() {
        let thirds = "on = 'actual'\nbands = [{from = 1, share = 1}, {below = 1, share = '1/3'}]";
        marks("bands", "30", thirds, &[("actual", "0")], "10");
        for wrong in ["{share = 1e28}", "{points = 10, share = 1}", "{from = 0, points = 10}, {below = 0, points = -1}"]
        {
            let faults = bind("bands", "10", &format!("on = 'actual'\nbands = [{wrong}]")).err().unwrap();
            assert!(matches!(faults[..], [ParamFault::Bad { key: "bands", .. }]), "{wrong}: {faults:?}");
        }
    }

    #[test]
    fn falling_points_mean_that_fewer_is_better() {
        let overdue = "on = 'actual'\nbands = [{to = 5, points = 10}, {above = 5, points = 0}]";
        assert!(bind("bands", "10", overdue).unwrap().fewer_is_better());
        assert!(!bind("bands", "35", INSURANCE).unwrap().fewer_is_better());
    }
}
