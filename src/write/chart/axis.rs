//! In: the values to be shown. Out: an axis with round numbers, from zero or cut, and where a value stands on it.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::canvas::{Anchor, Canvas};
use super::palette::{GRID, LEFT, RIGHT, SMALL};
use crate::diag::Lang;

/// Height of the numbers on top of an axis.
pub(super) const NUMBERS: i32 = 30;
/// Parts an axis is aimed to have.
const TICKS: f64 = 5.0;

/// An axis from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// The value at its left end.
    pub(super) from: f64,
    step: f64,
    parts: u32,
    /// Its ends in pixels.
    ends: (i32, i32),
}

impl Axis {
    /// From zero to `most` or a little further.
    pub(super) fn from_zero(most: f64) -> Self {
        Self::over(0.0, if most.is_finite() && most > 0.0 { most } else { 1.0 })
    }

    /// Around the values alone; it starts above zero where they do.
    pub(super) fn around(least: f64, most: f64) -> Self {
        let (least, most) = if least.is_finite() && most.is_finite() { (least, most) } else { (0.0, 1.0) };
        let room = (most - least).max(most.abs() * 0.01).max(0.1);
        Self::over(least, least.max(most).max(least + room))
    }

    /// From a value in steps of this size.
    pub(super) fn stepped(from: f64, step: f64, parts: u32) -> Self {
        Self { from, step, parts, ends: (LEFT, RIGHT) }
    }

    fn over(least: f64, most: f64) -> Self {
        let step = round_step((most - least) / TICKS);
        let from = ((least / step) + 1e-9).floor() * step;
        let parts = ((most - from) / step - 1e-9).ceil().to_u32().unwrap_or(5).max(1);
        Self { from, step, parts, ends: (LEFT, RIGHT) }
    }

    /// Between these pixels.
    pub(super) fn between(self, left: i32, right: i32) -> Self {
        Self { ends: (left, right), ..self }
    }

    /// The value at its right end.
    fn most(&self) -> f64 {
        self.from + f64::from(self.parts) * self.step
    }

    /// Where a value stands; what lies beyond an end stands at that end.
    pub(super) fn x(&self, value: f64) -> i32 {
        let part = ((value - self.from) / (self.most() - self.from)).clamp(0.0, 1.0);
        #[allow(clippy::cast_possible_truncation)]
        let offset = (part * f64::from(self.ends.1 - self.ends.0)).round() as i32;
        self.ends.0 + offset
    }

    /// On which side a value lies beyond an end: to the right or not.
    pub(super) fn beyond(&self, value: f64) -> Option<bool> {
        let right = value > self.most() + 1e-9;
        (right || value < self.from - 1e-9).then_some(right)
    }

    /// Its lines between two heights, with its numbers on top.
    pub(super) fn grid(&self, canvas: &Canvas, (top, bottom): (i32, i32), lang: Lang) -> Result<(), String> {
        for part in 0..=self.parts {
            let at = self.from + f64::from(part) * self.step;
            let x = self.x(at);
            canvas.stroke((x, top), (x, bottom), GRID)?;
            canvas.write((x, top - 14), Anchor::Middle, SMALL, &Self::number(at, lang))?;
        }
        Ok(())
    }

    /// The number at its left end, as it is printed.
    pub(super) fn start(&self, lang: Lang) -> String {
        Self::number(self.from, lang)
    }

    /// A distance is printed without the sign of its side.
    fn number(at: f64, lang: Lang) -> String {
        lang.number(Decimal::from_f64(at).unwrap_or_default().round_dp(9).abs())
    }
}

/// The least of 1, 2, 2.5, 5 times a power of ten that is no less than `rough`.
fn round_step(rough: f64) -> f64 {
    let rough = if rough.is_finite() && rough > 0.0 { rough.max(1e-6) } else { 0.2 };
    // by multiplication, which every machine rounds alike
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough {
        power /= 10.0;
    }
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough);
    step.unwrap_or(rough)
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use crate::diag::Lang;
    use crate::write::chart::palette::{LEFT, RIGHT};

    #[test]
    fn an_axis_from_zero_is_round_and_never_empty() {
        let ends = |best| {
            let axis = Axis::from_zero(best);
            (axis.from, axis.most(), axis.step)
        };
        assert_eq!(ends(1000.0), (0.0, 1000.0, 200.0));
        assert_eq!(ends(1012.5), (0.0, 1250.0, 250.0));
        assert_eq!(ends(100.0), (0.0, 100.0, 20.0));
        assert_eq!(ends(0.0), (0.0, 1.0, 0.2));
        assert_eq!(ends(f64::NAN), (0.0, 1.0, 0.2));
    }

    #[test]
    fn a_cut_axis_holds_its_values_also_where_there_is_only_one() {
        for (least, most) in [(812.52, 948.42), (900.0, 900.0), (0.0, 0.0), (-3.0, 57.25), (99.99, 100.01)] {
            let axis = Axis::around(least, most);
            assert!(axis.from <= least && axis.most() >= most && axis.most() > axis.from, "{axis:?}");
            assert!(axis.parts <= 7, "{axis:?}");
        }
        assert_eq!(Axis::around(812.52, 948.42).start(Lang::Vi), "800");
    }

    #[test]
    fn what_lies_beyond_an_end_stands_at_that_end() {
        let axis = Axis::stepped(50.0, 25.0, 4);
        assert_eq!([20.0, 50.0, 150.0, 600.0].map(|value| axis.x(value)), [LEFT, LEFT, RIGHT, RIGHT]);
    }
}
