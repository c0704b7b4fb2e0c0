//! `thidua diff`: the inputs afresh and an earlier set of outputs in; what differs, and by what, out. Writes nothing.

mod numbers;
mod report;
mod tables;

use std::path::Path;

use super::console::Console;
use super::exit_code;
use crate::cli::Options;
use crate::compare::{self, Changes, Side};
use crate::config::{self, ScoringText};
use crate::diag::Diagnostic;
use crate::record::{self, Earlier};
use crate::wording::diff as words;
use crate::{CATALOGUE, Gathered, engine, read_under};

/// Compares; 0 where the two are equal, 1 where they differ, else as `run`.
pub fn diff(options: &Options, earlier: &Path) -> u8 {
    let mut console = Console::new(options);
    let earlier = match record::open(earlier) {
        Ok(earlier) => earlier,
        Err(fault) => return refuse(&console, &[fault]),
    };
    let gathered = match console.gather(options) {
        Ok(gathered) => gathered,
        Err(notes) => return refuse(&console, &notes),
    };
    match compared(&earlier, &gathered, options, &mut console) {
        Ok((changes, findings)) => {
            if options.json {
                console.out(&report::report(&earlier, &changes).to_string());
            } else {
                console.out(&tables::tables(&earlier, &changes, options.lang));
            }
            if findings > 0 {
                console.say(&words::findings(findings, options.lang));
            }
            u8::from(!changes.none())
        }
        Err(notes) => refuse(&console, &notes),
    }
}

fn refuse(console: &Console, notes: &[Diagnostic]) -> u8 {
    console.findings(notes);
    exit_code(notes, false)
}

/// What differs, and how many findings the present inputs have.
fn compared(
    earlier: &Earlier,
    gathered: &Gathered,
    options: &Options,
    console: &mut Console,
) -> Result<(Changes, usize), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (name, text) = earlier.scoring.clone();
    let source = ScoringText { name, text };
    console.knows(source.clone());
    let scoring = config::parse(&source, &CATALOGUE).inspect_err(|_| {
        console.say(words::EARLIER_SCORING.say(console.lang));
    })?;
    let panel = record::panel(earlier, &scoring).map_err(one)?;
    let (results, more) = engine(&gathered.scoring, &gathered.panel).map_err(one)?;
    // files that the earlier scoring.toml refuses are compared as the present one reads them
    let again = (scoring.hash != gathered.scoring.hash)
        .then(|| read_under(&scoring, &options.inputs, &super::readers()).ok())
        .flatten();
    let before = Side { scoring: &scoring, panel: &panel };
    let changes = compare::compare(&earlier.record, before, &results, again.as_ref(), engine).map_err(one)?;
    Ok((changes, gathered.notes.len() + more.len()))
}
