//! Changes in; what is printed of them out: a table for each bloc, then each member's criteria with their cells, then
//! estimates, proposals, and in one sentence whether any proposal would have been different.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};

use super::numbers::{
    by, cause, causes, cell_of, cell_of_mark, cells, input, offer, or, sheet_state, signed, unofficial, value,
};
use crate::compare::{BlocChange, Cause, Changes, CriterionChange, MemberChange, Part, Place};
use crate::diag::{Lang, Text};
use crate::model::Points;
use crate::record::Earlier;
use crate::wording::console::sheet_name;
use crate::wording::diff as words;
use crate::wording::stage;

/// Everything that is printed.
pub fn tables(earlier: &Earlier, changes: &Changes, lang: Lang) -> String {
    let date = lang.date(earlier.record.as_of);
    let mut out = vec![words::against(&earlier.path, earlier.record.year, &date, lang)];
    if changes.none() {
        out.push(words::EQUAL.say(lang).to_owned());
        out.extend(changes.other_scoring.then(|| words::EQUAL_BUT_SCORING.say(lang).to_owned()));
        return out.join("\n");
    }
    let shown = columns(changes);
    for bloc in &changes.blocs {
        out.push(of_bloc(bloc, &shown, lang));
    }
    for bloc in &changes.blocs {
        out.extend(bloc.members.iter().filter_map(|member| of_member(bloc, member, lang)));
    }
    out.extend(estimates(changes, lang));
    out.push(proposals(changes, lang));
    if changes.by_program() {
        out.push(words::PROGRAM.say(lang).to_owned());
    }
    out.push(words::ORDER.say(lang).to_owned());
    out.join("\n")
}

/// The causes that have a column: the program's only where it did something.
fn columns(changes: &Changes) -> Vec<Cause> {
    let program = changes.by_program();
    Cause::ALL.into_iter().filter(|cause| program || *cause != Cause::Program).collect()
}

fn table(heads: impl IntoIterator<Item = Text>, right: &[usize], lang: Lang) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_header(heads.into_iter().map(|head| head.say(lang)));
    for column in right {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// The bloc's members in which something is different: rank, total, and the parts of the difference.
fn of_bloc(bloc: &BlocChange, shown: &[Cause], lang: Lang) -> String {
    if bloc.members.is_empty() {
        return format!("\n{}: {}", bloc.name, words::SAME_BLOC.say(lang));
    }
    let mut heads = vec![words::MEMBER, words::RANK, words::BEFORE];
    heads.extend(shown.iter().map(|one| cause(*one)));
    heads.extend([words::AFTER, words::DIFFERENCE, words::CLASS]);
    let numbers: Vec<usize> = (2..heads.len() - 1).collect();
    let mut table = table(heads, &numbers, lang);
    let mut below = Vec::new();
    for member in &bloc.members {
        table.add_row(row(member, shown, lang));
        let joint = member.parts.iter().filter(|part| part.causes.len() > 1);
        below.extend(joint.filter_map(|part| {
            let points = signed(part.points()?, lang);
            Some(words::together(&member.name, &causes(&part.causes, lang), &points, lang))
        }));
    }
    let mut out = format!("\n{}\n{table}", bloc.name);
    for line in below {
        out.push('\n');
        out.push_str(&line);
    }
    out
}

fn row(member: &MemberChange, shown: &[Cause], lang: Lang) -> Vec<String> {
    let (before, after) = (member.before.as_ref(), member.after.as_ref());
    let total = |place: Option<&Place>, otherwise: Text| match place {
        Some(place) => or(place.total, words::NO_TOTAL, lang),
        None => otherwise.say(lang).to_owned(),
    };
    let difference = before.and_then(|place| place.total).zip(after.and_then(|place| place.total));
    let mut row = vec![
        name(member, lang),
        changed(before, after, |place| place.rank.map(|rank| rank.to_string())),
        total(before, words::CAME),
    ];
    row.extend(shown.iter().map(|cause| by(&member.parts, *cause, lang)));
    row.extend([
        total(after, words::LEFT),
        difference.map_or_else(|| "-".to_owned(), |(before, after)| signed(after - before, lang)),
        changed(before, after, |place| place.class.clone()),
    ]);
    row
}

/// `2 → 1`, or the one thing where it has not changed.
fn changed(before: Option<&Place>, after: Option<&Place>, of: impl Fn(&Place) -> Option<String>) -> String {
    let said = |place: Option<&Place>| place.and_then(&of).unwrap_or_else(|| "-".to_owned());
    let (before, after) = (said(before), said(after));
    if before == after { after } else { format!("{before} → {after}") }
}

fn name(member: &MemberChange, lang: Lang) -> String {
    match &member.earlier_name {
        Some(earlier) => words::renamed(&member.name, earlier, lang),
        None => member.name.clone(),
    }
}

/// A member's criteria and what the shared sheets say of it, with cells.
fn of_member(bloc: &BlocChange, member: &MemberChange, lang: Lang) -> Option<String> {
    if member.criteria.is_empty() && member.sheets.is_empty() {
        return None;
    }
    let mut lines = vec![format!("\n{} ({})", member.name, bloc.name)];
    for criterion in &member.criteria {
        lines.extend(of_criterion(criterion, lang));
    }
    lines.extend(beyond(member, lang));
    for change in &member.sheets {
        let said = |list: &[crate::diag::Sentence]| match list {
            [] => words::NOTHING.say(lang).to_owned(),
            _ => list.iter().map(|one| one(lang)).collect::<Vec<_>>().join("; "),
        };
        let (before, after) = (said(&change.before), said(&change.after));
        lines.push(format!("  {}: {before} → {after}", sheet_name(change.sheet, lang)));
    }
    Some(lines.join("\n"))
}

/// That the criteria together do not make the difference of the total, where they do not.
fn beyond(member: &MemberChange, lang: Lang) -> Option<String> {
    let parts = member.criteria.iter().flat_map(|criterion| &criterion.parts);
    let marks: Points = parts.map(Part::points).collect::<Option<Vec<_>>>()?.into_iter().sum();
    let total: Points = member.parts.iter().map(Part::points).collect::<Option<Vec<_>>>()?.into_iter().sum();
    let differ = marks != total && !member.criteria.is_empty();
    differ.then(|| format!("  {}", words::beyond(&signed(marks, lang), &signed(total, lang), lang)))
}

fn of_criterion(criterion: &CriterionChange, lang: Lang) -> Vec<String> {
    let mark = |points| or(points, words::NO_MARK, lang);
    let (before, after) = (mark(criterion.before), mark(criterion.after));
    let parts: Vec<String> = criterion
        .parts
        .iter()
        .filter_map(|part| Some(format!("{} {}", causes(&part.causes, lang), signed(part.points()?, lang))))
        .collect();
    let why = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) };
    let moved = if before == after { after } else { format!("{before} → {after}") };
    let mut lines = vec![format!("  {} {}: {moved}{why}", criterion.id, criterion.name)];
    for change in &criterion.figures {
        let status = unofficial(change);
        let said = |side| value(side, status, lang);
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let at = cells(cell_of(before), cell_of(after));
        lines.push(format!("      {}: {} → {}{at}", input(change, lang), said(before), said(after)));
    }
    for change in &criterion.stages {
        let said = |given: Option<&crate::model::StageMark>| mark(given.map(|given| given.points));
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let at = cells(cell_of_mark(before), cell_of_mark(after));
        lines.push(format!("      {}: {} → {}{at}", stage::mark(&change.stage, lang), said(before), said(after)));
    }
    if criterion.by_others {
        lines.push(format!("      {}", words::BY_OTHERS.say(lang)));
    }
    if criterion.inseparable {
        lines.push(format!("      {}", words::INSEPARABLE.say(lang)));
    }
    lines
}

