//! A table of bands as written in; bands without gap or overlap, and the one a value falls in, out.
//!
//! `from` and `to` belong to the band, `above` and `below` do not.

use rust_decimal::Decimal;

use super::basis::unless;
use crate::diag::{Lang, Text};
use crate::model::{Args, Cells, ParamFault};

/// The keys that bound a band.
const BOUNDS: Text = Text {
    vi: "mỗi bậc có nhiều nhất một trong `from`, `above` và một trong `to`, `below`, là số; cận dưới không lớn hơn cận trên; và một mức điểm",
    en: "each band has at most one of `from`, `above` and one of `to`, `below`, as numbers, the lower not above the upper, and its points",
};

/// One end of a band.
type End = Option<(Decimal, bool)>;

/// A band and what it gives.
#[derive(Clone, Debug)]
pub struct Band {
    /// Its place among the bands as written, from 1.
    place: usize,
    /// Lower end and whether it belongs to the band.
    lower: End,
    /// Upper end and whether it belongs to the band.
    upper: End,
    /// What it gives.
    pub points: Decimal,
}

impl Band {
    fn holds(&self, value: Decimal) -> bool {
        let over = self.lower.is_none_or(|(end, inside)| value > end || inside && value == end);
        let under = self.upper.is_none_or(|(end, inside)| value < end || inside && value == end);
        over && under
    }

    /// The name of one of its numbers: `bands.2.points`.
    pub fn name(&self, key: &str) -> String {
        format!("bands.{}.{key}", self.place)
    }

    /// The name of its lower end.
    fn lower_name(&self, inside: bool) -> String {
        self.name(if inside { "from" } else { "above" })
    }

    /// The name of its upper end.
    fn upper_name(&self, inside: bool) -> String {
        self.name(if inside { "to" } else { "below" })
    }

    /// `90 ≤ x < 95` in signs that both languages share, each end as `shown`.
    pub fn range(&self, shown: impl Fn(Decimal) -> String) -> String {
        let sign = |inside: bool| if inside { "≤" } else { "<" };
        let lower = self.lower.map(|(end, inside)| format!("{} {} ", shown(end), sign(inside)));
        let upper = self.upper.map(|(end, inside)| format!(" {} {}", sign(inside), shown(end)));
        format!("{}x{}", lower.unwrap_or_default(), upper.unwrap_or_default())
    }
}

/// Reads the bands under a key, in rising order, for values from `least` on.
///
/// # Errors
/// Bands that are malformed, leave a gap, overlap or cannot be reached.
pub fn bands(
    args: &Args,
    key: &'static str,
    least: Option<Decimal>,
    points: impl Fn(&Args) -> Option<Decimal>,
) -> Result<Vec<Band>, Vec<ParamFault>> {
    let mut bands = Vec::new();
    for (index, table) in args.tables(key).iter().enumerate() {
        let Some(band) = band(index + 1, table, &points) else {
            return Err(vec![ParamFault::Bad { key, expected: BOUNDS }]);
        };
        bands.push(band);
    }
    bands.sort_by_key(|band| band.lower.map(|(end, inside)| (end, !inside)));
    let mut faults: Vec<_> = bands.windows(2).filter_map(|pair| meet(&pair[0], &pair[1], key)).collect();
    if let Some(least) = least {
        faults.extend(ends(&bands, least, key));
    }
    if faults.is_empty() { Ok(bands) } else { Err(faults) }
}

fn band(place: usize, table: &Args, points: &impl Fn(&Args) -> Option<Decimal>) -> Option<Band> {
    let end =
        |inside: &str, outside: &str| match (table.values.contains_key(inside), table.values.contains_key(outside)) {
            (true, true) => None,
            (true, false) => Some(Some((table.threshold(inside)?, true))),
            (false, true) => Some(Some((table.threshold(outside)?, false))),
            (false, false) => Some(None),
        };
    let (lower, upper): (End, End) = (end("from", "above")?, end("to", "below")?);
    if let (Some((low, low_in)), Some((high, high_in))) = (lower, upper)
        && (low > high || low == high && !(low_in && high_in))
    {
        return None;
    }
    Some(Band { place, lower, upper, points: points(table)? })
}

