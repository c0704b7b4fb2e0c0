//! What a number was before and after each cause in; the parts of its difference, which add up to it exactly, out.

use crate::model::Points;

/// By what something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The program: the earlier run is scored otherwise than it was.
    Program,
    /// What members and agencies handed in.
    Data,
    /// Marks of later stages, opinions, classes, ballots.
    Stages,
    /// scoring.toml.
    Compact,
}

impl Cause {
    /// All, in the order in which they are put in the place of the earlier.
    pub const ALL: [Self; 4] = [Self::Program, Self::Data, Self::Stages, Self::Compact];
}

/// How many states there are: one before all causes, and one after each.
pub const STATES: usize = Cause::ALL.len() + 1;

/// A part of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// By what; several where they cannot be told apart, because there is no number between them.
    pub causes: Vec<Cause>,
    /// Before.
    pub from: Option<Points>,
    /// After.
    pub to: Option<Points>,
}

impl Part {
    /// The difference, where there is a number on both sides.
    pub fn points(&self) -> Option<Points> {
        Some(self.to? - self.from?)
    }
}

/// The parts that are not nothing.
pub fn split(values: &[Option<Points>; STATES]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start + 1 < STATES {
        let mut end = start + 1;
        if values[start].is_some() && values[end].is_none() {
            end = (end..STATES).find(|later| values[*later].is_some()).unwrap_or(end);
        }
        if values[start] != values[end] {
            parts.push(Part { causes: Cause::ALL[start..end].to_vec(), from: values[start], to: values[end] });
        }
        start = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Cause, Part, split};
    use crate::model::Points;

    fn values(written: [i64; 5]) -> [Option<Points>; 5] {
        written.map(|value| (value >= 0).then(|| Points::from_units(value)))
    }

    fn shown(written: [i64; 5]) -> Vec<(Vec<Cause>, Option<i64>)> {
        let parts = split(&values(written));
        parts.into_iter().map(|part| (part.causes.clone(), part.points().map(Points::units))).collect()
    }

    #[test]
    fn parts_add_up_and_what_has_no_number_between_is_not_told_apart() {
        use Cause::{Compact, Data, Program, Stages};
        assert_eq!(shown([90, 90, 94, 94, 91]), [(vec![Data], Some(4)), (vec![Compact], Some(-3))]);
        assert_eq!(shown([90, 90, -1, 94, 94]), [(vec![Data, Stages], Some(4))]);
        assert_eq!(shown([90, -1, -1, -1, 97]), [(vec![Program, Data, Stages, Compact], Some(7))]);
        assert_eq!(shown([90, 90, 90, 90, 90]), []);
    }

    #[test]
    fn what_came_or_went_has_no_difference() {
        let came = Part { causes: vec![Cause::Data], from: None, to: Some(Points::from_units(5)) };
        assert_eq!(split(&values([-1, -1, 5, 5, 5])), std::slice::from_ref(&came));
        let more = Part { causes: vec![Cause::Compact], from: came.to, to: Some(Points::from_units(6)) };
        assert_eq!(split(&values([-1, -1, 5, 5, 6])), [came, more]);
        assert_eq!(shown([5, 5, 5, -1, -1]), [(vec![Cause::Stages], None)]);
    }
}
