//! In: one bloc. Out: `BLOC/bieu-do/`: its totals and its points by field, mid-year its progress towards the plans of
//! the year, each as SVG and as PNG of the same picture.

use crate::diag::Text;
use crate::model::{Output, OutputContext, Rendered, Scope};
use crate::wording::headings as words;
use crate::write::chart::{self, Picture};
use crate::write::midyear::Midyear;
use crate::write::view::View;

/// The charts of a bloc.
pub(super) struct Charts;

impl Output for Charts {
    fn name(&self) -> &'static str {
        "charts"
    }

    fn doc(&self) -> Text {
        words::CHARTS
    }

    fn scope(&self) -> Scope {
        Scope::Bloc
    }

    fn render(&self, context: &OutputContext, bloc: usize) -> Result<Vec<Rendered>, String> {
        let view = View::new(context, bloc);
        let mut pictures = vec![("diem-tong", chart::totals(view)?), ("diem-linh-vuc", chart::fields(view)?)];
        if let Some(midyear) = Midyear::of(view) {
            pictures.push(("tien-do", chart::progress(midyear)?));
        }
        Ok(pictures.into_iter().flat_map(|(name, picture)| files(&view.bloc().id, name, picture)).collect())
    }
}

fn files(bloc: &str, name: &str, picture: Picture) -> [Rendered; 2] {
    let path = |ending| format!("{bloc}/bieu-do/{name}.{ending}");
    [
        Rendered { path: path("svg"), bytes: picture.svg.into_bytes() },
        Rendered { path: path("png"), bytes: picture.png },
    ]
}
