//! The compact's numbers changed in the yellow cells of the sheet of criteria, and in scoring.toml alike: what the
//! workbooks then come to is what the engine says under the other scoring.toml.

use std::fs;
use std::path::Path;

use calamine::{Xlsx, open_workbook};
use rust_decimal::Decimal;
use thidua::config::{ScoringText, parse};
use thidua::diag::Lang;
use thidua::model::{Datum, FieldKind, Scoring, Value};
use thidua::wording::live;

use super::compact;
use super::trial::{Rows, address, differences, put};
use super::{SEED, every_rule, gathered};
use crate::formulas::calculated;
use crate::silent::patched;

/// The columns of a row's number and of its weight.
const NUMBER: u32 = 3;
const WEIGHT: u32 = 4;

/// A number of the compact, and the row and column where it stands.
type Term = (u32, u32, Decimal);

fn terms(scoring: &Scoring, bloc: usize, rows: &Rows) -> Vec<Term> {
    let compact = scoring.compact_of(bloc);
    let mut terms = Vec::new();
    for field in &compact.fields {
        let row = rows.row(&[(0, &field.id), (1, &field.name)]);
        let penal = field.kind == FieldKind::Penalty;
        terms.push((row, NUMBER, if penal { field.minimum } else { field.maximum }.decimal()));
        terms.push((row, WEIGHT, field.weight));
    }
    for criterion in &compact.criteria {
        let row = rows.row(&[(0, &criterion.id), (1, &criterion.name)]);
        terms.push((row, NUMBER, criterion.maximum.decimal()));
        terms.push((row, WEIGHT, criterion.weight));
        for (below, (name, number)) in (row + 1..).zip(criterion.kernel.numbers()) {
            let said = rows.said(below, 1);
            assert_eq!(said.split(':').next().unwrap(), name, "{}", criterion.id);
            terms.push((below, NUMBER, number));
        }
    }
    terms.push((rows.row(&[(1, live::WHOLE_SCALE.say(Lang::Vi))]), NUMBER, compact.scale.decimal()));
    for class in &compact.classes {
        let row = rows.row(&[(1, &live::threshold(&class.name, Lang::Vi))]);
        terms.push((row, NUMBER, class.at_least.decimal()));
    }
    terms
}

/// The workbook with the numbers of another scoring.toml; how many cells are different.
fn changed(scoring: &Scoring, bloc: usize, from: &Path, to: &Path) -> usize {
    let mut book: Xlsx<_> = open_workbook(from).unwrap();
    let name = live::CRITERIA.say(Lang::Vi);
    let part = calamine::Reader::sheet_names(&book).iter().position(|sheet| sheet == name).unwrap() + 1;
    let rows = Rows::of(&mut book, name);
    let different = |(row, column, number): &Term| {
        let said = rows.said(*row, *column);
        // where nothing is weighed there is no weight
        !said.is_empty() && said.parse::<Decimal>() != Ok(*number)
    };
    let terms: Vec<Term> = terms(scoring, bloc, &rows).into_iter().filter(different).collect();
    let bytes = patched(&fs::read(from).unwrap(), &format!("xl/worksheets/sheet{part}.xml"), &|mut xml| {
        for (row, column, number) in &terms {
            put(&mut xml, &address(*row, *column), &Datum::Known(Value::Number(*number)));
        }
        xml
    });
    fs::write(to, bytes).unwrap();
    terms.len()
}

#[test]
#[ignore = "needs LibreOffice"]
fn changed_maxima_weights_and_parameters_come_to_what_the_engine_says() {
    let world = every_rule(SEED);
    assert_eq!(world.run(&[]).code, 1);
    let panel = gathered(&world).panel;
    let text = ScoringText { name: "scoring.toml".to_owned(), text: compact::scoring(true) };
    let other = parse(&text, &thidua::CATALOGUE);
    let other = other.unwrap_or_else(|faults| panic!("{:?}", faults.iter().map(|own| &own.fault).collect::<Vec<_>>()));
    let (results, _) = thidua::engine(&other, &panel).unwrap();
    let mut books = Vec::new();
    for (index, bloc) in other.blocs.iter().enumerate() {
        let id = &bloc.id;
        let book = world.root.join(format!("{id}.xlsx"));
        let from = world.root.join(format!("outputs/2023-tong-ket/{id}/xep-hang_{id}_2023.xlsx"));
        let count = changed(&other, index, &from, &book);
        assert!(count > 60, "{id}: {count}");
        let before = differences(&results, index, &mut open_workbook::<Xlsx<_>, _>(&from).unwrap());
        assert!(before.len() > 10, "{id}: {}", before.len());
        books.push(book);
    }
    let books = calculated(&world, &books).into_iter().enumerate();
    let different: Vec<_> = books.flat_map(|(index, mut book)| differences(&results, index, &mut book)).collect();
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n"));
}
