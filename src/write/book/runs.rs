//! In: the cells of a sheet as they are written, and the format that each is to have. Out: the formats, set on whole runs
//! of cells below each other: the library looks a format up among all of a sheet by everything that it says, each time
//! one is named, and that takes longer than to write the cell.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{Formats, Slot};

/// Cells below each other that have one format.
struct Run {
    slot: Slot,
    first: u32,
    last: u32,
}

impl Run {
    fn set(&self, worksheet: &mut Worksheet, formats: &Formats, column: u16) -> Result<(), XlsxError> {
        worksheet.set_range_format(self.first, column, self.last, column, formats.of(self.slot))?;
        Ok(())
    }
}

/// What of a sheet is still to be formatted.
#[derive(Default)]
pub(in crate::write) struct Runs {
    /// The formats that the sheet has got to know. It numbers them in the order in which it does.
    known: BTreeSet<Slot>,
    /// The lowest run of each column.
    open: BTreeMap<u16, Run>,
}

impl Runs {
    /// Notes the format of a cell that was written without one.
    pub(in crate::write) fn add(
        &mut self,
        worksheet: &mut Worksheet,
        formats: &Formats,
        (row, column): (u32, u16),
        slot: Slot,
    ) -> Result<(), XlsxError> {
        if self.known.insert(slot) {
            worksheet.set_cell_format(row, column, formats.of(slot))?;
            return Ok(());
        }
        if let Some(run) = self.open.get_mut(&column).filter(|run| run.slot == slot && run.last + 1 == row) {
            run.last = row;
            return Ok(());
        }
        match self.open.insert(column, Run { slot, first: row, last: row }) {
            Some(ended) => ended.set(worksheet, formats, column),
            None => Ok(()),
        }
    }

    /// Sets the formats that are still to be set; nothing is known of the next sheet.
    pub(super) fn finish(&mut self, worksheet: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
        let open = std::mem::take(self).open;
        open.iter().try_for_each(|(column, run)| run.set(worksheet, formats, *column))
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::Runs;
    use crate::model::Style;
    use crate::write::book::{Formats, Look, Shape};

    /// The bytes of a sheet of two columns whose cells have these formats.
    fn bytes(cells: &[[(Look, Shape); 2]], in_runs: bool) -> Vec<u8> {
        let (formats, mut book, mut runs) = (Formats::new(&Style::default()), Workbook::new(), Runs::default());
        let sheet = book.add_worksheet();
        for (row, shapes) in (0_u32..).zip(cells) {
            for (column, (look, shape)) in (0_u16..).zip(shapes) {
                let slot = Formats::slot(*look, *shape);
                if in_runs {
                    sheet.write(row, column, row).unwrap();
                    runs.add(sheet, &formats, (row, column), slot).unwrap();
                } else {
                    sheet.write_with_format(row, column, row, formats.of(slot)).unwrap();
                }
            }
        }
        runs.finish(sheet, &formats).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn formats_set_in_runs_are_those_of_each_cell() {
        let (plain, bold) = ((Look::Plain, Shape::Count), (Look::Total, Shape::Number(2)));
        let cells = [[bold, plain], [plain, plain], [plain, plain], [bold, plain], [plain, bold], [plain, bold]];
        assert_eq!(bytes(&cells, true), bytes(&cells, false));
    }
}
