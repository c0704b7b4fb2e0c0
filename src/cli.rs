//! The command line in, options and a command out; help and errors are ours, in the language it asks for.

mod refusal;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::diag::{Diagnostic, Lang, Text};
use crate::wording::help;
use refusal::{bad, refusal};

/// What every command knows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)]
pub struct Options {
    /// Folder of inputs.
    pub inputs: PathBuf,
    /// Folder of outputs.
    pub outputs: PathBuf,
    /// The scoring file.
    pub scoring: PathBuf,
    /// Language.
    pub lang: Lang,
    /// Faults alone are printed.
    pub quiet: bool,
    /// Every finding and step is printed.
    pub verbose: bool,
    /// A summary goes to stdout as JSON.
    pub json: bool,
    /// A file left out or a member incomplete refuses the run.
    pub strict: bool,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Score and write.
    Run,
    /// Check and write nothing.
    Check {
        /// These files alone; all when empty.
        paths: Vec<PathBuf>,
        /// Where to write what goes back to the senders; nothing is written without it.
        returned: Option<PathBuf>,
    },
    /// Say where a member's marks come from.
    Explain {
        /// Its name or alias.
        member: String,
        /// A criterion's id.
        criterion: Option<String>,
        /// Another member to compare with.
        against: Option<String>,
        /// The bloc's id.
        bloc: Option<String>,
    },
    /// Show the catalogue of rules.
    Rules {
        /// One rule.
        name: Option<String>,
    },
    /// Compare with an earlier set of outputs.
    Diff {
        /// Its folder, or its ket-qua.json.
        earlier: PathBuf,
    },
    /// Make blank forms.
    Form,
    /// Make a sample, or a scoring.toml.
    Init {
        /// The score table it is made from.
        from: Option<PathBuf>,
    },
}

/// What a command line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Something to do.
    Command(Options, Command),
    /// Help to print on stdout.
    Help(String),
    /// The version to print on stdout.
    Version(String),
}

/// Reads a command line, the program's own name first.
///
/// # Errors
/// `bad-argument` (exit 2), in the language the command line asks for.
#[expect(clippy::result_large_err, reason = "called once a run")]
pub fn parse<I>(args: I) -> Result<Parsed, (Lang, Diagnostic)>
where
    I: IntoIterator,
    I::Item: Into<OsString>,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let lang = language(&args);
    match program(lang).try_get_matches_from(&args) {
        Ok(matches) => command(&matches, lang).map_err(|fault| (lang, fault)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp => Ok(Parsed::Help(error.to_string())),
            ErrorKind::DisplayVersion => Ok(Parsed::Version(error.to_string().trim_end().to_owned())),
            _ => Err((lang, refusal(&error, &args, lang))),
        },
    }
}

/// The language asked for, found before anything else is read, so that errors speak it too.
fn language(args: &[OsString]) -> Lang {
    let words: Vec<_> = args.iter().take_while(|word| *word != "--").map(|word| word.to_string_lossy()).collect();
    let apart = words.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| &*pair[1]);
    let joined = words.iter().filter_map(|word| word.strip_prefix("--lang="));
    if apart.chain(joined).any(|value| value == "en") { Lang::En } else { Lang::Vi }
}

fn program(lang: Lang) -> clap::Command {
    let strict = || flag("strict", help::ARG_STRICT, lang);
    let [run, check, explain, diff, rules, form, init] = [
        ("run", help::RUN, help::USAGE_RUN, help::EXAMPLE_RUN),
        ("check", help::CHECK, help::USAGE_CHECK, help::EXAMPLE_CHECK),
        ("explain", help::EXPLAIN, help::USAGE_EXPLAIN, help::EXAMPLE_EXPLAIN),
        ("diff", help::DIFF, help::USAGE_DIFF, help::EXAMPLE_DIFF),
        ("rules", help::RULES, help::USAGE_RULES, help::EXAMPLE_RULES),
        ("form", help::FORM, help::USAGE_FORM, help::EXAMPLE_FORM),
        ("init", help::INIT, help::USAGE_INIT, help::EXAMPLE_INIT),
    ]
    .map(|(name, about, usage, examples)| page(name, about, usage, examples, lang));
    let paths = word("paths", help::PATH, help::ARG_PATHS, lang);
    let earlier = word("earlier", help::EARLIER, help::ARG_EARLIER, lang);
    let returned = flag("return", help::ARG_RETURN, lang)
        .action(ArgAction::Set)
        .value_name(help::DIR.say(lang))
        .value_parser(value_parser!(PathBuf))
        .conflicts_with("paths");
    let against = flag("against", help::ARG_AGAINST, lang).action(ArgAction::Set).value_name(help::OTHER.say(lang));
    let bloc = flag("bloc", help::ARG_BLOC, lang).action(ArgAction::Set).value_name(help::ID.say(lang));
    let from = flag("from", help::ARG_FROM, lang)
        .action(ArgAction::Set)
        .value_name(help::FILE.say(lang))
        .value_parser(value_parser!(PathBuf));
    page("thidua", help::ABOUT, help::USAGE_TOP, help::EXAMPLE_TOP, lang)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args_override_self(true)
        .subcommand_help_heading(help::COMMANDS.say(lang))
        .args(everywhere(lang))
        .arg(strict())
        .arg(flag("version", help::ARG_VERSION, lang).short('V').action(ArgAction::Version).display_order(SHARED + 50))
        .subcommand(run.arg(strict()))
        .subcommand(check.arg(paths.num_args(0..).value_parser(value_parser!(PathBuf))).arg(returned).arg(strict()))
        .subcommand(
            explain
                .arg(word("member", help::MEMBER, help::ARG_MEMBER, lang).required(true))
                .arg(word("criterion", help::CRITERION, help::ARG_CRITERION, lang).display_order(1))
                .args([against, bloc]),
        )
        .subcommand(diff.arg(earlier.required(true).value_parser(value_parser!(PathBuf))))
        .subcommand(rules.arg(word("name", help::NAME, help::ARG_RULE, lang)))
        .subcommand(form)
        .subcommand(init.arg(from))
}

