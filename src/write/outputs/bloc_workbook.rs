//! In: one bloc. Out: `BLOC/xep-hang_BLOC_YEAR.xlsx`: its ranking, points by field, a card for each member,
//! self-marks against appraised ones, gaps to the leader, proposals, findings, estimates, sources.

use rust_xlsxwriter::XlsxError;

use crate::diag::Text;
use crate::model::{BlocResults, Output, OutputContext, Period, Rendered, Scoring};
use crate::wording::headings as words;
use crate::write::book::Book;
use crate::write::letterhead;
use crate::write::live::Live;
use crate::write::midyear::Midyear;
use crate::write::sheets::{
    card, comparison, estimates, fields, focus, gap, history, progress, proposals, ranking, review, sources,
};
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

    fn of_bloc(&self, context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<Rendered>, String> {
        let path = path(context.results.scoring, bloc);
        let bytes = book(context, bloc, own).map_err(|error| error.to_string())?;
        Ok(vec![Rendered { path, bytes }])
    }
}

/// Where it stands in the set.
fn path(scoring: &Scoring, bloc: usize) -> String {
    let id = &scoring.blocs[bloc].id;
    format!("{id}/xep-hang_{id}_{}.xlsx", scoring.term.year)
}

/// The same for a link to it; none where it is not written.
pub(in crate::write) fn linked(scoring: &Scoring, bloc: usize) -> Option<String> {
    let written = scoring.outputs.iter().any(|output| output.name() == BlocWorkbook.name());
    written.then(|| path(scoring, bloc))
}

fn book(context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<u8>, XlsxError> {
    let view = View::new(context, bloc, own);
    let title = words::ranking_title(view.results.scoring.term, view.lang);
    let about = letterhead::about(view.bloc(), view.compact());
    let mut book = Book::new(context, &format!("{title} - {about}"))?.of_bloc(view.bloc());
    ranking::add(&mut book, view)?;
    if let Some(midyear) = Midyear::of(view.brief()) {
        progress::add(&mut book, view, midyear)?;
        focus::add(&mut book, view, midyear)?;
    }
    fields::add(&mut book, view)?;
    let live = Live::of(view);
    if let Some(live) = &live {
        live.marks(&mut book)?;
    }
    card::add(&mut book, view)?;
    comparison::add(&mut book, view)?;
    if context.results.scoring.term.period == Period::Year {
        gap::add(&mut book, view)?;
        proposals::add(&mut book, context, Some(bloc))?;
    }
    if let Some(earlier) = &context.results.common.history {
        history::add(&mut book, view, earlier)?;
    }
    review::add(&mut book, context, Some(bloc))?;
    estimates::add(&mut book, view)?;
    if let Some(live) = &live {
        live.trial(&mut book)?;
        live.criteria(&mut book)?;
        live.data(&mut book)?;
    }
    sources::add(&mut book, context, Some(bloc))?;
    book.bytes()
}
