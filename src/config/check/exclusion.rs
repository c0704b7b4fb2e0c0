//! Members that scoring.toml itself defers or excludes: each a member of a bloc, with its ground.

use super::super::file::File;
use super::{Checker, day};
use crate::model::{Bloc, Exclusion};
use crate::wording::config as words;

/// All of them.
pub fn exclusions(file: &File, blocs: &[Bloc], checker: &mut Checker) -> Vec<Exclusion> {
    let ids: Vec<_> = blocs.iter().map(|bloc| bloc.id.as_str()).collect();
    let mut found = Vec::new();
    for written in &file.exclusion {
        let states = [("deferred", false), ("excluded", true)];
        let excluded = checker.word(&written.state, &states, words::EXCLUSION_STATE);
        if written.ground.get().trim().is_empty() {
            checker.bad(&written.ground, words::A_GROUND);
        }
        let date = written.date.as_ref().and_then(|date| day(date, checker));
        let Some(bloc) = checker.refer(&written.bloc, &ids) else { continue };
        let names: Vec<_> = blocs[bloc].members.iter().map(|member| member.name.as_str()).collect();
        if let (Some(member), Some(excluded)) = (checker.refer(&written.member, &names), excluded) {
            found.push(Exclusion {
                member: (bloc, member),
                excluded,
                ground: written.ground.get().clone(),
                body: written.body.clone(),
                document: written.document.clone(),
                date,
            });
        }
    }
    found
}
