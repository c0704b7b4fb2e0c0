//! The texts above a score table in; year, title, issuer and bloc, as far as they stand there, out.

use super::text::one_line;
use crate::model::{Table, fold};
use crate::wording::draft as words;

/// What the head of a table says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub year: Option<u16>,
    pub title: String,
    /// The body above the issuer.
    pub parent: String,
    pub issuer: String,
    /// Its name and its kind in scoring.toml.
    pub bloc: Option<(String, &'static str)>,
}

/// Reads the head of a table.
pub fn head(table: &Table) -> Head {
    let lines: Vec<(u32, u32, String)> = table
        .head
        .iter()
        .flat_map(|(cell, text)| text.lines().map(|line| (cell.row, cell.column, one_line(line))))
        .filter(|(_, _, line)| !line.is_empty())
        .collect();
    let is_title = |line: &str| words::TITLES.iter().any(|word| fold(line).starts_with(word));
    let title_at = lines.iter().position(|(_, _, line)| is_title(line));
    let title = title_at.map(|at| title(&lines[at..])).unwrap_or_default();
    let dated = |line: &&str| format!(" {} ", fold(line)).contains(&format!(" {} ", words::DAY_WORD));
    let plain = lines.iter().map(|(_, _, line)| line.as_str()).filter(|line| !dated(line));
    let year = year(&title).or_else(|| plain.clone().find_map(year));
    let bloc = std::iter::once(title.as_str()).chain(plain).find_map(bloc);
    let letterhead = &lines[..title_at.unwrap_or(0)];
    let first_column = letterhead.iter().map(|(_, column, _)| *column).min();
    let bodies: Vec<&String> = letterhead
        .iter()
        .filter(|(_, column, line)| {
            Some(*column) == first_column && !words::NO_ISSUER.iter().any(|word| fold(line).starts_with(word))
        })
        .map(|(_, _, line)| line)
        .collect();
    let (parent, issuer) = match bodies[..] {
        [] => (String::new(), String::new()),
        [only] => (String::new(), only.clone()),
        [above, own, ..] => (above.clone(), own.clone()),
    };
    Head { year, title, parent, issuer, bloc }
}

/// The title, and the lines that go on with it.
fn title(lines: &[(u32, u32, String)]) -> String {
    let goes_on = |line: &str| {
        let folded = fold(line);
        let year = year(line).is_some() && !folded.contains(words::DAY_WORD);
        let bloc = words::BLOC_NAMES.iter().any(|(word, _)| folded.contains(word));
        (year || bloc) && !line.starts_with('(')
    };
    let further = lines.iter().skip(1).map(|(_, _, line)| line.as_str()).take_while(|line| goes_on(line));
    std::iter::once(lines[0].2.as_str()).chain(further).collect::<Vec<_>>().join(" ")
}

/// The year behind its word.
fn year(line: &str) -> Option<u16> {
    let folded = fold(line);
    let mut words_of = folded.split(|c: char| !c.is_alphanumeric()).peekable();
    while let Some(word) = words_of.next() {
        let next = words_of.peek().and_then(|next| next.parse::<u16>().ok());
        if let Some(year) = next.filter(|year| word == words::YEAR_WORD && (2000..=2100).contains(year)) {
            return Some(year);
        }
    }
    None
}

/// The bloc that a line names.
fn bloc(line: &str) -> Option<(String, &'static str)> {
    let lower = line.to_lowercase();
    let (at, kind) = words::BLOC_NAMES.iter().find_map(|(word, kind)| Some((lower.find(word)?, *kind)))?;
    let name = line.get(at..)?;
    let end = name.to_lowercase().find(&format!(" {} 2", words::YEAR_WORD)).unwrap_or(name.len());
    let name = name.get(..end)?.split(['(', ';']).next()?.trim();
    (name.split(' ').count() > 2).then(|| (name.to_owned(), kind))
}
