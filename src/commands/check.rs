//! `thidua check`: all faults of scoring.toml and of every input, or of the named files alone; writes nothing.

use std::path::{Path, PathBuf};

use super::console::Console;
use super::{exit_code, giving_back};
use crate::cli::Options;
use crate::diag::{self, Diagnostic, Fault, Place};
use crate::wording::console as words;
use crate::wording::returned;
use crate::{Gathered, engine, lift};

/// Checks; writes nothing but what goes back to the senders, where that is asked for.
pub fn check(options: &Options, paths: &[PathBuf], returned: Option<&Path>) -> u8 {
    let mut console = Console::new(options);
    let found = everything(options, &mut console);
    let mut notes = if paths.is_empty() { found.notes.clone() } else { files(options, &found.notes, paths) };
    if notes.is_empty() {
        console.say(words::NOTHING_FOUND.say(options.lang));
    }
    grouped(&console, &notes, found.gathered.as_ref());
    if let (Some(folder), Some(gathered)) = (returned, &found.gathered) {
        match giving_back::write(options, folder, &notes, &gathered.scoring, &gathered.panel) {
            Ok((senders, place)) => console.say(&words::returned_at(senders, &place, options.lang)),
            Err(fault) => {
                console.findings(std::slice::from_ref(&fault));
                notes.push(fault);
            }
        }
    }
    exit_code(&notes, options.strict)
}

/// The findings sender by sender, and how many there are of each kind.
fn grouped(console: &Console, notes: &[Diagnostic], gathered: Option<&Gathered>) {
    let Some(gathered) = gathered else { return console.findings(notes) };
    for (sender, own) in giving_back::by_sender(notes, &gathered.scoring, Some(&gathered.panel)) {
        let name = giving_back::name(&sender, &gathered.scoring);
        let name = name.unwrap_or_else(|| returned::EVERYBODY.say(console.lang).to_owned());
        console.say(&format!("── {}", returned::of_sender(console.lang, &name, own.len())));
        console.findings(&own.into_iter().cloned().collect::<Vec<_>>());
    }
}

/// What a check found, and what it gathered where nothing refused the whole.
struct Found {
    notes: Vec<Diagnostic>,
    gathered: Option<Gathered>,
}

fn everything(options: &Options, console: &mut Console) -> Found {
    let gathered = match console.gather(options) {
        Ok(gathered) => gathered,
        Err(notes) => return Found { notes, gathered: None },
    };
    let mut notes = gathered.notes.clone();
    match engine(&gathered.scoring, &gathered.panel) {
        Ok((_, more)) => notes.extend(more),
        Err(fault) => notes.push(fault),
    }
    diag::sort(&mut notes);
    Found { notes, gathered: Some(gathered) }
}

fn files(options: &Options, found: &[Diagnostic], paths: &[PathBuf]) -> Vec<Diagnostic> {
    let named: Vec<Option<String>> = paths.iter().map(|path| under(&options.inputs, path)).collect();
    let mut notes: Vec<_> = found.iter().filter(|note| stands_in(note, &named)).cloned().collect();
    for path in paths.iter().zip(&named).filter(|(_, name)| name.is_none()).map(|(path, _)| path) {
        let (folder, file) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
        if path.is_file() {
            notes.extend(lift(folder, &[file.to_string_lossy().into_owned()], &super::readers()).notes);
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
    note.place.file().map_or(exit_code(std::slice::from_ref(note), false) >= 2, |file| {
        named.iter().flatten().any(|name| name == file)
    })
}
