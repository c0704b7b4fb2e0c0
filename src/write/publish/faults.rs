//! Every change that publishing makes to the disk refused in its turn: once, from then on, or a file cut short. After
//! each the old set or the new one is whole, and a run without faults publishes and leaves nothing behind.

use std::fs;
use std::path::Path;

use super::refusing::{Refusal, Refusing};
use super::tests::{Folder, names};
use super::{Claim, claim, prepare};
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::Rendered;

/// The files of a set; six of them in four folders.
const FILES: [&str; 6] = ["tong-hop.xlsx", "k1/xep-hang.xlsx", "k1/bieu-do/a.svg", "k1/bieu-do/a.png", "k2/x", "may/m"];

fn rendered(path: &str, text: &str) -> Rendered {
    Rendered { path: path.to_owned(), bytes: format!("{text} of {path}").into_bytes() }
}

/// A whole run but for its reading: claims, writes and publishes the set of this text.
fn run(disk: Refusing, root: &Path, text: &str) -> Result<bool, Diagnostic> {
    publish(&claim(Box::new(disk), root)?, text)
}

fn publish(claim: &Claim, text: &str) -> Result<bool, Diagnostic> {
    let draft = claim.draft("2023")?;
    let records = FILES.iter().map(|path| draft.put(&rendered(path, text))).collect::<Result<Vec<_>, _>>()?;
    draft.publish(&records)
}

/// The text of the set in a folder, every file of which must be whole; none where there is no folder.
fn text_of(folder: &Path) -> Option<&'static str> {
    let first = fs::read_to_string(folder.join(FILES[0])).ok()?;
    let text = ["old", "new"].into_iter().find(|text| first.starts_with(text)).unwrap();
    for path in FILES {
        assert_eq!(fs::read(folder.join(path)).unwrap(), rendered(path, text).bytes, "{path}");
    }
    assert_eq!(super::files_under(folder).unwrap().len(), FILES.len());
    Some(text)
}

/// What stands after a run that was cut short or refused: a whole set in place, or, between the two moves, both sets
/// whole beside each other with the note.
fn whole(root: &Path, before: Option<&str>) -> &'static str {
    let Some(text) = text_of(&root.join("2023")) else {
        if before.is_none() && !root.join(".swap").exists() {
            return "none";
        }
        assert_eq!(fs::read_to_string(root.join(".swap")).unwrap(), "2023\n1\n");
        assert_eq!(text_of(&root.join("ban-luu/2023-1")), before);
        assert_eq!(text_of(&root.join(".moi-2023")), Some("new"));
        return "between";
    };
    text
}

/// Refuses something in a run that replaces an old set, or is the first; what it left, and what it said.
fn refused(what: Refusal, first: bool) -> (&'static str, Result<bool, Diagnostic>, usize) {
    let folder = Folder::new(&format!("refused-{what:?}-{first}"));
    let before = (!first).then_some("old");
    if !first {
        assert!(run(Refusing::new(Refusal::Once(0)), &folder.0, "old").unwrap());
    }
    let disk = Refusing::new(what);
    let said = run(disk.clone(), &folder.0, "new");
    let left = whole(&folder.0, before);
    if said.is_ok() {
        assert_eq!(left, "new", "{what:?}");
    }
    assert!(run(Refusing::new(Refusal::Once(0)), &folder.0, "new").is_ok(), "{what:?}");
    assert_eq!(text_of(&folder.0.join("2023")), Some("new"), "{what:?}");
    assert_eq!(text_of(&folder.0.join("ban-luu/2023-1")), before, "{what:?}");
    let expected: &[&str] = if first { &[".khoa", "2023"] } else { &[".khoa", "2023", "ban-luu"] };
    assert!(names(&folder.0).iter().filter(|name| *name != "ban-luu").eq(expected[..2].iter()), "{what:?}");
    assert!(fs::read_dir(folder.0.join("ban-luu")).map_or(0, Iterator::count) == usize::from(!first), "{what:?}");
    (left, said, disk.changes())
}

/// Refuses the first, the second, the third change and so on until a run goes through; how often each state was left.
fn every_change(how: fn(usize) -> Refusal, first: bool, most: usize) -> [usize; 4] {
    let mut left = [0; 4];
    for number in 1..=most {
        let (state, said, _) = refused(how(number), first);
        left[["none", "old", "new", "between"].iter().position(|known| *known == state).unwrap()] += 1;
        if let Err(fault) = said {
            assert!(matches!(fault.fault, Fault::OutputsUnwritable { .. } | Fault::OutputsHeld { .. }), "{fault:?}");
        } else {
            assert_ne!(state, "old");
        }
    }
    left
}

