//! A score table as read in; its rows, each with number, name, points and wording, and the rows of totals, out.

use rust_decimal::Decimal;

use super::code::{self, Code, Kind};
use super::outside::outside;
use super::points::{Stated, limit_in, of_name, stated};
use super::text::one_line;
use crate::diag::CellRef;
use crate::model::{Heading, Table, TableRow, fold};
use crate::wording::draft as words;

/// A row that is a field, a group or a criterion.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number.
    pub code: Code,
    /// Its name, without number and points.
    pub name: String,
    /// Its name as it stands in the cell, where that is another.
    pub alias: Option<String>,
    /// Its unit.
    pub unit: String,
    /// How it is marked.
    pub guide: String,
    /// Who follows it.
    pub source: String,
    /// Its points.
    pub stated: Stated,
    /// The most that its name says.
    pub limit: Option<Decimal>,
    /// Where its name stands.
    pub at: CellRef,
    /// Where its points stand.
    pub points_at: CellRef,
    /// Where its wording stands.
    pub guide_at: Option<CellRef>,
    /// What a person should know of how it was read.
    pub remarks: Vec<String>,
}

impl Row {
    /// Whether it says nothing but a name.
    pub fn is_words(&self) -> bool {
        self.unit.is_empty() && self.guide.is_empty() && self.stated == Stated::Blank
    }
}

/// A total.
#[derive(Clone, Debug)]
pub struct Total {
    /// How many rows stand above it.
    pub behind: usize,
    /// Its points.
    pub points: Decimal,
    /// Where they stand.
    pub at: CellRef,
}

/// What a table holds.
#[derive(Debug, Default)]
pub struct Rows {
    pub list: Vec<Row>,
    pub totals: Vec<Total>,
    /// Rows that say nothing the program knows: their words and where they stand.
    pub left_out: Vec<(String, CellRef)>,
}

/// Takes a table apart.
pub fn rows(table: &Table) -> Rows {
    let mut found = Rows::default();
    let mut group = String::new();
    let last = end(table);
    for own in &table.rows[..last] {
        let named = one_line(&table.text(own, Heading::Group));
        if !named.is_empty() && fold(&named) != fold(&group) {
            found.list.push(heading(table, own, &named));
            group = named;
        }
        one(table, own, &mut found);
    }
    as_spreadsheets_shorten(&mut found.list);
    words_between(found)
}

/// Where the table ends: behind its last row with points, and the bullets directly below that.
fn end(table: &Table) -> usize {
    let last = table.rows.iter().rposition(|own| carries_points(table, own)).map_or(0, |last| last + 1);
    let rest = table.rows.get(last..).unwrap_or_default();
    let bullet = |own: &TableRow| {
        let texts = [Heading::Order, Heading::Label].map(|heading| table.text(own, heading));
        texts.iter().find(|text| !text.is_empty()).is_some_and(|text| text.starts_with(['-', '+']))
    };
    let above = last.checked_sub(1).map_or(0, |at| table.rows[at].row);
    let directly = (above + 1..).zip(rest).take_while(|(row, own)| own.row == *row && bullet(own));
    last + directly.count()
}

/// Whether a row has points, or a number with a unit or a wording: what stands below the last such row are notes.
fn carries_points(table: &Table, row: &TableRow) -> bool {
    let coded = table.at(row, Heading::Order).and_then(code::code).is_some();
    let described = [Heading::Unit, Heading::Guide].iter().any(|heading| !table.text(row, *heading).is_empty());
    let named = !table.text(row, Heading::Label).is_empty() || !table.text(row, Heading::Order).is_empty();
    named && table.at(row, Heading::Maximum).is_some() || coded && described
}

fn heading(table: &Table, row: &TableRow, named: &str) -> Row {
    let at = table.cell_of(row, Heading::Group);
    let (code, name) = split(named).unwrap_or_else(|| (Code::bare(), named.to_owned()));
    let (name, points) = of_name(&name);
    Row {
        code: Code { readings: vec![(Kind::Group, None)], ..code },
        name,
        alias: None,
        unit: String::new(),
        guide: String::new(),
        source: String::new(),
        stated: points.map_or(Stated::Blank, Stated::Points),
        limit: limit_in(named),
        at: at.clone(),
        points_at: at,
        guide_at: None,
        remarks: Vec::new(),
    }
}

/// A number at the beginning of a name, and the rest.
fn split(name: &str) -> Option<(Code, String)> {
    if let Some(rest) = name.strip_prefix(['-', '+', '*', '\u{2022}', '\u{2013}']) {
        let code = code::read(if name.starts_with('+') { "+" } else { "-" })?;
        return Some((code, rest.trim().to_owned())).filter(|(_, rest)| !rest.is_empty());
    }
    let (mut first, mut rest) = name.split_once(' ')?;
    let mut taken = first.len();
    if words::CODE_WORDS.contains(&fold(first).as_str()) {
        first = rest.split(' ').next()?;
        taken += 1 + first.len();
        rest = name.get(taken..)?.trim_start();
    }
    let marked = first.ends_with(['.', ')', ':']) || rest.starts_with(['.', ':', '-']) || taken > first.len();
    let code = code::read(name.get(..taken)?).filter(|_| marked)?;
    let rest = rest.trim_start_matches(['.', ':', '-', ' ']).to_owned();
    (!rest.is_empty()).then_some((code, rest))
}

