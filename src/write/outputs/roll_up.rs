//! In: the whole run. Out: `tong-hop_YEAR.xlsx`: all rankings, proposals, the table for the council, shares, who
//! handed in, criteria without figures, findings, sources.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{Output, OutputContext, Period, Rendered};
use crate::wording::headings as words;
use crate::write::book::Book;
use crate::write::sheets::{council, focus, lacking, proposals, received, review, shares, sources, summary};

/// The workbook of all blocs.
pub(super) struct RollUp;

impl Output for RollUp {
    fn name(&self) -> &'static str {
        "roll-up"
    }

    fn doc(&self) -> Text {
        words::ROLL_UP
    }

    fn of_run(&self, context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let path = format!("tong-hop_{}.xlsx", context.results.scoring.term.year);
        let bytes = book(context).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path, bytes }])
    }
}

fn book(context: &OutputContext) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(context, &words::ranking_title(context.results.scoring.term, context.lang))?;
    summary::add(&mut book, context)?;
    if context.results.scoring.term.period == Period::Year {
        proposals::add(&mut book, context, None)?;
        council::add(&mut book, context)?;
        shares::add(&mut book, context)?;
    } else {
        focus::add_all(&mut book, context)?;
    }
    received::add(&mut book, context)?;
    lacking::add(&mut book, context)?;
    review::add(&mut book, context, None)?;
    sources::add(&mut book, context, None)?;
    book.bytes()
}
