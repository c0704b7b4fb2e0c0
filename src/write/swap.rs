//! In: a finished draft beside the set in place. Out: the draft in place and the set in `ban-luu/`, whatever
//! moment the machine stopped at.
//!
//! The note `.swap` holds the set's name and the number of its place in `ban-luu/`, on two lines. It appears whole
//! (written aside, synced, renamed) before the first move and goes after the last.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The note.
const NOTE: &str = ".swap";

/// The note while it is being written.
const NOTE_DRAFT: &str = ".swap.moi";

/// Where earlier sets go.
const ARCHIVE: &str = "ban-luu";

/// What the name of a draft starts with.
const DRAFT: &str = ".moi-";

/// One exchange of sets.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Swap {
    set: String,
    number: u32,
}

/// The folder a set is written in before it is published.
pub(super) fn draft_name(set: &str) -> String {
    format!("{DRAFT}{set}")
}

impl Swap {
    /// The exchange that gives the set in place the next number of its archive.
    pub(super) fn next(root: &Path, set: &str) -> Self {
        let number = archived(root, set).last().map_or(1, |(number, _)| number.saturating_add(1));
        Self { set: set.to_owned(), number }
    }

    fn parse(text: &str) -> Option<Self> {
        let (set, number) = text.trim_end().split_once('\n')?;
        let plain = set.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (plain && !set.is_empty()).then_some(())?;
        Some(Self { set: set.to_owned(), number: number.parse().ok()? })
    }

    fn archive(&self, root: &Path) -> PathBuf {
        root.join(ARCHIVE).join(format!("{}-{}", self.set, self.number))
    }

    /// Writes the note and moves the folders; when a move is refused, everything is as before.
    pub(super) fn run(&self, root: &Path) -> io::Result<()> {
        self.note(root)?;
        self.complete(root).inspect_err(|_| {
            // the set back into its place; the note goes so that the next run does not try again with a draft
            // that is about to be removed
            let current = root.join(&self.set);
            if current.exists() || fs::rename(self.archive(root), &current).is_ok() || !self.archive(root).exists() {
                let _ = fs::remove_file(root.join(NOTE));
            }
        })
    }

    fn note(&self, root: &Path) -> io::Result<()> {
        let draft = root.join(NOTE_DRAFT);
        let mut file = File::create(&draft)?;
        file.write_all(format!("{}\n{}\n", self.set, self.number).as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(draft, root.join(NOTE))?;
        sync_folder(root);
        Ok(())
    }

    /// Finishes the exchange from whatever state it is in; undoes it when the draft is gone.
    fn complete(&self, root: &Path) -> io::Result<()> {
        let (draft, current, archive) = (root.join(draft_name(&self.set)), root.join(&self.set), self.archive(root));
        if draft.exists() {
            if current.exists() {
                fs::create_dir_all(root.join(ARCHIVE))?;
                fs::rename(&current, &archive)?;
            }
            fs::rename(&draft, &current)?;
        } else if !current.exists() && archive.exists() {
            fs::rename(&archive, &current)?;
        }
        sync_folder(root);
        fs::remove_file(root.join(NOTE))
    }
}

/// Finishes or undoes an exchange that was cut short, and removes drafts that were never finished.
pub(super) fn recover(root: &Path) -> io::Result<()> {
    let note = root.join(NOTE);
    if note.exists() {
        match fs::read_to_string(&note).ok().as_deref().and_then(Swap::parse) {
            Some(swap) => swap.complete(root)?,
            None => fs::remove_file(&note)?,
        }
    }
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == NOTE_DRAFT || name.to_string_lossy().starts_with(DRAFT) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a file or a folder with everything in it; nothing there is no error.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Removes all but the newest earlier sets.
pub(super) fn prune(root: &Path, set: &str, kept: usize) -> io::Result<()> {
    let earlier = archived(root, set);
    let surplus = earlier.len().saturating_sub(kept);
    earlier.iter().take(surplus).try_for_each(|(_, path)| remove(path))
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

/// All files below a folder by their path within it, with `/`; what office programs and file managers leave
/// beside open files does not count.
pub(super) fn files_under(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                open.push((format!("{path}/"), entry.path()));
            } else if !left_behind(&name) {
                files.push((path, entry.path()));
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

fn left_behind(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.") || matches!(name, "Thumbs.db" | "desktop.ini" | ".DS_Store")
}

/// Syncs a folder's entries where the system can.
pub(super) fn sync_folder(folder: &Path) {
    // Windows opens no folders as files and needs no such call
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
