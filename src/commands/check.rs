//! `thidua check`: all faults of scoring.toml and of every input, or of the named files alone; writes nothing.

use std::path::{Path, PathBuf};

use super::console::Console;
use super::exit_code;
use crate::cli::Options;
use crate::diag::{self, Diagnostic, Fault, Place};
use crate::wording::console as words;
use crate::{engine, gather, lift};

/// Checks and writes nothing.
pub fn check(options: &Options, paths: &[PathBuf]) -> u8 {
    let mut console = Console::new(options);
    let notes = if paths.is_empty() { everything(options, &mut console) } else { files(options, &mut console, paths) };
    if notes.is_empty() {
        console.say(words::NOTHING_FOUND.say(options.lang));
    }
    console.findings(&notes);
    exit_code(&notes, options.strict)
}

fn everything(options: &Options, console: &mut Console) -> Vec<Diagnostic> {
    let progress = console.progress();
    let (text, gathered) = gather(&options.scoring, &options.inputs, &|step| progress.step(step));
    progress.done();
    console.knows(text);
    let gathered = match gathered {
        Ok(gathered) => gathered,
        Err(notes) => return notes,
    };
    let mut notes = gathered.notes.clone();
    match engine(&gathered.scoring, &gathered.panel) {
        Ok((_, more)) => notes.extend(more),
        Err(fault) => notes.push(fault),
    }
    diag::sort(&mut notes);
    notes
}

/// The faults of everything, but only those that stand in the named files.
fn files(options: &Options, console: &mut Console, paths: &[PathBuf]) -> Vec<Diagnostic> {
    let named: Vec<Option<String>> = paths.iter().map(|path| under(&options.inputs, path)).collect();
    let mut notes: Vec<_> = everything(options, console).into_iter().filter(|note| stands_in(note, &named)).collect();
    for path in paths.iter().zip(&named).filter(|(_, name)| name.is_none()).map(|(path, _)| path) {
        let (folder, file) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
        if path.is_file() {
            notes.extend(lift(folder, &[file.to_string_lossy().into_owned()]).notes);
        } else {
            let reason = path.display().to_string();
            notes.push(Diagnostic::new(
                Fault::BadArgument { reason: reason.clone(), hint: String::new() },
                Place::Argument(reason),
            ));
        }
    }
    notes
}

/// The path of a file below the inputs folder, as findings name it.
fn under(inputs: &Path, path: &Path) -> Option<String> {
    let (inputs, path) = (inputs.canonicalize().ok()?, path.canonicalize().ok()?);
    let below = path.strip_prefix(inputs).ok()?;
    Some(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

fn stands_in(note: &Diagnostic, named: &[Option<String>]) -> bool {
    let file = match &note.place {
        Place::File(file) => Some(file.as_str()),
        Place::Sheet(sheet) => Some(sheet.file.as_str()),
        Place::Cell(cell) => Some(cell.sheet.file.as_str()),
        _ => None,
    };
    file.map_or(exit_code(std::slice::from_ref(note), false) >= 2, |file| {
        named.iter().flatten().any(|name| name == file)
    })
}