/// A command with its page of help.
fn page(name: &'static str, about: Text, usage: Text, examples: Text, lang: Lang) -> clap::Command {
    clap::Command::new(name)
        .about(about.say(lang))
        .override_usage(usage.say(lang))
        .help_template(help::template(examples, lang))
        .disable_help_flag(true)
}

/// Where the options of every command stand in help: behind those of one command.
const SHARED: usize = 100;

/// The options of every command.
fn everywhere(lang: Lang) -> Vec<Arg> {
    let path = |name, about, value: Text, default| {
        flag(name, about, lang)
            .action(ArgAction::Set)
            .value_name(value.say(lang))
            .value_parser(value_parser!(PathBuf))
            .default_value(default)
            .hide_default_value(true)
    };
    let all = [
        path("inputs", help::ARG_INPUTS, help::DIR, "inputs"),
        path("outputs", help::ARG_OUTPUTS, help::DIR, "outputs"),
        path("scoring", help::ARG_SCORING, help::FILE, "scoring.toml"),
        flag("lang", help::ARG_LANG, lang)
            .action(ArgAction::Set)
            .value_name("vi|en")
            .value_parser(PossibleValuesParser::new(["vi", "en"]))
            .hide_possible_values(true),
        flag("quiet", help::ARG_QUIET, lang).conflicts_with("verbose"),
        flag("verbose", help::ARG_VERBOSE, lang),
        flag("json", help::ARG_JSON, lang),
        flag("help", help::ARG_HELP, lang).short('h').action(ArgAction::Help),
    ];
    all.into_iter().zip(SHARED..).map(|(arg, order)| arg.global(true).display_order(order)).collect()
}

fn flag(name: &'static str, about: Text, lang: Lang) -> Arg {
    let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
    arg.help(about.say(lang)).help_heading(help::OPTIONS.say(lang)).display_order(0)
}

fn word(name: &'static str, value: Text, about: Text, lang: Lang) -> Arg {
    let arg = Arg::new(name).value_name(value.say(lang)).help(about.say(lang));
    arg.help_heading(help::ARGUMENTS.say(lang)).display_order(0)
}

#[expect(clippy::result_large_err, reason = "called once a run")]
fn command(matches: &ArgMatches, lang: Lang) -> Result<Parsed, Diagnostic> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let mut options = Options {
        inputs: path("inputs"),
        outputs: path("outputs"),
        scoring: path("scoring"),
        lang,
        quiet: matches.get_flag("quiet"),
        verbose: matches.get_flag("verbose"),
        json: matches.get_flag("json"),
        strict: matches.get_flag("strict"),
    };
    let text = |of: &ArgMatches, name: &str| of.get_one::<String>(name).cloned();
    let command = match matches.subcommand() {
        Some(("check", of)) => Command::Check {
            paths: of.get_many("paths").unwrap_or_default().cloned().collect(),
            returned: of.get_one("return").cloned(),
        },
        Some(("explain", of)) => Command::Explain {
            member: text(of, "member").unwrap_or_default(),
            criterion: text(of, "criterion"),
            against: text(of, "against"),
            bloc: text(of, "bloc"),
        },
        Some(("diff", of)) => Command::Diff { earlier: of.get_one("earlier").cloned().unwrap_or_default() },
        Some(("rules", of)) => Command::Rules { name: text(of, "name") },
        Some(("form", _)) => Command::Form,
        Some(("init", of)) => Command::Init { from: of.get_one("from").cloned() },
        _ => Command::Run,
    };
    let writes = matches!(command, Command::Run | Command::Check { .. });
    if let Some((_, of)) = matches.subcommand().filter(|_| writes) {
        options.strict |= of.get_flag("strict");
    }
    if options.strict && !writes {
        let (reason, hint) = help::strict_only(lang);
        return Err(bad("--strict", reason, hint));
    }
    Ok(Parsed::Command(options, command))
}

#[cfg(test)]
mod tests;
