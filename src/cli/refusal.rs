//! What clap reports, as a fault in our own words with the next step.

use std::ffi::{OsStr, OsString};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::wording::help;

/// A wrong command line, at the argument it is about.
pub(super) fn bad(argument: &str, reason: String, hint: String) -> Diagnostic {
    let place = if argument.is_empty() { Place::Run } else { Place::Argument(argument.to_owned()) };
    Diagnostic::new(Fault::BadArgument { reason, hint }, place)
}

/// A clap error in our own words.
pub(super) fn refusal(error: &clap::Error, args: &[OsString], lang: Lang) -> Diagnostic {
    let get = |kind| error.get(kind).and_then(first).unwrap_or_default();
    let argument = name_of(&get(ContextKind::InvalidArg));
    let value = get(ContextKind::InvalidValue);
    let given = get(ContextKind::InvalidSubcommand);
    let (at, reason) = match error.kind() {
        ErrorKind::InvalidSubcommand => (given.clone(), help::unknown_command(&given, lang)),
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            (argument.clone(), help::unknown_option(&argument, lang))
        }
        ErrorKind::UnknownArgument => unknown_word(&argument, args, lang),
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues if value.is_empty() => {
            (argument.clone(), help::needs_value(&argument, lang))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            (value.clone(), help::bad_value(&value, &argument, lang))
        }
        ErrorKind::TooManyValues => (argument.clone(), help::takes_no_value(&argument, lang)),
        ErrorKind::MissingRequiredArgument => (String::new(), help::missing(&format!("`{argument}`"), lang)),
        ErrorKind::ArgumentConflict => {
            let other = name_of(&get(ContextKind::PriorArg));
            (argument.clone(), help::conflict(&argument, &other, lang))
        }
        ErrorKind::InvalidUtf8 => (String::new(), help::not_text(lang)),
        _ => (argument.clone(), help::not_understood(lang)),
    };
    bad(&at, reason, hint(error, args, lang))
}

/// A word that is neither a command nor an argument.
fn unknown_word(word: &str, args: &[OsString], lang: Lang) -> (String, String) {
    let reason = if named_command(args).is_empty() { help::unknown_command } else { help::unexpected_word };
    (word.to_owned(), reason(word, lang))
}

fn hint(error: &clap::Error, args: &[OsString], lang: Lang) -> String {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .map(|kind| error.get(kind));
    if let Some(near) = suggested.into_iter().flatten().find_map(first) {
        return help::did_you_mean(&name_of(&near), lang);
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => help::choose(values, lang),
        _ => help::see_help(named_command(args), lang),
    }
}

/// `--inputs` of `--inputs <DIR>`, `MEMBER` of `<MEMBER>`.
fn name_of(shown: &str) -> String {
    let name = shown.split([' ', '=']).next().unwrap_or_default();
    name.trim_matches(['<', '>', '[', ']']).to_owned()
}

fn first(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}

/// The command a command line names, if any.
fn named_command(args: &[OsString]) -> &'static str {
    let commands = ["run", "check", "explain", "diff", "rules", "form", "init"];
    let named = |word: &OsString| commands.into_iter().find(|name| word == OsStr::new(name));
    args.iter().skip(1).find_map(named).unwrap_or_default()
}
