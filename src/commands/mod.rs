//! The command line in; what the commands print and their exit codes out. Above the stages, below `main.rs`.

mod check;
mod console;
mod diff;
mod explain;
mod form;
mod giving_back;
mod init;
mod init_from;
mod rules;
mod rules_page;
mod run;

pub use rules_page::rules_page;

use std::ffi::OsString;
use std::path::Path;

use crate::cli::{self, Command, Parsed};
use crate::diag::{Diagnostic, Verdict};
use crate::read::worker::{self, Workers};
use crate::read::{self, Readers};
use console::Console;

/// Runs a command line and gives the exit code of design: 0, 1, 2, 3, 4; or serves a run as one of its reading processes.
pub fn main(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    if let [_, first, inputs] = &args[..]
        && first == worker::ARGUMENT
    {
        return worker::serve(Path::new(inputs), read::document);
    }
    match cli::parse(args) {
        Ok(Parsed::Help(text) | Parsed::Version(text)) => {
            Console::plain().out(text.trim_end());
            0
        }
        Ok(Parsed::Command(options, command)) => match command {
            Command::Run => run::run(&options),
            Command::Check { paths, returned } => check::check(&options, &paths, returned.as_deref()),
            Command::Explain { member, criterion, against, bloc } => {
                explain::explain(&options, &explain::Question { member, criterion, against, bloc })
            }
            Command::Rules { name } => rules::rules(&options, name.as_deref()),
            Command::Diff { earlier } => diff::diff(&options, &earlier),
            Command::Form => form::form(&options),
            Command::Init { from: None } => init::init(&options),
            Command::Init { from: Some(table) } => init_from::init_from(&options, &table),
        },
        Err((lang, fault)) => {
            let notes = [fault];
            Console::in_language(lang).faults(&notes, 1);
            exit_code(&notes, false)
        }
    }
}

/// Reading processes of this very program; this process itself where it does not know its own place.
fn readers() -> Readers {
    std::env::current_exe().map_or(Readers::Here, |program| Readers::Workers(Workers::of(program)))
}

/// The exit code of a set of findings; `strict` refuses what would leave somebody out.
pub fn exit_code(notes: &[Diagnostic], strict: bool) -> u8 {
    let gravest = notes.iter().map(Diagnostic::verdict).min();
    match gravest {
        Some(Verdict::Config) => 2,
        Some(Verdict::Refused) => 3,
        Some(Verdict::Output) => 4,
        Some(Verdict::File | Verdict::Member) if strict => 3,
        Some(Verdict::File | Verdict::Member | Verdict::Proposal) => 1,
        _ => 0,
    }
}
