//! In: the rows of a live table, the best on top. Out: charts over its cells, drawn as the pictures are: horizontal bars
//! in the order of the table, an axis from zero, the leaders' bars in another colour with an edge that a grey print shows.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartAxisTickType, ChartDataLabel, ChartDataLabelPosition,
    ChartEmptyCells, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color, ObjectMovement,
};

use crate::write::colours::{self, PARTS, is_dark};

/// Fill of a bar.
const BAR: Color = Color::RGB(colours::BAR);
/// Letters and edges.
const INK: Color = Color::RGB(colours::INK);
/// Lines of the axis.
const GRID: Color = Color::RGB(colours::GRID);
/// Width of a chart in pixels.
pub(in crate::write) const WIDTH: u32 = 960;
/// Pixels over the bars for the title, and under them for the axis.
const TITLE: u32 = 48;
const AXIS: u32 = 36;
/// Pixels of a line of the legend.
const LEGEND_LINE: u32 = 24;
/// Letters of a line of the legend.
const LEGEND_LETTERS: usize = 120;
/// The shares of the width where the titles start, and where the axis ends; numbers may stand to the right of it.
const EDGE: f64 = 0.015;
const RIGHT: f64 = 0.94;

/// The rows of a table that a chart is drawn from.
#[derive(Clone, Copy)]
pub(in crate::write) struct Bars<'a> {
    /// Name of the sheet.
    pub(in crate::write) sheet: &'a str,
    /// First and last row, the best member's first.
    pub(in crate::write) rows: (u32, u32),
    /// Column of the members' names.
    pub(in crate::write) names: u16,
    /// Decimals of a number of points.
    pub(in crate::write) places: u32,
    /// Title over the bars.
    pub(in crate::write) title: &'a str,
    /// Font of all letters.
    pub(in crate::write) font: &'a str,
    /// Colour of a leader's bar.
    pub(in crate::write) leader: Color,
    /// The chart in words, for those who cannot see it.
    pub(in crate::write) alt: &'a str,
}

/// How a member's row looks.
struct Row {
    /// Pixels.
    height: u32,
    /// The gap between two bars, in hundredths of a bar.
    gap: u16,
    /// Size of the letters.
    letters: f64,
    /// The share of the width where the bars start.
    left: f64,
}

impl<'a> Bars<'a> {
    fn column(&self, column: u16) -> (&'a str, u32, u16, u32, u16) {
        (self.sheet, self.rows.0, column, self.rows.1, column)
    }

    fn count(&self) -> u32 {
        self.rows.1.saturating_sub(self.rows.0) + 1
    }

    fn letters(&self, size: f64) -> ChartFont {
        let mut font = ChartFont::new();
        font.set_name(self.font).set_size(size).set_color(INK);
        font
    }

    /// How a member's row looks: two lines of a name stand beside a bar, and a bloc of many still fits on a page.
    fn row(&self) -> Row {
        match self.count() {
            0..=12 => Row { height: 40, gap: 60, letters: 12.0, left: 0.30 },
            13..=36 => Row { height: 34, gap: 60, letters: 11.0, left: 0.36 },
            _ => Row { height: 26, gap: 50, letters: 9.0, left: 0.40 },
        }
    }

    /// Points as the chart prints them; nothing for zero, as which the office program reads a text.
    fn format(&self) -> String {
        let number = number(self.places);
        format!("{number};-{number};")
    }

