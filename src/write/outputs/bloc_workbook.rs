//! In: one bloc. Out: `BLOC/xep-hang_BLOC_YEAR.xlsx`: its ranking, every mark with its reason and cells, proposals,
//! findings, sources.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{Output, OutputContext, Period, Rendered, Scope};
use crate::wording::headings as words;
use crate::write::book::Book;
use crate::write::letterhead;
use crate::write::midyear::Midyear;
use crate::write::sheets::{detail, focus, history, progress, proposals, ranking, review, sources};
use crate::write::view::View;

/// The workbook of a bloc.
pub(super) struct BlocWorkbook;

impl Output for BlocWorkbook {
    fn name(&self) -> &'static str {
        "bloc-workbook"
    }

    fn doc(&self) -> Text {
        words::BLOC_WORKBOOK
    }

    fn scope(&self) -> Scope {
        Scope::Bloc
    }

    fn render(&self, context: &OutputContext, bloc: usize) -> Result<Vec<Rendered>, String> {
        let scoring = context.results.scoring;
        let id = &scoring.blocs[bloc].id;
        let path = format!("{id}/xep-hang_{id}_{}.xlsx", scoring.term.year);
        let bytes = book(context, bloc).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path, bytes }])
    }
}

fn book(context: &OutputContext, bloc: usize) -> Result<Vec<u8>, XlsxError> {
    let view = View::new(context, bloc);
    let title = words::ranking_title(view.results.scoring.term, view.lang);
    let about = letterhead::about(view.bloc(), view.compact());
    let mut book = Book::new(context, &format!("{title} - {about}"))?.of_bloc(view.bloc());
    ranking::add(&mut book, view)?;
    if let Some(midyear) = Midyear::of(view) {
        progress::add(&mut book, midyear)?;
        focus::add(&mut book, midyear)?;
    }
    detail::add(&mut book, view)?;
    if context.results.scoring.term.period == Period::Year {
        proposals::add(&mut book, context, Some(bloc))?;
    }
    if let Some(earlier) = &context.results.panel.history {
        history::add(&mut book, view, earlier)?;
    }
    review::add(&mut book, context, Some(bloc))?;
    sources::add(&mut book, context, Some(bloc))?;
    book.bytes()
}
