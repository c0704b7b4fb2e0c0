//! In: one bloc. Out: its pictures: an SVG with letters as outlines, and a PNG of that very picture.
//!
//! plotters draws the SVG (`canvas`), usvg sets its text with the embedded Noto Sans, resvg paints the PNG (`picture`).
//! A chart is one file that draws on a `page`, with the sizes and colours of `palette`, and a line in [`of_bloc`].

mod axis;
mod bars;
mod canvas;
mod columns;
mod gap;
mod legend;
mod matrix;
mod members;
mod page;
mod pairs;
mod palette;
mod picture;
mod plans;
mod print;
mod progress;
mod stacked;
mod years;

use super::midyear::Midyear;
use super::view::View;
use picture::Drawing;

pub(super) use picture::Picture;

/// The charts of a bloc by the names of their files; one that would show nothing is left out.
pub(super) fn of_bloc(view: View) -> Result<Vec<(String, Drawing)>, String> {
    let history = view.results.common.history.as_ref();
    let charts = [
        ("diem-tong", vec![bars::totals(view)?]),
        ("diem-linh-vuc", vec![stacked::fields(view)?]),
        ("khoang-cach", one(gap::gaps(view)?)),
        ("tu-cham-tham-dinh", one(pairs::pairs(view)?)),
        ("ma-tran-diem", one(matrix::matrix(view)?)),
        ("ke-hoach-thuc-hien", plans::plans(view)?),
        ("tien-do", one(Midyear::of(view.brief()).map(progress::progress).transpose()?)),
        ("ket-qua-cac-nam", one(history.map(|history| years::years(view, history)).transpose()?.flatten())),
    ];
    Ok(charts.into_iter().flat_map(|(name, drawings)| named(name, drawings)).collect())
}

fn one(drawing: Option<Drawing>) -> Vec<Drawing> {
    drawing.into_iter().collect()
}

/// The first under the name itself, further ones numbered from 2.
fn named(name: &str, drawings: Vec<Drawing>) -> Vec<(String, Drawing)> {
    let numbered = |(index, drawing): (usize, Drawing)| match index {
        0 => (name.to_owned(), drawing),
        index => (format!("{name}-{}", index + 1), drawing),
    };
    drawings.into_iter().enumerate().map(numbered).collect()
}

#[cfg(test)]
mod tests;
