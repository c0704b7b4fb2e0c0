//! Publishing in a folder of its own under the system's temporary folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Claim, prepare};
use crate::diag::{Fault, Place};
use crate::model::Rendered;

/// A folder that is removed again.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("thidua-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Names directly below, sorted.
    fn names(&self, below: &str) -> Vec<String> {
        names(&self.0.join(below))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Names directly in a folder, sorted.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn publish(claim: &Claim, text: &str) -> bool {
    let draft = claim.draft("2023").unwrap();
    let file = Rendered { path: "a/b.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    let record = draft.put(&file).unwrap();
    draft.publish(&[record]).unwrap()
}

#[test]
fn a_first_set_then_the_same_then_another() {
    let folder = Folder::new("first");
    let claim = prepare(&folder.0).unwrap();
    assert!(publish(&claim, "one"));
    assert_eq!(folder.read("2023/a/b.txt").as_deref(), Some("one"));
    assert!(!publish(&claim, "one"));
    assert_eq!(folder.names(""), [".khoa", "2023"]);
    assert!(publish(&claim, "two"));
    assert_eq!(folder.read("2023/a/b.txt").as_deref(), Some("two"));
    assert_eq!(folder.read("ban-luu/2023-1/a/b.txt").as_deref(), Some("one"));
    assert_eq!(folder.names(""), [".khoa", "2023", "ban-luu"]);
}

#[test]
fn a_file_more_or_less_in_place_is_a_change_but_not_a_lock_file() {
    let folder = Folder::new("more");
    let claim = prepare(&folder.0).unwrap();
    publish(&claim, "one");
    folder.write("2023/a/~$b.xlsx", "");
    assert!(!publish(&claim, "one"));
    folder.write("2023/a/mine.txt", "");
    assert!(publish(&claim, "one"));
    assert_eq!(folder.names("ban-luu/2023-1/a"), ["b.txt", "mine.txt", "~$b.xlsx"]);
}

#[test]
fn the_last_five_are_kept_and_other_sets_left_alone() {
    let folder = Folder::new("five");
    folder.write("ban-luu/2023-en-1/x", "en");
    let claim = prepare(&folder.0).unwrap();
    for round in 0..12 {
        publish(&claim, &round.to_string());
    }
    assert_eq!(folder.names("ban-luu"), ["2023-10", "2023-11", "2023-7", "2023-8", "2023-9", "2023-en-1"]);
    assert_eq!(folder.read("ban-luu/2023-11/a/b.txt").as_deref(), Some("10"));
}

#[test]
fn a_swap_cut_short_is_finished() {
    for (name, before) in [("noted", "2023/x"), ("moved", "ban-luu/2023-1/x"), ("first-ever", "other/x")] {
        let folder = Folder::new(name);
        folder.write(before, "old");
        folder.write(".moi-2023/x", "new");
        folder.write(".swap", "2023\n1\n");
        drop(prepare(&folder.0).unwrap());
        assert_eq!(folder.read("2023/x").as_deref(), Some("new"), "{name}");
        if before != "other/x" {
            assert_eq!(folder.read("ban-luu/2023-1/x").as_deref(), Some("old"), "{name}");
        }
        assert_eq!(folder.read(".swap"), None);
    }
}

#[test]
fn a_swap_that_cannot_be_finished_is_undone() {
    let folder = Folder::new("undone");
    folder.write("ban-luu/2023-4/x", "old");
    folder.write(".swap", "2023\n4\n");
    drop(prepare(&folder.0).unwrap());
    assert_eq!(folder.read("2023/x").as_deref(), Some("old"));
    assert_eq!(folder.names(""), [".khoa", "2023", "ban-luu"]);
}

#[test]
fn a_finished_swap_only_loses_its_note_and_a_broken_note_moves_nothing() {
    for note in ["2023\n1\n", "../2023\n1\n", "2023", ""] {
        let folder = Folder::new("note");
        folder.write("2023/x", "new");
        folder.write("ban-luu/2023-1/x", "old");
        folder.write(".swap", note);
        drop(prepare(&folder.0).unwrap());
        assert_eq!(folder.read("2023/x").as_deref(), Some("new"));
        assert_eq!(folder.read("ban-luu/2023-1/x").as_deref(), Some("old"));
        assert_eq!(folder.read(".swap"), None);
    }
}

#[test]
fn unfinished_drafts_go_and_unpublished_ones_leave_the_set_alone() {
    let folder = Folder::new("draft");
    folder.write(".moi-2023/x", "half");
    folder.write(".swap.moi", "20");
    let claim = prepare(&folder.0).unwrap();
    assert_eq!(folder.names(""), [".khoa"]);
    publish(&claim, "one");
    drop(claim.draft("2023").unwrap());
    assert_eq!(folder.names(""), [".khoa", "2023"]);
    assert_eq!(folder.read("2023/a/b.txt").as_deref(), Some("one"));
}

#[test]
fn a_second_run_is_told_that_the_outputs_are_held() {
    let folder = Folder::new("busy");
    let claim = prepare(&folder.0).unwrap();
    assert_eq!(prepare(&folder.0).unwrap_err().fault, Fault::OutputsBusy {});
    drop(claim);
    assert!(prepare(&folder.0).is_ok());
}

#[test]
fn a_place_that_is_no_folder_is_refused_by_name() {
    let folder = Folder::new("file");
    folder.write("outputs", "a file");
    let fault = prepare(&folder.0.join("outputs")).unwrap_err();
    assert!(matches!(fault.fault, Fault::OutputsUnwritable { .. }));
    assert!(matches!(fault.place, Place::File(path) if path.ends_with("/outputs")));
}

#[cfg(unix)]
#[test]
fn a_refused_move_leaves_the_earlier_set() {
    let folder = Folder::new("refused");
    let claim = prepare(&folder.0).unwrap();
    publish(&claim, "one");
    folder.write("ban-luu", "a file where the folder should be");
    let draft = claim.draft("2023").unwrap();
    let record = draft.put(&Rendered { path: "a".to_owned(), bytes: vec![1] }).unwrap();
    assert!(matches!(draft.publish(&[record]).unwrap_err().fault, Fault::OutputsHeld { .. }));
    assert_eq!(folder.read("2023/a/b.txt").as_deref(), Some("one"));
    assert_eq!(folder.names(""), [".khoa", "2023", "2023.moi", "ban-luu"]);
}
