//! In: one bloc at the year's end. Out: `BLOC/phieu-cham-diem/MEMBER.xlsx`, one for each member: the notice of its marks
//! after appraisal, with room for its explanation.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{BlocResults, Output, OutputContext, Period, Rendered};
use crate::wording::sheets as words;
use crate::write::book::Book;
use crate::write::file_name;
use crate::write::sheets::notice;
use crate::write::view::View;

/// The folder of the notices, within that of the bloc.
const FOLDER: &str = "phieu-cham-diem";

/// The notices to the members of a bloc.
pub(super) struct Notices;

impl Output for Notices {
    fn name(&self) -> &'static str {
        "notices"
    }

    fn doc(&self) -> Text {
        words::NOTICES
    }

    /// Mid-year there is no appraisal to give notice of.
    fn of_bloc(&self, context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<Rendered>, String> {
        if context.results.scoring.term.period == Period::Half {
            return Ok(Vec::new());
        }
        let view = View::new(context, bloc, own);
        let names = file_name::of_members(view.bloc()).into_iter().enumerate();
        let files = names.map(|(member, name)| {
            let bytes = book(context, view, member).map_err(|error| error.to_string())?;
            Ok(Rendered { path: format!("{}/{FOLDER}/{name}.xlsx", view.bloc().id), bytes })
        });
        files.collect()
    }
}

fn book(context: &OutputContext, view: View, member: usize) -> Result<Vec<u8>, XlsxError> {
    let title = words::notice_title(view.results.scoring.term, view.lang);
    let mut book = Book::new(context, &format!("{title} - {}", view.name(member)))?;
    notice::add(&mut book, view, member)?;
    book.bytes()
}
