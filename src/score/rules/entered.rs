//! `entered`: a mark that a person gave, from 0 to the maximum; the first stage present counts.
//!
//! Source: qualitative criteria: "tuyên truyền điển hình: M = 10, tự chấm 10, thẩm định 8.5".

use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{Args, Catalogue, Entry, Evidence, Input, Kernel, Param, ParamFault, Refusal, Rule, Worked};

/// The rule.
pub struct Entered;

impl Rule for Entered {
    fn name(&self) -> &'static str {
        "entered"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "điểm do người chấm, từ 0 đến điểm tối đa",
                en: "a mark given by a person, from 0 to the maximum",
            },
            formula: "the mark of the first stage present",
            example: Text {
                vi: "M = 10, tự chấm 10, thẩm định 8,5: được 8,5",
                en: "M = 10, self 10, appraised 8.5: 8.5 counts",
            },
            source: "practice of police clusters (Quảng Trị): 607 of 1,000 points are given by people",
        }
    }

    fn params(&self) -> &'static [Param] {
        &[]
    }

    fn bind(&self, _: &Args, _: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound))
    }
}

struct Bound;

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        Vec::new()
    }

    fn computes(&self) -> bool {
        false
    }

    fn mark(&self, _: &Evidence) -> Result<Worked, Refusal> {
        Err(Refusal::Missing("mark".to_owned()))
    }
}
