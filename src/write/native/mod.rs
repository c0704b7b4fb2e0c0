//! In: ranges of a workbook's cells. Out: charts that the office program draws from them, and the finished workbook with
//! what those cells hold told to viewers that do not calculate.

mod bars;
mod caches;
mod cells;
mod package;
mod reference;
mod walk;

pub(super) use bars::{Bars, WIDTH, fields, totals};
pub(super) use caches::fill;
