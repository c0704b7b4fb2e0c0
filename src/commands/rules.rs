//! `thidua rules`: the catalogue, from the same table that the code and the linter use.

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use strsim::osa_distance;

use super::console::Console;
use super::exit_code;
use crate::CATALOGUE;
use crate::cli::Options;
use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::model::{Param, ParamKind, Rule};
use crate::wording::console as words;

/// Prints all rules in short, or one at length.
pub fn rules(options: &Options, name: Option<&str>) -> u8 {
    let console = Console::new(options);
    let Some(name) = name else {
        console.out(&list(options.lang));
        return 0;
    };
    if let Some(rule) = CATALOGUE.rule(name) {
        console.out(&entry(rule, options.lang));
        return 0;
    }
    let near = CATALOGUE.rules.iter().map(|rule| rule.name()).min_by_key(|known| osa_distance(known, name));
    let fault = Fault::UnknownRule {
        nearest: near.filter(|known| osa_distance(known, name) <= 4).map(str::to_owned),
        known: CATALOGUE.rules.iter().map(|rule| rule.name().to_owned()).collect(),
    };
    let notes = [Diagnostic::new(fault, Place::Argument(name.to_owned())).found(name)];
    console.findings(&notes);
    exit_code(&notes, false)
}

fn list(lang: Lang) -> String {
    let table = |advanced: bool| {
        let mut table = Table::new();
        table.load_style(NOTHING);
        for rule in CATALOGUE.rules.iter().filter(|rule| rule.advanced() == advanced) {
            table.add_row([rule.name(), rule.entry().summary.say(lang)]);
        }
        table
    };
    let (more, advanced) = (words::RULE_MORE.say(lang), words::RULES_ADVANCED.say(lang));
    format!("{}\n\n{advanced}:\n{}\n\n{more}", table(false), table(true))
}

fn entry(rule: &dyn Rule, lang: Lang) -> String {
    let entry = rule.entry();
    let parameters =
        if rule.params().is_empty() { words::RULE_NONE.say(lang).to_owned() } else { parameters(rule.params(), lang) };
    let say = |heading: crate::diag::Text, text: &str| format!("\n{}: {text}", heading.say(lang));
    [
        format!("{}: {}", rule.name(), entry.summary.say(lang)),
        say(words::RULE_FORMULA, entry.formula),
        format!("  ({})", words::RULE_SYMBOLS.say(lang)),
        say(words::RULE_PARAMETERS, &format!("\n{parameters}")),
        say(words::RULE_EXAMPLE, entry.example.say(lang)),
        say(words::RULE_SOURCE, entry.source),
    ]
    .join("\n")
}

fn parameters(params: &[Param], lang: Lang) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for param in params {
        let needed = if param.required { words::RULE_REQUIRED } else { words::RULE_OPTIONAL };
        table.add_row([
            format!("  {}", param.key),
            format!("({})", needed.say(lang)),
            format!("{}{}", param.doc.say(lang), choices(param.kind)),
        ]);
    }
    table.to_string()
}

fn choices(kind: ParamKind) -> String {
    match kind {
        ParamKind::Choice(words) | ParamKind::Tables(words) => format!(" [{}]", words.join(" | ")),
        _ => String::new(),
    }
}
