//! `bands`: a table on a ratio, an actual, an excess or a difference gives points.
//!
//! Source: scoring tables of offices (domain 2.2, row 5): ">95 % → 1.5; 75-95 % → 1; 50-<75 % → 0.5; <50 % → 0".

use rust_decimal::Decimal;

use super::band_table::{Band, bands, best, find};
use super::basis::{Basis, WORDS, impossible};
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, Refusal, Rule, Worked,
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
            source: "domain 2.2, row 5: office scoring tables of 2022",
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
        let points = |band: &Args| band.number("points").or_else(|| Some(band.number("share")? * maximum));
        let bands = bands(args, "bands", points)?;
        let best = best(&bands);
        let negative = bands.iter().any(|band| band.points < Decimal::ZERO);
        if best != maximum || negative {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound { basis: Basis::of(args).unwrap_or(Basis::Actual), bands }))
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

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let value = self.basis.value(evidence)?;
        let band = find(&self.bands, value).ok_or_else(|| outside(value))?.clone();
        let compared = self.basis.say(evidence, value);
        Ok(Worked::new(band.points, move |lang| {
            let (compared, range, points) = (compared(lang), band.range(lang), lang.number(band.points));
            lang.pick(
                format!("{compared}, thuộc bậc {range}: {points} điểm"),
                format!("{compared}, in the band {range}: {points} points"),
            )
        }))
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
