//! A name in; the member it is, or why it is none, out. Exact folded names and aliases only.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::diag::{CellRef, Fault};
use crate::model::{Scoring, Table, fold};
use crate::wording::recognition::{BLOC_LINES, KINDS_OF_BODY, MEMBER_LINES};

/// Bloc and member.
pub type MemberId = (usize, usize);

/// The configured name, and the cell and text it was found under in another spelling.
pub type ReadAs = Option<(String, (CellRef, String))>;

/// All members by folded name, all blocs by folded name and id.
#[derive(Default)]
pub struct Directory {
    members: BTreeMap<String, Vec<MemberId>>,
    /// By their names without the words for what kind of body they are.
    bare: BTreeMap<String, Vec<MemberId>>,
    /// As scoring.toml spells them, but for case and spaces.
    plain: BTreeSet<(MemberId, String)>,
    blocs: BTreeMap<String, usize>,
    names: Vec<Vec<String>>,
    ids: Vec<String>,
    /// In small letters.
    by_id: BTreeMap<String, usize>,
}

impl Directory {
    /// From scoring.toml.
    pub fn new(scoring: &Scoring) -> Self {
        let mut members: BTreeMap<String, Vec<MemberId>> = BTreeMap::new();
        let (mut bare_names, mut plain) = (BTreeMap::<String, Vec<MemberId>>::new(), BTreeSet::new());
        let mut blocs = BTreeMap::new();
        for (index, bloc) in scoring.blocs.iter().enumerate() {
            blocs.insert(fold(&bloc.name), index);
            blocs.insert(fold(&bloc.id), index);
            for (number, member) in bloc.members.iter().enumerate() {
                let mut keys: Vec<_> =
                    std::iter::once(&member.name).chain(&member.aliases).map(|name| fold(name)).collect();
                keys.sort();
                keys.dedup();
                let spelt = std::iter::once(&member.name).chain(&member.aliases);
                plain.extend(spelt.map(|name| ((index, number), spelling(name))));
                let mut without: Vec<String> = keys.iter().map(|key| bare(key).to_owned()).collect();
                without.sort();
                without.dedup();
                for key in without {
                    bare_names.entry(key).or_default().push((index, number));
                }
                for key in keys {
                    members.entry(key).or_default().push((index, number));
                }
            }
        }
        let names =
            scoring.blocs.iter().map(|bloc| bloc.members.iter().map(|member| member.name.clone()).collect()).collect();
        let ids: Vec<String> = scoring.blocs.iter().map(|bloc| bloc.id.clone()).collect();
        let by_id = ids.iter().enumerate().rev().map(|(index, id)| (id.to_ascii_lowercase(), index)).collect();
        Self { members, bare: bare_names, plain, blocs, names, ids, by_id }
    }

    /// The bloc of a name or id.
    pub fn bloc(&self, name: &str) -> Option<usize> {
        self.blocs.get(&fold(name)).copied()
    }

    /// The bloc whose id is one of a file's folders.
    pub fn bloc_of_folder(&self, file: &str) -> Option<usize> {
        let folders = file.rsplit_once('/')?.0;
        folders.split('/').rev().find_map(|folder| self.by_id.get(&folder.to_ascii_lowercase()).copied())
    }

    /// The member of a name, within a bloc where that is known.
    ///
    /// # Errors
    /// `unknown-member` with the name most like it, or `member-ambiguous`.
    pub fn member(&self, name: &str, bloc: Option<usize>) -> Result<MemberId, Fault> {
        let found = self.found(name, bloc);
        match found[..] {
            [one] => Ok(one),
            [] => Err(Fault::UnknownMember { nearest: self.nearest(name, bloc) }),
            _ => Err(Fault::MemberAmbiguous { blocs: found.iter().map(|(bloc, _)| self.ids[*bloc].clone()).collect() }),
        }
    }

    /// The one member of a name, if there is one.
    fn known(&self, name: &str, bloc: Option<usize>) -> Option<MemberId> {
        if let [one] = self.found(name, bloc)[..] { Some(one) } else { None }
    }

    /// The members of a name; where there is none, the one of that name without the words for what kind of body it is.
    fn found(&self, name: &str, bloc: Option<usize>) -> Vec<MemberId> {
        let folded = fold(name);
        let within = |names: &BTreeMap<String, Vec<MemberId>>, key: &str| -> Vec<MemberId> {
            let all = names.get(key).map(Vec::as_slice).unwrap_or_default();
            all.iter().filter(|(of, _)| bloc.is_none_or(|bloc| bloc == *of)).copied().collect()
        };
        let found = within(&self.members, &folded);
        let bare = bare(&folded);
        if !found.is_empty() || bare.is_empty() {
            return found;
        }
        let without_kind = within(&self.bare, bare);
        if without_kind.len() == 1 { without_kind } else { found }
    }

