//! The bytes of a csv file in; its grid, every cell as text, out.

use super::grid::Grid;
use crate::diag::Fault;

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Reads UTF-8 text with the delimiter under which every line has the same number of cells, the most cells winning.
pub fn grid(file: &str, bytes: &[u8]) -> Result<Grid, Fault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8 {})?;
    let attempts: Vec<_> = DELIMITERS.iter().map(|delimiter| records(text, *delimiter)).collect();
    let widest = attempts.iter().flatten().max_by_key(|records| records.first().map_or(0, csv::StringRecord::len));
    let Some(records) = widest.filter(|records| records.first().is_some_and(|record| record.len() > 1)) else {
        let line = attempts.iter().filter_map(|attempt| attempt.as_ref().err()).max().copied().unwrap_or(1);
        return Err(Fault::RaggedCsv { line });
    };
    let mut grid = Grid::new(file, "");
    for record in records {
        let row = record.position().map_or(0, csv::Position::record);
        for (column, cell) in record.iter().enumerate() {
            grid.put_text(u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX), cell);
        }
    }
    Ok(grid)
}

/// All records, or the line of the first that has another number of cells.
fn records(text: &str, delimiter: u8) -> Result<Vec<csv::StringRecord>, u64> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(|record| record.map_err(|error| error.position().map_or(1, csv::Position::line))).collect()
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn the_delimiter_is_the_one_that_fits_every_line() {
        let read = grid("a.csv", "\u{FEFF}a;1,5\nb;2,5\n".as_bytes()).unwrap();
        assert_eq!(read.text(0, 0), Some("a"));
        assert_eq!(read.text(1, 1), Some("2,5"));
    }

    #[test]
    fn a_ragged_file_is_refused_with_its_line() {
        let fault = grid("a.csv", b"a,b\nc,d\ne\n").unwrap_err();
        assert_eq!(fault, crate::diag::Fault::RaggedCsv { line: 3 });
    }
}
