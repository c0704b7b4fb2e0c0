//! In: the parts of a workbook and ranges of its sheets. Out: what the cells hold: values, and results of formulas.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use super::package::Package;
use super::reference::{Reference, cell};
use super::walk::{Told, attribute, walk};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// A number, as it is written there.
    Number(String),
    /// Text, or the word of a truth value.
    Text(String),
    /// An error, by its sign.
    Error(String),
}

/// A workbook's sheets, names and shared texts.
pub(super) struct Sheets {
    /// Name and part of each.
    parts: Vec<(String, String)>,
    /// Defined names and what they stand for.
    names: Vec<(String, String)>,
    /// The part of shared texts.
    shared: String,
}

impl Sheets {
    pub(super) fn of(package: &mut Package) -> Result<Self, XlsxError> {
        let links = package.text("xl/_rels/workbook.xml.rels")?;
        let mut targets = BTreeMap::new();
        walk(&links, |path, _, event| {
            if let (Told::Start(start), Some("Relationship")) = (event, path.last().map(String::as_str)) {
                targets.insert(attribute(start, "Id"), attribute(start, "Target"));
            }
        })?;
        let (mut parts, mut names) = (Vec::new(), Vec::new());
        walk(&package.text("xl/workbook.xml")?, |path, _, event| match (path.last().map(String::as_str), event) {
            (Some("sheet"), Told::Start(start)) => {
                let target = targets.get(&attribute(start, "id")).map_or("", String::as_str);
                let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                parts.push((attribute(start, "name"), part));
            }
            (Some("definedName"), Told::Start(start)) => names.push((attribute(start, "name"), String::new())),
            (Some("definedName"), Told::Text(said)) => {
                if let Some((_, meaning)) = names.last_mut() {
                    meaning.push_str(said);
                }
            }
            _ => {}
        })?;
        let shared =
            if package.has("xl/sharedStrings.xml") { package.text("xl/sharedStrings.xml")? } else { String::new() };
        Ok(Self { parts, names, shared })
    }

    /// The cells that a formula or a defined name points at; none if they are no line of cells of a sheet that there is.
    pub(super) fn resolve(&self, formula: &str) -> Option<Reference> {
        let found = Reference::parse(formula).or_else(|| {
            let name = formula.rsplit_once('!').map_or(formula, |(_, name)| name);
            let mut meant = self.names.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
            // a name that several sheets have means a different thing on each
            let (_, meaning) = meant.next().filter(|_| meant.next().is_none())?;
            Reference::parse(meaning)
        })?;
        self.part(&found.sheet).is_some().then_some(found)
    }

    /// The part of a sheet; case does not count in its name.
    fn part(&self, sheet: &str) -> Option<&str> {
        let sheet = sheet.to_lowercase();
        self.parts.iter().find(|(name, _)| name.to_lowercase() == sheet).map(|(_, part)| part.as_str())
    }

    /// What stands in each cell of each range; every sheet is read once.
    pub(super) fn read(
        &self,
        package: &mut Package,
        ranges: &[Reference],
    ) -> Result<Vec<Vec<Option<Held>>>, XlsxError> {
        let mut found: Vec<Vec<_>> = ranges.iter().map(|range| vec![None; range.len()]).collect();
        let parts: Vec<_> = ranges.iter().map(|range| self.part(&range.sheet)).collect();
        for (_, part) in &self.parts {
            let wanted: Vec<_> = (0..ranges.len()).filter(|at| parts[*at] == Some(part)).collect();
            if wanted.is_empty() || !package.has(part) {
                continue;
            }
            cells(&package.text(part)?, |at, kind, said| {
                for index in &wanted {
                    if let Some(place) = ranges[*index].place(at) {
                        found[*index][place] = self.held(kind, said);
                    }
                }
            })?;
        }
        Ok(found)
    }

    fn held(&self, kind: &str, said: &str) -> Option<Held> {
        match kind {
            "" | "n" => said.parse::<f64>().is_ok_and(f64::is_finite).then(|| Held::Number(said.to_owned())),
            "s" => said.parse().ok().and_then(|place| self.shared_text(place)).map(Held::Text),
            "b" => Some(Held::Text(if said == "1" { "TRUE" } else { "FALSE" }.to_owned())),
            "e" => Some(Held::Error(said.to_owned())),
            _ => Some(Held::Text(said.to_owned())),
        }
    }

    /// One of the shared texts: charts need few of them.
    fn shared_text(&self, place: usize) -> Option<String> {
        let (text, _) = self.shared.split("<si>").nth(place + 1)?.split_once("</si>")?;
        let mut said = String::new();
        walk(text, |path, _, event| match (path.last().map(String::as_str), event) {
            // how a word is pronounced is not what the cell says
            (Some("t"), Told::Text(part)) if !path.iter().any(|name| name == "rPh") => said.push_str(part),
            _ => {}
        })
        .ok()?;
        Some(said)
    }
}

/// Hands on every cell of a sheet that holds anything: where it is, of which kind, and what is written there.
fn cells(sheet: &str, mut hand: impl FnMut((u32, u32), &str, &str)) -> Result<(), XlsxError> {
    let (mut at, mut kind, mut said) = (None, String::new(), String::new());
    walk(sheet, |path, _, event| match (path.last().map(String::as_str), event) {
        (Some("c"), Told::Start(start)) => {
            at = cell(&attribute(start, "r"));
            kind = attribute(start, "t");
            said.clear();
        }
        (Some("v" | "t"), Told::Text(text)) => said.push_str(text),
        (Some("c"), Told::End) => {
            if let Some(at) = at.take() {
                hand(at, &kind, &said);
            }
        }
        _ => {}
    })
}
