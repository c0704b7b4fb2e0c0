//! `[limits]`: what reading a file may cost, never more than the program allows.

use super::super::file::{At, File};
use super::Checker;
use crate::diag::{Limits, Measure};
use crate::wording::config as words;

/// The least memory a reading process can start with, in MiB.
const LEAST_MEMORY: u64 = 128;

/// Checks `[limits]`.
pub fn limits(file: &File, checker: &mut Checker) -> Limits {
    let (written, usual) = (&file.limits, Limits::default());
    let mut limits = usual.clone();
    let measures = [
        (Measure::File, &written.file_mib, 20),
        (Measure::Sheets, &written.sheets, 0),
        (Measure::Rows, &written.rows, 0),
        (Measure::Columns, &written.columns, 0),
        (Measure::Cells, &written.cells, 0),
    ];
    for (measure, at, shift) in measures {
        if let Some(most) = at.as_ref().and_then(|at| within(at, 1, measure.usual() >> shift, checker)) {
            limits.lowered.insert(measure, most << shift);
        }
    }
    let own = |at: &Option<At<u64>>, least: u64, most: u64, checker: &mut Checker| {
        at.as_ref().and_then(|at| within(at, least, most, checker)).unwrap_or(most)
    };
    limits.seconds = own(&written.seconds, 1, usual.seconds, checker);
    limits.memory_mib = own(&written.memory_mib, LEAST_MEMORY, usual.memory_mib, checker);
    limits
}

fn within(at: &At<u64>, least: u64, most: u64, checker: &mut Checker) -> Option<u64> {
    let inside = (least..=most).contains(at.get());
    if !inside {
        checker.bad(at, words::LIMIT);
    }
    inside.then(|| *at.get())
}
