//! Workbooks as the library writes them, and what their charts know before and after.

use std::io::{Cursor, Read};

use rust_xlsxwriter::{Chart, Formula, Workbook, XlsxError};
use zip::ZipArchive;

use super::super::package::Package;
use crate::write::native::{Notes, finish};

/// Names by formula in A, points by formula in B, constants in C; row 1 has the headings.
fn book(sheet: &str, categories: &str, values: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "in front").unwrap();
    let own = book.add_worksheet().set_name(sheet).unwrap();
    own.set_formula_result_default("");
    for (row, name, points) in [(1, "A & <B>", "97.25"), (2, "C\u{1EA5}p", "0"), (3, "", "")] {
        own.write_formula(row, 0, Formula::new("=T(1)").set_result(name)).unwrap();
        own.write_formula(row, 1, Formula::new("=1*1").set_result(points)).unwrap();
    }
    own.write_formula(4, 0, Formula::new("=T(1)").set_result("#1")).unwrap();
    own.write_formula(4, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
    own.write_string(0, 1, "Points").unwrap();
    own.write_formula(0, 2, Formula::new("=T(2)").set_result("By formula")).unwrap();
    own.write_number(1, 2, 0.1).unwrap();
    own.write_string(3, 2, "-").unwrap();
    let mut chart = Chart::new_bar();
    chart.add_series().set_categories(categories).set_values(values).set_name(format!("='{sheet}'!$C$1").as_str());
    own.insert_chart(6, 0, &chart).unwrap();
    book.define_name("Points", "='S'!$B$2:$B$3").unwrap();
    book.save_to_buffer().unwrap()
}

fn fill(bytes: Vec<u8>) -> Result<Vec<u8>, XlsxError> {
    finish(bytes, &Notes::default())
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts = (0..zip.len()).map(|index| {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    });
    parts.collect()
}

fn chart(bytes: &[u8]) -> String {
    Package::new(bytes).unwrap().text("xl/charts/chart1.xml").unwrap()
}

/// With another text in a part.
fn patched(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut package = Package::new(bytes).unwrap();
    let text = package.text(part).unwrap();
    assert!(text.contains(from), "{text}");
    package.with(&[(part.to_owned(), text.replace(from, to))]).unwrap()
}

#[test]
fn ranges_over_formulas_get_the_results_and_what_is_no_number_no_length() {
    let filled = chart(&fill(book("S", "=S!$A$2:$A$5", "=S!$B$2:$B$5")).unwrap());
    for expected in [
        "<c:cat><c:strRef><c:f>S!$A$2:$A$5</c:f><c:strCache><c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>A &amp; &lt;B&gt;</c:v>\
         </c:pt><c:pt idx=\"1\"><c:v>C\u{1EA5}p</c:v></c:pt><c:pt idx=\"2\"><c:v></c:v></c:pt>\
         <c:pt idx=\"3\"><c:v>#1</c:v></c:pt></c:strCache></c:strRef></c:cat>",
        "<c:val><c:numRef><c:f>S!$B$2:$B$5</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"4\"/>\
         <c:pt idx=\"0\"><c:v>97.25</c:v></c:pt><c:pt idx=\"1\"><c:v>0</c:v></c:pt></c:numCache></c:numRef></c:val>",
        "<c:tx><c:strRef><c:f>S!$C$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>By formula</c:v></c:pt>\
         </c:strCache></c:strRef></c:tx>",
    ] {
        assert!(filled.contains(expected), "{expected}\nin {filled}");
    }
}

#[test]
fn a_text_among_constants_is_no_length_either() {
    let raw = book("S", "=S!$A$2:$A$5", "=S!$C$2:$C$4");
    assert!(chart(&raw).contains("<c:pt idx=\"2\"><c:v>0</c:v></c:pt>"), "{}", chart(&raw));
    let filled = chart(&fill(raw).unwrap());
    let points = "<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>0.1</c:v></c:pt></c:numCache>";
    assert!(filled.contains(points), "{filled}");
}

#[test]
fn names_of_sheets_are_read_as_they_are_quoted() {
    for sheet in ["T\u{ED}nh th\u{1EED}", "It's a 'sheet'!", "A & B", "B!C", "2023", "R1C1", "\u{110}i\u{1EC3}m"] {
        let mut book = Workbook::new();
        let own = book.add_worksheet().set_name(sheet).unwrap();
        own.write_formula(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
        let mut drawn = Chart::new_bar();
        drawn.add_series().set_values((sheet, 0, 0, 1, 0));
        own.insert_chart(6, 0, &drawn).unwrap();
        let filled = chart(&fill(book.save_to_buffer().unwrap()).unwrap());
        let points = "<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>2</c:v></c:pt></c:numCache>";
        assert!(filled.contains(points), "{sheet}: {filled}");
        let asked = chart(&book.save_to_buffer().unwrap());
        let formula = asked.split("<c:f>").nth(1).unwrap().split("</c:f>").next().unwrap();
        assert!(filled.contains(&format!("<c:f>{formula}</c:f>")), "{formula}: {filled}");
    }
}

#[test]
fn a_defined_name_stands_for_its_cells_and_what_is_unknown_stays_as_it_was() {
    let raw = book("S", "=S!$A$2:$A$5", "=S!$B$2:$B$5");
    let named = patched(&raw, "xl/charts/chart1.xml", "<c:f>S!$B$2:$B$5</c:f>", "<c:f>S!Points</c:f>");
    let filled = chart(&fill(named).unwrap());
    let points = "<c:f>S!Points</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"2\"/>\
                  <c:pt idx=\"0\"><c:v>97.25</c:v></c:pt><c:pt idx=\"1\"><c:v>0</c:v></c:pt></c:numCache>";
    assert!(filled.contains(points), "{filled}");
    for unknown in ["Elsewhere!$B$2:$B$5", "S!Nothing", "[1]S!$B$2:$B$5", "S!$A$2:$B$5", "(S!$B$2,S!$B$4)"] {
        let to = format!("<c:val><c:numRef><c:f>{unknown}</c:f><c:kept/></c:numRef></c:val>");
        let before = chart(&raw);
        let at = before.find("<c:val>").unwrap()..before.find("</c:val>").unwrap() + "</c:val>".len();
        let other = patched(&raw, "xl/charts/chart1.xml", &before[at], &to);
        let filled = chart(&fill(other).unwrap());
        assert!(filled.contains(&to) && filled.contains("By formula"), "{filled}");
    }
}

#[test]
fn only_the_chart_is_different_and_alike_every_time() {
    let raw = book("S", "=S!$A$2:$A$5", "=S!$B$2:$B$5");
    let filled = fill(raw.clone()).unwrap();
    assert_eq!(filled, fill(raw.clone()).unwrap());
    assert_eq!(chart(&filled), chart(&fill(filled.clone()).unwrap()));
    let (before, after) = (parts(&raw), parts(&filled));
    assert_eq!(before.len(), after.len());
    let different = before.iter().zip(&after).filter(|(before, after)| before != after);
    assert_eq!(different.map(|(before, _)| before.0.as_str()).collect::<Vec<_>>(), ["xl/charts/chart1.xml"]);
    let stamps = |bytes: &[u8]| {
        let mut zip = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
        (0..zip.len()).map(|index| zip.by_index(index).unwrap().last_modified()).collect::<Vec<_>>()
    };
    assert_eq!(stamps(&raw), stamps(&filled));
}

#[test]
fn a_workbook_without_charts_stays_as_it_was() {
    let mut book = Workbook::new();
    book.add_worksheet().write_formula(0, 0, "=1+1").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(fill(bytes.clone()).unwrap(), bytes);
}