    /// The configured name, where a text names the member in a spelling that scoring.toml does not have.
    pub fn read_as(&self, name: &str, member: MemberId) -> Option<String> {
        let known = self.plain.contains(&(member, spelling(name)));
        (!known).then(|| self.names[member.0][member.1].clone())
    }

    /// The configured name most like a name; a suggestion, never a match.
    pub fn nearest(&self, name: &str, bloc: Option<usize>) -> Option<String> {
        let folded = fold(name);
        let limit = folded.chars().count() / 3;
        let names = self.names.iter().enumerate().filter(|(index, _)| bloc.is_none_or(|bloc| bloc == *index));
        let near = names.flat_map(|(_, names)| names).map(|name| (strsim::osa_distance(&fold(name), &folded), name));
        near.filter(|(distance, _)| *distance <= limit)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, name)| name.clone())
    }

    /// The bloc a table says it is of: its head block, else its folder.
    pub fn bloc_of(&self, table: &Table) -> Option<usize> {
        let said = line(table, BLOC_LINES).and_then(|(_, name)| self.bloc(&name));
        said.or_else(|| self.bloc_of_folder(&table.sheet.file))
    }

    /// The one member that lines of the head block, each as a whole, name; the file's own name may not name another.
    fn letterhead(&self, table: &Table, bloc: Option<usize>) -> Option<(MemberId, CellRef, String)> {
        let lines = table.head.iter().flat_map(|(cell, text)| text.lines().map(move |line| (cell, line.trim())));
        let named = lines.filter_map(|(cell, line)| Some((self.known(line, bloc)?, cell.clone(), line.to_owned())));
        let named: Vec<_> = named.collect();
        let (member, ..) = named.first()?;
        let all_one = named.iter().all(|(other, ..)| other == member);
        let file = self.named_by_file(table, bloc).is_none_or(|other| other == *member);
        named.first().filter(|_| all_one && file).cloned()
    }

    /// The member that the sheet or the file is called by.
    fn named_by_file(&self, table: &Table, bloc: Option<usize>) -> Option<MemberId> {
        let file = table.sheet.file.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        [table.sheet.sheet.as_str(), stem].into_iter().find_map(|name| self.known(name, bloc))
    }

    /// The member a form says it is of: a line of its head block that says so or that is the name, else the sheet's or the file's name; and how the name was read
    /// where it is spelt in a way of its own.
    ///
    /// # Errors
    /// As [`Directory::member`], with the cell and the name found; `member-not-named` when nothing names one.
    pub fn sender(&self, table: &Table) -> Result<(MemberId, ReadAs), (Fault, Option<CellRef>, String)> {
        let stamped = table.stamp.as_ref().and_then(|stamp| {
            let bloc = *self.by_id.get(&stamp.bloc.to_ascii_lowercase())?;
            self.known(&stamp.member, Some(bloc))
        });
        let bloc = stamped.map(|(bloc, _)| bloc).or_else(|| self.bloc_of(table));
        if let Some((cell, name)) = line(table, MEMBER_LINES) {
            let member = self.member(&name, bloc).map_err(|fault| (fault, Some(cell.clone()), name.clone()))?;
            if let Some((bloc, own)) = stamped.filter(|stamped| *stamped != member) {
                let fault = Fault::StampContradicts { stamped: self.names[bloc][own].clone() };
                return Err((fault, Some(cell), name));
            }
            return Ok((member, self.read_as(&name, member).map(|known| (known, (cell, name)))));
        }
        if let Some(member) = stamped {
            return Ok((member, None));
        }
        if let Some((member, cell, name)) = self.letterhead(table, bloc) {
            return Ok((member, self.read_as(&name, member).map(|known| (known, (cell, name)))));
        }
        let named = self.named_by_file(table, bloc);
        named.map(|member| (member, None)).ok_or((Fault::MemberNotNamed {}, None, String::new()))
    }
}

/// A folded name without the words for what kind of body it is, in front.
fn bare(folded: &str) -> &str {
    let mut rest = folded;
    while let Some(shorter) = KINDS_OF_BODY.iter().find_map(|kind| rest.strip_prefix(kind)?.strip_prefix(' ')) {
        rest = shorter.trim_start();
    }
    rest
}

/// A name but for case and spaces.
fn spelling(name: &str) -> String {
    let composed: String = name.nfc().collect::<String>().to_lowercase();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text behind one of these words and a colon in the head block: in the same cell or the next one of its row.
fn line(table: &Table, words: &[&str]) -> Option<(CellRef, String)> {
    for (index, (cell, text)) in table.head.iter().enumerate() {
        let (before, after) = text.split_once(':').unwrap_or((text, ""));
        if !words.contains(&fold(before).as_str()) {
            continue;
        }
        if !after.trim().is_empty() {
            return Some((cell.clone(), after.trim().to_owned()));
        }
        let next = table.head.get(index + 1).filter(|(next, _)| text.contains(':') && next.row == cell.row);
        if let Some((next, name)) = next {
            return Some((next.clone(), name.clone()));
        }
    }
    None
}