/// Whether two neighbours leave a gap or overlap.
fn meet(lower: &Band, higher: &Band, key: &'static str) -> Option<ParamFault> {
    let [below, above] = [lower, higher].map(|band| band.range(|end| Lang::En.number(end)));
    let (Some((end, end_in)), Some((start, start_in))) = (lower.upper, higher.lower) else {
        return Some(ParamFault::Overlap { key, below, above });
    };
    if end < start || end == start && !end_in && !start_in {
        Some(ParamFault::Gap { key, below, above })
    } else if end > start || end_in && start_in {
        Some(ParamFault::Overlap { key, below, above })
    } else {
        None
    }
}

/// Bands under the least value, and values from it on that no band holds.
fn ends(bands: &[Band], least: Decimal, key: &'static str) -> Vec<ParamFault> {
    let range = |band: &Band| band.range(|end| Lang::En.number(end));
    let under = |band: &&Band| band.upper.is_some_and(|(end, inside)| end < least || end == least && !inside);
    let mut faults: Vec<_> =
        bands.iter().filter(under).map(|band| ParamFault::Unreachable { key, band: range(band) }).collect();
    if let Some(first) = bands.first().filter(|band| !band.holds(least) && !under(band)) {
        faults.push(ParamFault::Gap { key, below: Lang::En.number(least), above: range(first) });
    }
    if let Some(last) = bands.last().filter(|band| band.upper.is_some()) {
        faults.push(ParamFault::Gap { key, below: range(last), above: "∞".to_owned() });
    }
    faults
}

/// The band a value falls in.
pub fn find(bands: &[Band], value: Decimal) -> Option<&Band> {
    bands.iter().find(|band| band.holds(value))
}

/// The numbers that [`formula`] reads: each lower end, the highest upper end, and what each band gives.
pub fn numbers(bands: &[Band], gives: impl Fn(&Band) -> Option<(&'static str, Decimal)>) -> Vec<(String, Decimal)> {
    let mut order: Vec<(usize, &Band)> = bands.iter().enumerate().collect();
    order.sort_by_key(|(_, band)| band.place);
    let of = |(index, band): (usize, &Band)| {
        let lower = band.lower.map(|(end, inside)| (band.lower_name(inside), end));
        let highest = band.upper.filter(|_| index + 1 == bands.len());
        let upper = highest.map(|(end, inside)| (band.upper_name(inside), end));
        [lower, upper, gives(band).map(|(key, number)| (band.name(key), number))]
    };
    order.into_iter().flat_map(of).flatten().collect()
}

/// Nested IF from the highest band down; `NA()` outside all bands. Excel nests 64 IF and takes 8,192 characters:
/// some 60 bands, or, in a compound, that many in all parts together.
pub fn formula(bands: &[Band], value: &str, cells: &dyn Cells, gives: impl Fn(&Band) -> String) -> String {
    let chain = bands.iter().fold("NA()".to_owned(), |under, band| match band.lower {
        None => gives(band),
        Some((_, inside)) => {
            let (sign, end) = (if inside { ">=" } else { ">" }, cells.number(&band.lower_name(inside)));
            format!("IF({value}{sign}{end},{},{under})", gives(band))
        }
    });
    match bands.last().and_then(|band| Some((band, band.upper?))) {
        Some((band, (_, inside))) => {
            let (sign, end) = (if inside { ">" } else { ">=" }, cells.number(&band.upper_name(inside)));
            unless(&format!("{value}{sign}{end}"), &chain)
        }
        None => chain,
    }
}

/// Whether the lowest band gives more than the highest.
pub fn falling(bands: &[Band]) -> bool {
    bands.first().zip(bands.last()).is_some_and(|(lowest, highest)| lowest.points > highest.points)
}

/// The most that any band gives.
pub fn best(bands: &[Band]) -> Decimal {
    bands.iter().map(|band| band.points).max().unwrap_or_default()
}
