//! In: finished results. Out: the set of outputs named in scoring.toml, whole or not at all.
//!
//! Every output renders into memory, bloc by bloc on all cores, and each file, or its next piece, is written aside and
//! dropped at once; `publish` puts the finished set into place. Nothing is computed and nothing rounded here.

mod book;
mod brief;
mod chart;
mod colours;
mod contents;
mod disk;
mod face;
mod file_name;
mod forms;
mod growing;
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

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{BlocResults, Output, OutputContext, Rendered, bloc_by_bloc};

use growing::GrowingFiles;
use publish::Draft;

pub use book::PACKED;
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

/// Gives all there is of a bloc, as often as it is asked for.
pub type Source<'a> = dyn Fn(usize) -> Result<Arc<BlocResults>, Diagnostic> + Sync + 'a;

/// Renders every output that scoring.toml names and publishes them together; `done` is told of each bloc.
///
/// # Errors
/// `render-failed` or `outputs-unwritable`; the earlier set is then untouched.
pub fn write(
    context: &OutputContext,
    blocs: &Source,
    claim: &Claim,
    done: &(dyn Fn() + Sync),
) -> Result<Published, Diagnostic> {
    let set = context.results.scoring.set_name(context.lang);
    let draft = claim.draft(&set)?;
    let growing = Mutex::new(begun(context, &draft)?);
    let (run, each) = thread::scope(|scope| {
        let run = scope.spawn(|| of_run(context, &draft));
        let each = of_blocs(context, blocs, &draft, &growing, done);
        (run.join(), each)
    });
    let mut files = run.unwrap_or_else(|panic| resume_unwind(panic))?;
    files.extend(each?);
    files.extend(ended(context, growing.into_inner().unwrap_or_else(PoisonError::into_inner))?);
    files.sort();
    let bytes = manifest::bytes(context, &files);
    let bytes = bytes.map_err(|error| Fault::RenderFailed { reason: error.to_string() });
    let bytes = bytes.map_err(|fault| Diagnostic::new(fault, Place::Run).found(manifest::PATH))?;
    let manifest = Rendered { path: manifest::PATH.to_owned(), bytes };
    files.push(draft.put(&manifest)?);
    files.sort();
    let changed = draft.publish(&files)?;
    Ok(Published { folder: claim.folder(&set), set, files, changed })
}

fn begun(context: &OutputContext, draft: &Draft) -> Result<GrowingFiles, Diagnostic> {
    let mut files = GrowingFiles::default();
    for output in &context.results.scoring.outputs {
        for head in output.heads(context).map_err(|reason| failed(*output, reason))? {
            files.begin(draft, head)?;
        }
    }
    Ok(files)
}

fn ended(context: &OutputContext, mut files: GrowingFiles) -> Result<Vec<FileRecord>, Diagnostic> {
    for output in &context.results.scoring.outputs {
        output.tails(context, &mut files).map_err(|reason| failed(*output, reason))?;
    }
    files.end()
}

fn of_run(context: &OutputContext, draft: &Draft) -> Result<Vec<FileRecord>, Diagnostic> {
    let written = context.results.scoring.outputs.par_iter().map(|output| {
        let rendered = output.of_run(context).map_err(|reason| failed(*output, reason))?;
        rendered.iter().map(|file| draft.put(file)).collect::<Result<Vec<_>, _>>()
    });
    written.collect::<Result<Vec<_>, _>>().map(|files| files.concat())
}

/// Bloc after bloc on all cores; each is made, written and let go of, and they are begun in their order, so that few
/// pieces wait for those before them.
fn of_blocs(
    context: &OutputContext,
    blocs: &Source,
    draft: &Draft,
    growing: &Mutex<GrowingFiles>,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<FileRecord>, Diagnostic> {
    let scoring = context.results.scoring;
    let written = bloc_by_bloc(scoring.blocs.len(), |bloc| {
        let own = blocs(bloc)?;
        let rendered = scoring.outputs.par_iter().map(|output| {
            let about = |reason| failed(*output, reason).bloc(&scoring.blocs[bloc].id);
            output.of_bloc(context, bloc, &own).map_err(about)
        });
        let rendered = rendered.collect::<Result<Vec<_>, _>>()?;
        let (mut files, mut pieces) = (Vec::new(), Vec::new());
        for file in rendered.into_iter().flatten() {
            if lock(growing).grows(&file.path) { pieces.push(file) } else { files.push(draft.put(&file)?) }
        }
        lock(growing).give(bloc, pieces)?;
        done();
        Ok(files)
    });
    written.map(|files| files.concat())
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn failed(output: &dyn Output, reason: String) -> Diagnostic {
    Diagnostic::new(Fault::RenderFailed { reason }, Place::Run).found(output.name())
}

#[cfg(test)]
mod tests;