fn one(table: &Table, row: &TableRow, found: &mut Rows) {
    let text = |heading: Heading| one_line(&table.text(row, heading));
    let (mut label, guide) = (text(Heading::Label), table.text(row, Heading::Guide).trim().to_owned());
    let order = table.at(row, Heading::Order);
    let mut at = table.cell_of(row, Heading::Label);
    let mut number = order.and_then(code::code);
    if let Some(words) = order.filter(|_| number.is_none()) {
        at = table.cell_of(row, Heading::Order);
        label = one_line(&format!("{} {label}", words.raw()));
    }
    let points = stated(table.at(row, Heading::Maximum));
    if label.is_empty() {
        goes_on(&guide, &points, found);
        return;
    }
    if is_total(&label, number.as_ref(), &guide, &text(Heading::Unit)) {
        if let Stated::Points(points) = points {
            let at = table.cell_of(row, Heading::Maximum);
            found.totals.push(Total { behind: found.list.len(), points, at });
        }
        return;
    }
    let mut name = label.clone();
    if number.is_none()
        && let Some((code, rest)) = split(&label)
    {
        (number, name) = (Some(code), rest);
    }
    let limit = limit_in(&name);
    let (bare, within) = of_name(&name);
    let alias = (name != label).then(|| label.clone());
    let points = match (points, within) {
        (Stated::Blank, Some(within)) => {
            name = bare;
            Stated::Points(within)
        }
        (points, Some(within)) if points == Stated::Points(within) => {
            name = bare;
            points
        }
        (points, _) => points,
    };
    if limit.is_some() && outside(&name).is_some() {
        name.truncate(name.find('(').unwrap_or(name.len()));
        name.truncate(name.trim_end().len());
    }
    found.list.push(Row {
        code: number.unwrap_or_else(Code::bare),
        name,
        alias,
        unit: text(Heading::Unit),
        guide_at: (!guide.is_empty()).then(|| table.cell_of(row, Heading::Guide)),
        guide,
        source: text(Heading::Source),
        stated: points,
        limit,
        at,
        points_at: table.cell_of(row, Heading::Maximum),
        remarks: Vec::new(),
    });
}

/// A row without number and name goes on with the wording above it.
fn goes_on(guide: &str, points: &Stated, found: &mut Rows) {
    let Some(above) = found.list.last_mut().filter(|_| !guide.is_empty()) else { return };
    let line = match points {
        Stated::Points(points) => format!("{guide}: {}", crate::diag::Lang::Vi.number(*points)),
        _ => guide.to_owned(),
    };
    above.guide = if above.guide.is_empty() { line } else { format!("{}\n{line}", above.guide) };
}

fn is_total(label: &str, code: Option<&Code>, guide: &str, unit: &str) -> bool {
    let folded = fold(label);
    let alone = words::TOTALS
        .iter()
        .any(|word| folded.strip_prefix(word).is_some_and(|rest| !rest.trim_start().starts_with(char::is_alphabetic)));
    let begins = words::TOTALS_OF.iter().any(|word| folded.starts_with(word));
    (alone || begins) && code.is_none() && guide.is_empty() && unit.is_empty()
}

/// A spreadsheet makes 1.1 of 1.10: behind 1.9 it is that again.
fn as_spreadsheets_shorten(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let (before, from_here) = rows.split_at_mut(at);
        let Some(own) = from_here.first_mut() else { continue };
        let Some((one, list)) = own.code.segments.split_last().filter(|(_, list)| !list.is_empty()) else { continue };
        let in_list = |row: &&Row| row.code.segments.split_last().is_some_and(|(_, other)| other == list);
        let nine = before.iter().rev().find(in_list).and_then(|row| row.code.segments.last());
        let tens = nine.and_then(|nine| nine.strip_suffix('9')?.parse::<u32>().or(Ok::<_, ()>(0)).ok());
        let Some(tens) = tens.map(|tens| tens + 1).filter(|tens| one.parse() == Ok(*tens)) else { continue };
        let whole = format!("{}.{tens}0", list.join("."));
        if let Some(code) = code::read(&whole) {
            let shown = std::mem::replace(&mut own.code, code).written;
            own.remarks.push(words::code_read_as(&shown, &whole));
        }
    }
}

/// Words without number and points between rows: a heading where a list begins below them, else part of the wording above.
fn words_between(found: Rows) -> Rows {
    let begins: Vec<bool> = found.list.iter().skip(1).map(|row| row.code.begins()).chain([false]).collect();
    let mut out = Rows { totals: found.totals, left_out: found.left_out, list: Vec::new() };
    let mut dropped = Vec::new();
    for (at, row) in found.list.into_iter().enumerate() {
        let bare = row.code.readings[0].0 == Kind::Bare;
        let capitals = row.name.chars().all(|c| !c.is_lowercase());
        if !(bare && row.is_words()) || begins[at] || capitals {
            out.list.push(row);
            continue;
        }
        dropped.push(at);
        match out.list.last_mut().filter(|above| !above.is_words()) {
            Some(above) => {
                above.guide = if above.guide.is_empty() { row.name } else { format!("{}\n{}", above.guide, row.name) };
                above.guide_at.get_or_insert(row.at);
            }
            None => out.left_out.push((row.name, row.at)),
        }
    }
    for total in &mut out.totals {
        total.behind -= dropped.iter().filter(|at| **at < total.behind).count();
    }
    out
}
