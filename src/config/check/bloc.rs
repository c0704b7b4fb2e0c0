//! Blocs and their members: references, and no two members alike after folding.

use std::collections::BTreeMap;

use super::super::file::{self, At, File};
use super::tree::part;
use super::{Checker, style};
use crate::diag::Fault;
use crate::model::{Bloc, HeadingKind, Member, fold};
use crate::wording::config as words;

/// All blocs.
pub fn blocs(file: &File, checker: &mut Checker) -> Vec<Bloc> {
    checker.ids(file.bloc.iter().map(|bloc| &bloc.id));
    let compacts: Vec<_> = file.compact.iter().map(|compact| compact.id.get().as_str()).collect();
    let mut blocs = Vec::new();
    for written in &file.bloc {
        let mut bloc = bloc(written, &compacts, checker);
        bloc.annex = style::annex(written.annex.as_ref(), file.style.heading.as_ref(), checker);
        blocs.push(bloc);
    }
    blocs
}

fn bloc(written: &file::Bloc, compacts: &[&str], checker: &mut Checker) -> Bloc {
    if written.member.is_empty() {
        checker.bad(&written.id, words::NO_MEMBERS);
    }
    let kinds = [("cluster", HeadingKind::Cluster), ("bloc", HeadingKind::Bloc)];
    let kind = checker.word(&written.kind, &kinds, words::BLOC_KIND).unwrap_or(HeadingKind::Bloc);
    let compact = checker.refer(&written.compact, compacts).unwrap_or_default();
    alike(written, checker);
    let names: Vec<_> = written.member.iter().map(|member| member.name.get().as_str()).collect();
    let head = written.head.as_ref().and_then(|head| checker.refer(head, &names));
    if let Some(deputy) = &written.deputy {
        checker.refer(deputy, &names);
    }
    let signer = style::signer(written.signer_title.as_ref(), written.signer.as_ref(), checker);
    let mut members = Vec::new();
    for member in &written.member {
        members.push(Member {
            name: member.name.get().clone(),
            aliases: member.aliases.iter().map(|alias| alias.get().clone()).collect(),
            group: member.group.clone(),
            signed: member.signed.unwrap_or(true),
            received: member.received.as_ref().and_then(|day| super::day(day, checker)),
            women: member.women.as_ref().and_then(|share| part(share, checker)),
            predecessors: predecessors(member, checker),
        });
    }
    Bloc { id: written.id.get().clone(), name: written.name.clone(), kind, compact, head, signer, annex: None, members }
}

/// The units a member came out of, each once and none without a name.
fn predecessors(written: &file::Member, checker: &mut Checker) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in &written.predecessors {
        let folded = fold(name.get());
        if folded.is_empty() || seen.contains(&folded) {
            checker.bad(name, words::PREDECESSOR);
        }
        seen.push(folded);
    }
    written.predecessors.iter().map(|name| name.get().clone()).collect()
}

/// Two members whose names or aliases fold to the same key could not be told apart in a file.
fn alike(written: &file::Bloc, checker: &mut Checker) {
    let mut seen: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (index, member) in written.member.iter().enumerate() {
        let spellings = std::iter::once(&member.name).chain(&member.aliases);
        for spelling in spellings {
            let earlier = seen.insert(fold(spelling.get()), (index, spelling.get().clone()));
            if let Some((_, first)) = earlier.filter(|(other, _)| *other != index) {
                same(spelling, first, checker);
            }
        }
    }
}

fn same(spelling: &At<String>, first: String, checker: &mut Checker) {
    let fault = Fault::AlikeNames { first, second: spelling.get().clone() };
    checker.fault(fault, spelling.span(), spelling.get());
}
