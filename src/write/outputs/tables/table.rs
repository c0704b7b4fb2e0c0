//! In: the names of columns, then row after row of fields. Out: a CSV table of which a spreadsheet runs nothing.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it; so does one that already begins
//! with apostrophes before such a sign, so that taking one off gives back every text. Numbers are left as they are.

use crate::diag::Text;

/// Signs by which a spreadsheet takes a text for a formula, those of full width among them.
const RUN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// What stands in a field.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// No value.
    Nothing,
    /// A number, a date, or a word of the program's own.
    Plain(String),
    /// Text of a user.
    Text(String),
}

/// A text of a user; nothing where it is absent or empty.
pub(super) fn text(text: Option<&str>) -> Field {
    text.filter(|text| !text.is_empty()).map_or(Field::Nothing, |text| Field::Text(text.to_owned()))
}

/// A word of the program's own.
pub(super) fn word(word: Option<&str>) -> Field {
    word.map_or(Field::Nothing, |word| Field::Plain(word.to_owned()))
}

/// A number, with a decimal point.
pub(super) fn number(number: Option<impl ToString>) -> Field {
    number.map_or(Field::Nothing, |number| Field::Plain(number.to_string()))
}

/// `true` or `false`.
pub(super) fn flag(flag: Option<bool>) -> Field {
    number(flag)
}

/// A table in the making.
pub(super) struct Table {
    out: csv::Writer<Vec<u8>>,
}

impl Table {
    /// An empty table of these columns.
    pub(super) fn new(columns: &[(&str, Text)]) -> csv::Result<Self> {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(columns.iter().map(|(name, _)| name))?;
        Ok(Self { out })
    }

    /// Further rows of a table whose columns are named elsewhere.
    pub(super) fn further() -> Self {
        Self { out: csv::Writer::from_writer(Vec::new()) }
    }

    /// A row of as many fields as there are columns.
    pub(super) fn row(&mut self, fields: &[Field]) -> csv::Result<()> {
        for field in fields {
            match field {
                Field::Nothing => self.out.write_field("")?,
                Field::Plain(plain) => self.out.write_field(plain)?,
                Field::Text(text) if runs(text) => self.out.write_field(format!("'{text}"))?,
                Field::Text(text) => self.out.write_field(text)?,
            }
        }
        self.out.write_record(None::<&[u8]>)
    }

    /// The bytes.
    pub(super) fn bytes(self) -> csv::Result<Vec<u8>> {
        self.out.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
    }
}

/// Whether a spreadsheet would run a text, or would without the apostrophes before it.
fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RUN)
}

#[cfg(test)]
mod tests {
    use super::{Field, Table, number, text};
    use crate::diag::Text;

    const COLUMNS: &[(&str, Text)] = &[("a", Text { vi: "", en: "" }), ("b", Text { vi: "", en: "" })];

    fn written(fields: &[Field]) -> String {
        let mut table = Table::new(COLUMNS).unwrap();
        table.row(fields).unwrap();
        String::from_utf8(table.bytes().unwrap()).unwrap()
    }

    #[test]
    fn text_that_would_run_is_held_and_numbers_are_not() {
        let run = ["=1+1", "+1", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\u{FF1D}1", "'=1", "''-1"];
        for said in run {
            let found = written(&[text(Some(said)), number(Some(-5))]);
            let mut reader = csv::Reader::from_reader(found.as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            assert_eq!(row[0], format!("'{said}"));
            assert_eq!(&row[1], "-5");
        }
        for said in ["x=1", " =1", "'quoted'", "1-2", "a\nb"] {
            let found = written(&[text(Some(said)), number(None::<u8>)]);
            let row = csv::Reader::from_reader(found.as_bytes()).records().next().unwrap().unwrap();
            assert_eq!((&row[0], &row[1]), (said, ""));
        }
    }

    #[test]
    fn a_row_of_another_length_is_refused() {
        assert!(Table::new(COLUMNS).unwrap().row(&[Field::Nothing]).is_err());
    }
}
