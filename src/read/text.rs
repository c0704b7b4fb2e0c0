//! The bytes of a csv file in; its grid, every cell as text, and what was understood of its encoding and its
//! separator, where that is not plain, out.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};

use super::grid::Grid;
use crate::diag::{Diagnostic, Fault, Measure, Place};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Reads text in UTF-8, UTF-16 with its mark, or, where scoring.toml says so, Windows-1258. A cell's address is what a
/// spreadsheet program gives it: a line `sep=;` is none of its rows, a blank line is one.
///
/// # Errors
/// `not-utf8`, `ambiguous-separator`; `binary-in-text`, `unclosed-quote`, `ragged-csv` with the line in the file;
/// `wrong-content` where nothing separates cells.
pub fn grid(file: &str, bytes: &[u8], windows_1258: bool) -> Result<(Grid, Option<Diagnostic>), Fault> {
    let (text, encoding) = decoded(bytes, windows_1258)?;
    if let Some(at) = text.find('\0') {
        return Err(Fault::BinaryInText { line: line_of(&text, at, 0) });
    }
    let (text, said, skipped) = named_separator(&text);
    let (table, delimiter) = match said {
        Some(delimiter) => (records(text, delimiter, skipped)?, delimiter),
        None => sniffed(text)?,
    };
    let mut grid = Grid::new(file, "");
    for (row, record) in &table {
        for (column, cell) in record.iter().enumerate() {
            if cell.len() as u64 > Measure::Letters.most() {
                Measure::Letters.check(cell.encode_utf16().count() as u64)?;
            }
            grid.put_text(*row, u32::try_from(column).unwrap_or(u32::MAX), cell);
        }
    }
    let plain = encoding == "UTF-8" && delimiter == b',';
    let note = (!plain).then(|| {
        let fault = Fault::CsvRead { encoding: encoding.to_owned(), separator: sign(delimiter) };
        Diagnostic::new(fault, Place::File(file.to_owned()))
    });
    Ok((grid, note))
}

fn sign(delimiter: u8) -> String {
    if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() }
}

/// The line, from 1, in which a byte stands; `skipped` lines stand before the text.
fn line_of(text: &str, at: usize, skipped: u64) -> u64 {
    let before = text.get(..at).unwrap_or_default();
    before.matches('\n').count() as u64 + before.replace("\r\n", "").matches('\r').count() as u64 + 1 + skipped
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
        Err(_) if windows_1258 => {
            let text = WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned();
            let is_letters = !text.contains(|c| matches!(c, '\u{80}'..='\u{9F}' | '\u{FFFD}'));
            is_letters.then_some((text, "Windows-1258")).ok_or(Fault::NotUtf8 {})
        }
        Err(_) => Err(Fault::NotUtf8 {}),
    }
}

/// A first line `sep=;`, which is no data: the rest, the separator, and how many lines were left out.
fn named_separator(text: &str) -> (&str, Option<u8>, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match said {
        Some([delimiter]) if DELIMITERS.contains(delimiter) => (rest, Some(*delimiter), 1),
        _ => (text, None, 0),
    }
}

type Table = Vec<(u32, csv::StringRecord)>;

/// The one separator under which every line has the same number of cells.
fn sniffed(text: &str) -> Result<(Table, u8), Fault> {
    let used: Vec<u8> = DELIMITERS.into_iter().filter(|delimiter| text.contains(char::from(*delimiter))).collect();
    let attempts: Vec<_> = used.iter().map(|delimiter| (records(text, *delimiter, 0), *delimiter)).collect();
    let likely = used.iter().max_by_key(|delimiter| cells(text, **delimiter)).copied();
    let mut failed = None;
    let mut fits: Vec<(Table, u8)> = Vec::new();
    for (attempt, delimiter) in attempts {
        match attempt {
            Ok(table) if table.first().is_some_and(|(_, record)| record.len() > 1) => fits.push((table, delimiter)),
            Err(fault) if likely == Some(delimiter) => failed = Some(fault),
            _ => {}
        }
    }
    if fits.len() > 1 && only_decimal_commas(text) {
        fits.retain(|(_, delimiter)| *delimiter != b',');
    }
    if fits.len() > 1 {
        return Err(Fault::AmbiguousSeparator { candidates: fits.iter().map(|(_, own)| sign(*own)).collect() });
    }
    fits.pop().ok_or_else(|| failed.unwrap_or(Fault::WrongContent { content: "text".to_owned() }))
}

/// How often a separator stands in the text: the more often, the likelier it is meant.
fn cells(text: &str, delimiter: u8) -> usize {
    text.bytes().filter(|byte| *byte == delimiter).count()
}

/// Whether every comma stands between two digits, as in `1,5`.
fn only_decimal_commas(text: &str) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    text.match_indices(',').all(|(at, _)| digit(at.checked_sub(1)) && digit(Some(at + 1)))
}