    /// What all charts have in common, with so much room for a legend.
    fn chart(&self, kind: ChartType, legend: u32) -> Chart {
        let row = self.row();
        let bars = row.height * self.count();
        let height = TITLE + legend + bars + AXIS;
        let share = |pixels: u32| f64::from(pixels) / f64::from(height);
        let mut chart = Chart::new(kind);
        chart.set_width(WIDTH).set_height(height).set_alt_text(self.alt);
        chart.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
        chart.show_empty_cells_as(ChartEmptyCells::Gaps);
        let title = ChartLayout::new().set_offset(EDGE, share(TITLE / 4));
        chart.title().set_name(self.title).set_font(self.letters(14.0).set_bold()).set_layout(&title);
        let under = ChartLayout::new().set_offset(EDGE, share(TITLE)).set_dimensions(RIGHT - EDGE, share(legend));
        chart.legend().set_position(ChartLegendPosition::Top).set_font(&self.letters(11.0)).set_layout(&under);
        chart.chart_area().set_format(ChartFormat::new().set_no_border());
        let inside = ChartLayout::new().set_offset(row.left, share(TITLE + legend));
        chart.plot_area().set_layout(&inside.set_dimensions(RIGHT - row.left, share(bars)));
        let edge = ChartLine::new().set_color(INK).clone();
        // the order is turned, and the axis of points brought back below the bars
        chart
            .y_axis()
            .set_reverse()
            .set_crossing(ChartAxisCrossing::Max)
            .set_font(&self.letters(row.letters))
            .set_label_interval(1)
            .set_label_position(ChartAxisLabelPosition::Low)
            .set_major_tick_type(ChartAxisTickType::None)
            .set_format(ChartFormat::new().set_line(&edge));
        chart
            .x_axis()
            .set_min(0)
            .set_font(&self.letters(11.0))
            .set_num_format("#,##0.###")
            .set_major_tick_type(ChartAxisTickType::None)
            .set_major_gridlines_line(ChartLine::new().set_color(GRID))
            .set_format(ChartFormat::new().set_no_line());
        chart
    }
}

/// Totals as bars. In the column `leaders` stands the total of whoever leads, and nothing in other rows.
pub(in crate::write) fn totals(bars: Bars, totals: u16, leaders: Option<u16>) -> Chart {
    let row = bars.row();
    let mut chart = bars.chart(ChartType::Bar, 0);
    chart.legend().set_hidden();
    let mut label = ChartDataLabel::new();
    label.show_value().set_position(ChartDataLabelPosition::OutsideEnd);
    label.set_num_format(bars.format()).set_font(bars.letters(row.letters).set_bold());
    chart
        .add_series()
        .set_categories(bars.column(bars.names))
        .set_values(bars.column(totals))
        .set_format(&mut filled(BAR))
        .set_data_label(&label)
        .set_gap(row.gap)
        .set_overlap(100);
    if let Some(leaders) = leaders {
        let edge = ChartLine::new().set_color(INK).set_width(2.0).clone();
        chart
            .add_series()
            .set_categories(bars.column(bars.names))
            .set_values(bars.column(leaders))
            .set_format(filled(bars.leader).set_border(&edge));
    }
    chart
}

/// Totals as bars of parts. Each part's column is named in the row `heading`; a part of less than `least` points has
/// no room for its number.
pub(in crate::write) fn fields(bars: Bars, heading: (u32, &[String]), columns: &[u16], least: u32) -> Chart {
    let row = bars.row();
    let (heading, named) = heading;
    let letters: usize = named.iter().map(|name| name.chars().count() + 6).sum();
    let lines = u32::try_from(letters.div_ceil(LEGEND_LETTERS)).unwrap_or(1);
    let mut chart = bars.chart(ChartType::BarStacked, LEGEND_LINE * lines + 8);
    for (index, column) in columns.iter().enumerate() {
        let part = PARTS[index % PARTS.len()];
        let mut label = ChartDataLabel::new();
        let mut letters = bars.letters(row.letters - 1.0);
        letters.set_color(if is_dark(part) { Color::White } else { INK });
        label.show_value().set_position(ChartDataLabelPosition::Center).set_font(&letters);
        label.set_num_format(format!("[>={least}]{};", number(bars.places)));
        chart
            .add_series()
            .set_name((bars.sheet, heading, *column))
            .set_categories(bars.column(bars.names))
            .set_values(bars.column(*column))
            .set_format(filled(Color::RGB(part)).set_border(ChartLine::new().set_color(Color::White).set_width(0.75)))
            .set_data_label(&label)
            .set_gap(row.gap)
            .set_overlap(100);
    }
    chart
}

fn number(places: u32) -> String {
    if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places as usize)) }
}

fn filled(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

#[cfg(test)]
mod tests;
