//! `checklist`: the share of the items that are met.
//!
//! mark = M · A/items. Source: compact table A, III.3: "mỗi tiêu chí giảm so với cùng kỳ: 10 điểm" of three.

use rust_decimal::Decimal;

use super::basis::impossible;
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal, Rule,
    Worked, share,
};

/// The rule.
pub struct Checklist;

impl Rule for Checklist {
    fn name(&self) -> &'static str {
        "checklist"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "tỷ lệ số nội dung đạt trên tổng số nội dung",
                en: "the share of the items that are met",
            },
            formula: "M · A / items",
            example: Text { vi: "3 tiêu chí, đạt 2, M = 30: 20", en: "3 items, 2 met, M = 30: 20" },
            source: "design 5: compact table A, III.3",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] =
            &[Param::required("items", ParamKind::Count, "tổng số nội dung", "how many items there are")];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        Ok(Box::new(Bound { maximum, items: args.number("items").unwrap_or(Decimal::ONE) }))
    }
}

struct Bound {
    maximum: Decimal,
    items: Decimal,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Count)]
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let met = evidence.number("actual")?;
        let (items, maximum) = (self.items, self.maximum);
        if met > items {
            return Err(impossible(
                &format!("đạt {met} nội dung, nhiều hơn tổng số {items}"),
                &format!("{met} items met, more than the {items} there are"),
            ));
        }
        let points = share(maximum, met, items)
            .ok_or_else(|| impossible("số liệu quá lớn để tính điểm", "the figures are too large to mark"))?;
        Ok(Worked::new(points, move |lang| {
            let [met, items, maximum] = [met, items, maximum].map(|number| lang.number(number));
            lang.pick(
                format!("đạt {met}/{items} nội dung, trên {maximum} điểm"),
                format!("{met} of {items} items met, out of {maximum} points"),
            )
        }))
    }
}
