//! What of a file is measured before it is read, and how large it may be: every limit of the reading, in one place.

use super::Fault;

/// A size that has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// The most that is read.
    pub fn most(self) -> u64 {
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
        if found <= self.most() { Ok(()) } else { Err(Fault::TooLarge { measure: self, found }) }
    }
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
            assert_eq!(measure.check(most + 1), Err(Fault::TooLarge { measure, found: most + 1 }));
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
