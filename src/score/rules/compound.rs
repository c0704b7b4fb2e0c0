//! `compound`: several parts, each under a rule of its own, brought together.
//!
//! weights: Σ part marks, each out of M · weight; mean: mean of the parts that have a mark; min: the least;
//! all: M when every part reaches M, else 0. For the mean, a part that was not assigned or did not arise is left out.
//! Source: the 2023 plan of Kon Tum, indicators 7 and 13 (domain 2.2, row 17): 56.0/57.2 and 41.5/41 on 6 + 4 → 9.87.

use rust_decimal::Decimal;

use super::basis::impossible;
use crate::diag::{Sentence, Text};
use crate::model::{
    Args, Catalogue, Datum, Entry, Evidence, Input, Kernel, Param, ParamFault, ParamKind, Refusal, Rule, Worked, divide,
};

/// The rule.
pub struct Compound;

const PARTS: Text = Text {
    vi: "mỗi phần có `id` (chữ thường, số, gạch nối), `name`, `rule` là quy tắc tính được, `params` đúng với quy tắc đó; với `weights` có thêm `weight`, tổng bằng 1",
    en: "each part has an `id` (small letters, digits, hyphens), a `name`, a `rule` that computes, its `params`; with `weights` also a `weight`, and they sum to 1",
};

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
            source: "domain 2.2, row 17: Công văn 147/UBND-NC (18/01/2023)",
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
        let bad = || vec![ParamFault::Bad { key: "parts", expected: PARTS }];
        let mut parts: Vec<Part> = Vec::new();
        let mut weights = Decimal::ZERO;
        for table in args.tables("parts") {
            let part = part(&table, combine, maximum, catalogue).ok_or_else(bad)??;
            weights += table.number("weight").unwrap_or_default();
            if parts.iter().any(|earlier| earlier.id == part.id) {
                return Err(bad());
            }
            parts.push(part);
        }
        if combine == Combine::Weights && weights != Decimal::ONE {
            return Err(bad());
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

/// A part's name with its reason and mark; none where it is left out.
type Said = ((String, String), Option<(Sentence, Decimal)>);

struct Part {
    id: String,
    name: (String, String),
    kernel: Box<dyn Kernel>,
}

/// A part bound to its own rule; none when the table does not describe one.
fn part(
    table: &Args,
    combine: Combine,
    maximum: Decimal,
    catalogue: &Catalogue,
) -> Option<Result<Part, Vec<ParamFault>>> {
    let (id, name) = (table.word("id")?.to_owned(), table.word("name")?.to_owned());
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let rule = catalogue.rule(table.word("rule")?).filter(|rule| rule.name() != "compound")?;
    if id.is_empty() || !id.chars().all(plain) {
        return None;
    }
    let values = match table.values.get("params") {
        Some(params) => params.as_table()?.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        None => std::collections::BTreeMap::new(),
    };
    let args = Args { values };
    let known = |key: &String| rule.params().iter().any(|param| param.key == key);
    let given = |param: &&Param| args.values.contains_key(param.key);
    if !args.values.keys().all(known) || !rule.params().iter().filter(|param| param.required).all(|param| given(&param))
    {
        return None;
    }
    let own = if combine == Combine::Weights {
        maximum.checked_mul(table.number("weight").filter(|weight| *weight > Decimal::ZERO)?)?
    } else {
        maximum
    };
    let name_en = table.word("name_en").map_or_else(|| name.clone(), str::to_owned);
    Some(rule.bind(&args, own, catalogue).and_then(|kernel| {
        if kernel.computes() && !kernel.lowest().is_sign_negative() {
            Ok(Part { id, name: (name, name_en), kernel })
        } else {
            Err(vec![ParamFault::Bad { key: "parts", expected: PARTS }])
        }
    }))
}

struct Bound {
    combine: Combine,
    maximum: Decimal,
    parts: Vec<Part>,
}

impl Bound {
    /// For the mean, a part with a cell that says it was not assigned or did not arise is left out.
    fn left_out(&self, part: &Part, evidence: &Evidence) -> bool {
        let out = |input: &Input| matches!(evidence.datum(&input.key()), Datum::NotAssigned | Datum::NotArising);
        self.combine == Combine::Mean && part.kernel.inputs().iter().any(out)
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
                Input { row, label: Some(label), optional: self.combine == Combine::Mean, ..input }
            });
            inside.collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of).collect()
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let mut marks: Vec<Decimal> = Vec::new();
        let mut said: Vec<Said> = Vec::new();
        for part in &self.parts {
            let own = evidence.part(&part.id);
            if self.left_out(part, &own) {
                said.push((part.name.clone(), None));
                continue;
            }
            let worked = part.kernel.mark(&own).map_err(|refusal| match refusal {
                Refusal::Missing(key) => Refusal::Missing(format!("{}:{key}", part.id)),
                Refusal::Impossible(vi, en) => {
                    Refusal::Impossible(format!("{}: {vi}", part.name.0), format!("{}: {en}", part.name.1))
                }
            })?;
            marks.push(worked.points);
            said.push((part.name.clone(), Some((worked.because, worked.points))));
        }
        let none = || impossible("không phần nào có số liệu để tính", "no part has figures to mark");
        let least = marks.iter().min().copied().ok_or_else(none)?;
        let sum: Decimal = marks.iter().sum();
        let points = match self.combine {
            Combine::Weights => sum,
            Combine::Mean => divide(sum, Decimal::from(marks.len())).ok_or_else(none)?,
            Combine::Min => least,
            Combine::All if least == self.maximum => self.maximum,
            Combine::All => Decimal::ZERO,
        };
        let combine = self.combine;
        Ok(Worked::new(points, move |lang| {
            let parts = said.iter().map(|(name, because)| {
                let name = lang.pick(&name.0, &name.1);
                match because {
                    Some((because, mark)) => {
                        format!("{name}: {} → {}", because(lang), lang.number(crate::model::round(*mark, 4)))
                    }
                    None => format!("{name}: {}", lang.pick("không tính", "left out")),
                }
            });
            let how = match combine {
                Combine::Weights => lang.pick("cộng các phần", "sum of the parts"),
                Combine::Mean => lang.pick("bình quân các phần", "mean of the parts"),
                Combine::Min => lang.pick("phần thấp nhất", "the least part"),
                Combine::All => lang.pick("mọi phần đều phải đạt", "every part must be reached"),
            };
            format!("{how}: {}", parts.collect::<Vec<_>>().join("; "))
        }))
    }
}
