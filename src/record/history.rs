//! A folder of earlier years' ket-qua.json in; what each member, or the units it came out of, reached in each, out.
//!
//! A unit is found by its exact folded name or alias; where several have it, only the one of the same bloc counts, and
//! a doubt is said and shows nothing. Several predecessors stand side by side, each with its own rank: nothing is added
//! up and no mean is taken, for a merger has no rank in a year before it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::file::{BlocRecord, Outline};
use super::panel::points;
use super::{Reason, read, shown};
use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{History, Member, Past, Period, Points, Scoring, fold, sha256};
use crate::wording::record as words;

/// Folders within folders that are looked into.
const DEEPEST: usize = 8;
/// The other JSON file that a set of outputs has.
const MANIFEST: &str = "manifest.json";

/// Reads the folder that scoring.toml names.
///
/// # Errors
/// `history-missing` where there is no such folder.
pub fn history(folder: &Path, scoring: &Scoring) -> Result<Noted<History>, Diagnostic> {
    let mut files = Vec::new();
    if !folder.is_dir() || list(folder, DEEPEST, &mut files).is_err() {
        return Err(Diagnostic::new(Fault::HistoryMissing {}, Place::File(shown(folder))));
    }
    files.sort();
    let (mut notes, mut units, mut years, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new(), BTreeSet::new());
    for file in files {
        match outline(&file, scoring) {
            Ok((outline, hash)) => {
                years.insert(outline.year);
                if seen.insert(hash) {
                    units.extend(of_year(&outline));
                }
            }
            Err((reason_vi, reason_en)) => {
                let place = Place::File(shown(&file));
                notes.push(Diagnostic::new(Fault::HistoryUnfit { reason_vi, reason_en }, place));
            }
        }
    }
    let years: Vec<u16> = years.into_iter().collect();
    let mut search = Search { scoring, units: &units, years: &years, notes };
    let blocs = (0..scoring.blocs.len()).map(|bloc| search.bloc(bloc)).collect();
    let notes = search.notes;
    Ok(Noted { output: History { years, blocs }, notes })
}

/// The JSON files below a folder but for manifests; links are not followed.
fn list(folder: &Path, deepest: usize, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let (kind, path) = (entry.file_type()?, entry.path());
        let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        if kind.is_dir() && deepest > 0 {
            list(&path, deepest - 1, found)?;
        } else if kind.is_file() && json && entry.file_name() != MANIFEST {
            found.push(path);
        }
    }
    Ok(())
}

/// A file of an earlier year of the same kind of review, and its hash.
fn outline(file: &Path, scoring: &Scoring) -> Result<(Outline, String), Reason> {
    let outline: Outline = read(file)?;
    let same = match scoring.term.period {
        Period::Year => "year",
        Period::Half => "half",
    };
    if outline.period != same {
        return Err(words::other_period());
    }
    if outline.year >= scoring.term.year {
        return Err(words::not_earlier(outline.year, scoring.term.year));
    }
    let bytes = std::fs::read(file).map_err(|error| words::unreadable(&error.to_string()))?;
    Ok((outline, sha256(&bytes)))
}

/// All that stood in an order of that year.
fn of_year(outline: &Outline) -> Vec<Past> {
    let scale = |bloc: &BlocRecord| {
        let compact = outline.compacts.iter().find(|compact| compact.id == bloc.compact);
        compact.and_then(|compact| points(compact.scale)).unwrap_or(Points::ZERO)
    };
    let blocs = outline.blocs.iter().map(|bloc| (bloc, scale(bloc)));
    let units = blocs.flat_map(|(bloc, scale)| {
        bloc.standings.iter().map(move |standing| Past {
            year: outline.year,
            name: standing.member.clone(),
            predecessor: false,
            bloc: (bloc.id.clone(), bloc.name.clone()),
            members: bloc.standings.len(),
            rank: standing.rank,
            total: standing.total.and_then(points),
            scale,
            provisional: bloc.provisional,
        })
    });
    units.collect()
}

struct Search<'a> {
    scoring: &'a Scoring,
    units: &'a [Past],
    years: &'a [u16],
    notes: Vec<Diagnostic>,
}

impl Search<'_> {
    fn bloc(&mut self, bloc: usize) -> Vec<Vec<Past>> {
        let members = &self.scoring.blocs[bloc].members;
        members.iter().map(|member| self.member(bloc, member)).collect()
    }

    fn member(&mut self, bloc: usize, member: &Member) -> Vec<Past> {
        let own: BTreeSet<String> =
            std::iter::once(&member.name).chain(&member.aliases).map(|name| fold(name)).collect();
        let mut found = Vec::new();
        for year in self.years {
            found.extend(self.unit(*year, (bloc, member), &own, None));
        }
        for predecessor in &member.predecessors {
            let (within, name) = in_bloc(predecessor);
            let names = BTreeSet::from([fold(name)]);
            if within.is_none() && names.is_subset(&own) {
                continue;
            }
            let mut any = self.years.is_empty();
            for year in self.years {
                let known = self.units.iter().any(|unit| unit.year == *year && names.contains(&fold(&unit.name)));
                any |= known;
                let past = self.unit(*year, (bloc, member), &names, within);
                found.extend(past.map(|past| Past { predecessor: true, ..past }));
            }
            if !any {
                self.note(Fault::PredecessorNotFound {}, (bloc, member), name);
            }
        }
        // the sort is stable: of one year the member itself stays before the units it came out of
        found.sort_by_key(|past| past.year);
        found
    }

    /// The one unit of these names in a year: in the bloc named, else the only one, else the one of the member's bloc.
    fn unit(
        &mut self,
        year: u16,
        member: (usize, &Member),
        names: &BTreeSet<String>,
        within: Option<&str>,
    ) -> Option<Past> {
        let mut found: Vec<&Past> = Vec::new();
        for unit in self.units.iter().filter(|unit| unit.year == year && names.contains(&fold(&unit.name))) {
            if within.is_none_or(|bloc| bloc == unit.bloc.0) && !found.contains(&unit) {
                found.push(unit);
            }
        }
        let own_bloc = &self.scoring.blocs[member.0].id;
        let here: Vec<&Past> = found.iter().filter(|unit| unit.bloc.0 == *own_bloc).copied().collect();
        match (&found[..], &here[..]) {
            ([], _) => None,
            ([one], _) | (_, [one]) => Some((*one).clone()),
            _ => {
                let blocs = found.iter().map(|unit| unit.bloc.0.clone()).collect();
                let name = found[0].name.clone();
                self.note(Fault::PastAmbiguous { year: year.to_string(), blocs }, member, &name);
                None
            }
        }
    }

    fn note(&mut self, fault: Fault, (bloc, member): (usize, &Member), found: &str) {
        let note = Diagnostic::new(fault, Place::Run).found(found).bloc(&self.scoring.blocs[bloc].id);
        self.notes.push(note.member(&member.name));
    }
}

/// A former unit's bloc, where it is said before a colon, and its name.
fn in_bloc(predecessor: &str) -> (Option<&str>, &str) {
    match predecessor.split_once(':') {
        Some((bloc, name)) => (Some(bloc.trim()), name.trim()),
        None => (None, predecessor),
    }
}
