//! The bytes of a csv file in; its grid, every cell as text, and what was understood of its encoding and its
//! separator, where that is not plain, out.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};

use super::grid::Grid;
use crate::diag::{Diagnostic, Fault, Place};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Reads text in UTF-8, UTF-16 with its mark, or, where scoring.toml says so, Windows-1258.
///
/// # Errors
/// `not-utf8`, `binary-in-text`, `ragged-csv` with the line.
pub fn grid(file: &str, bytes: &[u8], windows_1258: bool) -> Result<(Grid, Option<Diagnostic>), Fault> {
    let (text, encoding) = decoded(bytes, windows_1258)?;
    if let Some(line) = text.lines().position(|line| line.contains('\0')) {
        return Err(Fault::BinaryInText { line: line as u64 + 1 });
    }
    if text.matches('"').count() % 2 == 1 {
        let opened = text.rfind('"').map_or(0, |at| text[..at].matches('\n').count());
        return Err(Fault::RaggedCsv { line: opened as u64 + 1 });
    }
    let (text, said, skipped) = named_separator(&text);
    let (records, delimiter) = match said {
        Some(delimiter) => (records(text, delimiter).map_err(|line| ragged(line, skipped))?, delimiter),
        None => sniffed(text)?,
    };
    let mut grid = Grid::new(file, "");
    for record in &records {
        let row = record.position().map_or(0, csv::Position::record) + skipped;
        for (column, cell) in record.iter().enumerate() {
            grid.put_text(u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX), cell);
        }
    }
    let plain = encoding == "UTF-8" && delimiter == b',';
    let note = (!plain).then(|| {
        let separator = if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() };
        Diagnostic::new(Fault::CsvRead { encoding: encoding.to_owned(), separator }, Place::File(file.to_owned()))
    });
    Ok((grid, note))
}

fn ragged(line: u64, skipped: u64) -> Fault {
    Fault::RaggedCsv { line: line + skipped }
}

/// The text, and the encoding it was in.
fn decoded(bytes: &[u8], windows_1258: bool) -> Result<(String, &'static str), Fault> {
    let wide = match bytes {
        [0xFF, 0xFE, ..] => Some((UTF_16LE, "UTF-16LE")),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, "UTF-16BE")),
        _ => None,
    };
    if let Some((encoding, name)) = wide {
        let (text, _, broken) = encoding.decode(bytes);
        return if broken { Err(Fault::NotUtf8 {}) } else { Ok((text.into_owned(), name)) };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), "UTF-8")),
        Err(_) if windows_1258 => Ok((WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(), "Windows-1258")),
        Err(_) => Err(Fault::NotUtf8 {}),
    }
}

/// A first line `sep=;`, which is no data: the rest, the separator, and how many lines were left out.
fn named_separator(text: &str) -> (&str, Option<u8>, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end_matches('\r').strip_prefix("sep=").and_then(|sign| sign.bytes().next());
    match said {
        Some(delimiter) if DELIMITERS.contains(&delimiter) => (rest, Some(delimiter), 1),
        _ => (text, None, 0),
    }
}

/// The separator under which every line has the same number of cells, the most cells winning; with as many under two,
/// the one that is no decimal comma.
fn sniffed(text: &str) -> Result<(Vec<csv::StringRecord>, u8), Fault> {
    let attempts: Vec<_> = DELIMITERS.iter().map(|delimiter| (records(text, *delimiter), *delimiter)).collect();
    let line = attempts.iter().filter_map(|(attempt, _)| attempt.as_ref().err()).max().copied().unwrap_or(1);
    let width = |records: &Vec<csv::StringRecord>| records.first().map_or(0, csv::StringRecord::len);
    let fits = attempts.into_iter().filter_map(|(attempt, delimiter)| Some((attempt.ok()?, delimiter)));
    let widest = fits.max_by_key(|(records, _)| width(records));
    widest.filter(|(records, _)| width(records) > 1).ok_or(Fault::RaggedCsv { line })
}

/// All records, or the line of the first that has another number of cells.
fn records(text: &str, delimiter: u8) -> Result<Vec<csv::StringRecord>, u64> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(|record| record.map_err(|error| error.position().map_or(1, csv::Position::line))).collect()
}

#[cfg(test)]
mod tests {
    use super::grid;
    use crate::diag::Fault;

    fn read(bytes: &[u8]) -> super::Grid {
        grid("a.csv", bytes, false).unwrap().0
    }

    #[test]
    fn the_delimiter_is_the_one_that_fits_every_line() {
        let found = read("\u{FEFF}a;1,5\nb;2,5\n".as_bytes());
        assert_eq!((found.text(0, 0), found.text(1, 1)), (Some("a"), Some("2,5")));
        let named = read(b"sep=;\na;1\nb;2\n");
        assert_eq!((named.text(1, 0), named.text(2, 1)), (Some("a"), Some("2")));
    }

    #[test]
    fn the_same_text_in_every_encoding_is_the_same_table() {
        let text = "TT,Nội dung\n1,Đắk Lắk\n";
        let plain = read(text.as_bytes());
        let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let other: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        for bytes in [wide, other, format!("\u{FEFF}{text}").into_bytes()] {
            assert_eq!(read(&bytes).rows, plain.rows);
        }
        let cp1258 = b"TT,Ha\xCC N\xF4\xF2i\n1,x\n";
        assert_eq!(grid("a.csv", cp1258, false).unwrap_err(), Fault::NotUtf8 {});
        assert_eq!(grid("a.csv", cp1258, true).unwrap().0.text(0, 1), Some("Hà Nội"));
    }

    #[test]
    fn what_no_table_is_names_its_line() {
        assert_eq!(grid("a.csv", b"a,b\nc,d\ne\n", false).unwrap_err(), Fault::RaggedCsv { line: 3 });
        assert_eq!(grid("a.csv", b"a,b\nc,\0\n", false).unwrap_err(), Fault::BinaryInText { line: 2 });
    }
}
