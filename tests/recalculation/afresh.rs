//! Workbooks in; what `LibreOffice` calculates in each of their formula cells, held against what the file says, out.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::formulas::calculated;
use crate::harness::World;

/// What was compared.
#[derive(Debug, Default)]
pub struct Compared {
    /// Formula cells.
    pub formulas: usize,
    /// Those that come to something else or to an error: book, sheet, address, formula, as written, as calculated.
    pub different: Vec<String>,
}

impl Compared {
    /// Fails with every cell that is different.
    #[track_caller]
    pub fn assert_same(&self) {
        let (different, all) = (&self.different, self.formulas);
        assert!(different.is_empty(), "{} of {all} formulas differ:\n{}", different.len(), different.join("\n"));
    }
}

/// Every workbook of the outputs.
pub fn workbooks(world: &World) -> Vec<PathBuf> {
    let names = world.files("outputs").into_iter().map(|(name, _)| name);
    names.filter(|name| name.ends_with(".xlsx")).map(|name| world.root.join("outputs").join(name)).collect()
}

/// Calculates workbooks afresh, all in one go, and compares every formula cell.
pub fn afresh(world: &World, books: &[PathBuf]) -> Compared {
    let folder = world.root.join("to-calculate");
    fs::create_dir_all(&folder).unwrap();
    let holding: Vec<_> = books.iter().filter(|book| formulas(book) > 0).collect();
    let copies = holding.iter().enumerate().map(|(index, book)| {
        let copy = folder.join(format!("{index}.xlsx"));
        fs::copy(book, &copy).unwrap();
        copy
    });
    let copies: Vec<_> = copies.collect();
    let mut compared = Compared::default();
    for (book, again) in holding.iter().zip(calculated(world, &copies)) {
        let before = compared.formulas;
        compare(book, again, &mut compared);
        assert_eq!(compared.formulas - before, formulas(book), "{}", book.display());
    }
    compared
}

/// Formula cells of a workbook, counted in its XML.
fn formulas(book: &Path) -> usize {
    let sheets = parts(book, "xl/worksheets/sheet");
    sheets.iter().map(|(_, xml)| xml.matches("<f>").count() + xml.matches("<f ").count()).sum()
}

/// The XML of the parts of a workbook whose names begin so, in their order.
pub fn parts(book: &Path, begin: &str) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let names: Vec<_> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let parts = names.into_iter().filter(|name| name.starts_with(begin)).map(|name| {
        let mut text = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    });
    parts.collect()
}

fn compare(book: &Path, mut again: Xlsx<impl std::io::BufRead + std::io::Seek>, compared: &mut Compared) {
    let mut made: Xlsx<_> = open_workbook(book).unwrap();
    for sheet in made.sheet_names() {
        let formulas = made.worksheet_formula(&sheet).unwrap();
        let [own, other] = [made.worksheet_range(&sheet).unwrap(), again.worksheet_range(&sheet).unwrap()];
        let Some((top, left)) = formulas.start() else { continue };
        for (row, column, formula) in formulas.used_cells() {
            let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            let [written, found] = [&own, &other].map(|range| range.get_value(at).cloned().unwrap_or_default());
            compared.formulas += 1;
            if !same(&written, &found) {
                let book = book.file_name().unwrap().display();
                let place = format!("{book}, {sheet}, row {}, column {}", at.0 + 1, at.1 + 1);
                compared.different.push(format!("{place}: ={formula} is {written:?} and comes to {found:?}"));
            }
        }
    }
}

/// Whether two results are the same; an error is the same as nothing.
fn same(written: &Data, found: &Data) -> bool {
    let number = |data: &Data| match data {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        Data::DateTime(moment) => Some(moment.as_f64()),
        _ => None,
    };
    let text = |data: &Data| match data {
        Data::String(text) => Some(text.clone()),
        Data::Empty => Some(String::new()),
        _ => None,
    };
    match (number(written), number(found)) {
        (Some(written), Some(found)) => (written - found).abs() <= 1e-9 * written.abs().max(1.0),
        (None, None) => match (text(written), text(found)) {
            (Some(written), Some(found)) => written == found,
            (None, None) => matches!((written, found), (Data::Bool(written), Data::Bool(found)) if written == found),
            _ => false,
        },
        _ => false,
    }
}
