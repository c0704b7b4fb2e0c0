//! In: finished results. Out: the set of outputs named in scoring.toml, whole or not at all.
//!
//! Every output renders into memory, bloc by bloc on all cores, and each file is written aside and dropped at once;
//! `publish` puts the finished set into place. Nothing is computed and nothing rounded here.

mod book;
mod chart;
mod colours;
mod contents;
mod disk;
mod face;
mod file_name;
mod forms;
mod letterhead;
mod live;
mod manifest;
mod midyear;
mod native;
mod outputs;
mod pages;
mod publish;
mod record;
mod returned;
mod sheet;
mod sheets;
mod swap;
mod text;
mod tiers;
mod view;

#[cfg(test)]
mod fixture;

use std::path::PathBuf;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Output, OutputContext, Rendered, Scope};

pub use forms::forms;
pub use outputs::OUTPUTS;
pub use publish::{Claim, prepare};
pub use record::FileRecord;
pub use returned::{Returned, give_back};

/// A set of outputs that stands in its place.
#[derive(Clone, Debug)]
pub struct Published {
    /// Name of the set: its folder under the outputs folder.
    pub set: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its files by path, the manifest among them.
    pub files: Vec<FileRecord>,
    /// Whether anything is different from the set that stood there before.
    pub changed: bool,
}

/// Renders every output that scoring.toml names and publishes them together.
///
/// # Errors
/// `render-failed` or `outputs-unwritable`; the earlier set is then untouched.
pub fn write(context: &OutputContext, claim: &Claim) -> Result<Published, Diagnostic> {
    let scoring = context.results.scoring;
    let set = scoring.set_name(context.lang);
    let draft = claim.draft(&set)?;
    let mut jobs: Vec<_> = scoring.outputs.iter().flat_map(|output| jobs(*output, scoring.blocs.len())).collect();
    // what goes over all blocs takes longest, and would keep one core at work when the others have done
    jobs.sort_by_key(|(output, _)| output.scope() == Scope::Bloc);
    let written = jobs.par_iter().map(|(output, bloc)| {
        let rendered = output.render(context, *bloc).map_err(|reason| failed(context, *output, *bloc, reason))?;
        rendered.iter().map(|file| draft.put(file)).collect::<Result<Vec<_>, _>>()
    });
    let mut files: Vec<_> = written.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    files.sort();
    let manifest = Rendered { path: manifest::PATH.to_owned(), bytes: manifest::bytes(context, &files) };
    files.push(draft.put(&manifest)?);
    files.sort();
    let changed = draft.publish(&files)?;
    Ok(Published { folder: claim.folder(&set), set, files, changed })
}

/// What one output has to render: once, or for every bloc.
fn jobs(output: &'static dyn Output, blocs: usize) -> Vec<(&'static dyn Output, usize)> {
    let count = match output.scope() {
        Scope::Run => 1,
        Scope::Bloc => blocs,
    };
    (0..count).map(|bloc| (output, bloc)).collect()
}

fn failed(context: &OutputContext, output: &dyn Output, bloc: usize, reason: String) -> Diagnostic {
    let fault = Diagnostic::new(Fault::RenderFailed { reason }, Place::Run).found(output.name());
    match output.scope() {
        Scope::Run => fault,
        Scope::Bloc => fault.bloc(&context.results.scoring.blocs[bloc].id),
    }
}

#[cfg(test)]
mod tests;
