//! `compound`: several parts, each under a rule of its own, brought together.
//!
//! weights: Σ part marks, each out of M · weight; mean: mean of the parts that have a mark; min: the least;
//! all: M when every part reaches M, else 0. For the mean, a part that was not assigned or did not arise is left out.
//! Source: the 2023 plan of Kon Tum, indicators 7 and 13: 56.0/57.2 and 41.5/41 on 6 + 4 → 9.87.

use rust_decimal::Decimal;

use super::basis::{impossible, unless};
use super::part::{Part, WEIGHTS, fault, parts};
use super::peers::alone;
use crate::diag::{Lang, Sentence, Text};
use crate::model::{
    Args, Catalogue, Cells, Datum, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, PlanKind, Refusal,
    Rule, Worked, divide, round,
};

/// The rule.
pub struct Compound;

impl Rule for Compound {
    fn name(&self) -> &'static str {
        "compound"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "chỉ tiêu gồm nhiều phần, mỗi phần một quy tắc",
                en: "several parts, each under a rule of its own",
            },
            formula: "weights: Σ part(M · weight); mean: mean of part(M); min: least part(M); all: M if every part = M, else 0",
            example: Text {
                vi: "M = 10, trọng số 6/4: 56,0/57,2 và 41,5/41 theo tỷ lệ: 5,87 + 4,00 = 9,87",
                en: "M = 10, weights 6/4: 56.0/57.2 and 41.5/41 in proportion: 5.87 + 4.00 = 9.87",
            },
            source: "Công văn 147/UBND-NC of Kon Tum (18/01/2023), indicator 7",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[
            Param::required(
                "combine",
                ParamKind::Choice(&["weights", "mean", "min", "all"]),
                "cách gộp các phần",
                "how the parts are combined",
            ),
            Param::required(
                "parts",
                ParamKind::Tables(&["id", "name", "name_en", "weight", "rule", "params"]),
                "các phần: id, name, weight, rule, params",
                "the parts: id, name, weight, rule, params",
            ),
        ];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, catalogue: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let combine = match args.word("combine") {
            Some("weights") => Combine::Weights,
            Some("mean") => Combine::Mean,
            Some("min") => Combine::Min,
            _ => Combine::All,
        };
        let parts = parts(args, combine == Combine::Weights, maximum, catalogue)?;
        let weights: Decimal = parts.iter().filter_map(|part| part.weight).sum();
        if combine == Combine::Weights && round(weights, 12) != Decimal::ONE {
            return Err(fault(WEIGHTS));
        }
        Ok(Box::new(Bound { combine, maximum, parts }))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Combine {
    Weights,
    Mean,
    Min,
    All,
}

impl Combine {
    /// How the parts come together, each with its reason and mark.
    fn say(self, lang: Lang, parts: &[Said]) -> String {
        let parts = parts.iter().map(|(name, because)| {
            let name = lang.pick(&name.0, &name.1);
            match because {
                Some((because, mark)) => format!("{name}: {} → {}", because(lang), lang.number(round(*mark, 4))),
                None => format!("{name}: {}", lang.pick("không tính", "left out")),
            }
        });
        let how = match self {
            Combine::Weights => lang.pick("cộng các phần", "sum of the parts"),
            Combine::Mean => lang.pick("bình quân các phần", "mean of the parts"),
            Combine::Min => lang.pick("phần thấp nhất", "the least part"),
            Combine::All => lang.pick("mọi phần đều phải đạt", "every part must be reached"),
        };
        format!("{how}: {}", parts.collect::<Vec<_>>().join("; "))
    }
}

/// A part's name with its reason and mark; none where it is left out.
type Said = ((String, String), Option<(Sentence, Decimal)>);

struct Bound {
    combine: Combine,
    maximum: Decimal,
    parts: Vec<Part>,
}

impl Bound {
    /// For the mean, a part with a cell that says it was not assigned or did not arise is left out.
    fn left_out(&self, part: &Part, evidence: &Evidence) -> bool {
        let out = |input: &Input| {
            !input.optional && matches!(evidence.datum(&input.key()), Datum::NotAssigned | Datum::NotArising)
        };
        self.combine == Combine::Mean && part.kernel.inputs().iter().any(out)
    }

