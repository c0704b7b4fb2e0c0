//! In: the mid-year review. Out: what is behind and what is weakest: of a bloc and each of its members on one sheet, of
//! all blocs in short on another.

use std::cmp::Reverse;

use rust_xlsxwriter::XlsxError;

use super::progress::percent;
use crate::diag::Lang;
use crate::model::{BlocLine, MemberReview, OutputContext, Prospect, Weak};
use crate::wording::{headings, midyear as words};
use crate::write::book::{Book, Look};
use crate::write::brief::Brief;
use crate::write::letterhead;
use crate::write::midyear::{Midyear, prospect};
use crate::write::sheet::{Cell, Column, Sheet, column};
use crate::write::text::capital;
use crate::write::view::View;

/// Adds the sheet of a bloc.
pub(in crate::write) fn add(book: &mut Book, view: View, midyear: Midyear) -> Result<(), XlsxError> {
    let lang = view.lang;
    let mut sheet = book.sheet(words::FOCUS.say(lang), columns(lang))?;
    let title = headings::focus_title(view.results.scoring.term, lang);
    letterhead::titles(&mut sheet, &title, &letterhead::about(view.bloc(), view.compact()), view.compact().sample)?;
    sheet.header(3)?;
    let alone = midyear.review.members.len() == 1;
    if !alone {
        band(&mut sheet, &words::all_of(lang, &view.bloc().name), &of_bloc(midyear))?;
    }
    for (member, review) in midyear.review.members.iter().enumerate() {
        band(&mut sheet, view.name(member), &of_member(view, midyear, (member, review)))?;
    }
    below(&mut sheet, &midyear, !alone)
}

/// Adds the sheet of all blocs.
pub(in crate::write) fn add_all(book: &mut Book, context: &OutputContext) -> Result<(), XlsxError> {
    let (lang, scoring) = (context.lang, context.results.scoring);
    let mut sheet = book.sheet(words::SHORTCOMINGS.say(lang), columns(lang))?;
    let sample = scoring.compacts.iter().any(|compact| compact.sample);
    letterhead::titles(&mut sheet, &headings::shortcomings_title(scoring.term, lang), "", sample)?;
    sheet.header(3)?;
    let blocs: Vec<_> = (0..scoring.blocs.len()).filter_map(|bloc| Midyear::of(Brief::new(context, bloc))).collect();
    for midyear in &blocs {
        band(&mut sheet, &midyear.view.bloc().name, &of_bloc(*midyear))?;
    }
    match blocs.first() {
        Some(midyear) => below(&mut sheet, midyear, true),
        None => Ok(()),
    }
}

/// The rows of a bloc or a member under its name.
fn band(sheet: &mut Sheet, name: &str, rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    sheet.band(name)?;
    if rows.is_empty() {
        return sheet.nothing(words::NO_FOCUS);
    }
    for (index, row) in rows.iter().enumerate() {
        let cells: Vec<_> = std::iter::once(Cell::Count(index + 1)).chain(row.iter().cloned()).collect();
        sheet.cells(Look::Plain, &cells)?;
    }
    Ok(())
}

/// What the columns mean.
fn below(sheet: &mut Sheet, midyear: &Midyear, means: bool) -> Result<(), XlsxError> {
    let lang = midyear.view.lang;
    sheet.sentence(&words::usually(lang, &midyear.half.usual))?;
    sheet.sentence(&words::lowest(lang, midyear.half.weakest))?;
    if means {
        sheet.sentence(words::MEAN.say(lang))?;
    }
    sheet.sentence(&headings::as_of(&lang.date(midyear.view.results.scoring.as_of), lang))
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: crate::diag::Text, width: f64| column(text.say(lang), width);
    vec![
        say(headings::NUMBER, 5.5),
        say(headings::CODE, 9.0),
        say(words::INDICATOR, 38.0),
        say(words::REACHED_PART, 11.0),
        say(words::LOWEST, 12.0),
        say(words::PROSPECT, 38.0),
        say(words::WHO, 52.0),
    ]
}

