//! `thidua init`: in an empty folder, the commented sample scoring.toml, its schema and the sample inputs.

use std::io::Write;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::console::Console;
use super::exit_code;
use crate::CATALOGUE;
use crate::cli::Options;
use crate::config::schema;
use crate::diag::{Diagnostic, Fault, Place};
use crate::wording::console as words;

static SCORING: &str = include_str!("../../scoring.toml");
static INPUTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/inputs");
pub(super) const SCHEMA: &str = ".config/scoring.schema.json";

/// Writes the sample; refuses to overwrite anything.
pub fn init(options: &Options) -> u8 {
    let console = Console::new(options);
    let root = options.scoring.parent().unwrap_or(Path::new(""));
    let schema_path = root.join(SCHEMA);
    let taken = [options.scoring.as_path(), schema_path.as_path(), options.inputs.as_path()]
        .into_iter()
        .find(|path| path.exists());
    let fail = |fault: Fault, path: &Path| {
        let notes = [Diagnostic::new(fault, Place::File(path.display().to_string()))];
        console.findings(&notes);
        exit_code(&notes, false)
    };
    if let Some(path) = taken {
        return fail(Fault::AlreadyExists {}, path);
    }
    match write(options, &schema_path) {
        Ok(files) => {
            let folder = if root.as_os_str().is_empty() { "." } else { &root.display().to_string() };
            console.say(&words::made_at(files, folder, options.lang));
            0
        }
        Err((error, path)) => fail(Fault::OutputsUnwritable { reason: error.to_string() }, Path::new(&path)),
    }
}

pub(super) type Failure = (std::io::Error, String);

fn write(options: &Options, schema_path: &Path) -> Result<usize, Failure> {
    put(&options.scoring, SCORING.as_bytes())?;
    put(schema_path, schema(&CATALOGUE).as_bytes())?;
    let mut files = 2;
    let mut folders = vec![&INPUTS];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            put(&options.inputs.join(file.path()), file.contents())?;
            files += 1;
        }
        folders.extend(folder.dirs());
    }
    Ok(files)
}

/// Writes a file that is not there yet.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let named = |error| (error, path.display().to_string());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(named)?;
    }
    let mut file = std::fs::File::create_new(path).map_err(named)?;
    file.write_all(bytes).map_err(named)
}
