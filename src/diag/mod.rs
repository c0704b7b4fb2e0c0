//! What went wrong, where, and in which language it is said: the bottom layer.
//!
//! In: nothing of ours. Out: [`Fault`] (one entry per code, with its verdict), [`Place`], [`Diagnostic`],
//! and [`Lang`]. The sentences themselves stand in `wording`.

mod diagnostic;
mod fault;
mod lang;
mod measure;
mod place;

pub use diagnostic::{Diagnostic, Noted, Subject, sort};
pub use fault::{Fault, Verdict};
pub use lang::{Lang, Sentence, Text};
pub use measure::{Limits, Measure, Stop};
pub use place::{CellRef, Place, SheetRef, column_letters, shared};
