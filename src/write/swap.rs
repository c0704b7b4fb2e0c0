//! In: a finished draft beside the set in place. Out: the draft in place and the set in `ban-luu/`, whatever
//! moment the machine stopped at; or, where a move is refused, the set in place as before and the draft waiting
//! beside it as `SET.moi`.
//!
//! The note `.swap` holds the set's name and the number of its place in `ban-luu/`, on two lines. It appears whole
//! (written aside, synced, renamed) before the first move and goes after the last. While it stands the draft is
//! whole and must not be touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, remove, write_new};

/// The note.
const NOTE: &str = ".swap";

/// The note while it is being written.
const NOTE_DRAFT: &str = ".swap.moi";

/// Where earlier sets go.
const ARCHIVE: &str = "ban-luu";

/// What the name of a draft starts with.
const DRAFT: &str = ".moi-";

/// What the name of a set that is being thrown away starts with; a draft's, for the next claim to go on with.
const DISCARDED: &str = ".moi-bo.";

/// What the name of a finished set ends with that waits for its place.
const WAITING: &str = ".moi";

/// One exchange of sets.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Swap {
    set: String,
    number: u32,
}

/// Why an exchange did not take place.
#[derive(Debug)]
pub(super) enum Refused {
    /// The note could not be written; nothing was moved.
    Note(io::Error),
    /// A folder could not be moved; whether the new set waits in `SET.moi`.
    Move { error: io::Error, waits: bool },
}

/// The folder a set is written in before it is published.
pub(super) fn draft_name(set: &str) -> String {
    format!("{DRAFT}{set}")
}

/// The folder a finished set waits in where its place could not be taken.
pub(super) fn waiting_name(set: &str) -> String {
    format!("{set}{WAITING}")
}

/// Whether an exchange has begun that is not finished.
pub(super) fn under_way(root: &Path) -> bool {
    root.join(NOTE).exists()
}

