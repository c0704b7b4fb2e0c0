//! What the office program is told of a chart.

use rust_xlsxwriter::{Chart, Color, Workbook};

use super::super::package::Package;
use super::{Bars, fields, totals};

const BARS: Bars = Bars {
    sheet: "A b",
    rows: (4, 12),
    names: 1,
    places: 2,
    title: "T",
    alt: "Said",
    font: "Times New Roman",
    leader: Color::RGB(0xC0_0000),
};

fn drawn(chart: &Chart) -> (String, String) {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("A b").unwrap().insert_chart(20, 0, chart).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut package = Package::new(&bytes).unwrap();
    (package.text("xl/charts/chart1.xml").unwrap(), package.text("xl/drawings/drawing1.xml").unwrap())
}

/// The part of a text from an element's start to its end.
fn within<'a>(xml: &'a str, name: &str) -> &'a str {
    xml.split(&format!("<{name}>")).nth(1).unwrap().split(&format!("</{name}>")).next().unwrap()
}

#[test]
fn the_best_is_on_top_and_the_axis_of_points_below_starts_at_zero() {
    for chart in [totals(BARS, 6, None), fields(BARS, (3, &[]), &[2, 3], 50)] {
        let (xml, drawing) = drawn(&chart);
        let (members, points) = (within(&xml, "c:catAx"), within(&xml, "c:valAx"));
        assert!(members.contains("<c:orientation val=\"maxMin\"/>"), "{members}");
        assert!(points.contains("<c:orientation val=\"minMax\"/><c:min val=\"0\"/>"), "{points}");
        assert!(points.contains("<c:crosses val=\"max\"/>"), "{points}");
        assert!(xml.contains("<c:f>'A b'!$B$5:$B$13</c:f>"), "{xml}");
        assert!(xml.contains("typeface=\"Times New Roman\""), "{xml}");
        assert!(drawing.contains("descr=\"Said\""), "{drawing}");
    }
}

#[test]
fn leaders_have_a_series_of_their_own_over_the_others() {
    let (xml, _) = drawn(&totals(BARS, 6, Some(7)));
    assert_eq!(xml.matches("<c:ser>").count(), 2);
    assert!(xml.contains("'A b'!$G$5:$G$13") && xml.contains("'A b'!$H$5:$H$13"), "{xml}");
    assert!(xml.contains("<c:overlap val=\"100\"/>"), "{xml}");
    assert_eq!(xml.matches("<c:showVal val=\"1\"/>").count(), 1);
}

#[test]
fn a_part_too_short_for_its_number_has_none() {
    let (xml, _) = drawn(&fields(BARS, (3, &[]), &[2, 3], 50));
    assert_eq!(xml.matches("formatCode=\"[&gt;=50]#,##0.00;\"").count(), 2, "{xml}");
    assert!(xml.contains("<c:tx><c:strRef><c:f>'A b'!$C$4</c:f>"), "{xml}");
}
