//! `checklist`: the share of the items that are met.
//!
//! mark = M · A/items. Source: compact table A, III.3: "mỗi tiêu chí giảm so với cùng kỳ: 10 điểm" of three.

use rust_decimal::Decimal;

use super::basis::{impossible, not_negative, too_large, unless};
use crate::diag::{Lang, Text};
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked, share,
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
            source: "compacts in use: share of the tasks of a list that were done",
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
        not_negative(met)?;
        if met > items {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| (lang.number(met), lang.number(items)));
            return Err(impossible(
                &format!("đạt {} nội dung, nhiều hơn tổng số {}", vi.0, vi.1),
                &format!("{} items met, more than the {} there are", en.0, en.1),
            ));
        }
        let points = share(maximum, met, items).ok_or_else(too_large)?;
        Ok(Worked::new(points, move |lang| {
            let [met, items, maximum] = [met, items, maximum].map(|number| lang.number(number));
            lang.pick(
                format!("đạt {met}/{items} nội dung, trên {maximum} điểm"),
                format!("{met} of {items} items met, out of {maximum} points"),
            )
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        vec![("items".to_owned(), self.items)]
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let (met, items) = (cells.input("actual"), cells.number("items"));
        Some(unless(&format!("OR({met}<0,{met}>{items})"), &format!("{}*{met}/{items}", cells.maximum())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{impossible, marks};

    #[test]
    fn more_than_there_are_is_refused() {
        marks("checklist", "20", "items = 3", &[("actual", "1")], "6.67");
        let (vi, en) = impossible("checklist", "30", "items = 3", &[("actual", "4.0")]);
        assert_eq!(
            (vi.as_str(), en.as_str()),
            ("đạt 4 nội dung, nhiều hơn tổng số 3", "4 items met, more than the 3 there are")
        );
        impossible("checklist", "30", "items = 3", &[("actual", "-1")]);
    }
}
