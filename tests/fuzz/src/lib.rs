//! Any bytes in; what must hold of what the program reads in them, for the four targets.
//!
//! `cargo fuzz` looks for bytes of which it does not hold; the tests of the program replay the bytes that are kept, and
//! bytes made from them.

use std::sync::LazyLock;

use thidua::config::{ScoringText, parse};
use thidua::diag::Diagnostic;
use thidua::model::{Convention, Document, Legacy, Scoring, fold, may_be_legacy, slug, spellable};
use thidua::panel;
use thidua::reconcile::{Figure, Filing, Intake, figure};
use unicode_normalization::UnicodeNormalization;

/// The small compact of the tests.
static SCORING: LazyLock<Scoring> = LazyLock::new(|| {
    let text = include_str!("../../data/small.toml")
        .replace("expects = [\"plan-register\", ", "own_plans = true\nexpects = [");
    parse(&ScoringText { name: "small.toml".to_owned(), text }, &thidua::CATALOGUE).expect("the compact of the tests")
});

/// A number's digits are the text's, in their order, and it is read alike when it is read again.
pub fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Figure::One(one) = figure(&text) else { return };
    for convention in [Convention::Vietnamese, Convention::Plain] {
        let Some(value) = one.reading.under(Some(convention)) else { continue };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let plain: String = text.nfkc().collect();
        let (said, read) = (digits(&plain), digits(&value.to_string()));
        let said = said.trim_start_matches('0');
        assert!(said.starts_with(read.trim_start_matches('0')), "{text:?} is read as {value}");
        let minus = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}');
        assert!(!value.to_string().starts_with('-') || text.contains(minus), "{text:?} is read as {value}");
    }
    assert_eq!(figure(&text), figure(text.trim()), "{text:?}");
}

/// A folded name is folded, alike for every way of writing its letters, and a file's name is made of plain letters.
pub fn name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let folded = fold(&text);
    assert_eq!(fold(&folded), folded, "{text:?}");
    assert_eq!(fold(&text.nfd().collect::<String>()), folded, "{text:?}");
    assert_eq!(fold(&text.nfc().collect::<String>()), folded, "{text:?}");
    let file = slug(&text);
    assert!(
        file.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-'),
        "{text:?}"
    );
    assert!((1..=60).contains(&file.len()), "{text:?}");
    for word in text.split_whitespace() {
        let _ = (spellable(word), may_be_legacy(word));
        for encoding in [Legacy::Tcvn3, Legacy::Vni] {
            let decoded = encoding.decode(word);
            assert!(!word.is_ascii() || decoded == word, "{word:?}");
        }
    }
}

/// A sheet of cells, parted by tabs and line breaks, is read or refused, and put together with a compact.
pub fn header(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').collect()).collect();
    let width = lines.iter().map(Vec::len).max().unwrap_or_default().max(2);
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for line in &lines {
        let cells = (0..width).map(|at| line.get(at).copied().unwrap_or_default());
        writer.write_record(cells).expect("a buffer takes everything");
    }
    read("k1/hai.csv", &writer.into_inner().expect("a buffer takes everything"));
}

/// The bytes of a csv file are a table, or a fault says why not.
pub fn csv(bytes: &[u8]) {
    read("k1/hai.csv", bytes);
}

/// Reads the bytes of any file as the program does, and puts what they say together with the small compact.
pub fn read(file: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let scoring = &*SCORING;
    let of_1258 = (file.ends_with(".csv") && std::str::from_utf8(bytes).is_err()).then(|| {
        let mut dictionary = scoring.dictionary.clone();
        dictionary.windows_1258 = true;
        dictionary
    });
    let mut all = Vec::new();
    for dictionary in std::iter::once(&scoring.dictionary).chain(&of_1258) {
        let (document, notes) = thidua::read::document_of(file, bytes.to_vec(), dictionary);
        assert_eq!(document.size, bytes.len() as u64);
        said(&document, &notes);
        let filing = Filing::new(scoring, 0);
        filing.take(0, document.into());
        let panel = Intake::of(filing, scoring).and_then(|intake| Ok((intake.notes, panel(scoring, intake.output)?)));
        match panel {
            Ok((notes, panel)) => all.extend(notes.into_iter().chain(panel.notes)),
            Err(refused) => all.extend(refused),
        }
        all.extend(notes);
    }
    all
}

/// Whatever comes to no table says why.
fn said(document: &Document, notes: &[Diagnostic]) {
    assert!(!document.tables.is_empty() || !notes.is_empty(), "nothing is read and nothing is said");
    for table in &document.tables {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len());
        }
    }
}
