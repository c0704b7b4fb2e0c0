//! In: one bloc. Out: its pictures: an SVG with letters as outlines, and a PNG of that very picture.
//!
//! plotters draws the SVG (`canvas`), usvg sets its text with the embedded Noto Sans, resvg paints the PNG (`picture`).

mod bars;
mod canvas;
mod frame;
mod picture;
mod progress;
mod stacked;

pub(super) use bars::totals;
pub(super) use picture::Picture;
pub(super) use progress::progress;
pub(super) use stacked::fields;