#[test]
fn every_change_refused_in_turn() {
    for first in [false, true] {
        let (_, said, changes) = refused(Refusal::Once(0), first);
        assert!(said.unwrap());
        assert!(
            changes >= 4 * FILES.len(),
            "{changes} changes for {} files: each has a folder, a name, bytes and a sync",
            FILES.len()
        );
        let once = every_change(Refusal::Once, first, changes);
        let onwards = every_change(Refusal::Onwards, first, changes);
        for left in [once, onwards] {
            assert_eq!(left.iter().sum::<usize>(), changes);
            assert!(left[usize::from(!first)] >= 4 * FILES.len() && left[2] >= 1, "{left:?}");
        }
        // no set is in place only where the disk refuses everything from a move of the swap on
        assert!(once[3] == 0 && onwards[3] <= 1 + usize::from(first), "{once:?} {onwards:?}");
    }
}

#[test]
fn a_disk_that_fills_up_in_the_middle_of_any_file() {
    // the trial, the files and the note
    for number in 1..=FILES.len() + 2 {
        let (left, said, _) = refused(Refusal::Full(number), false);
        assert_eq!(left, "old", "file {number}");
        assert!(matches!(said.unwrap_err().fault, Fault::OutputsUnwritable { .. }), "file {number}");
    }
    let (left, said, _) = refused(Refusal::Full(FILES.len() + 3), false);
    assert!(left == "new" && said.unwrap());
}

#[test]
fn a_file_that_reads_back_otherwise_is_named_and_the_earlier_set_stays() {
    for path in FILES {
        let (left, said, _) = refused(Refusal::Flip(path), false);
        let fault = said.unwrap_err();
        assert_eq!((left, fault.fault), ("old", Fault::OutputsAltered {}), "{path}");
        assert!(matches!(fault.place, Place::File(named) if named.ends_with(path)), "{path}");
    }
}

/// As where Windows does not move a folder in which a file is open.
#[test]
fn what_cannot_take_its_place_waits_and_the_next_claim_publishes_it() {
    for moved in ["2023", ".moi-2023"] {
        let folder = Folder::new(&format!("waits-{moved}"));
        run(Refusing::new(Refusal::Once(0)), &folder.0, "old").unwrap();
        let fault = run(Refusing::new(Refusal::Move(moved)), &folder.0, "new").unwrap_err();
        if moved == "2023" {
            assert!(matches!(&fault.fault, Fault::OutputsHeld { waiting, .. } if waiting == "2023.moi"), "{fault:?}");
            assert_eq!(text_of(&folder.0.join("2023.moi")), Some("new"));
        } else {
            // the draft itself cannot be moved: not to its place, nor to where it would wait
            assert!(matches!(fault.fault, Fault::OutputsUnwritable { .. }), "{fault:?}");
        }
        assert_eq!(text_of(&folder.0.join("2023")), Some("old"));
        let claim = prepare(&folder.0).unwrap();
        let waited = moved == "2023";
        assert_eq!(text_of(&folder.0.join("2023")), Some(if waited { "new" } else { "old" }));
        assert!(publish(&claim, "new").unwrap(), "told as a change by the run in which it arrives");
        assert!(publish(&claim, "old").unwrap());
        drop(claim);
        assert!(!run(Refusing::new(Refusal::Once(0)), &folder.0, "old").unwrap());
        assert_eq!(names(&folder.0), [".khoa", "2023", "ban-luu"]);
        assert_eq!(names(&folder.0.join("ban-luu")), ["2023-1", "2023-2"]);
    }
}

#[test]
fn a_file_that_stays_open_keeps_the_newest_set_waiting() {
    let folder = Folder::new("stays-open");
    run(Refusing::new(Refusal::Once(0)), &folder.0, "new").unwrap();
    let open = || Refusing::new(Refusal::Move("2023"));
    for text in ["old", "old", "new", "old"] {
        let said = run(open(), &folder.0, text);
        assert_eq!(text_of(&folder.0.join("2023")), Some("new"));
        // the same bytes as those in place: nothing has to wait any more
        let waiting = (text == "old").then_some("old");
        assert_eq!(text_of(&folder.0.join("2023.moi")), waiting);
        assert_eq!(said.is_ok(), waiting.is_none(), "{said:?}");
    }
    drop(prepare(&folder.0).unwrap());
    assert_eq!(text_of(&folder.0.join("2023")), Some("old"));
    assert_eq!(names(&folder.0), [".khoa", "2023", "ban-luu"]);
}

/// Every change refused in the run that finds a set waiting.
#[test]
fn a_waiting_set_is_never_half_published() {
    let mut published = 0;
    for number in 1..=60 {
        for how in [Refusal::Once, Refusal::Onwards] {
            let folder = Folder::new(&format!("waiting-{number}-{:?}", how(1)));
            run(Refusing::new(Refusal::Once(0)), &folder.0, "old").unwrap();
            run(Refusing::new(Refusal::Move("2023")), &folder.0, "new").unwrap_err();
            let _ = run(Refusing::new(how(number)), &folder.0, "new");
            published += usize::from(whole(&folder.0, Some("old")) == "new");
            assert!(run(Refusing::new(Refusal::Once(0)), &folder.0, "new").is_ok());
            assert_eq!(text_of(&folder.0.join("2023")), Some("new"));
            assert_eq!(names(&folder.0), [".khoa", "2023", "ban-luu"]);
        }
    }
    assert!(published > 20, "{published}");
}
