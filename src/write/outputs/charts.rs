//! In: one bloc. Out: `BLOC/bieu-do/`: its charts to be pasted into reports, each as SVG and as PNG of the same picture.

use rayon::prelude::*;

use crate::diag::Text;
use crate::model::{BlocResults, Output, OutputContext, Rendered};
use crate::wording::chart as words;
use crate::write::chart::{self, Picture};
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

    fn of_bloc(&self, context: &OutputContext, bloc: usize, own: &BlocResults) -> Result<Vec<Rendered>, String> {
        let view = View::new(context, bloc, own);
        let drawings = chart::of_bloc(view)?;
        let painted = drawings.par_iter().map(|(name, drawing)| Ok(files(&view.bloc().id, name, drawing.picture()?)));
        Ok(painted.collect::<Result<Vec<_>, String>>()?.into_iter().flatten().collect())
    }
}

fn files(bloc: &str, name: &str, picture: Picture) -> [Rendered; 2] {
    let path = |ending| format!("{bloc}/bieu-do/{name}.{ending}");
    [
        Rendered { path: path("svg"), bytes: picture.svg.into_bytes() },
        Rendered { path: path("png"), bytes: picture.png },
    ]
}