/// The lines that are behind or among the weakest, the gravest first and among equals the lowest.
fn of_member(view: View, midyear: Midyear, (member, review): (usize, &MemberReview)) -> Vec<Vec<Cell>> {
    let lang = view.lang;
    let mut wanted: Vec<usize> =
        review.at_risk.iter().copied().chain(review.weakest.iter().map(|weak| weak.index)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.sort_by_key(|index| (Reverse(review.lines[*index].prospect), review.lines[*index].of_plan, *index));
    let plans = wanted.into_iter().map(|index| {
        let line = &review.lines[index];
        let of = (line.criterion, line.row.as_str());
        let mut cells = vec![
            Cell::Text(midyear.code(of)),
            Cell::Text(midyear.label(of)),
            percent(line.of_plan, midyear.levels(line.criterion)),
        ];
        cells.extend([
            place(&review.weakest, index),
            Cell::Mark(prospect(line.prospect, lang)),
            Cell::Text(midyear.because(view.panel(), member, line)),
        ]);
        cells
    });
    let marks = review.weakest_marks.iter().map(|weak| {
        let criterion = midyear.criterion(weak.index);
        let mark = view.member(member).marks[weak.index].state;
        let points = match mark {
            crate::model::MarkState::Given(points) => lang.number(points.decimal()),
            _ => String::new(),
        };
        mark_row(midyear, weak, &words::of_maximum(lang, &points, &lang.number(criterion.maximum.decimal())))
    });
    plans.chain(marks).collect()
}

/// The lines in which somebody is behind, and those with the lowest means, the lowest first.
fn of_bloc(midyear: Midyear) -> Vec<Vec<Cell>> {
    let (lang, review) = (midyear.view.lang, midyear.review);
    let mut wanted: Vec<usize> =
        review.at_risk.iter().copied().chain(review.weakest.iter().map(|weak| weak.index)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.sort_by_key(|index| (review.lines[*index].mean.is_none(), review.lines[*index].mean, *index));
    let plans = wanted.into_iter().map(|index| {
        let line: &BlocLine = &review.lines[index];
        let of = (line.criterion, line.row.as_str());
        let mean = line.mean.map(|_| capital(&words::bloc_mean(lang, line.members)));
        let who: Vec<String> = midyear.behind(line).into_iter().chain(mean).collect();
        let grave = line.counts[Prospect::AtRisk.index()] > 0;
        let counts = capital(&midyear.counts(line));
        let counts = if grave { format!("{} {counts}", crate::write::midyear::AT_RISK) } else { counts };
        vec![
            Cell::Text(midyear.code(of)),
            Cell::Text(midyear.label(of)),
            percent(line.mean, midyear.levels(line.criterion)),
            place(&review.weakest, index),
            Cell::Mark(counts),
            Cell::Text(who.join("\n")),
        ]
    });
    let marks = review.weakest_marks.iter().map(|weak| {
        let maximum = lang.number(midyear.criterion(weak.index).maximum.decimal());
        mark_row(midyear, weak, &words::mean_of_maximum(lang, &maximum))
    });
    plans.chain(marks).collect()
}

fn mark_row(midyear: Midyear, weak: &Weak, basis: &str) -> Vec<Cell> {
    let of = (weak.index, "");
    vec![
        Cell::Text(midyear.code(of)),
        Cell::Text(midyear.label(of)),
        percent(Some(weak.reached), midyear.levels(weak.index)),
        Cell::Count(weak.place),
        Cell::dash(),
        Cell::Text(capital(basis)),
    ]
}

fn place(weakest: &[Weak], index: usize) -> Cell {
    weakest.iter().find(|weak| weak.index == index).map_or_else(Cell::dash, |weak| Cell::Count(weak.place))
}