    /// One part's marks of the whole bloc; none for who is left out of it.
    fn part_marks(&self, part: &Part, members: &[Evidence]) -> Vec<Result<Option<Worked>, Refusal>> {
        let own: Vec<Option<Evidence>> = members
            .iter()
            .map(|evidence| Some(evidence.part(&part.id)).filter(|own| !self.left_out(part, own)))
            .collect();
        let there: Vec<Evidence> = own.iter().map(|own| own.clone().unwrap_or_default()).collect();
        let marks = part.kernel.mark_bloc(&there).into_iter().zip(own);
        marks.map(|(mark, own)| own.map(|_| mark.map_err(|refusal| part.named(refusal))).transpose()).collect()
    }

    /// One member's mark from those of its parts.
    fn combined(&self, marks: Vec<Result<Option<Worked>, Refusal>>) -> Result<Worked, Refusal> {
        let marks = marks.into_iter().collect::<Result<Vec<_>, _>>()?;
        let points: Vec<Decimal> = marks.iter().flatten().map(|worked| worked.points).collect();
        let none = || impossible("không phần nào có số liệu để tính", "no part has figures to mark");
        let least = points.iter().min().copied().ok_or_else(none)?;
        let sum: Decimal = points.iter().sum();
        let whole = match self.combine {
            Combine::Weights => sum,
            Combine::Mean => divide(sum, points.len().into()).ok_or_else(none)?,
            Combine::Min => least,
            Combine::All if least == self.maximum => self.maximum,
            Combine::All => Decimal::ZERO,
        };
        let names = self.parts.iter().map(|part| part.name.clone());
        let said: Vec<Said> =
            names.zip(marks.into_iter().map(|mark| mark.map(|worked| (worked.because, worked.points)))).collect();
        let combine = self.combine;
        Ok(Worked::new(whole, move |lang| combine.say(lang, &said)))
    }
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        let of = |part: &Part| {
            let inside = part.kernel.inputs().into_iter().map(|input| {
                let row = if input.row.is_empty() { part.id.clone() } else { format!("{}:{}", part.id, input.row) };
                let label = match &input.label {
                    Some((vi, en)) => (format!("{}: {vi}", part.name.0), format!("{}: {en}", part.name.1)),
                    None => part.name.clone(),
                };
                Input { row, label: Some(label), optional: input.optional || self.combine == Combine::Mean, ..input }
            });
            inside.collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of).collect()
    }

    fn plan_kind(&self) -> PlanKind {
        let is = |kind: PlanKind| self.parts.iter().any(|part| part.kernel.plan_kind() == kind);
        let planned = self.parts.iter().any(|part| part.kernel.plan_kind() != PlanKind::Nothing);
        if is(PlanKind::Whole) || planned && self.combine == Combine::All {
            PlanKind::Whole
        } else if planned {
            PlanKind::Gradual
        } else {
            PlanKind::Nothing
        }
    }

    fn parts(&self) -> Vec<(&str, &dyn Kernel)> {
        self.parts.iter().map(|part| (part.id.as_str(), part.kernel.as_ref())).collect()
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        alone(self, evidence)
    }

    fn mark_bloc(&self, members: &[Evidence]) -> Vec<Result<Worked, Refusal>> {
        let mut marks = vec![Vec::new(); members.len()];
        for part in &self.parts {
            for (own, mark) in marks.iter_mut().zip(self.part_marks(part, members)) {
                own.push(mark);
            }
        }
        marks.into_iter().map(|own| self.combined(own)).collect()
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        let of = |part: &Part| {
            let weight = part.weight.map(|weight| ("weight".to_owned(), weight));
            let numbers = weight.into_iter().chain(part.kernel.numbers());
            numbers.map(|(name, number)| (format!("{}.{name}", part.id), number)).collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of).collect()
    }

    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let marks: Vec<String> =
            self.parts.iter().map(|part| part.kernel.formula(&part.cells(cells))).collect::<Option<_>>()?;
        let (least, maximum) = (format!("MIN({})", marks.join(",")), cells.maximum());
        Some(match self.combine {
            Combine::Weights => marks.join("+"),
            Combine::Min => least,
            Combine::All => format!("IF(ROUND({least}-{maximum},12)=0,{maximum},0)"),
            Combine::Mean => {
                let out: Vec<String> = self.parts.iter().map(|part| part.left_out(cells)).collect();
                let sum: Vec<String> =
                    out.iter().zip(&marks).map(|(out, mark)| format!("IF({out},0,{mark})")).collect();
                let count: Vec<String> = out.iter().map(|out| format!("IF({out},0,1)")).collect();
                let mean = format!("({})/({})", sum.join("+"), count.join("+"));
                unless(&format!("AND({})", out.join(",")), &mean)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{because, bind, impossible, marks};
    use crate::model::ParamFault;

    #[test]
    fn trained_labour_of_the_plan_of_2023() {
        let params = "combine = 'weights'\nparts = [{id = 'a', name = 'đào tạo', name_en = 'trained', weight = '3/5', rule = 'proportional'}, \
                      {id = 'b', name = 'nghề', name_en = 'vocational', weight = '2/5', rule = 'proportional'}]";
        let inputs = [("a:plan", "57.2"), ("a:actual", "56.0"), ("b:plan", "41"), ("b:actual", "41.5")];
        let (vi, en) = because("compound", "10", params, &inputs);
        assert!(vi.starts_with("cộng các phần: đào tạo: thực hiện 56/kế hoạch 57,2, đạt 97,9021%"), "{vi}");
        assert!(vi.contains("→ 5,8741; nghề: ") && en.contains("vocational: actual 41.5 of plan 41"), "{vi} {en}");
    }

    #[test]
    fn weights_may_be_thirds_and_must_be_whole_together() {
        let part = |id: &str, weight: &str| {
            format!(
                "{{id = '{id}', name = 'x', weight = {weight}, rule = 'count', params = {{points = 1, limit = 10}}}}"
            )
        };
        let of = |parts: &[String]| format!("combine = 'weights'\nparts = [{}]", parts.join(", "));
        let thirds = of(&["a", "b", "c"].map(|id| part(id, "'1/3'")));
        marks("compound", "30", &thirds, &[("a:actual", "3"), ("b:actual", "10"), ("c:actual", "12")], "23");
        for wrong in [of(&["a", "b"].map(|id| part(id, "'1/3'"))), of(&["a", "b"].map(|id| part(id, "7e28")))] {
            assert!(bind("compound", "30", &wrong).is_err(), "{wrong}");
        }
        let unused = thirds.replace("'weights'", "'mean'");
        assert!(bind("compound", "10", &unused).is_err());
    }

    #[test]
    fn all_and_the_least() {
        let parts =
            "parts = [{id = 'a', name = 'x', rule = 'proportional'}, {id = 'b', name = 'y', rule = 'proportional'}]";
        let inputs = |second| [("a:plan", "10"), ("a:actual", "12"), ("b:plan", "10"), ("b:actual", second)];
        marks("compound", "20", &format!("combine = 'all'\n{parts}"), &inputs("10"), "20");
        marks("compound", "20", &format!("combine = 'all'\n{parts}"), &inputs("9.9"), "0");
        marks("compound", "20", &format!("combine = 'min'\n{parts}"), &inputs("9"), "18");
    }

    #[test]
    fn a_mean_of_nothing_is_refused() {
        let params =
            "combine = 'mean'\nparts = [{id = 'a', name = 'x', rule = 'count', params = {points = 1, limit = 4}}]";
        impossible("compound", "4", params, &[("a:actual", "KP")]);
    }

    #[test]
    fn the_fault_of_a_part_stands_at_the_parts() {
        let of = |params: &str| {
            format!("combine = 'min'\nparts = [{{id = 'a', name = 'x', rule = 'bands', params = {{{params}}}}}]")
        };
        let gap = of("on = 'actual', bands = [{from = 11, points = 0}, {to = 10, points = 4}]");
        assert!(matches!(bind("compound", "4", &gap).err().unwrap()[..], [ParamFault::Gap { key: "parts", .. }]));
        let short = of("on = 'actual', bands = [{points = 3}]");
        assert!(matches!(bind("compound", "4", &short).err().unwrap()[..], [ParamFault::Bad { key: "parts", .. }]));
        for wrong in
            ["on = 'actual', bands = [{points = 4}], extra = 1", "on = 'actual'", "on = 1, bands = [{points = 4}]"]
        {
            assert!(bind("compound", "4", &of(wrong)).is_err(), "{wrong}");
        }
    }
}
