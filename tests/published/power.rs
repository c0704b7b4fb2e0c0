//! A rule that only these tests know, in a file of its own: the power law of athletics' combined events.
//!
//! mark = ⌊a · d^c⌋, d = A − b, or b − A for what is run; 0 where d is below 0. Source: World Athletics, Scoring Tables for Combined Events.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use thidua::diag::Text;
use thidua::model::{
    Args, Catalogue, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal, Rule,
    Worked,
};

/// The rule.
pub struct Power;

impl Rule for Power {
    fn name(&self) -> &'static str {
        "power"
    }

    fn entry(&self) -> Entry {
        let text = Text { vi: "x", en: "x" };
        Entry { summary: text, formula: "⌊a · |A − b|^c⌋", example: text, source: "World Athletics" }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required("a", ParamKind::Share, "a", "a"),
            Param::required("b", ParamKind::Share, "b", "b"),
            Param::required("c", ParamKind::Share, "c", "c"),
            Param::required("run", ParamKind::Choice(&["yes", "no"]), "run", "run"),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, _: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let number = |key| args.number(key).unwrap();
        Ok(Box::new(Bound { a: number("a"), b: number("b"), c: number("c"), run: args.word("run") == Some("yes") }))
    }
}

struct Bound {
    a: Decimal,
    b: Decimal,
    c: Decimal,
    run: bool,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Number)]
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let actual = evidence.number("actual")?;
        let distance = if self.run { self.b - actual } else { actual - self.b };
        let distance = distance.max(Decimal::ZERO);
        let power = libm::pow(distance.to_f64().unwrap(), self.c.to_f64().unwrap());
        let points = Decimal::from_f64(self.a.to_f64().unwrap() * power).unwrap().floor();
        Ok(Worked::new(points, move |_| format!("{points}")))
    }
}
