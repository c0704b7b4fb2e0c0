//! One part of a compound: its table as written in; the part bound to a rule of its own out.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diag::Text;
use crate::model::{Args, Catalogue, Cells, Kernel, Param, ParamFault, Refusal, Rule, divide, fraction, share};

/// What the parts must be.
const PARTS: Text = Text {
    vi: "mỗi phần có `id` (chữ thường, số, gạch nối, không trùng), `name`, `rule` là quy tắc tính được, `params` đúng với quy tắc đó; `weight` chỉ ghi khi `combine` là `weights`",
    en: "each part has an `id` (small letters, digits, hyphens, unique), a `name`, a `rule` that computes, its `params`; a `weight` with `weights` only",
};

/// What the points of a part must be.
const REACH: Text = Text {
    vi: "mức cao nhất của mỗi phần bằng điểm tối đa của phần đó (M × `weight`, hoặc M)",
    en: "the best of each part is that part's own maximum (M × `weight`, or M)",
};

/// What the weights must be.
pub const WEIGHTS: Text = Text { vi: "các `weight` có tổng bằng 1", en: "`weight`s that sum to 1" };

/// A part of a compound.
pub struct Part {
    /// The suffix of its rows.
    pub id: String,
    /// What it is called, in Vietnamese and English.
    pub name: (String, String),
    /// Its share of the maximum; none where the parts are not weighted.
    pub weight: Option<Decimal>,
    /// Its rule, bound.
    pub kernel: Box<dyn Kernel>,
}

impl Part {
    /// Its refusal as the whole says it.
    pub fn named(&self, refusal: Refusal) -> Refusal {
        match refusal {
            Refusal::Missing(key) => Refusal::Missing(format!("{}:{key}", self.id)),
            Refusal::Impossible(vi, en) => {
                Refusal::Impossible(format!("{}: {vi}", self.name.0), format!("{}: {en}", self.name.1))
            }
        }
    }

    /// The cells of the whole as its own rule asks for them.
    pub fn cells<'a>(&'a self, whole: &'a dyn Cells) -> impl Cells + 'a {
        PartCells { part: self, whole }
    }

    /// The condition of a formula under which it is left out: one of its cells says that it is not there.
    pub fn left_out(&self, whole: &dyn Cells) -> String {
        let cells = self.cells(whole);
        let inputs = self.kernel.inputs().into_iter().filter(|input| !input.optional);
        let absent: Vec<String> = inputs.map(|input| cells.absent(&input.key())).collect();
        if absent.len() == 1 { absent.concat() } else { format!("OR({})", absent.join(",")) }
    }
}

/// A compound's cells under the keys and names of one of its parts.
struct PartCells<'a> {
    part: &'a Part,
    whole: &'a dyn Cells,
}

impl Cells for PartCells<'_> {
    fn input(&self, key: &str) -> String {
        self.whole.input(&format!("{}:{key}", self.part.id))
    }

    fn column(&self, key: &str) -> String {
        self.whole.column(&format!("{}:{key}", self.part.id))
    }

    fn maximum(&self) -> String {
        match self.part.weight {
            Some(_) => format!("({}*{})", self.whole.maximum(), self.number("weight")),
            None => self.whole.maximum(),
        }
    }

    fn number(&self, name: &str) -> String {
        self.whole.number(&format!("{}.{name}", self.part.id))
    }

    fn absent(&self, key: &str) -> String {
        self.whole.absent(&format!("{}:{key}", self.part.id))
    }
}

/// A fault of the parts as a whole.
pub fn fault(expected: Text) -> Vec<ParamFault> {
    vec![ParamFault::Bad { key: "parts", expected }]
}

/// Reads all parts.
///
/// # Errors
/// A part that is malformed, named twice, or that its own rule refuses.
pub fn parts(
    args: &Args,
    weighted: bool,
    maximum: Decimal,
    catalogue: &Catalogue,
) -> Result<Vec<Part>, Vec<ParamFault>> {
    let mut parts: Vec<Part> = Vec::new();
    for table in args.tables("parts") {
        let part = part(&table, weighted, maximum, catalogue)?;
        if parts.iter().any(|earlier| earlier.id == part.id) {
            return Err(fault(PARTS));
        }
        parts.push(part);
    }
    Ok(parts)
}

fn part(table: &Args, weighted: bool, maximum: Decimal, catalogue: &Catalogue) -> Result<Part, Vec<ParamFault>> {
    let bad = || fault(PARTS);
    let word = |key: &str| table.word(key).map(str::to_owned).filter(|word| !word.is_empty());
    let (id, name) = (word("id").ok_or_else(bad)?, word("name").ok_or_else(bad)?);
    let name_en = if table.values.contains_key("name_en") { word("name_en").ok_or_else(bad)? } else { name.clone() };
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.chars().all(plain) || weighted != table.values.contains_key("weight") {
        return Err(bad());
    }
    let named = table.word("rule").and_then(|rule| catalogue.rule(rule));
    let rule = named.filter(|rule| rule.name() != "compound").ok_or_else(bad)?;
    let (weight, own) = if weighted {
        let (weight, own) = weigh(table, maximum).ok_or_else(|| fault(WEIGHTS))?;
        (Some(weight), own)
    } else {
        (None, maximum)
    };
    let kernel = rule.bind(&inner(table, rule).ok_or_else(bad)?, own, catalogue).map_err(lifted)?;
    if !kernel.computes() || kernel.lowest() < Decimal::ZERO {
        return Err(bad());
    }
    Ok(Part { id, name: (name, name_en), weight, kernel })
}

/// The part's weight and its own maximum, multiplied before it is divided so that a third of 30 is 10.
fn weigh(table: &Args, maximum: Decimal) -> Option<(Decimal, Decimal)> {
    let (top, bottom) = match table.values.get("weight")? {
        toml::Value::String(text) => fraction(text)?,
        _ => (table.number("weight")?, Decimal::ONE),
    };
    let weight = divide(top, bottom)?;
    (weight > Decimal::ZERO && weight <= Decimal::ONE).then_some((weight, share(maximum, top, bottom)?))
}

/// The part's own parameters; none when they are not a table, or one is unknown, left out or not of its kind.
fn inner(table: &Args, rule: &dyn Rule) -> Option<Args> {
    let values: BTreeMap<_, _> = match table.values.get("params") {
        Some(params) => params.as_table()?.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        None => BTreeMap::new(),
    };
    let known = |key: &String| rule.params().iter().any(|param| param.key == key);
    let fits = |param: &Param| values.get(param.key).map_or(!param.required, |value| param.kind.admits(value));
    (values.keys().all(known) && rule.params().iter().all(fits)).then_some(Args { values })
}

/// A part's faults under the key that is written in the compound, so that the caret finds it.
fn lifted(faults: Vec<ParamFault>) -> Vec<ParamFault> {
    let key = "parts";
    let lift = |fault| match fault {
        ParamFault::Bad { expected, .. } => ParamFault::Bad { key, expected },
        ParamFault::Gap { below, above, .. } => ParamFault::Gap { key, below, above },
        ParamFault::Overlap { below, above, .. } => ParamFault::Overlap { key, below, above },
        ParamFault::Unreachable { band, .. } => ParamFault::Unreachable { key, band },
        ParamFault::OutOfReach { .. } => ParamFault::Bad { key, expected: REACH },
    };
    faults.into_iter().map(lift).collect()
}
