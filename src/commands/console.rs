//! The terminal: data on stdout, everything else on stderr; a closed pipe is not an error.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::Options;
use crate::config::ScoringText;
use crate::diag::{Diagnostic, Lang};
use crate::wording::console as words;
use crate::wording::render::{SHOWN, Sources, summary};
use crate::{Gathered, Step, gather};

/// Where a command prints.
pub struct Console {
    pub lang: Lang,
    quiet: bool,
    verbose: bool,
    sources: Sources,
}

impl Console {
    /// For text that needs no language.
    pub fn plain() -> Self {
        Self::in_language(Lang::Vi)
    }

    /// Before the options are known.
    pub fn in_language(lang: Lang) -> Self {
        Self { lang, quiet: false, verbose: false, sources: Sources::default() }
    }

    /// As the options say.
    pub fn new(options: &Options) -> Self {
        let colour = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let sources = Sources { texts: BTreeMap::new(), inputs: options.inputs.display().to_string(), colour };
        Self { lang: options.lang, quiet: options.quiet, verbose: options.verbose, sources }
    }

    /// Files that findings name stand in this folder.
    pub fn reads_from(&mut self, folder: &Path) {
        self.sources.inputs = folder.display().to_string();
    }

    /// Remembers the text of scoring.toml, for carets.
    pub fn knows(&mut self, text: ScoringText) {
        self.sources.texts.insert(text.name, text.text);
    }

    /// Gathers what the options name, with its progress shown, and remembers scoring.toml.
    ///
    /// # Errors
    /// As [`gather`].
    pub fn gather(&mut self, options: &Options) -> Result<Gathered, Vec<Diagnostic>> {
        let progress = self.progress();
        let (text, gathered) =
            gather(&options.scoring, &options.inputs, &super::readers(), &|step| progress.step(step));
        progress.done();
        self.knows(text);
        gathered
    }

    /// A line of data.
    #[allow(clippy::unused_self, reason = "the counterpart of `say`")]
    pub fn out(&self, text: &str) {
        let _ = writeln!(stdout(), "{text}");
    }

    /// A line beside the data, unless quiet.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(stderr(), "{text}");
        }
    }

    /// Findings, at most `limit` of them unless all are asked for.
    pub fn faults(&self, notes: &[Diagnostic], limit: usize) {
        let limit = if self.verbose { usize::MAX } else { limit };
        let _ = write!(stderr(), "{}", summary(notes, &self.sources, limit, self.lang));
    }

    /// Findings as many as are shown at once; when quiet, only those that change the exit code.
    pub fn findings(&self, notes: &[Diagnostic]) {
        let grave: Vec<_> = notes
            .iter()
            .filter(|note| !self.quiet || super::exit_code(std::slice::from_ref(note), false) > 0)
            .cloned()
            .collect();
        self.faults(&grave, SHOWN);
    }

    /// A bar on stderr, on a terminal only.
    pub fn progress(&self) -> Progress {
        let shown = !self.quiet && stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        bar.set_message(words::READING.say(self.lang));
        Progress { bar, lang: self.lang }
    }
}

/// How far a run has got.
pub struct Progress {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    /// A step of the reading.
    pub fn step(&self, step: Step) {
        match step {
            Step::Found(files) => self.bar.set_length(files.try_into().unwrap_or(u64::MAX)),
            Step::Read => self.bar.inc(1),
        }
    }

    /// The writing of so many blocs.
    pub fn blocs(&self, count: usize) {
        self.bar.reset();
        self.bar.set_length(count.try_into().unwrap_or(u64::MAX));
        self.stage(words::WRITING);
    }

    /// One more bloc is written.
    pub fn written(&self) {
        self.bar.inc(1);
    }

    /// The next stage.
    pub fn stage(&self, words: crate::diag::Text) {
        self.bar.set_message(words.say(self.lang));
    }

    /// The end.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}
