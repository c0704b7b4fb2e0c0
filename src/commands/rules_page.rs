//! The table of rules out; the page of them in the README, in both languages, as Markdown.

use crate::CATALOGUE;
use crate::diag::{Lang, Text};
use crate::model::Rule;
use crate::wording::console as words;

/// The page: the rules of offices' compacts, then the advanced ones of composite indices.
pub fn rules_page() -> String {
    let head = [words::RULE, words::RULE_FORMULA, words::RULE_PARAMETERS, words::RULE_EXAMPLE].map(both);
    let head = format!("| {} |\n|---|---|---|---|\n", head.join(" | "));
    let rows = |advanced: bool| {
        let rules = CATALOGUE.rules.iter().filter(move |rule| rule.advanced() == advanced);
        rules.map(|rule| row(*rule)).collect::<String>()
    };
    let advanced = rows(true);
    let plain = format!("{}\n\n{head}{}", both(words::RULE_SYMBOLS), rows(false));
    if advanced.is_empty() { plain } else { format!("{plain}\n{}\n\n{head}{advanced}", both(words::RULES_ADVANCED)) }
}

fn row(rule: &dyn Rule) -> String {
    let entry = rule.entry();
    let params = rule.params().iter().map(|param| {
        let optional = if param.required { "" } else { "?" };
        format!("`{}`{optional}", param.key)
    });
    let cells = [
        format!("`{}`<br>{}", rule.name(), lines(entry.summary)),
        entry.formula.to_owned(),
        params.collect::<Vec<_>>().join(", "),
        lines(entry.example),
    ];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

fn both(text: Text) -> String {
    format!("{} / *{}*", text.say(Lang::Vi), text.say(Lang::En))
}

fn lines(text: Text) -> String {
    format!("{}<br>*{}*", text.say(Lang::Vi), text.say(Lang::En))
}
