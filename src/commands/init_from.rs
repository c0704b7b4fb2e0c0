//! `thidua init --from TABLE`: a commented scoring.toml, with its schema, from the score table of a compact.
//!
//! What does not add up in the table is said, and the file is written all the same: 1. A file that cannot be read or holds
//! no score table is refused: 3, nothing written.

use std::path::Path;

use super::console::Console;
use super::exit_code;
use super::init::{SCHEMA, put};
use crate::CATALOGUE;
use crate::cli::Options;
use crate::config::{self, schema};
use crate::diag::{Diagnostic, Fault, Place};
use crate::draft::{Draft, draft};
use crate::wording::columns::score_table_dictionary;
use crate::wording::draft as words;
use crate::{read, wording};

/// Reads the table, writes scoring.toml and says what is to be confirmed; never overwrites.
pub fn init_from(options: &Options, table: &Path) -> u8 {
    let mut console = Console::new(options);
    console.reads_from(table.parent().unwrap_or(Path::new("")));
    let schema_path = options.scoring.parent().unwrap_or(Path::new("")).join(SCHEMA);
    let made = free(options, &schema_path).and_then(|()| made(table, options)).and_then(|(draft, notes)| {
        written(options, &schema_path, &draft.text)?;
        Ok((draft, notes))
    });
    let (draft, mut notes) = match made {
        Ok(made) => made,
        Err(notes) => {
            console.findings(&notes);
            return exit_code(&notes, true);
        }
    };
    let (text, loaded) = config::load(&options.scoring, &CATALOGUE);
    console.knows(text);
    notes.extend(loaded.err().into_iter().flatten());
    console.findings(&notes);
    let path = options.scoring.display().to_string();
    let proposed: Vec<_> = draft.proposed.iter().map(|(rule, count)| (*rule, *count)).collect();
    console.say(&words::made(draft.criteria, draft.fields, &path, options.lang));
    console.say(&words::rules(&proposed, draft.doubtful, options.lang));
    console.say(wording::draft::NEXT.say(options.lang));
    exit_code(&notes, false).min(1)
}

/// Nothing is there that would be overwritten; a schema that is the same stays.
fn free(options: &Options, schema_path: &Path) -> Result<(), Vec<Diagnostic>> {
    let other = |path: &Path| path.exists() && std::fs::read(path).ok() != Some(schema(&CATALOGUE).into_bytes());
    let taken = if options.scoring.exists() { Some(options.scoring.as_path()) } else { None };
    match taken.or_else(|| other(schema_path).then_some(schema_path)) {
        Some(path) => Err(vec![Diagnostic::new(Fault::AlreadyExists {}, Place::File(path.display().to_string()))]),
        None => Ok(()),
    }
}

fn made(table: &Path, options: &Options) -> Result<(Draft, Vec<Diagnostic>), Vec<Diagnostic>> {
    let folder = table.parent().unwrap_or(Path::new(""));
    let Some(file) = table.file_name().filter(|_| table.exists()) else {
        let path = table.display().to_string();
        let (reason, hint) = words::no_file(&path, options.lang);
        return Err(vec![Diagnostic::new(Fault::BadArgument { reason, hint }, Place::Argument(path))]);
    };
    let read = read::score_tables(folder, &file.to_string_lossy(), &score_table_dictionary())?;
    let mut draft = draft(&read.output, &CATALOGUE);
    let notes = read.notes.into_iter().chain(std::mem::take(&mut draft.notes)).collect();
    Ok((draft, notes))
}

fn written(options: &Options, schema_path: &Path, text: &str) -> Result<(), Vec<Diagnostic>> {
    let failed = |(error, path): (std::io::Error, String)| {
        vec![Diagnostic::new(Fault::OutputsUnwritable { reason: error.to_string() }, Place::File(path))]
    };
    put(&options.scoring, text.as_bytes()).map_err(failed)?;
    if schema_path.exists() {
        return Ok(());
    }
    put(schema_path, schema(&CATALOGUE).as_bytes()).map_err(failed)
}
