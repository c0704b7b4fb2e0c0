//! `deduction-bands`: the maximum less the deduction of the band; a band may mean no points at all.
//!
//! Source: Decision 3962/QĐ-BTP of 2011, table 1: backlog of 1-10 % → −10, 11-20 % → −20;
//! 10.5 % would fall in a hole, so gaps are refused.

use rust_decimal::Decimal;

use super::band_table::{Band, bands, best, falling, find, formula, numbers};
use super::bands::outside;
use super::basis::{Basis, WORDS};
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, PlanKind, Refusal, Rule,
    Worked,
};

/// The rule.
pub struct DeductionBands;

const KEYS: &[&str] = &["from", "above", "to", "below", "deduct"];

impl Rule for DeductionBands {
    fn name(&self) -> &'static str {
        "deduction-bands"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm tối đa trừ mức trừ của bậc", en: "the maximum less the deduction of the band"
            },
            formula: "M − deduction of the band; \"all\" leaves 0",
            example: Text {
                vi: "M = 70; quá hạn 0%: không trừ; trên 0 đến 5%: trừ 10; thực hiện 3% được 60",
                en: "M = 70; none overdue: nothing off; above 0 to 5 %: 10 off; 3 % gives 60",
            },
            source: "QĐ 3962/QĐ-BTP (2011), table 1",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::optional(
                "on",
                ParamKind::Choice(WORDS),
                "bậc tính trên (mặc định actual)",
                "what the bands are on (default actual)",
            ),
            Param::required(
                "bands",
                ParamKind::Tables(KEYS),
                "các bậc: from, above, to, below, deduct (số điểm trừ, hoặc \"all\")",
                "the bands: from, above, to, below, deduct (points, or \"all\")",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let left = |band: &Args| match band.word("deduct") {
            Some("all") => Some(Decimal::ZERO),
            _ => band.number("deduct").filter(|off| (Decimal::ZERO..=maximum).contains(off)).map(|off| maximum - off),
        };
        let basis = Basis::of(args).unwrap_or(Basis::Actual);
        let bands = bands(args, "bands", basis.least(), left)?;
        if best(&bands) != maximum {
            return Err(vec![ParamFault::OutOfReach { best: best(&bands) }]);
        }
        Ok(Box::new(Bound { basis, bands, maximum }))
    }
}

struct Bound {
    basis: Basis,
    bands: Vec<Band>,
    maximum: Decimal,
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
        let (basis, compared, maximum) = (self.basis, self.basis.say(evidence, value), self.maximum);
        Ok(Worked::new(band.points, move |lang| {
            let (compared, range) = (compared(lang), band.range(|end| basis.shown(lang, end)));
            let [maximum, off, left] = [maximum, maximum - band.points, band.points].map(|number| lang.number(number));
            lang.pick(
                format!("{compared}, thuộc bậc {range}: {maximum} - {off} = {left} điểm"),
                format!("{compared}, in the band {range}: {maximum} - {off} = {left} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        numbers(&self.bands, |band| (!band.points.is_zero()).then(|| ("deduct", self.maximum - band.points)))
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let left = |band: &Band| {
            if band.points.is_zero() {
                "0".to_owned()
            } else {
                format!("{}-{}", cells.maximum(), cells.number(&band.name("deduct")))
            }
        };
        Some(self.basis.formula(cells, |value| formula(&self.bands, value, cells, left)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bind;
    use crate::model::ParamFault;

    #[test]
    fn the_hole_at_ten_and_a_half_percent_is_refused() {
        let backlog = "bands = [{from = 0, below = 1, deduct = 0}, {from = 1, to = 10, deduct = 10}, \
                       {from = 11, to = 20, deduct = 20}, {above = 20, deduct = 'all'}]";
        let faults = bind("deduction-bands", "110", backlog).err().unwrap();
        let hole = ParamFault::Gap { key: "bands", below: "1 ≤ x ≤ 10".into(), above: "11 ≤ x ≤ 20".into() };
        assert_eq!(faults, [hole]);
    }

    #[test]
    fn more_is_better_where_the_low_band_loses() {
        let short = "on = 'ratio'\nbands = [{from = 1, deduct = 0}, {below = 1, deduct = 5}]";
        assert!(!bind("deduction-bands", "10", short).unwrap().fewer_is_better());
    }
}