/// All records with their rows.
///
/// # Errors
/// `unclosed-quote` and `ragged-csv` with the line.
fn records(text: &str, delimiter: u8, skipped: u64) -> Result<Table, Fault> {
    if let Some(at) = unclosed(text, delimiter) {
        return Err(Fault::UnclosedQuote { line: line_of(text, at, skipped) });
    }
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut table, mut row, mut width) = (Table::new(), 0_u32, None);
    for record in reader.records() {
        let record = record.map_err(|_| Fault::RaggedCsv { line: 1 + skipped })?;
        let (begins, blank) = beginning(text, record.position().map_or(0, csv::Position::byte));
        if *width.get_or_insert(record.len()) != record.len() {
            return Err(Fault::RaggedCsv { line: line_of(text, begins, skipped) });
        }
        row = row.saturating_add(blank);
        Measure::Rows.check(u64::from(row) + 1)?;
        Measure::Columns.check(record.len() as u64)?;
        table.push((row, record));
        row = row.saturating_add(1);
    }
    Ok(table)
}

/// Where a record begins behind the blank lines that the reader passed over, and how many these are.
fn beginning(text: &str, from: u64) -> (usize, u32) {
    let from = usize::try_from(from).unwrap_or(text.len());
    let bytes = text.as_bytes();
    let (mut at, mut blank) = (from, 0);
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at += if bytes.get(at..at + 2) == Some(b"\r\n") { 2 } else { 1 };
        blank += 1;
    }
    (at, blank)
}

/// Where a quote is opened, at the start of a cell, that nothing closes.
fn unclosed(text: &str, delimiter: u8) -> Option<usize> {
    let mut opened = None;
    let (mut begins, mut closing) = (true, false);
    for (at, byte) in text.bytes().enumerate() {
        match (opened, byte) {
            (Some(_), b'"') => closing = !closing,
            (Some(_), _) if !closing => continue,
            (None, b'"') if begins => opened = Some(at),
            _ => opened = None,
        }
        if opened.is_none() {
            (begins, closing) = (matches!(byte, b'\r' | b'\n') || byte == delimiter, false);
        }
    }
    opened.filter(|_| !closing)
}

#[cfg(test)]
mod tests {
    use super::grid;
    use crate::diag::Fault;

    fn read(bytes: &[u8]) -> super::Grid {
        grid("a.csv", bytes, false).unwrap().0
    }

    fn fault(text: &str) -> Fault {
        grid("a.csv", text.as_bytes(), false).unwrap_err()
    }

    #[test]
    fn the_delimiter_is_the_one_that_fits_every_line() {
        let found = read("\u{FEFF}a;1,5\nb;2,5\n".as_bytes());
        assert_eq!((found.text(0, 0), found.text(1, 1)), (Some("a"), Some("2,5")));
        let found = read("TT;Thu, chi\n1;5\n".as_bytes());
        assert_eq!(found.text(0, 1), Some("Thu, chi"));
        let quoted = read("TT,\"Thu; chi\"\n1,\"5\"\"\"\n".as_bytes());
        assert_eq!((quoted.text(0, 1), quoted.text(1, 1)), (Some("Thu; chi"), Some("5\"")));
    }

    #[test]
    fn two_delimiters_that_fit_are_not_guessed() {
        let candidates = vec![",".to_owned(), ";".to_owned()];
        assert_eq!(fault("a,b;c\nd,e;f\n"), Fault::AmbiguousSeparator { candidates });
        assert_eq!(read(b"sep=;\na,b;c\nd,e;f\n").text(0, 0), Some("a,b"));
    }

    #[test]
    fn addresses_are_those_of_a_spreadsheet_program() {
        let named = read(b"sep=;\r\na;1\r\nb;2\r\n");
        assert_eq!((named.text(0, 0), named.text(1, 1)), (Some("a"), Some("2")));
        for text in ["\na,1\n\n\nb,2\n", "\r\na,1\r\n\r\n\r\nb,2\r\n", "\ra,1\r\r\rb,2\r"] {
            let found = read(text.as_bytes());
            assert_eq!((found.text(1, 0), found.text(4, 1)), (Some("a"), Some("2")), "{text:?}");
        }
        let broken = read(b"\"a\nb\",1\nc,2\n");
        assert_eq!(broken.text(1, 0), Some("c"));
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
        assert_eq!(grid("a.csv", b"TT,\x90\n1,x\n", true).unwrap_err(), Fault::NotUtf8 {});
    }

    #[test]
    fn what_no_table_is_names_its_line() {
        assert_eq!(fault("a,b\nc,d\ne\n"), Fault::RaggedCsv { line: 3 });
        assert_eq!(fault("a,b\n\n\"c\nc\",d\n\ne\n"), Fault::RaggedCsv { line: 6 });
        assert_eq!(fault("sep=,\na,b\ne\n"), Fault::RaggedCsv { line: 3 });
        assert_eq!(fault("a,b\nc,\0\n"), Fault::BinaryInText { line: 2 });
        assert_eq!(fault("a,b\nc,\"d\n\"\"e,f\ng,h\n"), Fault::UnclosedQuote { line: 2 });
        assert_eq!(fault("only words\n"), Fault::WrongContent { content: "text".to_owned() });
    }

    #[test]
    fn a_quote_within_a_cell_is_a_sign_like_any_other() {
        let found = read(b"size,n\n5\" pipe,1\n\"say \"\"yes\"\"\",2\n");
        assert_eq!((found.text(1, 0), found.text(2, 0)), (Some("5\" pipe"), Some("say \"yes\"")));
    }
}
