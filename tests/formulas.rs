//! The formula of every rule: what it may use, and, in a spreadsheet program, that it gives the engine's mark.
//!
//! The evaluation needs `LibreOffice`, which `.ci/run` installs; it is told to calculate every cell afresh.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::{Days, NaiveDate};
use fastrand::Rng;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Formula, Workbook, Worksheet};
use thidua::model::{Cells, Datum, Evidence, Input, InputKind, Kernel, Refusal, Value, round};

use crate::cases::{CASES, decimal, kernel};
use crate::harness::World;

/// What Excel 2016 and `LibreOffice` both have.
const FUNCTIONS: &[&str] = &[
    "AGGREGATE",
    "AND",
    "AVERAGE",
    "COUNT",
    "COUNTIF",
    "IF",
    "INT",
    "ISNUMBER",
    "LN",
    "MAX",
    "MIN",
    "NA",
    "OR",
    "ROUND",
    "SMALL",
    "STDEV",
    "STDEVP",
    "SUMPRODUCT",
];

/// Members in a bloc, and rows of a sheet.
const MEMBERS: u32 = 12;

/// A sheet: a row per member, a column per input, then the mark; maximum and numbers in a row of their own.
struct Layout {
    inputs: Vec<String>,
    numbers: Vec<String>,
    row: u32,
    used: RefCell<BTreeSet<String>>,
}

fn column(index: usize) -> String {
    let letter = |index: usize| char::from(b'A' + u8::try_from(index % 26).unwrap());
    if index < 26 { letter(index).to_string() } else { format!("{}{}", letter(index / 26 - 1), letter(index)) }
}

impl Layout {
    fn new(kernel: &dyn Kernel) -> Self {
        let inputs = kernel.inputs().iter().map(Input::key).collect();
        let numbers = kernel.numbers().into_iter().map(|(name, _)| name).collect();
        Self { inputs, numbers, row: 0, used: RefCell::default() }
    }

    fn place(&self, key: &str) -> String {
        column(self.inputs.iter().position(|known| known == key).unwrap_or_else(|| panic!("{key}: {:?}", self.inputs)))
    }
}

impl Cells for Layout {
    fn input(&self, key: &str) -> String {
        format!("{}{}", self.place(key), self.row + 2)
    }

    fn column(&self, key: &str) -> String {
        format!("${0}$2:${0}${1}", self.place(key), MEMBERS + 1)
    }

    fn maximum(&self) -> String {
        "$A$1".to_owned()
    }

    fn number(&self, name: &str) -> String {
        let place = self.numbers.iter().position(|known| known == name);
        self.used.borrow_mut().insert(name.to_owned());
        format!("${}$1", column(place.unwrap_or_else(|| panic!("{name}: {:?}", self.numbers)) + 1))
    }
}

#[test]
fn formulas_use_what_both_programs_have_and_every_number_they_declare() {
    for case in CASES {
        let kernel = kernel(*case);
        let layout = Layout::new(kernel.as_ref());
        let Some(formula) = kernel.formula(&layout) else {
            assert!(!kernel.computes(), "{case:?}");
            continue;
        };
        // a part that has its points in bands does not ask for its weight
        let declared = layout.numbers.iter().filter(|name| !name.ends_with(".weight")).cloned().collect();
        let used = layout.used.borrow();
        assert!(used.is_superset(&declared), "{case:?}: {declared:?} in {formula}");
        let outside = formula.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        let words =
            outside.split(|c: char| !c.is_ascii_alphabetic() && c != '(').filter_map(|word| word.split_once('('));
        for (name, _) in words.filter(|(name, _)| !name.is_empty()) {
            assert!(FUNCTIONS.contains(&name), "{case:?}: {name} in {formula}");
        }
        assert!(formula.len() < 8_000, "{case:?}");
    }
}

/// A figure on an edge as often as not.
fn figure(rng: &mut Rng, of: Option<Decimal>) -> Decimal {
    const PLANS: &[&str] = &["100", "4500", "25", "0.75", "93.35", "12.5", "3", "57", "0", "-5"];
    const RATIOS: &[&str] = &[
        "0", "0.25", "0.5", "0.75", "0.8", "0.9", "0.95", "0.9501", "0.975", "1", "1.005", "1.05", "1.1", "4/3", "2",
        "6", "-0.1",
    ];
    match of.filter(|of| !of.is_zero()) {
        Some(of) if rng.u8(..4) > 0 => {
            let (top, bottom) =
                thidua::model::fraction(rng.choice(RATIOS).unwrap()).unwrap_or((Decimal::NEGATIVE_ONE, decimal("10")));
            round(of * top / bottom, 4)
        }
        Some(of) if rng.bool() => of + Decimal::new(rng.i64(-50..50), 2),
        _ if rng.bool() => decimal(rng.choice(PLANS).unwrap()),
        _ => Decimal::new(rng.i64(0..2_000_000), rng.u32(0..4)),
    }
}