/// How many figures were and are not final, and those whose status has changed, with the difference.
fn estimates(changes: &Changes, lang: Lang) -> Option<String> {
    let counts = changes.blocs.iter().filter_map(|bloc| {
        let (before, after) = (bloc.figures.0?, bloc.figures.1?);
        let any = before.unofficial() + after.unofficial() > 0;
        any.then(|| words::estimates(&bloc.name, before, after, lang))
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        return None;
    }
    let heads = [words::MEMBER, words::CRITERION, words::VALUE_BEFORE, words::VALUE_AFTER, words::DIFFERENCE];
    let (mut table, mut any) = (table(heads, &[4], lang), false);
    for (member, criterion) in changes
        .blocs
        .iter()
        .flat_map(|bloc| &bloc.members)
        .flat_map(|member| member.criteria.iter().map(move |criterion| (member, criterion)))
    {
        for change in criterion.figures.iter().filter(|change| unofficial(change)) {
            let (Some(before), Some(after)) = (&change.before, &change.after) else { continue };
            if before.status != after.status {
                let difference = super::report::difference(before, after).map(|difference| {
                    let said = lang.number(difference);
                    if difference > rust_decimal::Decimal::ZERO { format!("+{said}") } else { said }
                });
                table.add_row([
                    member.name.clone(),
                    format!("{} {}", criterion.id, criterion.name),
                    value(Some(before), true, lang),
                    value(Some(after), true, lang),
                    difference.unwrap_or_else(|| "-".to_owned()),
                ]);
                any = true;
            }
        }
    }
    let table = if any { format!("\n{table}") } else { String::new() };
    Some(format!("\n{}{table}\n{}", words::ESTIMATES.say(lang), counts.join("\n")))
}

fn proposals(changes: &Changes, lang: Lang) -> String {
    let mut out = vec![format!("\n{}", words::PROPOSALS.say(lang))];
    for change in &changes.sheets {
        let (before, after) = (sheet_state(change.before).say(lang), sheet_state(change.after).say(lang));
        out.push(format!("{}: {before} → {after}", sheet_name(change.sheet, lang)));
    }
    if changes.proposals.is_empty() {
        out.push(words::NO_PROPOSAL_CHANGED.say(lang).to_owned());
        return out.join("\n");
    }
    let heads = [words::AWARD, words::MEMBER, words::VALUE_BEFORE, words::VALUE_AFTER, words::BY];
    let mut table = table(heads, &[], lang);
    let mut list = Vec::new();
    for change in &changes.proposals {
        let (before, after) = (offer(change.before).say(lang), offer(change.after).say(lang));
        let by = causes(&change.by, lang);
        table.add_row([change.title.as_str(), &change.member, before, after, &by]);
        list.push(words::proposal(&change.title, &change.member, before, after));
    }
    out.push(table.to_string());
    out.push(words::proposals_changed(&list, lang));
    out.join("\n")
}
