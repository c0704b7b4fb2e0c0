//! `thidua form`: one blank self-score workbook per member, with the register's plans where there is one.

use super::console::Console;
use super::exit_code;
use crate::cli::Options;
use crate::config;
use crate::diag::Diagnostic;
use crate::wording::console as words;
use crate::write::{forms, prepare};
use crate::{CATALOGUE, gather};

/// Writes the forms beside the results; never overwrites.
pub fn form(options: &Options) -> u8 {
    let mut console = Console::new(options);
    let made = make(options, &mut console);
    match made {
        Ok((files, folder)) => {
            console.say(&words::made_at(files, &folder, options.lang));
            0
        }
        Err(notes) => {
            console.findings(&notes);
            exit_code(&notes, false)
        }
    }
}

fn make(options: &Options, console: &mut Console) -> Result<(usize, String), Vec<Diagnostic>> {
    let (text, scoring) = config::load(&options.scoring, &CATALOGUE);
    console.knows(text);
    let scoring = scoring?;
    let claim = prepare(&options.outputs).map_err(|fault| vec![fault])?;
    let (_, gathered) = gather(&options.scoring, &options.inputs, &super::readers(), &|_| {});
    let plans = gathered.ok().map(|gathered| gathered.panel);
    let (files, folder) = forms(&scoring, plans.as_ref(), options.lang, &claim).map_err(|fault| vec![fault])?;
    Ok((files, folder.display().to_string()))
}