fn member(rng: &mut Rng, inputs: &[Input], parts_of_mean: bool) -> Evidence {
    let day = NaiveDate::from_ymd_opt(2023, 3, 8).unwrap();
    let mut plan = None;
    let data = inputs.iter().map(|input| {
        if input.key().ends_with("actual") && input.row.is_empty() && rng.u8(..12) == 0 {
            return (input.key(), Datum::Missing);
        }
        if input.optional && (parts_of_mean || input.row.is_empty()) && rng.u8(..4) == 0 {
            return (input.key(), Datum::NotAssigned);
        }
        let value = match &input.kind {
            InputKind::Number => {
                let number = figure(rng, plan);
                plan = plan.or(Some(number));
                Value::Number(number)
            }
            InputKind::Count => Value::Number(Decimal::from(rng.u32(0..12))),
            InputKind::Date => Value::Date(day + Days::new(rng.u64(0..12))),
            InputKind::Word(groups) => Value::Word(rng.choice(groups).unwrap()[0].clone()),
        };
        (input.key(), Datum::Known(value))
    });
    Evidence::new(data.collect())
}

/// Days since 30/12/1899, as a spreadsheet counts.
fn serial(date: NaiveDate) -> f64 {
    (date - NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days() as f64
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, datum: &Datum, optional_row: bool) {
    match datum {
        Datum::Known(Value::Number(number)) => sheet.write(row, column, number.to_f64().unwrap()),
        Datum::Known(Value::Date(date)) => sheet.write(row, column, serial(*date)),
        Datum::Known(Value::Word(word)) => sheet.write(row, column, word),
        Datum::NotAssigned if !optional_row => sheet.write(row, column, "Không giao"),
        _ => return,
    }
    .unwrap();
}

/// Writes a bloc and its formulas; the marks the engine gives.
fn fill(sheet: &mut Worksheet, case: (&str, &str, &str), rng: &mut Rng) -> Vec<Result<Decimal, Refusal>> {
    let kernel = kernel(case);
    let inputs = kernel.inputs();
    let mut layout = Layout::new(kernel.as_ref());
    sheet.write(0, 0, decimal(case.1).to_f64().unwrap()).unwrap();
    for (place, (_, number)) in (1..).zip(kernel.numbers()) {
        sheet.write(0, place, number.to_f64().unwrap()).unwrap();
    }
    let members: Vec<Evidence> = (0..MEMBERS).map(|_| member(rng, &inputs, case.2.contains("'mean'"))).collect();
    for (row, evidence) in (0..).zip(&members) {
        for (place, input) in (0..).zip(&inputs) {
            put(sheet, row + 1, place, evidence.datum(&input.key()), !input.row.is_empty());
        }
        layout.row = row;
        let formula = format!("=ROUND({},2)", kernel.formula(&layout).unwrap());
        let formula = Formula::new(formula);
        sheet.write_formula(row + 1, u16::try_from(inputs.len()).unwrap(), formula).unwrap();
    }
    kernel.mark_bloc(&members).into_iter().map(|worked| worked.map(|worked| round(worked.points, 2))).collect()
}

/// Opens workbooks of different names in `LibreOffice`, calculates every cell of each, and saves them.
///
/// It trusts the results in a file that says it is Excel's, unless it is told not to.
pub fn calculated(world: &World, books: &[PathBuf]) -> Vec<Xlsx<BufReader<fs::File>>> {
    let profile = world.root.join("profile/user");
    fs::create_dir_all(&profile).unwrap();
    let always = "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
        <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\">\
        <value>0</value></prop></item></oor:items>";
    fs::write(profile.join("registrymodifications.xcu"), always).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", world.root.join("profile").display());
    let folder = world.root.join("calculated");
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"]).arg(&folder).args(books);
    assert!(books.is_empty() || soffice.output().unwrap().status.success());
    books.iter().map(|book| open_workbook(folder.join(book.file_name().unwrap())).unwrap()).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_spreadsheet_gives_the_mark_of_every_rule() {
    let mut rng = Rng::with_seed(20_231_215);
    let world = World::empty();
    let mut book = Workbook::new();
    let computed: Vec<_> = CASES.iter().filter(|case| kernel(**case).computes()).collect();
    let sheets: Vec<_> = computed.iter().flat_map(|case| [**case; 20]).collect();
    let expected: Vec<_> = sheets.iter().map(|case| fill(book.add_worksheet(), *case, &mut rng)).collect();
    let path = world.root.join("formulas.xlsx");
    book.save(&path).unwrap();
    let mut book = calculated(&world, &[path]).remove(0);
    let mut compared = [0; 2];
    for (index, (case, marks)) in sheets.iter().zip(expected).enumerate() {
        let range = book.worksheet_range_at(index).unwrap().unwrap();
        let place = u32::try_from(kernel(*case).inputs().len()).unwrap();
        for (row, mark) in (1..).zip(marks) {
            let found = range.get_value((row, place)).cloned().unwrap_or_default();
            let told = || format!("{case:?}, row {}: {:?}", row + 1, range.rows().nth(row as usize));
            match (mark, found) {
                (Err(Refusal::Missing(_)), _) => {}
                (Err(Refusal::Impossible(..)), Data::Error(_)) => compared[1] += 1,
                (Ok(mark), Data::Float(found)) => {
                    assert_eq!(decimal(&format!("{found:.6}")), mark, "{}", told());
                    compared[0] += 1;
                }
                (mark, found) => panic!("{mark:?}, but {found:?} in {}", told()),
            }
        }
    }
    assert!(compared[0] > 8_000 && compared[1] > 500, "{compared:?}");
}