fn plain(set: &str) -> bool {
    !set.is_empty() && set.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl Swap {
    /// The exchange that gives the set in place the next number of its archive.
    pub(super) fn next(root: &Path, set: &str) -> Self {
        let number = archived(root, set).last().map_or(1, |(number, _)| number.saturating_add(1));
        Self { set: set.to_owned(), number }
    }

    fn parse(text: &str) -> Option<Self> {
        let (set, number) = text.trim_end().split_once('\n')?;
        plain(set).then_some(())?;
        Some(Self { set: set.to_owned(), number: number.parse().ok()? })
    }

    fn archive(&self, root: &Path) -> PathBuf {
        root.join(ARCHIVE).join(format!("{}-{}", self.set, self.number))
    }

    /// Writes the note and moves the folders; when a move is refused, the earlier set is in its place as before.
    pub(super) fn run(&self, disk: &dyn Disk, root: &Path) -> Result<(), Refused> {
        if let Err(error) = self.note(disk, root) {
            // a note that stays nevertheless is obeyed by the next claim: the draft is whole
            let _ = remove(disk, &root.join(NOTE));
            return Err(Refused::Note(error));
        }
        match self.moves(disk, root) {
            Ok(()) => {
                // the new set stands; a note that stays finds nothing more to move and is removed by the next claim
                let _ = close(disk, root);
                Ok(())
            }
            Err(error) => {
                let waits = self.undo(disk, root).and_then(|()| wait(disk, root, &self.set)).is_ok();
                Err(Refused::Move { error, waits })
            }
        }
    }

    fn note(&self, disk: &dyn Disk, root: &Path) -> io::Result<()> {
        let draft = root.join(NOTE_DRAFT);
        remove(disk, &draft)?;
        write_new(disk, &draft, format!("{}\n{}\n", self.set, self.number).as_bytes())?;
        disk.rename(&draft, &root.join(NOTE))?;
        disk.sync_folder(root)
    }

    /// Moves what is still to be moved, from whatever state; back again when the draft is gone.
    fn moves(&self, disk: &dyn Disk, root: &Path) -> io::Result<()> {
        let (draft, current, archive) = (root.join(draft_name(&self.set)), root.join(&self.set), self.archive(root));
        if draft.exists() {
            if current.exists() {
                disk.make_folder(&root.join(ARCHIVE))?;
                disk.rename(&current, &archive)?;
            }
            disk.rename(&draft, &current)
        } else {
            self.back(disk, root)
        }
    }

    /// The earlier set back into its place, if nothing stands there.
    fn back(&self, disk: &dyn Disk, root: &Path) -> io::Result<()> {
        let (current, archive) = (root.join(&self.set), self.archive(root));
        if current.exists() || !archive.exists() { Ok(()) } else { disk.rename(&archive, &current) }
    }

    fn undo(&self, disk: &dyn Disk, root: &Path) -> io::Result<()> {
        self.back(disk, root)?;
        close(disk, root)
    }
}

/// Makes the moves durable, then removes the note.
fn close(disk: &dyn Disk, root: &Path) -> io::Result<()> {
    let archive = root.join(ARCHIVE);
    if archive.is_dir() {
        disk.sync_folder(&archive)?;
    }
    disk.sync_folder(root)?;
    disk.remove_file(&root.join(NOTE))
}

/// A draft becomes the set that waits, in place of one that did.
fn wait(disk: &dyn Disk, root: &Path, set: &str) -> io::Result<()> {
    discard_waiting(disk, root, set)?;
    disk.rename(&root.join(draft_name(set)), &root.join(waiting_name(set)))
}

/// Throws away a set that waited.
pub(super) fn discard_waiting(disk: &dyn Disk, root: &Path, set: &str) -> io::Result<()> {
    discard(disk, root, &root.join(waiting_name(set)))
}

/// Removes a set at once by giving it the name of a draft, and then bit by bit.
fn discard(disk: &dyn Disk, root: &Path, path: &Path) -> io::Result<()> {
    let Some(name) = path.file_name().filter(|_| path.exists()) else { return Ok(()) };
    let discarded = root.join(format!("{DISCARDED}{}", name.to_string_lossy()));
    remove(disk, &discarded)?;
    disk.rename(path, &discarded)?;
    remove(disk, &discarded)
}

/// Finishes or undoes an exchange that was cut short.
pub(super) fn settle(disk: &dyn Disk, root: &Path) -> io::Result<()> {
    let note = root.join(NOTE);
    if !note.exists() {
        return Ok(());
    }
    let Some(swap) = Swap::parse(&String::from_utf8_lossy(&fs::read(&note)?)) else {
        return disk.remove_file(&note);
    };
    match swap.moves(disk, root) {
        Ok(()) => close(disk, root),
        Err(refused) => {
            swap.undo(disk, root).map_err(|_| refused)?;
            // a draft that cannot wait is removed like every unfinished one: the earlier set stands
            let _ = wait(disk, root, &swap.set);
            Ok(())
        }
    }
}

/// Settles what was cut short, removes drafts that were never finished, and publishes the sets that waited; these
/// are returned.
pub(super) fn recover(disk: &dyn Disk, root: &Path) -> io::Result<Vec<String>> {
    settle(disk, root)?;
    let mut waiting = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == NOTE_DRAFT || name.starts_with(DRAFT) {
            remove(disk, &entry.path())?;
        } else if let Some(set) = name.strip_suffix(WAITING).filter(|set| plain(set) && entry.path().is_dir()) {
            waiting.push(set.to_owned());
        }
    }
    waiting.sort();
    waiting.retain(|set| publish_waiting(disk, root, set));
    Ok(waiting)
}

/// Whether a set that waited could take its place now; else it waits on.
fn publish_waiting(disk: &dyn Disk, root: &Path, set: &str) -> bool {
    if disk.rename(&root.join(waiting_name(set)), &root.join(draft_name(set))).is_err() {
        return false;
    }
    match Swap::next(root, set).run(disk, root) {
        Ok(()) => true,
        Err(Refused::Move { .. }) => false,
        Err(Refused::Note(_)) => {
            // a draft that cannot go back is removed with the next claim, and written again by its run
            let _ = if under_way(root) { Ok(()) } else { wait(disk, root, set) };
            false
        }
    }
}

/// Removes all but the newest earlier sets.
pub(super) fn prune(disk: &dyn Disk, root: &Path, set: &str, kept: usize) -> io::Result<()> {
    let earlier = archived(root, set);
    let surplus = earlier.len().saturating_sub(kept);
    earlier.iter().take(surplus).try_for_each(|(_, path)| discard(disk, root, path))
}

/// The earlier sets of a name with their numbers, oldest first.
fn archived(root: &Path, set: &str) -> Vec<(u32, PathBuf)> {
    let entries = fs::read_dir(root.join(ARCHIVE)).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let number = name.to_str()?.strip_prefix(set)?.strip_prefix('-')?.parse().ok()?;
            Some((number, entry.path()))
        })
        .collect();
    found.sort_unstable();
    found
}
