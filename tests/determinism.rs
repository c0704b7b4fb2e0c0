//! The same inputs give the same bytes: in any folder, whatever the order, age and neighbours of the files, in any
//! language and time zone, on any number of threads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use thidua::by_bloc::{self, Held};
use thidua::diag::Lang;
use thidua::model::OutputContext;
use thidua::read::Readers;
use thidua::write::{prepare, write};
use thidua::{collect, proposed};

use crate::harness::World;

type Files = Vec<(String, Vec<u8>)>;
type Environment = [(&'static str, &'static str)];

/// Runs the program in a folder under nothing but this environment; the set it wrote.
fn set_of(world: &World, folder: &Path, environment: &Environment) -> Files {
    let _ = fs::remove_dir_all(folder.join("outputs"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.current_dir(folder).env_clear().envs(environment.iter().copied());
    let ended = command.output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{environment:?}: {}", String::from_utf8_lossy(&ended.stderr));
    let within = folder.strip_prefix(&world.root).unwrap().join("outputs/2023-tong-ket");
    world.files(within.to_str().unwrap())
}

#[track_caller]
fn same(files: &Files, expected: &Files, what: &dyn std::fmt::Debug) {
    let names = |files: &Files| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(files), names(expected), "{what:?}");
    let differ = files.iter().zip(expected).find(|(one, other)| one != other);
    assert!(differ.is_none(), "{what:?}: {:?}", differ.map(|((name, _), _)| name));
}

/// The set that a run writes of a world when it holds no more than this as it is.
fn set_held(root: &Path, held: Held, to: &World) -> Files {
    let (scoring, inputs) = (root.join("scoring.toml"), root.join("inputs"));
    let claim = prepare(&to.root.join("held")).unwrap();
    let (_, collected) = collect(&scoring, &inputs, (&Readers::Here, held.forms), &|_| {});
    let mut collected = collected.unwrap_or_else(|notes| panic!("{notes:?}"));
    let ranked = by_bloc::rank(&mut collected, held.members).unwrap();
    let run = proposed(&collected.scoring, &collected.intake.common, (ranked.tallies, ranked.rankings));
    let mut notes = [collected.notes.as_slice(), &ranked.notes, &run.notes].concat();
    thidua::diag::sort(&mut notes);
    let context = OutputContext::new(&run.output, &notes, Lang::Vi);
    let source = |bloc| by_bloc::whole(bloc, &collected, &ranked.kept);
    let published = write(&context, &source, &claim, &|| {}).unwrap();
    to.files(published.folder.strip_prefix(&to.root).unwrap().to_str().unwrap())
}

#[test]
fn however_much_is_held_as_it_is() {
    let (world, sample) = (World::whole(), Path::new(env!("CARGO_MANIFEST_DIR")));
    for root in [&world.root, sample] {
        let all = set_held(root, Held { forms: usize::MAX, members: usize::MAX }, &World::empty());
        assert!(all.len() > 12, "{}", all.len());
        for (forms, members) in [(0, 0), (3, 12)] {
            let held = Held { forms, members };
            same(&set_held(root, held, &World::empty()), &all, &held);
        }
    }
}

#[test]
fn in_any_language_and_time_zone_and_on_any_number_of_threads() {
    let world = World::whole();
    let expected = set_of(&world, &world.root, &[]);
    assert!(expected.len() > 12, "{}", expected.len());
    let mut runs = 0;
    for zone in ["UTC", "Asia/Ho_Chi_Minh", "America/St_Johns", "Pacific/Kiritimati"] {
        for language in ["C", "vi_VN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"] {
            let threads = ["1", "4"][runs % 2];
            let environment = [
                ("TZ", zone),
                ("LANG", language),
                ("LC_ALL", language),
                ("LANGUAGE", language),
                ("RAYON_NUM_THREADS", threads),
                ("POLARS_MAX_THREADS", threads),
                ("NO_COLOR", "1"),
                ("HOME", "/nonexistent"),
                ("SOURCE_DATE_EPOCH", "0"),
            ];
            let shown = &environment[..if runs % 3 == 0 { 6 } else { 9 }];
            same(&set_of(&world, &world.root, shown), &expected, &shown);
            runs += 1;
        }
        // each time zone with each number of threads
        runs += 1;
    }
}

/// The files of a world in another folder, made in another order and of another age, beside files of no concern.
fn elsewhere(world: &World, folder: &str, backwards: bool, age: Duration) -> PathBuf {
    let to = world.root.join(folder);
    let mut files = world.files("inputs");
    if backwards {
        files.reverse();
    }
    for (name, bytes) in files {
        let path = to.join("inputs").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        let file = fs::File::options().append(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + age).unwrap();
    }
    fs::copy(world.root.join("scoring.toml"), to.join("scoring.toml")).unwrap();
    to
}

#[test]
fn in_any_folder_and_whatever_the_order_and_age_of_the_files() {
    let world = World::whole();
    let expected = set_of(&world, &world.root, &[]);
    let long = "sâu/".repeat(20);
    let (birth, far) = (Duration::ZERO, Duration::from_secs(4_102_444_801));
    for (folder, backwards, age) in
        [("a", false, birth), ("Thư mục của Sở (bản 2)", true, far), (long.as_str(), true, birth)]
    {
        let to = elsewhere(&world, folder, backwards, age);
        same(&set_of(&world, &to, &[("RAYON_NUM_THREADS", "3")]), &expected, &folder);
    }
}

#[test]
fn beside_files_of_programs_and_systems() {
    let world = World::whole();
    let expected = set_of(&world, &world.root, &[]);
    for name in ["k1/.DS_Store", "Thumbs.db", "k2/desktop.ini", "k1/anh.jpg", "ghi chu.docx"] {
        world.bytes(name, b"x");
    }
    same(&set_of(&world, &world.root, &[]), &expected, &"unrelated files");
}

/// The clock of the machine cannot be set by a test, so that it is shown from the source that nothing asks for it.
#[test]
fn nothing_asks_for_the_time() {
    fn list(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() { list(&entry.path(), found) } else { found.push(entry.path()) }
        }
    }
    let mut files = Vec::new();
    list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 100);
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs")) {
        let text = fs::read_to_string(file).unwrap();
        for asked in ["SystemTime::now", "Utc::now", "Local::now", "hostname", "user_name"] {
            let tested = text.find("#[cfg(test)]").unwrap_or(text.len());
            let of_tests = file.file_name().is_some_and(|name| name == "tests.rs");
            assert!(of_tests || !text[..tested].contains(asked), "{} asks for {asked}", file.display());
        }
    }
}
