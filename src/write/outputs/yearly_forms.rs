//! In: the whole run. Out: `bieu-tong-hop-khen-thuong_YEAR.xlsx`: the two yearly forms, each where a list was handed in
//! that it is made of; without any list no file.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{Output, OutputContext, Rendered};
use crate::wording::yearly as words;
use crate::write::book::Book;
use crate::write::sheets::{yearly_awards, yearly_fund};

/// The yearly forms.
pub(super) struct YearlyForms;

impl Output for YearlyForms {
    fn name(&self) -> &'static str {
        "yearly-forms"
    }

    fn doc(&self) -> Text {
        words::YEARLY_FORMS
    }

    fn of_run(&self, context: &OutputContext) -> Result<Vec<Rendered>, String> {
        let forms = &context.results.yearly;
        if forms.awards.is_none() && forms.fund.is_none() {
            return Ok(Vec::new());
        }
        let path = format!("bieu-tong-hop-khen-thuong_{}.xlsx", context.results.scoring.term.year);
        let bytes = book(context).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path, bytes }])
    }
}

fn book(context: &OutputContext) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(context, &words::awards_title(context.results.scoring.term, context.lang))?;
    if let Some(form) = &context.results.yearly.awards {
        yearly_awards::add(&mut book, context, form)?;
    }
    if let Some(form) = &context.results.yearly.fund {
        yearly_fund::add(&mut book, context, form)?;
    }
    book.bytes()
}
