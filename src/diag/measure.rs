//! What of a file is measured before it is read, and how large it may be: every limit of the reading, in one place.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fault;

/// A size that has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// The bytes of the file.
    File,
    /// The bytes of all parts of an archive, unpacked.
    Unpacked,
    /// The bytes of one part, unpacked.
    Part,
    /// How many times larger a part is unpacked; only parts of some size are looked at.
    Squeezed,
    /// The parts of an archive.
    Parts,
    /// The sheets of a workbook.
    Sheets,
    /// The last row of a sheet.
    Rows,
    /// The last column of a sheet.
    Columns,
    /// The filled cells of all sheets.
    Cells,
    /// The same with the blank ones between them, which some formats keep.
    Box,
    /// The texts that a workbook keeps apart from its cells.
    Texts,
    /// The letters of one cell.
    Letters,
    /// The merged areas of a sheet.
    Merges,
}

thread_local! {
    /// The limits under which this thread reads, where they are lower than the usual ones.
    static LOWERED: RefCell<BTreeMap<Measure, u64>> = const { RefCell::new(BTreeMap::new()) };
}

/// What reading a file may cost; scoring.toml may lower it and never raise it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Measures that are lower than the usual ones.
    pub lowered: BTreeMap<Measure, u64>,
    /// Seconds of processor time for one file.
    pub seconds: u64,
    /// Memory of a reading process, in MiB.
    pub memory_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { lowered: BTreeMap::new(), seconds: 12, memory_mib: 640 }
    }
}

impl Limits {
    /// Reads something under these limits, on this thread.
    pub fn bound<T>(&self, read: impl FnOnce() -> T) -> T {
        LOWERED.with_borrow_mut(|lowered| lowered.clone_from(&self.lowered));
        let read = read();
        LOWERED.with_borrow_mut(BTreeMap::clear);
        read
    }

    /// The most that is read of a measure.
    pub fn most(&self, measure: Measure) -> u64 {
        self.lowered.get(&measure).copied().unwrap_or(u64::MAX).min(measure.usual())
    }
}

impl Measure {
    /// All, as they are listed.
    pub const ALL: [Self; 13] = [
        Self::File,
        Self::Unpacked,
        Self::Part,
        Self::Squeezed,
        Self::Parts,
        Self::Sheets,
        Self::Rows,
        Self::Columns,
        Self::Cells,
        Self::Box,
        Self::Texts,
        Self::Letters,
        Self::Merges,
    ];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file_bytes",
            Self::Unpacked => "unpacked_bytes",
            Self::Part => "part_bytes",
            Self::Squeezed => "times_unpacked",
            Self::Parts => "parts",
            Self::Sheets => "sheets",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Cells => "cells",
            Self::Box => "cells_with_blanks",
            Self::Texts => "texts",
            Self::Letters => "letters_of_a_cell",
            Self::Merges => "merged_areas",
        }
    }

    /// The most that is read on this thread.
    pub fn most(self) -> u64 {
        LOWERED.with_borrow(|lowered| lowered.get(&self).copied().unwrap_or(u64::MAX)).min(self.usual())
    }

    /// The most that is read where nothing else is said.
    pub fn usual(self) -> u64 {
        match self {
            Self::File => 20 << 20,
            Self::Unpacked => 200 << 20,
            Self::Part => 100 << 20,
            Self::Squeezed => 100,
            Self::Parts => 1_000,
            Self::Sheets => 200,
            Self::Rows => 200_000,
            Self::Columns => 1_024,
            Self::Cells | Self::Texts => 2_000_000,
            Self::Box => 5_000_000,
            Self::Letters => 32_767,
            Self::Merges => 100_000,
        }
    }

    /// Whether so much of it is read.
    ///
    /// # Errors
    /// `too-large`, with what was found.
    pub fn check(self, found: u64) -> Result<(), Fault> {
        if found <= self.most() { Ok(()) } else { Err(Fault::TooLarge { measure: self, found, most: self.most() }) }
    }
}

/// Why a process that read a file was stopped, or stopped by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stop {
    /// It took longer than a file may.
    Time,
    /// It ended in the middle of the file: out of memory, or broken off.
    Ended,
    /// It told more than a file can hold.
    Flood,
}

#[cfg(test)]
mod tests {
    use super::Measure;
    use crate::diag::Fault;

    #[test]
    fn a_limit_is_still_read_and_one_more_is_not() {
        for measure in Measure::ALL {
            let most = measure.most();
            assert_eq!(measure.check(most), Ok(()));
            assert_eq!(measure.check(most + 1), Err(Fault::TooLarge { measure, found: most + 1, most }));
        }
    }
    #[test]
    fn every_limit_is_listed_once_by_a_name_of_its_own() {
        for (index, measure) in Measure::ALL.into_iter().enumerate() {
            assert_eq!(measure as usize, index);
            assert!(Measure::ALL[..index].iter().all(|other| other.name() != measure.name()));
        }
        assert_eq!(Measure::Merges as usize + 1, Measure::ALL.len());
    }
}
