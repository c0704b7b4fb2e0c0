//! Reading processes: what breaks off, hangs, floods or eats memory costs its own file, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use std::time::Duration;

use thidua::diag::{Fault, Noted, Stop};
use thidua::model::Document;
use thidua::read::Readers;
use thidua::read::worker::Workers;

use crate::harness::{SCORING, World};
use crate::lab::faults;

const FORM: &str =
    "Tên đơn vị: Sở Mẫu;;;;\nTT;Nội dung;Kế hoạch;Thực hiện;Điểm tự chấm\nI.1;Thu ngân sách;4500;4725;60\n";

/// A program that reads as ours does and misbehaves on files named so.
fn mock() -> Workers {
    static BUILT: Once = Once::new();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_thidua")).with_file_name("examples").join("mock-reader");
    let program = program.with_extension(std::env::consts::EXE_EXTENSION);
    // a run of all tests has built it; one of this file alone has not
    BUILT.call_once(|| {
        if !program.exists() {
            let mut build = Command::new(env!("CARGO"));
            build.args(["build", "--release", "--example", "mock-reader"]).current_dir(env!("CARGO_MANIFEST_DIR"));
            assert!(build.status().unwrap().success());
        }
    });
    Workers { count: 2, patience: Duration::from_secs(3), ..Workers::of(program) }
}

fn lift(folder: &Path, names: &[String], workers: &Workers) -> Noted<Vec<Document>> {
    thidua::lift(folder, names, &Readers::Workers(workers.clone()))
}

fn hand_in(world: &World, names: &[String]) {
    for name in names {
        fs::write(world.root.join("inputs").join(name), FORM).unwrap();
    }
}

/// The files that were not read, and how it ended.
fn stopped(read: &Noted<Vec<Document>>) -> Vec<(String, Stop)> {
    let said = read.notes.iter().filter_map(|note| match (&note.fault, &note.place) {
        (Fault::ReaderStopped { stop }, thidua::diag::Place::File(file)) => Some((file.clone(), *stop)),
        _ => None,
    });
    said.collect()
}

#[test]
fn whatever_a_reader_does_costs_its_own_file() {
    let world = World::empty();
    let bad = ["abort", "eat", "flood", "hang", "panic"];
    let mut names: Vec<String> = bad.iter().map(|bad| format!("x-{bad}.csv")).collect();
    names.extend((0..40).map(|number| format!("good-{number:02}.csv")));
    names.sort();
    hand_in(&world, &names);
    let read = lift(&world.root.join("inputs"), &names, &mock());
    let ends = [Stop::Ended, Stop::Ended, Stop::Flood, Stop::Time, Stop::Ended];
    let expected: Vec<_> = bad.iter().zip(ends).map(|(bad, end)| (format!("x-{bad}.csv"), end)).collect();
    assert_eq!(stopped(&read), expected);
    let files: Vec<_> = read.output.iter().map(|document| document.file.clone()).collect();
    assert_eq!(files, names);
    for document in &read.output {
        assert_eq!(document.tables.len(), usize::from(document.file.starts_with("good")), "{}", document.file);
        assert_eq!(document.sha256.len(), 64, "{}", document.file);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_reader_that_computes_for_ever_is_ended_by_the_system() {
    let world = World::empty();
    let names = ["good.csv", "x-spin.csv"].map(str::to_owned).to_vec();
    hand_in(&world, &names);
    let patient = Workers { patience: Duration::from_secs(100), ..mock() };
    world.scoring(&format!("{SCORING}\n[limits]\nseconds = 1\n"));
    let (_, gathered) = thidua::gather(
        &world.root.join("scoring.toml"),
        &world.root.join("inputs"),
        &Readers::Workers(patient),
        &|_| {},
    );
    let notes = gathered.map_or_else(|notes| notes, |gathered| gathered.notes);
    let read = Noted { output: Vec::new(), notes };
    assert_eq!(stopped(&read), [("x-spin.csv".to_owned(), Stop::Time)]);
}

#[test]
fn a_file_that_is_read_on_the_second_try_counts() {
    let world = World::empty();
    let names = ["a.csv", "b-once.csv", "c.csv"].map(str::to_owned).to_vec();
    hand_in(&world, &names);
    let read = lift(&world.root.join("inputs"), &names, &mock());
    assert_eq!(stopped(&read), []);
    assert!(read.output.iter().all(|document| document.tables.len() == 1));
}

#[test]
fn ten_thousand_files_after_one_abort_are_all_read() {
    let world = World::empty();
    let mut names = vec!["a-abort.csv".to_owned()];
    names.extend((0..10_000).map(|number| format!("good-{number:05}.csv")));
    hand_in(&world, &names);
    let read = lift(&world.root.join("inputs"), &names, &mock());
    assert_eq!(stopped(&read), [("a-abort.csv".to_owned(), Stop::Ended)]);
    assert_eq!(read.output.iter().filter(|document| document.tables.len() == 1).count(), 10_000);
}

#[test]
fn a_program_that_is_not_there_leaves_the_reading_to_the_run() {
    let world = World::empty();
    let names = vec!["good.csv".to_owned()];
    hand_in(&world, &names);
    let read = lift(&world.root.join("inputs"), &names, &Workers::of(world.root.join("no-such-program")));
    assert_eq!(read.output[0].tables.len(), 1);
}

#[test]
fn processes_and_the_run_itself_read_the_same() {
    let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs");
    let found = thidua::read::find(&inputs).unwrap();
    let [here, there] = [Readers::Here, Readers::Workers(mock())].map(|readers| {
        let read = thidua::lift(&inputs, &found.output, &readers);
        (format!("{:?}", read.output), format!("{:?}", read.notes))
    });
    assert!(found.output.len() > 20);
    assert!(here == there);
}

#[test]
fn limits_may_be_lowered_and_never_raised() {
    let world = World::whole();
    world.scoring(&format!("{SCORING}\n[limits]\nrows = 8\n"));
    let ended = world.run(&["check", "--lang", "en", "--verbose"]);
    assert_eq!(ended.code, 3, "the register itself has more rows: {}", ended.stderr);
    assert!(ended.stderr.contains("too-large") || ended.stderr.contains("at most 8 rows"), "{}", ended.stderr);
    for (key, most) in [
        ("file_mib", 20),
        ("sheets", 200),
        ("rows", 200_000),
        ("columns", 1_024),
        ("cells", 2_000_000),
        ("seconds", 12),
        ("memory_mib", 640),
    ] {
        let codes = |value: u32| -> Vec<_> {
            let text = format!("{SCORING}\n[limits]\n{key} = {value}\n");
            faults(&text).iter().map(|fault| fault.fault.code()).collect()
        };
        assert_eq!(codes(most), Vec::<&str>::new(), "{key}");
        assert_eq!((codes(most + 1), codes(0)), (vec!["bad-value"], vec!["bad-value"]), "{key}");
    }
}
